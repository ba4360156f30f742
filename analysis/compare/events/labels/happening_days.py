"""
Find the day on which harm was done, as most outlets of a group state it.

In: leads and days of publication. Out: a day. A shooting of Friday evening is first reported on
Saturday, and is the shooting of Friday.
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

import pandas as pd

from analysis.compare.events.incident_details import details_of
from analysis.core.calendar_words import WEEKDAY

__all__ = ["Report", "stated_day"]

_OPENING = 500  # characters; later sentences tell what was done since
_MOST_DAYS_BEFORE = 3  # the first report
_MAJORITY = 0.5
_FEWEST_OUTLETS = 2
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
# what is done on the day of harm, and on later days
_HARM = re.compile(
    r"\b(?:kill|die[ds]?\b|dead\b|death|injur|wound|hurt\b|hit\b|struck|strike|shot\b|shoot|fire\b"
    r"|burn|crash|collaps|explo|blast|bomb|attack|flood|storm|tornado|quake|sank\b|sink|capsiz"
    r"|drown"
    r"|derail|collid|stabb|erupt|riot|fighting|clash|shell(?:ed|ing)|raid|ambush|stampede)",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:vigil|funeral|court|trial|charged|mourn\w*|memorial|ahead\s+of|sentenc\w*|inquest"
    r"|anniversary|arrest\w*|resign\w*|buried)\b",
    re.IGNORECASE,
)
# "police said on Sunday": when it was said, not when it was done
_SAID = re.compile(
    rf"\b(?:said|says|told|added|announced|reported|confirmed|tweeted|wrote|declared|warned|spoke"
    rf"|statement|conference|briefing)\b[^.;]{{0,40}}?\b{WEEKDAY}\b"
    rf"|\b(?:by|until|since)\s+{WEEKDAY}\b|\b{WEEKDAY}\s+(?:said|told|announced|confirmed)\b",
    re.IGNORECASE,
)


class Report(NamedTuple):
    """An article: its outlet, the beginning of its text, and its day (datetime or null)."""

    outlet: str
    text: str
    published: Any


def stated_day(reports: Iterable[Report], first: Any) -> Any:
    """
    Return the day on which most outlets say that something happened.

    Parameters
    ----------
    reports : iterable of Report
        The articles of a group.
    first : datetime or null
        The first day of publication.

    Returns
    -------
    datetime or null
        ``first`` where fewer than two outlets, or no more than half of those that state a day,
        agree on a day of the three before it.
    """
    if pd.isna(first):
        return first
    days_of: dict[str, set[str]] = {}
    for report in reports:
        day = _first_day(report.text, report.published)
        if day:
            days_of.setdefault(report.outlet, set()).add(day)
    counts = Counter(day for days in days_of.values() for day in days)
    if not counts:
        return first
    best, count = min(counts.items(), key=lambda found: (-found[1], found[0]))
    stated = pd.Timestamp(best)
    n_before = (pd.Timestamp(first.date()) - stated).days
    if count < _FEWEST_OUTLETS or count <= _MAJORITY * len(days_of):
        return first
    return stated if 0 < n_before <= _MOST_DAYS_BEFORE else first


def _first_day(text: str, published: Any) -> str | None:
    """Return the first day in ISO form on which an opening says that something happened."""
    for sentence in _SENTENCE_END.split(text[:_OPENING]):
        if _HARM.search(sentence) is None or _LATER.search(sentence):
            continue
        days = details_of(None, _SAID.sub("", sentence), published)["day"]
        if days:
            return min(days)
    return None
