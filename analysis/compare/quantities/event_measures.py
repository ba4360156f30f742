"""
Join measures of which one event or country has but one: the land burnt, the rate of unemployment.

In: statements. Out: pairs of rows. A fire of 4,200 acres in the morning is one of 18,700 the next
day, and "60 homes lost" becomes "151 homes destroyed": by words and values alone such numbers look
like different things, since they differ widely and each stands in another sentence. "Unemployment"
of one outlet is the "jobless rate" of another. An election has one lead in votes, a match one
attendance, and a plane one number of people aboard; of those rescued and missing the last count is
one of all.
"""

import math
import re
from collections.abc import Mapping
from itertools import chain
from typing import Any

import numpy as np

from analysis.compare.quantities.aboard import is_aboard
from analysis.compare.quantities.amounts import MONEY
from analysis.compare.quantities.contradicted import contradict
from analysis.compare.quantities.firm_news import is_job_cut, is_price_of_deal
from analysis.compare.quantities.gatherings import CROWD, STADIUM, gathering
from analysis.compare.quantities.hauls import is_stolen_sum, substance_of_haul, value_of_haul
from analysis.compare.quantities.speeds import vehicle_of_speed
from analysis.compare.quantities.statements import Statements

__all__ = ["is_majority", "measure_pairs"]

_READ = [
    *(
        "story",
        "article_id",
        "start",
        "end",
        "text",
        "measured",
        "noun",
        "outcome",
        "change",
        "source",
    ),
    *("sentence_text", "amount", "is_crowd", "state"),
]
_NEAR = 40  # characters on either side of a number
_BURNT = re.compile(
    r"\b(?:burn(?:s|ed|t|ing)?|scorch\w*|charr?\w*|blaze[sd]?|blackened|consum\w+|wild\s?fires?"
    r"|fires?)\b",
    re.IGNORECASE,
)
_CONTAINED = re.compile(r"\b(?:contain(?:ed|ment)|under\s+control)\b", re.IGNORECASE)
_MAGNITUDE = re.compile(r"\b(?:magnitude|richter)\b", re.IGNORECASE)
_AFTERSHOCK = re.compile(r"\b(?:aftershocks?|foreshocks?|second|smaller)\b", re.IGNORECASE)
_DESTROYED = re.compile(
    r"\b(?:destroy(?:s|ed|ing)?|lost|level(?:l?ed|ling)|raz(?:ed|ing)|burn(?:ed|t)\s+down|gutted"
    r"|wiped\s+out|reduced\s+to)\b",
    re.IGNORECASE,
)
_DAMAGED = re.compile(
    r"\b(?:damag(?:e|es|ed|ing)|threaten\w*|sav(?:ed|ing)|spared)\b", re.IGNORECASE
)
# rates that a country has but one of at a time, in whatever words
_RATES = {
    "unemployment": re.compile(
        r"\b(?:unemployment|jobless(?:ness)?(?!\s+(?:claims|benefits))|out\s+of\s+work)\b",
        re.IGNORECASE,
    ),
    "interest rate": re.compile(
        r"\b(?:(?:interest|policy|key|benchmark|bank|base|repo|lending|cash)\s+rate"
        r"|borrowing\s+costs)"
        r"\b",
        re.IGNORECASE,
    ),
    "inflation": re.compile(r"\b(?<!-)inflation\b", re.IGNORECASE),
    "turnout": re.compile(
        r"\b(?:turn-?out|(?:took|taken)\s+part\s+in\s+the\s+(?:vote|election|referendum))\b",
        re.IGNORECASE,
    ),
}
_TURNOUT_AFTER = re.compile(
    r"""
    \s*(?:%|percent|per\s+cent)\s+of\s+(?:the\s+|all\s+)?
    (?: those\s+(?:entitled|eligible|registered) | (?:eligible|registered)\s+voters | electorate
      | voters ) \b [^.;]{0,40}?
    \b(?:took\s+part|taken\s+part|voted|turned\s+out|cast\s)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A match is won by goals, a race by seconds: without "votes" a word of the election must stand by.
_MAJORITY_BEFORE = re.compile(
    r"\b(?:(?:majority|margin|lead)\s+(?:of|was|to|at)|(?:won|wins|winning)\s+by"
    # "held Dorrick for Labour by 451 votes"
    r"|(?:held|holds|holding|took|takes|taking|kept|keeps|retained|retains|retaining|gained|gains)"
    r"\s[^.;:,\d]{2,50}\sby"
    r"|(?:holding|held|saw|seeing)\s+off\s[^.;:,\d]{2,40}\sby"
    r"|(?:beat|beats|beating|beaten|defeat(?:ed|s|ing)|edg(?:ed|ing)|pipp(?:ed|ing))\s"
    r"(?:[^.;:,\d]|\.(?=\s[A-Z])){2,50}\sby"  # "Coun. Orr"
    r"|(?:romp|swe|storm|cruis|squeak|scrap|sail)\w*\s(?:home|in|through|to\svictory)\sby)\s+"
    r"(?:(?:about|around|just|only|some|over|nearly|almost|exactly)\s+)?$",
    re.IGNORECASE,
)
# "by some 1,600 votes over Coun. Orr"
_VOTES_OVER_AFTER = re.compile(
    r"\s+(?:votes|ballots)\s+(?:over|ahead\s+of|clear\s+of)\s+(?:the\s+)?[A-Z]"
)
_EARLIER_MAJORITY = re.compile(
    r"\b(?:overturn\w*|defend\w*|previous|last|earlier|old|19\d\d|20\d\d|had)\b", re.IGNORECASE
)
_VOTES = frozenset(("vote", "ballot"))
_ELECTION = re.compile(
    r"\b(?:majority|vot(?:e|es|ed|ers?|ing)|elect(?:s|ed|ions?|oral)?|by-?elections?|ballots?"
    r"|constituenc(?:y|ies)|re-?counts?|candidates?)\b",
    re.IGNORECASE,
)
_ATTENDANCE_BEFORE = re.compile(
    r"\b(?:attendance\s+(?:was|of|at|stood\s+at)|watched\s+by|crowd\s+of)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
# "43 passengers have been rescued", "52 of them survived"; not "a fisherman saved 11 people"
_ALL_RESCUED_AFTER = re.compile(
    r"(?:\s+(?:of\s+(?:them|those)|(?!who\b|and\b)[\w-]+)){0,4}?\s+"
    r"(?:(?:have|has|had|were|was|are)\s+(?:\w+\s+)?(?:been\s+)?"
    r"(?:rescued|saved|pulled|brought|plucked|found\s+alive)|survived)\b",
    re.IGNORECASE,
)
_ANYBODY = frozenset(("person", "people", "passenger", "survivor", "migrant", "miner", None))
_SCREEN = re.compile(r"\b(?:television|tv|viewers|online|streamed)\b", re.IGNORECASE)
# "youth unemployment", "from 5.1 percent", "up by .3", "in March", "turnout of women"
_OF_A_PART = re.compile(
    r"\b(?:youth|young|women|men|female|male|graduates?|aged|under|over|among"
    r"|core|food|services?|wage|producer|wholesale|target|mortgage|expect(?:s|ed)?"
    r"|forecast|economists|analysts|would|could|may|record|average|compared|earlier|previous(?:ly)?"
    r"|last|year-?ago|quarter)\b|\b(?:from|by|than|versus|against)\s+$",
    re.IGNORECASE,
)
_SENTENCE_BREAK = re.compile(r"[.;!?\n]\s")
_RATE_REACH = 70  # characters before a number
_BUILDINGS = frozenset(
    "home house building structure property dwelling apartment school shop business church".split()
)
_DWELLINGS = frozenset("home house dwelling".split())
_NO_OWNERS = frozenset("the a an fire fires wildfire firefighters crews it".split())
_AREA, _PERCENT, _COUNT, _WEIGHT = "area", "percent", "count", "weight"
_MAJORITY = "majority"
_SPEED = "speed of a"
_STOLEN = "stolen"
_PRICE = "price of the firm"
_JOB_CUTS = "jobs cut"
# times that what two outlets print of one lead, crowd, theft, deal or cut may lie apart
_MOST_TIMES = {_MAJORITY: 10, CROWD: 10, _STOLEN: 3, _PRICE: 2, _JOB_CUTS: 1.25}


def measure_pairs(statements: Statements) -> list[tuple[int, int]]:
    """
    Return pairs of statements of one measure of the event of a story.

    Parameters
    ----------
    statements : Statements

    Returns
    -------
    list of (int, int)
        For each measure its first statement in the story with the first of each other article, and
        with those that repeat its number there, unless they say themselves that they are of
        different things, or name two owners ("the Pine Fire") or two places; of the speed of a
        vehicle also what other sources say in that article. Parts, additional numbers, background
        and stated years are left out.
    """
    rows: Any = statements.rows
    is_whole = rows["mention"].eq("numeral") & rows["amount"].notna() & rows["part_of"].isna()
    is_whole &= rows["year"].isna() & ~rows["is_additional"].astype(bool)
    is_whole &= rows["scope"].isna() | rows["scope"].eq("event")
    first_of: dict[tuple[int, str], int] = {}
    said_first: dict[tuple[str, str], Mapping[Any, Any]] = {}  # of a measure in an article
    pairs: list[tuple[int, int]] = []
    is_named: list[bool] = []
    for row, statement in rows.loc[is_whole, _READ].to_dict("index").items():
        article_id = statement["article_id"]
        measure = _measure(statement, statements.texts[article_id])
        if measure is None:
            continue
        before = said_first.setdefault((article_id, measure), statement)
        if before["amount"] != statement["amount"] and not _is_answer(measure, before, statement):
            continue
        first = first_of.setdefault((statement["story"], measure), row)
        if _are_far_apart(measure, rows["amount"][first], statement["amount"]):
            continue
        if first != row:
            pairs.append((first, row))
            is_named.append(measure != _MAJORITY)
    return _kept(statements, pairs, is_named)


def _is_answer(measure: str, before: Mapping[Any, Any], statement: Mapping[Any, Any]) -> bool:
    """Return whether another source gives another speed, or another crowd."""
    sources = before["source"], statement["source"]
    is_disputed = measure.startswith((CROWD, _SPEED))
    return is_disputed and all(sources) and sources[0] != sources[1]


def _are_far_apart(measure: str, one: float, other: float) -> bool:
    """Return whether two leads in votes, crowds, sums or cuts are of two events."""
    most = _MOST_TIMES.get(CROWD if measure.startswith(CROWD) else measure, math.inf)
    return max(one, other) > most * min(one, other)


def _measure(statement: Mapping[str, Any], text: str) -> str | None:
    """Return what a statement measures of the event; None for all else."""
    start, end = statement["start"], statement["end"]
    near = text[max(0, start - _NEAR) : end + _NEAR]
    if statement["measured"] == _AREA:
        return "burnt" if _BURNT.search(near) else None
    if statement["measured"] == _WEIGHT:
        return substance_of_haul(statement, text)
    if statement["measured"] == MONEY:
        return _sum(statement, text)
    if statement["measured"] == _PERCENT:
        if _CONTAINED.search(text, end, end + _NEAR):
            return "contained"
        return _rate(statement, text)
    if _MAGNITUDE.search(near) and statement["measured"] != _COUNT:
        return None if _AFTERSHOCK.search(near) else "magnitude"
    vehicle = vehicle_of_speed(statement, text)
    if vehicle is not None:
        return f"{_SPEED} {vehicle}"
    if statement["measured"] != _COUNT:
        return None
    if is_job_cut(statement, text):
        return _JOB_CUTS
    if statement["noun"] not in _BUILDINGS:
        return _votes_or_people(statement, text)
    building = "home" if statement["noun"] in _DWELLINGS else statement["noun"]
    if statement["state"] in ("destroyed", "damaged"):
        return f"{statement['state']} {building}"
    if _DAMAGED.search(near) or not _DESTROYED.search(near):
        return None
    return f"destroyed {building}"


def _sum(statement: Mapping[str, Any], text: str) -> str | None:
    """Return whether a sum is that of a theft, of a firm that is bought, or of a seizure."""
    if is_stolen_sum(statement, text):
        return _STOLEN
    if is_price_of_deal(statement, text):
        return _PRICE
    return value_of_haul(statement, text)


def is_majority(statement: Mapping[str, Any]) -> bool:
    """
    Return whether a number is the winner's lead in votes.

    Parameters
    ----------
    statement : mapping
        With ``measured``, ``noun``, ``text`` and ``sentence_text``.

    Returns
    -------
    bool
        False for a lead in seats, points, goals or seconds, and for a count of nothing ("won by
        12") in a sentence without a word of an election.
    """
    sentence = statement["sentence_text"]
    before, _, after = sentence.partition(statement["text"])
    is_lead = _MAJORITY_BEFORE.search(before) or _VOTES_OVER_AFTER.match(after)
    if statement["measured"] != _COUNT or not is_lead:
        return False
    if statement["noun"] is None:
        return _ELECTION.search(sentence) is not None
    return statement["noun"] in _VOTES


def _votes_or_people(statement: Mapping[str, Any], text: str) -> str | None:
    """Return whether a count is a lead in votes, or of the people aboard or in a stadium."""
    start, end = statement["start"], statement["end"]
    before = _SENTENCE_BREAK.split(text[max(0, start - _RATE_REACH) : start])[-1]
    if is_majority(statement):
        is_other = "seat" in text[end : end + _NEAR] or _EARLIER_MAJORITY.search(before)
        return None if is_other else _MAJORITY
    if is_aboard(statement, text):
        return "aboard"
    fate = _fate(statement, text) if statement["noun"] in _ANYBODY else None
    if fate is not None:
        return fate
    crowd = gathering(statement, text)
    if crowd is not None:
        return crowd
    if _ATTENDANCE_BEFORE.search(before) and not _SCREEN.search(text[end : end + _NEAR]):
        return "attendance" if STADIUM.search(statement["sentence_text"]) else None
    return None


def _fate(statement: Mapping[str, Any], text: str) -> str | None:
    """Return whether a number counts all who were rescued, or all who are missing."""
    if statement["outcome"] == "missing":
        return "missing"
    if statement["outcome"] not in ("rescued", None):
        return None
    is_of_all = _ALL_RESCUED_AFTER.match(text, statement["end"]) is not None
    return "rescued" if is_of_all else None


def _rate(statement: Mapping[str, Any], text: str) -> str | None:
    """Return which rate of a country a percentage is; None for that of a part or another time."""
    start = statement["start"]
    if _TURNOUT_AFTER.match(text, statement["end"]):
        return "turnout"
    before = _SENTENCE_BREAK.split(text[max(0, start - _RATE_REACH) : start])[-1]
    if statement["change"] is not None or _OF_A_PART.search(before) is not None:
        return None
    named = [
        (found.end(), name) for name, rate in _RATES.items() for found in rate.finditer(before)
    ]
    return max(named)[1] if named else None


def _kept(
    statements: Statements, pairs: list[tuple[int, int]], is_named: list[bool]
) -> list[tuple[int, int]]:
    """
    Return the pairs that neither contradict each other nor name two places, or two owners.

    Of a lead in votes the owner is the winner or the party: ``is_named`` is false.
    """
    if not pairs:
        return []
    rows: Any = statements.rows
    records = rows.loc[sorted({*chain(*pairs)}), ["places", "whose"]].to_dict("index")
    both = np.array(pairs)
    is_barred = contradict(statements, both[:, 0], both[:, 1])
    return [
        (one, other)
        for (one, other), no, named in zip(pairs, is_barred, is_named, strict=True)
        if not no and not (named and _name_others(records[one], records[other]))
    ]


def _name_others(one: Mapping[Any, Any], other: Mapping[Any, Any]) -> bool:
    """Return whether two statements name two owners, or two places."""
    places = one["places"], other["places"]
    if all(places) and places[0].isdisjoint(places[1]):
        return True
    owners = [
        set((statement["whose"] or "").lower().split()) - _NO_OWNERS for statement in (one, other)
    ]
    return all(owners) and owners[0].isdisjoint(owners[1])
