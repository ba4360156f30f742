"""
Estimate whether two numbers of two articles are of one thing.

In: the statements of stories and pairs of their rows, with what each pair says by itself
(``same_quantity``) and the rules that speak against it (``doubts``). Out: probabilities. A rule
that doubts a pair is evidence here and no verdict, and a pair is seen beside its rivals
(``other_partners``). Boosted trees, fitted by ``analysis.train.across_articles`` on pairs that
people labelled.
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.compare.quantities.doubts import DOUBTS
from analysis.compare.quantities.features import FEATURES as OF_ANY_PAIR
from analysis.compare.quantities.features import pair_features
from analysis.compare.quantities.other_partners import OF_PARTNERS, compare_partners
from analysis.compare.quantities.statements import Statements
from analysis.core import paths
from analysis.core.checked_files import read_packed
from analysis.core.tree_model import TreeModel, tree_model

__all__ = [
    "FEATURES",
    "LEAST_ALONE",
    "MODEL",
    "MOST_DOUBTS",
    "Looked",
    "across_articles",
    "describe_pairs",
    "read_trees",
]

MODEL = paths.MODELS / "across_articles" / "trees.json.gz"

MOST_DOUBTS = 2
"""Rules that may speak against a pair. Of 17,900 labelled pairs with more, 130 are of one thing."""

LEAST_ALONE = 0.05
"""Probability of a pair by itself, below which it is of two things."""

FEATURES = (
    *OF_ANY_PAIR,
    *DOUBTS,
    *OF_PARTNERS,
    *(f"{name}, undoubted" for name in OF_PARTNERS),
    "alone",
    "doubts",
)
"""Columns of ``describe_pairs``."""

_PAIRS_AT_ONCE = 20_000
_LEAST_ODDS = 1e-6


class Looked(NamedTuple):
    """
    Pairs of statements of two articles, and what each says by itself.

    Attributes
    ----------
    places : array of int
        Places among all pairs.
    first, second : arrays of int
        Rows.
    alone : array of float
        Probability by itself, 0 to 1.
    doubts : array of bool, shape (n_pairs, n_doubts)
        Of ``doubts.doubted``.
    """

    places: np.ndarray
    first: np.ndarray
    second: np.ndarray
    alone: np.ndarray
    doubts: np.ndarray

    def taken(self, places: np.ndarray) -> "Looked":
        """Return some of the pairs."""
        return Looked(*(column[places] for column in self))


@lru_cache(maxsize=1)
def read_trees() -> TreeModel:
    """
    Return the trees of the project; read once.

    Raises
    ------
    MissingResourceError
        If the file is missing or changed.
    """
    return tree_model(read_packed(MODEL), FEATURES)


def across_articles(statements: Statements, looked: Looked, trees: TreeModel) -> np.ndarray:
    """
    Return the probability that the two numbers of each pair are of one thing.

    Parameters
    ----------
    statements : Statements
    looked : Looked
        All open pairs of the stories: each is compared with the others.
    trees : TreeModel

    Returns
    -------
    array of float, shape (n_pairs,)
        Accuracy: ``data/models/across_articles/CARD.md``.
    """
    beside = _beside(statements, looked)
    odds = np.zeros(len(looked.first))
    for start in range(0, len(odds), _PAIRS_AT_ONCE):
        block = np.arange(start, min(start + _PAIRS_AT_ONCE, len(odds)))
        odds[block] = trees.log_odds(_described(statements, looked.taken(block), beside[block]))
    # The last digits of a sum depend on the machine; groups should not.
    return (1 / (1 + np.exp(-odds))).round(6)


def describe_pairs(statements: Statements, looked: Looked) -> np.ndarray:
    """
    Return what the probability of each pair depends on.

    Parameters
    ----------
    statements : Statements
    looked : Looked
        As for ``across_articles``.

    Returns
    -------
    array of float, shape (n_pairs, n_features)
        In the order of ``FEATURES``.
    """
    return _described(statements, looked, _beside(statements, looked))


def _beside(statements: Statements, looked: Looked) -> np.ndarray:
    """Return the features of partners, by all pairs and by those without a doubt."""
    rows = statements.rows
    article, _ = pd.factorize(rows["article_id"])
    story = rows["story"].to_numpy(int)
    amount = rows["amount"].to_numpy(float)
    undoubted = np.where(looked.doubts.any(axis=1), 0.0, looked.alone)
    columns = []
    for probability in (looked.alone, undoubted):
        found = compare_partners(looked.first, looked.second, article, amount, story, probability)
        columns += [found[name] for name in OF_PARTNERS]
    return np.column_stack(columns).reshape(len(looked.first), len(columns))


def _described(statements: Statements, looked: Looked, beside: np.ndarray) -> np.ndarray:
    alone = np.clip(looked.alone, _LEAST_ODDS, 1 - _LEAST_ODDS)
    return np.column_stack(
        [
            pair_features(statements, looked.first, looked.second),
            looked.doubts,
            beside,
            np.log(alone / (1 - alone)),
            looked.doubts.sum(axis=1),
        ]
    )
