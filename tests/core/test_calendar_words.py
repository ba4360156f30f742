"""The words of the calendar."""

import re
from datetime import date

import pandas as pd
import pytest

from analysis.core.calendar_words import (
    MONTH,
    MONTHS,
    SHORT_MONTHS,
    WEEKDAY,
    WEEKDAYS,
    lower_names,
    short_day,
)


@pytest.mark.parametrize("day", [date(2024, 3, 4), pd.Timestamp("2024-03-04 23:59")])
def test_a_day_in_words(day):
    assert short_day(day) == "4 Mar 2024"


def test_months_and_weekdays_are_in_their_order():
    days = [date(2024, month, 1) for month in range(1, 13)]
    assert [f"{day:%B}" for day in days] == [*MONTHS]
    assert [f"{day:%b}" for day in days] == [*SHORT_MONTHS]
    assert [f"{date(2024, 4, day):%A}" for day in range(1, 8)] == [*WEEKDAYS]


def test_the_groups_match_each_name_and_nothing_shorter():
    assert all(re.fullmatch(MONTH, name) for name in MONTHS)
    assert all(re.fullmatch(WEEKDAY, name) for name in WEEKDAYS)
    assert not re.fullmatch(f"{MONTH}|{WEEKDAY}", "Jan")


def test_names_in_lower_case():
    assert len(lower_names()) == 19
    assert {"may", "sunday"} < lower_names()
