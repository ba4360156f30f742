"""Defaults for charts: the event, its label, shared sources and the outlet to profile."""

import pandas as pd
import pytest

from analysis.compare.defaults import (
    busiest_event,
    label_of,
    most_shared_outlet,
    reports_of_same_document,
    shared_source,
)
from analysis.core.errors import ParameterError
from analysis.core.tables import EVENTS, make
from tests.compare.report_rows import report, reports


def rows(*pairs, event="event_id"):
    """Return a table from (event, outlet)."""
    return pd.DataFrame(pairs, columns=[event, "outlet"])


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([("e", "north"), ("f", "north"), ("f", "south")], "f"),
        # most outlets, not most rows
        ([("e", "north"), ("e", "north"), ("e", "north"), ("f", "north"), ("f", "south")], "f"),
        # of as many outlets, most rows
        ([("e", "north"), ("f", "south"), ("f", "south")], "f"),
        # of as many rows, the first by name
        ([("f", "north"), ("e", "south"), (None, "west")], "e"),
        ([("f", "north"), ("e", None)], "f"),
    ],
)
@pytest.mark.parametrize("column", ["event", "event_id"])
def test_the_busiest_event(pairs, expected, column):
    assert busiest_event(rows(*pairs, event=column)) == expected


def test_without_events_there_is_none_to_choose():
    assert busiest_event(rows((None, "north"))) == ""


@pytest.mark.parametrize(
    ("label", "day", "expected"),
    [
        ("Lomar, ferry fire, 2 Jan 2020", "2020-01-02", "Lomar, ferry fire, 2 Jan 2020"),
        (None, "2020-01-12", "e"),
        (None, None, "e"),
    ],
)
def test_labels(label, day, expected):
    row = {"event_id": "e", "label": label, "first": day and pd.Timestamp(day)}
    other = {"event_id": "f", "label": "Another"}
    events = make([row | {"n_articles": 1, "n_outlets": 1} for row in (other, row)], EVENTS)
    assert label_of("e", events) == expected
    with pytest.raises(ParameterError, match="No event 'g'"):
        label_of("g", events)


@pytest.mark.parametrize(
    ("columns", "label"),
    [
        ({"story_id": "s"}, "flood (perhaps two stories)"),
        ({"quantity_id": "s", "story_id": "t"}, "flood"),
    ],
)
def test_only_a_story_is_perhaps_two(columns, label):
    table = pd.DataFrame([columns | {"label": "flood", "p": 0.4}])
    assert label_of("s", table) == label


def test_a_source_is_shared_if_another_outlet_has_it_too():
    frame = reports(
        report("a", "north", "2020-01-02", 1, source="police"),
        report("b", "south", "2020-01-02", 2, source="the police"),
        report("c", "west", "2020-01-02", 3, source="owner"),
        report("d", "west", "2020-01-03", 4, source="owner"),
        report("e", "lake", "2020-01-03", 5, source=None),
    )
    frame.index = [5, 4, 3, 2, 1]
    assert shared_source(frame).to_dict() == {5: True, 4: True, 3: False, 2: False, 1: False}


def test_reports_of_the_same_document_keep_their_order():
    frame = reports(
        report("a", "north", "2020-01-02", 1),
        report("b", "south", "2020-01-02", 2),
        report("c", "north", "2020-01-02", 3),
    )
    found = reports_of_same_document(frame, "c")
    assert found["report_id"].tolist() == ["a", "c"]
    assert found.index.tolist() == [0, 1]
    with pytest.raises(ParameterError, match="No figure 'z'"):
        reports_of_same_document(frame, "z")


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([("e", "north"), ("e", "south"), ("f", "south"), ("f", "west")], "south"),
        # events of one outlet do not count
        ([("e", "north"), ("e", "south"), ("f", "south"), ("g", "south")], "north"),
        # of as many shared events, most articles about them
        ([("e", "north"), ("e", "south"), ("e", "south")], "south"),
        ([("e", "south"), ("e", "north"), ("e", None), (None, "south")], "north"),
    ],
)
def test_the_outlet_with_most_shared_events(pairs, expected):
    assert most_shared_outlet(rows(*pairs)) == expected


def test_without_shared_events_no_outlet_shares_most():
    assert most_shared_outlet(rows(("e", "north"), ("f", "south"), ("e", "north"))) == ""
