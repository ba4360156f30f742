"""The frame model: its arithmetic and its file."""

import numpy as np
import pytest

from analysis.core import paths, tables
from analysis.core.errors import MissingResourceError
from analysis.measure.frames import model as frames_model

CONTENT = {
    "frames": ["x", "y"],
    "lexicon_weights": [[1.0, -0.5], [0.0, 2.0]],
    # idf; weights of the word; weights of its vector; in thousandths
    "words": {"rain": [2000, 500, -1000, 100, 0], "hill": [1000, 0, 1000, 0, 300]},
    "bias": [-1.0, 0.5],
    "slope": [2.0, 1.0],
    "threshold": [0.4, 0.6],
    "low": [0.2, 0.0],
    "high": [0.7, 1.1],
}


@pytest.fixture
def model():
    return frames_model.from_dict(CONTENT)


def test_words_add_their_term_and_their_vector(model):
    added = model.word_log_odds({"rain": 3, "hill": 1, "unknown": 9})
    values = np.array([(1 + np.log(3)) * 2.0, 1.0])
    term = values / np.hypot(*values)
    vector = values / values.sum()
    assert list(added) == ["rain", "hill"]
    expected = (term[0] * np.array([0.5, -1.0]) + vector[0] * np.array([0.1, 0.0])) * [2.0, 1.0]
    assert added["rain"] == pytest.approx(expected)
    expected = (term[1] * np.array([0.0, 1.0]) + vector[1] * np.array([0.0, 0.3])) * [2.0, 1.0]
    assert added["hill"] == pytest.approx(expected)


def test_words_that_the_model_does_not_know_add_nothing(model):
    assert model.word_log_odds({"unknown": 2}) == {}
    assert model.word_log_odds({}) == {}


def test_a_lexicon_score_counts_by_its_root(model):
    added = model.lexicon_log_odds(np.array([9.0, 0.0]))
    value = 3 / frames_model.LEXICON_UNIT
    assert added.tolist() == [[value * 2.0, value * -0.5], [0.0, 0.0]]


def test_probabilities_sum_what_was_added(model):
    lexicon = model.lexicon_log_odds(np.array([9.0, 36.0]))
    words = model.word_log_odds({"hill": 1})
    root = np.array([3.0, 6.0]) / frames_model.LEXICON_UNIT
    log_odds = np.array([-1.0, 0.5]) + words["hill"]
    log_odds += root[0] * np.array([2.0, -0.5]) + root[1] * np.array([0.0, 2.0])
    assert model.probabilities(lexicon, words) == pytest.approx(1 / (1 + np.exp(-log_odds)))


@pytest.mark.parametrize(
    ("p", "present", "certain"),
    [
        ([0.4, 0.6], [True, True], [False, False]),
        ([0.399, 0.599], [False, False], [False, False]),
        ([0.7, 1.0], [True, True], [True, False]),
        ([0.699, 0.0], [True, False], [False, False]),
        ([0.2, 0.0], [False, False], [False, False]),
        ([0.199, 0.0], [False, False], [True, False]),
        ([np.nan, np.nan], [False, False], [False, False]),
    ],
)
def test_threshold_and_limits(model, p, present, certain):
    assert model.is_present(np.array(p)).tolist() == present
    assert model.is_certain(np.array(p)).tolist() == certain


def test_the_model_of_the_project_has_the_generic_frames():
    model = frames_model.read_model()
    assert model.frames == list(tables.FRAMES)
    assert (model.low <= model.threshold).all()
    assert (model.threshold <= model.high).all()
    assert (model.slope > 0).all()
    assert (np.diag(model.lexicon_weights) > 0).all()


def test_a_missing_model_raises_an_error(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "MODELS", tmp_path)
    frames_model.read_model.cache_clear()
    with pytest.raises(MissingResourceError, match="model.json.gz is missing"):
        frames_model.read_model()
