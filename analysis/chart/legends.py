"""
Legends: their entries, and where they are placed.

In: names with their colours, or handles of matplotlib. Out: a legend on the chart or on a panel, in
as many columns as fit. The size of its text is ``style.SIZE["legend"]``, the spacing of its
columns is set in ``style``.
"""

from collections.abc import Mapping, Sequence

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.legend import Legend
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from analysis.chart import palette
from analysis.chart.captions import spaced
from analysis.chart.palette import Fill

__all__ = [
    "DASHED",
    "line_entry",
    "marker_entries",
    "patch_entries",
    "place_on_chart",
    "place_on_panel",
    "reference_entry",
]

DASHED = (0, (4, 2))  # of reference lines
_PANEL_WIDTH = 5  # maximum width of the legend of a panel, in inches


def line_entry(label: str, **look: object) -> Line2D:
    """
    Return a legend entry drawn as a line or a marker.

    Parameters
    ----------
    label : str
    **look
        Properties of ``matplotlib.lines.Line2D``; without a ``marker`` a line is drawn.

    Returns
    -------
    Line2D
    """
    line = Line2D([], [], label=label)
    line.set(**look)
    return line


def reference_entry(label: str) -> Line2D:
    """Return the legend entry of a dashed reference line."""
    return line_entry(label, color=palette.TEXT, linestyle=DASHED, linewidth=1)


def marker_entries(fills: Mapping[str, Fill]) -> list[Line2D]:
    """
    Return a legend entry with a marker for each category.

    Parameters
    ----------
    fills : mapping of str to Fill
        See ``palette.category_fills``. Underscores of names are shown as spaces.

    Returns
    -------
    list of Line2D
    """
    entries = []
    for name, fill in fills.items():
        entry = line_entry(spaced(name), linestyle="none", marker=fill.marker, color=fill.line)
        entries.append(entry)
    return entries


def patch_entries(fills: Mapping[str, Fill]) -> list[Patch]:
    """
    Return a legend entry with a coloured area for each category.

    Parameters
    ----------
    fills : mapping of str to Fill
        See ``palette.category_fills``. Underscores of names are shown as spaces.

    Returns
    -------
    list of Patch
    """
    entries = []
    for name, fill in fills.items():
        patch = Patch(
            facecolor=fill.colour,
            hatch=fill.hatch,
            edgecolor=palette.EDGE,
            label=spaced(name),
        )
        entries.append(patch)
    return entries


def place_on_chart(chart: Figure, handles: Sequence[Artist], inches: float) -> Legend | None:
    """
    Add a legend to a chart, in as many columns as fit.

    Parameters
    ----------
    chart : Figure
    handles : sequence of matplotlib handles
    inches : float
        Maximum width.

    Returns
    -------
    Legend or None
        None if there are no handles.
    """
    for columns in range(len(handles), 0, -1):
        legend = chart.legend(
            handles=list(handles), ncols=columns, loc="upper left", borderaxespad=0, borderpad=0.1
        )
        if columns == 1 or legend.get_window_extent().width / chart.dpi <= inches:
            return legend
        legend.remove()
    return None


def place_on_panel(ax: Axes, handles: Sequence[Artist], title: str) -> None:
    """
    Add a legend above a panel, in as many columns as fit.

    Parameters
    ----------
    ax : Axes
    handles : sequence of matplotlib handles
    title : str
        Heading of the legend; empty for none.
    """
    for columns in range(len(handles), 0, -1):
        legend = ax.legend(
            handles=list(handles),
            ncols=columns,
            loc="lower left",
            bbox_to_anchor=(0, 1),
            borderaxespad=0.2,
            alignment="left",
            title=title or None,
            title_fontproperties={"weight": "bold"},
        )
        if legend.get_window_extent().width / ax.figure.dpi < _PANEL_WIDTH:
            return
