"""CSV files are safe to open in a spreadsheet or print on a terminal."""

import csv
import unicodedata

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.core.safe_csv import escape_cell, escape_formula, unescape_formula, write_csv


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=cmd()", "'=cmd()"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("＝x", "'＝x"),
        (" =x", "' =x"),
        ("'=x", "''=x"),
        ("plain", "plain"),
        ("a=b", "a=b"),
        ("", ""),
        ("'quoted'", "'quoted'"),
        (-1, -1),
        (None, None),
        (1.5, 1.5),
    ],
)
def test_formulas_get_an_apostrophe(cell, expected):
    assert escape_formula(cell) == expected
    assert unescape_formula(expected) == cell


@given(st.text(max_size=20))
def test_unescaping_restores_the_text(text):
    assert unescape_formula(escape_formula(text)) == text


def test_a_table_is_written_with_escaped_names_and_cells(tmp_path):
    table = pd.DataFrame(
        {
            "=name": ["=1", None, "Öst"],
            "value": [-1.5, None, 2.0],
            "day": pd.to_datetime(["2020-01-02", None, "2020-01-03"]),
        },
        index=[5, 6, 7],
    )
    before = table.copy()
    path = write_csv(table, tmp_path / "t.csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert (
        path.read_text("utf-8-sig")
        == "'=name,value,day\n'=1,-1.5,2020-01-02\n,,\nÖst,2.0,2020-01-03\n"
    )
    pd.testing.assert_frame_equal(table, before)


def test_a_table_without_rows_has_a_header(tmp_path):
    assert write_csv(pd.DataFrame({"a": []}), tmp_path / "t.csv").read_text("utf-8-sig") == "a\n"


# Text that an article can contain, and the cell of a CSV file that it becomes.
HOSTILE = {
    "script": ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    "handler": ('<img src=x onerror="a()">', '<img src=x onerror="a()">'),
    "address": ("[x](javascript:a())", "[x](javascript:a())"),
    "ansi": ("\x1b[31mred\x1b[8m", "\u241b[31mred\u241b[8m"),
    "c1": ("\x9b31mred", "\ufffd31mred"),
    "bell": ("\x07\x08", "\u2407\u2408"),
    "bidi": ("\u202eesrever\u202c \u2066x\u2069", "\ufffdesrever\ufffd \ufffdx\ufffd"),
    "tex": ("costs $5$ or \\(x\\)", "costs $5$ or \\(x\\)"),
    "formula": ("=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1"),
    "hidden formula": ("\x1b=1", "\u241b=1"),
    "return": ("one\rtwo\r\nthree", "one\u240dtwo\nthree"),
}


@pytest.mark.parametrize(("cell", "expected"), HOSTILE.values(), ids=HOSTILE)
def test_no_cell_affects_a_spreadsheet_or_terminal(tmp_path, cell, expected):
    assert escape_cell(cell) == expected
    path = write_csv(pd.DataFrame({"text": [cell], cell: [1]}), tmp_path / "t.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [["text", expected], [expected, "1"]]


@given(st.text(max_size=40))
def test_an_escaped_cell_contains_no_control_character(text):
    cell = escape_cell(text)
    controls = [char for char in cell if unicodedata.category(char) in ("Cc", "Cs")]
    assert set(controls) <= set("\t\n")
    assert escape_cell(unescape_formula(cell)) == cell
