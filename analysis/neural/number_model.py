"""
Ask how a number stands in its article, and whether two numbers are of one thing.

In: the words around one number, or around two. Out: probabilities. The model (``question_model``)
was tuned by ``analysis.train.numbers`` on numbers that people labelled; its files are in
``data/models/numbers``.
"""

from functools import lru_cache
from pathlib import Path

import numpy as np

from analysis.core import paths
from analysis.core.tables import STANDINGS
from analysis.neural.question_model import LAYERS, QuestionModel, read_labels

__all__ = ["FILES", "FOLDER", "HEADS", "LONGEST", "NumberModel", "read_number_model"]

FOLDER = paths.MODELS / "numbers"
FILES = (LAYERS, "standings.json")
"""The network, and what the scores of its second head stand for."""

LONGEST = 160
"""Tokens of two texts."""

HEADS = ("one_thing", "standing")
"""What the network is asked: of two numbers, and of one."""


class NumberModel:
    """
    The open model.

    Parameters
    ----------
    folder : Path
        Holds ``FILES`` and their hashes.

    Raises
    ------
    MissingResourceError
        If a file is missing, its hash differs, or a standing is none of ``STANDINGS``.

    Attributes
    ----------
    standings : tuple of str
        Values of ``standing``, in the order of the probabilities.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        self.standings = read_labels(folder / FILES[-1], STANDINGS, "analysis.train.numbers")
        self._model = QuestionModel(folder, LONGEST)

    def standing(self, words: str, title: str) -> np.ndarray:
        """
        Return how probable each standing of a number is.

        Parameters
        ----------
        words, title : str
            From ``analysis.neural.number_questions``.

        Returns
        -------
        array of float, shape (n_standings,)
            In the order of ``standings``; they sum to 1.
        """
        return self._model.probabilities(words, title, HEADS[1])

    def are_of_one_thing(self, words: str, other: str) -> float:
        """
        Return how probable it is that two numbers count or measure one thing.

        Parameters
        ----------
        words, other : str
            From ``analysis.neural.number_questions``.

        Returns
        -------
        float
            0 to 1; the same whichever comes first.
        """
        first, second = sorted((words, other))
        return float(self._model.probabilities(first, second, HEADS[0])[1])


@lru_cache(maxsize=1)
def read_number_model() -> NumberModel:
    """Return the shipped model, opened once in a process."""
    return NumberModel()
