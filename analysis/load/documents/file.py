"""
Read one file of documents: an export of a newspaper database, or a single article.

In: the bytes of a file. Out: its records, under our own column names. A file of a known provider
gives a record for each of its articles; any other gives one, unless it shows signs of several, in
which case it is refused.
"""

from pathlib import Path
from typing import NamedTuple

from analysis.core.errors import InputError
from analysis.load.columns import ALIASES
from analysis.load.documents.registry import DOCUMENTS
from analysis.load.input_files import corpus_name, read_bytes, sha256
from analysis.load.providers import Page, find_provider, read_export, validate_single
from analysis.load.records import Record, Source

__all__ = ["MAX_DOCUMENT", "FileRecords", "open_document", "provider_of", "read_file"]

MAX_DOCUMENT = 100_000_000
"""Bytes of one file; a larger one is no article, and no export that a database hands out."""

_TOO_LARGE = (
    f"is {{size:,}} bytes, over the {MAX_DOCUMENT:,} of a document. Split it, or give a "
    "CSV or JSON Lines file with one article a row"
)
_ONE_PROVIDER = {".htm": "html", ".doc": "rtf"}
_NEVER_AN_EXPORT = {".md"}
_OF_EVERY_ARTICLE = ("outlet", "place", "language", "event_id", "story_id")


class FileRecords(NamedTuple):
    """
    What one file holds.

    Parameters
    ----------
    records : list of Record
    digest : str or None
        SHA-256 of the file; None if it could not be read.
    notes : list of str
        Remarks on the file as a whole, without its name.
    """

    records: list[Record]
    digest: str | None
    notes: list[str]


def provider_of(suffix: str) -> str:
    """Return what ``articles.provider`` says of a document that is no export."""
    suffix = suffix.lower()
    return _ONE_PROVIDER.get(suffix, suffix.removeprefix("."))


def read_file(path: Path, name: str, index_row: dict[str, str]) -> FileRecords:
    """
    Return the records of a file in a folder.

    Parameters
    ----------
    path : Path
    name : str
        Path relative to the folder, for messages.
    index_row : dict
        What the folder's index says about the file, under our column names. It wins over what
        the file says; of an export, only what can be the same for all its articles is used.

    Returns
    -------
    FileRecords
        A file that cannot be used is one record with a fault.
    """
    if path.suffix.lower() not in DOCUMENTS:
        kind = f"a {path.suffix} file" if path.suffix else "a file without extension"
        fault = f"is {kind}; supported are {', '.join(DOCUMENTS)}"
        return FileRecords([Record(name, fault=fault)], None, [])
    try:
        records, digest, notes = _read(path, name)
    except InputError as error:
        return FileRecords([Record(name, fault=str(error))], None, [])
    merged = []
    for record in records:
        values = dict(record.values)
        if "/" in name:
            values.setdefault("outlet", path.parent.name)
        for column, value in index_row.items():
            if value.strip() and (len(records) == 1 or column in _OF_EVERY_ARTICLE):
                values[column] = value
        merged.append(Record(record.where, values, notes=record.notes, provider=record.provider))
    return FileRecords(merged, digest, notes)


def open_document(path: Path) -> Source:
    """
    Open a single file of documents as a corpus.

    Parameters
    ----------
    path : Path
        Its extension is one of ``DOCUMENTS``.

    Returns
    -------
    Source

    Raises
    ------
    InputError
        If the file is empty, damaged or cut off, or holds several documents of no known provider.
    """
    path = Path(path)
    size = path.stat().st_size
    if size > MAX_DOCUMENT:
        raise InputError(f"{path.name} {_TOO_LARGE.format(size=size)}.")
    records, digest, notes = _read(path, path.name)
    return Source(
        corpus_name(path),
        records,
        tuple(ALIASES),
        [(path.name, digest)],
        [(path.name, f"{path.name}: {note}") for note in notes],
        mapping={column: column for column in ALIASES},
    )


def _read(path: Path, name: str) -> tuple[list[Record], str, list[str]]:
    """Return the records of a file, its SHA-256, and remarks on it."""
    _validate_size(path)
    data = read_bytes(path)
    suffix = path.suffix.lower()
    if suffix not in _NEVER_AN_EXPORT:
        page = Page(data, name)
        provider = find_provider(page)
        if provider is not None:
            export = read_export(page, provider)
            return export.records, sha256(data), export.notes
    values, notes = DOCUMENTS[suffix](data, name)
    if suffix not in _NEVER_AN_EXPORT:
        validate_single(page)
    record = Record(name, values, notes=tuple(notes), provider=provider_of(suffix))
    return [record], sha256(data), []


def _validate_size(path: Path) -> None:
    """Raise InputError for a file that is too large for a document."""
    size = path.stat().st_size if path.exists() else 0
    if size > MAX_DOCUMENT:
        raise InputError(_TOO_LARGE.format(size=size))
