"""
The smallest difference that a comparison could have shown.

In: the distances of one outlet from the others, see ``analysis.compare.shared_events``, and the
level of its test. Out: a difference. "No difference was found" says little where only a difference
as large as the measure itself would have been found.
"""

import numpy as np
from scipy import stats

from analysis.compare.intervals import Bootstrap
from analysis.compare.permutation import smallest_p
from analysis.compare.shared_events import Distances

__all__ = ["POWER", "smallest_detectable"]

POWER = 0.8


def smallest_detectable(distances: Distances, level: float, bootstrap: Bootstrap) -> float:
    """
    Return the difference that the test of an outlet finds in 80% of all cases.

    Parameters
    ----------
    distances : Distances
        Of two events or more.
    level : float
        p below which the outlet differs significantly: .05 after adjustment for the other tests.
    bootstrap : Bootstrap
        As the test.

    Returns
    -------
    float
        In the unit of the metric, above 0: the standard error of the difference times the sum of
        two quantiles of Student's t, as in [1]_. NaN if the distances do not vary, or if no
        difference would do because too few permutations exist: five events of two outlets have a p
        of .0625 at least.

    References
    ----------
    .. [1] Bloom, H. (1995). Minimum detectable effects. Evaluation Review 19(5).
    """
    n_events = len(distances.own)
    error = distances.own.std(ddof=1) / np.sqrt(n_events)
    if not error or smallest_p(distances, bootstrap) >= level:
        return np.nan
    freedom = n_events - 1
    quantiles = stats.t.ppf(1 - level / 2, freedom) + stats.t.ppf(POWER, freedom)
    return float(quantiles * error)
