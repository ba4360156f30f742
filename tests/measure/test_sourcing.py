"""Sourcing measures, compared with plain sums; null for articles and outlets with nothing."""

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


def test_anonymous_sources(articles, attributions):
    shares = by_article(sourcing.anonymous_sources(articles, attributions))
    assert shares[["a", "b", "c"]].tolist() == [0, 0, 1]
    assert math.isnan(shares["d"])


def test_a_cue_without_a_source_endorses_no_one(articles, attributions):
    """ "The sale was disclosed in a filing" has a cue that endorses, and no source."""
    endorsing = attributions.assign(cue_stance="endorsing")
    shares = by_article(sourcing.cues_of_stance(articles, endorsing, "endorsing"))
    assert shares["a"] == 1
    assert math.isnan(shares["c"])


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
        "mention": "numeral",
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
        {"article_id": "a", "start": 4, "agent": "a passenger train"},
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


@pytest.mark.parametrize(
    ("position", "is_own"), [(4, True), (5, False), (9, False), (10, True), (14, True), (15, False)]
)
def test_blame_in_attributed_content_is_not_the_outlets_own(articles, position, is_own):
    clause = {
        "article_id": "a",
        "sentence_id": 0,
        "start": position,
        "end": position + 4,
        "predicate": "kill",
        "construction": "active",
        "agent": "x",
    }
    spans = [
        {"article_id": "a", "attribution_id": "0", "role": "content", "start": 5, "end": 10},
        {"article_id": "a", "attribution_id": "0", "role": "cue", "start": 10, "end": 14},
        {"article_id": "a", "attribution_id": "1", "role": "content", "start": 15, "end": 20},
        {"article_id": "b", "attribution_id": "2", "role": "content", "start": 0, "end": 20},
    ]
    agency = tables.make([clause], tables.AGENCY)
    spans = tables.make(spans, tables.ATTRIBUTION_SPANS)
    assert by_article(sourcing.own_voice_blame(articles, agency, spans))["a"] == is_own


def test_agentless_passives_are_a_share_of_clauses_that_could_name_an_agent(articles):
    constructions = [
        "active",
        "passive_with_agent",
        "passive_agentless",
        "passive_agentless",
        "intransitive",
        "nominal",
    ]
    clause = {"article_id": "a", "sentence_id": 0, "end": 23, "predicate": "kill"}
    rows = [clause | {"start": i, "construction": c} for i, c in enumerate(constructions)]
    rows.append(clause | {"article_id": "b", "start": 0, "construction": "nominal"})
    found = sourcing.agentless_clauses(articles, tables.make(rows, tables.AGENCY))
    found = found.set_index("article_id")
    assert found.loc["a", ["value", "denominator", "share"]].tolist() == [2, 4, 0.5]
    assert found.loc["b", ["value", "denominator", "share"]].isna().all()


def test_every_article_has_a_row_with_its_outlet_and_event(articles, attributions):
    found = sourcing.anonymous_sources(articles, attributions)
    assert found["article_id"].tolist() == ["a", "b", "c", "d"]
    assert found["outlet"].tolist() == ["Ash", "Ash", "Birch", "Cedar"]
    assert found["event_id"].fillna("-").tolist() == ["e1", "e1", "e1", "-"]
    assert found["denominator"].fillna(-1).tolist() == [2, 1, 1, -1]
    assert set(found["metric"]) == {"anonymous sources"}


def test_groups_can_be_events_or_articles(articles, attributions):
    mix = sourcing.source_mix(articles, attributions, by="event_id")
    assert mix["event_id"].unique().tolist() == ["e1"]
    assert mix["n"].unique().tolist() == [4]
    by_id = sourcing.diversity(articles, attributions, by="article_id").set_index("article_id")
    assert by_id["n"].to_dict() == {"a": 2, "b": 1, "c": 1, "d": 0}
    assert by_id.loc["a", "entropy"] == 1


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
