"""Numbers of two articles: evidence against a pair is weighed, and its rivals are seen."""

import numpy as np
import pytest

from analysis.compare.quantities.across_articles import (
    FEATURES,
    LEAST_ALONE,
    MOST_DOUBTS,
    across_articles,
    describe_pairs,
    read_trees,
)
from analysis.compare.quantities.judged_pairs import judge_pairs, look_at_pairs
from analysis.compare.quantities.same_quantity import read_weights
from tests.compare.quantities.story_tables import killed, statements

SEATS = {"counted": "seats", "noun": "seat"}
VOTES = {"counted": "votes", "noun": "vote"}
STORY = (
    ("The Reform Alliance won [47] seats in the assembly.", SEATS),
    ("The Reform Alliance has [46] seats in the assembly after a recount.", SEATS),
    ("The blast killed [12] people.", killed()),
)


def looked_at(*rows):
    found = statements(*rows)
    pairs, within, looked = look_at_pairs(found, read_weights())
    return found, pairs, within, looked


def test_only_pairs_that_may_be_of_one_thing_are_looked_at_again():
    _, pairs, within, looked = looked_at(*STORY)
    assert list(zip(looked.first.tolist(), looked.second.tolist(), strict=True)) == [(0, 1)]
    assert (pairs.first[looked.places] == looked.first).all()
    assert (looked.alone >= LEAST_ALONE).all()
    assert (looked.doubts.sum(axis=1) <= MOST_DOUBTS).all()
    assert len(within.first) == 0


def test_seats_before_and_after_a_recount_are_one_thing():
    found, _, _, looked = looked_at(*STORY)
    assert across_articles(found, looked, read_trees())[0] > 0.5


def test_what_is_not_looked_at_is_of_two_things():
    found = statements(*STORY)
    pairs, _ = judge_pairs(found, read_weights(), read_trees())
    probability = dict(
        zip(
            zip(pairs.first.tolist(), pairs.second.tolist(), strict=True),
            pairs.probability,
            strict=True,
        )
    )
    assert probability[0, 1] > 0.5
    assert probability[0, 2] == probability[1, 2] == 0


def test_features_have_a_column_each_and_no_order_within_a_pair():
    found, _, _, looked = looked_at(*STORY)
    described = describe_pairs(found, looked)
    assert described.shape == (1, len(FEATURES))
    turned = looked._replace(first=looked.second, second=looked.first)
    same = [name for name in FEATURES if not name.startswith("best_of_")]
    columns = [FEATURES.index(name) for name in same]
    assert describe_pairs(found, turned)[:, columns] == pytest.approx(described[:, columns])
    assert described[0, FEATURES.index("doubts")] == looked.doubts.sum()


def test_a_story_without_pairs_has_none():
    found, pairs, _, looked = looked_at(STORY[0])
    assert len(pairs.first) == len(looked.first) == 0
    assert across_articles(found, looked, read_trees()).tolist() == []
    assert describe_pairs(found, looked).shape == (0, len(FEATURES))
    assert np.isfinite(read_trees().base)
