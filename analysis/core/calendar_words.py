"""
The words of the calendar: names of months and weekdays, and how a day is written.

Out: names, with a capital as they are printed, and groups of a regular expression that match them.
"""

from datetime import date

__all__ = ["MONTH", "MONTHS", "SHORT_MONTHS", "WEEKDAY", "WEEKDAYS", "lower_names", "short_day"]

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
SHORT_MONTHS = tuple(month[:3] for month in MONTHS)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTH = f"(?:{'|'.join(MONTHS)})"
WEEKDAY = f"(?:{'|'.join(WEEKDAYS)})"


def lower_names() -> frozenset[str]:
    """Return the names of all months and weekdays, in lower case."""
    return frozenset(name.lower() for name in (*MONTHS, *WEEKDAYS))


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
