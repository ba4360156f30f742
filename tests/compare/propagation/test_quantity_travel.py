"""One quantity of a corpus, from the text that prints it first to the others."""

import pytest

from analysis.compare.propagation.quantity_travel import (
    compare_with_statement,
    first_statement,
    lower_counts,
    shared_quantity,
)
from analysis.compare.quantity_reports import reports_of_quantity
from tests.compare.propagation.story_run import story_run

FIRST = {"outlet": "North", "day": "2024-03-04", "low": 120}


def kinds(*others, first=FIRST):
    """Return outlet, kind and number of each candidate."""
    run = story_run(first, *others)
    reports = reports_of_quantity(run, "people killed")
    found = compare_with_statement(run, reports, first_statement(reports))
    return list(zip(found["outlet"], found["kind"], found["words"], strict=True))


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"low": 120}, ("kept", "120")),
        ({"low": 160}, ("raised", "160")),
        ({"low": 90}, ("lowered", "90")),
        ({"low": 120, "high": None, "qualifier": "at_least"}, ("qualifier_added", "at least 120")),
    ],
)
def test_what_became_of_the_number(changed, expected):
    assert kinds({"outlet": "South", "day": "2024-03-05", **changed}) == [("South", *expected)]


def test_a_text_before_the_statement_is_the_statement():
    found = kinds({"outlet": "South", "day": "2024-03-03", "low": 90})
    assert found == [("North", "raised", "120")]


@pytest.mark.parametrize(
    ("time", "other_time", "expected"),
    [
        ("16:10", "09:05", [("North", "raised", "120")]),
        ("09:05", "16:10", [("South", "lowered", "90")]),
        ("09:05", None, [("South", "differs", "90")]),
    ],
)
def test_within_a_day_the_time_says_which_text_was_first(time, other_time, expected):
    other = {"outlet": "South", "day": FIRST["day"], "time": other_time, "low": 90}
    assert kinds(other, first={**FIRST, "time": time}) == expected


def test_a_number_that_adds_up_figures_of_the_statement():
    injured = {**FIRST, "low": 60, "outcome": "injured", "quantity_id": "people injured"}
    both = {"outlet": "South", "day": "2024-03-05", "low": 180}
    assert kinds(injured, {**both, "outcome": "killed_or_injured"}) == [("South", "summed", "180")]
    assert kinds(injured, both) == [("South", "raised", "180")]


def test_words_and_other_currencies_are_not_followed():
    vague = {"outlet": "South", "day": "2024-03-05", "low": None, "qualifier": "vague"}
    assert kinds(vague) == []
    cost = {"unit": "money", "outcome": None, "unit_text": "$"}
    pounds = {"outlet": "South", "day": "2024-03-05", "low": 90, **cost, "unit_text": "£"}
    assert kinds(pounds, first={**FIRST, **cost}) == []


def test_numbers_below_zero():
    cold = {"unit": "measure", "outcome": None, "group": None, "unit_text": "°C"}
    others = [
        {"outlet": name, "day": "2024-03-05", "low": low, **cold}
        for name, low in [("South", -7.0), ("West", -5.0)]
    ]
    found = kinds(*others, first={**FIRST, "low": -5.0, **cold})
    assert found == [("South", "lowered", "-7 °C"), ("West", "kept", "-5 °C")]


def test_a_source_that_is_kept_or_dropped():
    first = {**FIRST, "source": "coast guard"}
    south = {"outlet": "South", "day": "2024-03-05", "low": 120}
    west = {"outlet": "West", "day": "2024-03-06", "low": 120, "source": "the coast guard"}
    found = [kind for _, kind, _ in kinds(south, west, first=first)]
    assert found == ["kept", "source_dropped", "kept", "source_kept"]


def test_the_quantity_that_most_outlets_print():
    south = {"outlet": "South", "day": "2024-03-05", "low": 120}
    saved = {**FIRST, "low": 300, "outcome": "rescued", "quantity_id": "people rescued"}
    assert shared_quantity(story_run(FIRST, south, saved)) == "people killed"
    assert shared_quantity(story_run(FIRST, saved)) == ""
    assert shared_quantity(story_run(FIRST, south, saved), "South-2024-03-05") == "people killed"


def test_a_number_that_all_print_alike_is_followed_only_if_there_is_no_other():
    things = {**FIRST, "unit": "things", "outcome": None}
    boats = {**things, "low": 90, "quantity_id": "boats"}
    others = [{**boats, "outlet": name, "day": "2024-03-05"} for name in ("South", "West")]
    goats = {**things, "low": 40, "quantity_id": "goats"}
    south = {**goats, "outlet": "South"}
    assert shared_quantity(story_run(goats, {**south, "low": 44}, boats, *others)) == "goats"
    assert shared_quantity(story_run(goats, south, boats, *others)) == "boats"


def test_a_quantity_in_doubt_is_followed_only_if_there_is_no_other():
    hurt = {**FIRST, "low": 9, "outcome": "injured", "quantity_id": "people injured"}
    east = {**hurt, "outlet": "East", "day": "2024-03-05"}
    south = {**FIRST, "outlet": "South", "low": 150}
    third = {**FIRST, "outlet": "West", "low": 3, "quantity_id": "houses"}
    doubtful = ["people killed"]
    assert shared_quantity(story_run(FIRST, south, third, doubtful=doubtful)) == "people killed"
    run = story_run(FIRST, south, hurt, east, doubtful=doubtful)
    assert shared_quantity(run) == "people injured"


def test_the_statement_can_be_named():
    run = story_run(FIRST, {"outlet": "South", "day": "2024-03-05", "low": 130})
    reports = reports_of_quantity(run, "people killed")
    assert first_statement(reports)["outlet"].tolist() == ["North"]
    assert first_statement(reports, "South-2024-03-05")["outlet"].tolist() == ["South"]


def test_lower_counts_of_something_else():
    south = {"outlet": "South", "day": "2024-03-05"}
    rows = [
        {**south, "low": 7, "quantity_id": "crew killed", "scope": "part"},
        {**south, "low": 4, "quantity_id": "people killed in 2011", "scope": "background"},
        {**south, "low": 35, "quantity_id": "people injured", "outcome": "injured"},
        {**south, "low": 900, "quantity_id": "people rescued", "outcome": "rescued"},
        {**south, "low": 9, "quantity_id": "share", "unit": "percent", "outcome": None},
        {**south, "low": 110},
    ]
    run = story_run(FIRST, *rows)
    reports = reports_of_quantity(run, "people killed")
    found = lower_counts(run, reports, first_statement(reports))
    shown = list(zip(found["kind"], found["words"], found["statement_words"], strict=True))
    assert shown == [
        ("part", "7", "120"),
        ("background", "4", "120"),
        ("other_quantity", "35", "120"),
    ]


@pytest.mark.parametrize(
    ("unit_text", "currency", "n_found"),
    [("euros", "EUR", 1), ("EUR", "EUR", 1), ("€", "EUR", 1), ("$", None, 0), ("naira", "NGN", 0)],
)
def test_lower_sums_of_money_are_of_one_currency(unit_text, currency, n_found):
    money = {"unit": "money", "outcome": None, "group": None, "scope": None, "currency": "EUR"}
    first = {**FIRST, **money, "unit_text": "€", "quantity_id": "aid"}
    other = {"outlet": "South", "day": "2024-03-05", "low": 50, "quantity_id": "loan"}
    other |= {**money, "unit_text": unit_text, "currency": currency}
    run = story_run(first, other)
    reports = reports_of_quantity(run, "aid")
    assert len(lower_counts(run, reports, first_statement(reports))) == n_found


@pytest.mark.parametrize(
    ("unit", "noun", "n_found"),
    [("things", "home", 1), ("things", "school", 0), ("things", None, 0), ("people", "home", 0)],
)
def test_lower_counts_have_the_noun_of_the_statement(unit, noun, n_found):
    homes = {"unit": "things", "outcome": None, "group": None, "scope": None, "noun": "home"}
    first = {**FIRST, **homes, "quantity_id": "homes"}
    other = {"outlet": "South", "day": "2024-03-05", "low": 50, "quantity_id": "others"}
    run = story_run(first, {**other, **homes, "unit": unit, "noun": noun})
    reports = reports_of_quantity(run, "homes")
    assert len(lower_counts(run, reports, first_statement(reports))) == n_found


def test_without_a_statement_nothing_is_found():
    run = story_run(FIRST)
    reports = reports_of_quantity(run, "")
    statement = first_statement(reports)
    assert statement.empty
    assert compare_with_statement(run, reports, statement).empty
    assert lower_counts(run, reports, statement).empty
