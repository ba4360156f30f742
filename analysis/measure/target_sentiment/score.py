"""
Classify the polarity towards every mention of a person or group.

In: ``sentences``, mentions and states of tokens. Out: the ``targets`` table. Which words are
mentions and whom they refer to is decided in ``analysis.extract.target_mentions``; the model
(``analysis.measure.target_sentiment.model``) classifies polarity. It was trained on mentions of
persons and groups, so mentions of events and places should not be passed.
"""

from collections.abc import Mapping

import pandas as pd

from analysis.core.tables import TARGETS, make
from analysis.measure.target_sentiment.model import Mention, sentiment_in_articles
from analysis.neural.token_states import TokenStates

__all__ = ["score_targets"]


def score_targets(
    sentences: pd.DataFrame,
    mentions: pd.DataFrame,
    token_states: Mapping[str, TokenStates],
    threads: int = 2,
) -> pd.DataFrame:
    """
    Classify the polarity of each sentence towards each mention in it.

    Parameters
    ----------
    sentences : DataFrame
        The table of that name. Not changed.
    mentions : DataFrame
        ``article_id``, ``sentence_id``, ``start``, ``end``, ``text`` and ``entity`` of mentions of
        persons and groups. Not changed.
    token_states : mapping of str to TokenStates
        Of the articles, by their ids, as the tagger has read them.
    threads : int
        Threads used by the model.

    Returns
    -------
    DataFrame
        The ``targets`` table, one row per mention, in the order of ``mentions``.

    Raises
    ------
    InputError
        If the tagger has not read an article.
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
    columns = ["article_id", "start_sentence", "end_sentence", "start", "end"]
    placed = [
        Mention(article_id, (first, last), (start, end))
        for article_id, first, last, start, end in zip(*map(found.get, columns), strict=True)
    ]
    classified = sentiment_in_articles(placed, token_states, threads)
    mention = found[["article_id", "sentence_id", "start", "end"]]
    mention = mention.assign(mention=found["text"], entity=found["entity"])
    return make(pd.concat([mention, classified], axis=1), TARGETS)
