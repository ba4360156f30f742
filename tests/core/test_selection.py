"""A selection keeps what it is given, and knows whether it can leave anything out."""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from analysis.core.errors import ParameterError
from analysis.core.selection import Selection


@pytest.mark.parametrize(
    ("fields", "is_everything"),
    [
        ({}, True),
        ({"outlets": []}, True),
        ({"outlets": None, "since": "", "until": "", "limit": 0}, True),
        ({"seed": 7}, True),  # the seed of a sample that is not drawn
        ({"outlets": ["A"]}, False),
        ({"since": "2018-11-02"}, False),
        ({"until": date(2018, 11, 2)}, False),
        ({"limit": 1}, False),
        ({"query": "  ", "query_in": "both"}, True),
        ({"query": "Raqqa"}, False),
    ],
)
def test_a_selection_is_everything_if_it_can_leave_nothing_out(fields, is_everything):
    assert Selection(**fields).is_everything == is_everything


def test_empty_values_are_the_defaults():
    assert Selection(outlets=None, since="", until="") == Selection()
    assert Selection(outlets=["A", "B"]) == Selection(outlets=("A", "B"))
    assert Selection(outlets="") == Selection()
    assert Selection(outlets="Reuters") == Selection(outlets=("Reuters",))


def test_fields_by_name():
    selection = Selection(["A", "B"], "2018-11-01", date(2018, 11, 2), 10, 3, " Raqqa ", "title")
    assert selection.as_dict() == {
        "outlets": ("A", "B"),
        "since": "2018-11-01",
        "until": date(2018, 11, 2),
        "limit": 10,
        "seed": 3,
        "query": "Raqqa",
        "query_in": "title",
    }
    assert Selection(**selection.as_dict()) == selection


def test_a_selection_can_be_a_key_and_cannot_be_changed():
    assert len({Selection(outlets=["A"]), Selection(outlets=("A",)), Selection(limit=5)}) == 2
    with pytest.raises(FrozenInstanceError):
        Selection().limit = 5


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"query": "Raqqa", "query_in": "titel"}, "No query-in 'titel'; did you mean 'title'"),
        ({"query_in": "text"}, "--query-in text has no effect without --query"),
    ],
)
def test_where_a_query_looks_is_one_of_three_and_needs_a_query(fields, message):
    with pytest.raises(ParameterError, match=message):
        Selection(**fields)
