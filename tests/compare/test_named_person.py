"""Sources of one name: a person under two offices, a body and its acronym."""

import pytest

from analysis.compare.named_person import have_one_acronym, is_one_person
from analysis.compare.reports import same_source


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("State advocate Ada Quist SC", "Prosecutor Ada Quist", True),
        ("Defence counsel Barry Naidoo", "Defence lawyer Barry Naidoo", True),
        ("Ada B. Quist, MP", "campaigner Ada Quist", True),
        ("Prosecutor Ada Quist", "Prosecutor Leo Quist", False),
        ("Prosecutor Ada Quist", "an aide to Ada Quist", False),
        ("President Leo Roth", "aide to President Leo Roth", False),
        ("President Leo Roth", "the campaign of President Leo Roth", False),
        ("Prosecutor Ada Quist", "Ada Quist's lawyer", False),
        ("police in Ada Quist", "residents of Ada Quist", False),
        ("Mayor of New York", "Governor of New York", False),
        ("Human Rights", "lawyers for Human Rights", False),
        ("Quist", "Quist", False),  # a surname alone may be of two
    ],
)
def test_one_person_has_one_name_under_two_offices(first, second, expected):
    assert is_one_person(first, second) is expected
    assert is_one_person(second, first) is expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("The Medical Alliance of Orlo (MAO)", "doctors' union MAO", True),
        ("The Medical Alliance of Orlo (MAO)", "the union MAO", True),
        ("The Medical Alliance of Orlo (MAO)", "doctors' union MAP", False),
        ("The Medical Alliance of Orlo (MAO)", "a former head of the MAO", False),
        ("The Medical Alliance of Orlo (MAO)", "the union", False),
        ("A critic of the Medical Alliance of Orlo (MAO)", "the union MAO", False),
        ("Rivals of the Free Party (FPO)", "the far-right party FPO", False),
    ],
)
def test_a_body_is_told_by_its_acronym(first, second, expected):
    assert have_one_acronym(first, second) is expected
    assert have_one_acronym(second, first) is expected


def test_sources_of_one_person_are_one():
    assert same_source("Defence counsel Barry Naidoo SC", "Defence lawyer Barry Naidoo")
