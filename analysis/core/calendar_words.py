"""
The words of the calendar.

In: days. Out: how they are written.
"""

from datetime import date

__all__ = ["short_day"]


def short_day(day: date) -> str:
    """
    Write a day in words.

    Parameters
    ----------
    day : date
        Or a ``Timestamp``.

    Examples
    --------
    >>> short_day(date(2018, 11, 2))
    '2 Nov 2018'
    """
    return f"{day.day} {day:%b %Y}"
