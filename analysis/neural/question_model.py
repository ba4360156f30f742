"""
Run a small encoder on two texts, and return what its heads tell of them.

In: two texts. Out: probabilities, one array for each head. What is asked is up to the models built
on it (``kind_model``, ``number_model``). The encoder is MiniLM [1]_ as a sentence encoder [2]_,
tuned on labels of this project. It needs no torch, and nothing is downloaded.

References
----------
.. [1] Wang, W., Wei, F., Dong, L., Bao, H., Yang, N., & Zhou, M. (2020). MiniLM: Deep
   self-attention distillation for task-agnostic compression of pre-trained transformers. NeurIPS.
.. [2] Reimers, N., & Gurevych, I. (2019). Sentence-BERT: Sentence embeddings using Siamese
   BERT-networks. EMNLP.
"""

import json
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

import numpy as np

from analysis.core.checked_files import read_checked
from analysis.core.errors import MissingResourceError
from analysis.neural.onnx_model import open_session, without_surrogates
from analysis.neural.question_words import QuestionWords, read_question_words

__all__ = ["LAYERS", "QuestionModel", "read_labels"]

LAYERS = "layers.onnx"
"""The network above the vectors of tokens (``question_words``)."""

_ONE_THREAD = 1  # two texts are a few dozen tokens
_ANSWERS_KEPT = 4096  # what an agency wrote stands in many articles


class QuestionModel:
    """
    An open model.

    Parameters
    ----------
    folder : Path
        Holds ``LAYERS`` and its hash.
    longest : int
        Tokens of two texts, to which the longer one is cut.
    words : QuestionWords, optional
        By default, the shipped ones.

    Raises
    ------
    MissingResourceError
        If a file is missing, or its hash differs.
    """

    def __init__(self, folder: Path, longest: int, words: QuestionWords | None = None) -> None:
        self._words = words or read_question_words()
        self._tokenizer = self._words.tokenizer(longest)
        read_checked(folder / LAYERS)
        self._session = open_session(folder / LAYERS, _ONE_THREAD)
        self._scores = lru_cache(_ANSWERS_KEPT)(self._read)

    def probabilities(self, first: str, second: str, head: str | None = None) -> np.ndarray:
        """
        Return what a head tells of two texts.

        Parameters
        ----------
        first, second : str
        head : str, optional
            Name of an output of the network; by default, its only one.

        Returns
        -------
        array of float
            They sum to 1. Two texts are read alone, since a batch would share its int8 scales: the
            answer does not depend on what else is asked.
        """
        odds = self._scores(without_surrogates(first), without_surrogates(second), head)
        odds = np.exp(odds - odds.max())
        return odds / odds.sum()

    def _read(self, first: str, second: str, head: str | None) -> np.ndarray:
        read = self._tokenizer.encode(first, second)
        segments = np.array([read.type_ids], np.int64)
        inputs = {
            "hidden": self._words.vectors(np.array([read.ids], np.int64), segments),
            "mask": np.array([read.attention_mask], np.int64),
            "segments": segments,
        }
        (scores,) = self._session.run(None if head is None else [head], inputs)
        return np.asarray(scores)[0].astype(float)


def read_labels(path: Path, allowed: Collection[str], trainer: str) -> tuple[str, ...]:
    """
    Return what the scores of a head stand for.

    Parameters
    ----------
    path : Path
        A list of labels, with its hash beside it.
    allowed : collection of str
        Values of the column that the head fills.
    trainer : str
        Module that fits the model again.

    Raises
    ------
    MissingResourceError
        If the file is missing, its hash differs, or a label is none of the values.
    """
    labels = tuple(json.loads(read_checked(path)))
    unknown = sorted(set(labels) - set(allowed))
    if unknown:
        raise MissingResourceError(
            f"{path} has {', '.join(unknown)}, which the tables do not know: fit the model again, "
            f"python -m {trainer}"
        )
    return labels
