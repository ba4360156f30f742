"""Firms that are called by the first word of their name."""

import pytest

from tests.extract.attributions.resolved_names import last_name, names_of

CASES = [
    ("[Marlow Stores Inc.] lost. [Marlow] forecast more.", ["Marlow Stores Inc."] * 2),
    ("Marlow Foods lost. [Marlow] forecast more.", ["Marlow Foods"]),
    ("[Lund Motor Co.] grew. [Lund] said so.", ["Lund Motor Co."] * 2),
    # a person, a place, a body of a place, a given name, an acronym, no firm
    (
        "[Marlow Stores] lost. [Ada Marlow] left. [Marlow] wept.",
        ["Marlow Stores", *["Ada Marlow"] * 2],
    ),
    ("[Marlow Stores] lost. It rained in Marlow. [Marlow] wept.", ["Marlow Stores", "Marlow"]),
    ("[Marlow City Council] met. [Marlow] wept.", ["Marlow City Council", "Marlow"]),
    ("Marlow Winds blew. [Marlow] wept.", ["Marlow"]),
    # alone before the longer name, it is another
    ("[Marlow] will send tanks. Marlow Ports Group rose.", ["Marlow"]),
    # with an apposition, of two words, and a given name before a word that only firms end in
    ("Marlow Foods lost. [Marlow, based in Karsk,] forecast more.", ["Marlow Foods"]),
    ("Velm Pacific Airways lost. [Velm Pacific] forecast more.", ["Velm Pacific Airways"]),
    ("Peter Chemical lost. [Peter] forecast more.", ["Peter Chemical"]),
    # a name of two, an apostrophe, a compound surname, shares in it
    ("Corvane Tire & Rubber shut it. [Corvane] said so.", ["Corvane Tire & Rubber"]),
    ("Qu'Velm Foods lost. [Qu'Velm] said so.", ["Qu'Velm Foods"]),
    ("Marlow Foods lost. Ada Marlow-Lind left. [Marlow] forecast more.", ["Marlow Foods"]),
    ("Velmar Group lost. Shares in Velmar fell. [Velmar] wept.", ["Velmar Group"]),
    # of which a sentence tells something
    ("Karsk Alloys, a maker of pipes, grew. [Karsk] said so.", ["Karsk Alloys"]),
    ("Karsk Alloys said it grew. [Karsk] lost more.", ["Karsk Alloys"]),
    ("Karsk Alloys Gain As Rivals Lose. [Karsk] said so.", ["Karsk"]),
    ("Karsk Alloys and Karsk Wires said so. [Karsk] wept.", ["Karsk"]),
    ("Velmar Bay, a harbour, froze. [Velmar] wept.", ["Velmar"]),
    ("Moscow Alloys, a maker, lost. [Moscow] said so.", ["Moscow"]),
]


@pytest.mark.parametrize(("marked", "names"), CASES)
def test_names(marked, names):
    assert names_of(marked) == names


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Corvane Tire & Rubber lost. [The Akron-based company] wept.", "Corvane Tire & Rubber"),
        ("Velm Health, the largest chain, will shut, [the company] said.", "Velm Health"),
        ("Corvane Tire & Rubber will shut, [the company] said.", "Corvane Tire & Rubber"),
        ("Emil Roth, the coach, will go, [the company] said.", "company"),
        ("Emil Roth, the fire service's director, will go, [the company] said.", "company"),
        ("Velm Health Board will shut, [the company] said.", "company"),
    ],
)
def test_the_company_is_what_its_own_sentence_begins_with(marked, name):
    assert last_name(marked) == name
