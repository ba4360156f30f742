"""
Read ``index.csv``, the optional table of what a folder's documents are.

In: a folder. Out: for each document that the index names, its values under our column names. The
index has a column ``file`` with paths relative to the folder, and any of our other columns.
"""

from pathlib import Path
from typing import NamedTuple

from analysis.core.errors import InputError
from analysis.load.columns import choose_columns
from analysis.load.encodings import decode
from analysis.load.formats.delimited import read_delimited
from analysis.load.input_files import read_bytes, sha256, why_not_read

__all__ = ["INDEX", "Index", "read_index"]

INDEX = "index.csv"
_FILE_COLUMNS = ("file", "filename", "file_name", "path")


class Index(NamedTuple):
    """
    What ``index.csv`` says; empty for a folder without it.

    Parameters
    ----------
    rows : dict
        File name to values under our column names.
    guesses : dict
        Our column names to those of the index, for those that were guessed.
    inputs : list of (str, str)
        Name and SHA-256 of the index.
    notes : list of (str, str)
        Place and remark, for rows that cannot be read, for a file that is listed twice (its
        first row counts) and for the encoding.
    """

    rows: dict[str, dict[str, str]]
    guesses: dict[str, str]
    inputs: list[tuple[str, str]]
    notes: list[tuple[str, str]]


def read_index(folder: Path, columns: dict[str, str] | None = None) -> Index:
    """
    Read the index of a folder.

    Parameters
    ----------
    folder : Path
    columns : dict, optional
        Our column names to those of the index.

    Returns
    -------
    Index

    Raises
    ------
    InputError
        If the index cannot be read or has no column ``file``, or ``columns`` is given for a
        folder without an index.
    """
    path = folder / INDEX
    reason = why_not_read(path, folder)
    if reason:
        raise InputError(f"{INDEX} of folder {folder.name} {reason}.")
    if not path.exists():
        if columns:
            raise InputError(
                f"Folder {folder.name} has no {INDEX}, so --columns does not apply. "
                f"Add an {INDEX}, or leave --columns out."
            )
        return Index({}, {}, [], [])
    data = read_bytes(path)
    decoded = decode(data, INDEX)
    found, records = read_delimited(decoded.text, INDEX)
    file_column = _find_file_column(found)
    other_columns = [column for column in found if column != file_column]
    mapping, guesses = choose_columns(other_columns, INDEX, columns, required=())
    rows: dict[str, dict[str, str]] = {}
    places: dict[str, str] = {}
    notes = []
    for record in records:
        faults = [record.fault] if record.fault else record.notes
        notes += [(record.where, f"{record.where}: {fault}") for fault in faults]
        if record.fault:
            continue
        name = str(record.values[file_column]).strip()
        if name in rows:
            reason = f"file {name!r} is already listed at {places[name]}; this line is not used"
            notes.append((record.where, f"{record.where}: {reason}"))
            continue
        places[name] = record.where
        rows[name] = {ours: str(record.values.get(theirs, "")) for ours, theirs in mapping.items()}
    notes += [(INDEX, f"{INDEX} {remark}") for remark in decoded.remarks()]
    return Index(rows, guesses, [(INDEX, sha256(data))], notes)


def _find_file_column(found: tuple[str, ...]) -> str:
    """Return the column with the names of the documents."""
    for column in found:
        if column.lower() in _FILE_COLUMNS:
            return column
    raise InputError(
        f"{INDEX} has no column 'file' with the names of the documents. "
        f"Found: {', '.join(found)}. Rename the column that has them to 'file'."
    )
