"""Numbers that count what the one does with which they are compared."""

import pytest

from analysis.extract.figures.compared import (
    compared_with,
    elided_money,
    is_another_sum,
    is_denied,
)
from analysis.extract.numbers.parse import parse_numbers


@pytest.mark.parametrize(
    ("text", "number", "other"),
    [
        ("Some 900 hens were culled, up from 600 on Friday.", "600", "900"),
        ("Heat killed 44, compared with 16 a year ago.", "16", "44"),
        ("It burned 18,700 acres, up from about 11,500.", "11,500", "18,700"),
        ("It counted 151 lost homes, against 60 on Monday.", "60", "151"),
        (
            "Some 6.5 million people, or 34 percent, need food, up from 4.6 million.",
            "4.6 million",
            "6.5 million",
        ),
        ("The rate rose to 34 percent, up from 4.6 million.", "4.6 million", None),
        ("The rate rose to 5.25% from 5.", "5", "5.25"),
        ("The turnout fell to 31,000 from 42,000.", "42,000", "31,000"),
        ("Her lead fell from 37 to 14 votes.", "37", "14"),
        ("It culled 900 hens on six farms, up from 600 on Friday.", "600", "900"),
        ("It culled 900 hens, including two cocks, up from 600.", "600", "900"),
        # a noun of its own, another sentence, no comparison
        ("It sold 900 hens, up from 600 ducks.", "600", None),
        ("It sold 900 hens. The price is up from 60.", "60", None),
        ("It took 900 hens from 60 farms.", "60", None),
        ("It took 900 hens and 60.", "60", None),
        ("It sold 900 hens, up from $600.", "600", None),
        ("The bus goes from 37 to the town.", "37", None),
    ],
)
def test_what_a_number_is_compared_with(text, number, other):
    numbers = parse_numbers(text)
    texts = [found.text for found in numbers]
    place = compared_with(text, numbers, texts.index(number)) if number in texts else None
    assert (None if place is None else texts[place]) == other


@pytest.mark.parametrize(
    ("text", "number", "other"),
    [
        ("It cost $9 billion, but auditors spoke of 13 billion.", "13 billion", "9 billion"),
        ("It cost 9 billion euros. The Court put it at 13 billion.", "13 billion", "9 billion"),
        (
            "It made 9 million euros, up from 7 million, below the 11 million that was forecast.",
            "11 million",
            "9 million",
        ),
        ("It made 9 million euros on 7 ships, below 11 million.", "11 million", None),
        ("The Court said 9 billion, the ministry €13 billion.", "9 billion", "13 billion"),
        ("It cost $9 billion and fed 13 million.", "13 million", None),
        ("It cost $9 billion to feed 13 billion birds.", "13 billion", None),
        ("It cost $9 billion. It rained. They spoke of 13 billion.", "13 billion", None),
        ("It fed 9 billion, which cost €13 billion.", "9 billion", None),
        ("Outlays of €9 billion include 3 billion for roads.", "3 billion", "9 billion"),
        ("It cost €9 million, and it paid owners 3 million.", "3 million", "9 million"),
        ("It got €9 billion for dams but only 3 billion for roads.", "3 billion", "9 billion"),
        ("It cost €9 billion. Without it roads would cost 3 billion.", "3 billion", "9 billion"),
        ("It cost €9 billion. It rained and 3 billion fell.", "3 billion", None),
        ("It gave €9 million to vaccinate 3 million by June.", "3 million", None),
        (
            "It cost €9 million and reached 6 million, including 3 million abroad.",
            "3 million",
            None,
        ),
        ("It cost €9 million and gave 3 million a home.", "3 million", None),
        # sums of two currencies say nothing of the next one
        (
            "Britain pledged £9 million (€11 million). Host Latvia pledged 3 million.",
            "3 million",
            None,
        ),
        ("Britain pledged £9 million. Host Latvia pledged 3 million.", "3 million", "9 million"),
    ],
)
def test_the_currency_of_a_sum_may_be_left_out(text, number, other):
    numbers = parse_numbers(text)
    texts = [found.text for found in numbers]
    place = elided_money(text, numbers, texts.index(number))
    assert (None if place is None else texts[place]) == other


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was 5.5 percent, not 6 percent.", True),
        ("There were 18 vans, not the 17 first counted.", True),
        ("It was 5.5 percent, and not far from 6 percent.", False),
        ("It was 5.5 percent, or 6 percent.", False),
        ("It was 5.5 percent, not 6 dollars.", False),
    ],
)
def test_a_denied_number(text, expected):
    assert is_denied(text, *parse_numbers(text)[:2]) is expected


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("It counted 19 million of the 23 million euros in bribes.", 1),
        ("It counted 19 million of the 23 million voters.", None),
        ("It counted 19 million, and 23 million euros went.", None),
    ],
)
def test_a_part_of_a_sum_is_in_its_currency(text, other):
    assert elided_money(text, parse_numbers(text), 0) == other


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Outlays of $9bn include ", True),
        ("It paid owners ", True),
        ("It spent nearly ", True),
        ("Auditors put it at ", False),
        ("It fell from 9 billion to ", False),
    ],
)
def test_a_sum_that_is_paid_is_one_of_its_own(before, expected):
    assert is_another_sum(f"{before}3 billion", len(before)) == expected
