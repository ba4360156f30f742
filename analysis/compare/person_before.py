"""
Find the only person whom a sentence names before "him" or "her", if there is only one.

In: the text of an article, a part of a sentence, the pronoun. Out: the characters of the name, or
None. Whom a text names is told by given names: "Anna Brandt" makes "Brandt" hers.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from analysis.core.given_names import gender_of_given_name, is_given_name

__all__ = ["only_person_before"]

_GENDERS = {"him": "m", "her": "f"}
_FULL_NAME = re.compile(
    r"\b(?P<given>[A-ZÀ-Þ][\w’-]+)\s(?:[A-ZÀ-Þ]\.\s){0,2}"
    r"(?P<surname>(?:(?:van|von|de|der|al|bin)\s){0,2}[A-ZÀ-Þ][\w-]+)"
)
_SEVERAL_WORDS = re.compile(
    r"[A-ZÀ-Þ][\w’-]+\s(?:[A-ZÀ-Þ][\w.’-]*\s){0,3}(?P<last>[A-ZÀ-Þ][\w-]+)(?!\s[A-ZÀ-Þ])"
)
_CAPITALISED = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ][\w-]+")


def only_person_before(
    text: str, part: tuple[int, int], pronoun: str, accuser: frozenset[str]
) -> tuple[int, int] | None:
    """
    Return the only person named in a part of a sentence whom a pronoun can refer to.

    Parameters
    ----------
    text : str
        The article.
    part : (int, int)
        The characters from the start of the sentence up to the words before the pronoun.
    pronoun : {"him", "her"}
    accuser : frozenset of str
        The words of who is not meant.

    Returns
    -------
    (int, int) or None
        The characters of the name at its last mention; None where nobody or several are named.

    Examples
    --------
    >>> text = "Karl Roth met Ada Quist and accused her of lying."
    >>> text[slice(*only_person_before(text, (0, 27), "her", frozenset({"Karl", "Roth"})))]
    'Ada Quist'
    """
    given_of = _given_names(text)
    places: dict[str, tuple[int, int]] = {}
    others = _last_words(text) - given_of.keys()
    for word in _CAPITALISED.finditer(text, *part):
        surname = word[0]
        if surname in accuser:
            continue
        if surname in others:
            return None  # may be a person, of whom no given name tells
        if surname not in given_of:
            continue
        given = given_of[surname]
        genders = {gender_of_given_name(name) for name in given}
        if len(genders) == 1 and _GENDERS[pronoun] not in genders:
            continue
        if len(given) > 1:
            return None  # two of one surname
        start = _start_of_name(text, given, word.start(), part[0])
        places[surname] = start, word.end()
    return next(iter(places.values())) if len(places) == 1 else None


@lru_cache(maxsize=64)
def _last_words(text: str) -> frozenset[str]:
    """Return the last words of all names of several words: of persons, bodies and places."""
    return frozenset(name["last"] for name in _SEVERAL_WORDS.finditer(text))


@lru_cache(maxsize=64)
def _given_names(text: str) -> dict[str, frozenset[str]]:
    """Return the given names with which a text prints each surname."""
    found: dict[str, set[str]] = {}
    for name in _full_names(text, 0, len(text)):
        found.setdefault(name["surname"].split()[-1], set()).add(name["given"])
    return {surname: frozenset(given) for surname, given in found.items()}


def _full_names(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield where a part of a text prints a given name with a surname."""
    for word in _CAPITALISED.finditer(text, start, end):
        name = _FULL_NAME.match(text, word.start()) if is_given_name(word[0]) else None
        if name is not None and not is_given_name(name["surname"].split()[-1]):
            yield name


def _start_of_name(text: str, given: frozenset[str], surname: int, first: int) -> int:
    """Return where a name begins, with the given name if it is printed there."""
    for name in _full_names(text, first, surname):
        if name["given"] in given and name.start("surname") <= surname < name.end():
            return name.start()
    return surname
