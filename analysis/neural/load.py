"""
Open the neural model with onnxruntime or, on another device, with torch.

In: the files in ``data/models/reader``. Out: an open model. Nothing is downloaded.
"""

import os
from functools import lru_cache
from pathlib import Path

from analysis.core.paths import NEURAL_MODEL
from analysis.neural.onnx_model import Model

__all__ = ["load"]


def load(part: str, folder: Path = NEURAL_MODEL, threads: int = 2) -> Model:
    """
    Open one part of the neural model; the same arguments return the same model.

    The environment variable ``PARALLAX_DEVICE`` chooses the device. ``cpu``, the default, runs the
    ONNX files with onnxruntime. Anything else is a torch device (``cuda``) on which torch runs the
    same weights, see ``analysis.neural.torch_model``. The device is a property of the computer, not
    of a run, and therefore not a parameter.

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
        If a file is missing or has changed, or the device is not available.
    """
    device = os.environ.get("PARALLAX_DEVICE") or "cpu"
    return _load(part, folder, threads, device)


@lru_cache(maxsize=4)
def _load(part: str, folder: Path, threads: int, device: str) -> Model:
    if device == "cpu":
        return Model(part, folder, threads)
    from analysis.neural.torch_model import open_model

    return open_model(part, folder, device)
