"""
Group rows by the probabilities of their pairs: average linkage on a sparse graph.

In: pairs with a probability; a pair that is not listed has probability 0. Out: one group number a row.
The same groups as average linkage on the full matrix, without the matrix: cost grows with the pairs listed.
Source: Day, W. & Edelsbrunner, H. (1984). Efficient algorithms for agglomerative hierarchical clustering methods.
Journal of Classification 1.
"""

import heapq

import numpy as np


def agglomerate(n, first, second, p, threshold, fixed=None):
    """
    Merge the two groups of highest mean probability until none reaches the threshold.

    Parameters
    ----------
    n : int
        Rows.
    first, second : arrays of int
        Pairs of rows, each once.
    p : array of float
        Probability of each pair, 0 to 1.
    threshold : float
        Smallest mean probability over all pairs of two groups that merges them.
    fixed : array, shape (n,), optional
        Rows with the same label, not null, start as one group, and groups of different labels never merge.

    Returns
    -------
    array of int, shape (n,)
        Group of each row: the smallest row number in it.

    Notes
    -----
    Ties go to the pair with the smaller row numbers, so the result does not depend on the order of the pairs.
    """
    groups = _Groups(n, fixed)
    for i, j, value in sorted(zip(first.tolist(), second.tolist(), p.tolist(), strict=True)):
        groups.link(i, j, value)
    groups.merge_all(threshold)
    return np.array([groups.find(i) for i in range(n)], dtype=int)


class _Groups:
    """Groups, the sums of pair probabilities between them, and which one a row is in."""

    def __init__(self, n, fixed):
        self.parent, self.size, self.sums = list(range(n)), [1] * n, [{} for _ in range(n)]
        self.label = [None] * n
        first_of = {}
        for row, label in enumerate(fixed if fixed is not None else []):
            if label is None or label != label:  # noqa: PLR0124 (NaN is not itself)
                continue
            head = first_of.setdefault(label, row)
            self.label[row] = label
            if head != row:
                self.parent[row] = head
                self.size[head] += 1

    def find(self, row):
        while self.parent[row] != row:
            self.parent[row] = self.parent[self.parent[row]]
            row = self.parent[row]
        return row

    def link(self, i, j, value):
        a, b = self.find(i), self.find(j)
        if a != b and not self._barred(a, b):
            self.sums[a][b] = self.sums[a].get(b, 0.0) + value
            self.sums[b][a] = self.sums[b].get(a, 0.0) + value

    def _barred(self, a, b):
        return self.label[a] is not None and self.label[b] is not None

    def _mean(self, a, b):
        return self.sums[a][b] / (self.size[a] * self.size[b])

    def merge_all(self, threshold):
        heap = [
            (-self._mean(a, b), a, b)
            for a, near in enumerate(self.sums)
            for b in near
            if a < b and self._mean(a, b) >= threshold
        ]
        heapq.heapify(heap)
        while heap:
            negative, a, b = heapq.heappop(heap)
            # an entry is stale where a group has grown since, and its new mean stands elsewhere in the heap
            if b not in self.sums[a] or -self._mean(a, b) != negative:
                continue
            for c in self._merge(a, b):
                mean = self._mean(min(a, b), c)
                if mean >= threshold:
                    heapq.heappush(heap, (-mean, min(a, b, c), max(min(a, b), c)))

    def _merge(self, a, b):
        a, b = min(a, b), max(a, b)
        self.parent[b] = a
        self.size[a] += self.size[b]
        self.label[a] = self.label[a] if self.label[a] is not None else self.label[b]
        for c, value in self.sums[b].items():
            del self.sums[c][b]
            if c != a:
                self.sums[a][c] = self.sums[c][a] = self.sums[a].get(c, 0.0) + value
        self.sums[b] = {}
        for c in [c for c in self.sums[a] if self._barred(a, c)]:
            del self.sums[a][c], self.sums[c][a]
        return list(self.sums[a])
