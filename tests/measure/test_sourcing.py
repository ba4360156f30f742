"""Sourcing measures against the same sums done plainly; articles and outlets with nothing get null."""

import math

import pytest

from analysis.core import tables
from analysis.core.errors import ParameterError
from analysis.measure import sourcing

TEXT = "One two three four. Five six."


@pytest.fixture
def articles():
    rows = [("a", "Ash", "e1"), ("b", "Ash", "e1"), ("c", "Birch", "e1"), ("d", "Cedar", None)]
    return tables.make(
        [
            {
                "article_id": key,
                "corpus": "t",
                "outlet": outlet,
                "event_id": event,
                "text": TEXT,
                "n_words": 6,
            }
            for key, outlet, event in rows
        ],
        tables.ARTICLES,
    )


@pytest.fixture
def attributions():
    rows = [
        ("a", "monitoring_group", "Harbour Watch", False),
        ("a", "military", "the army", False),
        ("b", "monitoring_group", "harbour watch", False),
        ("c", "unnamed", None, True),
    ]
    return tables.make(
        [
            {
                "attribution_id": str(i),
                "article_id": key,
                "sentence_id": 0,
                "kind": "indirect",
                "content": "x",
                "source_type": kind,
                "source_name": name,
                "anonymous": hidden,
                "cue_stance": "neutral",
            }
            for i, (key, kind, name, hidden) in enumerate(rows)
        ],
        tables.ATTRIBUTIONS,
    )


def by_article(frame):
    return frame.set_index("article_id")["share"]


def test_anonymous_share(articles, attributions):
    shares = by_article(sourcing.anonymous_sources(articles, attributions))
    assert shares[["a", "b", "c"]].tolist() == [0, 0, 1]
    assert math.isnan(shares["d"])


def test_attributed_words_is_a_plain_ratio(articles):
    rows = [
        {
            "article_id": k,
            "sentence_id": i,
            "start": s,
            "end": e,
            "in_title": False,
            "share_quoted": q,
        }
        for k in "abcd"
        for i, (s, e, q) in enumerate([(0, 19, 0.5), (20, 29, 1.0)])
    ]
    shares = by_article(sourcing.attributed_words(articles, tables.make(rows, tables.SENTENCES)))
    assert shares["a"] == pytest.approx((4 * 0.5 + 2) / 6)


def test_figures_without_a_source(articles):
    base = {
        "sentence_id": 0,
        "start": 0,
        "end": 3,
        "text": "One",
        "qualifier": "exact",
        "implicit": False,
    }
    rows = [
        {"article_id": "a", "unit": "people", "source": "the army"},
        {"article_id": "a", "unit": "bodies"},
        {"article_id": "a", "unit": "money"},
        {"article_id": "b", "unit": "people", "attribution_id": "2"},
    ]
    figures = tables.make(
        [{"figure_id": str(i), **base, **row} for i, row in enumerate(rows)], tables.FIGURES
    )
    shares = by_article(sourcing.figures_without_source(articles, figures))
    assert (shares["a"], shares["b"]) == (0.5, 0)
    assert math.isnan(shares["c"])


def test_blame_is_own_outside_of_contents(articles):
    rows = [
        {"article_id": "a", "start": 0, "agent": "x"},
        {"article_id": "a", "start": 20, "agent": "x"},
        {"article_id": "b", "start": 0},
    ]
    agency = tables.make(
        [
            {"sentence_id": 0, "end": 23, "predicate": "kill", "construction": "active", **r}
            for r in rows
        ],
        tables.AGENCY,
    )
    spans = tables.make(
        [{"article_id": "a", "attribution_id": "0", "role": "content", "start": 20, "end": 28}],
        tables.ATTRIBUTION_SPANS,
    )
    shares = by_article(sourcing.own_voice_blame(articles, agency, spans))
    assert shares["a"] == 0.5
    assert math.isnan(shares["b"])
    assert by_article(sourcing.agentless_clauses(articles, agency))["a"] == 0


def test_mix_keeps_every_outlet_and_type(articles, attributions):
    mix = sourcing.source_mix(articles, attributions)
    assert len(mix) == 3 * len(tables.SOURCE_TYPES)
    ash = mix[(mix["outlet"] == "Ash") & (mix["source_type"] == "monitoring_group")].iloc[0]
    assert (ash["count"], ash["n"], ash["share"]) == (2, 3, pytest.approx(2 / 3))
    assert mix.loc[mix["outlet"] == "Cedar", "share"].isna().all()
    assert mix.groupby("outlet")["share"].sum()["Birch"] == pytest.approx(1)


def test_diversity_is_the_plain_sum(articles, attributions):
    found = sourcing.diversity(articles, attributions).set_index("outlet")
    plain = -(2 / 3 * math.log2(2 / 3) + 1 / 3 * math.log2(1 / 3))
    assert found.loc["Ash", "entropy"] == pytest.approx(plain)
    assert found.loc["Ash", "effective"] == pytest.approx(2**plain)
    assert (found.loc["Birch", "entropy"], found.loc["Birch", "effective"]) == (0, 1)
    assert math.isnan(found.loc["Cedar", "entropy"])


def test_an_unknown_grouping_is_rejected(articles, attributions):
    with pytest.raises(ParameterError, match="No grouping 'day'"):
        sourcing.source_mix(articles, attributions, by="day")


def test_no_attributions_at_all(articles):
    empty = tables.make([], tables.ATTRIBUTIONS)
    assert sourcing.anonymous_sources(articles, empty)["share"].isna().all()
    assert sourcing.diversity(articles, empty)["n"].sum() == 0
