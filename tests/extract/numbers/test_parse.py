"""Numbers: a table of (text, low, high, qualifier, kind), and what holds for any text."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.extract.numbers.parse import (
    TOO_LARGE,
    Number,
    number_at,
    numbers_too_large,
    parse_numbers,
)

CASES = list(csv.DictReader((Path(__file__).parent / "number_cases.csv").open(encoding="utf8")))
STATED = [case for case in CASES if case["qualifier"] != "none"]
NOTHING = [case["text"] for case in CASES if case["qualifier"] == "none"]
WORDS = st.sampled_from(
    """
    at least 12 2017 people twenty - six to between and a hundred million of dozens May 1,200 % $ or
    more half killed ٢٥ one years ’ several 3-2
    """.split()
    + ["\n"]
)


def bound(cell):
    """Return the number in a cell; an empty one sets no bound."""
    return float(cell) if cell else None


@pytest.mark.parametrize("case", STATED, ids=lambda case: case["text"])
def test_value_and_qualifier(case):
    number = parse_numbers(case["text"])[0]
    assert (number.low, number.high, number.qualifier, number.kind) == (
        bound(case["low"]),
        bound(case["high"]),
        case["qualifier"],
        case["kind"],
    )


@pytest.mark.parametrize("text", NOTHING)
def test_finds_nothing(text):
    assert parse_numbers(text) == []


def test_the_table_is_as_large_as_promised():
    assert len(CASES) >= 250
    assert len(NOTHING) >= 60


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 40 dead and 70 wounded", [("40", "at_least"), ("70", "exact")]),
        ("six women five children", [("six", "exact"), ("five", "exact")]),
        ("killed two and wounded three", [("two", "exact"), ("three", "exact")]),
        ("The toll rose from 20 to 30.", [("20", "exact"), ("30", "exact")]),
        ("9 dead\nAt least nine people", [("9", "exact"), ("nine", "at_least")]),
        ("On Dec 14 2017 raids kill 23 civilians", [("23", "exact")]),
        ("in 2017 18 civilians died", [("18", "exact")]),
        ("one of five sailors rescued", [("five", "exact")]),
        ("about £70,000 or $90,000", [("70,000", "approx"), ("90,000", "exact")]),
        ("left $2.7 billion, two people said", [("2.7 billion", "exact"), ("two", "exact")]),
        (
            "lost $1.2 million, six hundred said",
            [("1.2 million", "exact"), ("six hundred", "exact")],
        ),
        ("3 million and two thousand came", [("3 million", "exact"), ("two thousand", "exact")]),
        ("it cost 3 million and two died", [("3 million", "exact"), ("two", "exact")]),
        ("two million, three hundred thousand", [("two million, three hundred thousand", "exact")]),
        ("two thousand and five came", [("two thousand and five", "exact")]),
        ("up 14.8bn to 38.2bn crowns", [("14.8bn", "exact"), ("38.2bn", "exact")]),
        ("lengthened from five to seven years", [("five", "exact"), ("seven", "exact")]),
        ("could shrink by 3 to 4 percent", [("3 to 4", "range")]),
        ("unemployment rose by 0.5 to 4 percent", [("0.5", "exact"), ("4", "exact")]),
        ("the toll rose by nine to 17", [("nine", "exact"), ("17", "exact")]),
        ("trimmed from 31 to 16 seats", [("31", "exact"), ("16", "exact")]),
        ("lost 2 million to 3 million jobs", [("2 million to 3 million", "range")]),
        ("US$5m to $10m in aid", [("5m to $10m", "range")]),
        ("six months and two years", [("six", "exact"), ("two", "exact")]),
        (
            "It has 2.1m members. The tunnel is 3.2m at its lowest.",
            [("2.1m", "exact"), ("3.2", "exact")],
        ),
        (
            "Records of 6.2m subscribers were taken, including 1.1m in Ireland.",
            [("6.2m", "exact"), ("1.1m", "exact")],
        ),
        (
            "Some 2m hectares are dry; the union speaks of 2.4m.",
            [("2m", "approx"), ("2.4m", "exact")],
        ),
    ],
)
def test_neighbours_stay_apart(text, expected):
    assert [(n.text, n.qualifier) for n in parse_numbers(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One in five was a civilian.", [20.0]),
        ("One in ten has not been found.", [10.0]),
        ("One in eight borrowers missed a payment.", [12.5]),
        ("one in seven of the town's inhabitants", [14.3]),
        ("one in three of those admitted", [33.3]),
        ("They left, nine in every ten who were rostered.", [90.0]),
        ("Just one in 50 is scanned.", [2.0]),
        ("About three in four voted for it.", [75.0]),
        ("The strike cancels six trains in ten", [60.0]),
        ("Six in ten trains were late.", [60.0]),
        ("Nine in ten Velmarians believe it.", [90.0]),
        ("Six out of ten Velmarians are against it.", [60.0]),
        ("One in three of the sick is a child.", [33.3]),
        ("One in five will be offered work.", [20.0]),
        ("Customers, seven in ten of whom bank by phone, left.", [70.0]),
        ("Of those held 31 were banned. That is three in five.", [60.0]),
        ("Two in ten farms have lost stock.", [20.0]),
        ("They came to two in ten farms.", []),
        ("He won three in four Games.", []),
        ("About one patient in five dies of it.", [20.0]),
        ("One patient in five wards died.", []),
        ("Four people in ten said so.", [40.0]),
        ("He cancelled six trains in ten towns.", []),
        ("Fires shut six schools in two days.", []),
        ("The firm opened two in eight cities to sell products.", []),
        ("There were two deaths in 5, 6 and 7 Elm Street.", []),
        ("The hospital treated five children in 10 and then closed.", []),
        ("It killed six people in five villages.", []),
        ("They won two in ten games.", []),
        ("Number one in 10 is Velm.", []),
        ("Two in 2019 were hurt.", []),
        ("one in five minutes", []),
        ("one in two weeks", []),
        ("Number one in ten countries", []),
        ("the one in six states", []),
        ("She was one in London.", []),
    ],
)
def test_one_in_several_is_a_share_of_what_it_counts(text, expected):
    assert [n.low for n in parse_numbers(text) if n.kind == "percent"] == expected


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("a third of its total of 6.8m", 6.8e6, "count"),
        ("The audience rose to 3.2m.", 3.2e6, "count"),
        ("waves of 6.8m", 6.8, "measure"),
        ("at a depth of 3.2m", 3.2, "measure"),
    ],
)
def test_m_is_a_million_behind_what_is_counted(text, value, kind):
    number = parse_numbers(text)[-1]
    assert (number.low, number.kind) == (value, kind)


@pytest.mark.parametrize("text", ["They found not one gram in his home.", "Not one euro was paid."])
def test_not_one_is_no_number(text):
    assert parse_numbers(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("at least 20 or 30 people", "20 or 30"),
        ("between 20 and 30 people", "between 20 and 30"),
        ("from 20 to 30 people", "from 20 to 30"),
        ("20–30 people", "20–30"),
        ("over 1.5 million people", "1.5 million"),
        ("US$3bn", "3bn"),
        ("3k people", "3k"),
        ("20+ people", "20"),
        ("2,500km away", "2,500"),
        ("shares fell to 1,182p", "1,182"),
        ("20% of it", "20"),
        ("dozens more", "dozens"),
        ("several hundred people", "several hundred"),
        ("a large number of people", "a large number of"),
        ("a number of people", "a number"),
        ("٢٥ people", "٢٥"),
        ("twenty-six people", "twenty-six"),
    ],
)
def test_the_span_is_the_number_alone(text, words):
    (number,) = parse_numbers(text)
    assert number.text == words
    assert text[number.start : number.end] == words


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The raid killed at least 12 people.", "at least"),
        ("It killed 12 people or more.", "or more"),
        ("It killed 12+ people.", "+"),
        ("It killed at least dozens.", "at least"),
        ("It killed 12 people.", None),
        ("It killed 20 to 30 people.", None),
    ],
)
def test_the_characters_of_the_qualifier(text, phrase):
    (number, *_) = parse_numbers(text)
    span = number.qualifier_span
    assert (span and text[slice(*span)]) == phrase


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one range or two numbers
        ("20 to 30 people", [(20, 30, "range")]),
        ("30 to 20 people", [(30, 30, "exact"), (20, 20, "exact")]),
        ("20 to 20 people", [(20, 20, "exact"), (20, 20, "exact")]),
        ("20 and 30 people", [(20, 20, "exact"), (30, 30, "exact")]),
        ("between 20 and 30 people", [(20, 30, "range")]),
        ("between 20 or 30 people", [(20, 20, "exact"), (30, 30, "exact")]),
        ("from 20 to 30 people", [(20, 30, "range")]),
        ("from 20 or 30 people", [(20, 20, "exact"), (30, 30, "exact")]),
        ("rose from 20 to 30 people", [(20, 20, "exact"), (30, 30, "exact")]),
        # the scale of a range
        ("20 to 30 million people", [(2e7, 3e7, "range")]),
        ("20 million to 30 million people", [(2e7, 3e7, "range")]),
        ("2,000 to 1 million people", [(2000, 1e6, "range")]),
        ("1,000 to 2 million people", [(1000, 2e6, "range")]),
        ("999 to 2 million people", [(999, 999, "exact"), (2e6, 2e6, "exact")]),
        ("999 to 1 thousand people", [(999, 999, "exact"), (1000, 1000, "exact")]),
        # a year before "to" begins no range
        ("rose from 20 in 2009 to 9,100 people", [(20, 20, "exact"), (9100, 9100, "exact")]),
        ("fell from 20 in May 2009 to 12 people", [(20, 20, "exact"), (12, 12, "exact")]),
        ("from 2,010 to 9,100 people", [(2010, 9100, "range")]),
        # bounds
        ("at least 20 people", [(20, None, "at_least")]),
        ("more than 20 people", [(20, None, "more_than")]),
        ("at most 20 people", [(None, 20, "at_most")]),
        ("fewer than 20 people", [(None, 20, "less_than")]),
        ("about 20 people", [(20, 20, "approx")]),
        ("20 people", [(20, 20, "exact")]),
        ("from 2011 to 2100 people", [(2011, 2100, "range")]),
        ("dozens of people", [(None, None, "vague")]),
    ],
)
def test_bounds(text, expected):
    found = [(number.low, number.high, number.qualifier) for number in parse_numbers(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "weak"),
    [
        ("dozens of people", False),
        ("many people", True),
        ("several people", True),
        ("several hundred people", False),
        ("a large number of people", True),
        ("20 people", False),
    ],
)
def test_weak_words_may_state_no_quantity(text, weak):
    assert [number.weak for number in parse_numbers(text)] == [weak]


@pytest.mark.parametrize(
    ("text", "value"),
    [("2.500 percent of it", 2.5), ("2.5 percent of it", 2.5), ("2.500 people", 2500)],
)
def test_a_percentage_has_a_decimal_point(text, value):
    assert parse_numbers(text)[0].low == value


@pytest.mark.parametrize(
    "text",
    [
        "in 2011-2014",
        "in 2011 to 2014",
        "in 2011-14",
        "in 1999-2099",
        "They won 3-2.",
        "aged 12 to 14",
    ],
)
def test_ranges_that_count_nothing(text):
    assert parse_numbers(text) == []


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("in May 15 fell", "15", (15, 15, "exact")),  # a date, but a count for who labelled it
        ("at least 12 people", "12 people", (12, None, "at_least")),
        ("dozens fell", "dozens", (None, None, "vague")),
        ("x" * 100 + " over 12 fell", "12", (12, None, "more_than")),
        ("6 men and 12 women", "men and 12 women", (12, 12, "exact")),
        ("6 men and 12 women", "6 men and 1", (6, 6, "exact")),  # the first of two as long
    ],
)
def test_number_at_a_known_span(text, span, expected):
    start = text.index(span)
    number = number_at(text, start, start + len(span))
    assert (number.low, number.high, number.qualifier) == expected
    assert text[number.start : number.end] == number.text


def test_number_at_has_the_characters_of_the_whole_text():
    text = "x" * 100 + " over 12 fell"
    assert number_at(text, 106, 108) == Number(
        106, 108, "12", 12.0, None, "more_than", qualifier_span=(101, 105)
    )


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("a child was killed with 12 others", "a"),
        ("Child killed", "Child"),
        ("12 fell", " fell"),  # next to a number
    ],
)
def test_no_number_at_a_span_without_one(text, span):
    start = text.index(span)
    assert number_at(text, start, start + len(span)) is None


@pytest.mark.parametrize(
    ("start", "end", "expected"), [(0, 2, 0), (0, 5, 0), (0, 6, 1), (6, 7, 1), (7, 9, 0), (0, 9, 2)]
)
def test_overlap(start, end, expected):
    assert Number(5, 7, "12", 12.0, 12.0, "exact").overlap(start, end) == expected


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_spans_are_ordered_and_exact(text):
    found = parse_numbers(text)
    assert all(text[number.start : number.end] == number.text for number in found)
    for number, following in zip(found, found[1:], strict=False):
        assert number.end <= following.start
    for number in found:
        assert number.low is None or number.high is None or number.low <= number.high
        assert (number.low is number.high is None) == (number.qualifier == "vague")


@given(st.text(max_size=60))
def test_any_text_is_read(text):
    assert all(text[number.start : number.end] == number.text for number in parse_numbers(text))


@pytest.mark.parametrize(
    "text",
    [
        "9" * 400 + " people died",
        "1" + ",000" * 6 + " people died",
        "5,000 trillion people",
        "10 to " + "9" * 20 + " people",
    ],
)
def test_a_number_that_is_too_large_is_no_figure(text):
    assert parse_numbers(text) == []
    assert [number.kind for number in numbers_too_large(text)] == [TOO_LARGE]


@pytest.mark.parametrize("text", ["", "12 people", "1,200,300 people", "two million people"])
def test_other_numbers_are_not_too_large(text):
    assert numbers_too_large(text) == []


@pytest.mark.parametrize("text", ["ſix people died", "ſeven to ſixty people", "1² people", "² men"])
def test_letters_that_only_look_like_others_are_no_numbers(text):
    assert parse_numbers(text) == []
