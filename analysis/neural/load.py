"""
Open the model: with onnxruntime or, on another device, with torch.

In: ``data/models/reader/``. Out: an open model. No download, no network.
"""

import os
from functools import lru_cache

from analysis.core.paths import NEURAL_MODEL
from analysis.neural.onnx_model import Model

__all__ = ["device", "load"]


def device():
    """Say where this machine runs the reader: ``PARALLAX_DEVICE``, by default ``cpu``."""
    return os.environ.get("PARALLAX_DEVICE") or "cpu"


def load(part, folder=NEURAL_MODEL, threads=2):
    """
    Open a part of the reader, once for each way of running it.

    ``PARALLAX_DEVICE`` says on what: ``cpu`` (the default) runs the files with onnxruntime; anything else is a device
    as torch names it (``cuda``) and runs them with torch, see ``analysis.neural.torch_model``. It belongs to a machine, not
    to a run, so it is no parameter.

    Parameters
    ----------
    part : {"tagger", "polarity"}
    folder : Path
    threads : int
        Threads for onnxruntime.

    Returns
    -------
    Model

    Raises
    ------
    MissingResourceError
        If a file is absent or altered, or there is no such device.
    """
    return _load(part, folder, threads, device())


@lru_cache(maxsize=4)
def _load(part, folder, threads, on):
    if on == "cpu":
        return Model(part, folder, threads)
    from analysis.neural.torch_model import open_model

    return open_model(part, folder, on)
