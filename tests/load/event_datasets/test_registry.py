"""Which dataset a file is an export of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import load
from analysis.core.errors import InputError
from analysis.core.tables import CLAIMS, EVENT_SHEET, make
from analysis.load.event_datasets.registry import find_dataset
from analysis.load.records import Record
from tests.load.event_datasets.dataset_files import ACLED, AIRWARS, UCDP, csv_of, read


@pytest.mark.parametrize(
    ("columns", "name"),
    [
        (UCDP, "UCDP GED"),
        (ACLED, "ACLED"),
        (AIRWARS, "Airwars"),
        ([*UCDP, *EVENT_SHEET.columns], "Parallax"),
        ([name.upper() for name in ACLED], "ACLED"),
        (["code", "incident_date", "killed_min", "killed_max"], "Airwars"),
    ],
)
def test_a_dataset_is_found_by_its_columns(columns, name):
    assert find_dataset(list(columns)).name == name


@pytest.mark.parametrize(
    "columns", [[], ["id", "country", "best"], ["code", "location"], ["event_type", "fatalities"]]
)
def test_other_columns_are_no_dataset(columns):
    assert find_dataset(columns) is None


def without(row, *names):
    return {name: value for name, value in row.items() if name not in names}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (without(UCDP, "low", "id"), "of UCDP GED, but has no column id, low or low_est. Found: "),
        (without(ACLED, "fatalities"), "of ACLED, but has no column fatalities. Found: event_id"),
    ],
)
def test_missing_columns_are_all_named(tmp_path, row, message):
    with pytest.raises(InputError, match=f"market.csv looks like an export {message}"):
        read(tmp_path, row)


def test_a_file_of_no_kind_names_all_kinds(tmp_path):
    with pytest.raises(InputError, match="an export of Parallax, UCDP GED, ACLED, Airwars"):
        read(tmp_path, {"a": "1", "b": "2"})


def test_datasets_lie_next_to_each_other_in_a_folder(tmp_path):
    for name, row in (("a", UCDP), ("b", ACLED), ("c", AIRWARS)):
        (tmp_path / f"{name}.csv").write_text(csv_of(row), "utf8")
    claims, problems = load.read_claims(tmp_path)
    assert claims["outlet"].tolist() == ["UCDP GED", "ACLED", "Airwars", "Airwars"]
    assert claims["event"].tolist() == ["a", "b", "c", "c"]
    assert problems.empty


def test_a_row_that_cannot_be_read_is_a_problem(tmp_path):
    text = csv_of(ACLED) + ",".join(["x"] * 30) + "\nNAR9,2024-03-05\n"
    (tmp_path / "market.csv").write_text(text, "utf8")
    claims, problems = load.read_claims(tmp_path)
    assert claims["claim_id"].tolist() == ["acled-NAR77"]
    reasons = problems["reason"].tolist()
    assert reasons[0].startswith("market.csv, line 3: has 30 cells where the header has 13")
    assert reasons[1].startswith("market.csv, line 4: has 2 cells where the header has 13")
    assert reasons[2].startswith("market.csv, line 4: fatalities '' is no number")
    assert problems["kept"].tolist() == [False, True, False]


@given(st.sampled_from([UCDP, ACLED, AIRWARS]), st.data())
def test_no_cell_stops_the_rest_of_a_file(row, data):
    column = data.draw(st.sampled_from(list(row)))
    cell = data.draw(st.text(max_size=20) | st.integers().map(str) | st.floats().map(str))
    dataset = find_dataset(list(row))
    records = [Record("x.csv, line 2", row | {column: cell}), Record("x.csv, line 3", row)]
    read_rows = list(dataset.read(list(row), records, "x.csv", "x"))
    usable = [each for each in read_rows if each.claim and all(f.kept for f in each.faults)]
    assert usable[-1].where == "x.csv, line 3"
    # ids are unique over all files, which is checked elsewhere
    make([each.claim | {"claim_id": str(n)} for n, each in enumerate(usable)], CLAIMS)
    assert all(each.faults for each in read_rows if not each.claim)
