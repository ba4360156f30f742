"""Rows that were left apart and may be of one thing are named for a person to judge."""

import numpy as np
import pytest

from analysis.compare.quantities import find
from analysis.compare.quantities.find import find_quantities
from analysis.compare.quantities.linked_groups import Pairs
from analysis.compare.quantities.possible_matches import (
    LEAST_PROBABILITY,
    Match,
    possible_matches,
)
from analysis.core.regrouping import NO_REGROUPING, Regrouping
from tests.compare.quantities.story_tables import story

MODULE = "analysis.compare.quantities"
ROWS = ("a", "b", "c", "d")
QUANTITIES = {"a": "q-a", "b": "q-b", "c": "q-c", "d": "q-c"}
OUTLETS = {"a": "Wire", "b": "Courier", "c": "Mail", "d": "Wire"}
COMPARED, SILENT, APART = "compared", "silent", "apart"


def found(*pairs, quantities=QUANTITIES, regrouped=NO_REGROUPING):
    """Return the matches after the pairs ``(first, second, probability, kind)``."""
    kinds = [pair[3] for pair in pairs]
    made = Pairs(
        first=np.array([ROWS.index(pair[0]) for pair in pairs], dtype=int),
        second=np.array([ROWS.index(pair[1]) for pair in pairs], dtype=int),
        probability=np.array([pair[2] for pair in pairs], dtype=float),
        is_compared=np.array([kind == COMPARED for kind in kinds], dtype=bool),
        keeps_apart=np.array([kind == APART for kind in kinds], dtype=bool),
    )
    return possible_matches(made, ROWS, quantities, OUTLETS, regrouped)


def test_each_row_names_its_likeliest_match():
    matches = found(("a", "b", 0.4, COMPARED), ("a", "c", 0.6, COMPARED))
    assert matches == {
        "q-a": Match("q-c", 0.6),
        "q-b": Match("q-a", 0.4),
        "q-c": Match("q-a", 0.6),
    }


@pytest.mark.parametrize(
    "pairs",
    [
        [("a", "b", LEAST_PROBABILITY - 0.01, COMPARED)],
        [("a", "b", 0.9, SILENT)],
        [("c", "d", 0.9, COMPARED)],  # of one row
        [("a", "d", 0.9, COMPARED)],  # of one outlet
        [("a", "c", 0.9, COMPARED), ("a", "d", 0.0, APART)],
        [],
    ],
)
def test_what_matches_nothing(pairs):
    assert found(*pairs) == {}


def test_a_figure_in_no_quantity_matches_nothing():
    assert found(("a", "b", 0.9, COMPARED), quantities={"a": "q-a"}) == {}


def test_an_outlet_that_is_not_known_is_no_other_one(monkeypatch):
    pair = ("a", "b", 0.9, COMPARED)
    monkeypatch.setitem(OUTLETS, "b", None)
    assert found(pair) == {}


def test_what_a_person_put_apart_stays_unmentioned():
    pair = ("a", "b", 0.9, COMPARED)
    assert found(pair, regrouped=Regrouping(parts=(("a", "b"),))) == {}
    assert set(found(pair, regrouped=Regrouping(parts=(("a", "c"),)))) == {"q-a", "q-b"}


SHOTS = {"counted": "shots", "noun": "shot"}
DOSES = {"counted": "doses", "noun": "dose"}
CLINICS = (
    ("The county's clinics have given [1,150] shots of vaccine.", SHOTS),
    ("Clinics in the county administered [1,420] doses.", DOSES),
)


@pytest.fixture
def never_sure(monkeypatch):
    """Let every pair be named, however improbable, and none be joined."""
    monkeypatch.setattr(f"{MODULE}.possible_matches.LEAST_PROBABILITY", 0.0)
    monkeypatch.setattr(f"{MODULE}.find.THRESHOLD", 1.1)


@pytest.mark.usefixtures("never_sure")
def test_both_rows_of_the_table_name_each_other():
    _, quantities = find_quantities(*story(*CLINICS))
    assert quantities["possible_match"].tolist() == quantities["quantity_id"].tolist()[::-1]
    assert quantities["p_match"].between(0.05, 1).all()


def test_a_row_without_a_match_has_none():
    _, quantities = find_quantities(*story(("A [12] foot wall fell.", {"counted": "wall"})))
    assert quantities[["possible_match", "p_match"]].isna().all(axis=None)


@pytest.mark.parametrize(("total", "expected"), [("q-b", None), (None, "q-b")])
def test_a_part_matches_no_total(total, expected):
    rows = [{"quantity_id": "q-a", "part_of": total}, {"quantity_id": "q-b", "part_of": None}]
    matches = {"q-a": Match("q-b", 0.5), "q-b": Match("q-a", 0.5)}
    first, second = find._matched(rows, matches)
    assert first["possible_match"] == expected
    assert (second["possible_match"] is None) == (expected is None)
