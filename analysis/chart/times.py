"""
When outlets wrote: articles of one event by day, and articles of a corpus by month.

In: a tidy table with outlet and day, or outlet, month and n. Out: matplotlib Figures.
Counts come with the table; nothing is smoothed.
"""

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.lines import Line2D
from matplotlib.transforms import offset_copy

from analysis.chart import style
from analysis.chart.page import (
    ROW,
    day_span,
    empty,
    finish,
    keep_most,
    outlet_rows,
    panels,
    row_names,
    said,
    styled,
)

__all__ = ["articles_by_month", "day_axis", "timeline"]

_MARK = 0.15  # inches that a mark takes
_KINDS = ("article", "figure", "source", "blame", "naming", "tone")
_UNDATED = 4  # marks without a day, beside each other
_AXIS = 5.0  # inches that the axis of days surely gets


@styled
def timeline(table, title="One event, by outlet and day", caption=None, most=40):
    """
    Draw a mark for each thing that an outlet printed about one event, on the day it did.

    Parameters
    ----------
    table : DataFrame
        One row a mark. Columns ``outlet``, ``published`` (day); optional ``kind`` (article, figure, source, blame,
        naming, tone or others, at most nine; a marker for each). Not changed.
    title : str
        States the finding.
    caption : str, optional
        None: marks, outlets and days.
    most : int
        At most so many outlets, those with most marks.

    Returns
    -------
    Figure
        Outlets in the order of their first day. Marks of one day stand beside and under each other. Rows without a
        date stand at the right, under "no date".
    """
    if table.empty:
        return empty(title, "no article reports this event. Choose another event.")
    kept, note = keep_most(table, "outlet", most)
    kinds = kept["kind"].map(style.clean) if "kind" in kept else "article"
    kept = kept.assign(published=pd.to_datetime(kept["published"]).dt.normalize(), kind=kinds)
    # one order in every chart, whatever the event holds most of
    order = {kind: i for i, kind in enumerate(_KINDS)}
    fills = style.category_fills(sorted(kept["kind"].unique(), key=lambda kind: (order.get(kind, len(order)), kind)))
    across = _across(kept["published"])
    first = kept.groupby("outlet")["published"].min()
    outlets = sorted(first.index, key=lambda o: (pd.isna(first[o]), first[o], o))
    deep = [_lines(kept[kept["outlet"] == o], across) - 1 for o in outlets]
    labels, centres, total = row_names(outlets, least=[ROW + _MARK * d for d in deep])
    undated = bool(kept["published"].isna().any())
    chart, grid = panels([total], (7, 1) if undated else (1,), share_y=True)
    for ax, dated in zip(grid[0], (True, False), strict=False):
        outlet_rows(ax, labels, centres, total)
        part = kept[kept["published"].notna() == dated]
        for outlet, y, depth in zip(outlets, centres, deep, strict=True):
            _marks(ax, part[part["outlet"] == outlet], y - _MARK * depth / 2, (across if dated else _UNDATED, fills))
    day_axis(grid[0, 0], kept["published"], right=_MARK * across / _AXIS)
    if undated:
        grid[0, 1].set(xticks=[], xlim=(-0.1, 0.7), xlabel="no date")
    facts = f"{len(kept)} mark{'s' * (len(kept) != 1)}, {len(outlets)} outlet{'s' * (len(outlets) != 1)}"
    facts += day_span(kept["published"]) + "."
    counts = ", ".join(f"{kind} {n}" for kind, n in kept["kind"].value_counts().items())
    return finish(chart, title, said(facts if caption is None else caption, note),
                  said("Timeline.", facts, f"Marks: {counts}."), _legend(fills) if len(fills) > 1 else ())


def _across(days):
    """Give how many marks of one day find room beside each other."""
    known = days.dropna()
    length = (known.max() - known.min()).days + 1 if len(known) else 1
    return max(1, min(6, int(_AXIS / max(length, 3) / _MARK)))


def _lines(part, across):
    """Give how many lines of marks an outlet's fullest day takes; undated ones have less room beside each other."""
    sizes = part.groupby("published", dropna=False).size()
    return int(max(-(-n // (_UNDATED if pd.isna(day) else across)) for day, n in sizes.items()))


def _marks(ax, part, top, look):
    across, fills = look
    for day, rows in part.groupby("published", dropna=False):
        for i, kind in enumerate(sorted(rows["kind"], key=list(fills).index)):
            fill, shift = fills[kind], (i % across) * _MARK * 72
            # shifted by points, so that marks of one day keep their distance on any scale
            beside = offset_copy(ax.transData, ax.figure, x=shift, units="points")
            ax.plot([0 if pd.isna(day) else mdates.date2num(day)], [top + _MARK * (i // across)], fill.marker,
                    color=fill.line, markersize=7, transform=beside, zorder=3, clip_on=False)


def day_axis(ax, days, room=0.06, right=0.06, ticks=6):
    """
    Set up a horizontal axis of days with short, level labels.

    Parameters
    ----------
    ax : Axes
    days : Series of datetime
    room, right : float
        Share of the axis kept free at the left and right end.
    ticks : int
        At most so many labels.
    """
    known = pd.to_datetime(days).dropna()
    ends = (known.min(), known.max()) if len(known) else (pd.Timestamp("2000-01-01"),) * 2
    length = max((ends[1] - ends[0]).days, 2)
    ax.set_xlim(mdates.date2num(ends[0]) - length * room, mdates.date2num(ends[1]) + length * (room + right))
    locator = mdates.AutoDateLocator(minticks=2, maxticks=ticks)
    locator.intervald[mdates.DAILY] = [1, 2, 4, 7, 14]
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(mdates.DateFormatter("%-d %b %Y" if length < 200 else "%b %Y"))
    ax.set_xlabel("day of publication")
    ax.grid(axis="x")


def _legend(fills):
    return [Line2D([], [], linestyle="none", marker=f.marker, color=f.line, label=kind.replace("_", " "))
            for kind, f in fills.items()]


@styled
def articles_by_month(table, title="Articles by outlet and month", caption=None, most=40):
    """
    Draw how many articles each outlet has in each month, a row of bars for each outlet, all to one scale.

    Parameters
    ----------
    table : DataFrame
        Columns ``outlet``, ``month`` (any day of it; null for undated articles), ``n`` (articles). Not changed.
    title : str
        States the finding.
    caption : str, optional
        None: articles, outlets, months, and what the tallest bar stands for.
    most : int
        At most so many outlets, those with most articles.

    Returns
    -------
    Figure
        Outlets in the order of their articles; undated ones are counted at the right.
    """
    if table.empty:
        return empty(title, "the corpus holds no article.")
    kept, note = keep_most(table, "outlet", most, "n")
    kept = kept.assign(month=pd.to_datetime(kept["month"]).dt.to_period("M").dt.to_timestamp())
    totals = kept.groupby("outlet")["n"].sum()
    outlets = sorted(totals.index, key=lambda o: (-totals[o], o))
    labels, centres, total = row_names(outlets, least=0.36)
    chart, grid = panels([total])
    ax = grid[0, 0]
    outlet_rows(ax, labels, centres, total, lines=False)
    dated = kept.dropna(subset=["month"])
    tallest = dated["n"].max() if len(dated) else 1
    for outlet, y in zip(outlets, centres, strict=True):
        rows = dated[dated["outlet"] == outlet]
        ax.bar(mdates.date2num(rows["month"]), -0.28 * rows["n"] / tallest, 26, bottom=y + 0.14,
               color=style.COLOURS[0], align="edge", linewidth=0)
        ax.axhline(y + 0.14, color=style.FAINT, linewidth=0.6, zorder=0)
        lost = kept.loc[(kept["outlet"] == outlet) & kept["month"].isna(), "n"].sum()
        words = f"n {totals[outlet]:,.0f}" + (f", {lost:,.0f} undated" if lost else "")
        ax.annotate(words, (1, y), (5, 0), ax.get_yaxis_transform(), "offset points", va="center",
                    size=style.SIZE["note"], color=style.SOFT)
    day_axis(ax, dated["month"], room=0.03)
    ax.set_xlabel("month of publication")
    facts = f"{totals.sum():,.0f} articles, {len(outlets)} outlet{'s' * (len(outlets) != 1)}"
    facts += f"{_month_span(dated['month'])}. The tallest bar is {tallest:,.0f} articles in a month."
    most_of = ", ".join(f"{o} {totals[o]:,.0f}" for o in outlets[:3])
    return finish(chart, title, said(facts if caption is None else caption, note),
                  said("Rows of bars by month.", facts, f"Most: {most_of}."))


def _month_span(months):
    ends = list(dict.fromkeys(f"{m:%b %Y}" for m in (months.min(), months.max()))) if len(months) else []
    return ", " + " to ".join(ends) if ends else ""
