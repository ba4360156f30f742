"""The record of one figure."""

from dataclasses import replace

import pytest
from made_figures import figure_of, position

from analysis.core.tables import FIGURES
from analysis.extract.figures.record import Figure, make_figure, overlaps, unit_of


def test_a_number_keeps_its_bounds():
    figure = figure_of("at least 12 died", "12", "killed")
    assert (figure.low, figure.high, figure.qualifier) == (12, None, "at_least")
    assert (figure.start, figure.end, figure.text) == (9, 11, "12")
    assert (figure.implicit, figure.outcome, figure.unit) == (False, "killed", "people")


def test_a_person_without_a_number_counts_as_one():
    figure = make_figure("A child died.", 0, 1, None, "killed")
    assert (figure.low, figure.high, figure.qualifier) == (1, 1, "exact")
    assert figure.implicit


@pytest.mark.parametrize(
    ("outcome", "unit"), [("bodies_found", "bodies"), ("killed", "people"), (None, "people")]
)
def test_units(outcome, unit):
    assert unit_of(outcome) == unit
    figure = figure_of("12 died", "12", "missing").with_outcome(outcome)
    assert (figure.outcome, figure.unit) == (outcome, unit)


def test_another_outcome_changes_a_copy():
    figure = figure_of("12 died", "12", "missing")
    figure.with_outcome("killed")
    assert figure.outcome == "missing"


def test_the_fields_are_the_columns_of_the_table():
    fields = set(Figure.__dataclass_fields__)
    assert fields - set(FIGURES.columns) == {"span", "is_casualty", "is_named"}
    later = {"quantity_id", "standing", "checked", "checked_by"}
    assert set(FIGURES.columns) - fields == {"mention", *later}


def test_mention():
    figure = figure_of("Dozens and 12 died", "12", "killed")
    assert figure.mention == "numeral"
    assert replace(figure, qualifier="vague").mention == "vague"
    assert replace(figure, implicit=True).mention == "indefinite"
    assert replace(figure, is_named=True).mention == "named"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 5, False), (0, 6, True), (5, 7, True), (6, 6, True), (6, 9, True), (7, 9, False)],
)
def test_overlaps(start, end, expected):
    figure = figure_of("men, 12 died", "12")
    assert (figure.start, figure.end) == (5, 7)
    assert overlaps(start, end, [figure]) is expected
    assert not overlaps(start, end, [])


@pytest.mark.parametrize(
    ("text", "words", "n"),
    [
        ("A British couple died.", "A", 2),
        ("British couple killed in crash", "British couple", 2),
        ("A pair of soldiers died.", "A", 1),
        ("A child died. A couple wept.", "A", 1),
    ],
)
def test_a_couple_is_two(text, words, n):
    start, end = position(text, words)
    figure = make_figure(text, start, end, None, "killed")
    assert (figure.low, figure.high, figure.implicit) == (n, n, True)
