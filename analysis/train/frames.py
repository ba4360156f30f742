"""
Fit the frame model and the thresholds of the lexicon, and score both.

In: articles labelled with the frames that they contain, one JSON object a line (``text``,
``frames``). Out: ``model.json`` and ``scores.json`` in ``data/models/frames``. The thresholds of
the lexicon are printed, and written into ``data/lexicons/frames.toml`` by hand. No text of the
articles is kept; the terms of the model are single words found in at least three of them.

    python -m analysis.train.frames GOLD.jsonl

Scores come from nested cross-validation: weights, scales and thresholds are fitted without the
articles that they are scored on. The word lists themselves were checked against all of these
articles, so the scores of the lexicon are optimistic.
"""

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix

from analysis.core import paths
from analysis.core.checked_files import write_checksums
from analysis.measure.frames.lexicon import CAP, read_frames, scale, tokens
from analysis.measure.frames.model import from_dict

if TYPE_CHECKING:
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import StratifiedKFold

    from analysis.measure.frames.lexicon import FrameLexicon

__all__ = ["Data", "fit", "lexicon_thresholds", "nested", "read", "report"]

FOLDS = 5
SHRINK = 20.0  # articles by which the shares of a word are drawn to their mean
RARE = 0.003  # share of articles added to both sides, so that rare words weigh little
UNSEEN = 1.0  # weight of a word that no article contains
HEAVIEST = 3.0
REST = 0.7  # weight of the word model, where that of the lexicon is 1
INVERSE_REGULARISATION = 1.0  # "C"; inverse strength of the regularisation
MIN_DOCUMENTS = 3
SPLIT_SEEDS = (0, 1, 2)


@dataclass(frozen=True)
class Data:
    """
    Labelled articles as numbers.

    Parameters
    ----------
    lexicon : FrameLexicon
    entries : ndarray, shape (n_articles, n_entries)
        Counts of the lexicon's entries, capped and scaled by the length of the article.
    words : sparse matrix, shape (n_articles, n_words)
        Counts of words.
    vocabulary : ndarray of str, length n_words
    labels : ndarray of {0, 1}, shape (n_articles, n_frames)
    """

    lexicon: "FrameLexicon"
    entries: np.ndarray
    words: csr_matrix
    vocabulary: np.ndarray
    labels: np.ndarray


def read(path: Path) -> Data:
    """
    Read labelled articles.

    Parameters
    ----------
    path : Path
        JSON lines with ``text`` and ``frames``.

    Returns
    -------
    Data
    """
    from sklearn.feature_extraction.text import CountVectorizer

    lexicon = read_frames()
    lines = path.read_text(encoding="utf8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    texts = [tokens(row["text"]) for row in rows]
    entries = np.zeros((len(rows), len(lexicon.entries)))
    for i, text in enumerate(texts):
        for entry, count in lexicon.count([text])[0].items():
            entries[i, entry] = min(count, CAP) * scale(len(text))
    counter = CountVectorizer(analyzer=_model_words)
    words = counter.fit_transform(texts)
    labels = np.zeros((len(rows), len(lexicon.frames)), dtype=int)
    for i, row in enumerate(rows):
        labels[i] = [frame in row["frames"] for frame in lexicon.frames]
    return Data(lexicon, entries, words, counter.get_feature_names_out(), labels)


def _model_words(text: Sequence[str]) -> list[str]:
    """Return the tokens that may become terms of the model."""
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

    words = []
    for token in text:
        if len(token) > 1 and not token.isdigit() and token not in ENGLISH_STOP_WORDS:
            words.append(token)
    return words


def lexicon_scores(data: Data, rows: np.ndarray) -> np.ndarray:
    """Return the lexicon's scores of some articles, shape (n_rows, n_frames)."""
    return _sum_by_frame(data, data.entries[rows])


def model_parts(data: Data, train: np.ndarray, test: np.ndarray) -> np.ndarray:
    """
    Return the two parts of the model's margins, unscaled.

    Parameters
    ----------
    data : Data
    train, test : ndarray of int
        Numbers of the articles to fit on, and to score.

    Returns
    -------
    ndarray, shape (2, n_test, n_frames)
        The weighted lexicon, and the word model.
    """
    weighted = _sum_by_frame(data, data.entries[test] * entry_weights(data, train))
    chosen, idf, models = fit_words(data, train)
    vectors = _tfidf(data.words[test][:, chosen], idf)
    margins = np.column_stack([model.decision_function(vectors) for model in models])
    return np.stack([weighted, margins])


def entry_weights(data: Data, train: np.ndarray) -> np.ndarray:
    """
    Weight the lexicon's words by how much more often articles with their frame contain them.

    Parameters
    ----------
    data : Data
    train : ndarray of int
        Numbers of the articles to fit on.

    Returns
    -------
    ndarray, length n_entries
        1 plus the log ratio of the shares of articles, drawn to 0 by ``SHRINK`` articles and, for
        rare words, by a share of ``RARE``; between 0 and 3. A word that no article contains
        weighs 1, as in the lexicon.
    """
    present = data.entries[train] > 0
    base = present.mean(axis=0)
    frame_of_entry = _frame_of_entry(data)
    weights = np.zeros(len(data.lexicon.entries))
    for frame in range(data.labels.shape[1]):
        with_frame = data.labels[train, frame] == 1
        share_with = _shrunken_share(present[with_frame], base)
        share_without = _shrunken_share(present[~with_frame], base)
        of_frame = frame_of_entry == frame
        log_ratio = np.log(share_with / share_without)
        weights[of_frame] = np.clip(UNSEEN + log_ratio, 0, HEAVIEST)[of_frame]
    return weights


def _shrunken_share(present: np.ndarray, base: np.ndarray) -> np.ndarray:
    """Return the share of articles with each word, drawn towards its share in all articles."""
    return (present.sum(axis=0) + SHRINK * base) / (len(present) + SHRINK) + RARE


def fit_words(
    data: Data, train: np.ndarray
) -> "tuple[np.ndarray, np.ndarray, list[LogisticRegression]]":
    """
    Fit logistic regressions on TF-IDF.

    Parameters
    ----------
    data : Data
    train : ndarray of int
        Numbers of the articles to fit on.

    Returns
    -------
    chosen : ndarray of int
        Columns of ``data.words`` that are found in enough articles.
    idf : ndarray
    models : list of LogisticRegression
        One for each frame.
    """
    from sklearn.linear_model import LogisticRegression

    documents = np.asarray((data.words[train] > 0).sum(axis=0)).ravel()
    chosen = np.flatnonzero(documents >= MIN_DOCUMENTS)
    idf = np.log((1 + len(train)) / (1 + documents[chosen])) + 1
    vectors = _tfidf(data.words[train][:, chosen], idf)
    models = []
    for labels in data.labels[train].T:
        model = LogisticRegression(
            C=INVERSE_REGULARISATION, class_weight="balanced", solver="liblinear"
        )
        models.append(model.fit(vectors, labels))
    return chosen, idf, models


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


def _splitter(seed: int) -> "StratifiedKFold":
    from sklearn.model_selection import StratifiedKFold

    return StratifiedKFold(FOLDS, shuffle=True, random_state=seed)


def _strata(data: Data) -> np.ndarray:
    """Return a class for each article, by the two rarest frames."""
    two_rarest = data.labels.sum(axis=0).argsort()[:2]
    return data.labels[:, two_rarest] @ [1, 2]


def out_of_fold(
    data: Data,
    parts: Callable[[Data, np.ndarray, np.ndarray], np.ndarray],
    rows: np.ndarray,
    seed: int,
) -> np.ndarray:
    """
    Return the parts of each article, fitted on the other folds.

    Parameters
    ----------
    data : Data
    parts : callable
        Takes data, and the numbers of the articles to fit on and to score, as ``model_parts``.
    rows : ndarray of int
        Numbers of the articles to use.
    seed : int
        Random seed of the folds.

    Returns
    -------
    ndarray, shape (n_parts, n_rows, n_frames)
    """
    strata = _strata(data)[rows]
    scored = []
    order = []
    for train, test in _splitter(seed).split(rows, strata):
        scored.append(parts(data, rows[train], rows[test]))
        order.append(test)
    in_order = np.argsort(np.concatenate(order))
    return np.concatenate(scored, axis=1)[:, in_order]


def scales(parts: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return mean and standard deviation of each part and frame, and the weight of each part."""
    mean = parts.mean(axis=1, keepdims=True)
    deviation = parts.std(axis=1, keepdims=True)
    return mean, deviation, np.array([1, REST])[:, None, None]


def nested(data: Data, method: str, seed: int) -> np.ndarray:
    """
    Predict the frames of each article with everything fitted on the others.

    Parameters
    ----------
    data : Data
    method : {"lexicon", "model"}
    seed : int
        Random seed of the folds.

    Returns
    -------
    ndarray of bool, shape (n_articles, n_frames)
    """
    rows = np.arange(len(data.labels))
    found = np.zeros(data.labels.shape, dtype=bool)
    for train, test in _splitter(seed).split(rows, _strata(data)):
        if method == "lexicon":
            inner = lexicon_scores(data, train)
            outer = lexicon_scores(data, test)
        else:
            parts = out_of_fold(data, model_parts, train, seed + 100)
            mean, deviation, weight = scales(parts)
            inner = (weight * (parts - mean) / deviation).sum(axis=0)
            outer = (weight * (model_parts(data, train, test) - mean) / deviation).sum(axis=0)
        for frame in range(found.shape[1]):
            cut = threshold(inner[:, frame], data.labels[train, frame])
            found[test, frame] = outer[:, frame] >= cut
    return found


def f1(labels: np.ndarray, found: np.ndarray) -> np.ndarray:
    """Return the F1 of each frame."""
    n_right = (labels & found).sum(axis=0)
    return 2 * n_right / np.maximum(labels.sum(axis=0) + found.sum(axis=0), 1)


def report(data: Data, method: str, seeds: Sequence[int] = SPLIT_SEEDS, draws: int = 2000) -> dict:
    """
    Score a method by nested cross-validation, with bootstrap intervals over articles.

    Parameters
    ----------
    data : Data
    method : {"lexicon", "model"}
    seeds : sequence of int
        Random seeds of the folds; F1 is averaged over them.
    draws : int
        Bootstrap samples.

    Returns
    -------
    dict
        ``macro_f1`` and, by frame, ``f1``; each [estimate, low, high] of a 95% interval.
    """
    predictions = [nested(data, method, seed) for seed in seeds]
    estimate = np.mean([f1(data.labels, found) for found in predictions], axis=0)
    rng = np.random.default_rng(0)
    samples = rng.integers(len(data.labels), size=(draws, len(data.labels)))
    drawn = np.zeros((draws, len(data.lexicon.frames)))
    for i, rows in enumerate(samples):
        drawn[i] = np.mean([f1(data.labels[rows], found[rows]) for found in predictions], axis=0)
    ends = np.quantile(drawn, [0.025, 0.975], axis=0)
    macro_ends = np.quantile(drawn.mean(axis=1), [0.025, 0.975])
    by_frame = {}
    for j, frame in enumerate(data.lexicon.frames):
        by_frame[frame] = _rounded([estimate[j], *ends[:, j]], 3)
    return {"macro_f1": _rounded([estimate.mean(), *macro_ends], 3), "f1": by_frame}


def _rounded(values: Sequence[float] | np.ndarray, digits: int = 4) -> list[float]:
    return [round(float(value), digits) for value in values]


def fit(data: Data, seed: int = 0) -> dict:
    """
    Fit the model on all articles.

    Parameters
    ----------
    data : Data
    seed : int
        Random seed of the folds from which scales and thresholds come.

    Returns
    -------
    dict
        The input of ``analysis.measure.frames.model.from_dict``.
    """
    rows = np.arange(len(data.labels))
    frames = data.lexicon.frames
    parts = out_of_fold(data, model_parts, rows, seed)
    mean, deviation, weight = scales(parts)
    margins = (weight * (parts - mean) / deviation).sum(axis=0)
    cuts = np.array([threshold(margins[:, j], data.labels[:, j]) for j in range(margins.shape[1])])
    factor = (weight / deviation)[:, 0]
    shift = (weight * mean / deviation).sum(axis=(0, 1))
    chosen, idf, models = fit_words(data, rows)
    intercepts = np.array([model.intercept_[0] for model in models])
    bias = factor[1] * intercepts - shift - cuts
    weights = np.column_stack([model.coef_[0] for model in models]) * factor[1]
    weights_of_entries = entry_weights(data, rows)
    entries = []
    for i, (frame, word) in enumerate(data.lexicon.entries):
        entry_weight = round(float(weights_of_entries[i] * factor[0, frame]), 4)
        entries.append([frames[frame], word, entry_weight])
    terms = {}
    for i, column in enumerate(chosen):
        terms[str(data.vocabulary[column])] = _rounded([idf[i], *weights[i]])
    return {"frames": frames, "entries": entries, "terms": terms, "bias": _rounded(bias)}


def lexicon_thresholds(data: Data, draws: int = 200) -> dict[str, float]:
    """
    Choose the lexicon's thresholds.

    Parameters
    ----------
    data : Data
    draws : int
        Bootstrap samples of the articles.

    Returns
    -------
    dict of str to float
        For each frame the median over the samples, to one digit.
    """
    rng = np.random.default_rng(0)
    scores = lexicon_scores(data, np.arange(len(data.labels)))
    samples = rng.integers(len(scores), size=(draws, len(scores)))
    cuts = np.zeros((draws, scores.shape[1]))
    for i, rows in enumerate(samples):
        for j in range(scores.shape[1]):
            cuts[i, j] = threshold(scores[rows, j], data.labels[rows, j])
    medians = np.median(cuts, axis=0).round(1).tolist()
    return dict(zip(data.lexicon.frames, medians, strict=True))


def _frame_of_entry(data: Data) -> np.ndarray:
    return np.array([frame for frame, _ in data.lexicon.entries])


def _sum_by_frame(data: Data, entries: np.ndarray) -> np.ndarray:
    frame_of_entry = _frame_of_entry(data)
    sums = [
        entries[:, frame_of_entry == frame].sum(axis=1) for frame in range(data.labels.shape[1])
    ]
    return np.column_stack(sums)


def _tfidf(counts: csr_matrix, idf: np.ndarray) -> csr_matrix:
    from sklearn.preprocessing import normalize

    vectors = counts.astype(float)
    vectors.data = 1 + np.log(vectors.data)
    return normalize(vectors.multiply(idf).tocsr())


def main(gold: str) -> None:
    """Fit, score and write; the report goes to standard output."""
    data = read(Path(gold))
    folder = paths.MODELS / "frames"
    folder.mkdir(parents=True, exist_ok=True)
    model = fit(data)
    from_dict(model)
    (folder / "model.json").write_text(json.dumps(model, ensure_ascii=False), encoding="utf8")
    write_checksums(folder, ["model.json"])
    with_frame = data.labels.sum(axis=0).tolist()
    scores = {
        "articles": len(data.labels),
        "with_frame": dict(zip(data.lexicon.frames, with_frame, strict=True)),
        "lexicon": report(data, "lexicon"),
        "model": report(data, "model"),
        "lexicon_thresholds": lexicon_thresholds(data),
    }
    text = json.dumps(scores, indent=1)
    (folder / "scores.json").write_text(text + "\n", encoding="utf8")
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
