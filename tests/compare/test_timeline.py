"""The timeline of an event: what is on it, with which words, and in which order."""

import pandas as pd

from analysis.compare.timeline import event_timeline

ARTICLES = pd.DataFrame(
    {
        "article_id": ["b", "a"],
        "outlet": ["south", "north"],
        "published": pd.to_datetime(["2020-01-01", "2020-01-02"]),
    }
)
FIGURES = pd.DataFrame(
    [
        {"article_id": "a", "start": 30, "end": 32, "text": "12", "outcome": "killed"},
        {"article_id": "a", "start": 40, "end": 42, "text": "99", "outcome": None},
    ]
).assign(sentence_id=0)
ATTRIBUTIONS = pd.DataFrame(
    [
        {"attribution_id": "1", "article_id": "a", "source": "he", "source_name": "Jo Karim"},
        {"attribution_id": "2", "article_id": "b", "source": "police", "source_name": None},
        {"attribution_id": "3", "article_id": "b", "source": None, "source_name": None},
    ]
).assign(sentence_id=0)
SPANS = pd.DataFrame(
    [
        {"attribution_id": "1", "role": "content", "start": 0, "end": 9},
        {"attribution_id": "1", "role": "source", "start": 12, "end": 14},
        {"attribution_id": "2", "role": "cue", "start": 1, "end": 5},
        {"attribution_id": "2", "role": "content", "start": 6, "end": 9},
        {"attribution_id": "3", "role": "cue", "start": 20, "end": 25},
    ]
)
AGENCY = pd.DataFrame(
    [
        {"article_id": "a", "start": 20, "end": 25, "agent": "navy", "predicate": "shell"},
        {"article_id": "a", "start": 22, "end": 25, "agent": None, "predicate": "die"},
    ]
).assign(sentence_id=0)
NAMES = pd.DataFrame([{"article_id": "b", "start": 3, "end": 7, "text": "navy", "sentence_id": 0}])


def test_items_are_sorted_by_day_and_place():
    timeline = event_timeline(ARTICLES, FIGURES, ATTRIBUTIONS, SPANS, AGENCY, NAMES)
    found = timeline[["outlet", "start", "end", "kind", "words"]].to_numpy().tolist()
    assert found == [
        ["south", 3, 7, "naming", "navy"],
        ["south", 6, 9, "source", "police"],
        ["south", 20, 25, "source", "nobody named"],
        ["north", 12, 14, "source", "Jo Karim"],
        ["north", 20, 25, "blame", "navy: shell"],
        ["north", 30, 32, "figure", "12"],
    ]
    assert timeline["published"].dt.day.tolist() == [1, 1, 1, 2, 2, 2]


def test_of_one_day_the_time_decides():
    day = pd.to_datetime(["2020-01-01", "2020-01-01"])
    texts = ARTICLES.assign(published=day, published_time=["18:45", "07:30"])
    timeline = event_timeline(texts, FIGURES, ATTRIBUTIONS, SPANS, AGENCY, NAMES)
    assert timeline["outlet"].drop_duplicates().tolist() == ["north", "south"]
    timeline = event_timeline(
        ARTICLES.assign(published=day), FIGURES, ATTRIBUTIONS, SPANS, AGENCY, NAMES
    )
    assert timeline["article_id"].drop_duplicates().tolist() == ["a", "b"]


def test_nothing_in_nothing_out():
    tables = (ARTICLES, FIGURES, ATTRIBUTIONS, SPANS, AGENCY, NAMES)
    timeline = event_timeline(*(table.head(0) for table in tables))
    assert timeline.empty
    assert "outlet" in timeline
