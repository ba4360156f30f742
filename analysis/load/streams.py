"""
Open an input that may be larger than memory: JSON lines, a Parquet file, or a folder of Parquet files.

In: a path. Out: a ``Stream``: what is known of the whole before its rows are read, and its records, a batch at a
time. A folder of Parquet files is one dataset; folders named ``outlet=SANA`` in it are columns. Records are those that
``formats`` gives, so that rows become the same articles whichever way a file is read.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from analysis.core.errors import InputError
from analysis.load.formats import corpus_name, json_record
from analysis.load.records import Record, Source

__all__ = ["BATCH", "Stream", "can_stream", "is_dataset", "open_stream", "size_of"]

BATCH = 1_000  # records held at a time
_LINES = (".jsonl", ".ndjson")
_PARQUET = ".parquet"


@dataclass(frozen=True)
class Stream:
    """
    An input of which a batch at a time is held.

    Attributes
    ----------
    name : str
        As in ``Source``.
    columns : tuple of str
        The input's own column names.
    inputs : list of (str, str)
        Name and SHA-256 of each file.
    batches : callable
        Gives an iterator of lists of ``Record``, in the input's order, each time from the start.
    cells : callable
        Gives an iterator of the cells of one column; the rows that cannot be read have none.
    """

    name: str
    columns: tuple
    inputs: list
    batches: Callable[[], Iterator]
    cells: Callable[[str], Iterator]

    def source(self, records, **known):
        """Give records as the builder takes them."""
        return Source(self.name, records, self.columns, **known)

    def whole(self):
        """Give all records at once."""
        return self.source(list(chain.from_iterable(self.batches())), inputs=self.inputs)


def can_stream(path):
    """Say whether a path is of a kind that is read in batches."""
    path = Path(path)
    return path.suffix.lower() in (*_LINES, _PARQUET) and path.is_file() or is_dataset(path)


def is_dataset(path):
    """Say whether a path is a folder of Parquet files and of nothing else."""
    path = Path(path)
    return (
        path.is_dir()
        and bool(found := _files(path))
        and all(f.suffix.lower() == _PARQUET for f in found)
    )


def size_of(path):
    """Give the bytes of a file, or of all files of a dataset."""
    return sum(f.stat().st_size for f in _files(Path(path)))


def _files(path):
    if path.is_file():
        return [path]
    files = (f for f in sorted(path.rglob("*")) if f.is_file())
    return [
        f for f in files if not any(p.startswith((".", "_")) for p in f.relative_to(path).parts)
    ]


def open_stream(path, batch=BATCH):
    """
    Look at an input: its columns and the hash of its files.

    Parameters
    ----------
    path : Path
    batch : int
        Records held at a time.

    Returns
    -------
    Stream

    Raises
    ------
    InputError
        If the file is empty, not UTF-8 or not sound, or of a kind that is not read in batches.
    """
    path = Path(path)
    if not can_stream(path):
        raise InputError(
            f"{path.name} cannot be read in batches; JSON lines (.jsonl), Parquet files and folders of Parquet files "
            "can. Save it as one of these, or leave --stream out."
        )
    inputs = [
        (f.name if path.is_file() else f.relative_to(path).as_posix(), _hash(f))
        for f in _files(path)
    ]
    return (_lines if path.suffix.lower() in _LINES else _parquet)(path, inputs, batch)


def _hash(path):
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _lines(path, inputs, batch):
    def records():
        try:
            with path.open(
                encoding="utf-8-sig", newline=None
            ) as lines:  # \n, \r\n and \r alone end a line
                for number, line in enumerate(lines, 1):
                    if line.strip():
                        yield json_record(line.rstrip("\n"), f"{path.name}, line {number}")
        except UnicodeDecodeError as error:
            raise InputError(
                f"{path.name} is not UTF-8 ({error.reason}, near byte {error.start:,} of a block). Convert it "
                f"(iconv -f cp1252 -t utf-8 {path.name} > new.jsonl), or leave --stream out to have it found."
            ) from None

    columns = tuple(dict.fromkeys(chain.from_iterable(r.values for r in records())))
    if not columns and next(records(), None) is None:
        raise InputError(f"{path.name} holds no rows. Give a file with at least one article.")
    return Stream(
        corpus_name(path),
        columns,
        inputs,
        lambda: _batched(records(), batch),
        lambda column: (r.values.get(column) for r in records() if not r.fault),
    )


def _batched(rows, size):
    return iter(lambda: list(islice(rows, size)), [])


def _parquet(path, inputs, batch):
    import pyarrow as pa
    import pyarrow.dataset as ds

    try:
        files = [str(f) for f in _files(path)]
        data = ds.dataset(
            files,
            format="parquet",
            partitioning="hive",
            partition_base_dir=str(path) if path.is_dir() else None,
        )
        pieces = list(zip(data.get_fragments(), inputs, strict=True))
    except (pa.ArrowException, OSError, ValueError) as error:
        raise InputError(
            f"{path.name} is not sound Parquet: {str(error).splitlines()[0]}"
        ) from None

    def batches():
        for piece, (name, _) in pieces:
            first = 0
            for found in piece.to_batches(schema=data.schema, batch_size=batch):
                rows = found.to_pylist()
                yield [Record(f"{name}, row {i}", row) for i, row in enumerate(rows, first)]
                first += len(rows)

    def cells(column):
        for piece, _ in pieces:
            for found in piece.to_batches(schema=data.schema, columns=[column], batch_size=batch):
                yield from found.column(0).to_pylist()

    return Stream(
        corpus_name(path), tuple(data.schema.names), inputs, lambda: filter(None, batches()), cells
    )
