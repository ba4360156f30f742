"""Words that name something which kills or hurts people."""

import pytest

from analysis.extract.figures.told_causes import tells_cause


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The bridge fell into the river.", True),
        ("Floods cut off the valley.", True),
        ("A gunman opened fire.", True),
        ("Cholera spreads in the camp.", True),
        ("Police searched the house.", True),
        ("Amy Vale died at the scene on Main Street.", True),
        ("His mother found him at the foot of the cliff.", True),
        ("He died after eating mushrooms.", True),
        ("She beat him on the political scene.", False),
        ("The court met on Monday.", False),
        ("Prices rose by a tenth.", False),
        ("The team won the cup again.", False),
    ],
)
def test_what_kills_is_named(words, expected):
    assert tells_cause(words) is expected
