"""
Look up what the figures of one article state of an outcome: its largest count, its exact counts.

In: the figures of one article in reading order. Out: ``StatedCounts``, which answers for one figure
what the others of its outcome say without going through all of them again.
"""

import math
from bisect import bisect_left
from collections.abc import Sequence

from analysis.extract.figures.record import Figure

__all__ = ["StatedCounts", "count_of"]


def count_of(figure: Figure) -> float:
    """Return the lower bound of a figure, or else the upper one; 0 for a vague word."""
    return figure.low or figure.high or 0


class _OfOutcome:
    """What the figures of one outcome state."""

    def __init__(self) -> None:
        self.smallest = math.inf  # of the counts above 0
        self.largest = 0.0
        self.first_with: dict[float | None, int] = {}  # where a lower bound is first stated
        self.vague: list[Figure] = []
        self.first_plural = math.inf  # number of the first sentence with a count above 1

    def add(self, figure: Figure) -> None:
        """Add a figure that comes after those added before."""
        count = count_of(figure)
        if count > 0:
            self.smallest = min(self.smallest, count)
            self.largest = max(self.largest, count)
        if count > 1:
            self.first_plural = min(self.first_plural, figure.sentence_id)
        if figure.qualifier == "vague":
            self.vague.append(figure)
        self.first_with.setdefault(figure.low, figure.start)


class StatedCounts:
    """
    What the figures of an article state, by outcome.

    Parameters
    ----------
    figures : sequence of Figure
        Those of one article, in reading order. Kept, not changed.
    """

    def __init__(self, figures: Sequence[Figure]) -> None:
        self.figures = figures
        self._of_outcome: dict[str | None, _OfOutcome] = {}
        for figure in figures:
            self._of_outcome.setdefault(figure.outcome, _OfOutcome()).add(figure)

    def smallest(self, outcome: str | None) -> float:
        """Return the smallest count above 0 of an outcome; infinite if there is none."""
        return self._of_outcome[outcome].smallest

    def exceeds(self, figure: Figure, outcome: str | None = None) -> bool:
        """Whether another figure of its outcome, or a given one, is larger, or a vague word."""
        stated = self._of_outcome[outcome or figure.outcome]
        if stated.largest > count_of(figure):
            return True
        return any(other is not figure for other in stated.vague)

    def states(self, outcome: str | None, count: float) -> bool:
        """Whether a figure of an outcome has a count as its lower bound."""
        return count in self._of_outcome[outcome].first_with

    def states_before(self, outcome: str | None, count: float, figure: Figure) -> bool:
        """Whether a figure before another one has a count of an outcome as its lower bound."""
        first = self._of_outcome[outcome].first_with.get(count)
        return first is not None and first < figure.start

    def is_plural_before(self, figure: Figure) -> bool:
        """Whether an earlier sentence states more than one of a figure's outcome."""
        return self._of_outcome[figure.outcome].first_plural < figure.sentence_id

    def in_sentence(self, number: int) -> Sequence[Figure]:
        """Return the figures of one sentence."""
        first = bisect_left(self.figures, number, key=_sentence_of)
        after = bisect_left(self.figures, number + 1, key=_sentence_of)
        return self.figures[first:after]


def _sentence_of(figure: Figure) -> int:
    return figure.sentence_id
