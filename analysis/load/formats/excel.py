"""
Read the first sheet of an Excel workbook (.xlsx, .xlsm).

In: the bytes of a file. Out: one ``Record`` a row, cells typed as Excel stores them. Formulas are
read as the values that Excel last saved. The old binary format (.xls) is not read.
"""

import io
from collections.abc import Sequence

from analysis.core.errors import InputError
from analysis.load.archives import validate_archive
from analysis.load.formats.delimited import validate_header
from analysis.load.records import FileContents, Record

__all__ = ["MAX_CELLS", "read"]

MAX_CELLS = 20_000_000
"""Cells of the first sheet, empty ones included."""

_NumberedRow = tuple[int, Sequence[object]]


def read(data: bytes, name: str) -> FileContents:
    """
    Return the rows of the first sheet; blank rows are skipped.

    Raises
    ------
    InputError
        If the file is damaged, not a workbook or too large, or its first sheet is empty or has no
        header.
    """
    rows, sheets = _first_sheet(data, name)
    if not rows:
        raise InputError(
            f"{name}: its first sheet, {sheets[0]!r}, is empty. "
            "Move the sheet with the articles to the front."
        )
    header = ["" if cell is None else str(cell).strip() for cell in rows[0][1]]
    validate_header(header, name)
    records = [_record(header, cells, f"{name}, row {number}") for number, cells in rows[1:]]
    notes = []
    if len(sheets) > 1:
        notes.append(f"only the first of {len(sheets)} sheets was read")
    return FileContents(tuple(column for column in header if column), records, notes)


def _first_sheet(data: bytes, name: str) -> tuple[list[_NumberedRow], list[str]]:
    """Return the rows of the first sheet that are not blank, and the names of all sheets."""
    import openpyxl

    validate_archive(data, name)
    rows = []
    n_cells = 0
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what a sheet says of its size may be wrong, or millions
        cells_of_rows = sheet.iter_rows(values_only=True)
        for number, cells in enumerate(cells_of_rows, 1):
            n_cells += len(cells)
            if n_cells > MAX_CELLS:
                raise InputError(
                    f"{name} has over {MAX_CELLS:,} cells in its first sheet, empty ones "
                    "included. Export it as CSV."
                )
            if not _is_blank(cells):
                rows.append((number, cells))
    except InputError:
        raise
    except Exception as error:  # openpyxl does not wrap zipfile, KeyError and XML errors
        raise InputError(
            f"{name} is damaged or not an Excel workbook (.xlsx): {error}. "
            "Save it again in Excel, or export it as CSV."
        ) from None
    return rows, book.sheetnames


def _is_blank(cells: Sequence[object]) -> bool:
    """Return whether every cell of a row is empty."""
    return not any(str(cell).strip() for cell in cells if cell is not None)


def _record(header: Sequence[str], cells: Sequence[object], where: str) -> Record:
    """Return a row as a record; cells under no column name are left out."""
    values = {}
    padded = [*cells, *[None] * (len(header) - len(cells))]
    for column, cell in zip(header, padded, strict=False):
        if column:
            values[column] = cell
    return Record(where, values)
