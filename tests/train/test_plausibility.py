"""The filter of attributions is fitted on what a person marked."""

import numpy as np
import pytest

from analysis.extract.attributions.article_spans import LinkedSpans, Span
from analysis.extract.attributions.plausibility import FEATURES, probability
from analysis.train.plausibility import (
    N_DIRECTIONS,
    Candidate,
    count_cue_words,
    cross_validate,
    fit,
    is_marked,
)

LABELS = [{"source": [[0, 2]], "cue": [[3, 7]], "content": [[8, 18]]}]


def group(cue, content):
    found = Span("cue", *cue) if cue else None
    return LinkedSpans(found, (Span("content", *content),), ())


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ((3, 7), (30, 40), True),
        ((20, 24), (8, 14), True),
        (None, (8, 18), True),
        ((20, 24), (8, 12), False),
        ((20, 24), (30, 40), False),
        (None, (18, 30), False),
    ],
)
def test_what_a_person_marked(cue, content, expected):
    assert is_marked(LABELS, group(cue, content)) is expected


def test_cue_words_are_counted_by_lemma():
    row = {"text": "He said so. She said no. They ban it.", "attributions": []}
    for start in (3, 16):
        row["attributions"].append({"cue": [[start, start + 4]], "source": [], "content": []})
    words = count_cue_words([row])
    assert set(words) == {"", "say"}
    assert words["say"] > words[""]


N_STATE = N_DIRECTIONS + 5
STATES = np.random.default_rng(3).normal(size=(4 * N_STATE, N_STATE))


def rows():
    found = []
    for number, state in enumerate(STATES):
        values = dict.fromkeys(FEATURES, 0.0) | {"cue word": float(number % 4)}
        marked = number % 4 > 1
        file = ("attributions/other_news", "attributions/dev")[number % 2]
        found.append(Candidate(f"a{number}", file, values, state, marked, marked))
    return found


def test_the_fit_follows_what_was_marked():
    model, probe = fit(rows(), {"": -5.0, "say": 2.0})
    assert model.weights["cue word"] > 0
    assert model.cue_words == {"say": 2.0}
    assert model.rare == -5.0
    likely = probability(dict.fromkeys(FEATURES, 0.0) | {"cue word": 3.0}, model)
    assert likely > probability(dict.fromkeys(FEATURES, 0.0), model)
    assert probe.weights.shape == (N_STATE,)
    assert probe.ask(np.zeros(N_STATE)) is not None


def test_each_article_is_predicted_without_itself():
    predicted = cross_validate(rows(), {"": -5.0})
    marked = np.array([row.is_marked for row in rows()])
    assert predicted[marked].mean() > predicted[~marked].mean() + 0.2
