"""Days as databases print them."""

from datetime import date

import pytest

from analysis.load.providers.days import find_day, starts_with_date

DAY = date(2019, 4, 5)


@pytest.mark.parametrize(
    "text",
    [
        "April 5, 2019 Friday",
        "April 5, 2019, Friday,, FINAL EDITION",
        "Friday, April 5, 2019 9:20 AM GMT",
        "5 April 2019",
        "5. April 2019 Freitag",
        "Freitag, 5. April 2019",
        "5 avril 2019 vendredi",
        "vendredi 5 avril 2019",
        "5 de abril de 2019",
        "5 april 2019 vrijdag",
        "5 aprile 2019",
        "Apr 5, 2019",
        "2019-04-05",
        "2019年4月5日",
        "05.04.2019",
        "5th April 2019",
    ],
)
def test_forms_of_a_day(text):
    assert find_day(text) == DAY
    assert starts_with_date(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1er août 2018", date(2018, 8, 1)),
        ("31. März 2019 Sonntag", date(2019, 3, 31)),
        ("1 décembre 2018", date(2018, 12, 1)),
        ("25/4/2019", date(2019, 4, 25)),
        ("7/7/2019", date(2019, 7, 7)),
        ("4/5/2019", None),
        ("April 2019", None),
        ("31 February 2019", None),
        ("5 Brumaire 2019", None),
        ("5 April 1500", None),
        ("Copyright 2019 The Daily", None),
        ("", None),
    ],
)
def test_days_and_what_is_none(text, day):
    assert find_day(text) == day


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("April 2019", True),
        ("March/April 2019", True),
        ("Spring 2019", True),
        ("2019", True),
        ("On April 5, 2019, the bridge fell", False),
        ("Copyright 2019 The Daily", False),
        ("Chapter 2019", False),
        ("x " * 200, False),
        ("", False),
    ],
)
def test_lines_that_begin_with_a_date(line, expected):
    assert starts_with_date(line) is expected


def test_the_first_day_of_several_counts():
    assert find_day("published 5 April 2019, updated 2019-04-06") == DAY
