"""
The colours, markers and hatches of outlets, categories and highlighted text.

In: names of outlets or categories. Out: a ``Mark`` or ``Fill`` for each name. Nothing is drawn
here.

To use another palette, change the constants in this module; no other module contains a colour.
Colour means one thing in a whole report: the kind of source that a number rests on. Its colours are
those of Okabe and Ito (2008), "Color Universal Design". Outlets are labelled and all look alike;
categories differ by tone, hatch and marker, and highlights by underline, because charts are
printed in grey and about one person in twenty cannot tell some of these colours apart. The tooltip
of a mark names its source in words.

``TEXT``, ``MUTED``, ``FAINT``, ``BAND``, ``BACKGROUND`` and ``CONTRAST`` have another value in dark
mode, which the style sheet of the report sets; all other colours are seen on both backgrounds.
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
    "luminance",
    "outlet_marks",
    "source_fills",
    "source_kind",
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


# Slate for what colour does not distinguish: outlets, which are labelled, and shares.
PRIMARY = "#64748B"
EDGE = "#5F6B7C"  # outlines and hatches of areas
CONTRAST = "#B04A00"  # for what differs; the colour of no kind of source

# Tones with hatches, printed as well in grey. Areas have outlines, so that light ones show too.
CATEGORY_FILLS = (
    Fill("#64748B", "", "#64748B", "o"),
    Fill("#DCE2EA", "//", "#7C8AA0", "s"),
    Fill("#A9B5C4", "", "#6F7F96", "^"),
    Fill("#F1F4F7", "||", "#5F6B7C", "D"),
    Fill("#A9B5C4", "\\\\", "#76849A", "v"),
    Fill("#3D4957", "", "#5C6675", "P"),
    Fill("#DCE2EA", "xx", "#6A7688", "X"),
    Fill("#64748B", "--", "#66788F", "*"),
    Fill("#F1F4F7", "", "#808A98", "p"),
)

SOURCE_KINDS = {
    "state, army or police": ("state_official", "military", "local_authority"),
    "armed group": ("armed_group",),
    "health or rescue": ("health_authority", "rescue_workers", "medics_aid"),
    "monitor, UN or aid group": ("monitoring_group", "un_or_igo", "aid_group"),
    "resident or witness": ("resident_or_witness",),
    "media, document or expert": ("media", "document", "expert"),
}
"""Types of source that share a colour; other types, and the outlet's own voice, are in slate."""

NO_KIND = "own voice, or another or unnamed source"

# From Okabe and Ito, darkened or lightened so that each has a contrast of at least 3 to 1 both with
# white and with the dark background of a page. Nothing else in a report has these colours.
SOURCE_COLOURS = {
    "state, army or police": "#0072B2",
    "armed group": "#B3441C",
    "health or rescue": "#00875F",
    "monitor, UN or aid group": "#C77C00",
    "resident or witness": "#A3457B",
    "media, document or expert": "#7A6BC4",
    NO_KIND: PRIMARY,
}

ON_LIGHT = "#000000"  # text on a coloured area, which is the same in dark mode,
ON_DARK = "#FEFEFE"  # unlike TEXT and BACKGROUND

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
    Assign the same mark to every outlet: outlets are labelled, not coloured.

    Parameters
    ----------
    outlets : iterable of str
        Order and repetition do not matter; missing values are ignored.

    Returns
    -------
    dict of str to Mark
        By outlet, in alphabetical order.

    Examples
    --------
    >>> outlet_marks(["SANA", "AFP"])["AFP"]
    Mark(colour='#64748B', marker='o')
    """
    known = pd.Series(list(outlets), dtype=object).dropna()
    return {name: Mark(PRIMARY, "o") for name in sorted({str(outlet) for outlet in known})}


def source_kind(source_type: object) -> str:
    """
    Return the kind of source that a type belongs to.

    Parameters
    ----------
    source_type : str
        As in ATTRIBUTIONS, or with spaces; missing for the outlet's own voice.

    Returns
    -------
    str
        A key of ``SOURCE_COLOURS``.

    Examples
    --------
    >>> source_kind("military"), source_kind(None)
    ('state, army or police', 'own voice, or another or unnamed source')
    """
    name = str(source_type).replace(" ", "_")
    for kind, types in SOURCE_KINDS.items():
        if name in types:
            return kind
    return NO_KIND


def source_fills(source_types: Iterable[str]) -> dict[str, Fill]:
    """
    Assign each type of source the colour of its kind, and a marker of its own.

    Parameters
    ----------
    source_types : iterable of str
        At most nine, see ``category_fills``.

    Returns
    -------
    dict of str to Fill
        In the same order.
    """
    fills = {}
    for name, fill in category_fills(source_types).items():
        colour = SOURCE_COLOURS[source_kind(name)]
        fills[name] = Fill(colour, fill.hatch, colour, fill.marker)
    return fills


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
        ``ON_LIGHT`` or ``ON_DARK``, whichever has more contrast as defined by WCAG 2: at least
        4.5 to 1 on any background. Neither changes in dark mode.

    Examples
    --------
    >>> text_colour_on("#FFFFFF"), text_colour_on("#0072B2")
    ('#000000', '#FEFEFE')
    """
    lightness = luminance(background) + 0.05
    return ON_DARK if 1.05 / lightness > lightness / 0.05 else ON_LIGHT


def luminance(colour: ColorType) -> float:
    """Return the relative luminance of a colour as defined by WCAG 2, from 0 to 1."""
    red, green, blue = (_linear(channel) for channel in to_rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    """Undo the gamma correction of an sRGB channel."""
    if channel <= 0.04045:
        return channel / 12.92
    return ((channel + 0.055) / 1.055) ** 2.4
