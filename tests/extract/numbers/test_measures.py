"""Which numbers with a unit of measure state a quantity."""

import pytest
from made_figures import position

from analysis.extract.numbers.measures import is_no_quantity, over_is_preposition
from analysis.extract.numbers.units import unit_of


@pytest.mark.parametrize(
    ("text", "number", "value", "expected"),
    [
        ("closed for six months", "six", 6, False),
        ("a two-hour truce", "two", 2, False),
        ("five miles of road", "five", 5, False),
        ("an 850-year-old church", "850", 850, False),
        ("five miles later", "five", 5, False),
        ("for one day", "one", 1, False),
        ("six months ago", "six", 6, True),
        ("within six months", "six", 6, True),
        ("in just six months", "six", 6, True),
        ("over the past six months", "six", 6, True),
        ("six days after the vote", "six", 6, True),
        ("a 6-year-old boy", "6", 6, True),
        ("one day they came", "one", 1, True),
        ("0 miles", "0", 0, True),
        ("a 122mm rocket", "122", 122, True),
        ("at 04:30 hours", "30", 30, True),
        ("at 06.15hrs", "15", 15, True),
        ("for 30 hours", "30", 30, False),
        ("delays of up to 90 minutes after a fault", "90", 90, False),
        ("a term of two years before that", "two", 2, False),
        ("they left 90 minutes after a fault", "90", 90, True),
    ],
)
def test_what_says_when_is_no_quantity(text, number, value, expected):
    start, end = position(text, number)
    assert is_no_quantity(text, start, value, unit_of(text, start, end)) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("costs rose over six months", "over", True),
        ("for over six months", "over", False),
        ("it lasted over six months", "over", False),
        ("costs rose about six months", "about", False),
    ],
)
def test_over_before_a_duration(text, word, expected):
    assert over_is_preposition(text, *position(text, word)) is expected
