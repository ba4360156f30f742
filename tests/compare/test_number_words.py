"""Numbers in words lose nothing; two agree only if rounding or an open end explains them."""

from itertools import product

import numpy as np
import pytest

from analysis.compare.number_words import (
    agree,
    comparable,
    number_in_words,
    same_number,
    same_unit,
    tells_number,
)


def figure(low=None, high=None, qualifier="exact", **columns):
    """Return a figure; one number is both ends."""
    row = {
        "low": low,
        "high": high,
        "qualifier": qualifier,
        "text": "dozens",
        "unit": "people",
        "unit_text": None,
        "currency": None,
        "change": None,
    }
    return row | columns


def exact(value, **columns):
    return figure(value, value, **columns)


def about(value, **columns):
    return figure(value, value, "approx", **columns)


def almost(value, **columns):
    return about(value, qualifier_text="almost", **columns)


def at_least(value, **columns):
    return figure(value, None, "at_least", **columns)


def at_most(value, **columns):
    return figure(None, value, "at_most", **columns)


def words(text, **columns):
    return figure(qualifier="vague", text=text, **columns)


def money(sign="$", currency=None):
    return {"unit": "money", "unit_text": sign, "currency": currency}


def percent(written="%"):
    return {"unit": "percent", "unit_text": written}


def measure(written):
    return {"unit": "measure", "unit_text": written}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (exact(29), "29"),
        (exact(0), "0"),
        (at_least(29), "at least 29"),
        (figure(29, None, "more_than"), "more than 29"),
        (at_most(29), "up to 29"),
        (figure(None, 29, "less_than"), "fewer than 29"),
        (figure(None, 29, "less_than", **money()), "less than $29"),
        (about(1500), "about 1,500"),
        (almost(1500), "almost 1,500"),
        (at_least(29, qualifier_text="No fewer than"), "no fewer than 29"),
        (about(29, qualifier_text="~", **money()), "~$29"),
        (
            about(100 / 3, text="a third", qualifier_text="nearly", **percent(None)),
            "nearly a third",
        ),
        (about(29, qualifier_text=np.nan), "about 29"),
        (at_most(26, change="up", qualifier_text="up to", **percent()), "up by up to 26%"),
        (at_most(26, change="down", qualifier_text="up to", **percent()), "down up to 26%"),
        (figure(20, 30, "range"), "20 to 30"),
        (figure(20, 20, "range"), "20"),
        (figure(5, None, "exact"), "at least 5"),
        (figure(None, 5, "exact"), "up to 5"),
        (figure(np.nan, np.nan, "vague"), "dozens"),
        (words("Tens of thousands"), "tens of thousands"),
        (exact(4.2e6, **money()), "$4.2 million"),
        (exact(2.3 * 1e9, **money()), "$2.3 billion"),
        (exact(1.5e12, **money("€")), "€1.5 trillion"),
        (exact(5e6, **money("pounds", "GBP")), "5 million pounds"),
        (exact(5, **money("Rs", "INR")), "5 Rs"),
        (exact(5, **money("R", "ZAR")), "R5"),
        (exact(5, **money("₽", "RUB")), "₽5"),
        (exact(-3, **money()), "-$3"),
        (exact(-2.5e9, **money()), "-$2.5 billion"),
        (exact(-1.2, **percent()), "-1.2%"),
        (figure(4e6, 5e6, "range", **money()), "$4 million to $5 million"),
        (figure(4e6, 5e6, "range", **money("dollars")), "4 million to 5 million dollars"),
        (figure(3, 5, "range", **percent()), "3 to 5%"),
        (exact(3.6, **percent()), "3.6%"),
        (exact(3.6, **percent("per cent")), "3.6 per cent"),
        (exact(3.6, text="3.6", **percent(None)), "3.6%"),
        (about(100 / 3, text="a third", **percent(None)), "about a third"),
        (exact(40.0, text="Two-fifths", change="down", **percent(None)), "down two-fifths"),
        (exact(3.6, change="up", **percent()), "up 3.6%"),
        (exact(3100, change="down", unit="things"), "3,100"),
        (about(3.6, change="down", **percent()), "down about 3.6%"),
        (exact(2, unit="points", unit_text="percentage points"), "2 percentage points"),
        (exact(100, **measure("miles")), "100 miles"),
        (words("Millions", **money("dollars")), "millions of dollars"),
        (words("hundreds of millions", **money("dollars")), "hundreds of millions of dollars"),
        (words("dozens", **measure("feet")), "dozens of feet"),
        (words("several", **measure("feet")), "several feet"),
        (words("a few", **percent("percent")), "a few percent"),
        (exact(1_234_567), "1,234,567"),
        (exact(1_204_000), "1.204 million"),
        (exact(999_999_999), "999,999,999"),
        (exact(1e15), "1,000 trillion"),
        (exact(0.125, **percent()), "0.125%"),
        (exact(0.004, **percent()), "0.004%"),
        (exact(0.1 + 0.2, **percent()), "0.3%"),
        (exact(2_019_287.42, **money("$")), "$2,019,287.42"),
        (exact(20_192_873.07, **money("$")), "$20,192,873.07"),
        (exact(1e-7, **percent()), "0.0000001%"),
        # cents as the text has them
        (exact(466.3, text="$466.30", **money()), "$466.30"),
        (exact(1466.3, text="1,466.30", **money()), "$1,466.30"),
        (exact(6.0, text="$6.00", **money()), "$6"),
        (exact(6.5, text="6.5", **money()), "$6.5"),
        (exact(6.5e6, text="$6.50 million", **money()), "$6.5 million"),
        (figure(1.5, 2.25, "range", text="$1.50 to $2.25", **money()), "$1.50 to $2.25"),
        (exact(3.5, text="3.50", **percent()), "3.5%"),
        # what was computed has four decimals
        (exact(71 / 12, text="5 feet 11", **measure("ft")), "5.9167 ft"),
        (exact(1 / 7, text="a seventh", unit="measure", unit_text="mile"), "0.1429 miles"),
        (exact(3.14159265, text="3.14159265", **measure("m")), "3.14159265 m"),
        (exact(1234.56789, text="1,234.56789", **measure("km")), "1,234.56789 km"),
        (exact(2, text="two", **measure("month")), "2 months"),
        (exact(1, text="a", **measure("month")), "1 month"),
        (figure(1, None, "more_than", text="a", **measure("month")), "more than 1 month"),
        (exact(0.5, text="half", **measure("century")), "0.5 centuries"),
        (exact(50, text="50", **measure("minute")), "50 minutes"),
        (figure(1, 2, "range", text="1 to 2", **measure("day")), "1 to 2 days"),
        (words("several", **measure("foot")), "several feet"),
        (exact(3, text="3", unit="points", unit_text="point"), "3 points"),
    ],
)
def test_a_number_is_written_as_it_is_read(row, expected):
    assert number_in_words(row) == expected


@pytest.mark.parametrize("value", [7, 12.5, 999, 1_000, 123_456, 1_234_567, 8_888_888_888, 0.0625])
@pytest.mark.parametrize("sign", [1, -1])
def test_no_digit_of_a_number_is_lost(value, sign):
    number, _, scale = number_in_words(exact(sign * value)).replace(",", "").partition(" ")
    size = {"": 1, "million": 1e6, "billion": 1e9}[scale]
    assert float(number) * size == pytest.approx(sign * value, rel=1e-11)


AGREEING = [
    (
        figure(None, 55.0, "less_than", **percent()),
        figure(50.0, None, "more_than", **percent()),
    ),
    (exact(29), exact(29)),
    (at_least(29), exact(31)),
    (at_least(1), exact(3)),
    (at_most(100), exact(60)),
    (at_most(12), exact(3)),
    (figure(None, 100, "less_than"), exact(3)),
    (at_least(29), at_least(40)),
    (at_most(50), exact(50)),
    (figure(20, 30, "range"), exact(25)),
    (figure(20, 30, "range"), figure(30, 40, "range")),
    (exact(1_204_000), exact(1_200_000)),
    (exact(2_987), about(3_000)),
    (almost(40_000), exact(38_412)),
    (almost(200), exact(200)),
    (almost(200), about(200)),
    (exact(2_987), exact(3_000)),
    (exact(95), about(100)),
    (exact(21), about(20)),
    (exact(27), about(30)),
    (about(186), exact(200)),
    (at_least(3_000), exact(2_987)),
    (exact(6.34, **percent()), exact(6.3, **percent())),
    (exact(6.3, **percent()), exact(6, **percent())),
    (exact(-6.34, **percent()), exact(-6.3, **percent())),
    (exact(4.6e9, **money()), exact(5e9, **money())),
    (words("dozens"), exact(40)),
    (exact(36, text="three dozen"), exact(38)),
    (exact(41), exact(36, text="Three dozen")),
    (words("dozens"), words("hundreds")),
    (words("dozens"), at_least(200)),
    (words("several"), exact(4_000)),
    (words("tens of thousands"), exact(30_000)),
    (words("hundreds of millions", **money()), exact(1.2e8, **money())),
    (exact(5, **money()), exact(9, **money("£", "GBP"))),
    # as outlets convert
    (exact(500, **measure("acres")), exact(202, **measure("hectares"))),
    (exact(500, **measure("acres")), exact(200, **measure("hectares"))),
    (exact(4.8, **measure("tonnes")), exact(4830, **measure("kilograms"))),
    (exact(3, **measure("miles")), exact(5, **measure("km"))),
    (exact(2, **measure("metres")), exact(6, **measure("feet"))),
    (at_least(5, **measure("miles")), exact(12, **measure("km"))),
    (about(71, **measure("miles")), exact(105, **measure("km"))),
    (words("dozens", **measure("miles")), exact(40, **measure("km"))),
    (exact(2, **measure("years")), exact(24, **measure("months"))),
    # no ratio is fixed
    (exact(5, **measure("degrees")), exact(90, **measure("km"))),
]

DIFFERING = [
    (
        figure(None, 50.0, "less_than", **percent()),
        figure(50.0, None, "more_than", **percent()),
    ),
    (exact(29), exact(30)),
    (exact(18), exact(81)),
    (at_least(29), exact(27)),
    (at_most(20), exact(21)),
    (at_most(5_000), about(1_200)),
    (at_least(9), exact(52)),
    (at_least(1), exact(12)),
    (at_least(29), at_least(400)),
    (at_least(5, **measure("miles")), exact(90, **measure("km"))),
    (figure(20, 30, "range"), exact(31)),
    (exact(100), exact(149)),
    (exact(2.6e6), exact(3e6)),
    (about(100), exact(149)),
    (exact(26), about(30)),
    (exact(16), about(20)),
    (exact(20), exact(21)),
    (almost(40_000), exact(41_260)),
    (almost(200), exact(205)),
    (exact(1_204_000), exact(1_300_000)),
    (exact(1_203), exact(1_204)),
    (exact(5, **percent()), exact(-5, **percent())),
    (exact(0), exact(1)),
    (exact(2.4, **percent()), exact(2, **percent())),
    (exact(6.3, **percent()), exact(7.1, **percent("percent"))),
    (exact(6, **percent("per cent")), exact(7, **percent("percent"))),
    (about(180_000), at_least(200_000)),
    (about(74_000), about(77_000)),
    (about(74_000), exact(77_000)),
    (exact(5e6, **money()), exact(9e6, **money("dollars"))),
    (exact(5e6, **money()), exact(9e6, **money("US$", "USD"))),
    (exact(5e6, **money("£", "GBP")), exact(9e6, **money("pounds", "GBP"))),
    (exact(5, **measure("kilometers")), exact(9, **measure("km"))),
    (exact(5, **measure("mile")), exact(9, **measure("miles"))),
    (exact(5, **measure("miles")), exact(90, **measure("km"))),
    (exact(500, **measure("acres")), exact(500, **measure("hectares"))),
    (exact(4.6, **measure("tonnes")), exact(4830, **measure("kilograms"))),
    (exact(500, **measure("acres")), exact(1.2, **measure("square miles"))),
    (exact(1, **measure("mile")), exact(5, **measure("km"))),
    (exact(71, **measure("miles")), exact(105, **measure("km"))),
    (words("dozens", **measure("miles")), exact(10, **measure("km"))),
    (words("dozens"), exact(5)),
    (exact(36, text="three dozen"), exact(44)),
    (exact(12, text="a dozen"), exact(15)),
    (at_least(36) | {"text": "three dozen"}, exact(33)),
    (exact(36, text="three dozen", **measure("miles")), exact(38, **measure("km"))),
    (words("dozens"), figure(200, None, "more_than")),
    (words("tens of thousands"), exact(5_000)),
    (words("billions", **money()), exact(5e6, **money())),
    (exact(5, change="up", **percent()), exact(5, change="down", **percent())),
]


@pytest.mark.parametrize(("one", "other"), AGREEING)
def test_rounding_and_open_ends_are_no_difference(one, other):
    assert agree(one, other)
    assert agree(other, one)


@pytest.mark.parametrize(("one", "other"), DIFFERING)
def test_other_numbers_differ(one, other):
    assert not agree(one, other)
    assert not agree(other, one)
    assert not same_number(one, other)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (at_least(29), exact(29), True),
        (at_least(29), exact(31), False),
        (exact(1_204_000), about(1_200_000), True),
        (figure(20, 30, "range"), figure(20, 30, "range"), True),
        (figure(20, 30, "range"), exact(25), False),
        (figure(20, 30, "range"), exact(20), False),
        (words("dozens"), words("dozens"), False),
        (words("dozens"), exact(12), False),
        (exact(5, **money()), exact(5, **money("£", "GBP")), False),
        (exact(5, **percent()), exact(5, **percent("percent")), True),
    ],
)
def test_same_number(one, other, expected):
    assert same_number(one, other) is expected
    assert same_number(other, one) is expected


def test_every_number_agrees_with_itself():
    for one, other in (*AGREEING, *DIFFERING):
        assert agree(one, one)
        assert agree(other, other)


@pytest.mark.parametrize(
    ("units", "others", "expected"),
    [
        ([percent(), percent("percent"), percent("per cent"), percent(None)], [money()], False),
        ([money(), money("dollars"), money("US$", "USD")], [money("£", "GBP")], False),
        ([money("US$", "USD")], [money("C$", "CAD"), money("euros", "EUR")], False),
        ([money("EUR", "EUR"), money("euros", "EUR"), money("€", "EUR")], [money()], False),
        ([money("₦", "NGN"), money("naira", "NGN")], [money("€", "EUR")], False),
        ([measure("km"), measure("Kilometres")], [measure("miles"), percent()], False),
        ([percent()], [{"unit": "points", "unit_text": "points"}], False),
        ([{"unit": "people"}, {"unit": "things"}, {"unit": "bodies"}], [percent(None)], False),
        ([money("pounds", "GBP")], [measure("pounds")], False),
    ],
)
def test_units_are_one_however_they_are_written(units, others, expected):
    for one, other in product(units, units):
        assert same_unit(exact(1, **one), exact(1, **other))
    for one, other in product(units, others):
        assert same_unit(exact(1, **one), exact(1, **other)) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (measure("acres"), measure("hectares"), True),
        (measure("km"), measure("Kilometres"), True),
        (measure("acres"), measure("miles"), False),
        (measure("acres"), {"unit": "things"}, False),
        (money(), money("£", "GBP"), False),
        (money(), money("dollars"), True),
    ],
)
def test_units_of_a_fixed_ratio_can_be_compared(one, other, expected):
    assert comparable(exact(1, **one), exact(1, **other)) is expected
    assert comparable(exact(1, **other), exact(1, **one)) is expected


@pytest.mark.parametrize(
    ("value", "expected"), [(34.2, True), (31.5, True), (35.9, False), (41.0, False)]
)
def test_a_fraction_in_words_is_rounded(value, expected):
    third = exact(100 / 3, text="a third", **percent(None))
    assert agree(third, exact(value, **percent())) is expected
    assert agree(exact(value, **percent()), third) is expected


def test_a_ratio_in_words_is_rounded():
    ratio = exact(90.0, text="nine out of ten", **percent(None))
    assert number_in_words(ratio) == "nine out of ten"
    assert agree(ratio, exact(92.0, **percent()))
    assert not agree(ratio, exact(95.0, **percent()))


@pytest.mark.parametrize(
    ("value", "expected"), [(43.0, True), (56.5, True), (42.5, False), (58.0, False)]
)
def test_about_a_fraction_is_rounded_more_roughly(value, expected):
    about_half = {**exact(50.0, text="half", **percent(None)), "qualifier": "approx"}
    assert agree(about_half, exact(value, **percent())) is expected
    assert agree(exact(value, **percent()), about_half) is expected


@pytest.mark.parametrize(
    ("low", "words", "expected"),
    [
        (49, "49", True),
        (None, "dozens", True),
        (None, "Hundreds of thousands", True),
        (None, "Many", False),
        (None, "several", False),
        (None, "a number of", False),
    ],
)
def test_words_that_state_a_number_or_its_size(low, words, expected):
    assert tells_number({"low": low, "high": low, "text": words}) is expected
