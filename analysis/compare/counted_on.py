"""
Tell whether a number of a later day may be the same count, carried on.

In: two numbers of one quantity as dicts. Out: a truth value. Tolls rise, and so do arrests, burnt
homes and cases; how many were aboard, voted or marched is over, so another number a day later
contradicts the first. So does a larger one of the other side, or of a union instead of the police.
"""

import re
from collections.abc import Mapping
from typing import Any

from analysis.compare.number_words import same_unit
from analysis.compare.quantities.sides import party_named
from analysis.compare.same_source import is_one_source

__all__ = ["is_of_one_source", "may_be_counted_on", "source_in_words"]

MOST_TIMES = 10
"""How many times the first number the later one may be; beyond it, it is another claim."""

_BOTH_WAYS = ("missing",)  # they are found, or others are missed
# whom no side counts in its favour
_OF_NO_SIDE = ("missing", "rescued", "evacuated")
# what grows for as long as something goes on; not who was aboard, voted or marched
_GROWING = re.compile(
    r"\b(?:homes?|houses?|buildings?|structures?|properties|cases?|infections?|complaints?|arrests?"
    r"|detentions?|evacuees|customers?|households?|outages?|claims?|schools?|businesses|shops?"
    r"|flights?|sailings?|crossings?|trains?|journeys?|departures?|cancellations?"
    r"|patients?|victims?|bodies|firefighters?|officers?|tornado(?:es)?|fires?"
    r"|aftershocks?|doses?|tests?|villages?|towns?|districts?|provinces?|counties|states|countries"
    r"|appointments?|operations?|signatures?|signator(?:y|ies)|sheep"
    r"|cattle|birds?|animals?|accounts?|users?|vehicles?|people|persons?|residents?|children"
    r"|families|workers?)\b",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:crowds?|march(?:ers|ed)?|protest(?:s|ers?)?|attend\w*|mourners?|spectators?|aboard"
    r"|on\s+board|passengers?|crew|turnout|votes?|voters?)\b",
    re.IGNORECASE,
)
# bodies whose work it is to count those harmed; all others have a part in what they count
_COUNTING = re.compile(
    r"\b(?:police|sheriff|coroner|hospitals?|medics?|medical|doctors?|ambulance|paramedics?|rescue"
    r"|rescuers|firefighters?|fire\s+(?:brigade|department|service|chief)"
    r"|civil\s+(?:defen[cs]e|protection)"
    r"|emergency|health|red\s+(?:cross|crescent)|disaster|coast\s*guard|prefecture|prosecutors?)\b",
    re.IGNORECASE,
)
# who tells of those missing or rescued in a disaster
_COUNTING_MISSING = re.compile(
    r"\b(?:governor|mayor|prefect|officials?|authorities|president|minist(?:er|ry)|government"
    r"|spokes(?:man|woman|person))\b",
    re.IGNORECASE,
)
_INVOLVED = re.compile(
    r"\b(?:arm(?:y|ies)|military|defen[cs]e\s+(?:ministry|minister)"
    r"|ministry\s+of\s+defen[cs]e|rebels?|militants?|militias?"
    r"|opposition|unions?|associations?|monitors?|rights|observatory|compan(?:y|ies)|operator"
    r"|residents?|witness(?:es)?|relatives?|famil(?:y|ies)|former|lawyers?)\b",
    re.IGNORECASE,
)
# "spokesman Hendra Wiratmoko": for whom he speaks is told elsewhere
_SPOKESPERSON = re.compile(
    r"(?:(?:its|their|an?|the)\s+)?spokes(?:man|woman|person)(?:\s[A-Z][\w.’'-]+){1,4}"
)
# "Iranian opposition group", "an Israeli rights group"
_NO_STATE = re.compile(
    r"\b(?:opposition|rights|groups?|unions?|rebels?|former|exiled?|activists?|monitors?|charit\w+"
    r"|residents?|families|media|press|tv|newspapers?)\b",
    re.IGNORECASE,
)
_VOTES = re.compile(r"\bvotes?\b", re.IGNORECASE)
_MOST_POINTS = 1  # by which the last votes move a share; more is another result
_AREAS = re.compile(
    r"(?:hectares?|ha|acres?|km²|km2|square\s+(?:miles?|kilomet(?:er|re)s?)|sq\.?\s?(?:km|mi\w*))",
    re.IGNORECASE,
)


def may_be_counted_on(cell: Mapping[str, Any], later: Mapping[str, Any]) -> bool:
    """
    Return whether a number may be a later state of the count that another one was.

    Parameters
    ----------
    cell, later : mapping
        Numbers of one quantity with ``low``, ``unit``, ``unit_text``, ``currency``, ``outcome``,
        ``counted``, ``change`` and ``source``, and where they are known ``source_name``,
        ``is_raised`` (``headline_figures``) and ``may_fall``; ``later`` is of a later day.

    Returns
    -------
    bool
        It is larger, up to ``MOST_TIMES`` as large; of people missing, and of what else
        ``may_fall``, it may be smaller. Not if
        both name a source and not the same, unless it is of people harmed, held or moved
        (``outcome``) and both are bodies that count them for one side, such as police and a
        hospital, or one is a spokesman of whose body nothing is said, or both speak for one side
        and the later article says that its number was raised. Not of sums, of rises and
        falls, and of what is over when it is counted (passengers, marchers). Of shares only those
        of votes, which may rise or fall by a point until all are counted.
    """
    if cell["change"] is not None or later["change"] is not None:
        return False
    first, second = cell["low"], later["low"]
    if not first or not second or first == second or not same_unit(cell, later):
        return False
    if second > MOST_TIMES * first or first > MOST_TIMES * second:
        return False
    if cell["unit"] == "percent":
        return _are_votes_being_counted(cell, later)
    is_count_of_people = cell["outcome"] is not None
    if second < first and not (cell.get("may_fall") or cell["outcome"] in _BOTH_WAYS):
        return False
    if is_of_one_source(cell, later):
        is_count = is_count_of_people or (_is_counted(cell) and _is_counted(later))
        return is_count or (bool(later.get("is_raised")) and _may_be_raised(later))
    if later.get("is_raised") and _may_be_raised(later) and _are_of_one_party(cell, later):
        return True
    if not is_count_of_people:
        return False
    sources = source_in_words(cell) or "", source_in_words(later) or ""
    return _only_count(*sources) or (cell["outcome"] in _OF_NO_SIDE and _tell_missing(*sources))


def _may_be_raised(later: Mapping[str, Any]) -> bool:
    """Return whether a number is a count that goes on: no sum, and no crowd."""
    return later["unit"] != "money" and _OVER.search(later.get("counted") or "") is None


def _are_of_one_party(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Return whether two sources speak for one state: "Israel", "the Israeli military"."""
    sources = source_in_words(one), source_in_words(other)
    if any(_NO_STATE.search(words or "") for words in sources):
        return False
    parties = {None if words is None else party_named(words) for words in sources}
    return None not in parties and len(parties) == 1


def _are_votes_being_counted(cell: Mapping[str, Any], later: Mapping[str, Any]) -> bool:
    """Return whether two shares of votes are as near as those of a count that goes on."""
    is_of_votes = all(_VOTES.search(one.get("counted") or "") for one in (cell, later))
    return is_of_votes and abs(cell["low"] - later["low"]) <= _MOST_POINTS


def _only_count(one: str, other: str) -> bool:
    """
    Return whether two sources are bodies that count, and not of two parties.

    A spokesman whose body is not told may speak for that of the other source.
    """
    counting = [_COUNTING.search(words) is not None for words in (one, other)]
    if not any(counting) or any(_INVOLVED.search(words) for words in (one, other)):
        return False
    for words, counts in zip((one, other), counting, strict=True):
        if not counts and _SPOKESPERSON.fullmatch(words) is None:
            return False
    parties = {party_named(one), party_named(other)} - {None}
    return len(parties) < len((one, other))


def _tell_missing(one: str, other: str) -> bool:
    """Return whether two sources tell how many are missing or safe, and none has a part in it."""
    parties = {party_named(one), party_named(other)} - {None}
    return len(parties) < len((one, other)) and all(
        (_COUNTING.search(words) or _COUNTING_MISSING.search(words)) and not _INVOLVED.search(words)
        for words in (one, other)
    )


def _is_counted(cell: Mapping[str, Any]) -> bool:
    """Return whether things are counted, or an area is measured, as long as something goes on."""
    if cell["unit"] == "measure":
        return _AREAS.fullmatch(cell["unit_text"] or "") is not None
    counted = cell.get("counted") or ""
    if cell["unit"] != "things" or _OVER.search(counted):
        return False
    return _GROWING.search(counted) is not None


def is_of_one_source(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Return whether two numbers are not said to be of two sources."""
    sources = source_in_words(one), source_in_words(other)
    return None in sources or is_one_source(*sources)


def source_in_words(cell: Mapping[str, Any]) -> str | None:
    """Return the source of a number, by the name that its article gives to "the ministry"."""
    return cell.get("source_name") or cell["source"]
