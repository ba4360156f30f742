"""
Look up the vector of a word: damage, cost and fine are sums, Monday and the union are none.

In: a word. Out: the tagger's vector of it, of length 1, which does not depend on the text around
it. A word that no labelled number is of is judged by words like it.
"""

from functools import lru_cache

import numpy as np

from analysis.neural.token_embedding import token_embedding

__all__ = ["head_vector"]


@lru_cache(maxsize=20_000)
def head_vector(word: str) -> np.ndarray:
    """
    Return the vector of a word.

    Parameters
    ----------
    word : str
        Its case is not read.

    Returns
    -------
    array of float, shape (n,)
        Of length 1; zeros for a word without tokens. Not to be changed.
    """
    vector = token_embedding().word_vectors([word.lower()])[0].astype(float)
    length = float(np.linalg.norm(vector))
    return vector / length if length else vector
