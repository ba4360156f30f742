"""
How counts are laid on an axis, and where their labels find room.

In: the smallest and largest of a set of counts. Out: a ``Scale``, which sets up an axis and says how many inches
from its left end a count will stand, so that labels can be put on lanes before anything is drawn.
"""

from dataclasses import dataclass
from math import log10

import matplotlib.ticker as ticker
import pandas as pd

from analysis.chart import style

__all__ = ["SPAN", "Scale", "Span", "figure_label", "lanes", "scale_of"]

SPAN = 50  # largest over smallest, above which the axis is logarithmic
ARROW = 0.26  # inches of an arrow for an open end


@dataclass(frozen=True)
class Scale:
    """An axis for counts: from ``low`` to ``high``, logarithmic or not; ``zero`` if a logarithmic one holds a 0."""

    low: float
    high: float
    log: bool
    zero: bool = False

    def set(self, axis_of, name="x"):
        """Apply the scale to an axis of ``axis_of``, with thousands marked by commas."""
        if self.log:
            more = {"linthresh": 1} if self.zero else {}
            getattr(axis_of, f"set_{name}scale")("symlog" if self.zero else "log", **more)
        getattr(axis_of, f"set_{name}lim")(self.low, self.high)
        axis = getattr(axis_of, f"{name}axis")
        axis.set_major_formatter(ticker.FuncFormatter(lambda value, _: count(value)))
        axis.set_minor_formatter(ticker.NullFormatter())
        if self.log and self.at(self.high) - self.at(self.low) < 2 and not self.zero:
            axis.set_major_locator(ticker.LogLocator(subs=(1, 2, 5)))
        if not self.log:
            axis.set_major_locator(ticker.MaxNLocator(5, integer=True))

    def at(self, value):
        """Give the place of a count in decades or, on a plain axis, in counts."""
        if not self.log:
            return value
        return log10(value) if value >= 1 else value - 1

    def inches(self, value, width):
        """Give inches from the left end of an axis ``width`` inches wide."""
        ends = self.at(self.low), self.at(self.high)
        return (self.at(value) - ends[0]) / (ends[1] - ends[0]) * width


def scale_of(values, room=0.3):
    """
    Choose a scale that holds all values with room for a label at the right.

    Parameters
    ----------
    values : sequence of float
        Missing ones are left out.
    room : float
        Share of the axis kept free at the right.

    Returns
    -------
    Scale
        Logarithmic where the largest is more than 50 times the smallest that is not 0.
    """
    known = [float(v) for v in values if not pd.isna(v)] or [0.0, 1.0]
    positive = [v for v in known if v > 0] or [1.0]
    low, high = min(positive), max(known)
    if high > SPAN * low:
        zero = min(known) <= 0
        span = log10(high) - (log10(low) if not zero else -1)
        return Scale(
            0 if zero else low / 10 ** (span * 0.06), high * 10 ** (span * room), True, zero
        )
    span = max(high - min(known), high * 0.2, 1.0)
    return Scale(min(known) - span * 0.08, high + span * room, False)


def count(value):
    """
    Write a count as on an axis or beside a mark.

    Examples
    --------
    >>> count(4000.0), count(2.5)
    ('4,000', '2.5')
    """
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"


def figure_label(low, high, qualifier, times=1):
    """
    Write a figure in the short form that stands beside its mark, and how often it was printed if more than once.

    Examples
    --------
    >>> figure_label(29, None, "at_least"), figure_label(20, 30, "range"), figure_label(29, 29, "approx")
    ('≥29', '20–30', '~29')
    """
    signs = {"at_least": "≥", "more_than": ">", "at_most": "≤", "less_than": "<", "approx": "~"}
    stated = low if not pd.isna(low) else high
    more = f" ×{times}" if times > 1 else ""
    if pd.isna(stated):
        return "in words" + more
    if not pd.isna(low) and not pd.isna(high) and low != high:
        return f"{count(low)}–{count(high)}{more}"
    plain = "≥" if pd.isna(high) else "≤" if pd.isna(low) else ""
    return signs.get(qualifier, plain) + count(stated) + more


@dataclass(frozen=True)
class Span:
    """What one mark with its label takes of a row, in inches from the left."""

    start: float
    end: float


def span_of(figure, scale, width):
    """
    Give the part of a row that a figure's mark and label take.

    Parameters
    ----------
    figure : mapping
        ``low``, ``high``, ``qualifier``, optional ``times``; not both ends null.
    scale : Scale
    width : float
        Inches of the axis.

    Returns
    -------
    Span
    """
    low, high = figure["low"], figure["high"]
    ends = [v for v in (low, high) if not pd.isna(v)]
    left, right = scale.inches(min(ends), width), scale.inches(max(ends), width)
    label = style.width_of(
        figure_label(low, high, figure["qualifier"], figure.get("times", 1)), style.SIZE["note"]
    )
    return Span(
        left - (ARROW if pd.isna(low) else 0.1),
        right + (ARROW if pd.isna(high) else 0.1) + label + 0.1,
    )


def lanes(spans):
    """
    Put each span on the first lane where it touches no other.

    Parameters
    ----------
    spans : sequence of Span

    Returns
    -------
    list of int
        From 0, in the order of the spans.

    Examples
    --------
    >>> lanes([Span(0, 1), Span(0.5, 2), Span(1.5, 3)])
    [0, 1, 0]
    """
    taken, found = [], []
    for span in spans:
        free = (
            i
            for i, own in enumerate(taken)
            if all(span.start >= o.end or span.end <= o.start for o in own)
        )
        lane = next(free, len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append(span)
        found.append(lane)
    return found
