"""
One look for all charts: type, colours, marks, words cut to width; and saving a chart with its table.

In: names, or a finished figure. Out: marks that stay the same through a run, or files.
Nothing is changed for other users of matplotlib: settings hold only inside ``use_style``.
The eight colours are those of Okabe and Ito (2008), "Color Universal Design"; every colour comes with a marker
or a hatch of its own, since grey prints and one reader in twenty cannot tell colours apart.
"""

import unicodedata
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import matplotlib as mpl
import pandas as pd
from matplotlib.colors import to_rgb
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from analysis.core.errors import ParameterError
from analysis.core.safe_csv import write_csv

__all__ = [
    "Fill",
    "Mark",
    "category_fills",
    "clean",
    "describe",
    "ink_on",
    "outlet_marks",
    "picture",
    "save",
    "use_style",
    "width_of",
    "wrap",
]

INK = "#222222"
SOFT = "#595959"  # contrast 7 to 1 on white
FAINT = "#D0D0D0"
BAND = "#F4F4F4"
PAPER = "#FFFFFF"
NO_OUTLET = "no outlet given"

# Okabe and Ito without the yellow, which is lost on white; neighbours differ in lightness.
COLOURS = ("#0072B2", "#E69F00", "#333333", "#009E73", "#D55E00", "#56B4E9", "#A3457B")
MARKERS = ("o", "s", "^", "D", "v", "P")  # 7 and 6 share no factor: 42 pairs before one comes back
FILLS = (  # area, hatch, and the darker shade for dots and lines
    ("#0072B2", "", "#0072B2"),
    ("#F0C36A", "//", "#C77C00"),
    ("#56B4E9", "", "#2B8CC4"),
    ("#B3441C", "..", "#B3441C"),
    ("#9AD6BF", "\\\\", "#00875F"),
    ("#4D4D4D", "", "#333333"),
    ("#E3B7D0", "xx", "#A3457B"),
    ("#007F5F", "--", "#005F47"),
    ("#D9D9D9", "", "#808080"),
)

SIZE = {"title": 13.0, "label": 10.0, "tick": 10.0, "note": 9.0, "cell": 8.5}

_STYLE = {
    "font.family": ["DejaVu Sans"],
    "font.size": SIZE["label"],
    "text.parse_math": False,  # a dollar sign in an outlet's name is a dollar sign
    "text.color": INK,
    "axes.edgecolor": SOFT,
    "axes.labelcolor": INK,
    "axes.labelsize": SIZE["label"],
    "axes.titlesize": SIZE["label"],
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.formatter.use_mathtext": False,
    "axes.unicode_minus": True,
    "xtick.color": INK,
    "ytick.color": INK,
    "xtick.labelsize": SIZE["tick"],
    "ytick.labelsize": SIZE["tick"],
    "grid.color": FAINT,
    "grid.linewidth": 0.6,
    "legend.frameon": False,
    "legend.fontsize": SIZE["note"],
    "legend.handletextpad": 0.5,
    "legend.columnspacing": 1.4,
    "hatch.linewidth": 0.6,
    "lines.markersize": 7,
    "figure.facecolor": PAPER,
    "axes.facecolor": PAPER,
    "figure.dpi": 100,
    "savefig.dpi": 200,
    "svg.hashsalt": "parallax",
    "svg.fonttype": "path",  # the same letters on every machine
}


@dataclass(frozen=True)
class Mark:
    """How one outlet is drawn: a colour and a marker of matplotlib."""

    colour: str
    marker: str


@dataclass(frozen=True)
class Fill:
    """How one category is drawn: an area's colour and hatch, and a line's or dot's colour and marker."""

    colour: str
    hatch: str
    line: str
    marker: str


@contextmanager
def use_style():
    """
    Hold this project's matplotlib settings inside a ``with`` block, and put the old ones back after it.

    Examples
    --------
    >>> with use_style():
    ...     mpl.rcParams["svg.hashsalt"]
    'parallax'
    """
    with mpl.rc_context(_STYLE):
        yield


def outlet_marks(outlets):
    """
    Give every outlet the colour and marker that it keeps through a run.

    Parameters
    ----------
    outlets : iterable of str
        All outlets of the run, not only those of one chart; order and repeats do not matter, missing ones are left out.

    Returns
    -------
    dict of str to Mark
        In alphabetical order. The first 42 differ from each other; after that pairs come back.

    Examples
    --------
    >>> outlet_marks(["SANA", "AFP"])["AFP"]
    Mark(colour='#0072B2', marker='o')
    """
    names = sorted({str(o) for o in outlets if not pd.isna(o)})
    return {
        n: Mark(COLOURS[i % len(COLOURS)], MARKERS[i % len(MARKERS)]) for i, n in enumerate(names)
    }


def category_fills(categories):
    """
    Give every category a colour, hatch and marker, in the order given.

    Parameters
    ----------
    categories : iterable of str
        In the order of the legend; at most nine.

    Returns
    -------
    dict of str to Fill

    Raises
    ------
    ParameterError
        If there are more than nine: nobody could tell them apart.
    """
    names = list(dict.fromkeys(categories))
    if len(names) > len(FILLS):
        raise ParameterError(
            f"{len(names)} categories cannot be told apart in one chart; at most {len(FILLS)} are allowed. "
            f"Join the rare ones into 'other' before drawing."
        )
    markers = MARKERS + ("X", "*", "p")
    return {n: Fill(*FILLS[i], markers[i]) for i, n in enumerate(names)}


def ink_on(colour):
    """
    Choose black or white letters for a coloured ground.

    Parameters
    ----------
    colour : colour of matplotlib

    Returns
    -------
    str

    Examples
    --------
    >>> ink_on("#FFFFFF"), ink_on("#0072B2")
    ('#222222', '#FFFFFF')
    """
    red, green, blue = (
        (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4) for c in to_rgb(colour)
    )
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    # WCAG contrast against white and against the ink (luminance .016), whichever is larger
    return PAPER if 1.05 / (light + 0.05) > (light + 0.05) / 0.066 else INK


def clean(text):
    """
    Make a name fit to print: one line, no control or bidirectional override characters.

    Parameters
    ----------
    text : object
        A missing value gives "".

    Returns
    -------
    str
    """
    if text is None or (not isinstance(text, str) and pd.isna(text)):
        return ""
    words = " ".join(str(text).split())
    return "".join(
        c for c in words if unicodedata.category(c) not in ("Cc", "Cs", "Co") and not _overrides(c)
    )


def _overrides(character):
    return "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069"


@lru_cache(maxsize=20_000)
def width_of(text, size=SIZE["label"], bold=False):
    """
    Measure one line of text.

    Parameters
    ----------
    text : str
    size : float
        Points.
    bold : bool

    Returns
    -------
    float
        Inches.
    """
    font = FontProperties(family=["DejaVu Sans"], size=size, weight="bold" if bold else "normal")
    # letters on a screen's grid of dots are a little wider than their outlines
    return (
        1.04 * text_to_path.get_text_width_height_descent(text, font, False)[0] / 72
        if text
        else 0.0
    )


def wrap(text, inches, size=SIZE["label"], bold=False, lines=None):
    """
    Break a text into lines that fit a width; a word that is too long is cut.

    Parameters
    ----------
    text : object
        Cleaned first, see ``clean``.
    inches : float
        Greatest width of a line.
    size : float
        Points.
    bold : bool
    lines : int, optional
        Greatest number of lines; what is left over is replaced by an ellipsis. None: as many as needed.

    Returns
    -------
    str
        With line feeds.
    """
    rows = [""]
    for word in clean(text).split(" "):
        joined = f"{rows[-1]} {word}".strip()
        if width_of(joined, size, bold) <= inches:
            rows[-1] = joined
            continue
        rows += _pieces(word, inches, size, bold)
    rows = [r for r in rows if r] or [""]
    if lines is not None and len(rows) > lines:
        rows = [*rows[: lines - 1], _shorten(rows[lines - 1], inches, size, bold)]
    return "\n".join(rows)


def _pieces(word, inches, size, bold):
    pieces = [""]
    for character in word:
        if pieces[-1] and width_of(pieces[-1] + character, size, bold) > inches:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _shorten(row, inches, size, bold):
    while row and width_of(row + "…", size, bold) > inches:
        row = row[:-1]
    return row.rstrip() + "…"


def describe(figure):
    """
    Give the words that stand for a chart where it cannot be seen.

    Parameters
    ----------
    figure : Figure
        As any function of this stage returns it.

    Returns
    -------
    str
        Empty for a figure that was made elsewhere.
    """
    return getattr(figure, "alt", "")


def picture(figure):
    """
    Draw a chart as PNG, 200 dots an inch.

    Parameters
    ----------
    figure : Figure

    Returns
    -------
    bytes
        With 256 colours, which a chart seldom needs more of, and so a third of the size. The alt text is among the
        metadata; the same chart gives the same bytes.
    """
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    drawn, small, about = BytesIO(), BytesIO(), PngInfo()
    with use_style():
        figure.savefig(drawn, format="png", dpi=200, metadata={"Software": None})
    about.add_itxt("Description", describe(figure))
    few = (
        Image.open(drawn)
        .convert("RGB")
        .quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    )
    few.save(small, "PNG", optimize=True, pnginfo=about)
    return small.getvalue()


def save(figure, folder, name, table):
    """
    Write a chart as PNG (200 dots an inch) and SVG, and the table it was drawn from as CSV.

    The same chart gives the same bytes on every run. The alt text goes into both pictures' metadata.

    Parameters
    ----------
    figure : Figure
    folder : str or Path
        Made if it is not there.
    name : str
        File name without ending; letters, digits, ``-`` and ``_``.
    table : DataFrame
        What the chart shows. Cells that a spreadsheet would run as formulas are escaped.

    Returns
    -------
    dict of str to Path
        Keys ``png``, ``svg``, ``csv``.

    Raises
    ------
    ParameterError
        If the name holds anything else, such as a slash.
    """
    if not name or not all(c.isascii() and (c.isalnum() or c in "-_") for c in name):
        raise ParameterError(
            f"Chart name {name!r} is not usable; letters, digits, '-' and '_' are allowed."
        )
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    paths = {ending: folder / f"{name}.{ending}" for ending in ("png", "svg", "csv")}
    alt = describe(figure)
    paths["png"].write_bytes(picture(figure))
    with use_style():
        figure.savefig(
            paths["svg"],
            metadata={"Date": None, "Creator": None, "Title": name, "Description": alt},
        )
    write_csv(table, paths["csv"])
    return paths
