"""A difference is told only if it was tested and enough is behind it."""

import pytest

from analysis.compare.findings.differences import (
    difference_finding,
    profile_finding,
    standing_out,
)
from tests.compare.findings.difference_rows import UNTESTED, differences

UNCLEAR = {"p_adjusted": 0.4, "low": -0.1}


def test_the_clearest_difference_is_told_with_both_values_and_its_certainty():
    found = difference_finding(differences({}), 5)
    assert str(found) == (
        "At Gazette, 61% of words are attributed to someone, at the other outlets of the same 8 "
        "events 41% (difference +10 points to +30 points with 95% confidence; p = .012, adjusted)."
    )
    assert (found.kind, found.outlets, found.tested) == ("difference", ("Gazette",), True)
    assert (found.value, found.low, found.high, found.p_adjusted) == (0.2, 0.1, 0.3, 0.012)
    assert (found.n_articles, found.n_events) == (12, 8)


def test_every_other_difference_is_named_too():
    found = difference_finding(
        differences(
            {"p_adjusted": 0.0004},
            {"outlet": "Herald", "metric": "tone in own words", "difference": -0.2},
            {"outlet": "Herald", "metric": "conflict frame", "difference": 1.5},
            {"outlet": "Post", "difference": -0.2},
        ),
        5,
    )
    assert "p < .001, adjusted" in str(found)
    assert str(found).endswith(
        " Also different: Post (less attributed words), Herald (more conflict frame and more "
        "negative tone in own words)."
    )
    assert found.outlets == ("Gazette", "Post", "Herald")


def test_what_does_not_fit_is_counted():
    many = [{"outlet": f"O{number}"} for number in range(9)]
    found = difference_finding(differences(*many), 5)
    assert str(found).endswith(", and 2 more in the table.")
    assert len(found.outlets) == 7


@pytest.mark.parametrize(
    "change",
    [
        {"n_articles": 4},
        {"n_mentions": 9.0},
        {"p_adjusted": 0.05},
        UNTESTED,
    ],
)
def test_an_outlet_with_too_little_behind_it_is_not_told(change):
    table = differences({**change})
    assert standing_out(table).empty
    assert difference_finding(table, 5).kind in ("none", "untested")


def test_a_mean_needs_articles_and_no_mentions():
    assert len(standing_out(differences({"metric": "tone in own words", "n_mentions": 5.0}))) == 1


def test_that_nothing_stands_out_says_what_could_be_seen():
    table = differences({"p_adjusted": 0.4}, {"outlet": "Post", "p_adjusted": 0.7, "n_events": 20})
    found = difference_finding(table, 5, "sources")
    assert str(found) == (
        "In sources, nothing stands out: none of 2 outlets tested differs from the others on the "
        "same events by more than chance explains. The intervals of attributed words at Gazette "
        "and 1 more exclude 0, which does not hold after the correction for the 2 tests here. "
        "A difference of less than 15 points could not have been seen, even at Gazette."
    )
    assert (found.kind, found.tested, found.n_events) == ("none", True, 20)


@pytest.mark.parametrize(
    ("rows", "is_told"),
    [
        ([{"p_adjusted": 0.4}, {"outlet": "Post", "p_adjusted": 0.7, "low": -0.1}], True),
        (
            [{"p_adjusted": 0.4, "low": -0.1}, {"outlet": "Post", "p_adjusted": 0.7, "low": -0.1}],
            False,
        ),
        ([{"p_adjusted": 0.4}], False),  # one test needs no correction
    ],
)
def test_an_interval_beside_0_is_told_where_it_does_not_hold(rows, is_told):
    found = difference_finding(differences(*rows), 5, "sources")
    assert ("The interval of attributed words at Gazette excludes 0" in str(found)) == is_told


def test_a_profile_says_that_a_notebook_makes_fewer_tests():
    rows = ({"p_adjusted": 0.4}, {"metric": "tone in own words", "p_adjusted": 0.7, "low": -0.1})
    told = "; among the fewer tests of the notebook on its subject it may."
    assert told in str(profile_finding(differences(*rows), 5, "Gazette"))
    assert told not in str(difference_finding(differences(*rows), 5, "sources"))


def test_not_tested_is_another_answer_than_no_difference():
    found = difference_finding(
        differences({**UNTESTED, "n_events": 2}, {**UNTESTED, "n_events": 3, "outlet": "Post"}), 5
    )
    assert str(found) == (
        "Differences are not tested: a test needs 5 events that other outlets report too, with "
        "something to measure in both, and Post has most with 3 events of that kind. A story can "
        "be several events: its next steps are others."
    )
    assert (found.kind, found.tested) == ("untested", False)


def test_without_shared_events_nothing_is_compared():
    table = differences({**UNTESTED, "difference": None, "n_events": 0})
    assert difference_finding(table, 5).kind == "untested"
    assert difference_finding(differences(), 5, "frames").text.startswith(
        "In frames, nothing is compared"
    )


@pytest.mark.parametrize(
    ("table", "outlet", "start"),
    [
        (differences(), "", "No two outlets of this corpus share an event"),
        (differences({"difference": None}), "Post", "Post shares no event with other outlets"),
        (differences({"p_adjusted": 0.5}), "Gazette", "In the profile of Gazette, nothing stands"),
        (differences({}), "Gazette", "At Gazette, 61% of words"),
    ],
)
def test_a_profile(table, outlet, start):
    assert profile_finding(table, 5, outlet).text.startswith(start)


def test_no_sentence_counts_to_zero():
    for table in (differences(), differences({"p_adjusted": 0.9}), differences(UNTESTED)):
        assert " 0 of " not in str(difference_finding(table, 5))


def test_of_several_measures_the_smallest_share_that_could_be_seen_is_told():
    table = differences(
        {**UNCLEAR, "metric": "conflict frame", "detectable": 0.01},
        {**UNCLEAR, "detectable": 0.3},
        {**UNCLEAR, "metric": "anonymous sources", "outlet": "Post", "detectable": 0.2},
    )
    assert str(difference_finding(table, 5)).endswith(
        "none of 2 outlets tested on 3 measures differs from the others on the same events by more "
        "than chance explains. A difference in unnamed sources of less than 20 points could not "
        "have been seen, even at Post."
    )
