"""Fractions of something, in percent."""

import re

import pytest

from analysis.extract.numbers.shares import share_pattern, share_value
from analysis.extract.numbers.word_patterns import ANY_CASE

PATTERN = re.compile(rf"\b{share_pattern()}", ANY_CASE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two-thirds of voters", 66.7),
        ("two thirds of voters", 66.7),
        ("a third of all oil", 33.3),
        ("one-fifth of the crop", 20),
        ("half the seats", 50),
        ("three-quarters full", 75),
        ("an eighth of the land", 12.5),
        ("two thirds voted against it", 66.7),
        ("half were women", 50),
        ("a third are students", 33.3),
        ("a fifth higher than in 2024", 20),
        ("half as many as in 2018", 50),
        ("The shares soared more than a quarter.", 25),
        ("a third was found dead", None),
        ("the second half are", None),
        ("it fell a third time", None),
        ("a third man", None),
        ("the third quarter", None),
        ("two quarters", None),
        ("half a million", None),
        ("a quarter of a million", None),
        ("half an hour", None),
        ("first half of the game", None),
        ("half the battle", None),
        ("half-brother", None),
    ],
)
def test_shares(text, expected):
    found = PATTERN.search(text)
    assert (None if found is None else share_value(found["share"])) == expected
