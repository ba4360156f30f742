"""
Tell whether some characters of a text meet spans of it, without going through all of them.

In: spans of a text. Out: ``Covered``.
"""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

__all__ = ["Covered"]


class Covered:
    """
    The characters that some spans of a text cover.

    Parameters
    ----------
    spans : iterable of (int, int)
        In any order; they may overlap. The end is not included.
    """

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._furthest = list(accumulate((end for _, end in ordered), max))

    def meets(self, start: int, end: int) -> bool:
        """Whether a span has a character from ``start`` up to ``end``, not included."""
        n_before = bisect_left(self._starts, end)  # spans that begin before the end
        return n_before > 0 and self._furthest[n_before - 1] > start
