"""Estimates by outlet: checked against plain sums, known intervals and the edges."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from analysis.compare.estimates import (
    Bootstrap,
    adjust,
    against_others,
    compare_outlets,
    paired_differences,
)
from analysis.core.errors import ParameterError, TableError

FAST = Bootstrap(n=200)


def values(n_events=12, outlets=("north", "south", "west"), shift=0.0, seed=3):
    rng = np.random.default_rng(seed)
    rows = [
        {
            "article_id": f"{o}-{e}",
            "event_id": f"e{e}",
            "outlet": o,
            "value": rng.normal() + shift * (o == "north"),
        }
        for e in range(n_events)
        for o in outlets
    ]
    return pd.DataFrame(rows)


def test_mean_equals_the_plain_mean():
    frame = values()
    result = compare_outlets(frame, "tone", bootstrap=FAST).set_index("outlet")
    plain = frame.groupby("outlet")["value"].mean()
    pd.testing.assert_series_equal(result["estimate"], plain, check_names=False)
    assert (result["low"] < result["estimate"]).all()
    assert (result["estimate"] < result["high"]).all()
    assert list(result["n_events"]) == [12, 12, 12]


def test_an_interval_ends_where_the_metric_does():
    frame = values().assign(value=lambda f: f["value"].abs() ** 4)
    free, ended = (
        compare_outlets(frame, "rate", bootstrap=FAST, least=least) for least in (None, 0)
    )
    assert (free["low"] < 0).any()
    assert (ended["low"] >= 0).all()
    pd.testing.assert_frame_equal(free.drop(columns="low"), ended.drop(columns="low"))


def test_ratio_is_the_sum_over_the_sum():
    frame = values().assign(value=np.arange(36.0), denominator=100.0)
    result = compare_outlets(frame, "share", bootstrap=FAST)
    north = frame[frame["outlet"] == "north"]
    assert result["estimate"][0] == pytest.approx(north["value"].sum() / north["denominator"].sum())
    assert ((result["low"] >= 0) & (result["high"] <= 1)).all()


def test_two_articles_of_one_event_are_one_observation():
    frame = values()
    twice = pd.concat([frame, frame.assign(article_id=frame["article_id"] + "-copy")])
    one, two = (compare_outlets(f, "tone", bootstrap=FAST) for f in (frame, twice))
    assert list(two["n_articles"]) == [24, 24, 24]
    assert list(two["n_events"]) == [12, 12, 12]
    np.testing.assert_allclose(two[["low", "high"]], one[["low", "high"]])


def test_interval_is_not_narrower_than_the_t_interval():
    y = np.array([1.0, 2.0, 4.0, 8.0, 16.0, 3.0])
    low, high = Bootstrap().interval(y, np.ones(6))
    t_low, t_high = stats.t.interval(0.95, 5, y.mean(), y.std(ddof=1) / np.sqrt(6))
    assert low <= t_low + 1e-9
    assert high >= t_high - 1e-9


@pytest.mark.parametrize(("value", "expected"), [(0, (0.0, 0.434)), (1, (0.566, 1.0))])
def test_a_share_without_variation_has_an_honest_interval(value, expected):
    low, high = Bootstrap().interval(np.full(5, value), np.ones(5), share=True)
    assert (round(low, 3), round(high, 3)) == expected


def test_too_few_events_give_no_interval():
    result = compare_outlets(values(n_events=4), "tone", bootstrap=FAST)
    assert result["estimate"].notna().all()
    assert result[["low", "high", "p_adjusted"]].isna().all(axis=None)


def test_an_outlet_without_values_is_an_empty_row():
    result = compare_outlets(values(), "tone", bootstrap=FAST, outlets=["east", "north"])
    assert list(result["outlet"]) == ["east", "north"]
    assert result["n_articles"][0] == 0
    assert np.isnan(result["estimate"][0])


def test_null_values_are_left_out_and_articles_without_event_stand_alone():
    frame = values()
    frame.loc[0, "value"] = np.nan
    frame["event_id"] = None
    north = compare_outlets(frame, "tone", bootstrap=FAST).set_index("outlet").loc["north"]
    assert (north["n_articles"], north["n_events"]) == (11, 11)
    assert np.isnan(north["p_adjusted"])


def test_a_real_difference_is_found_and_none_is_not():
    found = compare_outlets(values(shift=2.0), "tone", bootstrap=FAST).set_index("outlet")[
        "p_adjusted"
    ]
    assert found["north"] < 0.02
    none = compare_outlets(values(shift=0.0), "tone", bootstrap=FAST)["p_adjusted"]
    assert (none > 0.05).all()


def test_article_unit_tests_against_all_other_articles():
    frame = values(shift=2.0).assign(event_id=None)
    found = compare_outlets(frame, "tone", unit="article", bootstrap=FAST).set_index("outlet")[
        "p_adjusted"
    ]
    assert found["north"] < 0.02


def test_paired_difference_equals_scipy():
    frame = values(n_events=7, outlets=("north", "south"), shift=1.0)
    row = paired_differences(frame, "tone", Bootstrap(n=2000)).iloc[0]
    wide = frame.pivot_table(index="event_id", columns="outlet", values="value")
    d = wide["north"] - wide["south"]
    assert row["difference"] == pytest.approx(d.mean())
    plain = stats.permutation_test(
        (wide["north"], wide["south"]),
        lambda a, b: np.mean(a - b),
        permutation_type="samples",
        n_resamples=np.inf,
    )
    assert row["p"] == pytest.approx(plain.pvalue)
    assert row["effect"] == pytest.approx(d.mean() / d.std() * (1 - 3 / (4 * 6 - 1)))


def test_against_others_is_own_minus_mean_of_the_rest():
    frame = values()
    row = against_others(frame, "tone", FAST).set_index("outlet").loc["north"]
    wide = frame.pivot_table(index="event_id", columns="outlet", values="value")
    assert row["difference"] == pytest.approx(
        (wide["north"] - wide[["south", "west"]].mean(axis=1)).mean()
    )


def test_several_metrics_are_adjusted_together():
    both = pd.concat(
        [values(shift=2.0).assign(metric="tone"), values(seed=9).assign(metric="length")]
    )
    alone = compare_outlets(values(shift=2.0), "tone", bootstrap=FAST)["p_adjusted"]
    together = compare_outlets(both, bootstrap=FAST)
    assert len(together) == 6
    assert (together["p_adjusted"][:3].to_numpy() >= alone.to_numpy() - 1e-12).all()


@given(st.lists(st.one_of(st.floats(0, 1), st.just(float("nan"))), max_size=20))
def test_adjusted_is_never_below_p(p):
    out = adjust(p)
    tested = ~np.isnan(np.array(p, dtype=float))
    assert (np.isnan(out) == ~tested).all()
    assert (out[tested] >= np.array(p, dtype=float)[tested] - 1e-12).all()
    assert (out[tested] <= 1).all()


@settings(max_examples=20, deadline=None)
@given(st.integers(5, 30), st.integers(0, 99))
def test_shares_stay_between_0_and_1(m, seed):
    rng = np.random.default_rng(seed)
    d = rng.integers(1, 6, m)
    low, high = FAST.interval(rng.binomial(d, rng.random()), d, share=True)
    assert 0 <= low <= high <= 1


def test_the_input_is_not_changed_and_the_seed_decides():
    frame = values()
    before = frame.copy()
    first, second = (compare_outlets(frame, "tone", bootstrap=FAST) for _ in range(2))
    pd.testing.assert_frame_equal(frame, before)
    pd.testing.assert_frame_equal(first, second)


@pytest.mark.parametrize(
    ("change", "error", "match"),
    [
        (lambda f: f.drop(columns="outlet"), TableError, "no column outlet"),
        (lambda f: pd.concat([f, f]), TableError, "comes twice"),
        (lambda f: f.assign(denominator=-1.0), TableError, "denominator is negative"),
    ],
)
def test_bad_values_are_refused(change, error, match):
    with pytest.raises(error, match=match):
        compare_outlets(change(values()), "tone")


def test_bad_settings_are_refused():
    with pytest.raises(ParameterError, match="level between 0 and 1"):
        Bootstrap(level=95)
    with pytest.raises(ParameterError, match="No unit 'day'"):
        compare_outlets(values(), "tone", unit="day")
