"""
The axes of charts: counts, shares and days.

In: the values that an axis must hold. Out: an axis with its limits, ticks and labels set.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite, log10

import matplotlib.dates as mdates
import pandas as pd
from matplotlib import ticker
from matplotlib.axes import Axes

__all__ = [
    "CountScale",
    "choose_count_scale",
    "day_number",
    "format_count",
    "set_day_axis",
    "set_share_axis",
]

LOG_RATIO = 50  # a scale is logarithmic if the largest value is more than this times the smallest
_POWERS_FROM = 1e9  # a label with more digits leaves no room for others
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LARGEST_DECADE = 250  # of an axis; ticks beyond it would pass the largest number, 1e308
_DAY_OF_ROOM = 0.9  # after the last day of a month
_MONTHS_ONLY = 200  # days from which an axis shows months instead of days
_DAY_STEPS = [1, 2, 4, 7, 14]
_MONTH_STEPS = [1, 2, 3, 4, 6, 12]
_EVERY_DAY = 3  # days below which matplotlib would choose hours
_DAYS_OF_MONTH = 28


@dataclass(frozen=True)
class CountScale:
    """
    A horizontal axis of counts.

    Positions on it can be computed before anything is drawn, so that labels find room.

    Attributes
    ----------
    low, high : float
        The ends of the axis.
    log : bool
        Whether the axis is logarithmic.
    has_zero : bool
        Whether a logarithmic axis must also show 0.
    """

    low: float
    high: float
    log: bool
    has_zero: bool = False

    def apply(self, ax: Axes) -> None:
        """Set the horizontal axis of a panel."""
        if self.log and self.has_zero:
            ax.set_xscale("symlog", linthresh=1)
        elif self.log:
            ax.set_xscale("log")
        ax.set_xlim(self.low, self.high)
        ax.xaxis.set_major_formatter(ticker.FuncFormatter(lambda value, _: format_count(value)))
        ax.xaxis.set_minor_formatter(ticker.NullFormatter())
        if not self.log:
            # one whole tick is enough: 14.25 people are none
            ax.xaxis.set_major_locator(ticker.MaxNLocator(5, integer=True, min_n_ticks=1))

    def inches(self, value: float, width: float) -> float:
        """Return the distance of a count from the left end of an axis ``width`` inches wide."""
        low, high = self._position(self.low), self._position(self.high)
        return (self._position(value) - low) / (high - low) * width

    def axis_label(self, unit: str) -> str:
        """Return the label of the axis: the unit, and whether the scale is logarithmic."""
        if not self.log:
            return unit
        return f"{unit} (logarithmic scale)"

    def _position(self, value: float) -> float:
        """Return the position of a count, in decades on a logarithmic axis."""
        if not self.log:
            return value
        if value < 1:
            return value - 1
        return log10(value)


def choose_count_scale(values: Iterable[float | None], room: float = 0.3) -> CountScale:
    """
    Choose a scale that holds all values and has room for a label at the right.

    Parameters
    ----------
    values : iterable of float
        Missing and infinite values are ignored.
    room : float
        Share of the axis to keep free at the right, from 0 to 1.

    Returns
    -------
    CountScale
        Logarithmic if the largest value is more than 50 times the smallest above 0.
    """
    numbers = [float(value) for value in values if value is not None and not pd.isna(value)]
    known = [number for number in numbers if isfinite(number)]
    if not known:
        known = [0.0, 1.0]
    lowest, highest = min(known), max(known)
    smallest = min((value for value in known if value > 0), default=1.0)
    if highest > LOG_RATIO * smallest:
        return _log_scale(smallest, highest, lowest <= 0, room)
    span = max(highest - lowest, highest * 0.2, 1.0)
    return CountScale(lowest - span * 0.08, highest + span * room, log=False)


def _log_scale(
    smallest: float,
    highest: float,
    has_zero: bool,
    room: float,
) -> CountScale:
    if has_zero:
        decades = log10(highest) + 1
        low = 0.0
    else:
        decades = log10(highest) - log10(smallest)
        low = smallest / 10 ** (decades * 0.06)
    # in decades, since the room of a number of 200 digits is beyond any number
    right_end = min(log10(highest) + decades * room, _LARGEST_DECADE)
    return CountScale(low, max(highest, 10.0**right_end), True, has_zero)


def format_count(value: float) -> str:
    """
    Write a count with commas between thousands, and from 1,000,000,000 on with a power of ten.

    Examples
    --------
    >>> format_count(4000.0), format_count(6.25), format_count(1.5e15)
    ('4,000', '6.25', '1.5×10¹⁵')
    """
    if isfinite(value) and abs(value) >= _POWERS_FROM:
        digits, exponent = f"{value:.3g}".split("e")
        power = "10" + str(int(exponent)).translate(_SUPERSCRIPTS)
        return power if digits == "1" else f"{digits}×{power}"
    if not isfinite(value) or float(value).is_integer():
        return f"{value:,.0f}"
    return f"{value:,.4f}".rstrip("0").rstrip(".")  # a rate of 6.25 is not 6.2


def day_number(day: pd.Timestamp) -> float:
    """Return the position of a day on an axis of days."""
    return float(mdates.date2num(day))


def set_share_axis(ax: Axes, low: float, high: float) -> None:
    """
    Set a horizontal axis of shares, labelled in percent without a sign.

    Parameters
    ----------
    ax : Axes
    low, high : float
        The ends of the axis, from -1 to 1.
    """
    ax.set_xlim(low, high)
    ax.xaxis.set_major_locator(ticker.MaxNLocator(4, steps=[1, 2, 2.5, 5, 10]))
    ax.xaxis.set_major_formatter(lambda value, _: f"{abs(value):.0%}")
    ax.grid(axis="x")


def set_day_axis(
    ax: Axes,
    days: Iterable[object],
    room: float = 0.06,
    right: float = 0.06,
    ticks: int = 6,
    of_months: bool = False,
) -> None:
    """
    Set a horizontal axis of days with short, level labels.

    No two labels are equal: ticks are at least a day apart where labels are days, and at least a
    month apart where they are months.

    Parameters
    ----------
    ax : Axes
    days : iterable of datetime
        Missing values are ignored.
    room : float
        Share of the axis to keep free at both ends.
    right : float
        Share of the axis to keep free at the right in addition.
    ticks : int
        Maximum number of labels.
    of_months : bool
        Whether what is drawn has no days, only months.
    """
    known = pd.to_datetime(pd.Series(days)).dropna()
    if known.empty:
        known = pd.Series([pd.Timestamp("2000-01-01")])
    # from midnight, or the first of the month, so that the shortest axis has a tick
    first, last = known.min().floor("D"), known.max()
    if of_months:
        first = first.replace(day=1)
    length = max((last - first).days, 2)
    left_end = day_number(first) - length * room
    right_end = day_number(last) + length * (room + right)
    if of_months:  # a bar takes its whole month
        right_end = max(right_end, day_number(last + pd.offsets.MonthEnd(0)) + _DAY_OF_ROOM)
    ax.set_xlim(left_end, right_end)
    in_months = of_months or length >= _MONTHS_ONLY
    _set_day_ticks(ax, first, last, ticks, in_months)
    ax.xaxis.set_major_formatter(mdates.DateFormatter("%b %Y" if in_months else "%-d %b %Y"))
    ax.set_xlabel("day of publication")
    ax.grid(axis="x")


def _set_day_ticks(
    ax: Axes,
    first: pd.Timestamp,
    last: pd.Timestamp,
    ticks: int,
    in_months: bool,
) -> None:
    """Choose ticks that are never closer together than what their labels name."""
    length = (last - first).days
    if in_months and length < _MONTHS_ONLY:
        locator = mdates.MonthLocator(interval=1 + length // (ticks * _DAYS_OF_MONTH))
    elif length < _EVERY_DAY:
        locator = mdates.DayLocator()
    else:
        locator = mdates.AutoDateLocator(minticks=2, maxticks=ticks)
        locator.intervald[mdates.DAILY] = _DAY_STEPS
        locator.intervald[mdates.MONTHLY] = _MONTH_STEPS
    ax.xaxis.set_major_locator(locator)
    low, high = ax.get_xlim()
    shown = [tick for tick in locator() if low <= tick <= high]
    one_label = in_months and first.to_period("M") == last.to_period("M")
    if len(shown) < 2 <= length and not one_label:
        ax.xaxis.set_major_locator(ticker.FixedLocator([day_number(first), day_number(last)]))
