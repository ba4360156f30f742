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


def articles(*texts):
    rows = [
        {"article_id": name, "corpus": "t", "text": text, "n_words": len(text.split())}
        for name, text in zip("abc", texts, strict=False)
    ]
    return tables.make(rows, tables.ARTICLES)


def attributions(*rows):
    """Return both tables from (identifier, {role: words}, other columns)."""
    facts, spans = [], []
    for name, parts, columns in rows:
        facts.append(
            {
                "attribution_id": name,
                "article_id": "a",
                "sentence_id": 0,
                "kind": "indirect",
                "content": parts.get("content", ""),
                "source_type": "other",
                "cue_stance": "neutral",
                "anonymous": False,
            }
            | columns
        )
        for role, words in parts.items():
            start = TEXT.index(words)
            spans.append(
                {
                    "article_id": "a",
                    "attribution_id": name,
                    "role": role,
                    "start": start,
                    "end": start + len(words),
                }
            )
    return (
        tables.make(facts, tables.ATTRIBUTIONS),
        tables.make(spans, tables.ATTRIBUTION_SPANS),
    )


def counts_of(coded, extracted):
    counts = matching.attribution_counts(*coded, *extracted, articles(TEXT))
    return {key: value[0].tolist() for key, value in counts.items()}


SAID = {"source": "The pilot", "cue": "said", "content": "the boat sank"}


@pytest.mark.parametrize(
    ("parts", "linked"),
    [
        ({}, 1),
        ({"content": "the boat"}, 1),  # two of three words
        ({"content": "boat"}, 0),  # one of three words
        ({"content": "boat sank. Nobody was"}, 0),  # two of five words
        ({"content": "the boat sank. Nobody was hurt"}, 1),  # three of six words
        ({"source": "pilot"}, 1),
        ({"source": "Nobody"}, 0),
        ({"source": None}, 0),
        ({"cue": "added"}, 1),
    ],
)
def test_attributions_are_linked_by_content_and_source(parts, linked):
    parts = {role: words for role, words in (SAID | parts).items() if words}
    counts = counts_of(attributions(("x", SAID, {})), attributions(("y", parts, {})))
    assert counts["linked", "all"] == [linked, 1, 1]
    reverse = counts_of(attributions(("y", parts, {})), attributions(("x", SAID, {})))
    assert reverse["linked", "all"] == [linked, 1, 1]


@pytest.mark.parametrize(
    ("parts", "is_statement"),
    [
        ({"source": None}, 1),
        ({"source": "Nobody", "content": "boat"}, 1),  # the same cue
        ({"cue": "added", "content": "the boat"}, 1),  # two of three words
        ({"cue": "added", "content": "boat"}, 0),
        ({"cue": None, "content": "Nobody was hurt"}, 0),
    ],
)
def test_what_was_coded_in_any_form_is_a_statement(parts, is_statement):
    parts = {role: words for role, words in (SAID | parts).items() if words}
    extracted = attributions(("y", parts, {}))
    assert counts_of(attributions(("x", SAID, {})), extracted)["statement", "all"] == [
        *(is_statement, 1, 1)
    ]
    coded_nothing = counts_of(attributions(("x", {"cue": "said"}, {})), extracted)
    assert coded_nothing["statement", "all"] == [0, 1, 1]


def test_two_attributions_without_a_source_can_be_linked():
    parts = {"content": "the boat sank"}
    counts = counts_of(attributions(("x", parts, {})), attributions(("y", parts, {})))
    assert counts["linked", "all"] == [1, 1, 1]


def test_each_attribution_is_linked_once():
    coded = attributions(("x1", SAID, {}), ("x2", SAID, {}))
    assert counts_of(coded, attributions(("y", SAID, {})))["linked", "all"] == [1, 1, 2]
    assert counts_of(attributions(("y", SAID, {})), coded)["linked", "all"] == [1, 2, 1]


def test_an_attribution_without_content_is_not_counted():
    cue = {"cue": "said"}
    counts = counts_of(attributions(("x", SAID, {})), attributions(("y", cue, {})))
    assert counts["linked", "all"] == [0, 0, 1]
    assert counts["word", "cue"] == [1, 1, 1]


def test_words_and_exact_spans_of_each_role():
    extracted = attributions(("y", {"source": "pilot", "cue": "said", "content": "boat sank."}, {}))
    counts = counts_of(attributions(("x", SAID, {})), extracted)
    assert counts["word", "source"] == [1, 1, 2]
    assert counts["word", "content"] == [2, 2, 3]
    assert counts["exact", "source"] == [0, 1, 1]
    assert counts["exact", "content"] == [0, 1, 1]
    assert counts["exact", "cue"] == [1, 1, 1]


def test_a_cue_in_no_attribution_counts_as_words_only():
    facts, spans = attributions(("x", SAID, {}))
    loose = spans.assign(attribution_id=None)
    counts = counts_of((facts, spans), (facts.head(0), loose))
    assert counts["word", "cue"] == [1, 1, 1]
    assert counts["linked", "all"] == [0, 0, 1]


def test_fields_count_if_they_were_coded():
    facts = {"source_type": "expert", "cue_stance": "endorsing", "source_name": "The pilot"}
    coded = attributions(("x", SAID, facts))
    extracted = attributions(("y", SAID, {"source_type": "expert", "source_name": "pilot"}))
    counts = counts_of(coded, extracted)
    assert counts["accuracy", "source_type"] == [1, 1, 1]
    assert counts["accuracy", "cue_stance"] == [0, 1, 1]
    assert counts["accuracy", "kind"] == [1, 1, 1]
    assert counts["accuracy", "source_name"] == [1, 1, 1]
    assert counts_of(extracted, coded)["accuracy", "source_name"] == [1, 1, 1]
    unnamed = attributions(("x", SAID, {"source_name": None}))
    assert counts_of(unnamed, extracted)["accuracy", "source_name"] == [0, 0, 0]
    assert counts_of(extracted, unnamed)["accuracy", "source_name"] == [0, 1, 1]


def test_every_article_has_a_row():
    coded = attributions(("x", SAID, {}))
    counts = matching.attribution_counts(*coded, *coded, articles(TEXT, "Nothing.", TEXT))
    assert counts["linked", "all"].tolist() == [[1, 1, 1], [0, 0, 0], [0, 0, 0]]
    empty = matching.attribution_counts(*coded, *coded, articles())
    assert empty["word", "cue"].shape == (0, 3)
