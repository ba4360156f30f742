"""Rows in which outlets differ, against what a person said of them."""

import pandas as pd
import pytest

from analysis.evaluate.differing_rows import differing_rows, read_labels, score, verdict_of
from tests.evaluate.test_shared_rows import made_run

LABELS = {
    frozenset({("a", 1), ("b", 2), ("c", 3)}): "update",
    frozenset({("a", 9), ("b", 9)}): "two",
}


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ({("a", 1), ("b", 2), ("c", 3)}, "update"),
        ({("a", 1), ("c", 3)}, "update"),  # what holds one thing does so in part
        ({("a", 9), ("b", 9)}, "two"),
        ({("a", 9)}, None),
        ({("a", 1), ("b", 2), ("c", 3), ("d", 4)}, None),
        ({("a", 1), ("b", 9)}, None),
    ],
)
def test_what_a_person_said(places, expected):
    assert verdict_of(frozenset(places), LABELS) == expected


@pytest.mark.parametrize(("numbers", "n_rows"), [((12, 15), 1), ((12, 12), 0)])
def test_only_rows_in_which_numbers_differ(numbers, n_rows):
    run = made_run(*numbers)
    run.stories["p"] = 0.5
    starts = zip(run.figures["article_id"], run.figures["start"], strict=True)
    found = differing_rows(run, {frozenset(starts): "one"})
    assert found["verdict"].tolist() == ["one"] * n_rows
    assert found["in_unsure_story"].tolist() == [True] * n_rows


def test_the_kinds_of_rows():
    table = pd.DataFrame(
        {
            "in_doubt": [False, False, True, True, False],
            "in_unsure_story": [False, True, False, False, False],
            "verdict": ["one", "two", "same", "update", None],
        }
    )
    assert score(table) == {
        "all": (2, 4, 5),
        "told": (1, 2, 3),
        "sure": (1, 1, 2),
        "in_doubt": (1, 2, 2),
    }


def test_every_judged_row_has_several_numbers_and_a_verdict():
    labels = read_labels()
    assert len(labels) == 81
    assert all(len(places) > 1 for places in labels)
    assert set(labels.values()) == {"one", "update", "same", "two"}
