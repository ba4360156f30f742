"""Forty kinds of rows of a file of corrections, right and wrong ones."""

import re

import pytest
from made_fire import key, row

from analysis.core.safe_csv import escape_cell
from analysis.corrections import places

GOOD = {
    "a value": row("figures", key("a1", "30"), "low", "31"),
    "no value": row("figures", key("a1", "12", 1), "source", "none"),
    "thousands": row("figures", key("a1", "30"), "low", "3,000"),
    "an outcome": row("figures", key("a1", "30"), "outcome", "killed"),
    "a source in the text": row("figures", key("a2", "14", 1), "source", "A hospital"),
    "wrong": row("figures", key("a1", "Two"), "wrong"),
    "missing": row("figures", key("a1", "two"), "missing"),
    "missing with values": row("figures", key("a3", "nine"), "missing", "outcome=killed"),
    "right": row("figures", key("a1", "30"), "checked", "right"),
    "checked with values": row("figures", key("a1", "30"), "checked", "low=31; high=31"),
    "an attribution": row(
        "attributions",
        key("a1", "At least 12 people died and 30 were injured"),
        "source_type",
        "expert",
    ),
    "a party": row("parties", key("a1", "government"), "party", "Ostia"),
    "an alias of a party": row("parties", "Varnia", "alias", "Republic of Varnia"),
    "a polarity": row("targets", key("a1", "government"), "polarity", "neutral"),
    "a frame": row("frames", "a1 [conflict]", "present", "no"),
    "an outlet": row("articles", "a1", "outlet", "The Wire"),
    "a day": row("articles", "a1", "published", "2024-03-09"),
    "an alias of an outlet": row("outlets", "Wire", "alias", "Wire News"),
    "events apart": row("events", "a3", "part"),
    "stories apart": row("stories", "a1 | a3", "part"),
    "quantities apart": row("quantities", key("a2", "14", 1), "part"),
    "two quantities apart": row("quantities", f"{key('a1', '12')} | {key('a2', '14')}", "part"),
    "quantities together": row("quantities", f"{key('a1', '12')} | {key('a2', '14')}", "merge"),
    "a span that moved": row("figures", "a1 [3:5] 30", "low", "31"),
    "wrong, and not read any more": row("figures", key("a1", "two"), "wrong"),
    "no day and no coder": row("figures", key("a1", "30"), "low", "31", day="", coder=""),
}
OPEN = {
    "nothing filled in": row("figures", key("a1", "30"), "checked"),
    "an empty value": row("figures", key("a1", "30"), "low"),
}
NOT_FOUND = {
    "an unknown article": (row("figures", "a9 [0:2] 12", "low", "1"), "no such article"),
    "other words": (row("figures", "a1 [11:13] 77", "low", "1"), "'12', not '77'.*nowhere"),
    "words in two places": (row("figures", "a1 [0:2] 12", "low", "1"), "2 times"),
    "a part of a number": (row("figures", "a1 [0:1] 1", "low", "1"), "nowhere"),
    "beyond the text": (row("figures", "a3 [900:902] 99", "low", "1"), "shorter"),
    "no figure there": (row("figures", key("a1", "dogs"), "low", "1"), "reads none.*missing"),
    "missing, no number": (row("figures", key("a1", "dogs"), "missing"), "no number"),
    "a source not in the text": (
        row("figures", key("a1", "30"), "source", "the mayor"),
        "does not have the words 'the mayor'",
    ),
    "crossed bounds": (row("figures", key("a1", "12", 1), "high", "3"), "12, above high, 3"),
    "an outlet that is none": (row("outlets", "Wyre", "alias", "W"), "did you mean 'Wire'"),
    "a party that is none": (row("parties", "Varna", "alias", "V"), "did you mean 'Varnia'"),
    "a frame that is none": (row("frames", "a1 [morals]", "present", "no"), "conflict, economic"),
    "an event of no article": (row("events", "a1 | a8", "merge"), "no such article"),
    "all of a story": (row("stories", "a3", "part"), "name a member that stays before it"),
    "a quantity of no figure": (
        row("quantities", f"{key('a1', 'dogs')} | {key('a1', '30')}", "merge"),
        "reads no figure",
    ),
}
BAD = {
    "an unknown table": (row("figurs", key("a1", "30"), "low", "1"), "did you mean 'figures'"),
    "an unknown column": (row("figures", key("a1", "30"), "lw", "1"), "did you mean 'low'"),
    "a column of another table": (row("frames", "a1 [conflict]", "low", "1"), "present"),
    "no key": (row("figures", "", "low", "1"), "key is empty"),
    "a key without a span": (row("figures", "a1", "low", "1"), r"\[start:end\]"),
    "a span from end to start": (row("figures", "a1 [5:3] 12", "low", "1"), r"\[start:end\]"),
    "a span without words": (row("figures", "a1 [3:5]", "low", "1"), "words of the span"),
    "no number": (row("figures", key("a1", "30"), "low", "many"), "low='many' is not a number"),
    "not a number at all": (row("figures", key("a1", "30"), "low", "nan"), "is not a number"),
    "a decimal comma": (row("figures", key("a1", "30"), "low", "1,5"), "is not a number"),
    "a value not allowed": (row("figures", key("a1", "30"), "outcome", "dead"), "killed, injured"),
    "none where there must be": (row("figures", key("a1", "30"), "unit", "none"), "may not be"),
    "not true or false": (row("frames", "a1 [conflict]", "present", "maybe"), "true or false"),
    "no day": (row("figures", key("a1", "30"), "low", "1", day="soon"), "2024-03-05"),
    "no such day": (row("figures", key("a1", "30"), "low", "1", day="2026-02-30"), "2024-03-05"),
    "day and month swapped": (row("articles", "a1", "published", "05/03/2024"), "2024-03-05"),
    "a formula": (row("figures", key("a1", "30"), "low", "=1+1"), "formula"),
    "a formula in a note": (row("figures", key("a1", "30"), "low", "1", note="=A1"), "formula"),
    "a merge of one": (row("events", "a1", "merge"), "needs two"),
    "an alias without a name": (row("outlets", "Wire", "alias"), "new is empty"),
    "neither right nor wrong": (row("figures", key("a1", "30"), "checked", "ok"), "right, wrong"),
    "values without =": (row("figures", key("a1", "30"), "missing", "killed"), "column=value"),
    "values of no column": (row("figures", key("a1", "30"), "missing", "dead=1"), "No column"),
}


@pytest.mark.parametrize("given", GOOD.values(), ids=GOOD)
def test_a_right_row_is_applied(statuses, given):
    assert [status for status, _ in statuses(given)] == ["applied"]


@pytest.mark.parametrize("given", OPEN.values(), ids=OPEN)
def test_a_row_that_is_not_filled_in_is_open(statuses, given):
    assert statuses(given) == [("open", "")]


@pytest.mark.parametrize(("given", "why"), NOT_FOUND.values(), ids=NOT_FOUND)
def test_what_finds_no_place_is_told_and_changes_nothing(frames, correct, given, why):
    new = correct(given)
    assert new["corrections"]["status"].tolist() == ["not_found"]
    told = new["problems"].loc[new["problems"]["stage"].eq("corrections"), "reason"]
    assert told.str.contains(why).tolist() == [True]
    for name in ("figures", "articles", "parties", "frames", "events", "stories", "quantities"):
        columns = [one for one in frames[name] if one not in ("checked", "checked_by", "p")]
        assert new[name][columns].equals(frames[name][columns])


@pytest.mark.parametrize(("given", "why"), BAD.values(), ids=BAD)
def test_a_bad_row_is_named_with_what_is_allowed(statuses, given, why):
    [(status, reason)] = statuses(given)
    assert status == "bad"

    assert re.search(why, reason)


def test_a_key_with_control_characters_survives_a_csv_file():
    text = "Fire\x07 kills \x1b12 in\u202e Varn"
    key = places.place_key("a1", 0, len(text), text)
    assert escape_cell(key) == key
    place = places.parse_place(key)
    assert place is not None
    assert places.find_place(place, text) == (0, len(text))
