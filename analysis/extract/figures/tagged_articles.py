"""
Put what the tables hold of each article together.

In: tables of articles, sentences, the tagger's spans, links and numbers, and attributions, in any
number of articles. Out: one ``Article`` after the other, in the order of the table of articles.
"""

from collections.abc import Iterator

import pandas as pd

from analysis.core.errors import TableError
from analysis.core.furniture import outside_furniture
from analysis.extract.figures import attributed
from analysis.extract.figures.article_context import Article
from analysis.extract.figures.candidates import Prediction
from analysis.extract.figures.measured_candidates import SentenceTokens
from analysis.extract.figures.model_quantities import quantities_by_article
from analysis.extract.figures.record import Span

__all__ = ["read_articles"]


def read_articles(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    spans: pd.DataFrame,
    links: pd.DataFrame,
    numbers: pd.DataFrame,
    attributions: pd.DataFrame,
    attribution_spans: pd.DataFrame,
    tokens: pd.DataFrame,
) -> Iterator[Article]:
    """
    Yield each article that has text, with what was found in it.

    Parameters
    ----------
    articles, sentences, spans, links, numbers, attributions, attribution_spans, tokens : DataFrame
        As for ``analysis.extract.figures.extract.extract_figures``.

    Yields
    ------
    Article

    Raises
    ------
    TableError
        If an article has no sentences although its text has words.
    """
    spans = _outside_furniture(spans, articles)
    sentences_of = _sentences_by_article(sentences)
    spans_of = _spans_by_article(spans, "figure")
    quantity_spans_of = _spans_by_article(spans, "quantity")
    contents_of = attributed.contents_by_article(attributions, attribution_spans)
    predictions = _predictions(numbers)
    links_of = _links_by_number(links)
    quantities_of = quantities_by_article(spans, links)
    sentence_tokens = SentenceTokens(tokens)
    days = [None if pd.isna(day) else day.date() for day in articles["published"]]
    for article_id, text, day in zip(articles["article_id"], articles["text"], days, strict=True):
        bounds = sentences_of.get(article_id)
        if bounds:
            yield Article(
                article_id,
                text,
                bounds,
                spans_of.get(article_id, []),
                quantity_spans_of.get(article_id, []),
                predictions,
                links_of,
                contents_of.get(article_id, []),
                quantities_of.get(article_id, []),
                day,
                sentence_tokens,
            )
        elif text.strip():
            raise TableError(
                f"Article {article_id!r} has text but no sentences; "
                "run split_sentences on it first."
            )


def _outside_furniture(spans: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the spans that hold words of the report, without those of the page at their ends."""
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    columns = (spans[name] for name in ("article_id", "start", "end"))
    places = [
        outside_furniture(texts.get(article_id, ""), start, end)
        for article_id, start, end in zip(*columns, strict=True)
    ]
    is_kept = [place is not None for place in places]
    starts, ends = zip(*filter(None, places), strict=True) if any(is_kept) else ((), ())
    return spans.loc[is_kept].assign(start=starts, end=ends)


def _sentences_by_article(sentences: pd.DataFrame) -> dict[str, dict[int, tuple[int, int]]]:
    """Return the characters of each sentence, by article id and number of the sentence."""
    sentences_of: dict[str, dict[int, tuple[int, int]]] = {}
    for row in sentences.to_dict("records"):
        bounds = sentences_of.setdefault(row["article_id"], {})
        bounds[row["sentence_id"]] = (row["start"], row["end"])
    return sentences_of


def _spans_by_article(spans: pd.DataFrame, layer: str) -> dict[str, list[Span]]:
    """Return the tagger's spans of a layer by article id."""
    spans_of: dict[str, list[Span]] = {}
    for row in spans.to_dict("records"):
        if row["layer"] == layer:
            span = Span(row["span_id"], row["label"], row["start"], row["end"], row["p"])
            spans_of.setdefault(row["article_id"], []).append(span)
    return spans_of


def _predictions(numbers: pd.DataFrame) -> dict[str, Prediction]:
    """Return what the tagger predicts for each number, by span id."""
    predictions = {}
    for row in numbers.to_dict("records"):
        predictions[row["span_id"]] = Prediction(
            row["outcome"], row["p_outcome"], row["group"], row["p_group"], row["implicit"]
        )
    return predictions


def _links_by_number(links: pd.DataFrame) -> dict[str, list[tuple[str, float]]]:
    """Return the linked spans of each number and their probability."""
    links_of: dict[str, list[tuple[str, float]]] = {}
    for row in links.to_dict("records"):
        links_of.setdefault(row["from_id"], []).append((row["to_id"], row["p"]))
    return links_of
