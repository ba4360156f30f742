"""Adjectives that judge are no part of a name, as a table of words and what is expected."""

import pytest

from analysis.extract.epithets import without_epithets
from tests.extract.attributions.resolved_names import last_name, names_of

CASES = [
    ("Heartless Minister Ada Quist", "Minister Ada Quist"),
    ("Shamefaced Velmar", "Velmar"),
    ("The ruthless Blackthorn gang", "The Blackthorn gang"),
    ("Fat-cat boss Ada Quist", "boss Ada Quist"),
    ("Proud and noble Velmar", "Proud and noble Velmar"),
    # these are said of people without a name, or are names
    ("Furious residents", "Furious residents"),
    ("grieving relatives", "grieving relatives"),
    ("Grand Duke Emil", "Grand Duke Emil"),
    ("Free Velm Army", "Free Velm Army"),
    ("Former Minister Ada Quist", "Former Minister Ada Quist"),
    ("Proud", "Proud"),
    ("", ""),
]


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_without_epithets(words, expected):
    assert without_epithets(words) == expected


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            "[Heartless Transport Minister Ada Quist] spoke. [Quist] left.",
            ["Transport Minister Ada Quist"] * 2,
        ),
        ("Shamefaced [Velmar] spoke. [Velmar] left.", ["Velmar"] * 2),
        ("[The ruthless Blackthorn gang] spoke.", ["Blackthorn gang"]),
        ("[Furious residents] spoke.", ["Furious residents"]),
    ],
)
def test_names(marked, names):
    assert names_of(marked) == names


def test_it_is_the_firm_that_the_sentence_before_begins_with():
    text = "[The Blackthorn gang] spoke. Red-faced Velmar paid. Velmar is small. [It] lost."
    assert last_name(text) == "Velmar"
    text = "[The Blackthorn gang] spoke. Velmar sells pumps. Red-faced Velmar paid. [It] lost."
    assert last_name(text) == "Velmar"
