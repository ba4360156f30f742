"""
The page that every chart stands on: title, legend, panels, caption, and the words for who cannot see it.

In: how large the panels should be and what is to be said around them. Out: a ``Chart`` with nothing cut off.
Everything is laid out in inches from the sizes of the words themselves, so that 3 outlets and 40
get rows of one height.
What is drawn inside the panels is not decided here.
"""

from base64 import b64encode
from functools import wraps

import pandas as pd
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from analysis.chart import style

__all__ = [
    "Chart",
    "bands",
    "day_span",
    "empty",
    "finish",
    "keep_most",
    "outlet_rows",
    "panels",
    "row_names",
    "said",
    "styled",
]

WIDTH = 8.5
PAD = 0.15
GAP = 0.22
LINE = 1.32  # line height over letter size
ROW = 0.28
NAME = 2.3  # greatest width of a row's name


class Chart(Figure):
    """
    A matplotlib Figure with alt text that shows itself in a notebook.

    It does not belong to ``pyplot``, so that a hundred of them leave nothing behind and need no closing.

    Attributes
    ----------
    alt : str
        What the chart shows, in words.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        FigureCanvasAgg(self)
        self.alt = ""

    def draw(self, renderer):
        """Draw under the project's settings, wherever the drawing is asked for."""
        with style.use_style():
            super().draw(renderer)

    def _repr_mimebundle_(self, include=None, exclude=None):
        size = {
            "width": round(self.get_figwidth() * 100),
            "height": round(self.get_figheight() * 100),
        }
        drawn = b64encode(style.picture(self)).decode("ascii")
        return {"image/png": drawn, "text/plain": self.alt}, {
            "image/png": {"alt": self.alt, **size}
        }


def panels(heights, widths=(1,), width=WIDTH, share_y=False):
    """
    Make a chart with a grid of empty panels.

    Parameters
    ----------
    heights : sequence of float
        Inches of each row of panels, without labels.
    widths : sequence of float
        Weights of the columns.
    width : float
        Inches of the whole chart.
    share_y : bool
        Whether panels of a row share their vertical axis.

    Returns
    -------
    chart : Chart
    axes : ndarray of Axes, shape (n_rows, n_columns)
    """
    chart = Chart(figsize=(width, sum(heights) + 2))
    grid = chart.subplots(
        len(heights), len(widths), squeeze=False, sharey="row" if share_y else False
    )
    chart.plan = (grid, list(heights), list(widths))
    return chart, grid


def row_names(names, inches=NAME, least=ROW, size=style.SIZE["tick"]):
    """
    Wrap the names of rows and give each row the room that its name needs.

    Parameters
    ----------
    names : sequence of str
    inches : float
        Greatest width of a name.
    least : float or sequence of float
        Least height of a row, in inches.
    size : float
        Points.

    Returns
    -------
    labels : list of str
        Wrapped to three lines at most.
    centres : list of float
        Inches from the top of the panel to the middle of each row.
    total : float
        Inches of the panel.
    """
    labels = [style.wrap(n, inches, size, lines=3) for n in names]
    least = [least] * len(labels) if isinstance(least, (int, float)) else list(least)
    needed = [
        max(low, (text.count("\n") + 1) * size * LINE / 72 + 0.07 if text else 0)
        for low, text in zip(least, labels, strict=True)
    ]
    tops = [sum(needed[:i]) for i in range(len(needed))]
    return labels, [t + h / 2 for t, h in zip(tops, needed, strict=True)], sum(needed)


def outlet_rows(ax, labels, centres, total, lines=True):
    """
    Make an axis of rows, first row at the top, one inch of data to an inch of panel.

    Parameters
    ----------
    ax : Axes
    labels, centres, total
        As ``row_names`` gives them.
    lines : bool
        Whether a faint line runs through each row.
    """
    ax.set_ylim(total, 0)
    ax.set_yticks(centres, labels)
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    if lines:
        ax.hlines(
            centres,
            0,
            1,
            transform=ax.get_yaxis_transform(),
            color=style.FAINT,
            linewidth=0.6,
            zorder=0,
        )


def bands(axes, centres, starts=None):
    """
    Shade every second group of rows, so that the eye finds what belongs together.

    Parameters
    ----------
    axes : sequence of Axes
    centres : list of float
        As ``row_names`` gives them.
    starts : sequence of bool, optional
        Whether a group starts at each row; None: each row is a group.
    """
    edge, shaded = 0.0, True
    for i, centre in enumerate(centres):
        below = 2 * centre - edge
        shaded ^= starts is None or bool(starts[i])
        for ax in axes if shaded else ():
            ax.axhspan(edge, below, color=style.BAND, linewidth=0, zorder=0)
        edge = below


def keep_most(table, column, most, count=None):
    """
    Keep the rows of the names that have most rows, so that a chart stays one page.

    Parameters
    ----------
    table : DataFrame
        Not changed.
    column : str
        Column of names.
    most : int
        How many names to keep.
    count : str, optional
        Column whose sum ranks the names; without it the number of rows does.

    Returns
    -------
    kept : DataFrame
        A new frame with names as cleaned text, rows in the old order.
    note : str
        "" if all were kept, else a sentence for the caption.
    """
    blank = style.NO_OUTLET if column == "outlet" else "not stated"
    table = table.assign(
        **{column: table[column].map(style.clean).replace("", blank).astype(object)}
    )
    weight = table.groupby(column)[count].sum() if count else table[column].value_counts()
    if len(weight) <= most:
        return table.reset_index(drop=True), ""
    ranked = sorted(weight.index, key=lambda name: (-weight[name], name))
    what = "outlets" if column == "outlet" else f"{column.replace('_', ' ')} values"
    note = f"Shown: the {most} of {len(ranked)} {what} with most entries; all are in the table."
    return table[table[column].isin(ranked[:most])].reset_index(drop=True), note


def said(*parts):
    """
    Join sentences for a caption, leaving out what is missing.

    Examples
    --------
    >>> said("12 articles.", "", None, "2 outlets.")
    '12 articles. 2 outlets.'
    """
    return " ".join(str(p).strip() for p in parts if p)


def day_span(days):
    """
    Write the first and last day of a column for a caption.

    Examples
    --------
    >>> day_span(pd.to_datetime(pd.Series(["2018-11-02", "2018-11-05", None])))
    ', 2 Nov 2018 to 5 Nov 2018, 1 undated'
    """
    known = pd.to_datetime(pd.Series(days)).dropna()
    missing = len(days) - len(known)
    ends = (
        list(dict.fromkeys(f"{d.day} {d:%b %Y}" for d in (known.min(), known.max())))
        if len(known)
        else []
    )
    return "".join(
        f", {part}" for part in (" to ".join(ends), f"{missing} undated" if missing else "") if part
    )


def finish(chart, title, caption, alt, legend=()):
    """
    Put title, legend and caption around the panels and set every size, so that nothing is cut or overlaps.

    Parameters
    ----------
    chart : Chart
        From ``panels``, drawn.
    title : str
        States the finding; wrapped to the width.
    caption : str
        Articles, dates, interval; wrapped to the width.
    alt : str
        What the chart shows, in words; the title is put in front.
    legend : sequence of matplotlib handles

    Returns
    -------
    Chart
        The same chart, now of its final size.
    """
    grid, heights, weights = chart.plan
    inner = chart.get_figwidth() - 2 * PAD
    head = _words(chart, title, "title", inner, bold=True)
    foot = _words(chart, caption, "note", inner, color=style.SOFT)
    box = _legend(chart, legend, inner) if legend else None
    above = PAD + (_height(head) + 0.1 if head else 0) + (_height(box) + 0.08 if box else 0)
    below = PAD + (_height(foot) + 0.12 if foot else 0)
    for _ in range(2):  # ticks change with the size, so measure again
        margins = _margins(chart, grid)
        _place(chart, grid, heights, weights, margins, above, below)
    _pin(chart, head, PAD, chart.get_figheight() - PAD)
    _pin(chart, foot, PAD, PAD)
    if box:
        box.set_bbox_to_anchor(
            (
                PAD / chart.get_figwidth(),
                (chart.get_figheight() - above + _height(box) + 0.08) / chart.get_figheight(),
            )
        )
    chart.alt = said(_sentence(title), alt)
    return chart


def _words(chart, text, kind, inches, bold=False, **look):
    if not text:
        return None
    paragraphs = [style.wrap(p, inches, style.SIZE[kind], bold) for p in str(text).split("\n")]
    return chart.text(
        0,
        0,
        "\n".join(paragraphs),
        size=style.SIZE[kind],
        weight="bold" if bold else "normal",
        ha="left",
        va="top" if kind == "title" else "bottom",
        linespacing=LINE - 0.1,
        **look,
    )


def _legend(chart, handles, inches):
    for columns in range(len(handles), 0, -1):
        box = chart.legend(
            handles=list(handles), ncols=columns, loc="upper left", borderaxespad=0, borderpad=0.1
        )
        if columns == 1 or box.get_window_extent().width / chart.dpi <= inches:
            return box
        box.remove()
    return None


def _height(artist):
    return artist.get_window_extent().height / artist.get_figure().dpi


def _pin(chart, text, x, y):
    if text:
        text.set_position((x / chart.get_figwidth(), y / chart.get_figheight()))


def _margins(chart, grid):
    """Measure how far each panel's labels reach beyond it: left, right, top, bottom, in inches."""
    renderer = chart.canvas.get_renderer()
    found = {}
    for place, ax in _each(grid):
        inner, outer = ax.get_window_extent(renderer), ax.get_tightbbox(renderer)
        reach = (inner.x0 - outer.x0, outer.x1 - inner.x1, outer.y1 - inner.y1, inner.y0 - outer.y0)
        found[place] = [max(0.0, r / chart.dpi) for r in reach]
    return found


def _each(grid):
    return [
        ((i, j), ax) for i, row in enumerate(grid) for j, ax in enumerate(row) if ax.get_visible()
    ]


def _most(margins, side, row=None, column=None):
    return max(
        (m[side] for (i, j), m in margins.items() if row in (None, i) and column in (None, j)),
        default=0.0,
    )


def _place(chart, grid, heights, weights, margins, above, below):
    """Set the chart's height and every panel's place."""
    left = [_most(margins, 0, column=j) for j in range(len(weights))]
    right = [_most(margins, 1, column=j) for j in range(len(weights))]
    top = [_most(margins, 2, row=i) for i in range(len(heights))]
    bottom = [_most(margins, 3, row=i) for i in range(len(heights))]
    taken = 2 * PAD + sum(left) + sum(right) + GAP * (len(weights) - 1)
    # labels that leave no room for panels make the page wider
    chart.set_figwidth(max(chart.get_figwidth(), taken + 0.9 * len(weights)))
    wide = [(chart.get_figwidth() - taken) * w / sum(weights) for w in weights]
    total = above + sum(top) + sum(heights) + sum(bottom) + GAP * (len(heights) - 1) + below
    chart.set_size_inches(chart.get_figwidth(), total)
    for (i, j), ax in _each(grid):
        x = PAD + sum(left[: j + 1]) + sum(wide[:j]) + sum(right[:j]) + GAP * j
        y = total - above - sum(top[: i + 1]) - sum(heights[: i + 1]) - sum(bottom[:i]) - GAP * i
        ax.set_position(
            (
                x / chart.get_figwidth(),
                y / total,
                wide[j] / chart.get_figwidth(),
                heights[i] / total,
            )
        )


def _sentence(text):
    text = style.clean(text)
    return text if not text or text[-1] in ".!?" else text + "."


def empty(title, why, width=WIDTH):
    """
    Make a chart that says in words that there is nothing to show.

    Parameters
    ----------
    title : str
    why : str
        What was missing, and what to change.
    width : float
        Inches.

    Returns
    -------
    Chart
    """
    with style.use_style():
        chart, grid = panels([0.9], width=width)
        ax = grid[0, 0]
        ax.set_axis_off()
        words = "Nothing to show: " + why
        ax.text(
            0,
            0.5,
            style.wrap(words, width - 2 * PAD, style.SIZE["label"]),
            va="center",
            color=style.SOFT,
        )
        return finish(chart, title, "", words)


def styled(draw):
    """Make a chart function draw under the project's settings."""

    @wraps(draw)
    def drawn(*args, **kwargs):
        with style.use_style():
            return draw(*args, **kwargs)

    return drawn
