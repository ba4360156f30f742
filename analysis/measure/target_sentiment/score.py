"""
Judge the polarity towards every mention of a named referent.

In: ``articles``, ``sentences`` and mentions (rows of ``names``). Out: the ``targets`` table. Which words are mentions,
and of whom, is decided by the lexicon of names; the judgement is the reader's (``analysis.measure.target_sentiment.model``). It
learned from mentions of persons and groups: of events and places it knows nothing, so they are not to be given.
"""

import pandas as pd

from analysis.core.tables import TARGETS, make
from analysis.measure.target_sentiment.model import target_sentiment

__all__ = ["score_targets"]


def score_targets(articles, sentences, mentions, threads=2):
    """
    Judge each sentence towards each mention in it.

    Parameters
    ----------
    articles, sentences, mentions : DataFrame
        The ``articles`` and ``sentences`` tables, and the rows of ``names`` whose referent acts. Not changed.
    threads : int
        Threads of the reader.

    Returns
    -------
    DataFrame
        The ``targets`` table, one row a mention, in the order of ``mentions``. ``entity`` is the referent.

    Raises
    ------
    MissingResourceError
        If the model's files are absent or altered.
    """
    bounds = sentences[["article_id", "sentence_id", "start", "end"]]
    found = mentions.merge(
        bounds,
        on=["article_id", "sentence_id"],
        how="left",
        validate="many_to_one",
        suffixes=("", "_sentence"),
    )
    texts = articles.set_index("article_id")["text"].to_dict()
    passages = [texts[r.article_id][r.start_sentence : r.end_sentence] for r in found.itertuples()]
    spans = list(
        zip(
            found["start"] - found["start_sentence"],
            found["end"] - found["start_sentence"],
            strict=True,
        )
    )
    judged = target_sentiment(passages, spans, threads=threads)
    columns = found[["article_id", "sentence_id", "start", "end"]]
    named = columns.assign(mention=found["text"], entity=found["referent"])
    return make(pd.concat([named, judged], axis=1), TARGETS)
