"""Accidents, disasters and diseases are no party that could be blamed."""

import pytest

from analysis.core.mishaps import is_mishap


@pytest.mark.parametrize(
    ("agent", "expected"),
    [
        ("a ferry disaster", True),
        ("Typhoon Gaemi", True),
        ("the derailment of a passenger train", True),
        ("Portuguese train crash", True),
        ("a passenger train", True),
        ("Niger boat mishap", True),
        ("a fire", True),
        ("a fierce fire at the depot", True),
        ("the Kelmouth depot fire", True),
        ("the fire", False),
        ("a sniper's fire", False),
        ("a Norland artillery fire", False),
        ("army fire", False),
        ("the tank fire", False),
        ("Norland's shelling", False),
        ("government warplanes", False),
        ("an attack on a train", False),
        ("a gunman on the train", False),
        (None, False),
        (float("nan"), False),
    ],
)
def test_mishaps(agent, expected):
    assert is_mishap(agent) is expected
