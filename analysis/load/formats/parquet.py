"""
Read Parquet files, at once or in batches, and folders of them.

In: the bytes of a file, or paths. Out: one ``Record`` a row, values as pyarrow returns them. A
folder of Parquet files is one dataset; subfolders named ``outlet=SANA`` in it become columns.
"""

from collections.abc import Iterator
from pathlib import Path

from analysis.core.errors import InputError
from analysis.load.input_files import corpus_name
from analysis.load.records import FileContents, Record, Stream

__all__ = ["read", "stream"]


def read(data: bytes, name: str) -> FileContents:
    """
    Return the rows of a Parquet file.

    Raises
    ------
    InputError
        If the file is damaged or not Parquet.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(pa.BufferReader(data))
        rows = []
        for batch in file.iter_batches():
            rows += batch.to_pylist()
    except (pa.ArrowException, OSError, ValueError) as error:
        raise InputError(_not_parquet(name, error)) from None
    return FileContents(tuple(file.schema_arrow.names), _records(rows, name), [])


def stream(path: Path, files: list[Path], inputs: list[tuple[str, str]], batch: int) -> Stream:
    """
    Open a Parquet file, or a folder of them, that may be larger than memory.

    Parameters
    ----------
    path : Path
        The file or folder.
    files : list of Path
        The file itself, or every file of the folder.
    inputs : list of (str, str)
        Name and SHA-256 of each of ``files``, in the same order.
    batch : int
        Records in memory at a time.

    Raises
    ------
    InputError
        If a file is damaged or not Parquet.
    """
    import pyarrow as pa
    import pyarrow.dataset as ds

    try:
        data = ds.dataset(
            [str(file) for file in files],
            format="parquet",
            partitioning="hive",
            partition_base_dir=str(path) if path.is_dir() else None,
        )
        fragments = list(zip(data.get_fragments(), inputs, strict=True))
    except (pa.ArrowException, OSError, ValueError) as error:
        raise InputError(_not_parquet(path.name, error)) from None

    def batches() -> Iterator[list[Record]]:
        for fragment, (name, _) in fragments:
            first = 0
            for found in fragment.to_batches(schema=data.schema, batch_size=batch):
                rows = found.to_pylist()
                if rows:
                    yield _records(rows, name, first)
                first += len(rows)

    def cells(column: str) -> Iterator[object]:
        for fragment, _ in fragments:
            for found in fragment.to_batches(
                schema=data.schema, columns=[column], batch_size=batch
            ):
                yield from found.column(0).to_pylist()

    return Stream(corpus_name(path), tuple(data.schema.names), inputs, batches, cells)


def _records(rows: list[dict[str, object]], name: str, first: int = 0) -> list[Record]:
    """Return rows as records, numbered from ``first``."""
    return [Record(f"{name}, row {number}", row) for number, row in enumerate(rows, first)]


def _not_parquet(name: str, error: Exception) -> str:
    """Return the message for a file that pyarrow cannot read."""
    reason = str(error).splitlines()[0]
    return f"{name} is damaged or not Parquet: {reason}. Export it again, or give CSV."
