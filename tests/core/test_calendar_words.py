"""The words of the calendar."""

from datetime import date

import pandas as pd
import pytest

from analysis.core.calendar_words import short_day


@pytest.mark.parametrize("day", [date(2024, 3, 4), pd.Timestamp("2024-03-04 23:59")])
def test_a_day_in_words(day):
    assert short_day(day) == "4 Mar 2024"
