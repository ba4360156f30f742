"""Reports with the days on which they can have been published."""

import pandas as pd

from analysis.compare.propagation.dated_reports import (
    by_document,
    can_follow,
    dated_reports,
    is_after,
    moment,
    ordinal_day,
)
from tests.compare.report_rows import report, reports


def test_a_month_has_a_first_and_a_last_day():
    (row,) = dated_reports(reports(report("a", "north", None, 5, published_given="2020-02")))
    assert (row["first"], row["last"]) == (pd.Timestamp("2020-02-01"), pd.Timestamp("2020-02-29"))
    assert ordinal_day(row) == pd.Timestamp("2020-02-01").toordinal()


def test_what_can_follow_what():
    early, month, undated = dated_reports(
        reports(
            report("a", "north", "2020-02-20", 5),
            report("b", "south", None, 5, published_given="2020-02"),
            report("c", "west", None, 5),
        )
    )
    assert can_follow(month, early)
    assert can_follow(undated, early)
    assert can_follow(early, undated)
    (late,) = dated_reports(reports(report("d", "east", "2020-03-01", 5)))
    assert not can_follow(month, late)
    assert ordinal_day(undated) == 0


def test_what_is_after_what():
    early, late, month, undated = dated_reports(
        reports(
            report("a", "north", "2020-02-20", 5, published_time="07:30"),
            report("b", "south", "2020-02-20", 5, published_time="18:45"),
            report("c", "west", None, 5, published_given="2020-02"),
            report("d", "east", None, 5),
        )
    )
    (next_day,) = dated_reports(reports(report("e", "east", "2020-02-21", 5)))
    assert is_after(late, early)
    assert is_after(next_day, late)
    for one, other in ((early, late), (early, early), (month, early), (early, month)):
        assert not is_after(one, other)
    assert not is_after(undated, early)
    assert not is_after(next_day, undated)
    assert moment(early) < moment(late) < moment(next_day)


def test_documents_are_in_the_order_of_their_first_report():
    rows = [
        report(key, "north", "2020-01-01", 5, document=doc)
        for key, doc in zip("abc", "xyx", strict=True)
    ]
    found = by_document(dated_reports(reports(*rows)))
    assert [[row["report_id"] for row in document] for document in found] == [["a", "c"], ["b"]]
