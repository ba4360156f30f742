"""Victims who are paid, helped or heard are not the dead."""

import pytest

from analysis.extract.living_victims import are_living
from tests.extract.attributions.marked_text import unmark


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Town robs library to pay [victims].", True),
        ("They took 12 million euros from its reserves for the [victims] of the flood.", True),
        ("Payouts to [victims] rose.", True),
        ("The city paid $5.5 million to [victims] of torture.", True),
        ("Congress voted to compensate the [victims].", True),
        ("The [Victims]’ Compensation Fund ran out.", True),
        ("[Victims] who lost their homes sleep in a hall.", True),
        ("Survived [victim] of a poisoning went home.", True),
        # the dead, or nothing tells
        ("It offered 45,000 euros to the families of the [victims].", False),
        ("A silence for the [victims] of the wreck was held.", False),
        ("Who were the [victims]?", False),
        ("The unknown [victim] lay in the back seat.", False),
        ("They pay the [dead].", False),
    ],
)
def test_are_living(marked, expected):
    text, ((start, end),) = unmark(marked)
    assert are_living(text, start, end) is expected
