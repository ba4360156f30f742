"""
Read a folder of documents (.txt, .md, .html, .docx), with an optional ``index.csv``.

In: a folder. Out: a ``Source`` with one ``Record`` a document, under our own column names. What
the index says wins over what a document says about itself. If neither names the outlet, it is the
name of the document's subfolder.
"""

from pathlib import Path

from analysis.core.errors import InputError
from analysis.load.columns import ALIASES
from analysis.load.documents.index import INDEX, Index, read_index
from analysis.load.documents.registry import DOCUMENTS
from analysis.load.input_files import corpus_name, read_bytes, sha256, why_not_read
from analysis.load.outlets import USER_FILE
from analysis.load.records import Record, Source

__all__ = ["MAX_DOCUMENT", "open_folder"]

MAX_DOCUMENT = 100_000_000
"""Bytes of one document; a larger file is no article."""


def open_folder(folder: Path, columns: dict[str, str] | None = None) -> Source:
    """
    Read every document of a folder and its subfolders, in the order of their names.

    Hidden files and folders are skipped.

    Parameters
    ----------
    folder : Path
    columns : dict, optional
        Our column names to those of the index.

    Returns
    -------
    Source
        A document that cannot be read, a file of another kind, anything that is not a regular
        file inside the folder, and a line of the index without a document are records with a
        fault.

    Raises
    ------
    InputError
        If there is no document in the folder, or its index cannot be read.
    """
    folder = Path(folder)
    documents = _documents_in(folder)
    if not any(why_not_read(path, folder) is None for path in documents):
        raise InputError(
            f"Folder {folder.name} contains no documents. Supported are {', '.join(DOCUMENTS)}."
        )
    index = read_index(folder, columns)
    records = []
    inputs = list(index.inputs)
    for path in documents:
        name = path.relative_to(folder).as_posix()
        reason = why_not_read(path, folder)
        if reason:
            records.append(Record(name, fault=reason))
            continue
        record, digest = _read_document(path, name, index.rows.get(name, {}))
        records.append(record)
        if digest is not None:
            inputs.append((name, digest))
    names = {path.relative_to(folder).as_posix() for path in documents}
    records += _records_without_document(index, names)
    return Source(
        corpus_name(folder),
        records,
        tuple(ALIASES),
        inputs,
        index.notes,
        mapping={column: column for column in ALIASES},
        guesses=index.guesses,
    )


def _documents_in(folder: Path) -> list[Path]:
    """Return all below a folder but hidden files, the index and the user's outlets; no links."""
    documents = []
    for path in sorted(folder.rglob("*")):
        is_hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        is_folder = path.is_dir() and not path.is_symlink()
        if not is_folder and not is_hidden and path not in (folder / INDEX, folder / USER_FILE):
            documents.append(path)
    return documents


def _records_without_document(index: Index, names: set[str]) -> list[Record]:
    """Return a record with a fault for each row of the index that names no document."""
    records = []
    for name in index.rows:
        if name not in names:
            fault = f"{name} is in {INDEX} but not in the folder"
            records.append(Record(f"{INDEX}, file {name}", fault=fault))
    return records


def _read_document(path: Path, name: str, index_row: dict[str, str]) -> tuple[Record, str | None]:
    """Return a document as a record, and the SHA-256 of its file if it could be read."""
    read = DOCUMENTS.get(path.suffix.lower())
    if read is None:
        kind = f"a {path.suffix} file" if path.suffix else "a file without extension"
        return Record(name, fault=f"is {kind}; supported are {', '.join(DOCUMENTS)}"), None
    try:
        _validate_size(path)
        data = read_bytes(path)
        values, notes = read(data, name)
    except InputError as error:
        return Record(name, fault=str(error)), None
    if "/" in name:
        values.setdefault("outlet", path.parent.name)
    for column, value in index_row.items():
        if value.strip():
            values[column] = value
    return Record(name, values, notes=tuple(notes)), sha256(data)


def _validate_size(path: Path) -> None:
    """Raise InputError for a file that is too large for a document."""
    size = path.stat().st_size if path.exists() else 0
    if size > MAX_DOCUMENT:
        raise InputError(
            f"is {size:,} bytes, over the {MAX_DOCUMENT:,} of a document. Split it, or give a "
            "CSV or JSON Lines file with one article a row"
        )
