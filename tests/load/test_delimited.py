"""Tests of CSV reading: ragged rows, quotes, delimiters."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.core.errors import InputError
from analysis.load.delimited import read_delimited


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a,b\n1,2\n", [{"a": "1", "b": "2"}]),
        ("a;b\n1,5;2\n", [{"a": "1,5", "b": "2"}]),
        ("a\tb\r\n1\t2\r\n", [{"a": "1", "b": "2"}]),
        ('a,b\n"1\n1",2\n\n3,4', [{"a": "1\n1", "b": "2"}, {"a": "3", "b": "4"}]),
        ("a,b\n1,\u20282\n", [{"a": "1", "b": "\u20282"}]),
        ("a,b,\n1,2,\n", [{"a": "1", "b": "2"}]),
        ('a,b\n1,say "no" now\n', [{"a": "1", "b": 'say "no" now'}]),
    ],
)
def test_rows(text, values):
    assert [r.values for r in read_delimited(text, "x.csv")[1]] == values


def test_ragged_rows():
    _, records = read_delimited("a,b\n1\n1,2,3\n1,2,\n", "x.csv")
    assert records[0].values == {"a": "1"}
    assert "has 1 cells where the header has 2" in records[0].notes[0]
    assert "has 3 cells" in records[1].fault
    assert records[2].fault is None
    assert [r.where for r in records] == ["x.csv, line 2", "x.csv, line 3", "x.csv, line 4"]


def test_an_open_quote_costs_one_row():
    _, records = read_delimited('a,b\n1,2\n"3,4\n5,6\n7,8\n', "x.csv")
    assert [r.values.get("a") for r in records] == ["1", None, "5", "7"]
    assert "never closes" in records[1].fault


def test_many_open_quotes_end():
    _, records = read_delimited(
        "a,b\n" + "\n".join(f'{i},2\n"{i},2' for i in range(300, 0, -1) if i % 2), "x.csv"
    )
    assert records


@pytest.mark.parametrize(
    ("text", "match"),
    [(",,\n,\n", "no header"), ("a,a\n1,2\n", "two columns named 'a'"), ("a,b\n\n", "no rows")],
)
def test_bad_headers(text, match):
    with pytest.raises(InputError, match=match):
        read_delimited(text, "x.csv")


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1),
            st.text(st.characters(codec="utf-8", exclude_characters="\x00")),
        ),
        min_size=1,
    )
)
def test_what_is_written_is_read(rows):
    rows = [r for r in rows if any(c.strip() for c in r)] or [("x", "y")]
    out = io.StringIO(newline="")
    csv.writer(out).writerows([("a", "b"), *rows])
    assert [
        (r.values["a"], r.values["b"]) for r in read_delimited(out.getvalue(), "x.csv")[1]
    ] == rows
