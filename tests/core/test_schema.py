"""Frames follow their definition, and every fault is reported in one error."""

import pandas as pd
import pytest

from analysis.core.errors import TableError
from analysis.core.schema import Column, Table, check, empty, make
from analysis.core.tables import ALL, EVENTS


@pytest.mark.parametrize("table", ALL.values(), ids=ALL)
def test_an_empty_table_has_its_columns_and_is_valid(table):
    frame = empty(table)
    assert len(frame) == 0
    assert list(frame) == list(table.columns)
    assert set(table.key) <= set(table.columns)
    assert check(frame, table) is frame


def test_one_error_lists_every_fault():
    rows = [
        {"event_id": "a", "n_articles": 0, "n_outlets": 1},
        {"event_id": "a", "n_articles": 2, "n_outlets": -1},
    ]
    with pytest.raises(
        TableError, match=r"(?s)event_id.*n_articles.*row 0: 0.*n_outlets.*row 1: -1"
    ):
        make(rows, EVENTS)


def test_at_most_three_rows_are_shown_for_a_fault():
    rows = [{"event_id": str(i), "n_articles": -i, "n_outlets": 1} for i in range(5)]
    with pytest.raises(
        TableError, match=r"n_articles: .* \(5 rows; row 0: 0, row 1: -1, row 2: -2\)$"
    ):
        make(rows, EVENTS)


def test_missing_values_stay_missing():
    frame = make([{"event_id": "a", "n_articles": 1, "n_outlets": 1}], EVENTS)
    assert frame.loc[0, ["label", "first", "place"]].isna().all()


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"event_id": "a", "n_articles": "many", "n_outlets": 1}, "n_articles.*should be int"),
        (
            {"event_id": "a", "n_articles": "many", "n_outlets": "few"},
            "n_articles.*should be int.*; column 'n_outlets' should be int",
        ),
        ({"event_id": "a", "first": "soon"}, "'first' should be date"),
        ({"event_id": "a", "n_articles": 1, "n_outlets": 1, "colour": "red"}, "no column 'colour'"),
        ({"n_articles": 1, "n_outlets": 1}, "event_id"),
    ],
)
def test_invalid_rows_are_errors(row, message):
    with pytest.raises(TableError, match=message):
        make([row], EVENTS)


def table_of(column):
    """Return a table of one column; schemas are cached by name, so each has its own."""
    return Table(f"a table of {column}", "one value", {"value": column})


@pytest.mark.parametrize(
    ("column", "good", "bad"),
    [
        (Column("d", allowed=("x", "y")), ["x", "y"], ["z", "X", ""]),
        (Column("d"), ["", "any"], [None]),
        (Column("d", null="unknown"), [None, "any"], []),
        (Column("d", "int", low=1), [1, 2], [0, -1]),
        (Column("d", "float", low=0.0, high=1.0), [0.0, 0.5, 1.0], [-0.01, 1.01, None]),
        (Column("d", "float", null=True, high=1), [-5.0, 1.0, None], [1.01]),
        (Column("d", "bool"), [True, False], []),
    ],
)
def test_allowed_values(column, good, bad):
    table = table_of(column)
    for value in good:
        assert len(make([{"value": value}], table)) == 1
    for value in bad:
        with pytest.raises(TableError, match="value"):
            make([{"value": value}], table)


def test_types_and_index():
    rows = pd.DataFrame(
        {
            "event_id": ["a", "b"],
            "label": ["x", None],
            "first": ["2018-11-02", None],
            "n_articles": [1.0, 2.0],
            "n_outlets": [1, 2],
        },
        index=[4, 9],
    )
    frame = make(rows, EVENTS)
    assert frame.index.tolist() == [0, 1]
    assert frame.dtypes.astype(str).to_dict() == {
        "event_id": "str",
        "label": "str",
        "first": "datetime64[us]",
        "last": "datetime64[us]",
        "n_articles": "int64",
        "n_outlets": "int64",
        "place": "str",
    }


def test_a_frame_with_an_unknown_column_is_an_error():
    frame = make([{"event_id": "a", "n_articles": 1, "n_outlets": 1}], EVENTS)
    with pytest.raises(TableError, match="colour"):
        check(frame.assign(colour="red"), EVENTS)
    with pytest.raises(TableError, match="label"):
        check(frame.drop(columns="label"), EVENTS)


def test_the_input_is_not_changed():
    frame = pd.DataFrame({"event_id": ["a"], "n_articles": [1.0], "n_outlets": [1]})
    before = frame.copy()
    make(frame, EVENTS)
    pd.testing.assert_frame_equal(frame, before)
