"""Explanations of a pair name the evidence and add up."""

import numpy as np
import pytest

from analysis.compare.events.explain import explain_pair
from analysis.core.errors import InputError
from tests.compare.events.event_articles import articles


@pytest.mark.parametrize("level", ["event", "story"])
def test_an_explanation_names_the_words_and_adds_up(level):
    table = explain_pair(articles(), "a1", "a2", level).set_index("evidence")
    assert "Velmora" in table.loc["shared names", "value"]
    assert "railway" in table.loc["shared words", "value"]
    assert "railway" not in table.loc["shared names", "value"]
    assert table.loc["published", "value"] == "1 day apart"
    assert table.loc["outlet", "value"] == "north and south"
    of_corpus = table.loc["pairs of this corpus that belong together", "log_odds"]
    assert (of_corpus != 0) == (level == "story")
    p = 1 / (1 + np.exp(-table["log_odds"].sum()))
    assert float(table.loc["probability", "value"]) == pytest.approx(p, abs=0.01)


@pytest.mark.parametrize(
    ("days", "words"),
    [(["2020-05-01"] * 2, "on one day"), (["2020-05-01", "2020-05-06"], "5 days apart")],
)
def test_days_and_places_are_told_in_words(days, words):
    rows = [
        (name, name, day, None, "A mine fell in at Velm.")
        for name, day in zip("xy", days, strict=True)
    ]
    table = explain_pair(articles(rows), "x", "y").set_index("evidence")
    assert table.loc["published", "value"] == words
    assert table.loc["place", "value"] == "no place told and no place told"


def test_an_unknown_article_raises_an_error():
    with pytest.raises(InputError, match="No article 'zz'"):
        explain_pair(articles(), "a1", "zz")


def test_a_contradiction_is_named():
    rows = [
        ("x", "n", "2020-05-01", None, "A man, 34, was shot on Elm Street in Dover on Tuesday."),
        ("y", "s", "2020-05-01", None, "A man, 50, was shot on Oak Street in Dover on Tuesday."),
    ]
    table = explain_pair(articles(rows), "x", "y").set_index("evidence")
    assert table.loc["streets, ages and days", "value"] == "1 agree"
    rows[1] = (*rows[1][:2], "2020-05-06", *rows[1][3:])
    table = explain_pair(articles(rows), "x", "y").set_index("evidence")
    assert table.loc["streets, ages and days", "value"] == "not one incident"
    assert table.loc["probability", "value"] == "0.00"


@pytest.mark.parametrize(
    ("places", "sign"),
    [({"a1": "Velmora", "a2": "velmora "}, 0), ({"a1": "Velmora", "a2": "Tarrin"}, -1), ({}, 0)],
)
def test_another_place_is_evidence(places, sign):
    table = explain_pair(articles(place=places), "a1", "a2").set_index("evidence")
    assert np.sign(table.loc["place", "log_odds"]) == sign
    p = 1 / (1 + np.exp(-table["log_odds"].sum()))
    assert float(table.loc["probability", "value"]) == pytest.approx(p, abs=0.01)
