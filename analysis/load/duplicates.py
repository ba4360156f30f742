"""
Find articles with the same text: exact copies, and near ones such as a wire text under two outlets.

In: the ``articles`` table. Out: a new one with ``duplicate_of`` filled. All articles stay; what a copy counts for is
decided where independence matters. Candidates come from MinHash over word shingles [1]_ with banding, so that the
work grows with the articles and not with their pairs; each candidate is then compared word by word.

References
----------
.. [1] Broder, A. (1997). On the resemblance and containment of documents. Proceedings of Compression and Complexity
   of Sequences, 21-29. doi 10.1109/SEQUEN.1997.666900.
"""

import re
import zlib

import numpy as np
import pandas as pd

from analysis.errors import ParameterError

__all__ = ["mark_duplicates"]

# two rows a band: a fifth of the words edited leaves a fifth of the shingles, and 1 - (1 - .2**2)**100 = .98
_BANDS, _ROWS = 100, 2
_WINDOW = 10  # earlier neighbours in a bucket that an article is compared with; keeps the work linear
_MIN_WORDS = 20  # below, only exact copies: short texts are alike by chance
_WORD = re.compile(r"\w+")


def mark_duplicates(articles, threshold=0.75, shingle=5, seed=0):
    """
    Fill ``duplicate_of`` with the earliest article that has the same text.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    threshold : float in (0, 1]
        How much of two texts must be the same: the share of words that they have in common in the same order, or
        the share of the shorter one's shingles that stand in the longer, whichever is more. Higher finds fewer.
    shingle : int
        Words in a shingle.
    seed : int
        Of the MinHash permutations.

    Returns
    -------
    DataFrame
        The same rows. ``duplicate_of`` is the ``article_id`` of the earliest copy, by day of publication and then
        by order (articles without a day come last); null for that one, and for an article without copies.

    Raises
    ------
    ParameterError
        If ``threshold`` or ``shingle`` is out of range.

    Notes
    -----
    Case and marks do not count. Copies of copies lead to the first. An update of a report with a new toll
    is a copy too. Texts of under 20 words must be equal.
    """
    if not 0 < threshold <= 1:
        raise ParameterError(f"threshold={threshold} is out of range. Give a share over 0 and up to 1, such as 0.75.")
    if shingle < 1:
        raise ParameterError(f"shingle={shingle} is out of range. Give a number of words, such as 5.")
    order = articles["published"].reset_index(drop=True).sort_values(kind="stable", na_position="last").index
    words = [_words(articles["text"].iloc[i]) for i in order]
    first = _exact(words)
    unique = [i for i in range(len(words)) if first[i] == i and len(words[i]) >= max(_MIN_WORDS, shingle)]
    for later, earlier in _candidates(words, unique, shingle, seed):
        if first[later] == later and _same(words[later], words[earlier], threshold, shingle):
            first[later] = earlier
    return _marked(articles, order, _roots(first))


def _words(text):
    # 32-bit hashes: a tenth of the memory of strings, and what MinHash wants
    return np.array([zlib.crc32(w.encode()) for w in _WORD.findall(text.casefold())], dtype=np.uint64)


def _exact(words):
    """Give each text the number of the first equal one."""
    seen = {}
    return [seen.setdefault(w.tobytes(), i) for i, w in enumerate(words)]


def _shingles(words, size):
    mixed = np.zeros(len(words) - size + 1, dtype=np.uint64)
    for k in range(size):
        mixed = mixed * np.uint64(1_000_003) + words[k : len(words) - size + 1 + k]
    return np.unique((mixed ^ (mixed >> np.uint64(32))) & np.uint64(0xFFFFFFFF))


def _candidates(words, unique, size, seed):
    """Yield pairs of texts that share a band, the later first, in the order of the later."""
    from datasketch import MinHash

    if len(unique) < 2:
        return
    empty = MinHash(num_perm=_BANDS * _ROWS, seed=seed, hashfunc=int)
    signatures = np.empty((len(unique), _BANDS * _ROWS), dtype=np.uint64)
    for row, i in enumerate(unique):
        sketch = empty.copy()
        sketch.update_batch(_shingles(words[i], size))
        signatures[row] = sketch.hashvalues
    pairs = np.unique(
        np.concatenate([_neighbours(signatures[:, b : b + _ROWS]) for b in range(0, _BANDS * _ROWS, _ROWS)]), axis=0
    )
    for later, earlier in pairs:
        yield unique[later], unique[earlier]


def _neighbours(band):
    """
    Pair each article with up to ten earlier ones of the same bucket.

    datasketch's own index keeps a set for each bucket, over 2 GB for 100,000 articles; sorting needs none.
    """
    key = band[:, 0] * np.uint64(2**32) + band[:, 1]
    by_key = np.argsort(key, kind="stable")
    key = key[by_key]
    pairs = [np.empty((0, 2), dtype=np.int64)]
    for back in range(1, _WINDOW + 1):
        same = np.flatnonzero(key[back:] == key[:-back])
        pairs.append(np.column_stack([by_key[same + back], by_key[same]]))
    return np.concatenate(pairs)


def _same(a, b, threshold, size):
    from rapidfuzz.distance import Indel

    if Indel.normalized_similarity(a.tolist(), b.tolist(), score_cutoff=threshold) >= threshold:
        return True
    ours, theirs = _shingles(a, size), _shingles(b, size)
    common = len(np.intersect1d(ours, theirs, assume_unique=True))
    return common >= threshold * min(len(ours), len(theirs))


def _roots(first):
    # every link goes to an earlier text, so one pass in order reaches the first of each chain
    roots = []
    for i, earlier in enumerate(first):
        roots.append(i if earlier == i else roots[earlier])
    return roots


def _marked(articles, order, roots):
    ids = articles["article_id"].to_numpy()
    marks = np.full(len(articles), None, dtype=object)
    for i, root in enumerate(roots):
        if root != i:
            marks[order[i]] = ids[order[root]]
    return articles.assign(duplicate_of=pd.Series(marks, articles.index, dtype="str"))
