"""
Read the day that a text states as its own: "Published April 15 2017", "ALEPPO, 5 Sep (SANA)".

In: a text with its title, and the day of publication that the input gives. Out: a day, or None. A
day is the text's own only where its form says so: after a word such as "Published", with an hour,
in a dateline, or standing alone where a text begins. A day in the middle of a story is an event's.
"""

import re
from datetime import date, timedelta

import pandas as pd

from analysis.core.stated_days import is_contradicted
from analysis.load.dates import parse_day
from analysis.load.records import problem_row

__all__ = ["contradicted_days", "stated_day"]

_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})(?!\d)"
_WEEKDAY = r"(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs|r)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?,?\s+"
_HOUR = r"(?:,|\s[|-]|\sat)?\s*\d{1,2}[:.]\d{2}(?!\d)"
_ISO = r"(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)"
# 23.04.2017; of 04-05-2017 both readings are tried
_NUMERIC = (
    r"(?<!\d)(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)"
    r"(?P<year>(?:19|20)\d{2})(?!\d)"
)
_FULL = (
    rf"{_DAY}[\s-]{_MONTH}[,\s-]\s*{_YEAR}",
    # "Apr 092017": where marks are lost
    rf"{_MONTH}\s+{_DAY},?\s*{_YEAR}",
    _ISO,
    _NUMERIC,
)
_WITHOUT_YEAR = (rf"{_DAY}\s{_MONTH}", rf"{_MONTH}\s{_DAY}")
# 03.07.19 2:32 PM ET: a year of two figures, before an hour of the twelve-hour clock
_SHORT_YEAR = (
    r"(?<![\d./-])(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)"
    r"(?P<short_year>\d{2})"
    r",?\s\d{1,2}:\d{2}\s?[AP]M(?:\s(?P<zone>[ECMP][SD]?T)\b)?"
)
_MARK = (
    r"\b(?:(?:date of publication|publication date|date published|first published|last (?:updated|"
    r"modified|update)|published|posted|updated|publish(?:ed)? date|(?<=\n)date)\b"
    r"(?:\s(?:on|at|date|time|online))*\s?:?)\s*"
)
# (SANA), (Reuters), /TASS/, after a place in capitals
_AGENCY = r"\s*[.,]?\s*(?:\((?P<agency>[A-Z](?:(?!\w/\w)[\w/ .&'-]){1,60})\)|/[A-Z][A-Za-z ]+/)"
_PLACE = r"(?P<place>[A-Z][A-Z'’-]{2,}(?:[ ,/-]+[A-Z][A-Za-z'’.-]*){0,5})"
_STARTS = r"(?=\s*(?:[A-Z\"“'‘(\[|–—-]|\d|at\s\d|SEND|$))"

_MARKED = [re.compile(_MARK + rf"(?:{_WEEKDAY})?" + day, re.IGNORECASE) for day in _FULL]
_WITH_HOUR = [re.compile(rf"(?<![\w-])(?:{_WEEKDAY})?{day}{_HOUR}") for day in _FULL[:2]]
_WITH_HOUR.append(re.compile(rf"\b\d{{1,2}}:?\d{{2}},?\s{_NUMERIC}"))
_WITH_HOUR.append(re.compile(_SHORT_YEAR))
_AT_START = [re.compile(rf"\W*(?:{_WEEKDAY})?{day}{_STARTS}") for day in _FULL]
# "Monitor AFP Saturday 16 Jul 2016 Air raids ..."
_AFTER_CREDIT = [
    re.compile(rf"(?<=[\w.])\s(?<!\bon\s)(?:{_WEEKDAY}){day}{_STARTS}") for day in _FULL[:2]
]
_DATELINE = [
    re.compile(rf"(?:^|[\n.]\s*|[a-z\d]\s|[|)]\s){_PLACE},?\s{day}{_AGENCY}")
    for day in (*_FULL[:2], *_WITHOUT_YEAR)
]
# LONDON (UrduPoint News / Sputnik - 05th April, 2019)
_IN_CREDIT = [
    re.compile(rf"[A-Z]{{3,}}[^()\n]{{0,40}}\([^()\n]{{3,60}}\s-\s{day}\)") for day in _FULL[:2]
]
_PREPOSITION = re.compile(
    r"\b(?:on|of|since|until|till|from|by|before|after|in|to|for|and|the|last|dated|between|was)$"
)
_HEAD = 450  # characters after the title in which a text says when it was published
_TAIL = 250
_HALF_A_YEAR = timedelta(days=183)
_ONE_DAY = timedelta(days=1)
_MOST_IDS = 5


def stated_day(text: str, title: str | None, published: date | None) -> date | None:
    """
    Return the day that a text states as that of its own publication.

    Parameters
    ----------
    text : str
        Headline and body.
    title : str, optional
        The headline, where it is known.
    published : date, optional
        The day that the input gives: a dateline without a year is of the year nearest to it.

    Returns
    -------
    date or None
        None if no day is stated in a form that only a day of publication has.

    Examples
    --------
    >>> stated_day("Bridge falls\\n\\nPublished April 15 2017 A bridge fell.", "Bridge falls", None)
    datetime.date(2017, 4, 15)
    >>> stated_day("TALLIS, 5 Sep (SANA) - A bridge fell.", None, date(2016, 9, 7))
    datetime.date(2016, 9, 5)
    >>> stated_day("Talks fail. 03.07.19 2:32 PM ET A bridge fell.", None, None)
    datetime.date(2019, 3, 7)
    >>> stated_day("A bridge fell on 5 September 2016.", None, date(2016, 9, 7)) is None
    True
    """
    start = len(title) if title and text.startswith(title) else 0
    head = text[: start + _HEAD]
    tail = text[max(len(head), len(text) - _TAIL) :]
    for patterns, part in ((_MARKED, head), (_MARKED, tail), (_IN_CREDIT, head), (_DATELINE, head)):
        day = _first(patterns, part, published)
        if day is not None:
            return day
    for begin in {0, start}:
        for pattern in _AT_START:
            found = pattern.match(text, begin)
            if found is not None:
                return _day_of(found, published)
    return _first(_AFTER_CREDIT, head, published) or _first(_WITH_HOUR, head, published)


def _first(patterns: list[re.Pattern[str]], part: str, published: date | None) -> date | None:
    """Return the day of the first match of any of the patterns that no preposition precedes."""
    matches = [found for pattern in patterns for found in pattern.finditer(part)]
    for found in sorted(matches, key=re.Match.start):
        if not _PREPOSITION.search(part[: found.start()].rstrip()[-12:]):
            day = _day_of(found, published)
            if day is not None:
                return day
    return None


def _day_of(found: re.Match[str], published: date | None) -> date | None:
    """Return the day of a match; one without a year is that nearest to the published day."""
    parts = found.groupdict()
    if parts.get("first"):
        return _day_of_numbers(parts, published)
    month = parts["month"].rstrip(".")
    if month.isdigit():
        return parse_day(f"{parts['year']}-{month}-{parts['day']}")
    if parts.get("year"):
        return parse_day(f"{parts['day']} {month[:3]} {parts['year']}")
    return _nearest_year(parts["day"], month[:3], published)


def _day_of_numbers(parts: dict[str, str], published: date | None) -> date | None:
    """
    Return the day of 23.04.2017; None for 4/5/2017 if neither reading agrees with the input.

    Beside an hour of the United States (ET, PDT) the month comes first.
    """
    year, mark = parts.get("year"), parts["mark"]
    if year is None:  # dots would make a German date of it
        year, mark = f"20{parts['short_year']}", "/"
    written = mark.join((parts["first"], parts["second"], year))
    readings = [parse_day(written, month_first) for month_first in (True, False)]
    if readings[0] == readings[1] or (parts.get("zone") and readings[0] is not None):
        return readings[0]
    for day in readings:
        if day is not None and published is not None and abs(day - published) <= _ONE_DAY:
            return day
    return None


def _nearest_year(day_of_month: str, month: str, published: date | None) -> date | None:
    """Return the day of the year that brings it nearest to the published day."""
    if published is None:
        return None
    candidates = []
    for year in (published.year - 1, published.year, published.year + 1):
        day = parse_day(f"{day_of_month} {month} {year}")
        if day is not None:
            candidates.append(day)
    if not candidates:
        return None
    nearest = min(candidates, key=lambda day: abs(day - published))
    return nearest if abs(nearest - published) <= _HALF_A_YEAR else None


def contradicted_days(articles: pd.DataFrame) -> list[dict[str, object]]:
    """
    Return a row of ``problems`` for each way in which texts contradict the input's days.

    Parameters
    ----------
    articles : DataFrame
        With ``article_id``, ``published`` and ``published_in_text``.

    Returns
    -------
    list of dict
        At most two: for days before the text's own, which are impossible, and for days after it.
    """
    contradicted = articles.loc[is_contradicted(articles)]
    is_before = contradicted["published"] < contradicted["published_in_text"]
    problems = []
    for rows, words in (
        (contradicted.loc[is_before], "before the day that their own text states"),
        (contradicted.loc[~is_before], "more than a day after the day that their own text states"),
    ):
        if rows.empty:
            continue
        ids = ", ".join(rows["article_id"].head(_MOST_IDS))
        n_more = len(rows) - _MOST_IDS
        more = f" and {n_more:,} more" if n_more > 0 else ""
        noun = "article is" if len(rows) == 1 else "articles are"
        reason = (
            f"{len(rows):,} {noun} dated {words} ({ids}{more}): the input's day is used, "
            "marked on charts, and names no event"
        )
        problems.append({**problem_row("", reason, kept=True), "article_id": None})
    return problems
