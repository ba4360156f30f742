import pandas as pd
import pytest
from chart_contents import caption, one_line, panel_texts, row_labels
from matplotlib.text import Text

from analysis.chart import palette
from analysis.chart.captions import alt_text
from analysis.chart.quantity_table import quantity_table

DAY = pd.Timestamp("2020-01-02")


def rows_of(*given, in_doubt=False):
    """Return rows from tuples of id, label and whether numbers differ."""
    table = pd.DataFrame(list(given), columns=["quantity_id", "label", "differ"])
    return table.assign(in_doubt=in_doubt, n_rivals=0)


def cells_of(*given):
    """Return cells from tuples of quantity, outlet, words, whether they differ, and day."""
    columns = ["quantity_id", "outlet", "words", "differs", "published"]
    table = pd.DataFrame([(*row, DAY)[:5] for row in given], columns=columns)
    return table.assign(published=pd.to_datetime(table["published"]), rivals=None)


ROWS = rows_of(("q", "people killed", True), ("q1", "people hurt", False), ("q2", "price", None))
CELLS = cells_of(
    ("q", "A", "at least 29", False),
    ("q", "B", "29", False),
    ("q", "C", "12", True),
    ("q1", "B", "dozens", False),
    ("q1", "C", "40", False, None),
    ("q2", "B", "$5", False),
)


def headings(chart):
    texts = {text.get_text() for text in chart.findobj(Text)}
    return [name for name in "ABC" if name in texts]


def test_rows_that_differ_have_a_sign_and_others_have_none():
    chart = quantity_table(ROWS, CELLS)
    assert row_labels(chart.axes[0]) == ["people killed ≠", "people hurt", "price"]


def test_rows_in_doubt_may_differ():
    chart = quantity_table(ROWS.assign(in_doubt=True), CELLS)
    assert row_labels(chart.axes[0]) == ["people killed ≠?", "people hurt", "price"]
    assert "≠?: it may be two things, since two or three outlets print it" in caption(chart)


def test_a_row_with_rival_numbers_has_a_sign_and_its_cell_tells_how_many():
    rivals = ["140 (the monitor); 90 (police)", "140 (the monitor)", *[None] * 4]
    chart = quantity_table(ROWS.assign(n_rivals=[2, 1, 0]), CELLS.assign(rivals=rivals))
    assert row_labels(chart.axes[0]) == ["people killed ≠", "people hurt ≠", "price"]
    assert {"2 Jan 2020, +2", "2 Jan 2020, +1"} <= set(panel_texts(chart))


def test_a_cell_is_a_number_and_its_day_and_one_that_differs_is_marked():
    chart = quantity_table(ROWS, CELLS)
    shown = panel_texts(chart)
    assert [text for text in shown if "≠" in text] == ["12 ≠"]
    assert {"at least 29", "29", "dozens", "40", "$5"} <= set(shown)
    assert shown.count("2 Jan 2020") == 5
    marked = [text for text in chart.axes[0].texts if text.get_color() == palette.CONTRAST]
    assert [text.get_text() for text in marked] == ["12 ≠"]


def test_the_sign_stays_where_words_are_cut():
    long = "from hundreds of thousands to many millions of dollars"
    outlets = [f"outlet {number}" for number in range(10)]
    cells = cells_of(*(("q", outlet, long, True) for outlet in outlets))
    shown = [text for text in panel_texts(quantity_table(ROWS.head(1), cells)) if "≠" in text]
    assert len(shown) == 10
    assert all(text.endswith("… ≠") for text in shown)


def test_outlets_with_most_cells_come_first():
    chart = quantity_table(ROWS, CELLS)
    places = {
        text.get_text(): text.get_window_extent().x0
        for text in chart.findobj(Text)
        if text.get_text() in ("A", "B", "C")
    }
    assert sorted(places, key=places.get) == ["B", "C", "A"]


def test_what_is_left_out_is_counted():
    chart = quantity_table(ROWS, CELLS, max_rows=1, max_outlets=2)
    assert "Not shown, in the saved table: 2 quantities and 1 outlet." in caption(chart)
    assert "price" not in " ".join(one_line(chart))
    assert "Not shown" not in caption(quantity_table(ROWS, CELLS))
    assert "1 quantity." in caption(quantity_table(ROWS, CELLS, max_rows=2))


def test_outlets_with_numbers_in_other_rows_only_are_named():
    told = "Numbers in other rows only: A, C."
    assert told in caption(quantity_table(ROWS.tail(1), CELLS))
    assert "other rows only" not in caption(quantity_table(ROWS, CELLS))
    assert "other rows only" not in caption(quantity_table(ROWS, CELLS, max_outlets=1))


def test_the_alt_text_tells_the_first_row():
    text = alt_text(quantity_table(ROWS, CELLS, title="F"))
    assert text.endswith("Table of numbers by outlet. people killed: A at least 29; B 29; C 12.")


@pytest.mark.parametrize(("rows", "cells"), [(rows_of(), CELLS), (ROWS, cells_of())])
def test_nothing_to_show_is_said(rows, cells):
    chart = quantity_table(rows, cells)
    assert "no outlet prints a number in this story" in " ".join(one_line(chart))


def test_one_outlet_with_one_number_without_a_day():
    chart = quantity_table(ROWS.head(1), cells_of(("q", "A", "29", False, None)))
    assert "29" in panel_texts(chart)
    assert not any("NaT" in text for text in panel_texts(chart))


def test_cells_of_other_rows_are_not_drawn():
    chart = quantity_table(ROWS.tail(1), CELLS)
    assert "29" not in panel_texts(chart)
    assert headings(chart) == ["B"]
    assert "1 outlet" not in caption(chart)


@pytest.mark.parametrize("seed", range(2))
def test_the_order_of_cells_does_not_matter(seed):
    chart = quantity_table(ROWS, CELLS.sample(frac=1, random_state=seed))
    assert sorted(panel_texts(chart)) == sorted(panel_texts(quantity_table(ROWS, CELLS)))
