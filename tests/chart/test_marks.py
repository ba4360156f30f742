"""Where the marks of each chart stand, and in what order."""

import pandas as pd
import pytest
from matplotlib import dates

from analysis.chart.bars import diverging, shares
from analysis.chart.dispersion import dispersion
from analysis.chart.dot_plots import intervals, tone
from analysis.chart.keyness import keyness
from analysis.chart.matrices import heatmap, target_matrix
from analysis.chart.propagation import propagation
from analysis.chart.timelines import articles_by_month, timeline
from analysis.core import tables
from analysis.core.errors import ParameterError


def names(ax):
    return [t.get_text() for t in ax.get_yticklabels()]


def words(figure):
    figure.draw_without_rendering()
    return [t.get_text() for ax in figure.axes for t in ax.texts if t.get_text()]


def comparisons(*rows):
    keys = ("outlet", "estimate", "low", "high", "n_articles", "n_events", "p_adjusted")
    return tables.make(
        [{"metric": "m", **dict(zip(keys, r, strict=True))} for r in rows], tables.COMPARISONS
    )


def test_intervals_order_few_and_star():
    figure = intervals(
        comparisons(
            ("B", 0.2, 0.1, 0.3, 20, 9, 0.01),
            ("A", 0.6, 0.5, 0.7, 1200, 8, 0.5),
            ("C", 0.9, None, None, 3, 1, None),
            ("D", None, None, None, 0, 0, None),
        ),
        reference=0.4,
    )
    ax = figure.axes[0]
    assert names(ax) == ["C", "A", "B", "D"]
    assert words(figure) == ["too few, 3 / 1", "1,200 / 8", "* 20 / 9", "too few, 0 / 0"]
    bars = [
        list(line.get_xdata())
        for line in ax.lines
        if len(line.get_xdata()) == 2 and line.get_marker() == "None"
    ]
    assert bars == [[0.5, 0.7], [0.1, 0.3], [0.4, 0.4]]
    hollow = [line.get_xdata()[0] for line in ax.lines if line.get_markerfacecolor() == "#FFFFFF"]
    assert hollow == [0.9]


def test_intervals_gives_each_metric_a_panel():
    table = pd.concat(
        [comparisons(("A", 0.2, 0.1, 0.3, 20, 9, 0.5)).assign(metric=m) for m in ("one", "two")]
    )
    figure = intervals(table, reference={"one": 0.5})
    assert [ax.get_title(loc="left") for ax in figure.axes] == ["one", "two"]


def test_tone_tells_voices_apart():
    table = pd.DataFrame(
        {
            "outlet": ["A", "A"],
            "voice": ["own", "attributed"],
            "estimate": [-0.1, -0.5],
            "n_articles": [4, 3],
        }
    )
    figure = tone(table)
    assert [t.get_text() for t in figure.legends[0].get_texts()] == ["own", "attributed"]
    assert words(figure) == ["n 4", "n 3"]


def test_heatmap_leaves_unmeasured_cells_open():
    table = pd.DataFrame(
        {
            "outlet": ["A", "A", "B"],
            "source_type": ["media", "un_or_igo", "media"],
            "share": [0.25, 0.75, 1.0],
            "n": [1, 3, 12],
        }
    )
    figure = heatmap(
        pd.concat(
            [table, pd.DataFrame({"outlet": ["C"], "source_type": "media", "share": 0.0, "n": 0})]
        )
    )
    ax = figure.axes[0]
    assert names(ax) == ["A", "B", "C"]
    assert [t.get_text().replace("\n", " ") for t in ax.get_xticklabels()] == ["media", "un or igo"]
    assert words(figure) == ["25% (1)", "75% (3)", "100% (12)", "–", "0", "–"]
    grey = [sum(p.get_facecolor()[:3]) for p in ax.patches]
    assert grey[3] > grey[0] > grey[1] > grey[2]


def test_target_matrix_writes_signs():
    table = pd.DataFrame(
        {"outlet": ["A", "A"], "entity": ["X", "Y"], "estimate": [-0.5, 0.25], "n": [12, 5]}
    )
    assert words(target_matrix(table)) == ["−0.50 (12)", "+0.25 (5)"]


def test_target_matrix_gives_few_mentions_no_value():
    table = pd.DataFrame(
        {"outlet": ["A", "A"], "entity": ["X", "Y"], "estimate": [-0.5, 1.0], "n": [12, 1]}
    )
    figure = target_matrix(table)
    assert words(figure) == ["−0.50 (12)", "– (1)"]
    assert any("fewer than 5 mentions: only n" in t.get_text() for t in figure.texts)
    assert words(target_matrix(table, minimum=1)) == ["−0.50 (12)", "+1.00 (1)"]


def test_diverging_puts_doubt_left_and_trust_right():
    table = pd.DataFrame(
        {
            "outlet": "A",
            "cue_stance": ["neutral", "distancing", "endorsing", "supposing"],
            "share": [0.4, 0.3, 0.2, 0.1],
            "n": [4, 3, 2, 1],
        }
    )
    figure = diverging(table)
    left, beside = figure.axes
    assert [(round(p.get_x(), 2), round(p.get_width(), 2)) for p in left.patches] == [
        (0, -0.1),
        (-0.1, -0.3),
        (0, 0.2),
    ]
    assert [round(p.get_width(), 2) for p in beside.patches] == [0.4]
    assert "n 10" in words(figure)


def test_shares_fill_the_bar_and_refuse_too_many():
    table = pd.DataFrame(
        {
            "outlet": "A",
            "choice": ["regime", "government"],
            "share": [0.25, 0.75],
            "n": [1, 3],
            "referent": "r",
        }
    )
    figure = shares(table)
    assert [round(p.get_width(), 2) for p in figure.axes[0].patches] == [0.75, 0.25]
    many = pd.DataFrame({"outlet": "A", "choice": list("abcdefghij"), "share": 0.1, "n": 1})
    with pytest.raises(ParameterError, match="Join the rare ones"):
        shares(many)


def test_spread_names_lowest_highest_and_ratio():
    table = pd.DataFrame(
        {
            "outlet": ["A", "B"],
            "lowest": [20.0, None],
            "highest": [40.0, None],
            "ratio": [2.0, None],
            "outcome": "killed",
            "place": ["Hill", "Hill"],
        }
    )
    figure = dispersion(table)
    assert words(figure) == ["20 – 40 (×2)", "in words only"]
    assert figure.axes[0].get_title(loc="left") == "killed, Hill"
    assert list(figure.axes[0].lines[0].get_xdata()) == [20.0, 40.0]


def test_timeline_has_a_mark_for_each_row():
    table = pd.DataFrame(
        {
            "outlet": ["B", "A", "A", "A"],
            "published": pd.to_datetime(["2020-01-03", "2020-01-01", "2020-01-01", None]),
            "kind": ["article", "article", "figure", "article"],
        }
    )
    figure = timeline(table)
    assert names(figure.axes[0]) == ["A", "B"]
    assert sum(len(ax.lines) for ax in figure.axes) == 4
    assert figure.axes[1].get_xlabel() == "no date"


@pytest.mark.parametrize(
    ("printed", "when", "steps"),
    [
        ([0, 1, 3], "on that day", ""),
        ([0, 20, 60], "on that day", ""),
        ([0, 1, 60], "in the 5 days from there", ", in steps of 5 days"),
    ],
)
def test_a_crowded_timeline_counts_marks_and_loses_none(printed, when, steps):
    days = pd.to_datetime("2020-01-01") + pd.to_timedelta(printed * 200, "D")
    table = pd.concat(
        [
            pd.DataFrame({"outlet": o, "published": days, "kind": k})
            for o in "AB"
            for k in ("source", "tone")
        ]
    )
    table = pd.concat(
        [table, pd.DataFrame({"outlet": ["A"], "published": [pd.NaT], "kind": ["article"]})]
    )
    figure = timeline(table)
    counts = [int(w.replace(",", "")) for w in words(figure)]
    drawn = [
        line for ax in figure.axes for line in ax.lines if line.get_marker() not in ("None", "")
    ]
    assert sum(counts) + len(drawn) - len(counts) == len(table)
    assert figure.get_figheight() < 12
    assert figure.axes[0].get_xlabel() == "day of publication" + steps
    shown = {
        line.get_xdata()[0] - dates.date2num(days[0])
        for line in drawn
        if line.axes is figure.axes[0]
    }
    assert shown == ({0, 60} if steps else set(printed))
    assert any(
        f"counts those of its kind {when}" in " ".join(t.get_text().split()) for t in figure.texts
    )


def test_marks_stay_alone_where_counting_them_would_save_nothing():
    rows = [
        (f"outlet {o}", pd.Timestamp("2020-01-01") + pd.Timedelta(days=d), k)
        for o in range(30)
        for d in range(20)
        for k in ("article", "figure", "source")
    ]
    figure = timeline(pd.DataFrame(rows, columns=["outlet", "published", "kind"]))
    assert len(
        [line for line in figure.axes[0].lines if line.get_marker() not in ("None", "")]
    ) == len(rows)


def test_articles_by_month_counts_undated_apart():
    table = pd.DataFrame(
        {
            "outlet": ["A", "A", "B"],
            "month": pd.to_datetime(["2020-01-01", None, "2020-02-01"]),
            "n": [2, 1, 9],
        }
    )
    figure = articles_by_month(table)
    assert names(figure.axes[0]) == ["B", "A"]
    assert words(figure) == ["n 9", "n 3, 1 undated"]


def test_travel_orders_rows_by_day_and_marks_kinds():
    table = pd.DataFrame(
        {
            "outlet": ["B", "A", "A", "C"],
            "published": pd.to_datetime(["2018-11-05", "2018-11-03", "2018-11-03", None]),
            "kind": ["summed", "kept", "source_dropped", "summed"],
            "printed": ["8,000", "4,000", "4,000", "8,000"],
        }
    )
    figure = propagation(table, origin="2018-11-02")
    days, kinds = figure.axes
    assert names(days) == ["A", "B", "C"]
    assert [t.get_text() for t in kinds.get_xticklabels()] == ["kept", "summed", "source dropped"]
    assert [len(line.get_ydata()) for line in kinds.lines] == [1, 2, 1]
    assert {"4,000", "8,000", "8,000, no date"} <= set(words(figure))


def test_travel_takes_origin_and_numbers_from_candidates():
    table = pd.DataFrame(
        {
            "outlet": ["B", "A"],
            "published": pd.to_datetime(["2018-11-05", "2018-11-03"]),
            "kind": "kept",
            "statement_published": pd.to_datetime("2018-11-02"),
            "statement_value": [2500.0, 4000.0],
            "value": [2500.0, 8000.0],
        }
    )
    figure = propagation(table)
    assert words(figure) == ["4,000 → 8,000", "2,500"]
    assert "the statement" in [t.get_text() for t in figure.legends[0].get_texts()]


@pytest.mark.parametrize(("n", "panels"), [(2, 2), (5, 6)])
def test_keyness_names_the_top_terms(made, n, panels):
    figure = keyness(made.keyness(n))
    assert len(figure.axes) == panels
    top = made.keyness(n).query("outlet == 'Gazette 00'").nlargest(3, "z")["term"] if n > 4 else []
    listed = [label for ax in figure.axes for label in names(ax)]
    assert all(any(t.startswith(term[:8]) for t in listed) for term in top)
    assert words(keyness(made.keyness(n))) == words(figure)


def test_claims_of_which_only_the_month_is_known_stand_after_its_days():
    from analysis.chart.claims import _dated, _rows
    from analysis.chart.scales import scale_of

    table = pd.DataFrame(
        {
            "published": pd.to_datetime(["2018-11-30", None, None, None, "2018-11-02"]),
            "published_given": ["2018-11-30", "2018-11", "2018", None, "2018-11-02"],
            "low": [1.0, 2.0, 3.0, 4.0, 5.0],
            "high": [1.0, 2.0, 3.0, 4.0, 5.0],
            "qualifier": "exact",
            "group": "g",
            "shared": False,
        }
    )
    rows = _rows(_dated(table), scale_of([1.0, 5.0], room=0.2))
    assert [r["day"] for r in rows] == ["2 Nov 2018", "30 Nov 2018", "Nov 2018", "2018", "no date"]


def test_many_undated_marks_stay_in_their_row():
    table = pd.DataFrame(
        {"outlet": ["North"] * 11 + ["South"] * 3, "published": [None] * 11 + ["2020-01-02"] * 3}
    )
    ax = timeline(table).axes[1]
    bottom = min(ax.get_ylim()), max(ax.get_ylim())
    heights = [line.get_ydata()[0] for line in ax.lines if line.get_marker() != "None"]
    assert len(heights) == 11
    room = 0.05  # inches, half a mark
    assert all(bottom[0] + room < y < bottom[1] - room for y in heights)


def test_kinds_stand_in_one_order_in_every_legend():
    table = pd.DataFrame(
        {
            "outlet": "North",
            "published": "2020-01-02",
            "kind": ["naming", "naming", "figure", "my own"],
        }
    )
    assert [t.get_text() for t in timeline(table).legends[0].get_texts()] == [
        "figure",
        "naming",
        "my own",
    ]


def test_no_scale_is_invented_where_nothing_has_a_value():
    ax = intervals(comparisons(("North", None, None, None, 2, 2, None)), reference=0).axes[0]
    assert list(ax.get_xticks()) == []


def test_another_count_stands_beside_the_statement_and_no_line_leads_to_it():
    table = pd.DataFrame(
        {
            "outlet": ["North", "South"],
            "published": pd.to_datetime(["2020-01-05", "2020-01-07"]),
            "kind": ["kept", "lower_count"],
            "value": [9.0, 4.0],
        }
    )
    figure = propagation(table, origin="2020-01-02")
    legend = [t.get_text() for t in figure.legends[0].get_texts()]
    assert legend == ["the statement", "unchanged", "another count"]
    joined = [
        line
        for line in figure.axes[0].lines
        if len(set(line.get_xdata())) == 2 and line.get_marker() == "None"
    ]
    assert len(joined) == 1
