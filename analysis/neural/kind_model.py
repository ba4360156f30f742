"""
Ask what kind of source the source of an attribution is, with a small model of its own.

In: two texts, the name of a source with the kind that the word lists tell, and the words around it.
Out: a probability for each kind. The model (``question_model``) was tuned by
``analysis.train.source_kinds`` on sources that people labelled; its files are in
``data/models/source_kinds``.
"""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from analysis.core import paths
from analysis.core.tables import SOURCE_TYPES
from analysis.neural.question_model import LAYERS, QuestionModel, read_labels
from analysis.neural.question_words import QuestionWords

__all__ = ["FILES", "FOLDER", "LONGEST", "KindModel", "Question", "read_kind_model"]

FOLDER = paths.MODELS / "source_kinds"
FILES = (LAYERS, "kinds.json")
"""The network, and what its scores stand for."""

LONGEST = 128
"""Tokens of a question."""


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
    words : QuestionWords, optional
        By default, the shipped ones.

    Raises
    ------
    MissingResourceError
        If a file is missing, its hash differs, or a kind is none of ``source_type``.

    Attributes
    ----------
    kinds : tuple of str
        Values of ``source_type``, in the order of the probabilities.
    """

    def __init__(self, folder: Path = FOLDER, words: QuestionWords | None = None) -> None:
        self.kinds = read_labels(folder / FILES[-1], SOURCE_TYPES, "analysis.train.source_kinds")
        self._model = QuestionModel(folder, LONGEST, words)

    def probabilities(self, question: Question) -> np.ndarray:
        """
        Return how probable each kind is.

        Parameters
        ----------
        question : Question

        Returns
        -------
        array of float, shape (n_kinds,)
            In the order of ``kinds``; they sum to 1.
        """
        return self._model.probabilities(question.source, question.words)


@lru_cache(maxsize=1)
def read_kind_model() -> KindModel:
    """Return the shipped model, opened once in a process."""
    return KindModel()
