"""
Give a place one spelling: "Dnepropetrovsk" is "Dnipro", "Deir ez-Zor" is "Deir Ezzor".

In: the words of a text. Out: the same words, with names of a place replaced by one of them. Outlets
of two sides spell the places of a war in two ways, and without this their articles share none. The
spelling that is used here is no judgement: it is in no table and on no page. Names:
``data/gazetteer/place_names.csv``.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from analysis.core import paths

__all__ = ["FILE", "with_one_spelling"]

FILE = paths.GAZETTEER / "place_names.csv"

_ARTICLE = re.compile(r"(?:al|el|ad|ar|as|ash|at|az|an|ed|er|es|et|ez)-")
_POSSESSIVE = re.compile(r"['’]s?$")


def with_one_spelling(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """
    Yield the words of a text, each place in one spelling, with the words as printed.

    Parameters
    ----------
    words : sequence of str
        Words of a text in reading order, with their capitals.

    Yields
    ------
    word, printed : str
        Words that name no listed place, or have no capital, are unchanged. The number of words can
        change with the spelling; the printed words of a name are then told of its first word.

    Examples
    --------
    >>> [word for word, _ in with_one_spelling(["near", "Kharkov", "in", "Côte", "d'Ivoire"])]
    ['near', 'Kharkiv', 'in', 'Ivory', 'Coast']
    """
    position = 0
    while position < len(words):
        length, spelled = _place_at(words, position)
        if not length:
            yield words[position], words[position]
            position += 1
            continue
        printed = words[position : position + length]
        position += length
        if len(spelled) == length:
            yield from zip(spelled, printed, strict=True)
            continue
        for number, word in enumerate(spelled):
            yield word, " ".join(printed) if not number else printed[-1]


def _place_at(words: Sequence[str], position: int) -> tuple[int, tuple[str, ...]]:
    """Return how many words name a place, and its words in one spelling; 0 if none do."""
    first = _key(words[position])
    if first is None:
        return 0, ()
    for length in _lengths().get(first, ()):
        keys = tuple(_plain(word) for word in words[position : position + length])
        keys = (first, *keys[1:])
        spelled = _spellings().get(keys)
        if spelled is not None:
            return length, spelled
    return 0, ()


@lru_cache(maxsize=100_000)
def _key(word: str) -> str | None:
    """Return a word as names of places begin with; None if none does, or it has no capital."""
    if word.islower() or word.isdecimal():
        return None
    plain = _plain(word)
    for key in (plain, _ARTICLE.sub("", plain, count=1)):
        if key in _lengths():
            return key
    return None


@lru_cache(maxsize=100_000)
def _plain(word: str) -> str:
    """Return a word in lower case, without accents and a possessive ending."""
    parts = unicodedata.normalize("NFKD", word.replace("’", "'"))
    bare = "".join(character for character in parts if not unicodedata.combining(character))
    return _POSSESSIVE.sub("", bare).lower()


@lru_cache(maxsize=1)
def _spellings() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the words of the one spelling of each name, by the words of the name."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            spelled = tuple(row["same_as"].split())
            for name in (row["name"], row["same_as"]):
                found[tuple(_plain(word) for word in name.split())] = spelled
    return found


@lru_cache(maxsize=1)
def _lengths() -> dict[str, list[int]]:
    """Return the numbers of words of the names that begin with a word, longest first."""
    found: dict[str, set[int]] = {}
    for words in _spellings():
        found.setdefault(words[0], set()).add(len(words))
    return {first: sorted(lengths, reverse=True) for first, lengths in found.items()}
