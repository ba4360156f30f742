"""The best label sequence keeps the rules, and spans come out whole."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from analysis.annotate.decode import best_labels, label_spans
from analysis.neural.label_scheme import softmax

scores = arrays.arrays(
    np.float64, st.tuples(st.integers(1, 5), st.just(5)), elements=st.floats(-4, 4)
)


def follows_the_rules(labels):
    return all(
        now == 0 or now % 2 or before in (now, now - 1)
        for before, now in itertools.pairwise([0, *labels])
    )


@given(scores, st.sampled_from([0.0, -1.0, 0.5]))
def test_it_is_the_best_of_all_sequences_that_are_allowed(values, begin):
    shares = softmax(values)

    def weight(labels):
        return np.log(shares[range(len(shares)), labels]).sum() + begin * sum(
            label % 2 for label in labels
        )

    allowed = filter(follows_the_rules, itertools.product(range(5), repeat=len(shares)))
    best = max(weight(list(labels)) for labels in allowed)
    found = best_labels(shares, begin)
    assert follows_the_rules(found)
    assert weight(found) == pytest.approx(best)


@given(scores)
def test_spans_are_in_order_and_hold_every_labelled_token_once(values):
    shares = softmax(values)
    labels = best_labels(shares)
    spans = label_spans(labels, shares)
    assert [t for _, first, last, _ in spans for t in range(first, last)] == list(
        np.flatnonzero(labels)
    )
    assert all(0 <= p <= 1 for *_, p in spans)


@pytest.mark.parametrize(
    ("labels", "spans"),
    [
        ([], []),
        ([0, 0], []),
        ([1, 2, 0], [(0, 0, 2)]),
        ([1, 1], [(0, 0, 1), (0, 1, 2)]),  # two spans of one role that touch
        ([3, 4, 1], [(1, 0, 2), (0, 2, 3)]),
    ],
)
def test_spans_of(labels, spans):
    assert [
        s[:3] for s in label_spans(np.array(labels, int), np.full((len(labels), 5), 0.2))
    ] == spans


def test_nothing_to_label():
    assert len(best_labels(np.zeros((0, 7)))) == 0


@pytest.mark.parametrize(("begin", "labels"), [(0.0, [1, 1]), (-1.0, [1, 2]), (-4.0, [0, 0])])
def test_where_beginning_costs_fewer_spans_begin(begin, labels):
    shares = np.array([[0.1, 0.9, 0.0], [0.2, 0.45, 0.35]])
    assert best_labels(shares, begin).tolist() == labels
    assert shares.tolist() == [[0.1, 0.9, 0.0], [0.2, 0.45, 0.35]]  # the input is not changed
