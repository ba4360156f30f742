import pandas as pd
import pytest
from chart_contents import (
    bars,
    caption,
    is_hollow,
    legend_labels,
    marks,
    panel_texts,
    panel_titles,
    row_labels,
)

from analysis.chart.captions import alt_text
from analysis.chart.dot_plots import intervals
from analysis.chart.palette import Mark
from analysis.core import tables

KEYS = ("outlet", "estimate", "low", "high", "n_articles", "n_events", "p_adjusted")


def comparisons(*rows, metric="share_attributed"):
    records = [{"metric": metric, **dict(zip(KEYS, row, strict=True))} for row in rows]
    return tables.make(records, tables.COMPARISONS)


FOUR = comparisons(
    ("B", 0.2, 0.1, 0.3, 20, 9, 0.01),
    ("A", 0.6, 0.5, 0.7, 1200, 8, 0.5),
    ("C", 0.9, None, None, 3, 1, None),
    ("D", None, None, None, 0, 0, None),
)


def test_outlets_are_in_the_order_of_their_estimates():
    assert row_labels(intervals(FOUR).axes[0]) == ["C", "A", "B", "D"]


def test_equal_estimates_are_in_alphabetical_order():
    rows = [(name, 0.5, 0.1, 0.9, 5, 5, None) for name in "CAB"]
    assert row_labels(intervals(comparisons(*rows)).axes[0]) == ["A", "B", "C"]


def test_each_row_says_what_it_rests_on():
    expected = ["too few, 3 / 1", "1,200 / 8", "* 20 / 9", "too few, 0 / 0"]
    assert panel_texts(intervals(FOUR)) == expected


@pytest.mark.parametrize(("p", "starred"), [(0.049, True), (0.05, False), (None, False)])
def test_a_significant_difference_has_an_asterisk(p, starred):
    chart = intervals(comparisons(("A", 0.6, 0.5, 0.7, 12, 8, p)))
    assert panel_texts(chart) == ["* 12 / 8" if starred else "12 / 8"]
    note = "* significant after correction for multiple comparisons (p < .05)."
    assert (note in caption(chart)) is starred


def test_intervals_and_the_reference_are_lines():
    ax = intervals(FOUR, reference=0.4).axes[0]
    assert bars(ax) == [[0.5, 0.7], [0.1, 0.3], [0.4, 0.4]]


def test_an_estimate_without_interval_is_hollow():
    hollow = [mark.get_xdata()[0] for mark in marks(intervals(FOUR).axes[0]) if is_hollow(mark)]
    assert hollow == [0.9]


@pytest.mark.parametrize(
    ("table", "reference", "expected"),
    [
        (FOUR, None, ["estimate and interval", "too few for an interval"]),
        (FOUR, 0.4, ["estimate and interval", "too few for an interval", "reference"]),
        (FOUR[:2], None, ["estimate and interval"]),
    ],
)
def test_the_legend_explains_what_is_drawn(table, reference, expected):
    assert legend_labels(intervals(table, reference=reference)) == expected


def test_one_missing_end_is_no_interval():
    chart = intervals(comparisons(("A", 0.6, 0.5, None, 12, 8, None)))
    assert panel_texts(chart) == ["too few, 12 / 8"]
    assert bars(chart.axes[0]) == []


def test_a_measure_that_was_tested_and_does_not_vary_is_not_called_too_few():
    rows = [("A", 0.6, 0.5, 0.7, 5, 5, 0.9), ("B", None, None, None, 5, 5, 1)]
    chart = intervals(comparisons(*rows))
    assert panel_texts(chart) == ["5 / 5", "no variation, 5 / 5"]
    assert legend_labels(chart) == ["estimate and interval"]  # nothing hollow is drawn


def test_each_metric_has_a_panel():
    rows = [("A", 0.2, 0.1, 0.3, 20, 9, 0.5)]
    table = pd.concat([comparisons(*rows, metric=metric) for metric in ("one", "two_words")])
    chart = intervals(table, reference={"one": 0.5})
    assert panel_titles(chart) == ["one", "two words"]
    assert [[0.5, 0.5] in bars(ax) for ax in chart.axes] == [True, False]


def test_panels_beyond_the_last_metric_are_hidden():
    rows = [("A", 0.2, 0.1, 0.3, 20, 9, 0.5)]
    table = pd.concat([comparisons(*rows, metric=metric) for metric in "abcd"])
    assert [ax.get_visible() for ax in intervals(table).axes] == [True] * 4 + [False] * 2


def test_an_outlet_without_a_metric_has_no_data():
    table = pd.concat(
        [
            comparisons(("A", 0.2, 0.1, 0.3, 20, 9, None), ("B", 0.1, 0.1, 0.3, 5, 9, None)),
            comparisons(("A", 0.2, 0.1, 0.3, 20, 9, None), metric="other"),
        ]
    )
    assert panel_texts(intervals(table)) == ["20 / 9", "5 / 9", "20 / 9", "no data"]


def test_a_panel_without_any_value_has_no_scale():
    nothing = comparisons(("North", None, None, None, 2, 2, None), metric="a")
    both = pd.concat([nothing, comparisons(("North", 0.5, 0.4, 0.6, 2, 2, None), metric="b")])
    axes = intervals(both, reference=0).axes
    assert list(axes[0].get_xticks()) == []
    assert list(axes[1].get_xticks())


def test_marks_and_labels_can_be_passed():
    star = Mark("#123456", "*")
    chart = intervals(
        FOUR, marks=dict.fromkeys("ABCD", star), unit="share", interval="95% interval"
    )
    assert {mark.get_color() for mark in marks(chart.axes[0], "*")} == {star.colour}
    assert chart.axes[0].get_xlabel() == "share"
    assert legend_labels(chart)[0] == "estimate and 95% interval"


def test_intervals_caption_and_alt_text():
    chart = intervals(FOUR, title="T")
    facts = "4 outlets, 1,223 articles. On the right: number of articles / events."
    assert facts in caption(chart)
    assert alt_text(chart) == (
        f"T. Dot chart with intervals. {facts} share attributed: highest C 0.90, lowest B 0.20. "
        "Too few for an interval: 2 outlets."
    )


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (
            [("A", None, None, None, 9, 4, None), ("B", None, None, None, 9, 3, None)],
            "no estimate was made for 2 outlets: none has more than 4 events, which is too few",
        ),
        ([("A", None, None, None, 0, 0, None)], "no estimate was made for 1 outlet. The data"),
    ],
)
def test_a_chart_without_an_estimate_says_so_in_words(rows, reason):
    chart = intervals(comparisons(*rows))
    assert reason in alt_text(chart)
    assert not chart.axes[0].axison


def test_a_small_number_below_zero_is_zero():
    chart = intervals(comparisons(("A", -0.001, -0.2, 0.1, 9, 9, None)))
    assert "0.00" in alt_text(chart)
    assert "−0.00" not in alt_text(chart)
