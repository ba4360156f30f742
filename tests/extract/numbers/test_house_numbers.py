"""Numbers of houses count nothing."""

import pytest

from analysis.extract.numbers.house_numbers import is_house_number
from analysis.extract.numbers.parse import parse_numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She reads at [14] Sadova Street and waits.", True),
        ("It stood at [14] Elm Road.", True),
        ("They met on the corner of [9] Rue Lepic", True),
        ("A fire at [1201] Pennsylvania Avenue, police said.", True),
        ("He lives at [7] St. John Close", True),
        ("It hit [12] Wall Street banks.", False),
        ("It moved [14] Elm Street residents.", False),
        ("About [30] High Street shops closed.", False),
        ("It has [14] roads.", False),
        ("It has [1,400] Road signs.", False),
        ("It has [fourteen] Elm Street.", False),
        ("It has [123456] Elm Street.", False),
    ],
)
def test_a_house_number(text, expected):
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    assert is_house_number(plain, start, end) == expected


def test_it_is_no_number_that_is_stated():
    assert parse_numbers("She reads at 14 Sadova Street and waits.") == []
