"""A whole and its parts, which add up, are no rival numbers."""

import numpy as np
import pytest

from analysis.compare.quantities.sums import are_of_one_sum
from tests.compare.quantities.story_tables import killed, statements

VIOLATIONS = {"unit": "things", "noun": "violation", "counted": "violations"}
WHOLE = "The armies accused one another of some [3,150] violations."


def counted(low, **columns):
    return VIOLATIONS | {"low": low, "high": low} | columns


def shelled(text, *parts):
    whole = counted(3150, qualifier="approx", source="The armies")
    return (f"{WHOLE} {text}", whole, *parts)


def joined(found, one, two):
    """Return what is said of two rows, in either order."""
    pairs = [
        are_of_one_sum(found, np.array([a]), np.array([b])) for a, b in ((one, two), (two, one))
    ]
    assert pairs[0].tolist() == pairs[1].tolist()
    return pairs[0].tolist() == [True]


def test_parts_of_a_whole_are_no_rivals_in_the_other_articles_either():
    found = statements(
        shelled(
            "Velm counted more than [1,800]. Drusk counted [1,312].",
            counted(1800, high=None, qualifier="more_than"),
            counted(1312, noun=None, counted=None),
        ),
        ("The general staff counted [1,846] violations.", counted(1846)),
        ("They broke the truce [900] times.", counted(900)),
    )
    assert joined(found, 0, 1)
    assert joined(found, 0, 2)
    assert joined(found, 1, 2)
    assert joined(found, 0, 3)
    assert joined(found, 2, 3)
    assert not joined(found, 0, 4)
    assert not joined(found, 1, 3)


@pytest.mark.parametrize(
    ("text", "numbers", "expected"),
    [
        ("It counted [38] deaths, [27] in Supal and [11] in Madep.", (38, 27, 11), True),
        ("It counted [27] deaths in Supal and [11] in Madep: [38].", (27, 11, 38), True),
        # they do not add up, are small, came later, are one number and its revision
        ("It counted [38] deaths, [20] in Supal and [11] in Madep.", (38, 20, 11), False),
        ("It counted [9] deaths, [5] in Supal and [4] in Madep.", (9, 5, 4), False),
        ("It counted [38] deaths, [37] in Supal and [1] in Madep.", (38, 37, 1), False),
        ("It counted [38] deaths, [27] at first and [11] more by night.", (38, 27, 11), False),
        ("It revised the toll from [38] to [27], as [11] were alive.", (38, 27, 11), False),
        # the whole stands between them
        ("It counted [27] deaths of the [38], and [11] in Madep.", (27, 38, 11), False),
    ],
)
def test_two_numbers_in_a_row_that_add_up_to_a_third(text, numbers, expected):
    harmed = [killed(low=number, high=number) for number in numbers]
    found = statements((text, *harmed))
    first, last = sorted(range(3), key=lambda row: numbers[row])[1:]
    assert joined(found, first, last) is expected


def test_another_source_disputes_a_whole():
    text = "Police counted [38] deaths and on Monday [23]. Union lawyers say [61]."
    of = [("Police", 38), ("Police", 23), ("Union lawyers", 61)]
    found = statements((text, *(killed(low=n, high=n, source=who) for who, n in of)))
    assert not joined(found, 0, 2)


def test_other_harm_is_no_part():
    text = "Of [38] dead, [27] were hurt and [11] were not."
    found = statements((text, killed(low=38, high=38), *(counted(n) for n in (27, 11))))
    assert not joined(found, 0, 1)
