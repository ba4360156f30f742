"""
Marks for reported figures: a dot, a bar or an arrow, with its value next to it.

In: rows with ``low``, ``high`` and ``qualifier``. Out: marks on a panel, and the legend that
explains them. ``figure_ranges`` and ``claims`` decide where the marks are placed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.path import Path
from matplotlib.transforms import offset_copy

from analysis.chart import palette
from analysis.chart.axes import CountScale, format_count
from analysis.chart.checks import check_sign
from analysis.chart.evidence import Evidence, attach, of_row
from analysis.chart.legends import line_entry
from analysis.chart.style import SIZE
from analysis.chart.text_fitting import clean, is_missing, width_of
from analysis.core.figure_kinds import DOUBTFUL
from analysis.core.plurals import count_and_noun

__all__ = [
    "LANE_HEIGHT",
    "Extent",
    "FigureMark",
    "assign_lanes",
    "is_in_words",
    "kind_entries",
    "legend_entries",
    "without_infinite",
]

# in inches
LANE_HEIGHT = 0.19
_ARROW = 0.26  # length of the arrow of an open end
_HALF_MARK = 0.1
_CLOSING_ZERO = re.compile(r"\d[\d,]*\.\d*0\b")
_LABEL_MARGIN = 0.1
SMALL = 0.6  # relative size of marks that may well be wrong

_SIGNS = {"at_least": "≥", "more_than": ">", "at_most": "≤", "less_than": "<", "approx": "~"}


@dataclass(frozen=True)
class Extent:
    """The part of a row that a mark and its label occupy, in inches from the left."""

    left: float
    right: float

    def overlaps(self, other: "Extent") -> bool:
        """Return whether two extents share more than an edge."""
        return self.left < other.right and self.right > other.left


@dataclass(frozen=True)
class FigureMark:
    """
    A reported figure as it is drawn; at least one end must be known.

    Attributes
    ----------
    low, high : float or None
        The interval; None is an open end.
    qualifier : str
        As in FIGURES: exact, at_least, more_than, at_most, less_than, approx, range.
    shared : bool
        Whether another outlet relies on the same source; the mark is then hollow.
    times : int
        How many figures the mark represents; written after the value if more than one.
    doubtful : bool
        Whether the figure may well be misread, or is not the one that the outlet put forward; the
        mark is then small.
    evidence : Evidence or None
        What stands behind the mark.
    kind : str
        Of its source, see ``palette.source_kind``.
    sign : str
        Written after the number: whether a person has checked the figure.
    words : str
        The figure as printed; closing zeros of a price are written as there.
    """

    low: float | None
    high: float | None
    qualifier: str
    shared: bool = False
    times: int = 1
    doubtful: bool = False
    evidence: Evidence | None = None
    kind: str = palette.NO_KIND
    sign: str = ""
    words: str = ""

    @classmethod
    def from_row(cls, row: Mapping, times: int = 1) -> Self:
        """Create a mark from a row: ``low``, ``high``, ``qualifier``, ``shared``, maybe others."""
        low, high = _number(row["low"]), _number(row["high"])
        probability = _number(row.get("p"))
        doubtful = probability is not None and probability < DOUBTFUL
        doubtful = doubtful or not row.get("is_headline", True)
        kind = palette.source_kind(row.get("source_type"))
        mark = cls(low, high, row["qualifier"], bool(row["shared"]), times, doubtful, kind=kind)
        mark = replace(mark, sign=check_sign(row), words=clean(row.get("words")) or "")
        words = mark.words or mark.label
        return replace(mark, evidence=of_row(row, words))

    @property
    def ends(self) -> list[float]:
        """The known ends of the interval, without repetition."""
        known = [end for end in (self.low, self.high) if end is not None]
        return list(dict.fromkeys(known))

    @property
    def label(self) -> str:
        """
        The figure in short form.

        Examples
        --------
        >>> FigureMark(29, None, "at_least").label, FigureMark(20, 30, "range", times=2).label
        ('≥29', '20–30 ×2')
        """
        number = "–".join(_with_zeros(end, self.words) for end in self.ends)
        if len(self.ends) == 1:
            number = _SIGNS.get(self.qualifier, self._sign_of_open_end()) + number
        if self.times > 1:
            number += f" ×{self.times}"
        return number + self.sign

    def _sign_of_open_end(self) -> str:
        if self.high is None:
            return "≥"
        if self.low is None:
            return "≤"
        return ""

    def extent(self, scale: CountScale, width: float) -> Extent:
        """
        Return the part of a row that the mark and its label occupy.

        Parameters
        ----------
        scale : CountScale
        width : float
            Inches of the axis.

        Returns
        -------
        Extent
        """
        left_end = scale.inches(min(self.ends), width)
        right_end = scale.inches(max(self.ends), width)
        left_reach = _reach(self.low, _HALF_MARK)
        right_reach = _reach(self.high, _HALF_MARK)
        label_width = width_of(self.label, SIZE["note"]) + _LABEL_MARGIN
        return Extent(left_end - left_reach, right_end + right_reach + label_width)

    def draw(
        self,
        ax: Axes,
        height: float,
        colour: str,
        marker: str | None = None,
    ) -> None:
        """
        Draw the figure on a row, with its value at the right.

        Parameters
        ----------
        ax : Axes
        height : float
            Vertical position.
        colour : matplotlib colour
        marker : matplotlib marker, optional
            By default a diamond for "about" and a dot for everything else.
        """
        parts = list(self._draw_parts(ax, height, colour, marker))
        if self.evidence is not None:
            attach(self.evidence, *parts)

    @property
    def _size(self) -> float:
        """Return the size of a mark relative to that of one that is sure."""
        return SMALL if self.doubtful else 1.0

    def _draw_parts(
        self,
        ax: Axes,
        height: float,
        colour: str,
        marker: str | None,
    ) -> Iterator[Artist]:
        """Draw and yield the bar, the arrows, the dot and the label."""
        is_range = len(self.ends) == 2
        if is_range:
            yield from self._draw_range(ax, height, colour)
        if self.high is None:
            yield _draw_arrow(ax, self.ends[0], height, colour, _ARROW)
        if self.low is None:
            yield _draw_arrow(ax, self.ends[0], height, colour, -_ARROW)
        if not is_range:
            yield self._draw_dot(ax, height, colour, marker)
        elif self.shared:
            yield _draw_bar(ax, self.ends, height, palette.BACKGROUND, width=1.4, order=3)
        yield self._draw_label(ax, height)

    def _draw_range(self, ax: Axes, height: float, colour: str) -> Iterator[Artist]:
        size = self._size
        yield _draw_bar(ax, self.ends, height, colour, width=3.2 * size, order=2)
        (ends,) = ax.plot(self.ends, [height, height], "|", color=colour, zorder=2)
        ends.set(markersize=8 * size, markeredgewidth=1.6 * size)
        yield ends

    def _draw_dot(
        self,
        ax: Axes,
        height: float,
        colour: str,
        marker: str | None,
    ) -> Artist:
        if marker is None:
            marker = "D" if self.qualifier == "approx" else "o"
        (dot,) = ax.plot(self.ends, [height], marker, color=colour, zorder=3)
        dot.set(
            markerfacecolor=palette.BACKGROUND if self.shared else colour,
            markersize=6.5 * self._size,
            markeredgewidth=1.4,
        )
        return dot

    def _draw_label(self, ax: Axes, height: float) -> Artist:
        reach = _reach(self.high, 0.08)
        return ax.annotate(
            self.label,
            (max(self.ends), height),
            (reach * 72 + 2, -0.5),
            textcoords="offset points",
            va="center",
            size=SIZE["note"],
            color=palette.MUTED if self.doubtful else palette.TEXT,
        )


def _with_zeros(end: float, words: str) -> str:
    """Return a number with the closing zeros that it is printed with: "30.40 crowns"."""
    for printed in _CLOSING_ZERO.findall(words):
        if float(printed.replace(",", "")) == end:
            return printed
    return format_count(end)


def _number(value: float | None) -> float | None:
    """Return a number of a table; None if it is missing."""
    if value is None or is_missing(value):
        return None
    return float(value)


def without_infinite(table: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """
    Treat infinite ends of figures as open, since no axis can show them.

    Parameters
    ----------
    table : DataFrame
        Columns ``low`` and ``high``. Not changed.

    Returns
    -------
    table : DataFrame
        With missing in place of infinite ends.
    note : str
        Says how many figures have no finite end left; empty if none.
    """
    ends = table[["low", "high"]].astype(float)
    finite = ends.where(np.isfinite(ends))
    lost = finite.isna().all(axis=1) & ends.notna().any(axis=1)
    n_lost = int(np.count_nonzero(lost))
    note = ""
    if n_lost:
        verb = "is" if n_lost == 1 else "are"
        note = f"{count_and_noun(n_lost, 'number')} without a finite value {verb} not on the axis."
    return table.assign(low=finite["low"], high=finite["high"]), note


def _reach(end: float | None, of_mark: float) -> float:
    """Return how far a mark extends beyond an end: by an arrow if the end is open."""
    if end is None:
        return _ARROW
    return of_mark


def _draw_bar(
    ax: Axes,
    ends: list[float],
    height: float,
    colour: str,
    width: float,
    order: int,
) -> Artist:
    (bar,) = ax.plot(ends, [height, height], color=colour, linewidth=width, zorder=order)
    bar.set_solid_capstyle("butt")
    return bar


def _draw_arrow(
    ax: Axes,
    value: float,
    height: float,
    colour: str,
    length: float,
) -> Artist:
    """Draw an arrow from a value; a negative length points left."""
    tip = offset_copy(ax.transData, ax.get_figure(root=True), x=length, units="inches")
    look = {"arrowstyle": "-|>", "color": colour, "linewidth": 1.4, "shrinkA": 0, "shrinkB": 0}
    arrow = ax.annotate("", (value, height), (value, height), tip, "data", arrowprops=look)
    arrow.set_zorder(2)
    assert arrow.arrow_patch is not None
    return arrow.arrow_patch


def is_in_words(table: pd.DataFrame) -> pd.Series:
    """
    Return for each figure whether it is given in words only and cannot be placed on an axis.

    Parameters
    ----------
    table : DataFrame
        Columns ``low``, ``high`` and ``qualifier``.

    Returns
    -------
    Series of bool
        True for vague figures ("dozens") and for figures without a number.
    """
    has_no_number = table[["low", "high"]].isna().all(axis=1)
    return (table.loc[:, "qualifier"] == "vague") | has_no_number


def assign_lanes(extents: Sequence[Extent]) -> list[int]:
    """
    Put each mark on the first lane of a row where it overlaps no other.

    Parameters
    ----------
    extents : sequence of Extent

    Returns
    -------
    list of int
        Lanes, starting with 0, in the order of the extents.

    Examples
    --------
    >>> assign_lanes([Extent(0, 1), Extent(0.5, 2), Extent(1.5, 3)])
    [0, 1, 0]
    """
    lanes: list[list[Extent]] = []
    assigned = []
    for extent in extents:
        number = _first_free(lanes, extent)
        if number == len(lanes):
            lanes.append([])
        lanes[number].append(extent)
        assigned.append(number)
    return assigned


def _first_free(lanes: list[list[Extent]], extent: Extent) -> int:
    for number, lane in enumerate(lanes):
        if not any(extent.overlaps(other) for other in lane):
            return number
    return len(lanes)


def legend_entries(table: pd.DataFrame) -> list[Line2D]:
    """
    Return the legend for the kinds of marks that a table needs.

    Parameters
    ----------
    table : DataFrame
        Columns ``low``, ``high``, ``qualifier``, ``shared``.

    Returns
    -------
    list of Line2D
    """
    low, high = table["low"], table["high"]
    is_about = table["qualifier"] == "approx"
    has_low, has_high = low.notna(), high.notna()
    hollow = {"marker": "o", "markerfacecolor": palette.BACKGROUND}
    kinds = [
        (has_low & (low == high) & ~is_about, "stated number", {"marker": "o"}),
        (is_about, "about", {"marker": "D"}),
        (
            has_low & has_high & (low != high),
            "range",
            {"marker": "|", "linestyle": "-", "linewidth": 3},
        ),
        (has_low & ~has_high, "at least, more than", _arrow_look(1)),
        (~has_low & has_high, "at most, less than", _arrow_look(-1)),
        (table["shared"], "hollow: source shared with another outlet", hollow),
        (
            _is_doubtful(table),
            f"small: less than {DOUBTFUL:.0%} sure to be read right",
            {"marker": "o", "markersize": 7 * SMALL},
        ),
        (
            _is_set_aside(table),
            "small: not what the outlet put forward that day",
            {"marker": "o", "markersize": 7 * SMALL},
        ),
    ]
    base = {"color": palette.MUTED, "linestyle": "none", "markersize": 7}
    entries = [line_entry(label, **(base | look)) for rows, label, look in kinds if rows.any()]
    return entries + kind_entries(table)


def kind_entries(table: pd.DataFrame) -> list[Line2D]:
    """
    Return the legend for the kinds of source of a table; empty where they are not known.

    Parameters
    ----------
    table : DataFrame
        Optional column ``source_type``.

    Returns
    -------
    list of Line2D
        In the order of ``palette.SOURCE_COLOURS``.
    """
    if "source_type" not in table or not table["source_type"].notna().to_numpy().any():
        return []
    kinds = set(table["source_type"].map(palette.source_kind, na_action=None))
    entries = []
    for kind, colour in palette.SOURCE_COLOURS.items():
        if kind in kinds:
            look = {"marker": "s", "linestyle": "none", "markersize": 7}
            entries.append(line_entry(kind, color=colour, **look))
    return entries


def _is_doubtful(table: pd.DataFrame) -> pd.Series:
    """Return which rows have a low probability of being right."""
    if "p" not in table:
        return pd.Series(False, table.index)
    return pd.Series(table["p"].astype(float) < DOUBTFUL, index=table.index)


def _is_set_aside(table: pd.DataFrame) -> pd.Series:
    """Return which rows are not the figure that an outlet put forward."""
    if "is_headline" not in table:
        return pd.Series(False, table.index)
    return pd.Series(table["is_headline"].eq(False), index=table.index)


def _arrow_look(direction: int) -> dict[str, object]:
    """Return the look of an arrow to the right (1) or to the left (-1) in the legend."""
    outline = [
        (-1, -0.05),
        (0.4, -0.05),
        (0.4, -0.3),
        (1, 0),
        (0.4, 0.3),
        (0.4, 0.05),
        (-1, 0.05),
        (-1, -0.05),
    ]
    marker = Path([(direction * x, y) for x, y in outline])
    return {"marker": marker, "markersize": 17}
