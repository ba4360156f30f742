"""Words next to a name say what its bearer is only where they are a noun for one person."""

import pytest

from analysis.extract.attributions.personal_titles import ends_in_person, is_of_bearer, is_others
from analysis.extract.attributions.source_types import type_matches


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("an economist at Velm Bank", True),
        ("the harbour minister of Velm", True),
        ("a political appointee at the ministry", True),
        ("a pastor and artist who lost her house", True),
        ("the dean of the college", True),
        ("the rebel commander", True),
        # the next clause, a body, a thing
        ("the worst terrorist attack in years was a test", False),
        ("a pass because he seems like others", False),
        ("the FBI wants more", False),
        ("the police came", False),
        ("the levy", False),
        ("", False),
    ],
)
def test_ends_in_person(words, expected):
    assert ends_in_person(words) is expected


@pytest.mark.parametrize(
    ("before", "between", "name", "expected"),
    [
        ("Senator ", "", "Ada Quist", True),
        ("the harbour minister, ", ", Ada ", "Ada Quist", True),
        ("his wife, ", ", Ada ", "Ada Quist", True),
        ("voter ", " Ada ", "Quist", True),
        # a body before a comma, a verb, the relative of the person
        ("After the strikes on ISIL, ", ", Emil ", "Emil Roth", False),
        ("a crowd came to witness ", " Ada ", "Ada Quist", False),
        ("his wife, ", ", Ada ", "Emil Quist", False),
    ],
)
def test_is_of_bearer(before, between, name, expected):
    title = type_matches(before)[-1]
    assert is_of_bearer(before, title, between, name) is expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("police", True), ("lawmakers", True), ("ministry", True), ("minister", False)],
)
def test_is_others(noun, expected):
    assert is_others(noun) is expected
