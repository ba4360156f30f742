"""
The colours, markers and hatches of outlets, categories and highlighted text.

In: names of outlets or categories. Out: a ``Mark`` or ``Fill`` for each name. Nothing is drawn
here.

To use another palette, change the constants in this module; no other module contains a colour.
The colours of outlets are those of Okabe and Ito (2008), "Color Universal Design". Colour never
carries meaning alone: outlets also differ by marker, categories by hatch and marker, and
highlights by underline, because charts are printed in grey and about one person in twenty cannot
tell some of these colours apart.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd
from matplotlib.colors import to_rgb
from matplotlib.typing import ColorType

from analysis.core.errors import ParameterError

__all__ = [
    "Fill",
    "Highlight",
    "Mark",
    "category_fills",
    "outlet_marks",
    "text_colour_on",
]

TEXT = "#222222"
MUTED = "#595959"  # for secondary text; contrast with white is 7 to 1
FAINT = "#D0D0D0"  # for grid lines
BAND = "#F4F4F4"  # for the shading of every second row
BACKGROUND = "#FFFFFF"


@dataclass(frozen=True)
class Mark:
    """
    How one outlet is drawn.

    Attributes
    ----------
    colour, marker : str
        As matplotlib takes them.
    """

    colour: str
    marker: str


@dataclass(frozen=True)
class Fill:
    """
    How one category is drawn.

    Attributes
    ----------
    colour, hatch : str
        Of an area, such as a bar. An empty hatch leaves the area plain.
    line, marker : str
        Of a line or dot; ``line`` is a colour that is dark enough for thin strokes.
    """

    colour: str
    hatch: str
    line: str
    marker: str


@dataclass(frozen=True)
class Highlight:
    """
    How one kind of span is highlighted in the text of an article.

    Attributes
    ----------
    rgb : str
        Red, green and blue from 0 to 255, separated by commas.
    underline : str
        Value of the CSS property ``text-decoration-style``.
    """

    rgb: str
    underline: str


# Okabe and Ito without yellow, which is invisible on white. Neighbours differ in lightness.
OUTLET_COLOURS = ("#0072B2", "#E69F00", "#333333", "#009E73", "#D55E00", "#56B4E9", "#A3457B")
# 7 colours and 6 markers have no common factor, so 42 outlets pass before a pair repeats.
OUTLET_MARKERS = ("o", "s", "^", "D", "v", "P")

CATEGORY_FILLS = (
    Fill("#0072B2", "", "#0072B2", "o"),
    Fill("#F0C36A", "//", "#C77C00", "s"),
    Fill("#56B4E9", "", "#2B8CC4", "^"),
    Fill("#B3441C", "..", "#B3441C", "D"),
    Fill("#9AD6BF", "\\\\", "#00875F", "v"),
    Fill("#4D4D4D", "", "#333333", "P"),
    Fill("#E3B7D0", "xx", "#A3457B", "X"),
    Fill("#007F5F", "--", "#005F47", "*"),
    Fill("#D9D9D9", "", "#808080", "p"),
)

PRIMARY = OUTLET_COLOURS[0]  # for charts whose marks do not differ by outlet
CONTRAST = OUTLET_COLOURS[4]  # differs clearly from PRIMARY

SEQUENTIAL = "Blues"  # colormap of matplotlib for values from 0
DIVERGING = "PuOr"  # colormap of matplotlib for values on both sides of 0

HIGHLIGHTS = {
    "source": Highlight("0, 114, 178", "solid"),
    "cue": Highlight("204, 121, 167", "dotted"),
    "content": Highlight("230, 159, 0", "dashed"),
    "figure": Highlight("213, 94, 0", "double"),
    "victim": Highlight("240, 160, 110", "dotted"),
    "agent": Highlight("0, 158, 115", "wavy"),
    "name": Highlight("86, 180, 233", "solid"),
    "harm": Highlight("150, 75, 0", "dotted"),
    "positive": Highlight("0, 158, 115", "solid"),
    "neutral": Highlight("128, 128, 128", "dashed"),
    "negative": Highlight("213, 94, 0", "dotted"),
    "other": Highlight("128, 128, 128", "solid"),
}


def outlet_marks(outlets: Iterable[object]) -> dict[str, Mark]:
    """
    Assign a colour and a marker to every outlet.

    An outlet keeps its mark from chart to chart if the same outlets are passed each time.

    Parameters
    ----------
    outlets : iterable of str
        All outlets of the run, not only those of one chart. Order and repetition do not matter;
        missing values are ignored.

    Returns
    -------
    dict of str to Mark
        In alphabetical order. The first 42 marks are distinct; after that they repeat.

    Examples
    --------
    >>> outlet_marks(["SANA", "AFP"])["AFP"]
    Mark(colour='#0072B2', marker='o')
    """
    known = pd.Series(list(outlets), dtype=object).dropna()
    names = sorted({str(outlet) for outlet in known})
    marks = {}
    for rank, name in enumerate(names):
        colour = OUTLET_COLOURS[rank % len(OUTLET_COLOURS)]
        marks[name] = Mark(colour, OUTLET_MARKERS[rank % len(OUTLET_MARKERS)])
    return marks


def category_fills(categories: Iterable[str]) -> dict[str, Fill]:
    """
    Assign a colour, a hatch and a marker to every category.

    Parameters
    ----------
    categories : iterable of str
        In the order of the legend; at most nine. Repeated ones are ignored.

    Returns
    -------
    dict of str to Fill
        In the same order.

    Raises
    ------
    ParameterError
        If there are more than nine categories, which cannot be told apart.

    Examples
    --------
    >>> category_fills(["own", "attributed"])["attributed"].hatch
    '//'
    """
    names = list(dict.fromkeys(categories))
    if len(names) > len(CATEGORY_FILLS):
        raise ParameterError(
            f"{len(names)} categories cannot be told apart in one chart; at most "
            f"{len(CATEGORY_FILLS)} are allowed. Join the rare ones into 'other' before drawing."
        )
    return dict(zip(names, CATEGORY_FILLS, strict=False))


def text_colour_on(background: ColorType) -> str:
    """
    Return the text colour, dark or white, that is easier to read on a background.

    Parameters
    ----------
    background : matplotlib colour

    Returns
    -------
    str
        ``TEXT`` or ``BACKGROUND``, whichever has more contrast as defined by WCAG 2.

    Examples
    --------
    >>> text_colour_on("#FFFFFF"), text_colour_on("#0072B2")
    ('#222222', '#FFFFFF')
    """
    red, green, blue = (_linear(channel) for channel in to_rgb(background))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    contrast_with_white = 1.05 / (luminance + 0.05)
    contrast_with_text = (luminance + 0.05) / 0.066  # the luminance of TEXT is 0.016
    return BACKGROUND if contrast_with_white > contrast_with_text else TEXT


def _linear(channel: float) -> float:
    """Undo the gamma correction of an sRGB channel."""
    if channel <= 0.04045:
        return channel / 12.92
    return ((channel + 0.055) / 1.055) ** 2.4
