"""Mentions that a text can be for or against."""

import pandas as pd

from analysis.core import tables
from analysis.extract.target_mentions import COLUMNS, target_mentions

PLACE = {"article_id": "a", "sentence_id": 0}


TEXT = "x" * 100


def party(start, text, kind, whose):
    row = {**PLACE, "start": start, "end": start + len(text), "text": text, "kind": kind}
    return row | {"party": whose, "p": 0.9}


def name(start, text, referent, whose=None, counted=True):
    row = {**PLACE, "start": start, "end": start + len(text), "text": text, "referent": referent}
    return row | {"choice": "x", "party": whose, "counted": counted, "scare": False, "voice": "own"}


def mentions(parties, names, actors):
    found = target_mentions(
        tables.make(parties, tables.PARTIES), tables.make(names, tables.NAMES), actors, {"a": TEXT}
    )
    return list(zip(found["text"], found["entity"], strict=True))


def test_known_parties_and_other_actors():
    parties = [
        party(0, "army", "military", "Sudan"),
        party(10, "government", "government", None),
        party(30, "hostages", "other", "Sudan"),
        party(80, "gunman", "attacker", "private"),  # another one in each article
    ]
    names = [
        name(0, "army", "sudanese_army", "Sudan"),  # counted by its party
        name(50, "Daesh", "islamic_state"),
        name(60, "riot", "protest"),  # no actor
        name(70, "regime", "government", counted=False),  # nobody's in particular
    ]
    assert mentions(parties, names, {"sudanese_army", "islamic_state", "government"}) == [
        ("army", "Sudan (authorities)"),
        ("Daesh", "Islamic State"),
    ]


def test_an_office_that_nobody_holds_is_no_target():
    text = "She runs for president. The president did not comment."
    parties = [
        party(text.index("president"), "president", "person", "Sudan"),
        party(text.rindex("president"), "president", "person", "Sudan"),
    ]
    found = target_mentions(
        tables.make(parties, tables.PARTIES), tables.empty(tables.NAMES), (), {"a": text}
    )
    assert found["start"].tolist() == [text.rindex("president")]


def test_nothing_is_named():
    found = target_mentions(tables.empty(tables.PARTIES), tables.empty(tables.NAMES), (), {})
    assert found.columns.tolist() == list(COLUMNS)
    assert isinstance(found, pd.DataFrame)
    assert found.empty


def test_mentions_come_in_the_order_of_articles_and_text():
    parties = [
        party(40, "army", "military", "Sudan") | {"article_id": "b"},
        party(9, "army", "military", "Sudan"),
    ]
    names = [name(2, "Daesh", "islamic_state")]
    found = target_mentions(
        tables.make(parties, tables.PARTIES),
        tables.make(names, tables.NAMES),
        {"islamic_state"},
        {"b": TEXT, "a": TEXT},
    )
    assert list(zip(found["article_id"], found["start"], strict=True)) == [
        ("b", 40),
        ("a", 2),
        ("a", 9),
    ]
