"""
Bars of shares: what each outlet's cues or names are made of.

In: a tidy table of shares by outlet and category, with n. Out: matplotlib Figures.
Shares come with the table. Categories differ by hatch as well as by colour, and shares are written where they fit.
"""

import pandas as pd
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

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

__all__ = ["diverging", "shares"]

_THICK = 0.2  # inches of a bar
_FITS = "fits:"  # a percent with this mark is taken out again if its bar turns out too short


@styled
def diverging(
    table,
    category="cue_stance",
    left=("supposing", "distancing"),
    right=("endorsing",),
    title="Stance of cues by outlet",
    caption=None,
    most=40,
):
    """
    Draw shares of cues to the left (doubt) and right (trust) of a middle line; all others in a panel beside it.

    Parameters
    ----------
    table : DataFrame
        Columns ``outlet``, ``category`` (as named), ``share`` (0 to 1, of the outlet's cues), ``n`` (cues in the
        category). Not changed.
    category : str
        Name of the column of categories.
    left, right : tuple of str
        Categories on each side, from the middle outwards. A category in neither is drawn beside, from nought.
    title : str
        States the finding.
    caption : str, optional
        None: outlets and cues.
    most : int
        At most so many outlets, those with the largest n.

    Returns
    -------
    Figure
        Outlets in the order of their left share.
    """
    if table.empty:
        return empty(title, "no attribution with a cue was found.")
    kept, note = keep_most(table, "outlet", most, "n")
    share, counts = _wide(kept, category)
    rest = [c for c in share if c not in (*left, *right)]
    left, right = [[c for c in side if c in share] for side in (left, right)]
    order = sorted(
        share.index, key=lambda o: (-share.loc[o, left].sum(), share.loc[o, right].sum(), o)
    )
    labels, centres, total = row_names(order)
    chart, grid = panels([total], (3, 2) if rest else (1,), share_y=True)
    fills = style.category_fills([*left[::-1], *right, *rest])
    for side, way in ((left, -1), (right, 1)):
        _stack(grid[0, 0], share.loc[order, side] * way, centres, fills)
    _side_axis(grid[0, 0], (labels, centres, total), left, right)
    if rest:
        outlet_rows(grid[0, 1], labels, centres, total, lines=False)
        _stack(grid[0, 1], share.loc[order, rest], centres, fills)
        _percent(grid[0, 1], 0, 1)
        grid[0, 1].set_xlabel("other cues")
    _totals(grid[0, -1], counts.loc[order].sum(axis=1), centres)
    facts = f"{len(order)} outlet{'s' * (len(order) != 1)}, {counts.to_numpy().sum():,.0f} cues; n: cues of the outlet."
    finish(
        chart,
        title,
        said(facts if caption is None else caption, note),
        said("Diverging bars.", facts, _means(share)),
        _legend(fills),
    )
    return _fitted(chart)


@styled
def shares(table, category="choice", title="Naming choices by outlet", caption=None, most=40):
    """
    Draw what each outlet's mentions are made of, as one bar of shares, a panel for each referent.

    Parameters
    ----------
    table : DataFrame
        Columns ``outlet``, ``category`` (as named), ``share`` (0 to 1), ``n`` (mentions in the category);
        optional ``referent`` (a panel for each). Not changed.
    category : str
        Name of the column of categories; at most nine are told apart in a panel.
    title, caption, most
        As for ``diverging``.

    Returns
    -------
    Figure
        Categories in the order of their n. Each panel has its own legend, since each referent has its own names.

    Raises
    ------
    ParameterError
        If one referent has more than nine categories.
    """
    if table.empty:
        return empty(
            title, "no name from the lexicon was found. Add the topic's names to a lexicon."
        )
    kept, note = keep_most(table, "outlet", most, "n")
    referents = list(dict.fromkeys(kept["referent"])) if "referent" in kept else [""]
    parts = [kept[kept["referent"] == r] if "referent" in kept else kept for r in referents]
    wide = [_wide(part, category) for part in parts]
    shapes = [row_names(sorted(share.index, key=str.casefold)) for share, _ in wide]
    chart, grid = panels([s[2] for s in shapes])
    for ax, referent, (share, counts), shape in zip(
        grid[:, 0], referents, wide, shapes, strict=True
    ):
        outlets = sorted(share.index, key=str.casefold)
        outlet_rows(ax, *shape, lines=False)
        fills = style.category_fills(counts.sum().sort_values(ascending=False, kind="stable").index)
        _stack(ax, share.loc[outlets, list(fills)], shape[1], fills)
        _percent(ax, 0, 1)
        _totals(ax, counts.loc[outlets].sum(axis=1), shape[1])
        _panel_legend(ax, fills, referent)
    grid[-1, 0].set_xlabel("share of mentions")
    facts = f"{kept['outlet'].nunique()} outlets, {kept['n'].sum():,.0f} mentions; n: mentions by the outlet."
    words = said(
        *(
            f"{r}:" * bool(r) + " " + _means(share)
            for r, (share, _) in zip(referents, wide, strict=True)
        )
    )
    finish(
        chart,
        title,
        said(facts if caption is None else caption, note),
        said("Bars of shares.", facts, words),
    )
    return _fitted(chart)


def _wide(table, category):
    """Give shares and counts with a row for each outlet and a column for each category, absent ones as nought."""
    table = table.assign(**{category: table[category].map(style.clean)})
    made = [
        table.pivot_table(index="outlet", columns=category, values=v, aggfunc="first")
        for v in ("share", "n")
    ]
    return made[0].fillna(0.0), made[1].fillna(0)


def _stack(ax, share, centres, fills):
    """Draw bars outwards from nought, each with its percent where that fits."""
    base = pd.Series(0.0, index=share.index)
    for name in share:
        fill = fills[name]
        ax.barh(
            centres,
            share[name],
            _THICK,
            left=base,
            color=fill.colour,
            hatch=fill.hatch,
            edgecolor=style.PAPER,
            linewidth=0.8,
        )
        for value, start, y in zip(share[name], base, centres, strict=True):
            if abs(value) >= 0.03:
                ax.text(
                    start + value / 2,
                    y,
                    f"{abs(value):.0%}",
                    ha="center",
                    va="center",
                    size=style.SIZE["cell"],
                    color=style.ink_on(fill.colour),
                    bbox=_ground(fill),
                    gid=f"{_FITS}{abs(value)}",
                )
        base = base + share[name]


def _fitted(chart):
    """Take out percents that are wider than their bars, now that the size of everything is known."""
    for ax in chart.axes:
        unit = (
            abs(ax.transData.transform((1, 0))[0] - ax.transData.transform((0, 0))[0]) / chart.dpi
        )
        for text in list(ax.texts):
            room = str(text.get_gid() or "")
            if room.startswith(_FITS):
                if (
                    style.width_of(text.get_text(), style.SIZE["cell"]) + 0.05
                    > float(room.removeprefix(_FITS)) * unit
                ):
                    text.remove()
                else:
                    text.set_gid(None)
    return chart


def _ground(fill):
    return {"facecolor": fill.colour, "linewidth": 0, "pad": 0.8} if fill.hatch else None


def _side_axis(ax, shape, left, right):
    outlet_rows(ax, *shape, lines=False)
    ends = [
        max(
            (
                abs(p.get_x() + p.get_width() * (p.get_width() < 0))
                for p in ax.patches
                if p.get_width() < 0
            ),
            default=0,
        ),
        max((p.get_x() + p.get_width() for p in ax.patches if p.get_width() > 0), default=0),
    ]
    _percent(ax, -max(ends[0] * 1.05, 0.1), max(ends[1] * 1.05, 0.1))
    ax.axvline(0, color=style.INK, linewidth=1)
    names = [", ".join(side) for side in (left[::-1], right)]
    ax.set_xlabel(f"← {names[0] or 'none'}    |    {names[1] or 'none'} →")


def _percent(ax, low, high):
    ax.set_xlim(low, high)
    ax.xaxis.set_major_locator(MaxNLocator(4, steps=[1, 2, 2.5, 5, 10]))
    ax.xaxis.set_major_formatter(lambda value, _: f"{abs(value):.0%}")
    ax.grid(axis="x")


def _totals(ax, totals, centres):
    for count, y in zip(totals, centres, strict=True):
        ax.annotate(
            f"n {count:,.0f}",
            (1, y),
            (5, 0),
            ax.get_yaxis_transform(),
            "offset points",
            va="center",
            size=style.SIZE["note"],
            color=style.SOFT,
        )


def _legend(fills):
    return [
        Patch(
            facecolor=f.colour, hatch=f.hatch, edgecolor=style.PAPER, label=name.replace("_", " ")
        )
        for name, f in fills.items()
    ]


def _panel_legend(ax, fills, referent):
    """Put a panel's own legend over it, in as many columns as fit."""
    handles = _legend(fills)
    look = {
        "loc": "lower left",
        "bbox_to_anchor": (0, 1),
        "borderaxespad": 0.2,
        "alignment": "left",
        "title": referent.replace("_", " ") or None,
        "title_fontproperties": {"weight": "bold"},
    }
    for columns in range(len(handles), 0, -1):
        box = ax.legend(handles=handles, ncols=columns, **look)
        if box.get_window_extent().width / ax.figure.dpi < 5:
            return


def _means(share):
    top = share.mean().sort_values(ascending=False, kind="stable")
    return (
        "Most common over outlets: "
        + ", ".join(f"{name} {value:.0%}" for name, value in top.head(3).items())
        + "."
    )
