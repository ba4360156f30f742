from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from chart_contents import WHITE, bars, is_hollow, marks
from chart_tables import reported

from analysis.chart import figure_marks
from analysis.chart.axes import CountScale
from analysis.chart.evidence import Evidence
from analysis.chart.figure_marks import Extent, FigureMark
from analysis.chart.layout import panels
from analysis.chart.text_fitting import width_of

BLUE = "#0072B2"
SCALE = CountScale(0, 100, log=False)


@pytest.fixture
def ax():
    ax = panels([1.0])[1][0, 0]
    ax.set_xlim(0, 100)
    return ax


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "expected"),
    [
        (29, 29, "exact", "29"),
        (29, None, "at_least", "≥29"),
        (29, None, "more_than", ">29"),
        (None, 29, "at_most", "≤29"),
        (None, 29, "less_than", "<29"),
        (29, 29, "approx", "~29"),
        (20, 30, "range", "20–30"),
        (1500000, 1500000, "exact", "1,500,000"),
        (20, 20, "range", "20"),
        (5, None, "exact", "≥5"),
        (None, 5, "exact", "≤5"),
        (2.5, 2.5, "exact", "2.5"),
        (20, 30, "approx", "20–30"),
    ],
)
def test_label(low, high, qualifier, expected):
    assert FigureMark(low, high, qualifier).label == expected
    assert FigureMark(low, high, qualifier, times=1).label == expected
    assert FigureMark(low, high, qualifier, times=2).label == f"{expected} ×2"


@pytest.mark.parametrize(
    ("low", "high", "words", "expected"),
    [
        (30.4, 30.4, "30.40 crowns", "30.40"),
        (30.4, None, "at least 30.40 crowns", "≥30.40"),
        (30.4, 31.0, "30.40 to 31 crowns", "30.40–31"),
        (1200.5, 1200.5, "$1,200.50", "1,200.50"),
        (30.4, 30.4, "30.4 crowns", "30.4"),
        (30.4, 30.4, "31.40 crowns", "30.4"),
    ],
)
def test_a_price_keeps_its_closing_zero(low, high, words, expected):
    qualifier = "exact" if high is not None else "at_least"
    assert FigureMark(low, high, qualifier, words=words).label == expected


def test_a_mark_from_a_row_has_none_for_missing_ends():
    row = {"low": np.nan, "high": 3, "qualifier": "at_most", "shared": np.True_}
    mark = FigureMark.from_row(row)
    assert replace(mark, evidence=None) == FigureMark(None, 3.0, "at_most", shared=True)
    assert mark.evidence == Evidence((), "≤3, no date")
    assert FigureMark.from_row({**row, "low": pd.NA}, times=2).times == 2


@pytest.mark.parametrize(
    ("low", "high", "left", "right"),
    [
        (50, 50, 4.9, 5.1),
        (20, 60, 1.9, 6.1),
        (50, None, 4.9, 5.26),
        (None, 50, 4.74, 5.1),
    ],
)
def test_an_extent_has_room_for_arrows_and_the_label(low, high, left, right):
    mark = FigureMark(low, high, "range")
    label = width_of(mark.label, 9.0) + 0.1
    extent = mark.extent(SCALE, 10)
    assert (extent.left, extent.right) == pytest.approx((left, right + label))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (Extent(0, 1), False),
        (Extent(0, 1.1), True),
        (Extent(1, 2), True),
        (Extent(1.9, 3), True),
        (Extent(2, 3), False),
        (Extent(0, 3), True),
    ],
)
def test_extents_that_share_an_edge_do_not_overlap(other, expected):
    assert Extent(1, 2).overlaps(other) is expected


@pytest.mark.parametrize(
    ("extents", "expected"),
    [
        ([], []),
        ([Extent(0, 2), Extent(1, 3), Extent(2, 4), Extent(0, 4)], [0, 1, 0, 2]),
        ([Extent(0, 1), Extent(1, 2)], [0, 0]),
    ],
)
def test_overlapping_marks_have_different_lanes(extents, expected):
    assert figure_marks.assign_lanes(extents) == expected


@pytest.mark.parametrize(
    ("mark", "marker", "expected"),
    [
        (FigureMark(40, 40, "exact"), None, "o"),
        (FigureMark(40, 40, "approx"), None, "D"),
        (FigureMark(40, 40, "approx"), "^", "^"),
        (FigureMark(40, None, "at_least"), None, "o"),
        (FigureMark(None, 40, "at_most"), None, "o"),
    ],
)
def test_a_number_is_a_dot(mark, marker, expected, ax):
    mark.draw(ax, 0.5, BLUE, marker)
    (dot,) = marks(ax)
    assert dot.get_marker() == expected
    assert [list(dot.get_xdata()), list(dot.get_ydata())] == [[40], [0.5]]
    assert not is_hollow(dot)


def test_a_shared_number_is_hollow(ax):
    FigureMark(40, 40, "exact", shared=True).draw(ax, 0.5, BLUE)
    assert [is_hollow(dot) for dot in marks(ax)] == [True]


@pytest.mark.parametrize(("shared", "colours"), [(False, [BLUE]), (True, [BLUE, WHITE])])
def test_a_range_is_a_bar_with_its_ends(shared, colours, ax):
    FigureMark(20, 60, "range", shared).draw(ax, 0.5, BLUE)
    assert bars(ax) == [[20, 60]] * len(colours)
    drawn = [line.get_color() for line in ax.lines if line.get_marker() == "None"]
    assert drawn == colours
    assert len(marks(ax, "|")) == 1


@pytest.mark.parametrize(
    ("low", "high", "directions"), [(40, None, [1]), (None, 40, [-1]), (40, 40, []), (20, 40, [])]
)
def test_an_open_end_is_an_arrow(low, high, directions, ax):
    FigureMark(low, high, "exact").draw(ax, 0.5, BLUE)
    arrows = [text for text in ax.texts if text.arrowprops]
    assert [direction(ax, arrow) for arrow in arrows] == pytest.approx(directions)


def direction(ax, arrow):
    """Return 1 for an arrow of 0.26 inches to the right, -1 for one to the left."""
    tip = arrow.xycoords.transform(arrow.xy)[0]
    base = ax.transData.transform(arrow.xy)[0]
    return (tip - base) / ax.figure.dpi / 0.26


def test_the_value_is_at_the_right_end(ax):
    FigureMark(20, 60, "range").draw(ax, 0.5, BLUE)
    (label,) = ax.texts
    assert label.get_text() == "20–60"
    assert label.xy == (60, 0.5)
    assert label.xyann == pytest.approx((0.08 * 72 + 2, -0.5))


def test_the_value_is_beyond_an_arrow(ax):
    FigureMark(20, None, "at_least").draw(ax, 0.5, BLUE)
    assert ax.texts[-1].xyann == pytest.approx((0.26 * 72 + 2, -0.5))


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "expected"),
    [
        (4, 4, "exact", False),
        (4, None, "at_least", False),
        (None, 4, "at_most", False),
        (None, None, "exact", True),
        (4, 4, "vague", True),
        (None, None, "vague", True),
    ],
)
def test_is_in_words(low, high, qualifier, expected):
    table = reported(("A", None, low, high, qualifier))
    assert list(figure_marks.is_in_words(table)) == [expected]


@pytest.mark.parametrize(
    ("row", "labels"),
    [
        ((4, 4, "exact", False), ["stated number"]),
        ((4, 4, "approx", False), ["about"]),
        ((4, 9, "range", False), ["range"]),
        ((4, None, "at_least", False), ["at least, more than"]),
        ((None, 4, "less_than", False), ["at most, less than"]),
        ((4, 4, "exact", True), ["stated number", "hollow: source shared with another outlet"]),
        ((None, None, "vague", False), []),
    ],
)
def test_the_legend_explains_what_is_drawn(row, labels):
    table = reported(("A", None, *row))
    assert [entry.get_label() for entry in figure_marks.legend_entries(table)] == labels


def test_arrows_of_the_legend_point_both_ways():
    table = reported(
        ("A", None, 4, None, "at_least", False), ("A", None, None, 4, "at_most", False)
    )
    right, left = (entry.get_marker() for entry in figure_marks.legend_entries(table))
    assert right.vertices[3].tolist() == [1, 0]
    assert left.vertices[3].tolist() == [-1, 0]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({}, False),
        ({"is_headline": True}, False),
        ({"is_headline": np.True_, "p": 0.9}, False),
        ({"is_headline": False}, True),
        ({"is_headline": np.False_, "p": 0.9}, True),
        ({"p": 0.3}, True),
        ({"is_headline": True, "p": 0.3}, True),
        ({"is_headline": True, "p": np.nan}, False),
    ],
)
def test_a_mark_that_is_not_put_forward_or_not_sure_is_small(columns, expected, ax):
    row = {"low": 4, "high": 4, "qualifier": "exact", "shared": False, **columns}
    mark = FigureMark.from_row(row)
    assert mark.doubtful is expected
    mark.draw(ax, 0.5, BLUE)
    (dot,) = marks(ax)
    assert dot.get_color() == BLUE
    assert dot.get_markersize() == pytest.approx(6.5 * (figure_marks.SMALL if expected else 1))


@pytest.mark.parametrize(
    ("columns", "small"),
    [
        ({}, []),
        ({"is_headline": [True, True]}, []),
        ({"is_headline": [True, False]}, ["small: not what the outlet put forward that day"]),
        ({"p": [0.9, 0.3]}, ["small: less than 60% sure to be read right"]),
        ({"p": [0.9, None], "is_headline": [True, True]}, []),
        (
            {"p": [0.3, 0.9], "is_headline": [True, False]},
            [
                "small: less than 60% sure to be read right",
                "small: not what the outlet put forward that day",
            ],
        ),
    ],
)
def test_the_legend_says_why_marks_are_small(columns, small):
    rows = reported(("A", None, 4, 4, "exact", False), ("B", None, 5, 5, "exact", False))
    labels = [entry.get_label() for entry in figure_marks.legend_entries(rows.assign(**columns))]
    assert labels == ["stated number", *small]
