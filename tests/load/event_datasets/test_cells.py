"""Counts, ranges and unknown numbers in cells of event datasets."""

import pytest

from analysis.load.event_datasets.cells import bounds_of, is_unknown, parse_count, parse_range


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("0", 0),
        ("12", 12),
        ("12.0", 12),
        ("1,204", 1204),
        ("1 204", 1204),
        ("1\u00a0204", 1204),
        ("1\u202f204\u202f000", 1204000),
        ("1'204", 1204),
        ("12,04", None),
        ("1,2045", None),
        ("1.204", None),
        ("-3", None),
        ("12.5", None),
        ("1e3", None),
        ("inf", None),
        ("nan", None),
        ("many", None),
        ("=1+1", None),
        ("", None),
        ("\u0661\u0662", None),
    ],
)
def test_counts(text, count):
    assert parse_count(text) == count


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("3-5", (3, 5)),
        ("3 – 5", (3, 5)),
        ("3 to 5", (3, 5)),
        ("1,204—2,000", (1204, 2000)),
        ("7", (7, 7)),
        ("5-3", (5, 3)),
        ("3-", None),
        ("-3", None),
        ("3-5-7", None),
        ("3 to many", None),
        ("many", None),
    ],
)
def test_ranges(text, ends):
    assert parse_range(text) == ends


@pytest.mark.parametrize(
    ("low", "high", "qualifier"),
    [
        (3, 5, "range"),
        (3, 3, "exact"),
        (0, 0, "exact"),
        (3, None, "at_least"),
        (None, 5, "at_most"),
        (None, None, "vague"),
    ],
)
def test_bounds_amount_to_a_qualifier(low, high, qualifier):
    assert bounds_of(low, high) == (low, high, qualifier)


def test_only_a_word_says_that_a_number_is_not_known():
    assert is_unknown("Unknown")
    assert not is_unknown(None)
    assert not is_unknown("0")
