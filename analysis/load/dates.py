"""
Read the day of publication from the cells of a date column.

In: cells. Out: days, or None if a cell names no single day. ISO dates, names of days and months,
``4/5/2017`` and time stamps are read; a month or a year alone is not a day. Time zones are not
converted: the day is the one that is printed.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache

__all__ = ["day_order", "parse_day", "read_days"]

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:$|[T ])")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:$|T?\d{6}Z?$)")
_NUMERIC = re.compile(
    r"(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})(?:$|[ ,T])"
)
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d+)?$")  # seconds or milliseconds since 1970
_YEAR_OR_DAY = re.compile(r"\d{4}|\d{2}\b")
_YEARS = range(1700, 2101)
_MAX_LENGTH = 80  # characters of a date in words
# dateutil fills what a text lacks from a default: two defaults show whether it did
_DEFAULTS = (datetime(2001, 1, 1), datetime(2002, 2, 2))


def read_days(
    values: Sequence[object], month_first: bool | None = None
) -> tuple[list[date | None], str | None]:
    """
    Read a column of dates, with the same order of day and month in every cell.

    Parameters
    ----------
    values : sequence of object
        Cells; None if empty.
    month_first : bool, optional
        Order in ``4/5/2017``. If not given, ``day_order`` finds it.

    Returns
    -------
    days : list of date or None
    note : str or None
        What was assumed, if ``4/5/2017`` could be read both ways and the cells do not decide.
    """
    note = None
    if month_first is None:
        month_first, note = day_order(values)
    return [parse_day(value, month_first) for value in values], note


def parse_day(value: object, month_first: bool = True) -> date | None:
    """
    Read one date.

    Parameters
    ----------
    value : object
        Text, a date, or a number such as 20181102 or seconds since 1970.
    month_first : bool
        Whether ``4/5/2017`` is 5 April. Dates with dots are day first in either case, and a
        number over 12 is always the day.

    Returns
    -------
    date or None
        None if the value is no date or no single day, or its year is not in 1700-2100.

    Examples
    --------
    >>> parse_day("Friday, 2 November 2018")
    datetime.date(2018, 11, 2)
    >>> parse_day("November 2018") is None
    True
    """
    if value is None or value != value:  # NaN and NaT differ from themselves
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _parse_text(str(value).strip(), month_first)


@lru_cache(maxsize=65536)
def _parse_text(text: str, month_first: bool) -> date | None:
    """Read a date by the first form that fits."""
    year_first = _ISO.match(text) or _COMPACT.match(text)
    if year_first:
        year, month, day = year_first.groups()
        return _valid_day(year, month, day)
    numeric = _NUMERIC.match(text)
    if numeric:
        return _parse_numeric(numeric, month_first)
    epoch = _EPOCH.match(text)
    if epoch:
        return datetime.fromtimestamp(int(epoch[1]), UTC).date()
    return _parse_words(text)


def _valid_day(year: int | str, month: int | str, day: int | str) -> date | None:
    """Return a day, or None if there is no such day."""
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if found.year in _YEARS else None


def _parse_numeric(numeric: re.Match[str], month_first: bool) -> date | None:
    """Read a date such as 4/5/2017."""
    first = int(numeric["first"])
    second = int(numeric["second"])
    if numeric["mark"] == ".":
        month_first = False
    if first > 12 or second > 12:  # only one reading is left
        month_first = second > 12
    if month_first:
        return _valid_day(numeric["year"], first, second)
    return _valid_day(numeric["year"], second, first)


def _parse_words(text: str) -> date | None:
    """Read a date with the name of a month."""
    from dateutil import parser

    if len(text) > _MAX_LENGTH or not _YEAR_OR_DAY.search(text):
        return None
    days = set()
    for default in _DEFAULTS:
        try:
            days.add(parser.parse(text, default=default, ignoretz=True).date())
        except (ValueError, OverflowError, TypeError, AttributeError, IndexError):
            return None
    found = days.pop()
    if days or found.year not in _YEARS:
        return None
    return found


def day_order(values: Iterable[object]) -> tuple[bool, str | None]:
    """
    Find whether the month comes first, from the cells that can be read only one way.

    Parameters
    ----------
    values : iterable of object
        Cells of one column.

    Returns
    -------
    month_first : bool
        True if no cell decides, or cells contradict each other.
    note : str or None
        As in ``read_days``.
    """
    n_month_first = n_day_first = n_ambiguous = 0
    for value in values:
        numeric = _NUMERIC.match(value.strip()) if isinstance(value, str) else None
        if numeric is None or numeric["mark"] == ".":
            continue
        first = int(numeric["first"])
        second = int(numeric["second"])
        n_month_first += second > 12
        n_day_first += first > 12
        n_ambiguous += first <= 12 and second <= 12 and first != second
    if not n_ambiguous or bool(n_month_first) != bool(n_day_first):
        return not n_day_first, None
    if n_month_first:
        why = f"{n_month_first} dates have the month first and {n_day_first} the day"
    else:
        why = "no date in the file decides"
    note = (
        f"{n_ambiguous} dates such as 4/5/2017 can be read two ways and {why}; read as month first"
    )
    return True, note
