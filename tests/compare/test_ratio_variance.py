"""The variance of a ratio and its degrees of freedom."""

import numpy as np
import pytest

from analysis.compare.ratio_variance import estimate_ratio

VALUES = np.array([1.0, 2.0, 4.0, 8.0, 16.0, 3.0])


def test_equal_denominators_give_the_variance_of_a_mean():
    found = estimate_ratio(VALUES, np.ones(6))
    expected = VALUES.mean(), VALUES.var(ddof=1) / 6, 5, 6
    assert tuple(found) == pytest.approx(expected)


def test_degrees_of_freedom_are_those_of_the_quadratic_form():
    weight = np.array([5.0, 1, 1, 2, 1]) / 10
    removes_mean = np.eye(5) - np.outer(np.ones(5), weight)
    # the expected square of each residual, of events that vary equally
    expected_square = (removes_mean**2).sum(axis=1)
    form = removes_mean.T @ np.diag(weight**2 / expected_square) @ removes_mean
    found = estimate_ratio(VALUES[:5] * weight, weight)
    assert found.variance == pytest.approx(VALUES[:5] @ form @ VALUES[:5])
    assert np.trace(form) == pytest.approx((weight**2).sum())
    assert found.freedom == pytest.approx(np.trace(form) ** 2 / np.trace(form @ form))
    assert 1 <= found.freedom < 4


def test_equal_events_have_no_variance():
    assert estimate_ratio(np.full(7, 0.1), np.ones(7)).variance == 0
