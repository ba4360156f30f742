"""
Score the generic frames with a linear model over words.

In: the tokens of sentences. Out: a score from 0 to 1 for each frame, .5 on its threshold, and the heaviest words.
The model adds two parts: the words of the frame lexicon, each with a weight, and all other words of the articles it was
fitted on (TF-IDF, logistic regression). It is kept as numbers beside its card in ``data/models/frames``;
``analysis.train.frames`` fits it. It knows US news on climate change best, and is no probability.
"""

import json
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from analysis.core import paths
from analysis.core.errors import MissingResourceError
from analysis.measure.frames.lexicon import CAP, FrameLexicon, index_entries, scale

__all__ = ["FrameModel", "read_model"]

SHOWN = 20


@dataclass(frozen=True)
class FrameModel:
    """
    Weights of words for each frame.

    Attributes
    ----------
    frames : list of str
    lexicon : FrameLexicon
        Words of the lexicon that the model was fitted with.
    entry_weights : ndarray, length n_entries
        Weight of each, in margins for one word in 1,000.
    terms : dict of str to int
        Row of each other word.
    idf : ndarray, length n_terms
    term_weights : ndarray, shape (n_terms, n_frames)
    bias : ndarray, length n_frames
        Added to the margin, so that 0 is the threshold.
    thresholds : ndarray, length n_frames
        .5 for every frame.
    """

    frames: list
    lexicon: FrameLexicon
    entry_weights: np.ndarray
    terms: dict
    idf: np.ndarray
    term_weights: np.ndarray
    bias: np.ndarray
    thresholds: np.ndarray

    def __call__(self, sentences):
        """
        Score some sentences.

        Parameters
        ----------
        sentences : list of list of str
            Lower-case tokens, as ``frames.tokens`` gives.

        Returns
        -------
        scores : ndarray, length n_frames
            0 to 1, higher is more; NaN where there are no words.
        words : list of str or None
            For each frame the words that speak for it, with their counts, the heaviest first.
        """
        n_words = sum(map(len, sentences))
        if not n_words:
            return np.full(len(self.frames), np.nan), [None] * len(self.frames)
        weights, seen = self.contributions(sentences, n_words)
        margins = self.bias + sum(weights.values(), start=np.zeros(len(self.frames)))
        return 1 / (1 + np.exp(-margins)), [
            _heaviest(weights, seen, i) for i in range(len(self.frames))
        ]

    def contributions(self, sentences, n_words):
        """
        Give what each word adds to the margins.

        Parameters
        ----------
        sentences : list of list of str
        n_words : int

        Returns
        -------
        weights : dict of str to ndarray, length n_frames
        counts : Counter of str
        """
        counts, forms = self.lexicon.count(sentences)
        root, weights = scale(n_words), {}
        for (entry, form), count in forms.items():
            share = min(counts[entry], CAP) * count / counts[entry]
            row = weights.setdefault(form, np.zeros(len(self.frames)))
            row[self.lexicon.entries[entry][0]] += self.entry_weights[entry] * share * root
        seen = Counter(token for tokens in sentences for token in tokens)
        known = [token for token in seen if token in self.terms]
        rows = [self.terms[token] for token in known]
        values = (1 + np.log([seen[token] for token in known])) * self.idf[rows]
        values = values / max(np.linalg.norm(values), 1e-12)
        for token, row, value in zip(known, rows, values, strict=True):
            weights[token] = weights.get(token, 0) + value * self.term_weights[row]
        return weights, seen + Counter({form: n for (_, form), n in forms.items() if " " in form})


@lru_cache(maxsize=1)
def read_model():
    """
    Read the model that comes with the project.

    Returns
    -------
    FrameModel

    Raises
    ------
    MissingResourceError
        If the file is not there.
    """
    path = paths.MODELS / "frames" / "model.json"
    if not path.exists():
        raise MissingResourceError(
            f"No frame model at {path}; fit it with python -m analysis.train.frames GOLD.jsonl."
        )
    return from_dict(json.loads(path.read_text(encoding="utf8")))


def from_dict(content):
    """
    Build a model from what its file holds.

    Parameters
    ----------
    content : dict
        ``frames``; ``entries``: list of [frame, word, weight]; ``terms``: word to [idf, weight by frame ...]; ``bias``.

    Returns
    -------
    FrameModel
    """
    frames, terms = content["frames"], content["terms"]
    entries = [(frames.index(frame), word) for frame, word, _ in content["entries"]]
    numbers = np.array(list(terms.values()), dtype=float).reshape(len(terms), len(frames) + 1)
    half = np.full(len(frames), 0.5)
    return FrameModel(
        frames=frames,
        lexicon=FrameLexicon(frames, half, entries, index_entries(entries)),
        entry_weights=np.array([weight for *_, weight in content["entries"]], dtype=float),
        terms={term: i for i, term in enumerate(terms)},
        idf=numbers[:, 0],
        term_weights=numbers[:, 1:],
        bias=np.array(content["bias"], dtype=float),
        thresholds=half,
    )


def _heaviest(weights, seen, frame):
    ranked = sorted(((-row[frame], word) for word, row in weights.items() if row[frame] > 0))
    return ", ".join(f"{word} ({seen[word]})" for _, word in ranked[:SHOWN]) or None
