"""
Run the classifier of polarity towards a mention with onnxruntime.

In: ``data/models/reader/polarity.onnx``, and states of the tagger's middle layer. Out: scores of
the three polarities. The classifier has a few layers of its own above the tagger's lower ones, so
that an article is encoded once for spans, links and tone.
"""

from pathlib import Path

import numpy as np

from analysis.core.paths import NEURAL_MODEL
from analysis.neural.model_files import check_files
from analysis.neural.onnx_model import open_session

__all__ = ["PolarityModel"]


class PolarityModel:
    """
    The open classifier.

    Parameters
    ----------
    folder : Path
        Contains ``reader.json`` and ``polarity.onnx``.
    threads : int
        Threads for onnxruntime.

    Raises
    ------
    MissingResourceError
        If a file is missing, or its hash differs from ``reader.json``.
    """

    def __init__(self, folder: Path = NEURAL_MODEL, threads: int = 2) -> None:
        check_files(folder, "polarity")
        self._layers = open_session(folder / "polarity.onnx", threads)

    def scores(self, states: np.ndarray, first: int, last: int) -> np.ndarray:
        """
        Return the scores of the polarities towards a mention.

        Parameters
        ----------
        states : array of float, shape (n_tokens, n_hidden)
            Of the tagger's middle layer, for the tokens of a sentence. At most 512.
        first, last : int
            Tokens of the mention, ``last`` not included; at least one.

        Returns
        -------
        array of float32, shape (3,)
            Logits of negative, neutral and positive.
        """
        mention = np.zeros((1, len(states)), np.int64)
        mention[0, first:last] = 1
        inputs = {
            "hidden": states[None].astype(np.float32),
            "mask": np.ones_like(mention),
            "mention": mention,
        }
        return self._run(inputs)[0]

    def _run(self, inputs: dict[str, np.ndarray]) -> np.ndarray:
        (scores,) = self._layers.run(None, inputs)
        return np.asarray(scores)
