"""
Collect the evidence that two articles report the same event or story.

In: the ``articles`` table and its weighted terms. Out: candidate pairs of rows, and the evidence
for each. What the evidence is worth is said in ``link_model``; articles are grouped in ``find``.

A pair is only compared if its heaviest words overlap and its days are within a window, so that the
cost grows with the number of articles and not with its square.
"""

from collections.abc import Iterable

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.compare.events.incident_details import compare_details
from analysis.compare.events.templates import fill_one_template
from analysis.compare.events.terms import WeightedTerms

__all__ = ["EVIDENCE", "UNKNOWN_DAYS", "candidate_pairs", "compare_pairs"]

EVIDENCE = (
    "similarity",
    "lead_similarity",
    "vectors",
    "log_days",
    "same_outlet",
    "same_place",
    "other_place",
    "shared_details",
)
"""What speaks for or against a pair, in the order in which it is explained."""

UNKNOWN_DAYS = 7
"""Days that a pair is taken to be apart if the day of one is not known."""

# Heaviest terms of an article that can make it a candidate, and their minimum similarity. With 20
# terms and .04, 27 of 1,500 pairs that are probably of one story were not compared.
BLOCK_TERMS = 40
BLOCK_SIMILARITY = 0.03
_ROWS_PER_BLOCK = 500
_PAIRS_PER_BLOCK = 50_000


def candidate_pairs(
    terms: WeightedTerms, published: Iterable, days: int
) -> tuple[np.ndarray, np.ndarray]:
    """
    Return the pairs of articles that are worth comparing.

    Parameters
    ----------
    terms : WeightedTerms
    published : array of datetime64
        Day of each article. An article without a day is compared with all others.
    days : int
        Largest number of days between the articles of a pair.

    Returns
    -------
    first, second : arrays of int
        Row numbers, with each pair listed once.
    """
    day = pd.to_datetime(pd.Series(np.asarray(published))).to_numpy().astype("datetime64[D]")
    order = np.argsort(day, kind="stable")  # articles without a day come last
    day = day[order]
    heaviest = _heaviest_terms(terms.matrix)[order]
    n_dated = int((~np.isnat(day)).sum())
    first = [np.array([], int)]
    second = [np.array([], int)]
    for start in range(0, len(order), _ROWS_PER_BLOCK):
        stop = min(start + _ROWS_PER_BLOCK, len(order))
        back = 0
        if start < n_dated:
            back = int(np.searchsorted(day[:n_dated], day[start] - np.timedelta64(days, "D")))
        similar = (heaviest[start:stop] @ heaviest[back:stop].T).tocoo()
        later, earlier = similar.row + start, similar.col + back
        keep = (similar.data >= BLOCK_SIMILARITY) & (earlier < later)
        later, earlier = later[keep], earlier[keep]
        apart = _days_apart(day[later], day[earlier])
        keep = np.isnan(apart) | (apart <= days)
        first.append(order[earlier[keep]])
        second.append(order[later[keep]])
    return np.concatenate(first), np.concatenate(second)


def _days_apart(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return the days between two days each; NaN if one of them is missing."""
    apart = np.abs((first - second).astype("timedelta64[D]"))
    # A missing day as a number would be 9e18 days.
    return np.where(np.isnat(apart), np.nan, apart.astype(float))


def _heaviest_terms(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    """Keep only the heaviest terms of each row."""
    matrix = matrix.copy()
    for start, stop in zip(matrix.indptr, matrix.indptr[1:], strict=False):
        weights = matrix.data[start:stop]
        if len(weights) > BLOCK_TERMS:
            lightest_kept = np.partition(weights, -BLOCK_TERMS)[-BLOCK_TERMS]
            weights[weights < lightest_kept] = 0
    matrix.eliminate_zeros()
    return matrix


def compare_pairs(
    articles: pd.DataFrame,
    terms: WeightedTerms,
    vectors: np.ndarray,
    first: np.ndarray,
    second: np.ndarray,
) -> pd.DataFrame:
    """
    Return the evidence that pairs of articles report the same thing.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    terms : WeightedTerms
        Of these articles.
    vectors : array, shape (n_articles, n)
        A vector of length 1 for each article.
    first, second : arrays of int
        Row numbers in ``articles``.

    Returns
    -------
    DataFrame
        ``EVIDENCE``: ``similarity`` (mean of the cosine of all terms with and without house style,
        up to 1), ``lead_similarity`` (root of the cosine of headlines and first sentences, 0 to 1:
        a little in common says nearly as much as a lot), ``vectors`` (cosine, -1 to 1),
        ``log_days`` (ln(1 + days apart)), ``same_outlet``, ``same_place`` and ``other_place`` (1 or
        0; both 0 if a place is missing), ``shared_details`` (kinds of detail in which they agree, 0
        to 3). And ``days``, and
        ``is_contradicted``: whether details, or names in one template, show that they are not one.
    """
    pairs = pd.DataFrame({"similarity": _similarity(terms, first, second)})
    pairs["lead_similarity"] = np.sqrt(_term_cosine(terms.lead, first, second))
    pairs["vectors"] = _vector_cosine(vectors, first, second)
    day = pd.to_datetime(articles["published"]).to_numpy()
    apart = _days_apart(day[first], day[second])
    pairs["days"] = np.where(np.isnan(apart), UNKNOWN_DAYS, apart)
    pairs["log_days"] = np.log1p(pairs["days"])
    pairs["same_outlet"] = (terms.outlet[first] == terms.outlet[second]).astype(float)
    place, _ = pd.factorize(articles["place"].astype("str").str.casefold().str.strip())
    is_known = (place[first] >= 0) & (place[second] >= 0)
    is_same = place[first] == place[second]
    pairs["same_place"] = (is_known & is_same).astype(float)
    pairs["other_place"] = (is_known & ~is_same).astype(float)
    shared, is_contradicted = compare_details(articles, first, second)
    pairs["shared_details"] = shared
    pairs["is_contradicted"] = is_contradicted | fill_one_template(articles, first, second)
    return pairs


def _term_cosine(matrix: sparse.csr_matrix, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return the cosine of pairs of rows of length 1 or 0, a block at a time."""
    cosine = np.empty(len(first))
    for start in range(0, len(first), _PAIRS_PER_BLOCK):
        block = slice(start, start + _PAIRS_PER_BLOCK)
        products = matrix[first[block]].multiply(matrix[second[block]])
        cosine[block] = np.asarray(products.sum(axis=1)).ravel()
    return cosine


def _vector_cosine(vectors: np.ndarray, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return the cosine of pairs of vectors of length 1."""
    cosine = np.empty(len(first))
    for start in range(0, len(first), _PAIRS_PER_BLOCK):
        block = slice(start, start + _PAIRS_PER_BLOCK)
        cosine[block] = np.einsum("ij,ij->i", vectors[first[block]], vectors[second[block]])
    return cosine


def _similarity(terms: WeightedTerms, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return the mean of the cosine of each pair with and without house style."""
    style, styles, outlet = terms.style, terms.styles, terms.outlet
    cosine = _term_cosine(terms.matrix, first, second)
    own_style = style[np.arange(len(outlet)), outlet]
    squared_norm = 1 - 2 * own_style + styles[outlet, outlet]
    norm = np.sqrt(np.maximum(squared_norm, 0.01))
    similarity = np.empty(len(first))
    for start in range(0, len(first), _PAIRS_PER_BLOCK):
        block = slice(start, start + _PAIRS_PER_BLOCK)
        i, j = first[block], second[block]
        plain = cosine[block]
        without = plain - style[i, outlet[j]] - style[j, outlet[i]] + styles[outlet[i], outlet[j]]
        similarity[block] = (plain + without / norm[i] / norm[j]) / 2
    return similarity
