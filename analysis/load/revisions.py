"""
Decide whether a text with another's words states other facts.

In: words and facts of two texts, the later and the earlier one. Out: whether the later one states a
number or day that the earlier one lacks, and whether it states another number, day or place where
the earlier one states its own: "27 were killed in Homs" and "41 were killed in Homs".
"""

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from analysis.load.stated_facts import same_name

__all__ = ["Facts", "adds_facts", "replaces_facts"]

# Words that differ between two runs of common words, at most, for a fact in them to stand in the
# place of another; longer ones are other sentences.
_MAX_REPLACED = 8
# Words of the runs before and after, together: chance gives shorter ones.
_MIN_AROUND = 3
# Aligning takes a bit of memory for each pair of words; longer texts are not aligned.
_MAX_PAIRS = 400_000_000


class Facts:
    """
    The facts of one text.

    Parameters
    ----------
    rows : array of FACT, optional
        As from ``facts_of``; none if not given.
    """

    def __init__(self, rows: np.ndarray | None = None) -> None:
        self.rows: list[tuple[int, int, int, bytes]] = [] if rows is None else rows.tolist()
        self.keys = {key for _, _, _, key in self.rows}
        self.strong = {key for _, _, is_weak, key in self.rows if not is_weak}

    def within(self, start: int, end: int) -> list[bytes]:
        """Return the keys of the facts that overlap a run of words."""
        return [key for first, after, _, key in self.rows if first < end and after > start]


def adds_facts(later: Facts, earlier: Facts) -> bool:
    """Return whether a text states a number or day that an earlier one lacks."""
    return not later.strong <= earlier.keys


def replaces_facts(
    later: Facts,
    later_words: Sequence[int],
    earlier: Facts,
    earlier_words: Sequence[int],
) -> bool:
    """
    Return whether a text states another fact where an earlier one states its own.

    Parameters
    ----------
    later, earlier : Facts
    later_words, earlier_words : sequence of int
        Hashes of the words, in order.

    Returns
    -------
    bool
        Sees what ``adds_facts`` does not: a number that the earlier text has elsewhere, and places.
        False for texts of over 20,000 words.
    """
    if later.rows == earlier.rows and len(later_words) == len(earlier_words):
        return False
    if not later.rows or not earlier.rows:
        return False
    if len(later_words) * len(earlier_words) > _MAX_PAIRS:
        return False
    for start, end, earlier_start, earlier_end in _replaced(later_words, earlier_words):
        new = Counter(later.within(start, end))
        old = Counter(earlier.within(earlier_start, earlier_end))
        if _differ(new, old, later, earlier):
            return True
    return False


def _replaced(later: Sequence[int], earlier: Sequence[int]) -> Iterator[tuple[int, int, int, int]]:
    """Yield short runs of words that differ, between longer ones that do not."""
    from rapidfuzz.distance import Indel

    blocks = Indel.opcodes(later, earlier)
    equal = [
        (block.src_start, block.src_end, block.dest_start, block.dest_end)
        for block in blocks
        if block.tag == "equal"
    ]
    for before, after in zip(equal, equal[1:], strict=False):
        start, end = before[1], after[0]
        earlier_start, earlier_end = before[3], after[2]
        if not (0 < end - start <= _MAX_REPLACED):
            continue
        if not (0 < earlier_end - earlier_start <= _MAX_REPLACED):
            continue
        if before[1] - before[0] + after[1] - after[0] >= _MIN_AROUND:
            yield start, end, earlier_start, earlier_end


def _differ(new: Counter[bytes], old: Counter[bytes], later: Facts, earlier: Facts) -> bool:
    """Return whether facts replace others of their kind."""
    for kind in (b"n:", b"d:"):
        gone = any(key.startswith(kind) for key in old - new)
        come = any(key.startswith(kind) for key in new - old)
        if gone and come:
            return True
    gone_places = _names(old - new)
    come_places = _names(new - old)
    if not gone_places or not come_places:
        return False
    known = _names(earlier.keys)
    kept = _names(later.keys)
    is_new = not any(same_name(name, other) for name in come_places for other in known)
    is_lost = not any(same_name(name, other) for name in gone_places for other in kept)
    return is_new and is_lost


def _names(keys: Counter[bytes] | set[bytes]) -> list[str]:
    """Return the names of places among keys."""
    return [key[2:].decode(errors="ignore") for key in keys if key.startswith(b"p:")]
