"""Days of which only the month or year is known."""

import pandas as pd
import pytest

from analysis.core.partial_dates import day_bounds, in_words


@pytest.mark.parametrize(
    ("day", "given", "first", "last", "words"),
    [
        ("2020-02-03", "2020-02-03", "2020-02-03", "2020-02-03", "3 Feb 2020"),
        ("2020-02-03", "2020-02", "2020-02-03", "2020-02-03", "3 Feb 2020"),
        (None, "2020-02", "2020-02-01", "2020-02-29", "Feb 2020"),
        (None, "2020", "2020-01-01", "2020-12-31", "2020"),
        (None, None, None, None, "no date"),
        (None, "in spring", None, None, "no date"),
    ],
)
def test_bounds_and_words(day, given, first, last, words):
    known = day_bounds(
        pd.Series([day], dtype="datetime64[us]"), pd.Series([given], dtype="str")
    ).iloc[0]
    wanted = [None if d is None else pd.Timestamp(d) for d in (first, last)]
    assert [None if pd.isna(d) else d for d in known] == wanted
    assert in_words(*known) == words


def test_days_alone_are_enough():
    assert day_bounds(pd.Series(pd.to_datetime(["2020-02-03"])))["last"].tolist() == [
        pd.Timestamp("2020-02-03")
    ]
