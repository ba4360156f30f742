"""Reports of one quantity: as printed, one put forward a day, a panel for each unit."""

from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.compare.quantity_reports import reports_of_quantity
from analysis.core import tables
from tests.compare.stated_numbers import DOLLARS, PERCENT, POUNDS, quantities, stated, tables_of

US_DOLLARS = DOLLARS | {"unit_text": "US dollars", "currency": "USD"}


def run_of(*rows, label="people killed", **columns):
    """Return what a run has of these articles."""
    figures, articles, sentences = tables_of(*rows)
    return SimpleNamespace(
        figures=figures,
        articles=articles,
        sentences=sentences,
        attributions=tables.empty(tables.ATTRIBUTIONS),
        quantities=quantities(label, **columns),
    )


def test_reports_are_in_the_order_of_days_with_their_words_and_marks():
    run = run_of(
        stated("B", "2020-01-02", 14, None, qualifier="at_least"),
        stated("A", "2020-01-01", 12),
        stated("A", "2020-01-01", 900, scope="background"),
        stated("C", None, 15),
        stated("A", "2020-01-01", 7, quantity_id="q1"),
    )
    reports = reports_of_quantity(run, "q")
    assert reports["words"].tolist() == ["12", "900", "at least 14", "15"]
    assert reports["is_headline"].tolist() == [True, False, True, True]
    assert reports["set_aside"].fillna("").tolist() == ["", "a background", "", ""]
    assert set(reports["outcome"]) == {"people killed"}
    assert reports["passage"].iloc[0] == "A blast killed 12 people."
    assert set(tables.REPORTS.columns) <= set(reports)


def test_outlets_on_one_source_are_marked_as_such():
    run = run_of(
        stated("A", "2020-01-01", 12, source="Ada Holm"),
        stated("B", "2020-01-01", 12, source="Ada Holm"),
        stated("C", "2020-01-01", 12),
    )
    assert reports_of_quantity(run, "q")["shared"].tolist() == [True, True, False]


@pytest.mark.parametrize(
    ("units", "unit_text", "panels"),
    [
        ([DOLLARS, DOLLARS], "$", ["fine, $"]),
        ([DOLLARS, POUNDS], "$", ["fine, $", "fine, pounds"]),
        ([DOLLARS, US_DOLLARS], "$", ["fine, $"]),
        ([PERCENT, PERCENT | {"unit_text": "percent"}], "%", ["fine, $"]),
        ([PERCENT, PERCENT | {"unit_text": "per cent"}, DOLLARS], "$", ["fine, %", "fine, $"]),
        ([{}, DOLLARS], "$", ["fine", "fine, $"]),
    ],
)
def test_each_unit_has_a_panel_however_it_is_written(units, unit_text, panels):
    rows = [stated("A", f"2020-01-0{day}", 5, **unit) for day, unit in enumerate(units, 1)]
    reports = reports_of_quantity(run_of(*rows, label="fine, $", unit_text=unit_text), "q")
    assert reports["outcome"].drop_duplicates().tolist() == panels


@pytest.mark.parametrize("quantity", ["", "no such quantity"])
def test_without_a_quantity_there_are_no_reports(quantity):
    reports = reports_of_quantity(run_of(stated("A", "2020-01-01", 12)), quantity)
    assert reports.empty
    assert {"words", "is_headline", "set_aside", "shared"} <= set(reports)


def test_a_run_without_articles_has_no_reports():
    run = run_of()
    assert reports_of_quantity(run, "q").empty


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_rows_does_not_matter(seed):
    run = run_of(
        stated("A", "2020-01-01", 12),
        stated("B", "2020-01-01", 13),
        stated(None, "2020-01-01", 14),
        stated("A", None, 15),
    )
    whole = reports_of_quantity(run, "q")
    run.figures = run.figures.sample(frac=1, random_state=seed)
    shuffled = reports_of_quantity(run, "q")
    by = "report_id"
    pd.testing.assert_frame_equal(
        shuffled.sort_values(by, ignore_index=True), whole.sort_values(by, ignore_index=True)
    )
