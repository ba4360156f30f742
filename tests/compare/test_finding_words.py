"""Titles of charts say what is in their rows and no more."""

import pandas as pd
import pytest

from analysis.compare.finding_words import (
    axis_unit,
    printed_range,
    quantity_finding,
    shared_quantities,
    story_finding,
)
from analysis.compare.number_words import number_in_words
from analysis.compare.quantity_matrix import quantity_matrix
from analysis.core import tables
from tests.compare.stated_numbers import DOLLARS, POUNDS, quantities, stated, tables_of


def rows(*given):
    """Return rows of a matrix from tuples of outlets and whether they differ."""
    table = pd.DataFrame(list(given), columns=["n_outlets", "differ"])
    return table.astype({"differ": object})


ALLOWED = "rounding and open ends"
FINDINGS = [
    ([], 3, "F: no number is found in the articles of 3 outlets."),
    ([], 1, "F: no number is found in the articles of 1 outlet."),
    ([(1, False)], 1, "F: one outlet only, with one quantity; nothing to compare."),
    ([(1, False)] * 2, 1, "F: one outlet only, with 2 quantities; nothing to compare."),
    ([(1, False)] * 2, 3, "F: 3 outlets, and no number that two of them print."),
    (
        [(2, False), (1, False)],
        3,
        "F: two or more of 3 outlets print one quantity; their numbers agree, apart from "
        f"{ALLOWED}.",
    ),
    (
        [(2, True)],
        3,
        "F: two or more of 3 outlets print one quantity; their numbers differ by more than "
        f"{ALLOWED}.",
    ),
    (
        [(2, None)],
        3,
        "F: two or more of 3 outlets print one quantity; their numbers are in several units, and "
        "not compared.",
    ),
    (
        [(2, False), (3, False), (1, False)],
        3,
        "F: two or more of 3 outlets print 2 quantities; in no row do they differ by more than "
        f"{ALLOWED}.",
    ),
    (
        [(2, True), (3, False), (2, True)],
        3,
        f"F: two or more of 3 outlets print 3 quantities; in 2 they differ by more than {ALLOWED}.",
    ),
    (
        [(2, True), (3, None)],
        3,
        f"F: two or more of 3 outlets print 2 quantities; in 1 they differ by more than {ALLOWED}; "
        "1 in several units, not compared.",
    ),
    (
        [(2, None), (3, None)],
        3,
        "F: two or more of 3 outlets print 2 quantities; in no row do they differ by more than "
        f"{ALLOWED}; 2 in several units, not compared.",
    ),
]


@pytest.mark.parametrize(("given", "n_outlets", "sentence"), FINDINGS)
def test_the_finding_of_a_story(given, n_outlets, sentence):
    assert story_finding("F", rows(*given), n_outlets) == sentence


def test_the_finding_of_a_story_counts_the_rows_of_its_matrix():
    figures, articles, _ = tables_of(
        *(stated(outlet, None, low) for outlet, low in zip("ABC", (12, 12, 15), strict=True)),
        *(stated(outlet, None, 4, quantity_id="q1") for outlet in "AB"),
        stated("A", None, 9, quantity_id="q2"),
    )
    table, _ = quantity_matrix(figures, articles, quantities("killed", "hurt", "missing"))
    assert "print 2 quantities; in 1 they differ" in story_finding("F", table, 3)
    assert shared_quantities(table)["quantity_id"].tolist() == ["q", "q1"]


def test_what_is_shared_is_everything_if_nothing_is():
    assert len(shared_quantities(rows((1, False), (3, True)))) == 1
    assert len(shared_quantities(rows((1, False), (1, False)))) == 2
    assert shared_quantities(rows()).empty


def printed(*given):
    """Return reports from tuples of outlet, low, high, qualifier and panel."""
    records = []
    for outlet, low, high, qualifier, *panel in given:
        record = {"outlet": outlet, "low": low, "high": high, "qualifier": qualifier}
        record |= {"text": "Dozens", "unit": "people", "unit_text": None}
        record["outcome"] = panel[0] if panel else "people killed"
        records.append({**record, "words": number_in_words(record)})
    columns = ["outlet", "low", "high", "words", "outcome"]
    table = pd.DataFrame(records, columns=columns)
    return table.astype({"low": float, "high": float})


ROW = {"label": "people killed", "n_outlets": 3, "n_origins": 2}
SPANS = [
    ([("A", 12, 12, "exact")], "12 in"),
    ([("A", 41, 41, "exact"), ("B", 12, 12, "exact")], "from 12 to 41 in"),
    ([("A", 29, None, "at_least"), ("B", 41, 41, "exact")], "from at least 29 to 41 in"),
    ([("A", None, 50, "at_most"), ("B", 41, 41, "exact")], "lowest 41, highest up to 50, in"),
    ([("A", 20, 30, "range"), ("B", 41, 41, "exact")], "lowest 20 to 30, highest 41, in"),
    ([("A", None, None, "vague"), ("B", 41, 41, "exact")], "41 in"),
    ([("A", None, None, "vague")], "no number, only words, in"),
    ([], "no number, only words, in"),
    ([("A", 12, 12, "exact"), (None, 99, 99, "exact")], "12 in"),
    (
        [("A", 5, 5, "exact", "fine, $"), ("B", 4, 4, "exact", "fine, £")],
        "5 and 4 in",
    ),
]


@pytest.mark.parametrize(("given", "span"), SPANS)
def test_a_quantity_is_between_its_smallest_and_largest_number(given, span):
    sentence = quantity_finding("F", ROW, printed(*given))
    assert sentence == f"F: people killed, {span} 3 outlets, on at most 2 independent origins."


@pytest.mark.parametrize(
    ("n_outlets", "n_origins", "end"),
    [
        (1, 1, "12 in 1 outlet."),
        (2, 1, "12 in 2 outlets, on at most 1 independent origin."),
        (2, 2, "12 in 2 outlets, on at most 2 independent origins."),
    ],
)
def test_origins_are_counted_where_there_are_several_outlets(n_outlets, n_origins, end):
    row = {**ROW, "n_outlets": n_outlets, "n_origins": n_origins}
    assert quantity_finding("F", row, printed(("A", 12, 12, "exact"))).endswith(end)


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        ({"unit": "people", "unit_text": None, "label": "people killed"}, "people"),
        ({"unit": "bodies", "unit_text": None, "label": "bodies found"}, "bodies"),
        ({"unit": "money", "unit_text": "$", "label": "fine, $"}, "$"),
        ({"unit": "percent", "unit_text": "%", "label": "jobless rate"}, "%"),
        ({"unit": "things", "unit_text": None, "label": "rockets"}, "rockets"),
        ({"unit": "things", "unit_text": float("nan"), "label": "rockets"}, "rockets"),
    ],
)
def test_an_axis_has_the_unit_of_its_quantity(quantity, expected):
    assert axis_unit(quantity, printed(("A", 12, 12, "exact"))) == expected
    assert axis_unit(quantity, printed()) == expected


def test_an_axis_of_several_units_names_none():
    quantity = {"unit": "money", "unit_text": "$", "label": "fine, $"}
    both = printed(("A", 5, 5, "exact", "fine, $"), ("B", 4, 4, "exact", "fine, £"))
    assert axis_unit(quantity, both) == "in the unit of each panel"


def test_every_unit_has_a_name_on_the_axis():
    for unit in tables.UNITS:
        assert axis_unit({"unit": unit, "unit_text": None, "label": "x"}, printed())


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([stated("A", "2018-01-01", 27), stated("B", "2018-01-02", 41)], "from 27 to 41"),
        ([stated("A", "2018-01-01", 41), stated("B", "2018-01-02", 41)], "41"),
        ([stated("A", "2018-01-01", 27), stated("A", "2018-01-02", 41)], "41"),
        (
            [stated("A", "2018-01-01", 20, 30), stated("B", "2018-01-02", 41)],
            "lowest 20 to 30, highest 41",
        ),
        (
            [stated("A", "2018-01-01", 5, **DOLLARS), stated("B", "2018-01-02", 4, **POUNDS)],
            "$5 and 4 pounds",
        ),
        ([stated("A", "2018-01-01", None, qualifier="vague", text="[Dozens] died.")], "dozens"),
    ],
)
def test_a_range_is_of_the_last_number_of_each_outlet(given, expected):
    figures, articles, _ = tables_of(*given)
    _, cells = quantity_matrix(figures, articles, quantities("q"))
    assert printed_range(cells) == expected
