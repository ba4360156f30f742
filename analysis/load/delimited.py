"""
Read CSV and TSV: delimiter found, ragged rows and open quotes survived.

In: the text of a file. Out: its columns and one ``Record`` a row. A row that cannot be read keeps its line number
and the reason. Cells are strings; nothing is typed or mended here.
"""

import csv
import io

from analysis.core.errors import InputError
from analysis.load.records import Record

__all__ = ["check_header", "read_delimited"]

_RECOVERIES = 50  # open quotes after which the rest of a file is given up
_FIELD_LIMIT = 2**31 - 1


def read_delimited(text, name, delimiter=None):
    """
    Read the rows of a CSV or TSV file.

    Parameters
    ----------
    text : str
    name : str
        The file's name, for messages.
    delimiter : str, optional
        Found in the header where not given: the most frequent of comma, semicolon, tab and bar.

    Returns
    -------
    columns : tuple of str
        Names in the header; an unnamed column is left out.
    records : list of Record
        Blank lines are skipped. A row with too many cells, or with a quote that never closes, has a fault;
        one with too few has a note.

    Raises
    ------
    InputError
        If there is no header, two columns of the same name, or no row under the header.
    """
    csv.field_size_limit(_FIELD_LIMIT)
    lines = list(io.StringIO(text, newline=""))
    rows = _rows(lines, delimiter or _delimiter(lines))
    header = next(rows, (0, [], None))[1]
    columns = [c.strip() for c in header]
    check_header(columns, name)
    records = [
        _record(columns, cells, f"{name}, line {line}", fault) for line, cells, fault in rows
    ]
    if not records:
        raise InputError(f"{name} has a header and no rows. Give a file with at least one row.")
    return tuple(c for c in columns if c), records


def _delimiter(lines):
    header = next((line for line in lines if line.strip()), "")
    return max(",;\t|", key=header.count)


def check_header(columns, name):
    """
    Refuse a header without names, or with a name that stands twice.

    Raises
    ------
    InputError
    """
    named = [c for c in columns if c]
    if not named:
        raise InputError(f"{name} has no header line with column names.")
    twice = sorted({c for c in named if named.count(c) > 1})
    if twice:
        raise InputError(
            f"{name} has two columns named {', '.join(map(repr, twice))}. Rename one. Found: {', '.join(named)}."
        )


def _rows(lines, delimiter):
    """Yield line number, cells and fault of each row; start again after a quote that never closes."""
    start, tries = 0, 0
    while start < len(lines):
        reader = csv.reader(iter(lines[start:]), delimiter=delimiter)
        line = start
        for cells in reader:
            end = start + reader.line_num
            if end == len(lines) and end - line > 1 and _open(lines[line:end], delimiter):
                break
            if any(cell.strip() for cell in cells):
                yield line + 1, cells, None
            line = end
        else:
            return
        tries += 1
        yield line + 1, [], _open_quote(tries)
        start = line + 1 if tries < _RECOVERIES else len(lines)


def _open(lines, delimiter):
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end of data" in str(error)
    return False


def _open_quote(tries):
    reason = "a quote mark opens a cell and never closes"
    return (
        reason
        if tries < _RECOVERIES
        else f"{reason}; after {tries} of them the rest of the file was not read"
    )


def _record(columns, cells, where, fault):
    if fault:
        return Record(where, fault=fault)
    extra = [c for c in cells[len(columns) :] if c.strip()]
    if extra:
        return Record(
            where,
            fault=f"has {len(cells)} cells where the header has {len(columns)}; "
            "a quote mark or delimiter may be missing",
        )
    missing = len(columns) - len(cells)
    notes = (
        f"has {len(cells)} cells where the header has {len(columns)}; the last {missing} read as missing",
    )
    values = {c: v for c, v in zip(columns, cells, strict=False) if c}
    return Record(where, values, notes=notes if missing > 0 else ())
