"""The linker learns from a handful of sentences what belongs together, and what to refuse."""

import pytest

from analysis.annotate.tagger_model import TaggerOutput
from analysis.core.tables import TAGGER_LINKS, TAGGER_NUMBERS, TAGGER_SPANS, make
from analysis.extract.attributions.linker import link_spans
from analysis.train import linker

PLACES = ["The harbour", "The market", "A school", "The old mill", "One bridge", "The station"]
PEOPLE = ["the mayor", "a fisher", "the baker", "her aunt", "the guard", "a nurse"]


def article(number, place, person):
    """Build "<content>, said <source>. <source> said <content>." with its labels."""
    parts = [
        (place + " was shut", "content", 0),
        (", ", None, 0),
        ("said", "cue", 0),
        (" ", None, 0),
        (person, "source", 0),
        (". ", None, 0),
        (person.capitalize(), "source", 1),
        (" ", None, 1),
        ("added", "cue", 1),
        (" ", None, 1),
        ("it would stay so", "content", 1),
        (".", None, 1),
    ]
    text, attributions = "", [{"source": [], "cue": [], "content": []} for _ in range(2)]
    for words, role, owner in parts:
        if role:
            attributions[owner][role].append([len(text), len(text) + len(words)])
        text += words
    return {"article_id": f"a{number}", "text": text, "attributions": attributions}


@pytest.fixture(scope="module")
def gold():
    return [
        article(i, place, person)
        for i, (place, person) in enumerate(zip(PLACES, PEOPLE, strict=True))
    ]


def output_of(gold):
    """Return the output of a perfect tagger: every labelled span."""
    rows = [
        {
            "article_id": a["article_id"],
            "span_id": f"{a['article_id']}-{s}",
            "layer": "attribution",
            "label": role,
            "start": s,
            "end": e,
            "p": 0.95,
        }
        for a in gold
        for attribution in a["attributions"]
        for role, spans in attribution.items()
        for s, e in spans
    ]
    return TaggerOutput(make(rows, TAGGER_SPANS), make([], TAGGER_LINKS), make([], TAGGER_NUMBERS))


def test_it_links_what_it_was_shown(gold):
    weights, counts = linker.fit(gold[:5])
    found, *_ = linker.mark_gold(gold[5:])[0]
    groups = link_spans(found, weights)
    text = gold[5]["text"]
    assert [[text[s.start : s.end] for s in (*g.sources, g.cue, *g.contents)] for g in groups] == [
        ["a nurse", "said", "The station was shut"],
        ["A nurse", "added", "it would stay so"],
    ]
    assert counts["n_gold"] == 5 * 4
    assert counts["n_groups"] == 0


def test_spans_of_the_tagger_find_their_owners(gold):
    for _, owners, sourced in linker.mark_predicted(gold, output_of(gold)):
        assert [sorted(o) for o in owners] == [[0], [0], [0], [1], [1], [1]]
        assert sourced == {0, 1}


def test_cross_validation_counts_each_article_once(gold):
    half = [{**a, "attributions": a["attributions"][:1]} for a in gold]
    marked = linker.mark_predicted(gold, output_of(gold))
    weights = linker.fit(gold)[0]
    # half of the groups are right, too many to refuse: 6 right of 12 found, 6 there
    assert linker.cross_validate(half, marked, weights) == pytest.approx(2 * 6 / (12 + 6))
