"""Intervals over events, checked against known formulas and at their edges."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from analysis.compare import intervals
from analysis.compare.intervals import Bootstrap
from analysis.core.errors import ParameterError

VALUES = np.array([1.0, 2.0, 4.0, 8.0, 16.0, 3.0])


def test_an_interval_is_not_narrower_than_the_t_interval():
    low, high = Bootstrap().interval(VALUES, np.ones(6))
    t_low, t_high = stats.t.interval(0.95, 5, VALUES.mean(), VALUES.std(ddof=1) / np.sqrt(6))
    assert t_low < 0
    assert low <= t_low + 1e-9
    assert high >= t_high - 1e-9


def test_an_interval_of_a_rate_is_not_below_0():
    low, high = Bootstrap().interval(VALUES, np.ones(6), non_negative=True)
    ratio = np.exp(stats.t.ppf(0.975, 5) * VALUES.std(ddof=1) / np.sqrt(6) / VALUES.mean())
    assert 0 <= low <= VALUES.mean() / ratio + 1e-9
    assert high >= VALUES.mean() * ratio - 1e-9
    with_0 = Bootstrap().interval([*VALUES, 0.0], np.ones(7), non_negative=True)
    assert with_0[0] >= 0


def test_events_without_a_denominator_are_left_out():
    found = Bootstrap().interval([*VALUES, 0.0], [*np.ones(6), 0.0])
    assert found == Bootstrap().interval(VALUES, np.ones(6))


def test_a_studentised_interval_is_that_of_the_textbook():
    bootstrap = Bootstrap(n=500, seed=1)
    rng = np.random.default_rng(1)
    counts = rng.multinomial(6, np.full(6, 1 / 6), size=500)
    ratios = []
    for drawn in counts:
        sample = np.repeat(VALUES, drawn)
        error = sample.std(ddof=1) / np.sqrt(6)
        if error > 1e-9:
            ratios.append((sample.mean() - VALUES.mean()) / error)
    q_low, q_high = np.quantile(ratios, [0.025, 0.975])
    error = VALUES.std(ddof=1) / np.sqrt(6)
    found = bootstrap._studentised(VALUES, np.ones(6))
    expected = VALUES.mean() - q_high * error, VALUES.mean() - q_low * error
    assert found == pytest.approx(expected)


def test_resampling_in_several_steps_gives_as_many_resamples(monkeypatch):
    monkeypatch.setattr(intervals, "CELLS", 6 * 70)
    sums = Bootstrap(n=200)._resampled_sums(np.ones((6, 5)))
    assert sums.shape == (200, 5)
    assert (sums == 6).all()


def test_a_mean_of_equal_numbers_has_no_interval():
    assert np.isnan(Bootstrap().interval(np.ones(9), np.ones(9))).all()


def test_a_higher_level_gives_a_wider_interval():
    low, high = Bootstrap(level=0.9).interval(VALUES, np.ones(6))
    wide_low, wide_high = Bootstrap(level=0.99).interval(VALUES, np.ones(6))
    assert wide_low < low < high < wide_high


@pytest.mark.parametrize(("value", "expected"), [(0, (0.0, 0.434)), (1, (0.566, 1.0))])
def test_a_share_without_variation_has_an_interval(value, expected):
    low, high = Bootstrap().interval(np.full(5, value), np.ones(5), share=True)
    assert (round(low, 3), round(high, 3)) == expected


def test_a_share_of_equal_events_is_the_interval_of_wilson():
    from statsmodels.stats.proportion import proportion_confint

    value = np.array([1.0, 0, 0, 1, 1, 0, 0, 0, 0, 0])
    # the bias-reduced variance of equal events is that of a proportion with n - 1
    expected = proportion_confint(3 * 0.9, 9, method="wilson")
    assert Bootstrap().interval(value, np.ones(10), share=True) == pytest.approx(expected)


@settings(max_examples=20, deadline=None)
@given(st.integers(5, 30), st.integers(0, 99))
def test_shares_stay_between_0_and_1(n_events, seed):
    rng = np.random.default_rng(seed)
    denominator = rng.integers(1, 6, n_events)
    value = rng.binomial(denominator, rng.random())
    low, high = Bootstrap(n=200).interval(value, denominator, share=True)
    assert 0 <= low <= high <= 1


@pytest.mark.parametrize("share", [True, False])
@pytest.mark.parametrize(("n_events", "has_interval"), [(3, False), (4, True)])
def test_too_few_events_have_no_interval(n_events, has_interval, share):
    value = np.arange(n_events) % 2
    found = Bootstrap(n=200, min_events=4).interval(value, np.ones(n_events), share)
    assert np.isfinite(found).all() == has_interval


def test_no_denominator_means_no_interval():
    assert np.isnan(Bootstrap(n=200).interval(np.zeros(9), np.zeros(9), share=True)).all()


@pytest.mark.parametrize(
    "setting", [{"n": 99}, {"level": 0}, {"level": 1}, {"level": 95}, {"min_events": 1}]
)
def test_invalid_settings_raise_an_error(setting):
    with pytest.raises(ParameterError, match="level between 0 and 1, min_events from 2"):
        Bootstrap(**setting)


def test_the_smallest_settings_are_valid():
    assert Bootstrap(n=100, min_events=2).level == 0.95
