"""
Put articles that stand alone into the story to which two of its articles tie them.

In: groups of articles, and probabilities of pairs. Out: the groups, with such articles in them. An
outlet that differs most has the fewest words in common with the story as a whole, so that the mean
probability over all its articles leaves it out, however near it is to two of them.
"""

import numpy as np

__all__ = ["LEAST_PROBABILITY", "join_alone"]

LEAST_PROBABILITY = 0.6
"""Mean probability of the two nearest articles of a story from which an article belongs to it.

Chosen on stories, quantities and BASIL by folds: pairs F1 .762, .724 and .947 instead of .762, .714
and .947; .7 joins fewer, and the mean over half of the story's articles is no better.
"""
_NEAREST = 2


def join_alone(
    group: np.ndarray,
    first: np.ndarray,
    second: np.ndarray,
    probability: np.ndarray,
    is_fixed: np.ndarray,
    least: float = LEAST_PROBABILITY,
) -> np.ndarray:
    """
    Return groups with articles that were alone in the story of their two nearest articles.

    Parameters
    ----------
    group : array of int, shape (n_rows,)
        Not changed.
    first, second : arrays of int
        Pairs of rows, each listed once.
    probability : array of float
        Probability of each pair, 0 to 1.
    is_fixed : array of bool, shape (n_rows,)
        Rows that stay where they are.
    least : float
        Mean probability of the two nearest rows from which a row joins their group.

    Returns
    -------
    array of int
        Groups of two rows and more lose no row. Of several possible groups, the one with the
        highest mean; ties are resolved in favour of the lower number.
    """
    sizes = np.bincount(group, minlength=len(group)) if len(group) else np.array([], int)
    is_alone = (sizes[group] == 1) & ~is_fixed if len(group) else np.array([], bool)
    found: dict[int, dict[int, list[float]]] = {}
    pairs = zip(first.tolist(), second.tolist(), probability.tolist(), strict=True)
    for row, other, value in pairs:
        for one, two in ((row, other), (other, row)):
            if is_alone[one] and sizes[group[two]] > 1:
                found.setdefault(one, {}).setdefault(int(group[two]), []).append(value)
    joined = group.copy()
    for row, by_group in found.items():
        means = {name: _mean_of_nearest(values) for name, values in by_group.items()}
        best = min(means, key=lambda name: (-means[name], name))
        if means[best] >= least:
            joined[row] = best
    return joined


def _mean_of_nearest(values: list[float]) -> float:
    """Return the mean of the two largest probabilities; one that is not listed is 0."""
    return sum(sorted(values, reverse=True)[:_NEAREST]) / _NEAREST
