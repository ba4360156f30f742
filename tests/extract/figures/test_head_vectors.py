"""The vector of a word."""

import numpy as np
import pytest

from analysis.extract.figures.head_vectors import head_vector


def likeness(one, other):
    return float(head_vector(one) @ head_vector(other))


def test_a_vector_has_length_1_whatever_the_case_of_the_word():
    assert np.linalg.norm(head_vector("damage")) == pytest.approx(1)
    assert likeness("Damage", "damage") == pytest.approx(1)


@pytest.mark.parametrize(
    ("word", "like", "unlike"),
    [("costs", "expenses", "tuesday"), ("profit", "earnings", "union")],
)
def test_words_of_one_meaning_are_nearer_than_others(word, like, unlike):
    assert likeness(word, like) > likeness(word, unlike)


def test_a_word_without_tokens_is_like_none():
    assert not head_vector("").any()
