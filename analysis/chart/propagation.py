"""
How a statement travels from outlet to outlet.

In: candidates of ``compare.travel``. Out: a matplotlib Figure.
A candidate is a likeness that a reader should check, not a fact; the charts say so. Nothing is matched here.
"""

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.lines import Line2D

from analysis.chart import style
from analysis.chart.layout import (
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
from analysis.chart.scales import count
from analysis.chart.timelines import day_axis
from analysis.core.partial_dates import day_bounds

__all__ = ["propagation"]

_UNCHANGED = ("kept", "source_kept")
# counts that stand beside the statement's; nothing says that they came from it
_BESIDE = ("total_of_parts", "lower_count", "higher_count", "revised_down", "revised_up")
_LOOKS = {
    "unchanged": {"marker": "o", "color": style.COLOURS[0], "markerfacecolor": style.PAPER},
    "changed": {"marker": "s", "color": style.COLOURS[4]},
    "another count": {"marker": "D", "color": style.SOFT},
}


@styled
def propagation(table, origin=None, title="Where the statement went", caption=None, most=40):
    """
    Draw when each outlet printed something like the statement, and what had changed in it.

    Parameters
    ----------
    table : DataFrame
        CANDIDATES of ``compare.travel``, or one row a candidate with columns ``outlet``, ``published`` (day; null if
        unknown) and ``kind``; optional ``published_given`` ("2018-11" where only the month is known),
        ``statement_value`` and ``value`` (written as "4,000 → 8,000"), or ``printed`` (words to write instead), and
        ``statement_published``. Not changed.
    origin : datetime, optional
        Day of the statement itself, where a line is drawn; None: the first ``statement_published``, if there is one.
    title : str
        States the finding.
    caption : str, optional
        None: candidates, outlets and days.
    most : int
        At most so many outlets, those with most candidates.

    Returns
    -------
    Figure
        A row for each outlet and day, in the order of days; left the day, right a mark under each kind of change:
        a ring where nothing changed, a square where something did, a diamond for another count that stands beside
        the statement's. A bar is a month or year of which the day is not known. A line leads from the statement to
        what may come from it.
    """
    if table.empty:
        return empty(
            title,
            "no candidate was found: no article or claim comes near the statement's figures or words.",
        )
    kept, note = keep_most(table, "outlet", most)
    kept = kept.assign(
        kind=kept["kind"].map(style.clean),
        **day_bounds(kept["published"], kept.get("published_given")).to_dict("series"),
    )
    if origin is None and "statement_published" in kept:
        origin = pd.to_datetime(kept["statement_published"]).min()
    origin = None if pd.isna(origin) else pd.Timestamp(origin)
    rows = _travel_rows(kept.assign(printed=_printed_words(kept)))
    order = list(_LOOKS)
    kinds = sorted(
        dict.fromkeys(kept["kind"]),
        key=lambda k: (order.index(_look(k)), -(kept["kind"] == k).sum(), k),
    )
    labels, centres, total = row_names([r["outlet"] for r in rows])
    chart, grid = panels(
        [total],
        (4, max(1.2, 0.42 * len(kinds))),
        width=min(8.5 + 0.3 * max(0, len(kinds) - 6), 13),
        share_y=True,
    )
    for ax in grid[0]:
        outlet_rows(ax, labels, centres, total)
    _days(grid[0, 0], rows, centres, origin)
    _kinds(grid[0, 1], rows, centres, kinds)
    outlets = kept["outlet"].nunique()
    facts = (
        f"{len(kept)} candidate{'s' * (len(kept) != 1)} from {outlets} outlet{'s' * (outlets != 1)}"
        f"{day_span(kept['last'])}. Candidates to check, not facts."
    )
    counts = ", ".join(
        f"{kind.replace('_', ' ')} {n}" for kind, n in kept["kind"].value_counts().items()
    )
    return finish(
        chart,
        title,
        said(facts if caption is None else caption, note),
        said("Chart of days and changes.", facts, f"By kind: {counts}."),
        _travel_legend(origin, kept["first"].lt(kept["last"]).any(), kinds),
    )


def _look(kind):
    return "unchanged" if kind in _UNCHANGED else "another count" if kind in _BESIDE else "changed"


def _printed_words(table):
    """Give the words to write for each candidate: the number, and what it was where it changed."""
    if "printed" in table:
        return table["printed"].map(style.clean)
    if "value" not in table:
        return ""
    before = table["statement_value"] if "statement_value" in table else table["value"]
    return [
        ""
        if pd.isna(new)
        else count(new)
        if pd.isna(old) or old == new
        else f"{count(old)} → {count(new)}"
        for old, new in zip(before, table["value"], strict=True)
    ]


def _travel_rows(table):
    rows = []
    for (outlet, first, last), part in table.groupby(["outlet", "first", "last"], dropna=False):
        printed = ", ".join(dict.fromkeys(p for p in part["printed"] if p))
        rows.append(
            {
                "outlet": outlet,
                "first": first,
                "last": last,
                "kinds": set(part["kind"]),
                "printed": printed,
            }
        )
    return sorted(
        rows,
        key=lambda r: (pd.isna(r["last"]), r["last"] if pd.notna(r["last"]) else 0, r["outlet"]),
    )


def _days(ax, rows, centres, origin):
    ends = [r[end] for r in rows for end in ("first", "last")] + (
        [origin] if origin is not None else []
    )
    day_axis(ax, pd.Series(ends, dtype="datetime64[us]"), ticks=4)
    if origin is not None:
        ax.axvline(mdates.date2num(origin), color=style.INK, linewidth=1.2, zorder=2)
    for row, y in zip(rows, centres, strict=True):
        if pd.isna(row["last"]):
            words = said(row["printed"] and row["printed"] + ",", "no date")
            words = style.wrap(words, 2.6, style.SIZE["note"], lines=1)
            ax.annotate(
                words,
                (1, y),
                (-2, 0),
                ax.get_yaxis_transform(),
                "offset points",
                va="center",
                ha="right",
                size=style.SIZE["note"],
                color=style.SOFT,
                bbox=_GROUND,
            )
            continue
        first, last = mdates.date2num(row["first"]), mdates.date2num(row["last"])
        apart = origin is not None and not first <= mdates.date2num(origin) <= last
        if apart and not row["kinds"] <= set(_BESIDE):
            near = first if first > mdates.date2num(origin) else last
            ax.plot(
                [mdates.date2num(origin), near], [y, y], color=style.SOFT, linewidth=1.2, zorder=2
            )
        if first == last:
            ax.plot([first], [y], "o", color=style.COLOURS[0], markersize=6, zorder=3)
        else:
            ax.plot(
                [first, last],
                [y, y],
                color=style.COLOURS[0],
                linewidth=4,
                solid_capstyle="butt",
                zorder=3,
            )
        _printed(ax, row, first, last, y)


_ROOM = 0.42  # of the axis, which words of 1.5 inches need
_GROUND = {"facecolor": style.PAPER, "linewidth": 0, "pad": 0.6}


def _printed(ax, row, first, last, y):
    """Write what was printed beside the day, on the side where there is more room; on a bar that leaves none."""
    left, right = ax.get_xlim()
    before, after = (first - left) / (right - left), (right - last) / (right - left)
    words = style.wrap(row["printed"], 1.5, style.SIZE["cell"], lines=1)
    place = (
        ((first, "right", -8) if before > after else (last, "left", 8))
        if max(before, after) > _ROOM
        else ((first + last) / 2, "center", 0)
    )
    if words:
        ax.annotate(
            words,
            (place[0], y),
            (place[2], 0),
            textcoords="offset points",
            va="center",
            ha=place[1],
            size=style.SIZE["cell"],
            bbox=_GROUND,
            zorder=2 if place[2] else 4,
        )


def _kinds(ax, rows, centres, kinds):
    for column, kind in enumerate(kinds):
        ys = [y for row, y in zip(rows, centres, strict=True) if kind in row["kinds"]]
        ax.plot(
            [column] * len(ys),
            ys,
            markersize=7,
            linestyle="none",
            markeredgewidth=1.4,
            zorder=3,
            **_LOOKS[_look(kind)],
        )
    ax.set_xlim(-0.6, len(kinds) - 0.4)
    ax.set_xticks(
        range(len(kinds)),
        [k.replace("_", " ") for k in kinds],
        rotation=40,
        ha="left",
        rotation_mode="anchor",
    )
    ax.tick_params(axis="x", length=0, labelbottom=False, labeltop=True)
    ax.spines["bottom"].set_visible(False)


def _travel_legend(origin, months, kinds):
    lines = (
        [Line2D([], [], color=style.INK, linewidth=1.2, label="the statement")]
        if origin is not None
        else []
    )
    if months:
        lines.append(Line2D([], [], color=style.COLOURS[0], linewidth=4, label="day not known"))
    shown = {_look(kind) for kind in kinds}
    return [
        *lines,
        *(
            Line2D([], [], linestyle="none", markersize=7, label=name, **look)
            for name, look in _LOOKS.items()
            if name in shown
        ),
    ]
