"""
Test whether an outlet differs from the others on the events that both report.

In: the distances of the outlet, see ``analysis.compare.shared_events``. Out: a p-value, the larger
one of two tests. Each has an error that the other lacks: with labels of outlets permuted, an outlet
whose numbers vary four times as much as those of the others is found to differ in 10 to 14% of all
cases instead of 5%; with a paired t test, one whose numbers are skewed in 8%.
``benchmarks/coverage.py`` measures both together.
"""

import numpy as np
from scipy import stats

from analysis.compare.intervals import Bootstrap
from analysis.compare.permutation import permutation_p
from analysis.compare.shared_events import Distances

__all__ = ["difference_p"]


def difference_p(distances: Distances, bootstrap: Bootstrap) -> float:
    """
    Return the two-sided p-value of an outlet.

    Parameters
    ----------
    distances : Distances
    bootstrap : Bootstrap

    Returns
    -------
    float
        The larger one of ``permutation_p`` and that of a paired t test. NaN with fewer than
        ``bootstrap.min_events`` events.
    """
    by_permutation = permutation_p(distances, bootstrap)
    if np.isnan(by_permutation):
        return by_permutation
    return max(by_permutation, _t_test_p(distances.own))


def _t_test_p(own: np.ndarray) -> float:
    """Return the p-value of a one-sample t test; 0 for distances that are all alike but not 0."""
    error = own.std(ddof=1) / np.sqrt(len(own))
    mean = abs(own.mean())
    if not mean:
        return 1.0
    with np.errstate(divide="ignore"):
        return float(2 * stats.t.sf(mean / error, len(own) - 1))
