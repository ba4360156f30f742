"""Pairs of statements of two articles: are those of one quantity found to be so?"""

import pytest

from analysis.evaluate.joined_statements import count_pairs, pairs_in_words
from tests.evaluate.test_shared_rows import labels_of, made_run

KINDS = ("told", "found", "right", "differing_told", "differing_right")


def counts_of(run, *told, **columns):
    labels = labels_of(run, *told)
    for article in labels:
        for label in article["statements"]:
            label |= {"mention": "numeral"} | columns
    counts = count_pairs(run, labels)
    return tuple(counts[kind] for kind in KINDS)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((("dead", 12), ("dead", 15)), (1, 1, 1, 1, 1)),
        ((("dead", 12), ("hurt", 15)), (0, 1, 0, 0, 0)),
        ((("dead", 12), ("dead", 51)), (1, 0, 0, 1, 0)),  # a value that was not read
    ],
)
def test_pairs_of_two_values(told, expected):
    assert counts_of(made_run(12, 15), *told) == expected


def test_pairs_of_one_value():
    assert counts_of(made_run(12, 12), ("dead", 12), ("dead", 12)) == (1, 1, 1, 0, 0)


def test_named_persons_are_left_out():
    run = made_run(12, 15)
    assert counts_of(run, ("dead", 12), ("dead", 15), mention="named") == (0, 0, 0, 0, 0)


def test_three_articles_make_three_pairs():
    told = [("dead", number) for number in (12, 15, 15)]
    assert counts_of(made_run(12, 15, 15), *told) == (3, 3, 3, 2, 2)


def test_nothing_is_not_measured():
    assert "precision not measured, recall not measured" in pairs_in_words(
        count_pairs(made_run(), [])
    )
