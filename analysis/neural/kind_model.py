"""
Ask what kind of source the source of an attribution is, with a small model of its own.

In: two texts, the name of a source with the kind that the word lists tell, and the words around it.
Out: a probability for each kind. The model is MiniLM [1]_ as a sentence encoder [2]_, tuned by
``analysis.train.source_kinds`` on sources that people labelled; its files are in
``data/models/source_kinds``. It needs no torch, and nothing is downloaded.

References
----------
.. [1] Wang, W., Wei, F., Dong, L., Bao, H., Yang, N., & Zhou, M. (2020). MiniLM: Deep
   self-attention distillation for task-agnostic compression of pre-trained transformers. NeurIPS.
.. [2] Reimers, N., & Gurevych, I. (2019). Sentence-BERT: Sentence embeddings using Siamese
   BERT-networks. EMNLP.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from analysis.core import paths
from analysis.core.checked_files import read_checked
from analysis.core.errors import MissingResourceError
from analysis.core.tables import SOURCE_TYPES
from analysis.neural.onnx_model import open_session, without_surrogates

__all__ = ["FILES", "FOLDER", "KindModel", "Question", "read_kind_model"]

FOLDER = paths.MODELS / "source_kinds"
FILES = ("tokens.json", "layers.onnx", "kinds.json")
"""The tokenizer, which also cuts a long question, the network, and what its scores stand for."""

_ONE_THREAD = 1  # a question is a few dozen tokens


class Question(NamedTuple):
    """
    What the model reads of a source.

    Attributes
    ----------
    source : str
        Its name and the kind by the word lists.
    words : str
        The text around one place at which it speaks, and around its first naming.
    """

    source: str
    words: str


class KindModel:
    """
    The open model.

    Parameters
    ----------
    folder : Path
        Holds ``FILES`` and their hashes.

    Raises
    ------
    MissingResourceError
        If a file is missing, its hash differs, or a kind is none of ``source_type``.

    Attributes
    ----------
    kinds : tuple of str
        Values of ``source_type``, in the order of the probabilities.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        from tokenizers import Tokenizer

        tokens, layers, kinds = FILES
        self.kinds: tuple[str, ...] = tuple(json.loads(read_checked(folder / kinds)))
        if not set(self.kinds) <= set(SOURCE_TYPES):
            raise MissingResourceError(
                f"{folder / kinds} has kinds that no source has: fit the model again, "
                "python -m analysis.train.source_kinds"
            )
        self._tokenizer = Tokenizer.from_str(read_checked(folder / tokens).decode("utf8"))
        read_checked(folder / layers)
        self._session = open_session(folder / layers, _ONE_THREAD)

    def probabilities(self, question: Question) -> np.ndarray:
        """
        Return how probable each kind is.

        Parameters
        ----------
        question : Question

        Returns
        -------
        array of float, shape (n_kinds,)
            In the order of ``kinds``; they sum to 1. A question is read alone, since a batch would
            share its int8 scales: the answer does not depend on other sources.
        """
        source, words = map(without_surrogates, question)
        read = self._tokenizer.encode(source, words)
        inputs = {
            "ids": np.array([read.ids], np.int64),
            "mask": np.array([read.attention_mask], np.int64),
            "segments": np.array([read.type_ids], np.int64),
        }
        (scores,) = self._session.run(None, inputs)
        odds = np.asarray(scores)[0].astype(float)
        odds = np.exp(odds - odds.max())
        return odds / odds.sum()


@lru_cache(maxsize=1)
def read_kind_model() -> KindModel:
    """Return the shipped model, opened once in a process."""
    return KindModel()
