"""Whose the two shares of a lead are."""

import pytest

from analysis.extract.figures.leads import side_of_lead
from analysis.extract.numbers.parse import parse_numbers
from analysis.extract.numbers.units import Unit
from tests.extract.figures.tagged_tables import figures_of

NOBODY = "nobody"  # one of two sides that the sentence does not name


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "A poll finds Orr with a small lead over Bell, 46 percent to 44 percent.",
            ["Orr", "Bell"],
        ),
        ("It has Ada Orr leading Tom Bell among women, 46% to 44%.", ["Ada Orr", "Tom Bell"]),
        ("The Greens are ahead of the Liberals, 14% to 12%.", ["The Greens", "the Liberals"]),
        ("Orr leads in the north, 59 percent to 28 percent.", ["Orr", NOBODY]),
        ("Orr beat her 51% to 36%.", ["Orr", NOBODY]),
        ("She leads Bell by 49 percent to 47 percent.", [NOBODY, "Bell"]),
        ("Mrs. Orr is leading Mr. Bell 49 to 39.", ["Mrs. Orr", "Mr. Bell"]),
        ("Orr carried the county 66% to 30%.", ["Orr", NOBODY]),
        # a change, a range, shares of one, no second number
        ("Prices rose from 12 percent to 14 percent.", [None, None]),
        ("Orr's share fell from 46 percent to 44 percent.", [None, None]),
        ("In towns that Orr won, turnout rose from 46 percent to 48 percent.", [None, None]),
        ("Orr Bank led the market as the rate went from 4 percent to 5 percent.", [None, None]),
        ("Acme won the case and raised its stake from 12% to 15%.", [None, None]),
        ("In May, it won 46 percent to add to its gains.", [None]),
        ("Orr leads Bell by 4 percent.", [None]),
        ("The lead shrank: 46 percent to 44 percent.", [None, None]),
    ],
)
def test_whose_a_share_of_a_lead_is(text, sides):
    found = []
    for number in parse_numbers(text):
        unit = number.unit or Unit("count", None, None, number.start, number.end)
        side = side_of_lead(text, unit, (0, len(text)))
        found.append(None if side is None else side.owner or NOBODY)
    assert found == sides


def test_the_other_side_names_no_share():
    found = figures_of("A poll finds Orr with a small lead over Bell, 46 percent to 44 percent.")
    assert found["whose"].tolist() == ["Orr", "Bell"]
    assert not found["counted"].isin(["Orr", "Bell"]).any()
