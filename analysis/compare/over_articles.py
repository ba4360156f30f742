"""
Test outlets against all other articles, with the labels of outlets permuted over all articles.

In: cells that are one article each, see ``analysis.compare.event_cells``. Out: a p-value and a
difference for each outlet. Valid only if no two articles report the same event.
"""

import numpy as np
import pandas as pd

from analysis.compare.intervals import Bootstrap

__all__ = ["pair_test_over_articles", "tests_over_articles"]

_TOLERANCE = 1e-9


def tests_over_articles(
    cells: pd.DataFrame, bootstrap: Bootstrap
) -> dict[str, tuple[float, float]]:
    """
    Test each outlet against the articles of all others together.

    Parameters
    ----------
    cells : DataFrame
        ``outlet``, ``value`` and ``denominator``. Not changed.
    bootstrap : Bootstrap

    Returns
    -------
    dict of str to (float, float)
        By outlet, the share of permutations with a difference at least as many standard errors from
        0 as that of the outlet, and the difference: the outlet's ratio minus that of the others. p
        is NaN with fewer than ``bootstrap.min_events`` articles.
    """
    codes, names = pd.factorize(cells["outlet"], sort=True)
    sums = _Sums(cells["value"].to_numpy(), cells["denominator"].to_numpy(), len(names))
    difference, observed = sums.compare(codes)
    rng = np.random.default_rng(bootstrap.seed)
    n_as_far = np.zeros(len(names), dtype=int)
    for _ in range(bootstrap.n):
        n_as_far += sums.compare(rng.permutation(codes))[1] >= observed - _TOLERANCE
    has_enough = np.bincount(codes, minlength=len(names)) >= bootstrap.min_events
    p_values = (1 + n_as_far) / (1 + bootstrap.n)
    p_values = np.where(has_enough & np.isfinite(observed), p_values, np.nan)
    pairs = zip(p_values.tolist(), difference.tolist(), strict=True)
    return dict(zip(names.tolist(), pairs, strict=True))


def pair_test_over_articles(
    value: np.ndarray,
    denominator: np.ndarray,
    is_first: np.ndarray,
    n: int,
    seed: int,
) -> float:
    """
    Test whether two outlets have another share, with outlets permuted over their articles.

    Parameters
    ----------
    value, denominator : array, shape (n_articles,)
        Of each article of the two.
    is_first : array of bool, shape (n_articles,)
        Which articles are of the first outlet.
    n : int
        Number of permutations.
    seed : int
        Random seed.

    Returns
    -------
    float
        The share of permutations with a difference at least as large; at least 1 / (n + 1). It is
        not studentised, so that a difference without any variation, all against none, counts.
    """
    rng = np.random.default_rng(seed)
    totals = value.sum(), denominator.sum()

    def difference(first: np.ndarray) -> np.ndarray:
        """Return the difference of shares, for each row of labels."""
        own_value, own_denominator = first @ value, first @ denominator
        with np.errstate(divide="ignore", invalid="ignore"):
            others = (totals[0] - own_value) / (totals[1] - own_denominator)
            return np.abs(own_value / own_denominator - others)

    observed = difference(is_first.astype(float))
    labels = np.tile(is_first.astype(float), (n, 1))
    permuted = difference(rng.permuted(labels, axis=1))
    n_as_far = np.count_nonzero(permuted >= observed - _TOLERANCE)
    return float(1 + n_as_far) / (1 + n)


class _Sums:
    """Sums of values and denominators, their squares and products, by outlet and of the others."""

    def __init__(self, value: np.ndarray, denominator: np.ndarray, n_outlets: int) -> None:
        self._columns = [
            *(value, denominator, value**2, value * denominator, denominator**2),
            np.ones(len(value)),
        ]
        self._totals = [column.sum() for column in self._columns]
        self._n_outlets = n_outlets

    def compare(self, labels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the difference of each outlet from the others, and its size in errors."""
        own = [np.bincount(labels, column, self._n_outlets) for column in self._columns]
        rest = [total - sums for total, sums in zip(self._totals, own, strict=True)]
        with np.errstate(divide="ignore", invalid="ignore"):
            own_ratio, own_variance = _ratio(*own)
            rest_ratio, rest_variance = _ratio(*rest)
            difference = own_ratio - rest_ratio
            # without variation any difference is infinitely far from 0, and none is not
            error = np.sqrt(own_variance + rest_variance)
            far = np.where(np.abs(difference) > _TOLERANCE, np.abs(difference) / error, 0.0)
        return difference, np.where(np.isnan(difference), np.nan, far)


def _ratio(
    y: np.ndarray,
    d: np.ndarray,
    yy: np.ndarray,
    yd: np.ndarray,
    dd: np.ndarray,
    n: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """Return ratios with their variances; the variance of a single article is infinite."""
    ratio = y / d
    squares = np.maximum(yy - 2 * ratio * yd + ratio**2 * dd, 0)
    variance = squares / d**2 * n / (n - 1)
    return ratio, np.where(n > 1, variance, np.inf)
