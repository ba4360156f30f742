"""
Open what all small models read first: MiniLM's tokens and their vectors.

In: ``data/models/question_words``. Out: a tokenizer, and vectors of the tokens of two texts. The
models (``question_model``) were tuned above these, which stayed as they were published.
"""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from analysis.core import paths
from analysis.core.checked_files import read_checked
from analysis.neural.onnx_model import open_session

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["FOLDER", "TOKENS", "WORDS", "QuestionWords", "read_question_words", "tokenizer_of"]

FOLDER = paths.MODELS / "question_words"
TOKENS, WORDS = "tokens.json", "words.onnx"
"""The tokenizer, and the network that makes vectors of tokens."""

_ONE_THREAD = 1  # two texts are a few dozen tokens


class QuestionWords:
    """
    The open network.

    Parameters
    ----------
    folder : Path
        Holds ``TOKENS``, ``WORDS`` and their hashes.

    Raises
    ------
    MissingResourceError
        If a file is missing, or its hash differs.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        self._tokens = read_checked(folder / TOKENS).decode("utf8")
        read_checked(folder / WORDS)
        self._session = open_session(folder / WORDS, _ONE_THREAD)

    def tokenizer(self, longest: int) -> "Tokenizer":
        """Return a tokenizer that cuts the longer of two texts first, to ``longest`` in all."""
        from tokenizers import Tokenizer

        return tokenizer_of(Tokenizer.from_str(self._tokens), longest)

    def vectors(self, ids: np.ndarray, segments: np.ndarray) -> np.ndarray:
        """
        Return the vectors of tokens.

        Parameters
        ----------
        ids, segments : array of int, shape (n_rows, n_tokens)
            Of which token and of which text each is, 0 or 1.

        Returns
        -------
        array of float32, shape (n_rows, n_tokens, n_hidden)
        """
        (vectors,) = self._session.run(None, {"ids": ids, "segments": segments})
        return np.asarray(vectors)


def tokenizer_of(tokenizer: "Tokenizer", longest: int) -> "Tokenizer":
    """Return a tokenizer, set to cut the longer of two texts first."""
    tokenizer.no_padding()
    tokenizer.enable_truncation(longest, strategy="longest_first")
    return tokenizer


@lru_cache(maxsize=1)
def read_question_words() -> QuestionWords:
    """Return the shipped network, opened once in a process."""
    return QuestionWords()
