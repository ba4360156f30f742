"""The linker learns from a handful of sentences what belongs together, and what to refuse."""

import pandas as pd
import pytest

from analysis.extract import linking
from analysis.train import linker

PLACES = ["The harbour", "The market", "A school", "The old mill", "One bridge", "The station"]
PEOPLE = ["the mayor", "a fisher", "the baker", "her aunt", "the guard", "a nurse"]


def article(number, place, person):
    """Build "<content>, said <source>. <source> said <content>." with its labels."""
    parts = [(place + " was shut", "content", 0), (", ", None, 0), ("said", "cue", 0), (" ", None, 0), (person, "source", 0),
             (". ", None, 0), (person.capitalize(), "source", 1), (" ", None, 1), ("added", "cue", 1), (" ", None, 1),
             ("it would stay so", "content", 1), (".", None, 1)]
    text, attributions = "", [{"source": [], "cue": [], "content": []} for _ in range(2)]
    for words, role, owner in parts:
        if role:
            attributions[owner][role].append([len(text), len(text) + len(words)])
        text += words
    return {"article_id": f"a{number}", "text": text, "attributions": attributions}


@pytest.fixture(scope="module")
def gold():
    return [article(i, place, person) for i, (place, person) in enumerate(zip(PLACES, PEOPLE, strict=True))]


def read_tables(gold, folder):
    """Write what a reader would have found: all spans, and a false group that it is unsure of."""
    rows = []
    for a in gold:
        for attribution in a["attributions"]:
            for role, spans in attribution.items():
                rows += [{"article_id": a["article_id"], "span_id": f"{a['article_id']}-{s}", "layer": "attribution",
                          "label": role, "start": s, "end": e, "p": 0.95} for s, e in spans]
    pd.DataFrame(rows).to_parquet(folder / "spans.parquet")
    pd.DataFrame([], columns=["article_id", "from_id", "to_id", "p"]).to_parquet(folder / "links.parquet")


def test_it_links_what_it_was_shown(gold):
    weights, counts = linker.fit(gold[:5])
    found, *_ = linker.mark_gold(gold[5:])[0]
    groups = linking.link_spans(found, weights)
    text = gold[5]["text"]
    assert [[text[s.start : s.end] for s in (*g.sources, g.cue, *g.contents)] for g in groups] == [
        ["a nurse", "said", "The station was shut"], ["A nurse", "added", "it would stay so"]]
    assert counts["n_gold"] == 5 * 4
    assert counts["n_groups"] == 0


def test_the_readers_spans_find_their_owners(gold, tmp_path):
    read_tables(gold, tmp_path)
    for _, owners, sourced in linker.mark_read(gold, tmp_path):
        assert [sorted(o) for o in owners] == [[0], [0], [0], [1], [1], [1]]
        assert sourced == {0, 1}
