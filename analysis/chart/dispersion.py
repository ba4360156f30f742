"""
How far apart one outlet's figures for an event lie, beside the others'.

In: a row for each outlet (and outcome) with its lowest and highest, first and last figure, as ``compare.dispersion`` gives.
Out: a matplotlib Figure. Lows, highs and ratios come with the table.
"""

import pandas as pd
from matplotlib.lines import Line2D

from analysis.chart import style
from analysis.chart.layout import (
    empty,
    finish,
    keep_most,
    outlet_rows,
    panels,
    row_names,
    said,
    styled,
)
from analysis.chart.scales import count, scale_of

__all__ = ["dispersion"]


@styled
def dispersion(
    table,
    title="Lowest and highest figure, by outlet",
    caption=None,
    median=None,
    marks=None,
    most=40,
):
    """
    Draw each outlet's lowest to highest figure, with its first and its last.

    Parameters
    ----------
    table : DataFrame
        The DISPERSION table of ``compare.dispersion``, or columns ``outlet``, ``lowest``, ``highest``; optional ``first``,
        ``last`` (figures, in time), ``ratio`` (last over the median of the outlets' last), ``n_figures``,
        ``outcome``, ``scope``, ``place`` (a panel for each), ``vague`` (what vague words were counted as). Not changed.
    title : str
        States the finding.
    caption : str, optional
        None: outlets and figures.
    median : float or dict, optional
        Where the reference line stands; a dict gives one for each outcome.
    marks : dict, optional
        From ``style.outlet_marks`` of the whole run; None: of this table.
    most : int
        At most so many outlets, those with most figures.

    Returns
    -------
    Figure
        Outlets in the order of their highest figure. Outlets whose figures are all in words are listed last, without
        a mark. The scale is logarithmic where the largest is more than 50 times the smallest.
    """
    if table.empty:
        return empty(title, "no outlet gave a figure for this event.")
    kept, note = keep_most(table, "outlet", most, "n_figures" if "n_figures" in table else None)
    kept = kept.assign(panel=_panels(kept))
    marks = marks or style.outlet_marks(kept["outlet"])
    scale = scale_of([*kept["lowest"], *kept["highest"]], room=0.06)
    names = list(dict.fromkeys(kept["panel"]))
    parts = [
        kept[kept["panel"] == o].sort_values(
            ["highest", "lowest", "outlet"], ascending=[False, False, True]
        )
        for o in names
    ]
    shapes = [row_names(part["outlet"]) for part in parts]
    chart, grid = panels([s[2] for s in shapes])
    for ax, name, part, shape in zip(grid[:, 0], names, parts, shapes, strict=True):
        outlet_rows(ax, *shape)
        scale.set(ax)
        for row, y in zip(part.to_dict("records"), shape[1], strict=True):
            _row(ax, row, y, marks[row["outlet"]].colour)
        ax.set_title(style.wrap(name, 5.5, bold=True, lines=2))
        ax.grid(axis="x")
        line = median.get(part["outcome"].iloc[0]) if isinstance(median, dict) else median
        if line is not None and pd.notna(line):
            ax.axvline(line, color=style.INK, linewidth=1, linestyle=(0, (4, 2)), zorder=1)
    grid[-1, 0].set_xlabel("people, as reported" + (" (logarithmic scale)" if scale.log else ""))
    outlets = kept["outlet"].nunique()
    facts = f"{outlets} outlet{'s' * (outlets != 1)}. Reported numbers, not verified ones."
    multiple = "; ×: last over the median of the outlets' last" if "ratio" in kept else ""
    vague = (
        f" Vague words counted as {', '.join(dict.fromkeys(kept['vague']))}."
        if "vague" in kept
        else ""
    )
    keys = f"At the right: lowest to highest{multiple}.{vague}"
    return finish(
        chart,
        title,
        said(facts if caption is None else caption, keys, note),
        said("Chart of lowest to highest.", facts, _ends(kept)),
        _legend(kept, median),
    )


def _panels(table):
    """Name each row's panel by its outcome, scope and place, as far as the table has them."""
    names = pd.Series("", index=table.index, dtype=object)
    for column in [c for c in ("outcome", "scope", "place") if c in table]:
        part = table[column].map(style.clean).str.replace("_", " ")
        names = names.where(part == "", names.where(names == "", names + ", ") + part)
    return names


def _row(ax, row, y, colour):
    low, high = row["lowest"], row["highest"]
    words = "in words only" if pd.isna(low) or pd.isna(high) else count(low)
    if pd.notna(low) and pd.notna(high):
        ax.plot([low, high], [y, y], color=colour, linewidth=2.4, solid_capstyle="butt", zorder=2)
        words += f" – {count(high)}" if high != low else ""
    if pd.notna(row.get("ratio")):
        words += f" (×{row['ratio']:.2g})"
    for name, look in (
        ("first", {"markerfacecolor": style.PAPER, "markersize": 9}),
        ("last", {"markersize": 5}),
    ):
        value = row.get(name)
        if value is not None and pd.notna(value):
            ax.plot([value], [y], "o", color=colour, markeredgewidth=1.4, zorder=3, **look)
    if row.get("first") is None and pd.notna(low):
        ax.plot([low, high], [y, y], "o", color=colour, markersize=5, zorder=3)
    ax.annotate(
        words,
        (1, y),
        (6, 0),
        ax.get_yaxis_transform(),
        "offset points",
        va="center",
        size=style.SIZE["note"],
        color=style.SOFT,
    )


def _legend(table, median):
    look = {"color": style.SOFT, "linestyle": "none", "marker": "o"}
    handles = [Line2D([], [], color=style.SOFT, linewidth=2.4, label="lowest to highest")]
    if "first" in table:
        handles += [
            Line2D([], [], markerfacecolor=style.PAPER, markersize=9, label="first", **look),
            Line2D([], [], markersize=5, label="last", **look),
        ]
    if median is not None:
        handles.append(
            Line2D(
                [],
                [],
                color=style.INK,
                linestyle=(0, (4, 2)),
                linewidth=1,
                label="median of outlets",
            )
        )
    return handles


def _ends(table):
    known = table.dropna(subset=["lowest", "highest"])
    if known.empty:
        return "None gives a number."
    top, low = known.loc[known["highest"].idxmax()], known.loc[known["lowest"].idxmin()]
    return f"Highest {count(top['highest'])} ({top['outlet']}), lowest {count(low['lowest'])} ({low['outlet']})."
