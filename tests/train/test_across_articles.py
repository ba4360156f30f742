"""Trees for pairs of two articles: what they are fitted on, and scores without the own corpus."""

import numpy as np
import pytest

from analysis.compare.quantities.across_articles import FEATURES
from analysis.core.tree_model import tree_model
from analysis.train.across_articles import (
    WEIGHT_OF_JUDGED,
    Examples,
    card,
    cross_validate,
    examples_of,
    fit,
    fold_of,
)
from analysis.train.judged_rows import JudgedRow
from analysis.train.quantity_examples import LabelledStory
from tests.compare.quantities.story_tables import statements

NEAR = FEATURES.index("near")
SEATS = {"counted": "seats", "noun": "seat"}
TEXTS = tuple(
    f"The Reform Alliance won [{number}] seats in the assembly." for number in (47, 46, 45)
)
STATEMENTS = statements(*((text, SEATS) for text in TEXTS))


def story(file, quantity):
    return LabelledStory("vote", file, True, STATEMENTS, quantity, ["a", "b", "c"], {})


def judged(cells, is_one, is_whole=True):
    return JudgedRow("row", "corpus_16", STATEMENTS, np.array(cells), is_whole, is_one, True)


def made(n_pairs, corpus, is_turned=False):
    features = np.zeros((n_pairs, len(FEATURES)))
    features[:, NEAR] = np.random.default_rng(0).random(n_pairs)
    is_one = (features[:, NEAR] > 0.5) ^ is_turned
    return Examples(features, is_one, np.ones(n_pairs), np.full(n_pairs, corpus, dtype=object))


NONE = made(0, "")


def test_pairs_of_statements_that_a_person_told():
    told, none = examples_of([story("corpus_01", ["seats", "seats", None])], [])
    assert told.is_one.tolist() == [True]
    assert told.corpus.tolist() == ["corpus_01"]
    assert len(none.is_one) == 0


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (judged([0, 1, 2], is_one=True), [True, True, True]),
        (judged([0, 1, 2], is_one=False), []),
        (judged([0, 1], is_one=False), [False]),
        (judged([0, 1], is_one=False, is_whole=False), []),
        (judged([0, 1], is_one=True, is_whole=False), [True]),
    ],
)
def test_a_mixed_row_of_three_says_of_no_pair_that_it_is_of_two_things(row, expected):
    _, found = examples_of([], [row])
    assert found.is_one.tolist() == expected
    assert found.weights.tolist() == [WEIGHT_OF_JUDGED] * len(expected)


def test_stored_trees_say_what_was_learned():
    examples = made(400, "corpus_01")
    odds = tree_model(fit(examples), FEATURES).log_odds(examples.features)
    assert ((odds > 0) == examples.is_one).mean() > 0.98


def test_a_gold_file_is_left_out_alone():
    assert fold_of([f"corpus_{n:02d}" for n in range(7)] + ["quantities/dev"]) == {
        **{f"corpus_{n:02d}": n % 5 for n in range(7)},
        "quantities/dev": 5,
    }


def test_a_file_is_scored_by_trees_that_did_not_see_it():
    own, other = made(300, "corpus_01"), made(300, "corpus_02", is_turned=True)
    told = Examples(*(np.concatenate(column) for column in zip(own, other, strict=True)))
    labelled = [story("corpus_01", ["seats", "seats", "other"])]
    scores = cross_validate(labelled, told, NONE).set_index("file")
    assert scores.loc["corpus_01", "right"] < 0.1 * scores.loc["corpus_01", "told"]
    assert scores.loc["corpus_01", "looked_at"] == 300
    assert scores.loc["corpus_01", "told_grouped"] == 1
    assert scores.loc["corpus_02", "told_grouped"] == 0
    text = card(scores.reset_index(), told, NONE)
    assert "| data/labels/invented_news | 600 | 0." in text
    assert "on 600 pairs" in text
