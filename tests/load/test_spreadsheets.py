"""Tests of CSV files for spreadsheets."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.load.spreadsheets import escape_formula, write_csv


@pytest.mark.parametrize(("cell", "expected"), [
    ("=1+1", "'=1+1"), ("+44", "'+44"), ("-", "'-"), ("@x", "'@x"), ("\tx", "'\tx"), ("\rx", "'\rx"), (" =1", "' =1"),
    ("12 killed", "12 killed"), ("", ""), (-3, -3), (None, None), ("a=b", "a=b"),
])
def test_escape(cell, expected):
    assert escape_formula(cell) == expected


def test_write_csv(tmp_path):
    frame = pd.DataFrame({"=name": ["=1+1", "café", None], "n": [-1, 2, 3], "low": [-1.5, None, 2.0]})
    before = frame.copy(deep=True)
    path = write_csv(frame, tmp_path / "t.csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf'=name,n,low\r\n'=1+1,-1,-1.5\r\n")
    assert pd.read_csv(path)["'=name"].tolist()[1] == "café"
    pd.testing.assert_frame_equal(frame, before)


@given(st.text())
def test_no_cell_begins_like_a_formula(text):
    assert not str(escape_formula(text)).startswith(("=", "+", "-", "@", "\t", "\r"))
