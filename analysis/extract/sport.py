"""
Tell an article about sport, whose murders and massacres are defeats.

In: a text, or the words of one of its sentences. Out: truth values. The words are those of
``data/lexicons/harm.toml``: a few that only sport uses, or fewer beside a score, make an article
one about sport; a sentence of it can still tell of bodies that are harmed.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from analysis.core import lexicon, paths

__all__ = ["is_about_sport", "tells_of_bodies"]

_SCORE = re.compile(
    r"(?<![\d.-])\d{1,3}[-–]\d{1,3}(?![\d.-])(?!\s(?:vote|ruling|decision|majority))"
)
_MIN_WORDS = 3  # different words of sport
_MIN_BESIDE_SCORE = 2
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
def _sport() -> re.Pattern[str]:
    longest_first = sorted(_words("sport_only"), key=len, reverse=True)
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
        True with three different words that only sport uses, or with two and a score. A text about
        a shooting at a match can have them too: ask ``tells_of_bodies`` for its sentences.

    Examples
    --------
    >>> is_about_sport("The striker scored a hat-trick as Karsk beat Velm 4-1.")
    True
    >>> is_about_sport("The court ruled 5-4 against the striker.")
    False
    """
    found = {match[0].lower() for match in _sport().finditer(text)}
    if len(found) >= _MIN_WORDS:
        return True
    return len(found) >= _MIN_BESIDE_SCORE and _SCORE.search(text) is not None


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
