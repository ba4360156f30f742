"""
Score the generic news frames with a linear model over words.

In: the tokens of sentences. Out: a score from 0 to 1 for each frame, with 0.5 at the threshold, and
the words with the most weight.

The model has two parts: the words of the frame lexicon, each with a weight, and all other words of
the articles it was fitted on (TF-IDF and logistic regression). Its numbers are kept in
``data/models/frames``, next to a description; ``analysis.train.frames`` fits it. It was fitted on
US news about climate change, and its scores are not probabilities.
"""

import json
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TypedDict

import numpy as np

from analysis.core import paths
from analysis.core.checked_files import read_checked
from analysis.measure.frames.lexicon import CAP, FrameLexicon, index_entries, scale

__all__ = ["FrameModel", "ModelFile", "from_dict", "read_model"]

MAX_WORDS_LISTED = 20


class ModelFile(TypedDict):
    """
    Content of the model file.

    Attributes
    ----------
    frames : list of str
    entries : list of (str, str, float)
        Frame, word and weight of each lexicon entry.
    terms : dict of str to list of float
        For each other word, its inverse document frequency and its weight in each frame.
    bias : list of float
        One number per frame.
    """

    frames: list[str]
    entries: list[tuple[str, str, float]]
    terms: dict[str, list[float]]
    bias: list[float]


@dataclass(frozen=True)
class FrameModel:
    """
    Word weights for each frame.

    Attributes
    ----------
    frames : list of str
    lexicon : FrameLexicon
        Words of the lexicon that the model was fitted with.
    entry_weights : ndarray, length n_entries
        Weight of each lexicon entry: its margin for one occurrence in 1,000 words.
    terms : dict of str to int
        Row of each other word.
    idf : ndarray, length n_terms
        Inverse document frequencies.
    term_weights : ndarray, shape (n_terms, n_frames)
    bias : ndarray, length n_frames
        Added to the margin, so that 0 is the threshold.
    thresholds : ndarray, length n_frames
        0.5 for every frame.
    """

    frames: list[str]
    lexicon: FrameLexicon
    entry_weights: np.ndarray
    terms: dict[str, int]
    idf: np.ndarray
    term_weights: np.ndarray
    bias: np.ndarray
    thresholds: np.ndarray

    def __call__(self, sentences: list[list[str]]) -> tuple[np.ndarray, list[str | None]]:
        """
        Score a text.

        Parameters
        ----------
        sentences : list of list of str
            Lower-case tokens of each sentence, as returned by ``lexicon.tokens``.

        Returns
        -------
        scores : ndarray, length n_frames
            0 to 1; higher means that the frame is more strongly present. NaN if there are no words.
        words : list of str or None
            For each frame, the words that count in its favour and how often they occur, by falling
            weight. None if there are no such words.
        """
        n_words = sum(map(len, sentences))
        if not n_words:
            return np.full(len(self.frames), np.nan), [None] * len(self.frames)
        contributions, occurrences = self._contributions(sentences, n_words)
        margins = self.bias + sum(contributions.values(), start=np.zeros(len(self.frames)))
        words = [
            _heaviest_words(contributions, occurrences, frame) for frame in range(len(self.frames))
        ]
        return 1 / (1 + np.exp(-margins)), words

    def _contributions(
        self, sentences: list[list[str]], n_words: int
    ) -> tuple[dict[str, np.ndarray], Counter[str]]:
        """Return what each word adds to the margins, and how often it occurs."""
        counts, forms = self.lexicon.count(sentences)
        contributions = self._lexicon_contributions(counts, forms, n_words)
        occurrences = Counter(token for sentence in sentences for token in sentence)
        self._add_term_contributions(contributions, occurrences)
        phrases: Counter[str] = Counter()
        for (_, form), count in forms.items():
            if " " in form:
                phrases[form] = count
        return contributions, occurrences + phrases

    def _lexicon_contributions(
        self, counts: Counter[int], forms: Counter[tuple[int, str]], n_words: int
    ) -> dict[str, np.ndarray]:
        """Return what the words of the lexicon add to the margins."""
        factor = scale(n_words)
        contributions: dict[str, np.ndarray] = {}
        for (number, form), count in forms.items():
            frame, _ = self.lexicon.entries[number]
            share = min(counts[number], CAP) * count / counts[number]
            margins = contributions.setdefault(form, np.zeros(len(self.frames)))
            margins[frame] += self.entry_weights[number] * share * factor
        return contributions

    def _add_term_contributions(
        self, contributions: dict[str, np.ndarray], occurrences: Counter[str]
    ) -> None:
        """Add what all other words contribute."""
        known = [token for token in occurrences if token in self.terms]
        rows = [self.terms[token] for token in known]
        frequencies = [occurrences[token] for token in known]
        values = (1 + np.log(frequencies)) * self.idf[rows]
        values = values / max(np.linalg.norm(values), 1e-12)
        for token, row, value in zip(known, rows, values, strict=True):
            previous = contributions.get(token, 0)
            contributions[token] = previous + value * self.term_weights[row]


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
    return from_dict(json.loads(read_checked(paths.MODELS / "frames" / "model.json")))


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
    frames, terms = content["frames"], content["terms"]
    entries = [(frames.index(frame), word) for frame, word, _ in content["entries"]]
    numbers = np.array(list(terms.values()), dtype=float).reshape(len(terms), len(frames) + 1)
    thresholds = np.full(len(frames), 0.5)
    return FrameModel(
        frames=frames,
        lexicon=FrameLexicon(frames, thresholds, entries, index_entries(entries)),
        entry_weights=np.array([weight for *_, weight in content["entries"]], dtype=float),
        terms={term: row for row, term in enumerate(terms)},
        idf=numbers[:, 0],
        term_weights=numbers[:, 1:],
        bias=np.array(content["bias"], dtype=float),
        thresholds=thresholds,
    )


def _heaviest_words(
    contributions: dict[str, np.ndarray], occurrences: Counter[str], frame: int
) -> str | None:
    """Return the words that count most in favour of a frame, as text."""
    ranked = sorted(
        (-margins[frame], word) for word, margins in contributions.items() if margins[frame] > 0
    )
    listed = [f"{word} ({occurrences[word]})" for _, word in ranked[:MAX_WORDS_LISTED]]
    return ", ".join(listed) or None
