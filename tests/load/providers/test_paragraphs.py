"""Lines and paragraphs."""

import pytest

from analysis.load.providers.counts import word_remark
from analysis.load.providers.paragraphs import blocks_of, said_words, unwrap
from analysis.load.providers.provider import Printed

WRAPPED = [
    "WASHINGTON -- The Capitol already has become a ghost town. Exhausted",
    "members have left. Tourists queue up to peek inside the now-darkened",
    "chambers.",
    "And three years after they won control of the house, the members",
    "have flown home with the wind of a landmark balanced-budget deal",
    "at their backs. They claim bragging rights to an agreement they",
    "say will erase the federal deficit by 2002 and cut taxes by $ 95",
    "billion over five years.",
]


def test_wrapped_lines_are_joined():
    assert unwrap(WRAPPED) == [" ".join(WRAPPED[:3]), " ".join(WRAPPED[3:])]


@pytest.mark.parametrize(
    "paragraphs",
    [
        WRAPPED[:4],
        [f"Automotive vehicles and parts {number}. Made in the north." for number in range(9)],
        [*WRAPPED, "x" * 200],
        [],
    ],
    ids=["few", "sentences", "long", "none"],
)
def test_other_paragraphs_are_kept(paragraphs):
    assert unwrap(paragraphs) == paragraphs


def test_blocks_are_runs_of_lines():
    assert blocks_of(["", "a", "b", " ", "", "c"]) == [["a", "b"], ["c"]]


@pytest.mark.parametrize(
    ("text", "n_words"),
    [
        ("877 words", 877),
        ("2,968 words", 2968),
        ("1\u00a0204 mots", 1204),
        ("877 Wörter", 877),
        ("no words", None),
        ("877 wordsmiths", None),
    ],
)
def test_words_said(text, n_words):
    assert said_words(text) == n_words


@pytest.mark.parametrize(
    ("n_words", "is_told"), [(100, False), (91, False), (112, True), (88, True)]
)
def test_words_are_told_if_over_a_tenth_is_missing(n_words, is_told):
    printed = Printed(paragraphs=["word " * 60, "word " * 40], n_words=n_words)
    assert (word_remark(printed) is not None) is is_told


def test_databases_that_count_the_title_are_right_too():
    assert word_remark(Printed(title="a b c d e", paragraphs=["word " * 20], n_words=25)) is None
