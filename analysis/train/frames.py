"""
Fit the frame model and the lexicon's thresholds, and measure both.

In: articles labelled with the frames that they hold, one JSON object a line (``text``, ``frames``). Out:
``data/models/frames/model.json``, and ``scores.json`` beside it. The thresholds of the lexicon are printed, to be
written into ``data/lexicons/frames.toml`` by hand. No text of the articles is kept; the model's words are single words
that stand in three of them or more.

    python -m analysis.train.frames GOLD.jsonl

Scores come from nested cross-validation: weights, scales and thresholds are fitted without the articles that they are
scored on. The word lists themselves were read against all of these articles, so scores by lexicon are too good.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from analysis.core import paths
from analysis.measure.frames.lexicon import CAP, read_frames, scale, tokens
from analysis.measure.frames.model import from_dict

FOLDS = 5
SHRINK = 20.0
RARE = 0.003
UNSEEN = 1.0
HEAVIEST = 3.0
REST = 0.7
C = 1.0
MIN_DOCUMENTS = 3


@dataclass(frozen=True)
class Data:
    """Labelled articles as numbers: capped counts of entries, counts of words, lengths and labels."""

    lexicon: object
    entries: np.ndarray
    words: object
    vocabulary: np.ndarray
    labels: np.ndarray


def read(path):
    """
    Read labelled articles.

    Parameters
    ----------
    path : str or Path
        JSON lines with ``text`` and ``frames``.

    Returns
    -------
    Data
    """
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS, CountVectorizer

    lexicon = read_frames()
    rows = [
        json.loads(line)
        for line in Path(path).read_text(encoding="utf8").splitlines()
        if line.strip()
    ]
    texts = [tokens(row["text"]) for row in rows]
    entries = np.zeros((len(rows), len(lexicon.entries)))
    for i, text in enumerate(texts):
        for entry, count in lexicon.count([text])[0].items():
            entries[i, entry] = min(count, CAP) * scale(len(text))
    counter = CountVectorizer(
        analyzer=lambda text: [
            t for t in text if len(t) > 1 and not t.isdigit() and t not in ENGLISH_STOP_WORDS
        ]
    )
    words = counter.fit_transform(texts)
    labels = np.array(
        [[frame in row["frames"] for frame in lexicon.frames] for row in rows], dtype=int
    )
    return Data(lexicon, entries, words, counter.get_feature_names_out(), labels)


def lexicon_scores(data, train, test):
    """Give the lexicon's scores; nothing is fitted."""
    return _by_frame(data, data.entries[test])


def model_parts(data, train, test):
    """
    Give the two parts of the model's margins, unscaled.

    Parameters
    ----------
    data : Data
    train, test : ndarray of int
        Rows to fit on, and to score.

    Returns
    -------
    ndarray, shape (2, n_test, n_frames)
    """
    weighted = _by_frame(data, data.entries[test] * entry_weights(data, train))
    chosen, idf, models = fit_words(data, train)
    vectors = _tfidf(data.words[test][:, chosen], idf)
    return np.stack([weighted, np.column_stack([m.decision_function(vectors) for m in models])])


def entry_weights(data, train):
    """
    Weigh the lexicon's words by how much more often they stand in articles with their frame.

    Parameters
    ----------
    data : Data
    train : ndarray of int

    Returns
    -------
    ndarray, length n_entries
        1 plus the log ratio of the shares of articles, drawn to 0 by ``SHRINK`` articles and, for rare words, by a
        share of ``RARE``; between 0 and 3. A word never seen weighs 1, as in the lexicon.
    """
    present = data.entries[train] > 0
    base = present.mean(axis=0)
    weights = np.zeros(len(data.lexicon.entries))
    for j in range(data.labels.shape[1]):
        with_frame = data.labels[train, j] == 1
        share = [
            (present[side].sum(axis=0) + SHRINK * base) / (side.sum() + SHRINK) + RARE
            for side in (with_frame, ~with_frame)
        ]
        mine = np.array([frame == j for frame, _ in data.lexicon.entries])
        weights[mine] = np.clip(UNSEEN + np.log(share[0] / share[1]), 0, HEAVIEST)[mine]
    return weights


def fit_words(data, train):
    """
    Fit logistic regressions over TF-IDF.

    Returns
    -------
    chosen : ndarray of int
        Columns of ``data.words`` that stand in enough articles.
    idf : ndarray
    models : list of LogisticRegression, one a frame
    """
    from sklearn.linear_model import LogisticRegression

    documents = np.asarray((data.words[train] > 0).sum(axis=0)).ravel()
    chosen = np.flatnonzero(documents >= MIN_DOCUMENTS)
    idf = np.log((1 + len(train)) / (1 + documents[chosen])) + 1
    vectors = _tfidf(data.words[train][:, chosen], idf)
    models = [
        LogisticRegression(C=C, class_weight="balanced", solver="liblinear").fit(vectors, y)
        for y in data.labels[train].T
    ]
    return chosen, idf, models


def threshold(scores, labels):
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
    hits, cuts = np.cumsum(labels[order]), np.arange(1, len(scores) + 1)
    f1 = 2 * hits / (cuts + labels.sum())
    width = max(1, len(scores) // 60)
    smooth = np.convolve(
        np.pad(f1, width, mode="edge"), np.ones(2 * width + 1) / (2 * width + 1), "valid"
    )
    best = smooth.argmax()
    return float(scores[order][[best, min(best + 1, len(scores) - 1)]].mean())


def out_of_fold(data, parts, rows, seed):
    """Give the parts of each row, fitted on the other folds of these rows."""
    from sklearn.model_selection import StratifiedKFold

    rarest = data.labels[:, data.labels.sum(axis=0).argsort()[:2]] @ [1, 2]
    found = None
    for train, test in StratifiedKFold(FOLDS, shuffle=True, random_state=seed).split(
        rows, rarest[rows]
    ):
        part = np.atleast_3d(parts(data, rows[train], rows[test]))
        found = np.zeros((*part.shape[:-2], len(rows), part.shape[-1])) if found is None else found
        found[..., test, :] = part
    return found


def scales(parts):
    """Give mean and standard deviation of each part and frame, and the weight of each part."""
    return (
        parts.mean(axis=1, keepdims=True),
        parts.std(axis=1, keepdims=True),
        np.array([1, REST])[:, None, None],
    )


def nested(data, method, seed):
    """
    Predict every article with everything fitted on the others.

    Parameters
    ----------
    data : Data
    method : {"lexicon", "model"}
    seed : int

    Returns
    -------
    ndarray of bool, shape (n_articles, n_frames)
    """
    from sklearn.model_selection import StratifiedKFold

    rows = np.arange(len(data.labels))
    rarest = data.labels[:, data.labels.sum(axis=0).argsort()[:2]] @ [1, 2]
    found = np.zeros(data.labels.shape, dtype=bool)
    for train, test in StratifiedKFold(FOLDS, shuffle=True, random_state=seed).split(rows, rarest):
        if method == "lexicon":
            inner, outer = lexicon_scores(data, train, train), lexicon_scores(data, train, test)
        else:
            parts = out_of_fold(data, model_parts, train, seed + 100)
            mean, spread, weight = scales(parts)
            inner = (weight * (parts - mean) / spread).sum(axis=0)
            outer = (weight * (model_parts(data, train, test) - mean) / spread).sum(axis=0)
        for j in range(found.shape[1]):
            found[test, j] = outer[:, j] >= threshold(inner[:, j], data.labels[train, j])
    return found


def f1(labels, found):
    """Give F1 of each frame."""
    return 2 * (labels & found).sum(axis=0) / np.maximum(labels.sum(axis=0) + found.sum(axis=0), 1)


def report(data, method, seeds=(0, 1, 2), draws=2000):
    """
    Measure a method by nested cross-validation, with bootstrap intervals over articles.

    Parameters
    ----------
    data : Data
    method : {"lexicon", "model"}
    seeds : tuple of int
        Splits; F1 is averaged over them.
    draws : int

    Returns
    -------
    dict
        ``macro_f1`` and, by frame, ``f1``; each [estimate, low, high] of a 95% interval.
    """
    every = [nested(data, method, seed) for seed in seeds]
    estimate = np.mean([f1(data.labels, found) for found in every], axis=0)
    rng = np.random.default_rng(0)
    sample = rng.integers(len(data.labels), size=(draws, len(data.labels)))
    drawn = np.array(
        [
            np.mean([f1(data.labels[rows], found[rows]) for found in every], axis=0)
            for rows in sample
        ]
    )
    ends = np.quantile(drawn, [0.025, 0.975], axis=0)
    macro = [estimate.mean(), *np.quantile(drawn.mean(axis=1), [0.025, 0.975])]
    return {
        "macro_f1": [round(float(v), 3) for v in macro],
        "f1": {
            frame: [round(float(v), 3) for v in (estimate[j], *ends[:, j])]
            for j, frame in enumerate(data.lexicon.frames)
        },
    }


def fit(data, seed=0):
    """
    Fit the model on all articles.

    Parameters
    ----------
    data : Data
    seed : int

    Returns
    -------
    dict
        What ``frames_model.from_dict`` reads.
    """
    rows = np.arange(len(data.labels))
    parts = out_of_fold(data, model_parts, rows, seed)
    mean, spread, weight = scales(parts)
    margins = (weight * (parts - mean) / spread).sum(axis=0)
    cut = np.array([threshold(margins[:, j], data.labels[:, j]) for j in range(margins.shape[1])])
    factor, shift = (weight / spread)[:, 0], (weight * mean / spread).sum(axis=(0, 1))
    chosen, idf, models = fit_words(data, rows)
    bias = factor[1] * np.array([m.intercept_[0] for m in models]) - shift - cut
    weights = np.column_stack([m.coef_[0] for m in models]) * factor[1]
    entries = entry_weights(data, rows)
    return {
        "frames": data.lexicon.frames,
        "entries": [
            [data.lexicon.frames[frame], word, round(float(entries[i] * factor[0, frame]), 4)]
            for i, (frame, word) in enumerate(data.lexicon.entries)
        ],
        "terms": {
            str(data.vocabulary[column]): [round(float(v), 4) for v in (idf[i], *weights[i])]
            for i, column in enumerate(chosen)
        },
        "bias": [round(float(v), 4) for v in bias],
    }


def lexicon_thresholds(data, draws=200):
    """
    Choose the lexicon's thresholds: the median over bootstrap samples of the articles, to one digit.

    Returns
    -------
    dict of str to float
    """
    rng, scores = np.random.default_rng(0), lexicon_scores(data, None, slice(None))
    samples = rng.integers(len(scores), size=(draws, len(scores)))
    cuts = [
        [threshold(scores[rows, j], data.labels[rows, j]) for j in range(scores.shape[1])]
        for rows in samples
    ]
    return dict(zip(data.lexicon.frames, np.median(cuts, axis=0).round(1).tolist(), strict=True))


def _by_frame(data, entries):
    frame = np.array([frame for frame, _ in data.lexicon.entries])
    return np.column_stack(
        [entries[:, frame == j].sum(axis=1) for j in range(len(data.lexicon.frames))]
    )


def _tfidf(counts, idf):
    from sklearn.preprocessing import normalize

    vectors = counts.astype(float)
    vectors.data = 1 + np.log(vectors.data)
    return normalize(vectors.multiply(idf).tocsr())


def main(gold):
    """Fit, measure and write; the report goes to standard output."""
    data = read(gold)
    folder = paths.MODELS / "frames"
    folder.mkdir(parents=True, exist_ok=True)
    model = fit(data)
    from_dict(model)
    (folder / "model.json").write_text(json.dumps(model, ensure_ascii=False), encoding="utf8")
    scores = {
        "articles": len(data.labels),
        "with_frame": dict(zip(data.lexicon.frames, data.labels.sum(axis=0).tolist(), strict=True)),
    }
    scores |= {method: report(data, method) for method in ("lexicon", "model")}
    scores["lexicon_thresholds"] = lexicon_thresholds(data)
    text = json.dumps(scores, indent=1)
    (folder / "scores.json").write_text(text + "\n", encoding="utf8")
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
