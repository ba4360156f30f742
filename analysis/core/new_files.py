"""
Check that a file or folder which a user names can be written and replaces nothing.

In: a path from the command line. Out: the same path, absolute, in a folder that exists.
"""

import os
from pathlib import Path

from analysis.core.errors import ParameterError

__all__ = ["new_file", "new_folder"]

_KINDS = {
    ".xlsx": "spreadsheet",
    ".csv": "CSV file",
    ".json": "JSON file",
    ".jsonld": "JSON-LD file",
    ".qdpx": "REFI-QDA project",
}


def new_file(path: str | Path, suffix: str, example: str, why_kept: str = "so it") -> Path:
    """
    Return the absolute path of a file that does not exist yet, in a folder that does.

    Parameters
    ----------
    path : str or Path
        Missing folders are made.
    suffix : str
        That the file's name must have: ".xlsx", ".csv" or another of ``_KINDS``.
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


def new_folder(path: str | Path, example: str) -> Path:
    """
    Return the absolute path of an empty folder, which is made if it is not there.

    Parameters
    ----------
    path : str or Path
        Missing folders above it are made too.
    example : str
        The name that messages suggest.

    Returns
    -------
    Path

    Raises
    ------
    ParameterError
        If the path is a file or a folder with files, or cannot be made.
    """
    path = Path(os.path.realpath(Path(path).expanduser()))
    if path.is_dir() and any(path.iterdir()):
        raise ParameterError(
            f"{path} is not empty, so nothing is written there. "
            f"Choose another folder, for example --out {path.name}-2"
        )
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ParameterError(
            f"Cannot make the folder {path}: {error.strerror or error}. "
            f"Choose another one, for example --out {example}"
        ) from error
    return path
