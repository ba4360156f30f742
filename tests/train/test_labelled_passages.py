"""Passages whose labels lie apart from their texts: which words are labelled in them."""

import json

import pandas as pd
import pytest

from analysis.core import paths
from analysis.core.tables import SOURCE_TYPES, STANCES
from analysis.evaluate.hand_labels import read_labels
from analysis.train import labelled_passages as module
from analysis.train.labelled_passages import LABELS, ROLES, judged_passages, labelled_passages

TEXT = (
    "Title\n\nA fire broke out. The mayor said that nobody died. He left. " + "More words. " * 200
)
ARTICLE = {"article_id": "a-1", "outlet": "o", "published": "2020-01-01", "title": "Title"}


def span(words):
    start = TEXT.index(words)
    return [start, start + len(words)]


@pytest.fixture(autouse=True)
def article(monkeypatch):
    rows = [ARTICLE | {"text": TEXT}]
    monkeypatch.setattr(module, "labelled_articles", lambda gold, names: iter([rows]))


def test_characters_are_those_of_the_passage(tmp_path):
    attribution = {
        "source": [span("The mayor")],
        "cue": [span("said")],
        "content": [span("that nobody died")],
        "name": span("Title"),
        "source_type": "local_authority",
        "stance": "neutral",
    }
    passage = {"article_id": "a-1", "start": 7, "end": 60, "attributions": [attribution]}
    path = tmp_path / "labels.jsonl"
    path.write_text(json.dumps(passage) + "\n")
    (row,) = labelled_passages(tmp_path, path)
    (moved,) = row["attributions"]
    words = [row["text"][start:end] for role in ROLES for start, end in moved[role]]
    assert words == ["The mayor", "said", "that nobody died"]
    assert (moved["source_type"], moved["stance"]) == ("local_authority", "neutral")
    assert moved["source_name"] == "Title"
    assert row["title"] == "Title"


def test_a_later_passage_of_an_article_has_a_name_of_its_own(tmp_path):
    passages = [
        {"article_id": "a-1", "start": start, "end": start + 9, "attributions": []}
        for start in (0, 9, 18)
    ]
    path = tmp_path / "labels.jsonl"
    path.write_text("".join(json.dumps(passage) + "\n" for passage in passages))
    rows = labelled_passages(tmp_path, path)
    assert [row["article_id"] for row in rows] == ["a-1", "a-1~2", "a-1~3"]
    assert [row["text"] for row in rows] == [TEXT[:9], TEXT[9:18], TEXT[18:27]]


def test_the_passages_are_written_as_hand_labels(monkeypatch, tmp_path):
    rows = [ARTICLE | {"text": TEXT, "attributions": []}]
    monkeypatch.setattr(module, "labelled_passages", lambda gold: rows)
    path = tmp_path / "labels" / "passages.jsonl"
    module.main([str(tmp_path), str(path)])
    labels = read_labels(path)
    assert labels.articles["text"].tolist() == [TEXT]
    assert labels.articles["corpus"].tolist() == ["labels/passages"]
    assert labels.attributions.empty


def test_only_cues_of_one_passage_share_it(monkeypatch, tmp_path):
    far = TEXT.rindex("words")
    places = [(*span("said"), "cue", 1), (*span("left"), "cue", 0), (far, far + 5, "cue", 0)]
    content = (*span("nobody"), "content", 1)
    labels = pd.DataFrame(
        [*places, content], columns=["start", "end", "part", "is_attribution"]
    ).assign(article_id="a-1")
    monkeypatch.setattr(module, "read_labels", lambda: labels)
    near, away = judged_passages(tmp_path)
    assert near["judged_cues"] == [[*span("said"), True], [*span("left"), False]]
    ((start, end, is_cue),) = away["judged_cues"]
    assert away["text"][start:end] == "words"
    assert not is_cue
    assert away["text"].startswith(("More", "words"))


def test_the_labels_are_of_their_passage():
    path = paths.DATA / f"{LABELS}.jsonl"
    for line in path.read_text(encoding="utf8").splitlines():
        passage = json.loads(line)
        for attribution in passage["attributions"]:
            spans = [place for role in ROLES for place in attribution[role]]
            assert all(passage["start"] <= a < b <= passage["end"] for a, b in spans), line
            assert attribution["source"] or attribution["cue"] or attribution["name"]
            assert attribution["content"]
            assert attribution["source_type"] in SOURCE_TYPES
            assert attribution["stance"] in STANCES
