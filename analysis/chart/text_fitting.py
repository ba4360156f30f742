"""
Clean text for printing, measure its width and break it into lines.

In: any text and a width in inches. Out: text that fits. Nothing is drawn here.
"""

import unicodedata
from functools import lru_cache

import pandas as pd
from matplotlib.font_manager import FontProperties, fontManager, get_font
from matplotlib.ft2font import LoadFlags
from matplotlib.textpath import text_to_path

from analysis.chart.fonts import FONT, families
from analysis.chart.style import SIZE, use_style

__all__ = ["clean", "is_missing", "source_words", "width_of", "wrap"]

_POINTS_PER_INCH = 72
_EM = 100  # size in points at which characters are measured
_FIXED_POINT = 1 << 16  # FreeType's numbers
_HINTING = 1.04  # text drawn on a pixel grid is slightly wider than its outlines
_UNPRINTABLE = ("Cc", "Cs", "Co")  # Unicode categories: controls, surrogates, private use


def is_missing(value: object) -> bool:
    """
    Return whether a single value is missing.

    Examples
    --------
    >>> is_missing(None), is_missing(float("nan")), is_missing("")
    (True, True, False)
    """
    return bool(pd.isna(value))  # pyright: ignore[reportArgumentType]


def clean(text: object) -> str:
    """
    Return a text on one line, without control or bidirectional override characters.

    Parameters
    ----------
    text : object
        Anything but text is converted to text. A missing value becomes an empty string.

    Returns
    -------
    str

    Examples
    --------
    >>> clean("The  Daily\\nLantern"), clean(None)
    ('The Daily Lantern', '')
    """
    if is_missing(text):
        return ""
    one_line = " ".join(str(text).split())
    if one_line.isprintable():  # most texts are, and this is fast; it also refuses rarer signs
        return one_line
    return "".join(character for character in one_line if _is_printable(character))


def source_words(source: object) -> str:
    """
    Return the words for a source as ``clean`` does, without commas at their ends.

    Examples
    --------
    >>> source_words("Orrin Lines, the operator,")
    'Orrin Lines, the operator'
    """
    return clean(source).strip(" ,;")


def _is_printable(character: str) -> bool:
    if unicodedata.category(character) in _UNPRINTABLE:
        return False
    is_override = "\u202a" <= character <= "\u202e"
    is_isolate = "\u2066" <= character <= "\u2069"
    return not (is_override or is_isolate)


@lru_cache(maxsize=20_000)
def width_of(text: str, size: float = SIZE["label"], bold: bool = False) -> float:
    """
    Return the width of one line of text.

    Parameters
    ----------
    text : str
    size : float
        In points.
    bold : bool

    Returns
    -------
    float
        In inches; 0 for an empty text. Where its characters stand side by side, it is the sum of
        their widths, without kerning: a few hundredths of an inch too much for a line of prose.
        Text with other characters is laid out, which takes a hundred times as long.
    """
    widths = [_width_of_character(character, bold) for character in text]
    if None not in widths:
        points = size * sum(filter(None, widths))
    else:
        font = FontProperties(family=families(), size=size, weight="bold" if bold else "normal")
        with use_style():
            points, _, _ = text_to_path.get_text_width_height_descent(text, font, False)
    return _HINTING * points / _POINTS_PER_INCH


@lru_cache(maxsize=4_000)
def _width_of_character(character: str, bold: bool) -> float | None:
    """
    Return the width of a character of ``FONT`` in its sizes.

    None where it depends on its neighbours, as that of combining or Arabic characters does, and
    where the font lacks it.
    """
    is_unseen = unicodedata.combining(character) or unicodedata.category(character) == "Cf"
    if is_unseen or not _stands_alone(character):
        return None
    font = FontProperties(family=FONT, weight="bold" if bold else "normal")
    measured = get_font(fontManager.findfont(font))
    if ord(character) not in measured.get_charmap():
        return None
    measured.set_size(_EM, _POINTS_PER_INCH)
    glyph = measured.load_char(ord(character), flags=LoadFlags.NO_HINTING)
    return glyph.linearHoriAdvance / _FIXED_POINT / _EM


def _stands_alone(character: str) -> bool:
    """Return whether a character is Latin, Greek, Cyrillic, punctuation or a sign."""
    is_letter = character < "\u0530"
    is_sign = "\u2010" <= character <= "\u2bff"
    return is_letter or is_sign


def wrap(
    text: object,
    inches: float,
    size: float = SIZE["label"],
    bold: bool = False,
    lines: int | None = None,
) -> str:
    """
    Break a text into lines that fit a width.

    A word that is wider than a line is broken inside the word.

    Parameters
    ----------
    text : object
        Cleaned first, see ``clean``.
    inches : float
        Maximum width of a line.
    size : float
        In points.
    bold : bool
    lines : int, optional
        Maximum number of lines; the rest of the text is replaced by an ellipsis. By default as
        many lines as needed.

    Returns
    -------
    str
        Lines separated by line feeds.

    Examples
    --------
    >>> wrap("The Daily Lantern", inches=0.8, lines=2)
    'The Daily\\nLantern'
    """
    rows = [""]
    for word in clean(text).split(" "):
        joined = f"{rows[-1]} {word}".strip()
        if width_of(joined, size, bold) <= inches:
            rows[-1] = joined
        else:
            rows += _break_word(word, inches, size, bold)
    rows = [row for row in rows if row] or [""]
    if lines is not None and len(rows) > lines:
        rows = [*rows[: lines - 1], _shorten(rows[lines - 1], inches, size, bold)]
    return "\n".join(rows)


def _break_word(
    word: str,
    inches: float,
    size: float,
    bold: bool,
) -> list[str]:
    """Cut a word into the longest pieces that fit the width."""
    pieces = [""]
    for character in word:
        if pieces[-1] and width_of(pieces[-1] + character, size, bold) > inches:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _shorten(
    row: str,
    inches: float,
    size: float,
    bold: bool,
) -> str:
    """Replace the end of a line with an ellipsis that still fits the width."""
    while row and width_of(row + "…", size, bold) > inches:
        row = row[:-1]
    return row.rstrip() + "…"
