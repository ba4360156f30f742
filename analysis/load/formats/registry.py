"""
The file formats that articles are read from, by extension.

In: a path. Out: a ``Source`` with one ``Record`` a row, cells as the file has them. Columns are
not renamed and texts are not cleaned here. Folders of documents are read by ``documents``.

To add a format:

1. Write a module in this folder with a function ``read(data, name)`` that takes the bytes and the
   name of a file and returns ``FileContents``. A row that cannot be used is a ``Record`` with a
   ``fault``; a file that cannot be used raises ``InputError``.
2. Add its extensions to ``FORMATS`` below.
3. If the format can hold more articles than fit in memory, write a function
   ``stream(path, files, inputs, batch)`` that returns a ``Stream``, and add it to ``STREAMED``.
4. Add ``tests/load/formats/test_<format>.py``, and a row to ``WRITERS`` in ``test_registry.py``.
"""

from collections.abc import Callable
from pathlib import Path

from analysis.core.errors import InputError
from analysis.load.formats import delimited, excel, json, parquet, warc, xml
from analysis.load.input_files import corpus_name, read_bytes, sha256
from analysis.load.records import FileContents, Source, Stream

__all__ = ["FORMATS", "STREAMED", "open_file", "provider_of", "suffix_of"]

FileReader = Callable[[bytes, str], FileContents]
StreamOpener = Callable[[Path, list[Path], list[tuple[str, str]], int], Stream]

FORMATS: dict[str, FileReader] = {
    ".csv": delimited.read_csv,
    ".tsv": delimited.read_tsv,
    ".tab": delimited.read_tsv,
    ".json": json.read,
    ".jsonl": json.read_lines,
    ".ndjson": json.read_lines,
    ".parquet": parquet.read,
    ".xlsx": excel.read,
    ".xlsm": excel.read,
    ".xml": xml.read,
    ".warc": warc.read,
    ".warc.gz": warc.read,
    ".wacz": warc.read,
}
PROVIDER_OF = {
    ".tab": "tsv",
    ".ndjson": "jsonl",
    ".xlsm": "xlsx",
    ".warc.gz": "warc",
}
"""What ``articles.provider`` says of an extension, if not the extension itself."""

STREAMED: dict[str, StreamOpener] = {
    ".csv": delimited.stream_csv,
    ".tsv": delimited.stream_tsv,
    ".tab": delimited.stream_tsv,
    ".jsonl": json.stream,
    ".ndjson": json.stream,
    ".parquet": parquet.stream,
    ".warc": warc.stream,
    ".warc.gz": warc.stream,
    ".wacz": warc.stream,
}


def suffix_of(path: Path) -> str:
    """
    Return the extension that decides how a file is read, in lower case.

    Examples
    --------
    >>> suffix_of(Path("news.CSV")), suffix_of(Path("crawl.2020.warc.gz"))
    ('.csv', '.warc.gz')
    """
    name = path.name.lower()
    return ".warc.gz" if name.endswith(".warc.gz") else path.suffix.lower()


def provider_of(suffix: str) -> str:
    """
    Return what ``articles.provider`` says of a file format.

    Examples
    --------
    >>> provider_of(".CSV"), provider_of(".xlsm")
    ('csv', 'xlsx')
    """
    suffix = suffix.lower()
    return PROVIDER_OF.get(suffix, suffix.removeprefix("."))


def open_file(path: Path) -> Source:
    """
    Read every row of a file.

    Parameters
    ----------
    path : Path
        Its extension, one of ``FORMATS``, decides how it is read.

    Returns
    -------
    Source

    Raises
    ------
    InputError
        If the extension is not known, or the file is empty, binary where text is expected, or
        has no rows.
    """
    path = Path(path)
    read = FORMATS.get(suffix_of(path))
    if read is None:
        raise InputError(
            f"{path.name}: '{path.suffix}' files cannot be read. Supported are "
            f"{', '.join(FORMATS)}, and folders of documents. Save it as one of these."
        )
    data = read_bytes(path)
    contents = read(data, path.name)
    if not contents.records:
        raise InputError(f"{path.name} has no rows. Give a file with at least one row.")
    return Source(
        corpus_name(path),
        contents.records,
        contents.columns,
        inputs=[(path.name, sha256(data))],
        notes=[(path.name, f"{path.name}: {note}") for note in contents.notes],
        n_lines=contents.n_lines,
        provider=provider_of(suffix_of(path)),
    )
