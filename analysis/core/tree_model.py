"""
Boosted decision trees as they are used: each tree adds to the odds of an example [1]_.

In: ``trees.json`` as the fitting commands in ``analysis.train`` write it, and the names of the
features in the order of their columns. Out: log-odds. Reading the trees needs no library that
fits them.

References
----------
.. [1] Friedman, J. H. (2001). Greedy function approximation: a gradient boosting machine. Annals of
   Statistics 29(5), 1189-1232.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from analysis.core.checked_files import read_checked
from analysis.core.errors import MissingResourceError

__all__ = ["LEAF", "TreeModel", "read_tree_model", "tree_model"]

LEAF = -1
"""In the place of a feature: the node is a leaf, which adds its value."""


class TreeModel(NamedTuple):
    """
    All trees, one node after the other.

    Attributes
    ----------
    base : float
        Log-odds before any tree.
    roots : array of int
        First node of each tree.
    feature : array of int
        Column that a node asks for; ``LEAF`` for a leaf.
    value : array of float
        Bound up to which an example goes to the lower child; of a leaf, what it adds.
    lower, upper : array of int
        Children of a node; of a leaf, itself.
    """

    base: float
    roots: np.ndarray
    feature: np.ndarray
    value: np.ndarray
    lower: np.ndarray
    upper: np.ndarray

    def log_odds(self, features: np.ndarray) -> np.ndarray:
        """
        Return the log-odds of each example.

        Parameters
        ----------
        features : array, shape (n_examples, n_features)

        Returns
        -------
        array of float, shape (n_examples,)
        """
        node = np.repeat(self.roots[:, np.newaxis], len(features), axis=1)
        example = np.arange(len(features))
        while (self.feature[node] != LEAF).any():
            is_lower = features[example, self.feature[node]] <= self.value[node]
            node = np.where(is_lower, self.lower[node], self.upper[node])
        return self.base + self.value[node].sum(axis=0)


def tree_model(stored: Mapping, features: Sequence[str]) -> TreeModel:
    """
    Return a model with the columns of its features.

    Parameters
    ----------
    stored : mapping
        ``base``, ``features`` (names) and ``trees``: for each tree a list of nodes, each with the
        number of a feature or ``LEAF``, a value, and the numbers of both children in the tree.
    features : sequence of str
        Names of the features, in the order of their columns.

    Returns
    -------
    TreeModel

    Raises
    ------
    MissingResourceError
        If a feature that the trees ask for has no column.
    """
    unknown = sorted(set(stored["features"]) - set(features))
    if unknown:
        raise MissingResourceError(
            f"the trees ask for {', '.join(unknown)}, which this version does not compute: "
            "fit them again"
        )
    column = np.array([*(features.index(name) for name in stored["features"]), LEAF])
    nodes = np.array([node for tree in stored["trees"] for node in tree], dtype=float)
    sizes = [len(tree) for tree in stored["trees"]]
    roots = np.cumsum([0, *sizes[:-1]])
    first = np.repeat(roots, sizes)
    lower, upper = (first + nodes[:, child].astype(int) for child in (2, 3))
    feature = column[nodes[:, 0].astype(int)]
    return TreeModel(float(stored["base"]), roots, feature, nodes[:, 1], lower, upper)


def read_tree_model(path: Path, features: Sequence[str]) -> TreeModel:
    """
    Read a model of the project.

    Parameters
    ----------
    path : Path
        ``trees.json``, whose hash stands beside it.
    features : sequence of str
        Names of the features, in the order of their columns.

    Returns
    -------
    TreeModel

    Raises
    ------
    MissingResourceError
        If the file is missing or changed.
    """
    return tree_model(json.loads(read_checked(path)), features)
