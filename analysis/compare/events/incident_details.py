"""
Read the details that tell two incidents of one kind apart: streets, ages, days and pollsters.

In: headline, text and day of an article. Out: the details in its headline and lead. Local reports
of two shootings in one city share nearly every word; the street, the age of the victim and the day
differ. So do reports on two polls, but for who asked.
"""

import re
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

from analysis.compare.events.digests import digests
from analysis.compare.pollsters import pollsters_in
from analysis.core.calendar_words import WEEKDAY, WEEKDAYS
from analysis.core.plain_values import text_or_empty

__all__ = ["DETAILS", "compare_details", "details_of"]

DETAILS = ("street", "age", "day")
_POLL_IN_TITLE = re.compile(r"\b(?:polls?|polling|surveys?)\b", re.IGNORECASE)
_LEAD = 700  # characters that state what happened; later ones may be of earlier cases

_STREET = re.compile(
    r"""
    (?<![\w.]) (?P<name> (?:[A-Z][\w'’-]+|\d+(?:st|nd|rd|th)) (?:\s [A-Z][\w'’-]+){0,2} )
    \s (?P<kind> Street|St\b|Road|Rd|Avenue|Ave|Drive|Dr|Lane|Boulevard|Blvd|Parkway|Court|Place
        |Mall|Plaza|Terrace|Crescent|Alley )
    \b (?! \s [A-Z])
    """,
    re.VERBOSE,
)
_SHORT_KINDS = {"st": "street", "rd": "road", "ave": "avenue", "dr": "drive", "blvd": "boulevard"}
_AGE = re.compile(
    r"\b(?P<old>\d{1,3})[- ]year[- ]olds?\b|,\s(?P<comma>\d{1,2})(?=,)|\baged\s(?P<aged>\d{1,3})\b"
    r"(?!\s?(?:to|and|or|[-–])\s?\d)"  # "children aged 8 to 14"
)
_SEVERAL_HARMED = re.compile(
    r"""
    \b(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores
      |hundreds|[3-9]|\d{2,4})
    \s+(?!year|-)(?:[a-z-]+\s+){0,3}?
    (?:killed|dead|died|die|deaths|injured|hurt|wounded|drowned|missing|victims|bodies
      |ill|sick|sickened|infected|poisoned|hospitali[sz]ed)\b
      | \b(?:killed|kills|killing|injured|injures|injuring|wounded|wounds|wounding|toll)\s+
        (?:[a-z]+\s+){0,4}?(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve
          |dozens|[3-9]\b|\d{2,4})\b
        (?!-year|,\s\d|\s+year)
      | \bto\s+(?:three|four|five|six|seven|eight|nine|ten|[3-9]|\d{2,4})\s+the\s+(?:number|toll)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"\b(?:(?P<last>last)\s+)?(?P<day>{WEEKDAY})\b", re.IGNORECASE)
_TODAY = re.compile(r"\b(?:today|this\s+(?:morning|afternoon))\b", re.IGNORECASE)
_YESTERDAY = re.compile(r"\b(?:yesterday|last\s+night)\b", re.IGNORECASE)
_TITLES = ("mr", "mrs", "ms", "dr", "on", "the", "in", "near", "at", "of", "police")


def details_of(title: str | None, text: str | None, published: object) -> dict[str, set[str]]:
    """
    Return the streets, ages and days in an article's headline and lead.

    Parameters
    ----------
    title, text : str or None
    published : datetime or null
        Weekdays are the last such day up to it; without it no days are read.

    Returns
    -------
    dict of str to set of str
        One set for each of ``DETAILS``; empty where nothing is stated. Where several people were
        harmed, the next report may tell of another of them, so that ages say nothing.
    """
    title = text_or_empty(title)
    text = text_or_empty(text)
    lead = text[:_LEAD]
    if not text.startswith(title):
        lead = f"{title}. {lead}"
    ages: set[str] = set()
    if _SEVERAL_HARMED.search(lead) is None:
        ages = _ages(lead)
    return {"street": _streets(lead), "age": ages, "day": _days(lead, _day_of(published))}


def _day_of(published: Any) -> date | None:
    """Return the day of a time of publication, None for a missing one."""
    if pd.isna(published):
        return None
    time: Any = pd.Timestamp(published)
    return time.date()


def _streets(words: str) -> set[str]:
    found = set()
    for match in _STREET.finditer(words):
        names = match["name"].lower().split()
        while len(names) > 1 and names[0] in _TITLES:
            names.pop(0)
        kind = match["kind"].lower().rstrip(".")
        found.add(f"{names[-1]} {_SHORT_KINDS.get(kind, kind)}")
    return found


def _ages(words: str) -> set[str]:
    found = set()
    for match in _AGE.finditer(words):
        found.add(next(group for group in match.groups() if group is not None))
    return found


def _days(words: str, published: date | None) -> set[str]:
    """Return the days that weekdays and "yesterday" stand for."""
    if published is None:
        return set()
    found = set()
    for match in _WEEKDAY.finditer(words):
        back = (published.weekday() - WEEKDAYS.index(match["day"].capitalize())) % 7
        if match["last"] and not back:
            back = 7
        found.add(str(published - timedelta(days=back)))
    if _TODAY.search(words):
        found.add(str(published))
    if _YESTERDAY.search(words):
        found.add(str(published - timedelta(days=1)))
    return found


def compare_details(
    articles: pd.DataFrame, first: np.ndarray, second: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """
    Return in how many kinds of detail pairs of articles agree, and whether details speak against.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    first, second : arrays of int
        Row numbers in ``articles``.

    Returns
    -------
    shared : array of float, shape (n_pairs,)
        0 to 3.
    is_contradicted : array of bool, shape (n_pairs,)
        Whether they agree in no kind, and differ in the street or in two kinds. Two articles differ
        in a kind if each states one and they have none in common: a day alone says little, because
        the next day's report states another. Articles on polls by two pollsters are of two, and a
        digest ("World in brief") is with no other article.
    """
    columns = (articles[name] for name in ("title", "text", "published"))
    details = [details_of(*row) for row in zip(*columns, strict=True)]
    titles, texts = articles["title"], articles["text"]
    polls = [_pollsters(*row) for row in zip(titles, texts, strict=True)]
    shared, other = np.zeros(len(first)), np.zeros(len(first))
    other_street = np.zeros(len(first), bool)
    for kind in DETAILS:
        sets = [one[kind] for one in details]
        states = np.array([bool(one) for one in sets], dtype=bool)
        for pair in np.flatnonzero(states[first] & states[second]):
            if sets[first[pair]] & sets[second[pair]]:
                shared[pair] += 1
                continue
            other[pair] += 1
            other_street[pair] |= kind == "street"
    of_several = digests(articles)
    in_digest = of_several[first] | of_several[second]
    of_two_polls = np.array(
        [
            bool(polls[one] and polls[two] and polls[one].isdisjoint(polls[two]))
            for one, two in zip(first.tolist(), second.tolist(), strict=True)
        ],
        dtype=bool,
    )
    return shared, in_digest | of_two_polls | ((shared == 0) & (other_street | (other >= 2)))


def _pollsters(title: str | None, text: str | None) -> frozenset[str]:
    """Return the pollsters in the lead of an article whose headline is on a poll."""
    title = text_or_empty(title)
    if _POLL_IN_TITLE.search(title) is None:
        return frozenset()
    return pollsters_in(f"{title}. {text_or_empty(text)[:_LEAD]}")
