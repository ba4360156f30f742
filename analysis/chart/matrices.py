"""
Matrices: a value and its n in each cell, outlets as rows.

In: a table with one row for each cell that was measured. Out: matplotlib Figures.
A cell that was not measured is white with a dash, which is not the same as 0. Every value is also
written, so that the chart can be read without colours.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import matplotlib as mpl
import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import Normalize, TwoSlopeNorm
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.typing import ColorType

from analysis.chart import palette
from analysis.chart.captions import category_label, choose_caption, join_sentences, spaced
from analysis.chart.evidence import attach, of_rows
from analysis.chart.layout import WIDTH, Chart, empty_chart, finish, panels
from analysis.chart.palette import text_colour_on
from analysis.chart.rows import (
    ROW_HEIGHT,
    Rows,
    arrange_rows,
    draw_rows,
    keep_largest,
    name_in_full,
)
from analysis.chart.style import SIZE, styled
from analysis.chart.text_fitting import width_of, wrap

__all__ = ["heatmap", "row_edges", "target_matrix", "write_headings"]

_MANY_COLUMNS = 8  # above this number, n is written below the value instead of after it
# in inches
_TALL_ROW = 0.36
_MIN_CELL_WIDTH = 0.4
_CELL_PADDING = 0.14
_LABELS_WIDTH = 2.9
_MAX_WIDTH = 16
_HEADING_PADDING = 0.06
_SLANTED_LENGTH = 2.2

_NOTHING = "0"  # of a cell that counts nothing, so that no row stands behind it


@dataclass(frozen=True)
class _Matrix:
    """
    What a matrix shows and how.

    Attributes
    ----------
    rows, columns, value, n : str
        Columns of the table.
    norm, colormap : str
        How values become colours.
    write : callable
        How a value is written.
    dash : str
        What a dash means.
    kind : str
        Of chart, for the alt text.
    """

    rows: str
    columns: str
    value: str
    n: str
    norm: Normalize
    colormap: str
    write: Callable[[float], str]
    kind: str
    dash: str = "not measured"


@styled
def heatmap(
    table: pd.DataFrame,
    rows: str = "outlet",
    columns: str = "source_type",
    value: str = "share",
    n: str = "n",
    title: str = "Sources by outlet",
    caption: str | None = None,
    percent: bool = True,
    vmax: float | None = None,
    max_rows: int = 40,
    max_columns: int = 16,
) -> Figure:
    """
    Draw a value and its n for each row and column; a higher value is darker.

    Parameters
    ----------
    table : DataFrame
        One row for each cell, with the columns named by ``rows``, ``columns``, ``value`` and
        ``n``. Not changed.
    rows, columns, value, n : str
        Names of those columns. ``n`` is what the cell counts, written after the value.
    title : str
        States the finding.
    caption : str, optional
        By default the number of rows and columns and the sum of n.
    percent : bool
        Whether values are shares from 0 to 1, written as percentages. Otherwise they are written
        with up to two decimals.
    vmax : float, optional
        Value of the darkest colour. By default the highest value.
    max_rows, max_columns : int
        Only the rows and columns with the largest n are shown.

    Returns
    -------
    Figure
        Columns with the largest n first, rows in alphabetical order.
    """
    if table.empty:
        return empty_chart(
            title,
            "no cell of this matrix was measured. Choose a larger corpus or fewer conditions.",
        )
    values = table.loc[:, value].dropna()
    highest = 1 if values.empty else values.max()
    matrix = _Matrix(
        rows=rows,
        columns=columns,
        value=value,
        n=n,
        norm=Normalize(0, vmax or max(highest, 1e-9)),
        colormap=palette.SEQUENTIAL,
        write=_as_percent if percent else _as_decimal,
        kind="Heat map",
    )
    return _draw_matrix(table, matrix, title, caption, (max_rows, max_columns))


@styled
def target_matrix(
    table: pd.DataFrame,
    title: str = "Polarity towards named entities",
    caption: str | None = None,
    max_outlets: int = 40,
    max_entities: int = 16,
    min_mentions: int = 5,
) -> Figure:
    """
    Draw how positively or negatively the sentences of each outlet speak of each entity.

    Parameters
    ----------
    table : DataFrame
        Columns ``outlet``, ``entity``, ``estimate`` (mean polarity, -1 negative to 1 positive),
        ``n`` (mentions). Not changed.
    title : str
        States the finding.
    caption : str, optional
        By default the number of outlets and entities and the sum of n.
    max_outlets, max_entities : int
        Only the outlets and entities with most mentions are shown.
    min_mentions : int
        Cells with fewer mentions show only their n, without value and colour: a mean of so few
        mentions is not reliable.

    Returns
    -------
    Figure
        Brown is negative, violet positive, white neither. The sign is also written.
    """
    if table.empty:
        return empty_chart(
            title, "no sentence names one of the chosen entities. Choose other entities."
        )
    is_enough = table.loc[:, "n"] >= min_mentions
    dash = "not measured"
    if (table.loc[:, "n"] < min_mentions).any():
        dash = f"fewer than {min_mentions} mentions"
    matrix = _Matrix(
        rows="outlet",
        columns="entity",
        value="estimate",
        n="n",
        norm=TwoSlopeNorm(0, -1, 1),
        colormap=palette.DIVERGING,
        write=_with_sign,
        kind="Matrix of mean polarity, -1 to 1",
        dash=dash,
    )
    enough = table.assign(estimate=table["estimate"].where(is_enough))
    return _draw_matrix(enough, matrix, title, caption, (max_outlets, max_entities))


def _as_percent(value: float) -> str:
    return f"{value:.0%}"


def _as_decimal(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _with_sign(value: float) -> str:
    return f"{value:+.2f}".replace("-", "−")


def _draw_matrix(
    table: pd.DataFrame,
    matrix: _Matrix,
    title: str,
    caption: str | None,
    limits: tuple[int, int],
) -> Figure:
    max_rows, max_columns = limits
    kept, rows_note = keep_largest(table, matrix.rows, max_rows, matrix.n)
    kept, columns_note = keep_largest(kept, matrix.columns, max_columns, matrix.n)
    totals = kept.groupby(matrix.columns).agg({matrix.n: "sum"}).loc[:, matrix.n]
    columns = list(totals.sort_values(ascending=False, kind="stable").index)
    names = sorted(dict.fromkeys(kept[matrix.rows]), key=str.casefold)
    chart = _draw_panel(kept, matrix, names, columns)
    facts = (
        f"Rows: {spaced(matrix.rows)} ({len(names)}). "
        f"Columns: {spaced(matrix.columns)} ({len(columns)}). "
        f"In brackets: n, {kept[matrix.n].sum():,.0f} in total. –: {matrix.dash}."
    )
    return finish(
        chart,
        title,
        choose_caption(caption, facts, rows_note, columns_note),
        join_sentences(f"{matrix.kind}.", facts, _extremes(_cells(kept, matrix), matrix)),
    )


def _cells(table: pd.DataFrame, matrix: _Matrix) -> pd.DataFrame:
    """Return the table with one row for each cell, by row and column of the matrix."""
    keys = [matrix.rows, matrix.columns]
    return table.drop_duplicates(keys).set_index(keys)


def _draw_panel(
    table: pd.DataFrame,
    matrix: _Matrix,
    names: Sequence[str],
    columns: Sequence[str],
) -> Chart:
    row_height, gap = ROW_HEIGHT, " "
    if len(columns) > _MANY_COLUMNS:
        row_height, gap = _TALL_ROW, "\n"
    rows = arrange_rows(names, least=row_height)
    cells = _cells(table, matrix)
    texts = _cell_texts(cells, matrix, gap)
    cell_width = _widest(texts.values())
    width = max(WIDTH, min(_LABELS_WIDTH + cell_width * len(columns), _MAX_WIDTH))
    chart, grid = panels([rows.height], width=width)
    ax = grid[0, 0]
    draw_rows(ax, rows, lines=False)
    edges = row_edges(rows)
    values = dict(zip(cells.index, cells[matrix.value], strict=True))
    for i, name in enumerate(names):
        for j, column in enumerate(columns):
            value = values.get((name, column), float("nan"))
            text = texts.get((name, column), "–")
            cell = _Cell(j, edges[i], edges[i + 1], rows.centres[i])
            parts = _draw_cell(ax, cell, value, text, matrix)
            if texts.get((name, column), _NOTHING) != _NOTHING:
                words = (
                    f"{name}, {category_label(matrix.columns, column)}: {' '.join(text.split())}"
                )
                attach(of_rows(words, **{matrix.rows: name, matrix.columns: column}), parts)
    headings = [category_label(matrix.columns, column) for column in columns]
    write_headings(ax, headings, (width - _LABELS_WIDTH) / len(columns))
    return chart


def _cell_texts(cells: pd.DataFrame, matrix: _Matrix, gap: str) -> dict[tuple, str]:
    """Return the text of each cell: its value, and its n in brackets."""
    values = zip(cells.index, cells[matrix.value], cells[matrix.n], strict=True)
    return {key: _cell_text(value, n, matrix.write, gap) for key, value, n in values}


def _cell_text(
    value: float,
    n: float,
    write: Callable[[float], str],
    gap: str,
) -> str:
    written = "–" if pd.isna(value) else write(value)
    if value == 0 and (n == 0 or pd.isna(n)):
        return _NOTHING
    if pd.isna(n):
        return written
    return f"{written}{gap}({n:,.0f})"


def _widest(texts: Iterable[str]) -> float:
    """Return the width in inches of a cell that holds the widest line of the texts."""
    lines = [line for text in texts for line in text.split("\n")]
    widest = max((width_of(line, SIZE["cell"]) for line in lines), default=0)
    return max(_MIN_CELL_WIDTH, widest + _CELL_PADDING)


def row_edges(rows: Rows) -> list[float]:
    """
    Return the edges between rows, half-way between their centres.

    Parameters
    ----------
    rows : Rows

    Returns
    -------
    list of float
        One more than there are rows, in inches from the top.
    """
    pairs = zip(rows.centres, rows.centres[1:], strict=False)
    return [0, *((upper + lower) / 2 for upper, lower in pairs), rows.height]


class _Cell(NamedTuple):
    """The position of a cell of width 1."""

    left: float
    top: float
    bottom: float
    centre: float


def _draw_cell(
    ax: Axes,
    cell: _Cell,
    value: float,
    text: str,
    matrix: _Matrix,
) -> tuple[Artist, ...]:
    face, colour = palette.BACKGROUND, palette.MUTED
    if not pd.isna(value):
        face = _shade(value, matrix)
        colour = text_colour_on(face)
    corner = (cell.left, cell.top)
    height = cell.bottom - cell.top
    ground = Rectangle(corner, 1, height, facecolor=face, edgecolor=palette.BACKGROUND)
    ax.add_artist(ground)
    written = ax.text(
        cell.left + 0.5,
        cell.centre,
        text,
        ha="center",
        va="center",
        linespacing=1.05,
        color=colour,
        size=SIZE["cell"],
    )
    written.set_in_layout(False)
    return ground, written


def _shade(value: float, matrix: _Matrix) -> ColorType:
    """
    Return the colour of a value.

    The ends of the colormap are not used: text is hard to read on its darkest tenth. What is
    neither negative nor positive has the middle of a diverging one, which is white.
    """
    norm = matrix.norm
    position = float(norm(np.clip(value, norm.vmin, norm.vmax)))
    lightest = 0.07 if matrix.colormap == palette.DIVERGING else 0.04
    return mpl.colormaps[matrix.colormap](lightest + 0.86 * position)


def write_headings(ax: Axes, columns: Sequence[str], width: float) -> None:
    """
    Write the names of the columns: level if every word fits its column, otherwise slanted.

    Parameters
    ----------
    ax : Axes
        Each column is 1 wide, the first from 0 to 1.
    columns : sequence of str
    width : float
        Of a column in inches.
    """
    ax.set_xlim(0, len(columns))
    names = [spaced(name) for name in columns]
    room = width - _HEADING_PADDING
    if all(width_of(word) < room for name in names for word in name.split()):
        headings = [wrap(name, room, lines=3) for name in names]
        look = {"rotation": 0, "ha": "center"}
    else:
        headings = [wrap(name, _SLANTED_LENGTH, lines=1) for name in names]
        look = {"rotation": 40, "ha": "left"}
    middles = [j + 0.5 for j in range(len(columns))]
    ax.set_xticks(middles, headings, rotation_mode="anchor", **look)
    name_in_full(ax.get_xticklabels(), names)
    ax.tick_params(axis="x", length=0, bottom=False, top=False, labelbottom=False, labeltop=True)
    ax.spines["bottom"].set_visible(False)


def _extremes(cells: pd.DataFrame, matrix: _Matrix) -> str:
    """Name the cells with the highest and the lowest value."""
    values = cells.loc[:, matrix.value].dropna()
    if values.empty:
        return ""
    highest, lowest = (
        f"{' / '.join(map(spaced, key))} {matrix.write(values[key])}"
        for key in (values.idxmax(), values.idxmin())
    )
    return f"Highest {highest}, lowest {lowest}."
