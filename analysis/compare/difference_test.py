"""
Test whether an outlet differs from the others on the events that both report.

In: the distances of the outlet, see ``analysis.compare.shared_events``. Out: a p-value: that of a
permutation test, which is right for skewed numbers and for shares. Where the numbers of the outlet
vary more than those of the others, labels cannot be exchanged, and an outlet that varies four times
as much is found to differ in 10 to 15% of all cases instead of 5%; there the p-value is not lower
than that of a paired t test. ``benchmarks/coverage.py`` measures both.
"""

import numpy as np
from scipy import stats

from analysis.compare.intervals import Bootstrap
from analysis.compare.permutation import permutation_p
from analysis.compare.shared_events import Distances

__all__ = ["difference_p"]

_NOISY = 1.3  # times the standard deviation of the others


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
        That of ``permutation_p``; if the distances of the outlet vary 1.3 times as much as those of
        the others, or more, the larger one of that and a t test's. NaN with fewer than
        ``bootstrap.min_events`` events.
    """
    p = permutation_p(distances, bootstrap)
    if np.isnan(p) or not _is_noisy(distances):
        return p
    return max(p, _t_test_p(distances.own))


def _is_noisy(distances: Distances) -> bool:
    """Return whether the distances of the outlet vary more than those of the others."""
    of_others = np.arange(distances.padded.shape[1]) < distances.sizes[:, np.newaxis]
    of_others[:, 0] = False
    return bool(distances.own.std(ddof=1) > _NOISY * distances.padded[of_others].std())


def _t_test_p(own: np.ndarray) -> float:
    """Return the p-value of a one-sample t test, for distances that vary."""
    error = own.std(ddof=1) / np.sqrt(len(own))
    return float(2 * stats.t.sf(abs(own.mean()) / error, len(own) - 1))
