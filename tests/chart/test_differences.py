import pandas as pd
import pytest
from chart_contents import (
    bars,
    caption,
    is_hollow,
    legend_labels,
    marks,
    one_line,
    panel_texts,
    panel_titles,
    row_labels,
)

from analysis.chart.captions import alt_text
from analysis.chart.dot_plots import differences
from analysis.core import tables

KEYS = ("outlet", "difference", "low", "high", "p_adjusted", "n_events", "mean", "mean_others")


def made(*rows, metric="rate", **columns):
    records = []
    for row in rows:
        record = dict(zip(KEYS, row, strict=True)) | columns
        counts = {"n_articles": record["n_events"], "n_mentions": 20.0, "n_events_all": 20}
        records.append({"metric": metric, "other": "others", **counts, **record})
    return tables.make(records, tables.DIFFERENCES)


FIVE = made(
    ("B", -0.2, -0.3, -0.1, 0.01, 9, 0.3, 0.5),
    ("A", 0.1, -0.1, 0.3, 0.4, 1200, 0.6, 0.5),
    ("C", 0.3, None, None, 0.02, 6, 1234.5, 12.25),
    ("D", 0.5, None, None, None, 3, 0.9, 0.4),
    ("E", None, None, None, None, 0, None, None),
)


def test_dots_are_at_the_difference_and_filled_where_it_was_found():
    ax = differences(FIVE).axes[0]
    assert row_labels(ax) == ["C", "A", "B"]
    drawn = {mark.get_xdata()[0]: is_hollow(mark) for mark in marks(ax)}
    assert drawn == {0.3: False, 0.1: True, -0.2: False}
    assert sorted(bars(ax)) == [[-0.3, -0.1], [-0.1, 0.3], [0, 0]]


@pytest.mark.parametrize(("p", "hollow"), [(0.049, False), (0.05, True)])
def test_a_dot_is_filled_below_05(p, hollow):
    chart = differences(made(("A", 0.1, 0.0, 0.2, p, 9, 0.6, 0.5)))
    assert [is_hollow(mark) for mark in marks(chart.axes[0])] == [hollow]
    label = "no clear difference" if hollow else "differs (p < .05 after correction)"
    assert legend_labels(chart) == [f"{label}, with 95% interval"]


def test_both_means_and_the_events_are_written_at_the_right():
    ends = ["less than others", "more than others"]
    expected = ["1,234 / 12.25, 6", "0.60 / 0.50, 1,200", "0.30 / 0.50, 9", *ends]
    assert panel_texts(differences(FIVE)) == expected


def test_outlets_that_were_not_tested_are_named_with_the_reason():
    note = "Not tested: D (3 shared events, 5 needed); E (no single event in common, 5 needed)."
    assert note in caption(differences(FIVE))
    assert note in alt_text(differences(FIVE))


@pytest.mark.parametrize(("n_outlets", "told"), [(21, "N020"), (80, "N019 and 60 more (")])
def test_no_outlet_is_dropped_in_silence(n_outlets, told):
    many = [(f"N{i:03d}", None, None, None, None, 1, None, None) for i in range(n_outlets)]
    text = caption(differences(pd.concat([FIVE, made(*many)])))
    assert all(f"N{i:03d}" in text for i in range(20))
    assert told in text


def test_without_any_test_what_is_known_is_drawn_hollow_and_the_reasons_are_said():
    chart = differences(FIVE[3:])
    assert [is_hollow(mark) for mark in marks(chart.axes[0])] == [True]
    assert legend_labels(chart) == ["difference, not tested"]
    assert "D (3 shared events, 5 needed); E (no single event in common, 5 needed)" in caption(
        chart
    )


def test_without_any_shared_event_nothing_is_drawn():
    (text,) = [text for text in one_line(differences(FIVE[4:])) if text.startswith("Nothing")]
    assert "E (no single event in common, 5 needed)" in text


def test_of_several_measures_those_that_are_tested_on_none_are_named():
    other = made(("D", 0.1, 0.0, 0.2, 0.4, 9, 0.6, 0.5), metric="two_words")
    text = caption(differences(pd.concat([FIVE, other])))
    assert "Not tested on any measure: E (no single event in common, 5 needed)." in text


def test_outlets_that_were_taken_out_of_the_others_are_named():
    table = FIVE.assign(flagged_out=[None, "B", "B; C", "B; C", None])
    text = caption(differences(table))
    assert "Not among the others, as they differ: B, C." in text
    assert "D (3 shared events, 5 needed, without B; C)" in text


@pytest.mark.parametrize(
    ("detectable", "size"), [([0.1, 0.25, 0.3], "0.25"), ([0.1, None, 0.3], None)]
)
def test_what_could_be_seen_is_said_where_nothing_was(detectable, size):
    table = FIVE[:3].assign(detectable=detectable)
    sentence = f"a difference of {size} would have been seen in 80% of cases"
    assert (sentence in caption(differences(table))) is (size is not None)


def test_each_metric_has_a_panel_with_the_rows_of_the_first():
    other = made(("A", 0.1, 0.0, 0.2, 0.01, 9, 0.6, 0.5), metric="two_words")
    chart = differences(pd.concat([FIVE[:2], other]))
    assert panel_titles(chart) == ["rate", "two words"]
    assert row_labels(chart.axes[0]) == ["A", "B"]
    assert panel_texts(chart)[-3:] == ["not tested", "less", "more"]


@pytest.mark.parametrize("rounding", [0.0, -1e-17])
def test_where_nothing_differs_the_axis_is_around_zero(rounding):
    row = ("A", rounding, None, None, None, 1, 0.0, 0.0)
    (left, right) = differences(made(row)).axes[0].get_xlim()
    assert (left, right) == (-0.05, 0.05)


def test_the_words_say_who_differs():
    assert "rate: differences of B -0.2, C +0.3." in alt_text(differences(FIVE))
    nobody = made(("A", 0.1, -0.1, 0.2, 0.7, 9, 0.6, 0.5))
    assert "rate: no outlet differs." in alt_text(differences(nobody))
