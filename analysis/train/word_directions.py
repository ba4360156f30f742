"""
Reduce the vectors of words to the directions in which some of them differ most.

In: words. Out: a few numbers for each, on which a model is fitted, and how to write its weights as
weights of the whole vector.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from analysis.extract.head_vectors import head_vector

__all__ = ["Directions", "main_directions"]


class Directions(NamedTuple):
    """
    Directions in which the vectors of words differ most, each scaled to one spread.

    Attributes
    ----------
    matrix : array of float, shape (n, n_directions)
    mean : array of float, shape (n,)
    """

    matrix: np.ndarray
    mean: np.ndarray

    def of(self, words: Sequence[str]) -> np.ndarray:
        """Return the places of words along the directions, shape (n_words, n_directions)."""
        return (np.stack([head_vector(word) for word in words]) - self.mean) @ self.matrix

    def weights_of_vector(self, weights: np.ndarray) -> tuple[np.ndarray, float]:
        """
        Return the weights of a vector that stand for weights of the directions.

        Parameters
        ----------
        weights : array of float, shape (n_directions,)

        Returns
        -------
        of_vector : array of float, shape (n,)
        constant : float
            To be added, so that ``vector @ of_vector + constant`` is ``place @ weights``.
        """
        of_vector = self.matrix @ weights
        return of_vector, -float(self.mean @ of_vector)


def main_directions(words: Sequence[str], n_directions: int, spread: float = 1.0) -> Directions:
    """
    Return the main directions of some words, each word counted once.

    Parameters
    ----------
    words : sequence of str
        At least ``n_directions`` different ones; their case is not read.
    n_directions : int
    spread : float
        Standard deviation of the words along each direction; a penalty on its weight is smaller
        the larger it is.

    Returns
    -------
    Directions
    """
    vectors = np.stack([head_vector(word) for word in sorted({word.lower() for word in words})])
    mean = vectors.mean(axis=0)
    _, _, rotation = np.linalg.svd(vectors - mean, full_matrices=False)
    main = rotation[:n_directions].T
    deviation = ((vectors - mean) @ main).std(axis=0)
    return Directions(main / deviation * spread, mean)
