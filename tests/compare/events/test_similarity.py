"""Candidate pairs, and the evidence for a pair."""

import numpy as np
import pandas as pd
import pytest

from analysis.compare.events.similarity import (
    EVIDENCE,
    UNKNOWN_DAYS,
    candidate_pairs,
    compare_pairs,
)
from analysis.compare.events.terms import FIRST_WORDS, weigh_terms
from tests.compare.events.event_articles import articles


def compared(frame, first, second):
    vectors = np.eye(len(frame))
    return compare_pairs(frame, weigh_terms(frame), vectors, np.array(first), np.array(second))


def test_house_style_does_not_make_articles_alike():
    house = "terrorist rocket attacks "
    words = "bridge flood budget pension tax river".split()
    rows = [(f"x{i}", "north", None, None, house + word) for i, word in enumerate(words)]
    rows += [("y", "south", None, None, house + "bridge")]
    with_style = compared(articles(rows), [0], [1])
    without = compared(articles(rows[:2]), [0], [1])
    assert with_style["similarity"][0] < without["similarity"][0]


@pytest.mark.parametrize("days", [0, 1, 3, 200])
def test_candidates_are_within_the_window(days):
    frame = articles()
    first, second = candidate_pairs(weigh_terms(frame), frame["published"], days)
    day = frame["published"].to_numpy().astype("datetime64[D]")
    assert (np.abs((day[first] - day[second]).astype(int)) <= days).all()
    pairs = {frozenset(pair) for pair in zip(first, second, strict=True)}
    assert len(pairs) == len(first)
    assert (frozenset({0, 1}) in pairs) is (days >= 1)
    assert (frozenset({0, 6}) in pairs) is (days >= 142)
    assert frozenset({0, 5}) not in pairs  # no words in common


def test_an_article_without_a_day_is_compared_with_all():
    frame = articles()
    frame.loc[6, "published"] = pd.NaT
    first, second = candidate_pairs(weigh_terms(frame), frame["published"], 0)
    assert {0, 6} in [set(pair) for pair in zip(first.tolist(), second.tolist(), strict=True)]


def test_evidence_of_pairs():
    places = {"a1": "Velmora", "a2": " VELMORA", "b1": "Tarrin"}
    frame = articles(place=places)
    found = compared(frame, [0, 0, 0, 0], [1, 3, 5, 6])
    assert found["days"].tolist() == [1, 1, 1, 142]
    assert found["log_days"].tolist() == pytest.approx(np.log([2, 2, 2, 143]).tolist())
    assert found["same_outlet"].tolist() == [0, 1, 0, 1]
    assert found["same_place"].tolist() == [1, 0, 0, 0]
    assert found["other_place"].tolist() == [0, 1, 0, 0]
    assert found["vectors"].tolist() == [0, 0, 0, 0]
    assert found["similarity"].iloc[3] == pytest.approx(1)
    assert set(EVIDENCE) < set(found)


def test_leads_are_compared_by_the_root_of_their_cosine():
    after = "and " * FIRST_WORDS
    rows = [
        ("x", "n", None, None, "bridge collapse " + after + "mayor"),
        ("y", "s", None, None, "bridge collapse " + after + "pension"),
        ("z", "s", None, None, "budget vote " + after + "bridge collapse"),
    ]
    found = compared(articles(rows), [0, 0], [1, 2])
    assert found["lead_similarity"].tolist() == pytest.approx([1, 0])
    assert found["similarity"].iloc[1] > 0
    half = compared(articles([rows[0], ("y", "s", None, None, "bridge vote")]), [0], [1])
    plain = weigh_terms(articles([rows[0], ("y", "s", None, None, "bridge vote")])).lead
    cosine = float(plain[[0]].multiply(plain[[1]]).sum())
    assert half["lead_similarity"].tolist() == pytest.approx([np.sqrt(cosine)])


def test_vectors_are_compared_by_their_cosine():
    frame = articles()
    vectors = np.zeros((len(frame), 2))
    vectors[:3] = [[1, 0], [0.6, 0.8], [-1, 0]]
    first, second = np.array([0, 0]), np.array([1, 2])
    found = compare_pairs(frame, weigh_terms(frame), vectors, first, second)
    assert found["vectors"].tolist() == pytest.approx([0.6, -1])


def test_a_pair_without_a_day_is_taken_to_be_some_days_apart():
    frame = articles()
    frame.loc[6, "published"] = pd.NaT
    assert compared(frame, [0], [6])["days"].tolist() == [UNKNOWN_DAYS]
