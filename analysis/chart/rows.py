"""
Rows of outlets, first row at the top: labels, heights, shading and notes.

In: the names of rows, and their minimum heights. Out: ``Rows``, and panels with one inch of data
to one inch of paper. Also selects the outlets that fit on one page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.text import Text

from analysis.chart import palette
from analysis.chart.captions import NO_OUTLET, spaced
from analysis.chart.evidence import Evidence, attach
from analysis.chart.layout import LINE_HEIGHT
from analysis.chart.style import SIZE
from analysis.chart.text_fitting import clean, wrap

__all__ = [
    "ROW_HEIGHT",
    "Rows",
    "by_first_day",
    "arrange_rows",
    "draw_rows",
    "keep_largest",
    "name_in_full",
    "note_at_right",
    "shade_bands",
]

# in inches
ROW_HEIGHT = 0.28
_LABEL_WIDTH = 2.3
_LABEL_PADDING = 0.07


@dataclass(frozen=True)
class Rows:
    """
    The rows of a panel.

    Attributes
    ----------
    labels : list of str
        Wrapped to three lines at most.
    centres : list of float
        Inches from the top of the panel to the middle of each row.
    height : float
        Inches of the panel.
    names : list of str
        The labels in full. A label that is cut has its name as a tooltip.
    """

    labels: list[str]
    centres: list[float]
    height: float
    names: list[str] = field(default_factory=list, repr=False, compare=False)


def arrange_rows(names: Sequence[str], least: float | Sequence[float] = ROW_HEIGHT) -> Rows:
    """
    Wrap the names of rows and compute the height that each row needs.

    Parameters
    ----------
    names : sequence of str
        From top to bottom.
    least : float or sequence of float
        Minimum height in inches, of all rows or of each row.

    Returns
    -------
    Rows

    Examples
    --------
    >>> arrange_rows(["AFP", "SANA"], least=0.5)
    Rows(labels=['AFP', 'SANA'], centres=[0.25, 0.75], height=1.0)
    """
    if isinstance(least, int | float):
        least = [least] * len(names)
    labels, centres = [], []
    top = 0.0
    for name, least_height in zip(names, least, strict=True):
        label = wrap(name, _LABEL_WIDTH, SIZE["tick"], lines=3)
        height = max(least_height, _label_height(label))
        labels.append(label)
        centres.append(top + height / 2)
        top += height
    return Rows(labels, centres, top, [clean(name) for name in names])


def _label_height(label: str) -> float:
    if not label:
        return 0
    n_lines = label.count("\n") + 1
    return n_lines * SIZE["tick"] * LINE_HEIGHT / 72 + _LABEL_PADDING


def draw_rows(ax: Axes, rows: Rows, lines: bool = True) -> None:
    """
    Set up the vertical axis of a panel for rows.

    Parameters
    ----------
    ax : Axes
    rows : Rows
    lines : bool
        Whether to draw a faint line through each row.
    """
    ax.set_ylim(rows.height, 0)
    ax.set_yticks(rows.centres, rows.labels)
    name_in_full(ax.get_yticklabels(), rows.names)
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    if lines:
        ax.hlines(
            rows.centres,
            0,
            1,
            transform=ax.get_yaxis_transform(),
            color=palette.FAINT,
            linewidth=0.6,
            zorder=0,
        )


def name_in_full(labels: Sequence[Text], names: Sequence[str]) -> None:
    """
    Give labels that are cut their full names as tooltips.

    Parameters
    ----------
    labels : sequence of Text
        Drawn, maybe cut by an ellipsis.
    names : sequence of str
        In full, in the same order.
    """
    for label, name in zip(labels, names, strict=False):
        if label.get_text().endswith("…"):
            attach(Evidence((), name), label)


def shade_bands(axes: Sequence[Axes], rows: Rows, starts: Sequence[object] | None = None) -> None:
    """
    Shade every second group of rows.

    Parameters
    ----------
    axes : sequence of Axes
    rows : Rows
    starts : sequence, optional
        For each row, a true value if a new group starts there. By default each row is a group.
    """
    edge = 0.0
    is_shaded = True
    for i, centre in enumerate(rows.centres):
        bottom = 2 * centre - edge
        if starts is None or starts[i]:
            is_shaded = not is_shaded
        if is_shaded:
            for ax in axes:
                ax.axhspan(edge, bottom, color=palette.BAND, linewidth=0, zorder=0)
        edge = bottom


def note_at_right(
    ax: Axes,
    height: float,
    text: str,
    gap: float = 4,
    size: float = SIZE["note"],
) -> None:
    """
    Write a note at the right end of a row, outside the panel.

    Parameters
    ----------
    ax : Axes
    height : float
        The centre of the row, see ``Rows``.
    text : str
    gap : float
        Points between the panel and the note.
    size : float
        Points.
    """
    ax.annotate(
        text,
        (1, height),
        (gap, 0),
        ax.get_yaxis_transform(),
        "offset points",
        va="center",
        size=size,
        color=palette.MUTED,
    )


def keep_largest(
    table: pd.DataFrame,
    column: str,
    limit: int,
    weight: str | None = None,
) -> tuple[pd.DataFrame, str]:
    """
    Keep the names that have most rows, so that a chart fits on one page.

    Parameters
    ----------
    table : DataFrame
        Not changed.
    column : str
        Column of names.
    limit : int
        Number of names to keep.
    weight : str, optional
        Column whose sum ranks the names. By default the number of rows ranks them.

    Returns
    -------
    kept : DataFrame
        A new table with cleaned names, in the same order.
    note : str
        A sentence for the caption; empty if all names were kept.
    """
    placeholder = NO_OUTLET if column == "outlet" else "not stated"
    names = table[column].map(clean).replace("", placeholder).astype(object)
    table = table.assign(**{column: names})
    if weight is None:
        sizes = table[column].value_counts()
    else:
        sizes = table.groupby(column).agg({weight: "sum"})[weight]
    if len(sizes) <= limit:
        return table.reset_index(drop=True), ""
    ranked = sorted(sizes.index, key=lambda name: (-sizes[name], name))
    kept = table.loc[table[column].isin(ranked[:limit])].reset_index(drop=True)
    kind = "outlets" if column == "outlet" else f"{spaced(column)} values"
    note = (
        f"Shown: {limit} of {len(ranked)} {kind}, those with the most entries. "
        "The table contains all of them."
    )
    return kept, note


def by_first_day(table: pd.DataFrame) -> list[str]:
    """
    Return the outlets in the order of their first day; those without a date come last.

    Parameters
    ----------
    table : DataFrame
        Columns ``outlet`` and ``published``.

    Returns
    -------
    list of str
        Outlets with the same first day are in alphabetical order.
    """
    first_days = table.groupby("outlet").agg({"published": "min"})["published"]

    def sort_key(outlet: str) -> tuple:
        first_day = first_days.loc[outlet]
        return pd.isna(first_day), first_day, outlet

    return sorted(first_days.index, key=sort_key)
