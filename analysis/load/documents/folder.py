"""
Read a folder of documents (.txt, .md, .html, .docx, .rtf, .pdf, .eml, .mbox), with an optional
``index.csv``.

In: a folder. Out: its records, a file at a time or as a ``Source``, under our own column names. A
document gives one record, an export of a newspaper database one for each of its articles. What the
index says wins over what a document says about itself. If neither names the outlet, it is the name
of the document's subfolder.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from analysis.core.companion_files import COMPANIONS
from analysis.core.errors import InputError
from analysis.load.columns import ALIASES
from analysis.load.dates import DateColumn, survey_dates
from analysis.load.documents.file import MAX_DOCUMENT, read_file
from analysis.load.documents.index import INDEX, Index, read_index
from analysis.load.documents.registry import DOCUMENTS
from analysis.load.input_files import corpus_name, why_not_read
from analysis.load.records import Record, Source

# Names of files that describe a folder, in any case and with any ending.
_ABOUT = frozenset(
    {"readme", "license", "licence", "copying", "notice", "citation", "changelog", "codebook"}
)

__all__ = ["MAX_DOCUMENT", "Folder", "holds_documents", "open_folder", "survey_folder"]


@dataclass(frozen=True)
class Folder:
    """
    A folder of documents that was not read yet.

    Parameters
    ----------
    path : Path
    name : str
        Name of the corpus.
    files : list of Path
        All below it that is neither hidden nor the index.
    index : Index
    """

    path: Path
    name: str
    files: list[Path] = field(repr=False)
    index: Index = field(repr=False)

    def batches(self, size: int, dates: DateColumn | None = None) -> Iterator[Source]:
        """
        Yield the records, read file by file, in the order of the files' names.

        Parameters
        ----------
        size : int
            Records from which a batch is full; a file is not divided.
        dates : DateColumn, optional
            How dates are read. If not given, each batch finds it from its own.
        """
        batch = _Batch(self, dates)
        batch.inputs += self.index.inputs
        batch.notes += self.index.notes
        for path in self.files:
            name = path.relative_to(self.path).as_posix()
            reason = self._why_not_read(path)
            if reason:
                batch.records.append(Record(name, fault=reason))
                continue
            read = read_file(path, name, self.index.rows.get(name, {}))
            batch.records += read.records
            batch.notes += [(name, f"{name}: {note}") for note in read.notes]
            if read.digest is not None:
                batch.inputs.append((name, read.digest))
            if len(batch.records) >= size:
                yield batch.source()
                batch = _Batch(self, dates)
        batch.records += self._records_without_document()
        if batch.records:
            yield batch.source()

    def may_hold_articles(self, path: Path) -> bool:
        """Return whether a file of the folder is read."""
        return self._why_not_read(path) is None

    def _why_not_read(self, path: Path) -> str | None:
        """Return why a file is not read; None if it is."""
        reason = why_not_read(path, self.path)
        if reason is not None:
            return reason
        if not _is_about(path) or path.relative_to(self.path).as_posix() in self.index.rows:
            return None
        return (
            f"describes the folder and is no article; if it is one, rename it or name it in {INDEX}"
        )

    def dates(self) -> DateColumn:
        """
        Return how dates are read: by those of the index.

        What documents say themselves has the name of a month, or is written year first.
        """
        return survey_dates(row.get("published") for row in self.index.rows.values())

    def _records_without_document(self) -> list[Record]:
        """Return a record with a fault for each row of the index that names no document."""
        names = {path.relative_to(self.path).as_posix() for path in self.files}
        records = []
        for name in self.index.rows:
            if name not in names:
                fault = f"{name} is in {INDEX} but not in the folder"
                records.append(Record(f"{INDEX}, file {name}", fault=fault))
        return records


class _Batch:
    """Records of some files of a folder, and what is known about them."""

    def __init__(self, folder: Folder, dates: DateColumn | None) -> None:
        self.folder = folder
        self.dates = dates
        self.records: list[Record] = []
        self.inputs: list[tuple[str, str]] = []
        self.notes: list[tuple[str, str]] = []

    def source(self) -> Source:
        """Return the batch as a source."""
        return Source(
            self.folder.name,
            self.records,
            tuple(ALIASES),
            self.inputs,
            self.notes,
            mapping={column: column for column in ALIASES},
            guesses=self.folder.index.guesses,
            dates=self.dates,
        )


def survey_folder(folder: Path, columns: dict[str, str] | None = None) -> Folder:
    """
    Look at a folder: list its files, which are not read, and read its index.

    Parameters
    ----------
    folder : Path
    columns : dict, optional
        Our column names to those of the index.

    Returns
    -------
    Folder

    Raises
    ------
    InputError
        If there is no document in the folder, or its index cannot be read.
    """
    folder = Path(folder)
    files = _files_in(folder)
    index = read_index(folder, columns)
    surveyed = Folder(folder, corpus_name(folder), files, index)
    if not any(surveyed.may_hold_articles(path) for path in files):
        raise InputError(
            f"Folder {folder.name} contains no documents. Supported are {', '.join(DOCUMENTS)}."
        )
    return surveyed


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
    surveyed = survey_folder(folder, columns)
    everything = _Batch(surveyed, None)
    for batch in surveyed.batches(size=1):
        everything.records += batch.records
        everything.inputs += batch.inputs
        everything.notes += batch.notes
    return everything.source()


def holds_documents(folder: Path) -> bool:
    """Return whether a path is a folder with at least one file of a format of documents."""
    folder = Path(folder)
    return folder.is_dir() and any(
        path.suffix.lower() in DOCUMENTS and not _is_about(path) for path in _files_in(folder)
    )


def _is_about(path: Path) -> bool:
    """Return whether a file is called README or the like."""
    return path.stem.lower() in _ABOUT


def _files_in(folder: Path) -> list[Path]:
    """Return all below a folder but hidden files, the index and the user's own files; no links."""
    own = [folder / name for name in (INDEX, *COMPANIONS)]
    files = []
    for path in sorted(folder.rglob("*")):
        is_hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        is_folder = path.is_dir() and not path.is_symlink()
        if not is_folder and not is_hidden and path not in own:
            files.append(path)
    return files
