"""Numbers that replaced others: of the same time, and where another article has the old one."""

import pytest

from analysis.compare.quantities.revised import revised_pairs
from tests.compare.quantities.story_tables import percent, statements

CASES = {"counted": "cases", "noun": "case"}
THINGS = {"counted": "packs", "noun": "pack"}


def pairs(*articles):
    return revised_pairs(statements(*articles))


@pytest.mark.parametrize(
    ("text", "columns", "joined"),
    [
        ("It counted [1460] cases, up from [1214].", CASES, True),
        ("Cases rose to [1460] from [1214] on Friday.", CASES, True),
        ("The toll was revised to [1460] from an initial [1214].", CASES, True),
        (
            "Its estimate was revised to [1460] from [1214].",
            {"counted": "jobs", "noun": "job"},
            True,
        ),
        (
            "It will cost [1460] crowns, up from an original estimate of [1214].",
            {"counted": "cost", "noun": "cost"},
            True,
        ),
        (
            "It would cost [1460] crowns, above an earlier government estimate of [1214].",
            {"counted": "cost", "noun": "cost"},
            True,
        ),
        (
            "It won [1460] seats, up from [1214].",
            {"counted": "seats", "noun": "seat"},
            False,
        ),
        ("The number has also risen, from [1214] to about [1460].", THINGS, "old"),
        ("It widened its recall to about [1460] packs, from [1214].", THINGS, True),
        ("Data of [1460] people were stolen, up from the [1214] it announced.", THINGS, True),
        ("Cases have climbed from [1214] to [1460].", CASES, "old"),
        # another time, or no replacement
        ("Its staff has grown from [1214] to [1460].", THINGS, False),
        ("The number has risen, from [1214] in 2022 to [1460].", THINGS, False),
        ("It widened its range to [1460] packs, from [1214].", THINGS, False),
        ("Data of [1460] people were kept, up from the [1214] in its vaults.", THINGS, False),
        ("Output was cut to [1460] from [1214].", {"counted": "cars", "noun": "car"}, False),
        ("It counted [1460] cases, up from [1214] in 2022.", CASES, False),
        ("It counted [1460] cases, up from [1214] a year earlier.", CASES, False),
        ("It counted [1460] cases and [1214] recoveries.", CASES, False),
        ("It counted [1460] cases. It was up from [1214].", CASES, False),
    ],
)
def test_a_number_and_the_one_it_replaced(text, columns, joined):
    found = pairs(("It counted [1214] cases.", columns), (text, columns, columns))
    of_text = {True: [(1, 2)], "old": [(2, 1)], False: []}
    assert found == of_text[joined]


def test_an_estimate_is_not_replaced_where_others_print_the_new_number_too():
    cost = {"counted": "cost", "noun": "cost"}
    text = "It will cost [1460] crowns, up from an original estimate of [1214]."
    old, new = ("It was to cost [1214].", cost), ("It will cost [1460].", cost)
    assert len(pairs(old, (text, cost, cost))) == 1
    assert pairs(old, (text, cost, cost), new) == []


def test_the_old_number_must_stand_in_another_article():
    assert pairs(("It counted [1460] cases, up from [1214].", CASES, CASES)) == []


def test_both_measure_the_same():
    text = "Cases rose to [1460] from [1214] on Friday."
    assert pairs(("It counted [1214] cases.", CASES), (text, CASES, percent("cases"))) == []


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("The charge drops from Sh[80] to Sh[72].", [(3, 2)]),
        ("The charge is [72] shillings, down from an earlier projection of Sh[80].", [(2, 3)]),
        ("The charge was [80] in May and drops to [72].", []),
    ],
)
def test_what_others_printed_on_an_earlier_day_is_replaced_by_the_news(text, joined):
    charge = {"counted": "charge", "noun": "charge"}
    old = ("The charge is Sh[80].", charge)
    assert pairs(old, old, (text, charge, charge)) == joined


def test_of_one_day_it_may_be_the_state_of_two_times():
    charge = {"counted": "charge", "noun": "charge"}
    news = ("The charge drops from Sh[80] to Sh[72].", charge, charge)
    assert pairs(("The charge is Sh[80].", charge), news) == []
