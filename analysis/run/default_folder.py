"""
Choose the folder of a command that is given none.

In: what the folder is named after, a source and a selection of it. Out: ``reports/NAME`` below the
current folder, unless it holds results of another corpus or selection: only a folder that the user
names is written to in their place.
"""

import json
import os
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

from analysis.core.errors import ParameterError
from analysis.core.selection import Selection
from analysis.run.manifest import MANIFEST, is_table_folder, name_of_source

__all__ = ["TABLES", "default_folder", "folder_named_after", "place_of"]

TABLES = "tables"
"""The folder of tables in that of a report."""


def folder_named_after(source: str | Path) -> Path:
    """Return the folder under ``reports/`` of the current folder that is named after a source."""
    stem = Path(source).expanduser().resolve().stem
    name = re.sub(r"[^\w.-]+", "-", stem).strip(".-")
    return Path.cwd() / "reports" / (name or "corpus")


def default_folder(named_after: str | Path, source: str, selection: Selection) -> Path:
    """
    Return the folder to write to where none is given.

    Parameters
    ----------
    named_after : str or Path
        The source; or a table of parameters.
    source : str
        What tables are about to be made from.
    selection : Selection
        Of its articles.

    Returns
    -------
    Path

    Raises
    ------
    ParameterError
        If it holds results of another source of the same name, or of another selection.
    """
    folder = folder_named_after(named_after)
    path = folder / TABLES / MANIFEST
    if not path.is_file():
        return folder
    try:
        manifest = json.loads(path.read_text(encoding="utf8"))
        other = _other_corpus(manifest, source, selection, path.parent)
    except (OSError, ValueError, KeyError, TypeError):
        return folder  # tables that were damaged are made again
    if other:
        raise ParameterError(
            f"{folder} holds results of {other} which are not replaced unless you say so. Add "
            f"--out {_free_name(folder)} to keep both, or --out {folder} to replace them."
        )
    return folder


def _other_corpus(manifest: dict[str, Any], source: str, selection: Selection, tables: Path) -> str:
    """Say what a folder of tables was made from, if not from this selection; else be empty."""
    asked = manifest["parameters"]
    name = asked["source"]
    place = manifest.get("place")
    if place is not None and place != place_of(source, tables):
        is_namesake = name == name_of_source(source)
        return f"another {name}, in another folder," if is_namesake else f"another corpus, {name},"
    if is_table_folder(source):
        return ""  # the manifest has the selection of the tables that these were made from
    options = selection.as_dict()
    if not selection.limit:
        del options["seed"]  # draws no articles
    for option, value in options.items():
        if _words(asked[option]) != _words(value):
            return f"another selection of {name} ({option}: {_words(asked[option])}),"
    return ""


def _words(value: object) -> str:
    """Return the value of an option of a selection, as it is typed."""
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value)) or "all"
    return str(value or "all")


def _free_name(folder: Path) -> Path:
    """Return the first of folder-2, folder-3 ... that does not exist."""
    number = 2
    while folder.with_name(f"{folder.name}-{number}").exists():
        number += 1
    return folder.with_name(f"{folder.name}-{number}")


def place_of(source: str | Path, tables: Path) -> str:
    """
    Return a hash of where a source is, seen from the tables made of it; a corpus by its name.

    The hash says whether two files of one name are the same. It names no folder of the machine, and
    stays the same where both are moved together.
    """
    from analysis.load.corpora import SOURCES

    if str(source) in SOURCES:
        return str(source)
    given = os.path.realpath(Path(source).expanduser())
    relative = os.path.relpath(given, os.path.realpath(tables))
    return sha256(Path(relative).as_posix().encode()).hexdigest()[:16]
