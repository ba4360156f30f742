"""
Tell what an outcome "other" is by its words, and which two outcomes are two words for one.

In: statements. Out: the words of each other outcome, and which pairs are told in two words.
Extraction calls those who were freed "other" in one sentence and "rescued" in the next.
"""

import re
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

__all__ = ["OTHER", "told_in_two_words"]

OTHER = {
    "released": re.compile(
        r"\breleas|\bfree(?:d|s|ing)?\b|\bset\s+free|\bliberat|\bpardon", re.IGNORECASE
    ),
    "returned": re.compile(r"\breturn", re.IGNORECASE),
    "exchanged": re.compile(r"\bswap|\bexchang", re.IGNORECASE),
    "buried": re.compile(r"\bburi(?:ed|es)\b", re.IGNORECASE),
    "trapped": re.compile(r"\btrap|\bstrand|\bstuck\b", re.IGNORECASE),
    "treated": re.compile(r"\btreat", re.IGNORECASE),
    "vaccinated": re.compile(r"\bvaccinat|\bjab", re.IGNORECASE),
    "affected": re.compile(r"\baffect", re.IGNORECASE),
}
"""For each kind of other outcome the words that tell it."""

_CLOSE = 1.25
_NO_CHANCE = 12


class _TwoWords(NamedTuple):
    """Two outcomes of one number."""

    one: str
    other: str
    least: int  # from which two such numbers of a story are no chance
    times: float  # as many as the smaller number the larger may be
    kind: str | None = None  # of ``OTHER``, which the sentence with the first outcome tells


_TWO_WORDS = (
    _TwoWords("evacuated", "displaced", 0, _CLOSE),
    _TwoWords("ill", "injured", _NO_CHANCE, _CLOSE),
    # "61 hostages were freed", "61 were rescued"; the 30 freed of 52, and the trapped, are others
    _TwoWords("other", "rescued", _NO_CHANCE, 1, "released"),
    _TwoWords("other", "missing", _NO_CHANCE, 1, "trapped"),
)


def told_in_two_words(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return which pairs are of two outcomes that may be two words for one: evacuated, displaced.

    Parameters
    ----------
    rows : DataFrame
        Rows of ``Statements``.
    first, second : arrays of int
        Rows of each pair.

    Returns
    -------
    array of bool
        False for numbers that are far apart, small, or in words alone.
    """
    table: Any = rows
    amount = np.abs(rows["amount"].to_numpy(float))
    low, high = np.fmin(amount[first], amount[second]), np.fmax(amount[first], amount[second])
    found = np.zeros(len(first), dtype=bool)
    for words in _TWO_WORDS:
        is_one = table["outcome"].eq(words.one).to_numpy(bool, copy=True)
        is_other = table["outcome"].eq(words.other).to_numpy(bool)
        if words.kind is not None:
            told = OTHER[words.kind]
            is_one[is_one] = [bool(told.search(one)) for one in table["sentence_text"][is_one]]
        both = (is_one[first] & is_other[second]) | (is_other[first] & is_one[second])
        found |= both & (low >= words.least) & (high <= words.times * low)
    return found
