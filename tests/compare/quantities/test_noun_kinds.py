"""People and things by their nouns."""

import numpy as np
import pytest

from analysis.compare.quantities.noun_kinds import harmed_and_things, people_nouns, thing_nouns
from tests.compare.quantities.story_tables import killed, statements

ROCKETS = {"unit": "things", "noun": "rocket", "counted": "rockets"}
FIGHTERS = {"unit": "things", "noun": "fighter", "counted": "fighters"}


def test_no_noun_is_of_people_and_of_things():
    assert "rocket" in thing_nouns()
    assert "fighter" in people_nouns()
    assert people_nouns().isdisjoint(thing_nouns())


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("[70] died.", killed(noun=None)), ("It fired [40] rockets.", ROCKETS), True),
        (("[40] died.", killed(noun=None)), ("It fired [40] rockets.", ROCKETS), False),
        (("[70] died.", killed(noun=None)), ("[40] fighters fell.", FIGHTERS), False),
        (("It fired [70] rockets.", ROCKETS), ("It fired [40] rockets.", ROCKETS), False),
    ],
)
def test_the_harmed_are_no_things(one, other, expected):
    found = statements(one, other)
    first, second = np.array([0]), np.array([1])
    assert harmed_and_things(found, first, second).tolist() == [expected]
    assert harmed_and_things(found, second, first).tolist() == [expected]
