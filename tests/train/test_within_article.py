"""Pairs of numbers of one article: made from labels, fitted, scored on corpora left out."""

import numpy as np
import pandas as pd
import pytest

from analysis.compare.quantities.within_article import FEATURES, model_of
from analysis.train.within_article import (
    PAIRS,
    NumberPairs,
    cross_validate,
    examples_of,
    fit,
    labelled_pairs,
)
from tests.compare.quantities.story_tables import killed, statements

RATIO = FEATURES.index("ratio")


def made(n_pairs, corpus, seed=0):
    """Return pairs that are of one thing if their ratio is small, or their words say so."""
    rng = np.random.default_rng(seed)
    features = np.zeros((n_pairs, len(FEATURES)))
    features[:, RATIO] = rng.random(n_pairs)
    says = rng.random(n_pairs) > 0.5
    is_one = (features[:, RATIO] < 0.3) | says
    words = [["before puts"] if own else ["before and"] for own in says]
    return NumberPairs(features, words, is_one, np.full(n_pairs, corpus, dtype=object))


def together(*parts):
    return NumberPairs(
        np.concatenate([part.features for part in parts]),
        [words for part in parts for words in part.words],
        np.concatenate([part.is_one for part in parts]),
        np.concatenate([part.corpus for part in parts]),
    )


@pytest.fixture(scope="module")
def pairs():
    return together(made(300, "a", 1), made(300, "b", 2), made(300, "c", 3))


def test_what_was_learned_is_stored(pairs):
    stored = fit(pairs)
    assert stored["words"]["before puts"] > 0 > stored["words"]["before and"]
    model = model_of(stored)
    found = model.probability(pairs.features, pairs.words)
    assert ((found > 0.5) == pairs.is_one).mean() > 0.98
    assert not pairs.features[:, -1].any()  # not changed


def test_pairs_are_scored_by_a_model_of_other_corpora(pairs):
    found = cross_validate(pairs)
    assert ((found > 0.5) == pairs.is_one).mean() > 0.95
    contrary = made(300, "d", 4)
    contrary = contrary._replace(is_one=~contrary.is_one)
    scores = cross_validate(together(pairs, contrary))
    assert ((scores[-300:] > 0.5) == contrary.is_one).mean() < 0.2


def test_pairs_of_statements_are_labelled():
    story = statements(
        ("A blast killed [12] people. The army said [30] died, and [7] in Orlo.", *[killed()] * 3)
    )
    examples = examples_of(story, "x", [True, True, True], [(0, 1)])
    assert examples.is_one.tolist() == [True, False, False]
    assert examples.corpus.tolist() == ["x"] * 3
    assert examples.features.shape == (3, len(FEATURES))
    assert "before said" in examples.words[0]
    untold = examples_of(story, "x", [True, True, False], [(0, 1)])
    assert untold.is_one.tolist() == [True]


def test_labelled_pairs_are_in_order_and_of_two_numbers():
    table = pd.read_csv(PAIRS)
    assert (table["end"] <= table["other_start"]).all()
    assert not table.duplicated().any()
    assert set(table["kind"]) == {"rival", "revised", "rounded"}
    pairs = labelled_pairs()
    assert sum(map(len, pairs.values())) == len(table)
