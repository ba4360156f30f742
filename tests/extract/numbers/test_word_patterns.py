"""Pieces of patterns made from word lists."""

import re

import pytest

from analysis.extract.numbers.word_patterns import (
    QUALIFYING,
    alternatives,
    one_of,
    qualifier_words,
    quantifier_lists,
)


@pytest.mark.parametrize(
    ("words", "text", "match"),
    [
        (["over", "well over"], "well over", "well over"),  # longest first
        (["over", "well over"], "well \n over", "well \n over"),  # any white space
        (["approx."], "approx.", "approx."),
        (["approx."], "approxy", None),  # a dot is a dot
        (["over"], "OVER", None),
    ],
)
def test_alternatives(words, text, match):
    found = re.match(alternatives(words), text)
    assert (found and found[0]) == match


def test_alternatives_work_in_verbose_patterns():
    assert re.fullmatch(rf"a {alternatives(['no less than'])} b", "ano less thanb", re.VERBOSE)


@pytest.mark.parametrize(
    ("forms", "pattern"),
    [
        ("boys? girls?", "(?:boys?|girls?)"),
        ("\n    one\n    two\n", "(?:one|two)"),
        ("one", "(?:one)"),
    ],
)
def test_one_of(forms, pattern):
    assert one_of(forms) == pattern


def test_one_of_keeps_the_order():
    assert re.match(one_of("a ab"), "ab")[0] == "a"


@pytest.mark.parametrize("name", QUALIFYING)
def test_all_qualifiers_before_a_number_are_among_the_words(name):
    for phrase in quantifier_lists()[name]["before"]:
        assert re.fullmatch(qualifier_words(), phrase)
