"""
Write a printed number with its qualifier and unit, and say whether two of them agree.

In: rows of ``figures``. Out: words such as "at least 29", "$4.2 billion", "3.6%", "dozens".
"""

import math
import re
from collections.abc import Mapping

import pandas as pd

from analysis.compare.reports import VAGUE_COUNTS

__all__ = ["agree", "number_in_words", "same_unit"]

_QUALIFIERS = {
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "up to ",
    "less_than": "fewer than ",
    "approx": "about ",
}
_SIGNS = ("$", "€", "£", "¥", "₹", "US$", "C$", "A$")
_LARGE = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))
_VAGUE = {**VAGUE_COUNTS, "thousands": 1_000, "millions": 1_000_000, "dozens": 12, "scores": 20}
_SAME = 1e-9


def number_in_words(figure: Mapping) -> str:
    """
    Return a figure as it is read: qualifier, number and unit.

    Parameters
    ----------
    figure : mapping
        ``low``, ``high``, ``qualifier``, ``text``, ``unit``, ``unit_text``, ``change`` of
        ``figures``; null where nothing is stated.

    Returns
    -------
    str
        "at least 29", "20 to 30", "dozens", "$4.2 million", "3.6%", "up 3.6%".
    """
    low, high = _number(figure["low"]), _number(figure["high"])
    change = figure.get("change")
    change = f"{change} " if isinstance(change, str) else ""
    if low is None and high is None:
        return change + _with_unit(str(figure["text"]).lower(), figure)
    if low is not None and high is not None and low != high:
        return change + _with_unit(f"{_digits(low)} to {_digits(high)}", figure)
    bound = high if low is None else low
    words = _QUALIFIERS.get(figure["qualifier"], "")
    return change + words + _with_unit(_digits(bound or 0.0), figure)


def _number(value: object) -> float | None:
    return None if pd.isna(value) else float(value)  # pyright: ignore[reportArgumentType, reportGeneralTypeIssues]


def _digits(value: float) -> str:
    for size, word in _LARGE:
        if abs(value) >= size:
            return f"{value / size:,.3f}".rstrip("0").rstrip(".") + word
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def _with_unit(number: str, figure: Mapping) -> str:
    unit = figure["unit_text"]
    if not isinstance(unit, str) or not unit:
        return f"{number}%" if figure["unit"] == "percent" else number
    if unit in _SIGNS or (figure["unit"] == "money" and not unit[-1].isalpha()):
        return unit + number
    if unit == "%":
        return f"{number}%"
    return f"{number} {unit}"


def agree(one: Mapping, other: Mapping) -> bool:
    """
    Return whether two printed numbers agree, apart from rounding and open ends.

    Parameters
    ----------
    one, other : mapping
        ``low``, ``high``, ``qualifier``, ``text`` and ``unit_text`` of ``figures``.

    Returns
    -------
    bool
        "At least 29" agrees with 31, 1.2 million with 1,204,000, "dozens" with 40. Numbers in two
        units ("$", "pounds") are not compared, and agree.
    """
    if not same_unit(one, other):
        return True
    low, high = _interval(one)
    other_low, other_high = _interval(other)
    if max(low, other_low) <= min(high, other_high):
        return True
    ends = [end for end in (low, high) if math.isfinite(end)]
    other_ends = [end for end in (other_low, other_high) if math.isfinite(end)]
    return any(_is_rounded(a, b) for a in ends for b in other_ends)


def same_unit(one: Mapping, other: Mapping) -> bool:
    """
    Return whether two printed numbers are in one unit, so that they can be compared.

    Parameters
    ----------
    one, other : mapping
        ``unit_text`` of ``figures``; null is a count.

    Returns
    -------
    bool
        "$" and "£" are two units, even where a text states the rate.
    """
    return _unit_of(one) == _unit_of(other)


def _unit_of(figure: Mapping) -> str:
    unit = figure["unit_text"]
    return unit.lower() if isinstance(unit, str) else ""


def _interval(figure: Mapping) -> tuple[float, float]:
    """Return the values that a printed number allows; "dozens" allows ten and more."""
    low, high = _number(figure["low"]), _number(figure["high"])
    if low is None and high is None:
        words = re.findall(r"\w+", str(figure["text"]).lower())
        least = [_VAGUE[word] for word in words if word in _VAGUE]
        return (max(least) if least else -math.inf), math.inf
    low = -math.inf if low is None else low
    return low, math.inf if high is None else high


def _is_rounded(one: float, other: float) -> bool:
    """Return whether one number is the other one with fewer digits, at least two if it has them."""
    if math.isclose(one, other, rel_tol=_SAME):
        return True
    if not one or not other or one * other < 0:
        return False
    for coarse, fine in ((one, other), (other, one)):
        digits = _significant_digits(coarse)
        if _significant_digits(fine) > digits and math.isclose(
            _rounded(fine, digits), coarse, rel_tol=_SAME
        ):
            return abs(coarse) >= _ROUNDED_FROM
    return False


_ROUNDED_FROM = 100  # below, outlets print counts as they are: 20 is no rounded 21


def _significant_digits(value: float) -> int:
    digits = f"{abs(value):.12g}".replace(".", "").strip("0")
    return max(1, len(digits.split("e")[0]))


def _rounded(value: float, digits: int) -> float:
    return float(f"{value:.{digits}g}")
