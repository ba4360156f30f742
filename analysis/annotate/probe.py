"""
Ask the tagger's middle layer whether a cue reports that somebody says, thinks or wants something.

In: the state of the middle layer for the cue's tokens. Out: a number, higher for statements. It is
part of a logistic regression on more (``analysis.extract.attributions.plausibility``), which is
fitted by ``analysis.train.plausibility``; alone it is no probability. Such a linear probe reads
what a layer has learned for another purpose [1]_.

References
----------
.. [1] Alain, G. & Bengio, Y. (2017). Understanding intermediate layers using linear classifier
   probes. ICLR workshop.
"""

import json
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from analysis.core import paths
from analysis.core.checked_files import read_checked

__all__ = ["PROBE_WEIGHTS", "Probe", "read_probe"]

PROBE_WEIGHTS = paths.MODELS / "plausibility" / "probe.json"


class Probe(NamedTuple):
    """
    Weights of a state of the middle layer.

    Attributes
    ----------
    weights : array of float, shape (n_hidden,)
    intercept : float
    """

    weights: np.ndarray
    intercept: float

    def ask(self, state: np.ndarray) -> float | None:
        """
        Return what a state adds to the log odds that its cue reports a statement.

        Parameters
        ----------
        state : array of float, shape (n_hidden,)

        Returns
        -------
        float or None
            0 for an average cue. None for the state of a model of another width.
        """
        if state.shape != self.weights.shape:
            return None
        return float(state @ self.weights) + self.intercept


@lru_cache(maxsize=1)
def read_probe() -> Probe:
    """
    Read the weights, once in a process.

    Returns
    -------
    Probe

    Raises
    ------
    MissingResourceError
        If the file is missing or altered.
    """
    content = json.loads(read_checked(PROBE_WEIGHTS))  # a test compares its tagger with the shipped
    return Probe(np.array(content["weights"]), content["intercept"])
