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
from analysis.chart.layout import (
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

_MARK, _COUNTED = 0.15, 0.38  # inches that a mark takes across, alone and with its count
_TALLEST = 12.0  # inches that marks one by one may take in all
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
        Outlets in the order of their first day. Marks of one day stand beside and under each other; where they would
        take more than a foot and counts take less, one mark with a number stands for all of its kind on a day, or, as
        the axis then says, in as many days as keep numbers apart. Rows without a date stand at the right, under
        "no date".
    """
    if table.empty:
        return empty(title, "no article reports this event. Choose another event.")
    kept, note = keep_most(table, "outlet", most)
    kinds = kept["kind"].map(style.clean) if "kind" in kept else "article"
    kept = kept.assign(published=pd.to_datetime(kept["published"]).dt.normalize(), kind=kinds)
    # one order in every chart, whatever the event holds most of
    order = {kind: i for i, kind in enumerate(_KINDS)}
    fills = style.category_fills(
        sorted(kept["kind"].unique(), key=lambda kind: (order.get(kind, len(order)), kind))
    )
    marks, wide, step = kept.assign(n=1), _MARK, None
    counts, days = _counts(kept)
    if _lines(marks, wide).sum() > max(_TALLEST / _MARK, _lines(counts, _COUNTED).sum()):
        marks, wide, step = counts, _COUNTED, days
    first = kept.groupby("outlet")["published"].min()
    outlets = sorted(first.index, key=lambda o: (pd.isna(first[o]), first[o], o))
    deep = _lines(marks, wide)[outlets] - 1
    labels, centres, total = row_names(outlets, least=[ROW + _MARK * d for d in deep])
    undated = bool(kept["published"].isna().any())
    chart, grid = panels([total], (7, 1) if undated else (1,), share_y=True)
    for ax, dated in zip(grid[0], (True, False), strict=False):
        outlet_rows(ax, labels, centres, total)
        part = marks[marks["published"].notna() == dated]
        for outlet, y, depth in zip(outlets, centres, deep, strict=True):
            rows = part[part["outlet"] == outlet]
            _draw(
                ax,
                rows,
                y - _MARK * depth / 2,
                (_across(marks["published"], wide, dated), wide, fills),
            )
    day_axis(grid[0, 0], kept["published"], right=wide * _across(marks["published"], wide) / _AXIS)
    if step is not None and step > 1:
        grid[0, 0].set_xlabel(f"day of publication, in steps of {step} days")
    if undated:
        grid[0, 1].set(xticks=[], xlim=(-0.1, 0.7), xlabel="no date")
    facts = f"{len(kept)} mark{'s' * (len(kept) != 1)}, {len(outlets)} outlet{'s' * (len(outlets) != 1)}"
    facts += day_span(kept["published"]) + "."
    counts = ", ".join(f"{kind} {n}" for kind, n in kept["kind"].value_counts().items())
    return finish(
        chart,
        title,
        said(facts if caption is None else caption, note, _counted(step)),
        said("Timeline.", facts, f"Marks: {counts}."),
        _legend(fills) if len(fills) > 1 else (),
    )


def _counts(kept):
    """Count marks of an outlet and kind by day, or by as many days as keep numbers apart; give also how many days."""
    first = kept["published"].min()
    length = (kept["published"].max() - first).days + 1 if pd.notna(first) else 1
    for days in (1, -int(-length * _COUNTED // _AXIS)):
        begun = first + (kept["published"] - first) // pd.Timedelta(days=days) * pd.Timedelta(
            days=days
        )
        counts = (
            kept.assign(published=begun)
            .groupby(["outlet", "published", "kind"], dropna=False)
            .size()
        )
        counts = counts.rename("n").reset_index()
        gaps = (
            counts.drop_duplicates(["outlet", "published"])
            .groupby("outlet")["published"]
            .diff()
            .dt.days
        )
        if not gaps.min() * _AXIS / length < _COUNTED:
            break
    return counts, days


def _counted(step):
    """Say what the numbers count; None where there are none."""
    if step is None:
        return None
    when = "on that day" if step == 1 else f"in the {step} days from there"
    return f"A number beside a mark counts those of its kind {when}; one without stands alone."


def _across(days, wide, dated=True):
    """Give how many marks of one day find room beside each other."""
    if not dated:
        return max(1, int(_UNDATED * _MARK / wide))
    known = days.dropna()
    length = (known.max() - known.min()).days + 1 if len(known) else 1
    return max(1, min(6, int(_AXIS / max(length, 3) / wide)))


def _lines(marks, wide):
    """Give how many lines of marks each outlet's fullest day takes."""
    sizes = marks.groupby(["outlet", "published"], dropna=False).size().reset_index(name="n")
    across = (
        sizes["published"]
        .notna()
        .map({d: _across(marks["published"], wide, d) for d in (True, False)})
    )
    return (-(-sizes["n"] // across)).groupby(sizes["outlet"]).max()


def _draw(ax, marks, top, look):
    across, wide, fills = look
    for day, rows in marks.groupby("published", dropna=False):
        rows = rows.sort_values(
            "kind", key=lambda kinds: kinds.map(list(fills).index), kind="stable"
        )
        for i, (kind, n) in enumerate(zip(rows["kind"], rows["n"], strict=True)):
            fill, place = (
                fills[kind],
                (0 if pd.isna(day) else mdates.date2num(day), top + _MARK * (i // across)),
            )
            # shifted by points, so that marks of one day keep their distance on any scale
            beside = offset_copy(
                ax.transData, ax.figure, x=(i % across) * wide * 72, units="points"
            )
            ax.plot(
                *([p] for p in place),
                fill.marker,
                color=fill.line,
                markersize=7,
                transform=beside,
                zorder=3,
                clip_on=False,
            )
            if n > 1:
                ax.annotate(
                    f"{n:,}",
                    place,
                    (6, 0),
                    beside,
                    "offset points",
                    va="center",
                    size=style.SIZE["note"],
                    color=style.SOFT,
                    annotation_clip=False,
                )


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
    ax.set_xlim(
        mdates.date2num(ends[0]) - length * room, mdates.date2num(ends[1]) + length * (room + right)
    )
    locator = mdates.AutoDateLocator(minticks=2, maxticks=ticks)
    locator.intervald[mdates.DAILY] = [1, 2, 4, 7, 14]
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(mdates.DateFormatter("%-d %b %Y" if length < 200 else "%b %Y"))
    ax.set_xlabel("day of publication")
    ax.grid(axis="x")


def _legend(fills):
    return [
        Line2D(
            [], [], linestyle="none", marker=f.marker, color=f.line, label=kind.replace("_", " ")
        )
        for kind, f in fills.items()
    ]


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
        ax.bar(
            mdates.date2num(rows["month"]),
            -0.28 * rows["n"] / tallest,
            26,
            bottom=y + 0.14,
            color=style.COLOURS[0],
            align="edge",
            linewidth=0,
        )
        ax.axhline(y + 0.14, color=style.FAINT, linewidth=0.6, zorder=0)
        lost = kept.loc[(kept["outlet"] == outlet) & kept["month"].isna(), "n"].sum()
        words = f"n {totals[outlet]:,.0f}" + (f", {lost:,.0f} undated" if lost else "")
        ax.annotate(
            words,
            (1, y),
            (5, 0),
            ax.get_yaxis_transform(),
            "offset points",
            va="center",
            size=style.SIZE["note"],
            color=style.SOFT,
        )
    day_axis(ax, dated["month"], room=0.03)
    ax.set_xlabel("month of publication")
    facts = f"{totals.sum():,.0f} articles, {len(outlets)} outlet{'s' * (len(outlets) != 1)}"
    facts += (
        f"{_month_span(dated['month'])}. The tallest bar is {tallest:,.0f} articles in a month."
    )
    most_of = ", ".join(f"{o} {totals[o]:,.0f}" for o in outlets[:3])
    return finish(
        chart,
        title,
        said(facts if caption is None else caption, note),
        said("Rows of bars by month.", facts, f"Most: {most_of}."),
    )


def _month_span(months):
    ends = (
        list(dict.fromkeys(f"{m:%b %Y}" for m in (months.min(), months.max())))
        if len(months)
        else []
    )
    return ", " + " to ".join(ends) if ends else ""
