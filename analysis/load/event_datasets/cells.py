"""
Read the cells of event datasets: counts, ranges, words that say that a number is not known.

In: the text of a cell. Out: numbers, bounds and the qualifier that they amount to.
"""

import re
from typing import NamedTuple

__all__ = ["COUNT_HINT", "Bounds", "bounds_of", "is_unknown", "parse_count", "parse_range"]

COUNT_HINT = "Write a whole number of 0 or more such as 12 or 1,204, or leave the cell empty"
"""What a message says of the allowed values."""

# separators of thousands: comma, blank, no-break and thin blanks, apostrophes
_COUNT = re.compile(r"(?:\d{1,3}(?:[,'’ \u00a0\u2009\u202f]\d{3})+|\d+)(?:\.0+)?")
_SEPARATOR = re.compile(r"[,'’ \u00a0\u2009\u202f]")
_RANGE = re.compile(r"(.*\d)\s*(?:[-\u2010-\u2015\u2212]|\bto\b)\s*(\d.*)")
_UNKNOWN = {"unknown", "not known", "unclear", "n/k", "nk", "?"}


class Bounds(NamedTuple):
    """The bounds of a stated number, null where it has none, and its qualifier."""

    low: float | None
    high: float | None
    qualifier: str


def is_unknown(text: str | None) -> bool:
    """Return whether a cell says that the number is not known; an empty cell says nothing."""
    return text is not None and text.casefold() in _UNKNOWN


def parse_count(text: str) -> float | None:
    """
    Return a count, or None if the text is not one.

    Parameters
    ----------
    text : str
        Digits, with or without a separator of thousands; "12.0" is 12.

    Examples
    --------
    >>> parse_count("1,204"), parse_count("12.0"), parse_count("12.5"), parse_count("-3")
    (1204.0, 12.0, None, None)
    """
    if not text.isascii() and not _SEPARATOR.search(text):
        return None
    if not _COUNT.fullmatch(text):
        return None
    return float(_SEPARATOR.sub("", text))


def parse_range(text: str) -> tuple[float, float] | None:
    """
    Return both ends of "3-5" or "3 to 5", twice the number for "3", None for anything else.

    Examples
    --------
    >>> parse_range("3 – 5"), parse_range("1,204"), parse_range("many")
    ((3.0, 5.0), (1204.0, 1204.0), None)
    """
    count = parse_count(text)
    if count is not None:
        return count, count
    ends = _RANGE.fullmatch(text)
    if ends is None:
        return None
    low = parse_count(ends[1].strip())
    high = parse_count(ends[2].strip())
    return None if low is None or high is None else (low, high)


def bounds_of(low: float | None, high: float | None) -> Bounds:
    """
    Return bounds with the qualifier that they amount to.

    Examples
    --------
    >>> bounds_of(3, 5).qualifier, bounds_of(3, 3).qualifier, bounds_of(3, None).qualifier
    ('range', 'exact', 'at_least')
    """
    if low is None and high is None:
        return Bounds(None, None, "vague")
    if low is None:
        return Bounds(None, high, "at_most")
    if high is None:
        return Bounds(low, None, "at_least")
    return Bounds(low, high, "exact" if low == high else "range")
