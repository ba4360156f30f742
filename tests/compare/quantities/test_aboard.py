"""All who were on a boat, a plane, a train or a bus."""

import numpy as np
import pytest

from analysis.compare.quantities.aboard import is_aboard
from analysis.compare.quantities.contradicted import contradict
from tests.compare.quantities.story_tables import killed, statements


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("The guard says that [52] people were aboard.", "person", True),
        ("It was carrying more than [250].", None, True),
        ("Close to [300] were crammed on the two-deck boat.", None, True),
        ("More than [60] were crammed on board.", None, True),
        ("A boat packed with [300] goes under.", None, True),
        ("[81] passengers were on board.", "passenger", True),
        ("[81] passengers and four crew were on board.", "passenger", False),
        ("[81] sheep were on board.", "sheep", False),
        ("[52] people were on the quay.", "person", False),
        ("It carried on. [52] people left.", "person", False),
    ],
)
def test_all_who_were_aboard(text, noun, expected):
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    statement = {"noun": noun, "outcome": None, "start": start, "end": end}
    assert is_aboard(statement, plain) is expected


@pytest.mark.parametrize(
    ("aboard", "toll", "expected"),
    [
        ("Survivors said it was carrying more than [250].", "At least [31] people died.", True),
        ("Survivors said that [250] people were saved.", "At least [31] people died.", False),
    ],
)
def test_those_aboard_are_no_toll(aboard, toll, expected):
    found = statements((aboard, {}), (toll, killed()))
    assert contradict(found, np.array([0]), np.array([1])).tolist() == [expected]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("The island has just [70] residents.", True),
        ("Rescuers counted [70] people on the deck.", False),
    ],
)
def test_those_aboard_are_not_who_lives_there(other, expected):
    found = statements(
        ("The guard says that [78] people were aboard.", {}),
        (other, {"noun": "resident" if expected else "person"}),
    )
    assert contradict(found, np.array([0]), np.array([1])).tolist() == [expected]
