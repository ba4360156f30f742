"""
What the tagger's middle layer made of each token of an article.

In: passages that the tagger has read. Out: the place and the state of every token. The classifier
of polarity reads these (``analysis.measure.target_sentiment``), so that an article is encoded once.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from analysis.annotate.passages import Passage, run_model
from analysis.neural.onnx_model import Model

__all__ = ["TokenStates", "read_states", "states_of"]


class TokenStates(NamedTuple):
    """
    The tokens of an article, in reading order.

    Attributes
    ----------
    offsets : array of int, shape (n_tokens, 2)
        Start and end of each token in the article, end not included.
    states : array of float16, shape (n_tokens, n_hidden)
        Output of the tagger's middle layer, in the window in which a token is closest to the
        middle. 1,536 bytes a token: an article of 200,000 words has 400 MB.
    """

    offsets: np.ndarray
    states: np.ndarray

    def between(self, start: int, end: int) -> tuple[int, int]:
        """
        Return the tokens that share a character with a part of the article.

        Parameters
        ----------
        start, end : int
            Characters, end not included.

        Returns
        -------
        first, last : int
            ``last`` is not included; both are equal if no token does.
        """
        first = int(np.searchsorted(self.offsets[:, 1], start, side="right"))
        last = int(np.searchsorted(self.offsets[:, 0], end, side="left"))
        return first, max(first, last)


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
