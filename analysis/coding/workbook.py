"""
Write and read spreadsheets that people fill in.

In: rows of cells, and the labels with their allowed values. Out: an Excel file whose cells offer
these values, with a codebook; and back again the cells of each row as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zipfile import BadZipFile

from analysis.coding.corpus import cell_text
from analysis.coding.layer import Label
from analysis.coding.meanings import meanings
from analysis.core.errors import InputError
from analysis.core.safe_csv import escape_cell, unescape_formula

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["SHEET", "Row", "Sheet", "Values", "add_lists", "new_book", "read_rows", "write_sheet"]

SHEET: Final = "code here"
"""The sheet that people fill in."""

_LISTS = "lists"
_SPARE_ROWS = 1000  # below the last one, for rows that coders add
_WIDE = ("before", "sentence", "after", "content", "text_start", "first_lead", "second_lead")
_WIDE += ("details",)
_WIDTHS = {True: 50, False: 16}


@dataclass(frozen=True)
class Sheet:
    """
    A sheet to fill in.

    Attributes
    ----------
    shown : tuple of str
        Columns to read.
    labels : tuple of Label
        Columns to fill in.
    rows : list of dict of str to str
    """

    shown: tuple[str, ...]
    labels: tuple[Label, ...]
    rows: list[dict[str, str]] = field(repr=False)


@dataclass(frozen=True)
class Row:
    """
    A row that was read.

    Attributes
    ----------
    number : int
        As the spreadsheet numbers it; the first one below the names of the columns is 2.
    cells : dict of str to str
        Empty text for an empty cell.
    """

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Values:
    """
    The values that some cells offer.

    Attributes
    ----------
    cells : str
        Their range, such as "H2:H90".
    values : tuple of str
    is_closed : bool
        Whether no other value may be written.
    """

    cells: str
    values: tuple[str, ...]
    is_closed: bool


def write_sheet(sheet: Sheet, path: Path) -> Path:
    """
    Write a sheet for a coder, with the codebook as a second sheet.

    Parameters
    ----------
    sheet : Sheet
    path : Path
        An ``.xlsx`` file in a folder that exists.

    Returns
    -------
    Path
    """
    from openpyxl.utils import get_column_letter

    names = [*sheet.shown, *(label.name for label in sheet.labels)]
    book, page = new_book(names, sheet.rows, n_shown=len(sheet.shown))
    last = len(sheet.rows) + 1 + _SPARE_ROWS
    offered = []
    for position, label in enumerate(sheet.labels, start=len(sheet.shown) + 1):
        letter = get_column_letter(position)
        # as text, else a spreadsheet turns 4,000 into 4000
        page.column_dimensions[letter].number_format = "@"
        for row in page.iter_rows(2, page.max_row, position, position):
            row[0].number_format = "@"
        values = label.allowed or label.suggested
        if values:
            cells = f"{letter}2:{letter}{last}"
            offered.append(Values(cells, values, bool(label.allowed)))
    add_lists(book, page, offered)
    _add_codebook(book, sheet.labels)
    book.save(path)
    return path


def new_book(
    names: Sequence[str], rows: Iterable[Mapping[str, str]], n_shown: int
) -> tuple[Workbook, Worksheet]:
    """
    Return a workbook with one sheet of rows, the columns to read on the left.

    Parameters
    ----------
    names : sequence of str
        The columns.
    rows : iterable of mapping
    n_shown : int
        How many columns are only to be read.

    Returns
    -------
    Workbook, Worksheet
        All cells are text; what looks like a formula is escaped.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = Workbook()
    page = book.worksheets[0]
    page.title = SHEET
    page.append(list(names))
    for row in rows:
        page.append([escape_cell(cell_text(row.get(name, ""))) or None for name in names])
    for position, name in enumerate(names, start=1):
        is_wide = name in _WIDE
        page.column_dimensions[get_column_letter(position)].width = _WIDTHS[is_wide]
        head = page.cell(1, position)
        head.font = Font(bold=True)
        if position > n_shown:
            head.fill = PatternFill("solid", fgColor="FFF2CC")
        if is_wide:
            for cell in page.iter_rows(2, page.max_row, position, position):
                cell[0].alignment = Alignment(wrap_text=True, vertical="top")
    page.freeze_panes = "B2"
    return book, page


def add_lists(book: Workbook, page: Worksheet, offered: Iterable[Values]) -> None:
    """Let cells offer their values, which are kept in a hidden sheet: a formula holds only 255."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    lists = book.create_sheet(_LISTS)
    lists.sheet_state = "hidden"
    column_of: dict[tuple[str, ...], int] = {}
    for each in offered:
        column = column_of.setdefault(each.values, len(column_of) + 1)
        for row, value in enumerate(each.values, start=1):
            lists.cell(row, column, str(escape_cell(value)))
        letter = get_column_letter(column)
        formula = f"{_LISTS}!${letter}$1:${letter}${len(each.values)}"
        rule = DataValidation(type="list", formula1=formula, allow_blank=True)
        rule.showErrorMessage = each.is_closed
        rule.errorTitle = "Not one of the values"
        rule.error = "Choose a value of the list; the codebook says what each means."
        rule.add(each.cells)
        page.add_data_validation(rule)


def _add_codebook(book: Workbook, labels: Sequence[Label]) -> None:
    from openpyxl.styles import Alignment, Font

    page = book.create_sheet("codebook", 1)
    page.append(["column", "what to write", "allowed values"])
    for label in labels:
        page.append([label.name, label.instruction, ", ".join(label.allowed) or None])
    values = book.create_sheet("values", 2)
    values.append(["column", "value", "meaning"])
    for label in labels:
        for value, meaning in meanings(label.name, label.allowed).items():
            values.append([label.name, value, meaning])
    for each, widths in ((page, "ABC"), (values, "ABC")):
        for letter, width in zip(widths, (18, 70, 70), strict=True):
            each.column_dimensions[letter].width = width
        for cell in each[1]:
            cell.font = Font(bold=True)
        for row in each.iter_rows(2):
            for cell in row:
                cell.alignment = Alignment(wrap_text=True, vertical="top")


def read_rows(path: Path) -> list[Row]:
    """
    Read the cells of a spreadsheet that people filled in.

    Parameters
    ----------
    path : Path

    Returns
    -------
    list of Row
        Of the sheet to fill in, or of the first one if there is none of that name. Rows without
        any cell are left out.

    Raises
    ------
    InputError
        If there is no such file, or it is no ``.xlsx`` file.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    if not path.is_file():
        raise InputError(f"There is no file {path}. Check its name.")
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, OSError) as error:
        raise InputError(
            f"{path.name} cannot be read as a spreadsheet ({error}). Save it as .xlsx, the format "
            f"of Excel"
        ) from error
    try:
        page = book[SHEET] if SHEET in book.sheetnames else book.worksheets[0]
        lines = [[_text(value) for value in line] for line in page.iter_rows(values_only=True)]
    finally:
        book.close()
    if not lines:
        return []
    names = [name.strip().lower() for name in lines[0]]
    rows = []
    for number, line in enumerate(lines[1:], start=2):
        cells = {name: cell for name, cell in zip(names, line, strict=False) if name}
        if any(cells.values()):
            rows.append(Row(number, cells))
    return rows


def _text(value: object) -> str:
    """Return a cell as text: a number without ".0", a day as 2024-03-05."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if hasattr(value, "strftime"):
        return f"{value:%Y-%m-%d}"
    return "" if value is None else unescape_formula(str(value)).strip()
