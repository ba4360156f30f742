"""
Tell whether people harmed are those of a year or month whose count is the article's own news.

In: a figure, its text and day. Out: a truth value. "Overdose deaths fell 12% last year, a report
says": the 402 dead of that year are what it reports, and no background, as the dead of a year are
beside the report of one attack.
"""

import re
from datetime import date
from functools import lru_cache

from analysis.core.change_words import VALUE_MOVES
from analysis.extract.figures.record import Figure
from analysis.extract.numbers.word_patterns import ANY_CASE

__all__ = ["is_of_reported_period"]

_OPENING = 400  # characters of headline and first sentences
_REACH = 70  # characters beside a number
_HARM = (
    r"(?:deaths?|fatalities|killings?|homicides?|murders?|suicides?|overdoses?|drownings?|injuries"
    r"|casualties|shootings?|stabbings?|arrests|road\s+toll|death\s+(?:rate|toll)s?)"
)
_LAST_PERIOD = r"(?:last|this|the\s+past|the\s+previous)\s+(?:financial\s+|fiscal\s+)?year"
# "Road deaths fell to a record low last year", "overdose deaths down in Manitoba"
_STATISTICS = re.compile(
    rf"\b{_HARM}\b[^.\n]{{0,60}}?\b(?:{VALUE_MOVES}|down|up|record|highest|lowest)\b", ANY_CASE
)
_PERIOD = re.compile(rf"\b(?:(?P<last>{_LAST_PERIOD})|in\s+(?P<year>20\d\d))\b", ANY_CASE)
_NEXT_NUMBER = re.compile(r"(?<![\d,.])(?!20\d\d\b)\d")
_OLD_BEFORE = re.compile(
    r"\b(?:from|than|compared\s+(?:with|to)|against|versus|below|above)\s+(?:the\s+)?$", ANY_CASE
)


def is_of_reported_period(figure: Figure, text: str, published: date | None) -> bool:
    """
    Return whether a figure counts those of the period whose statistics the article reports.

    Parameters
    ----------
    figure : Figure
    text : str
    published : date or None
        Day of the article; without it, only "last year" and "this year" are read.

    Returns
    -------
    bool
        False unless the headline or the first sentences tell that such numbers rose or fell in
        that period, and for what the period is compared with: "down from 457 in 2023".
    """
    if not _reports_statistics(text):
        return False
    before = text[max(0, figure.start - _REACH) : figure.start].rpartition("\n")[2]
    if _OLD_BEFORE.search(before) is not None:
        return False
    after = text[figure.end : figure.end + _REACH].partition("\n")[0]
    following = _NEXT_NUMBER.search(after)
    if following is not None:
        after = after[: following.start()]
    told = _PERIOD.search(after) or _last_match(before)
    return told is not None and _is_last(told, published)


def _last_match(before: str) -> re.Match[str] | None:
    found = list(_PERIOD.finditer(before))
    return found[-1] if found else None


def _is_last(told: re.Match[str], published: date | None) -> bool:
    if told["last"]:
        return True
    return published is not None and int(told["year"]) in (published.year - 1, published.year)


@lru_cache(maxsize=64)  # the figures of an article come together
def _reports_statistics(text: str) -> bool:
    opening = text[:_OPENING]
    return _STATISTICS.search(opening) is not None and _PERIOD.search(opening) is not None
