"""
Compare the words of two statements: what is counted, whose it is, and the sentences around.

In: statements, and pairs of their rows. Out: features by name, an array each.
"""

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.compare.quantities.statements import FIELDS, Statements

__all__ = ["compare_words"]


def compare_words(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> dict[str, np.ndarray]:
    """
    Return what the words of each pair have in common.

    Parameters
    ----------
    statements : Statements
    first, second : arrays of int
        Rows of each pair.

    Returns
    -------
    dict of str to array
        The cosine for each of ``FIELDS``; ``counted_elsewhere`` (share of the counted words of one
        in the sentence of the other); ``counted_one``, ``counted_none`` and ``whose_one`` (how
        many of the two have such words); ``whose_apart`` (both have, none shared); ``noun_same``,
        ``noun_differs``; ``same_text`` (the same sentence); ``nothing`` (both are counted in words,
        and share none of them, nor any next to the number).
    """
    rows, words = statements.rows, statements.words
    found = {field: _cosine(words[field], first, second) for field in FIELDS}
    counted = np.diff(words["counted"].indptr) > 0
    whose = np.diff(words["whose"].indptr) > 0
    nouns, _ = pd.factorize(rows["noun"])
    texts, _ = pd.factorize(rows["sentence_text"].str.casefold().str.strip())
    elsewhere = _elsewhere(words["counted"], words["sentence"], first, second)
    shared = found["counted"] + found["near"] + elsewhere
    noun_same = (nouns[first] >= 0) & (nouns[first] == nouns[second])
    return found | {
        "counted_elsewhere": elsewhere,
        "counted_one": counted[first] ^ counted[second],
        "counted_none": ~counted[first] & ~counted[second],
        "whose_one": whose[first] ^ whose[second],
        "whose_apart": whose[first] & whose[second] & (found["whose"] == 0),
        "noun_same": noun_same,
        "noun_differs": (nouns[first] >= 0) & (nouns[second] >= 0) & ~noun_same,
        "same_text": texts[first] == texts[second],
        "nothing": counted[first] & counted[second] & (shared == 0),
    }


def _cosine(matrix: sparse.csr_matrix, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    return np.clip(_products(matrix, matrix, first, second), 0.0, 1.0)


def _elsewhere(
    words: sparse.csr_matrix, others: sparse.csr_matrix, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return how much of the words of one statement is among other words of the second."""
    present = others.copy()
    present.data[:] = 1.0
    shares = sparse.csr_matrix(words.multiply(words))  # squared weights sum to 1
    one = _products(shares, present, first, second)
    other = _products(shares, present, second, first)
    return np.maximum(one, other)


def _products(
    matrix: sparse.csr_matrix, other: sparse.csr_matrix, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    if not len(first):
        return np.zeros(0)
    return np.asarray(matrix[first].multiply(other[second]).sum(axis=1)).ravel()
