"""What the other pairs of two statements say of a pair."""

import numpy as np
import pytest

from analysis.compare.quantities.other_partners import OF_PARTNERS, compare_partners

ARTICLE = np.array([0, 0, 1, 1, 2])
STORY = np.zeros(5, dtype=int)
AMOUNT = np.array([12.0, 20.0, 12.0, 14.0, np.nan])
FIRST = np.array([0, 0, 1, 0, 2])
SECOND = np.array([2, 3, 2, 4, 4])
ALONE = np.array([0.9, 0.6, 0.4, 0.7, 0.8])


def found(name, order=slice(None)):
    values = compare_partners(FIRST[order], SECOND[order], ARTICLE, AMOUNT, STORY, ALONE[order])
    return values[name].round(6).tolist()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("best_other", [0.6, 0.9, 0.9, 0.0, 0.0]),
        ("least_other", [0.4, 0.0, 0.0, 0.0, 0.0]),
        ("margin", [0.3, -0.3, -0.5, 0.7, 0.8]),
        ("best_of_first", [1, 0, 1, 1, 1]),
        ("best_of_second", [1, 1, 0, 1, 1]),
        # 0 and 2 are both linked with 4, 0 and 4 both with 2, 2 and 4 both with 0
        ("links", [1, 0, 0, 1, 1]),
        ("sure_links", [0, 0, 0, 1, 0]),
        # 12 stands in both articles: 14 of the second has a rival for the 12 of the first
        ("equal_elsewhere", [0, 1, 1, 0, 0]),
        ("equal_in_both", [0, 0, 0, 0, 0]),
        ("equal_in_story", [2, 2, 2, 2, 2]),
    ],
)
def test_a_pair_is_seen_beside_the_others(name, expected):
    assert found(name) == expected


def test_the_order_of_pairs_changes_nothing():
    order = np.array([3, 0, 4, 2, 1])
    for name in OF_PARTNERS:
        assert found(name, order) == [found(name)[place] for place in order]


def test_equal_numbers_of_two_stories_are_apart_and_vague_ones_are_equal_to_none():
    pair = np.array([0]), np.array([1])
    two = np.array([0, 1])
    several = compare_partners(*pair, two, np.array([np.nan] * 2), np.zeros(2, int), np.ones(1))
    assert several["equal_in_story"].tolist() == [1]
    apart = compare_partners(*pair, two, np.array([5.0, 5.0]), np.array([0, 1]), np.ones(1))
    assert apart["equal_in_story"].tolist() == [1]


def test_without_pairs_there_is_nothing():
    none = np.zeros(0, dtype=int)
    values = compare_partners(none, none, ARTICLE, AMOUNT, STORY, np.zeros(0))
    assert [values[name].tolist() for name in OF_PARTNERS] == [[]] * len(OF_PARTNERS)
