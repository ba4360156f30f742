"""Units are in the plural after a number other than one."""

import pytest

from analysis.compare.unit_words import plural_unit


@pytest.mark.parametrize(
    ("unit", "plural"),
    [
        ("month", "months"),
        ("Year", "Years"),
        ("foot", "feet"),
        ("inch", "inches"),
        ("century", "centuries"),
        ("consecutive day", "consecutive days"),
        ("square foot", "square feet"),
        ("mile per hour", "miles per hour"),
        ("percentage point", "percentage points"),
        ("dollar", "dollars"),
        # plural already
        ("months", "months"),
        ("feet", "feet"),
        ("centuries", "centuries"),
        ("miles per hour", "miles per hour"),
        ("miles an hour", "miles an hour"),
        ("km per hour", "km per hour"),
        # no plural, or not known
        ("km", "km"),
        ("%", "%"),
        ("per cent", "per cent"),
        ("Rs", "Rs"),
        ("mph", "mph"),
        ("", ""),
    ],
)
def test_plural_of_a_unit(unit, plural):
    assert plural_unit(unit) == plural
