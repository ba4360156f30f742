import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.spreadsheet import escape, unescape, write_csv


@pytest.mark.parametrize(("cell", "expected"), [
    ("=cmd()", "'=cmd()"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "'\tx"), ("\rx", "'\rx"), ("＝x", "'＝x"),
    (" =x", "' =x"), ("'=x", "''=x"),
    ("plain", "plain"), ("a=b", "a=b"), ("", ""), ("'quoted'", "'quoted'"), (-1, -1), (None, None), (1.5, 1.5),
])
def test_escape(cell, expected):
    assert escape(cell) == expected


@given(st.text(max_size=20))
def test_unescape_gives_the_text_back(text):
    assert unescape(escape(text)) == text


def test_write_csv(tmp_path):
    table = pd.DataFrame({"=name": ["=1", None, "Öst"], "value": [-1.5, None, 2.0],
                          "day": pd.to_datetime(["2020-01-02", None, "2020-01-03"])}, index=[5, 6, 7])
    before = table.copy()
    path = write_csv(table, tmp_path / "t.csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert path.read_text("utf-8-sig") == "'=name,value,day\n'=1,-1.5,2020-01-02\n,,\nÖst,2.0,2020-01-03\n"
    pd.testing.assert_frame_equal(table, before)


def test_write_csv_of_no_rows(tmp_path):
    assert write_csv(pd.DataFrame({"a": []}), tmp_path / "t.csv").read_text("utf-8-sig") == "a\n"
