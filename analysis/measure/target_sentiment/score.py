"""
Classify the polarity towards every mention of a person or group.

In: ``articles``, ``sentences`` and mentions. Out: the ``targets`` table. Which words are mentions
and whom they refer to is decided in ``analysis.extract.target_mentions``; the model
(``analysis.measure.target_sentiment.model``) classifies polarity. It was trained on mentions of
persons and groups, so mentions of events and places should not be passed.
"""

import pandas as pd

from analysis.core.tables import TARGETS, make
from analysis.measure.target_sentiment.model import target_sentiment

__all__ = ["score_targets"]


def score_targets(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    mentions: pd.DataFrame,
    threads: int = 2,
) -> pd.DataFrame:
    """
    Classify the polarity of each sentence towards each mention in it.

    Parameters
    ----------
    articles, sentences : DataFrame
        The ``articles`` and ``sentences`` tables. Not changed.
    mentions : DataFrame
        ``article_id``, ``sentence_id``, ``start``, ``end``, ``text`` and ``entity`` of mentions of
        persons and groups. Not changed.
    threads : int
        Threads used by the model.

    Returns
    -------
    DataFrame
        The ``targets`` table, one row per mention, in the order of ``mentions``.

    Raises
    ------
    MissingResourceError
        If the model files are missing or have been modified.
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
    columns = (found[name] for name in ("article_id", "start_sentence", "end_sentence"))
    passages = []
    for article_id, start, end in zip(*columns, strict=True):
        passages.append(texts[article_id][start:end])
    starts = found["start"] - found["start_sentence"]
    ends = found["end"] - found["start_sentence"]
    spans = list(zip(starts, ends, strict=True))
    classified = target_sentiment(passages, spans, threads=threads)
    mention = found[["article_id", "sentence_id", "start", "end"]]
    mention = mention.assign(mention=found["text"], entity=found["entity"])
    return make(pd.concat([mention, classified], axis=1), TARGETS)
