"""
Fit a logistic regression whose weights may only have the sign that is known of them.

In: features, answers, and for each feature whether it speaks for, against, or either. Out: an
intercept and weights. With few examples, a free weight may take the sign of a single story: that
two statements count other things would then speak for them being the same.
"""

from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize

__all__ = ["Fitted", "fit_signed"]

MOST_STEPS = 1000


class Fitted(NamedTuple):
    """Intercept, and the weights of the features as they are."""

    intercept: float
    weights: np.ndarray


def fit_signed(
    features: np.ndarray,
    answers: np.ndarray,
    example_weights: np.ndarray,
    signs: np.ndarray,
    strength: float,
) -> Fitted:
    """
    Minimise the logistic loss plus half the squared weights.

    Parameters
    ----------
    features : array, shape (n_examples, n_features)
        Scaled to unit variance inside, so that the penalty treats them alike; a feature that never
        varies gets no weight.
    answers : array of bool, shape (n_examples,)
    example_weights : array of float, shape (n_examples,)
    signs : array of int, shape (n_features,)
        1 for weights from 0 up, -1 for weights up to 0, 0 for any.
    strength : float
        Weight of the loss against the penalty.

    Returns
    -------
    Fitted
    """
    mean, scale = features.mean(axis=0), features.std(axis=0)
    varies = scale > 0
    scaled = (features - mean) / np.where(varies, scale, 1.0)
    direction = np.where(answers, 1.0, -1.0)

    def loss(parameters: np.ndarray) -> tuple[float, np.ndarray]:
        intercept, weights = parameters[0], parameters[1:]
        margin = direction * (scaled @ weights + intercept)
        wrong = 1 / (1 + np.exp(np.clip(margin, -50, 50)))
        slope = -strength * example_weights * direction * wrong
        total = strength * (example_weights * np.logaddexp(0, -margin)).sum()
        gradient = np.concatenate([[slope.sum()], scaled.T @ slope + weights])
        return float(total + weights @ weights / 2), gradient

    allowed = {1: (0, None), -1: (None, 0), 0: (None, None)}
    bounds = [(None, None), *(allowed[int(sign)] for sign in signs)]
    start = np.zeros(features.shape[1] + 1)
    found = minimize(
        loss,
        start,
        jac=True,
        bounds=bounds,
        method="L-BFGS-B",
        options={"maxiter": MOST_STEPS},
    ).x
    weights = np.where(varies, found[1:] / np.where(varies, scale, 1.0), 0.0)
    return Fitted(float(found[0] - weights @ mean), weights)
