"""
What the tagger's middle layer made of each token of an article.

In: the places and states of the tokens, from ``analysis.annotate.token_states``. Out: the tokens of
a part of the article. The classifier of polarity reads their states
(``analysis.measure.target_sentiment``), so that an article is encoded once.
"""

from typing import NamedTuple

import numpy as np

__all__ = ["TokenStates"]


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
