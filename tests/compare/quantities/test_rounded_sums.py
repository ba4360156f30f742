"""Sums that are one sum with fewer digits."""

import pytest

from analysis.compare.quantities.rounded_sums import rounded_pairs
from tests.compare.quantities.story_tables import statements

EUROS = {"unit": "money", "unit_text": "euros", "currency": "EUR"}
FINE = EUROS | {"counted": "fine", "noun": "fine"}


def million(value, **columns):
    return FINE | {"low": value * 1e6, "high": value * 1e6} | columns


@pytest.mark.parametrize(
    ("other", "words", "n"),
    [
        (million(62), "[62] million", 1),
        (million(60, high=None, qualifier="more_than"), "[60] million", 1),
        (million(62, noun="cost", counted="cost"), "[62] million", 1),
        # less than a rounding, another sum, another noun, another currency, the same sum
        (million(60), "[60] million", 0),
        (million(50, high=None, qualifier="more_than"), "[50] million", 0),
        (million(81), "[81] million", 0),
        (million(62, noun="charge", counted="charge"), "[62] million", 0),
        (million(62, currency="USD", unit_text="dollars"), "[62] million", 0),
        (million(62.4), "[62.4] million", 0),
    ],
)
def test_a_sum_with_fewer_digits_is_the_same_sum(other, words, n):
    found = statements(
        ("The firm was given a fine of [62.4] million euros.", million(62.4)),
        (f"The firm was given a fine of {words} euros.", other),
    )
    assert len(rounded_pairs(found)) == n


def test_two_sums_of_one_article_are_two():
    found = statements(
        (
            "A fine of [62.4] million, and a fine of [62] million, were paid.",
            million(62.4),
            million(62),
        ),
    )
    assert rounded_pairs(found) == []
