"""
Decide whether a result is still current: hash the code, data, packages and inputs it depends on.

Every function returns a hash in hexadecimal digits; an equal hash means that nothing has changed.
Code is covered by folder: a new module in one of these folders is covered at once, and so is every
package that it imports.
"""

import os
import platform
import re
import sys
from collections.abc import Iterable
from functools import cache, lru_cache
from hashlib import file_digest, sha256
from importlib.metadata import packages_distributions, version
from pathlib import Path

from analysis.core import paths

__all__ = [
    "NOTEBOOKS_CODE",
    "PAGES_CODE",
    "TABLES_CODE",
    "code_files",
    "code_key",
    "folders_key",
    "hash_files",
    "package_versions",
    "source_key",
]

TABLES_CODE = (
    *("core", "neural", "load", "annotate", "extract", "measure", "compare", "corrections"),
    "run",
)
"""Folders of ``analysis`` whose code decides what the tables hold."""

NOTEBOOKS_CODE = (*TABLES_CODE, "chart", "coding", "evaluate", "notebook", "notebook_runs")
"""Folders whose code decides what a notebook shows."""

PAGES_CODE = ("core", "run", "compare", "chart", "corrections", "notebook_runs", "report")
"""Folders whose code decides what a page shows of a finished notebook."""

_IMPORT = re.compile(r"^[ \t]*import[ \t]+(\w[\w. ,]*)", re.MULTILINE)
_FROM = re.compile(r"^[ \t]*from[ \t]+(\w+)[\w.]*[ \t]+import\b", re.MULTILINE)
# what these calls name first is used like an import: files("punkt")
_CALL = re.compile(r"\b(?:files|import_module)\(\s*[\"'](\w+)")
_DESCRIPTIONS = (".md", ".csv")  # in the folder of models: cards, and measured error rates
_LARGE = 1_000_000  # bytes
_SCORES = "scores.json"  # measured when a model was fitted; nothing reads it
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
            digest.update(_content_digest(path))
    return digest.hexdigest()


def _content_digest(path: Path) -> bytes:
    state = path.stat()
    if state.st_size < _LARGE:
        return sha256(path.read_bytes()).digest()
    return _large_digest(path, state.st_ino, state.st_size, state.st_mtime_ns)


@lru_cache(maxsize=32)
def _large_digest(path: Path, *_state: int) -> bytes:
    """Hash a file once for each state: the models are in the keys of tables and of notebooks."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").digest()


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
    data = [paths.OUTLETS]
    for folder in (paths.LEXICONS, paths.FIGURE_RULES, paths.ATTRIBUTION_RULES):
        data += sorted(folder.rglob("*.toml"))
    data += sorted(paths.GAZETTEER.rglob("*.csv"))
    for path in sorted(paths.MODELS.rglob("*")):
        if path.suffix not in _DESCRIPTIONS and path.name != _SCORES:
            data.append(path)
    device = os.environ.get("PARALLAX_DEVICE", "")  # labels differ in a few tokens of a thousand
    words = folders_key(TABLES_CODE) + hash_files(data) + device
    return sha256(words.encode()).hexdigest()


def folders_key(folders: Iterable[str]) -> str:
    """
    Hash the code in some folders of the package, and the versions of all that it imports.

    Parameters
    ----------
    folders : iterable of str
        Folders of ``analysis``.

    Returns
    -------
    str
    """
    files = code_files(folders)
    packages = package_versions(files)
    words = [f"{name}=={packages[name]}" for name in sorted(packages)]
    return sha256(f"{hash_files(files)} {' '.join(words)}".encode()).hexdigest()


def package_versions(files: Iterable[Path]) -> dict[str, str]:
    """
    Return the versions of Python and of every package that some modules import.

    Parameters
    ----------
    files : iterable of Path
        Those that are not Python modules are left out.

    Returns
    -------
    dict of str to str
        Name of each distribution to its version. An optional package that is not installed is
        "not installed", under the name by which it is imported.
    """
    names: set[str] = set()
    for path in files:
        if path.suffix == ".py":
            names |= _imported_names(path.read_text(encoding="utf8"))
    names -= {*sys.stdlib_module_names, paths.CODE.name}
    versions = {"python": platform.python_version()}
    for name in names:
        distributions = _distributions().get(name, [])
        for distribution in distributions:
            versions[distribution] = version(distribution)
        if not distributions:
            versions[name] = "not installed"
    return versions


_distributions = cache(packages_distributions)  # reads the metadata of every installed package


@cache
def _imported_names(source: str) -> frozenset[str]:
    """
    Return the top-level names that a module imports or opens, at any depth of its functions.

    By pattern: to parse all modules takes a second. Each import is the first of its line, which the
    linter sees to.
    """
    names = {*_FROM.findall(source), *_CALL.findall(source)}
    for imported in _IMPORT.findall(source):
        names |= {name.split()[0].partition(".")[0] for name in imported.split(",")}
    return frozenset(names)


def source_key(source: str | Path) -> str:
    """
    Hash the files of a source of articles.

    Parameters
    ----------
    source : str or Path
        See ``analysis.load.read``. Of FA-KES the file in ``PARALLAX_CORPORA`` counts if there is
        one. A downloaded corpus is checked against a fixed hash when it is read, so its name is
        enough.

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
    if str(source) == "fa-kes":
        folder = paths.corpora()
        return [folder / paths.FA_KES] if folder and (folder / paths.FA_KES).exists() else []
    return [Path(source).expanduser()]


def _hash_source(path: Path) -> str:
    if path.is_dir():
        return hash_files(sorted(path.rglob("*")), base=path)
    return hash_files([path])
