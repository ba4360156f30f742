"""The probability of a figure is fitted on rows that a person marked or did not."""

import numpy as np
import pandas as pd
import pytest

from analysis.extract.figures.confidence import FEATURES, KINDS
from analysis.train import confidence
from analysis.train.confidence import fit, is_right, reliability

FIGURE = {
    "start": 10,
    "end": 12,
    "low": 12.0,
    "high": 12.0,
    "qualifier": "exact",
    "outcome": "killed",
    "unit": "people",
}
LABEL = FIGURE | {"named": False}
COUNT = {"outcome": None, "unit": "things"}


@pytest.mark.parametrize(
    ("changes", "kind", "expected"),
    [
        ({}, "casualty", True),
        ({"start": 11, "end": 20}, "casualty", True),
        ({"start": 12, "end": 14}, "casualty", False),
        ({"low": 13.0}, "casualty", False),
        ({"high": None}, "casualty", False),
        ({"qualifier": "at_least"}, "casualty", False),
        ({"outcome": "injured"}, "casualty", False),
        ({"outcome": None}, "casualty", False),
        ({"named": True}, "casualty", False),
        ({"named": True}, "named", True),
        ({}, "named", False),
    ],
)
def test_a_casualty_is_right_if_a_person_marked_the_same(changes, kind, expected):
    assert is_right(FIGURE, [LABEL | changes], kind) is expected


@pytest.mark.parametrize(
    ("unit", "changes", "expected"),
    [
        ("things", {}, True),
        ("things", {"unit": "people"}, True),
        ("things", {"outcome": "killed"}, False),
        ("money", {}, False),
        ("money", {"unit": "money"}, True),
    ],
)
def test_a_quantity_needs_the_same_unit_and_no_outcome(unit, changes, expected):
    figure = FIGURE | COUNT | {"unit": unit}
    assert is_right(figure, [LABEL | COUNT | changes], "quantity") is expected


def test_nothing_marked_is_not_right():
    assert not is_right(FIGURE, [], "casualty")


def made_rows(n: int = 400) -> pd.DataFrame:
    """Return rows of which 90 in 100 are right if the tagger labelled them, else 40."""
    rng = np.random.default_rng(3)
    rows = pd.DataFrame(0.0, index=range(n), columns=list(FEATURES))
    rows["labelled"] = rng.integers(0, 2, n).astype(float)
    rows["right"] = rng.random(n) < np.where(rows["labelled"] == 1, 0.9, 0.4)
    rows["kind"] = "casualty"
    rows["article_id"] = [f"a{number}" for number in range(n)]
    return rows


def test_weights_follow_the_shares_that_are_right():
    weights = fit(made_rows())
    assert set(weights) == set(KINDS)
    casualty = weights["casualty"]
    unlabelled = 1 / (1 + np.exp(-casualty["intercept"]))
    labelled = 1 / (1 + np.exp(-casualty["intercept"] - casualty["labelled"]))
    assert unlabelled == pytest.approx(0.4, abs=0.08)
    assert labelled == pytest.approx(0.9, abs=0.06)


def test_a_kind_without_rows_is_as_likely_right_as_wrong():
    assert fit(made_rows())["named"] == {"intercept": 0.0}


def test_reliability_compares_probability_and_share_of_articles_left_out():
    table = reliability(made_rows())
    assert table["rows"].sum() == 400
    assert (table["mean_p"] - table["right"]).abs().max() < 0.1
    assert set(table["kind"]) == {"casualty"}


def test_a_row_of_which_the_outcome_alone_was_told_is_right_if_it_is_the_same(monkeypatch):
    figures = pd.DataFrame(
        {
            "article_id": ["a", "a", "a", "b"],
            "start": [0, 10, 20, 0],
            "end": [2, 12, 22, 2],
            "outcome": ["killed", "injured", None, "killed"],
        }
    )
    features = pd.DataFrame(0.0, index=range(4), columns=list(FEATURES))
    features = features.assign(figure_id=["f0", "f1", "f2", "f3"])
    features["kind"] = ["casualty", "named", "quantity", "casualty"]
    labels = pd.DataFrame(
        {
            "article_id": ["a", "a", "a", "b"],
            "start": [1, 10, 20, 5],
            "end": [2, 12, 22, 6],
            "outcome": ["killed", "none", "killed", "killed"],
        }
    )
    monkeypatch.setattr(confidence, "_read", lambda rows: (figures, features))
    found = confidence.rows_with_outcomes([], labels)
    assert found[["figure_id", "right"]].to_numpy().tolist() == [["f0", True], ["f1", False]]
    assert fit(found)["quantity"]["intercept"] == 0  # none of them was told
