"""
Read the day of publication from what people write in date columns.

In: cells. Out: days, or None where a cell names no single day. ISO dates, day and month names, ``4/5/2017`` and
time stamps are read; a month or a year alone is not a day. Time zones are not converted: the day is the one printed.
"""

import re
from datetime import UTC, date, datetime
from functools import lru_cache

__all__ = ["day_order", "parse_day", "read_days"]

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:$|[T ])")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:$|T?\d{6}Z?$)")
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:$|[ ,T])")
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d+)?$")
_YEARS = range(1700, 2101)


def read_days(values, month_first=None):
    """
    Read a column of dates, with one order of day and month for all.

    Parameters
    ----------
    values : sequence of object
        Cells; None where empty.
    month_first : bool, optional
        Order in ``4/5/2017``; where not given, the cells that can be read only one way decide, else month first.

    Returns
    -------
    days : list of date or None
    note : str or None
        What was assumed, where ``4/5/2017`` could be read both ways and no cell or too many decide.
    """
    note = None
    if month_first is None:
        month_first, note = day_order(values)
    return [parse_day(v, month_first) for v in values], note


def parse_day(value, month_first=True):
    """
    Read one date.

    Parameters
    ----------
    value : object
        Text, a date, or a number such as 20181102 or seconds since 1970.
    month_first : bool
        Whether ``4/5/2017`` is 5 April. Dates with dots are day first in either case.

    Returns
    -------
    date or None
        None where it is not a date, not a single day, or its year is not in 1700-2100.

    Examples
    --------
    >>> parse_day("Friday, 2 November 2018")
    datetime.date(2018, 11, 2)
    >>> parse_day("November 2018") is None
    True
    """
    if isinstance(value, datetime):
        return value.date() if value == value else None  # NaT is a datetime
    if isinstance(value, date):
        return value
    if value is None or value != value:
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _parse_text(str(value).strip(), month_first)


@lru_cache(maxsize=65536)
def _parse_text(text, month_first):
    for pattern in (_ISO, _COMPACT):
        if match := pattern.match(text):
            return _day(*match.groups())
    if match := _NUMERIC.match(text):
        first, mark, second, year = match.groups()
        return _numeric(int(first), int(second), year, month_first and mark != ".")
    if match := _EPOCH.match(text):
        return datetime.fromtimestamp(int(match[1]), UTC).date()
    return _named(text)


def _day(year, month, day):
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if found.year in _YEARS else None


def _numeric(first, second, year, month_first):
    if first > 12 or second > 12:  # only one reading is left
        month_first = second > 12
    return _day(year, first, second) if month_first else _day(year, second, first)


def _named(text):
    from dateutil import parser

    if len(text) > 80 or not re.search(r"\d{4}|\d{2}\b", text):
        return None
    # dateutil fills what is missing from a default: two defaults show whether anything was
    try:
        days = {
            parser.parse(text, default=d, ignoretz=True).date()
            for d in (datetime(2001, 1, 1), datetime(2002, 2, 2))
        }
    except (ValueError, OverflowError, TypeError, AttributeError, IndexError):
        return None
    found = days.pop()
    return found if not days and found.year in _YEARS else None


def day_order(values):
    """
    Say whether the month comes first, by the cells that can be read one way only.

    Parameters
    ----------
    values : iterable of object
        Cells of one column.

    Returns
    -------
    month_first : bool
    note : str or None
        As ``read_days``.
    """
    pairs = [
        (int(m[1]), int(m[3]))
        for v in values
        if isinstance(v, str) and (m := _NUMERIC.match(v.strip())) and m[2] != "."
    ]
    month = sum(second > 12 for _, second in pairs)
    day = sum(first > 12 for first, _ in pairs)
    unsure = sum(first <= 12 and second <= 12 and first != second for first, second in pairs)
    if not unsure or bool(month) != bool(day):
        return not day, None
    why = (
        "no date in the file settles it"
        if not month
        else f"{month} dates have the month first and {day} the day"
    )
    return (
        True,
        f"{unsure} dates such as 4/5/2017 can be read two ways and {why}; read as month first",
    )
