"""Reading of Excel workbooks."""

import io

import openpyxl
import pytest

from analysis.core.errors import InputError
from analysis.load.formats.excel import read


def workbook(*sheets):
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"sheet {number}")
        for cells in rows:
            sheet.append(cells)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def test_rows_are_numbered_as_excel_shows_them_and_blank_ones_skipped():
    rows = [[], ["outlet", None, " text "], ["Daily", "x", 12], [None, " "], ["Post", None, None]]
    contents = read(workbook(rows), "x.xlsx")
    assert contents.columns == ("outlet", "text")
    assert [(record.where, record.values) for record in contents.records] == [
        ("x.xlsx, row 3", {"outlet": "Daily", "text": 12}),
        ("x.xlsx, row 5", {"outlet": "Post", "text": None}),
    ]
    assert contents.notes == []


def test_only_the_first_sheet_is_read_and_others_are_mentioned():
    contents = read(workbook([["a"], [1]], [["b"], [2]]), "x.xlsx")
    assert [record.values for record in contents.records] == [{"a": 1}]
    assert contents.notes == ["only the first of 2 sheets was read"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"no", r"x.xlsx is damaged or not an Excel workbook \(.xlsx\): .*export it as CSV"),
        (workbook([]), "x.xlsx: its first sheet, 'sheet 1', is empty. Move the sheet with"),
        (workbook([[None, " "]], [["a"], [1]]), "its first sheet, 'sheet 1', is empty"),
        (workbook([["a", "a"], [1, 2]]), "x.xlsx has two columns named 'a'"),
    ],
)
def test_workbooks_that_cannot_be_used(data, message):
    with pytest.raises(InputError, match=message):
        read(data, "x.xlsx")
