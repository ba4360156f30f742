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

import hashlib
import re
import zlib
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.core.errors import ParameterError

__all__ = ["Sketches", "in_order", "mark_duplicates", "words_of"]

# two rows a band: a fifth of the words edited leaves a fifth of the shingles, and 1 - (1 - .2**2)**100 = .98
_BANDS, _ROWS = 100, 2
_WINDOW = (
    10  # earlier neighbours in a bucket that an article is compared with; keeps the work linear
)
# hashes of 200 that candidates share at least; copies share 27 or more on average (a quarter of the words edited, or a
# text within one five times as long), texts with a few phrases in common 6: without this the comparisons grow faster
# than the articles
_SHARED = 16
_AT_ONCE = 200_000  # pairs
_KEPT = 64  # texts whose words are kept while candidates are compared
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
        raise ParameterError(
            f"threshold={threshold} is out of range. Give a share over 0 and up to 1, such as 0.75."
        )
    if shingle < 1:
        raise ParameterError(
            f"shingle={shingle} is out of range. Give a number of words, such as 5."
        )
    words = [words_of(text) for text in articles["text"]]
    sketches = Sketches(shingle, seed)
    for each in words:
        sketches.add(each)
    copies = sketches.copies(in_order(articles["published"]), words.__getitem__, threshold)
    return articles.assign(
        duplicate_of=_marks(articles["article_id"].to_numpy(), copies, articles.index)
    )


def in_order(published):
    """Give row numbers by day of publication, those without a day last."""
    return (
        published.reset_index(drop=True)
        .sort_values(kind="stable", na_position="last")
        .index.to_numpy()
    )


def _marks(ids, copies, index):
    marks = np.full(len(ids), None, dtype=object)
    marks[list(copies)] = ids[list(copies.values())]
    return pd.Series(marks, index, dtype="str")


def words_of(text):
    """Give the words of a text as numbers."""
    # 32-bit hashes: a tenth of the memory of strings, and what MinHash wants
    return np.array(
        [zlib.crc32(w.encode()) for w in _WORD.findall(text.casefold())], dtype=np.uint64
    )


class Sketches:
    """
    What is remembered of each text to find its copies: a hash of the whole, its length, its MinHash signature.

    Under a kilobyte a text, and nothing of its words: only candidates are read once more.

    Parameters
    ----------
    shingle : int
    seed : int
    """

    def __init__(self, shingle=5, seed=0):
        self.shingle, self.seed = shingle, seed
        self.empty, self.seen, self.signatures = None, {}, []
        self.kind = []  # of each text: which of the different texts it is
        self.long = []  # of each different text: whether it has words enough to be like another

    def add(self, words):
        """
        Remember a text.

        Parameters
        ----------
        words : array
            See ``words_of``.
        """
        digest = hashlib.blake2b(words.tobytes(), digest_size=16).digest()
        kind = self.seen.setdefault(digest, len(self.seen))
        self.kind.append(kind)
        if kind == len(self.long):
            self.long.append(len(words) >= max(_MIN_WORDS, self.shingle))
            self.signatures.append(self._signature(words) if self.long[-1] else None)

    def _signature(self, words):
        if self.empty is None:
            from datasketch import MinHash

            self.empty = MinHash(num_perm=_BANDS * _ROWS, seed=self.seed, hashfunc=int)
        sketch = self.empty.copy()
        sketch.update_batch(_shingles(words, self.shingle))
        return sketch.hashvalues.astype(np.uint32)

    def copies(self, order, words, threshold=0.75):
        """
        Find the texts that are copies of an earlier one.

        Parameters
        ----------
        order : sequence of int
            Texts by number of their adding, the earliest first; those that are not in it are not compared.
        words : callable
            Gives the words of a text by its number.
        threshold : float
            See ``mark_duplicates``.

        Returns
        -------
        dict of int to int
            Number of a copy to that of the earliest text like it.
        """
        seen = {}
        first = [seen.setdefault(self.kind[i], place) for place, i in enumerate(order)]
        unique = [
            place
            for place, i in enumerate(order)
            if first[place] == place and self.long[self.kind[i]]
        ]
        text = lru_cache(maxsize=_KEPT)(lambda place: _Text.of(words(order[place])))
        for later, earlier in self._candidates(order, unique):
            if first[later] == later and _same(text(later), text(earlier), threshold, self.shingle):
                first[later] = earlier
        return {
            order[place]: order[root] for place, root in enumerate(_roots(first)) if place != root
        }

    def _candidates(self, order, unique):
        """Yield pairs of places whose texts share a band, the later first, in the order of the later."""
        if len(unique) < 2:
            return
        signatures = np.stack([self.signatures[self.kind[order[place]]] for place in unique])
        pairs = [np.empty(0, dtype=np.int64)]
        for b in range(0, _BANDS * _ROWS, _ROWS):
            found = _alike(_neighbours(signatures[:, b : b + _ROWS]), signatures)
            pairs.append(found[:, 0] * len(unique) + found[:, 1])
            if sum(map(len, pairs[1:])) > _AT_ONCE:  # what many bands share is held once
                pairs = [_once(np.concatenate(pairs))]
        for pair in _once(np.concatenate(pairs)):
            yield unique[pair // len(unique)], unique[pair % len(unique)]


def _shingles(words, size):
    mixed = np.zeros(len(words) - size + 1, dtype=np.uint64)
    for k in range(size):
        mixed = mixed * np.uint64(1_000_003) + words[k : len(words) - size + 1 + k]
    return _once((mixed ^ (mixed >> np.uint64(32))) & np.uint64(0xFFFFFFFF))


def _once(values):
    """Give each value once, in order: by sorting, several times as fast as the hashes of numpy 2.3's ``unique``."""
    values = np.sort(values)
    return values[np.append(True, values[1:] != values[:-1])] if len(values) else values


def _neighbours(band):
    """
    Pair each article with up to ten earlier ones of the same bucket.

    datasketch's own index keeps a set for each bucket, over 2 GB for 100,000 articles; sorting needs none.
    """
    key = band[:, 0].astype(np.uint64) * np.uint64(2**32) + band[:, 1]
    by_key = np.argsort(key, kind="stable")
    key = key[by_key]
    pairs = [np.empty((0, 2), dtype=np.int64)]
    for back in range(1, _WINDOW + 1):
        same = np.flatnonzero(key[back:] == key[:-back])
        pairs.append(np.column_stack([by_key[same + back], by_key[same]]))
    return np.concatenate(pairs)


def _alike(pairs, signatures):
    """Keep the pairs whose signatures say that they may be copies."""
    parts = [pairs[i : i + _AT_ONCE] for i in range(0, len(pairs), _AT_ONCE)]
    kept = [
        part[(signatures[part[:, 0]] == signatures[part[:, 1]]).sum(axis=1) >= _SHARED]
        for part in parts
    ]
    return np.concatenate([pairs[:0], *kept])


class _Text(NamedTuple):
    """A text while it is compared: its words as an array, as a list, and each once."""

    array: np.ndarray
    words: list
    distinct: set

    @classmethod
    def of(cls, array):
        words = array.tolist()
        return cls(array, words, set(words))


def _same(a, b, threshold, size):
    from rapidfuzz.distance import Indel

    if not _may_be_same(a, b, threshold, size):
        return False
    if Indel.normalized_similarity(a.words, b.words, score_cutoff=threshold) >= threshold:
        return True
    ours, theirs = _shingles(a.array, size), _shingles(b.array, size)
    common = len(np.intersect1d(ours, theirs, assume_unique=True))
    return common >= threshold * min(len(ours), len(theirs))


def _may_be_same(a, b, threshold, size):
    """Say whether two texts have so many words in common that they may be copies; a no is certain, and costs little."""
    common = len(a.distinct & b.distinct)
    # a word that the other text has nowhere begins a shingle that it lacks, save in the last places; that also bounds
    # what the two have in the same order
    lacking = [
        (len(t.distinct) - common - size + 1) / max(len(t.words) - size + 1, 1) for t in (a, b)
    ]
    return min(lacking) <= 1 - threshold + 1e-9


def _roots(first):
    # every link goes to an earlier text, so one pass in order reaches the first of each chain
    roots = []
    for i, earlier in enumerate(first):
        roots.append(i if earlier == i else roots[earlier])
    return roots
