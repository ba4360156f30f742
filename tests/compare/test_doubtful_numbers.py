"""Numbers that differ may be of two things: which rows of a story's matrix are marked ≠?."""

import pandas as pd
import pytest

from analysis.compare.doubtful_numbers import (
    MANY,
    SURE_OF_ONE_THING,
    are_far_apart,
    are_in_doubt,
    have_fallen,
    n_printing,
)

NAN = float("nan")


def cell(outlet, low, event="e1", outcome="killed", qualifier="exact", day=None):
    return {
        "outlet": outlet,
        "low": low,
        "high": low,
        "qualifier": "vague" if low is None else qualifier,
        "text": "many" if low is None else str(low),
        "unit": "people",
        "unit_text": None,
        "currency": None,
        "change": None,
        "outcome": outcome,
        "event_id": event,
        "published": None if day is None else pd.Timestamp(2017, 4, day, 18),
    }


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ({"low": 41, "day": 7}, True),
        ({"low": 42, "day": 7}, False),
        ({"low": 41, "day": 6}, False),  # a rival count of the next days
        ({"low": 1, "day": 1}, False),  # it rises
        ({"low": 100, "day": 9}, False),
        ({"low": None, "day": 9}, False),
        ({"low": 1}, False),
        ({"low": 41, "day": 7, "outcome": "injured"}, True),
        ({"low": 41, "day": 7, "outcome": "missing"}, False),
    ],
)
def test_a_count_that_fell_by_half_days_later(later, expected):
    cells = [cell("A", 82, day=4), cell("B", **later)]
    assert have_fallen(cells) == have_fallen(cells[::-1]) == expected
    without_end = [cells[0], cells[1] | {"high": None}]  # "at least 41" may be 82
    assert have_fallen(without_end) == (expected and later["low"] < 41 / 2)


def test_an_open_end_is_no_excuse_for_a_fall():
    fallen = cell("B", 15, day=9) | {"high": None}
    assert have_fallen([cell("A", 82, day=4), fallen])


@pytest.mark.parametrize(
    ("p", "expected"),
    [(SURE_OF_ONE_THING, False), (SURE_OF_ONE_THING - 0.01, True), (None, False), (NAN, False)],
)
def test_a_row_that_was_joined_with_a_low_probability(p, expected):
    assert are_in_doubt([cell("A", 12), cell("B", 18)], p) == expected


def test_a_number_of_many_outlets_is_told_whatever_its_probability():
    many = [cell(outlet, low) for outlet, low in zip("ABCD", (12, 12, 18, 18), strict=True)]
    assert len(many) == MANY
    assert not are_in_doubt(many, 0.1)
    assert are_in_doubt([*many[:3], cell("D", None)], 0.1)  # "many" is no number


@pytest.mark.parametrize(
    ("one", "other", "outcome", "expected"),
    [
        (30_000, 2_500_000, None, True),
        (21_900, 437_999, None, False),
        (21_900, 438_000, None, True),
        (2.2e6, 2.2e9, None, False),  # a slip
        (12, 900, "killed", False),  # two sides
        (0, 900, None, False),
        (None, 900, None, False),
    ],
)
def test_a_number_that_is_many_times_another_is_rather_of_another_thing(
    one, other, outcome, expected
):
    cells = [cell("A", one, outcome=outcome), cell("B", other, outcome=outcome)]
    assert are_far_apart(cells) is are_far_apart(cells[::-1]) is expected
    assert are_in_doubt(cells, 1.0) is expected
    assert not are_far_apart([cells[0] | {"overtaken": True}, cells[1]])


def test_either_reason_is_enough():
    assert are_in_doubt([cell("A", 82, day=4), cell("B", 18, day=9)], 1.0)


def test_a_word_for_many_is_no_number_that_an_outlet_prints():
    assert n_printing([cell("A", 12), cell("B", None), cell("C", 12)]) == 2
    assert n_printing([cell("A", None), cell("B", None)]) == 2
