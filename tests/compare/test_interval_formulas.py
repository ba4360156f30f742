"""Intervals in closed form, known by hand."""

import numpy as np
import pytest
from scipy import stats

from analysis.compare.interval_formulas import log_t_interval, share_interval, t_interval
from analysis.compare.ratio_variance import RatioEstimate, estimate_ratio

VALUES = np.array([4.0, 5.0, 6.0, 7.0, 8.0])  # mean 6, standard error sqrt(2.5 / 5)


def test_a_t_interval_is_known_by_hand():
    # t(.975) with 4 degrees of freedom is 2.776
    low, high = t_interval(estimate_ratio(VALUES, np.ones(5)), 0.95)
    assert (low, high) == pytest.approx((6 - 2.776 * 0.7071, 6 + 2.776 * 0.7071), abs=1e-3)


def test_an_interval_of_logarithms_is_known_by_hand():
    factor = np.exp(2.776 * 0.7071 / 6)
    found = log_t_interval(estimate_ratio(VALUES, np.ones(5)), 0.95)
    assert found == pytest.approx((6 / factor, 6 * factor), rel=1e-3)


def test_shares_that_vary_less_have_the_quantile_of_t():
    # a quarter of the variance of events that are all 0 or 1, so freedom is 4 / (3/4)^2
    estimate = RatioEstimate(0.4, 0.4 * 0.6 / 4 / 4, 4.0, 5.0)
    quantile = stats.t.ppf(0.975, 4 / 0.75**2)
    n_effective = 16
    centre = (0.4 + quantile**2 / 32) / (1 + quantile**2 / 16)
    spread = np.sqrt(0.24 / n_effective + quantile**2 / (4 * n_effective**2))
    half_width = quantile * spread / (1 + quantile**2 / n_effective)
    found = share_interval(estimate, 100, 0.95)
    assert found == pytest.approx((centre - half_width, centre + half_width))


def test_a_share_is_not_known_better_than_its_units():
    estimate = RatioEstimate(0.4, 1e-6, 4.0, 5.0)
    few = share_interval(estimate, 10, 0.95)
    many = share_interval(estimate, 1000, 0.95)
    assert few[0] < many[0] < 0.4 < many[1] < few[1]


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_a_share_without_variance_has_an_interval(share):
    low, high = share_interval(RatioEstimate(share, 0.0, 4.0, 5.0), 5, 0.95)
    assert 0 <= low < high <= 1
    assert high - low == pytest.approx(0.434, abs=1e-3)
