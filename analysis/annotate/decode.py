"""
From the reader's probabilities to spans: the best label sequence, and the spans in it.

In: arrays of one row a token. Out: token spans. No model, no text, no table here,
so that training measures itself with the very code that runs later.

Labels are numbered O, B-first, I-first, B-second, I-second, ... for the roles of a layer.
The best sequence under the rule that I-x follows only B-x or I-x is found by Viterbi's algorithm [1]_.

References
----------
.. [1] Viterbi, A. (1967). Error bounds for convolutional codes and an asymptotically optimum decoding algorithm.
   IEEE Transactions on Information Theory 13(2), 260-269.
"""

import numpy as np

__all__ = ["best_labels", "label_spans"]


def _allowed(n_labels):
    """Matrix [from, to] of 0 where a label may follow another, -inf where not."""
    steps = np.zeros((n_labels, n_labels))
    for inside in range(2, n_labels, 2):
        steps[:, inside] = -np.inf
        steps[[inside - 1, inside], inside] = 0.0
    return steps


def best_labels(probabilities, bias=None):
    """
    Find the most probable label sequence that breaks no BIO rule.

    Parameters
    ----------
    probabilities : array, shape (n_tokens, n_labels)
        One distribution a token; an odd number of labels, O first.
    bias : array, shape (n_labels,), optional
        Added to the logarithms; above 0 finds more of that label.

    Returns
    -------
    array of int, shape (n_tokens,)

    Examples
    --------
    >>> import numpy as np
    >>> best_labels(np.array([[0.4, 0.1, 0.5], [0.2, 0.5, 0.3], [0.3, 0.1, 0.6]]))
    array([0, 1, 2])
    """
    logs = np.log(np.maximum(probabilities, 1e-9)) + (0.0 if bias is None else np.asarray(bias))
    n, k = logs.shape
    if not n:
        return np.zeros(0, np.int64)
    steps, came = _allowed(k), np.zeros((n, k), np.int64)
    score = logs[0].copy()
    score[2::2] = -np.inf
    for i in range(1, n):
        paths = score[:, None] + steps
        came[i] = paths.argmax(0)
        score = paths[came[i], np.arange(k)] + logs[i]
    labels = np.zeros(n, np.int64)
    labels[-1] = score.argmax()
    for i in range(n - 1, 0, -1):
        labels[i - 1] = came[i, labels[i]]
    return labels


def label_spans(labels, probabilities):
    """
    Collect the spans of a label sequence.

    Parameters
    ----------
    labels : array of int, shape (n_tokens,)
    probabilities : array, shape (n_tokens, n_labels)

    Returns
    -------
    list of (role, first, last, p)
        ``role`` from 0; tokens ``first`` to ``last``, ``last`` not included; ``p`` the mean probability of its
        tokens being in that role. In order, without overlap.
    """
    spans, first = [], None
    closed = np.append(labels, 0)
    for i, label in enumerate(closed):
        if first is not None and not (label and label == closed[first] + 1):
            role = int((closed[first] - 1) // 2)
            inside = probabilities[first:i, 1 + 2 * role: 3 + 2 * role].sum(1)
            spans.append((role, first, i, float(min(inside.mean(), 1.0))))
            first = None
        if label % 2:
            first = i
    return spans
