"""Frames follow their definition, and every fault is reported in one error."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis.core import schema
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


KEYED = {
    "one": Table("keyed by one", "one value", {"a": Column("d"), "b": Column("d", "int")}, ("a",)),
    "two": Table(
        "keyed by two", "one value", {"a": Column("d"), "b": Column("d", "int")}, ("a", "b")
    ),
}


@pytest.mark.parametrize(
    ("table", "rows", "repeated"),
    [
        ("one", [("x", 1), ("y", 1)], False),
        ("one", [("x", 1), ("x", 2)], True),
        ("two", [("x", 1), ("x", 2), ("y", 1)], False),
        ("two", [("x", 1), ("y", 1), ("x", 1)], True),
    ],
)
def test_a_key_names_one_row(table, rows, repeated):
    made = [{"a": a, "b": b} for a, b in rows]
    if repeated:
        with pytest.raises(TableError, match="keyed by"):
            make(made, KEYED[table])
    else:
        assert len(make(made, KEYED[table])) == len(rows)


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        (pd.DataFrame({"a": ["x"], "b": [1.0]}), "b: "),
        (pd.DataFrame({"a": [1], "b": [1]}), "a: "),
        (pd.DataFrame({"b": [1], "c": ["x"]}), "c"),
    ],
)
def test_a_frame_of_other_types_or_columns_breaks_the_definition(frame, message):
    with pytest.raises(TableError, match=message):
        check(frame, KEYED["one"])


def test_the_faults_are_looked_for_only_where_a_frame_may_have_some(monkeypatch):
    def asked(table):
        raise AssertionError("pandera is asked")

    monkeypatch.setattr(schema, "_schema", asked)
    table = Table(
        "seldom asked",
        "one value",
        {
            "id": Column("d"),
            "word": Column("d", null="unknown", allowed=("x", "y")),
            "share": Column("d", "float", null="unknown", low=0, high=1),
            "day": Column("d", "date", null="unknown"),
        },
        ("id",),
    )
    rows = [
        {"id": "a", "word": "x", "share": 0.0, "day": "2024-05-01"},
        {"id": "b", "word": None, "share": None, "day": None},
        {"id": "c", "word": "y", "share": 1.0},
    ]
    for key in (("id",), ("id", "word"), ()):
        assert len(make(rows, replace(table, key=key))) == 3
    with pytest.raises(AssertionError, match="pandera is asked"):
        make([{"id": "a", "word": "z"}], table)


def test_an_empty_table_is_a_new_frame_each_time():
    first = empty(EVENTS)
    first["colour"] = "red"
    assert "colour" not in empty(EVENTS)
