"""The earlier number that a bare number answers."""

import pytest

from analysis.extract.figures.answered_numbers import (
    is_far_above,
    last_new,
    last_of_noun,
    last_of_people,
)
from analysis.extract.numbers.parse import parse_numbers


def texts(text):
    numbers = parse_numbers(text)
    return numbers, [number.text for number in numbers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cuts 740 jobs. The union says 610", "740"),
        ("It cuts 740 jobs, and the 90 went home. The union says 610", "740"),
        ("It cuts 740 jobs and saves $4. The real figure is 610", "740"),
        ("It cuts 740 jobs and saves $4. The union says 610", "4"),
        ("It cuts 740 jobs. " + "It rained. " * 50 + "The union says 610", None),
    ],
)
def test_the_last_number_that_is_not_known(text, expected):
    numbers, words = texts(text)
    found = last_new(text, numbers, len(numbers) - 1, text.rindex("The "))
    assert (None if found is None else words[found]) == expected


def test_the_last_of_people_and_of_a_noun():
    text = "It hurt 12 people and 30 cows in 9 barns. Police say 14"
    numbers, words = texts(text)
    last = len(numbers) - 1
    assert words[last_of_people(text, numbers, last)] == "12"
    assert words[last_of_noun(text, numbers, last, "cows")] == "30"
    assert last_of_noun(text, numbers, last, "goats") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You have 34 kids and a crowd of 5,000", True),
        ("You have 340 guests and a crowd of 5,000", False),
        ("It has 5,000 shops, and they say 34", False),
    ],
)
def test_a_number_far_above_another_answers_nothing(text, expected):
    first, bare = parse_numbers(text)
    assert is_far_above(bare, first) == expected
