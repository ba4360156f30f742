"""
When outlets published: their articles by month.

In: articles counted by outlet and month. Out: a matplotlib Figure. Counts are drawn as they are,
nothing is smoothed.
"""

from collections.abc import Sequence

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.chart import palette
from analysis.chart.axes import set_day_axis
from analysis.chart.captions import choose_caption, count_outlets, join_sentences
from analysis.chart.evidence import attach, of_rows
from analysis.chart.layout import Chart, empty_chart, finish, panels
from analysis.chart.rows import (
    arrange_rows,
    draw_rows,
    keep_largest,
    note_at_right,
)
from analysis.chart.style import styled
from analysis.core.plurals import count_and_noun, noun_for

__all__ = ["articles_by_month"]

# in inches
_MONTHS_HEIGHT = 0.36  # minimum height of a row of months
_TALLEST_BAR = 0.28

_BAR_DAYS = 26  # width of the bar of a month


@styled
def articles_by_month(
    table: pd.DataFrame,
    title: str = "Articles by outlet and month",
    caption: str | None = None,
    max_outlets: int = 40,
) -> Figure:
    """
    Draw the number of articles of each outlet in each month as rows of bars with a common scale.

    Parameters
    ----------
    table : DataFrame
        Columns ``outlet``, ``month`` (any day of the month; null for undated articles), ``n``
        (articles). Not changed.
    title : str
        States the finding.
    caption : str, optional
        By default the number of articles and outlets, the months, and the height of the tallest
        bar.
    max_outlets : int
        Only the outlets with most articles are shown.

    Returns
    -------
    Figure
        Outlets with most articles first. Undated articles are counted at the right.
    """
    if table.empty:
        return empty_chart(title, "the corpus contains no articles.")
    kept, note = keep_largest(table, "outlet", max_outlets, "n")
    months = pd.to_datetime(kept["month"]).dt.to_period("M").dt.to_timestamp()
    kept = kept.assign(month=months)
    totals = kept.groupby("outlet").agg({"n": "sum"})["n"]
    outlets = sorted(totals.index, key=lambda outlet: (-totals[outlet], outlet))
    dated = kept.dropna(subset=["month"])
    tallest = float(dated.loc[:, "n"].max()) if len(dated) else 1
    chart = _draw_months(kept, outlets, tallest)
    months = _month_span(dated.loc[:, "month"])
    facts = (
        f"{totals.sum():,.0f} articles, {count_outlets(kept)}{months}. "
        f"The tallest bar is {tallest:,.0f} {noun_for(tallest, 'article')} in a month."
    )
    largest = ", ".join(f"{outlet} {totals[outlet]:,.0f}" for outlet in outlets[:3])
    return finish(
        chart,
        title,
        choose_caption(caption, facts, note),
        join_sentences("Rows of bars by month.", facts, f"Most articles: {largest}."),
    )


def _draw_months(table: pd.DataFrame, outlets: Sequence[str], tallest: float) -> Chart:
    rows = arrange_rows(outlets, least=_MONTHS_HEIGHT)
    chart, grid = panels([rows.height])
    ax = grid[0, 0]
    draw_rows(ax, rows, lines=False)
    for outlet, centre in zip(outlets, rows.centres, strict=True):
        _draw_months_of_outlet(ax, table.loc[table["outlet"] == outlet], centre, tallest)
    set_day_axis(ax, table["month"], room=0.03, of_months=True)
    ax.set_xlabel("month of publication")
    return chart


def _draw_months_of_outlet(
    ax: Axes,
    table: pd.DataFrame,
    centre: float,
    tallest: float,
) -> None:
    """Draw a bar for each month and write the number of articles at the right."""
    dated = table.dropna(subset=["month"])
    bottom = centre + _TALLEST_BAR / 2
    bars = ax.bar(
        mdates.date2num(dated["month"]),
        -_TALLEST_BAR * dated["n"] / tallest,
        _BAR_DAYS,
        bottom=bottom,
        color=palette.PRIMARY,
        align="edge",
        linewidth=0,
    )
    for bar, row in zip(bars, dated.to_dict("records"), strict=True):
        outlet, month = row["outlet"], row["month"]
        words = f"{outlet}, {month:%B %Y}: {count_and_noun(int(row['n']), 'article')}"
        attach(of_rows(words, outlet=outlet, month=f"{month:%Y-%m-%d}"), bar)
    ax.axhline(bottom, color=palette.FAINT, linewidth=0.6, zorder=0)
    n_undated = table.loc[table["month"].isna(), "n"].sum()
    note = f"n = {table['n'].sum():,.0f}"
    if n_undated:
        note += f", {n_undated:,.0f} undated"
    note_at_right(ax, centre, note, gap=5)


def _month_span(months: pd.Series) -> str:
    """Write the first and the last month, to continue a sentence of a caption."""
    if months.empty:
        return ""
    first, last = f"{months.min():%b %Y}", f"{months.max():%b %Y}"
    if first == last:
        return f", {first}"
    return f", {first} to {last}"
