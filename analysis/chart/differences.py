"""
Dot plots of differences: dot, interval and filling are of one quantity, the one that was tested.

In: DIFFERENCES, of outlets against others on the events that both report. Out: a matplotlib Figure.
Outlets that could not be tested are named with the reason in the note; nothing is tested here.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from analysis.chart import palette
from analysis.chart.captions import choose_caption, count_outlets, join_sentences, spaced
from analysis.chart.evidence import Evidence, attach, of_rows
from analysis.chart.layout import Chart, empty_chart, finish, metric_panels
from analysis.chart.legends import line_entry
from analysis.chart.rows import Rows, arrange_rows, draw_rows, keep_largest, note_at_right
from analysis.chart.style import SIZE, styled
from analysis.chart.text_fitting import wrap
from analysis.core.plurals import count_and_noun

__all__ = ["differences"]

_MOST_NAMED = 20  # outlets in a note; of more, the rest is counted
_SIGNIFICANCE = 0.05
_LABEL_WIDTH = {True: 6.0, False: 1.9}  # inches of the axis label, of a single panel or of several
_ENDS = {
    True: ("less than others", "more than others"),
    False: ("less", "more"),
}
_BELOW_TICKS = 18  # points from the axis to the words at its ends
_BELOW_ENDS = 16  # points more to the label
_ROUNDING = 1e-9
_AXIS_OF_ZEROS = 0.05  # to either side of 0, where nothing differs
_MAX_METRICS = 4  # in the alt text


@styled
def differences(
    table: pd.DataFrame,
    title: str = "Differences from other outlets on the same events",
    unit: str = "difference from others",
    caption: str | None = None,
    interval: str = "95% interval",
    min_events: int = 5,
    max_outlets: int = 40,
) -> Figure:
    """
    Draw the difference of each outlet from the others, with its interval and a line at 0.

    Parameters
    ----------
    table : DataFrame
        DIFFERENCES: ``metric``, ``outlet``, ``difference``, ``low``, ``high``, ``p_adjusted``,
        ``n_events``, ``mean``, ``mean_others``, ``detectable`` and ``flagged_out``. Not changed.
    title : str
        States the finding.
    unit : str
        Label of the axis.
    caption : str, optional
        By default the number of outlets, and what the numbers at the right are.
    interval : str
        What the bars are, for the legend.
    min_events : int
        Shared events that a test needed, for the note on outlets that were not tested.
    max_outlets : int
        Only so many outlets are shown: those that differ, then those with most shared events.

    Returns
    -------
    Figure
        A panel for each metric, its rows those of the first: the highest difference first. A dot is
        filled if ``p_adjusted`` is below .05. Outlets without ``p_adjusted`` are not drawn: the
        note names all of them, with the number of events that they share. If none could be tested,
        all known differences are drawn hollow, without intervals.
    """
    named, _ = keep_largest(table, "outlet", len(table))
    tested = named.loc[named["p_adjusted"].notna() & named["difference"].notna()]
    untested = _untested_note(named.drop(tested.index), tested, min_events)
    shown = tested
    if tested.empty:
        shown = named.loc[named["difference"].notna()]
    if shown.empty:
        reason = "no outlet shares an event with others, so none can be compared with them."
        return empty_chart(title, join_sentences(reason, untested))
    shown, note = _within_limit(shown, max_outlets)
    chart = _draw_panels(shown, unit)
    facts = (
        f"{count_outlets(shown)}. On the right: mean of the outlet / of the others on the same "
        "events, number of these events."
    )
    notes = (note, _left_out_note(tested), _detectable_note(tested), untested)
    return finish(
        chart,
        title,
        choose_caption(caption, facts, *notes),
        join_sentences(
            "Dot chart of differences with intervals.", facts, _in_words(tested), *notes
        ),
        _legend(shown, interval),
    )


def _within_limit(shown: pd.DataFrame, max_outlets: int) -> tuple[pd.DataFrame, str]:
    """Keep the outlets that differ, then those with most shared events; return a note on that."""
    is_clear = shown["p_adjusted"] < _SIGNIFICANCE
    ranked = (
        shown.assign(is_clear=is_clear)
        .groupby("outlet", as_index=False)
        .agg(is_clear=("is_clear", "max"), n_events=("n_events", "max"))
    )
    if len(ranked) <= max_outlets:
        return shown, ""
    order = ["is_clear", "n_events", "outlet"]
    ranked = ranked.sort_values(order, ascending=[False, False, True])
    kept = shown.loc[shown["outlet"].isin(ranked["outlet"].head(max_outlets))]
    note = (
        f"Shown: {max_outlets} of {len(ranked)} outlets, those that differ and those with most "
        "shared events. The table contains all of them."
    )
    return kept, note


def _draw_panels(tested: pd.DataFrame, unit: str) -> Chart:
    """Draw a panel for each metric, all with the same rows."""
    metrics = list(dict.fromkeys(tested["metric"]))
    outlets = _highest_first(tested, metrics[0])
    rows = arrange_rows(outlets)
    chart, axes = metric_panels(metrics, rows.height)
    is_single = len(metrics) == 1
    for metric, ax in axes.items():
        draw_rows(ax, rows)
        own = tested.loc[tested["metric"] == metric].set_index("outlet").reindex(outlets)
        _draw_differences(ax, own.reset_index().to_dict("records"), rows)
        _write_ends(ax, _ENDS[is_single])
        ax.set_xlabel(wrap(unit, _LABEL_WIDTH[is_single]), labelpad=_BELOW_ENDS)
        if not is_single:
            ax.set_title(spaced(metric))
    return chart


def _highest_first(tested: pd.DataFrame, metric: str) -> list[str]:
    """Return the outlets, highest difference of a metric first; those without one come last."""
    is_first = tested["metric"] == metric
    ranked = tested.assign(rank=tested["difference"].where(is_first))
    ranked = ranked.sort_values(["rank", "outlet"], ascending=[False, True], na_position="last")
    return list(dict.fromkeys(ranked["outlet"]))


def _draw_differences(ax: Axes, records: Sequence[Mapping], rows: Rows) -> None:
    """Draw the dot and the interval of each outlet, and write what they are made of."""
    ax.axvline(0, color=palette.TEXT, linewidth=1, zorder=1)
    for row, centre in zip(records, rows.centres, strict=True):
        if pd.isna(row["difference"]):
            note_at_right(ax, centre, "not tested")
            continue
        parts = []
        if pd.notna(row["low"]) and pd.notna(row["high"]):
            ends = [row["low"], row["high"]]
            parts += ax.plot(
                ends, [centre, centre], color=palette.TEXT, linewidth=2.2, solid_capstyle="butt"
            )
        is_filled = row["p_adjusted"] < _SIGNIFICANCE
        parts += ax.plot([row["difference"]], [centre], **_dot(is_filled), zorder=3)
        attach(_evidence(row), parts)
        note_at_right(ax, centre, _means(row))
    ax.grid(axis="x")
    ax.margins(x=0.08)
    ends = pd.DataFrame(records)[["difference", "low", "high"]].to_numpy(dtype=float)
    if (np.abs(np.nan_to_num(ends)) < _ROUNDING).all():  # or the axis is one of rounding errors
        ax.set_xlim(-_AXIS_OF_ZEROS, _AXIS_OF_ZEROS)
        ax.set_xticks([0])


def _evidence(row: Mapping) -> Evidence:
    """Return what stands behind a dot: its row in the table of differences."""
    words = f"{row['outlet']}, {spaced(row['metric'])}: {row['difference']:+.3g}"
    words += f" against others on {count_and_noun(int(row['n_events']), 'event')}"
    return of_rows(words, outlet=row["outlet"], metric=row["metric"])


def _dot(is_filled: bool) -> dict:
    face = palette.BACKGROUND
    if is_filled:
        face = palette.TEXT
    return {
        "marker": "o",
        "linestyle": "none",
        "color": palette.TEXT,
        "markeredgewidth": 1.4,
        "markerfacecolor": face,
    }


def _means(row: Mapping) -> str:
    means = f"{_number(row['mean'])} / {_number(row['mean_others'])}"
    return f"{means}, {row['n_events']:,.0f}"


def _number(value: float) -> str:
    """Write a number with two decimals, or to the unit if it is large."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{round(value, 2) + 0.0:.2f}"  # -0.001 is no "-0.00"


def _write_ends(ax: Axes, ends: tuple[str, str]) -> None:
    """Write below both ends of the axis in which direction they lie."""
    look = {"va": "top", "size": SIZE["note"], "color": palette.MUTED}
    for text, end, side in zip(ends, (0, 1), ("left", "right"), strict=True):
        ax.annotate(
            text, (end, 0), (0, -_BELOW_TICKS), "axes fraction", "offset points", ha=side, **look
        )


def _legend(tested: pd.DataFrame, interval: str) -> list[Line2D]:
    """Return an entry for each kind of dot that is drawn."""
    if not tested["p_adjusted"].notna().to_numpy().any():
        return [line_entry("difference, not tested", **_dot(False))]
    is_filled = (tested["p_adjusted"] < _SIGNIFICANCE).to_numpy()
    entries = []
    line = {"linestyle": "-", "linewidth": 2.2}
    if is_filled.any():
        label = f"differs (p < .05 after correction), with {interval}"
        entries.append(line_entry(label, **(_dot(True) | line)))
    if not is_filled.all():
        label = f"no clear difference, with {interval}"
        entries.append(line_entry(label, **(_dot(False) | line)))
    return entries


def _untested_note(untested: pd.DataFrame, tested: pd.DataFrame, min_events: int) -> str:
    """
    Name all outlets without a test, with the number of events that they share.

    With several measures, those that are tested on none of them: a panel says itself where an
    outlet is not tested.
    """
    several = _has_several_metrics(pd.concat([untested, tested]))
    missing = untested
    if several:
        missing = untested.loc[~untested["outlet"].isin(tested["outlet"])]
        missing = missing.sort_values("n_events", ascending=False).drop_duplicates("outlet")
    reasons: dict[str, list[str]] = {}
    for row in missing.to_dict("records"):
        reason = f"{_shared(row['n_events'])}, {min_events} needed"
        if not several and isinstance(row["flagged_out"], str):
            reason += f", without {row['flagged_out']}"
        reasons.setdefault(reason, []).append(row["outlet"])
    if not reasons:
        return ""
    parts = [f"{_named(names)} ({reason})" for reason, names in reasons.items()]
    on_any = ""
    if several:
        on_any = " on any measure"
    return f"Not tested{on_any}: {'; '.join(parts)}."


def _named(outlets: Sequence[str]) -> str:
    n_more = len(outlets) - _MOST_NAMED
    if n_more <= 1:
        return ", ".join(outlets)
    return f"{', '.join(outlets[:_MOST_NAMED])} and {n_more} more"


def _has_several_metrics(table: pd.DataFrame) -> bool:
    return len(set(table["metric"])) > 1


def _shared(n_events: int) -> str:
    if not n_events:
        return "no single event in common"
    return count_and_noun(n_events, "shared event")


def _left_out_note(tested: pd.DataFrame) -> str:
    """Say which outlets are not among the others, because they differ themselves."""
    sentences = []
    for metric, rows in tested.groupby("metric", sort=False):
        lists = rows["flagged_out"].dropna()
        if lists.empty:
            continue
        longest = max(lists, key=len).replace(";", ",")
        of_metric = f" of {spaced(metric)}" if _has_several_metrics(tested) else ""
        sentences.append(f"Not among the others{of_metric}, as they differ: {longest}.")
    return " ".join(sentences)


def _detectable_note(tested: pd.DataFrame) -> str:
    """Say for one metric how large a difference had to be in order to be found."""
    smallest = tested.loc[tested["p_adjusted"] >= _SIGNIFICANCE, "detectable"].dropna()
    if smallest.empty or _has_several_metrics(tested):
        return ""
    low, high = _number(smallest.min()), _number(smallest.max())
    size = low
    if low != high:
        size = f"{low} to {high}"
    return f"Where none is clear, a difference of {size} would have been seen in 80% of cases."


def _in_words(tested: pd.DataFrame) -> str:
    """Say for the first metrics which outlets differ, and by how much."""
    sentences = []
    for metric, rows in tested.groupby("metric", sort=False):
        found = rows.loc[rows["p_adjusted"] < _SIGNIFICANCE].sort_values("p_adjusted")
        words = [
            f"{outlet} {difference:+.3g}"
            for outlet, difference in zip(found["outlet"], found["difference"], strict=True)
        ]
        differ = "no outlet differs"
        if words:
            differ = f"differences of {', '.join(words)}"
        sentences.append(f"{spaced(metric)}: {differ}.")
    return " ".join(sentences[:_MAX_METRICS])
