"""
Find persons in a row, each of whom counts as one: "a man, woman and child died".

In: a text. Out: the characters of each person's article, or of the noun without one, and the
outcome that the words after the row say. Only the first needs an article. A row may be two words
for one person ("a nurse and mother died"): without an article the last has to be a word that is no
occupation, unless the verb is plural. Word lists: ``data/lexicons/outcomes.toml``.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from analysis.extract.figures.patterns import (
    HARMED,
    NOT_INTENDED,
    PLAIN_WORD,
    harm_after_people,
    is_harm_to_people,
    outcome_words,
)
from analysis.extract.numbers.word_patterns import ANY_CASE, AS_WRITTEN, alternatives, one_of

__all__ = ["persons_in_rows"]

LONGEST_ROW = 8  # more persons after the first are a list of words

_ARTICLE = "(?i:an?|another|one)"
# Not in the noun phrase of a person who is one of many and not known by name.
_DEFINITE = one_of(
    """
    an? another one and or but the his her their its my our your this that every each no former
    late it with of in by
    """
)
_SEPARATOR = re.compile(r",?\s+and\s+|,\s+")
_PERSON = re.compile(rf"(?s)(?:(?P<article>{_ARTICLE})\s+)?(?P<noun>.+)")
_WORD = re.compile(r"\S+")
# "Man woman" are two whose comma is lost; "baby girl" is one.
_PERSONS_WITHOUT_COMMA = re.compile(
    r"(?:(?:man|woman|boy|girl)\s+)+(?:man|woman|boy|girl|child|baby|toddler|infant)", ANY_CASE
)
_PLURAL_VERB = re.compile(r"(?:were|are|have)\b", ANY_CASE)
# A second word may name the same person: "a woman and doctor".
_COMBINABLE = frozenset({"man", "woman", "militant", "gunman", "insurgent"})


class _RowPerson(NamedTuple):
    """One person of a row: characters of the article or of the last word, and that word."""

    span: tuple[int, int]
    has_article: bool
    noun: str


@lru_cache(maxsize=1)
def _one_person() -> str:
    """Return the pattern of one person of a row."""
    # Each word once: two ways to read each of nine persons are five hundred ways to read a row.
    words = [*outcome_words()["plain_person"]["words"], *outcome_words()["person"]["words"]]
    nouns = dict.fromkeys(words)
    return rf"""
        (?:\b{_ARTICLE}\s+)?
        (?:\b(?!(?i:{_DEFINITE})\b){PLAIN_WORD}\s+){{0,3}}?
        \b(?i:{alternatives(nouns)})\b(?![-'’])
    """


@lru_cache(maxsize=1)
def _row() -> str:
    """Return the pattern of two persons or more."""
    one = _one_person()
    return rf"""
        {one}
        (?: (?:,\s+|\s+and\s+) {one} ){{0,{LONGEST_ROW}}}?
        ,?\s+and\s+ {one}
    """


@lru_cache(maxsize=1)
def _harmed_rows() -> list[tuple[str, re.Pattern[str]]]:
    """Return the patterns of persons in a row who were harmed, each with its outcome."""
    patterns = []
    for outcome in HARMED:
        pattern = rf"""
            \b(?P<row> (?={_ARTICLE}\s) {_row()} )
            \s+ (?!(?:was|is|has)\b) {harm_after_people(outcome)}
        """
        patterns.append((outcome, re.compile(pattern, AS_WRITTEN)))
    for outcome, words in (("killed", "dead"), ("injured", "injured|wounded|hurt")):
        pattern = rf"""
            {NOT_INTENDED}(?P<be>(?i:leav(?:es?|ing)|left))
            \s+ (?P<row> {_row()} | {_one_person()} )
            \s+ (?P<harm>{words})\b
        """
        patterns.append((outcome, re.compile(pattern, AS_WRITTEN)))
    return patterns


def persons_in_rows(text: str) -> list[tuple[tuple[int, int], str]]:
    """
    Find persons in a row who were killed or injured.

    Parameters
    ----------
    text : str

    Returns
    -------
    list of ((int, int), str)
        Characters of the article, or of the noun if there is none, and the outcome. "One" is a
        number and is left out.

    Examples
    --------
    >>> persons_in_rows("A man and woman died. A nurse and mother died.")
    [((0, 1), 'killed'), ((10, 15), 'killed')]
    """
    found = []
    for outcome, pattern in _harmed_rows():
        for row in pattern.finditer(text):
            persons = list(_persons_of_row(text, *row.span("row")))
            if not (_are_several(persons, row["be"]) and is_harm_to_people(row, text)):
                continue
            for person in persons:
                if text[slice(*person.span)].lower() != "one":
                    found.append((person.span, outcome))
    return found


def _persons_of_row(text: str, start: int, end: int) -> Iterator[_RowPerson]:
    """Yield the persons of a row."""
    person_start = start
    for separator in _SEPARATOR.finditer(text, start, end):
        yield from _persons_between(text, person_start, separator.start())
        person_start = separator.end()
    yield from _persons_between(text, person_start, end)


def _persons_between(text: str, start: int, end: int) -> Iterator[_RowPerson]:
    """Yield the person between two separators, or the persons whose comma is lost."""
    person = _PERSON.match(text, start, end)
    if person is None:
        return
    words = list(_WORD.finditer(person["noun"]))
    noun = words[-1].group().lower()
    if not _PERSONS_WITHOUT_COMMA.fullmatch(person["noun"]):
        words = words[-1:]
    for number, word in enumerate(words):
        has_article = person["article"] is not None and number == 0
        if has_article:
            span = person.span("article")
        else:
            offset = person.start("noun")
            span = (offset + word.start(), offset + word.end())
        yield _RowPerson(span, has_article, noun)


def _are_several(persons: Sequence[_RowPerson], auxiliaries: str) -> bool:
    """Return whether a row names several persons, not one person with two words."""
    if len(persons) != 2 or persons[-1].has_article:
        return True
    if _PLURAL_VERB.match(auxiliaries):
        return True
    plain_words = outcome_words()["plain_person"]["words"]
    first, last = persons[0].noun, persons[-1].noun
    return last in plain_words or (first in plain_words and first not in _COMBINABLE)
