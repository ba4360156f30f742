"""The p-value of an outlet: that of a permutation test, guarded by a t test."""

import numpy as np
import pytest
from scipy import stats

from analysis.compare.difference_test import difference_p
from analysis.compare.intervals import Bootstrap
from analysis.compare.permutation import permutation_p
from analysis.compare.shared_events import Distances

FAST = Bootstrap(n=100)


def distances(numbers):
    """Return the distances of the first outlet of a table of events and outlets."""
    numbers = np.asarray(numbers, float)
    n_outlets = numbers.shape[1]
    padded = (n_outlets * numbers - numbers.sum(axis=1, keepdims=True)) / (n_outlets - 1)
    sizes = np.full(len(padded), n_outlets)
    return Distances(padded, sizes, numbers[:, 0], len(numbers), float(len(numbers)))


def made(factor, seed=8):
    numbers = np.random.default_rng(seed).normal(size=(9, 5))
    numbers[:, 0] = numbers[:, 0] * factor + 1
    return distances(numbers)


def test_an_outlet_that_varies_as_others_is_tested_by_permutation():
    found = made(factor=1)
    assert difference_p(found, FAST) == permutation_p(found, FAST)


def test_an_outlet_that_varies_more_has_at_least_the_p_of_a_t_test():
    found = made(factor=4)
    by_t = stats.ttest_1samp(found.own, 0).pvalue
    assert permutation_p(found, FAST) < by_t
    assert difference_p(found, FAST) == pytest.approx(by_t)


def test_an_outlet_whose_numbers_vary_more_is_not_found_more_often():
    rng = np.random.default_rng(6)
    n_found = 0
    for _ in range(200):
        numbers = rng.normal(size=(12, 8))
        numbers[:, 0] *= 4
        n_found += difference_p(distances(numbers), FAST) < 0.05
    assert 3 <= n_found <= 17  # ten are expected; 57 with a plain mean, 20 without the t test


def test_distances_that_are_all_alike_are_judged_by_permutation():
    numbers = np.zeros((6, 5))
    numbers[:, 0] = 1
    assert difference_p(distances(numbers), FAST) == pytest.approx(2 / 2001)
    assert difference_p(distances(np.zeros((6, 5))), FAST) == 1


def test_too_few_events_are_not_tested():
    assert np.isnan(difference_p(distances(np.eye(4)), FAST))
