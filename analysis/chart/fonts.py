"""
The fonts of charts: one for every computer, and what is installed for characters that it lacks.

In: texts. Out: families in the order in which glyphs are looked for, and a sentence about the
characters that no font on this computer has. Nothing is drawn here.
"""

import logging
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import matplotlib
from matplotlib import font_manager

__all__ = ["FALLBACKS", "FONT", "families", "missing_characters", "note_missing"]

_log = logging.getLogger(__name__)

FONT = "DejaVu Sans"
"""Shipped with matplotlib, so that text has the same width on every computer."""

FALLBACKS = (
    # Chinese, Japanese, Korean: Linux, Windows, macOS
    *("Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans CJK KR", "Noto Sans SC", "Noto Sans JP"),
    *("Noto Sans KR", "Noto Serif CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei"),
    *("WenQuanYi Zen Hei", "Droid Sans Fallback", "Microsoft YaHei", "SimHei", "Yu Gothic"),
    *("Malgun Gothic", "PingFang SC", "Hiragino Sans", "Hiragino Sans GB", "Apple SD Gothic Neo"),
    # other scripts
    *("Noto Sans Devanagari", "Noto Sans Bengali", "Noto Sans Tamil", "Noto Sans Telugu"),
    *("Noto Sans Thai", "Noto Sans Ethiopic", "Noto Sans Khmer", "Noto Sans Myanmar"),
    *("Noto Sans Sinhala", "Noto Sans Arabic", "Noto Sans Hebrew", "Lohit Devanagari"),
    *("Nirmala UI", "Leelawadee UI", "Ebrima", "Kohinoor Devanagari", "Thonburi"),
    # signs and pictures; colour fonts are of no use, since matplotlib draws outlines
    *("Noto Emoji", "Symbola", "Segoe UI Symbol", "Segoe UI Emoji"),
    # a little of everything
    *("Arial Unicode MS", "FreeSans", "Unifont", "Noto Sans"),
)
"""Families that are used where they are installed, in order."""

_EAST_ASIAN = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA", "BOPOMOFO", "FULLWIDTH", "IDEOGRAPHIC")
_INVISIBLE = ("Cc", "Cf", "Cs", "Zl", "Zp", "Zs")  # Unicode categories without a glyph
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)  # after a picture; without a glyph too
_SIGNS = ("So", "Sk", "Sm", "Sc")
_PACKAGES = {"Chinese, Japanese or Korean": "fonts-noto-cjk", "emoji and signs": "fonts-symbola"}
_OTHER_PACKAGE = "fonts-noto-core"


def families() -> list[str]:
    """
    Return the font families of charts, in the order in which glyphs are looked for.

    Returns
    -------
    list of str
        ``FONT``, then those of ``FALLBACKS`` that are installed.
    """
    return list(_installed(FALLBACKS))


@lru_cache
def _installed(fallbacks: tuple[str, ...]) -> tuple[str, ...]:
    _register_new_fonts()
    known = set(font_manager.fontManager.get_font_names())
    return (FONT, *(family for family in fallbacks if family in known))


def _register_new_fonts() -> None:
    """
    Tell matplotlib of fonts that its list lacks.

    The list is kept in the user's folder and stays as it is when fonts are installed afterwards.
    """
    manager = font_manager.fontManager
    known = {Path(font.fname) for font in manager.ttflist}
    shipped = Path(matplotlib.get_data_path(), "fonts", "ttf")
    for file in sorted({*map(Path, font_manager.findSystemFonts()), *shipped.glob("*.ttf")}):
        if file not in known:
            _register(file)


def _register(file: Path) -> None:
    try:
        font_manager.fontManager.addfont(file)
    except (OSError, RuntimeError, KeyError, ValueError) as error:
        _log.debug("The font %s cannot be read: %s", file, error)


def missing_characters(texts: Iterable[str]) -> set[str]:
    """
    Return the characters for which no font of ``families`` has a glyph.

    Parameters
    ----------
    texts : iterable of str

    Returns
    -------
    set of str
        Single characters, without controls and spaces.
    """
    characters = {character for text in texts for character in text}
    glyphs = _glyphs(tuple(families()))
    return {
        character for character in filter(_is_visible, characters) if ord(character) not in glyphs
    }


def _is_visible(character: str) -> bool:
    if ord(character) in _VARIATION_SELECTORS:
        return False
    return unicodedata.category(character) not in _INVISIBLE


@lru_cache
def _glyphs(names: tuple[str, ...]) -> frozenset[int]:
    """Return the characters of several families."""
    found: set[int] = set()
    for name in names:
        path = font_manager.findfont(font_manager.FontProperties(family=[name]))
        found |= set(font_manager.get_font(path).get_charmap())
    return frozenset(found)


def note_missing(texts: Iterable[str]) -> str:
    """
    Say which characters of a chart are drawn as boxes, and what to install.

    Parameters
    ----------
    texts : iterable of str
        All texts of a chart.

    Returns
    -------
    str
        Sentences; empty if no glyph is missing.

    Examples
    --------
    >>> note_missing(["Reuters", "Известия"])
    ''
    """
    scripts = sorted({_script_of(character) for character in missing_characters(texts)})
    if not scripts:
        return ""
    packages = sorted({_PACKAGES.get(script, _OTHER_PACKAGE) for script in scripts})
    return (
        f"Some characters ({'; '.join(scripts)}) are drawn as boxes, because no font on this "
        "computer has them; the table has the names. To see them, install a font, on Debian or "
        f"Ubuntu: apt install {' '.join(packages)}. Then run it again with --force."
    )


def _script_of(character: str) -> str:
    """Return what the script of a character is called."""
    first_word = unicodedata.name(character, "UNKNOWN").split()[0]
    if first_word.startswith(_EAST_ASIAN):
        return "Chinese, Japanese or Korean"
    if unicodedata.category(character) in _SIGNS:
        return "emoji and signs"
    return first_word.capitalize()
