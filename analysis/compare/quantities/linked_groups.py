"""
Join groups of statements that one nearly sure pair links, where the other pairs are only silent.

In: groups, the pairs between their rows with probabilities, and which pairs are barred by what they
say. Out: the groups, some of them merged. "About 1.2 million have been displaced" and "more than a
million people have been forced from their homes" are one quantity. Average linkage keeps them apart
where another article says no more than "more than 1.2 million have been affected": its statement is
grouped with the first by its number, and is barred from the second, since it does not tell the
harm. Such pairs are left out of the mean here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

__all__ = ["ALMOST_SURE", "LEAST_MEAN", "SURE", "Pairs", "join_linked"]

ALMOST_SURE = 0.8
"""Probability that links two groups which state one number."""

SURE = 0.9
"""Probability that links two groups without a number in common."""

LEAST_MEAN = 0.7
"""Mean probability of the pairs of two groups that are not barred."""


@dataclass(frozen=True)
class Pairs:
    """Pairs of statements: two rows, whether they are compared, and what of it."""

    first: np.ndarray
    second: np.ndarray
    probability: np.ndarray
    """Of the pairs that are compared; others are not read."""
    is_compared: np.ndarray
    """False for a pair that is barred."""
    keeps_apart: np.ndarray
    """True for a pair that says itself that it is of two things: its groups are not merged."""


@dataclass
class _Link:
    """What the pairs between two groups say."""

    total: float = 0.0
    n_pairs: int = 0
    highest: float = 0.0
    has_one_number: bool = False
    is_apart: bool = False

    @property
    def mean(self) -> float:
        """Return the mean probability of the pairs that are compared."""
        return self.total / self.n_pairs

    @property
    def joins(self) -> bool:
        """Return whether the two groups are one quantity."""
        if self.is_apart or not self.n_pairs:
            return False
        least = ALMOST_SURE if self.has_one_number else SURE
        return self.highest >= least and self.mean >= LEAST_MEAN

    def add(self, other: "_Link") -> None:
        """Add the pairs of another link."""
        self.total += other.total
        self.n_pairs += other.n_pairs
        self.highest = max(self.highest, other.highest)
        self.has_one_number |= other.has_one_number
        self.is_apart |= other.is_apart


def join_linked(groups: np.ndarray, pairs: Pairs, amounts: np.ndarray) -> np.ndarray:
    """
    Return the groups with those merged that a nearly sure pair links.

    Parameters
    ----------
    groups : array of int
        Group of each row: the first row of the group. Not changed.
    pairs : Pairs
    amounts : array of float
        Number that each row states; NaN for a vague word.

    Returns
    -------
    array of int
        Two groups are merged if no pair of their rows keeps them apart, the highest probability of
        a pair reaches ``ALMOST_SURE`` (``SURE`` if they have no number in common) and the mean of
        the pairs that are compared reaches ``LEAST_MEAN``; the pair of groups with the highest mean
        first. Measured on labelled news: ``data/models/quantities/CARD.md``.
    """
    links = _links(groups, pairs, amounts)
    merged = groups.copy()
    open_pairs = {pair: link for one in links for pair, link in _joined(links, one)}
    while open_pairs:
        kept, lost = min(open_pairs, key=lambda pair: (-open_pairs[pair].mean, *pair))
        merged[merged == lost] = kept
        for pair in [pair for pair in open_pairs if kept in pair or lost in pair]:
            del open_pairs[pair]
        _merge(links, kept, lost)
        open_pairs.update(_joined(links, kept))
    return merged


def _links(groups: np.ndarray, pairs: Pairs, amounts: np.ndarray) -> dict[int, dict[int, _Link]]:
    """Return the links of groups that have a probable pair, and of their neighbours."""
    first, second = groups[pairs.first], groups[pairs.second]
    is_probable = pairs.is_compared & (pairs.probability >= ALMOST_SURE) & (first != second)
    touched = np.zeros(len(groups), dtype=bool)
    touched[first[is_probable]] = True
    touched[second[is_probable]] = True
    is_read = (first != second) & touched[first] & touched[second]
    is_read &= pairs.is_compared | pairs.keeps_apart
    links: dict[int, dict[int, _Link]] = {}
    for place in np.flatnonzero(is_read).tolist():
        one, other = int(first[place]), int(second[place])
        link = links.setdefault(one, {}).get(other)
        if link is None:
            link = _Link()
            links[one][other] = links.setdefault(other, {})[one] = link
        link.add(_link_of(pairs, amounts, place))
    return links


def _link_of(pairs: Pairs, amounts: np.ndarray, place: int) -> _Link:
    """Return the link that one pair makes."""
    if not pairs.is_compared[place]:
        return _Link(is_apart=bool(pairs.keeps_apart[place]))
    probability = float(pairs.probability[place])
    is_equal = bool(amounts[pairs.first[place]] == amounts[pairs.second[place]])
    return _Link(probability, 1, probability, is_equal)


def _joined(
    links: dict[int, dict[int, _Link]], one: int
) -> Iterator[tuple[tuple[int, int], _Link]]:
    """Yield the groups that are one quantity with a group, as a pair with the lower one first."""
    for other, link in links.get(one, {}).items():
        if link.joins:
            yield (min(one, other), max(one, other)), link


def _merge(links: dict[int, dict[int, _Link]], kept: int, lost: int) -> None:
    """Give the links of a group to the one that it is merged into."""
    for other, link in links.pop(lost).items():
        del links[other][lost]
        if other == kept:
            continue
        own = links[kept].get(other)
        if own is None:
            links[kept][other] = links[other][kept] = link
        else:
            own.add(link)
