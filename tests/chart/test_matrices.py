import pandas as pd
import pytest
from chart_contents import caption, column_labels, one_line, panel_texts, row_labels
from chart_tables import shares

from analysis.chart.captions import alt_text
from analysis.chart.matrices import heatmap, target_matrix


def sources(*rows):
    return pd.DataFrame(rows, columns=["outlet", "source_type", "share", "n"])


SOURCES = sources(
    ("A", "media", 0.25, 1),
    ("A", "un_or_igo", 0.75, 3),
    ("B", "media", 1.0, 12),
    ("C", "media", 0.0, 0),
)


def test_cells_that_were_not_measured_are_white():
    chart = heatmap(SOURCES)
    ax = chart.axes[0]
    assert row_labels(ax) == ["A", "B", "C"]
    assert column_labels(ax) == ["media", "UN or other IGO"]
    assert panel_texts(chart) == ["25% (1)", "75% (3)", "100% (12)", "–", "0", "–"]
    brightness = [sum(cell.get_facecolor()[:3]) for cell in ax.patches]
    assert brightness[3] == brightness[5] == 3
    assert brightness[3] > brightness[4] > brightness[0] > brightness[1] > brightness[2]


@pytest.mark.parametrize(
    ("share", "n", "expected"),
    [
        (0.5, 4, "50% (4)"),
        (0.5, 4000, "50% (4,000)"),
        (0.0, 4, "0% (4)"),
        (0.0, 0, "0"),
        (0.0, None, "0"),
        (0.5, None, "50%"),
        (0.5, 0, "50% (0)"),
        (None, 4, "– (4)"),
        (None, None, "–"),
    ],
)
def test_the_text_of_a_cell(share, n, expected):
    assert panel_texts(heatmap(sources(("A", "media", share, n)))) == [expected]


@pytest.mark.parametrize(
    ("value", "expected"), [(2.0, "2 (3)"), (2.5, "2.5 (3)"), (2.126, "2.13 (3)"), (10.0, "10 (3)")]
)
def test_values_that_are_no_shares_have_two_decimals(value, expected):
    assert panel_texts(heatmap(sources(("A", "media", value, 3)), percent=False)) == [expected]


def test_the_darkest_value_can_be_set():
    def darkness(**options):
        cells = heatmap(SOURCES, **options).axes[0].patches
        return 3 - sum(cells[0].get_facecolor()[:3])

    assert darkness(vmax=0.25) > darkness() > darkness(vmax=5)


def test_columns_with_most_entries_come_first():
    table = sources(("A", "a", 0.1, 1), ("A", "b", 0.9, 9), ("B", "c", 1.0, 4))
    assert column_labels(heatmap(table).axes[0]) == ["b", "c", "a"]


def test_rows_and_columns_can_be_other_columns():
    table = SOURCES.rename(columns={"outlet": "topic", "share": "mean", "n": "count"})
    chart = heatmap(table, rows="topic", value="mean", n="count")
    assert row_labels(chart.axes[0]) == ["A", "B", "C"]
    assert "Rows: topic (3). Columns: source type (2)." in caption(chart)


def test_in_many_columns_n_is_below_the_value():
    few, many = (shares(1, "source_type", list("abcdefghi")[:n]) for n in (8, 9))
    assert not any("\n" in text for text in panel_texts(heatmap(few)))
    assert all("\n" in text for text in panel_texts(heatmap(many)) if "(" in text)


def test_long_headings_are_slanted():
    short, long = (shares(1, "source_type", [name] * 1) for name in ("media", "x" * 90))
    assert heatmap(short).axes[0].get_xticklabels()[0].get_rotation() == 0
    assert heatmap(long).axes[0].get_xticklabels()[0].get_rotation() == 40


def test_more_columns_than_a_page_holds_are_counted_in_the_caption():
    table = shares(2, "source", [f"Source {i}" for i in range(30)])
    chart = heatmap(table, columns="source")
    assert len(chart.axes[0].get_xticklabels()) == 16
    assert any("Shown: 16 of 30 source values" in text for text in one_line(chart))


def test_heatmap_caption_and_alt_text():
    chart = heatmap(SOURCES, title="T")
    facts = (
        "Rows: outlet (3). Columns: source type (2). In brackets: n, 16 in total. –: not measured."
    )
    assert caption(chart) == f"T {facts}"
    ends = "Highest B / media 100%, lowest C / media 0%."
    assert alt_text(chart) == f"T. Heat map. {facts} {ends}"


def targets(*rows):
    return pd.DataFrame(rows, columns=["outlet", "entity", "estimate", "n"])


def test_polarity_is_written_with_its_sign():
    chart = target_matrix(targets(("A", "X", -0.5, 12), ("A", "Y", 0.25, 5)))
    assert panel_texts(chart) == ["−0.50 (12)", "+0.25 (5)"]
    assert "–: not measured." in caption(chart)


def test_positive_is_violet_and_negative_is_brown():
    ax = target_matrix(targets(("A", "X", -0.9, 12), ("A", "Y", 0.9, 5))).axes[0]
    (red, _, blue, _), (other_red, _, other_blue, _) = (cell.get_facecolor() for cell in ax.patches)
    assert red > blue
    assert other_blue > other_red


def test_few_mentions_have_no_value():
    table = targets(("A", "X", -0.5, 12), ("A", "Y", 1.0, 1))
    chart = target_matrix(table)
    assert panel_texts(chart) == ["−0.50 (12)", "– (1)"]
    assert "–: fewer than 5 mentions." in caption(chart)
    assert panel_texts(target_matrix(table, min_mentions=1)) == ["−0.50 (12)", "+1.00 (1)"]
    assert "lowest A / X −0.50" in alt_text(chart)


def test_what_is_called_military_is_army_or_police():
    chart = heatmap(SOURCES.replace({"source_type": {"un_or_igo": "military"}}))
    assert column_labels(chart.axes[0]) == ["media", "army or police"]
