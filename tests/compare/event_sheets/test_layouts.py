"""Event rows in the columns of each dataset, and read back as claims."""

import pandas as pd
import pytest

from analysis import load
from analysis.compare.event_sheets.layouts import LAYOUTS, lay_out
from analysis.compare.event_sheets.rows import event_rows
from analysis.core.safe_csv import write_csv
from analysis.core.tables import EVENT_SHEET
from tests.compare.event_sheets.sheet_tables import figure, tables


def sheet_of(layout, *figures, **of_article):
    given = tables(figures, **of_article) if figures else tables(**of_article)
    return lay_out(event_rows(given), LAYOUTS[layout])


def cells(row, names):
    """Return cells of a row, None where they are empty."""
    return {name: None if pd.isna(row[name]) else row[name] for name in names}


@pytest.mark.parametrize(("layout", "n_columns"), [("ucdp", 49), ("acled", 31)])
def test_all_columns_of_the_dataset_come_first_and_ours_at_the_end(layout, n_columns):
    columns = sheet_of(layout).columns.tolist()
    assert columns == [*LAYOUTS[layout].columns, *EVENT_SHEET.columns]
    assert len(LAYOUTS[layout].columns) == n_columns


@pytest.mark.parametrize(
    ("layout", "outcomes"),
    [
        ("ucdp", ["killed", "killed"]),
        ("acled", ["killed", "killed"]),
        ("airwars", ["injured", "killed", "killed"]),
        ("timemap", ["injured", "killed", "killed"]),
    ],
)
def test_only_outcomes_that_a_dataset_has_are_in_its_sheet(layout, outcomes):
    assert sheet_of(layout)["parallax_outcome"].tolist() == outcomes


def test_ucdp():
    sheet = sheet_of("ucdp", url="https://example.org/a")
    expected = {
        "id": "a1#29",
        "relid": "market",
        "source_article": "https://example.org/a",
        "source_office": "Daily A",
        "source_date": "2024-03-05",
        "source_headline": "Title of a1",
        "where_coordinates": "Tarnholt",
        "low": 29,
        "high": None,
        "best": None,
        "deaths_civilians": None,
        "date_start": None,
        "side_a": None,
        "type_of_violence": None,
        "latitude": None,
    }
    assert cells(sheet.iloc[0], expected) == expected
    expected = {"source_article": "b1", "low": 40, "best": 40, "high": 40, "deaths_civilians": None}
    assert cells(sheet.iloc[1], expected) == expected


def test_deaths_of_civilians_are_those_that_the_words_make_civilians():
    sheet = sheet_of("ucdp", figure("b1", "40", 40.0, group="children"))
    assert sheet["deaths_civilians"].tolist() == [40]


@pytest.mark.parametrize(
    ("low", "high", "fatalities"),
    [(29.0, None, 29), (20.0, 30.0, 20), (float("nan"), 12.0, None)],
)
def test_acled_has_the_lowest_number_that_the_words_allow(low, high, fatalities):
    high = float("nan") if high is None else high
    sheet = sheet_of("acled", figure("b1", "40", low, high))
    expected = {
        "event_id_cnty": "b1#40",
        "location": "Tarnholt",
        "source": "Daily B",
        "notes": "Three fighters and 40 people were killed.",
        "fatalities": fatalities,
        "event_date": None,
        "actor1": None,
    }
    assert cells(sheet.iloc[0], expected) == expected


@pytest.mark.parametrize(
    ("group", "outcome", "filled"),
    [
        ("civilians", "killed", {"Killed": 40}),
        ("women", "injured", {"Injured": 40}),
        ("unspecified", "killed", {}),
        ("mixed", "killed", {}),
        ("fighters", "killed", {}),
    ],
)
def test_airwars_counts_only_those_that_the_words_make_civilians(group, outcome, filled):
    sheet = sheet_of("airwars", figure("b1", "40", 40.0, group=group, outcome=outcome))
    expected = {}
    for name in ("Killed", "Injured"):
        for end in ("Min", "Max"):
            expected[f"Civilians Reported {name} {end}"] = filled.get(name)
    assert cells(sheet.iloc[0], expected) == expected
    assert sheet["parallax_low"].tolist() == [40]


def test_timemap():
    expected = {
        "id": "a1#29",
        "date": "03/05/2024",
        "location": "Tarnholt",
        "latitude": None,
        "longitude": None,
        "description": "Daily A reports at least 29 killed: "
        "At least 29 civilians were killed in Tarnholt.",
        "category": "killed",
        "source1": "a1",
    }
    assert cells(sheet_of("timemap").iloc[1], expected) == expected
    sheet = sheet_of("timemap", outlet=None, published=None)
    row = sheet.set_index("id").loc["a1#29"]
    assert pd.isna(row["date"])
    assert row["description"].startswith("an outlet that is not named reports at least 29 killed")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_sheet_comes_back_as_claims(tmp_path, layout):
    figures = (
        figure("a1", "29", 29.0, float("nan"), qualifier="at_least", agent="-the army"),
        figure("b1", "40", 1040.0, 1040.0, qualifier="approx", group="civilians", source="@medics"),
    )
    sheet = sheet_of(layout, *figures, outlet='=cmd|"/c calc"!A1', url="https://example.org/?a=1&b")
    write_csv(sheet, tmp_path / "market.csv")
    text = (tmp_path / "market.csv").read_text("utf-8-sig")
    assert "'=cmd|" in text
    assert ",=" not in text
    assert ',"=' not in text
    claims, problems = load.read_claims(tmp_path)
    assert problems.empty
    by_id = claims.set_index("claim_id")
    expected = {
        "outlet": '=cmd|"/c calc"!A1',
        "published_given": "2024-03-05",
        "date_basis": "article",
        "url": "https://example.org/?a=1&b",
        "low": 29.0,
        "high": None,
        "qualifier": "at_least",
        "unit": "people",
        "outcome": "killed",
        "place": "Tarnholt",
        "responsible": "-the army",
        "voice": "own",
    }
    assert cells(by_id.loc["a1#29"], expected) == expected
    expected = {"low": 1040.0, "high": 1040.0, "qualifier": "approx", "source": "@medics"}
    assert cells(by_id.loc["b1#40"], expected) == expected


def test_bad_cells_of_a_sheet_are_problems(tmp_path):
    sheet = sheet_of("acled").astype(object)
    sheet.loc[0, "parallax_qualifier"] = "roughly"
    sheet.loc[1, "parallax_low"] = "many"
    sheet.to_csv(tmp_path / "market.csv", index=False)
    claims, problems = load.read_claims(tmp_path)
    assert claims.empty
    reasons = problems["reason"].tolist()
    assert reasons[0].startswith(
        "market.csv, line 2: parallax_qualifier 'roughly' is not among: exact, at_least"
    )
    assert reasons[1].startswith("market.csv, line 3: parallax_low 'many' is not a count")


def test_a_figure_without_an_outlet_is_no_claim(tmp_path):
    write_csv(sheet_of("acled", outlet=None), tmp_path / "market.csv")
    claims, problems = load.read_claims(tmp_path)
    assert claims["claim_id"].tolist() == ["b1#40"]
    assert problems["reason"].tolist() == ["market.csv, line 3: has no parallax_outlet"]


def test_an_empty_sheet_has_all_columns():
    rows = event_rows(tables([]))
    for layout in LAYOUTS.values():
        assert lay_out(rows, layout).columns.tolist() == [*layout.columns, *EVENT_SHEET.columns]
