"""
Check that a file which a user names can be written and replaces nothing.

In: a path from the command line. Out: the same path, absolute, in a folder that exists.
"""

import os
from pathlib import Path

from analysis.core.errors import ParameterError

__all__ = ["new_file"]

_KINDS = {".xlsx": "spreadsheet", ".csv": "CSV file"}


def new_file(path: str | Path, suffix: str, example: str, why_kept: str = "so it") -> Path:
    """
    Return the absolute path of a file that does not exist yet, in a folder that does.

    Parameters
    ----------
    path : str or Path
        Missing folders are made.
    suffix : str
        That the file's name must have: ".xlsx" or ".csv".
    example : str
        Stem of the name that messages suggest.
    why_kept : str
        What a message says between "exists," and "is not replaced".

    Returns
    -------
    Path

    Raises
    ------
    ParameterError
        If the file exists, has another suffix, or cannot be written.
    """
    path = Path(os.path.realpath(Path(path).expanduser()))
    if os.path.lexists(path):
        raise ParameterError(
            f"{path} exists, {why_kept} is not replaced. "
            f"Choose another file, for example --out {path.stem}-2{suffix}"
        )
    if path.suffix.lower() != suffix:
        raise ParameterError(
            f"{path} is not the name of a {_KINDS[suffix]}. "
            f"Use --out {path.stem or example}{suffix}"
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb"):
            pass
        path.unlink()
    except OSError as error:
        raise ParameterError(
            f"Cannot write {path}: {error.strerror or error}. "
            f"Choose another file, for example --out {example}{suffix}"
        ) from error
    return path
