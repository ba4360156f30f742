"""
Look up the tagger's vectors of tokens, without running its layers.

In: ``tagger_words.onnx`` and the tokenizer beside it. Out: one vector for each token of the
vocabulary, independent of the text around it.
"""

from functools import lru_cache
from pathlib import Path

import numpy as np

from analysis.core.paths import NEURAL_MODEL
from analysis.neural.model_files import EMBEDDING, TOKENIZER, check_files
from analysis.neural.onnx_model import open_session, without_surrogates

__all__ = ["TokenEmbedding", "token_embedding"]

_TOKENS_AT_ONCE = 2_000


class TokenEmbedding:
    """
    The vectors of the tokens that the tagger knows.

    Parameters
    ----------
    folder : Path
        Contains ``reader.json`` and the files that it lists.

    Raises
    ------
    MissingResourceError
        If a file is missing, or its hash differs from ``reader.json``.

    Attributes
    ----------
    vectors : array of float32, shape (n_tokens, n)
    """

    def __init__(self, folder: Path = NEURAL_MODEL) -> None:
        from tokenizers import Tokenizer

        check_files(folder, "tagger")
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        session = open_session(folder / EMBEDDING, threads=1)
        found = []
        for first in range(0, self._tokenizer.get_vocab_size(), _TOKENS_AT_ONCE):
            last = min(first + _TOKENS_AT_ONCE, self._tokenizer.get_vocab_size())
            # one token a row: the embedding adds a vector for its place, and so for the same one
            (hidden,) = session.run(None, {"ids": np.arange(first, last, dtype=np.int64)[:, None]})
            found.append(np.asarray(hidden)[:, 0])
        self.vectors = np.concatenate(found)

    def word_vector(self, word: str) -> np.ndarray:
        """
        Return the mean vector of a word's tokens.

        Parameters
        ----------
        word : str

        Returns
        -------
        array of float32, shape (n,)
            Zeros for a word without tokens.
        """
        ids = self._tokenizer.encode(without_surrogates(word), add_special_tokens=False).ids
        if not ids:
            return np.zeros(self.vectors.shape[1], np.float32)
        return self.vectors[ids].mean(axis=0)


@lru_cache(maxsize=1)
def token_embedding() -> TokenEmbedding:
    """Return the shipped embedding, opened once."""
    return TokenEmbedding()
