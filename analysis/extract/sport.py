"""
Tell an article about sport, whose murders and massacres are defeats.

In: a text, or the words of one of its sentences. Out: truth values. The words are those of
``data/lexicons/harm.toml``: a few that only sport uses, or fewer beside a score, make an article
one about sport, if there are many for its length and none of police, courts and funerals. A
sentence of it can still tell of bodies that are harmed.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from analysis.core import lexicon, paths

__all__ = ["is_about_sport", "tells_of_bodies"]

_SCORE = re.compile(
    r"(?<![\d.-])\d{1,3}[-–]\d{1,3}(?![\d.-])(?!\s(?:vote|ruling|decision|majority))"
    r"|\bby (?:an innings|[\w-]+ (?:wickets?|runs|goals|points))\b|\boff \d+ balls\b|\ball out\b"
)
_MIN_WORDS = 3  # different words of sport
_MIN_BESIDE_SCORE = 2
_MAX_WORDS_APART = 60  # on average
_COUNTED = re.compile(r"\d+(?:,\d{3})*")
_PEOPLE = frozenset(
    """people persons men women children fans supporters spectators players footballers teammates
    teenagers boys girls others civilians worshippers passengers""".split()
)


@cache
def _words(group: str) -> frozenset[str]:
    groups = lexicon.load(paths.LEXICONS / "harm.toml", allowed_keys=("words",))
    return frozenset(groups[group]["words"])


@cache
def _pattern(group: str) -> re.Pattern[str]:
    longest_first = sorted(_words(group), key=len, reverse=True)
    alternatives = "|".join(re.escape(word) for word in longest_first)
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=256)
def is_about_sport(text: str) -> bool:
    """
    Whether an article is about sport.

    Parameters
    ----------
    text : str

    Returns
    -------
    bool
        True with three different words that only sport uses, or with two and a score, one in 60
        words at least. False where police, courts, hospitals or funerals are named.

    Examples
    --------
    >>> is_about_sport("The striker scored a hat-trick as Karsk beat Velm 4-1.")
    True
    >>> is_about_sport("The court ruled 5-4 against the striker.")
    False
    """
    matches = [match[0].lower() for match in _pattern("sport_only").finditer(text)]
    different = len(set(matches))
    if different < _MIN_BESIDE_SCORE or len(matches) * _MAX_WORDS_APART < len(text.split()):
        return False
    if _pattern("grave").search(text) is not None:
        return False
    return different >= _MIN_WORDS or _SCORE.search(text) is not None


def tells_of_bodies(words: Iterable[str]) -> bool:
    """
    Whether the words of a sentence tell of bodily harm, or count people.

    Parameters
    ----------
    words : iterable of str
        Without the word of harm that is in question.

    Returns
    -------
    bool
    """
    lowered = [word.lower() for word in words]
    if any(word in _words("physical") for word in lowered):
        return True
    return any(word in _PEOPLE for word in lowered) and any(map(_is_count, lowered))


def _is_count(word: str) -> bool:
    return _COUNTED.fullmatch(word) is not None or word in _NUMBERS


_NUMBERS = frozenset(
    """two three four five six seven eight nine ten eleven twelve dozens scores hundreds
    thousands""".split()
)
