"""
Find the places that a sentence says its number is of: "deaths in Montgomery County fell".

In: a sentence. Out: names. A share or a rate of a county is not its country's, however alike two
sentences are.
"""

import re
from functools import lru_cache

from analysis.core.calendar_words import MONTHS, WEEKDAYS

__all__ = ["NATIONAL", "places_named", "scene_of"]

_NAME = r"[A-Z][\w’'-]+(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'-]+)*"
_PLACE = re.compile(
    rf"(?<!\b[Hh]ospital\s)(?<!\b[Hh]ospitals\s)(?<!\b[Cc]linic\s)"
    rf"\b(?:[Ii]n|across|Across|throughout|for)\s+(?:the\s+)?(?P<name>{_NAME})"
    rf"|\b(?P<where>{_NAME}),\s+where\b"
)
_TIMES = frozenset((*MONTHS, *WEEKDAYS))
_ACRONYMS = {"US": "united states", "U.S.": "united states", "UK": "britain", "U.K.": "britain"}
# "in the US", "US deaths"; but "a U.S. company" is of no place
_ACRONYM = re.compile(r"(?<!\b[Aa]\s)(?<!\b[Aa]n\s)(?<![\w.])(?:US|UK|U\.[SK]\.)(?![\w$])")
_SAME = {"united kingdom": "britain", "america": "united states"}
NATIONAL = "national"
_WHOLE = re.compile(
    r"\b(?:national|nationwide|countrywide|nationally"
    r"|(?:across|throughout|all\s+over|around)\s+the\s+(?:whole\s+)?(?:country|nation))\b",
    re.IGNORECASE,
)


def places_named(sentence: str) -> frozenset[str]:
    """
    Return the places named after "in" or before "where", and "US" and "UK" anywhere.

    Parameters
    ----------
    sentence : str

    Returns
    -------
    frozenset of str
        In lower case; "national" for the whole country. Months and days are no places.

    Examples
    --------
    >>> sorted(places_named("Deaths in Montgomery County fell in April, a U.S. company said."))
    ['montgomery county']
    """
    names = [match["name"] or match["where"] for match in _PLACE.finditer(sentence)]
    found = {name.lower() for name in names if name.split()[0] not in _TIMES}
    found = {_SAME.get(name, name) for name in found}
    found.update(_ACRONYMS[match[0]] for match in _ACRONYM.finditer(sentence))
    if _WHOLE.search(sentence):
        found.add(NATIONAL)
    return frozenset(found)


_POSSESSIVE = re.compile(r"['’]s?$")
_WHERE = re.compile(
    rf"\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Bb]etween|[Aa]t|[Oo]ff)\s+(?:the\s+)?"
    rf"(?:[a-z][\w’-]*\s+){{0,3}}?"
    rf"(?P<name>{_NAME})"
)
_NO_SCENE = re.compile(
    r"\b(?:hospital|clinic|medical|infirmary|university|court|parliament)\b", re.IGNORECASE
)


@lru_cache(maxsize=20_000)
def scene_of(sentence: str) -> frozenset[str]:
    """
    Return the words of the places where a sentence says that something happened.

    Parameters
    ----------
    sentence : str

    Returns
    -------
    frozenset of str
        In lower case, of names after "in", "near" or "at"; no hospital, where the hurt are taken,
        and no day.

    Examples
    --------
    >>> sorted(scene_of("Three people were hurt in the village of Orsk on Monday."))
    ['orsk']
    >>> sorted(scene_of("Three people are at the St Anna hospital."))
    []
    """
    words: set[str] = set()
    for match in _WHERE.finditer(sentence):
        if not _NO_SCENE.search(match[0] + sentence[match.end() : match.end() + 12]):
            words.update(_POSSESSIVE.sub("", word) for word in match["name"].split())
    return frozenset(word.lower() for word in words - _TIMES if len(word) > 2)
