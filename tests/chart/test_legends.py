import pytest

from analysis.chart import legends
from analysis.chart.layout import panels
from analysis.chart.palette import category_fills

FILLS = category_fills(["state_official", "media"])


def columns(legend):
    """Return the number of columns of a legend."""
    legend.figure.draw_without_rendering()
    return len({round(text.get_window_extent().x0) for text in legend.get_texts()})


def many_entries(n):
    return [legends.line_entry(f"entry number {i}") for i in range(n)]


def test_marker_entries():
    entries = legends.marker_entries(FILLS)
    assert [entry.get_label() for entry in entries] == ["state official", "media"]
    assert [entry.get_marker() for entry in entries] == ["o", "s"]
    assert [entry.get_color() for entry in entries] == [fill.line for fill in FILLS.values()]
    assert {entry.get_linestyle() for entry in entries} == {"None"}


def test_patch_entries():
    entries = legends.patch_entries(FILLS)
    assert [entry.get_label() for entry in entries] == ["state official", "media"]
    assert [entry.get_hatch() for entry in entries] == ["", "//"]


def test_a_reference_line_is_dashed():
    entry = legends.reference_entry("reference")
    assert entry.get_label() == "reference"
    assert entry.get_linestyle() == "--"
    assert entry.get_marker() == "None"


@pytest.mark.parametrize(("inches", "expected"), [(8.0, 4), (3.4, 2), (0.5, 1)])
def test_a_legend_has_as_many_columns_as_fit(inches, expected):
    chart, _ = panels([1.0])
    legend = legends.place_on_chart(chart, many_entries(4), inches)
    assert columns(legend) == expected
    assert chart.legends == [legend]


def test_without_entries_there_is_no_legend():
    chart, _ = panels([1.0])
    assert legends.place_on_chart(chart, [], 8) is None
    assert chart.legends == []


@pytest.mark.parametrize("n", [2, 20])
def test_the_legend_of_a_panel_fits_too(n):
    chart, axes = panels([1.0])
    legends.place_on_panel(axes[0, 0], many_entries(n), "The state")
    legend = axes[0, 0].get_legend()
    assert legend.get_title().get_text() == "The state"
    assert legend.get_window_extent().width / chart.dpi < 5
    assert columns(legend) >= 2


def test_the_legend_of_a_panel_may_have_no_title():
    _, axes = panels([1.0])
    legends.place_on_panel(axes[0, 0], many_entries(2), "")
    assert axes[0, 0].get_legend().get_title().get_text() in ("", "None")
