"""
Read one file of documents: an export of a newspaper database, or a single article.

In: the bytes of a file. Out: its records, under our own column names. A file of a known provider
or tool gives a record for each of its articles, and so does a web archive; any other gives one,
unless it shows signs of several, in which case it is refused.
"""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from analysis.core.errors import InputError
from analysis.load.columns import ALIASES
from analysis.load.documents.registry import DOCUMENTS
from analysis.load.formats import FORMATS, open_file, suffix_of
from analysis.load.input_files import corpus_name, read_bytes, sha256
from analysis.load.providers import Page, find_provider, read_export, validate_single
from analysis.load.records import Record, Source
from analysis.load.tools import as_tool, recognise

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
    if suffix_of(path) in FORMATS:
        return _read_rows(path, name, index_row)
    if path.suffix.lower() not in DOCUMENTS:
        kind = f"a {path.suffix} file" if path.suffix else "a file without extension"
        fault = f"is {kind}; supported are {', '.join(DOCUMENTS)}"
        return FileRecords([Record(name, fault=fault)], None, [])
    try:
        records, digest, notes = _read(path, name)
    except InputError as error:
        return FileRecords([Record(name, fault=str(error))], None, [])
    return FileRecords(_merged(records, path, name, index_row), digest, notes)


def _read_rows(path: Path, name: str, index_row: dict[str, str]) -> FileRecords:
    """Return the articles of a file of rows, whose columns are known: a tool's, or web pages."""
    try:
        _validate_size(path)
        opened = open_file(path)
        tool = recognise(opened.columns, None)
        if tool is None and not set(opened.columns) <= set(ALIASES):
            raise InputError(
                f"is a file of rows of no known tool (columns: {', '.join(opened.columns[:12])}). "
                "Give it by itself, with --columns"
            )
        opened = as_tool(opened, None)
    except InputError as error:
        return FileRecords([Record(name, fault=str(error))], None, [])
    records = []
    for record in opened.records:
        where = record.where.replace(path.name, name, 1)
        records.append(replace(record, where=where, provider=opened.provider))
    notes = [note.removeprefix(f"{path.name}: ") for _, note in opened.notes]
    return FileRecords(_merged(records, path, name, index_row), opened.inputs[0][1], notes)


def _merged(
    records: list[Record],
    path: Path,
    name: str,
    index_row: dict[str, str],
) -> list[Record]:
    """Return the records of a file with what its folder and the index say of them."""
    merged = []
    for record in records:
        values = dict(record.values)
        if "/" in name:
            values.setdefault("outlet", path.parent.name)
        for column, value in index_row.items():
            if value.strip() and (len(records) == 1 or column in _OF_EVERY_ARTICLE):
                values[column] = value
        merged.append(replace(record, values=values))
    return merged


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
