"""Firms that are called by the first word of their name."""

import pytest

from tests.extract.attributions.resolved_names import names_of

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
]


@pytest.mark.parametrize(("marked", "names"), CASES)
def test_names(marked, names):
    assert names_of(marked) == names
