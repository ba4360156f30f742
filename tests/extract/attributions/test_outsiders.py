"""Words of an institution in a source that do not make the source a part of it."""

import pytest

from analysis.extract.attributions.outsiders import is_level_only, is_of_outsider, is_surname


def place(words, name):
    """Return where a name begins and ends in some words."""
    start = words.index(name)
    return start, start + len(name)


@pytest.mark.parametrize(
    ("words", "name", "expected"),
    [
        ("a court watcher", "court", True),
        ("Kremlin critics", "Kremlin", True),
        ("the government's opponents", "government", True),
        ("the police union", "police", True),
        ("prison officers' union", "prison", True),
        ("the court clerks' federation", "court", True),
        ("a court clerk", "court", False),
        ("the court", "court", False),
        ("the government and its critics", "government", False),
        ("a Kremlin spokesman", "Kremlin", False),
        ("the police, a union", "police", False),
        ("the courtwatcher", "court", False),
    ],
)
def test_who_looks_on_is_no_part(words, name, expected):
    assert is_of_outsider(words, place(words, name)[1]) is expected


@pytest.mark.parametrize(
    ("words", "level", "body", "expected"),
    [
        ("the county sheriff", "county", "sheriff", True),
        ("the county's public health office", "county's", "health", True),
        ("city of Karsk police", "city of", "police", True),
        ("the county and the police", "county", "police", False),
        ("the county, police", "county", "police", False),
        ("the mayor of police", "mayor", "police", False),
        ("county officials in health", "county", "health", False),
        ("police of the county", "county", "police", False),
    ],
)
def test_a_level_says_only_of_what_place(words, level, body, expected):
    assert is_level_only(words, *place(words, level), place(words, body)[0]) is expected


@pytest.mark.parametrize(
    ("words", "name", "expected"),
    [
        ("Minister Ada Wagner", "Wagner", True),
        ("Mr. Forbes", "Forbes", True),
        ("Jane Wagner", "Wagner", True),
        ("Jane B. Wagner", "Wagner", True),
        ("the Russian Wagner", "Wagner", False),
        ("Wagner", "Wagner", False),
        ("Wagner commander Ada Quist", "Wagner", False),
        ("Minister of the NATO", "NATO", False),
        ("Senator Ada Quist of Amnesty International", "Amnesty International", False),
    ],
)
def test_a_surname_is_no_group(words, name, expected):
    assert is_surname(words, *place(words, name)) is expected
