"""A reader that finds exactly what a person labelled in the sample: for tests of all that comes after the reader."""

import json
from functools import cache

import pandas as pd

from analysis.annotate.tagger_model import TaggerOutput
from analysis.core import paths
from analysis.core import tables as t


@cache
def labels():
    lines = (paths.SAMPLE / "labels.jsonl").read_text("utf8").splitlines()
    return {row["article_id"]: row for row in map(json.loads, lines)}


def read(articles, threads=2, model=None):
    """Stand in for ``analysis.annotate.tagger_model.read``."""
    spans, links, numbers = [], [], []
    for article in articles.itertuples():
        row = labels().get(article.article_id, {})
        for i, label in enumerate(row.get("attributions", ())):
            _attribution(article.article_id, i, label, spans, links)
        for i, label in enumerate(row.get("figures", ())):
            _figure(article, i, label, spans, links, numbers)
    return TaggerOutput(
        t.make(spans, t.TAGGER_SPANS),
        t.make(links, t.TAGGER_LINKS),
        t.make(numbers, t.TAGGER_NUMBERS),
    )


def neutral_sentiment(texts, spans, threads=2, model=None):
    """Stand in for ``analysis.measure.target_sentiment.model.target_sentiment``: everything is neutral."""
    row = {"polarity": "neutral", "p_negative": 0.1, "p_neutral": 0.8, "p_positive": 0.1}
    return pd.DataFrame([row] * len(texts), columns=list(row))


def _attribution(article_id, i, label, spans, links):
    ids = {}
    for role in t.ROLES:
        for k, (start, end) in enumerate(label[role] or ()):
            span_id = f"{article_id}-a{i}-{role}{k}"
            ids.setdefault(role, []).append(span_id)
            spans.append(
                {
                    "article_id": article_id,
                    "span_id": span_id,
                    "layer": "attribution",
                    "label": role,
                    "start": start,
                    "end": end,
                    "p": 0.99,
                }
            )
    links += (
        {"article_id": article_id, "from_id": s, "to_id": ids["cue"][0], "p": 0.95}
        for role in ("source", "content")
        for s in ids.get(role, ())
        if "cue" in ids
    )


def _figure(article, i, label, spans, links, numbers):
    number = f"{article.article_id}-f{i}"
    spans.append(_span(article, number, "number", label["start"], label["end"]))
    numbers.append(
        {
            "span_id": number,
            "outcome": label["outcome"],
            "p_outcome": 0.9,
            "group": label["group"],
            "p_group": 0.9,
            "implicit": label["implicit"],
        }
    )
    for role in ("counted", "source", "agent"):
        words = label[role]
        near = article.text.find(words, max(0, label["start"] - 250)) if words else -1
        if near >= 0:
            spans.append(_span(article, f"{number}-{role}", role, near, near + len(words)))
            links.append(
                {
                    "article_id": article.article_id,
                    "from_id": number,
                    "to_id": f"{number}-{role}",
                    "p": 0.9,
                }
            )


def _span(article, span_id, label, start, end):
    return {
        "article_id": article.article_id,
        "span_id": span_id,
        "layer": "figure",
        "label": label,
        "start": start,
        "end": end,
        "p": 0.99,
    }
