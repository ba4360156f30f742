"""
Classify the polarity of a sentence towards one person or group mentioned in it.

In: articles as the tagger has read them, and the characters of sentences and of a mention in each.
Out: one row per mention, in the same order. Polarity is that of the text towards the person or
group, as annotators judged it in NewsMTSC [1]_. It is not the tone of the sentence
(``analysis.measure.tone``), and it does not say who is right.

References
----------
.. [1] Hamborg, F., & Donnay, K. (2021). NewsMTSC: A dataset for (multi-)target-dependent sentiment
   classification in political news articles. EACL 2021.
"""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.annotate.token_states import TokenStates, read_states
from analysis.core.errors import InputError
from analysis.core.tables import POLARITIES
from analysis.neural.label_scheme import softmax
from analysis.neural.load import load_polarity, load_tagger
from analysis.neural.onnx_model import Model
from analysis.neural.polarity_model import PolarityModel

__all__ = ["Mention", "sentiment_in_articles", "target_sentiment", "tokens_of"]

# tokens that are kept before the mention, after it, and of the mention itself
TOKENS_BEFORE = 110
TOKENS_AFTER = 100
TOKENS_OF_MENTION = 20


class Mention(NamedTuple):
    """
    A mention in its sentence.

    Attributes
    ----------
    text_id : hashable
        The article.
    sentence, span : (int, int)
        Characters of the sentence and of the mention in the article, end not included.
    """

    text_id: Hashable
    sentence: tuple[int, int]
    span: tuple[int, int]


def target_sentiment(
    texts: Sequence[str],
    spans: Sequence[tuple[int, int]],
    threads: int = 2,
    tagger: Model | None = None,
    model: PolarityModel | None = None,
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
    tagger : Model, optional
        Reads the texts; by default, the one in ``data/models/reader``.
    model : PolarityModel, optional
        The classifier; by default, the one in ``data/models/reader``.

    Returns
    -------
    DataFrame, shape (n_texts, 4)
        As ``sentiment_in_articles``.

    Raises
    ------
    InputError
        If a span is empty or outside its text or has no word, or if the two sequences differ in
        length.
    MissingResourceError
        If the model files are missing or have been modified.
    """
    texts = list(texts)
    spans = [(int(start), int(end)) for start, end in spans]
    _check_spans(texts, spans)
    number_of = {text: number for number, text in enumerate(dict.fromkeys(texts))}
    mentions = [
        Mention(number_of[text], (0, len(text)), span)
        for text, span in zip(texts, spans, strict=True)
    ]
    text_of = {number: text for text, number in number_of.items()}
    return sentiment_in_articles(mentions, text_of, threads=threads, tagger=tagger, model=model)


def sentiment_in_articles(
    mentions: Sequence[Mention],
    texts: Mapping[Any, str],
    token_states: Mapping[Any, TokenStates] | None = None,
    threads: int = 2,
    tagger: Model | None = None,
    model: PolarityModel | None = None,
) -> pd.DataFrame:
    """
    Classify the polarity of sentences of articles towards mentions in them.

    Parameters
    ----------
    mentions : sequence of Mention
    texts : mapping of hashable to str
        The articles, by their ids.
    token_states : mapping of hashable to TokenStates, optional
        Of the articles that the tagger has read; it reads the others.
    threads : int
        Threads used by onnxruntime.
    tagger : Model, optional
    model : PolarityModel, optional
        By default, those in ``data/models/reader``.

    Returns
    -------
    DataFrame, shape (n_mentions, 4)
        ``polarity`` : {"negative", "neutral", "positive"}, the most probable class;
        ``p_negative``, ``p_neutral``, ``p_positive`` : probabilities, 0 to 1, which sum to 1.
        Rows are in input order, with an index from 0.

    Raises
    ------
    InputError
        If a mention has no word that the tagger reads.
    MissingResourceError
        If the model files are missing or have been modified.
    """
    states = dict(token_states or {})
    unread = [name for name in dict.fromkeys(row.text_id for row in mentions) if name not in states]
    if unread:
        read = read_states([texts[name] for name in unread], tagger or load_tagger(threads=threads))
        states |= {unread[number]: found for number, found in read.items()}
    model = model or load_polarity(threads=threads)
    scores = [_scores(mention, states.get(mention.text_id), model) for mention in mentions]
    probabilities = softmax(np.reshape(scores, (-1, len(POLARITIES))))
    found = pd.DataFrame(probabilities, columns=[f"p_{name}" for name in POLARITIES])
    most_probable = [POLARITIES[i] for i in probabilities.argmax(1)]
    found.insert(0, "polarity", pd.Series(most_probable, dtype="str"))
    return found


def tokens_of(mention: Mention, states: TokenStates) -> tuple[slice, tuple[int, int]]:
    """
    Return the tokens of a sentence that are read, and which of them are the mention.

    Parameters
    ----------
    mention : Mention
    states : TokenStates
        Of its article.

    Returns
    -------
    tokens : slice
        Of the article. A long sentence is cut around the mention, and a long mention at its end.
    first, last : int
        The mention's tokens among these, ``last`` not included; both are equal if it has none.
    """
    first, last = states.between(*mention.span)
    last = min(last, first + TOKENS_OF_MENTION)
    start, end = states.between(*mention.sentence)
    start = max(start, first - TOKENS_BEFORE)
    end = min(max(end, last), last + TOKENS_AFTER)
    return slice(start, end), (first - start, last - start)


def _scores(mention: Mention, states: TokenStates | None, model: PolarityModel) -> np.ndarray:
    if states is not None:
        tokens, (first, last) = tokens_of(mention, states)
        if first < last:
            return model.scores(states.states[tokens], first, last)
    start, end = mention.span
    raise InputError(
        f"Text {mention.text_id}: the mention at characters {start} to {end} has no word that the "
        "model reads; expected a name or a noun."
    )


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
