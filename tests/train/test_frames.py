"""Fitting the frame model: what is kept gives what was fitted, and nothing leaks."""

import json

import numpy as np
import pytest

from analysis.measure.frames.lexicon import tokens
from analysis.measure.frames.model import from_dict
from analysis.train import frames as train

TOPICS = {
    "conflict": "critics accused rivals of lies and the court rejected the lawsuit",
    "economic": "prices and taxes rose and the company lost money on the market",
    "human_interest": "her mother cried and the family lost their home to the flood",
    "morality": "the church called it a sin and a moral duty before god",
    "resolution": "the plan is a solution and leaders pledged to support the agreement",
}
FILLER = ("river", "stone", "morning", "window", "garden", "paper", "yellow", "seven")


@pytest.fixture(scope="module")
def gold(tmp_path_factory):
    draw, rows = np.random.default_rng(0), []
    for _ in range(60):
        frames = [frame for frame in TOPICS if draw.random() < 0.4]
        text = ". ".join([*(TOPICS[frame] for frame in frames), " ".join(draw.choice(FILLER, 60))])
        rows.append({"text": text, "frames": frames})
    path = tmp_path_factory.mktemp("gold") / "gold.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf8")
    return path


@pytest.fixture(scope="module")
def data(gold):
    return train.read(gold)


def test_the_kept_model_gives_the_fitted_margins(data, gold):
    kept = train.fit(data)
    model = from_dict(json.loads(json.dumps(kept)))
    rows = np.arange(len(data.labels))
    mean, spread, weight = train.scales(train.out_of_fold(data, train.model_parts, rows, 0))
    fitted = (weight * (train.model_parts(data, rows, rows) - mean) / spread).sum(axis=0)
    texts = [json.loads(line)["text"] for line in gold.read_text(encoding="utf8").splitlines()]
    scores = np.array([model([tokens(text)])[0] for text in texts])
    margins = np.log(scores / (1 - scores))
    differences = margins - fitted  # but for the threshold, one number a frame
    assert np.ptp(differences, axis=0).max() < 0.01


def test_clear_cases_are_found_by_both_methods(data):
    for method in ("lexicon", "model"):
        found = train.nested(data, method, seed=0)
        assert train.f1(data.labels, found).mean() > 0.9


def test_weights_come_from_the_training_rows_only(data):
    rows = np.arange(30)
    other = train.Data(
        data.lexicon, data.entries.copy(), data.words, data.vocabulary, data.labels.copy()
    )
    other.labels[30:] = 1 - other.labels[30:]
    other.entries[30:] = 0
    assert np.array_equal(train.entry_weights(data, rows), train.entry_weights(other, rows))


def test_a_word_never_seen_weighs_one(data):
    weights = train.entry_weights(data, np.arange(len(data.labels)))
    never = ~(data.entries > 0).any(axis=0)
    assert np.allclose(weights[never], 1)
    assert weights.min() >= 0
    assert weights.max() <= 3


def test_threshold_parts_what_can_be_parted():
    scores = np.array([9.0, 8.0, 7.0, 2.0, 1.0, 0.0])
    assert 2 < train.threshold(scores, np.array([1, 1, 1, 0, 0, 0])) <= 7
