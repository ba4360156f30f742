"""Two outlets tested against each other over their articles."""

import numpy as np
import pytest

from analysis.compare.over_articles import pair_test_over_articles

ONES = np.ones(12)
FIRST = np.arange(12) < 6


@pytest.mark.parametrize(
    ("value", "is_clear"),
    [
        (FIRST.astype(float), True),  # all against none
        (np.arange(12) % 2, False),  # as many in both
    ],
)
def test_a_difference_of_shares(value, is_clear):
    p = pair_test_over_articles(value.astype(float), ONES, FIRST, 4000, 0)
    assert (p < 0.01) == is_clear


def test_about_one_in_twenty_without_a_difference():
    rng = np.random.default_rng(1)
    p_values = [
        pair_test_over_articles(rng.random(12), ONES, FIRST, 400, seed) for seed in range(200)
    ]
    assert 0.01 <= np.mean(np.array(p_values) < 0.05) <= 0.1
