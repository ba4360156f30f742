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
        for parts in sets_with_sum(dated_reports(reports(*rows)), total)
    ]


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
    assert sets_with_sum(dated_reports(reports(*rows)), 42) == []


def test_figures_of_two_sources_are_alternatives():
    rows = [
        report("a", "north", "2020-01-01", 30),
        report("b", "north", "2020-01-01", 12, source="owner"),
    ]
    assert sets_with_sum(dated_reports(reports(*rows)), 42) == []
