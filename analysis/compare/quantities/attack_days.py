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
_DAY = rf"(?:{'|'.join((*WEEKDAYS, 'today', 'yesterday'))})(?:\s+(?:morning|evening|night))?"
# "Rescuers on Thursday called off the search", "reached the town on Wednesday": a day of what
# followed
_AFTERWARDS = "|".join(
    """
    announced added buried calls? called confirmed counted demanded ended entered finished found
    identified mourned praised put raised recovered reached released reported rescued resumed
    revised rose said says searched stood stopped told treated updated visited warned
    """.split()
)
_DAY_OF_SEQUEL = re.compile(
    rf"\b(?:on\s+)?{_DAY}\s+(?:\w+ly\s+)?(?:{_AFTERWARDS})\b"
    rf"|\b(?:{_AFTERWARDS})\s+(?:(?!\b(?:when|after|in\s+an?|by\s+an?)\b)[^,.;:\n]){{0,40}}?"
    rf"\b(?:on\s+)?{_DAY}\b",
    re.IGNORECASE,
)
# "Al-Noor Hospital": a name, and no "Central Hospital", as every town has one
_SITE = re.compile(
    r"\b(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)\s(?:Hospital|School|Market|Mosque|Church|Camp"
    r"|Prison|Bridge|Station|Factory|Airport|University|Hotel|Dam|Stadium|Theatre"
    r"|Refinery|Clinic)\b"
)
_GENERIC = frozenset(
    """
    the a an this that our at in on of high primary secondary elementary middle grammar nursery
    central general main city town national state county federal regional provincial district royal
    military army police bus train railway metro subway power fire old new grand big international
    teaching university public private children's women's catholic islamic north south east west
    """.split()
)
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
    sites : frozenset of str
        Buildings that have a name, in lower case: "al-noor hospital".
    """

    day: str | None
    places: frozenset[str]
    names: frozenset[str]
    sites: frozenset[str] = frozenset()

    def is_that_of(self, other: "Attack") -> bool:
        """
        Return whether two articles place an attack on one day and in one place, or name its site.

        Parameters
        ----------
        other : Attack

        Returns
        -------
        bool
            False where they name no site, and one of them no day, or no place that the other names.
        """
        if not self.sites.isdisjoint(other.sites):
            return not self.is_of_another_day(other)
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
    return Attack(day, frozenset(places), frozenset(names) - _NO_NAMES, _sites(opening))


def _sites(opening: str) -> frozenset[str]:
    """Return the buildings whose name is more than a word that many have: no "High School"."""
    found = set()
    for site in _SITE.finditer(opening):
        names = set(site["name"].lower().split()) - _GENERIC - _NO_NAMES
        if names:
            found.add(site[0].lower().removeprefix("the "))
    return frozenset(found)


def _first_day(
    opening: str, published: object, tells_of_attack: Callable[[str], bool]
) -> str | None:
    for sentence in _SENTENCE_END.split(opening):
        if tells_of_attack(sentence) or _HARM.search(sentence):
            days = details_of(None, _DAY_OF_SEQUEL.sub(" ", sentence), published)["day"]
            if days:
                return min(days)
    return None
