"""
Fit boosted trees, and store them as ``analysis.core.tree_model`` reads them.

In: features of examples, their classes and weights. Out: lists of nodes.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from analysis.core.tree_model import LEAF

__all__ = ["fit_trees"]

LEAVES = 31
FEWEST = 20  # examples in a leaf
RATE = 0.05
PENALTY = 5.0
SEED = 0
DIGITS = 5


def fit_trees(
    values: np.ndarray,
    is_one: np.ndarray,
    weights: np.ndarray,
    features: Sequence[str],
    n_trees: int,
) -> dict[str, Any]:
    """
    Fit trees that tell two classes apart.

    Parameters
    ----------
    values : array, shape (n_examples, n_features)
        Without NaN, for which stored trees have no branch.
    is_one : array of bool
        The class of each example.
    weights : array of float
        How much each counts.
    features : sequence of str
        Names of the columns.
    n_trees : int

    Returns
    -------
    dict
        As ``tree_model`` reads it, with the features that are asked for.
    """
    fitted = HistGradientBoostingClassifier(
        max_iter=n_trees,
        learning_rate=RATE,
        max_leaf_nodes=LEAVES,
        min_samples_leaf=FEWEST,
        l2_regularization=PENALTY,
        early_stopping=False,
        random_state=SEED,
    )
    fitted.fit(values, is_one, sample_weight=weights)
    trees = [tree.nodes for (tree,) in fitted._predictors]
    asked = {int(node["feature_idx"]) for tree in trees for node in tree if not node["is_leaf"]}
    used = sorted(asked)
    number_of = {column: number for number, column in enumerate(used)}
    return {
        "base": round(float(fitted._baseline_prediction.item()), DIGITS),
        "features": [features[column] for column in used],
        "trees": [
            [_node(node, place, number_of) for place, node in enumerate(tree)] for tree in trees
        ],
    }


def _node(node: np.void, place: int, number_of: Mapping[int, int]) -> list[float]:
    if node["is_leaf"]:
        return [LEAF, round(float(node["value"]), DIGITS), place, place]
    bound = round(float(node["num_threshold"]), DIGITS)
    children = [int(node["left"]), int(node["right"])]
    return [number_of[int(node["feature_idx"])], bound, *children]
