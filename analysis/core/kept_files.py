"""
Recognise files that have changed since a run wrote them.

In: files that a later run reads back. Out: an index of their SHA-256 hashes, in one small JSON file
that is written last, and the names of those that no longer have their hash: changed, cut short,
replaced or deleted.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from analysis.core.atomic_write import write_text

__all__ = ["FileIndex", "changed_files", "hash_file", "hash_files", "read_index", "write_index"]


class FileIndex(NamedTuple):
    """
    What an index file holds.

    Attributes
    ----------
    key : str
        Hash of all that decides the files; empty if that is kept elsewhere.
    hashes : dict of str to str
        Path of each file, relative to the folder of the files, to its SHA-256 hash.
    """

    key: str
    hashes: dict[str, str]


def hash_file(path: Path) -> str:
    """Return the SHA-256 hash of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def hash_files(files: Iterable[Path], folder: Path) -> dict[str, str]:
    """Return the hash of each file by its path relative to a folder, with ``/`` between parts."""
    return {path.relative_to(folder).as_posix(): hash_file(path) for path in files}


def write_index(path: Path, hashes: Mapping[str, str], key: str = "") -> None:
    """
    Write an index; the files that it lists are complete from then on.

    Parameters
    ----------
    path : Path
        An existing index is replaced.
    hashes : mapping of str to str
        As returned by ``hash_files``.
    key : str
        Hash of all that decides the files.

    Raises
    ------
    RunError
        If it cannot be written.
    """
    write_text(json.dumps({"key": key, "sha256": dict(hashes)}, indent=1), path)


def read_index(path: Path) -> FileIndex | None:
    """
    Read an index.

    Parameters
    ----------
    path : Path

    Returns
    -------
    FileIndex or None
        None if the file is missing or is no index, because it has changed too.
    """
    try:
        content = json.loads(path.read_text(encoding="utf8"))
        return FileIndex(str(content["key"]), dict(content["sha256"]))
    except (OSError, ValueError, TypeError, LookupError):
        return None


def changed_files(
    folder: Path, hashes: Mapping[str, str], expected: Iterable[str] = ()
) -> list[str]:
    """
    Find the files that are not as they were written.

    Parameters
    ----------
    folder : Path
    hashes : mapping of str to str
        Hash of each file, from an index.
    expected : iterable of str
        Files that must be in the index.

    Returns
    -------
    list of str
        The files without their hash, those that are missing or cannot be read, and those that are
        expected but not in the index, in alphabetical order.
    """
    changed = set(expected) - set(hashes)
    for name, written in hashes.items():
        if _hash_or_none(folder / name) != written:
            changed.add(name)
    return sorted(changed)


def _hash_or_none(path: Path) -> str | None:
    try:
        return hash_file(path)
    except (OSError, ValueError):  # a changed name may hold a character that no path can have
        return None
