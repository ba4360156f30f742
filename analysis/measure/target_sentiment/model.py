"""
Classify the polarity of a sentence towards one person or group mentioned in it.

In: sentences, and the characters of one mention in each. Out: one row per sentence, in the same
order. Polarity is that of the text towards the person or group, as annotators judged it in
NewsMTSC [1]_. It is not the tone of the sentence (``analysis.measure.tone``), and it does not say
who is right.

References
----------
.. [1] Hamborg, F., & Donnay, K. (2021). NewsMTSC: A dataset for (multi-)target-dependent sentiment
   classification in political news articles. EACL 2021.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.core.errors import InputError
from analysis.core.tables import POLARITIES
from analysis.neural.label_scheme import softmax
from analysis.neural.load import load
from analysis.neural.onnx_model import Model

__all__ = ["marked_row", "target_sentiment"]

# tokens that are kept before the mention, after it, and of the mention itself
TOKENS_BEFORE = 110
TOKENS_AFTER = 100
TOKENS_OF_MENTION = 20


def target_sentiment(
    texts: Sequence[str],
    spans: Sequence[tuple[int, int]],
    threads: int = 2,
    model: Model | None = None,
) -> pd.DataFrame:
    """
    Classify the polarity of each text towards its mention.

    Parameters
    ----------
    texts : sequence of str
        Sentences, one per mention. A sentence may be repeated with another mention.
    spans : sequence of (int, int)
        First character of each mention in its text, and the character after its last.
    threads : int
        Threads used by onnxruntime.
    model : Model, optional
        The model to use; by default, the one in ``data/models/reader``.

    Returns
    -------
    DataFrame, shape (n_texts, 4)
        ``polarity`` : {"negative", "neutral", "positive"}, the most probable class;
        ``p_negative``, ``p_neutral``, ``p_positive`` : probabilities, 0 to 1, which sum to 1.
        Rows are in input order, with an index from 0.

    Raises
    ------
    InputError
        If a span is empty or outside its text, or if the two sequences differ in length.
    MissingResourceError
        If the model files are missing or have been modified.
    """
    texts = list(texts)
    spans = [(int(start), int(end)) for start, end in spans]
    _check_spans(texts, spans)
    model = model or load("polarity", threads=threads)
    rows = [
        marked_row(model, text, start, end) for text, (start, end) in zip(texts, spans, strict=True)
    ]
    probabilities = softmax(_scores(model, rows))
    found = pd.DataFrame(probabilities, columns=[f"p_{name}" for name in POLARITIES])
    most_probable = [POLARITIES[i] for i in probabilities.argmax(1)]
    found.insert(0, "polarity", pd.Series(most_probable, dtype="str"))
    return found


def marked_row(model: Model, text: str, start: int, end: int) -> list[int]:
    """
    Return the token ids of a text with its mention marked.

    The mention is placed between separators, and repeated at the end. Long texts are cut around
    the mention.

    Parameters
    ----------
    model : Model
    text : str
    start, end : int
        Characters of the mention in the text, end not included.

    Returns
    -------
    list of int
    """
    before = list(model.tokens(text[:start])[0])[-TOKENS_BEFORE:]
    mention = list(model.tokens(text[start:end])[0])[:TOKENS_OF_MENTION]
    after = list(model.tokens(text[end:])[0])[:TOKENS_AFTER]
    mark = model.end
    marked = [*before, mark, *mention, mark, *after]
    return [model.start, *marked, mark, mark, *mention, mark]  # pyright: ignore[reportReturnType]


def _scores(model: Model, rows: list[list[int]]) -> np.ndarray:
    """Return the scores of each class, in batches of rows of similar length."""
    by_length = sorted(range(len(rows)), key=lambda i: len(rows[i]))
    scores = np.zeros((len(rows), len(POLARITIES)))
    for first in range(0, len(by_length), model.batch):
        batch = by_length[first : first + model.batch]
        scores[batch] = model.classify_polarity([rows[i] for i in batch])
    return scores


def _check_spans(texts: Sequence[str], spans: Sequence[tuple[int, int]]) -> None:
    """Raise an error unless there is one span per text, and it is inside its text."""
    if len(texts) != len(spans):
        raise InputError(
            f"{len(texts)} texts but {len(spans)} spans: pass one (start, end) for each text."
        )
    for row, (text, (start, end)) in enumerate(zip(texts, spans, strict=True)):
        if not 0 <= start < end <= len(text):
            raise InputError(
                f"Row {row}: mention ({start}, {end}) is not inside its text of {len(text)} "
                "characters; expected 0 <= start < end <= length."
            )
