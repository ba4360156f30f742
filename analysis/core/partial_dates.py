"""
Handle dates of which only the month or the year may be known.

In: days, and dates as given ("2018-11"). Out: the earliest and the latest day that each date can
be; null if nothing is known. Days are not estimated.
"""

import pandas as pd

from analysis.core.calendar_words import short_day

__all__ = ["day_bounds", "in_words"]

_MONTH = r"\d{4}-\d{2}"
_YEAR = r"\d{4}"


def day_bounds(published: pd.Series, given: pd.Series | None = None) -> pd.DataFrame:
    """
    Return the earliest and the latest day that each date can be.

    Parameters
    ----------
    published : Series of datetime
        The day; null if it is not known.
    given : Series of str, optional
        The date as given, "2018-11" or "2018". Used only where the day is null; any other text
        counts as no date.

    Returns
    -------
    DataFrame
        ``first`` and ``last``, with the index of ``published``. They are equal if the day is known,
        and both null if there is no date.

    Examples
    --------
    >>> bounds = day_bounds(pd.Series([None]), pd.Series(["2018-11"]))
    >>> bounds.to_numpy().astype("datetime64[D]").tolist()
    [[datetime.date(2018, 11, 1), datetime.date(2018, 11, 30)]]
    """
    day = pd.to_datetime(published).dt.normalize()
    first = day.copy()
    last = day.copy()
    if given is not None:
        partial = given.where(day.isna()).astype("str")
        for pattern, end_of_period in (
            (_MONTH, pd.offsets.MonthEnd(0)),
            (_YEAR, pd.offsets.YearEnd(0)),
        ):
            matches = partial.str.fullmatch(pattern).fillna(value=False).astype(bool)
            first_days = pd.to_datetime(partial[matches])
            first[matches] = first_days
            last[matches] = first_days + end_of_period
    return pd.DataFrame({"first": first, "last": last})


def in_words(first: pd.Timestamp, last: pd.Timestamp) -> str:
    """
    Return a date in words, as precisely as it is known.

    Parameters
    ----------
    first, last : Timestamp
        Bounds from ``day_bounds``.

    Returns
    -------
    str
        "2 Nov 2018", "Nov 2018", "2018" or "no date".
    """
    if pd.isna(last):
        return "no date"
    if first == last:
        return short_day(last)
    if first.month == last.month:
        return f"{last:%b %Y}"
    return f"{last:%Y}"
