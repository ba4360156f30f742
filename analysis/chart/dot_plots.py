"""
Dot plots: estimates with intervals for each outlet.

In: COMPARISONS, or a table of estimates by outlet and voice. Out: matplotlib Figures. Means,
intervals and p-values come with the table; where an interval is missing, the row says "too few".
For DIFFERENCES see ``analysis.chart.differences``.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from analysis.chart import palette
from analysis.chart.captions import choose_caption, join_sentences, spaced
from analysis.chart.differences import differences
from analysis.chart.evidence import Evidence, attach, of_rows, sample_words
from analysis.chart.layout import Chart, empty_chart, finish, metric_panels
from analysis.chart.legends import DASHED, line_entry, reference_entry
from analysis.chart.palette import Mark, outlet_marks
from analysis.chart.rows import (
    Rows,
    arrange_rows,
    draw_rows,
    keep_largest,
    note_at_right,
)
from analysis.chart.style import styled
from analysis.chart.text_fitting import is_missing, wrap
from analysis.core.plurals import count_and_noun

__all__ = ["differences", "intervals"]

# in inches
_WIDE_LABEL = 6  # of the axis of a single panel
_NARROW_LABEL = 1.9  # of the axis of one of several panels

_SIGNIFICANCE = 0.05
_MAX_SENTENCES = 4  # metrics in the alt text


@styled
def intervals(
    table: pd.DataFrame,
    title: str = "Estimates by outlet, with intervals",
    caption: str | None = None,
    reference: float | Mapping[str, float] | None = None,
    unit: str = "estimate",
    marks: Mapping[str, Mark] | None = None,
    max_outlets: int = 40,
    interval: str = "interval",
    row: str = "outlet",
    counted: str = "event",
) -> Figure:
    """
    Draw a dot with its interval for each outlet, with one panel for each metric.

    Parameters
    ----------
    table : DataFrame
        COMPARISONS. An outlet whose ``low`` or ``high`` is null is drawn hollow and marked "too
        few", or "no variation" if it was tested all the same. Outlets that differ after
        correction (``p_adjusted`` below .05) are marked with an asterisk. Not changed.
    title : str
        States the finding.
    caption : str, optional
        By default the number of outlets and articles, and what the numbers at the right are.
    reference : float or mapping of str to float, optional
        Position of a reference line, such as the mean of all outlets; a mapping has one for each
        metric.
    unit : str
        Label of the axis.
    marks : mapping of str to Mark, optional
        From ``palette.outlet_marks`` of the whole run. By default of this table.
    max_outlets : int
        Only the outlets with most articles are shown.
    interval : str
        What the bars are, for the legend: "95% interval, bootstrap over events".
    row : str
        What the rows are, where ``outlet`` holds measures: then their articles are the same ones.
    counted : str
        What ``n_events`` counts.

    Returns
    -------
    Figure
        Outlets with the highest estimate of the first metric first.
    """
    if table.empty:
        return empty_chart(
            title,
            "no comparison was made. Each outlet needs articles about events that others report "
            "too.",
        )
    if bool(np.all(table["estimate"].isna().to_numpy())):
        return empty_chart(title, _nothing_estimated(table, row, counted))
    kept, note = keep_largest(table, "outlet", max_outlets, "n_articles")
    chart, axes = _metric_panels(kept, marks or outlet_marks(kept["outlet"]), counted)
    label_width = _WIDE_LABEL if len(axes) == 1 else _NARROW_LABEL
    for metric, ax in axes.items():
        ax.set_xlabel(wrap(unit, label_width))
        _draw_reference(ax, _reference_of(metric, reference))
        if kept.loc[kept["metric"] == metric, "estimate"].isna().all():
            ax.set_xticks([])  # without a value there is no scale
    facts = _facts(kept, row, counted)
    return finish(
        chart,
        title,
        choose_caption(caption, facts, _star_note(kept), note),
        join_sentences("Dot chart with intervals.", facts, _extremes_by_metric(kept, row)),
        _interval_legend(kept, reference is not None, interval),
    )


def _nothing_estimated(table: pd.DataFrame, row: str, counted: str) -> str:
    """Say in words why nothing is drawn, in place of an axis without a dot."""
    n_rows = len(set(table["outlet"]))
    most = int(np.nan_to_num(table["n_events"].to_numpy(float)).max(initial=0))
    reason = f"no estimate was made for {count_and_noun(n_rows, row)}"
    if most:
        reason += f": none has more than {count_and_noun(most, counted)}, which is too few"
    return f"{reason}. The data are in the table."


def _metric_panels(
    table: pd.DataFrame, marks: Mapping[str, Mark], counted: str
) -> tuple[Chart, dict[str, Axes]]:
    """Draw a panel for each metric, all with the same rows."""
    metrics = list(dict.fromkeys(table["metric"]))
    outlets = _by_estimate(table, metrics[0])
    rows = arrange_rows(outlets)
    chart, axes = metric_panels(metrics, rows.height)
    for metric, ax in axes.items():
        draw_rows(ax, rows)
        own = table.loc[table["metric"] == metric].set_index("outlet")
        _draw_estimates(ax, own.reindex(outlets), rows, marks, counted)
        if len(metrics) > 1:
            ax.set_title(spaced(metric))
    return chart, axes


def _by_estimate(table: pd.DataFrame, metric: str) -> list[str]:
    """Return the outlets, highest estimate of a metric first; those without one come last."""
    own = table.loc[table["metric"] == metric]
    return _highest_first(table, dict(zip(own["outlet"], own["estimate"], strict=True)))


def _highest_first(table: pd.DataFrame, values: Mapping[str, float]) -> list[str]:
    """Return the outlets of a table, those with the highest value first, then by name."""

    def sort_key(outlet: str) -> tuple:
        value = values.get(outlet, float("nan"))
        if pd.isna(value):
            return True, 0, outlet
        return False, -value, outlet

    return sorted(dict.fromkeys(table["outlet"]), key=sort_key)


def _draw_estimates(
    ax: Axes,
    table: pd.DataFrame,
    rows: Rows,
    marks: Mapping[str, Mark],
    counted: str,
) -> None:
    """Draw the estimate and the interval of each outlet, and what they rest on."""
    records = table.to_dict("records")
    for outlet, row, centre in zip(table.index, records, rows.centres, strict=True):
        mark = marks[outlet]
        has_interval = pd.notna(row["low"]) and pd.notna(row["high"])
        parts: list[Artist] = []
        if has_interval:
            parts.append(_draw_interval(ax, row, centre, mark.colour, width=2.2))
        if pd.notna(row["estimate"]):
            parts.append(_draw_dot(ax, row["estimate"], centre, mark, is_hollow=not has_interval))
        attach(_evidence(row, "metric", outlet, counted), parts)
        note_at_right(ax, centre, _sample_size(row, has_interval))
    ax.grid(axis="x")
    ax.margins(x=0.08)


def _draw_interval(
    ax: Axes,
    row: Mapping,
    height: float,
    colour: str,
    width: float,
) -> Artist:
    ends, heights = [row["low"], row["high"]], [height, height]
    (bar,) = ax.plot(ends, heights, color=colour, linewidth=width, solid_capstyle="butt")
    return bar


def _draw_dot(
    ax: Axes,
    value: float,
    height: float,
    mark: Mark,
    is_hollow: bool,
) -> Artist:
    (dot,) = ax.plot(
        [value],
        [height],
        mark.marker,
        color=mark.colour,
        markeredgewidth=1.4,
        markerfacecolor=_face(mark, is_hollow),
        zorder=3,
    )
    return dot


def _evidence(row: Mapping, column: str, outlet: str, counted: str = "event") -> Evidence:
    """Return what stands behind an estimate: the row of its outlet and its metric or voice."""
    words = f"{outlet}, {spaced(row[column])}: {_decimals(row['estimate'])}"
    if not is_missing(row.get("low")) and not is_missing(row.get("high")):
        words += f", interval {_decimals(row['low'])} to {_decimals(row['high'])}"
    words += sample_words(row.get("n_articles", float("nan")), "article")
    words += sample_words(row.get("n_events", float("nan")), counted)
    return of_rows(words, outlet=outlet, **{column: row[column]})


def _decimals(value: float) -> str:
    return f"{round(value, 2) + 0.0:.2f}".replace("-", "−")


def _face(mark: Mark, is_hollow: bool) -> str:
    """Return the colour inside a marker."""
    return palette.BACKGROUND if is_hollow else mark.colour


def _sample_size(row: Mapping, has_interval: bool) -> str:
    """Return the number of articles and events of an outlet, with an asterisk if it differs."""
    if pd.isna(row["n_articles"]):
        return "no data"
    words = []
    if pd.notna(row["p_adjusted"]) and row["p_adjusted"] < _SIGNIFICANCE:
        words.append("*")
    if not has_interval:
        # with enough events a test is always made, but equal values have no interval
        words.append("too few," if pd.isna(row["p_adjusted"]) else "no variation,")
    words.append(f"{row['n_articles']:,.0f} / {row['n_events']:,.0f}")
    return " ".join(words)


def _reference_of(metric: str, reference: float | Mapping[str, float] | None) -> float | None:
    if isinstance(reference, Mapping):
        return reference.get(metric)
    return reference


def _draw_reference(ax: Axes, value: float | None) -> None:
    if value is not None and pd.notna(value):
        ax.axvline(value, color=palette.TEXT, linewidth=1, linestyle=DASHED, zorder=1)


def _interval_legend(table: pd.DataFrame, has_reference: bool, interval: str) -> list[Line2D]:
    look = {"color": palette.MUTED, "marker": "o"}
    entries = [line_entry(f"estimate and {interval}", linewidth=2.2, **look)]
    estimated = table.dropna(subset=["estimate"])
    if estimated[["low", "high"]].isna().to_numpy().any():
        hollow = {"linestyle": "none", "markerfacecolor": palette.BACKGROUND}
        entries.append(line_entry("too few for an interval", **look, **hollow))
    if has_reference:
        entries.append(reference_entry("reference"))
    return entries


def _facts(table: pd.DataFrame, row: str, counted: str) -> str:
    largest = table.sort_values("n_articles", ascending=False).drop_duplicates("outlet")
    articles = largest["n_articles"]
    n_articles = articles.sum() if row == "outlet" else articles.max()
    return (
        f"{count_and_noun(len(largest), row)}, {n_articles:,.0f} articles. "
        f"On the right: number of articles / {counted}s."
    )


def _star_note(table: pd.DataFrame) -> str:
    if (table.loc[:, "p_adjusted"] < _SIGNIFICANCE).any():
        return "* significant after correction for multiple comparisons (p < .05)."
    return ""


def _extremes_by_metric(table: pd.DataFrame, row: str) -> str:
    """Say for the first metrics which outlets have the highest and the lowest estimate."""
    sentences = []
    for metric, rows in table.dropna(subset=["estimate"]).groupby("metric", sort=False):
        highest, lowest = _highest_and_lowest(rows)
        sentences.append(
            f"{spaced(metric)}: highest {highest['outlet']} {highest['estimate']:.2f}, "
            f"lowest {lowest['outlet']} {lowest['estimate']:.2f}."
        )
    sentences = sentences[:_MAX_SENTENCES]
    without_interval = table.loc[table["low"].isna()]
    if len(without_interval):
        n_few = len(set(without_interval["outlet"]))
        sentences.append(f"Too few for an interval: {count_and_noun(n_few, row)}.")
    return " ".join(sentences)


def _highest_and_lowest(table: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    estimates = table.loc[:, "estimate"]
    return table.loc[estimates.idxmax()], table.loc[estimates.idxmin()]
