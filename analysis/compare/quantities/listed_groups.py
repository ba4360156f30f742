"""
Tell casualty numbers that are one of several groups: "Eleven inmates and two guards were killed".

In: the figures of a story and their texts. Out: a truth value for each. Neither number is the toll,
which the sentence may leave to its reader, and a toll of another outlet is none of theirs.
"""

import re
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

__all__ = ["are_of_groups"]

# Between the first number and the second: its people, and "and".
_BETWEEN = re.compile(
    r"\s(?:[\w’'-]+\s){0,3}?[\w’'-]+(?:,|\s+and|,\s+and|\s+&)\s+(?:(?:at\s+least|about|some)\s+)?",
    re.IGNORECASE,
)
_TOTAL_BEFORE = re.compile(r"(?:[:–—(]|\b(?:including|among\s+them))\s*(?:\w+\s+){0,2}$")
_DATELINE = re.compile(r"\s*[A-Z]{3}[A-Z.’' -]*[\w.,()/ ]{0,50}$")
_LONGEST_TOTAL = 120  # characters before the first number


def are_of_groups(rows: pd.DataFrame, texts: Mapping[str, str]) -> np.ndarray:
    """
    Return which numbers are one of two groups that a sentence puts beside each other.

    Parameters
    ----------
    rows : DataFrame
        Figures of one story, in reading order, with ``noun``. Not changed.
    texts : mapping of str to str
        Text of each article.

    Returns
    -------
    array of bool
        True for both numbers where they have one outcome and two nouns. False for parts of a total
        that the sentence states ("13 people: 11 inmates and two guards").
    """
    found = np.zeros(len(rows), dtype=bool)
    read: Any = rows[["article_id", "sentence_id", "start", "end", "outcome", "noun", "part_of"]]
    records = read.to_dict("records")
    for row in range(1, len(records)):
        one, other = records[row - 1], records[row]
        if _is_beside(one, other, texts[other["article_id"]]):
            found[row - 1] = found[row] = True
    return found


def _is_beside(one: Mapping[str, Any], other: Mapping[str, Any], text: str) -> bool:
    """Return whether two numbers are of two groups, the second right after the first."""
    if any(one[name] != other[name] for name in ("article_id", "sentence_id", "outcome")):
        return False
    if one["outcome"] is None or one["noun"] is None or one["noun"] == other["noun"]:
        return False
    if one["part_of"] is not None or other["part_of"] is not None:
        return False
    if _states_total(text[max(0, one["start"] - _LONGEST_TOTAL) : one["start"]]):
        return False
    return _BETWEEN.fullmatch(text, one["end"], other["start"]) is not None


def _states_total(before: str) -> bool:
    """Return whether the words before a number state its total: "13 people: ", no dateline."""
    line = before.rpartition("\n")[2]
    found = _TOTAL_BEFORE.search(line)
    return found is not None and _DATELINE.match(line[: found.start()]) is None
