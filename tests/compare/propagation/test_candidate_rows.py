"""Candidates in words."""

import pytest

from analysis.compare.propagation.candidate_rows import candidate_row, printed_number
from analysis.compare.propagation.dated_reports import dated_reports
from analysis.core.tables import CANDIDATES
from tests.compare.report_rows import report, reports


def dated(*rows):
    return dated_reports(reports(*rows))


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"qualifier": "more_than"}, "more than 4,000"),
        ({"unit": "percent"}, "4,000%"),
        ({"high": 5000, "qualifier": "range"}, "4,000 to 5,000"),
    ],
)
def test_the_number_as_it_is_read(columns, words):
    (row,) = dated(report("a", "north", "2020-01-01", 4000, **columns))
    assert printed_number(row) == words


def test_a_vague_claim_is_in_the_words_of_the_coder():
    (row,) = dated(
        report("a", "north", "2020-01-01", None, qualifier="vague", counted="Dozens of bodies")
    )
    assert printed_number(row) == "dozens of bodies"


def test_words_of_the_row_come_first():
    (row,) = dated(report("a", "north", "2020-01-01", 4.2e6))
    assert printed_number({**row, "words": "$4.2 million"}) == "$4.2 million"


def test_a_sum_names_its_parts():
    parts = dated(report("a", "north", "2020-01-01", 30), report("b", "north", "2020-01-01", 12))
    whole = dated(report("c", "south", "2020-01-02", 42, meaning="bodies_found"))
    row = candidate_row("summed", parts, whole, {"days": "1 day apart"})
    assert list(row) == list(CANDIDATES.columns)
    assert (row["statement_ids"], row["statement_words"], row["words"]) == (
        "a + b",
        "30 + 12",
        "42",
    )
    assert row["meaning"] == "bodies_found"
    assert row["why"] == (
        "Candidate: north (1 Jan 2020) has 30 (killed) + 12 (killed); south (2 Jan 2020) has 42 "
        "(bodies found): the number is the sum of figures of the statement. Tied by: 1 day apart."
    )
