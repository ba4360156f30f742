"""
Read the day of publication from the cells of a date column.

In: cells. Out: days, or None if a cell names no single day of 1700 to 2100. ISO dates, names of
days and months, ``4/5/2017`` and seconds since 1970 are read; a month or a year alone is not a day.
Time zones are not converted: the day is the one that is printed.

Numbers of ten digits are seconds since 1970 only if the column as a whole looks like it: nine in
ten of its cells are such numbers, nine in ten of these fall in 2001 to 2100, and they are not
numbered one after the other. Otherwise they are ids that were taken for dates, and none becomes a
day.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from analysis.core.plurals import count_and_noun
from analysis.load.cleaning import fix_field

__all__ = [
    "FIRST_DAY",
    "LAST_DAY",
    "DateColumn",
    "day_order",
    "is_out_of_range",
    "parse_day",
    "read_days",
    "survey_dates",
]

FIRST_DAY = date(1700, 1, 1)
LAST_DAY = date(2100, 12, 31)
"""Days outside these are not read: they are typing errors, ids or placeholders."""

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:$|[T ])")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:$|T?\d{6}Z?$)")
_NUMERIC = re.compile(
    r"(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})(?:$|[ ,T])"
)
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d+)?$")  # seconds or milliseconds since 1970
_YEAR_OR_DAY = re.compile(r"\d{4}|\d{2}\b")
_YEARS = range(FIRST_DAY.year, LAST_DAY.year + 1)
_SECONDS_PER_ID = 10  # closer numbers than this, on average, are ids in sequence
_MIN_IN_SEQUENCE = 3
_MIN_SHARE = 0.9  # of the cells of a column of time stamps
_NEAR = timedelta(days=7)  # to the first or last of the other days: still among them
_MISSING = {"", "nan", "null", "none", "n/a", "nat"}
_MAX_LENGTH = 80  # characters of a date in words
_MAX_CELL = 200  # characters of a cell that are looked at
# dateutil fills what a text lacks from a default: two defaults show whether it did
_DEFAULTS = (datetime(2001, 1, 1), datetime(2002, 2, 2))


class DateColumn(NamedTuple):
    """
    How the cells of one column of dates are read.

    Parameters
    ----------
    month_first : bool
        Whether ``4/5/2017`` is 5 April.
    has_epochs : bool
        Whether numbers of ten digits are seconds since 1970.
    notes : tuple of str
        What was assumed, for the whole column.
    """

    month_first: bool = True
    has_epochs: bool = True
    notes: tuple[str, ...] = ()


def read_days(
    values: Sequence[object], column: DateColumn | None = None
) -> tuple[list[date | None], tuple[str, ...]]:
    """
    Read a column of dates, every cell in the same way.

    Parameters
    ----------
    values : sequence of object
        Cells; None if empty.
    column : DateColumn, optional
        How they are read. If not given, ``survey_dates`` finds it.

    Returns
    -------
    days : list of date or None
    notes : tuple of str
        What was assumed; empty if ``column`` is given.
    """
    notes: tuple[str, ...] = ()
    if column is None:
        column = survey_dates(values)
        notes = column.notes
    days = []
    for value in values:
        days.append(parse_day(value, column.month_first, has_epochs=column.has_epochs))
    return days, notes


def parse_day(value: object, month_first: bool = True, *, has_epochs: bool = True) -> date | None:
    """
    Read one date.

    Parameters
    ----------
    value : object
        Text, a date, or a number such as 20181102 or seconds since 1970.
    month_first : bool
        Whether ``4/5/2017`` is 5 April. Dates with dots are day first in either case, and a
        number over 12 is always the day.
    has_epochs : bool
        Whether a number of ten or thirteen digits is seconds or milliseconds since 1970.

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
    if isinstance(value, date):  # a datetime is one too
        return _valid_day(value.year, value.month, value.day)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = fix_field(str(value))[0][:_MAX_CELL]
    if not has_epochs and _EPOCH.match(text):
        return None
    return _parse_text(text, month_first)


def is_out_of_range(value: object) -> bool:
    """
    Return whether a value is a day, but one before 1700 or after 2100.

    Parameters
    ----------
    value : object
        As for ``parse_day``.
    """
    if isinstance(value, date):
        return value.year not in _YEARS
    text = str(value).strip()
    epoch = _EPOCH.match(text)
    if epoch:
        return _day_of_epoch(epoch).year not in _YEARS
    named = _ISO.match(text) or _COMPACT.match(text) or _NUMERIC.match(text)
    if named is None:
        return False
    year = named["year"] if "year" in named.groupdict() else named[1]
    return int(year) not in _YEARS


def _day_of_epoch(epoch: re.Match[str]) -> date:
    """Return the day of a time stamp."""
    return datetime.fromtimestamp(int(epoch[1]), UTC).date()


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
        day = _day_of_epoch(epoch)
        return _valid_day(day.year, day.month, day.day)
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

    Where none of them shows an order, the one is taken in which all others lie among their days, if
    only one does: of ``11/03/2025`` among days of March 2025, the day comes first.

    Parameters
    ----------
    values : iterable of object
        Cells of one column.

    Returns
    -------
    month_first : bool
        True if no cell decides, or cells contradict each other.
    note : str or None
        What was assumed, with a cell and its row, if ``4/5/2017`` could be read both ways and no
        cell shows the order.
    """
    counts = _Order()
    for value in values:
        counts.add(value)
    return counts.result()


@dataclass
class _Order:
    """Which dates show the month first or the day first, and which neither."""

    n_values: int = 0
    n_month_first: int = 0
    n_day_first: int = 0
    n_ambiguous: int = 0
    ambiguous: set[tuple[date, date]] = field(default_factory=set)  # month first, day first
    example: str = ""
    row_of_example: int = 0
    first: date = LAST_DAY  # of the days that are sure
    last: date = FIRST_DAY

    def add(self, value: object) -> None:
        """Look at one cell."""
        self.n_values += 1
        text = value.strip() if isinstance(value, str) else ""
        numeric = _NUMERIC.match(text)
        if numeric is None or numeric["mark"] == ".":
            self._add_sure(value)
            return
        first = int(numeric["first"])
        second = int(numeric["second"])
        self.n_month_first += second > 12
        self.n_day_first += first > 12
        readings = _parse_numeric(numeric, True), _parse_numeric(numeric, False)
        if readings[0] is None or readings[1] is None or readings[0] == readings[1]:
            self._add_sure(value)
            return
        self.n_ambiguous += 1
        self.ambiguous.add((readings[0], readings[1]))
        if not self.example:
            self.example = numeric[0].rstrip(" ,T")
            self.row_of_example = self.n_values

    def _add_sure(self, value: object) -> None:
        """Remember the bounds of days that can be read in one way; numbers may be ids."""
        day = None if _EPOCH.match(str(value).strip()) else parse_day(value)
        if day is not None:
            self.first = min(self.first, day)
            self.last = max(self.last, day)

    def result(self) -> tuple[bool, str | None]:
        """Return whether the month comes first, and a note if that was assumed."""
        if not self.n_ambiguous or bool(self.n_month_first) != bool(self.n_day_first):
            return not self.n_day_first, None
        if self.n_month_first:
            why = f"{self.n_month_first} have the month first and {self.n_day_first} the day"
            return True, self._note(True, why)
        lies_among = tuple(self._lie_among(number) for number in (0, 1))
        if lies_among[0] == lies_among[1]:
            return True, self._note(True, "no date in the file decides")
        why = f"the other days are {self.first} to {self.last}"
        return lies_among[0], self._note(lies_among[0], why)

    def _lie_among(self, number: int) -> bool:
        """Return whether one reading of all dates lies among the days that are sure."""
        days = [readings[number] for readings in self.ambiguous]
        return self.first <= min(days) + _NEAR and max(days) - _NEAR <= self.last

    def _note(self, month_first: bool, why: str) -> str:
        numeric = _NUMERIC.match(self.example)
        assert numeric is not None
        day, other = (_parse_numeric(numeric, order) for order in (month_first, not month_first))
        return (
            f"{count_and_noun(self.n_ambiguous, 'date')} can be read two ways and {why}; read as "
            f"{'month' if month_first else 'day'} first: {self.example} in row "
            f"{self.row_of_example} is {day}, not {other}. Days written as {day} are read in one "
            "way only"
        )


def survey_dates(values: Iterable[object]) -> DateColumn:
    """
    Find how a column of dates is read, from all its cells.

    Parameters
    ----------
    values : iterable of object
        Cells of one column.

    Returns
    -------
    DateColumn
    """
    order = _Order()
    epochs = _Epochs()
    for value in values:
        order.add(value)
        epochs.add(value)
    month_first, note = order.result()
    why = epochs.why_ids()
    notes = [note] if note else []
    if why:
        notes.append(
            f"{epochs.n_epochs} dates such as {epochs.example} could be seconds since 1970, "
            f"but {why}; read as missing"
        )
    return DateColumn(month_first, why is None, tuple(notes))


@dataclass
class _Epochs:
    """The numbers of ten digits in a column."""

    n_given: int = 0
    n_epochs: int = 0
    n_out_of_range: int = 0
    lowest: int = 0
    highest: int = 0
    example: str = ""

    def add(self, value: object) -> None:
        """Look at one cell."""
        if value is None or value != value or str(value).strip().lower() in _MISSING:
            return
        self.n_given += 1
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        text = str(value).strip()
        epoch = _EPOCH.match(text)
        if epoch is None or isinstance(value, date):
            return
        seconds = int(epoch[1])
        if not self.n_epochs:
            self.lowest = self.highest = seconds
            self.example = text
        self.n_epochs += 1
        self.n_out_of_range += _day_of_epoch(epoch).year not in _YEARS
        self.lowest = min(self.lowest, seconds)
        self.highest = max(self.highest, seconds)

    def why_ids(self) -> str | None:
        """Return why the numbers are ids and not time stamps; None if they may be the latter."""
        if not self.n_epochs:
            return None
        if self.n_out_of_range > (1 - _MIN_SHARE) * self.n_epochs:
            return f"{self.n_out_of_range} of them lie after {LAST_DAY.year}"
        if self.n_epochs < _MIN_SHARE * self.n_given:
            return f"{self.n_given - self.n_epochs} cells of the column are written otherwise"
        span = self.highest - self.lowest
        if self.n_epochs >= _MIN_IN_SEQUENCE and 0 < span < _SECONDS_PER_ID * self.n_epochs:
            return "they are numbered one after the other"
        return None
