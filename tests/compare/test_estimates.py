"""Estimates by outlet, checked against plain sums and known tests, and at their edges."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from analysis.compare.estimates import Bootstrap, against_others, compare_outlets
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
    frame = values()
    free, ended = (
        compare_outlets(frame, "rate", bootstrap=FAST, floor=floor) for floor in (None, -0.5)
    )
    assert (free["low"] < -0.5).any()
    assert (ended["low"] >= -0.5).all()
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


# within events, 20 times as many permutations are drawn if p is small, and both sides count; over
# articles, the others differ as clearly as long as north is among their others
@pytest.mark.parametrize(("unit", "expected"), [("event", 3 * 2 / 4001), ("article", 1 / 201)])
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


def eight_outlets(shift, seed=0, n_events=30):
    """Return numbers of eight outlets, of which outlet 0 deviates, each missing a fifth."""
    rng = np.random.default_rng(seed)
    rows = []
    for event in range(n_events):
        for outlet in range(8):
            value = rng.normal() + shift * (outlet == 0)
            rows.append((f"{outlet}-{event}", f"e{event}", f"outlet {outlet}", value))
    frame = pd.DataFrame(rows, columns=["article_id", "event_id", "outlet", "value"])
    return frame.sample(frac=0.8, random_state=seed)


def test_an_innocent_outlet_beside_a_deviant_is_compared_without_it():
    found = against_others(eight_outlets(shift=4.0), "tone", FAST).set_index("outlet")
    assert found.index[found["p_adjusted"] < 0.05].tolist() == ["outlet 0"]
    assert found["flagged_out"].isna()["outlet 0"]
    assert set(found["flagged_out"].drop("outlet 0")) == {"outlet 0"}
    # the mean of the others holds a seventh of the deviant's 4 no more
    assert found["difference"].drop("outlet 0").abs().max() < 0.55


def test_no_innocent_outlet_is_found_in_most_runs():
    any_found = []
    for seed in range(8):
        table = against_others(eight_outlets(4.0, seed, n_events=20), "tone", Bootstrap(n=100))
        innocent = table.loc[table["outlet"] != "outlet 0", "p_adjusted"]
        any_found.append((innocent < 0.05).any())
    assert sum(any_found) <= 1  # of 8; seven without stepping down


def test_both_of_two_outlets_keep_their_difference():
    table = against_others(values(outlets=("north", "south"), shift=5.0), "tone", FAST)
    assert (table["p_adjusted"] < 0.05).all()
    assert table["flagged_out"].isna().all()
    assert table["difference"].sum() == pytest.approx(0)


def test_an_outlet_that_only_the_deviant_accompanies_is_not_tested():
    frame = values(n_events=20, outlets=("north", "south", "west", "east"), shift=6.0)
    of_east = frame["event_id"].isin([f"e{event}" for event in range(10)])
    is_absent = of_east & frame["outlet"].isin(["south", "west"])
    frame = frame[~is_absent & (of_east | frame["outlet"].ne("east"))]
    row = against_others(frame, "tone", FAST).set_index("outlet").loc["east"]
    assert row[["n_events", "n_events_all", "flagged_out"]].tolist() == [0, 10, "north"]
    assert row[["difference", "p", "detectable", "mean", "mean_others"]].isna().all()


def test_mean_difference_and_articles_are_of_the_same_events():
    frame = values(n_events=10)
    copies = frame.iloc[:6].assign(article_id=lambda f: f["article_id"] + "-copy", value=0.5)
    frame = pd.concat([frame, copies])
    frame = frame[~(frame["event_id"].isin(["e8", "e9"]) & (frame["outlet"] != "north"))]
    row = against_others(frame, "tone", FAST).set_index("outlet").loc["north"]
    by_event = frame.pivot_table(index="event_id", columns="outlet", values="value").dropna()
    assert row["mean"] == pytest.approx(by_event["north"].mean())
    assert row["mean_others"] == pytest.approx(by_event[["south", "west"]].mean(axis=1).mean())
    assert row["difference"] == pytest.approx(row["mean"] - row["mean_others"])
    assert (row["n_events"], row["n_articles"], row["n_events_all"]) == (8, 10, 10)


def test_the_difference_of_shares_is_at_most_1():
    rng = np.random.default_rng(0)
    frame = values(outlets=("north", "south")).assign(denominator=1.0)
    frame["value"] = (frame["outlet"].eq("north") ^ (rng.random(len(frame)) < 0.1)).astype(float)
    table = against_others(frame, "share", FAST)
    assert table["high"].max() == 1
    assert table["low"].min() == -1


def test_untested_rows_are_not_among_the_adjusted():
    few = values(n_events=3, seed=8).assign(metric="few")
    both = pd.concat([values(shift=2.0).assign(metric="tone"), few])
    alone = against_others(values(shift=2.0), "tone", FAST)
    together = against_others(both, bootstrap=FAST)
    assert together.loc[together["metric"] == "few", "p_adjusted"].isna().all()
    pd.testing.assert_series_equal(together["p_adjusted"][:3], alone["p_adjusted"])


def test_compare_outlets_and_against_others_make_the_same_tests():
    frame = eight_outlets(shift=1.0)
    compared = compare_outlets(frame, "tone", bootstrap=FAST).set_index("outlet")
    against = against_others(frame, "tone", FAST).set_index("outlet")
    pd.testing.assert_series_equal(compared["p_adjusted"], against["p_adjusted"])


def test_results_do_not_depend_on_the_order_of_rows():
    frame = eight_outlets(shift=1.0)
    shuffled = frame.sample(frac=1, random_state=5)
    pd.testing.assert_frame_equal(
        against_others(frame, "tone", FAST), against_others(shuffled, "tone", FAST)
    )


def test_a_difference_above_0_in_all_events_may_still_be_0():
    frame = values(n_events=5, outlets=("north", "south")).assign(value=0.0)
    frame.loc[frame["outlet"] == "north", "value"] = [0.1, 0.1, 0.2, 0.1, 4.0]
    row = against_others(frame, "rate", FAST).set_index("outlet").loc["north"]
    assert row["low"] < 0 < row["difference"] < row["high"]


def test_a_rate_is_one_that_no_outlet_has_below_0():
    frame = values(n_events=6)
    frame.loc[frame["outlet"] == "north", "value"] = [0.1, 0.1, 0.2, 0.1, 4.0, 0.3]
    signed = compare_outlets(frame, "tone", bootstrap=FAST).set_index("outlet")
    rate = frame.assign(value=frame["value"].abs())
    rate = compare_outlets(rate, "rate", bootstrap=FAST).set_index("outlet")
    assert signed.loc["north", "low"] < 0 <= rate.loc["north", "low"]
