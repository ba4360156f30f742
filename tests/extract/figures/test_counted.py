"""Which words a number counts, and whether they name people."""

import pytest
from made_figures import position, words_at

from analysis.extract.figures.counted import (
    counted_people,
    counted_phrase,
    counts_no_people,
    counts_one_thing,
    counts_people,
    is_plural,
    lemma_of,
    people_before,
)


@pytest.mark.parametrize(
    ("text", "number", "implicit", "counted"),
    [
        ("12 young sailors were hurt", "12", False, "young sailors"),
        ("A passenger suffered burns", "A", True, "passenger"),
        ("A New York City bus driver was hurt", "A", True, "New York City bus driver"),
        ("A Port St. Lucie woman died", "A", True, "Port St. Lucie woman"),
        ("A former army major died", "A", True, "former army major"),
        ("A British hostage unless women go", "A", True, "British hostage"),
        ("12 were hurt", "12", False, None),
        ("12\n\nResidents said so", "12", False, None),
        ("12\nyoung sailors were hurt", "12", False, "young sailors"),
        ("12 injured", "12", False, None),
        ("one sailor was hurt", "one", False, "sailor"),
        ("a young sailor was hurt", "a", True, "young sailor"),
        ("12 Island Guard (IG) officers were hurt", "12", False, "Island Guard (IG) officers"),
        ("12 of the dead were children", "12", False, "children"),
        ("12 deaths", "12", False, None),
        ("a 25-year-old man was hurt", "a", True, "25-year-old man"),
        ("a 38-year-old woman bled to death", "a", True, "38-year-old woman"),
        ("Child was hurt", "Child", True, "Child"),
        ("another sailor was hurt", "another", True, "sailor"),
        ("12 were children", "12", False, "children"),
        ("Hundreds protest police shooting", "Hundreds", False, None),
        ("Hundreds of police marched", "Hundreds", False, "police"),
        ("Thousands more sailors were hurt", "Thousands", False, "sailors"),
        ("one of them a child", "one", False, "child"),
        ("twelve of them prisoners and two of them guards", "twelve", False, "prisoners"),
        ("12 of them were late", "12", False, None),
        ("a man woman and child were hurt", "a", True, "man"),
        ("Two of them, a boy and a woman, are in hospital", "Two", False, None),
        ("One of them, a boy, is in hospital", "One", False, "boy"),
    ],
)
def test_counted_people(text, number, implicit, counted):
    span = counted_people(text, *position(text, number), implicit)
    assert words_at(text, span) == counted


def test_a_percentage_counts_any_noun():
    text = "2 percent of the rubble"
    assert words_at(text, counted_phrase(text, 1)) == "rubble"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("12 young sailors came", "young sailors"),
        ("12 other sailors came", "sailors"),
        ("12 of the sailors came", "sailors"),
        ("12 people guards came", "people"),  # nothing follows "people"
        ("12 young guards sailors came", "young guards sailors"),
        ("12 bombers wearing vests", "bombers"),
        ("12 young and old sailors", "young and old sailors"),
        ("12 sailors and cooks", "sailors"),
        ("12 and sailors", None),
        ("12 IS militants", "IS militants"),
        ("12 is militants", None),
        ("12 displaced people", "displaced people"),
        ("12 missing boats", None),
        ("12 a b c d e sailors", None),
        ("12 very very very very very old sailors", None),  # six words are read
        ("12 very very very very old sailors", "very very very very old sailors"),
        ("12, sailors", None),
        ("12% rubble there", "rubble"),
        ("12 rubble", None),
        ("12  sailors", "sailors"),
        ("12 old  sailors", None),
        ("12 U.S. sailors", "U.S. sailors"),
        ("12", None),
    ],
)
def test_counted_phrases(text, phrase):
    assert words_at(text, counted_phrase(text, 2)) == phrase


@pytest.mark.parametrize(
    ("word", "plural"),
    [
        ("houses", True),
        ("House", False),
        ("is", False),
        ("us", False),
        ("bus", False),
        ("crisis", False),
        ("glass", False),
        ("man's", False),
        ("Iraqis", True),
        ("women", True),
        ("Japanese", True),
        ("People", True),
        ("sheep", True),
        ("sailor", False),
    ],
)
def test_plurals(word, plural):
    assert is_plural(word) is plural


@pytest.mark.parametrize(
    ("text", "by_last_word", "expected"),
    [
        ("12 nurses", False, True),
        ("12 of them", False, False),
        ("12 houses", False, False),
        ("12 army positions", False, True),
        ("12 army positions", True, False),
        ("12 army nurses", True, True),
        ("12 Syrians", True, True),
        ("12.", False, False),
    ],
)
def test_counts_people(text, by_last_word, expected):
    assert counts_people(text, 0, 2, by_last_word) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 chickens", True),
        ("12 mice died", True),
        ("12 fish market traders died", False),
        ("12 houses", True),
        ("12 wild horses", True),
        ("12 of 397 drones", True),
        ("12 of the 25 houses", True),
        ("12 of the 25 soldiers", False),
        ("12 of the dead", False),
        ("12 Tigers", False),
        ("12 people", False),
        ("12 killed", False),
        ("12 wickets", True),
        ("12 dead birds", True),
        ("12 sick or injured seals", True),
        ("12 dead horse riders", False),
        ("12 injured soldiers", False),
        ("12 empty firehouses", True),
        ("12 gorillas", True),
        ("12 objects", True),
        ("12 gold rings", True),
        ("12 election monitors", False),
        ("12 souls", False),
        ("12 victims", False),
        ("12 humans", False),
        ("12 Panthers", False),
        ("12 Homes Burn in Northern Town", True),
        ("12 Homes burned in the north", False),
        ("12 Tigers Die in Northern Town", False),
    ],
)
def test_counts_animals_or_things(text, expected):
    assert counts_no_people(text, 2) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a dog was killed", True),
        ("a fire engine", True),
        ("a stolen car, police said", True),
        ("a man was killed", False),
        ("a car passenger died", False),
        ("a retired primary school bus driver", False),
        ("a Jaguar fan", False),
        ("a ginger cat called Marmalade was rescued", True),
        ("a dog named Rex", True),
        ("a man named Rex", False),
        ("a boy called Storm was hurt", False),
    ],
)
def test_counts_one_animal_or_thing(text, expected):
    assert counts_one_thing(text, 1) is expected


@pytest.mark.parametrize(
    ("phrase", "lemma"), [("mass graves", "grave"), ("people", "person"), ("the S&P", "s&p")]
)
def test_lemmas(phrase, lemma):
    assert lemma_of(phrase) == lemma


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("It put the number of officers killed at 40.", "officers"),
        ("The number of police officers wounded has risen to 40.", "police officers"),
        ("It raised the number of rebels it says were killed to 40.", "rebels"),
        ("The number of bridges destroyed rose to 40.", None),
        ("The number of men killed was 9 and that of women 40.", None),
        ("The number of those who were killed rose to 40.", None),
    ],
)
def test_people_may_stand_before_their_number(text, people):
    assert words_at(text, people_before(text, text.index("40"))) == people
