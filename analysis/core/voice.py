"""
Tell the outlet's own voice from the words of others.

In: the ``sentences`` table after extraction filled ``share_quoted``. Out: a voice for each sentence.
It does not find attributions; ``analysis.extract.attributions.extract`` does.
"""

import numpy as np
import pandas as pd

from analysis.core.errors import TableError
from analysis.core.tables import VOICES

HALF = 0.5


def voices(sentences, at_least=HALF):
    """
    Give each sentence its voice.

    Parameters
    ----------
    sentences : DataFrame
        The ``sentences`` table. Not changed.
    at_least : float
        Share of attributed words, 0 to 1, from which a sentence is ``attributed``.

    Returns
    -------
    Series of str, length n_sentences
        ``own`` or ``attributed``, with the index of ``sentences``.

    Raises
    ------
    TableError
        If ``share_quoted`` is null anywhere: nobody has looked for attributions there yet, and calling such a
        sentence the outlet's own would be a guess.
    """
    share = sentences["share_quoted"]
    if share.isna().any():
        first = sentences.loc[share.isna(), ["article_id", "sentence_id"]].iloc[0].to_dict()
        raise TableError(
            f"Column share_quoted of sentences is null in {int(share.isna().sum())} rows (first: {first}); it should "
            "hold 0 to 1. Fill it first: sentences = attributions.share_quoted(articles, sentences, attribution_spans)."
        )
    own, attributed = VOICES
    return pd.Series(
        np.where(share.to_numpy() >= at_least, attributed, own), index=sentences.index, dtype="str"
    )
