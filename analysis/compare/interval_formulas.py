"""
Intervals in closed form: of a mean or ratio, of one that is not negative, and of a share.

In: a ratio and how well it is known. Out: the two ends of the interval. Which of them is used, and
where resampling widens it, is decided in ``analysis.compare.intervals``.

.. [1] Korn, E. & Graubard, B. (1998). Confidence intervals for proportions with small expected
   number of positive counts estimated from survey data. Survey Methodology 24(2).
"""

import numpy as np
from scipy import stats

from analysis.compare.ratio_variance import RatioEstimate

__all__ = ["log_t_interval", "share_interval", "t_interval"]

_ALMOST = 1 - 1e-6


def t_interval(estimate: RatioEstimate, level: float) -> tuple[float, float]:
    """
    Return the t interval of a mean or ratio.

    Parameters
    ----------
    estimate : RatioEstimate
    level : float
        Nominal coverage.

    Returns
    -------
    low, high : float
        With one degree of freedom fewer than there are effective events. ``estimate.freedom`` is
        lower, because it assumes that an event varies equally whether one article reports it or
        five; with it, symmetrical measures were covered in 97% of all cases.
    """
    quantile = _t_quantile(level, max(estimate.effective_events - 1, 1.0))
    half_width = quantile * np.sqrt(estimate.variance)
    return float(estimate.ratio - half_width), float(estimate.ratio + half_width)


def log_t_interval(estimate: RatioEstimate, level: float) -> tuple[float, float]:
    """
    Return the t interval of a mean or ratio above 0, on the scale of logarithms.

    Parameters
    ----------
    estimate : RatioEstimate
        With a ratio above 0.
    level : float
        Nominal coverage.

    Returns
    -------
    low, high : float
        Above 0, and longer at the upper side: the mean of a few rates or counts, which are skewed,
        is more often far below the true value than far above it.
    """
    quantile = _t_quantile(level, estimate.freedom)
    factor = np.exp(quantile * np.sqrt(estimate.variance) / estimate.ratio)
    return float(estimate.ratio / factor), float(estimate.ratio * factor)


def _t_quantile(level: float, freedom: float) -> float:
    return float(stats.t.ppf((1 + level) / 2, freedom))


def share_interval(estimate: RatioEstimate, n_units: float, level: float) -> tuple[float, float]:
    """
    Return the interval of a share: Wilson's over the effective number of events [1]_.

    Parameters
    ----------
    estimate : RatioEstimate
        With a ratio from 0 to 1.
    n_units : float
        Sum of the denominators. The effective number of events is not higher than that.
    level : float
        Nominal coverage.

    Returns
    -------
    low, high : float
        Between 0 and 1. Without variance, as for "0 of 5", the effective number of events is that
        of events of equal weight.

    Notes
    -----
    With a normal quantile, shares of which each article has many units are covered in 86 to 92% of
    all cases. Events that are all 0 or 1 have the variance p(1 - p), which the share itself tells:
    the normal quantile is right for them, and that of Student's t for shares that vary less. The
    degrees of freedom grow as the variance approaches its maximum, as they do for a beta
    distribution on the scale of log-odds.
    """
    p = min(max(estimate.ratio, 0.0), 1.0)
    weight = 1 / estimate.effective_events
    most = p * (1 - p) * weight / (1 - weight)
    if estimate.variance and most > 0:
        n_effective = min(p * (1 - p) / estimate.variance, n_units)
        part = min(estimate.variance / most, _ALMOST)
    else:
        n_effective = estimate.effective_events
        part = _ALMOST
    quantile = _t_quantile(level, estimate.freedom / (1 - part) ** 2)
    squared = quantile**2 / n_effective
    centre = (p + squared / 2) / (1 + squared)
    half_width = np.sqrt(squared * p * (1 - p) + squared**2 / 4) / (1 + squared)
    return max(0.0, float(centre - half_width)), min(1.0, float(centre + half_width))
