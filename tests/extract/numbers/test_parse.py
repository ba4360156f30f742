"""Numbers: a table of (text, low, high, qualifier, kind), and what holds for any text."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.extract.numbers.parse import number_at, parse_numbers, value_of
from analysis.extract.numbers.values import value

CASES = list(
    csv.DictReader((Path(__file__).parent / "number_cases.csv").open(encoding="utf8", newline=""))
)
STATED = [c for c in CASES if c["qualifier"] != "none"]
NOTHING = [c["text"] for c in CASES if c["qualifier"] == "none"]
WORDS = st.sampled_from(
    [
        "at",
        "least",
        "12",
        "2017",
        "people",
        "twenty",
        "-",
        "six",
        "to",
        "between",
        "and",
        "a",
        "hundred",
        "million",
        "of",
        "dozens",
        "May",
        "1,200",
        "%",
        "$",
        "or",
        "more",
        "half",
        "killed",
        "٢٥",
        "\n",
        "one",
        "years",
        "’",
        "several",
        "3-2",
    ]
)


def _float(cell):
    return float(cell) if cell else None


@pytest.mark.parametrize("case", STATED, ids=lambda c: c["text"])
def test_value_and_qualifier(case):
    number = parse_numbers(case["text"])[0]
    assert (number.low, number.high, number.qualifier, number.kind) == (
        _float(case["low"]),
        _float(case["high"]),
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
    ],
)
def test_neighbours_stay_apart(text, expected):
    assert [(n.text, n.qualifier) for n in parse_numbers(text)] == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("at least 20 or 30 people", "20 or 30"),
        ("between 20 and 30 people", "between 20 and 30"),
        ("over 1.5 million people", "1.5 million"),
        ("US$3bn", "3bn"),
        ("dozens more", "dozens"),
    ],
)
def test_the_span_is_the_number_alone(text, words):
    assert [n.text for n in parse_numbers(text)] == [words]


def test_the_qualifier_is_shown():
    number = parse_numbers("The raid killed at least 12 people.")[0]
    assert "The raid killed at least 12 people."[slice(*number.qualifier_span)] == "at least"


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("a child was killed", "a", (1, 1, "exact")),
        ("Child killed", "Child", (1, 1, "exact")),
        (
            "in May 15 fell",
            "15",
            (15, 15, "exact"),
        ),  # a date for the grammar, a count for whoever marked it
        ("at least 12 people", "12 people", (12, None, "at_least")),
        ("dozens fell", "dozens", (None, None, "vague")),
    ],
)
def test_value_of_a_known_span(text, span, expected):
    start = text.index(span)
    assert value_of(text, start, start + len(span)) == expected


def test_no_number_in_a_span_without_one():
    assert number_at("a child was killed with 12 others", 0, 1) is None


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_spans_are_ordered_and_exact(text):
    found = parse_numbers(text)
    assert all(text[n.start : n.end] == n.text for n in found)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    assert all(n.low is None or n.high is None or n.low <= n.high for n in found)
    assert all((n.low is None and n.high is None) == (n.qualifier == "vague") for n in found)


@given(st.text(max_size=60))
def test_any_text_is_read(text):
    assert all(text[n.start : n.end] == n.text for n in parse_numbers(text))


@given(st.integers(1, 10**9))
def test_digits_with_and_without_commas(n):
    assert value(str(n)) == value(f"{n:,}") == n
