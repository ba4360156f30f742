"""Logistic regressions: weights by name, in the order of the features."""

import json

import numpy as np
import pytest

from analysis.core.checked_files import write_checksums
from analysis.core.errors import MissingResourceError
from analysis.core.logistic_model import logistic_model, read_logistic_model

FEATURES = ("near", "far", "new")


def test_probabilities_are_those_of_the_named_weights():
    model = logistic_model(-1.0, {"far": -2.0, "near": 3.0}, FEATURES)
    found = model.probability(np.array([[0, 0, 9], [1, 0, 0], [1, 1, 0]]))
    assert found == pytest.approx([1 / (1 + np.e), 1 / (1 + np.exp(-2)), 0.5])


def test_no_examples_have_no_probabilities():
    assert logistic_model(0.0, {}, FEATURES).probability(np.zeros((0, 3))).shape == (0,)


def test_a_file_is_read_only_with_its_hash(tmp_path):
    path = tmp_path / "weights.json"
    path.write_text(json.dumps({"intercept": 0.5, "weights": {"new": 1}}), encoding="utf8")
    with pytest.raises(MissingResourceError):
        read_logistic_model(path, FEATURES)
    write_checksums(tmp_path, [path.name])
    model = read_logistic_model(path, FEATURES)
    assert model.intercept == 0.5
    assert model.weights.tolist() == [0, 0, 1]
