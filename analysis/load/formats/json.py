"""
Read JSON and JSON Lines files, at once or in batches.

In: the bytes of a file, or its path. Out: one ``Record`` an object. An object inside an object is
flattened, one level deep: NewsAPI's ``"source": {"name": ...}`` becomes the column
``source.name``. Deeper objects, and lists, stay as they are. Where a known tool puts its articles
deeper in the file is declared in ``tools``.
"""

import io
import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from analysis.core.errors import InputError
from analysis.load.encodings import MAX_LINE, decode, is_overlong, open_lines
from analysis.load.input_files import corpus_name
from analysis.load.records import FileContents, Record, Stream
from analysis.load.tools.items import flatten, items_in

__all__ = ["read", "read_lines", "stream"]

MAX_DEPTH = 100
"""Lists and objects inside each other in one value; deeper ones hold no article."""

_TOO_DEEP = f"is nested more than {MAX_DEPTH} deep"
_MAX_SHOWN = 60  # characters of a bad value in a message


def read(data: bytes, name: str) -> FileContents:
    """
    Return the objects of a JSON file.

    The file holds a list of objects, an object in which one value is that list, a single object,
    or what a known tool writes. JSON Lines under the extension ``.json`` are read as such.

    Raises
    ------
    InputError
        If the file is not JSON, or holds anything else.
    """
    decoded = decode(data, name)
    try:
        value = json.loads(decoded.text, strict=False)
    except RecursionError:
        raise InputError(
            f"{name} {_TOO_DEEP}. Give a list of objects, or JSON Lines (.jsonl)."
        ) from None
    except ValueError as error:
        if decoded.text.lstrip().startswith("{") and "Extra data" in str(error):
            return read_lines(data, name)
        raise InputError(
            f"{name} is not JSON: {error}. Give a list of objects, or JSON Lines (.jsonl)."
        ) from None
    records = []
    for position, item in enumerate(_items(value, name)):
        records.append(_record_of(item, f"{name}, item {position}"))
    return FileContents(_columns(records), records, decoded.remarks())


def _items(value: object, name: str) -> list[object]:
    """Return the list of objects in a JSON value."""
    if isinstance(value, dict):
        items = items_in(value)
        if items is not None:
            return items
        lists = [inner for inner in value.values() if isinstance(inner, list)]
        return lists[0] if len(lists) == 1 else [value]
    if isinstance(value, list):
        return value
    raise InputError(
        f"{name} contains a single {type(value).__name__}. "
        "Give a list of objects, or JSON Lines (.jsonl)."
    )


def read_lines(data: bytes, name: str) -> FileContents:
    """Return the objects of a JSON Lines file; a line that is no object has a fault."""
    decoded = decode(data, name)
    # not splitlines(): U+2028 and form feeds may occur inside a string
    lines = list(io.StringIO(decoded.text, newline=""))
    records = list(_line_records(lines, name))
    return FileContents(_columns(records), records, decoded.remarks(), len(lines))


def stream(path: Path, files: list[Path], inputs: list[tuple[str, str]], batch: int) -> Stream:
    """
    Open a JSON Lines file that may be larger than memory.

    Its lines are read once to find the columns, and again for each pass over the records.

    Parameters
    ----------
    path : Path
    files : list of Path
        Only the file itself.
    inputs : list of (str, str)
        Name and SHA-256 of each file.
    batch : int
        Records in memory at a time.

    Raises
    ------
    InputError
        If the file is empty or not text.
    """
    lines = open_lines(path)
    columns: dict[str, None] = {}
    for record in _line_records(lines, path.name):
        columns.update(dict.fromkeys(record.values))

    def batches() -> Iterator[list[Record]]:
        records = _line_records(lines, path.name)
        return iter(lambda: list(islice(records, batch)), [])

    def cells(column: str) -> Iterator[object]:
        records = _line_records(lines, path.name)
        return (record.values.get(column) for record in records if not record.fault)

    notes = [(path.name, f"{path.name}: {remark}") for remark in lines.remarks()]
    return Stream(corpus_name(path), tuple(columns), inputs, batches, cells, notes, lines.n_lines)


def _line_records(lines: Iterable[str], name: str) -> Iterator[Record]:
    """Yield a record for each line that is not blank."""
    for number, line in enumerate(lines, 1):
        if is_overlong(line):
            fault = f"is a line of over {MAX_LINE:,} characters"
            yield Record(f"{name}, line {number}", fault=fault, n_lines=1)
        elif line.strip():
            yield _line_record(line, f"{name}, line {number}")


def _line_record(line: str, where: str) -> Record:
    """Return the object of one line."""
    try:
        value = json.loads(line, strict=False)
    except RecursionError:
        return Record(where, fault=_TOO_DEEP, n_lines=1)
    except ValueError as error:
        message = getattr(error, "msg", error)
        fault = f"is not JSON ({message}): {line.strip()[:_MAX_SHOWN]!r}"
        return Record(where, fault=fault, n_lines=1)
    return _record_of(value, where, n_lines=1)


def _record_of(value: object, where: str, n_lines: int = 0) -> Record:
    """Return a JSON value as a record, with inner objects flattened."""
    if not isinstance(value, dict):
        shown = str(value)[:_MAX_SHOWN]
        return Record(
            where,
            fault=f"is {type(value).__name__}, not an object with column names: {shown!r}",
            n_lines=n_lines,
        )
    if _is_too_deep(value):
        return Record(where, fault=_TOO_DEEP, n_lines=n_lines)
    return Record(where, flatten(value), n_lines=n_lines)


def _is_too_deep(value: object) -> bool:
    """Return whether a value has more than ``MAX_DEPTH`` lists and objects inside each other."""
    level = [value]
    for _ in range(MAX_DEPTH):
        inner: list[object] = []
        for item in level:
            if isinstance(item, dict):
                inner += item.values()
            elif isinstance(item, list):
                inner += item
        level = [item for item in inner if isinstance(item, dict | list)]
        if not level:
            return False
    return True


def _columns(records: Iterable[Record]) -> tuple[str, ...]:
    """Return every column name that occurs, in order of first occurrence."""
    columns: dict[str, None] = {}
    for record in records:
        columns.update(dict.fromkeys(record.values))
    return tuple(columns)
