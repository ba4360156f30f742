"""
The variance of a ratio of sums over events, with as few events as it has.

In: a sum and a denominator for each event. Out: the ratio, its variance and the degrees of freedom
of that variance.

.. [1] Bell, R. & McCaffrey, D. (2002). Bias reduction in standard errors for linear regression with
   multi-stage samples. Survey Methodology 28(2).
"""

from typing import NamedTuple

import numpy as np

__all__ = ["RatioEstimate", "estimate_ratio"]

_NO_VARIANCE = 1e-24


class RatioEstimate(NamedTuple):
    """
    A ratio and how well it is known.

    Attributes
    ----------
    ratio : float
    variance : float
        Of the ratio, bias-reduced; 0 if all events have the same ratio.
    freedom : float
        Degrees of freedom of the variance, 1 or more; one fewer than events if all denominators are
        equal, else less.
    effective_events : float
        Number of events of equal denominators with the same weight.
    """

    ratio: float
    variance: float
    freedom: float
    effective_events: float


def estimate_ratio(value: np.ndarray, denominator: np.ndarray) -> RatioEstimate:
    """
    Estimate sum(value) / sum(denominator) and its variance over events.

    Parameters
    ----------
    value, denominator : array, shape (n_events,)
        Two events or more; denominators above 0.

    Returns
    -------
    RatioEstimate
        Variance and degrees of freedom are those of Bell and McCaffrey (CR2, with Satterthwaite's
        approximation), for events that vary equally.
    """
    total = denominator.sum()
    ratio = float(value.sum() / total)
    weight = denominator / total
    residual = value / denominator - ratio
    squares = float((weight**2).sum())
    # the residual of an event includes its own part in the ratio
    corrected = weight**2 / (1 - 2 * weight + squares)
    variance = float((corrected * residual**2).sum())
    if variance <= _NO_VARIANCE * max(1.0, ratio * ratio):
        variance = 0.0
    freedom = _degrees_of_freedom(weight, corrected)
    return RatioEstimate(ratio, variance, freedom, 1 / squares)


def _degrees_of_freedom(weight: np.ndarray, corrected: np.ndarray) -> float:
    """
    Return those of the variance: tr(B)^2 / tr(B B), where residuals' B makes the variance.

    B is C - wc' - cw' + kww' for weights w, the diagonal matrix C of corrected weights c and their
    sum k; its trace is the sum of squared weights.
    """
    columns = np.column_stack([weight, corrected])
    middle = np.array([[corrected.sum(), -1.0], [-1.0, 0.0]])
    inner = columns.T @ columns
    low_rank = float(np.trace(middle @ inner @ middle @ inner))
    crossed = 2 * float(np.trace(middle @ (columns.T * corrected) @ columns))
    trace = float((weight**2).sum())
    return trace**2 / (float((corrected**2).sum()) + crossed + low_rank)
