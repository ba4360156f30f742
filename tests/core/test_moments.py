"""What was published first, by day, time and zone."""

from datetime import date

import pandas as pd
import pytest

from analysis.core.moments import Moment, in_order, minutes_of_both

DAY, NEXT = date(2024, 3, 14), date(2024, 3, 15)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Moment(DAY, "09:00", None), Moment(DAY, "08:30", None), 30),
        (Moment(DAY, "09:00", "EST"), Moment(DAY, "08:30", "EST"), 30),
        (Moment(DAY, "22:05", "-06:00"), Moment(NEXT, "03:20", "+00:00"), 45),
        (Moment(DAY, "09:00", "+05:30"), Moment(DAY, "09:00", "+00:00"), -330),
        (Moment(DAY, "09:00", "+0530"), Moment(DAY, "09:00", "+00:00"), -330),
        (Moment(DAY, "09:00", "EST"), Moment(DAY, "08:30", "+00:00"), None),
        (Moment(DAY, "09:00", None), Moment(DAY, "08:30", "+00:00"), None),
        (Moment(DAY, None, None), Moment(DAY, "08:30", None), None),
        (Moment(None, "09:00", None), Moment(DAY, "08:30", None), None),
    ],
)
def test_minutes_between_two_moments(one, other, expected):
    found = minutes_of_both(one, other)
    assert (None if found is None else found[0] - found[1]) == expected


def test_rows_stand_in_the_order_of_their_moments():
    rows = pd.DataFrame(
        [
            ("late", DAY, "22:05", "-06:00"),
            ("no day", None, None, None),
            ("early", NEXT, "03:20", "+00:00"),
            ("no time", DAY, None, None),
            ("b", DAY, "08:00", None),
            ("a", DAY, "08:00", None),
        ],
        columns=["name", "published", "published_time", "published_zone"],
    )
    ordered = in_order(rows, "name")
    assert ordered["name"].tolist() == ["a", "b", "no time", "early", "late", "no day"]
    assert list(ordered.columns) == list(rows.columns)
    without = rows.drop(columns=["published_time", "published_zone"])
    assert in_order(without, "name")["name"].tolist() == [
        "a",
        "b",
        "late",
        "no time",
        "early",
        "no day",
    ]
