import pandas as pd
import pytest
from chart_contents import caption, legend_labels, panel_texts, row_labels

from analysis.chart.bars import diverging, shares
from analysis.chart.captions import alt_text


def cues(**outlets):
    """Return shares of neutral, distancing, endorsing and supposing cues for each outlet."""
    stances = ["neutral", "distancing", "endorsing", "supposing"]
    rows = []
    for outlet, counts in outlets.items():
        for stance, n in zip(stances, counts, strict=True):
            share = n / sum(counts)
            rows.append({"outlet": outlet, "cue_stance": stance, "share": share, "n": n})
    return pd.DataFrame(rows)


def widths(ax):
    return [round(bar.get_width(), 2) for bar in ax.patches]


def test_doubt_is_on_the_left_and_trust_on_the_right():
    chart = diverging(cues(A=(4, 3, 2, 1)))
    sides, others = chart.axes
    starts = [round(bar.get_x(), 2) for bar in sides.patches]
    assert list(zip(starts, widths(sides), strict=True)) == [(0, -0.1), (-0.1, -0.3), (0, 0.2)]
    assert widths(others) == [0.4]
    assert sides.get_xlabel() == "← distancing, supposing    |    endorsing →"
    assert others.get_xlabel() == "other cues"
    assert legend_labels(chart) == ["distancing", "supposing", "endorsing", "neutral"]


def test_the_axis_holds_the_longest_bar_of_each_side():
    sides = diverging(cues(A=(0, 6, 3, 1), B=(0, 1, 9, 0))).axes[0]
    assert sides.get_xlim() == pytest.approx((-0.7 * 1.05, 0.9 * 1.05))


def test_a_side_without_bars_is_named_none():
    only_left = cues(A=(0, 5, 0, 5)).query("cue_stance != 'endorsing' and n > 0")
    chart = diverging(only_left)
    assert len(chart.axes) == 1
    assert chart.axes[0].get_xlabel() == "← distancing, supposing    |    none →"
    assert chart.axes[0].get_xlim()[1] == pytest.approx(0.1)


def test_outlets_with_most_doubt_come_first_then_those_with_least_trust():
    chart = diverging(cues(A=(9, 1, 0, 0), B=(5, 3, 2, 0), C=(6, 3, 1, 0), D=(6, 3, 1, 0)))
    assert row_labels(chart.axes[0]) == ["C", "D", "B", "A"]


def test_shares_are_written_where_they_fit():
    chart = diverging(cues(A=(0, 965, 35, 0)))
    assert [text for text in panel_texts(chart) if "%" in text] == ["96%"]


def test_absent_categories_have_no_share():
    table = cues(A=(4, 3, 2, 1), B=(1, 1, 1, 1))
    chart = diverging(table[~((table["outlet"] == "B") & (table["cue_stance"] == "neutral"))])
    assert 0 in widths(chart.axes[1])


def test_diverging_caption_and_alt_text():
    chart = diverging(cues(A=(4, 3, 2, 1), B=(1000, 1000, 1000, 1000)))
    assert "2 outlets, 4,010 cues. n: number of cues of the outlet." in caption(chart)
    assert {"n = 10", "n = 4,000"} <= set(panel_texts(chart))
    expected = "Most common on average over outlets: neutral 32%, distancing 28%, endorsing 22%."
    assert alt_text(chart).endswith(expected)


def namings(*rows):
    return pd.DataFrame(rows, columns=["outlet", "referent", "choice", "share", "n"])


STATE = namings(
    ("A", "the_state", "regime", 0.25, 1),
    ("A", "the_state", "government", 0.75, 3),
)


def test_shares_fill_the_bar_largest_category_first():
    assert widths(shares(STATE).axes[0]) == [0.75, 0.25]


def test_each_referent_has_a_panel_with_its_own_legend():
    chart = shares(pd.concat([STATE, namings(("B", "the_dead", "killed", 1.0, 2))]))
    titles = [ax.get_legend().get_title().get_text() for ax in chart.axes]
    assert titles == ["the state", "the dead"]
    assert [row_labels(ax) for ax in chart.axes] == [["A"], ["B"]]
    entries = [text.get_text() for text in chart.axes[0].get_legend().get_texts()]
    assert entries == ["government", "regime"]
    assert [ax.get_xlabel() for ax in chart.axes] == ["", "share of mentions"]


def test_referents_are_optional():
    chart = shares(STATE.drop(columns="referent"))
    assert widths(chart.axes[0]) == [0.75, 0.25]
    assert "mentions by the outlet. Most common" in alt_text(chart)


def test_outlets_are_in_alphabetical_order_without_case():
    rows = [(outlet, "r", "c", 1.0, 1) for outlet in ("b", "C", "A")]
    assert row_labels(shares(namings(*rows)).axes[0]) == ["A", "b", "C"]


def names_of(chart):
    return [text.get_text() for text in chart.axes[0].get_legend().get_texts()]


def test_the_rarest_of_more_than_nine_categories_are_joined_and_named():
    counts = range(20, 8, -1)
    rows = [
        {"outlet": "A", "choice": f"name_{number}", "share": n / sum(counts), "n": n}
        for number, n in enumerate(counts)
    ]
    chart = shares(pd.DataFrame(rows))
    assert names_of(chart) == [*(f"name {number}" for number in range(8)), "all others"]
    assert "All others: name 8, name 9, name 10, name 11." in caption(chart)
    assert sum(widths(chart.axes[0])) == pytest.approx(1, abs=0.05)
    nine = shares(pd.DataFrame(rows[:9]))
    assert "all others" not in names_of(nine)
    assert "All others" not in caption(nine)


def test_shares_caption_and_alt_text():
    chart = shares(STATE, title="T")
    facts = "1 outlet, 4 mentions. n: number of mentions by the outlet."
    assert caption(chart) == f"T {facts}"
    most = "Most common on average over outlets: government 75%, regime 25%."
    assert alt_text(chart) == f"T. Bars of shares. {facts} the state: {most}"
