"""Acronyms of names, and short forms of offices and bodies."""

import pytest

from analysis.extract.attributions.acronyms import (
    body_of,
    initials_of,
    spelled_out,
    spelled_out_office,
)
from tests.extract.attributions.resolved_names import names_by_sentence


@pytest.mark.parametrize(
    ("name", "acronym", "expected"),
    [
        ("Port Safety Agency", "PSA", True),
        ("U.S. Department of Transport", "DOT", True),
        ("Transport Department", "DOT", True),
        ("Transport Department", "DT", False),
        ("Harbour and Tides Ministry", "MOHT", True),
        ("Centers for Fish Control and Prevention", "CFC", True),
        ("Velm Power Corp.", "VPCORP", True),
        ("Homeland Safety Department", "DHS", True),
        ("Planning Ministry", "MP", False),
        ("Port Ministry", "PM", False),
        ("Transport Department", "DOTS", False),
        ("Department Stores", "DOS", False),
        ("Port Safety Agency", "AOPS", False),
        ("Port", "P", True),
        ("Ministry", "MO", False),
    ],
)
def test_initials(name, acronym, expected):
    assert (acronym in initials_of(name)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Velm Dept.", "Velm Department"),
        ("the Velm Govt", "the Velm Government"),
        ("the Department", "the Department"),
        ("Deptford", "Deptford"),
        ("the depth", "the depth"),
    ],
)
def test_spelled_out(words, expected):
    assert spelled_out(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the IG", "the inspector general"),
        ("its DA", "its district attorney"),
        ("IG", None),
        ("the IGs", None),
        ("the AG Velm", None),
        ("a PM", None),
        ("the BBC", None),
    ],
)
def test_spelled_out_office(words, expected):
    assert spelled_out_office(words) == expected


def test_body_of():
    assert body_of("Port Safety Agency spokeswoman") == "Port Safety Agency"
    assert body_of("Port Safety Agency") == "Port Safety Agency"


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            "[The Transport Department] spoke. [The DOT] said no.",
            ["Transport Department"] * 2,
        ),
        (
            "[DOT] opens probe\n\nThe U.S. Department of Transport met.",
            ["U.S. Department of Transport"],
        ),
        (
            "[The Velm Dept.] spoke. [The department] left.",
            ["Velm Department"] * 2,
        ),
        (
            "[The ministry's inspector general] spoke. [The IG] left.",
            ["ministry's inspector general"] * 2,
        ),
        # a dateline is no office and no place that a house is of
        ("KARSK (CNN) Acting Warden Emil Roth left. [CNN] said so.", ["CNN"]),
        ("Karsk Chief Warden (CW) Emil Roth left. [CW] said so.", ["Emil Roth"]),
        (
            "[The Transport Department (DT)] spoke. [The DT] said no.",
            ["Transport Department (DT)"] * 2,
        ),
        # persons, and a firm
        ("[The Planning Ministry] spoke. [The MP] said no.", ["Planning Ministry", "MP"]),
        ("[The Agriculture Department] spoke. [The DA] left.", ["Agriculture Department", "DA"]),
        (
            "[The AG] rose. Velmar AG sells cars. [Attorney General Ada Quist] was absent.",
            ["AG", "Attorney General Ada Quist"],
        ),
        ("[The DOT] said no.", ["DOT"]),
        ("The Transport Department met. [The DOJ] said no.", ["DOJ"]),
        ("[Mayor Ada Quist] spoke. [The IG] left.", ["Mayor Ada Quist", "IG"]),
    ],
)
def test_names(marked, names):
    assert names_by_sentence(marked) == names
