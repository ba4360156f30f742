"""The claims tables."""

import pandas as pd
import pytest

from analysis import load
from analysis.core.errors import InputError, MissingResourceError
from analysis.core.tables import CLAIMS, check

COLUMNS = [
    "row_id",
    "outlet",
    "publication_date",
    "date_basis",
    "url",
    "value_low",
    "value_high",
    "unit",
    "qualifier",
    "what_is_counted",
    "outcome",
    "place",
    "attributed_to",
    "source_type",
    "responsible_named",
    "responsibility_voice",
    "confidence",
    "carrier_site",
    "upstream",
    "language",
    "note",
]
GOOD = {
    "row_id": "X1",
    "outlet": "Daily",
    "publication_date": "2018-11-02",
    "value_low": "200",
    "unit": "people",
    "qualifier": "at_least",
    "outcome": "killed",
}


def read(tmp_path, *changes):
    rows = [GOOD | each for each in changes]
    pd.DataFrame(rows, columns=COLUMNS).to_csv(tmp_path / "bridge.csv", index=False)
    return load.read_claims(tmp_path)


@pytest.mark.parametrize(
    ("column", "coded", "ours", "value"),
    [
        ("qualifier", "about", "qualifier", "approx"),
        ("qualifier", "nearly", "qualifier", "approx"),
        ("qualifier", "up_to", "qualifier", "at_most"),
        ("qualifier", "unspecified", "qualifier", "vague"),
        ("qualifier", "range", "qualifier", "range"),
        ("outcome", "bodies_recovered", "outcome", "bodies_found"),
        ("outcome", "bodies_recovered", "outcome_coded", "bodies_recovered"),
        ("outcome", "estimated_buried", "outcome", "other"),
        ("outcome", "rubble_removed", "outcome", None),
        ("source_type", "health_ministry", "source_type", "health_authority"),
        ("source_type", "un", "source_type", "un_or_igo"),
        ("source_type", "military", "source_type", "military"),
        ("responsibility_voice", "own_voice", "voice", "own"),
        ("responsible_named", "none_stated", "responsible", None),
        ("responsible_named", "both_claims", "responsible", "both claims"),
        ("attributed_to", "unstated", "source", None),
        ("value_high", "", "high", None),
        ("value_high", "300", "high", 300.0),
        ("value_high", "200", "high", 200.0),
        ("value_low", "0", "low", 0.0),
        ("value_low", "1e3", "low", 1000.0),
        ("publication_date", "2018-11-02", "published_given", "2018-11-02"),
        ("publication_date", "", "published", None),
        ("outlet", " Daily ", "outlet", "Daily"),
        ("source_type", "", "source_type", None),
    ],
)
def test_coded_words_become_ours(tmp_path, column, coded, ours, value):
    claims, problems = read(tmp_path, {column: coded})
    found = claims[ours].iloc[0]
    assert pd.isna(found) if value is None else found == value
    assert claims["event"].tolist() == ["bridge"]
    assert problems.empty


@pytest.mark.parametrize(
    ("changes", "kept", "reason"),
    [
        ({"outcome": "hurt"}, True, "outcome 'hurt' is not among"),
        ({"source_type": "uncle"}, True, "source_type 'uncle'"),
        ({"qualifier": "sort_of"}, False, "qualifier 'sort_of'"),
        ({"publication_date": "2018-11"}, True, "'2018-11' names no day"),
        ({"publication_date": "soon"}, True, "'soon' is not a date"),
        ({"value_low": "many"}, False, "value_low 'many' is not a count"),
        ({"value_low": "-3"}, False, "value_low '-3' is not a count"),
        ({"value_high": "inf"}, False, "value_high 'inf' is not a count"),
        ({"value_high": "199"}, False, "value_low 200 is over value_high 199"),
        ({"unit": ""}, False, "has no unit"),
        ({"qualifier": ""}, False, "has no qualifier"),
        ({"responsibility_voice": "loud"}, True, "responsibility_voice 'loud' is not among: own,"),
        ({"publication_date": "2018-13-01"}, True, "'2018-13-01' is not a date (YYYY-MM-DD)"),
        ({"publication_date": "0001-01-01"}, True, "'0001-01-01' is not in 1700-01-01 to 2100-12"),
        ({"outlet": "\u202aAFP\u202c"}, True, "outlet: 2 characters that do not show (U+202A"),
        ({"publication_date": "2018"}, True, "'2018' names no day; read as missing"),
        ({"value_high": "3"}, False, "value_low 200 is over value_high 3"),
        ({"outlet": ""}, False, "has no outlet"),
        ({"row_id": "X0"}, False, "row_id 'X0' is already used at bridge.csv, line 2"),
    ],
)
def test_bad_rows_are_problems(tmp_path, changes, kept, reason):
    claims, problems = read(tmp_path, {"row_id": "X0"}, changes)
    assert problems["kept"].tolist() == [kept]
    assert problems["reason"][0].startswith("bridge.csv, line 3: ")
    assert reason in problems["reason"][0]
    assert len(claims) == 1 + kept


def test_marks_that_do_not_show_are_removed_from_claims(tmp_path):
    claims, _ = read(tmp_path, {"outlet": "\u202aAFP\u202c", "place": "Ra\u200bqqa"})
    assert claims[["outlet", "place"]].to_numpy().tolist() == [["AFP", "Raqqa"]]


def test_a_row_that_cannot_be_used_does_not_take_its_id(tmp_path):
    claims, problems = read(tmp_path, {"value_low": "many"}, {})
    assert claims["claim_id"].tolist() == ["X1"]
    assert len(problems) == 1


def test_a_row_that_cannot_be_read_is_a_problem(tmp_path):
    read(tmp_path, {})
    path = tmp_path / "bridge.csv"
    path.write_text(path.read_text() + ",".join(["x"] * 30) + "\n")
    claims, problems = load.read_claims(tmp_path)
    assert len(claims) == 1
    assert problems["reason"].tolist() == [
        "bridge.csv, line 3: has 30 cells where the header has 21; "
        "a quote mark or delimiter may be missing"
    ]


def test_files_are_read_in_the_order_of_their_names_and_ids_are_unique_over_all(tmp_path):
    read(tmp_path, {}, {"row_id": "X2"})
    copy = (tmp_path / "bridge.csv").read_text()
    (tmp_path / "attack.csv").write_text(copy.replace("X2", "X3"))
    claims, problems = load.read_claims(tmp_path)
    assert claims["claim_id"].tolist() == ["X1", "X3", "X2"]
    assert claims["event"].tolist() == ["attack", "attack", "bridge"]
    assert problems["reason"].tolist() == [
        "bridge.csv, line 2: row_id 'X1' is already used at attack.csv, line 2"
    ]


def test_files_that_cannot_be_used(tmp_path):
    with pytest.raises(MissingResourceError, match=r"No claims files \(\*.csv\) in .*data/claims"):
        load.read_claims(tmp_path)
    (tmp_path / "x.csv").write_text("row_id,outlet\n1,Daily\n")
    message = "x.csv has no column publication_date, date_basis, .*Found: row_id, outlet"
    with pytest.raises(InputError, match=message):
        load.read_claims(tmp_path)


def test_the_tables_of_the_repository():
    claims, problems = load.read_claims()
    check(claims, CLAIMS)
    assert claims["event"].value_counts().to_dict() == {"raqqa_2017_2019": 175, "al_ahli_2023": 93}
    assert problems["kept"].all()
    assert problems["reason"].str.contains("names no day").all()
    people = claims[claims["unit"] == "people"]
    assert people["outcome"].notna().all()
    assert claims.loc[claims["qualifier"] == "vague", ["low", "high"]].isna().all(axis=None)
    seed = claims.set_index("claim_id").loc[["R001", "R002", "R003", "R004"]]
    assert seed["low"].dropna().tolist()[:3] == [4000.0, 2500.0, 1500.0]
