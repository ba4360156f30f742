"""What a corpus adds to the probability that two of its articles are of one story."""

import numpy as np
import pandas as pd
import pytest

from analysis.compare.events.corpus_share import (
    MOST_ADDED,
    add_log_odds,
    count_pairs,
    log_odds_of_corpus,
)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], 0),
        (["2024-03-01"], 0),
        (["2024-03-01", "2024-03-01"], 1),
        (["2024-03-15", "2024-03-01"], 1),
        (["2024-03-16", "2024-03-01"], 0),
        (["2024-03-01", "2024-03-10", "2024-03-20"], 2),
        ([None, "2024-03-01", "2030-01-01"], 2),
        ([None, None, None], 3),
    ],
)
def test_pairs_within_a_fortnight_are_counted_and_those_without_a_day(days, expected):
    assert count_pairs(pd.to_datetime(pd.Series(days, dtype="object")), 14) == expected


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_corpus_on_few_happenings_makes_likeness_count_more(share):
    n_same = int(300 * share)
    sure = np.array([0.97] * n_same + [0.02] * (300 - n_same))
    assert 0 < log_odds_of_corpus(sure, 300) <= MOST_ADDED


@pytest.mark.parametrize(
    ("probability", "n_pairs"),
    [
        (np.array([0.6, 0.4] + [0.01] * 98), 50_000),
        (np.array([]), 50_000),
        (np.zeros(10), 50_000),
    ],
)
def test_a_corpus_with_few_pairs_that_belong_together_makes_likeness_count_less(
    probability, n_pairs
):
    assert log_odds_of_corpus(probability, n_pairs) < -0.5


def test_many_doubtful_pairs_are_no_evidence_that_many_belong_together():
    doubtful = np.array([0.55] * 100 + [0.3] * 100)
    assert log_odds_of_corpus(doubtful, 200) == 0


@pytest.mark.parametrize("probability", [np.array([]), np.array([0.9]), np.array([0.9, 0.95, 0.9])])
def test_a_few_pairs_decide_little(probability):
    assert abs(log_odds_of_corpus(probability, len(probability))) < 0.3


def test_without_a_pair_nothing_is_added():
    assert log_odds_of_corpus(np.array([]), 0) == 0


def test_log_odds_are_added_and_what_is_ruled_out_stays_so():
    found = add_log_odds(np.array([0.0, 0.5, 0.8]), np.log(2))
    assert found == pytest.approx([0, 2 / 3, 8 / 9])
