"""Persons with the same surname are told apart by their given names."""

import pytest

from analysis.extract.attributions.namesakes import are_namesakes, given_names, is_named_as_kin
from tests.extract.attributions.resolved_names import last_name


@pytest.mark.parametrize(
    ("name", "other", "expected"),
    [
        ("Anna Quist", "Peter Quist", True),
        ("Mayor Tim C. Quist", "Peter Quist", True),
        ("Quist Jr", "Peter Quist", True),
        ("Quist Jr", "Quist", True),
        ("President Quist", "Peter Quist Jr.", True),
        ("President Obama", "Ovo Obama", True),  # a listed president has another given name
        ("Peter Quist Jr.", "President Peter Quist", True),
        ("German Quist", "Ovo Quist", True),  # of two full names one is a nation's
        ("Markus Quist", "Peter Quist", True),  # "Markus" is not listed, and no English word
        # may be one person
        ("Norlandish Quist", "Quist", False),
        ("German President Quist", "Ovo Quist", False),
        ("President Obama", "Barack Obama", False),
        ("President Quist", "Ovo Quist", False),
        ("Rep. Quist", "Rep. Peter Quist Jr.", False),
        ("Bill Quist", "William J. Quist", False),
        ("Anna Maria Quist", "Maria Quist", False),
        ("Mr. Quist", "Peter Quist", False),
        ("Pavo Quist", "Peter Quist", False),
        ("Imam Quist", "Peter Quist", False),
        ("Oleksandr Quist", "Alexander Quist", False),
        ("Yelena Quist", "Elena Quist", False),
        ("Datuk Quist", "Peter Quist", False),
        ("Treasury Quist", "Peter Quist", False),
        ("Velm’s Quist", "Peter Quist", False),
        ("Rep. Peter Quist, Jr, D-Velm", "Rep. Peter Quist", False),
    ],
)
def test_two_names_with_one_surname(name, other, expected):
    assert are_namesakes(name, other) is expected
    assert are_namesakes(other, name) is expected


def test_only_listed_names_before_the_surname_are_given_names():
    assert given_names("Mayor Anna Maria Quist") == ("Anna", "Maria")
    assert given_names("Velm Harbour Quist") == ()


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("He wrote to a cousin, ", True),
        ("with his wife ", True),
        ("with the mayor, ", False),
        ("", False),
    ],
)
def test_kin(before, expected):
    assert is_named_as_kin(before) is expected


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        (
            "[Gov. Tim Quist] spoke. [Peter Quist] replied. He has a cousin, Daniel C. Quist. "
            "[Peter Quist] left. [Mr. Quist] wept.",
            "Peter Quist",
        ),
        (
            "[Gov. Tim Quist] spoke. He has a cousin, Daniel C. Quist. [The governor] wept.",
            "Gov. Tim Quist",
        ),
        ("[Mr. Quist] spoke of his wife, Anna Quist. [Mr. Quist] wept.", "Mr. Quist"),
        (
            "[President Peter Quist] spoke. [Quist Jr.] replied. [Quist] wept.",
            "President Peter Quist",
        ),
        (
            "[President Quist] spoke. He has a son, Peter Quist Jr. [Mr. Quist] wept.",
            "President Quist",
        ),
        ("[Peter Quist] spoke. It is [Mr. Quist’s] view of the world.", "Peter Quist"),
        ("[Peter Quist] spoke. [Mr. Quist’s] view is old. [Mr. Quist] left.", "Peter Quist"),
        (
            "Gov. Emil Quist of Norland, asked by the host, Tim Moe, replied. "
            "Defending it to Mr. Moe, the governor pointed to facts. [The governor] wept.",
            "Gov. Emil Quist",
        ),
    ],
)
def test_the_right_one_of_a_family_speaks(marked, name):
    assert last_name(marked) == name
