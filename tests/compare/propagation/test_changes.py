"""What changed between two figures."""

import pytest

from analysis.compare.propagation.changes import (
    blame_changes,
    number_changes,
    significant_digits,
    source_changes,
)
from analysis.compare.reports import to_records
from tests.compare.report_rows import report, reports


def pair(before, after):
    """Return a figure of the statement and another one, which differ in the given columns."""
    rows = (
        report("s", "north", "2020-01-02", before.pop("low", 500), **before),
        report("o", "south", "2020-01-03", after.pop("low", 500), **after),
    )
    return to_records(reports(*rows))


@pytest.mark.parametrize(
    ("value", "digits"),
    [(0, 0), (1, 1), (10, 1), (12, 2), (2500, 2), (2501, 4), (516, 3), (0.5, 1), (1_200_000, 2)],
)
def test_significant_digits(value, digits):
    assert significant_digits(value) == digits


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {}, ["kept"]),
        ({"low": 0}, {"low": 0}, []),
        ({"low": 0}, {}, []),
        ({}, {"low": 0}, []),
        ({"qualifier": "at_least"}, {"qualifier": "exact"}, ["qualifier_dropped"]),
        ({"qualifier": "exact"}, {"qualifier": "at_least"}, ["qualifier_added"]),
        ({"qualifier": "at_least"}, {"qualifier": "approx"}, ["qualifier_changed"]),
        ({}, {"outcome": "killed_or_injured"}, ["outcome_changed"]),
        ({}, {"outcome": "injured"}, ["kept"]),
        ({"scope": "single_site"}, {"scope": "cumulative"}, ["scope_changed"]),
        ({"scope": "single_site"}, {"scope": "single_site"}, ["kept"]),
        ({"scope": "single_site"}, {}, ["kept"]),
        (
            {"scope": "single_site", "outcome": "missing"},
            {"scope": "multi_site", "qualifier": "approx"},
            ["qualifier_added", "outcome_changed", "scope_changed"],
        ),
    ],
)
def test_equal_numbers(before, after, expected):
    assert number_changes(*pair(before, after)) == expected


@pytest.mark.parametrize(
    ("before", "after", "qualifier", "expected"),
    [
        (516, 500, "exact", ["rounded"]),
        (516, 520, "exact", ["rounded"]),
        (516, 510, "exact", []),  # off by 6, but a plain 510 is 505 to 515
        (516, 510, "more_than", ["rounded"]),
        (550, 500, "exact", ["rounded"]),
        (551, 500, "exact", []),
        (551, 500, "more_than", ["rounded"]),
        (640, 700, "approx", []),
        (660, 700, "approx", ["rounded"]),
        (560, 500, "more_than", []),  # more than a tenth off
        (793, 760, "exact", []),
        (2521, 2500, "exact", ["rounded"]),
        (500, 516, "exact", []),  # more digits than before
        (500, 510, "approx", []),
        (520, 510, "approx", []),  # as many digits as before
        (12, 30, "approx", []),
    ],
)
def test_rounding(before, after, qualifier, expected):
    statement, other = pair({"low": before}, {"low": after, "qualifier": qualifier})
    assert number_changes(statement, other) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (None, None, []),
        (None, "owner", ["source_added"]),
        ("owner", None, ["source_dropped"]),
        ("owner", "the owner", ["source_kept"]),
        ("owner", "harbour police", ["source_replaced"]),
        # a poll or report that does not say whose it is, and an acronym
        ("new poll", "Orlo College poll", []),
        ("Port Workers Institute", "the survey", []),
        ("survey", "survey", []),
        ("PWI poll", "poll by the Port Workers Institute", ["source_kept"]),
        ("Orlo College poll", "Velm College poll", ["source_replaced"]),
        ("police report", "harbour doctors", []),
        ("Orlo College poll", "harbour police", ["source_replaced"]),
    ],
)
def test_sources(before, after, expected):
    assert source_changes(*pair({"source": before}, {"source": after})) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((None, "own"), (None, "own"), []),
        ((None, None), ("navy", "attributed"), ["blame_added"]),
        ((None, "attributed"), ("navy", "own"), ["blame_added"]),
        (("navy", "attributed"), (None, "own"), ["blame_dropped"]),
        (("navy", "attributed"), ("the navy", "attributed"), []),
        (("navy", "attributed"), ("rebels", "attributed"), ["blame_changed"]),
        (("navy", "attributed"), ("navy", "own"), ["blame_to_own_voice"]),
        (("navy", "attributed"), ("navy", None), []),
        (("navy", None), ("navy", "own"), []),
        (("navy", "own"), ("navy", "attributed"), []),
        (("navy", "own"), ("navy", "own"), []),
        (("navy", "attributed"), ("rebels", "own"), ["blame_changed", "blame_to_own_voice"]),
    ],
)
def test_blame(before, after, expected):
    (side, voice), (other_side, other_voice) = before, after
    figures = pair({"side": side, "voice": voice}, {"side": other_side, "voice": other_voice})
    assert blame_changes(*figures) == expected


def test_cops_are_the_police():
    assert source_changes(*pair({"source": "Karsk police"}, {"source": "Cops"})) == ["source_kept"]
    replaced = source_changes(*pair({"source": "Karsk police"}, {"source": "Doctors"}))
    assert replaced == ["source_replaced"]
