"""Attributions that were read one by one are found again by the place of their cue."""

from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.evaluate import attributions_read
from analysis.evaluate.attributions_read import read_labels, score, with_labels

LABELS = pd.DataFrame(
    {
        "article_id": ["a", "a", "a", "a", "elsewhere"],
        "start": [10, 40, 70, 90, 10],
        "end": [14, 44, 80, 95, 14],
        "part": ["cue", "cue", "content", "cue", "cue"],
        "is_attribution": [1, 0, 1, 1, 1],
        "source_type": ["expert", None, "unnamed", "media", "expert"],
        "cue_stance": ["neutral", None, "neutral", "urging", "neutral"],
    }
)


def run():
    described = [("a0", "expert", "neutral"), ("a1", "other", "neutral"), ("a2", "other", "urging")]
    attributions = pd.DataFrame(
        [
            {"article_id": "a", "attribution_id": i, "source_type": t, "cue_stance": s}
            for i, t, s in described
        ]
    )
    places = [("a0", "cue", 10), ("a0", "source", 0), ("a1", "cue", 40), ("a2", "content", 70)]
    spans = pd.DataFrame(
        [{"article_id": "a", "attribution_id": i, "role": r, "start": s} for i, r, s in places]
    )
    unattached = {"article_id": "a", "attribution_id": None, "role": "cue", "start": 90}
    spans = pd.concat([spans, pd.DataFrame([unattached])], ignore_index=True)
    articles = pd.DataFrame({"article_id": ["a"]})
    return SimpleNamespace(articles=articles, attributions=attributions, attribution_spans=spans)


def test_only_labels_of_the_runs_articles_count_and_a_lone_cue_is_no_attribution():
    rows = with_labels(run(), LABELS)
    assert rows["start"].tolist() == [10, 40, 70, 90]
    assert rows["is_reported"].tolist() == [True, True, True, False]


def test_the_shares():
    found = score(with_labels(run(), LABELS))
    assert found["statements"] == pytest.approx(2 / 3)
    assert found["kept"] == pytest.approx(2 / 3)
    assert found["source_type"] == 1 / 2
    assert found["cue_stance"] == 1 / 2


def test_the_command_tells_both_halves(monkeypatch, caplog, tmp_path):
    monkeypatch.setattr(attributions_read, "read_labels", lambda: LABELS)
    monkeypatch.setattr(attributions_read.pipeline, "open_tables", lambda folder: run())
    with caplog.at_level("INFO"):
        attributions_read.main([str(tmp_path), str(tmp_path)])
    told = [record.getMessage().split(":")[:2] for record in caplog.records]
    assert [name for name, _ in told] == ["all", "unread", "read"]
    assert told[0][1].strip() == "4 labels"  # a label of two runs counts once


def test_the_labels_were_judged_before_anybody_tuned_on_them():
    labels = read_labels()
    real = labels[labels["is_attribution"] == 1]
    assert real["source_type"].eq(real["read_source_type"]).mean() == pytest.approx(
        0.788, abs=0.001
    )
