"""
The page of a chart: panels, title, legend and caption, arranged so that nothing overlaps.

In: the sizes of the panels, and the text around them. Out: a ``Chart``.
All positions are computed in inches from the measured size of the text, so that a chart of 3
outlets and a chart of 40 have rows of the same height. What is drawn inside the panels is up to
the module of each kind of chart.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.legend import Legend
from matplotlib.text import Text

from analysis.chart import fonts, palette, style
from analysis.chart.captions import as_sentence, corpus_note, join_sentences
from analysis.chart.legends import place_on_chart
from analysis.chart.saving import png_bytes
from analysis.chart.text_fitting import wrap

__all__ = ["LINE_HEIGHT", "WIDTH", "Chart", "empty_chart", "finish", "metric_panels", "panels"]

# all in inches, except LINE_HEIGHT
WIDTH = 8.5
PAD = 0.15  # at the edge of the page
GAP = 0.22  # between panels
BELOW_TITLE = 0.1
BELOW_LEGEND = 0.08
ABOVE_CAPTION = 0.12
MIN_PANEL_WIDTH = 0.9
_PANELS_PER_ROW = 3
LINE_HEIGHT = 1.32  # relative to the size of the text


@dataclass(frozen=True)
class PanelGrid:
    """
    The panels of a chart and the room that each needs.

    Attributes
    ----------
    axes : ndarray of Axes, shape (n_rows, n_columns)
    heights : list of float
        Of each row of panels, in inches, without labels.
    weights : list of float
        Width of each column relative to the others.
    """

    axes: np.ndarray
    heights: list[float]
    weights: list[float]

    def visible(self) -> Iterator[tuple[int, int, Axes]]:
        """Yield row, column and axes of each panel that is shown."""
        for (row, column), ax in np.ndenumerate(self.axes):
            if ax.get_visible():
                yield row, column, ax


class Chart(Figure):
    """
    A matplotlib figure that has an alt text and displays itself in a notebook.

    It is not registered with ``pyplot``, so charts need not be closed.

    Attributes
    ----------
    alt : str
        What the chart shows, in words.
    panel_grid : PanelGrid
        Set by ``panels``.
    """

    panel_grid: PanelGrid

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        FigureCanvasAgg(self)
        self.alt = ""

    def draw(self, renderer) -> None:
        """Draw with the settings of this project, even outside ``style.use_style``."""
        with style.use_style():
            super().draw(renderer)

    def _repr_mimebundle_(self, include=None, exclude=None) -> tuple[dict, dict]:
        """
        Return the chart as a picture.

        JupyterLab would show an SVG as an image without tooltips or links, and not at all in a
        notebook that is not trusted. The report takes the SVG from the saved file.
        """
        metadata = {
            "alt": self.alt,
            "width": round(self.get_figwidth() * 100),
            "height": round(self.get_figheight() * 100),
        }
        encoded = b64encode(png_bytes(self)).decode("ascii")
        return {"image/png": encoded, "text/plain": self.alt}, {"image/png": metadata}


def panels(
    heights: Sequence[float],
    widths: Sequence[float] = (1,),
    width: float = WIDTH,
    share_y: bool = False,
) -> tuple[Chart, np.ndarray]:
    """
    Create a chart with a grid of empty panels.

    Parameters
    ----------
    heights : sequence of float
        Height of each row of panels in inches, without labels.
    widths : sequence of float
        Width of each column relative to the others.
    width : float
        Width of the whole chart in inches.
    share_y : bool
        Whether the panels of a row share their vertical axis.

    Returns
    -------
    chart : Chart
    axes : ndarray of Axes, shape (n_rows, n_columns)
    """
    chart = Chart(figsize=(width, sum(heights) + 2))
    axes = chart.subplots(
        len(heights), len(widths), squeeze=False, sharey="row" if share_y else False
    )
    chart.panel_grid = PanelGrid(axes, list(heights), list(widths))
    return chart, axes


def metric_panels(metrics: Sequence[str], height: float) -> tuple[Chart, dict[str, Axes]]:
    """
    Create a chart with a panel for each metric, up to three side by side.

    Parameters
    ----------
    metrics : sequence of str
        At least one.
    height : float
        Height of each panel in inches, without labels.

    Returns
    -------
    chart : Chart
    axes : dict of str to Axes
        By metric.
    """
    n_columns = min(len(metrics), _PANELS_PER_ROW)
    n_rows = -(-len(metrics) // n_columns)
    chart, grid = panels(
        [height] * n_rows, [1] * n_columns, width=7 + 1.5 * n_columns, share_y=True
    )
    for ax in grid.flat[len(metrics) :]:
        ax.set_visible(False)
    return chart, dict(zip(metrics, grid.flat, strict=False))


def finish(
    chart: Chart,
    title: str,
    caption: str,
    alt: str,
    legend: Sequence[Artist] = (),
) -> Chart:
    """
    Add title, legend and caption, and arrange everything so that nothing is cut or overlaps.

    Parameters
    ----------
    chart : Chart
        From ``panels``, with its panels drawn.
    title : str
        States the finding. Wrapped to the width of the chart.
    caption : str
        Number of articles, dates, interval. Wrapped to the width of the chart. The note on the
        corpus follows, and then the characters that are drawn as boxes because no font has them.
    alt : str
        What the chart shows, in words. The alt text is the title followed by this.
    legend : sequence of matplotlib handles
        Empty for no legend.

    Returns
    -------
    Chart
        The same chart, at its final size.
    """
    inner_width = chart.get_figwidth() - 2 * PAD
    title_text = _add_title(chart, title, inner_width)
    caption = join_sentences(caption, corpus_note())
    caption = join_sentences(caption, fonts.note_missing(_texts(chart, legend, caption)))
    caption_text = _add_caption(chart, caption, inner_width)
    legend_box = place_on_chart(chart, legend, inner_width)
    above = PAD + _height(title_text, BELOW_TITLE) + _height(legend_box, BELOW_LEGEND)
    below = PAD + _height(caption_text, ABOVE_CAPTION)
    for _ in range(2):  # the ticks change with the size, so measure a second time
        _arrange_panels(chart, above, below)
    _move(title_text, PAD, chart.get_figheight() - PAD)
    _move(caption_text, PAD, PAD)
    if legend_box:
        _move_legend(chart, legend_box, above)
    chart.alt = join_sentences(as_sentence(title), alt)
    return chart


def _texts(chart: Chart, legend: Sequence[Artist], caption: str) -> Iterator[str]:
    """Yield everything that is written on a chart."""
    for text in chart.findobj(Text):
        assert isinstance(text, Text)
        yield text.get_text()
    for entry in legend:
        yield str(entry.get_label())
    yield caption


def empty_chart(title: str, reason: str) -> Chart:
    """
    Create a chart that says that there is nothing to show.

    Parameters
    ----------
    title : str
    reason : str
        What is missing and what to change, as the rest of a sentence.

    Returns
    -------
    Chart
    """
    with style.use_style():
        chart, axes = panels([0.9])
        ax = axes[0, 0]
        ax.set_axis_off()
        text = "Nothing to show: " + reason
        wrapped = wrap(text, WIDTH - 2 * PAD, style.SIZE["label"])
        ax.text(0, 0.5, wrapped, va="center", color=palette.MUTED)
        return finish(chart, title, "", text)


def _add_title(chart: Chart, title: str, inches: float) -> Text | None:
    if not title:
        return None
    size = style.SIZE["title"]
    wrapped = _wrap_paragraphs(title, inches, size, bold=True)
    return chart.text(
        0, 0, wrapped, size=size, weight="bold", ha="left", va="top", linespacing=LINE_HEIGHT - 0.1
    )


def _add_caption(chart: Chart, caption: str, inches: float) -> Text | None:
    if not caption:
        return None
    size = style.SIZE["note"]
    wrapped = _wrap_paragraphs(caption, inches, size)
    return chart.text(
        0,
        0,
        wrapped,
        size=size,
        ha="left",
        va="bottom",
        linespacing=LINE_HEIGHT - 0.1,
        color=palette.MUTED,
    )


def _wrap_paragraphs(
    text: str,
    inches: float,
    size: float,
    bold: bool = False,
) -> str:
    paragraphs = str(text).split("\n")
    return "\n".join(wrap(paragraph, inches, size, bold) for paragraph in paragraphs)


def _height(box: Text | Legend | None, margin: float) -> float:
    """Return the height of a text or legend with its margin, in inches; 0 for None."""
    if box is None:
        return 0.0
    return box.get_window_extent().height / _figure_of(box).dpi + margin


def _figure_of(artist: Artist) -> Figure:
    figure = artist.get_figure(root=True)
    assert figure is not None
    return figure


def _move(text: Text | None, left: float, bottom: float) -> None:
    """Move a text to a position in inches."""
    if text is not None:
        figure = _figure_of(text)
        text.set_position((left / figure.get_figwidth(), bottom / figure.get_figheight()))


def _move_legend(chart: Chart, legend: Legend, above: float) -> None:
    """Move the legend directly above the panels."""
    top = chart.get_figheight() - above + _height(legend, BELOW_LEGEND)
    legend.set_bbox_to_anchor((PAD / chart.get_figwidth(), top / chart.get_figheight()))


class Margins(NamedTuple):
    """How far the labels of panels extend beyond the panels, in inches."""

    left: float
    right: float
    top: float
    bottom: float


def _arrange_panels(chart: Chart, above: float, below: float) -> None:
    """Set the size of the chart and the position of every panel."""
    grid = chart.panel_grid
    margins = _measure_margins(chart)
    columns = [_largest(margins, column=column) for column in range(len(grid.weights))]
    rows = [_largest(margins, row=row) for row in range(len(grid.heights))]
    widths = _fit_columns(chart, columns)
    _fit_rows(chart, rows, above, below)
    page_width, page_height = chart.get_size_inches()
    for row, column, ax in grid.visible():
        left = _left_edge(column, columns, widths)
        bottom = _bottom_edge(row, page_height - above, rows, grid.heights)
        ax.set_position(
            (
                left / page_width,
                bottom / page_height,
                widths[column] / page_width,
                grid.heights[row] / page_height,
            )
        )


def _measure_margins(chart: Chart) -> dict[tuple[int, int], Margins]:
    """Measure the margins of every visible panel, by row and column."""
    margins = {}
    for row, column, ax in chart.panel_grid.visible():
        inner = ax.get_window_extent()
        outer = ax.get_tightbbox() or inner
        reach = (inner.x0 - outer.x0, outer.x1 - inner.x1, outer.y1 - inner.y1, inner.y0 - outer.y0)
        margins[row, column] = Margins(*(max(0.0, pixels / chart.dpi) for pixels in reach))
    return margins


def _largest(
    margins: dict[tuple[int, int], Margins], row: int | None = None, column: int | None = None
) -> Margins:
    """Return the largest margins of the panels in a row or column."""
    largest = Margins(0.0, 0.0, 0.0, 0.0)
    for (panel_row, panel_column), own in margins.items():
        if row in (None, panel_row) and column in (None, panel_column):
            largest = Margins(*map(max, largest, own))
    return largest


def _fit_columns(chart: Chart, columns: list[Margins]) -> list[float]:
    """
    Return the width of each column of panels in inches.

    The chart becomes wider if its labels leave no room for panels.
    """
    weights = chart.panel_grid.weights
    taken = 2 * PAD + sum(own.left for own in columns)
    taken += sum(own.right for own in columns)
    taken += GAP * (len(weights) - 1)
    chart.set_figwidth(max(chart.get_figwidth(), taken + MIN_PANEL_WIDTH * len(weights)))
    free = chart.get_figwidth() - taken
    return [free * weight / sum(weights) for weight in weights]


def _fit_rows(
    chart: Chart,
    rows: list[Margins],
    above: float,
    below: float,
) -> None:
    """Set the height of the chart to what its panels need."""
    height = above + sum(own.top for own in rows)
    height += sum(chart.panel_grid.heights)
    height += sum(own.bottom for own in rows)
    height += GAP * (len(rows) - 1)
    chart.set_figheight(height + below)


def _left_edge(column: int, columns: list[Margins], widths: list[float]) -> float:
    """Return the distance from the left edge of the chart to a column, in inches."""
    left = PAD + sum(own.left for own in columns[: column + 1])
    left += sum(widths[:column])
    left += sum(own.right for own in columns[:column])
    return left + GAP * column


def _bottom_edge(
    row: int,
    top: float,
    rows: list[Margins],
    heights: list[float],
) -> float:
    """Return the distance from the bottom of the chart to a row, in inches; rows start at top."""
    bottom = top - sum(own.top for own in rows[: row + 1])
    bottom -= sum(heights[: row + 1])
    bottom -= sum(own.bottom for own in rows[:row])
    return bottom - GAP * row
