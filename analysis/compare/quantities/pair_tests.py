"""
Compare two statements of a pair: whether a column differs, whether they share a word.

In: rows of statements and pairs of them. Out: an array with one bool for each pair. The rules of
``contradicted`` and ``barred`` are made of these.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from analysis.compare.quantities.statements import Statements

__all__ = [
    "ANYBODY",
    "COUNTS",
    "FEW",
    "RATES",
    "RATE_OF_EXCHANGE",
    "SOME",
    "Bar",
    "both_and_differ",
    "differ",
    "lack_a_noun",
    "n_shared",
    "same_amount",
    "share_a_word",
    "words_around",
]

Bar = Callable[[Statements, np.ndarray, np.ndarray], np.ndarray]
"""Which pairs of rows, given by two arrays of int, are barred."""
RATES = ("percent", "points")
RATE_OF_EXCHANGE = re.compile(r"\bper (?:U\.?S\.? )?(?:dollar|euro|pound|greenback)\b")
COUNTS = ("people", "things")
FEW = 20  # of people, below which a number counts a family, a crew or a patrol
ANYBODY = ("person", "people")
SOME = ("children", "women", "journalists", "medics_aid")


def differ(column: pd.Series, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return which pairs have two values of a column; null is a value."""
    codes, _ = pd.factorize(column)
    return codes[first] != codes[second]


def both_and_differ(column: pd.Series, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return which pairs have two values of a column, and neither is null."""
    codes, _ = pd.factorize(column)  # -1 is null
    one, other = codes[first], codes[second]
    return (one >= 0) & (other >= 0) & (one != other)


def lack_a_noun(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return which pairs have one that does not say what it counts."""
    bare = (rows["noun"].isna() & rows["counted"].isna()).to_numpy()
    return bare[first] | bare[second]


def same_amount(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return which pairs state one amount; a vague word states none."""
    amount = rows["amount"].to_numpy(float)
    return amount[first] == amount[second]


def words_around(rows: Any) -> list[tuple[str, str]]:
    """
    Return the words of its sentence before and after each number.

    Parameters
    ----------
    rows : DataFrame
        Rows of ``Statements``. Not changed.

    Returns
    -------
    list of (str, str)
    """
    columns = (rows[name] for name in ("sentence_text", "up_to_next", "text"))
    around = []
    for sentence, clause, number in zip(*columns, strict=True):
        start = clause.rfind(number)
        around.append((sentence[:start], sentence[start + len(number) :]))
    return around


def share_a_word(
    statements: Statements, fields: Sequence[str], first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return which pairs share a word of one of the fields."""
    shared = np.zeros(len(first))
    for field in fields:
        words = statements.words[field]
        shared += np.asarray(words[first].multiply(words[second]).sum(axis=1)).ravel()
    return shared > 0


def n_shared(
    statements: Statements, field: str, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return how many words of a field each pair shares."""
    words: Any = statements.words[field] > 0
    return np.asarray(words[first].multiply(words[second]).sum(axis=1)).ravel()
