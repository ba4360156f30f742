"""
Bound the day of something of which only the month or year may be known.

In: days, and the dates as given ("2018-11"). Out: the first and the last day that each can be; null where nothing is
known.
"""

import pandas as pd

__all__ = ["day_bounds", "in_words"]

_MONTH, _YEAR = r"\d{4}-\d{2}", r"\d{4}"


def day_bounds(published, given=None):
    """
    Give the first and last day that a date can be.

    Parameters
    ----------
    published : Series of datetime
        The day; null where it is not known.
    given : Series of str, optional
        The date as given, read where the day is null: "2018-11" or "2018".

    Returns
    -------
    DataFrame
        ``first``, ``last``: equal where the day is known; both null where there is no date. Same index.

    Examples
    --------
    >>> day_bounds(pd.Series([None]), pd.Series(["2018-11"])).to_numpy().astype("datetime64[D]").tolist()
    [[datetime.date(2018, 11, 1), datetime.date(2018, 11, 30)]]
    """
    day = pd.to_datetime(published).dt.normalize()
    part = (
        pd.Series(None, index=day.index, dtype="str")
        if given is None
        else given.where(day.isna()).astype("str")
    )
    month, year = (
        part.str.fullmatch(form).fillna(value=False).astype(bool) for form in (_MONTH, _YEAR)
    )
    first, last = day.copy(), day.copy()
    first[month], last[month] = (
        pd.to_datetime(part[month]),
        pd.to_datetime(part[month]) + pd.offsets.MonthEnd(0),
    )
    first[year], last[year] = (
        pd.to_datetime(part[year]),
        pd.to_datetime(part[year]) + pd.offsets.YearEnd(0),
    )
    return pd.DataFrame({"first": first, "last": last})


def in_words(first, last):
    """
    Write a date as it is known.

    Parameters
    ----------
    first, last : Timestamp
        As ``day_bounds`` gives them.

    Returns
    -------
    str
        "2 Nov 2018", "Nov 2018", "2018" or "no date".
    """
    if pd.isna(last):
        return "no date"
    if first == last:
        return f"{last.day} {last:%b %Y}"
    return f"{last:%b %Y}" if first.month == last.month else f"{last:%Y}"
