import pandas as pd
import pytest
from chart_contents import caption, is_hollow, legend_labels, marks, panel_texts, row_labels
from matplotlib.dates import date2num

from analysis.chart.captions import alt_text
from analysis.chart.timelines import articles_by_month, timeline

FIRST = pd.Timestamp("2020-01-01")


def event(*rows):
    """Return marks from tuples of outlet, days after the first (None: undated) and kind."""
    table = pd.DataFrame(rows, columns=["outlet", "days", "kind"])
    days = FIRST + pd.to_timedelta(table["days"], "D")
    return table.drop(columns="days").assign(published=days)


def test_there_is_a_mark_for_each_row():
    chart = timeline(
        event(("B", 2, "article"), ("A", 0, "article"), ("A", 0, "figure"), ("A", None, "article"))
    )
    assert row_labels(chart.axes[0]) == ["A", "B"]
    assert [len(ax.lines) for ax in chart.axes] == [3, 1]
    assert chart.axes[0].get_xlabel() == "day of publication"
    assert chart.axes[1].get_xlabel() == "no date"


def test_without_undated_marks_there_is_one_panel():
    assert len(timeline(event(("A", 0, "article"))).axes) == 1


def test_marks_are_on_their_day():
    chart = timeline(event(("A", 0, "article"), ("A", 3, "article")))
    days = [mark.get_xdata()[0] - date2num(FIRST) for mark in chart.axes[0].lines]
    assert days == [0, 3]


def test_outlets_of_the_same_day_are_in_alphabetical_order():
    table = event(("N", None, "a"), ("B", 1, "a"), ("A", 1, "a"), ("Z", 0, "a"))
    assert row_labels(timeline(table).axes[0]) == ["Z", "A", "B", "N"]


def test_marks_of_a_day_are_next_to_and_below_each_other():
    ax = timeline(event(*[("A", 0, "article")] * 8)).axes[0]
    first = ax.transData.transform((date2num(FIRST), 0))[0]
    places = []
    for mark in ax.lines:
        x, _ = mark.get_transform().transform((mark.get_xdata()[0], 0))
        places.append((round((x - first) / ax.figure.dpi, 2), round(mark.get_ydata()[0], 2)))
    lines = sorted({height for _, height in places})
    assert len(lines) == 2
    assert lines[1] - lines[0] == pytest.approx(0.15)
    assert [x for x, height in places if height == lines[0]] == [0, 0.15, 0.3, 0.45, 0.6, 0.75]
    assert [x for x, height in places if height == lines[1]] == [0, 0.15]


@pytest.mark.parametrize(
    ("printed", "when", "steps"),
    [
        ([0, 1, 3], "on that day", ""),
        ([0, 20, 60], "on that day", ""),
        ([0, 1, 60], "in the 5 days that start there", ", in steps of 5 days"),
    ],
)
def test_a_crowded_timeline_counts_marks_and_loses_none(printed, when, steps):
    rows = [("A", None, "article")]
    for day in printed * 200:
        rows += [(outlet, day, kind) for outlet in "AB" for kind in ("source", "tone")]
    chart = timeline(event(*rows))
    counts = [int(text.replace(",", "")) for text in panel_texts(chart)]
    drawn = [mark for ax in chart.axes for mark in marks(ax)]
    assert sum(counts) + len(drawn) - len(counts) == len(rows)
    assert chart.get_figheight() < 12
    assert chart.axes[0].get_xlabel() == "day of publication" + steps
    shown = {mark.get_xdata()[0] - date2num(FIRST) for mark in marks(chart.axes[0])}
    assert shown == ({0, 60} if steps else set(printed))
    assert f"A number next to a mark counts all marks of its kind {when}." in caption(chart)


def test_marks_stay_single_where_counting_them_would_save_nothing():
    kinds = ("article", "figure", "source")
    rows = [(f"outlet {o}", day, kind) for o in range(30) for day in range(20) for kind in kinds]
    chart = timeline(event(*rows))
    assert len(marks(chart.axes[0])) == len(rows)
    assert "A number next to" not in caption(chart)


def test_many_undated_marks_stay_in_their_row():
    rows = [("North", None, "article")] * 11 + [("South", 1, "article")] * 3
    ax = timeline(event(*rows)).axes[1]
    heights = [mark.get_ydata()[0] for mark in marks(ax)]
    assert len(heights) == 11
    half_a_mark = 0.05
    assert min(heights) > min(ax.get_ylim()) + half_a_mark
    assert max(heights) < max(ax.get_ylim()) - half_a_mark


def test_kinds_have_one_order_in_every_legend():
    kinds = ["naming", "naming", "figure", "my_own", "article"]
    chart = timeline(event(*[("North", 1, kind) for kind in kinds]))
    assert legend_labels(chart) == ["article", "figure", "naming", "my own"]


@pytest.mark.parametrize("columns", [["outlet", "published"], ["outlet", "published", "kind"]])
def test_a_single_kind_needs_no_legend(columns):
    assert timeline(event(("A", 0, "article"))[columns]).legends == []


def test_caption_and_alt_text():
    chart = timeline(event(("A", 0, "source"), ("A", 3, "tone"), ("A", 3, "tone")))
    assert "3 marks, 1 outlet, 1 Jan 2020 to 4 Jan 2020." in caption(chart)
    assert alt_text(chart).endswith("Marks by kind: tone 2, source 1.")


def test_a_timeline_without_any_date():
    chart = timeline(event(("A", None, "article")))
    assert [len(marks(ax)) for ax in chart.axes] == [0, 1]
    assert not is_hollow(marks(chart.axes[1])[0])


def by_month(*rows):
    table = pd.DataFrame(rows, columns=["outlet", "month", "n"])
    return table.assign(month=pd.to_datetime(table["month"]))


MONTHS = by_month(
    ("A", "2020-01-15", 2), ("A", None, 1), ("B", "2020-02-01", 8), ("B", "2020-03-01", 1)
)


def test_articles_by_month_counts_undated_ones():
    chart = articles_by_month(MONTHS)
    assert row_labels(chart.axes[0]) == ["B", "A"]
    assert panel_texts(chart) == ["n = 9", "n = 3, 1 undated"]


def test_bars_of_months_have_one_scale():
    bars = articles_by_month(MONTHS).axes[0].patches
    heights = [-bar.get_height() for bar in bars]
    assert heights == pytest.approx([0.28, 0.28 / 8, 0.28 / 4])
    months = ["2020-02-01", "2020-03-01", "2020-01-01"]
    assert [bar.get_x() for bar in bars] == [date2num(pd.Timestamp(month)) for month in months]


def test_articles_by_month_caption_and_alt_text():
    chart = articles_by_month(MONTHS)
    facts = "12 articles, 2 outlets, Jan 2020 to Mar 2020. "
    assert facts + "The tallest bar is 8 articles in a month." in caption(chart)
    assert alt_text(chart).endswith("Most articles: B 9, A 3.")
    assert chart.axes[0].get_xlabel() == "month of publication"


def test_a_single_month_is_written_once():
    chart = articles_by_month(by_month(("A", "2020-01-15", 2)))
    assert "2 articles, 1 outlet, Jan 2020. The tallest" in caption(chart)


def test_articles_without_any_month():
    chart = articles_by_month(by_month(("A", None, 2)))
    assert panel_texts(chart) == ["n = 2, 2 undated"]
    assert "2 articles, 1 outlet. The tallest bar is 1 articles" in caption(chart)
