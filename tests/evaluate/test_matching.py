"""Matching of extracted with coded figures and attributions."""

import numpy as np
import pytest

from analysis.core import tables
from analysis.evaluate import matching

TEXT = "The pilot said the boat sank. Nobody was hurt, she added."


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("the police", "Police", True),
        ("harbour-police", "harbour police", True),
        ("police of the city", "of the", True),
        (None, None, True),
        ("", float("nan"), True),
        ("...", None, True),
        ("police", "policeman", False),
        ("city police", "police city", False),
        (None, "police", False),
        ("...", "police", False),
    ],
)
def test_agree(first, second, expected):
    assert matching.agree(first, second) is expected
    assert matching.agree(second, first) is expected


def figure(name, start, low, **columns):
    return {
        "figure_id": name,
        "article_id": "a",
        "sentence_id": 0,
        "start": start,
        "end": start + 2,
        "text": str(low),
        "low": low,
        "high": low,
        "qualifier": "exact",
        "unit": "people",
        "mention": "numeral",
        "implicit": False,
        "outcome": "killed",
    } | columns


def figures(*rows):
    return tables.make(list(rows), tables.FIGURES)


@pytest.mark.parametrize(
    ("changes", "matched"),
    [
        ({}, True),
        ({"start": 11, "end": 13}, True),
        ({"start": 9, "end": 11}, True),
        ({"start": 5, "end": 30}, True),
        ({"outcome": "injured", "qualifier": "vague"}, True),
        # the spans only touch
        ({"start": 12, "end": 14}, False),
        ({"start": 8, "end": 10}, False),
        ({"low": 4}, False),
        ({"high": 4}, False),
        ({"low": np.nan}, False),
        ({"high": np.nan}, False),
        ({"article_id": "b"}, False),
    ],
)
def test_figures_match_by_place_and_bounds(changes, matched):
    coded = figures(figure("c", 10, 3))
    extracted = figures(figure("f", 10, 3) | changes)
    pairs = matching.match_figures(coded, extracted, ["a", "b"])
    assert pairs.to_numpy().tolist() == ([["a", "c", "f"]] if matched else [])


def test_open_bounds_match_open_bounds():
    coded = figures(figure("c", 10, 3, high=np.nan))
    extracted = figures(figure("f", 10, 3, high=np.nan))
    assert len(matching.match_figures(coded, extracted, ["a"])) == 1


def test_each_figure_is_matched_once_in_reading_order():
    coded = figures(figure("c1", 10, 3), figure("c2", 11, 3), figure("c3", 11, 3))
    extracted = figures(figure("f1", 11, 3), figure("f2", 10, 3))
    pairs = matching.match_figures(coded, extracted, ["a"])
    assert pairs[["coded", "found"]].to_numpy().tolist() == [["c1", "f1"], ["c2", "f2"]]


def test_articles_that_are_not_asked_for_are_left_out():
    both = figures(figure("c", 10, 3))
    assert len(matching.match_figures(both, both, ["b"])) == 0
    counts = matching.figure_counts(both, both, ["b"])
    assert counts["found", "all"].tolist() == [[0, 0, 0]]


def test_counts_of_figures_by_article_and_part():
    coded = figures(
        figure("c1", 0, 1, source="Police"),
        figure("c2", 10, 2, qualifier="vague"),
        figure("c3", 20, 3, implicit=True, agent="fire"),
        figure("c4", 0, 4, article_id="b"),
    )
    extracted = figures(
        figure("f1", 0, 1, source="the police", counted="people"),
        figure("f2", 10, 2, agent="rain"),
        figure("f3", 20, 3, implicit=True, outcome="injured"),
        figure("f4", 30, 5),
    )
    counts = matching.figure_counts(coded, extracted, ["a", "b"])
    assert {key: value.tolist() for key, value in counts.items()} == {
        ("found", "all"): [[3, 4, 3], [0, 0, 1]],
        ("found", "explicit"): [[1, 3, 1], [0, 0, 1]],
        ("found", "vague"): [[1, 0, 1], [0, 0, 0]],
        ("found", "implicit"): [[1, 1, 1], [0, 0, 0]],
        ("record", "all"): [[1, 4, 3], [0, 0, 1]],
        ("attribution", "source"): [[1, 1, 1], [0, 0, 0]],
        ("attribution", "agent"): [[0, 1, 1], [0, 0, 0]],
        ("accuracy", "qualifier"): [[2, 3, 3], [0, 0, 0]],
        ("accuracy", "outcome"): [[2, 3, 3], [0, 0, 0]],
        ("accuracy", "group"): [[3, 3, 3], [0, 0, 0]],
        ("accuracy", "implicit"): [[3, 3, 3], [0, 0, 0]],
        ("accuracy", "counted"): [[2, 3, 3], [0, 0, 0]],
        ("accuracy", "source"): [[3, 3, 3], [0, 0, 0]],
        ("accuracy", "agent"): [[1, 3, 3], [0, 0, 0]],
    }
