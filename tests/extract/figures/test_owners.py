"""Whose a number is by its clause, its list of facts or its place."""

import pytest
from made_figures import position

from analysis.extract.figures.owners import owner_by_clause, place_of_cases
from analysis.extract.numbers.units import unit_of


@pytest.mark.parametrize(
    ("text", "number", "owner"),
    [
        ("Acme plans to open 20 branches.", "20", "Acme"),
        ("The bank will close 12 offices.", "12", "The bank"),
        ("Orra Mill Homes built: 40 Homes sold: 31", "40", "Orra Mill"),
        ("Orra Mill Homes built: 40 Homes sold: 31", "31", "Orra Mill"),
        ("Orra Mill Homes built: 40 Brant Yard Homes built: 12", "12", "Brant Yard"),
        ("Orra Mill Homes built: Not known Homes sold: 31", "31", "Orra Mill"),
        ("Homes built: 40 Homes sold: 31", "31", None),
        ("Orra Mill told us: 40 homes.", "40", None),
        ("He said that 40 homes were built.", "40", None),
    ],
)
def test_owner_by_clause(text, number, owner):
    unit = unit_of(text, *position(text, number))
    assert owner_by_clause(text, unit, (0, len(text))) == owner


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Some 17 cases were reported in Ohio.", "Ohio"),
        ("Some 17 cases of cholera in the city are new.", "the city"),
        ("Cases in Ohio have climbed to 17.", "Ohio"),
        ("Some 17 people fell ill.", None),
        ("Some 17 crates were found in Ohio.", None),
    ],
)
def test_place_of_cases(text, place):
    unit = unit_of(text, *position(text, "17"))
    assert place_of_cases(text, unit, (0, len(text))) == place
