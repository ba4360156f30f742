"""
Tell what was planned from what took place, and what ran from what was called off.

In: statements. Out: which pairs. "It operated 320 of 940 planned flights": the others that outlets
print are of flights that were cancelled.
"""

import re
from typing import Any

import numpy as np

from analysis.compare.quantities.pair_tests import words_around
from analysis.compare.quantities.statements import Statements

__all__ = ["planned_and_cancelled"]

_PLANNED = re.compile(r"\s+(?:[\w-]+\s+)?(?:planned|scheduled|booked)\b", re.IGNORECASE)
_RAN = re.compile(
    r"\b(?:operat(?:ed|es|ing)|flew|flown|ran|running|carried\s+out|went\s+ahead\s+with)\s+"
    r"(?:(?:only|just|about|some|nearly|almost)\s+)*$",
    re.IGNORECASE,
)
_CALLED_OFF = re.compile(
    r"\b(?:cancel(?:s|l?ed|l?ing)?|scrapp(?:ed|ing)|ground(?:ed|ing)|axed|axing|called\s+off)\b",
    re.IGNORECASE,
)


def planned_and_cancelled(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """
    Return which pairs count what was planned or ran, and what was called off.

    Parameters
    ----------
    statements : Statements
    first, second : arrays of int
        Rows of each pair.

    Returns
    -------
    array of bool
    """
    rows: Any = statements.rows
    around = words_around(rows)
    is_planned = np.array([_is_planned(before, after) for before, after in around], dtype=bool)
    if not is_planned.any():
        return np.zeros(len(first), dtype=bool)
    is_off = np.array([bool(_CALLED_OFF.search(clause)) for clause in rows["up_to_next"]])
    is_off = is_off & ~is_planned
    one = is_planned[first] & is_off[second]
    return one | (is_planned[second] & is_off[first])


def _is_planned(before: str, after: str) -> bool:
    """Return whether a number is one of what was planned, or of what did run."""
    return _PLANNED.match(after) is not None or _RAN.search(before) is not None
