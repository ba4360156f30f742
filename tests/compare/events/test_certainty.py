"""How sure it is that a story is one."""

import numpy as np
import pandas as pd
import pytest

from analysis.compare.events.certainty import (
    CertaintyModel,
    group_evidence,
    group_probabilities,
    read_certainty_model,
)


def evidence(group, pairs, ties=()):
    first, second, probability = (np.array(column) for column in zip(*pairs, strict=True))
    return group_evidence(np.array(group), first, second, probability, ties)


def test_the_nearest_inside_and_outside_are_told_apart():
    found = evidence([0, 0, 2, 2, 4], [(0, 1, 0.9), (1, 2, 0.4), (2, 3, 0.7), (0, 4, 0.2)])
    assert found["group"].tolist() == [0, 2]
    assert found["n_articles"].tolist() == [2, 2]
    assert found["nearest"].tolist() == [0.9, 0.7]
    assert found["outside"].round(3).tolist() == [0.3, 0.2]
    assert found["is_tied"].tolist() == [False, False]


def test_ties_count_within_a_group_only():
    tied = evidence([0, 0, 0], [(0, 1, 0.3)], ties=[(0, 1), (0, 2)])
    assert tied["is_tied"].tolist() == [True]
    assert tied["nearest"].tolist() == [1.0]
    parted = evidence([0, 0, 2], [(0, 1, 0.3)], ties=[(1, 2)])
    assert parted["outside"].tolist() == [0.0]
    assert parted["is_tied"].tolist() == [False]


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ([(0, 1, 0.6), (1, 2, 0.1)], [(0, 1, 0.9), (1, 2, 0.1)]),  # nearer to each other
        ([(0, 1, 0.9), (1, 2, 0.5)], [(0, 1, 0.9), (1, 2, 0.1)]),  # fewer others are near
    ],
)
def test_which_story_is_surer(less, more):
    model = read_certainty_model()
    low, high = (model.probability(evidence([0, 0, 2], pairs))[0] for pairs in (less, more))
    assert 0 < low < high < 1


def test_a_story_that_a_person_joined_is_sure_and_one_article_has_no_probability():
    group = pd.Series(["s", "s", "alone", "t", "t"])
    pairs = pd.DataFrame({"first": [0, 3], "second": [1, 4], "story": [0.7, 0.99]})
    found = group_probabilities(group, pairs, ties=[(0, 1)])
    assert found["s"] == 1
    assert 0.8 < found["t"] < 1
    assert set(found.index) == {"s", "t"}


def test_pairs_without_words_in_common_are_no_error():
    group = pd.Series(["s", "s"])
    pairs = pd.DataFrame({"first": [], "second": [], "story": []}, dtype=float)
    pairs = pairs.astype({"first": int, "second": int})
    assert 0 < group_probabilities(group, pairs, ())["s"] < 0.5
    assert group_probabilities(pd.Series([], dtype="str"), pairs, ()).empty


def test_the_terms_are_in_the_order_of_the_weights():
    one = pd.DataFrame({"n_articles": [4], "nearest": [0.5], "outside": [0.25], "is_tied": [False]})
    assert CertaintyModel.terms(one).round(3).tolist() == [[0.0, 0.693, 0.25]]
