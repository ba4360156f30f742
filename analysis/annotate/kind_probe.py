"""
Ask the tagger's middle layer what kind of source the words of a source are.

In: the states of the middle layer for a source and for the words around it. Out: a kind of source
and its probability, if the word lists know none. No list holds every office ("the treasurer", "the
director of fire operations"), but the layer has read what stands beside them. Fitted by
``analysis.train.source_kinds``; such a linear probe reads what a layer has learned for another
purpose [1]_.

References
----------
.. [1] Alain, G. & Bengio, Y. (2017). Understanding intermediate layers using linear classifier
   probes. ICLR workshop.
"""

import json
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from analysis.annotate.passages import Passage
from analysis.core import paths
from analysis.core.checked_files import read_checked

__all__ = ["KIND_WEIGHTS", "KindProbe", "read_kind_probe", "source_state"]

KIND_WEIGHTS = paths.MODELS / "source_kinds" / "weights.json"
_TOKENS_AROUND = 8


class KindProbe(NamedTuple):
    """
    Weights of the states of a source and of the words around it.

    Attributes
    ----------
    kinds : tuple of str
        Values of ``source_type``.
    weights : array of float, shape (n_states, n_kinds)
    intercepts : array of float, shape (n_kinds,)
    """

    kinds: tuple[str, ...]
    weights: np.ndarray
    intercepts: np.ndarray

    def ask(self, state: np.ndarray) -> tuple[str, float] | None:
        """
        Return the most probable kind of a source that no word list knows, and its probability.

        Parameters
        ----------
        state : array of float, shape (n_states,)
            From ``source_state``.

        Returns
        -------
        (str, float) or None
            None for the state of a model of another width.
        """
        if len(state) != len(self.weights):
            return None
        odds = state @ self.weights + self.intercepts
        odds = np.exp(odds - odds.max())
        best = int(odds.argmax())
        return self.kinds[best], float(odds[best] / odds.sum())


def source_state(passage: Passage, first: int, last: int) -> np.ndarray:
    """
    Return the mean states of the tokens of a source, and of those up to eight tokens around it.

    Parameters
    ----------
    passage : Passage
    first, last : int
        The token after the last is not included.

    Returns
    -------
    array, shape (2 * n_hidden,)
    """
    start = max(0, first - _TOKENS_AROUND)
    around = passage.middle(start, last + _TOKENS_AROUND)
    return np.concatenate([passage.middle(first, last), around])


@lru_cache(maxsize=1)
def read_kind_probe() -> KindProbe:
    """
    Read the weights, once in a process.

    Returns
    -------
    KindProbe

    Raises
    ------
    MissingResourceError
        If the file is missing or altered.
    """
    content = json.loads(read_checked(KIND_WEIGHTS))
    weights = np.array(content["weights"], dtype=np.float32) / content["parts_of_unit"]
    return KindProbe(tuple(content["kinds"]), weights, np.array(content["intercepts"]))
