"""
Separate the outlet's own voice from attributed words.

In: the ``sentences`` table, with ``share_quoted`` filled in. Out: a voice for each sentence.
Attributions are found by ``analysis.extract.attributions.extract``, not here.
"""

import numpy as np
import pandas as pd

from analysis.core.errors import TableError
from analysis.core.tables import VOICES

__all__ = ["voices"]


def voices(sentences: pd.DataFrame, at_least: float = 0.5) -> pd.Series:
    """
    Return the voice of each sentence.

    Parameters
    ----------
    sentences : DataFrame
        The ``sentences`` table. Not changed.
    at_least : float
        Share of attributed words, from 0 to 1, at or above which a sentence is ``attributed``.

    Returns
    -------
    Series of str, length n_sentences
        ``own`` or ``attributed``, with the index of ``sentences``.

    Raises
    ------
    TableError
        If any ``share_quoted`` is null: attributions were not extracted yet, and calling such a
        sentence the outlet's own would be a guess.
    """
    share = sentences["share_quoted"]
    is_unknown = share.isna().to_numpy()
    n_unknown = np.count_nonzero(is_unknown)
    if n_unknown:
        first = sentences.loc[is_unknown, ["article_id", "sentence_id"]].iloc[0].to_dict()
        raise TableError(
            f"Column share_quoted of sentences is null in {n_unknown} rows "
            f"(first: {first}); it must be from 0 to 1. Fill it first: sentences = "
            "attributions.share_quoted(articles, sentences, attribution_spans)."
        )
    own, attributed = VOICES
    is_attributed = share.to_numpy() >= at_least
    return pd.Series(np.where(is_attributed, attributed, own), index=sentences.index, dtype="str")
