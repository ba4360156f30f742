"""Fitting the frame model: what is kept gives what was fitted, and nothing leaks."""

import json

import numpy as np
import pytest

from analysis.core import tables
from analysis.core.checked_files import read_packed
from analysis.evaluate.accuracy import FILE, read_accuracy
from analysis.measure.frames.evidence import ArticleEvidence
from analysis.measure.frames.lexicon import read_frames, tokens
from analysis.measure.frames.model import from_dict
from analysis.train import frame_heads
from analysis.train import frames as train
from analysis.train.frame_examples import read_examples

TOPICS = {
    "conflict": "critics accused rivals of lies and opponents rejected the lawsuit",
    "economic": "prices and taxes rose and the company lost money on the market",
    "human_interest": "her mother cried and the family lost their home to the flood",
    "morality": "the church called it a sin and a moral duty before god",
    "responsibility": "lawmakers asked the department to investigate and fix the failures",
    "resolution": "the plan is a solution and leaders pledged to support the agreement",
}
FILLER = ("river", "stone", "morning", "window", "garden", "paper", "yellow", "seven")


def write(path, n, without, seed):
    """Write made-up labelled articles in which one frame was not coded."""
    draw, rows = np.random.default_rng(seed), []
    for _ in range(n):
        frames = [frame for frame in TOPICS if draw.random() < 0.4]
        text = ". ".join([*(TOPICS[frame] for frame in frames), " ".join(draw.choice(FILLER, 60))])
        rows.append({"text": text, "frames": [frame for frame in frames if frame != without]})
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf8")
    return path


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gold")
    return [
        write(folder / "one.jsonl", 60, "responsibility", 0),
        write(folder / "two.jsonl", 60, "resolution", 1),
    ]


@pytest.fixture(scope="module")
def examples(files):
    return read_examples(files)


def test_a_frame_that_no_article_of_a_file_has_was_not_coded(examples):
    unknown = np.isnan(examples.labels)
    responsibility, resolution = (tables.FRAMES.index(x) for x in ("responsibility", "resolution"))
    assert unknown[:60, responsibility].all()
    assert unknown[60:, resolution].all()
    assert unknown.sum() == 120


def test_a_title_is_read_once(tmp_path):
    rows = [
        {"title": "Rain fell", "text": "Rain fell\n\nIt was wet.", "frames": []},
        {"title": "Rain fell", "text": "It was wet.", "frames": ["conflict"]},
        {"title": None, "text": "It was wet.", "frames": []},
    ]
    path = tmp_path / "x.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf8")
    found = read_examples([path], least_documents=1)
    assert found.counts[:, found.words.index("rain")].toarray().ravel().tolist() == [1, 1, 0]


def test_the_kept_model_gives_the_fitted_probabilities(examples, files):
    model = from_dict(json.loads(json.dumps(train.fit(examples))))
    rows = np.arange(len(examples.labels))
    margins = frame_heads.fit_heads(examples, rows).margins(examples, rows)
    outer = frame_heads.out_of_fold(examples, rows, 0)
    lines = "\n".join(path.read_text(encoding="utf8") for path in files).splitlines()
    lexicon = read_frames()
    found = []
    for line in lines:
        evidence = ArticleEvidence([tokens(json.loads(line)["text"])], lexicon, model)
        found.append(evidence.probabilities())
    for frame in range(len(examples.frames)):
        meaning = frame_heads.calibrate(outer[:, frame], examples.labels[:, frame])
        expected = meaning.probabilities(margins[:, frame])
        assert np.stack(found)[:, frame] == pytest.approx(expected, abs=0.02)


def test_clear_cases_are_found(examples):
    rows = np.arange(60)
    answers = train.by_folds(examples, rows, np.arange(60, 120), seed=0)
    scores = train.scores_of([answers], examples.frames, draws=20)
    assert scores["model"]["macro_f1"][0] > 0.9
    assert "responsibility" not in scores["model"]["f1"]
    assert scores["certain"]["right"] > 0.9


def test_a_frame_that_was_not_coded_is_not_found(examples):
    answers = train.across(examples, np.arange(60, 120), np.arange(60), seed=0)
    column = tables.FRAMES.index("responsibility")
    assert not answers.model[:, column].any()
    assert train.f1(answers.labels, answers.model)[column] == 0


def test_heads_come_from_the_rows_they_are_fitted_on(examples):
    rows = np.arange(60)
    changed = examples.labels.copy()
    changed[60:] = 1 - changed[60:]
    scores = examples.scores.copy()
    scores[60:] = 0
    other = type(examples)(
        **{**vars(examples), "labels": changed, "scores": scores},
    )
    one, two = (frame_heads.fit_heads(x, rows) for x in (examples, other))
    assert np.array_equal(one.terms, two.terms)
    assert np.array_equal(one.lexicon, two.lexicon)
    assert np.array_equal(one.intercepts, two.intercepts, equal_nan=True)


def test_folds_hold_every_article_once(examples):
    rows = np.arange(10, 100)
    parts = frame_heads.folds(examples, rows, seed=3)
    assert sorted(np.concatenate([score for _, score in parts])) == rows.tolist()
    assert all(not set(fit) & set(score) for fit, score in parts)


def test_threshold_parts_what_can_be_parted():
    scores = np.array([9.0, 8.0, 7.0, 2.0, 1.0, 0.0])
    assert 2 < frame_heads.threshold(scores, np.array([1, 1, 1, 0, 0, 0])) <= 7


def test_limits_hold_the_share_that_must_be_right():
    p = np.linspace(0.99, 0.01, 50)
    labels = (np.arange(50) < 10).astype(int)  # right for the first ten of 25
    low, high = frame_heads.limits(p, labels, 0.5)
    assert low == pytest.approx(0.5, abs=0.03)
    assert (labels[p >= high]).mean() >= frame_heads.RIGHT
    assert (labels[p >= high - 0.03]).mean() < frame_heads.RIGHT


def test_without_enough_right_answers_none_is_certain():
    low, high = frame_heads.limits(np.linspace(0.99, 0.51, 30), np.zeros(30), 0.5)
    assert high > 1
    assert low == 0


def test_refit_writes_model_scores_and_card(files, tmp_path, monkeypatch):
    monkeypatch.setattr(train, "SPLIT_SEEDS", (0,))
    monkeypatch.setattr(frame_heads, "FOLDS", 2)  # each fold is a fit, in every fold of the scores
    folder = tmp_path / "frames"
    train.main([*map(str, files), "--out", str(folder)])
    assert from_dict(read_packed(folder / "model.json.gz")).frames == list(tables.FRAMES)
    scores = json.loads((folder / "scores.json").read_text(encoding="utf8"))
    assert scores["labelled"]["one"]["articles"] == 60
    assert set(scores["lexicon_thresholds"]) == set(tables.FRAMES)
    card = (folder / "CARD.md").read_text(encoding="utf8")
    assert "| two, fitted on one | model |" in card
    measured = read_accuracy(tmp_path / FILE)
    assert measured["labels"].tolist() == ["frames/one"] * 2 + ["frames/two"] * 2
