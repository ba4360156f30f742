"""
Choose whose a party is among the names in its article.

In: the features of the candidates of a mention. Out: the probability that each is right. A logistic
regression; its weights are in ``data/models/parties`` and come from ``analysis.train.parties``.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from analysis.core import paths
from analysis.core.checked_files import read_checked
from analysis.extract.parties.features import FEATURES

__all__ = ["THRESHOLD", "PartyWeights", "party_weights", "probabilities", "read_weights"]

THRESHOLD = 0.5
"""Least probability for a party to be named; below it the article does not tell."""


class PartyWeights(NamedTuple):
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


def party_weights(intercept: float, weights: Mapping[str, float]) -> PartyWeights:
    """Return the weights in the order of the features; a feature without a weight has none."""
    ordered = [weights.get(name, 0.0) for name in FEATURES]
    return PartyWeights(intercept, np.array(ordered, dtype=float))


@lru_cache(maxsize=1)
def read_weights() -> PartyWeights:
    """Return the weights of the project; read once."""
    stored = json.loads(read_checked(paths.MODELS / "parties" / "weights.json"))
    return party_weights(stored["intercept"], stored["weights"])


def probabilities(features: np.ndarray, weights: PartyWeights) -> np.ndarray:
    """
    Return the probability that each candidate is whose the party is.

    Parameters
    ----------
    features : array, shape (n_candidates, n_features)
        From ``ArticleFeatures.describe``.
    weights : PartyWeights

    Returns
    -------
    array of float, shape (n_candidates,)
        Each on its own: they need not sum to 1, and all are low where the article does not tell.
    """
    odds = features @ weights.weights + weights.intercept
    return 1 / (1 + np.exp(-odds))
