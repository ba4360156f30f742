"""
The record of one figure while its article is processed.

In: the position of a number, its value and its outcome. Out: a ``Figure``, whose fields are the
columns of the ``figures`` table; source, agent and group are filled in later by
``analysis.extract.figures.extract``.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.extract.numbers.parse import Number

__all__ = ["Figure", "Span", "make_figure", "overlaps", "unit_of"]


_COUPLE = re.compile(r"(?:[\w-]+\s+){0,2}?(?:couple|pair|duo)", re.IGNORECASE)
_COUPLE_AFTER = re.compile(
    r"\s+(?:(?!of\b)[\w-]+\s+){0,2}?(?:couple|pair|duo)\b(?!\s+of\b)", re.IGNORECASE
)


@dataclass(frozen=True)
class Span:
    """
    A span with a role.

    Attributes
    ----------
    id : str
        The tagger's id; empty for a span that a rule found.
    label : {"number", "counted", "agent", "source"}
    start, end : int
        Characters of the article.
    p : float
        Probability in [0, 1].
    """

    id: str
    label: str
    start: int
    end: int
    p: float


@dataclass
class Figure:
    """
    One number of an article.

    All other fields are columns of ``analysis.core.tables.FIGURES``, and so is ``mention``.

    Attributes
    ----------
    is_named : bool
        Whether named or definite persons stand for the number.
    span : Span or None
        The tagger's span; None for a number that the tagger missed.
    is_casualty : bool
        False for people who were only present. Such figures are left out of the table in the end;
        until then they tell who later figures count: "fired at 50 nurses and killed 3".
    """

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    qualifier: str
    implicit: bool
    outcome: str | None
    unit: str
    unit_text: str | None = None
    currency: str | None = None
    qualifier_text: str | None = None
    noun: str | None = None
    whose: str | None = None
    change: str | None = None
    article_id: str = ""
    sentence_id: int = -1
    figure_id: str = ""
    counted: str | None = None
    p_counted: float | None = None
    group: str | None = None
    source: str | None = None
    source_start: int | None = None
    source_end: int | None = None
    agent: str | None = None
    agent_start: int | None = None
    agent_end: int | None = None
    agent_party: str | None = None
    attribution_id: str | None = None
    part_of: str | None = None
    scope: str | None = None
    rules: str | None = None
    p: float = 1.0
    is_named: bool = False
    span: Span | None = None
    is_casualty: bool = True

    @property
    def mention(self) -> str:
        """One of ``analysis.core.tables.MENTIONS``."""
        if self.is_named:
            return "named"
        if self.implicit:
            return "indefinite"
        return "vague" if self.qualifier == "vague" else "numeral"

    def with_outcome(self, outcome: str | None) -> "Figure":
        """Return a copy with another outcome and the unit that follows from it."""
        return replace(self, outcome=outcome, unit=unit_of(outcome))


def make_figure(
    text: str, start: int, end: int, number: Number | None, outcome: str | None
) -> Figure:
    """
    Return a casualty figure.

    Parameters
    ----------
    text : str
        The article.
    start, end : int
        Characters of the number.
    number : Number or None
        None for persons without a number word: "a child" counts as one, "a young couple" as two.
    outcome : str or None
        One of ``analysis.core.tables.OUTCOMES``.

    Returns
    -------
    Figure
    """
    if number is not None:
        low, high, qualifier = number.low, number.high, number.qualifier
    else:
        is_couple = _COUPLE.fullmatch(text, start, end) or _COUPLE_AFTER.match(text, end)
        low = high = 2.0 if is_couple else 1.0
        qualifier = "exact"
    return Figure(
        start=start,
        end=end,
        text=text[start:end],
        low=low,
        high=high,
        qualifier=qualifier,
        implicit=number is None,
        outcome=outcome,
        unit=unit_of(outcome),
    )


def unit_of(outcome: str | None) -> str:
    """Return what figures with an outcome count: bodies or people."""
    return "bodies" if outcome == "bodies_found" else "people"


def overlaps(start: int, end: int, figures: Sequence[Figure]) -> bool:
    """
    Return whether a span shares characters with any of the figures.

    Parameters
    ----------
    start, end : int
        Characters of the span.
    figures : sequence of Figure
        In reading order, none overlapping.

    Returns
    -------
    bool
    """
    n_before_end = bisect_left(figures, end, key=start_of)
    return n_before_end > 0 and figures[n_before_end - 1].end > start


def start_of(found: Figure | Span) -> int:
    """Return the first character of a figure or span, by which they are in reading order."""
    return found.start
