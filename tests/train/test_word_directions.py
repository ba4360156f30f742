"""Directions of words: near words lie near each other, and weights can be written either way."""

import numpy as np
import pytest

from analysis.extract.head_vectors import head_vector
from analysis.train.word_directions import main_directions

WORDS = ["said", "told", "claimed", "wrote", "voted", "signed", "banned", "sued", "walked", "ran"]


def test_each_direction_has_the_spread_that_was_asked_for():
    places = main_directions(WORDS, 3, spread=0.5).of(WORDS)
    assert places.shape == (len(WORDS), 3)
    assert places.std(axis=0) == pytest.approx([0.5] * 3)
    assert places.mean(axis=0) == pytest.approx([0.0] * 3, abs=1e-9)


def test_a_word_counts_once_whatever_its_case():
    once = main_directions(WORDS, 2)
    assert main_directions([*WORDS, "SAID", "said"], 2).mean == pytest.approx(once.mean)


def test_weights_of_the_vector_are_those_of_the_directions():
    directions = main_directions(WORDS, 3)
    weights = np.array([1.0, -2.0, 0.5])
    of_vector, constant = directions.weights_of_vector(weights)
    for word in ("said", "denied", "harbour"):
        expected = float((directions.of([word]) @ weights)[0])
        assert float(head_vector(word) @ of_vector) + constant == pytest.approx(expected)
