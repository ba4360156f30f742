"""Kinds that only the article tells; each rule on its own texts."""

import pytest

from analysis.extract.attributions.kinds_in_context import (
    kind_in_context,
    kind_rules,
    with_kinds_in_context,
)
from analysis.extract.attributions.rule_files import Rule
from tests.extract.attributions.marked_text import unmark


def _cases(kind: str) -> list:
    return [
        pytest.param(rule, text, id=f"{rule.id}-{number}")
        for rule in kind_rules()
        for number, text in enumerate(getattr(rule, kind))
    ]


def _kinds(rule: Rule, marked: str) -> set[str]:
    text, ((start, end),) = unmark(marked)
    return {kind_in_context(text[start:end], kind, text) for kind in rule.values["instead_of"]}


@pytest.mark.parametrize(("rule", "marked"), _cases("fires"))
def test_a_rule_fires_on_its_texts(rule: Rule, marked: str):
    assert _kinds(rule, marked) == set(rule.values["kind"])


@pytest.mark.parametrize(("rule", "marked"), _cases("silent"))
def test_no_rule_changes_other_kinds(rule: Rule, marked: str):
    assert _kinds(rule, marked) == set(rule.values["instead_of"])


def test_a_kind_that_no_rule_replaces_stays():
    assert kind_in_context("the team", "media", "The study ended. The team said so.") == "media"


def test_the_words_as_printed_decide_where_they_hold_the_name():
    text = "Two Democrats at the diner said so. The Senate is split."
    printed = {"source": "Two Democrats at the diner", "source_name": "Two Democrats"}
    rows = with_kinds_in_context([printed | {"source_type": "other"}], text)
    assert rows[0]["source_type"] == "other"


def test_one_name_of_one_kind_has_one_kind_again():
    text = "Ada Quist, the trade minister, wept. She left. The team said so. A study ran."
    rows = [
        {"source": "Ada Quist", "source_name": "Ada Quist", "source_type": "other"},
        {"source": "She", "source_name": "Ada Quist", "source_type": "other"},
        {"source": "The team", "source_name": "team", "source_type": "other"},
        {"source": "he", "source_name": None, "source_type": "other"},
        {"source": None, "source_name": None, "source_type": "unnamed"},
    ]
    kinds = [row["source_type"] for row in with_kinds_in_context(rows, text)]
    assert kinds == ["state_official", "state_official", "expert", "other", "unnamed"]
