"""
Write files atomically, so that no process ever reads a half-written one.

In: a table or a text, and a path. Out: the complete file, written under a temporary name in the
same folder and then renamed. Missing parent folders are created.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.core.errors import RunError
from analysis.core.owned_files import claim

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["write_parquet", "write_text"]


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
        frame.to_parquet(temporary, index=False, compression="zstd")


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


@contextmanager
def _temporary_name(path: Path) -> Iterator[Path]:
    """Provide a temporary path to write to, and rename it to ``path`` if that succeeds."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        claim(path)
        claim(temporary)
        yield temporary
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise RunError(
            f"Cannot write {path}: {error.strerror or error}. Results finished so far are kept. "
            "Free some disk space or choose another folder with --out, then run the same command "
            "again."
        ) from error
