"""Tests of reading days."""

from datetime import date, datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.load.dates import parse_day, read_days

DAY = date(2018, 11, 2)


@pytest.mark.parametrize(
    "value",
    [
        "2018-11-02",
        "2018-11-02T23:30:00Z",
        "2018-11-02 10:00",
        "20181102",
        "20181102T103000Z",
        "20181102103000",
        20181102,
        20181102.0,
        "2 November 2018",
        "November 2, 2018",
        "Nov. 2, 2018",
        "Friday, 2 November 2018",
        "November 2, 2018 Friday",
        "Fri, 02 Nov 2018 10:00:00 EST",
        "11/2/2018",
        "11-02-2018",
        "2.11.2018",
        "11/2/2018 10:30",
        "1541160000",
        1541160000,
        1541160000000,
        DAY,
        datetime(2018, 11, 2, 5),
        pd.Timestamp("2018-11-02"),
        " 2018-11-02 ",
    ],
)
def test_days(value):
    assert parse_day(value) == DAY


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "soon",
        "2018",
        "2018-11",
        "November 2018",
        "2 November",
        "10:30",
        "12",
        "0000-00-00",
        "2018-13-45",
        "31/31/2018",
        "2018-02-30",
        float("nan"),
        pd.NaT,
        "3018-01-01",
        5,
        "Updated " * 30,
        "-",
        "1/2",
    ],
)
def test_no_day(value):
    assert parse_day(value) is None


@pytest.mark.parametrize(
    ("values", "first", "note"),
    [
        (["4/5/2017", "13/5/2017"], date(2017, 5, 4), None),
        (["4/5/2017", "5/13/2017"], date(2017, 4, 5), None),
        (["4/5/2017"], date(2017, 4, 5), "no date in the file settles it"),
        (
            ["4/5/2017", "13/5/2017", "5/13/2017"],
            date(2017, 4, 5),
            "1 dates have the month first and 1 the day",
        ),
        (["4.5.2017"], date(2017, 5, 4), None),
        (["4/4/2017"], date(2017, 4, 4), None),
        (["2017-04-05", None], date(2017, 4, 5), None),
    ],
)
def test_order_of_day_and_month(values, first, note):
    days, said = read_days(values)
    assert days[0] == first
    assert said is None if note is None else note in said


def test_a_known_order_asks_nothing():
    assert read_days(["4/5/2017"], month_first=False) == ([date(2017, 5, 4)], None)


@given(st.dates(date(1700, 1, 1), date(2100, 12, 31)))
def test_every_day_is_found_in_every_form(day):
    for form in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%m/%d/%Y", "%Y%m%d"):
        text = day.strftime(form).replace(day.strftime("%Y"), f"{day.year:04d}")
        assert parse_day(text) == day


@given(st.text(max_size=40))
def test_any_text_is_survived(text):
    assert parse_day(text) is None or isinstance(parse_day(text), date)
