"""Whose a number is by the name beside it."""

import pytest
from made_figures import position

from analysis.extract.figures.nearest_owners import begins_no_owner, owner_beside
from analysis.extract.numbers.units import unit_of


@pytest.mark.parametrize(
    ("text", "number", "owner"),
    [
        ("Weld earned 6 percent, Mira Barr got 5 percent.", "5", "Mira Barr"),
        ("The next, Omar Deeb, took only 17 percent.", "17", "Omar Deeb"),
        ("He equalled Jan Nolan's record of 18 major wins.", "18", "Jan Nolan"),
        ("Roth now has 15 wins, compared to 18 for Nolan.", "18", "Nolan"),
        (
            "Roth won 53 percent against 41 percent for his rival, the judge Lena Moss.",
            "41",
            "Lena Moss",
        ),
        ("Blue and White won 25 percent.", "25", "Blue and White"),
        ("She got 5 percent.", "5", None),
        ("April's total of 18 was a record.", "18", None),
        ("Like Weld, the others got 5 percent.", "5", None),
        ("The storm took 18 homes.", "18", None),
        ("Roth has 15 wins, compared to 18 last year.", "18", None),
        ("Roth won $5 million.", "5 million", None),
    ],
)
def test_owner_beside(text, number, owner):
    unit = unit_of(text, *position(text, number))
    assert owner_beside(text, unit, (0, len(text))) == owner


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Combined", True), ("Like Governor Weld", True), ("Likud", False), ("Insurers", False)],
)
def test_what_begins_no_owner(words, expected):
    assert begins_no_owner(words) == expected
