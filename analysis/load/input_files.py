"""
Read the bytes of an input file, hash it, and name the corpus after it.

In: a path. Out: bytes, a SHA-256, a name. Only regular files are opened: a named pipe would wait
for ever, and a device has no end. Nothing is decoded here; see ``encodings``.
"""

import hashlib
import re
import stat
from pathlib import Path

from analysis.core.errors import InputError

__all__ = ["corpus_name", "read_bytes", "sha256", "why_not_read"]

_KINDS = {
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFDIR: "a folder",
}

_BLANK = b" \t\r\n\x00\xef\xbb\xbf"  # blanks, NUL and the byte order mark of UTF-8


def read_bytes(path: Path) -> bytes:
    """
    Return the content of a file.

    Raises
    ------
    InputError
        If the file is not a regular one, cannot be opened, or holds nothing but blanks.
    """
    path = Path(path)
    reason = _why_not_regular(path)
    if reason:
        raise InputError(f"{path.name} {reason}. Give a regular file")
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


def why_not_read(path: Path, folder: Path) -> str | None:
    """
    Return why something in a folder of articles is not to be read.

    Parameters
    ----------
    path : Path
        Something in the folder, at any depth, that is no folder itself.
    folder : Path

    Returns
    -------
    str or None
        The reason; None for a regular file, or a link to one inside the folder. A link that leads
        nowhere has none either: to read it fails, and says why.
    """
    if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
        return "is a link that leads out of the folder. Copy what it leads to into the folder"
    reason = _why_not_regular(path)
    return f"{reason}. Only regular files are read" if reason else None


def _why_not_regular(path: Path) -> str | None:
    """Return what a path is if not a regular file; None if it is one, or does not exist."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return None
    if stat.S_ISREG(mode):
        return None
    kind = _KINDS.get(stat.S_IFMT(mode), "no regular file")
    return f"is a link to {kind}" if path.is_symlink() else f"is {kind}"


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
