"""
Read on which day, and where, the attack was with which an article opens.

In: headline, text and day of an article. Out: days and names. Reports of two days look like two
events, yet a toll that rose by the next morning is of the attack that both articles place on
"Tuesday" in one town.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from analysis.compare.events.incident_details import details_of
from analysis.compare.events.labels.countries import is_country
from analysis.compare.quantities.named_places import scene_of
from analysis.core.calendar_words import MONTHS, WEEKDAYS

__all__ = ["Attack", "attack_of"]

_OPENING = 700  # characters of an article that state what happened; later ones tell of others
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
_NAME = re.compile(r"\b[A-Z][\w’'-]{2,}")
_POSSESSIVE = re.compile(r"['’]s?$")
_HARM = re.compile(r"\b(?:killed|dead|died|deaths?|wounded|injured|lives)\b", re.IGNORECASE)
_NO_NAMES = frozenset(word.lower() for word in (*MONTHS, *WEEKDAYS))


class Attack(NamedTuple):
    """
    When and where an article says that an attack was.

    Attributes
    ----------
    day : str or None
        The first day, in ISO form, that a sentence on an attack or on the harmed states.
    places : frozenset of str
        Words of places where it says that something happened, in lower case; no countries.
    names : frozenset of str
        Every capitalised word of the opening, in lower case: a dateline names a town too.
    """

    day: str | None
    places: frozenset[str]
    names: frozenset[str]

    def is_that_of(self, other: "Attack") -> bool:
        """
        Return whether two articles place an attack on one day and in one place.

        Parameters
        ----------
        other : Attack

        Returns
        -------
        bool
            False where one of them states no day, or no place that the other names.
        """
        if self.day is None or self.day != other.day:
            return False
        return not (self.places.isdisjoint(other.names) and other.places.isdisjoint(self.names))

    def is_of_another_day(self, other: "Attack") -> bool:
        """
        Return whether two articles place an attack on two days.

        Parameters
        ----------
        other : Attack

        Returns
        -------
        bool
            False where one of them states no day.
        """
        return None not in (self.day, other.day) and self.day != other.day


def attack_of(text: str, published: object, tells_of_attack: Callable[[str], bool]) -> Attack:
    """
    Return when and where the attack was with which an article opens.

    Parameters
    ----------
    text : str
        With its headline.
    published : datetime or null
        Weekdays are the last such day up to it; without it no day is read.
    tells_of_attack : function
        Of a sentence.

    Returns
    -------
    Attack
    """
    opening = text[:_OPENING]
    names = {_POSSESSIVE.sub("", name).lower() for name in _NAME.findall(opening)}
    places = {place for place in scene_of(opening) if not is_country((place,))}
    day = _first_day(opening, published, tells_of_attack)
    return Attack(day, frozenset(places), frozenset(names) - _NO_NAMES)


def _first_day(
    opening: str, published: object, tells_of_attack: Callable[[str], bool]
) -> str | None:
    for sentence in _SENTENCE_END.split(opening):
        if tells_of_attack(sentence) or _HARM.search(sentence):
            days = details_of(None, sentence, published)["day"]
            if days:
                return min(days)
    return None
