"""
Put together what the probability of a pair of statements depends on.

In: statements, and pairs of rows of one story. Out: an array with a column for each of
``FEATURES``: 0 and 1, cosines, and logarithms of ratios and distances. Some of what is compared
means more of one kind of number than of another ("two dead" and "nine dead" may be one toll; $2
and $9 are two prices), so it is crossed with the kind.
"""

import numpy as np

from analysis.compare.quantities.pair_places import compare_coding, compare_places
from analysis.compare.quantities.pair_values import compare_values
from analysis.compare.quantities.pair_words import compare_words
from analysis.compare.quantities.statements import FIELDS, Statements

__all__ = ["FEATURES", "KINDS", "pair_features"]

SMALL = 2 / 6  # equal_size below which an equal number may be chance: 100

_PLAIN = (
    *("equal", "equal_size", "equal_digits", "within_bound", "unlike", "distance"),
    *("vague_both", "vague_misfits", "vague_same", "grows", "shrinks"),
    *FIELDS,
    *("counted_elsewhere", "counted_one", "counted_none", "whose_one", "whose_apart"),
    *("noun_same", "noun_differs", "same_text", "nothing"),
    *("outcome_one", "group_differs", "scope_differs", "change_both", "qualifier_same"),
    *("unit_same", "year_one", "month_one", "month_both", "month_differs"),
    *("one_indefinite", "both_indefinite", "additional_one", "basis_both", "converted"),
    *("same_article", "same_sentence", "same_outlet", "title_both", "title_one"),
    *("days", "position", "lead_both", "lead_one", "headline_both", "only_ones"),
)
KINDS = ("count", "money", "share", "measure")
"""Kinds of numbers; a casualty is none of them."""

_BY_KIND = ("equal", "unlike", "counted", "near", "sentence", "distance")
_PRODUCTS = (
    *(("equal", name) for name in ("counted", "near", "sentence", "noun_differs")),
    *(("unlike", name) for name in ("counted", "near", "sentence", "one_indefinite")),
    *(("same_article", name) for name in ("equal", "unlike")),
    *(("vague", name) for name in ("counted", "noun_differs")),
    ("same_sentence", "equal"),
    ("small_equal", "nothing"),
    ("lead_both", "unlike"),
    ("headline_both", "unlike"),
    ("headline_both", "opening"),
    ("headline_unlike", "opening"),
    *(("casualty", name) for name in ("equal_digits", "lead_both", "headline_both")),
    ("casualty", "headline_unlike"),
)
FEATURES = (
    *_PLAIN,
    *KINDS,
    *(f"{kind} x {name}" for kind in KINDS for name in _BY_KIND),
    *(f"{name} x {other}" for name, other in _PRODUCTS),
)
"""Columns of ``pair_features``; "x" joins the names of a product."""


def pair_features(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return what the probability of each pair depends on.

    Parameters
    ----------
    statements : Statements
    first, second : arrays of int
        Rows of each pair, of one dimension; their order within a pair changes nothing.

    Returns
    -------
    array, shape (n_pairs, n_features)
        In the order of ``FEATURES``.
    """
    rows = statements.rows
    found = compare_values(rows, first, second)
    found |= compare_words(statements, first, second)
    found |= compare_coding(rows, first, second)
    found |= compare_places(rows, first, second)
    found |= _kinds(rows["measured"].to_numpy()[first], found["casualty"])
    found["small_equal"] = found["equal"] & (found["equal_size"] < SMALL)
    found["headline_unlike"] = found["headline_both"] & found["unlike"]
    columns = np.empty((len(first), len(FEATURES)))
    for number, name in enumerate(FEATURES):
        one, _, other = name.partition(" x ")
        columns[:, number] = found[one] * found[other] if other else found[one]
    return columns


def _kinds(measured: np.ndarray, casualty: np.ndarray) -> dict[str, np.ndarray]:
    """Return which of ``KINDS`` each pair is; a casualty is none."""
    share = np.isin(measured, ["percent", "points"])
    count, money = measured == "count", measured == "money"
    return {
        "count": count & ~casualty,
        "money": money,
        "share": share,
        "measure": ~(count | money | share),
    }
