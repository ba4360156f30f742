import numpy as np
import pandas as pd
import pytest
from chart_contents import row_labels
from matplotlib.collections import LineCollection

from analysis.chart import rows
from analysis.chart.layout import panels


def test_rows_have_the_minimum_height_or_what_their_labels_need():
    arranged = rows.arrange_rows(["A", "word " * 15, ""], least=[0.5, 0.1, 0.2])
    assert arranged.labels[1].count("\n") == 2
    edges = row_edges(arranged)
    assert np.diff(edges).tolist() == pytest.approx([0.5, 3 * 10 * 1.32 / 72 + 0.07, 0.2])
    assert edges[-1] == pytest.approx(arranged.height)


def row_edges(arranged):
    edges = [0.0]
    for centre in arranged.centres:
        edges.append(2 * centre - edges[-1])
    return edges


def test_a_label_has_three_lines_at_most():
    (label,) = rows.arrange_rows(["word " * 60]).labels
    assert label.count("\n") == 2
    assert label.endswith("…")


def test_rows_are_drawn_from_the_top_with_a_line_each():
    _, axes = panels([0.56])
    ax = axes[0, 0]
    rows.draw_rows(ax, rows.arrange_rows(["A", "B"]))
    assert row_labels(ax) == ["A", "B"]
    assert ax.get_ylim() == pytest.approx((0.56, 0))
    (lines,) = [child for child in ax.collections if isinstance(child, LineCollection)]
    heights = [segment[0][1] for segment in lines.get_segments()]
    assert heights == pytest.approx([0.14, 0.42])
    assert {(segment[0][0], segment[1][0]) for segment in lines.get_segments()} == {(0, 1)}


def test_the_lines_can_be_left_out():
    _, axes = panels([0.56])
    rows.draw_rows(axes[0, 0], rows.arrange_rows(["A", "B"]), lines=False)
    assert len(axes[0, 0].collections) == 0


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        (None, [(0.5, 1.0), (1.5, 2.0)]),
        (["A", "", "B", ""], [(1.0, 1.5), (1.5, 2.0)]),
        (["A", "", "", ""], []),
    ],
)
def test_every_second_group_is_shaded(starts, expected):
    _, axes = panels([2.0], (1, 1))
    arranged = rows.arrange_rows(["A", "B", "C", "D"], least=0.5)
    rows.shade_bands(axes[0], arranged, starts)
    for ax in axes[0]:
        shaded = [(box.get_y(), box.get_y() + box.get_height()) for box in ax.patches]
        assert shaded == [pytest.approx(band) for band in expected]


def test_a_note_is_outside_the_panel():
    chart, axes = panels([1.0])
    rows.note_at_right(axes[0, 0], 0.5, "n = 3")
    chart.draw_without_rendering()
    (note,) = axes[0, 0].texts
    assert note.get_text() == "n = 3"
    distance = note.get_window_extent().x0 - axes[0, 0].get_window_extent().x1
    assert distance / chart.dpi == pytest.approx(4 / 72, abs=0.02)


TABLE = pd.DataFrame({"outlet": ["B", "C", "B", "A", None], "n": [1, 9, 1, 3, 0]})


@pytest.mark.parametrize(
    ("limit", "weight", "expected"),
    [
        (4, None, ["B", "C", "B", "A", "no outlet given"]),
        (2, None, ["B", "B", "A"]),
        (1, None, ["B", "B"]),
        (2, "n", ["C", "A"]),
        (3, "n", ["B", "C", "B", "A"]),
    ],
)
def test_the_names_with_most_rows_are_kept(limit, weight, expected):
    before = TABLE.copy()
    kept, note = rows.keep_largest(TABLE, "outlet", limit, weight)
    assert list(kept["outlet"]) == expected
    assert list(kept.index) == list(range(len(expected)))
    assert bool(note) == (limit < 4)
    pd.testing.assert_frame_equal(TABLE, before)


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("outlet", "Shown: 1 of 2 outlets, those with the most entries."),
        ("source_type", "Shown: 1 of 2 source type values, those with the most entries."),
    ],
)
def test_the_note_says_what_is_missing(column, expected):
    _, note = rows.keep_largest(pd.DataFrame({column: ["a", "b", "b"]}), column, 1)
    assert note == expected + " The table contains all of them."


def test_names_are_cleaned_and_missing_ones_have_a_placeholder():
    table = pd.DataFrame({"source_type": ["a\nb", None, ""]})
    kept, _ = rows.keep_largest(table, "source_type", 5)
    assert list(kept["source_type"]) == ["a b", "not stated", "not stated"]


def test_outlets_are_in_the_order_of_their_first_day():
    days = ["2020-01-05", "2020-01-02", "2020-01-01", None, "2020-01-02", "2020-01-09"]
    table = pd.DataFrame({"outlet": ["Z", "B", "Z", "N", "A", "B"], "published": days})
    table["published"] = pd.to_datetime(table["published"])
    assert rows.by_first_day(table) == ["Z", "A", "B", "N"]
