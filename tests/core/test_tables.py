"""Tables: every fault is named at once, types are set, nothing slips in."""

import pandas as pd
import pytest

from analysis.core import tables
from analysis.core.errors import TableError, unknown_value


@pytest.mark.parametrize("table", tables.ALL.values(), ids=lambda t: t.name)
def test_an_empty_table_has_its_columns_and_passes(table):
    frame = tables.make([], table)
    assert list(frame) == list(table.columns)
    assert set(table.key) <= set(table.columns)


def test_all_faults_come_in_one_error():
    rows = [
        {"event_id": "a", "n_articles": 0, "n_outlets": 1},
        {"event_id": "a", "n_articles": 2, "n_outlets": -1},
    ]
    with pytest.raises(
        TableError, match=r"(?s)event_id.*n_articles.*row 0: 0.*n_outlets.*row 1: -1"
    ):
        tables.make(rows, tables.EVENTS)


def test_missing_stays_missing():
    frame = tables.make([{"event_id": "a", "n_articles": 1, "n_outlets": 1}], tables.EVENTS)
    assert frame.loc[0, ["label", "first", "place"]].isna().all()


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"event_id": "a", "n_articles": "many", "n_outlets": 1}, "n_articles.*should be int"),
        ({"event_id": "a", "n_articles": 1, "n_outlets": 1, "colour": "red"}, "no column 'colour'"),
        ({"n_articles": 1, "n_outlets": 1}, "event_id"),
    ],
)
def test_bad_rows_are_refused(row, message):
    with pytest.raises(TableError, match=message):
        tables.make([row], tables.EVENTS)


def test_input_is_not_changed():
    frame = pd.DataFrame({"event_id": ["a"], "n_articles": [1.0], "n_outlets": [1]})
    before = frame.copy()
    tables.make(frame, tables.EVENTS)
    pd.testing.assert_frame_equal(frame, before)


def test_unknown_names_the_nearest_and_the_allowed():
    assert unknown_value("outlet", "reuter", ["reuters", "sana"]) == (
        "No outlet 'reuter'; did you mean 'reuters'? Have: reuters, sana."
    )
