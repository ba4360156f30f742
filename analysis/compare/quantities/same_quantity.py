"""
Estimate how probable it is that two statements are of the same quantity.

In: the features of pairs. Out: probabilities. A logistic regression; its weights are in
``data/models/quantities`` and come from ``analysis.train.quantities``.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from analysis.compare.quantities.features import FEATURES
from analysis.core import paths
from analysis.core.checked_files import read_checked

__all__ = ["PairWeights", "pair_weights", "probability_same", "read_weights"]


class PairWeights(NamedTuple):
    """
    The fitted model.

    Attributes
    ----------
    intercept : float
    weights : array
        In the order of ``FEATURES``.
    """

    intercept: float
    weights: np.ndarray


def pair_weights(intercept: float, weights: Mapping[str, float]) -> PairWeights:
    """Return the weights in the order of the features; a feature without a weight has none."""
    ordered = [weights.get(name, 0.0) for name in FEATURES]
    return PairWeights(intercept, np.array(ordered, dtype=float))


@lru_cache(maxsize=1)
def read_weights() -> PairWeights:
    """Return the weights of the project; read once."""
    stored = json.loads(read_checked(paths.MODELS / "quantities" / "weights.json"))
    return pair_weights(stored["intercept"], stored["weights"])


def probability_same(features: np.ndarray, weights: PairWeights) -> np.ndarray:
    """
    Return the probability that each pair is of one quantity.

    Parameters
    ----------
    features : array, shape (n_pairs, n_features)
        From ``pair_features``.
    weights : PairWeights

    Returns
    -------
    array of float, shape (n_pairs,)
    """
    odds = features @ weights.weights + weights.intercept
    return 1 / (1 + np.exp(-odds))
