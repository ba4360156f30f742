"""
The table of a story's numbers: quantities as rows, outlets as columns, as printed in the cells.

In: the rows and cells of ``compare.quantity_matrix``. Out: a matplotlib Figure. An empty cell is an
outlet in which the quantity was not found, which need not mean that it was not printed.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from analysis.chart import palette
from analysis.chart.captions import choose_caption, join_sentences
from analysis.chart.checks import check_note, check_sign
from analysis.chart.evidence import attach, of_row, of_rows
from analysis.chart.layout import WIDTH, Chart, empty_chart, finish, panels
from analysis.chart.matrices import row_edges, write_headings
from analysis.chart.rows import arrange_rows, draw_rows
from analysis.chart.style import SIZE, styled
from analysis.chart.text_fitting import clean, width_of, wrap
from analysis.core.calendar_words import short_day
from analysis.core.doubt_words import WHY_IN_DOUBT
from analysis.core.plurals import count_and_noun

__all__ = ["quantity_table"]

DIFFERS = "≠"
MAY_DIFFER = "≠?"
# in inches
_ROW = 0.4
_LABELS_WIDTH = 2.9
_MIN_CELL = 0.75
_MAX_CELL = 1.6
_PADDING = 0.12
_MAX_WIDTH = 16


@styled
def quantity_table(
    rows: pd.DataFrame,
    cells: pd.DataFrame,
    title: str = "Which outlet prints which number",
    caption: str | None = None,
    max_rows: int = 14,
    max_outlets: int = 10,
) -> Figure:
    """
    Draw what each outlet prints for each quantity of a story.

    Parameters
    ----------
    rows, cells : DataFrame
        From ``compare.quantity_matrix.quantity_matrix``. Not changed.
    title : str
        States the finding.
    caption : str, optional
        By default what the marks mean and what is left out.
    max_rows, max_outlets : int
        Only the first rows, and the outlets with most cells in them, are shown.

    Returns
    -------
    Figure
        A cell is the last number that an outlet put forward, and its day, with "+1" for a rival
        number beside it. A row in which two numbers differ by more than rounding and open ends, or
        in which an outlet prints rival ones, has the sign ≠, or ≠? where it may be of two things
        (``are_in_doubt``); a cell that differs from the number that most outlets print has ≠. For
        no rows, a chart that says so.
    """
    if rows.empty or cells.empty:
        return empty_chart(title, "no outlet prints a number in this story. Choose another story.")
    kept = rows.head(max_rows)
    shown = cells.loc[cells["quantity_id"].isin(kept["quantity_id"])]
    n_cells = shown["outlet"].value_counts()
    outlets = sorted(n_cells.index[:max_outlets], key=lambda name: (-n_cells[name], name))
    shown = shown.loc[shown["outlet"].isin(outlets)]
    chart = _draw(kept, shown, outlets)
    facts = (
        f"Each cell: the last number that an outlet put forward, and its day; +1: a rival number "
        f"that the same article prints beside it. {DIFFERS} marks rows in which numbers differ by "
        "more than rounding and open ends, or in which an outlet prints rival numbers side by "
        "side, and cells that differ from the number that most outlets print; not a number that "
        "another outlet printed too and has changed since, nor one that may be the same count as "
        f"a larger one of another outlet later. {MAY_DIFFER}: it may be two things, "
        f"since {WHY_IN_DOUBT}. Empty: not found. "
        "Rival counts that were not recognised as one quantity stand in rows of their own."
    )
    left_out = _left_out(len(rows), len(kept), len(n_cells), len(outlets))
    elsewhere = _only_in_other_rows(cells, n_cells.index)
    return finish(
        chart,
        title,
        choose_caption(caption, facts, left_out, elsewhere, check_note(shown)),
        join_sentences("Table of numbers by outlet.", _in_words(kept, shown)),
    )


def _left_out(n_rows: int, n_kept: int, n_outlets: int, n_shown: int) -> str:
    """Say how many rows and columns are not drawn."""
    parts = []
    if n_rows > n_kept:
        quantities = count_and_noun(n_rows - n_kept, "quantity")
        parts.append(quantities.replace("quantitys", "quantities"))
    if n_outlets > n_shown:
        parts.append(count_and_noun(n_outlets - n_shown, "outlet"))
    if not parts:
        return ""
    return f"Not shown, in the saved table: {' and '.join(parts)}."


def _only_in_other_rows(cells: pd.DataFrame, outlets: Iterable[str]) -> str:
    """Name the outlets that print numbers of the story, but none in the rows that are drawn."""
    names = sorted(set(cells["outlet"]) - set(outlets))
    if not names:
        return ""
    return f"Numbers in other rows only: {', '.join(names)}."


def _draw(rows: pd.DataFrame, cells: pd.DataFrame, outlets: Sequence[str]) -> Chart:
    labels = [f"{clean(row['label'])}{_sign_of_row(row)}" for row in rows.to_dict("records")]
    layout = arrange_rows(labels, least=_ROW)
    texts, evidence = {}, {}
    for cell in cells.to_dict("records"):
        key = cell["quantity_id"], cell["outlet"]
        texts[key] = _cell_text(cell)
        evidence[key] = of_row(cell)
    widest = _cell_width(texts.values())
    width = max(WIDTH, min(_LABELS_WIDTH + widest * len(outlets), _MAX_WIDTH))
    cell_width = (width - _LABELS_WIDTH) / len(outlets)
    chart, grid = panels([layout.height], width=width)
    ax = grid[0, 0]
    draw_rows(ax, layout, lines=False)
    for label, row in zip(ax.get_yticklabels(), rows.to_dict("records"), strict=True):
        attach(of_rows(row["label"], quantity_id=row["quantity_id"]), label)
    edges = row_edges(layout)
    for number, quantity_id in enumerate(rows["quantity_id"]):
        if number % 2:
            _shade_row(ax, edges[number], edges[number + 1], len(outlets))
        for place, outlet in enumerate(outlets):
            text = texts.get((quantity_id, outlet))
            if text is None:
                continue
            centre = place + 0.5, layout.centres[number]
            written = _write_cell(ax, centre, text, cell_width)
            attach(evidence[quantity_id, outlet], written)
    write_headings(ax, outlets, cell_width)
    return chart


def _sign_of_row(row: Mapping) -> str:
    """Return the sign behind the label of a row in which numbers differ, or rivals stand."""
    is_different = not pd.isna(row["differ"]) and bool(row["differ"])
    if is_different and row["in_doubt"]:
        return f" {MAY_DIFFER}"
    if is_different or row["n_rivals"] > 0:
        return f" {DIFFERS}"
    return ""


class _CellText(NamedTuple):
    """What is written in a cell: number as printed, signs behind it, day and rivals below."""

    words: str
    signs: str
    below: str


def _cell_text(cell: Mapping) -> _CellText:
    """Return the texts of a cell."""
    day = pd.Timestamp(cell["published"])
    signs = check_sign(cell)
    if cell["differs"]:
        signs += f" {DIFFERS}"
    below = []
    if isinstance(day, pd.Timestamp):
        below.append(short_day(day))
    if isinstance(cell["rivals"], str):
        below.append(f"+{len(cell['rivals'].split('; '))}")
    return _CellText(clean(cell["words"]), signs, ", ".join(below))


def _cell_width(texts: Iterable[_CellText]) -> float:
    widest = max(width_of(text.words + text.signs, SIZE["cell"]) for text in texts)
    return min(max(widest + _PADDING, _MIN_CELL), _MAX_CELL)


def _shade_row(ax: Axes, top: float, bottom: float, n_columns: int) -> None:
    ax.add_artist(
        Rectangle((0, top), n_columns, bottom - top, facecolor=palette.BAND, edgecolor="none")
    )


def _write_cell(ax: Axes, centre: tuple[float, float], cell: _CellText, width: float) -> list[Text]:
    is_marked = DIFFERS in cell.signs
    room = width - 0.06 - width_of(cell.signs, SIZE["cell"])
    number = ax.text(
        centre[0],
        centre[1] - (0.07 if cell.below else 0),
        # signs stay where long words are cut
        wrap(cell.words, room, SIZE["cell"], lines=1) + cell.signs,
        ha="center",
        va="center",
        size=SIZE["cell"],
        weight="bold" if is_marked else "normal",
        color=palette.CONTRAST if is_marked else palette.TEXT,
    )
    written = [number]
    if cell.below:
        below = ax.text(
            centre[0],
            centre[1] + 0.09,
            cell.below,
            ha="center",
            va="center",
            size=SIZE["note"],
            color=palette.MUTED,
        )
        written.append(below)
    for text in written:
        text.set_in_layout(False)
    return written


def _in_words(rows: pd.DataFrame, cells: pd.DataFrame) -> str:
    """Describe the first row."""
    first = rows.iloc[0]
    own = cells.loc[cells["quantity_id"].eq(first["quantity_id"])]
    stated = "; ".join(f"{cell['outlet']} {cell['words']}" for cell in own.to_dict("records"))
    return f"{first['label']}: {stated}." if stated else ""
