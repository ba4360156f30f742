"""
Tell a sentence's polarity towards one mention in it.

In: sentences and the characters of a mention in each. Out: one row each, in the same order.
The polarity is the text's towards the named person or group, as readers judged it in NewsMTSC [1]_; it is not the
tone of the sentence (``analysis.measure.tone``), and says nothing about who is right.

References
----------
.. [1] Hamborg, F., & Donnay, K. (2021). NewsMTSC: A dataset for (multi-)target-dependent sentiment classification in
   political news articles. EACL 2021.
"""

import numpy as np
import pandas as pd

from analysis.core.errors import InputError
from analysis.core.tables import POLARITIES
from analysis.neural.label_scheme import softmax
from analysis.neural.load import load

__all__ = ["marked_row", "target_sentiment"]

BEFORE, AFTER, MENTION = 110, 100, 20  # tokens kept around the mention, and of it


def target_sentiment(texts, spans, threads=2, model=None):
    """
    Judge the polarity of each text towards its marked mention.

    Parameters
    ----------
    texts : sequence of str
        Sentences, one for each mention; the same sentence may come again with another mention.
    spans : sequence of (int, int)
        First character of the mention in its text, and the one after its last.
    threads : int
        Threads for onnxruntime.
    model : Model, optional
        Another reader than the one in ``data/models/reader``.

    Returns
    -------
    DataFrame, shape (n_texts, 4)
        ``polarity`` : {"negative", "neutral", "positive"}, the most probable;
        ``p_negative``, ``p_neutral``, ``p_positive`` : probabilities, 0 to 1, adding up to 1.
        In input order, index from 0.

    Raises
    ------
    InputError
        If a span is empty or lies outside its text, or the two sequences differ in length.
    MissingResourceError
        If the model's files are absent or altered.
    """
    texts, spans = list(texts), [tuple(int(x) for x in s) for s in spans]
    _check(texts, spans)
    model = model or load("polarity", threads=threads)
    rows = [marked_row(model, text, *span) for text, span in zip(texts, spans, strict=True)]
    order, scores = (
        sorted(range(len(rows)), key=lambda i: len(rows[i])),
        np.zeros((len(rows), len(POLARITIES))),
    )
    for i in range(0, len(order), model.batch):
        batch = order[i : i + model.batch]
        scores[batch] = model.classify_polarity([rows[j] for j in batch])
    shares = softmax(scores)
    out = pd.DataFrame(shares, columns=[f"p_{name}" for name in POLARITIES])
    out.insert(
        0,
        "polarity",
        pd.Series([POLARITIES[i] for i in shares.argmax(1)] if len(rows) else [], dtype="str"),
    )
    return out


def marked_row(model, text, start, end):
    """
    Write a text as token numbers, its mention between separators and once more at the end.

    Parameters
    ----------
    model : Model
    text : str
    start, end : int
        The mention. A long text is cut around it.

    Returns
    -------
    list of int
    """
    before, mention, after = (
        list(model.tokens(part)[0]) for part in (text[:start], text[start:end], text[end:])
    )
    mention, mark = mention[:MENTION], model.end
    marked = [*before[-BEFORE:], mark, *mention, mark, *after[:AFTER]]
    return [model.start, *marked, mark, mark, *mention, mark]


def _check(texts, spans):
    if len(texts) != len(spans):
        raise InputError(
            f"{len(texts)} texts but {len(spans)} spans: give one (start, end) for each text."
        )
    for i, (text, (start, end)) in enumerate(zip(texts, spans, strict=True)):
        if not 0 <= start < end <= len(text):
            raise InputError(
                f"Row {i}: mention ({start}, {end}) is not inside its text of {len(text)} characters; "
                "allowed is 0 <= start < end <= length."
            )
