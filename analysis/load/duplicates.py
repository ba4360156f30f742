"""
Find articles with the same text: copies, such as a wire text in two outlets, and updates of it.

In: the ``articles`` table. Out: a new one with ``duplicate_of`` and ``update_of`` filled. A copy
states no number, day or place that the earlier text lacks; an update does. All articles are kept;
what a copy counts for is decided where independence matters. Candidates come from MinHash over word
shingles [1]_ with banding, so that the work grows with the number of articles and not with their
pairs; each candidate is then compared word by word, and its facts with those of the earlier text
(see ``stated_facts`` and ``revisions``).

References
----------
.. [1] Broder, A. (1997). On the resemblance and containment of documents. Proceedings of
   Compression and Complexity of Sequences, 21-29. doi 10.1109/SEQUEN.1997.666900.
"""

import hashlib
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from analysis.core.errors import ParameterError
from analysis.load import revisions
from analysis.load.stated_facts import facts_of

if TYPE_CHECKING:
    from datasketch import MinHash

__all__ = ["Relations", "Sketches", "chronological_order", "mark_duplicates", "words_of"]

# Two rows a band: if a fifth of the words are edited, a fifth of the shingles are left, and
# 1 - (1 - .2**2)**100 = .98 of such pairs are found.
_BANDS = 100
_ROWS = 2
# Earlier neighbours in a bucket that an article is compared with; keeps the work linear.
_WINDOW = 10
# Hashes of 200 that candidates must share. Copies share 27 or more on average (a quarter of the
# words edited, or a text within one five times as long), texts with a few phrases in common 6.
# Without this, the comparisons grow faster than the articles.
_MIN_SHARED_HASHES = 16
_PAIRS_AT_ONCE = 200_000
_TEXTS_KEPT = 64  # whose words stay in memory while candidates are compared
_MIN_WORDS = 20  # below, only exact copies: short texts are alike by chance
_SHINGLE = 5  # words
_THRESHOLD = 0.75
_ROUNDING = 1e-9
_WORD = re.compile(r"\w+")


def mark_duplicates(
    articles: pd.DataFrame,
    threshold: float = _THRESHOLD,
    shingle: int = _SHINGLE,
    seed: int = 0,
) -> pd.DataFrame:
    """
    Fill ``duplicate_of`` and ``update_of`` with earlier articles that have the same text.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    threshold : float in (0, 1]
        How much of two texts must be the same: the share of words that they have in common in the
        same order, that of the shorter text and as much of the longer one's beginning, or the share
        of the shorter text's shingles that are in the longer one, whichever is most. Higher finds
        fewer copies.
    shingle : int
        Words in a shingle.
    seed : int
        Random seed of the MinHash permutations.

    Returns
    -------
    DataFrame
        The same rows. ``duplicate_of`` is the ``article_id`` of the earliest article with the same
        text and facts, by day of publication and then by order of rows (articles without a day come
        last); null for that article, and for an article without copies. ``update_of`` is that of
        the version of the text directly before, whose numbers, days or places differ; null for a
        copy, and for the first version.

    Raises
    ------
    ParameterError
        If ``threshold`` or ``shingle`` is out of range.

    Notes
    -----
    Case and punctuation are ignored. Copies of copies lead to the first, and copies of an update
    to that update. A shorter cut of an earlier text is a copy of it; a longer text with figures of
    its own is an update. Texts of under 20 words must be equal.
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
    order = chronological_order(articles)
    texts = articles["text"].tolist()
    found = sketches.relations(
        order, words.__getitem__, lambda number: facts_of(texts[number]), threshold
    )
    ids = articles["article_id"].to_numpy()
    return articles.assign(
        duplicate_of=_ids_by_row(found.copies, ids, articles.index),
        update_of=_ids_by_row(found.updates, ids, articles.index),
    )


def _ids_by_row(earlier: dict[int, int], ids: np.ndarray, index: pd.Index) -> pd.Series:
    """Return a column with the id of each row's earlier row, null where there is none."""
    values = np.full(len(ids), None, dtype=object)
    for row, earlier_row in earlier.items():
        values[row] = ids[earlier_row]
    return pd.Series(values, index, dtype="str")


def chronological_order(articles: pd.DataFrame) -> list[int]:
    """
    Return row numbers by day and time of publication.

    Articles without a day are last; those without a time are last of their day, as they are listed.
    """
    published = articles.loc[:, ["published", "published_time"]].reset_index(drop=True)
    in_order = published.sort_values(
        ["published", "published_time"], kind="stable", na_position="last"
    )
    return in_order.index.tolist()


def words_of(text: str) -> np.ndarray:
    """Return the words of a text as an array of 32-bit hashes, in order."""
    # hashes take a tenth of the memory of strings, and are what MinHash wants
    hashes = [zlib.crc32(word.casefold().encode()) for word in _WORD.findall(text)]
    return np.array(hashes, dtype=np.uint64)


class Relations(NamedTuple):
    """
    Which texts are copies or updates, by the number in which they were added.

    Parameters
    ----------
    copies : dict of int to int
        Number of a copy to that of the earliest text with the same words and facts.
    updates : dict of int to int
        Number of an update to that of the version directly before; neither is a copy.
    """

    copies: dict[int, int]
    updates: dict[int, int]


class Sketches:
    """
    What is remembered of each text to find its copies: a hash of the whole, and its signature.

    Takes under a kilobyte a text, and none of its words: only candidates are read again.

    Parameters
    ----------
    shingle : int
        Words in a shingle.
    seed : int
        Random seed of the MinHash permutations.
    """

    def __init__(self, shingle: int = _SHINGLE, seed: int = 0) -> None:
        self.shingle = shingle
        self.seed = seed
        self._empty: MinHash | None = None
        self._numbers: dict[bytes, int] = {}  # number of each different text, by its hash
        self._text_numbers: list[int] = []  # of each added text: the number of its words
        # of each different text; None if it is too short to be like another
        self._signatures: list[np.ndarray | None] = []

    def add(self, words: np.ndarray) -> None:
        """
        Remember a text.

        Parameters
        ----------
        words : array
            As from ``words_of``.
        """
        digest = hashlib.blake2b(words.tobytes(), digest_size=16).digest()
        number = self._numbers.setdefault(digest, len(self._numbers))
        self._text_numbers.append(number)
        if number == len(self._signatures):
            self._signatures.append(self._signature(words))

    def _signature(self, words: np.ndarray) -> np.ndarray | None:
        """Return the MinHash signature of a text, None if it is too short."""
        if len(words) < max(_MIN_WORDS, self.shingle):
            return None
        if self._empty is None:
            from datasketch import MinHash

            self._empty = MinHash(num_perm=_BANDS * _ROWS, seed=self.seed, hashfunc=int)
        sketch = self._empty.copy()
        sketch.update_batch(_shingles(words, self.shingle))
        return sketch.hashvalues.astype(np.uint32)

    def relations(
        self,
        order: Sequence[int],
        words: Callable[[int], np.ndarray],
        facts: Callable[[int], np.ndarray],
        threshold: float = _THRESHOLD,
    ) -> Relations:
        """
        Find the texts that are copies or updates of an earlier one.

        Parameters
        ----------
        order : sequence of int
            Texts by the number in which they were added, the earliest first; texts that are not
            in it are not compared.
        words, facts : callable
            Return the words and the facts (as from ``facts_of``) of a text by its number.
        threshold : float
            As in ``mark_duplicates``.

        Returns
        -------
        Relations
        """
        # a place is a position in ``order``; a link leads from a place to an earlier one like it
        first_place: dict[int, int] = {}
        links = []
        for place, number in enumerate(order):
            links.append(first_place.setdefault(self._text_numbers[number], place))

        def text_at(place: int) -> _Text:
            return _Text.of(words(order[place]), facts(order[place]))

        versions = _Versions(links, text_at, threshold, self.shingle)
        for later, pairs in groupby(self._candidates(order, links), key=itemgetter(0)):
            versions.place(later, [earlier for _, earlier in pairs])
        copies = {}
        for place, root in enumerate(_roots(links)):
            if place != root:
                copies[order[place]] = order[root]
        updates = {order[place]: order[before] for place, before in versions.before.items()}
        return Relations(copies, updates)

    def _candidates(self, order: Sequence[int], links: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield pairs of places whose texts share a band, the later first, sorted by the later."""
        places = []
        signatures = []
        for place, number in enumerate(order):
            signature = self._signatures[self._text_numbers[number]]
            if links[place] == place and signature is not None:
                places.append(place)
                signatures.append(signature)
        if len(places) < 2:
            return
        for later, earlier in _pairs_sharing_a_band(np.stack(signatures)):
            yield places[later], places[earlier]


def _pairs_sharing_a_band(signatures: np.ndarray) -> Iterator[tuple[int, int]]:
    """Yield pairs of rows of a matrix of signatures, the later first, sorted and each once."""
    n_texts = len(signatures)
    # a pair is one number, so that it can be sorted
    pairs = [np.empty(0, dtype=np.int64)]
    for start in range(0, _BANDS * _ROWS, _ROWS):
        found = _alike(_neighbours(signatures[:, start : start + _ROWS]), signatures)
        pairs.append(found[:, 0] * n_texts + found[:, 1])
        if sum(map(len, pairs[1:])) > _PAIRS_AT_ONCE:  # many bands share the same pairs
            pairs = [_sorted_unique(np.concatenate(pairs))]
    for pair in _sorted_unique(np.concatenate(pairs)):
        yield divmod(int(pair), n_texts)


def _shingles(words: np.ndarray, size: int) -> np.ndarray:
    """Return a 32-bit hash for each run of ``size`` words, sorted and each once."""
    n_shingles = len(words) - size + 1
    mixed = np.zeros(n_shingles, dtype=np.uint64)
    for offset in range(size):
        mixed = mixed * np.uint64(1_000_003) + words[offset : offset + n_shingles]
    return _sorted_unique((mixed ^ (mixed >> np.uint64(32))) & np.uint64(0xFFFFFFFF))


def _sorted_unique(values: np.ndarray) -> np.ndarray:
    """Return each value once, in order; several times as fast as ``unique`` of numpy 2.3."""
    if not len(values):
        return values
    values = np.sort(values)
    is_new = np.append(True, values[1:] != values[:-1])
    return values[is_new]


def _neighbours(band: np.ndarray) -> np.ndarray:
    """
    Return pairs of each text with up to ten earlier ones of the same bucket.

    datasketch's own index keeps a set for each bucket, over 2 GB for 100,000 articles; sorting
    needs none.
    """
    key = band[:, 0].astype(np.uint64) * np.uint64(2**32) + band[:, 1]
    by_key = np.argsort(key, kind="stable")
    key = key[by_key]
    pairs = [np.empty((0, 2), dtype=np.int64)]
    for back in range(1, _WINDOW + 1):
        same = np.flatnonzero(key[back:] == key[:-back])
        pairs.append(np.column_stack([by_key[same + back], by_key[same]]))
    return np.concatenate(pairs)


def _alike(pairs: np.ndarray, signatures: np.ndarray) -> np.ndarray:
    """Return the pairs whose signatures share so many hashes that they may be copies."""
    kept = [pairs[:0]]
    for start in range(0, len(pairs), _PAIRS_AT_ONCE):
        chunk = pairs[start : start + _PAIRS_AT_ONCE]
        n_shared = (signatures[chunk[:, 0]] == signatures[chunk[:, 1]]).sum(axis=1)
        kept.append(chunk[n_shared >= _MIN_SHARED_HASHES])
    return np.concatenate(kept)


class _Text(NamedTuple):
    """A text while it is compared: its words as an array, as a list, and each once; its facts."""

    array: np.ndarray
    words: list[int]
    distinct: set[int]
    facts: revisions.Facts

    @classmethod
    def of(cls, array: np.ndarray, facts: np.ndarray | None = None) -> "_Text":
        """Return a text from the arrays of its words and facts."""
        words = array.tolist()
        return cls(array, words, set(words), revisions.Facts(facts))


class _Versions:
    """
    Texts in order of time, joined to the earlier texts that they are like.

    Parameters
    ----------
    links : list of int
        Of each place, that of an earlier text with the same words, or itself. Changed: a copy
        is linked to the text that it is a copy of.
    text_at : callable
        Returns the text at a place.
    threshold, shingle
        As in ``mark_duplicates``.

    Attributes
    ----------
    before : dict of int to int
        Place of an update to that of the version directly before.
    """

    def __init__(
        self,
        links: list[int],
        text_at: Callable[[int], _Text],
        threshold: float,
        shingle: int,
    ) -> None:
        self.before: dict[int, int] = {}
        self._links = links
        self._text_at = lru_cache(maxsize=_TEXTS_KEPT)(text_at)
        self._threshold = threshold
        self._shingle = shingle
        # of each place that is no copy: the places of the versions of its text, in order
        self._family: dict[int, list[int]] = {}

    def place(self, later: int, candidates: Sequence[int]) -> None:
        """Find out what a text is to earlier ones that may be like it, given in order."""
        original = self._original(later, candidates)
        if original is not None:
            self._links[later] = self._root(original)
            return
        like = self._latest_version(later, candidates)
        if like is None:
            return
        family = self._family.setdefault(like, [like])
        # the window of candidates may be full of copies of one version and hide the others
        recent = family[-_WINDOW:]
        original = self._original(later, recent)
        if original is not None:
            self._links[later] = self._root(original)
            return
        self.before[later] = self._latest_version(later, recent) or like
        family.append(later)
        self._family[later] = family

    def _root(self, place: int) -> int:
        while self._links[place] != place:
            place = self._links[place]
        return place

    def _original(self, later: int, candidates: Sequence[int]) -> int | None:
        """Return the earliest candidate that a text is a copy of."""
        text = self._text_at(later)
        for earlier in candidates:
            other = self._text_at(earlier)
            # facts first: they are quickly compared
            if not revisions.adds_facts(text.facts, other.facts) and self._are_same(later, earlier):
                is_revised = revisions.replaces_facts(
                    text.facts, text.words, other.facts, other.words
                )
                if not is_revised:
                    return earlier
        return None

    def _latest_version(self, later: int, candidates: Sequence[int]) -> int | None:
        """Return the last version of which a candidate has the same text, but not all facts."""
        by_version = sorted(candidates, key=lambda place: (self._root(place), place), reverse=True)
        for earlier in by_version:
            if self._are_same(later, earlier):
                return self._root(earlier)
        return None

    def _are_same(self, later: int, earlier: int) -> bool:
        return _same(self._text_at(later), self._text_at(earlier), self._threshold, self._shingle)


def _same(one: _Text, other: _Text, threshold: float, size: int) -> bool:
    """Return whether two texts are alike, by common words in order or by common shingles."""
    from rapidfuzz.distance import Indel

    if not _may_be_same(one, other, threshold, size):
        return False
    similarity = Indel.normalized_similarity(one.words, other.words, score_cutoff=threshold)
    if similarity >= threshold:
        return True
    if _begins_alike(one.words, other.words, threshold):
        return True
    shingles = _shingles(one.array, size)
    other_shingles = _shingles(other.array, size)
    n_common = len(np.intersect1d(shingles, other_shingles, assume_unique=True))
    return n_common >= threshold * min(len(shingles), len(other_shingles))


def _begins_alike(one: list[int], other: list[int], threshold: float) -> bool:
    """Return whether the shorter of two texts is like as much of the beginning of the longer."""
    from rapidfuzz.distance import Indel

    length = min(len(one), len(other))
    if length < _MIN_WORDS:
        return False
    similarity = Indel.normalized_similarity(one[:length], other[:length], score_cutoff=threshold)
    return similarity >= threshold


def _may_be_same(one: _Text, other: _Text, threshold: float, size: int) -> bool:
    """
    Return whether two texts have so many words in common that they may be copies.

    A no is certain, and cheap.
    """
    n_common = len(one.distinct & other.distinct)
    # A word that the other text does not have begins a shingle that it lacks, except in the last
    # places. That also limits what the two have in the same order.
    least = min(_share_lacking(one, n_common, size), _share_lacking(other, n_common, size))
    return least <= 1 - threshold + _ROUNDING


def _share_lacking(text: _Text, n_common: int, size: int) -> float:
    """Return the least share of a text's shingles that the other text must lack."""
    n_shingles = max(len(text.words) - size + 1, 1)
    return (len(text.distinct) - n_common - size + 1) / n_shingles


def _roots(links: Sequence[int]) -> list[int]:
    """Return the first place of the chain of links that each place is in."""
    # every link leads to an earlier place, so one pass in order is enough
    roots: list[int] = []
    for place, earlier in enumerate(links):
        roots.append(place if earlier == place else roots[earlier])
    return roots
