"""
A logistic regression as it is used: an intercept and a weight for each named feature.

In: ``weights.json`` as the fitting commands in ``analysis.train`` write it, and the names of the
features in the order of their columns. Out: probabilities.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from analysis.core.checked_files import read_checked

__all__ = ["LogisticModel", "logistic_model", "read_logistic_model"]


class LogisticModel(NamedTuple):
    """
    The fitted model.

    Attributes
    ----------
    intercept : float
    weights : array
        In the order of the features.
    """

    intercept: float
    weights: np.ndarray

    def probability(self, features: np.ndarray) -> np.ndarray:
        """
        Return the probability of each example.

        Parameters
        ----------
        features : array, shape (n_examples, n_features)

        Returns
        -------
        array of float, shape (n_examples,)
        """
        odds = features @ self.weights + self.intercept
        return 1 / (1 + np.exp(-odds))


def logistic_model(
    intercept: float, weights: Mapping[str, float], features: Sequence[str]
) -> LogisticModel:
    """Return a model with its weights in the order of the features; one without a weight has 0."""
    ordered = [weights.get(name, 0.0) for name in features]
    return LogisticModel(intercept, np.array(ordered, dtype=float))


def read_logistic_model(path: Path, features: Sequence[str]) -> LogisticModel:
    """
    Read a model of the project.

    Parameters
    ----------
    path : Path
        ``weights.json``, whose hash stands beside it.
    features : sequence of str
        Names of the features, in the order of their columns.

    Raises
    ------
    MissingResourceError
        If the file is missing or changed.
    """
    stored = json.loads(read_checked(path))
    return logistic_model(stored["intercept"], stored["weights"], features)
