"""The best label sequence follows the BIO rules, and its spans are complete."""

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
    for previous, label in itertools.pairwise([0, *labels]):
        is_inside = label > 0 and label % 2 == 0
        if is_inside and previous not in (label, label - 1):
            return False
    return True


@given(scores, st.sampled_from([0.0, -1.0, 0.5]))
def test_no_allowed_sequence_is_more_probable(values, begin):
    probabilities = softmax(values)

    def weight(labels):
        logs = np.log(probabilities[range(len(probabilities)), labels])
        n_begins = sum(label % 2 for label in labels)
        return logs.sum() + begin * n_begins

    sequences = itertools.product(range(5), repeat=len(probabilities))
    best = max(weight(list(labels)) for labels in sequences if follows_the_rules(labels))
    found = best_labels(probabilities, begin)
    assert follows_the_rules(found)
    assert weight(found) == pytest.approx(best)


@given(scores)
def test_spans_are_in_order_and_contain_every_labelled_token_once(values):
    probabilities = softmax(values)
    labels = best_labels(probabilities)
    spans = label_spans(labels, probabilities)
    tokens = [token for span in spans for token in range(span.first, span.last)]
    assert tokens == list(np.flatnonzero(labels))
    assert all(0 <= span.p <= 1 for span in spans)


@pytest.mark.parametrize(
    ("labels", "spans"),
    [
        ([], []),
        ([0, 0], []),
        ([1, 2, 0], [(0, 0, 2)]),
        ([0, 1, 2, 2], [(0, 1, 4)]),
        ([1, 1], [(0, 0, 1), (0, 1, 2)]),  # two adjacent spans of one role
        ([3, 4, 1], [(1, 0, 2), (0, 2, 3)]),
        ([1, 3], [(0, 0, 1), (1, 1, 2)]),
    ],
)
def test_spans_of_labels(labels, spans):
    probabilities = np.full((len(labels), 5), 0.2)
    found = label_spans(np.array(labels, int), probabilities)
    assert [(span.role, span.first, span.last) for span in found] == spans


def test_the_probability_of_a_span_is_the_mean_over_its_tokens_of_begin_and_inside():
    probabilities = np.array(
        [[0.1, 0.5, 0.2, 0.1, 0.1], [0.2, 0.0, 0.4, 0.3, 0.1], [0.0, 0.0, 0.1, 0.6, 0.3]]
    )
    first, second = label_spans(np.array([1, 2, 3]), probabilities)
    assert first.p == pytest.approx((0.7 + 0.4) / 2)
    assert second.p == pytest.approx(0.9)


def test_no_token_has_no_label():
    assert len(best_labels(np.zeros((0, 7)))) == 0


@pytest.mark.parametrize(("begin", "labels"), [(0.0, [1, 1]), (-1.0, [1, 2]), (-4.0, [0, 0])])
def test_a_negative_begin_makes_fewer_spans_and_the_input_is_not_changed(begin, labels):
    probabilities = np.array([[0.1, 0.9, 0.0], [0.2, 0.45, 0.35]])
    assert best_labels(probabilities, begin).tolist() == labels
    assert probabilities.tolist() == [[0.1, 0.9, 0.0], [0.2, 0.45, 0.35]]


@pytest.mark.parametrize(
    ("probabilities", "labels"),
    [
        ([[0.2, 0.1, 0.7]], [0]),  # inside cannot come first
        ([[0.2, 0.3, 0.5]], [1]),
        ([[0.4, 0.6, 0.0], [0.1, 0.2, 0.7], [0.2, 0.1, 0.7]], [1, 2, 2]),
        ([[0.6, 0.4, 0.0], [0.4, 0.1, 0.5]], [0, 0]),
    ],
)
def test_inside_follows_only_its_own_begin_or_inside(probabilities, labels):
    assert best_labels(np.array(probabilities)).tolist() == labels


def test_inside_does_not_follow_another_role():
    probabilities = np.array([[0.1, 0.6, 0.1, 0.1, 0.1], [0.1, 0.05, 0.3, 0.05, 0.5]])
    assert best_labels(probabilities).tolist() == [1, 2]
