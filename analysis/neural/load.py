"""
Open the neural model with onnxruntime or, on another device, with torch.

In: the files in ``data/models/reader``. Out: an open model. Nothing is downloaded.
"""

import os
from functools import lru_cache
from pathlib import Path

from analysis.core.paths import NEURAL_MODEL
from analysis.neural.onnx_model import Model
from analysis.neural.polarity_model import PolarityModel

__all__ = ["load_polarity", "load_tagger"]


def load_tagger(folder: Path = NEURAL_MODEL, threads: int = 2) -> Model:
    """
    Open the tagger; the same arguments return the same model.

    The environment variable ``PARALLAX_DEVICE`` chooses the device. ``cpu``, the default, runs the
    ONNX files with onnxruntime. Anything else is a torch device (``cuda``) on which torch runs the
    same weights, see ``analysis.neural.torch_model``. The device is a property of the computer, not
    of a run, and therefore not a parameter.

    Parameters
    ----------
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
    return _tagger(folder, threads, _device())


def load_polarity(folder: Path = NEURAL_MODEL, threads: int = 2) -> PolarityModel:
    """
    Open the classifier of polarity, as ``load_tagger`` opens the tagger.

    Parameters
    ----------
    folder : Path
    threads : int
        Threads for onnxruntime.

    Returns
    -------
    PolarityModel

    Raises
    ------
    MissingResourceError
        As there.
    """
    return _polarity(folder, threads, _device())


def _device() -> str:
    return os.environ.get("PARALLAX_DEVICE") or "cpu"


@lru_cache(maxsize=2)
def _tagger(folder: Path, threads: int, device: str) -> Model:
    if device == "cpu":
        return Model(folder, threads)
    from analysis.neural.torch_model import open_tagger

    return open_tagger(folder, device)


@lru_cache(maxsize=2)
def _polarity(folder: Path, threads: int, device: str) -> PolarityModel:
    if device == "cpu":
        return PolarityModel(folder, threads)
    from analysis.neural.torch_model import open_polarity

    return open_polarity(folder, device)
