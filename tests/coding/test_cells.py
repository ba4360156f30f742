"""What a coder writes into a cell: how it is read, and which cells are refused."""

import numpy as np
import pytest
from made_fire import TEXTS, span

from analysis.coding.cells import (
    is_nothing,
    number_cell,
    read_labels,
    read_unit,
    same,
    words_of,
)
from analysis.coding.layer import NOTHING, Label, Passage
from analysis.core.errors import InputError

OUTCOME = Label("outcome", "", allowed=("killed", "killed_or_injured", NOTHING))
STANCE = Label("stance", "", allowed=("neutral", "urging"), is_required=True)
LOW = Label("low", "", measure="interval")
SOURCE = Label("source", "", is_quoted=True)
COUNTED = Label("counted", "", is_quoted=True, is_required=True)
PARTY = Label("party", "", suggested=("Varnia",))
NOTE = Label("note", "", is_required=True)


@pytest.mark.parametrize(
    ("cell", "nothing"),
    [
        ("none", True),
        (" None ", True),
        ("NONE", True),
        ("", False),
        ("no", False),
        ("none of them", False),
        ("0", False),
    ],
)
def test_a_coder_says_that_there_is_no_value(cell, nothing):
    assert is_nothing(cell) is nothing


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (12, "12"),
        (12.0, "12"),
        (-3.0, "-3"),
        (0, "0"),
        (4.5, "4.5"),
        (1e6, "1000000"),
        (float("nan"), NOTHING),
        (None, NOTHING),
        ("12", NOTHING),
    ],
)
def test_a_number_as_a_cell(value, cell):
    assert number_cell(value) == cell


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("a fire\n chief ", "a fire chief"),
        ("12", "12"),
        (None, NOTHING),
        (float("nan"), NOTHING),
        (12, NOTHING),
    ],
)
def test_words_as_a_cell(value, cell):
    assert words_of(value) == cell


@pytest.mark.parametrize(
    ("first", "second", "are_same"),
    [
        ("killed", "KILLED ", True),
        ("a  fire\nchief", "A fire chief", True),
        ("Straße", "STRASSE", True),
        ("killed", "injured", False),
        ("a fire chief", "afire chief", False),
        ("12", "12.0", False),
        ("none", "", False),
    ],
)
def test_values_that_mean_the_same(first, second, are_same):
    assert same(first, second) is are_same
    assert same(second, first) is are_same


@pytest.fixture
def read(corpus):
    """Return a function that reads one cell of the first article, near a character."""

    def read_cell(label, cell, near=0):
        cells = {label.name: cell}
        return read_labels(cells, [label], "a1", (near, near + 1), corpus, "figures")

    return read_cell


@pytest.mark.parametrize(
    ("label", "cell", "value"),
    [
        # a list of values: as the list has it
        (OUTCOME, "killed", "killed"),
        (OUTCOME, " Killed  ", "killed"),
        (OUTCOME, "none", NOTHING),
        (OUTCOME, "NONE", NOTHING),
        (OUTCOME, "", NOTHING),
        (STANCE, "URGING", "urging"),
        # numbers
        (LOW, "4,000", "4000"),
        (LOW, "4.50", "4.5"),
        (LOW, "none", NOTHING),
        (LOW, "", NOTHING),
        # words of the article, and any words
        (SOURCE, "a  FIRE chief", "a fire chief"),
        (SOURCE, "None", NOTHING),
        (PARTY, "Varnia  (authorities)", "Varnia (authorities)"),
        (PARTY, "none", NOTHING),
        (NOTE, "see  page 2", "see page 2"),
    ],
)
def test_a_cell_is_read(read, label, cell, value):
    values, spans = read(label, cell)
    assert values == {label.name: value}
    assert set(spans) == ({label.name} if label.is_quoted and value != NOTHING else set())


@pytest.mark.parametrize(
    ("label", "cell", "reason"),
    [
        (OUTCOME, "kiled", "No outcome 'kiled'; did you mean 'killed'"),
        (OUTCOME, "killed or injured", "killed_or_injured"),
        (STANCE, "", "stance is empty; allowed: neutral, urging"),
        (STANCE, "none", "No stance 'none'"),
        (NOTE, " ", "note is empty"),
        (NOTE, "none", "note is empty"),
        (COUNTED, "", "counted is empty"),
        (LOW, "many", "low='many' is not a number"),
        (LOW, "4,5", "low='4,5' is not a number"),
        (SOURCE, "the mayor", "source='the mayor' is not in the article; copy the words as they"),
        (SOURCE, "fire a chief", "source='fire a chief' is not in the article"),
        (COUNTED, "12 cats", "is not in the article"),
    ],
)
def test_a_cell_is_refused_with_what_is_allowed(read, label, cell, reason):
    with pytest.raises(InputError) as error:
        read(label, cell)
    assert reason in str(error.value)


@pytest.mark.parametrize(
    ("near", "number"),
    [
        (0, 0),
        (span("a1", "12")[0], 0),
        (span("a1", "12", 1)[0], 1),
        (len(TEXTS["a1"]), 1),
    ],
)
def test_quoted_words_are_those_nearest_to_the_thing(read, near, number):
    _, spans = read(COUNTED, "12", near)
    assert spans == {"counted": span("a1", "12", number)}


def test_the_first_bad_cell_is_named(corpus):
    cells = {"outcome": "kiled", "low": "many"}
    with pytest.raises(InputError, match="No outcome 'kiled'"):
        read_labels(cells, [OUTCOME, LOW], "a1", (0, 1), corpus, "figures")


def test_cells_of_other_columns_are_no_labels(corpus):
    cells = {"low": "3", "sentence": "Fire kills 12 in Varn."}
    values, _ = read_labels(cells, [LOW, OUTCOME], "a1", (0, 1), corpus, "figures")
    assert values == {"low": "3", "outcome": NOTHING}


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        # what is left open is not there, what is "none" is
        ({"low": "3"}, {"low": "3"}),
        ({"low": "none", "outcome": " "}, {"low": NOTHING}),
        ({"low": "3", "outcome": "killed", "source": ""}, {"low": "3", "outcome": "killed"}),
        ({}, None),
        ({"low": " ", "outcome": ""}, None),
        ({"note": "not a label of these"}, None),
    ],
)
def test_a_row_in_which_labels_may_be_left_open(corpus, cells, values):
    passage = Passage("k", "a1", 5, 10, {})
    unit = read_unit(cells, passage, corpus, [LOW, OUTCOME, SOURCE], "figures")
    if values is None:
        assert unit is None
        return
    assert unit.values == values
    assert (unit.passage, unit.place) == (passage, (5, 10))


def test_a_row_with_a_bad_cell_is_refused(corpus):
    passage = Passage("k", "a1", 5, 10, {})
    with pytest.raises(InputError, match="low='x' is not a number"):
        read_unit({"low": "x"}, passage, corpus, [LOW], "figures")


def test_quoted_words_of_a_row_are_looked_for_near_its_place(corpus):
    start, end = span("a1", "12", 1)
    passage = Passage("k", "a1", start, end, {})
    unit = read_unit({"counted": "12"}, passage, corpus, [COUNTED], "figures")
    assert unit.spans == {"counted": (start, end)}


def test_a_number_of_numpy_is_a_number():
    assert number_cell(np.float64(12)) == "12"
