"""
Open an input that may be larger than memory: CSV, JSON Lines, a web archive, Parquet, or a folder
of the last.

In: a path. Out: a ``Stream``: the input's columns and hashes, and its records a batch at a time.
How a format is read in batches is in its module in ``formats``. Records are the same whichever way
a file is read, so that the articles are the same too.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from analysis.core.companion_files import COMPANIONS
from analysis.core.errors import InputError
from analysis.core.kept_files import hash_file
from analysis.load.formats import STREAMED, provider_of, suffix_of
from analysis.load.input_files import why_not_read
from analysis.load.records import Record, Stream

__all__ = ["BATCH", "can_stream", "is_dataset", "open_stream", "size_of"]

BATCH = 1_000  # records in memory at a time
_DATASET_SUFFIX = ".parquet"


def can_stream(path: str | Path) -> bool:
    """Return whether a path is a file or folder that can be read in batches."""
    path = Path(path)
    if suffix_of(path) in STREAMED and path.is_file():
        return True
    return is_dataset(path)


def is_dataset(path: str | Path) -> bool:
    """Return whether a path is a folder of Parquet files and of nothing else."""
    path = Path(path)
    if not path.is_dir():
        return False
    files = _files_of(path)
    return bool(files) and all(file.suffix.lower() == _DATASET_SUFFIX for file in files)


def size_of(path: str | Path) -> int:
    """Return the bytes of a file, or of all files of a dataset."""
    return sum(file.stat().st_size for file in _files_of(Path(path)))


def _files_of(path: Path) -> list[Path]:
    """Return a file itself, or the regular files of a dataset."""
    if path.is_file():
        return [path]
    return [file for file in _all_in(path) if file.is_file() and not why_not_read(file, path)]


def _all_in(folder: Path) -> Iterator[Path]:
    """Yield all in a dataset that is no folder, without the user's own files, "." and "_" names."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        is_folder = path.is_dir() and not path.is_symlink()
        if (
            not is_folder
            and path.name not in COMPANIONS
            and not any(part.startswith((".", "_")) for part in parts)
        ):
            yield path


def _not_read(folder: Path) -> list[Record]:
    """Return a record with a fault for all in a dataset that is not a regular file inside it."""
    records = []
    for path in _all_in(folder):
        reason = why_not_read(path, folder)
        if reason:
            records.append(Record(path.relative_to(folder).as_posix(), fault=reason))
    return records


def open_stream(path: str | Path, batch: int = BATCH) -> Stream:
    """
    Open an input without reading its articles: only its columns and the hash of its files.

    Parameters
    ----------
    path : str or Path
        A CSV, TSV, JSON Lines or Parquet file, or a folder of Parquet files.
    batch : int
        Records in memory at a time.

    Returns
    -------
    Stream

    Raises
    ------
    InputError
        If the file is empty or damaged, or of a kind that is not read in batches.
    """
    path = Path(path)
    if not can_stream(path):
        raise InputError(
            f"{path.name} cannot be read in batches; CSV, TSV, JSON Lines (.jsonl), Parquet files, "
            "web archives and folders of Parquet files can. Save it as one of these, or leave "
            "--stream out."
        )
    files = _files_of(path)
    inputs = []
    for file in files:
        name = file.name if path.is_file() else file.relative_to(path).as_posix()
        inputs.append((name, hash_file(file)))
    suffix = suffix_of(path) if path.is_file() else _DATASET_SUFFIX
    stream = replace(STREAMED[suffix](path, files, inputs, batch), provider=provider_of(suffix))
    left_out = _not_read(path) if path.is_dir() else []
    if not left_out:
        return stream

    def batches() -> Iterator[list[Record]]:
        yield from stream.batches()
        yield left_out

    return replace(stream, batches=batches)
