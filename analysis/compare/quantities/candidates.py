"""
Choose which pairs of statements of a story are compared.

In: statements. Out: pairs of rows. In a story of usual size, all statements of one dimension are
compared. In a larger one only those that have something in common: a counted word, one of their
most telling words, or nearly the same value; and of those that share it, each with the next ones in
reading order. The cost then grows with the number of statements.
"""

from collections.abc import Iterator
from itertools import chain

import numpy as np

from analysis.compare.quantities.statements import Statements

__all__ = ["MOST_COMPARED", "candidate_pairs"]

MOST_COMPARED = 400
"""Statements of one dimension in a story of which every pair is compared."""

NEXT_COMPARED = 150  # of those that share a word or a value
TELLING_WORDS = 3

_NO_PAIRS = np.zeros(0, dtype=int)


def candidate_pairs(statements: Statements) -> tuple[np.ndarray, np.ndarray]:
    """
    Return the pairs that are worth comparing.

    Parameters
    ----------
    statements : Statements

    Returns
    -------
    first, second : arrays of int
        Rows, ``first`` below ``second``; each pair once, in order.
    """
    firsts, seconds = [_NO_PAIRS], [_NO_PAIRS]
    rows = statements.rows
    for positions in rows.groupby(["story", "measured"], sort=True).indices.values():
        if len(positions) == 1:
            continue
        if len(positions) <= MOST_COMPARED:
            first, second = np.triu_indices(len(positions), 1)
            first, second = positions[first], positions[second]
        else:
            first, second = _pairs_in_common(statements, positions)
        firsts.append(first)
        seconds.append(second)
    return np.concatenate(firsts), np.concatenate(seconds)


def _pairs_in_common(
    statements: Statements, positions: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    n_rows = len(statements.rows)
    codes = []
    for members in _blocks(statements, positions):
        for step in range(1, min(NEXT_COMPARED, len(members) - 1) + 1):
            codes.append(members[:-step] * n_rows + members[step:])
    unique = _sorted_unique(np.concatenate([_NO_PAIRS, *codes]))
    return unique // n_rows, unique % n_rows


def _sorted_unique(values: np.ndarray) -> np.ndarray:
    """Return each value once, in order; several times as fast as ``unique`` of numpy 2.3."""
    values = np.sort(values)
    is_new = np.ones(len(values), dtype=bool)
    is_new[1:] = values[1:] != values[:-1]
    return values[is_new]


def _blocks(statements: Statements, positions: np.ndarray) -> Iterator[np.ndarray]:
    """Yield the rows, in order, that share a word or a value."""
    blocks: dict[object, list[int]] = {}
    amounts = statements.rows["amount"].to_numpy(float)
    for row in positions:
        keys = chain(_values(float(amounts[row])), _telling_words(statements, row))
        for key in dict.fromkeys(keys):
            blocks.setdefault(key, []).append(row)
    for members in blocks.values():
        yield np.array(members)


def _values(amount: float) -> Iterator[tuple[str, float]]:
    """Yield the two ranges of a value, which overlap, so that near values share one."""
    if not np.isnan(amount):
        place = np.log1p(abs(amount)) * 8
        yield "even", np.floor(place)
        yield "odd", np.floor(place + 0.5)


def _telling_words(statements: Statements, row: int) -> Iterator[tuple[str, int]]:
    counted = statements.words["counted"]
    for column in counted.indices[counted.indptr[row] : counted.indptr[row + 1]]:
        yield "word", int(column)
    near = statements.words["near"]
    place = slice(near.indptr[row], near.indptr[row + 1])
    weights: np.ndarray = near.data[place]
    for column in near.indices[place][
        np.argsort(np.negative(weights), kind="stable")[:TELLING_WORDS]
    ]:
        yield "word", int(column)
