"""Dates of which only the month or year is known."""

import pandas as pd
import pytest

from analysis.core.partial_dates import day_bounds, in_words


@pytest.mark.parametrize(
    ("day", "given", "first", "last", "words"),
    [
        ("2020-02-03", "2020-02-03", "2020-02-03", "2020-02-03", "3 Feb 2020"),
        ("2020-02-03", "2020-02", "2020-02-03", "2020-02-03", "3 Feb 2020"),
        ("2020-02-13", "2019", "2020-02-13", "2020-02-13", "13 Feb 2020"),
        (None, "2020-02", "2020-02-01", "2020-02-29", "Feb 2020"),
        (None, "2020", "2020-01-01", "2020-12-31", "2020"),
        (None, None, None, None, "no date"),
        (None, "in spring", None, None, "no date"),
        (None, "in 2020", None, None, "no date"),
    ],
)
def test_bounds_and_words(day, given, first, last, words):
    published = pd.Series([day], dtype="datetime64[us]")
    bounds = day_bounds(published, pd.Series([given], dtype="str")).iloc[0]
    expected = [pd.Timestamp(date) if date else None for date in (first, last)]
    assert [None if pd.isna(date) else date for date in bounds] == expected
    assert in_words(*bounds) == words


def test_dates_of_several_kinds_keep_their_rows_and_the_input_is_not_changed():
    published = pd.Series([None, "2020-02-03 18:30", None], index=[5, 3, 4], dtype="datetime64[us]")
    given = pd.Series(["2019", "2020-02", "2020-04"], index=[5, 3, 4], dtype="str")
    before = published.copy()
    bounds = day_bounds(published, given)
    assert bounds.index.tolist() == [5, 3, 4]
    assert bounds["first"].dt.strftime("%Y-%m-%d").tolist() == [
        "2019-01-01",
        "2020-02-03",
        "2020-04-01",
    ]
    assert bounds["last"].dt.strftime("%Y-%m-%d").tolist() == [
        "2019-12-31",
        "2020-02-03",
        "2020-04-30",
    ]
    pd.testing.assert_series_equal(published, before)


def test_the_date_as_given_is_optional():
    bounds = day_bounds(pd.Series(pd.to_datetime(["2020-02-03", None])))
    assert bounds["last"].tolist() == [pd.Timestamp("2020-02-03"), pd.NaT]
