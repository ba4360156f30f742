"""
Compare a pair of statements with the other pairs that the two are in.

In: pairs of statements of two articles, and how probable each is by itself. Out: features by name.
A number of one article has at most one partner in another article, or two if that article repeats
it: a pair counts for less where one of the two has a better partner, and for more where a third
article has a number that fits both.
"""

import numpy as np
from scipy import sparse

__all__ = ["OF_PARTNERS", "compare_partners"]

OF_PARTNERS = (
    *("best_other", "least_other", "margin", "best_of_first", "best_of_second"),
    *("links", "sure_links", "equal_elsewhere", "equal_in_both", "equal_in_story"),
)
"""Names of the features."""

_LINKED = 0.5  # probability of a pair that links two numbers by a third
_SURELY_LINKED = 0.8


def compare_partners(
    first: np.ndarray,
    second: np.ndarray,
    article: np.ndarray,
    amount: np.ndarray,
    story: np.ndarray,
    probability: np.ndarray,
) -> dict[str, np.ndarray]:
    """
    Return what the other pairs of both statements of a pair say.

    Parameters
    ----------
    first, second : arrays of int, shape (n_pairs,)
        Rows of each pair, of two articles of a story; a pair that is left out is none.
    article, story : arrays of int, shape (n_statements,)
        Numbers of them.
    amount : array of float, shape (n_statements,)
        NaN for a vague number.
    probability : array of float, shape (n_pairs,)
        That a pair is of one thing, by itself.

    Returns
    -------
    dict of str to array
        ``OF_PARTNERS``. ``best_other``, ``least_other``: the higher and the lower of the two
        probabilities of the best other partner that each has in the other's article (0 without
        one); ``margin``: the pair's own less the higher; ``best_of_first``, ``best_of_second``:
        whether none is better for it there; ``links``, ``sure_links``: how many other statements
        have a probable pair with both; ``equal_elsewhere``, ``equal_in_both``: whether the number
        of one, or of each, stands elsewhere in the other's article; ``equal_in_story``: how many
        statements of the story have the number of one of them.
    """
    of_first = _best_other(first, article[second], probability)
    of_second = _best_other(second, article[first], probability)
    best_other = np.maximum(of_first, of_second)
    found = {
        "best_other": best_other,
        "least_other": np.minimum(of_first, of_second),
        "margin": probability - best_other,
        "best_of_first": probability > of_first,
        "best_of_second": probability > of_second,
    }
    n_statements = len(article)
    for name, least in (("links", _LINKED), ("sure_links", _SURELY_LINKED)):
        found[name] = _links(first, second, probability >= least, n_statements)
    value = _numbered(np.column_stack([story, _codes(amount)]))
    is_equal = value[first] == value[second]
    of_one = _times_stated(article[second], value[first], article, value) - is_equal
    of_other = _times_stated(article[first], value[second], article, value) - is_equal
    in_story = np.bincount(value)
    found["equal_elsewhere"] = (of_one > 0) | (of_other > 0)
    found["equal_in_both"] = (of_one > 0) & (of_other > 0)
    found["equal_in_story"] = np.maximum(in_story[value[first]], in_story[value[second]])
    return {name: found[name].astype(float) for name in OF_PARTNERS}


def _best_other(rows: np.ndarray, articles: np.ndarray, probability: np.ndarray) -> np.ndarray:
    """Return the highest probability of another pair of a row and an article; 0 without one."""
    if not len(rows):
        return np.zeros(0)
    key = _numbered(np.column_stack([rows, articles]))
    order = np.lexsort([-probability, key])
    starts = np.flatnonzero(np.diff(key[order], prepend=-1))
    best = order[starts]
    highest = probability[best]
    has_more = np.diff(starts, append=len(order)) > 1
    after = np.zeros(len(starts))
    after[has_more] = probability[order[starts[has_more] + 1]]
    is_best = best[key] == np.arange(len(rows))
    return np.where(is_best, after[key], highest[key])


def _links(first: np.ndarray, second: np.ndarray, linked: np.ndarray, size: int) -> np.ndarray:
    """Return how many statements are linked with both rows of each pair."""
    if not len(first):
        return np.zeros(0)
    one = first[linked]
    other = second[linked]
    ones = np.ones(len(one), dtype=np.int32)
    half = sparse.csr_matrix((ones, (one, other)), shape=(size, size))
    linking = half + half.T
    twice = linking @ linking
    return np.asarray(twice[first, second]).ravel()


def _codes(values: np.ndarray) -> np.ndarray:
    """Return a number for each value; each NaN is one of its own."""
    _, codes = np.unique(values, return_inverse=True, equal_nan=False)
    return codes


def _numbered(keys: np.ndarray) -> np.ndarray:
    """Return a number from 0 for each different row."""
    _, numbers = np.unique(keys, axis=0, return_inverse=True)
    return numbers.ravel()


def _times_stated(
    articles: np.ndarray, values: np.ndarray, article: np.ndarray, value: np.ndarray
) -> np.ndarray:
    """Return how often each article states each value."""
    n_values = int(value.max(initial=0)) + 1
    stated, counts = np.unique(article * n_values + value, return_counts=True)
    asked = articles * n_values + values
    at = np.minimum(np.searchsorted(stated, asked), len(stated) - 1)
    return np.where(stated[at] == asked, counts[at], 0)
