"""Tables of one made article: numbers that the tagger labels, their links and attributions."""

import pandas as pd
from made_figures import position

from analysis.core.tables import (
    ARTICLES,
    ATTRIBUTION_SPANS,
    ATTRIBUTIONS,
    SENTENCES,
    TAGGER_LINKS,
    TAGGER_NUMBERS,
    TAGGER_SPANS,
    TOKENS,
    make,
)
from analysis.extract.figures.extract import extract_figures


def killed(number, group="unspecified", **roles):
    """Return a number that the tagger labels as killed, with the words of its roles."""
    return (number, "killed", group, roles)


def tables(text, numbers=(), contents=(), links=True):
    """
    Make the tables of one article.

    ``numbers``: (words, outcome, group, roles), in reading order; ``roles`` maps counted, agent and
    source to words of the text. ``contents``: (content, source) pairs of attributions.
    """
    spans, linked, predictions = [], [], []
    end = 0
    for number, (words, outcome, group, roles) in enumerate(numbers):
        number_id = f"n{number}"
        start = text.index(words, end)
        end = start + len(words)
        spans.append(span_row(number_id, "number", start, end))
        predictions.append(prediction_row(number_id, words, outcome, group))
        for role, role_words in roles.items():
            role_id = f"{number_id}{role}"
            spans.append(span_row(role_id, role, *position(text, role_words)))
            linked.append({"article_id": "x", "from_id": number_id, "to_id": role_id, "p": 0.9})
    article = {"article_id": "x", "corpus": "made", "text": text, "n_words": len(text.split())}
    return {
        "articles": make([article], ARTICLES),
        "sentences": make(sentence_rows(text), SENTENCES),
        "tokens": make([], TOKENS),
        "spans": make(spans, TAGGER_SPANS),
        "links": make(linked if links else [], TAGGER_LINKS),
        "numbers": make(predictions, TAGGER_NUMBERS),
        **attribution_tables(text, contents),
    }


def span_row(span_id, label, start, end):
    """Return a row of the tagger's spans."""
    return {
        "article_id": "x",
        "span_id": span_id,
        "layer": "figure",
        "label": label,
        "start": start,
        "end": end,
        "p": 0.9,
    }


def prediction_row(span_id, words, outcome, group):
    """Return what the tagger says of a number."""
    return {
        "span_id": span_id,
        "outcome": outcome,
        "p_outcome": 0.9,
        "group": group,
        "p_group": 0.9,
        "implicit": words.lower() in ("a", "an", "child"),
    }


def sentence_rows(text):
    """Return rows of sentences, which end at ". "."""
    rows = []
    start = 0
    for number, sentence in enumerate(text.split(". ")):
        end = start + len(sentence)
        row = {"article_id": "x", "sentence_id": number, "start": start, "end": end}
        rows.append(row | {"in_title": False})
        start = end + 2
    return rows


def attribution_tables(text, contents):
    """Return attributions and their spans, from (content, source) pairs."""
    attributions, spans = [], []
    for number, (content, source) in enumerate(contents):
        attribution_id = f"a{number}"
        attributions.append(
            {
                "attribution_id": attribution_id,
                "article_id": "x",
                "sentence_id": 0,
                "kind": "indirect",
                "source": source,
                "content": content,
                "source_type": "other",
                "anonymous": False,
                "cue_stance": "neutral",
            }
        )
        for role, words in (("content", content), ("source", source)):
            start, end = position(text, words)
            row = {"article_id": "x", "attribution_id": attribution_id, "role": role}
            spans.append(row | {"start": start, "end": end})
    return {
        "attributions": make(attributions, ATTRIBUTIONS),
        "attribution_spans": make(spans, ATTRIBUTION_SPANS),
    }


def figures_of(text, *args, **kwargs):
    """Return the figures of one article; arguments as for ``tables``."""
    return extract_figures(**tables(text, *args, **kwargs))


def values(column):
    """Return the values of a column, None for missing ones."""
    return [None if pd.isna(value) else value for value in column]
