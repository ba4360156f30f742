"""
Open a file of articles, whatever its format: CSV, TSV, JSON, JSON lines, Parquet, Excel.

In: a path. Out: a ``Source`` with one ``Record`` a row, cells as the file has them. Columns are not renamed and
texts are not mended here. Folders of documents are read by ``folders``.
"""

import io
import json
import re
from pathlib import Path

from analysis.core.errors import InputError
from analysis.load.delimited import check_header, read_delimited
from analysis.load.encodings import decode
from analysis.load.records import Record, Source, read_bytes, sha256

__all__ = ["FORMATS", "corpus_name", "json_record", "open_file"]


def open_file(path):
    """
    Read every row of a file.

    Parameters
    ----------
    path : Path
        Its extension, one of ``FORMATS``, says how it is read.

    Returns
    -------
    Source

    Raises
    ------
    InputError
        If the extension is not known, the file is empty, binary where text is expected, or has no rows.
    """
    path = Path(path)
    reader = FORMATS.get(path.suffix.lower())
    if reader is None:
        raise InputError(
            f"{path.name}: no reader for '{path.suffix}' files. Have: {', '.join(FORMATS)}, or a folder of "
            ".txt, .md, .html, .docx. Save it as one of these."
        )
    data = read_bytes(path)
    columns, records, notes = reader(data, path.name)
    if not records:
        raise InputError(f"{path.name} holds no rows. Give a file with at least one row.")
    return Source(
        corpus_name(path),
        records,
        columns,
        [(path.name, sha256(data))],
        [(path.name, f"{path.name}: {note}") for note in notes],
    )


def corpus_name(path):
    """
    Make a corpus name from a path: its last part without extension, only letters, digits, ``_`` and ``-``.

    Examples
    --------
    >>> corpus_name("my news (2019).csv")
    'my-news-2019'
    """
    path = Path(path)
    stem = path.name if path.is_dir() else path.stem
    return re.sub(r"[^\w-]+", "-", stem).strip("-") or "articles"


def _delimited(delimiter):
    def read(data, name):
        decoded = decode(data, name)
        columns, records = read_delimited(decoded.text, name, delimiter)
        return columns, records, _remarks(decoded)

    return read


def _remarks(decoded):
    return [r for r in [decoded.remark()] if r]


def _json_lines(data, name):
    decoded = decode(data, name)
    # not splitlines(): U+2028 and form feeds may stand inside a string
    lines = enumerate(re.split(r"\r\n|\n|\r", decoded.text), 1)
    records = [
        json_record(line, f"{name}, line {number}") for number, line in lines if line.strip()
    ]
    return _columns(records), records, _remarks(decoded)


def json_record(line, where):
    """Read one line of JSON lines; ``where`` names it."""
    try:
        return _json_values(json.loads(line, strict=False), where)
    except (ValueError, RecursionError) as error:
        return Record(where, fault=f"is not JSON ({getattr(error, 'msg', error)}): {line[:60]!r}")


def _json_values(value, where):
    if not isinstance(value, dict):
        return Record(
            where,
            fault=f"is {type(value).__name__}, not an object with column names: {str(value)[:60]!r}",
        )
    flat = {}
    for key, cell in value.items():
        flat[key] = cell
        if isinstance(cell, dict):  # NewsAPI: "source": {"id": ..., "name": ...}
            del flat[key]
            flat.update({f"{key}.{inner}": v for inner, v in cell.items()})
    return Record(where, flat)


def _json(data, name):
    decoded = decode(data, name)
    try:
        value = json.loads(decoded.text, strict=False)
    except (ValueError, RecursionError) as error:
        if decoded.text.lstrip().startswith("{") and "Extra data" in str(error):
            return _json_lines(data, name)  # JSON lines under another name
        raise InputError(
            f"{name} is not JSON: {error}. Give a list of objects, or JSON lines (.jsonl)."
        ) from None
    if isinstance(
        value, dict
    ):  # NewsAPI and others wrap the list: {"status": "ok", "articles": [...]}
        lists = [v for v in value.values() if isinstance(v, list)]
        value = lists[0] if len(lists) == 1 else [value]
    if not isinstance(value, list):
        raise InputError(
            f"{name} holds {type(value).__name__}. Give a list of objects, or JSON lines (.jsonl)."
        )
    records = [_json_values(v, f"{name}, item {i}") for i, v in enumerate(value)]
    return _columns(records), records, _remarks(decoded)


def _columns(records):
    return tuple(dict.fromkeys(name for r in records for name in r.values))


def _parquet(data, name):
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(pa.BufferReader(data))
        rows = [row for batch in file.iter_batches() for row in batch.to_pylist()]
    except (pa.ArrowException, OSError, ValueError) as error:
        raise InputError(
            f"{name} is not a sound Parquet file: {str(error).splitlines()[0]}"
        ) from None
    return (
        tuple(file.schema_arrow.names),
        [Record(f"{name}, row {i}", row) for i, row in enumerate(rows)],
        [],
    )


def _excel(data, name):
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        rows = list(enumerate(book.worksheets[0].iter_rows(values_only=True), 1))
    except Exception as error:  # openpyxl lets zipfile, KeyError and XML errors through
        raise InputError(f"{name} is not a sound Excel workbook (.xlsx): {error}") from None
    rows = [(n, row) for n, row in rows if any(str(c).strip() for c in row if c is not None)]
    if not rows:
        raise InputError(f"{name}: its first sheet, {book.sheetnames[0]!r}, is empty.")
    header = ["" if c is None else str(c).strip() for c in rows[0][1]]
    check_header(header, name)
    records = [_excel_record(header, row, f"{name}, row {n}") for n, row in rows[1:]]
    sheets = len(book.sheetnames)
    return (
        tuple(c for c in header if c),
        records,
        [f"only the first of {sheets} sheets was read"] * (sheets > 1),
    )


def _excel_record(header, row, where):
    return Record(
        where, {column: cell for column, cell in zip(header, row, strict=False) if column}
    )


FORMATS = {
    ".csv": _delimited(None),
    ".tsv": _delimited("\t"),
    ".tab": _delimited("\t"),
    ".json": _json,
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
    ".parquet": _parquet,
    ".xlsx": _excel,
    ".xlsm": _excel,
}
