"""What of a story's quantities is shown, and in which unit."""

import numpy as np
import pandas as pd
import pytest

from analysis.compare.number_words import number_in_words
from analysis.compare.shown_quantities import (
    axis_unit,
    quantity_to_show,
    shared_quantities,
    telling_first,
    told_label,
)
from analysis.core import tables


def rows(*given):
    """Return rows of a matrix from tuples of outlets and whether they differ."""
    table = pd.DataFrame(list(given), columns=["n_outlets", "differ"])
    return table.astype({"differ": object})


def test_what_is_shared_is_everything_if_nothing_is():
    assert len(shared_quantities(rows((1, False), (3, True)))) == 1
    assert len(shared_quantities(rows((1, False), (1, False)))) == 2
    assert shared_quantities(rows()).empty


def test_what_may_be_of_two_things_says_so_wherever_it_is_told():
    table = pd.DataFrame({"quantity_id": ["q", "r"], "in_doubt": [True, False]})
    assert told_label("wins", table, "q") == "wins (≠?: perhaps of two things)"
    assert told_label("wins", table, "r") == "wins"
    assert told_label("wins", table, "other") == "wins"


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
    ("n_outlets", "n_disagree", "n_rivals", "differ", "chosen"),
    [
        ([], [], [], [], ""),
        ([2, 2], [0, 0], [0, 0], [False, False], "q0"),
        ([3, 2, 2], [0, 1, 3], [0, 0, 0], [False, True, True], "q1"),
        ([3, 2, 2], [0, 0, 3], [0, 2, 0], [False, False, True], "q1"),
        ([3, 3], [2, 3], [0, 0], [True, True], "q0"),
        ([5, 3], [0, 1], [0, 0], [True, True], "q0"),  # an update of a later day differs too
        ([5, 3], [0, 1], [0, 0], [None, True], "q1"),  # of different units
        ([3, 1], [0, 0], [0, 1], [False, False], "q0"),  # rivals of one outlet only
        ([3, 1], [0, 0], [0, 0], [False, True], "q0"),
    ],
)
def test_the_most_printed_of_those_that_differ_is_shown(
    n_outlets, n_disagree, n_rivals, differ, chosen
):
    ids = [f"q{place}" for place in range(len(n_disagree))]
    columns = {"n_outlets": n_outlets, "n_disagree": n_disagree, "n_rivals": n_rivals}
    columns["differ"] = pd.Series(differ, dtype=object)
    columns["in_doubt"] = pd.Series(False, index=range(len(ids)))
    columns["label"] = ids
    assert quantity_to_show(pd.DataFrame({"quantity_id": ids} | columns)) == chosen


@pytest.mark.parametrize(
    ("in_doubt", "chosen"),
    [([True, False], "q1"), ([False, True], "q0"), ([True, True], "q2")],
)
def test_numbers_in_which_only_two_of_more_outlets_differ_are_shown_last(in_doubt, chosen):
    table = pd.DataFrame({"quantity_id": ["q0", "q1", "q2"], "n_outlets": 2, "label": "pay"})
    table = table.assign(n_disagree=[1, 1, 0], n_rivals=0, differ=[True, True, False])
    table = table.assign(in_doubt=[*in_doubt, False])
    assert quantity_to_show(table) == chosen
    assert quantity_to_show(table.head(1)) == "q0"


@pytest.mark.parametrize(
    ("labels", "chosen"),
    [
        (["walk, hours", "strikers"], "q1"),
        (["walk, hours", "closure, days"], "q0"),
        (["walk, hours, stated as three", "strikers"], "q1"),
        (["walk, hours (sentence names Alto)", "strikers"], "q1"),
        (["distance, kilometres", "strikers"], "q0"),
        (["days of mourning", "strikers"], "q0"),
    ],
)
def test_how_long_something_lasts_is_shown_last(labels, chosen):
    table = pd.DataFrame({"quantity_id": ["q0", "q1"], "label": labels, "n_outlets": 3})
    table = table.assign(n_disagree=0, n_rivals=0, differ=False, in_doubt=False)
    assert quantity_to_show(table) == chosen


@pytest.mark.parametrize(
    ("n_outlets", "in_doubt", "chosen"),
    [
        ([2, 1], [False, False], "q0"),  # how long it lasts, which two outlets print
        ([2, 1], [True, False], "q0"),
        ([1, 1], [False, False], "q1"),
    ],
)
def test_a_number_of_one_outlet_is_shown_only_where_none_is_shared(n_outlets, in_doubt, chosen):
    table = pd.DataFrame({"quantity_id": ["q0", "q1"], "label": ["walk, hours", "boats"]})
    table = table.assign(n_outlets=n_outlets, in_doubt=in_doubt, n_disagree=0, n_rivals=0)
    assert quantity_to_show(table.assign(differ=in_doubt)) == chosen


@pytest.mark.parametrize(
    ("given", "first"),
    [
        ([("towns", 4.0), ("people killed", 126.0)], "people killed"),
        ([("towns", 4.0), ("people killed", 3.0)], "people killed"),
        ([("towns", 40.0), ("people killed", 126.0)], "towns"),
        ([("rate, %", 4.0), ("people killed", 126.0)], "rate, %"),
        ([("towns", np.nan), ("people killed", 126.0)], "towns"),
        ([("towns", 4.0), ("bridges", 2.0)], "towns"),
        ([("vote, stated as five", 5.0), ("levy, $", 4.5)], "levy, $"),
    ],
)
def test_a_few_things_come_after_what_else_is_printed(given, first):
    table = pd.DataFrame(given, columns=["label", "highest"])
    assert telling_first(table)["label"].iloc[0] == first
