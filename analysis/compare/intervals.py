"""
Intervals of a mean, share or ratio over events, by resampling events.

In: one sum an event, and its denominator. Out: the two ends of the interval. Who is compared with whom is
decided in ``estimates``.

Means and ratios get a studentised bootstrap, never narrower than a t interval with bias-reduced cluster
variance [1]_ [2]_, because the percentile bootstrap covers only 85% with five events. Shares get a
Wilson interval over the effective number of events [3]_, because a bootstrap of "0 of 5" has no width at all.
``benchmarks/coverage.py`` shows what they cover.

.. [1] Efron, B. & Tibshirani, R. (1993). An Introduction to the Bootstrap. Chapman & Hall, ch. 12.
.. [2] Bell, R. & McCaffrey, D. (2002). Bias reduction in standard errors for linear regression with
   multi-stage samples. Survey Methodology 28(2).
.. [3] Korn, E. & Graubard, B. (1998). Confidence intervals for proportions with small expected number of
   positive counts estimated from survey data. Survey Methodology 24(2).
"""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from analysis.core.errors import ParameterError

CELLS = 4_000_000  # resampled counts held at once, about 32 MB


@dataclass(frozen=True)
class Bootstrap:
    """
    Settings of all intervals and tests.

    Parameters
    ----------
    n : int
        Resamples, and permutations where they cannot all be listed.
    level : float
        Nominal coverage, above 0 and below 1.
    seed : int
        The same seed and values give the same result.
    minimum : int
        With fewer events there is no interval and no p-value: too few.

    Raises
    ------
    ParameterError
        If a setting is out of range.
    """

    n: int = 2000
    level: float = 0.95
    seed: int = 0
    minimum: int = 5

    def __post_init__(self):
        if self.n < 100 or not 0 < self.level < 1 or self.minimum < 2:
            raise ParameterError(
                f"Bootstrap(n={self.n}, level={self.level}, minimum={self.minimum}) cannot be used; "
                "allowed: n from 100, level between 0 and 1, minimum from 2."
            )

    def interval(self, value, denominator, share=False):
        """
        Give the interval of sum(value) / sum(denominator) over events.

        Parameters
        ----------
        value, denominator : array, shape (n_events,)
            Sums over the articles of each event.
        share : bool
            Whether the ratio cannot leave 0 to 1.

        Returns
        -------
        low, high : float
            NaN, NaN with fewer than ``minimum`` events, or, for what is not a share, without any variation.
        """
        value, denominator = np.asarray(value, float), np.asarray(denominator, float)
        if len(value) < self.minimum or denominator.sum() <= 0:
            return np.nan, np.nan
        if share:
            return _wilson(value, denominator, self.level)
        clustered = _clustered(value, denominator, self.level)
        if not np.isfinite(clustered[0]):
            return np.nan, np.nan
        studentised = self._studentised(value, denominator)
        return min(clustered[0], studentised[0]), max(clustered[1], studentised[1])

    def _studentised(self, y, d):
        estimate, error = _ratio(np.array([_moments(y, d).sum(0)]), len(y))
        resampled, errors = _ratio(self._sums(_moments(y, d)), len(y))
        usable = errors > 1e-9 * error
        t = (resampled[usable] - estimate) / errors[usable]
        tail = (1 - self.level) / 2
        q_low, q_high = np.quantile(t, [tail, 1 - tail]) if len(t) else (0.0, 0.0)
        return float(estimate[0] - q_high * error[0]), float(estimate[0] - q_low * error[0])

    def _sums(self, moments):
        rng, m = np.random.default_rng(self.seed), len(moments)
        step = max(1, CELLS // m)
        sizes = [min(step, self.n - i) for i in range(0, self.n, step)]
        return np.concatenate(
            [rng.multinomial(m, np.full(m, 1 / m), size=s) @ moments for s in sizes]
        )


def _moments(y, d):
    return np.column_stack([y, d, y * y, y * d, d * d])


def _ratio(sums, m):
    """Ratio and its linearised standard error, from sums of y, d, yy, yd, dd over m events."""
    y, d, yy, yd, dd = sums.T
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = y / d
        variance = np.maximum(yy - 2 * ratio * yd + ratio**2 * dd, 0) / d**2 * m / (m - 1)
    return ratio, np.nan_to_num(np.sqrt(variance))


def _bias_reduced(y, d):
    """Ratio, its variance with leverages taken out, and the number of equal events that would weigh the same."""
    ratio, leverage = y.sum() / d.sum(), d / d.sum()
    residual = (y - ratio * d) / d.sum() / np.sqrt(np.maximum(1 - leverage, 1e-9))
    return ratio, float((residual**2).sum()), 1 / float((leverage**2).sum())


def _clustered(y, d, level):
    ratio, variance, events = _bias_reduced(y, d)
    if variance <= 1e-24 * max(1.0, ratio * ratio):
        return np.nan, np.nan
    half = stats.t.ppf((1 + level) / 2, max(events - 1, 1)) * np.sqrt(variance)
    return ratio - half, ratio + half


def _wilson(y, d, level):
    p, variance, events = _bias_reduced(y, d)
    n = min(p * (1 - p) / variance, d.sum()) if variance > 1e-24 else events
    z = stats.norm.ppf((1 + level) / 2)
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * np.sqrt(max(p * (1 - p), 0) / n + z * z / (4 * n * n))
    return max(0.0, centre - half), min(1.0, centre + half)
