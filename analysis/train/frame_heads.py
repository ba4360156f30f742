"""
Fit the heads of the frame model: a logistic regression for each frame, and what its margins mean.

In: ``FrameExamples`` and the numbers of the articles to fit on. Out: heads that give margins, and
the calibration, threshold and limits of certainty, which come from margins of articles that were
left out of the fit. ``analysis.train.frames`` writes them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix, hstack

from analysis.measure.frames.model import LEXICON_UNIT
from analysis.train.frame_examples import FrameExamples

__all__ = [
    "Calibration",
    "Heads",
    "calibrate",
    "fit_heads",
    "folds",
    "limits",
    "out_of_fold",
    "stack",
    "threshold",
]

FOLDS = 5
INVERSE_REGULARISATION = 2.0  # "C" of the logistic regression
RIGHT = 0.8  # share of answers that must be right to be called certain
FEWEST = 8  # answers from which such a share is read


@dataclass(frozen=True)
class Heads:
    """
    Weights of each frame over the three parts of the model.

    Attributes
    ----------
    idf : ndarray, length n_words
        Inverse document frequency; 0 for words that the fitted articles do not contain.
    mean : ndarray, length n_dimensions
        Mean vector of the fitted articles.
    spread : float
        Root mean square distance of their vectors from it.
    terms : ndarray, shape (n_words, n_frames)
    lexicon : ndarray, shape (n_frames, n_frames)
    dimensions : ndarray, shape (n_dimensions, n_frames)
    intercepts : ndarray, length n_frames
        NaN for a frame that could not be fitted.
    """

    idf: np.ndarray
    mean: np.ndarray
    spread: float
    terms: np.ndarray
    lexicon: np.ndarray
    dimensions: np.ndarray
    intercepts: np.ndarray

    def margins(self, examples: FrameExamples, rows: np.ndarray) -> np.ndarray:
        """Return the margin of each article and frame; NaN where the frame was not fitted."""
        weights = np.concatenate([self.terms, self.lexicon, self.dimensions])
        design = _design(examples, rows, self.idf, self.mean, self.spread)
        return np.asarray(design @ weights) + self.intercepts


@dataclass(frozen=True)
class Calibration:
    """
    What the margin of one frame means.

    Attributes
    ----------
    slope, intercept : float
        Turn a margin into log-odds.
    threshold : float
        Probability from which the frame is called present.
    low, high : float
        Below ``low`` and from ``high`` on, an answer is called certain.
    """

    slope: float
    intercept: float
    threshold: float
    low: float
    high: float

    def probabilities(self, margins: np.ndarray) -> np.ndarray:
        """Return the probability of each margin."""
        return 1 / (1 + np.exp(-(self.slope * margins + self.intercept)))


def fit_heads(examples: FrameExamples, rows: np.ndarray) -> Heads:
    """
    Fit a logistic regression for each frame.

    Parameters
    ----------
    examples : FrameExamples
    rows : ndarray of int
        Numbers of the articles to fit on.

    Returns
    -------
    Heads
        A frame with too few articles has an intercept of NaN.
    """
    from sklearn.linear_model import LogisticRegression

    documents = np.asarray((examples.counts[rows] > 0).sum(axis=0)).ravel()
    idf = np.where(documents > 0, np.log((1 + len(rows)) / (1 + documents)) + 1, 0.0)
    means = _mean_vectors(examples, rows, idf)
    mean = means.mean(axis=0)
    spread = float(np.sqrt(((means - mean) ** 2).sum(axis=1).mean()))
    design = _design(examples, rows, idf, mean, spread)
    n_words, n_frames = len(examples.words), len(examples.frames)
    weights = np.zeros((design.shape[1], n_frames))
    intercepts = np.full(n_frames, np.nan)
    for frame in range(n_frames):
        labels = examples.labels[rows, frame]
        is_coded = ~np.isnan(labels)
        if len(np.unique(labels[is_coded])) < 2:
            continue
        model = LogisticRegression(
            C=INVERSE_REGULARISATION, class_weight="balanced", solver="liblinear"
        )
        model.fit(design[is_coded], labels[is_coded])
        weights[:, frame] = model.coef_[0]
        intercepts[frame] = model.intercept_[0]
    parts = np.split(weights, [n_words, n_words + n_frames])
    return Heads(idf, mean, spread, *parts, intercepts)


def _design(
    examples: FrameExamples,
    rows: np.ndarray,
    idf: np.ndarray,
    mean: np.ndarray,
    spread: float,
) -> csr_matrix:
    """Return the numbers that the heads weigh: words, lexicon scores, dimensions of the vector."""
    from sklearn.preprocessing import normalize

    terms = normalize(_weighted(examples, rows, idf))
    lexicon = np.sqrt(examples.scores[rows]) / LEXICON_UNIT
    vectors = (_mean_vectors(examples, rows, idf) - mean) / spread
    return hstack([terms, csr_matrix(lexicon), csr_matrix(vectors)]).tocsr()


def _weighted(examples: FrameExamples, rows: np.ndarray, idf: np.ndarray) -> csr_matrix:
    """Return dampened word counts times inverse document frequencies."""
    weighted = examples.counts[rows].astype(float)
    weighted.data = 1 + np.log(weighted.data)
    return weighted.multiply(idf).tocsr()


def _mean_vectors(examples: FrameExamples, rows: np.ndarray, idf: np.ndarray) -> np.ndarray:
    weighted = _weighted(examples, rows, idf)
    totals = np.asarray(weighted.sum(axis=1)).ravel()
    return (weighted @ examples.vectors) / np.maximum(totals, 1e-9)[:, None]


def folds(
    examples: FrameExamples, rows: np.ndarray, seed: int
) -> list[tuple[np.ndarray, np.ndarray]]:
    """
    Split articles into folds with like shares of each file and of the rarest frames.

    Parameters
    ----------
    examples : FrameExamples
    rows : ndarray of int
        Numbers of the articles.
    seed : int
        Random seed.

    Returns
    -------
    list of (ndarray, ndarray)
        Numbers of the articles to fit on, and to score.
    """
    from sklearn.model_selection import StratifiedKFold

    known = np.nan_to_num(examples.labels[rows])
    rarest = known.sum(axis=0).argsort()[:2]
    _, file = np.unique(examples.files[rows], return_inverse=True)
    _, strata, sizes = np.unique(
        file * 4 + known[:, rarest] @ [1, 2], return_inverse=True, return_counts=True
    )
    strata[sizes[strata] < FOLDS] = sizes.argmax()
    splitter = StratifiedKFold(FOLDS, shuffle=True, random_state=seed)
    return [(rows[fit], rows[score]) for fit, score in splitter.split(rows, strata)]


def out_of_fold(examples: FrameExamples, rows: np.ndarray, seed: int) -> np.ndarray:
    """
    Return the margins of each article by heads that were fitted on the other folds.

    Parameters
    ----------
    examples : FrameExamples
    rows : ndarray of int
    seed : int
        Random seed of the folds.

    Returns
    -------
    ndarray, shape (n_rows, n_frames)
    """
    margins = np.full((len(examples.labels), len(examples.frames)), np.nan)
    for fit, score in folds(examples, rows, seed):
        margins[score] = fit_heads(examples, fit).margins(examples, score)
    return margins[rows]


def calibrate(margins: np.ndarray, labels: np.ndarray) -> Calibration:
    """
    Find out what the margins of a frame mean.

    Parameters
    ----------
    margins : ndarray of float
        Of articles that the head was not fitted on; NaN where there is none.
    labels : ndarray of float
        1, 0, or NaN where the frame was not coded.

    Returns
    -------
    Calibration
    """
    from sklearn.linear_model import LogisticRegression

    known = ~(np.isnan(margins) | np.isnan(labels))
    margins, labels = margins[known], labels[known].astype(int)
    platt = LogisticRegression(C=10.0).fit(margins[:, None], labels)
    plain = Calibration(float(platt.coef_[0, 0]), float(platt.intercept_[0]), 0.5, 0.5, 0.5)
    p = plain.probabilities(margins)
    cut = threshold(p, labels)
    low, high = limits(p, labels, cut)
    return Calibration(plain.slope, plain.intercept, cut, low, high)


def threshold(scores: np.ndarray, labels: np.ndarray) -> float:
    """
    Choose the score from which a frame counts as present, by F1 smoothed over neighbouring cuts.

    Parameters
    ----------
    scores : ndarray of float
    labels : ndarray of {0, 1}

    Returns
    -------
    float
    """
    order = np.argsort(-scores)
    n_right = np.cumsum(labels[order])
    n_found = np.arange(1, len(scores) + 1)
    f1_of_cut = 2 * n_right / (n_found + labels.sum())
    width = max(1, len(scores) // 60)
    window = np.ones(2 * width + 1) / (2 * width + 1)
    smooth = np.convolve(np.pad(f1_of_cut, width, mode="edge"), window, "valid")
    best = smooth.argmax()
    following = min(best + 1, len(scores) - 1)
    return float(scores[order][[best, following]].mean())


def limits(p: np.ndarray, labels: np.ndarray, cut: float) -> tuple[float, float]:
    """
    Return the probabilities beyond which enough answers are right to be called certain.

    Parameters
    ----------
    p : ndarray of float
        Probabilities.
    labels : ndarray of {0, 1}
    cut : float
        Probability from which the frame is called present.

    Returns
    -------
    low, high : float
        ``low <= cut <= high``. Of the answers below ``low``, and of those from ``high`` on, at
        least ``RIGHT`` are right, among at least ``FEWEST``; 0 and above 1 where no cut reaches it.
    """
    high = _limit(p[p >= cut], labels[p >= cut], above=1.1)
    low = 1 - _limit(1 - p[p < cut], 1 - labels[p < cut], above=1.0)
    return min(low, cut), max(high, cut)


def _limit(p: np.ndarray, is_right: np.ndarray, above: float) -> float:
    """Return the smallest probability from which enough answers are right."""
    order = np.argsort(-p)
    n_answers = np.arange(1, len(p) + 1)
    share = np.cumsum(is_right[order]) / n_answers
    enough = np.flatnonzero((share >= RIGHT) & (n_answers >= FEWEST))
    return float(p[order][enough[-1]]) if len(enough) else above


def stack(calibrations: Sequence[Calibration], name: str) -> np.ndarray:
    """Return one number of each calibration as an array."""
    return np.array([getattr(one, name) for one in calibrations])
