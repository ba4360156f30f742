"""Who prints a number is named with days and source, and only a source that a reader can tell."""

import pytest

from analysis.compare.findings.who_prints import (
    day_words,
    of_words,
    one_source,
    who_prints,
    with_others,
)


def report(outlet, *, words="41", day="2024-03-04", source=None, also=None):
    """Return a figure of an outlet."""
    ends = {"low": float(words), "high": float(words)}
    told = {"outlet": outlet, "words": words, "published": day, "source": source, "also": also}
    return told | ends


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (["the police", "The police"], "the police"),
        (["Police, who came late", "Police"], "Police"),
        (["his lawyer"], None),
        (["the police", "the organisers"], None),
        (["the police", None], None),
        ([None], None),
        (["x" * 61], None),
    ],
)
def test_a_source_is_named_where_it_is_one_and_can_be_told(sources, expected):
    records = [report("A", source=source) for source in sources]
    assert one_source(records) == expected


@pytest.mark.parametrize(
    ("outlets", "days", "words", "named"),
    [
        ("AB", ["2024-03-04", "2024-03-04"], "A and B, 4 Mar", ["A", "B"]),
        ("AB", ["2024-03-04", "2024-03-06"], "A and B, 4–6 Mar", ["A", "B"]),
        ("AB", ["2024-02-28", "2024-03-06"], "A and B, 28 Feb–6 Mar", ["A", "B"]),
        ("AB", ["2024-03-04", None], "A and B, 4 Mar and undated", ["A", "B"]),
        ("ABC", [None, None, None], "A and 2 others, undated", ["A"]),
        ("AA", ["2024-03-04", "2024-03-04"], "A, 4 Mar", ["A"]),
    ],
)
def test_outlets_are_named_with_their_days(outlets, days, words, named):
    records = [report(outlet, day=day) for outlet, day in zip(outlets, days, strict=True)]
    assert who_prints(records, with_day=True, source=None) == (words, named)


def test_days_are_left_out_and_a_source_is_added():
    found = who_prints([report("A")], with_day=False, source="the police")
    assert found.words == "A, citing the police"


def test_who_prints_the_number_beside_its_own_is_named_too():
    at_end = [report("A")]
    beside = [report(name, words="27", also="41.0–41.0; 8.0–8.0") for name in "BCD"]
    who = who_prints(at_end, with_day=False, source=None)
    assert with_others(who, at_end, [*at_end, beside[0]]).words == "A; also in B"
    assert with_others(who, at_end, [*at_end, *beside]).words == "A; also in 3 others"
    other = report("B", words="27", also="8.0–8.0")
    assert with_others(who, at_end, [*at_end, other]) == who


def test_figures_of_a_number_are_in_order_of_day_and_those_without_one_last():
    given = [
        report("C", day=None),
        report("A", day="2024-03-05"),
        report("B"),
        report("D", words="9"),
    ]
    assert [record["outlet"] for record in of_words(given, "41")] == ["B", "A", "C"]


@pytest.mark.parametrize(("day", "expected"), [("2024-03-05", "5 Mar"), (None, "undated")])
def test_a_day_has_no_year(day, expected):
    assert day_words(day) == expected
