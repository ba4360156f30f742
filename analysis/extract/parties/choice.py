"""
Choose whose a party is among the names in its article.

In: the features of the candidates of a mention. Out: the probability that each is right, on its
own: they need not sum to 1, and all are low where the article does not tell. A logistic
regression; its weights are in ``data/models/parties`` and come from ``analysis.train.parties``.
"""

from functools import lru_cache

from analysis.core import paths
from analysis.core.logistic_model import LogisticModel, read_logistic_model
from analysis.extract.parties.features import FEATURES

__all__ = ["THRESHOLD", "read_weights"]

THRESHOLD = 0.5
"""Least probability for a party to be named; below it the article does not tell."""


@lru_cache(maxsize=1)
def read_weights() -> LogisticModel:
    """Return the weights of the project; read once."""
    return read_logistic_model(paths.MODELS / "parties" / "weights.json", FEATURES)
