"""Counts of several kinds together, and of no kind."""

import numpy as np
import pytest

from analysis.compare.quantities.mixed_kinds import is_mixed, of_mixed_kinds, of_no_kind
from tests.compare.quantities.story_tables import killed, statements


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Thousands] of teachers, parents and kids filled the square.", True),
        ("[Four] teachers and parents were hurt.", True),
        ("About [30] tents, stalls and carts burnt.", True),
        ("About [4,100] teachers walked out and marched.", False),
        ("[143] men, women and children came.", False),
        ("[12] homes and a barn burnt.", False),
        ("[12] homes burnt, and sheds and carts.", False),
        ("Cars and buses burnt; [12] homes stood.", False),
    ],
)
def test_several_nouns_after_a_number(sentence, expected):
    number = sentence[sentence.index("[") + 1 : sentence.index("]")]
    plain = sentence.replace("[", "").replace("]", "")
    assert is_mixed(plain, plain, number) == expected


def counted(noun, **changes):
    return {"unit": "things", "counted": f"{noun}s", "noun": noun} | changes


CROWD = ("[5,000] teachers, parents and kids came.", counted("teacher"))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (("About [4,100] teachers walked out.", counted("teacher")), True),
        (("About [5,000] teachers walked out.", counted("teacher")), False),
        (("[4,100] teachers, pupils and cooks came.", counted("teacher")), False),
        (("About [4,100] people came.", counted("person", unit="people")), False),
        (("[4,100] teachers died.", killed(noun="teacher")), False),
    ],
)
def test_a_crowd_of_several_kinds_is_no_count_of_one(other, expected):
    found = statements(CROWD, other)
    for one, two in ((0, 1), (1, 0)):
        assert of_mixed_kinds(found, np.array([one]), np.array([two])).tolist() == [expected]


def test_things_of_two_articles_are_not_compared():
    both = ("[Two] things and [two] shootings.", counted("thing"), counted("shooting"))
    found = statements(both, ("[Two] shootings.", counted("shooting")))
    first, second = np.array([0, 0, 1]), np.array([1, 2, 2])
    assert of_no_kind(found, first, second).tolist() == [False, True, False]
