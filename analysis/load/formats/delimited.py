"""
Read CSV and TSV files, even with ragged rows and stray quote marks, at once or in batches.

In: the bytes, the text or the path of a file. Out: its columns and one ``Record`` a row. A row
that cannot be read keeps its line number and the reason. Cells are strings; nothing is typed or
cleaned here. A cell that runs over lines which are rows of their own is not believed: see
``row_shape``.
"""

import csv
import io
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from analysis.core.errors import InputError
from analysis.load.encodings import MAX_LINE, decode, is_overlong, open_lines
from analysis.load.formats.row_shape import RowShape, cells_with_literal_quote
from analysis.load.input_files import corpus_name
from analysis.load.records import FileContents, Record, Stream
from analysis.load.tools.headerless import columns_of_row, is_headerless

__all__ = ["read_csv", "read_delimited", "read_tsv", "stream_csv", "stream_tsv", "validate_header"]

MAX_CELL_LINES = 20_000
"""Lines of one row; a quote mark that opens a cell of more is taken for a stray one."""

MAX_CELL = 20_000_000
"""Characters of one row, likewise."""

_DELIMITERS = ",;\t|"
_HEAD = 2_000  # lines that show what the rows of a file look like
_MAX_HEAD = 2_000_000  # characters of these
_FIELD_LIMIT = 2**31 - 1
_LITERAL = "a quote mark opens a cell that would run over the next row; read as a character"
_NEVER_CLOSES = "a quote mark opens a cell and never closes"


class _Row(NamedTuple):
    """The cells of one row, its first line (from 1), its lines, and why it cannot be used."""

    line: int
    cells: list[str]
    n_lines: int = 1
    fault: str | None = None
    notes: tuple[str, ...] = ()


def read_csv(data: bytes, name: str) -> FileContents:
    """Return the rows of a CSV file, whose delimiter is found in the header."""
    return _read(data, name, delimiter=None)


def read_tsv(data: bytes, name: str) -> FileContents:
    """Return the rows of a file whose cells are separated by tabs."""
    return _read(data, name, delimiter="\t")


def _read(data: bytes, name: str, delimiter: str | None) -> FileContents:
    """Decode a file and read its rows."""
    decoded = decode(data, name)
    lines = list(io.StringIO(decoded.text, newline=""))
    columns, records = _open(lines, name, delimiter)
    found = list(records)
    if not found:
        raise InputError(_no_rows(name))
    return FileContents(columns, found, decoded.remarks(), len(lines))


def stream_csv(path: Path, files: list[Path], inputs: list[tuple[str, str]], batch: int) -> Stream:
    """
    Open a CSV file that may be larger than memory.

    Its bytes are read once to find the encoding, and again for each pass over the records.

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
        As for ``read_delimited``, or if the file is empty or not text.
    """
    return _stream(path, inputs, batch, None)


def stream_tsv(path: Path, files: list[Path], inputs: list[tuple[str, str]], batch: int) -> Stream:
    """Open a file whose cells are separated by tabs, as ``stream_csv`` does."""
    return _stream(path, inputs, batch, "\t")


def _stream(path: Path, inputs: list[tuple[str, str]], batch: int, delimiter: str | None) -> Stream:
    """Open a file in batches."""
    lines = open_lines(path)
    columns, records = _open(lines, path.name, delimiter)
    if next(records, None) is None:
        raise InputError(_no_rows(path.name))

    def batches() -> Iterator[list[Record]]:
        _, records = _open(lines, path.name, delimiter)
        return iter(lambda: list(islice(records, batch)), [])

    def cells(column: str) -> Iterator[object]:
        _, records = _open(lines, path.name, delimiter)
        return (record.values.get(column) for record in records if not record.fault)

    notes = [(path.name, f"{path.name}: {remark}") for remark in lines.remarks()]
    return Stream(corpus_name(path), columns, inputs, batches, cells, notes, lines.n_lines)


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
        Blank lines are skipped. A row with too many cells has a fault; a row with too few cells
        has a note. A quote mark that opens a cell which runs over other rows is read as a
        character, with a note; where the lines between do not show whose they are, they become
        one record with a fault.

    Raises
    ------
    InputError
        If there is no header, two columns have the same name, or no row follows the header.
    """
    columns, records = _open(io.StringIO(text, newline=""), name, delimiter)
    found = list(records)
    if not found:
        raise InputError(_no_rows(name))
    return columns, found


def _open(
    text_lines: Iterable[str], name: str, delimiter: str | None
) -> tuple[tuple[str, ...], Iterator[Record]]:
    """Read the header, and return the columns and an iterator over the records."""
    csv.field_size_limit(_FIELD_LIMIT)
    lines = _Lines(iter(text_lines))
    delimiter = delimiter or _find_delimiter(lines.peek(_HEAD))
    header = next(_rows(lines, delimiter, None), _Row(0, []))
    columns = [column.strip() for column in header.cells]
    known = columns_of_row(columns)
    if known is not None:
        lines.give_back(0)
        header = header._replace(cells=list(known), fault=None)
        columns = list(known)
    if header.fault:
        raise InputError(f"{name}, line {header.line}: {header.fault}")
    validate_header(columns, name)
    shape = RowShape(header.cells, delimiter, lines.peek(_HEAD))
    rows = _rows(lines, delimiter, shape)
    records = (_record(columns, row, f"{name}, line {row.line}") for row in rows)
    return tuple(column for column in columns if column), records


def _no_rows(name: str) -> str:
    """Return the message for a file that has nothing after its header."""
    return f"{name} has a header and no rows. Give a file with at least one row."


def _find_delimiter(lines: Sequence[str]) -> str:
    """Return the delimiter that occurs most often in the first line that is not blank."""
    for line in lines:
        if is_headerless(line):
            return "\t"
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


class _Lines:
    """
    The lines of a file, given to ``csv`` one at a time, and no further than a row should go.

    ``csv`` asks for another line only while a cell is open. It is told that there is none if
    that line is a row of its own, or the row grows beyond all bounds.

    Attributes
    ----------
    taken : list of str
        Lines of the present row.
    first : int
        Number of the first of them, from 1.
    stop : str or None
        Why the row was ended though a cell is open: "row", "bound" or "end".
    shape : RowShape or None
        None while the header is read.
    """

    def __init__(self, source: Iterator[str]) -> None:
        self._source = source
        self._waiting: deque[str] = deque()
        self._n_characters = 0
        self.taken: list[str] = []
        self.first = 1
        self.stop: str | None = None
        self.shape: RowShape | None = None

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if not self.peek(1):
            self.stop = "end" if self.taken else None
            raise StopIteration
        line = self._waiting[0]
        if self.taken:
            self.stop = self._why_not(line)
            if self.stop:
                raise StopIteration
        self._waiting.popleft()
        self.taken.append(line)
        self._n_characters += len(line)
        return line

    def _why_not(self, line: str) -> str | None:
        """Return why a line is not part of the present row, None if it is."""
        n_characters = self._n_characters + len(line)
        if len(self.taken) >= MAX_CELL_LINES or n_characters > MAX_CELL or is_overlong(line):
            return "bound"
        if self.shape is None:
            return None
        opens_after_row = len(self.taken) == 1 and self.shape.is_complete(self.taken[0])
        return "row" if opens_after_row or self.shape.is_row(line) else None

    def peek(self, n_lines: int) -> list[str]:
        """Return the next lines without taking them; fewer if they are long, or at the end."""
        n_characters = sum(map(len, self._waiting)) if n_lines > 1 else 0
        while len(self._waiting) < n_lines and n_characters < _MAX_HEAD:
            line = next(self._source, None)
            if line is None:
                break
            self._waiting.append(line)
            n_characters += len(line)
        return list(islice(self._waiting, n_lines))

    def begin(self) -> None:
        """Begin another row."""
        self.first += len(self.taken)
        self.taken = []
        self._n_characters = 0
        self.stop = None

    def take(self) -> None:
        """Take the next line as a row of its own."""
        self.taken.append(self._waiting.popleft())

    def give_back(self, n_kept: int) -> None:
        """Keep the first lines of the present row, and read the others again."""
        self._waiting.extendleft(reversed(self.taken[n_kept:]))
        self.taken = self.taken[:n_kept]


def _rows(lines: _Lines, delimiter: str, shape: RowShape | None) -> Iterator[_Row]:
    """Yield each row that is not blank; the header's shape is not known yet."""
    lines.shape = shape
    parsed = csv.reader(lines, delimiter=delimiter)
    while True:
        lines.begin()
        head = lines.peek(1)
        if head and is_overlong(head[0]):
            lines.take()
            yield _Row(lines.first, [], 1, f"is a line of over {MAX_LINE:,} characters")
            continue
        cells = next(parsed, None)
        if cells is None:
            return
        row = _checked(lines, cells, delimiter, shape)
        if row.fault or any(cell.strip() for cell in row.cells):
            yield row
        if shape is not None and not row.fault and not row.notes:
            shape.learn(row.cells)


def _checked(lines: _Lines, cells: list[str], delimiter: str, shape: RowShape | None) -> _Row:
    """Return a row as ``csv`` read it, or what is left of it if it runs over other rows."""
    row = _Row(lines.first, cells, len(lines.taken))
    if shape is None:
        is_open = lines.stop is not None and len(lines.taken) > 1
        return row._replace(fault=_NEVER_CLOSES) if is_open else row
    if len(lines.taken) == 1:
        if lines.stop is None:
            return row
        if lines.stop == "end" and len(cells) == shape.width:
            return row._replace(notes=(_NEVER_CLOSES,))
    continued = lines.taken[1:]
    if lines.stop is None and len(cells) <= shape.width:
        if _are_all_rows(continued, shape):
            return row._replace(fault=_unclear(row, "may be rows of their own"))
        return row
    if lines.stop != "row":
        end = _first_row_in(continued, shape)
        if end is None and lines.stop is None:
            return row  # too many cells, which is told
        if end is not None:
            lines.give_back(1 + end)
    return _cut_off(lines, delimiter)


def _cut_off(lines: _Lines, delimiter: str) -> _Row:
    """Return the row that an open quote mark leaves before the next row, or the end."""
    row = _Row(lines.first, [], len(lines.taken))
    if any(line.strip() for line in lines.taken[1:]):
        why = f"{_NEVER_CLOSES} before the next row or the end of the file"
        if lines.stop == "bound":
            why = f"{_NEVER_CLOSES} within {MAX_CELL_LINES:,} lines or {MAX_CELL:,} characters"
        return row._replace(fault=_unclear(row, why))
    literal = cells_with_literal_quote(lines.taken[0], delimiter)
    return row._replace(cells=literal, notes=(_LITERAL,))


def _are_all_rows(lines: Sequence[str], shape: RowShape) -> bool:
    """Return whether every line in a closed cell may be a row of its own."""
    given = [line for line in lines if line.strip()]
    return bool(given) and all(shape.may_be_row(line, inside=True) for line in given)


def _first_row_in(lines: Sequence[str], shape: RowShape) -> int | None:
    """Return the place of the first line that may be a row, in a cell that is surely wrong."""
    for place, line in enumerate(lines):
        if shape.may_be_row(line, inside=False):
            return place
    return None


def _unclear(row: _Row, why: str) -> str:
    """Return the fault of lines that cannot be told apart."""
    last = row.line + row.n_lines - 1
    return (
        f"a cell runs over lines {row.line} to {last}, which are left out: {why}. "
        "Close the quote mark, or write it twice where it is part of the text"
    )


def _record(columns: Sequence[str], row: _Row, where: str) -> Record:
    """Return a row as a record, with a fault or a note if its cells do not fit the header."""
    if row.fault:
        return Record(where, fault=row.fault, n_lines=row.n_lines)
    count = f"has {len(row.cells)} cells where the header has {len(columns)}"
    if any(cell.strip() for cell in row.cells[len(columns) :]):
        fault = f"{count}; a quote mark or delimiter may be missing"
        return Record(where, fault=fault, n_lines=row.n_lines)
    values = {}
    for column, cell in zip(columns, row.cells, strict=False):
        if column:
            values[column] = cell
    missing = len(columns) - len(row.cells)
    notes = row.notes
    if missing > 0:
        notes += (f"{count}; the last {missing} read as missing",)
    return Record(where, values, notes=notes, n_lines=row.n_lines)
