"""Estimates by outlet, checked against plain sums and known tests, and at their edges."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from analysis.compare import estimates
from analysis.compare.estimates import Bootstrap, adjust, against_others, compare_outlets
from analysis.core.errors import ParameterError, TableError

FAST = Bootstrap(n=200)


def values(n_events=12, outlets=("north", "south", "west"), shift=0.0, seed=3):
    """Return a random number for each outlet and event; those of north are shifted."""
    rng = np.random.default_rng(seed)
    rows = []
    for event in range(n_events):
        for outlet in outlets:
            row = {
                "article_id": f"{outlet}-{event}",
                "event_id": f"e{event}",
                "outlet": outlet,
                "value": rng.normal() + shift * (outlet == "north"),
            }
            rows.append(row)
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
        compare_outlets(frame, "rate", bootstrap=FAST, floor=floor) for floor in (None, 0)
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


def test_articles_of_an_event_are_separate_with_unit_article():
    frame = pd.concat([values(), values(seed=4).assign(article_id=range(36))])
    result = compare_outlets(frame, "tone", unit="article", bootstrap=FAST)
    assert result["n_events"].tolist() == [24, 24, 24]


# 1 in 201 times three tests; over articles, the outlets at both ends have the same p-value
@pytest.mark.parametrize(("unit", "expected"), [("event", 3 / 201), ("article", 1.5 / 201)])
def test_the_smallest_p_value_is_that_of_the_number_of_permutations(unit, expected):
    found = compare_outlets(values(shift=50.0), "tone", unit=unit, bootstrap=FAST)
    north = found.set_index("outlet").loc["north", "p_adjusted"]
    assert north == pytest.approx(expected)


@pytest.mark.parametrize(("n_events", "is_tested"), [(5, True), (4, False)])
@pytest.mark.parametrize("unit", ["event", "article"])
def test_p_values_need_enough_events(n_events, is_tested, unit):
    result = compare_outlets(values(n_events), "tone", unit=unit, bootstrap=FAST)
    assert (result["p_adjusted"].notna() == is_tested).all()
    assert (result["low"].notna() == is_tested).all()


@pytest.mark.parametrize(
    ("value", "denominator", "is_share"),
    [
        ([0, 1, 1], None, True),
        ([0, 1, 0.5], None, False),
        ([0, 1, 2], None, False),
        ([-1, 1, 0], None, False),
        ([0, 3, 3.5], [4, 4, 4], True),
        ([0, 3, 4.5], [4, 4, 4], False),
        ([0, 3, np.nan], [4, 4, 4], True),
    ],
)
def test_what_counts_as_a_share(value, denominator, is_share):
    frame = pd.DataFrame({"value": value, "article_id": list("abc")})
    frame = frame.assign(outlet="north", event_id="e")
    if denominator:
        frame["denominator"] = denominator
    assert estimates._is_share(estimates._checked(frame, "m")) is is_share


def test_article_unit_tests_against_all_other_articles():
    frame = values(shift=2.0).assign(event_id=None)
    found = compare_outlets(frame, "tone", unit="article", bootstrap=FAST).set_index("outlet")[
        "p_adjusted"
    ]
    assert found["north"] < 0.02


def test_a_difference_between_two_outlets_equals_scipy():
    frame = values(n_events=7, outlets=("north", "south"), shift=1.0)
    row = against_others(frame, "tone", Bootstrap(n=2000)).iloc[0]
    wide = frame.pivot_table(index="event_id", columns="outlet", values="value")
    difference = wide["north"] - wide["south"]
    assert (row["outlet"], row["other"], row["n_events"]) == ("north", "others", 7)
    assert row["difference"] == pytest.approx(difference.mean())
    plain = stats.permutation_test(
        (wide["north"], wide["south"]),
        lambda north, south: np.mean(north - south),
        permutation_type="samples",
        n_resamples=np.inf,
    )
    assert row["p"] == pytest.approx(plain.pvalue)
    hedges_g = difference.mean() / difference.std() * (1 - 3 / (4 * 6 - 1))
    assert row["effect"] == pytest.approx(hedges_g)
    assert row["dominance"] == pytest.approx(np.sign(difference).mean())
    low, high = Bootstrap().interval(difference, np.ones(7))
    assert (row["low"], row["high"]) == pytest.approx((low, high))


@pytest.mark.parametrize(("n", "is_sampled"), [(128, False), (127, True)])
def test_permutations_are_enumerated_if_they_are_few(monkeypatch, n, is_sampled):
    # 7 events of 2 outlets have 2 ** 7 permutations
    distances = [np.array([1.0, -1.0])] * 7
    found = estimates._permutation_p(distances, Bootstrap(n=n))
    if is_sampled:
        assert found == pytest.approx(2 / 128, abs=0.03)
        assert found * (n + 1) == pytest.approx(round(found * (n + 1)))
    else:
        assert found == 2 / 128


def test_permutations_in_several_steps_are_counted_once(monkeypatch):
    distances = [np.array([1.0, -0.5, -0.5])] * 12
    whole = estimates._permutation_p(distances, Bootstrap(n=200))
    monkeypatch.setattr(estimates, "CELLS", 12 * 70)
    assert estimates._permutation_p(distances, Bootstrap(n=200)) == whole


def test_a_difference_of_0_dominates_nobody():
    frame = values(n_events=6, outlets=("north", "south")).assign(value=1.0)
    row = against_others(frame, "tone", FAST).iloc[0]
    assert (row["difference"], row["dominance"], row["p"]) == (0, 0, 1)
    assert np.isnan(row["effect"])


def test_events_of_one_outlet_are_not_compared():
    frame = values(n_events=6)
    alone = frame.assign(event_id=frame["event_id"] + frame["outlet"])
    table = against_others(alone, "tone", FAST)
    assert table["n_events"].tolist() == [0, 0, 0]
    assert table[["difference", "p", "low", "effect"]].isna().all(axis=None)


def test_events_that_only_others_share_are_not_counted():
    frame = values(n_events=9)
    is_absent = frame["outlet"].eq("north") & frame["event_id"].isin(["e0", "e1", "e2"])
    frame = frame[~is_absent]
    row = against_others(frame, "tone", FAST).set_index("outlet").loc["north"]
    wide = frame.pivot_table(index="event_id", columns="outlet", values="value").dropna()
    rest = wide[["south", "west"]].mean(axis=1)
    assert row["n_events"] == 6
    assert row["difference"] == pytest.approx((wide["north"] - rest).mean())


@pytest.mark.parametrize(("min_events", "is_tested"), [(6, True), (7, False)])
def test_a_difference_needs_enough_shared_events(min_events, is_tested):
    bootstrap = Bootstrap(n=200, min_events=min_events)
    table = against_others(values(n_events=6), "tone", bootstrap)
    assert table["difference"].notna().all()
    for column in ("low", "high", "effect", "dominance", "p", "p_adjusted"):
        assert (table[column].notna() == is_tested).all()


def test_against_others_is_own_minus_mean_of_the_rest():
    frame = values()
    row = against_others(frame, "tone", FAST).set_index("outlet").loc["north"]
    wide = frame.pivot_table(index="event_id", columns="outlet", values="value")
    rest = wide[["south", "west"]].mean(axis=1)
    assert row["difference"] == pytest.approx((wide["north"] - rest).mean())


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
        (lambda f: pd.concat([f, f]), TableError, "occurs twice"),
        (lambda f: f.assign(denominator=-1.0), TableError, "denominator is negative"),
    ],
)
def test_invalid_values_raise_an_error(change, error, match):
    with pytest.raises(error, match=match):
        compare_outlets(change(values()), "tone")


def test_an_unknown_unit_raises_an_error():
    with pytest.raises(ParameterError, match="No unit 'day'"):
        compare_outlets(values(), "tone", unit="day")


def test_articles_without_outlet_or_denominator_are_left_out():
    frame = values().assign(denominator=2.0)
    frame.loc[0, "outlet"] = None
    frame.loc[1, "denominator"] = 0
    result = compare_outlets(frame, "share", bootstrap=FAST)
    assert result["n_articles"].tolist() == [11, 11, 12]
