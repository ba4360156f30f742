"""
Models that find exactly what a person labelled in the sample, to test everything after the models.

``read`` takes the place of the tagger, ``neutral_sentiment`` that of the model of target sentiment.
"""

import json
from functools import cache

import pandas as pd

from analysis.annotate.tagger_model import TaggerOutput
from analysis.core import paths, tables

CONTEXT = 250  # characters before a number in which the words of its roles are looked for


@cache
def labels():
    """Return the hand labels of the sample, by article."""
    lines = (paths.SAMPLE / "labels.jsonl").read_text("utf8").splitlines()
    rows = [json.loads(line) for line in lines]
    return {row["article_id"]: row for row in rows}


def read(articles, **_options):
    """Take the place of ``analysis.annotate.tagger_model.label_articles``."""
    output = _Output()
    for article in articles.itertuples():
        row = labels().get(article.article_id, {})
        for number, label in enumerate(row.get("attributions", ())):
            output.add_attribution(article, number, label)
        for number, label in enumerate(row.get("figures", ())):
            output.add_figure(article, number, label)
    return TaggerOutput(
        tables.make(output.spans, tables.TAGGER_SPANS),
        tables.make(output.links, tables.TAGGER_LINKS),
        tables.make(output.numbers, tables.TAGGER_NUMBERS),
    )


def neutral_sentiment(mentions, *_given):
    """Take the place of ``target_sentiment.model.sentiment_in_articles``: everything is neutral."""
    row = {"polarity": "neutral", "p_negative": 0.1, "p_neutral": 0.8, "p_positive": 0.1}
    return pd.DataFrame([row] * len(mentions), columns=list(row))


class _Output:
    """The rows of the tagger's three tables."""

    def __init__(self):
        self.spans, self.links, self.numbers = [], [], []

    def add_attribution(self, article, number, label):
        """Add the spans of an attribution, and the links of its sources and contents to the cue."""
        span_ids = {role: [] for role in tables.ROLES}
        for role in tables.ROLES:
            for position, (start, end) in enumerate(label[role] or ()):
                span_id = f"{article.article_id}-a{number}-{role}{position}"
                self._add_span(article, span_id, "attribution", role, start, end)
                span_ids[role].append(span_id)
        for cue in span_ids["cue"][:1]:
            for span_id in [*span_ids["source"], *span_ids["content"]]:
                self._add_link(article, span_id, cue, 0.95)

    def add_figure(self, article, number, label):
        """Add a number, and the words of its roles that are near it."""
        span_id = f"{article.article_id}-f{number}"
        self._add_span(article, span_id, "figure", "number", label["start"], label["end"])
        self.numbers.append(
            {
                "span_id": span_id,
                "outcome": label["outcome"],
                "p_outcome": 0.9,
                "group": label["group"],
                "p_group": 0.9,
                "implicit": label["implicit"],
            }
        )
        first = max(0, label["start"] - CONTEXT)
        for role in ("counted", "source", "agent"):
            words = label[role]
            if not words or words not in article.text[first:]:
                continue
            start = article.text.index(words, first)
            role_id = f"{span_id}-{role}"
            self._add_span(article, role_id, "figure", role, start, start + len(words))
            self._add_link(article, span_id, role_id, 0.9)

    def _add_span(self, article, span_id, layer, label, start, end):
        self.spans.append(
            {
                "article_id": article.article_id,
                "span_id": span_id,
                "layer": layer,
                "label": label,
                "start": start,
                "end": end,
                "p": 0.99,
            }
        )

    def _add_link(self, article, from_id, to_id, probability):
        self.links.append(
            {
                "article_id": article.article_id,
                "from_id": from_id,
                "to_id": to_id,
                "p": probability,
            }
        )
