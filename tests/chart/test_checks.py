"""Marks that a person has checked look checked, in every chart that shows single figures."""

import pandas as pd
import pytest
from chart_contents import caption, panel_texts

from analysis.chart.checks import check_note, check_sign, check_words
from analysis.chart.evidence import of_row
from analysis.chart.figure_ranges import figures_range
from analysis.chart.number_timeline import number_timeline
from analysis.chart.quantity_table import quantity_table

DAY = pd.Timestamp("2024-05-01")


def figures(checked):
    """Return one figure of each of two outlets; the first may be checked."""
    return pd.DataFrame(
        {
            "quantity_id": "q",
            "outlet": ["A", "B"],
            "published": DAY,
            "words": ["12", "15"],
            "low": [12.0, 15.0],
            "high": [12.0, 15.0],
            "qualifier": "exact",
            "shared": False,
            "source": None,
            "differs": [False, True],
            "rivals": None,
            "checked": [checked, None],
            "checked_by": ["AB" if checked else None, None],
        }
    ).astype({"checked": object, "checked_by": object})


def table_of(cells):
    rows = pd.DataFrame({"quantity_id": ["q"], "label": ["people killed"], "differ": [True]})
    return quantity_table(rows.assign(in_doubt=False, n_rivals=0), cells)


@pytest.mark.parametrize("draw", [figures_range, number_timeline, table_of])
@pytest.mark.parametrize("checked", ["right", "changed", "added", None])
def test_a_checked_number_has_a_sign_and_the_caption_explains_it(draw, checked):
    chart = draw(figures(checked))
    shown = [text for text in panel_texts(chart) if "✓" in text]
    assert shown == ([] if checked is None else ["12 ✓"])
    assert ("✓: checked by a person." in caption(chart)) is (checked is not None)


def test_a_number_that_differs_keeps_its_sign():
    shown = panel_texts(table_of(figures("right").assign(checked="right")))
    assert "15 ✓ ≠" in shown


@pytest.mark.parametrize(
    ("row", "sign", "words"),
    [
        ({}, "", ""),
        ({"checked": None}, "", ""),
        ({"checked": float("nan"), "checked_by": "AB"}, "", ""),
        ({"checked": "changed"}, " ✓", "Checked: changed."),
        ({"checked": "right", "checked_by": "AB; CD"}, " ✓", "Checked by AB; CD: right."),
    ],
)
def test_signs_and_words(row, sign, words):
    assert check_sign(row) == sign
    assert check_words(row) == words


def test_the_tooltip_says_who_checked():
    words = of_row({"outlet": "A", "words": "12", "checked": "right", "checked_by": "AB"}).words
    assert words == "A: 12, no date. Checked by AB: right."
    passage = of_row({"words": "12", "passage": "It said 12.", "checked": "right"}).words
    assert passage.endswith("“It said 12.” Checked: right.")


def test_a_table_that_knows_of_no_checks_needs_no_note():
    assert check_note(pd.DataFrame({"words": ["12"]})) == ""
