"""The same body in the words of several outlets, and bodies of two countries."""

import pytest

from analysis.compare.countries_of_bodies import body_and_country, is_one_body


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("the Lebanese health ministry", ("health ministry", "Lebanon")),
        ("health ministry in Beirut", ("health ministry", "Lebanon")),
        ("health ministry of Lebanon", ("health ministry", "Lebanon")),
        ("Lebanon's health ministry", ("health ministry", "Lebanon")),
        ("The country’s health ministry,", ("health ministry", None)),
        ("health ministry", ("health ministry", None)),
        # no country
        ("hospital in Harlow", ("hospital in harlow", None)),
        ("Ada Roth", ("ada roth", None)),
    ],
)
def test_a_body_and_its_country(source, expected):
    assert body_and_country(source) == expected


@pytest.mark.parametrize(
    ("source", "other", "expected"),
    [
        ("the Lebanese health ministry", "the health ministry in Beirut", True),
        ("the Lebanese health ministry", "the country's health ministry", True),
        ("the Lebanese health ministry", "the Syrian health ministry", False),
        ("the Lebanese health ministry", "the Lebanese interior ministry", False),
        ("the Lebanese ministry", "the Lebanese ministry", False),  # it may be any
        ("Beirut", "Lebanon", False),
        ("Kenya Red Cross", "Red Cross", False),
        ("China Daily News", "Daily News", False),
        ("U.S. military officials", "military officials", False),
    ],
)
def test_two_names_of_one_body(source, other, expected):
    assert is_one_body(source, other) == is_one_body(other, source) == expected
