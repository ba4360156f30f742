"""Exports of Airwars become claims."""

import pytest

from tests.load.event_datasets.dataset_files import AIRWARS, read

NO_NUMBERS = {
    **{name: value for name, value in AIRWARS.items() if not name.startswith("Civilians")},
}


def bounds(claims):
    """Return outcome, bounds and qualifier of each claim."""
    frame = claims[["outcome", "low", "high", "qualifier"]].astype(object)
    return [tuple(row) for row in frame.where(frame.notna(), None).to_numpy().tolist()]


def test_killed_and_injured_are_two_claims(tmp_path):
    claims, problems = read(tmp_path, AIRWARS)
    assert problems.empty
    assert claims["claim_id"].tolist() == ["airwars-NA0042-killed", "airwars-NA0042-injured"]
    assert bounds(claims) == [("killed", 3, 5, "range"), ("injured", 10, None, "at_least")]
    expected = {
        "outlet": "Airwars",
        "counted": "civilians",
        "date_basis": "event_day",
        "url": "https://example.org/?p=1&amp=2",
        "place": "Tarnholt market, Narnolia",
        "responsible": "Blue Air Force",
        "voice": "attributed",
        "note": "Airwars NA0042; incident of 2024-03-05; Strike Status Likely strike, "
        "Airwars Grading Fair",
    }
    assert {name: claims[name][1] for name in expected} == expected


@pytest.mark.parametrize(
    ("killed", "expected"),
    [
        ("3–5", [("killed", 3, 5, "range")]),
        ("3 to 5", [("killed", 3, 5, "range")]),
        ("7", [("killed", 7, 7, "exact")]),
        ("1,204", [("killed", 1204, 1204, "exact")]),
        ("Unknown", [("killed", None, None, "vague")]),
    ],
)
def test_one_column_for_both_ends(tmp_path, killed, expected):
    claims, problems = read(tmp_path, NO_NUMBERS | {"Civilians reported killed": killed})
    assert bounds(claims) == expected
    assert problems.empty


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("Unknown", "Unknown", ("killed", None, None, "vague")),
        ("Unknown", "5", ("killed", None, 5, "at_most")),
        ("3", "unknown", ("killed", 3, None, "at_least")),
    ],
)
def test_unknown_ends(tmp_path, low, high, expected):
    row = NO_NUMBERS | {"civilians_killed_min": low, "civilians_killed_max": high}
    assert bounds(read(tmp_path, row)[0]) == [expected]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (NO_NUMBERS | {"Civilians reported killed": "a few"}, "killed 'a few' is no count, range"),
        (NO_NUMBERS | {"Civilians reported killed": "5-3"}, "killed 5-3: the minimum may be"),
        (NO_NUMBERS | {"Civilians reported killed": ""}, "has no number of civilians killed or"),
        (NO_NUMBERS | {"killed_min": "9", "killed_max": "2"}, "killed_max 2: the minimum may be"),
        (
            NO_NUMBERS | {"Civilians reported killed": "1", "Unique Reference Code": ""},
            "has no Unique Reference Code",
        ),
    ],
)
def test_a_bad_row_is_a_problem(tmp_path, row, reason):
    claims, problems = read(tmp_path, row)
    assert claims.empty
    assert problems["kept"].tolist() == [False]
    assert problems["reason"][0].startswith("market.csv, line 2: ")
    assert reason in problems["reason"][0]


def test_a_bad_number_of_killed_does_not_cost_the_injured(tmp_path):
    claims, problems = read(tmp_path, AIRWARS | {"Civilians Reported Killed Max": "=HYPERLINK()"})
    assert claims["outcome"].tolist() == ["injured"]
    assert "Civilians Reported Killed Max '=HYPERLINK()' is not a count" in problems["reason"][0]
