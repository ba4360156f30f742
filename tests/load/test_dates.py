"""Reading of days."""

from datetime import date, datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.load.dates import DateColumn, day_order, is_out_of_range, parse_day, read_days

DAY = date(2018, 11, 2)


@pytest.mark.parametrize(
    "value",
    [
        "2018-11-02",
        "2018-11-02T23:30:00Z",
        "2018-11-02 10:00",
        "2018-11-02 (updated)",
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
        "11/2/2018, 10:30",
        "11/2/2018T10:30",
        "1541160000",
        1541160000,
        1541160000000,
        "1541160000.5",
        DAY,
        datetime(2018, 11, 2, 5),
        pd.Timestamp("2018-11-02"),
        " 2018-11-02 ",
        " " * 90 + "2018-11-02",
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
        "2018-13-01",
        "2018-13-13",
        "2018-13-45",
        "2018-00-01",
        "2018-11-31",
        "2018-02-30",
        "20181301",
        "31/31/2018",
        "13/13/2018",
        "13.13.2018",
        "0/5/2018",
        float("nan"),
        pd.NaT,
        "3018-01-01",
        5,
        "Updated " * 30,
        "-",
        "1/2",
        "2 November 2018" + " at noon" * 9,  # 87 characters
    ],
)
def test_no_day(value):
    assert parse_day(value) is None


@pytest.mark.parametrize(
    ("value", "month_first", "day"),
    [
        ("4/5/2017", True, date(2017, 4, 5)),
        ("4/5/2017", False, date(2017, 5, 4)),
        ("4.5.2017", True, date(2017, 5, 4)),
        ("4.5.2017", False, date(2017, 5, 4)),
        ("4.13.2017", False, date(2017, 4, 13)),
        # a number over 12 is the day, whatever the order
        ("12/13/2017", True, date(2017, 12, 13)),
        ("12/13/2017", False, date(2017, 12, 13)),
        ("13/12/2017", True, date(2017, 12, 13)),
        ("13/12/2017", False, date(2017, 12, 13)),
        ("12/11/2017", True, date(2017, 12, 11)),
        ("12/11/2017", False, date(2017, 11, 12)),
    ],
)
def test_numbers_in_either_order(value, month_first, day):
    assert parse_day(value, month_first) == day


@pytest.mark.parametrize(
    ("value", "is_day"),
    [
        ("1699-12-31", False),
        ("1700-01-01", True),
        ("2100-12-31", True),
        ("2101-01-01", False),
        ("31 December 1699", False),
        ("1 January 1700", True),
        ("31 December 2100", True),
        ("1 January 2101", False),
    ],
)
def test_years_that_are_read(value, is_day):
    assert (parse_day(value) is not None) == is_day


@pytest.mark.parametrize(("n_blanks", "is_day"), [(64, True), (65, False)])
def test_a_date_in_words_has_at_most_eighty_characters(n_blanks, is_day):
    text = "2 November" + " " * n_blanks + ", 2018"
    assert (parse_day(text) is not None) == is_day


@pytest.mark.parametrize(
    ("values", "first", "note"),
    [
        (["4/5/2017", "13/5/2017"], date(2017, 5, 4), None),
        (["4/5/2017", "5/13/2017"], date(2017, 4, 5), None),
        (["4/5/2017"], date(2017, 4, 5), "no date in the file decides"),
        (["12/11/2017", "11/12/2017"], date(2017, 12, 11), "2 dates can be read two ways"),
        # an order in which all lie among the other days
        (["11/03/2025", "2025-03-10", "2025-03-13"], date(2025, 3, 11), "2025-03-10 to 2025-03-13"),
        (["11/03/2025", date(2025, 3, 10)], date(2025, 3, 11), "read as day first: 11/03/2025 in"),
        (
            ["11/03/2025", "2 November 2025"],
            date(2025, 11, 3),
            "read as month first",
        ),
        (["4/5/2017", "3/3/2017", "1/1/2018"], date(2017, 4, 5), "no date in the file decides"),
        (["4/5/2017", "2017-04-05", "2017-05-04"], date(2017, 4, 5), "no date in the file decides"),
        (["4/5/2017", "6/7/2017", "2017-04-05"], date(2017, 4, 5), "no date in the file decides"),
        (["4/5/2017", 1493942400], date(2017, 4, 5), "no date in the file decides"),
        (
            ["4/5/2017", "13/5/2017", "5/13/2017", "5/14/2017"],
            date(2017, 4, 5),
            "2 have the month first and 1 the day; read as month first",
        ),
        (["13/5/2017", "5/13/2017"], date(2017, 5, 13), None),
        (["4.5.2017"], date(2017, 5, 4), None),
        (["4/5/2017", "13.8.2017"], date(2017, 4, 5), "no date in the file decides"),
        (["4/4/2017"], date(2017, 4, 4), None),
        (["2017-04-05", None, 4.5], date(2017, 4, 5), None),
        ([" 4/5/2017 ", " 13/5/2017"], date(2017, 5, 4), None),
    ],
)
def test_order_of_day_and_month(values, first, note):
    days, found = read_days(values)
    assert days[0] == first
    assert found == () if note is None else note in found[0]


def test_a_note_quotes_a_date_of_the_file_and_says_what_is_allowed():
    _, [note] = read_days([None, "2016-01-01", "03/04/2017"])
    assert note == (
        "1 date can be read two ways and no date in the file decides; read as month first: "
        "03/04/2017 in row 3 is 2017-03-04, not 2017-04-03. Days written as 2017-03-04 are read in "
        "one way only"
    )


@pytest.mark.parametrize(
    ("values", "month_first"),
    [
        ([], True),
        (["13/5/2017"], False),
        (["5/13/2017"], True),
        (["5/13/2017", "13/5/2017"], False),
        (["12/12/2017"], True),
    ],
)
def test_order_without_ambiguous_dates(values, month_first):
    assert day_order(values) == (month_first, None)


def test_a_known_order_needs_no_evidence():
    column = DateColumn(month_first=False)
    assert read_days(["4/5/2017"], column) == ([date(2017, 5, 4)], ())


EPOCH = 1_541_160_000  # 2 November 2018


@pytest.mark.parametrize(
    ("values", "days", "why"),
    [
        ([EPOCH], [DAY], None),
        ([str(EPOCH), "", None, "N/A", str(EPOCH + 40)], [DAY, None, None, None, DAY], None),
        ([EPOCH * 1000, float(EPOCH)], [DAY, DAY], None),
        # the same moment twice is no sequence
        ([EPOCH] * 5, [DAY] * 5, None),
        # one placeholder among time stamps is a problem of its own row
        ([EPOCH + 1000 * n for n in range(20)] + [9999999999], [DAY] * 20 + [None], None),
        ([9999999999], [None], "1 of them lie after 2100"),
        ([1000000001, 9000000001, 8000000001], [None] * 3, "2 of them lie after 2100"),
        ([1000000001, 1000000002, 1000000005], [None] * 3, "numbered one after the other"),
        (["2018-11-02", "2018-11-02", str(EPOCH)], [DAY, DAY, None], "2 cells of the column are"),
    ],
)
def test_numbers_are_time_stamps_only_if_the_column_looks_like_it(values, days, why):
    found, notes = read_days(values)
    assert found == days
    if why is None:
        assert notes == ()
    else:
        [note] = notes
        assert why in note
        assert "could be seconds since 1970, but" in note
        assert note.endswith("; read as missing")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(1, 1, 1), True),
        (datetime(9999, 12, 31), True),
        (pd.Timestamp("1600-01-01"), True),
        (date(1700, 1, 1), False),
        (date(2100, 12, 31), False),
        ("9999-12-31", True),
        ("1/1/0001", True),
        ("99991231", True),
        ("9999999999", True),
        ("1541160000", False),
        ("2018-11-02", False),
        ("2018-13-01", False),
        ("soon", False),
        ("", False),
    ],
)
def test_days_out_of_range(value, expected):
    assert is_out_of_range(value) == expected
    if expected:
        assert parse_day(value) is None


@given(st.dates(date(1700, 1, 1), date(2100, 12, 31)))
def test_every_day_is_found_in_every_form(day):
    for form in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%m/%d/%Y", "%Y%m%d"):
        text = day.strftime(form).replace(day.strftime("%Y"), f"{day.year:04d}")
        assert parse_day(text) == day


@given(st.text(max_size=40))
def test_any_text_is_a_day_or_none(text):
    day = parse_day(text)
    assert day is None or isinstance(day, date)
