"""Scores of groupings, and weights that keep the sign that is known of them."""

import numpy as np
import pandas as pd
import pytest

from analysis.compare.quantities.features import FEATURES
from analysis.train.quantities import AGAINST, EITHER, agreement, sign
from analysis.train.quantity_examples import marked_figures
from analysis.train.signed_logistic import fit_signed


def test_equal_groupings_agree():
    groups = {1: "a", 2: "a", 3: "b"}
    scores = agreement(groups, {1: "x", 2: "x", 3: "y"})
    assert set(scores.values()) == {1.0}


def test_scores_of_a_torn_and_a_merged_group():
    told = {1: "a", 2: "a", 3: "a", 4: "b"}
    scores = agreement(told, {1: "x", 2: "x", 3: "y", 4: "y"})
    assert scores["p"] == 1 / 2
    assert scores["r"] == 1 / 3
    precision, recall = (1 + 1 + 1 / 2 + 1 / 2) / 4, (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4
    assert scores["b_cubed"] == pytest.approx(2 * precision * recall / (precision + recall))


def test_every_sign_is_of_a_feature():
    assert set(FEATURES) >= AGAINST | EITHER


@pytest.mark.parametrize(
    ("feature", "expected"),
    [
        ("equal", 1),
        ("unlike", -1),
        ("count", 0),
        ("money x equal", 0),
        ("equal x noun_differs", -1),
        ("lead_both x unlike", 1),
        ("same_article x unlike", -1),
        ("same_article x equal", 0),
        ("equal x counted", 1),
    ],
)
def test_the_sign_of_a_feature(feature, expected):
    assert feature in FEATURES
    assert sign(feature) == expected


def examples():
    rng = np.random.default_rng(5)
    features = np.column_stack([rng.normal(size=(600, 2)), np.ones(600)])
    answers = rng.random(600) < 1 / (1 + np.exp(-(2 * features[:, 0] + features[:, 1] - 0.5)))
    return features, answers, np.ones(600)


def test_free_weights_are_those_of_the_examples():
    fitted = fit_signed(*examples(), np.zeros(3), strength=100)
    assert fitted.weights == pytest.approx([2, 1, 0], abs=0.3)
    assert fitted.intercept == pytest.approx(-0.5, abs=0.2)


def test_a_weight_does_not_take_the_other_sign():
    fitted = fit_signed(*examples(), np.array([1, -1, 0]), strength=100)
    assert fitted.weights[0] > 1
    assert fitted.weights[1] == 0


def test_marked_statements_become_figures():
    label = {
        "number_text": "90",
        "start": 16,
        "end": 18,
        "low": 90,
        "high": 90,
        "qualifier": "exact",
        "mention": "numeral",
        "unit": "people",
        "unit_text": None,
        "counted": "new voters",
        "whose": None,
        "change": None,
        "outcome": None,
        "group": None,
        "source": None,
        "quantity": "voters",
    }
    sentences = pd.DataFrame(
        {"article_id": "a", "sentence_id": [0, 1], "start": [0, 10], "end": [9, 30]}
    )
    figure = marked_figures([{"article_id": "a", "statements": [label]}], sentences).iloc[0]
    assert (figure["unit"], figure["noun"], figure["sentence_id"]) == ("things", "voter", 1)
