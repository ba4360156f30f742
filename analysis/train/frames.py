"""
Fit the frame model and the thresholds of the lexicon, and score both.

In: files of articles labelled with the frames that they contain, one JSON object a line (``text``,
``frames``). Out: ``model.json.gz``, its hash, ``scores.json`` and ``CARD.md`` in
``data/models/frames``, and rows of ``data/models/accuracy.csv``. The thresholds of the lexicon are
in ``scores.json``, and are written into ``data/lexicons/frames.toml`` by hand. No text of the
articles is kept.

    python -m analysis.train.frames CLIMATE.jsonl OTHER_TOPICS.jsonl MORE.jsonl

A file is scored in two ways: by folds, where the other four fifths and all other files are fitted
on; and across, where only other files are. Heads, calibration, thresholds and the limits of
certainty are fitted without the articles that they are scored on.
"""

import argparse
import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.core import paths
from analysis.core.checked_files import write_checksums, write_packed
from analysis.evaluate import accuracy
from analysis.measure.frames.model import ModelFile, from_dict
from analysis.train.frame_card import write_card
from analysis.train.frame_examples import FrameExamples, read_examples
from analysis.train.frame_heads import (
    Calibration,
    calibrate,
    fit_heads,
    folds,
    out_of_fold,
    stack,
    threshold,
)

__all__ = ["Answers", "across", "by_folds", "f1", "fit", "lexicon_thresholds", "main", "scores_of"]

log = logging.getLogger(__name__)
SPLIT_SEEDS = (0, 1)
SCORED_FILES = 2  # the first files are scored, all are fitted on
INNER_SEED = 100
_ALL_BY_FOLDS = ", by folds, fitted on all files"


@dataclass(frozen=True)
class Answers:
    """
    What was predicted for articles that nothing was fitted on.

    Attributes
    ----------
    labels : ndarray of float, shape (n_articles, n_frames)
        NaN where the frame was not coded.
    model, lexicon, certain : ndarray of bool, shape (n_articles, n_frames)
        Whether the model, and the lexicon, call the frame present; whether the model is certain.
    """

    labels: np.ndarray
    model: np.ndarray
    lexicon: np.ndarray
    certain: np.ndarray


def _answer(examples: FrameExamples, fit_on: np.ndarray, score: np.ndarray, seed: int) -> Answers:
    """Fit on some articles, and answer for others."""
    inner = out_of_fold(examples, fit_on, seed + INNER_SEED)
    outer = fit_heads(examples, fit_on).margins(examples, score)
    shape = outer.shape
    model, lexicon, certain = (np.zeros(shape, dtype=bool) for _ in range(3))
    for frame in range(shape[1]):
        labels = examples.labels[fit_on, frame]
        is_coded = ~np.isnan(labels)
        if np.nansum(labels) < 2 or np.isnan(outer[:, frame]).any():
            continue
        meaning = calibrate(inner[:, frame], labels)
        p = meaning.probabilities(outer[:, frame])
        model[:, frame] = p >= meaning.threshold
        certain[:, frame] = (p < meaning.low) | (p >= meaning.high)
        coded_scores = examples.scores[fit_on, frame][is_coded]
        cut = threshold(coded_scores, labels[is_coded].astype(int))
        lexicon[:, frame] = examples.scores[score, frame] >= cut
    return Answers(examples.labels[score], model, lexicon, certain)


def by_folds(examples: FrameExamples, rows: np.ndarray, others: np.ndarray, seed: int) -> Answers:
    """
    Answer for each article with everything fitted on the other folds, and on other articles.

    Parameters
    ----------
    examples : FrameExamples
    rows : ndarray of int
        Numbers of the articles to answer for.
    others : ndarray of int
        Numbers of further articles to fit on.
    seed : int
        Random seed of the folds.

    Returns
    -------
    Answers
        Fold by fold.
    """
    parts = []
    for fit_on, score in folds(examples, rows, seed):
        parts.append(_answer(examples, np.concatenate([fit_on, others]), score, seed))
    names = ("labels", "model", "lexicon", "certain")
    return Answers(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))


def across(examples: FrameExamples, rows: np.ndarray, others: np.ndarray, seed: int) -> Answers:
    """
    Answer for articles with everything fitted on others.

    Parameters
    ----------
    examples, rows, others, seed
        As for ``by_folds``.

    Returns
    -------
    Answers
    """
    return _answer(examples, others, rows, seed)


def f1(labels: np.ndarray, found: np.ndarray) -> np.ndarray:
    """
    Return the F1 of each frame.

    Parameters
    ----------
    labels : ndarray of float, shape (n_articles, n_frames)
        1, 0 or NaN.
    found : ndarray of bool, shape (n_articles, n_frames)

    Returns
    -------
    ndarray, length n_frames
        NaN for a frame that was not coded.
    """
    found = np.where(np.isnan(labels), 0, found)
    known = np.nan_to_num(labels)
    n_right = (known * found).sum(axis=0)
    n_all = known.sum(axis=0) + found.sum(axis=0)
    return np.where(np.isnan(labels).all(axis=0), np.nan, 2 * n_right / np.maximum(n_all, 1))


def scores_of(answers: Sequence[Answers], frames: Sequence[str], draws: int = 1000) -> dict:
    """
    Score answers, with bootstrap intervals over articles.

    Parameters
    ----------
    answers : sequence of Answers
        For one set of articles, by several splits; F1 is averaged over them.
    frames : sequence of str
    draws : int
        Bootstrap samples.

    Returns
    -------
    dict
        For each method ``macro_f1`` and, by frame, ``f1``, as [estimate, low, high] of a 95%
        interval; for certain answers, their share of all, the share that is right, and the share
        that is right of those that the frame is present.
    """
    scores: dict = {"articles": len(answers[0].labels)}
    for method in ("lexicon", "model"):
        pairs = [(one.labels, getattr(one, method)) for one in answers]
        scores[method] = _with_intervals(pairs, frames, draws)
    is_coded = np.concatenate([~np.isnan(one.labels) for one in answers])
    certain = np.concatenate([one.certain for one in answers]) & is_coded
    present = np.concatenate([one.model for one in answers])
    labels = np.nan_to_num(np.concatenate([one.labels for one in answers])).astype(bool)
    is_right = present == labels
    scores["certain"] = {
        "share": _round(certain.sum() / is_coded.sum()),
        "right": _round(is_right[certain].mean()),
        "right_if_present": _round(labels[certain & present].mean()),
        "found": _round((labels & certain & present).sum() / (labels & is_coded).sum()),
    }
    return scores


def _with_intervals(
    pairs: Sequence[tuple[np.ndarray, np.ndarray]], frames: Sequence[str], draws: int
) -> dict:
    """Return mean F1 over splits, with intervals over articles."""
    estimate = np.mean([f1(*pair) for pair in pairs], axis=0)
    rng = np.random.default_rng(0)
    drawn = np.zeros((draws, len(frames)))
    for i in range(draws):
        rows = rng.integers(len(pairs[0][0]), size=len(pairs[0][0]))
        drawn[i] = np.mean([f1(labels[rows], found[rows]) for labels, found in pairs], axis=0)
    by_frame = {}
    for j, frame in enumerate(frames):
        if not np.isnan(estimate[j]):
            ends = np.nanquantile(drawn[:, j], [0.025, 0.975])
            by_frame[frame] = [_round(value) for value in (estimate[j], *ends)]
    macro = np.nanquantile(np.nanmean(drawn, axis=1), [0.025, 0.975])
    return {"macro_f1": [_round(value) for value in (np.nanmean(estimate), *macro)], "f1": by_frame}


def _round(value: float, digits: int = 3) -> float:
    return round(float(value), digits)


def fit(examples: FrameExamples, seed: int = 0) -> ModelFile:
    """
    Fit the model on all articles.

    Parameters
    ----------
    examples : FrameExamples
        Every frame must be coded in some file.
    seed : int
        Random seed of the folds from which calibration, thresholds and limits come.

    Returns
    -------
    ModelFile
        The input of ``analysis.measure.frames.model.from_dict``.
    """
    rows = np.arange(len(examples.labels))
    margins = out_of_fold(examples, rows, seed)
    meanings: list[Calibration] = []
    for frame in range(len(examples.frames)):
        meanings.append(calibrate(margins[:, frame], examples.labels[:, frame]))
    heads = fit_heads(examples, rows)
    of_vector = (examples.vectors - heads.mean) / heads.spread @ heads.dimensions
    table = np.column_stack([heads.idf, heads.terms, of_vector])
    thousandths = np.round(table * 1000).astype(int).tolist()
    slope = stack(meanings, "slope")
    bias = slope * heads.intercepts + stack(meanings, "intercept")
    return {
        "frames": examples.frames,
        "lexicon_weights": heads.lexicon.round(4).tolist(),
        "words": dict(zip(examples.words, thousandths, strict=True)),
        "bias": bias.round(4).tolist(),
        "slope": slope.round(4).tolist(),
        "threshold": stack(meanings, "threshold").round(4).tolist(),
        "low": stack(meanings, "low").round(4).tolist(),
        "high": stack(meanings, "high").round(4).tolist(),
    }


def lexicon_thresholds(examples: FrameExamples, draws: int = 200) -> dict[str, float]:
    """
    Choose the lexicon's thresholds.

    Parameters
    ----------
    examples : FrameExamples
    draws : int
        Bootstrap samples of the articles.

    Returns
    -------
    dict of str to float
        For each frame the median over the samples, to one digit.
    """
    rng = np.random.default_rng(0)
    chosen = {}
    for j, frame in enumerate(examples.frames):
        is_coded = ~np.isnan(examples.labels[:, j])
        labels = examples.labels[is_coded, j].astype(int)
        scores = examples.scores[is_coded, j]
        cuts = np.zeros(draws)
        for i in range(draws):
            rows = rng.integers(len(scores), size=len(scores))
            cuts[i] = threshold(scores[rows], labels[rows])
        chosen[frame] = _round(np.median(cuts), 1)
    return chosen


def _score_files(examples: FrameExamples, names: Sequence[str]) -> dict[str, Mapping]:
    """Score the first files by folds, by folds of the file alone, and across."""
    everything = np.arange(len(examples.labels))
    scores: dict[str, Mapping] = {}
    scored = names[:SCORED_FILES]
    for name in scored:
        is_file = examples.files == name
        rows = everything[is_file]
        used = {
            name + _ALL_BY_FOLDS: (by_folds, everything[~is_file]),
            f"{name}, by folds, fitted on it alone": (by_folds, everything[:0]),
            f"{name}, fitted on all other files": (across, everything[~is_file]),
        }
        for other in scored:
            if other != name:
                title = f"{name}, fitted on {other}"
                used[title] = (across, everything[examples.files == other])
        for title, (answer, others) in used.items():
            answers = [answer(examples, rows, others, seed) for seed in SPLIT_SEEDS]
            scores[title] = scores_of(answers, examples.frames)
            log.info("%s: %s", title, json.dumps(scores[title]))
    return scores


def main(arguments: Sequence[str] | None = None) -> None:
    """
    Fit, score and write.

    Parameters
    ----------
    arguments : sequence of str, optional
        Of the command line.
    """
    parser = argparse.ArgumentParser(description="Fit the frame model.")
    parser.add_argument("files", nargs="+", type=Path, help="labelled articles; the first two")
    parser.add_argument("--out", type=Path, default=paths.MODELS / "frames")
    options = parser.parse_args(arguments)
    examples = read_examples(options.files)
    model = fit(examples)
    from_dict(model)
    options.out.mkdir(parents=True, exist_ok=True)
    write_packed(model, options.out / "model.json.gz")
    write_checksums(options.out, ["model.json.gz"])
    names = [path.stem for path in options.files]
    scores = {
        "labelled": _labelled(examples, names),
        "lexicon_thresholds": lexicon_thresholds(examples),
        "scores": _score_files(examples, names),
    }
    (options.out / "scores.json").write_text(json.dumps(scores, indent=1) + "\n", encoding="utf8")
    write_card(options.out / "CARD.md", scores)
    accuracy.write_accuracy(_accuracy(scores["scores"]), options.out.parent / accuracy.FILE)


def _accuracy(scores: Mapping[str, Mapping]) -> pd.DataFrame:
    """Return the scores by folds as rows of the accuracy that notebooks show."""
    rows = []
    for title, found in scores.items():
        if not title.endswith(_ALL_BY_FOLDS):
            continue
        for method in ("lexicon", "model"):
            value, low, high = found[method]["macro_f1"]
            rows.append(
                {
                    "task": "frames",
                    "measure": f"macro-F1, {method}, cross-validated",
                    "value": value,
                    "low": low,
                    "high": high,
                    "articles": found["articles"],
                    "labels": f"frames/{title.removesuffix(_ALL_BY_FOLDS)}",
                    "date": datetime.now(UTC).date().isoformat(),
                }
            )
    return pd.DataFrame(rows, columns=list(accuracy.COLUMNS))


def _labelled(examples: FrameExamples, names: Sequence[str]) -> dict[str, dict]:
    """Return the number of articles of each file, and how many have each frame."""
    labelled = {}
    for name in names:
        labels = examples.labels[examples.files == name]
        with_frame = {}
        for j, frame in enumerate(examples.frames):
            if not np.isnan(labels[:, j]).any():
                with_frame[frame] = int(labels[:, j].sum())
        labelled[name] = {"articles": len(labels), "with_frame": with_frame}
    return labelled


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
