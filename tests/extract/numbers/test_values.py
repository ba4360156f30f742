"""The value of one number in digits or words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.extract.numbers.values import PLAIN, parse_value


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # digits
        ("0", 0),
        ("29", 29),
        ("1,200", 1200),
        ("1'200", 1200),
        ("1’200", 1200),
        ("1.200", 1200),
        ("1 200", None),  # two numbers, unless thousands are 000 or there are two separators
        ("12 000", 12_000),
        ("1 200 300", 1_200_300),
        ("1\u00a0200", 1200),
        ("1\u202f200", 1200),
        ("1,20", None),
        ("1.5", 1.5),
        ("1,200.5", 1200.5),
        ("٢٥", 25),
        ("۲۵", 25),
        ("007", 7),
        # words
        ("nine", 9),
        ("nineteen", 19),
        ("ninety", 90),
        ("ninety-nine", 99),
        ("ninety nine", 99),
        ("fourty", 40),
        ("Twenty-six", 26),
        ("  six  ", 6),
        # hundreds and dozens
        ("hundred", 100),
        ("a hundred", 100),
        ("an hundred", 100),
        ("three hundred", 300),
        ("3 hundred", 300),
        ("a hundred and two", 102),
        ("three hundred forty-one", 341),
        ("dozen", 12),
        ("a dozen", 12),
        ("two dozen", 24),
        ("3 dozen", 36),
        # scales
        ("thousand", 1000),
        ("a million", 1e6),
        ("two thousand three hundred", 2300),
        ("two thousand three hundred and one", 2301),
        ("three hundred thousand", 300_000),
        ("1.5 million", 1_500_000),
        ("two million three hundred thousand", 2_300_000),
        ("5 billion", 5e9),
        ("one trillion", 1e12),
        # suffixes
        ("4k", 4000),
        ("4 k", 4000),
        ("4m", 4e6),
        ("4mn", 4e6),
        ("4mln", 4e6),
        ("4bn", 4e9),
        ("1.5b", 1.5e9),
        ("4x", None),
        # fractions
        ("half a million", 500_000),
        ("half million", 500_000),
        ("half a dozen", 6),
        ("half a hundred", 50),
        ("a quarter of a million", 250_000),
        ("quarter of a million", 250_000),
        ("one quarter of a million", 250_000),
        ("three quarters of a million", 750_000),
        ("three-quarters of a million", 750_000),
        ("one and a half million", 1_500_000),
        ("a million and a half", 1_500_000),
        ("two and a half dozen", 30),
        # no numbers
        ("", None),
        ("a", None),
        ("several", None),
        ("six seven", None),
        ("killed two", None),
        ("-6", None),
        ("half", None),
    ],
)
def test_values(words, expected):
    assert parse_value(words) == expected


@pytest.mark.parametrize(
    ("words", "first", "step"),
    [
        ("one two three four five six seven eight nine ten", 1, 1),
        ("eleven twelve thirteen fourteen fifteen", 11, 1),
        ("sixteen seventeen eighteen nineteen", 16, 1),
        ("ten twenty thirty forty fifty sixty seventy eighty ninety", 10, 10),
    ],
)
def test_every_word_below_one_hundred(words, first, step):
    for number, word in enumerate(words.split()):
        assert parse_value(word) == first + step * number


def test_other_scripts_are_replaced_character_by_character():
    text = "٢٥\u2009٪ ‒ ۲۵"
    assert len(text.translate(PLAIN)) == len(text)


@given(st.integers(1, 10**9))
def test_digits_with_and_without_separators(value):
    with_commas = f"{value:,}"
    assert parse_value(str(value)) == parse_value(with_commas) == value
    assert parse_value(with_commas.replace(",", "\u00a0")) == value
    assert parse_value(with_commas.replace(",", "'")) == value
