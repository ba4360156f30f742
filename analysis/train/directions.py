"""
Reduce vectors to the directions in which they differ most.

In: vectors, such as those of words or of the tagger's states. Out: a few numbers for each, on which
a model is fitted, and its weights as weights of the whole vector.
"""

from typing import NamedTuple

import numpy as np

__all__ = ["Directions", "main_directions"]


class Directions(NamedTuple):
    """
    Directions in which vectors differ most, each scaled to one spread.

    Attributes
    ----------
    matrix : array of float, shape (n, n_directions)
    mean : array of float, shape (n,)
    """

    matrix: np.ndarray
    mean: np.ndarray

    def of(self, vectors: np.ndarray) -> np.ndarray:
        """Return the places of vectors along the directions, shape (n_vectors, n_directions)."""
        return (vectors - self.mean) @ self.matrix

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


def main_directions(vectors: np.ndarray, n_directions: int, spread: float = 1.0) -> Directions:
    """
    Return the main directions of some vectors.

    Parameters
    ----------
    vectors : array of float, shape (n_vectors, n)
        At least ``n_directions`` different ones.
    n_directions : int
    spread : float
        Standard deviation of the vectors along each direction; a penalty on its weight is smaller
        the larger it is.

    Returns
    -------
    Directions
    """
    mean = vectors.mean(axis=0)
    _, _, rotation = np.linalg.svd(vectors - mean, full_matrices=False)
    main = rotation[:n_directions].T
    deviation = ((vectors - mean) @ main).std(axis=0)
    return Directions(main / deviation * spread, mean)
