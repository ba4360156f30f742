import pandas as pd
from chart_contents import caption, legend_labels, marks, panel_texts, panel_titles, row_labels
from chart_tables import reported

from analysis.chart.captions import alt_text
from analysis.chart.claims import claims_timeline
from analysis.chart.saving import RESOLUTION


def claims(*rows):
    return reported(*rows).assign(source_type="media")


def test_equal_claims_of_an_outlet_share_a_mark():
    rows = reported(
        *[("A", "2023-10-17", 500, None, "at_least")] * 3,
        ("B", "2023-10-17", 500, 500, "exact"),
        ("C", None, 3, 3, "exact"),
    )
    sources = ["media", "media", "media", "expert", None]
    chart = claims_timeline(rows.assign(source_type=sources))
    assert sorted(panel_texts(chart)) == ["3", "500", "≥500 ×3"]
    assert row_labels(chart.axes[0]) == ["A", "B", "C"]
    assert legend_labels(chart) == ["media", "expert", "not stated"]


def test_outlets_are_in_the_order_of_their_first_day():
    days = ["2018-11-30", None, None, None, "2018-11-02"]
    table = claims(*[(name, day, 4, 4, "exact") for name, day in zip("ABCDE", days, strict=True)])
    given = ["2018-11-30", "2018-12", "2018", None, "2018-11-02"]
    chart = claims_timeline(table.assign(published_given=given))
    assert row_labels(chart.axes[0]) == ["E", "A", "B", "C", "D"]


def test_a_panel_for_each_outcome_and_place():
    table = claims(*[(name, "2018-01-01", 4, 4, "exact") for name in "AABC"])
    table = table.assign(
        outcome=["killed", "injured", "killed", "killed"],
        outcome_coded=[None, None, None, "bodies_recovered"],
        place=["Harbour", "Harbour", "Harbour", None],
    )
    chart = claims_timeline(table)
    assert panel_titles(chart) == ["killed, Harbour", "bodies recovered", "injured, Harbour"]
    assert [row_labels(ax) for ax in chart.axes] == [["A", "B"], ["C"], ["A"]]


def test_panels_beyond_the_limit_are_counted_in_the_caption():
    table = claims(*[(name, "2018-01-01", 4, 4, "exact") for name in "AAB"])
    table = table.assign(outcome=["killed", "injured", "killed"])
    chart = claims_timeline(table, max_panels=1)
    assert panel_titles(chart) == ["killed"]
    assert "in the saved table: 1 claim of another outcome or place." in caption(chart)


def test_many_outlets_fit_on_a_page():
    rows = [(f"O{i:02d}", "2018-01-01", 4 + i, 4 + i, "exact") for i in range(60)]
    chart = claims_timeline(claims(*rows, rows[50]))
    shown = row_labels(chart.axes[0])
    assert chart.get_figheight() * RESOLUTION < 1400
    assert "O50" in shown  # it has most claims
    assert panel_titles(chart)[0].replace("\n", " ").endswith(f"({len(shown)} of 60 outlets)")
    left_out = f"{60 - len(shown)} claims of outlets without a row."
    assert left_out in caption(chart)


def test_rare_groups_share_a_marker():
    groups = [f"group_{i}" for i in range(10)] + [f"group_{i}" for i in range(8)]
    rows = [("A", "2018-01-01", 10 * i, 10 * i, "exact") for i in range(1, 19)]
    chart = claims_timeline(claims(*rows).assign(source_type=groups))
    assert legend_labels(chart) == [*(f"group {i}" for i in range(8)), "all others"]
    assert len({mark.get_marker() for mark in marks(chart.axes[0])}) == 9
    assert len(marks(chart.axes[0], "p")) == 2


def test_eight_groups_have_a_marker_each():
    rows = [("A", "2018-01-01", 10 * i, 10 * i, "exact") for i in range(1, 9)]
    groups = [f"g{i}" for i in range(8)]
    chart = claims_timeline(claims(*rows).assign(kind=groups), by="kind")
    assert legend_labels(chart) == groups


def test_claims_in_words_are_counted_in_the_caption():
    table = claims(
        ("A", "2018-01-01", 4, 4, "exact"),
        ("B", "2018-01-01", None, None, "exact"),
        ("B", "2018-01-01", 12, 12, "vague"),
    )
    chart = claims_timeline(table, unit="people")
    assert "1 claim by 1 outlet, 1 Jan 2018. 2 more in words only." in caption(chart)
    assert "Range chart of claims by outlet. 1 claim" in alt_text(chart)
    assert chart.axes[0].get_xlabel() == "people"


def test_outlets_may_be_missing():
    table = claims((None, "2018-01-01", 4, 4, "exact"))
    assert "1 claim, 1 Jan 2018. Bars:" in caption(claims_timeline(table))
    assert "1 claim, 1 Jan 2018. Bars:" in caption(claims_timeline(table.drop(columns="outlet")))


def test_no_claim_and_no_number_have_different_reasons():
    words = claims(("A", "2018-01-01", None, None, "vague"))
    assert "no claim states a number" in alt_text(claims_timeline(words))
    assert "there is no claim about this event" in alt_text(claims_timeline(words[:0]))


def test_the_input_is_not_changed():
    table = claims(("A", "2018-01-01", 4, 4, "exact"))
    before = table.copy()
    claims_timeline(table)
    pd.testing.assert_frame_equal(table, before)
