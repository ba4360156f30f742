"""
Tell counts of several kinds together, and of no kind at all.

In: statements. Out: which pairs. "Thousands of teachers, parents and children" at a rally are no
number of teachers, and "two things" that somebody says are not another article's two shootings.
"""

import re
from typing import Any

import numpy as np

from analysis.compare.quantities.pair_tests import ANYBODY, COUNTS, differ, same_amount
from analysis.compare.quantities.statements import Statements

__all__ = ["is_mixed", "of_mixed_kinds", "of_no_kind"]

_OF_NO_KIND = frozenset("thing way reason point matter piece lot kind sort aspect".split())
_SEVERAL_KINDS = re.compile(
    r"""
    \s+(?:of\s+)?(?:[a-z-]+\s+){0,2}?[a-z-]+s(?:,\s+(?:[a-z-]+\s+)?[a-z-]+s)*
    ,?\s+and\s+(?:[a-z-]+\s+)?(?:[a-z-]+s|children|people|men|women)\b
    """,
    re.VERBOSE,
)
_PEOPLE = re.compile(r"\s+(?:of\s+)?(?:men|women|girls|boys)\b")


def of_mixed_kinds(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return pairs of unlike counts of which one alone is of several kinds together.

    Parameters
    ----------
    statements : Statements
    first, second : arrays of int
        Rows of each pair.

    Returns
    -------
    array of bool
        False for people of whom no kind is told.
    """
    rows: Any = statements.rows
    told = zip(rows["sentence_text"], rows["up_to_next"], rows["text"], strict=True)
    mixed = np.array([is_mixed(*words) for words in told], dtype=bool)
    is_kind = rows["unit"].isin(COUNTS) & rows["noun"].notna() & ~rows["noun"].isin(ANYBODY)
    is_kind = is_kind.to_numpy(bool) & rows["outcome"].isna().to_numpy()
    unlike = is_kind[first] & is_kind[second] & (mixed[first] != mixed[second])
    return unlike & ~same_amount(rows, first, second)


def is_mixed(sentence: str, clause: str, number: str) -> bool:
    """
    Return whether the nouns after a number are several.

    Parameters
    ----------
    sentence : str
    clause : str
        The sentence up to the next number.
    number : str
        As it is printed.

    Returns
    -------
    bool
        False for men and women, who are people.

    Examples
    --------
    >>> sentence = "Thousands of teachers, parents and children filled the square."
    >>> is_mixed(sentence, sentence, "Thousands")
    True
    """
    end = clause.rfind(number) + len(number)
    if _PEOPLE.match(sentence, end):
        return False
    return _SEVERAL_KINDS.match(sentence, end) is not None


def of_no_kind(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return pairs of two articles of which one counts "things" or the like.

    Parameters
    ----------
    statements, first, second
        As for ``of_mixed_kinds``.

    Returns
    -------
    array of bool
    """
    rows: Any = statements.rows
    is_empty = rows["noun"].isin(_OF_NO_KIND).to_numpy()
    return (is_empty[first] | is_empty[second]) & differ(rows["article_id"], first, second)
