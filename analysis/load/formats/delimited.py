"""
Read CSV and TSV files, even with ragged rows and quote marks that never close.

In: the bytes or the text of a file. Out: its columns and one ``Record`` a row. A row that cannot
be read keeps its line number and the reason. Cells are strings; nothing is typed or cleaned here.
"""

import csv
import io
from collections.abc import Generator, Iterator, Sequence
from typing import NamedTuple

from analysis.core.errors import InputError
from analysis.load.encodings import decode
from analysis.load.records import FileContents, Record

__all__ = ["read_csv", "read_delimited", "read_tsv", "validate_header"]

_DELIMITERS = ",;\t|"
_MAX_RECOVERIES = 50  # open quote marks after which the rest of a file is given up
_FIELD_LIMIT = 2**31 - 1
_OPEN_QUOTE = "a quote mark opens a cell and never closes"


class _Row(NamedTuple):
    """The cells of one row, its line (from 1), and why it cannot be used."""

    line: int
    cells: list[str]
    fault: str | None = None


def read_csv(data: bytes, name: str) -> FileContents:
    """Return the rows of a CSV file, whose delimiter is found in the header."""
    return _read(data, name, delimiter=None)


def read_tsv(data: bytes, name: str) -> FileContents:
    """Return the rows of a file whose cells are separated by tabs."""
    return _read(data, name, delimiter="\t")


def _read(data: bytes, name: str, delimiter: str | None) -> FileContents:
    """Decode a file and read its rows."""
    decoded = decode(data, name)
    columns, records = read_delimited(decoded.text, name, delimiter)
    return FileContents(columns, records, decoded.remarks())


def read_delimited(
    text: str, name: str, delimiter: str | None = None
) -> tuple[tuple[str, ...], list[Record]]:
    """
    Return the columns and rows of a CSV or TSV file.

    Parameters
    ----------
    text : str
        The text of the file, with its own line ends.
    name : str
        The file's name, for messages.
    delimiter : str, optional
        If not given, the most frequent of comma, semicolon, tab and bar in the header.

    Returns
    -------
    columns : tuple of str
        Names in the header; a column without a name is left out.
    records : list of Record
        Blank lines are skipped. A row with too many cells, or with a quote mark that never
        closes, has a fault; a row with too few cells has a note.

    Raises
    ------
    InputError
        If there is no header, two columns have the same name, or no row follows the header.
    """
    csv.field_size_limit(_FIELD_LIMIT)
    lines = list(io.StringIO(text, newline=""))
    rows = _rows(lines, delimiter or _find_delimiter(lines))
    header = next(rows, _Row(0, []))
    columns = [column.strip() for column in header.cells]
    validate_header(columns, name)
    records = [_record(columns, row, f"{name}, line {row.line}") for row in rows]
    if not records:
        raise InputError(f"{name} has a header and no rows. Give a file with at least one row.")
    return tuple(column for column in columns if column), records


def _find_delimiter(lines: Sequence[str]) -> str:
    """Return the delimiter that occurs most often in the first line that is not blank."""
    for line in lines:
        if line.strip():
            return max(_DELIMITERS, key=line.count)
    return _DELIMITERS[0]


def validate_header(columns: Sequence[str], name: str) -> None:
    """
    Check that a header has names, and none of them twice.

    Raises
    ------
    InputError
    """
    named = [column for column in columns if column]
    if not named:
        raise InputError(
            f"{name} has no header line with column names. Add one, for example: outlet,text"
        )
    repeated = sorted({column for column in named if named.count(column) > 1})
    if repeated:
        raise InputError(
            f"{name} has two columns named {', '.join(map(repr, repeated))}. "
            f"Rename one. Found: {', '.join(named)}."
        )


def _rows(lines: list[str], delimiter: str) -> Iterator[_Row]:
    """Yield each row that is not blank; restart after a quote mark that never closes."""
    start = 0
    recoveries = 0
    while start < len(lines):
        broken_line = yield from _rows_until_open_quote(lines, start, delimiter)
        if broken_line is None:
            return
        recoveries += 1
        if recoveries == _MAX_RECOVERIES:
            fault = f"{_OPEN_QUOTE}; after {recoveries} of them the rest of the file was not read"
            yield _Row(broken_line + 1, [], fault)
            return
        yield _Row(broken_line + 1, [], _OPEN_QUOTE)
        start = broken_line + 1


def _rows_until_open_quote(
    lines: list[str], start: int, delimiter: str
) -> Generator[_Row, None, int | None]:
    """Yield rows; return the index of the line whose quote mark never closes, None at the end."""
    parsed = csv.reader(iter(lines[start:]), delimiter=delimiter)
    line = start
    for cells in parsed:
        end = start + parsed.line_num
        runs_to_the_end = end == len(lines) and end - line > 1
        if runs_to_the_end and _has_open_quote(lines[line:end], delimiter):
            return line
        if any(cell.strip() for cell in cells):
            yield _Row(line + 1, cells)
        line = end
    return None


def _has_open_quote(lines: Sequence[str], delimiter: str) -> bool:
    """Return whether a quote mark in these lines never closes."""
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end of data" in str(error)
    return False


def _record(columns: Sequence[str], row: _Row, where: str) -> Record:
    """Return a row as a record, with a fault or a note if its cells do not fit the header."""
    if row.fault:
        return Record(where, fault=row.fault)
    count = f"has {len(row.cells)} cells where the header has {len(columns)}"
    if any(cell.strip() for cell in row.cells[len(columns) :]):
        return Record(where, fault=f"{count}; a quote mark or delimiter may be missing")
    values = {}
    for column, cell in zip(columns, row.cells, strict=False):
        if column:
            values[column] = cell
    missing = len(columns) - len(row.cells)
    if missing > 0:
        return Record(where, values, notes=(f"{count}; the last {missing} read as missing",))
    return Record(where, values)
