"""Exports of UCDP GED become claims."""

import pandas as pd
import pytest

from tests.load.event_datasets.dataset_files import UCDP, read


def test_a_row_is_a_range_with_the_best_estimate_in_the_note(tmp_path):
    claims, problems = read(tmp_path, UCDP)
    claim = claims.iloc[0]
    assert problems.empty
    expected = {
        "claim_id": "ucdp-501",
        "event": "market",
        "outlet": "UCDP GED",
        "date_basis": "event_day",
        "low": 29.0,
        "high": 1040.0,
        "unit": "people",
        "qualifier": "range",
        "outcome": "killed",
        "outcome_coded": "deaths",
        "place": "Tarnholt town, North, Narnolia",
        "source": "hospital staff",
        "responsible": "Blue Guard",
        "voice": "attributed",
        "upstream": "Meridian Wire, 2024-03-05, Market hit",
    }
    assert {name: claim[name] for name in expected} == expected
    assert claims[["published", "published_given"]].isna().all(axis=None)
    assert claim["note"] == (
        "UCDP GED id 501; event of 2024-03-04 to 2024-03-06; one-sided violence; "
        "sides: Blue Guard and Civilians; best 31, deaths_a 0, deaths_b 0, deaths_civilians 29, "
        "deaths_unknown 2; date_prec 2, source_date 2024-03-05"
    )


@pytest.mark.parametrize("kind", ["1", "2"])
def test_a_side_is_responsible_only_in_one_sided_violence(tmp_path, kind):
    claims, _ = read(tmp_path, UCDP | {"type_of_violence": kind})
    assert claims[["responsible", "voice"]].isna().all(axis=None)
    assert "sides: Blue Guard and Civilians" in claims["note"][0]


@pytest.mark.parametrize(
    ("changes", "bounds"),
    [
        ({"low": "4", "best": "4", "high": "4"}, (4.0, 4.0, "exact")),
        ({"low": "0", "best": "0", "high": "0"}, (0.0, 0.0, "exact")),
        ({"low": "", "high": "40"}, (None, 40.0, "at_most")),
        ({"low": "29", "high": ""}, (29.0, None, "at_least")),
        ({"low": "", "high": "Unknown"}, (31.0, 31.0, "exact")),
    ],
)
def test_missing_bounds(tmp_path, changes, bounds):
    claims, problems = read(tmp_path, UCDP | changes)
    found = claims[["low", "high", "qualifier"]].astype(object)
    assert tuple(found.where(found.notna(), None).iloc[0]) == bounds
    assert problems.empty


@pytest.mark.parametrize(
    ("changes", "kept", "reason"),
    [
        ({"low": "many"}, False, "low 'many' is not a count. Write a whole number of 0 or more"),
        ({"high": "-1"}, False, "high '-1' is not a count"),
        ({"high": "28"}, False, "low 29 is over high 28. Low may be at most high"),
        ({"low": "", "high": "", "best": ""}, False, "has no number in low, high or best"),
        ({"id": ""}, False, "has no id"),
        ({"best": "28"}, True, "best 28 is not between low and high; it is only noted"),
        ({"best": "some"}, True, "best 'some' is not a count"),
        ({"type_of_violence": "7"}, True, "type_of_violence '7' is not among: 1 (state-based"),
        ({"date_start": "March"}, True, "date_start 'March' is not a single day of 1700 to 2100"),
        ({"side_a": "Blue\u202aGuard"}, True, "side_a: 1 character that does not show (U+202A)"),
        ({"id": "500"}, False, "id 'ucdp-500' is already used at market.csv, line 2"),
    ],
)
def test_a_bad_row_is_a_problem_and_the_rest_goes_on(tmp_path, changes, kept, reason):
    claims, problems = read(tmp_path, UCDP | {"id": "500"}, UCDP | changes, UCDP | {"id": "502"})
    assert problems["kept"].tolist() == [kept]
    assert problems["reason"][0].startswith("market.csv, line 3: ")
    assert reason in problems["reason"][0]
    assert claims["claim_id"].isin(["ucdp-500", "ucdp-502"]).sum() == 2
    assert len(claims) == 2 + kept


def test_older_names_of_columns_and_absent_ones(tmp_path):
    row = {"id": "9", "type_of_violence": "1", "side_a": "A", "low_est": "1", "high_est": "2"}
    claims, problems = read(tmp_path, row)
    assert claims[["low", "high"]].to_numpy().tolist() == [[1.0, 2.0]]
    assert problems.empty
    assert pd.isna(claims["place"][0])
