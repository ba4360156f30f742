"""Read what a chart shows: its texts, the labels of its rows and of its legend, its marks."""

from itertools import combinations

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.transforms import Bbox

WHITE = "#FFFFFF"


def texts(figure: Figure) -> list[tuple[str, Bbox]]:
    """Return every visible text with its box."""
    figure.draw_without_rendering()
    hidden = _texts_of_hidden_axes(figure) | _labels_outside_the_axis(figure)
    found = []
    for text in figure.findobj(Text):
        if text.get_visible() and text.get_text().strip() and text not in hidden:
            found.append((text.get_text(), text.get_window_extent()))
    return found


def _texts_of_hidden_axes(figure: Figure) -> set:
    return {text for ax in figure.axes if not ax.get_visible() for text in ax.findobj(Text)}


def _labels_outside_the_axis(figure: Figure) -> set:
    """Return the labels of ticks beyond the ends of an axis, which matplotlib does not draw."""
    outside = set()
    for ax in figure.axes:
        for axis in (ax.xaxis, ax.yaxis):
            drawn = axis._update_ticks()
            for tick in axis.get_major_ticks():
                if tick not in drawn:
                    outside |= {tick.label1, tick.label2}
    return outside


def overlaps(shown: list[tuple[str, Bbox]]) -> list[tuple[str, str]]:
    """Return the pairs of texts whose boxes overlap."""
    found = []
    edges = [(text, box.extents.tolist()) for text, box in shown]  # reading a box takes its time
    for (text, box), (other_text, other) in combinations(edges, 2):
        width = min(box[2], other[2]) - max(box[0], other[0])
        height = min(box[3], other[3]) - max(box[1], other[1])
        if width > 1 and height > 1.5:
            found.append((text, other_text))
    return found


def one_line(figure: Figure) -> list[str]:
    """Return every visible text without its line breaks."""
    return [text.replace("\n", " ") for text, _ in texts(figure)]


def panel_texts(figure: Figure) -> list[str]:
    """Return the texts written inside panels, in the order in which they were written."""
    figure.draw_without_rendering()
    return [text.get_text() for ax in figure.axes for text in ax.texts if text.get_text()]


def caption(figure: Figure) -> str:
    """Return the title and caption of a chart on one line."""
    return " ".join(text.get_text().replace("\n", " ") for text in figure.texts)


def row_labels(ax: Axes) -> list[str]:
    return [label.get_text() for label in ax.get_yticklabels()]


def column_labels(ax: Axes) -> list[str]:
    return [label.get_text().replace("\n", " ") for label in ax.get_xticklabels()]


def panel_titles(figure: Figure) -> list[str]:
    return [ax.get_title(loc="left") for ax in figure.axes]


def legend_labels(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.legends[0].get_texts()]


def marks(ax: Axes, marker: str | None = None) -> list[Line2D]:
    """Return the lines of a panel that are drawn with a marker, or with a certain one."""
    drawn = [line for line in ax.lines if line.get_marker() not in ("None", "")]
    if marker is None:
        return drawn
    return [line for line in drawn if line.get_marker() == marker]


def bars(ax: Axes) -> list[list[float]]:
    """Return both ends of every line without markers that has two points."""
    plain = [line for line in ax.lines if line.get_marker() == "None"]
    return [list(line.get_xdata()) for line in plain if len(line.get_xdata()) == 2]


def is_hollow(line: Line2D) -> bool:
    return line.get_markerfacecolor() == WHITE
