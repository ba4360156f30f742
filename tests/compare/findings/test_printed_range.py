"""The ends of a range name who prints them, and on which days."""

import pandas as pd
import pytest

from analysis.compare.findings.printed_range import (
    agreeing_words,
    printed_range,
    printed_words,
)
from analysis.compare.headline_figures import EARLIER_NUMBER


def about(outlet, number, qualifier_text, *, qualifier="approx"):
    """Return a cell with the words that qualify its number."""
    words = f"{qualifier_text} {number}" if qualifier_text else f"about {number}"
    ends = {"low": float(number), "high": float(number), "qualifier": qualifier}
    when = {"published": "2024-03-04", "outcome": "signatures"}
    return {"outlet": outlet, "words": words, "qualifier_text": qualifier_text, **ends, **when}


@pytest.mark.parametrize(
    ("qualifier_text", "agrees"), [("almost", False), ("some", True), (None, True)]
)
def test_what_is_almost_reached_is_a_range_with_what_is_above_it(qualifier_text, agrees):
    other = {**about("B", 41_260, None, qualifier="exact"), "words": "41,260"}
    found = printed_range(pd.DataFrame([about("A", 40_000, qualifier_text), other]))
    assert found.is_agreeing is agrees


def test_a_ceiling_is_no_higher_number():
    turnout = {**about("A", 58.4, None, qualifier="exact"), "words": "58.4"}
    below = {**about("B", 60, "below", qualifier="less_than"), "low": None}
    assert printed_range(pd.DataFrame([turnout, below])).words == "58.4"
    assert printed_range(pd.DataFrame([below])).words == "below 60"


def test_one_number_in_other_words_is_no_range():
    cells = pd.DataFrame([about("A", 40, "almost"), about("B", 40, "some")])
    assert printed_range(cells).words == "about 40"
    assert printed_words(cells) == "about 40"
    same = pd.DataFrame([about("A", 40, "almost"), about("B", 40, "almost")])
    assert printed_range(same).words == "almost 40"


def range_of(*given):
    """Return the range of numbers, each of an outlet, a number and a day."""
    records = [
        {"outlet": outlet, "words": str(number), "published": day, "outcome": "people killed"}
        | {"low": float(number), "high": float(number)}
        for outlet, number, day in given
    ]
    return printed_range(pd.DataFrame(records))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            [("A", 3, "2024-03-04"), ("B", 9, "2024-03-04")],
            "from 3 (A) to 9 (B)",
        ),
        (
            [("A", 3, "2024-03-04"), ("B", 9, "2024-03-05")],
            "from 3 (A, 4 Mar) to 9 (B, 5 Mar)",
        ),
        (
            [("A", 3, "2024-03-04"), ("B", 9, "2024-03-04"), ("C", 9, "2024-03-06")],
            "from 3 (A, 4 Mar) to 9 (B and C, 4–6 Mar)",
        ),
        (
            [("A", 3, "2024-03-31"), ("B", 3, "2024-04-02"), ("C", 9, "2024-04-02")],
            "from 3 (A and B, 31 Mar–2 Apr) to 9 (C, 2 Apr)",
        ),
        (
            [("A", 3, "2024-03-04"), ("B", 3, None), ("C", 9, "2024-03-05")],
            "from 3 (A and B, 4 Mar and undated) to 9 (C, 5 Mar)",
        ),
        ([("A", 3, None), ("B", 9, "2024-03-05")], "from 3 (A, undated) to 9 (B, 5 Mar)"),
        ([("A", 3, "2024-03-04"), ("B", 3, "2024-03-06")], "3"),
    ],
)
def test_each_end_has_the_days_of_all_who_print_it(given, expected):
    assert range_of(*given).words == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([("A", 3, "2024-03-04"), ("B", 9, "2024-03-05")], True),
        ([("A", 3, "2024-03-04"), ("B", 9, "2024-03-04")], False),
        ([("A", 3, "2024-03-04"), ("B", 5, "2024-03-04"), ("C", 9, "2024-03-05")], True),
        ([("A", 3, "2024-03-04"), ("B", 9, "2024-03-05"), ("C", 9, "2024-03-04")], False),
        ([("A", 3, None), ("B", 9, "2024-03-05")], False),
        ([("A", 3, "2024-03-04"), ("B", 3, "2024-03-05")], False),
    ],
)
def test_ends_of_two_days_may_be_an_update(given, expected):
    found = range_of(*given)
    assert found.is_of_two_days == expected
    assert bool(found.words_of_days) == expected


@pytest.mark.parametrize(
    ("low", "high", "is_update"),
    [
        (("2024-03-06", "the army"), ("2024-03-04", "the union"), False),
        (("2024-03-06", "the army"), ("2024-03-04", "The army"), True),  # its toll fell
        (("2024-03-06", "the army"), ("2024-03-04", None), True),
        (("2024-03-04", "the army"), ("2024-03-06", "the union"), True),  # it may have risen
    ],
)
def test_a_later_and_smaller_number_of_another_source_is_no_update(low, high, is_update):
    cells = [
        {"outlet": outlet, "words": str(number), "low": number, "high": number}
        | {"outcome": "people killed", "published": day, "source": source}
        for outlet, number, (day, source) in (("A", 23.0, low), ("B", 40.0, high))
    ]
    assert printed_range(pd.DataFrame(cells)).is_of_two_days is is_update


SIDE_BY_SIDE = {"document": "a", "source": "the union", "set_aside": "later in the text"}


@pytest.mark.parametrize(
    ("other", "is_update"),
    [
        ({}, False),
        ({"document": "c"}, True),
        ({"source": "the police"}, True),  # what the toll was before
        ({"source": None}, True),
        ({"set_aside": EARLIER_NUMBER}, True),
    ],
)
def test_ends_that_one_article_prints_of_two_sources_are_no_update(other, is_update):
    common = {"outcome": "people killed", "set_aside": None, "source": "the police"}
    rows = [
        {"outlet": "A", "published": "2024-03-04", "document": "a", "number": 3.0, **common},
        {"outlet": "B", "published": "2024-03-05", "document": "b", "number": 9.0, **common},
        {
            "outlet": "A",
            "published": "2024-03-04",
            "number": 9.0,
            **common,
            **SIDE_BY_SIDE,
            **other,
        },
    ]
    table = pd.DataFrame(rows)
    words = [f"{number:g}" for number in table["number"]]
    table = table.assign(words=words, low=table["number"], high=table["number"])
    assert printed_range(table.head(2), table).is_of_two_days is is_update


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, "3 and 9, side by side in each"),
        ({"document": "c"}, "from 3 (A) to 9 (B)"),  # what was 3 on the day before
        ({"source": "the police"}, "from 3 (A) to 9 (B)"),
        ({"set_aside": EARLIER_NUMBER}, "from 3 (A) to 9 (B)"),
        ({"outlet": "C"}, "from 3 (A) to 9 (B)"),
    ],
)
def test_which_of_two_rivals_an_outlet_puts_forward_is_no_difference(change, words):
    common = {"published": "2024-03-04", "outcome": "people", "set_aside": None}
    police, union = {"source": "the police", **common}, {"source": "the union", **common}
    rows = [
        {"outlet": "A", "document": "a", "low": 3.0, **police},
        {"outlet": "B", "document": "b", "low": 9.0, **union},
        {"outlet": "A", "document": "a", "low": 9.0, **union, **change},
        {"outlet": "B", "document": "b", "low": 3.0, **police},
    ]
    table = pd.DataFrame(rows)
    table = table.assign(words=[f"{number:g}" for number in table["low"]], high=table["low"])
    found = printed_range(table.head(2), table)
    assert found.words.replace(", citing the police", "").replace(", citing the union", "") == words
    assert (found.low, found.high) == (3, 9)


def test_ends_that_an_outlet_prints_side_by_side_are_no_update():
    rows = pd.DataFrame(
        {
            "outlet": ["A", "B"],
            "words": ["3", "9"],
            "published": ["2024-03-04", "2024-03-05"],
            "outcome": "people killed",
            "low": [3.0, 9.0],
            "high": [3.0, 9.0],
            "also": ["9.0–9.0", None],
        }
    )
    assert not printed_range(rows).is_of_two_days
    assert printed_words(rows) == "from 3 to 9"
    assert printed_range(rows.assign(also=None)).is_of_two_days


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (
            ("The police", "the organisers", "the organisers"),
            "from 3 (A, citing the police) to 9 (B and C, citing the organisers)",
        ),
        (
            ("Ada Quist, head of police", "Emil Roth", "Emil Roth, a baker"),
            "from 3 (A, citing Ada Quist) to 9 (B and C, citing Emil Roth)",
        ),
        # one source, none at an end, two at an end
        (("Police", "the police", "the police"), "from 3 (A) to 9 (B and C)"),
        (("Police", None, None), "from 3 (A) to 9 (B and C)"),
        (("Police", "the organisers", None), "from 3 (A) to 9 (B and C)"),
        (("Police", "the organisers", "the mayor"), "from 3 (A) to 9 (B and C)"),
        # who it is, is told by the article alone
        (("Police", "its director", "its director"), "from 3 (A) to 9 (B and C)"),
        (("He", "the police", "the police"), "from 3 (A) to 9 (B and C)"),
    ],
)
def test_the_sources_of_both_ends_are_named_where_they_are_two(sources, expected):
    records = [
        {"outlet": outlet, "words": str(number), "published": "2024-03-04", "source": source}
        | {"low": float(number), "high": float(number), "outcome": "crowd"}
        for outlet, number, source in zip("ABC", (3, 9, 9), sources, strict=True)
    ]
    assert printed_range(pd.DataFrame(records)).words == expected


def test_an_end_that_others_print_beside_their_own_is_told_of_them_too():
    records = [
        {"outlet": "A", "words": "3", "low": 3.0, "high": 3.0, "also": None},
        {"outlet": "B", "words": "9", "low": 9.0, "high": 9.0, "also": "3.0–3.0; 4.0–4.0"},
    ]
    day = {"published": "2024-03-04", "outcome": "crowd"}
    found = printed_range(pd.DataFrame([record | day for record in records])).words
    assert found == "from 3 (A; also in B) to 9 (B)"


def agreeing(*given):
    """Return cells of numbers that agree, from their words, ends and what stands beside them."""
    records = []
    for words, low, high, *also in given:
        record = {"words": words, "low": low, "high": high, "text": words, "unit": "things"}
        record |= {"qualifier": "exact", "unit_text": None, "also": also[0] if also else None}
        record |= {"published": "2024-03-04", "outlet": "A"}
        records.append(record)
    return pd.DataFrame(records)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([("41", 41.0, 41.0), ("41", 41.0, 41.0)], "41"),
        ([("about 41", 41.0, 41.0), ("41", 41.0, 41.0)], "41"),
        ([("dozens", None, None), ("scores", None, None)], "dozens, scores"),
        (
            [("up to 60", None, 60.0), ("up to 50", None, 50.0)],
            "up to 50 and up to 60, within rounding and open ends",
        ),
        (
            [("at least 6", 6.0, None), ("at least 9", 9.0, None), ("at least 7", 7.0, None)]
            + [("10", 10.0, 10.0)],
            "at least 6, 10 and 2 between them, within rounding and open ends",
        ),
        # each is printed by both outlets
        ([("3", 3.0, 3.0, "9.0–9.0"), ("9", 9.0, 9.0, "3.0–3.0")], "3 and 9, side by side"),
    ],
)
def test_numbers_that_agree_are_no_range(given, expected):
    assert agreeing_words(agreeing(*given)) == expected


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([(24, None), (27, 27), (38, 38)], "from 27 (B) to 38 (C)"),  # 38 is more than 24
        ([(12, None), (13, 13), (12, 12)], "from 12 (C) to 13 (B)"),
        ([(None, 40), (27, 27), (38, 38)], "from 27 (B) to 38 (C)"),
        ([(24, None), (38, 38)], "from at least 24 (A) to 38 (B)"),
    ],
)
def test_the_ends_are_numbers_that_differ(numbers, expected):
    columns = {"published": None, "outcome": "people killed"}
    records = []
    for outlet, (low, high) in zip("ABC", numbers, strict=False):
        words = f"at least {low}" if high is None else f"up to {high}" if low is None else str(low)
        records.append({"outlet": outlet, "words": words, "low": low, "high": high} | columns)
    assert printed_range(pd.DataFrame(records)).words == expected


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([(800, 800), (850, None)], "within rounding and open ends"),
        ([(12, 12), (41, 41)], "of different days: the later may be an update"),
        ([(12, 12), (12, 12)], ""),
    ],
)
def test_ends_that_agree_are_no_update(numbers, expected):
    records = [
        {"outlet": outlet, "words": f"{low} years", "low": low, "high": high, "published": day}
        | {"outcome": "age"}
        for outlet, day, (low, high) in zip(
            "AB", ("2024-03-04", "2024-03-05"), numbers, strict=True
        )
    ]
    assert printed_range(pd.DataFrame(records)).words_of_days.strip(" ()") == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("2024-03-04", "2024-03-04"), "from 3 to 9"),
        (("2024-03-04", "2024-03-05"), "from 3 to 9 (of different days)"),
        (("2024-03-04", None), "from 3 to 9"),
    ],
)
def test_a_range_without_names_says_that_its_ends_are_of_two_days(days, expected):
    cells = agreeing(("3", 3.0, 3.0), ("9", 9.0, 9.0)).assign(published=days)
    assert printed_words(cells) == expected
