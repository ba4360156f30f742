"""
Estimate whether an article uses each generic frame, with a linear model over its words.

In: the words of an article, and its score in each frame lexicon. Out: a probability for each frame,
and what each word adds to it.

The model has three parts: the lexicon scores; all words of the articles that it was fitted on
(TF-IDF); and the mean vector of the words, from the tagger's token embedding, so that words that
no labelled article contains weigh as their neighbours do. A linear function of a mean vector is a
weight for each word, so the vectors themselves are not stored. The numbers are kept in
``data/models/frames``, next to a description; ``analysis.train.frames`` fits them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypedDict

import numpy as np

from analysis.core import paths
from analysis.core.checked_files import read_packed

__all__ = ["LEXICON_UNIT", "FrameModel", "ModelFile", "from_dict", "read_model"]

LEXICON_UNIT = 5.0
"""
The lexicon part reads the square root of a score, divided by this. A larger unit holds the weight
of the lists back: five of them were revised on articles that the model is fitted on, so they look
better there than they are.
"""

_PARTS_OF_UNIT = 1000  # the file holds whole thousandths


class ModelFile(TypedDict):
    """
    Content of the model file.

    Attributes
    ----------
    frames : list of str
    lexicon_weights : list of list of float
        For the lexicon score of each frame, its weight in each frame.
    words : dict of str to list of int
        For each word, in thousandths: its inverse document frequency, its TF-IDF weight in each
        frame, and the weight of its vector in each frame.
    bias, slope, threshold, low, high : list of float
        One number for each frame, see ``FrameModel``.
    """

    frames: list[str]
    lexicon_weights: list[list[float]]
    words: dict[str, list[int]]
    bias: list[float]
    slope: list[float]
    threshold: list[float]
    low: list[float]
    high: list[float]


@dataclass(frozen=True)
class FrameModel:
    """
    Weights of words and lexicon scores for each frame.

    Attributes
    ----------
    frames : list of str
    lexicon_weights : ndarray, shape (n_frames, n_frames)
        Rows are lexicon scores, columns the frames that they speak for.
    words : dict of str to int
        Row of each word.
    idf : ndarray, length n_words
        Inverse document frequencies.
    term_weights, vector_weights : ndarray, shape (n_words, n_frames)
    bias : ndarray, length n_frames
        Added to the margin.
    slope : ndarray, length n_frames
        Turns a margin into log-odds.
    threshold : ndarray, length n_frames
        Probability from which a frame counts as present: the best F1 on labelled articles.
    low, high : ndarray, length n_frames
        Below ``low``, and from ``high`` on, four in five answers are right on labelled articles.
    """

    frames: list[str]
    lexicon_weights: np.ndarray
    words: dict[str, int]
    idf: np.ndarray
    term_weights: np.ndarray
    vector_weights: np.ndarray
    bias: np.ndarray
    slope: np.ndarray
    threshold: np.ndarray
    low: np.ndarray
    high: np.ndarray

    def lexicon_log_odds(self, scores: np.ndarray) -> np.ndarray:
        """
        Return what lexicon scores add to the log-odds of each frame.

        Parameters
        ----------
        scores : ndarray, length n_frames
            Score of an article in the lexicon of each frame; 0 or more.

        Returns
        -------
        ndarray, shape (n_frames, n_frames)
            A row for each lexicon, a column for each frame.
        """
        values = np.sqrt(scores) / LEXICON_UNIT
        return values[:, None] * self.lexicon_weights * self.slope

    def word_log_odds(self, occurrences: Mapping[str, int]) -> dict[str, np.ndarray]:
        """
        Return what each word adds to the log-odds of each frame.

        Parameters
        ----------
        occurrences : mapping of str to int
            How often an article contains each word, in lower case.

        Returns
        -------
        dict of str to ndarray
            Of length n_frames. Words that the model does not know are left out.
        """
        known = [word for word in occurrences if word in self.words]
        if not known:
            return {}
        rows = [self.words[word] for word in known]
        values = (1 + np.log([occurrences[word] for word in known])) * self.idf[rows]
        of_term = (values / np.linalg.norm(values))[:, None] * self.term_weights[rows]
        of_vector = (values / values.sum())[:, None] * self.vector_weights[rows]
        return dict(zip(known, (of_term + of_vector) * self.slope, strict=True))

    def probabilities(
        self, lexicon_log_odds: np.ndarray, word_log_odds: Mapping[str, np.ndarray]
    ) -> np.ndarray:
        """
        Return the probability of each frame.

        Parameters
        ----------
        lexicon_log_odds : ndarray, shape (n_frames, n_frames)
        word_log_odds : mapping of str to ndarray
            As returned by the methods of these names.

        Returns
        -------
        ndarray, length n_frames
            0 to 1, calibrated on the labelled articles.
        """
        log_odds = self.bias + lexicon_log_odds.sum(axis=0)
        log_odds = log_odds + sum(word_log_odds.values(), start=np.zeros(len(self.frames)))
        return 1 / (1 + np.exp(-log_odds))

    def is_present(self, probabilities: np.ndarray) -> np.ndarray:
        """Return whether each probability reaches the threshold of its frame."""
        return probabilities >= self.threshold

    def is_certain(self, probabilities: np.ndarray) -> np.ndarray:
        """Return whether each answer is of a kind of which four in five are right."""
        return (probabilities < self.low) | (probabilities >= self.high)


@lru_cache(maxsize=1)
def read_model() -> FrameModel:
    """
    Read the frame model that is part of the project.

    Returns
    -------
    FrameModel

    Raises
    ------
    MissingResourceError
        If the model file is missing, or is not that of the project.
    """
    return from_dict(read_packed(paths.MODELS / "frames" / "model.json.gz"))


def from_dict(content: ModelFile) -> FrameModel:
    """
    Build a frame model from the content of its file.

    Parameters
    ----------
    content : ModelFile

    Returns
    -------
    FrameModel
    """
    frames, words = content["frames"], content["words"]
    numbers = np.array(list(words.values()), dtype=float) / _PARTS_OF_UNIT
    numbers = numbers.reshape(len(words), 1 + 2 * len(frames))
    return FrameModel(
        frames=frames,
        lexicon_weights=np.array(content["lexicon_weights"], dtype=float),
        words={word: row for row, word in enumerate(words)},
        idf=numbers[:, 0],
        term_weights=numbers[:, 1 : 1 + len(frames)],
        vector_weights=numbers[:, 1 + len(frames) :],
        bias=np.array(content["bias"], dtype=float),
        slope=np.array(content["slope"], dtype=float),
        threshold=np.array(content["threshold"], dtype=float),
        low=np.array(content["low"], dtype=float),
        high=np.array(content["high"], dtype=float),
    )
