"""
Matrices: a value and its n in each cell, outlets as rows.

In: a table with one row for each cell that was measured. Out: matplotlib Figures.
A cell that was not measured is white with a dash, which is not the same as 0. Every value is also
written, so that the chart can be read without colours.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import Normalize, TwoSlopeNorm
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.typing import ColorType

from analysis.chart import palette
from analysis.chart.captions import join_sentences, spaced
from analysis.chart.layout import WIDTH, Chart, empty_chart, finish, panels
from analysis.chart.palette import text_colour_on
from analysis.chart.rows import ROW_HEIGHT, Rows, arrange_rows, draw_rows, keep_largest
from analysis.chart.style import SIZE, styled
from analysis.chart.text_fitting import width_of, wrap

__all__ = ["heatmap", "target_matrix"]

_MANY_COLUMNS = 8  # above this number, n is written below the value instead of after it
# in inches
_TALL_ROW = 0.36
_MIN_CELL_WIDTH = 0.4
_CELL_PADDING = 0.14
_LABELS_WIDTH = 2.9
_MAX_WIDTH = 16
_HEADING_PADDING = 0.06
_SLANTED_LENGTH = 2.2


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
    highest = table[value].max() if table[value].notna().any() else 1
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
    title: str = "Polarity towards those named",
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
    has_few = table["n"] < min_mentions
    matrix = _Matrix(
        rows="outlet",
        columns="entity",
        value="estimate",
        n="n",
        norm=TwoSlopeNorm(0, -1, 1),
        colormap=palette.DIVERGING,
        write=_with_sign,
        kind="Matrix of mean polarity, -1 to 1",
        dash=f"fewer than {min_mentions} mentions: only n" if has_few.any() else "not measured",
    )
    enough = table.assign(estimate=table["estimate"].where(table["n"] >= min_mentions))
    return _draw_matrix(enough, matrix, title, caption, (max_outlets, max_entities))


def _as_percent(value: float) -> str:
    return f"{value:.0%}"


def _as_decimal(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _with_sign(value: float) -> str:
    return f"{value:+.2f}".replace("-", "−")


def _draw_matrix(
    table: pd.DataFrame, matrix: _Matrix, title: str, caption: str | None, limits: tuple[int, int]
) -> Figure:
    max_rows, max_columns = limits
    kept, rows_note = keep_largest(table, matrix.rows, max_rows, matrix.n)
    kept, columns_note = keep_largest(kept, matrix.columns, max_columns, matrix.n)
    totals = kept.groupby(matrix.columns)[matrix.n].sum()
    columns = list(totals.sort_values(ascending=False, kind="stable").index)
    names = sorted(dict.fromkeys(kept[matrix.rows]), key=str.casefold)
    chart = _draw_panel(kept, matrix, names, columns)
    facts = (
        f"{spaced(matrix.rows)} ({len(names)}) by {spaced(matrix.columns)} ({len(columns)}); "
        f"in brackets n, {kept[matrix.n].sum():,.0f} in all; –: {matrix.dash}."
    ).capitalize()
    return finish(
        chart,
        title,
        join_sentences(facts if caption is None else caption, rows_note, columns_note),
        join_sentences(f"{matrix.kind}.", facts, _extremes(_cells(kept, matrix), matrix)),
    )


def _cells(table: pd.DataFrame, matrix: _Matrix) -> pd.DataFrame:
    """Return the table with one row for each cell, by row and column of the matrix."""
    keys = [matrix.rows, matrix.columns]
    return table.drop_duplicates(keys).set_index(keys)


def _draw_panel(
    table: pd.DataFrame, matrix: _Matrix, names: Sequence[str], columns: Sequence[str]
) -> Chart:
    is_wide = len(columns) > _MANY_COLUMNS
    rows = arrange_rows(names, least=_TALL_ROW if is_wide else ROW_HEIGHT)
    cells = _cells(table, matrix)
    texts = _cell_texts(cells, matrix, "\n" if is_wide else " ")
    cell_width = _widest(texts.values())
    width = max(WIDTH, min(_LABELS_WIDTH + cell_width * len(columns), _MAX_WIDTH))
    chart, grid = panels([rows.height], width=width)
    ax = grid[0, 0]
    draw_rows(ax, rows, lines=False)
    edges = _row_edges(rows)
    for i, name in enumerate(names):
        for j, column in enumerate(columns):
            value = cells[matrix.value].get((name, column), float("nan"))
            text = texts.get((name, column), "–")
            _draw_cell(ax, (j, edges[i], edges[i + 1]), rows.centres[i], value, text, matrix)
    _write_headings(ax, columns, (width - _LABELS_WIDTH) / len(columns))
    return chart


def _cell_texts(cells: pd.DataFrame, matrix: _Matrix, gap: str) -> dict[tuple, str]:
    """Return the text of each cell: its value, and its n in brackets."""
    return {
        key: _cell_text(row[matrix.value], row[matrix.n], matrix.write, gap)
        for key, row in cells.iterrows()
    }


def _cell_text(value: float, n: float, write: Callable[[float], str], gap: str) -> str:
    written = "–" if pd.isna(value) else write(value)
    if pd.isna(n):
        return "0" if value == 0 else written
    if n == 0 and value == 0:
        return "0"
    return f"{written}{gap}({n:,.0f})"


def _widest(texts: Iterable[str]) -> float:
    """Return the width in inches of a cell that holds the widest line of the texts."""
    lines = [line for text in texts for line in text.split("\n")]
    widest = max((width_of(line, SIZE["cell"]) for line in lines), default=0)
    return max(_MIN_CELL_WIDTH, widest + _CELL_PADDING)


def _row_edges(rows: Rows) -> list[float]:
    """Return the edges between rows, half-way between their centres."""
    pairs = zip(rows.centres, rows.centres[1:], strict=False)
    return [0, *((upper + lower) / 2 for upper, lower in pairs), rows.height]


def _draw_cell(
    ax: Axes,
    edges: tuple[float, float, float],
    centre: float,
    value: float,
    text: str,
    matrix: _Matrix,
) -> None:
    """Draw a cell; ``edges`` are its left, top and bottom edge."""
    left, top, bottom = edges
    face = palette.BACKGROUND if pd.isna(value) else _shade(value, matrix)
    colour = palette.MUTED if pd.isna(value) else text_colour_on(face)
    cell = Rectangle((left, top), 1, bottom - top, facecolor=face, edgecolor=palette.BACKGROUND)
    ax.add_artist(cell)
    written = ax.text(
        left + 0.5,
        centre,
        text,
        ha="center",
        va="center",
        linespacing=1.05,
        color=colour,
        size=SIZE["cell"],
    )
    written.set_in_layout(False)


def _shade(value: float, matrix: _Matrix) -> ColorType:
    """
    Return the colour of a value.

    The ends of the colormap are not used: text is hard to read on its darkest tenth.
    """
    norm = matrix.norm
    limited = min(max(value, norm.vmin), norm.vmax)
    return mpl.colormaps[matrix.colormap](0.04 + 0.86 * float(norm(limited)))


def _write_headings(ax: Axes, columns: Sequence[str], width: float) -> None:
    """Write the names of the columns: level if every word fits its column, otherwise slanted."""
    ax.set_xlim(0, len(columns))
    names = [spaced(name) for name in columns]
    room = width - _HEADING_PADDING
    is_level = all(width_of(word) < room for name in names for word in name.split())
    if is_level:
        headings = [wrap(name, room, lines=3) for name in names]
    else:
        headings = [wrap(name, _SLANTED_LENGTH, lines=1) for name in names]
    ax.set_xticks(
        [j + 0.5 for j in range(len(columns))],
        headings,
        rotation=0 if is_level else 40,
        ha="center" if is_level else "left",
        rotation_mode="anchor",
    )
    ax.tick_params(axis="x", length=0, bottom=False, top=False, labelbottom=False, labeltop=True)
    ax.spines["bottom"].set_visible(False)


def _extremes(cells: pd.DataFrame, matrix: _Matrix) -> str:
    """Name the cells with the highest and the lowest value."""
    values = cells[matrix.value].dropna()
    if values.empty:
        return ""
    highest, lowest = (
        f"{' / '.join(map(str, key))} {matrix.write(values[key])}"
        for key in (values.idxmax(), values.idxmin())
    )
    return f"Highest {highest}, lowest {lowest}."
