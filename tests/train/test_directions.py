"""Directions of vectors: they have one spread, and weights can be written either way."""

import numpy as np
import pytest

from analysis.train.directions import main_directions

VECTORS = np.random.default_rng(7).normal(size=(40, 6)) * [5, 3, 1, 0.1, 0.1, 0.1] + 2


def test_each_direction_has_the_spread_that_was_asked_for():
    places = main_directions(VECTORS, 3, spread=0.5).of(VECTORS)
    assert places.shape == (40, 3)
    assert places.std(axis=0) == pytest.approx([0.5] * 3)
    assert places.mean(axis=0) == pytest.approx([0.0] * 3, abs=1e-9)


def test_the_first_direction_is_that_of_the_largest_difference():
    first = main_directions(VECTORS, 1).matrix[:, 0]
    assert np.abs(first).argmax() == 0


def test_weights_of_the_vector_are_those_of_the_directions():
    directions = main_directions(VECTORS, 3)
    weights = np.array([1.0, -2.0, 0.5])
    of_vector, constant = directions.weights_of_vector(weights)
    for vector in (*VECTORS[:3], np.zeros(6)):
        expected = float(directions.of(vector) @ weights)
        assert float(vector @ of_vector) + constant == pytest.approx(expected)
