"""Countries that a sentence names, by name or adjective."""

import pytest

from analysis.compare.events.labels.countries import countries_in, is_country
from analysis.compare.events.labels.words import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ukrainian losses rise, Russia says", ["Ukraine", "Russia"]),
        ("South Korean sailors leave South Sudan", ["South Korea", "South Sudan"]),
        ("a polish for the china", []),
        ("Sailors leave Velm", []),
    ],
)
def test_countries_in(text, expected):
    (sentence,) = sentences(text)
    assert [country for _, _, country in countries_in(sentence)] == expected


@pytest.mark.parametrize(
    ("unit", "expected"), [(("south", "korea"), True), (("korean",), False), (("velm",), False)]
)
def test_is_country(unit, expected):
    assert is_country(unit) is expected
