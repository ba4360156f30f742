"""
Matrices: a value and its n in each cell, outlets as rows.

In: a tidy table with one row for each cell that was measured. Out: matplotlib Figures.
A cell that was not measured stays white with a dash; it is not a nought. Every value is also written, so that grey
prints and readers who do not see colours lose nothing.
"""

import matplotlib as mpl
import pandas as pd
from matplotlib.colors import Normalize, TwoSlopeNorm
from matplotlib.patches import Rectangle

from analysis.chart import style
from analysis.chart.layout import (
    ROW,
    empty,
    finish,
    keep_most,
    outlet_rows,
    panels,
    row_names,
    said,
    styled,
)

__all__ = ["heatmap", "target_matrix"]

_CELL = {"size": style.SIZE["cell"]}
_STACK = 8  # columns


@styled
def heatmap(
    table,
    rows="outlet",
    columns="source_type",
    value="share",
    n="n",
    title="Sources by outlet",
    caption=None,
    percent=True,
    top=None,
    most=40,
    most_columns=16,
):
    """
    Draw a value and its n for each row and column, darker for more.

    Parameters
    ----------
    table : DataFrame
        One row for each cell: the columns named by ``rows``, ``columns``, ``value`` and ``n``. Not changed.
    rows, columns, value, n : str
        Names of those columns. ``n`` is what the cell counts, and is written after the value.
    title : str
        States the finding.
    caption : str, optional
        None: rows, columns and the sum of n.
    percent : bool
        Whether values are shares from 0 to 1, written as percent; else they are written with up to two decimals.
    top : float, optional
        Value of the darkest shade; None: the largest value.
    most, most_columns : int
        At most so many rows and columns, those with the largest n.

    Returns
    -------
    Figure
        Columns in the order of their n, largest first.
    """
    if table.empty:
        return empty(
            title,
            "no cell of this matrix was measured. Choose a larger corpus or fewer conditions.",
        )
    known = table[value].dropna()
    norm = Normalize(0, top or max(known.max() if len(known) else 1, 1e-9))
    write = (lambda v: f"{v:.0%}") if percent else (lambda v: f"{v:.2f}".rstrip("0").rstrip("."))
    return _matrix(
        table,
        (rows, columns, value, n),
        title,
        caption,
        (most, most_columns),
        (norm, "Blues"),
        write,
        "Heat map",
    )


@styled
def target_matrix(
    table, title="Polarity towards those named", caption=None, most=40, most_columns=16, minimum=5
):
    """
    Draw how positively or negatively each outlet's sentences speak of each entity.

    Parameters
    ----------
    table : DataFrame
        Columns ``outlet``, ``entity``, ``estimate`` (mean polarity, -1 negative to 1 positive), ``n`` (mentions).
        Not changed.
    title, caption, most, most_columns
        As for ``heatmap``.
    minimum : int
        Cells with fewer mentions show their n only, without value and colour: so few say nothing of an outlet.

    Returns
    -------
    Figure
        Brown is negative, violet positive, white neither; the sign is written too.
    """
    if table.empty:
        return empty(title, "no sentence names one of the chosen entities. Choose other entities.")
    look = (TwoSlopeNorm(0, -1, 1), "PuOr")
    enough = table.assign(estimate=table["estimate"].where(table["n"] >= minimum))
    few = f"fewer than {minimum} mentions: only n" if (table["n"] < minimum).any() else None
    return _matrix(
        enough,
        ("outlet", "entity", "estimate", "n"),
        title,
        caption,
        (most, most_columns),
        look,
        lambda v: f"{v:+.2f}".replace("-", "−"),
        "Matrix of mean polarity, -1 to 1",
        few,
    )


def _matrix(table, names, title, caption, most, look, write, kind, few=None):
    rows, columns, value, n = names
    kept, note = keep_most(table, rows, most[0], n)
    kept, more = keep_most(kept, columns, most[1], n)
    across = list(kept.groupby(columns)[n].sum().sort_values(ascending=False, kind="stable").index)
    down = sorted(dict.fromkeys(kept[rows]), key=str.casefold)
    stacked = len(across) > _STACK  # n under the value, so that many columns keep to a page
    labels, centres, total = row_names(down, least=0.36 if stacked else ROW)
    cells = kept.drop_duplicates([rows, columns]).set_index([rows, columns])
    words = {
        key: _words(row, value, n, write, "\n" if stacked else " ") for key, row in cells.iterrows()
    }
    wide = max(
        [
            0.4,
            *(
                style.width_of(part, **_CELL) + 0.14
                for w in words.values()
                for part in w.split("\n")
            ),
        ]
    )
    width = max(8.5, min(2.9 + wide * len(across), 16))
    chart, grid = panels([total], width=width)
    ax = grid[0, 0]
    outlet_rows(ax, labels, centres, total, lines=False)
    _cells(ax, cells[value], words, (down, across), (centres, total), look)
    _heads(ax, across, (width - 2.9) / len(across))
    facts = (
        f"{rows.replace('_', ' ')} ({len(down)}) by {columns.replace('_', ' ')} ({len(across)}); "
        f"in brackets n, {kept[n].sum():,.0f} in all; –: {few or 'not measured'}."
    ).capitalize()
    return finish(
        chart,
        title,
        said(facts if caption is None else caption, note, more),
        said(f"{kind}.", facts, _extremes(cells[value].dropna(), write)),
    )


def _words(row, value, n, write, gap):
    if pd.isna(row[n]) or (row[n] == 0 and row[value] == 0):
        return "–" if pd.isna(row[value]) else write(row[value]) if row[value] else "0"
    return ("–" if pd.isna(row[value]) else write(row[value])) + f"{gap}({row[n]:,.0f})"


def _cells(ax, values, words, order, room, look):
    (down, across), (centres, total), (norm, colours) = order, room, look
    shade = mpl.colormaps[colours]
    edges = [0, *[(a + b) / 2 for a, b in zip(centres, centres[1:], strict=False)], total]
    for i, row in enumerate(down):
        for j, column in enumerate(across):
            value = values.get((row, column), float("nan"))
            known = not pd.isna(value)
            # the darkest tenth of the scale is left out: hatches of print and letters drown in it
            face = (
                shade(0.04 + 0.86 * float(norm(min(max(value, norm.vmin), norm.vmax))))
                if known
                else style.PAPER
            )
            ax.add_artist(
                Rectangle(
                    (j, edges[i]), 1, edges[i + 1] - edges[i], facecolor=face, edgecolor=style.PAPER
                )
            )
            ax.text(
                j + 0.5,
                centres[i],
                words.get((row, column), "–"),
                ha="center",
                va="center",
                linespacing=1.05,
                color=style.ink_on(face) if known else style.SOFT,
                **_CELL,
            ).set_in_layout(False)


def _heads(ax, across, wide):
    """Write the columns' names over them: level where every word fits its column, else slanted."""
    ax.set_xlim(0, len(across))
    names = [name.replace("_", " ") for name in across]
    level = all(style.width_of(word) < wide - 0.06 for name in names for word in name.split())
    words = [
        style.wrap(name, wide - 0.06 if level else 2.2, lines=3 if level else 1) for name in names
    ]
    ax.set_xticks(
        [j + 0.5 for j in range(len(across))],
        words,
        rotation=0 if level else 40,
        ha="center" if level else "left",
        rotation_mode="anchor",
    )
    ax.tick_params(axis="x", length=0, bottom=False, top=False, labelbottom=False, labeltop=True)
    ax.spines["bottom"].set_visible(False)


def _extremes(values, write):
    if values.empty:
        return ""
    ends = [
        f"{' / '.join(map(str, i))} {write(values[i])}" for i in (values.idxmax(), values.idxmin())
    ]
    return f"Highest {ends[0]}, lowest {ends[1]}."
