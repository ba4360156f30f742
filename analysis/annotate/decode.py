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


def best_labels(probabilities, begin=0.0):
    """
    Find the most probable label sequence that breaks no BIO rule.

    Parameters
    ----------
    probabilities : array, shape (n_tokens, n_labels)
        One distribution a token; an odd number of labels, O first.
    begin : float
        Added to the logarithms of labels that begin a span; below 0, fewer spans begin, and fewer are cut in two.

    Returns
    -------
    array of int, shape (n_tokens,)

    Examples
    --------
    >>> import numpy as np
    >>> best_labels(np.array([[0.4, 0.1, 0.5], [0.2, 0.5, 0.3], [0.3, 0.1, 0.6]]))
    array([0, 1, 2])
    """
    logs = np.log(np.maximum(probabilities, 1e-9))
    logs[:, 1::2] += begin
    if not len(logs):
        return np.zeros(0, np.int64)
    freely, before = logs.argmax(1), np.append(0, logs[:-1].argmax(1))
    goes_on = (freely > 0) & (freely % 2 == 0)
    whole = ~goes_on | (before == freely) | (before == freely - 1)
    return freely if whole.all() else _viterbi(logs.tolist())


def _viterbi(logs):
    """Find the best sequence step by step; in plain numbers, which for so few labels are faster than arrays."""
    # an odd label begins a span: it, and none, may follow whatever was best; the even one after it goes on with it
    score = [-np.inf if label and label % 2 == 0 else value for label, value in enumerate(logs[0])]
    came = []
    for row in logs[1:]:
        best = max(score)
        at = score.index(best)
        now, back = [best + row[0]], [at]
        for begin in range(1, len(row), 2):
            goes_on = begin if score[begin] >= score[begin + 1] else begin + 1
            now += best + row[begin], score[goes_on] + row[begin + 1]
            back += at, goes_on
        score = now
        came.append(back)
    labels = [score.index(max(score))]
    for back in reversed(came):
        labels.append(back[labels[-1]])
    return np.array(labels[::-1])


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
            inside = probabilities[first:i, 1 + 2 * role : 3 + 2 * role].sum(1)
            spans.append((role, first, i, float(min(inside.mean(), 1.0))))
            first = None
        if label % 2:
            first = i
    return spans
