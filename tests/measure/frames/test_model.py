"""The frame model: its arithmetic, the words it lists, and its file."""

import numpy as np
import pytest

from analysis.core import paths, tables
from analysis.core.errors import MissingResourceError
from analysis.measure.frames import model as frames_model

CONTENT = {
    "frames": ["x", "y"],
    "entries": [["x", "rain*", 0.1], ["y", "sun", 0.2], ["x", "heavy snow", 0.3]],
    "terms": {"rain": [2.0, 0.5, -1.0], "hill": [1.0, 0.0, 1.0]},
    "bias": [-1.0, 0.5],
}


def probability(margins):
    return 1 / (1 + np.exp(-np.array(margins)))


def test_the_arithmetic_of_the_model():
    model = frames_model.from_dict(CONTENT)
    scores, words = model([["rain", "on", "the", "hill", "rains"]])
    vector = np.array([2.0, 1.0]) / np.sqrt(5)  # tf is 1 + ln 1 for both
    root = np.sqrt(1000 / 100)
    margins = [-1 + 0.1 * 2 * root + vector @ [0.5, 0.0], 0.5 + vector @ [-1.0, 1.0]]
    assert scores == pytest.approx(probability(margins))
    assert words == ["rain (1), rains (1)", "hill (1)"]


def test_entries_are_capped_and_repeated_terms_count_by_their_logarithm():
    model = frames_model.from_dict(CONTENT)
    scores, words = model([["rain", "rain", "rains", "hill"], ["rain"]])
    vector = np.array([2 * (1 + np.log(3)), 1.0])
    vector = vector / np.linalg.norm(vector)
    margins = [
        -1 + 0.1 * 2 * np.sqrt(10) + vector @ [0.5, 0.0],
        0.5 + vector @ [-1.0, 1.0],
    ]
    assert scores == pytest.approx(probability(margins))
    assert words == ["rain (3), rains (1)", "hill (1)"]


def test_phrases_are_listed_with_their_count():
    scores, words = frames_model.from_dict(CONTENT)([["heavy", "snow"], ["heavy", "snow"]])
    assert words == ["heavy snow (2)", None]
    assert scores == pytest.approx(probability([-1 + 0.3 * 2 * np.sqrt(10), 0.5]))


def test_no_words_have_no_score():
    scores, words = frames_model.from_dict(CONTENT)([])
    assert np.isnan(scores).all()
    assert words == [None, None]


def test_only_the_heaviest_words_are_listed():
    names = [chr(97 + i) * 2 for i in range(frames_model.MAX_WORDS_LISTED + 5)]
    content = CONTENT | {"terms": {name: [1.0, i + 1.0, 0.0] for i, name in enumerate(names)}}
    _, words = frames_model.from_dict(content)([names])
    assert words[0].split(", ") == [f"{name} (1)" for name in names[:4:-1]]


def test_the_model_of_the_project_has_the_generic_frames():
    model = frames_model.read_model()
    assert model.frames == list(tables.FRAMES)
    assert model.thresholds.tolist() == [0.5] * 5


def test_a_missing_model_raises_an_error(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "MODELS", tmp_path)
    frames_model.read_model.cache_clear()
    with pytest.raises(MissingResourceError, match="model.json is missing"):
        frames_model.read_model()
