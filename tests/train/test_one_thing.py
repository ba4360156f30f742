"""Trees for rows of one thing: stored as fitted, scored on corpora that were left out."""

import numpy as np
import pytest

from analysis.compare.quantities.features import FEATURES
from analysis.core.tree_model import tree_model
from analysis.train import one_thing
from analysis.train.judged_rows import JudgedRow
from analysis.train.one_thing import Pairs, Row, card, cross_validate, fit, pairs_of

NEAR = FEATURES.index("near")


def made(n_pairs, corpus, seed=0):
    rng = np.random.default_rng(seed)
    features = np.zeros((n_pairs, len(FEATURES)))
    features[:, NEAR] = rng.random(n_pairs)
    is_one = features[:, NEAR] > 0.5
    return Pairs(features, is_one, np.ones(n_pairs), np.full(n_pairs, corpus))


def test_stored_trees_say_what_was_learned():
    pairs = made(400, "")
    trees = tree_model(fit(pairs), FEATURES)
    odds = trees.log_odds(pairs.features)
    assert ((odds > 0) == pairs.is_one).mean() > 0.98


def row(name, corpus, near, is_one, n_cells=2, is_whole=True, differ=True):
    n_pairs = n_cells * (n_cells - 1) // 2
    features = np.zeros((n_pairs, len(FEATURES)))
    features[:, NEAR] = near
    cells = np.arange(n_cells)
    judged = JudgedRow(name, corpus, None, cells, is_whole, is_one, differ)
    return Row(judged, features)


def test_pairs_of_a_mixed_row_count_less_and_those_of_half_a_mixed_row_not_at_all():
    rows = [
        row("a", "x", 0.9, True, n_cells=3),
        row("b", "x", 0.1, False, n_cells=3),
        row("c", "y", 0.1, False),
        row("d", "y", 0.1, False, is_whole=False),
        row("e", "y", 0.9, True, is_whole=False),
    ]
    pairs = pairs_of([], rows)
    assert pairs.is_one.tolist() == [True] * 3 + [False] * 4 + [True]
    assert pairs.weights.tolist() == [3.0] * 3 + [1.5] * 3 + [3.0, 3.0]
    assert pairs.corpus.tolist() == ["x"] * 6 + ["y"] * 2


@pytest.fixture
def _words_unread(monkeypatch):
    """Let the trees alone decide."""
    monkeypatch.setattr(one_thing, "odds_of_row", lambda _statements, _places, odds, _model: odds)


words_unread = pytest.mark.usefixtures("_words_unread")
LEFT_OUT = "corpus_16", "corpus_19"
LEARNED = "corpus_17"


@words_unread
def test_a_row_is_scored_by_trees_that_did_not_see_its_corpus():
    one, other = LEFT_OUT
    own = made(300, one)
    wrong = Pairs(own.features, ~own.is_one, own.weights, np.full(300, other))
    both = Pairs(*(np.concatenate(column) for column in zip(own, wrong, strict=True)))
    rows = [row("a", one, 0.9, True), row("b", other, 0.9, False, differ=False)]
    scores = cross_validate(both, rows).set_index("corpus")
    assert scores.loc[one, "p"] < 0.1 < 0.9 < scores.loc[other, "p"]
    assert scores["differ"].to_dict() == {one: True, other: False}


@words_unread
def test_rows_that_the_model_of_numbers_learned_are_not_scored():
    rows = [row("a", LEARNED, 0.9, True), row("b", LEFT_OUT[0], 0.9, True)]
    scores = cross_validate(made(300, "x"), rows)
    assert scores["corpus"].tolist() == [LEFT_OUT[0]]


@words_unread
def test_the_card_tells_rows_above_and_below_a_bound():
    pairs = made(300, "x")
    rows = [
        row(f"{near}{differ}", LEFT_OUT[number % 2], near, near > 0.5, differ=differ)
        for differ in (True, False)
        for number, near in enumerate((0.05, 0.2, 0.8, 0.95))
    ]
    text = card(cross_validate(pairs, rows), pairs, 40)
    assert "pairs of cells of 40 rows" in text
    assert "| in which numbers differ | 4 | 0.50 | 1.000 |" in text
    assert "| 0.8 | 2 | 1.00 | 2 | 0.00 |" in text
    assert pytest.approx(1) == text.count("| 0.8 |")
