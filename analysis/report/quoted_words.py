"""
Cut the words around a number that say what it counts.

In: a sentence and the place of a number in it. Out: the number with the words beside it, short
enough for a cell of a table. A label says in general words what a quantity is, and can be wrong;
the words of an article cannot.
"""

from typing import NamedTuple

__all__ = ["Words", "words_around"]

_BEFORE, _AFTER = 40, 60  # characters
_CUT = "… "
_CUT_AFTER = " …"


class Words(NamedTuple):
    """A number between the words before and after it; "…" marks where a sentence was cut."""

    before: str
    number: str
    after: str


def words_around(sentence: str, start: int, end: int) -> Words:
    """
    Return a number with the words beside it.

    Parameters
    ----------
    sentence : str
    start, end : int
        Characters of the number in it.

    Returns
    -------
    Words
        On one line, whole words only, at most 40 characters before the number and 60 after it.

    Examples
    --------
    >>> words_around("About 4,100 teachers walked out.", 6, 11)
    Words(before='About ', number='4,100', after=' teachers walked out.')
    """
    before, after = sentence[:start], sentence[end:]
    if len(before) > _BEFORE:
        kept = before[len(before) - _BEFORE :]
        before = _CUT + kept[kept.find(" ") + 1 :]
    if len(after) > _AFTER:
        kept = after[:_AFTER]
        after = kept[: max(kept.rfind(" "), 0)].rstrip(" ,;:") + _CUT_AFTER
    number = " ".join(sentence[start:end].split())
    return Words(_line(before), number, _line(after))


def _line(words: str) -> str:
    """Return words on one line; a space at their ends stays."""
    if not words.strip():
        return ""
    first = " " if words[:1].isspace() else ""
    last = " " if words[-1:].isspace() else ""
    return f"{first}{' '.join(words.split())}{last}"
