"""Matching of extracted with coded attributions."""

import pytest

from analysis.core import tables
from analysis.evaluate.matched_attributions import attribution_counts, linked_attributions

TEXT = "The pilot said the boat sank. Nobody was hurt, she added."


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
    counts = attribution_counts(*coded, *extracted, articles(TEXT))
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
    (_, coded), (_, extracted) = attributions(("x", SAID, {})), attributions(("y", parts, {}))
    pairs = linked_attributions(coded, extracted, articles(TEXT))
    assert pairs == [("x", "y")] * linked


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
    counts = attribution_counts(*coded, *coded, articles(TEXT, "Nothing.", TEXT))
    assert counts["linked", "all"].tolist() == [[1, 1, 1], [0, 0, 0], [0, 0, 0]]
    empty = attribution_counts(*coded, *coded, articles())
    assert empty["word", "cue"].shape == (0, 3)
