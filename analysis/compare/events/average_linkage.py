"""
Group rows by the probabilities of their pairs: average linkage on a sparse graph.

In: pairs of rows with a probability; pairs that are not listed have probability 0. Out: a group
number for each row. The groups are those of average linkage on the full matrix, but the cost grows
with the number of listed pairs. Source: Day, W. & Edelsbrunner, H. (1984). Efficient algorithms for
agglomerative hierarchical clustering methods. Journal of Classification 1.
"""

import heapq
from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

__all__ = ["agglomerate"]


def agglomerate(
    n_rows: int,
    first: np.ndarray,
    second: np.ndarray,
    probability: np.ndarray,
    threshold: float,
    labels: Sequence[str | None] | np.ndarray | None = None,
    together: Iterable[tuple[int, int]] = (),
) -> np.ndarray:
    """
    Merge the two groups with the highest mean probability until none reaches the threshold.

    Parameters
    ----------
    n_rows : int
        Number of rows.
    first, second : arrays of int
        Pairs of rows, each listed once.
    probability : array of float
        Probability of each pair, 0 to 1.
    threshold : float
        Lowest mean probability over all pairs of two groups at which they are merged.
    labels : sequence of str or None, shape (n_rows,), optional
        Known groups. Rows with the same label, if not null, start as one group, and groups with
        different labels are never merged.
    together : iterable of (int, int), optional
        Pairs of rows that start in one group, unless their groups have different labels.

    Returns
    -------
    array of int, shape (n_rows,)
        Group of each row: the lowest row number in the group.

    Notes
    -----
    Ties are resolved in favour of lower row numbers, so that the result does not depend on the
    order of the pairs.
    """
    groups = _Groups(n_rows, [] if labels is None else labels)
    for row, other in together:
        groups.join(row, other)
    pairs = zip(first.tolist(), second.tolist(), probability.tolist(), strict=True)
    for row, other, value in sorted(pairs):
        groups.add_pair(row, other, value)
    groups.merge_all(threshold)
    return np.array([groups.find(row) for row in range(n_rows)], dtype=int)


class _Groups:
    """Groups of rows, and the sums of pair probabilities between them."""

    def __init__(self, n_rows: int, labels: Iterable[str | None]) -> None:
        self.parent = list(range(n_rows))
        self.size = [1] * n_rows
        self.sums: list[dict[int, float]] = [{} for _ in range(n_rows)]
        self.label: list[str | None] = [None] * n_rows
        first_row: dict[str, int] = {}
        for row, label in enumerate(labels):
            if label is None or pd.isna(label):
                continue
            self.label[row] = label
            head = first_row.setdefault(label, row)
            if head != row:
                self.parent[row] = head
                self.size[head] += 1

    def find(self, row: int) -> int:
        """Return the group of a row."""
        while self.parent[row] != row:
            self.parent[row] = self.parent[self.parent[row]]
            row = self.parent[row]
        return row

    def join(self, row: int, other: int) -> None:
        """Merge the groups of two rows before any pair is added, unless labels keep them apart."""
        group, other_group = sorted((self.find(row), self.find(other)))
        if group != other_group and not self._is_barred(group, other_group):
            self._merge(group, other_group)

    def add_pair(self, row: int, other: int, probability: float) -> None:
        """Add the probability of a pair of rows to the sum between their groups."""
        group, other_group = self.find(row), self.find(other)
        if group == other_group or self._is_barred(group, other_group):
            return
        total = self.sums[group].get(other_group, 0.0) + probability
        self.sums[group][other_group] = self.sums[other_group][group] = total

    def merge_all(self, threshold: float) -> None:
        """Merge the closest groups until none reaches the threshold."""
        heap = []
        for group, sums in enumerate(self.sums):
            for other in sums:
                mean = self._mean(group, other)
                if group < other and mean >= threshold:
                    heap.append((-mean, group, other))
        heapq.heapify(heap)
        while heap:
            negative_mean, group, other = heapq.heappop(heap)
            # stale if a group has grown since: its new mean is further down the heap
            if other not in self.sums[group] or -self._mean(group, other) != negative_mean:
                continue
            self._merge(group, other)
            for neighbour in self.sums[group]:
                mean = self._mean(group, neighbour)
                if mean >= threshold:
                    low, high = sorted((group, neighbour))
                    heapq.heappush(heap, (-mean, low, high))

    def _is_barred(self, group: int, other: int) -> bool:
        """Return whether two groups have labels, and so must not be merged."""
        return self.label[group] is not None and self.label[other] is not None

    def _mean(self, group: int, other: int) -> float:
        """Return the mean probability over all pairs of rows of two groups."""
        return self.sums[group][other] / (self.size[group] * self.size[other])

    def _merge(self, group: int, other: int) -> None:
        """Merge the second group into the first, which has the lower number."""
        self.parent[other] = group
        self.size[group] += self.size[other]
        if self.label[group] is None:
            self.label[group] = self.label[other]
        for neighbour, total in self.sums[other].items():
            del self.sums[neighbour][other]
            if neighbour != group:
                total += self.sums[group].get(neighbour, 0.0)
                self.sums[group][neighbour] = self.sums[neighbour][group] = total
        self.sums[other] = {}
        barred = [neighbour for neighbour in self.sums[group] if self._is_barred(group, neighbour)]
        for neighbour in barred:
            del self.sums[group][neighbour], self.sums[neighbour][group]
