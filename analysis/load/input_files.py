"""
Read the bytes of an input file, hash it, and name the corpus after it.

In: a path. Out: bytes, a SHA-256, a name. Nothing is decoded here; see ``encodings``.
"""

import hashlib
import re
from pathlib import Path

from analysis.core.errors import InputError

__all__ = ["corpus_name", "read_bytes", "sha256", "sha256_of_file"]

_BLANK = b" \t\r\n\x00\xef\xbb\xbf"  # blanks, NUL and the byte order mark of UTF-8


def read_bytes(path: Path) -> bytes:
    """
    Return the content of a file.

    Raises
    ------
    InputError
        If the file cannot be opened, or holds nothing but blanks.
    """
    path = Path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"{path.name} cannot be read: {error.strerror}. "
            f"Check that the file exists and that you may read it: ls -l {path.name}"
        ) from None
    if not data.strip(_BLANK):
        raise InputError(f"{path.name} is empty. Give a file with a header and at least one row.")
    return data


def corpus_name(path: Path) -> str:
    """
    Return the corpus name for a path: its last part without extension.

    Every run of characters other than letters, digits, ``_`` and ``-`` becomes one ``-``.

    Examples
    --------
    >>> corpus_name(Path("my news (2019).csv"))
    'my-news-2019'
    """
    path = Path(path)
    stem = path.name if path.is_dir() else path.stem
    return re.sub(r"[^\w-]+", "-", stem).strip("-") or "articles"


def sha256(data: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def sha256_of_file(path: Path) -> str:
    """Return the SHA-256 of a file, read in blocks, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
