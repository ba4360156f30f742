import pandas as pd
import pytest

from analysis.chart.claims import claims_timeline
from analysis.chart.figure_ranges import figures_range
from analysis.chart.scales import Span, figure_label, lanes, scale_of


def words(figure):
    figure.draw_without_rendering()
    return [t.get_text() for ax in figure.axes for t in ax.texts if t.get_text()]


def table(*rows):
    names = ("outlet", "published", "low", "high", "qualifier", "shared", "text")
    made = pd.DataFrame([dict(zip(names, r, strict=False)) for r in rows], columns=list(names))
    return made.assign(published=pd.to_datetime(made["published"])).astype(
        {"low": float, "high": float}
    )


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
        (None, None, "vague", "in words"),
        (20, 20, "range", "20"),
        (5, None, "exact", "≥5"),
        (2.5, 2.5, "exact", "2.5"),
    ],
)
def test_label(low, high, qualifier, expected):
    assert figure_label(low, high, qualifier) == expected


@pytest.mark.parametrize(
    ("values", "log"),
    [
        ([1, 50], False),
        ([1, 51], True),
        ([0, 3, 40], False),
        ([0, 1, 600], True),
        ([], False),
        ([None, 7], False),
        ([0, 0], False),
    ],
)
def test_scale_is_logarithmic_above_fifty_times(values, log):
    scale = scale_of(values)
    assert scale.log is log
    known = [v for v in values if v is not None]
    assert all(scale.low <= v <= scale.high for v in known)
    assert all(0 <= scale.inches(v, 4) <= 4 for v in known)


def test_lanes_keep_spans_apart():
    assert lanes([Span(0, 2), Span(1, 3), Span(2, 4), Span(0, 4)]) == [0, 1, 0, 2]
    assert lanes([]) == []


def test_rows_stand_in_the_order_of_first_days():
    figure = figures_range(
        table(
            ("Late", "2023-10-19", 5, 5, "exact"),
            ("Early", "2023-10-17", 4, 4, "exact"),
            ("Early", "2023-10-20", 9, None, "at_least"),
            ("Undated", None, 7, 7, "exact"),
        )
    )
    ax = figure.axes[0]
    assert [t.get_text() for t in ax.get_yticklabels()] == ["Early", "", "Late", "Undated"]
    assert [w for w in words(figure) if "20" in w or w == "no date"] == [
        "17 Oct 2023",
        "20 Oct 2023",
        "19 Oct 2023",
        "no date",
    ]
    assert {"4", "≥9", "5", "7"} <= set(words(figure))


def test_marks_stand_at_their_values_and_shared_ones_are_hollow():
    figure = figures_range(
        table(
            ("A", "2023-10-17", 40, 40, "exact", True), ("B", "2023-10-17", 30, 30, "exact", False)
        )
    )
    dots = [line for line in figure.axes[0].lines if line.get_marker() == "o"]
    assert [list(line.get_xdata()) for line in dots] == [[40], [30]]
    assert [line.get_markerfacecolor() == "#FFFFFF" for line in dots] == [True, False]
    assert "hollow: source shared with another outlet" in [
        t.get_text() for t in figure.legends[0].get_texts()
    ]


def test_vague_figures_stand_apart_in_words():
    figure = figures_range(
        table(
            ("A", "2023-10-17", None, None, "vague", False, "dozens"),
            ("B", "2023-10-17", 100, 100, "vague", False, "hundreds"),
        )
    )
    assert not [line for ax in figure.axes for line in ax.lines if line.get_marker() == "o"]
    assert figure.axes[1].get_title(loc="left") == "in words"
    assert {"dozens", "hundreds (taken as\n100)"} <= set(words(figure))


def test_each_outcome_has_a_panel():
    rows = table(("A", "2023-10-17", 4, 4, "exact"), ("A", "2023-10-17", 9, 9, "exact")).assign(
        outcome=["killed", "bodies_found"]
    )
    assert [ax.get_title(loc="left") for ax in figures_range(rows).axes] == [
        "killed",
        "bodies found",
    ]


def test_equal_claims_of_a_day_share_a_mark():
    rows = table(
        *[("A", "2023-10-17", 500, None, "at_least")] * 3,
        ("B", "2023-10-17", 500, 500, "exact"),
        ("C", None, 3, 3, "exact"),
    )
    figure = claims_timeline(rows.assign(source_type=["media", "media", "media", "expert", None]))
    assert sorted(words(figure)) == ["3", "500", "≥500 ×3"]
    assert [t.get_text() for t in figure.axes[0].get_yticklabels()] == ["17 Oct 2023", "no date"]
    assert {t.get_text() for t in figure.legends[0].get_texts()} == {
        "media",
        "expert",
        "not stated",
    }
