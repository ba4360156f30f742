"""
Read gold rows as a run reads articles, up to what the figures are extracted from.

In: rows of gold files. Out: the tables that ``extract_figures`` takes, in its order. The shipped
tagger labels the articles unless another one's labels are given.
"""

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.annotate.sentences import split_sentences
from analysis.annotate.tagger_model import TaggerOutput, label_articles
from analysis.annotate.tokens import tag_tokens
from analysis.core import tables
from analysis.extract.attributions.extract import extract_attributions

__all__ = ["article_row", "inputs_of_figures"]


def article_row(row: Mapping) -> dict[str, object]:
    """Return the columns of ``articles`` from a gold row; those it lacks are null."""
    given = {column: row.get(column) for column in ("article_id", "title", "text")}
    day = pd.to_datetime(row.get("published"), errors="coerce")
    return {
        **dict.fromkeys(tables.ARTICLES.columns),
        **given,
        "corpus": "gold",
        "published": day,
        "n_words": len(row["text"].split()),
    }


def inputs_of_figures(
    rows: Sequence[Mapping], output: TaggerOutput | None = None
) -> tuple[pd.DataFrame, ...]:
    """
    Return what the figures of gold rows are extracted from.

    Parameters
    ----------
    rows : sequence of mapping
        Rows of gold files.
    output : TaggerOutput, optional
        Labels of a tagger that was not trained on them; by default the shipped tagger makes them.

    Returns
    -------
    tuple of DataFrame
        The arguments of ``extract_figures``.
    """
    articles = tables.make([article_row(row) for row in rows], tables.ARTICLES)
    output = output or label_articles(articles)
    sentences = split_sentences(articles)
    tokens = tag_tokens(articles, sentences)
    found = extract_attributions(articles, sentences, output.spans, output.links, tokens)
    return (articles, sentences, *output, *found, tokens)
