"""
Estimate how probable it is that two statements are of the same quantity.

In: the features of pairs. Out: probabilities. A logistic regression; its weights are in
``data/models/quantities`` and come from ``analysis.train.quantities``.
"""

from functools import lru_cache

from analysis.compare.quantities.features import FEATURES
from analysis.core import paths
from analysis.core.logistic_model import LogisticModel, read_logistic_model

__all__ = ["read_weights"]


@lru_cache(maxsize=1)
def read_weights() -> LogisticModel:
    """Return the weights of the project; read once."""
    return read_logistic_model(paths.MODELS / "quantities" / "weights.json", FEATURES)
