"""
Tell those for whom somebody speaks from those who acted: members, and those who walked out.

In: statements. Out: which pairs. "The union, which represents 2,700 of the teachers" tells of
members; "2,050 teachers did not come to work" of a strike.
"""

import re
from typing import Any

import numpy as np

from analysis.compare.quantities.pair_tests import words_around
from analysis.compare.quantities.statements import Statements

__all__ = ["represented_and_acting"]

_REPRESENTS = re.compile(
    r"\b(?:represents?|representing|speaks?\s+for)\s+"
    r"(?:(?:some|about|nearly|almost|more\s+than|over|all)\s+)?$",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"""
    [^.;,]{0,60}? \b
    (?: walk(?:ed|ing)?\s+(?:out|off) | stay(?:ed|ing)?\s+away | did\s+not\s+(?:come|turn)
      | (?:on|joined\s+the)\s+strike | struck | striking | stopped\s+work | downed\s+tools
      | march(?:ed|ing) | voted | took\s+part | protested | rallied )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def represented_and_acting(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """
    Return which pairs count members, and people who did something.

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
    is_represented = np.array([bool(_REPRESENTS.search(before)) for before, _ in around])
    if not is_represented.any():
        return np.zeros(len(first), dtype=bool)
    is_acting = np.array([bool(_ACT.match(after)) for _, after in around])
    one = is_represented[first] & is_acting[second]
    return one | (is_represented[second] & is_acting[first])
