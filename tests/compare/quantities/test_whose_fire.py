"""Those harmed by the two sides of an exchange of fire."""

import numpy as np
import pytest

from analysis.compare.quantities.contradicted import are_two_things
from analysis.compare.quantities.whose_fire import opponents, whose_fire
from tests.compare.quantities.story_tables import injured, killed, statements

BOTH = "Indian and Pakistani troops exchanged artillery fire. "


@pytest.mark.parametrize(
    ("agent", "party"),
    [
        ("Indian shelling", "India"),
        ("troops of Eritrea", "Eritrea"),
        ("a drone of the Rapid Support Forces", "Rapid Support Forces"),
        ("South Sudanese gunners", "South Sudan"),
        ("Indian and Pakistani troops", None),
        ("a shell", None),
        ("the attack on Israel", None),
        ("shells fired into Pakistan", None),
        ("Indian shelling in Pakistan", "India"),
        ("its forces", None),
        (None, None),
        (float("nan"), None),
    ],
)
def test_the_side_that_fired(agent, party):
    assert whose_fire(agent) == party


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Indian and Pakistani troops exchanged heavy fire overnight.", True),
        ("It began at four. An exchange of fire between India and Pakistan followed.", True),
        ("Indian and Pakistani troops traded shelling across the river.", True),
        ("The U.S. said that India and Pakistan had exchanged small arms fire.", False),
        ("India and Pakistan traded cross-border fire.", True),
        ("India condemned the exchange of fire, and Pakistan too.", False),
        ("Indian and Pakistani forces launched retaliatory strikes on the rebels.", False),
        ("Families on both sides of the border between India and Pakistan waited.", False),
        ("Pakistan retaliated with tariffs on Indian goods.", False),
        ("Indian shells fell on a town in Pakistan.", False),
        ("India and Pakistan exchanged prisoners and words.", False),
        ("India and Pakistan: the two sides blamed each other for the strike.", False),
        ("India talked to Pakistan. The armies exchanged fire.", False),
        ("Indian, Pakistani and Chinese troops exchanged fire.", False),
        ("Indian troops exchanged fire with gunmen.", False),
    ],
)
def test_who_fired_at_each_other(text, expected):
    assert opponents(text) == ({frozenset({"India", "Pakistan"})} if expected else frozenset())


def told_apart(one, other):
    found = statements(one, other)
    return are_two_things(found, np.array([0]), np.array([1])).tolist() == [True]


NINE = (BOTH + "Indian shelling killed [9] people.", killed(agent="Indian shelling"))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (("Pakistani troops killed [7] people.", killed(agent="Pakistani troops")), True),
        (("It says [7] were killed on the Indian side.", killed()), True),
        (("In all [19] people were killed on both sides.", killed()), True),
        # who fired was misread: it would be their own people
        (
            (
                "[7] Pakistani troops died.",
                killed(counted="Pakistani troops", agent="Pakistani shells"),
            ),
            False,
        ),
        # one side, two counts
        (("Indian guns killed [7] people.", killed(agent="Indian guns")), False),
        (("Shells killed [7] people.", killed(agent="shells")), False),
        # an ally, whose strike it may have been as well
        (("Chinese drones killed [7] people.", killed(agent="Chinese drones")), False),
        (("In all [7] people were killed.", killed()), False),
        # one number, and two who are blamed for it
        (("Pakistani troops killed [9] people.", killed(agent="Pakistani troops")), False),
    ],
)
def test_the_harmed_of_two_fires_are_two_quantities(other, expected):
    assert told_apart(NINE, other) is expected
    assert told_apart(other, NINE) is expected


def test_where_one_side_fired_two_names_are_a_dispute():
    one = ("A shell killed [9] people.", killed(agent="Indian shelling"))
    other = ("A shell killed [7] people.", killed(agent="Pakistani shelling"))
    assert not told_apart(one, other)


def test_those_harmed_by_a_side_without_an_opponent_may_be_its_own_people():
    one = ("Syrian strikes killed [9].", killed(agent="Syrian strikes"))
    assert not told_apart(one, ("It killed [7] Syrians.", killed(counted="Syrians")))


def test_the_hurt_are_told_apart_as_the_dead_are():
    one = (BOTH + "Indian shelling hurt [9].", injured(agent="Indian shelling"))
    assert told_apart(one, ("Pakistani shells hurt [7].", injured(agent="Pakistani shells")))
