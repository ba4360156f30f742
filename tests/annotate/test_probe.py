"""The probe adds up a state, and the shipped one tells statements from acts."""

import json

import numpy as np
import pandas as pd
import pytest

from analysis.annotate.probe import PROBE_WEIGHTS, Probe, read_probe
from analysis.annotate.tagger_model import label_articles
from analysis.core.paths import NEURAL_MODEL
from analysis.neural.model_files import check_files


def test_a_state_is_weighed_and_another_width_says_nothing():
    probe = Probe(np.array([1.0, -2.0]), 0.5)
    assert probe.ask(np.array([3.0, 1.0])) == 1.5
    assert probe.ask(np.zeros(3)) is None


def probed(text, word):
    articles = pd.DataFrame({"article_id": ["a"], "text": [text]})
    spans = label_articles(articles).spans
    cues = spans[(spans["label"] == "cue") & (spans["start"] <= text.index(word))]
    return float(cues["probe"].iloc[-1])


@pytest.mark.parametrize(
    ("statement", "act"),
    [
        (
            ("The senator said on Monday that the port would close.", "said"),
            ("The senator voted against the bill to close the port on Monday.", "voted"),
        ),
        (
            ("The mayor argued that the bridge was safe.", "argued"),
            ("The mayor declined to comment on the bridge.", "declined"),
        ),
    ],
)
def test_a_statement_is_told_from_an_act(statement, act):
    assert probed(*statement) > probed(*act)


def test_the_probe_was_fitted_on_the_shipped_tagger():
    fitted_on = json.loads(PROBE_WEIGHTS.read_text(encoding="utf8"))["tagger"]
    assert fitted_on == check_files(NEURAL_MODEL, "tagger")["sha256"]["tagger.onnx"], (
        "run python -m analysis.train.plausibility GOLD"
    )


def test_the_shipped_weights_are_read_once():
    assert read_probe() is read_probe()
    assert np.abs(read_probe().weights).max() > 0
