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

from analysis.core.errors import InputError
from analysis.core.tables import POLARITIES
from analysis.neural.label_scheme import softmax
from analysis.neural.load import load_polarity
from analysis.neural.polarity_model import PolarityModel
from analysis.neural.token_states import TokenStates

__all__ = ["Mention", "sentiment_in_articles", "tokens_of"]

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


def sentiment_in_articles(
    mentions: Sequence[Mention],
    token_states: Mapping[Any, TokenStates],
    threads: int = 2,
    model: PolarityModel | None = None,
) -> pd.DataFrame:
    """
    Classify the polarity of sentences of articles towards mentions in them.

    Parameters
    ----------
    mentions : sequence of Mention
    token_states : mapping of hashable to TokenStates
        Of the articles, by their ids, as the tagger has read them.
    threads : int
        Threads used by onnxruntime.
    model : PolarityModel, optional
        By default, the one in ``data/models/reader``.

    Returns
    -------
    DataFrame, shape (n_mentions, 4)
        ``polarity`` : {"negative", "neutral", "positive"}, the most probable class;
        ``p_negative``, ``p_neutral``, ``p_positive`` : probabilities, 0 to 1, which sum to 1.
        Rows are in input order, with an index from 0.

    Raises
    ------
    InputError
        If the tagger has not read an article, or reads no word in a mention.
    MissingResourceError
        If the model files are missing or have been modified.
    """
    model = model or load_polarity(threads=threads)
    scores = [_scores(mention, token_states.get(mention.text_id), model) for mention in mentions]
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
    if states is None:
        raise InputError(f"Article {mention.text_id}: the tagger has not read it.")
    tokens, (first, last) = tokens_of(mention, states)
    if first < last:
        return model.scores(states.states[tokens], first, last)
    start, end = mention.span
    raise InputError(
        f"Article {mention.text_id}: the mention at characters {start} to {end} has no word that "
        "the model reads; expected a name or a noun."
    )
