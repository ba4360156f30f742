"""Spellings of a place: a table of names that are one, and of words that are left alone."""

import csv

import pytest

from analysis.compare.events.place_names import FILE, with_one_spelling
from analysis.compare.events.terms import article_terms

SAME = [
    ("Dnepropetrovsk", "Dnipro"),
    ("KIEV", "Kyiv"),
    ("Kharkov's", "Kharkiv"),
    ("Lvov", "Lviv"),
    ("Energodar", "Enerhodar"),
    ("Peking", "Beijing"),
    ("Bombay", "Mumbai"),
    ("Rangoon", "Yangon"),
    ("Bangalore", "Bengaluru"),
    ("Kishinev", "Chișinău"),
    ("Belorussia", "Belarus"),
    ("Côte d'Ivoire", "Ivory Coast"),
    ("Cote d’Ivoire", "Ivory Coast"),
    ("Burma", "Myanmar"),
    ("Swaziland", "Eswatini"),
    ("Ghazza", "Gaza"),
    ("Edlib", "Idlib"),
    ("Deir al-Zour", "Deir Ezzor"),
    ("Dayr az-Zawr", "Deir ez-Zor"),
    ("al-Raqqa", "Raqqa"),
    ("As-Suwayda", "Sweida"),
    ("Sana'a", "Sanaa"),
    ("Khan Yunis", "Khan Younis"),
]
DIFFERENT = [
    ("Deir", "Deir Ezzor"),
    ("Deir al-Balah", "Deir Ezzor"),
    ("Khan Younis", "Khan Sheikhoun"),
    ("Ivory", "Ivory Coast"),
    ("the Coast", "Ivory Coast"),
    ("Duma", "Douma"),  # a parliament
    ("Kharkiv", "Kyiv"),
    ("Niger", "Nigeria"),
    ("Congo", "Kongo"),
    ("Guinea", "Guyana"),
    ("Sour", "Tyre"),
    ("Austria", "Australia"),
]
UNCHANGED = [
    "the",
    "rangoon",
    "Paris",
    "d'Ivoire",
    "madras cloth",
    "12 Kyle",
    "al-Aqsa",
    "Ho",
    "Ez",
]


def spelled(text):
    return [word for word, _ in with_one_spelling(text.split())]


@pytest.mark.parametrize(("name", "other"), SAME)
def test_spellings_of_a_place_are_one_term(name, other):
    assert spelled(name) == spelled(other)
    terms = [term for term, _ in article_terms(None, f"a raid near {name} yesterday")]
    assert terms == [term for term, _ in article_terms(None, f"a raid near {other} yesterday")]


@pytest.mark.parametrize(("name", "other"), DIFFERENT)
def test_two_places_stay_two(name, other):
    assert spelled(name) != spelled(other)


@pytest.mark.parametrize("text", UNCHANGED)
def test_other_words_are_unchanged(text):
    assert spelled(text) == text.split()


def test_words_are_told_as_printed():
    words = ["in", "Côte", "d'Ivoire", "and", "Dayr", "az-Zawr", "Deir-ezzor"]
    assert list(with_one_spelling(words)) == [
        ("in", "in"),
        ("Ivory", "Côte"),
        ("Coast", "d'Ivoire"),
        ("and", "and"),
        ("Deir", "Dayr"),
        ("Ezzor", "az-Zawr"),
        ("Deir", "Deir-ezzor"),
        ("Ezzor", "Deir-ezzor"),
    ]


def test_every_name_is_of_one_place_and_has_a_source():
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = [row["name"] for row in rows]
    assert len(set(names)) == len(names)
    assert not set(names) & {row["same_as"] for row in rows}  # no chains
    assert all(row["source"] and row["day"] for row in rows)
    assert all(name != name.lower() for name in names)
