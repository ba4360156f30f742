"""The probe weighs the states of a source, and the shipped one knows offices that no list names."""

import json

import numpy as np
import pandas as pd
import pytest

from analysis.annotate.kind_probe import KIND_WEIGHTS, KindProbe, read_kind_probe
from analysis.annotate.tagger_model import label_articles
from analysis.core.paths import NEURAL_MODEL
from analysis.core.tables import SOURCE_TYPES
from analysis.neural.model_files import check_files

PROBE = KindProbe(("expert", "media"), np.array([[1.0, -1.0], [0.0, 2.0]]), np.array([0.0, 0.5]))


@pytest.mark.parametrize(
    ("state", "kind", "odds"),
    [((3.0, 0.0), "expert", 6 - 0.5), ((0.0, 1.0), "media", 2.5), ((0.0, 0.0), "media", 0.5)],
)
def test_the_kind_of_the_highest_odds(state, kind, odds):
    found, p = PROBE.ask(np.array(state))
    assert found == kind
    assert p == pytest.approx(1 / (1 + np.exp(-odds)))


def test_a_state_of_another_width_says_nothing():
    assert PROBE.ask(np.zeros(3)) is None


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        ("State Treasurer Ana Roe said that the state would borrow.", "State", "state_official"),
        ('"I ran for my life," said Ana Roe, who lives here.', "Ana", "resident_or_witness"),
        ("The report found that nobody had checked the brakes.", "The", "document"),
        ("Columnist Ana Roe wrote that the bill was dead.", "Columnist", "media"),
        ("Ana Roe, a welder, said the work was hard.", "Ana", "other"),
    ],
)
def test_the_shipped_weights_know_a_source_by_what_stands_beside_it(text, source, kind):
    articles = pd.DataFrame({"article_id": ["a"], "text": [text]})
    spans = label_articles(articles).spans
    sources = spans[spans["label"].eq("source") & spans["start"].eq(text.index(source))]
    assert sources["kind"].tolist() == [kind]


def test_the_weights_were_fitted_on_the_shipped_tagger():
    fitted_on = json.loads(KIND_WEIGHTS.read_text(encoding="utf8"))["tagger"]
    assert fitted_on == check_files(NEURAL_MODEL, "tagger")["sha256"]["tagger.onnx"], (
        "run python -m analysis.train.source_kinds LABELS"
    )


def test_the_shipped_kinds_are_those_of_the_table():
    probe = read_kind_probe()
    assert set(probe.kinds) <= set(SOURCE_TYPES)
    assert probe.weights.shape == (2 * 768, len(probe.kinds))
