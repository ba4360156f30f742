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

_OPENING = 500  # characters in which headline and first sentence end
_REACH = 70  # characters beside a number
_HARM = (
    r"(?:deaths|fatalities|killings|homicides?|murders|suicides|overdoses|drownings|shootings"
    r"|stabbings|arrests|road\s+toll)"
)
_LAST_PERIOD = r"(?:last|this|the\s+past|the\s+previous)\s+(?:financial\s+|fiscal\s+)?year"
# "Road deaths fell to a record low last year", "overdose deaths down in Manitoba"
_STATISTICS = re.compile(
    rf"\b{_HARM}\b[^.\n]{{0,60}}?\b(?:{VALUE_MOVES}|record|highest|lowest)\b"
    r"(?!\s+to\s+\d)",
    ANY_CASE,
)
_PERIOD = re.compile(rf"\b(?:(?P<last>{_LAST_PERIOD})|in\s+(?P<year>20\d\d))\b", ANY_CASE)
# headline and first sentence, or the first two sentences
_HEAD = re.compile(
    r"\s*[^\n]*\n\s*[^\n]*?[.!?](?=[\s\"”]|$)|[^\n]*?[.!?]\s[^\n]*?[.!?](?=[\s\"”]|$)"
)
_CAUSE = re.compile(
    r"\b(?:die[ds]?|deaths?|dead)\s+(?:of|from|in)\s+(?:an?\s+|the\s+)?(?P<cause>[a-z]{3,})",
    ANY_CASE,
)
_SAME_BEGINNING = 4  # letters of two forms of one word: "overdose", "overdoses"
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
    head = _head_with_statistics(text)
    if head is None or _has_other_cause(figure, text, head):
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


def _has_other_cause(figure: Figure, text: str, head: str) -> bool:
    """Whether the words beside a figure name a cause of which the headline says nothing."""
    near = text[max(0, figure.start - _REACH) : figure.end + _REACH]
    causes = (found["cause"].lower() for found in _CAUSE.finditer(near))
    return any(cause[:_SAME_BEGINNING] not in head for cause in causes)


@lru_cache(maxsize=64)  # the figures of an article come together
def _head_with_statistics(text: str) -> str | None:
    """Return headline and first sentence in small letters, if they report a year's statistics."""
    found = _HEAD.match(text[:_OPENING])
    if found is None or _STATISTICS.search(found[0]) is None or _PERIOD.search(found[0]) is None:
        return None
    return found[0].lower()
