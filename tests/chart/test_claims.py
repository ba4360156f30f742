import pandas as pd
from chart_contents import caption, legend_labels, marks, panel_texts, row_labels
from chart_tables import reported

from analysis.chart.captions import alt_text
from analysis.chart.claims import claims_timeline


def claims(*rows):
    return reported(*rows).assign(source_type="media")


def test_equal_claims_of_a_day_share_a_mark():
    rows = reported(
        *[("A", "2023-10-17", 500, None, "at_least")] * 3,
        ("B", "2023-10-17", 500, 500, "exact"),
        ("C", None, 3, 3, "exact"),
    )
    sources = ["media", "media", "media", "expert", None]
    chart = claims_timeline(rows.assign(source_type=sources))
    assert sorted(panel_texts(chart)) == ["3", "500", "≥500 ×3"]
    assert row_labels(chart.axes[0]) == ["17 Oct 2023", "no date"]
    assert legend_labels(chart) == ["media", "expert", "not stated"]


def test_claims_of_which_only_the_month_is_known_follow_its_days():
    days = ["2018-11-30", None, None, None, "2018-11-02"]
    table = claims(*[(None, day, 4, 4, "exact") for day in days])
    given = ["2018-11-30", "2018-11", "2018", None, "2018-11-02"]
    chart = claims_timeline(table.assign(published_given=given))
    dates = ["2 Nov 2018", "30 Nov 2018", "Nov 2018", "2018", "no date"]
    assert row_labels(chart.axes[0]) == dates


def test_rows_more_than_a_month_apart_have_extra_space():
    days = ["2018-01-01", "2018-02-01", "2018-03-05"]
    chart = claims_timeline(claims(*[("A", day, 4, 4, "exact") for day in days]))
    first, second, third = chart.axes[0].get_yticks()
    assert second - first < 0.29
    assert third - second > 0.37


def test_rare_groups_share_a_marker():
    groups = [f"group_{i}" for i in range(10)] + [f"group_{i}" for i in range(8)]
    rows = [("A", "2018-01-01", 10 * i, 10 * i, "exact") for i in range(1, 19)]
    chart = claims_timeline(claims(*rows).assign(source_type=groups))
    assert legend_labels(chart) == [*(f"group {i}" for i in range(8)), "all others"]
    assert len({mark.get_marker() for mark in marks(chart.axes[0])}) == 9
    assert len(marks(chart.axes[0], "p")) == 2


def test_eight_groups_have_a_marker_each():
    rows = [("A", "2018-01-01", 10 * i, 10 * i, "exact") for i in range(1, 9)]
    groups = [f"g{i}" for i in range(8)]
    chart = claims_timeline(claims(*rows).assign(kind=groups), by="kind")
    assert legend_labels(chart) == groups


def test_claims_in_words_are_counted_in_the_caption():
    table = claims(
        ("A", "2018-01-01", 4, 4, "exact"),
        ("B", "2018-01-01", None, None, "exact"),
        ("B", "2018-01-01", 12, 12, "vague"),
    )
    chart = claims_timeline(table, unit="people")
    assert "1 claim by 2 outlets, 1 Jan 2018. 2 more in words only." in caption(chart)
    assert "Range chart of claims by day. 1 claim" in alt_text(chart)
    assert chart.axes[0].get_xlabel() == "people"


def test_outlets_may_be_missing():
    table = claims((None, "2018-01-01", 4, 4, "exact"))
    assert "1 claim, 1 Jan 2018. Bars:" in caption(claims_timeline(table))
    assert "1 claim, 1 Jan 2018. Bars:" in caption(claims_timeline(table.drop(columns="outlet")))


def test_no_claim_and_no_number_have_different_reasons():
    words = claims(("A", "2018-01-01", None, None, "vague"))
    assert "no claim states a number" in alt_text(claims_timeline(words))
    assert "there is no claim about this event" in alt_text(claims_timeline(words[:0]))


def test_the_input_is_not_changed():
    table = claims(("A", "2018-01-01", 4, 4, "exact"))
    before = table.copy()
    claims_timeline(table)
    pd.testing.assert_frame_equal(table, before)
