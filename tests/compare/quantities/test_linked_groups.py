"""Groups of statements that one nearly sure pair links."""

import numpy as np
import pytest

from analysis.compare.quantities.linked_groups import Pairs, join_linked
from tests.compare.quantities.story_tables import found

PEOPLE = {"unit": "people", "counted": "people", "noun": "person", "scope": "event"}
DISPLACED = PEOPLE | {"outcome": "displaced"}

COMPARED, SILENT, APART = "compared", "silent", "apart"


def joined(groups, amounts, *pairs):
    """Return the groups after the pairs ``(first, second, kind, probability)``."""
    kinds = [kind for _, _, kind, _ in pairs]
    made = Pairs(
        first=np.array([pair[0] for pair in pairs], dtype=int),
        second=np.array([pair[1] for pair in pairs], dtype=int),
        probability=np.array([pair[3] for pair in pairs], dtype=float),
        is_compared=np.array([kind == COMPARED for kind in kinds], dtype=bool),
        keeps_apart=np.array([kind == APART for kind in kinds], dtype=bool),
    )
    return join_linked(np.array(groups), made, np.array(amounts, dtype=float)).tolist()


@pytest.mark.parametrize(
    ("kind", "probability", "expected"),
    [
        (SILENT, 0.0, [0, 0, 0]),
        (APART, 0.0, [0, 0, 2]),
        (COMPARED, 0.9, [0, 0, 0]),
        (COMPARED, 0.1, [0, 0, 2]),  # the mean of .95 and .1 is too low
    ],
)
def test_the_other_pairs_of_a_link(kind, probability, expected):
    link = (0, 2, COMPARED, 0.95)
    assert joined([0, 0, 2], [9, 9, 7], link, (1, 2, kind, probability)) == expected


@pytest.mark.parametrize(
    ("probability", "other_number", "is_joined"),
    [(0.95, 7, True), (0.85, 7, False), (0.85, 9, True), (0.75, 9, False), (0.85, np.nan, False)],
)
def test_two_numbers_need_a_surer_link_than_one(probability, other_number, is_joined):
    found = joined([0, 1], [9, other_number], (0, 1, COMPARED, probability))
    assert (found == [0, 0]) is is_joined


def test_a_merged_group_keeps_what_holds_it_apart():
    sure, link = (0, 1, COMPARED, 0.99), (1, 2, COMPARED, 0.95)
    assert joined([0, 1, 2], [9, 9, 9], sure, link) == [0, 0, 0]
    assert joined([0, 1, 2], [9, 9, 9], sure, link, (0, 2, APART, 0.0)) == [0, 0, 2]


def test_groups_are_not_changed_and_may_be_without_pairs():
    groups = np.array([0, 0, 2])
    nothing = np.zeros(0)
    pairs = Pairs(nothing.astype(int), nothing.astype(int), nothing, nothing == 1, nothing == 1)
    assert join_linked(groups, pairs, np.array([1.0, 1.0, 2.0])).tolist() == [0, 0, 2]
    assert joined(groups, [9, 9, 9], (1, 2, COMPARED, 0.99)) == [0, 0, 0]
    assert groups.tolist() == [0, 0, 2]


FLOODS = (
    (
        "Floods have driven about [1.2 million] people from their homes in Bihar, officials said.",
        DISPLACED,
    ),
    ("More than [1.2 million] people are affected by the floods in Bihar, officials said.", PEOPLE),
)
ALMOST_SAME = "More than [1 million] people have been driven from their homes in Bihar by floods."


@pytest.mark.parametrize(("outcome", "quantities"), [("displaced", "aaa"), ("missing", "aab")])
def test_an_article_that_does_not_tell_the_harm_keeps_nothing_apart(outcome, quantities):
    assert found(*FLOODS, (ALMOST_SAME, PEOPLE | {"outcome": outcome})) == quantities
