"""
Look up the tagger's vectors of tokens, without running its layers.

In: ``tagger_words.onnx`` and the tokenizer beside it. Out: a vector for each word, independent of
the text around it.
"""

from collections.abc import Iterator, Sequence
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
    size : int
        Length of a vector.
    """

    def __init__(self, folder: Path = NEURAL_MODEL) -> None:
        from tokenizers import Tokenizer

        check_files(folder, "tagger")
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._session = open_session(folder / EMBEDDING, threads=1)
        self.size = self.token_vectors([0]).shape[1]

    def token_vectors(self, ids: Sequence[int]) -> np.ndarray:
        """
        Return the vectors of tokens.

        Parameters
        ----------
        ids : sequence of int, shape (n_tokens,)
            At least one.

        Returns
        -------
        array of float32, shape (n_tokens, size)
        """
        # one token a row: the embedding adds a vector for its place, and so for the same one
        (hidden,) = self._session.run(None, {"ids": np.array(ids, np.int64)[:, None]})
        return np.asarray(hidden)[:, 0]

    def word_vectors(self, words: Sequence[str]) -> np.ndarray:
        """
        Return the mean vector of each word's tokens.

        Parameters
        ----------
        words : sequence of str, shape (n_words,)

        Returns
        -------
        array of float32, shape (n_words, size)
            Zeros for a word without tokens.
        """
        vectors = np.zeros((len(words), self.size), np.float32)
        for part in self._parts(words):
            read = self.token_vectors([token for _, ids in part for token in ids])
            first = 0
            for row, ids in part:
                vectors[row] = read[first : first + len(ids)].mean(axis=0)
                first += len(ids)
        return vectors

    def _parts(self, words: Sequence[str]) -> Iterator[list[tuple[int, list[int]]]]:
        """Yield some rows and their tokens at a time, so that memory does not grow with words."""
        part: list[tuple[int, list[int]]] = []
        n_tokens = 0
        for row, word in enumerate(words):
            ids = self._tokenizer.encode(without_surrogates(word), add_special_tokens=False).ids
            if not ids:
                continue
            part.append((row, ids))
            n_tokens += len(ids)
            if n_tokens >= _TOKENS_AT_ONCE:
                yield part
                part, n_tokens = [], 0
        if part:
            yield part


@lru_cache(maxsize=1)
def token_embedding() -> TokenEmbedding:
    """Return the shipped embedding, opened once."""
    return TokenEmbedding()
