"""Figures of one text that add up to another."""

import pytest

from analysis.compare.propagation.dated_reports import dated_reports
from analysis.compare.propagation.sums import sets_with_sum
from tests.compare.report_rows import report, reports


def found(values, total, **columns):
    rows = [
        report(f"r{i}", "north", "2020-01-01", value, **columns) for i, value in enumerate(values)
    ]
    return [
        [row["value"] for row in parts]
        for parts in sets_with_sum(dated_reports(reports(*rows)), whole(total))
    ]


def whole(total, **columns):
    (row,) = dated_reports(reports(report("total", "north", "2020-01-01", total, **columns)))
    return row


@pytest.mark.parametrize(
    ("values", "total", "expected"),
    [
        ([30, 12, 5], 42, [[30, 12]]),
        ([30, 12, 5], 47, [[30, 12, 5]]),
        ([30, 12, 5], 48, []),
        ([5, 6], 11, []),  # small sums are chance
        ([100, 2], 102, []),  # and so are small parts
    ],
)
def test_sums(values, total, expected):
    assert found(values, total) == expected


def test_a_part_is_not_added_to_its_whole():
    rows = [
        report("a", "north", "2020-01-01", 30),
        report("b", "north", "2020-01-01", 12, part_of="a"),
    ]
    assert sets_with_sum(dated_reports(reports(*rows)), whole(42)) == []


def test_figures_of_two_sources_are_alternatives():
    rows = [
        report("a", "north", "2020-01-01", 30),
        report("b", "north", "2020-01-01", 12, source="owner"),
    ]
    assert sets_with_sum(dated_reports(reports(*rows)), whole(42)) == []


SAID = {"extent": "event", "noun": "person", "passage": "30 died in the mine and 12 in the clinic."}


@pytest.mark.parametrize(
    ("one", "other", "total", "is_sum"),
    [
        ({}, {}, {}, True),
        ({"noun": None}, {}, {}, True),  # "30 miners died, and 12 in the clinic"
        ({}, {"outcome": "injured"}, {"outcome": "killed_or_injured"}, True),
        ({"extent": "part"}, {"extent": "part"}, {}, True),
        (
            {"part_of": "total", "passage": "The mine lost 30."},
            {"part_of": "total", "passage": "The clinic counted 12 of the dead."},
            {},
            True,
        ),
        ({}, {"outcome": "injured"}, {}, False),
        ({}, {"unit": "bodies"}, {}, False),
        ({"noun": "life"}, {"noun": "death"}, {"noun": "death"}, False),  # saved and lost
        ({}, {}, {"noun": "home"}, False),
        ({}, {"extent": "background"}, {}, False),
        ({}, {"extent": "other_event"}, {}, False),
        ({}, {"passage": "The day before, 12 had died."}, {}, False),
        ({"outcome": "rescued"}, {"outcome": "rescued"}, {"outcome": "killed"}, False),
    ],
)
def test_parts_of_a_text_are_of_one_kind_and_said_together(one, other, total, is_sum):
    rows = [
        report("a", "north", "2020-01-01", 30, **SAID | one),
        report("b", "north", "2020-01-01", 12, **SAID | other),
    ]
    found = sets_with_sum(dated_reports(reports(*rows)), whole(42, **SAID | total))
    assert bool(found) == is_sum
