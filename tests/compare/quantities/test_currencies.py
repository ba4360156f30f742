"""Which currencies may be one, and conversions that a story states."""

import pytest

from analysis.compare.quantities.currencies import (
    Conversion,
    currency_of,
    money_factors,
    same_currency,
    stated_conversion,
)


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (" euros ($", True),
        (" million (£", True),
        (", or about $", True),
        (" euros, or $", True),
        (" in May and $", False),
        (" to the city. It owes $", False),
        (" and a second sum, which is far away, of (", False),
    ],
)
def test_a_conversion_stands_next_to_the_sum(between, expected):
    assert stated_conversion(between) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("EUR", "EUR", True),
        ("EUR", "GBP", False),
        ("dollar", "USD", True),
        ("CAD", "dollar", True),
        ("CAD", "USD", False),
        ("dollar", "EUR", False),
        ("crowns", "SEK", True),
        ("crowns", "kronor", True),
        ("crowns", "EUR", False),
        ("crown", "rand", False),
        ("pesos", "dollar", False),
        (None, "EUR", True),
    ],
)
def test_a_dollar_without_a_country_may_be_any(one, other, expected):
    assert same_currency(one, other) is expected


@pytest.mark.parametrize(
    ("unit_text", "code", "expected"),
    [
        ("$", None, "dollar"),
        ("$", "USD", "USD"),
        ("euros", None, "EUR"),
        ("Rs", None, "INR"),
        ("crowns", None, "crowns"),
        ("millions", None, None),
        (None, None, None),
    ],
)
def test_a_currency_is_the_code_or_what_the_unit_says(unit_text, code, expected):
    assert currency_of(unit_text, code) == expected


def test_currencies_are_joined_by_the_median_rate_that_is_stated():
    stated = [
        Conversion("EUR", 100, "USD", 110),
        Conversion("EUR", 100, "USD", 113),
        Conversion("USD", 120, "EUR", 100),
        Conversion("USD", 2, "GBP", 1),
        Conversion("JPY", 100, "INR", 50),
    ]
    factors = money_factors(stated)
    assert {currency: common for currency, (common, _) in factors.items()} == {
        "EUR": "EUR",
        "USD": "EUR",
        "GBP": "EUR",
        "INR": "INR",
        "JPY": "INR",
    }
    assert 113 * factors["USD"][1] == pytest.approx(100, rel=0.001)
    assert factors["GBP"][1] == pytest.approx(2 * factors["USD"][1])


def test_without_conversions_no_currency_is_joined():
    assert money_factors([]) == {}
