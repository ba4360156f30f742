"""
Confidence intervals of a mean, share or ratio over events, by resampling events.

In: a sum and a denominator for each event. Out: the two ends of the interval. Which outlets are
compared is decided in ``analysis.compare.estimates``.

Means and ratios have a studentised bootstrap interval [1]_ that is never narrower than a t
interval, on the scale of logarithms for rates and counts: with five events a percentile
bootstrap covers the true value only 85% of the time, and of a skewed measure the plain t interval
only 85 to 90%. Shares have a formula of their own, because a bootstrap of "0 of 5" has no width at
all. See ``analysis.compare.interval_formulas``; ``benchmarks/coverage.py`` measures the coverage.

.. [1] Efron, B. & Tibshirani, R. (1993). An Introduction to the Bootstrap. Chapman & Hall, ch. 12.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from analysis.compare.interval_formulas import log_t_interval, share_interval, t_interval
from analysis.compare.ratio_variance import estimate_ratio
from analysis.core.errors import ParameterError

__all__ = ["CELLS", "Bootstrap"]

CELLS = 4_000_000  # numbers that are resampled at a time, about 32 MB
MIN_RESAMPLES = 100


@dataclass(frozen=True)
class Bootstrap:
    """
    Settings of all intervals and tests.

    Parameters
    ----------
    n : int
        Number of resamples, and of permutations if there are too many to enumerate; 20 times as
        many permutations where p is small.
    level : float
        Nominal coverage, above 0 and below 1.
    seed : int
        Random seed. The same seed and values give the same result.
    min_events : int
        Minimum number of events for an interval or a p-value.

    Raises
    ------
    ParameterError
        If a setting is out of range.
    """

    n: int = 2000
    level: float = 0.95
    seed: int = 0
    min_events: int = 5

    def __post_init__(self) -> None:
        if self.n < MIN_RESAMPLES or not 0 < self.level < 1 or self.min_events < 2:
            raise ParameterError(
                f"Bootstrap(n={self.n}, level={self.level}, min_events={self.min_events}) is not "
                f"valid; allowed: n from {MIN_RESAMPLES}, level between 0 and 1, min_events from 2."
            )

    def interval(
        self,
        value: ArrayLike,
        denominator: ArrayLike,
        share: bool = False,
        non_negative: bool = False,
    ) -> tuple[float, float]:
        """
        Return the interval of sum(value) / sum(denominator) over events.

        Parameters
        ----------
        value, denominator : array, shape (n_events,)
            Sums over the articles of each event. Events with denominator 0 are left out.
        share : bool
            Whether the ratio is always between 0 and 1.
        non_negative : bool
            Whether the metric is never below 0, as a rate or a count; then low is not either. Not
            to be told from a few values: a difference is above 0 in all of five events by chance.

        Returns
        -------
        low, high : float
            NaN, NaN with fewer than ``min_events`` events or, except for shares, without variation.
        """
        value = np.asarray(value, float)
        denominator = np.asarray(denominator, float)
        is_used = denominator > 0
        value, denominator = value[is_used], denominator[is_used]
        if len(value) < self.min_events:
            return np.nan, np.nan
        estimate = estimate_ratio(value, denominator)
        if share:
            return share_interval(estimate, denominator.sum(), self.level)
        if not estimate.variance:
            return np.nan, np.nan
        low, high = self._studentised(value, denominator)
        if non_negative:
            t_low, t_high = log_t_interval(estimate, self.level)
            return min(t_low, max(low, 0.0)), max(t_high, high)
        t_low, t_high = t_interval(estimate, self.level)
        return min(t_low, low), max(t_high, high)

    def _studentised(self, value: np.ndarray, denominator: np.ndarray) -> tuple[float, float]:
        """Return the studentised bootstrap interval."""
        products = _products(value, denominator)
        estimate, error = _ratio(np.array([products.sum(0)]), len(value))
        resampled, errors = _ratio(self._resampled_sums(products), len(value))
        usable = errors > 1e-9 * error
        t = (resampled[usable] - estimate) / errors[usable]
        q_low, q_high = 0.0, 0.0
        if len(t):
            tail = (1 - self.level) / 2
            q_low, q_high = np.quantile(t, [tail, 1 - tail])
        return float(estimate[0] - q_high * error[0]), float(estimate[0] - q_low * error[0])

    def _resampled_sums(self, products: np.ndarray) -> np.ndarray:
        """Return the sums of products over resampled events, one row per resample."""
        rng = np.random.default_rng(self.seed)
        n_events = len(products)
        weights = np.full(n_events, 1 / n_events)
        step = max(1, CELLS // n_events)
        sums = []
        for done in range(0, self.n, step):
            size = min(step, self.n - done)
            sums.append(rng.multinomial(n_events, weights, size=size) @ products)
        return np.concatenate(sums)


def _products(y: np.ndarray, d: np.ndarray) -> np.ndarray:
    """Return the columns y, d, yy, yd and dd, for values y and denominators d."""
    return np.column_stack([y, d, y * y, y * d, d * d])


def _ratio(sums: np.ndarray, n_events: int) -> tuple[np.ndarray, np.ndarray]:
    """Return ratios and their linearised standard errors, from sums of y, d, yy, yd and dd."""
    y, d, yy, yd, dd = sums.T
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = y / d
        squares = np.maximum(yy - 2 * ratio * yd + ratio**2 * dd, 0)
        variance = squares / d**2 * n_events / (n_events - 1)
    return ratio, np.nan_to_num(np.sqrt(variance))
