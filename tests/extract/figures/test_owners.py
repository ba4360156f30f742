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
        ("A poll gave the Alliance 36 percent.", "36", "the Alliance"),
        ("That would give Orra Union 71 of the 150 seats.", "71", "Orra Union"),
        ("Orra Union won 71 of the 150 seats.", "71", "Orra Union"),
        ("Orra Union won 71 of the 150 seats.", "150", None),
        ("The Farmers' Union, with 9.1 percent, came next.", "9.1", "The Farmers' Union"),
        ("The Greens, on 3.8 per cent, lost.", "3.8", "The Greens"),
        (
            "It won 34 percent, ahead of the ruling Orra Union party of Ada Roth with 31 percent.",
            "31",
            "the ruling Orra Union",
        ),
        ("It won 34 percent, followed by Blue, led by Ada Roth, with 12 percent.", "12", "Blue"),
        ("Blue came first with 34 percent and Order second with 31 percent.", "31", "Order"),
        ("Rask lost as the Greens took 47 percent of votes and 31 seats.", "31", "the Greens"),
        ("Acme cut jobs while Velm sold 12 ships.", "12", "Velm"),
        ("Acme sold its stake as the base of 12 ships.", "12", None),
        ("It stopped the day before Monday with 31 percent of votes counted.", "31", None),
        ("On Sunday the Alliance stood at 33.4 per cent.", "33.4", "the Alliance"),
        ("But 61 seats for his National Order leave him weak.", "61", "his National Order"),
        ("On Monday, with 40 homes gone, she left.", "40", None),
        ("Blue was led by Ada Roth, with 90% of votes counted.", "90", None),
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
