import pandas as pd
import pytest
from chart_contents import (
    bars,
    caption,
    column_labels,
    legend_labels,
    marks,
    panel_texts,
    panel_titles,
    row_labels,
)
from matplotlib.dates import date2num

from analysis.chart.captions import alt_text
from analysis.chart.propagation import propagation


def candidates(*rows, **columns):
    table = pd.DataFrame(rows, columns=["outlet", "published", "kind"])
    return table.assign(published=pd.to_datetime(table["published"]), **columns)


FOUR = candidates(
    ("B", "2018-11-05", "summed"),
    ("A", "2018-11-03", "kept"),
    ("A", "2018-11-03", "source_dropped"),
    ("C", None, "summed"),
    printed=["8,000", "4,000", "4,000", "8,000"],
)


def day(text):
    return date2num(pd.Timestamp(text))


def test_rows_are_in_the_order_of_days():
    same, same_kinds, changed, changed_kinds = propagation(FOUR, origin="2018-11-02").axes
    assert row_labels(same) == ["A"]
    assert column_labels(same_kinds) == ["kept", "source dropped"]
    assert row_labels(changed) == ["B", "C"]
    assert column_labels(changed_kinds) == ["summed"]
    assert [line.get_ydata()[0] for line in changed_kinds.lines] == changed.get_yticks().tolist()


def test_numbers_that_changed_are_apart_with_a_heading():
    table = candidates(
        ("A", "2018-11-03", "kept"),
        ("B", "2018-11-04", "source_replaced"),
        ("B", "2018-11-04", "rounded"),
        ("C", "2018-11-05", "lower_count"),
        other_ids=["a", "b", "b", "c"],
        statement_words="2,521",
        words=["2,521", "2,500", "2,500", "516"],
        meaning="bodies_recovered",
    )
    chart = propagation(table, origin="2018-11-02")
    headings = ["Number as in the statement", "Another number or qualifier than 2,521"]
    other = "Count of something else: bodies recovered"
    assert [title for title in panel_titles(chart) if title] == [*headings, other]
    assert [row_labels(ax) for ax in chart.axes[::2]] == [["A"], ["B"], ["C"]]
    assert column_labels(chart.axes[3]) == ["rounded", "source replaced"]
    assert panel_texts(chart) == ["2,521", "2,500", "516"]


def test_a_change_shows_both_numbers_where_the_heading_has_none():
    table = candidates(
        ("A", "2018-11-03", "rounded"),
        ("A", "2018-11-03", "qualifier_added"),
        ("A", "2018-11-03", "summed"),
        other_ids=["a", "b", "c"],
        statement_words=["2,521", "30", "2,521 + 30"],
        words=["2,500", "about 30", "2,551"],
    )
    chart = propagation(table, origin="2018-11-01")
    assert panel_texts(chart) == ["2,521 → 2,500", "30 → about 30", "2,551"]
    assert row_labels(chart.axes[0]) == ["A", "A", "A"]


def test_panels_share_one_axis_of_days():
    chart = propagation(FOUR, origin="2018-11-02")
    assert chart.axes[0].get_xlim() == chart.axes[2].get_xlim()


def test_printed_text_is_written_once_for_each_day():
    shown = panel_texts(propagation(FOUR, origin="2018-11-02"))
    assert shown == ["4,000", "8,000", "8,000, no date"]


def test_an_undated_row_without_text():
    table = candidates(("A", None, "kept"))
    assert panel_texts(propagation(table)) == ["no date"]


def test_day_and_numbers_come_from_the_candidates():
    table = candidates(
        ("B", "2018-11-05", "kept"),
        ("A", "2018-11-03", "kept"),
        ("C", "2018-11-06", "kept"),
        ("D", "2018-11-07", "kept"),
        statement_published=pd.Timestamp("2018-11-02"),
        statement_value=[2500.0, 4000.0, None, 9.0],
        value=[2500.0, 8000.0, 7.0, None],
    )
    chart = propagation(table)
    assert panel_texts(chart) == ["4,000 → 8,000", "2,500", "7"]
    assert "the statement" in legend_labels(chart)


def test_numbers_do_not_need_those_of_the_statement():
    table = candidates(("A", "2018-11-03", "kept"), value=8000.0)
    assert panel_texts(propagation(table)) == ["8,000"]


def test_without_a_day_of_the_statement_there_is_no_line():
    chart = propagation(candidates(("A", "2018-11-03", "kept")))
    assert legend_labels(chart) == ["unchanged"]
    assert bars(chart.axes[0]) == []


def test_another_count_is_not_joined_to_the_statement():
    table = candidates(("North", "2020-01-05", "kept"), ("South", "2020-01-07", "lower_count"))
    chart = propagation(table, origin="2020-01-02")
    assert legend_labels(chart) == ["the statement", "unchanged", "another count"]
    assert bars(chart.axes[0])[1:] == [[day("2020-01-02"), day("2020-01-05")]]


def test_a_row_with_a_change_and_another_count_is_joined():
    table = candidates(("North", "2020-01-05", "summed"), ("North", "2020-01-05", "lower_count"))
    assert len(bars(propagation(table, origin="2020-01-02").axes[0])) == 2


@pytest.mark.parametrize(
    ("kind", "look", "marker"),
    [
        ("kept", "unchanged", "o"),
        ("source_kept", "unchanged", "o"),
        ("rounded", "changed", "s"),
        ("total_of_parts", "another count", "D"),
        ("revised_up", "another count", "D"),
    ],
)
def test_the_mark_of_a_kind(kind, look, marker):
    chart = propagation(candidates(("A", "2020-01-05", kind)))
    assert legend_labels(chart) == [look]
    assert [mark.get_marker() for mark in marks(chart.axes[1])] == [marker]


def test_a_month_is_a_bar_joined_by_its_nearest_end():
    table = candidates(("A", None, "kept"), ("B", None, "kept"))
    table = table.assign(published_given=["2018-12", "2018-09"])
    chart = propagation(table, origin="2018-11-02")
    assert "day unknown" in legend_labels(chart)
    before, after = [day("2018-09-01"), day("2018-09-30")], [day("2018-12-01"), day("2018-12-31")]
    statement = day("2018-11-02")
    leads = [[statement, before[1]], [statement, after[0]]]
    assert bars(chart.axes[0])[1:] == [leads[0], before, leads[1], after]


def test_a_bar_around_the_statement_is_not_joined():
    table = candidates(("A", None, "kept")).assign(published_given="2018-11")
    drawn = bars(propagation(table, origin="2018-11-02").axes[0])
    assert drawn[1:] == [[day("2018-11-01"), day("2018-11-30")]]


@pytest.mark.parametrize(
    ("days", "alignments"),
    [
        (["2020-01-01", "2020-01-30"], ["left", "right"]),
        (["2020-01-01", "2020-01-14", "2020-01-19"], ["left", "right", "right"]),
    ],
)
def test_text_is_on_the_side_with_more_room(days, alignments):
    rows = [(f"O{i}", published, "kept") for i, published in enumerate(days)]
    ax = propagation(candidates(*rows, printed="4,000")).axes[0]
    assert [text.get_ha() for text in ax.texts] == alignments


def test_text_is_on_a_bar_that_leaves_no_room():
    table = candidates(("A", None, "kept"), printed="4,000").assign(published_given="2018")
    (text,) = propagation(table).axes[0].texts
    assert text.get_ha() == "center"
    assert day("2018-01-01") < text.xy[0] < day("2018-12-31")


def test_caption_and_alt_text():
    chart = propagation(FOUR, title="T")
    facts = (
        "4 candidates from 3 outlets, 3 Nov 2018 to 5 Nov 2018, 1 undated. "
        "Candidates are resemblances to check, not facts."
    )
    assert caption(chart) == f"T {facts}"
    kinds = "By kind: summed 2, kept 1, source dropped 1."
    assert alt_text(chart) == f"T. Chart of days and changes. {facts} {kinds}"
