"""
Find the best label sequence for some tokens, and the spans in it.

In: label probabilities, one row for each token. Out: spans of tokens. There is no model, text or
table here, so that training is evaluated with exactly the code that runs later.

Labels are numbered O, B-first, I-first, B-second, I-second, ... for the roles of a layer. Viterbi's
algorithm [1]_ finds the most probable sequence in which I-x follows only B-x or I-x.

References
----------
.. [1] Viterbi, A. (1967). Error bounds for convolutional codes and an asymptotically optimum
   decoding algorithm. IEEE Transactions on Information Theory 13(2), 260-269.
"""

from typing import NamedTuple

import numpy as np

__all__ = ["TokenSpan", "best_labels", "label_spans"]

_LEAST_PROBABILITY = 1e-9
_OUTSIDE = 0


class TokenSpan(NamedTuple):
    """
    A labelled span of tokens.

    Parameters
    ----------
    role : int
        Number of the role in its layer, from 0.
    first, last : int
        First token, and the token after the last.
    p : float
        Mean probability that its tokens have the role, 0 to 1.
    """

    role: int
    first: int
    last: int
    p: float


def best_labels(probabilities: np.ndarray, begin: float = 0.0) -> np.ndarray:
    """
    Return the most probable label sequence that breaks no BIO rule.

    Parameters
    ----------
    probabilities : array, shape (n_tokens, n_labels)
        A distribution for each token, over an odd number of labels with O first. Not changed.
    begin : float
        Added to the log probability of every label that begins a span. With a value below 0, fewer
        spans begin and fewer are cut in two.

    Returns
    -------
    array of int, shape (n_tokens,)

    Examples
    --------
    >>> import numpy as np
    >>> best_labels(np.array([[0.4, 0.1, 0.5], [0.2, 0.5, 0.3], [0.3, 0.1, 0.6]]))
    array([0, 1, 2])
    """
    scores = np.log(np.maximum(probabilities, _LEAST_PROBABILITY))
    scores[:, 1::2] += begin
    if not len(scores):
        return np.zeros(0, np.int64)
    # The best label of each token alone is the answer, unless an I follows neither its B nor its I.
    labels = scores.argmax(1)
    previous = np.append(_OUTSIDE, labels[:-1])
    is_inside = (labels > 0) & (labels % 2 == 0)
    follows_its_span = (previous == labels) | (previous == labels - 1)
    if np.all(~is_inside | follows_its_span):
        return labels
    return _viterbi(scores.tolist())


def _viterbi(scores: list[list[float]]) -> np.ndarray:
    """Find the best sequence token by token, in lists, which are faster here than arrays."""
    best = []
    for label, score in enumerate(scores[0]):
        best.append(score if label == _OUTSIDE or _begins_span(label) else -np.inf)
    came_from = []
    for row in scores[1:]:
        # O and every B may follow any label, so they follow the best one.
        best_score = max(best)
        best_label = best.index(best_score)
        new_best = [best_score + row[_OUTSIDE]]
        origins = [best_label]
        for begin in range(1, len(row), 2):
            inside = begin + 1
            continued = begin if best[begin] >= best[inside] else inside
            new_best += [best_score + row[begin], best[continued] + row[inside]]
            origins += [best_label, continued]
        best = new_best
        came_from.append(origins)
    labels = [best.index(max(best))]
    for origins in reversed(came_from):
        labels.append(origins[labels[-1]])
    return np.array(labels[::-1])


def _begins_span(label: int) -> bool:
    return label % 2 == 1


def label_spans(labels: np.ndarray, probabilities: np.ndarray) -> list[TokenSpan]:
    """
    Return the spans of a label sequence.

    Parameters
    ----------
    labels : array of int, shape (n_tokens,)
        Without an I that follows neither its B nor its I.
    probabilities : array, shape (n_tokens, n_labels)

    Returns
    -------
    list of TokenSpan
        In order and without overlap.
    """
    spans = []
    first = None
    closed = np.append(labels, _OUTSIDE)
    for token, label in enumerate(closed):
        if first is not None and not _continues(label, closed[first]):
            spans.append(_token_span(closed[first], first, token, probabilities))
            first = None
        if _begins_span(label):
            first = token
    return spans


def _continues(label: int, begin_label: int) -> bool:
    return label != _OUTSIDE and label == begin_label + 1


def _token_span(begin_label: int, first: int, last: int, probabilities: np.ndarray) -> TokenSpan:
    """Return a span with the mean probability that its tokens have the B or I of the role."""
    of_role = probabilities[first:last, begin_label : begin_label + 2].sum(1)
    role = int(begin_label - 1) // 2
    # Rounding can lift the mean a little above 1.
    return TokenSpan(role, first, last, float(min(of_role.mean(), 1.0)))
