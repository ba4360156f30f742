"""P-values with outlets permuted over all articles."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from analysis.compare.intervals import Bootstrap
from analysis.compare.over_articles import pair_test_over_articles
from analysis.compare.over_articles import tests_over_articles as p_and_difference

ONES = np.ones(12)
FIRST = np.arange(12) < 6


def cells(**values):
    rows = [(outlet, value, 1.0) for outlet, own in values.items() for value in own]
    return pd.DataFrame(rows, columns=["outlet", "value", "denominator"])


def test_p_is_close_to_that_of_welch():
    rng = np.random.default_rng(1)
    north, south = rng.normal(size=20), rng.normal(0.5, 2, size=40)
    p, difference = p_and_difference(cells(north=north, south=south), Bootstrap(n=1000))["north"]
    assert difference == pytest.approx(north.mean() - south.mean())
    assert p == pytest.approx(stats.ttest_ind(north, south, equal_var=False).pvalue, abs=0.03)


def test_few_articles_are_not_tested():
    found = p_and_difference(cells(north=[1.0] * 4, south=[1, 2, 3, 4, 5.0]), Bootstrap(n=100))
    assert np.isnan(found["north"][0])
    assert found["south"][1] == 2


def test_equal_articles_do_not_differ():
    found = p_and_difference(cells(north=[1.0] * 6, south=[1.0] * 6), Bootstrap(n=100))
    assert found == {"north": (1.0, 0.0), "south": (1.0, 0.0)}


def test_an_outlet_alone_has_no_others():
    p, difference = p_and_difference(cells(north=[1.0, 2, 3, 4, 5]), Bootstrap(n=100))["north"]
    assert np.isnan([p, difference]).all()


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
