"""Time of day of the cell of a date."""

from datetime import date, datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.load.clock import parse_time, parse_zone


@pytest.mark.parametrize(
    ("value", "time"),
    [
        ("2018-11-02T16:10", "16:10"),
        ("2018-11-02T16:10:59Z", "16:10"),
        ("2018-11-02 09:05:00.123+02:00", "09:05"),
        ("20181102T161000Z", "16:10"),
        ("20181102161000", "16:10"),
        ("11/2/2018, 4:10 PM", "16:10"),
        ("2 November 2018 12:30 a.m.", "00:30"),
        ("2 November 2018 12:30 p.m.", "12:30"),
        ("Fri, 02 Nov 2018 10:00:00 EST", "10:00"),
        ("16:10 on 2 November 2018", "16:10"),
        (1541160000, "12:00"),
        ("1541160000.5", "12:00"),
        (datetime(2018, 11, 2, 5, 7), "05:07"),
        (pd.Timestamp("2018-11-02 05:07"), "05:07"),
        # a day without a time
        ("2018-11-02", None),
        ("2018-11-02T00:00:00Z", None),
        ("20181102", None),
        (20181102, None),
        (date(2018, 11, 2), None),
        (pd.Timestamp("2018-11-02"), None),
        ("2 November 2018", None),
        ("2018-11-02 25:10", None),
        ("2018-11-02 10:75", None),
        ("2018-11-02 13:10 pm", None),
        ("2018-11-02 chapter 10:100", None),
        ("", None),
        (None, None),
        (float("nan"), None),
        (pd.NaT, None),
    ],
)
def test_times(value, time):
    assert parse_time(value) == time


@given(st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(2100, 1, 1)))
def test_every_way_of_writing_a_time_gives_the_same(moment):
    expected = None if (moment.hour, moment.minute) == (0, 0) else f"{moment:%H:%M}"
    for form in ("%Y-%m-%dT%H:%M:%S", "%d.%m.%Y %H:%M", "%Y%m%d%H%M%S", "%d %B %Y %I:%M %p"):
        assert parse_time(moment.strftime(form)) == expected


@pytest.mark.parametrize(
    ("value", "zone"),
    [
        ("2018-11-02T16:10:59Z", "+00:00"),
        ("2018-11-02 09:05:00.123+02:00", "+02:00"),
        ("2018-11-02 09:05 -0500", "-05:00"),
        ("Fri, 02 Nov 2018 10:00:00 EST", "EST"),
        ("2 November 2018, 4:10 pm GMT", "+00:00"),
        (1541160000, "+00:00"),
        (pd.Timestamp("2018-11-02 05:07", tz="Asia/Tokyo"), "+09:00"),
        (pd.Timestamp("2018-11-02 05:07"), None),
        ("2018-11-02T16:10", None),
        ("2018-11-02", None),
        (date(2018, 11, 2), None),
        (None, None),
    ],
)
def test_the_zone_of_a_time(value, zone):
    assert parse_zone(value) == zone
