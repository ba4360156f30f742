"""Pieces of patterns that the rules on figures share."""

import re

import pytest

from analysis.extract.figures.patterns import (
    AUXILIARIES,
    CLAUSE_END,
    HARMED,
    NOT_INTENDED,
    OPTIONAL_QUALIFIER,
    PEOPLE,
    before_number,
    harm_after_people,
    is_harm_to_people,
    outcome_words,
)


def matches(pattern, text):
    return re.fullmatch(pattern, text, re.IGNORECASE) is not None


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("people", True),
        ("Soldier", True),
        ("Syrians", True),
        ("Israelis", True),
        ("Japanese", True),
        ("syrians", False),
        ("houses", False),
    ],
)
def test_people(word, expected):
    assert (re.fullmatch(PEOPLE, word) is not None) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", True),
        ("were ", True),
        ("are still feared ", True),
        ("who have been ", True),
        ("badly ", True),
        ("were", False),
        ("were not ", False),
    ],
)
def test_auxiliaries(text, expected):
    assert matches(AUXILIARIES, text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", True), ("at least ", True), ("another ", True), ("at least some ", False)],
)
def test_optional_qualifiers(text, expected):
    assert matches(OPTIONAL_QUALIFIER, text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("has killed", True),
        ("in May killed", True),  # a month
        ("may killed", False),
        ("to killed", False),
        ("would killed", False),
        ("will killed", False),
        ("could killed", False),
        ("might killed", False),
        ("not killed", False),
    ],
)
def test_threats_plans_and_denials(text, expected):
    assert (re.search(rf"(?i){NOT_INTENDED}\bkilled", text) is not None) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("killed", True),
        ("killed.", True),
        ("killed in May", True),
        ("killed monday", True),
        ("killed at dawn", True),
        ("killed at least two", False),
        ("killed two", False),
        ("killed interns", False),
    ],
)
def test_ends_of_a_clause(text, expected):
    assert (re.match(rf"killed{CLAUSE_END}", text) is not None) is expected


@pytest.mark.parametrize(
    ("determiners", "text", "expected"),
    [
        ("", "", True),
        ("", "at least ", True),
        ("", "another ", False),
        ("another the", "another ", True),
        ("another the", "at least another the ", True),
        (r"a\s+further", "a further ", True),
        ("another the", "another two ", False),
    ],
)
def test_words_before_a_number(determiners, text, expected):
    assert matches(before_number(determiners), text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man was killed.", True),
        ("A man killed in the blast.", True),
        ("A man killed two days ago.", True),
        ("A man killed Monday.", True),
        ("A man drowned them.", True),  # no object, whatever follows
        ("A man killed two people.", False),
        ("A man killed Omar.", False),
        ("A man killed himself.", False),
        ("A man killed and wounded them.", False),
        ("A man killed guards.", False),
        ("A man killed women.", False),
        ("A man killed as he left.", True),
        ("A man killed at dawn.", True),
    ],
)
def test_harm_to_people_or_by_them(text, expected):
    match = re.compile(rf"man\s+{harm_after_people('killed')}").search(text)
    assert is_harm_to_people(match, text) is expected


@pytest.mark.parametrize("text", ["man beaten to death", "man killed or injured", "man sang"])
def test_a_longer_phrase_is_another_outcome(text):
    assert re.search(rf"man\s+{harm_after_people('injured')}", text) is None


def test_every_outcome_of_harm_has_words_on_both_sides():
    for outcome in HARMED:
        assert outcome_words()[outcome]["before"]
        assert outcome_words()[outcome]["after"]
