import pandas as pd
import pytest
from chart_contents import (
    caption,
    is_hollow,
    legend_labels,
    marks,
    one_line,
    panel_texts,
    panel_titles,
    row_labels,
)
from chart_tables import figures, reported

from analysis.chart.captions import alt_text
from analysis.chart.figure_ranges import figures_range


def test_rows_are_in_the_order_of_first_days():
    chart = figures_range(
        reported(
            ("Late", "2023-10-19", 5, 5, "exact"),
            ("Early", "2023-10-17", 4, 4, "exact"),
            ("Early", "2023-10-20", 9, None, "at_least"),
            ("Undated", None, 7, 7, "exact"),
        )
    )
    assert row_labels(chart.axes[0]) == ["Early", "", "Late", "Undated"]
    shown = panel_texts(chart)
    days = [text for text in shown if "20" in text or text == "no date"]
    assert days == ["17 Oct 2023", "20 Oct 2023", "19 Oct 2023", "no date"]
    assert {"4", "≥9", "5", "7"} <= set(shown)


def test_marks_are_at_their_values_and_shared_ones_are_hollow():
    chart = figures_range(
        reported(
            ("A", "2023-10-17", 40, 40, "exact", True), ("B", "2023-10-17", 30, 30, "exact", False)
        )
    )
    dots = marks(chart.axes[0], "o")
    assert [list(dot.get_xdata()) for dot in dots] == [[40], [30]]
    assert [is_hollow(dot) for dot in dots] == [True, False]
    assert "hollow: source shared with another outlet" in legend_labels(chart)


def test_an_extreme_figure_neither_flattens_the_others_nor_is_lost():
    infinite = float("inf")
    rows = [("A", 12, 12), ("B", 14, 14), ("C", 1e15, 1e15), ("D", infinite, infinite)]
    rows.append(("E", 20, infinite))
    chart = figures_range(
        reported(*((outlet, "2023-10-17", low, high, "exact") for outlet, low, high in rows))
    )
    assert chart.axes[0].get_xscale() == "log"
    assert {"12", "14", "10¹⁵"} <= set(panel_texts(chart))
    assert "1 number without a finite value is not on the axis." in caption(chart)
    assert chart.axes[0].get_xlabel().endswith("(logarithmic scale)")


def test_overlapping_figures_of_a_day_are_below_each_other():
    rows = [("A", "2023-10-17", value, value, "exact") for value in (40, 41, 90)]
    near, nearby, far = (
        dot.get_ydata()[0] for dot in marks(figures_range(reported(*rows)).axes[0])
    )
    assert nearby == pytest.approx(near + 0.19)
    assert far == near


def test_vague_figures_are_written_in_a_panel_of_words():
    chart = figures_range(
        reported(
            ("A", "2023-10-17", None, None, "vague", False, "dozens"),
            ("B", "2023-10-17", 100, 100, "vague", False, "hundreds"),
        )
    )
    assert not any(marks(ax, "o") for ax in chart.axes)
    assert panel_titles(chart)[1] == "in words"
    assert {"dozens", "hundreds (counted as\n100)"} <= set(panel_texts(chart))
    assert "No outlet states a number." in alt_text(chart)


def test_without_vague_figures_there_is_one_panel():
    assert len(figures_range(reported(("A", "2023-10-17", 4, 4, "exact"))).axes) == 1


def test_words_come_from_the_thing_counted_if_there_is_no_text():
    table = reported(
        ("A", None, None, None, "vague", False, "dozens"), ("B", None, None, None, "vague")
    )
    with_text = figures_range(table.assign(counted="tens of people"))
    assert {"dozens", "tens of people"} <= set(panel_texts(with_text))
    without_text = figures_range(table.drop(columns="text").assign(counted="tens of people"))
    assert panel_texts(without_text).count("tens of people") == 2


def test_a_figure_without_number_and_words_is_in_words():
    assert "in words" in panel_texts(figures_range(reported(("A", None, None, None, "exact"))))


def test_each_outcome_has_a_panel():
    table = reported(("A", "2023-10-17", 4, 4, "exact"), ("A", "2023-10-17", 9, 9, "exact"))
    chart = figures_range(table.assign(outcome=["killed", "bodies_found"]))
    assert panel_titles(chart) == ["killed", "bodies found"]


def test_a_single_outcome_has_no_title():
    table = reported(("A", "2023-10-17", 4, 4, "exact")).assign(outcome="killed")
    assert panel_titles(figures_range(table)) == [""]


def test_caption_and_alt_text():
    chart = figures_range(
        reported(
            ("A", "2023-10-17", 4, 4, "exact"),
            ("A", "2023-10-19", None, 3, "at_most"),
            ("B", None, 7, None, "at_least"),
        )
    )
    facts = "3 figures from 2 outlets, 17 Oct 2023 to 19 Oct 2023, 1 undated."
    assert f"{facts} Numbers are as reported, not verified." in caption(chart)
    assert alt_text(chart).endswith("Lowest ≤3 (A), highest ≥7 (B).")
    assert chart.axes[0].get_xlabel() == "people, as reported"


def test_only_four_columns_are_needed():
    table = figures(3).drop(columns=["published", "shared", "text", "outcome"])
    assert "no date" in panel_texts(figures_range(table))


def test_long_events_keep_to_a_page():
    few = figures(40).groupby("outlet").head(1)
    first = pd.Timestamp("2020-01-01")
    days = [few.assign(published=first + pd.Timedelta(days=i)) for i in range(0, 90, 10)]
    chart = figures_range(pd.concat(days))
    assert chart.get_figheight() < 60
    assert any("Shown: 16 of 40 outlets" in text for text in one_line(chart))


def test_outlets_that_only_name_victims_have_a_row_without_a_mark():
    named = pd.DataFrame(
        {
            "outlet": ["B"],
            "published": [pd.Timestamp("2023-10-18")],
            "outcome": ["killed"],
            "words": ["names 2 people killed, no number"],
        }
    )
    rows = reported(("A", "2023-10-17", 40, 40, "exact"))
    chart = figures_range(rows, named=named)
    assert row_labels(chart.axes[0]) == ["A", "B"]
    assert len(marks(chart.axes[0], "o")) == 1
    assert "names 2 people killed, no number" in {
        " ".join(text.split()) for text in panel_texts(chart)
    }
    assert "1 outlet with names of victims and no number" in " ".join(caption(chart).split())
    empty = figures_range(rows.iloc[:0], named=named)
    assert "B names 2 people killed, no number." in " ".join(" ".join(panel_texts(empty)).split())


@pytest.mark.parametrize("unit", ["$", "rockets", "in the unit of each panel"])
def test_the_axis_has_the_unit(unit):
    chart = figures_range(reported(("A", "2023-10-17", 4, 4, "exact")), unit=unit)
    assert chart.axes[0].get_xlabel() == f"{unit}, as reported"


def test_numbers_that_were_not_put_forward_are_small_and_explained():
    table = reported(("A", "2023-10-17", 4, 4, "exact"), ("A", "2023-10-17", 900, 900, "exact"))
    chart = figures_range(table.assign(is_headline=[True, False]))
    first, second = marks(chart.axes[0], "o")
    assert first.get_markersize() > second.get_markersize()
    assert "small: not what the outlet put forward that day" in legend_labels(chart)


def test_a_day_that_the_text_contradicts_is_told_with_the_text_own_day():
    table = reported(
        ("A", "2023-10-17", 40, 40, "exact"),
        ("A", "2023-10-17", 41, 41, "exact"),
        ("B", "2023-10-18", 30, 30, "exact"),
    )
    stated = pd.to_datetime(pd.Series(["2023-10-01", None, "2023-10-17"]))
    chart = figures_range(table.assign(published_in_text=stated))
    shown = panel_texts(chart)
    assert {"17 Oct 2023 (text: 1 Oct 2023)", "18 Oct 2023"} <= set(shown)
    assert "more than a day from the given one (1 row)" in caption(chart)
    assert "In brackets" not in caption(figures_range(table))
