"""
Files of weights that are read only if they are the expected ones.

In: a file, and ``SHA256SUMS`` in the same folder, in the form of ``sha256sum``. Out: its bytes.
Each caller reads its file once in a process. The neural model has its hashes in ``reader.json``,
see ``analysis.neural.model_files``.
"""

import gzip
import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from analysis.core.atomic_write import write_text
from analysis.core.errors import MissingResourceError

__all__ = ["CHECKSUMS", "read_checked", "read_packed", "write_checksums", "write_packed"]

CHECKSUMS = "SHA256SUMS"
"""File name of the list of hashes in a folder."""


def read_checked(path: Path) -> bytes:
    """
    Read a file, and compare it with its hash.

    Parameters
    ----------
    path : Path
        A file that ``SHA256SUMS`` in its folder lists.

    Returns
    -------
    bytes

    Raises
    ------
    MissingResourceError
        If the file or its hash is missing, or they differ; the message names the file, both hashes
        and the command that restores it.
    """
    checksums = path.parent / CHECKSUMS
    if not path.is_file() or not checksums.is_file():
        missing = checksums if path.is_file() else path
        raise MissingResourceError(f"{missing} is missing. {_how_to_restore(missing)}")
    content = path.read_bytes()
    expected = _hashes(checksums).get(path.name, "none")
    found = sha256(content).hexdigest()
    if found != expected:
        raise MissingResourceError(
            f"{path} is not the file of this project: expected sha256 {expected}, found {found}. "
            f"{_how_to_restore(path)}"
        )
    return content


def _how_to_restore(path: Path) -> str:
    return f"Restore it: git checkout -- {path}"


def _hashes(checksums: Path) -> dict[str, str]:
    """Return the hash of each file by its name."""
    hashes = {}
    for line in checksums.read_text(encoding="utf8", errors="replace").splitlines():
        digest, _, name = line.partition("  ")
        hashes[name] = digest
    return hashes


def write_checksums(folder: Path, names: Sequence[str]) -> None:
    """
    Write the hashes of new weights, without which they are not read.

    Parameters
    ----------
    folder : Path
    names : sequence of str
        Files in it. The list is replaced.
    """
    lines = [f"{sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    write_text("".join(lines), folder / CHECKSUMS)


def read_packed(path: Path) -> Any:
    """
    Read a gzipped JSON file, and compare it with its hash.

    Parameters
    ----------
    path : Path
        As for ``read_checked``.

    Returns
    -------
    object

    Raises
    ------
    MissingResourceError
        As ``read_checked``.
    """
    return json.loads(gzip.decompress(read_checked(path)))


def write_packed(content: object, path: Path) -> None:
    """
    Write gzipped JSON, equal bytes for equal content.

    Parameters
    ----------
    content : object
        As ``json.dumps`` takes it.
    path : Path
        Written over; ``write_checksums`` lists its hash.
    """
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), mtime=0))
