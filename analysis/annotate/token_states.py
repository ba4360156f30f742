"""
Collect what the tagger's middle layer made of each token of an article.

In: passages that the tagger has read, or texts. Out: ``TokenStates``.
"""

from collections.abc import Iterable

import numpy as np

from analysis.annotate.passages import Passage, run_model
from analysis.neural.onnx_model import Model
from analysis.neural.token_states import TokenStates

__all__ = ["read_states", "states_of"]


def states_of(passages: Iterable[Passage]) -> TokenStates:
    """
    Return the states of an article.

    Parameters
    ----------
    passages : iterable of Passage
        All of the article, in order; at least one.

    Returns
    -------
    TokenStates
    """
    parts = list(passages)
    offsets = np.concatenate([part.offsets for part in parts])
    states = np.concatenate([part.middle_states() for part in parts])
    return TokenStates(offsets, states)


def read_states(texts: Iterable[str], model: Model) -> dict[int, TokenStates]:
    """
    Read texts for their states alone.

    Parameters
    ----------
    texts : iterable of str
    model : Model
        The tagger.

    Returns
    -------
    dict of int to TokenStates
        By the number of the text, from 0. A text without tokens has none.
    """
    given = list(texts)
    read: dict[int, list[Passage]] = {}
    for passage in run_model(map(str, range(len(given))), given, model):
        read.setdefault(int(passage.article_id), []).append(passage)
    return {number: states_of(passages) for number, passages in read.items()}
