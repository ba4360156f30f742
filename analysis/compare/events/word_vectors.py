"""
Represent articles by vectors of their words, so that "blaze" and "fire" are near each other.

In: the ``articles`` table. Out: one vector an article: the weighted mean of the vectors that the
tagger has for the words of headline and lead, rare words counting more, without the direction that
all articles share [1]_. It costs a look-up a word, and no run of the neural model.

.. [1] Arora, S., Liang, Y. & Ma, T. (2017). A simple but tough-to-beat baseline for sentence
   embeddings. ICLR.
"""

import json
from functools import lru_cache
from itertools import islice

import numpy as np
import pandas as pd

from analysis.compare.events.terms import article_terms, rarity
from analysis.core import paths
from analysis.core.checked_files import read_checked
from analysis.neural.token_embedding import token_embedding

__all__ = ["COMMON_DIRECTIONS", "article_vectors", "mean_word_vectors"]

COMMON_DIRECTIONS = paths.EVENT_MODEL / "common_directions.json"
WORDS = 250  # words read of an article
LEAD = 120  # words after which the weight of a word has fallen to a third


def article_vectors(articles: pd.DataFrame) -> np.ndarray:
    """
    Return a vector of each article's headline and lead.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.

    Returns
    -------
    array of float32, shape (n_articles, n)
        Of length 1; zeros for an article without words.

    Raises
    ------
    MissingResourceError
        If a file of the tagger or of the events is missing or its hash is wrong.
    """
    vectors = mean_word_vectors(articles)
    is_empty = ~vectors.any(axis=1)
    mean, direction = _common_directions()
    vectors = vectors - mean
    vectors -= np.outer(vectors @ direction, direction)
    vectors[is_empty] = 0
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / np.maximum(length, 1e-9)).astype(np.float32)


@lru_cache(maxsize=1)
def _common_directions() -> tuple[np.ndarray, np.ndarray]:
    """Return the mean of many articles, and the direction in which they differ most."""
    stored = json.loads(read_checked(COMMON_DIRECTIONS))
    return np.array(stored["mean"], np.float32), np.array(stored["direction"], np.float32)


def mean_word_vectors(articles: pd.DataFrame) -> np.ndarray:
    """
    Return the weighted mean of the vectors of each article's words.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.

    Returns
    -------
    array of float32, shape (n_articles, n)
        Zeros for an article without words. ``article_vectors`` goes on from here.
    """
    weight_of_place = np.exp(-np.arange(WORDS) / LEAD)
    rows: list[dict[str, float]] = []
    term_of: dict[str, str] = {}
    frequency: dict[str, int] = {}
    for title, text in zip(articles["title"], articles["text"], strict=True):
        row: dict[str, float] = {}
        terms = set()
        for place, (term, word) in enumerate(islice(article_terms(title, text), WORDS)):
            if term is None or term.startswith("#"):
                continue
            word = word.lower()
            row[word] = row.get(word, 0.0) + weight_of_place[place]
            term_of[word] = term
            terms.add(term)
        for term in terms:
            frequency[term] = frequency.get(term, 0) + 1
        rows.append(row)
    words = list(term_of)
    rare = rarity(len(articles), frequency, [term_of[word] for word in words])
    rare_of = dict(zip(words, rare.tolist(), strict=True))
    embedding = token_embedding()
    vector_of = dict(zip(words, embedding.word_vectors(words), strict=True))
    means = np.zeros((len(rows), embedding.size), np.float32)
    for number, row in enumerate(rows):
        if row:
            weights = np.array([weight * rare_of[word] for word, weight in row.items()])
            total = max(float(weights.sum()), 1e-9)
            means[number] = (weights / total) @ np.stack([vector_of[word] for word in row])
    return means
