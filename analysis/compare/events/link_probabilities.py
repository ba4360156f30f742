"""
Find how probable it is that two articles of a corpus report one event, and one story.

In: the ``articles`` table. Out: pairs of its rows with two probabilities. Evidence is collected in
``similarity``, weighed in ``link_model``, and for stories weighed again by how many pairs of the
corpus belong together (``corpus_share``).
"""

import numpy as np
import pandas as pd

from analysis.compare.events.corpus_share import add_log_odds, count_pairs, log_odds_of_corpus
from analysis.compare.events.link_model import read_link_models
from analysis.compare.events.similarity import candidate_pairs, compare_pairs
from analysis.compare.events.terms import NOT_COMPARED, weigh_terms
from analysis.compare.events.word_vectors import article_vectors
from analysis.core.furniture import articles_without_furniture

__all__ = ["DAYS", "corpus_log_odds", "link_probabilities"]

DAYS = 30
"""Most days between two articles that are compared, by default."""


def link_probabilities(articles: pd.DataFrame, days: int = DAYS) -> pd.DataFrame:
    """
    Return how probable it is that two articles report one event, and one story.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    days : int
        Articles published further apart are never compared.

    Returns
    -------
    DataFrame
        ``first`` and ``second`` (numbers of rows, the lower one first), ``event`` and ``story``
        (0 to 1). Pairs with too little in common to be compared are left out.
    """
    pairs = _probabilities_of_texts(articles, days)
    for level, added in _log_odds_by_level(articles, pairs).items():
        pairs[level] = add_log_odds(pairs[level].to_numpy(), added)
    return pairs


def corpus_log_odds(articles: pd.DataFrame, days: int = DAYS) -> dict[str, float]:
    """
    Return what a corpus adds to the log odds of its pairs.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    days : int
        As in ``link_probabilities``.

    Returns
    -------
    dict of str to float
        By level. 0 for events, which are found no better with it.
    """
    return _log_odds_by_level(articles, _probabilities_of_texts(articles, days))


def _probabilities_of_texts(articles: pd.DataFrame, days: int) -> pd.DataFrame:
    """Return pairs with the probabilities that two articles belong together by their texts."""
    articles = articles_without_furniture(articles, NOT_COMPARED)
    terms = weigh_terms(articles)
    first, second = candidate_pairs(terms, articles["published"], days)
    evidence = compare_pairs(articles, terms, article_vectors(articles), first, second)
    pairs = pd.DataFrame({"first": np.minimum(first, second), "second": np.maximum(first, second)})
    for level, model in read_link_models().items():
        pairs[level] = model.probability(evidence)
    return pairs


def _log_odds_by_level(articles: pd.DataFrame, pairs: pd.DataFrame) -> dict[str, float]:
    """Return what a corpus adds at each level. Its copies do not count."""
    is_original = articles["duplicate_of"].isna().to_numpy()
    are_originals = is_original[pairs["first"]] & is_original[pairs["second"]]
    days = read_link_models()["story"].most_days
    n_pairs = count_pairs(articles.loc[is_original, "published"], days)
    of_stories = log_odds_of_corpus(pairs.loc[are_originals, "story"].to_numpy(), n_pairs)
    return {"event": 0.0, "story": of_stories}
