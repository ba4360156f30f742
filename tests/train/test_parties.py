"""Whose parties are: what agrees with a label, what is fitted, and scores of held-out passages."""

import numpy as np
import pytest

from analysis.extract.parties.features import FEATURES
from analysis.train.parties import (
    AGAINST,
    EITHER,
    LabelledMention,
    agree,
    cross_validate,
    fit,
    labelled_mentions,
)


@pytest.mark.parametrize(
    ("said", "told", "expected"),
    [
        ("Sudan", "Sudan", True),
        ("New York", "New York Federal Reserve Bank", True),
        ("Sudan", "South Sudan", True),  # as the labels' own script counts it
        ("Iran", "Iranian", False),
        ("Sudan", None, False),
    ],
)
def test_agreement_is_of_whole_words(said, told, expected):
    assert agree(said, told) == expected


def mentions(n):
    """Return mentions of two candidates, of which the one that the grammar joins is right."""
    values = np.zeros((2, len(FEATURES)))
    values[0, FEATURES.index("is_direct")] = 1
    return [LabelledMention(str(i), "military", "A", ["A", "B"], values) for i in range(n)]


def test_every_sign_is_of_a_feature():
    assert set(FEATURES) >= AGAINST | EITHER
    assert not AGAINST & EITHER


def test_what_always_speaks_for_the_right_party_gets_weight():
    model = fit(mentions(50))
    right, wrong = model.probability(mentions(1)[0].features)
    assert right > 0.5 > wrong


def test_scores_of_passages_that_were_left_out():
    untold = LabelledMention("x", "government", None, [], np.zeros((0, len(FEATURES))))
    scores = cross_validate([*mentions(50), untold]).set_index("mentions")
    assert scores.loc["all", ["precision", "recall"]].tolist() == [1, 1]
    assert scores.loc["government", "number"] == 1


def test_labels_are_joined_to_what_was_found():
    text = "Rain. Sudan's army left."
    labels = [
        {"start": 14, "end": 18, "kind": "military", "party": "Sudan"},
        {"start": 0, "end": 4, "kind": "other", "party": None},
    ]
    row = {"article_id": "a", "title": "Rain", "text": text, "mentions": labels}
    army, rain = labelled_mentions([row])
    assert "Sudan" in army.candidates
    assert army.features.shape == (len(army.candidates), len(FEATURES))
    assert rain.candidates == []
