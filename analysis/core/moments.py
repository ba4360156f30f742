"""
Tell what was published first: by the day, and by the time of day where its zone allows it.

In: rows with ``published``, ``published_time`` and ``published_zone``, as the input prints them.
Out: an order. Two times are compared if both zones are offsets ("+02:00"), or if both are printed
in the same way; otherwise the days alone tell. A list needs some order of all rows: there a time
without an offset stands as it is printed.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

import pandas as pd

__all__ = ["Moment", "in_order", "minutes_of", "minutes_of_both", "moment_of"]

_OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>\d{2}):?(?P<minutes>\d{2})")
_HOUR = 60  # minutes
_DAY = 24 * _HOUR
_COLUMNS = ("published", "published_time", "published_zone")


class Moment(NamedTuple):
    """When something was published: its day, "HH:MM" and its zone, each None if not known."""

    day: date | None
    time: str | None
    zone: str | None


def moment_of(row: Mapping[Any, Any], day: str = "published") -> Moment:
    """
    Return when a row was published.

    Parameters
    ----------
    row : mapping
        ``published_time`` and ``published_zone`` may be missing.
    day : str
        The key of its day.

    Returns
    -------
    Moment
    """
    time, zone = row.get("published_time"), row.get("published_zone")
    return Moment(
        None if pd.isna(row[day]) else row[day],
        time if isinstance(time, str) else None,
        zone if isinstance(zone, str) else None,
    )


def minutes_of_both(one: Moment, other: Moment) -> tuple[int, int] | None:
    """
    Return two moments in minutes that can be compared.

    Parameters
    ----------
    one, other : Moment

    Returns
    -------
    (int, int) or None
        None where a day or time is missing, or where nothing tells how two zones differ: "EST" and
        "+00:00". Two times of one zone are compared whatever it is.

    Examples
    --------
    >>> evening, night = Moment(date(2024, 3, 14), "22:05", "-06:00"), date(2024, 3, 15)
    >>> first, second = minutes_of_both(evening, Moment(night, "03:20", "+00:00"))
    >>> first > second
    True
    """
    offsets = _offset(one.zone), _offset(other.zone)
    if one.zone == other.zone:
        offsets = 0, 0
    minutes = _local_minutes(one), _local_minutes(other)
    if None in offsets or None in minutes:
        return None
    (first, second), (offset, other_offset) = minutes, offsets
    return int(first or 0) - int(offset or 0), int(second or 0) - int(other_offset or 0)


def minutes_of(moment: Moment) -> int:
    """
    Return a moment in minutes, to be compared with others.

    Parameters
    ----------
    moment : Moment

    Returns
    -------
    int
        As in ``in_order``, but an unknown time is before any of its day, and 0 without a day.
    """
    if moment.day is None:
        return 0
    minutes = _local_minutes(moment)
    if minutes is None:
        return moment.day.toordinal() * _DAY
    return minutes - (_offset(moment.zone) or 0)


def in_order(table: pd.DataFrame, *then: str) -> pd.DataFrame:
    """
    Return rows by the moment of publication.

    Parameters
    ----------
    table : DataFrame
        ``published``, ``published_time``; times without an offset in ``published_zone`` stand as
        printed. Not changed.
    *then : str
        Columns that order rows of one moment.

    Returns
    -------
    DataFrame
        Rows with a day but no time are the last of that day, those without a day the last of all.
    """
    read = table.reindex(columns=list(_COLUMNS))
    minutes = [_sorting_minutes(moment_of(row)) for row in read.to_dict("records")]
    ordered = table.assign(_minutes=pd.array(minutes, dtype="Float64"))
    by = ["_minutes", *then]
    return ordered.sort_values(by, kind="stable", na_position="last").drop(columns="_minutes")


def _sorting_minutes(moment: Moment) -> float | None:
    if moment.day is None:
        return None
    minutes = _local_minutes(moment)
    if minutes is None:
        return float((moment.day.toordinal() + 1) * _DAY - 0.5)
    return float(minutes - (_offset(moment.zone) or 0))


def _local_minutes(moment: Moment) -> int | None:
    """Return the minutes up to a moment as printed, None without day or time."""
    if moment.day is None or moment.time is None:
        return None
    hours, _, minutes = moment.time.partition(":")
    return moment.day.toordinal() * _DAY + int(hours) * _HOUR + int(minutes)


def _offset(zone: str | None) -> int | None:
    """Return by how many minutes a zone is ahead of UTC, None if only letters name it."""
    found = None if zone is None else _OFFSET.fullmatch(zone)
    if found is None:
        return None
    minutes = int(found["hours"]) * _HOUR + int(found["minutes"])
    return -minutes if found["sign"] == "-" else minutes
