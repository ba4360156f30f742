"""
Write files atomically, so that no process ever reads a half-written one.

In: a table or a text, and a path. Out: the complete file, written under a temporary name in the
same folder and then renamed. Missing parent folders are created. Temporary files that a killed
process left in that folder are removed.
"""

import os
import platform
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.core.errors import RunError
from analysis.core.owned_files import claim

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["write_bytes", "write_parquet", "write_text"]

_LEVEL = 9  # of zstd: a fifth smaller than the usual 1, and still faster than what makes a table
_TEMPORARY = re.compile(r"\..+\.(?P<host>[0-9a-f]{8})\.(?P<process>\d+)\.part", re.DOTALL)


def write_parquet(frame: "pd.DataFrame", path: str | Path) -> None:
    """
    Write a table as a Parquet file, atomically and without its index.

    Parameters
    ----------
    frame : DataFrame
        Any table. Not changed.
    path : str or Path
        An existing file is replaced.

    Raises
    ------
    RunError
        If the file cannot be written, or is the user's, see ``analysis.core.owned_files``. An
        existing file is left as it was.
    """
    with _temporary_name(Path(path)) as temporary:
        frame.to_parquet(temporary, index=False, compression="zstd", compression_level=_LEVEL)


def write_text(text: str, path: str | Path) -> None:
    """
    Write a text as a UTF-8 file, atomically.

    Parameters
    ----------
    text : str
    path : str or Path
        An existing file is replaced.

    Raises
    ------
    RunError
        If the file cannot be written. An existing file is left as it was.
    """
    with _temporary_name(Path(path)) as temporary:
        temporary.write_text(text, encoding="utf8")


def write_bytes(data: bytes, path: str | Path) -> None:
    """
    Write a file atomically.

    Parameters
    ----------
    data : bytes
    path : str or Path
        An existing file is replaced.

    Raises
    ------
    RunError
        If the file cannot be written. An existing file is left as it was.
    """
    with _temporary_name(Path(path)) as temporary:
        temporary.write_bytes(data)


@contextmanager
def _temporary_name(path: Path) -> Iterator[Path]:
    """Provide a temporary path to write to, and rename it to ``path`` if that succeeds."""
    temporary = path.with_name(f".{path.name}.{_host()}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _remove_leftovers(path.parent)
        claim(path)
        claim(temporary)
        yield temporary
        temporary.replace(path)
    except OSError as error:
        raise RunError(
            f"Cannot write {path}: {error.strerror or error}. Results finished so far are kept. "
            "Free some disk space or choose another folder with --out, then run the same command "
            "again."
        ) from error
    finally:  # nothing is left after any other error either, nor after Ctrl-C
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _host() -> str:
    """Return eight digits that stand for this computer, for folders that several of them share."""
    return sha256(platform.node().encode()).hexdigest()[:8]


def _remove_leftovers(folder: Path) -> None:
    """Remove the temporary files of processes of this computer that were killed."""
    for path in folder.glob(".*.part"):
        match = _TEMPORARY.fullmatch(path.name)
        if match and match["host"] == _host() and not _is_running(int(match["process"])):
            path.unlink(missing_ok=True)


def _is_running(process: int) -> bool:
    """Return whether a process exists; on Windows, where that cannot be asked, always True."""
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:  # it belongs to another user
        pass
    return True
