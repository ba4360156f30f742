"""Ties between two figures, and which figures can be compared at all."""

import pytest

from analysis.compare.propagation.ties import (
    Match,
    compare_outcomes,
    compare_scopes,
    find_ties,
    is_comparable,
    place_words,
    total_weight,
)
from analysis.compare.reports import to_records
from tests.compare.report_rows import report, reports

NO_PLACES = {"s": frozenset(), "o": frozenset()}


def pair(before, after):
    """Return a figure of the statement and another one, which differ in the given columns."""
    before = {"source": None, "day": "2020-01-02"} | before
    after = {"source": None, "day": "2020-01-20"} | after
    rows = (
        report("s", "north", before.pop("day"), before.pop("low", 12), **before),
        report("o", "south", after.pop("day"), after.pop("low", 12), **after),
    )
    return to_records(reports(*rows))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {}, {}),
        ({}, {"upstream": "North 2020-01-02"}, {"upstream": "text taken from North 2020-01-02"}),
        ({}, {"upstream": "north"}, {"upstream": "text taken from north"}),
        ({}, {"upstream": "North 2020-01-03"}, {}),
        ({}, {"upstream": "Northern 2020-01-02"}, {}),
        ({"upstream": "AFP"}, {"upstream": "AFP"}, {"upstream": "text taken from AFP"}),
        ({"upstream": "AFP"}, {"upstream": "dpa"}, {}),
        ({"upstream": "AFP"}, {}, {}),
        ({"source": "owner"}, {"source": "the owner"}, {"source": "same source (the owner)"}),
        ({"source": "owner"}, {"source": "police"}, {}),
        ({"source": "owner", "source_type": "unnamed"}, {"source": "owner"}, {}),
        ({"source": "owner"}, {"source": "owner", "source_type": "unnamed"}, {}),
        ({}, {"day": "2020-01-02"}, {"days": "0 days apart"}),
        ({}, {"day": "2020-01-03"}, {"days": "1 day apart"}),
        ({}, {"day": "2020-01-09"}, {"days": "7 days apart"}),
        ({}, {"day": "2020-01-10"}, {}),
        ({}, {"day": "2019-12-26"}, {"days": "7 days apart"}),
        ({}, {"day": None}, {}),
        ({"day": None}, {}, {}),
    ],
)
def test_ties(before, after, expected):
    assert find_ties(*pair(before, after), NO_PLACES, chains={}) == expected


@pytest.mark.parametrize(
    ("chains", "expected"),
    [
        ({"s": 1, "o": 1}, {"chain": "one chain of sources and texts"}),
        ({"s": 1, "o": 2}, {}),
        ({"s": 1}, {}),
        ({}, {}),
    ],
)
def test_a_chain_is_a_tie(chains, expected):
    assert find_ties(*pair({}, {}), NO_PLACES, chains) == expected


def test_a_chain_is_not_counted_next_to_its_source():
    figures = pair({"source": "owner"}, {"source": "owner"})
    assert list(find_ties(*figures, NO_PLACES, {"s": 1, "o": 1})) == ["source"]


def test_a_common_word_of_the_places_is_a_tie():
    figures = pair({}, {"place": "East Quay"})
    places = {"s": frozenset({"east", "quay"}), "o": frozenset({"quay", "pier"})}
    assert find_ties(*figures, places, chains={}) == {"place": "same place (East Quay)"}


def test_total_weight_adds_up():
    assert total_weight({}) == 0
    assert total_weight(["upstream", "source", "place", "days"]) == 4 + 3 + 2 + 1
    assert total_weight(["chain"]) == 3


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {}, True),
        ({}, {"unit": "bodies"}, True),
        ({}, {"unit": "percent"}, False),
        ({"unit": "percent"}, {"unit": "percent"}, True),
        ({"group": "civilians"}, {"group": "civilians"}, True),
        ({"group": "civilians"}, {"group": "children"}, False),
        ({"group": "civilians"}, {"group": "fighters"}, False),
        ({"group": "soldiers"}, {"group": "civilians"}, False),
        ({"group": "fighters"}, {"group": "soldiers"}, True),
        ({"group": "civilians"}, {"group": "unspecified"}, True),
        ({"group": "mixed"}, {"group": "civilians"}, True),
        ({"group": "civilians"}, {"group": None}, True),
        ({"outcome": "killed"}, {"outcome": "missing"}, True),
        ({"outcome": "killed"}, {"outcome": "injured"}, False),
        ({"scope": "single_site"}, {"scope": "cumulative"}, True),
        ({"scope": "single_site"}, {"scope": "daily_rate"}, False),
    ],
)
def test_comparable(before, after, expected):
    first, second = pair(before, after)
    assert is_comparable(first, second, NO_PLACES) is expected
    assert is_comparable(second, first, NO_PLACES) is expected


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ({"east"}, {"east", "quay"}, True),
        ({"east"}, {"west"}, False),
        ({"east"}, set(), True),
        (set(), {"west"}, True),
    ],
)
def test_figures_of_different_places_cannot_be_compared(here, there, expected):
    first, second = pair({}, {})
    places = {"s": frozenset(here), "o": frozenset(there)}
    assert is_comparable(first, second, places) is expected
    assert is_comparable(first, second, places={}) is True


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"outcome": "killed"}, {"outcome": "killed"}, Match.SAME),
        ({"outcome": "killed"}, {"outcome": "killed", "meaning": "executed"}, Match.SAME),
        ({"outcome": "other"}, {"outcome": "other"}, Match.SAME),
        ({"outcome": "other"}, {"outcome": "other", "meaning": "married"}, Match.DIFFERENT),
        ({"outcome": "killed"}, {"outcome": "killed_or_injured"}, Match.SIMILAR),
        ({"outcome": "injured"}, {"outcome": "killed_or_injured"}, Match.SIMILAR),
        ({"outcome": "bodies_found"}, {"outcome": "killed"}, Match.SIMILAR),
        ({"outcome": "bodies_found"}, {"outcome": "other"}, Match.SIMILAR),
        ({"outcome": "bodies_found"}, {"outcome": "missing"}, Match.SIMILAR),
        ({"outcome": "killed"}, {"outcome": "missing"}, Match.SIMILAR),
        ({"outcome": "killed"}, {"outcome": "injured"}, Match.DIFFERENT),
        ({"outcome": "killed"}, {"outcome": "other"}, Match.DIFFERENT),
        ({"outcome": None}, {"outcome": "killed"}, Match.DIFFERENT),
        ({"outcome": None}, {"outcome": None}, Match.SAME),
    ],
)
def test_outcomes(before, after, expected):
    first, second = pair(before, after)
    assert compare_outcomes(first, second) is expected
    assert compare_outcomes(second, first) is expected


def test_outcomes_of_things_are_compared_by_their_meaning():
    things = {"unit": "percent", "outcome": None}
    first, second = pair(things | {"meaning": "of homes"}, things | {"meaning": "of homes"})
    assert compare_outcomes(first, second) is Match.SAME
    first, second = pair(things | {"meaning": "of homes"}, things | {"meaning": "of roads"})
    assert compare_outcomes(first, second) is Match.DIFFERENT


@pytest.mark.parametrize(
    ("scope", "other", "expected"),
    [
        (None, None, Match.SAME),
        (None, "daily_rate", Match.SAME),
        ("daily_rate", "daily_rate", Match.SAME),
        ("cumulative", "multi_site", Match.SIMILAR),
        ("cumulative", "daily_rate", Match.DIFFERENT),
    ],
)
def test_scopes(scope, other, expected):
    first, second = pair({"scope": scope}, {"scope": other})
    assert compare_scopes(first, second) is expected
    assert compare_scopes(second, first) is expected


def test_words_of_places_distinguish_the_figures_of_an_event():
    places = ["East Quay near the city", "west quay", "old quay", "pier", None]
    rows = [report(str(i), "north", None, 9, place=place) for i, place in enumerate(places)]
    elsewhere = report("x", "north", None, 9, place="Quay", event="f")
    unknown = report("y", "north", None, 9, place="Pier", event=None)
    found = place_words(reports(*rows, elsewhere, unknown))
    # three of five figures mention the quay, and "old" is too short
    assert found == {
        "0": frozenset({"east"}),
        "1": frozenset({"west"}),
        "2": frozenset(),
        "3": frozenset({"pier"}),
        "4": frozenset(),
        "x": frozenset(),
        "y": frozenset(),
    }


@pytest.mark.parametrize(("n_figures", "distinguishes"), [(20, True), (19, False)])
def test_a_word_distinguishes_up_to_a_share_of_the_figures(n_figures, distinguishes):
    rows = []
    for number in range(n_figures):
        place = "harbour" if number < 7 else None
        rows.append(report(str(number), "north", None, 9, place=place))
    assert ("harbour" in place_words(reports(*rows))["0"]) is distinguishes
