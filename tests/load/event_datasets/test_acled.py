"""Exports of ACLED become claims."""

import pytest

from tests.load.event_datasets.dataset_files import ACLED, read


def test_fatalities_are_exact_with_the_caveat_of_the_codebook(tmp_path):
    claims, problems = read(tmp_path, ACLED)
    assert problems.empty
    expected = {
        "claim_id": "acled-NAR77",
        "outlet": "ACLED",
        "date_basis": "event_day",
        "low": 12.0,
        "high": 12.0,
        "qualifier": "exact",
        "outcome": "killed",
        "place": "Tarnholt, North, Narnolia",
        "source": "Meridian Wire; The Daily Lantern",
        "responsible": "Blue Guard",
        "voice": "attributed",
    }
    assert {name: claims[name][0] for name in expected} == expected
    assert claims["published"].isna().all()
    note = claims["note"][0]
    assert note.startswith("ACLED event_id_cnty NAR77; event of 2024-03-05; time_precision 1; ")
    assert "the lowest estimate where sources differ" in note
    assert note.endswith("On 5 March, men fired at a market.")


@pytest.mark.parametrize(
    ("changes", "responsible"),
    [
        ({}, "Blue Guard"),
        ({"actor1": "Civilians (Narnolia)", "actor2": "Blue Guard"}, "Blue Guard"),
        ({"actor2": ""}, None),
        ({"actor2": "Red Guard"}, None),
        ({"event_type": "Battles", "actor2": "Red Guard"}, None),
        ({"event_type": "Explosions/Remote violence"}, None),
    ],
)
def test_an_actor_is_responsible_only_in_violence_against_civilians(tmp_path, changes, responsible):
    claims, _ = read(tmp_path, ACLED | changes)
    found = claims["responsible"].astype(object)
    assert found.where(found.notna(), None).tolist() == [responsible]
    assert claims["voice"].notna().tolist() == [responsible is not None]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"fatalities": "dozens"}, "fatalities 'dozens' is not a count"),
        ({"fatalities": "Unknown"}, "fatalities 'Unknown' is no number"),
        ({"fatalities": ""}, "fatalities '' is no number. Write a whole number of 0 or more"),
        ({"event_id_cnty": ""}, "has no event_id_cnty"),
    ],
)
def test_a_bad_row_is_a_problem_and_the_rest_goes_on(tmp_path, changes, reason):
    claims, problems = read(tmp_path, ACLED | changes, ACLED | {"event_id_cnty": "NAR78"})
    assert claims["claim_id"].tolist() == ["acled-NAR78"]
    assert problems["kept"].tolist() == [False]
    assert problems["reason"][0].startswith(f"market.csv, line 2: {reason}")


def test_no_reported_death_is_a_claim_too(tmp_path):
    claims, _ = read(tmp_path, ACLED | {"fatalities": "0"})
    assert claims[["low", "high"]].to_numpy().tolist() == [[0.0, 0.0]]


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("utf-8-sig", ","), ("utf-16", ","), ("utf-8", ";"), ("cp1252", "\t")],
)
def test_encodings_and_delimiters(tmp_path, encoding, delimiter):
    row = ACLED | {"location": "Cañada"}
    claims, _ = read(tmp_path, row, encoding=encoding, delimiter=delimiter)
    assert claims["place"].tolist() == ["Cañada, North, Narnolia"]


def test_days_that_can_be_read_two_ways_are_told_once(tmp_path):
    rows = [ACLED | {"event_id_cnty": f"N{n}", "event_date": f"0{n}/05/2024"} for n in (1, 2)]
    claims, problems = read(tmp_path, *rows)
    assert len(claims) == 2
    assert problems["kept"].tolist() == [True]
    assert problems["reason"][0].startswith("market.csv: event_date: 2 dates can be read two ways")
    assert "event of 2024-01-05" in claims["note"][0]
