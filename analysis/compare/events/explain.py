"""
Explain why two articles are, or are not, reported as one event or story.

In: the ``articles`` table and two of its ids. Out: a table of the evidence and what it is worth.
"""

import numpy as np
import pandas as pd

from analysis.compare.events.corpus_share import add_log_odds
from analysis.compare.events.link_model import read_link_models
from analysis.compare.events.link_probabilities import corpus_log_odds
from analysis.compare.events.overrides import unknown_article
from analysis.compare.events.similarity import compare_pairs
from analysis.compare.events.terms import WeightedTerms, article_terms, weigh_terms
from analysis.compare.events.word_vectors import article_vectors
from analysis.core.errors import InputError

__all__ = ["explain_pair"]

_SHARED_WORDS_LISTED = 12


def explain_pair(
    articles: pd.DataFrame,
    first_id: str,
    second_id: str,
    level: str = "event",
) -> pd.DataFrame:
    """
    Return the evidence for and against two articles reporting the same event or story.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table that was passed to ``find_events``: how rare a word is depends on all
        articles. Not changed.
    first_id, second_id : str
        ``article_id`` of the two articles.
    level : {"event", "story"}

    Returns
    -------
    DataFrame
        ``evidence``, ``value`` (in words) and ``log_odds`` (what it adds; null for rows that are
        only informative). The last row is the probability of the pair. Two articles below the
        threshold can still share an event through a third one.

    Raises
    ------
    InputError
        If an article does not exist.
    """
    articles = articles.reset_index(drop=True)
    first, second = _row_of(articles, first_id), _row_of(articles, second_id)
    terms = weigh_terms(articles)
    evidence = compare_pairs(
        articles, terms, article_vectors(articles), np.array([first]), np.array([second])
    )
    model = read_link_models()[level]
    pair, adds = evidence.iloc[0], model.log_odds(evidence).iloc[0]
    left, right = articles.loc[first], articles.loc[second]
    of_corpus = corpus_log_odds(articles)[level]
    probability = add_log_odds(model.probability(evidence), of_corpus)[0]
    shared = _shared_words(terms, articles, first, second)
    names = [word for word in shared if word[0].isupper()]
    rows = [
        ("published", _apart(float(pair["days"])), adds["log_days"]),
        ("outlet", f"{left['outlet']} and {right['outlet']}", adds["same_outlet"]),
        (
            "place",
            " and ".join(_or_untold(article["place"]) for article in (left, right)),
            adds["same_place"] + adds["other_place"],
        ),
        ("similarity", f"{pair['similarity']:.2f}", adds["similarity"]),
        (
            "headline and first sentences",
            f"{pair['lead_similarity']:.2f}",
            adds["lead_similarity"],
        ),
        ("vectors", f"{pair['vectors']:.2f}", adds["vectors"]),
        (
            "streets, ages and days",
            "not one incident"
            if pair["is_contradicted"]
            else f"{pair['shared_details']:.0f} agree",
            adds["shared_details"],
        ),
        ("shared words", ", ".join(shared), None),
        ("shared names", ", ".join(names), None),
        ("before any evidence", "", model.base),
        ("pairs of this corpus that belong together", "", of_corpus),
        ("probability", f"{probability:.2f}", None),
    ]
    return pd.DataFrame(rows, columns=["evidence", "value", "log_odds"])


def _apart(days: float) -> str:
    """Say how far apart two articles were printed."""
    if days == 0:
        return "on one day"
    return "1 day apart" if days == 1 else f"{days:.0f} days apart"


def _or_untold(place: object) -> str:
    return str(place) if isinstance(place, str) else "no place told"


def _row_of(articles: pd.DataFrame, article_id: str) -> int:
    """Return the row of an article."""
    rows = np.flatnonzero(articles["article_id"] == article_id)
    if not len(rows):
        raise InputError(unknown_article(article_id, articles))
    return int(rows[0])


def _shared_words(
    terms: WeightedTerms,
    articles: pd.DataFrame,
    first: int,
    second: int,
) -> list[str]:
    """Return the words that add most to the similarity of two articles, as the first has them."""
    printed: dict[str, str] = {}
    title, text = articles.loc[first, ["title", "text"]]
    for term, word in article_terms(title, text):
        if term is not None:
            printed[term] = max(printed.get(term, word), word, key=str.islower)
    weights = terms.matrix[[first, second]].toarray()
    products = weights[0] * weights[1]
    term_of = {column: term for term, column in terms.vocabulary.items()}
    shared = []
    for column in np.argsort(-products, kind="stable")[:_SHARED_WORDS_LISTED]:
        if products[column] > 0:
            term = term_of[column]
            shared.append(printed.get(term, term))
    return shared
