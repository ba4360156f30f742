"""
Store fitted boosted trees as ``analysis.core.tree_model`` reads them.

In: a fitted classifier of scikit-learn and the names of its columns. Out: lists of nodes.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from analysis.core.tree_model import LEAF

__all__ = ["stored_trees"]

DIGITS = 5


def stored_trees(fitted: HistGradientBoostingClassifier, features: Sequence[str]) -> dict[str, Any]:
    """
    Return fitted trees as lists of nodes: feature, value and both children.

    Parameters
    ----------
    fitted : HistGradientBoostingClassifier
        Of two classes.
    features : sequence of str
        Names of its columns.

    Returns
    -------
    dict
        As ``tree_model`` reads it, with the features that are asked for.
    """
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
