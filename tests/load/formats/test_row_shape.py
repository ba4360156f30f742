"""Rows of a CSV file told from lines of text."""

import pytest

from analysis.load.formats.row_shape import RowShape, cells_with_literal_quote, split_line

HEAD = ["SANA,2018-11-01,One", "AFP,2018-11-01,Two", "AFP,2018-11-02,Three", "Post,,Four"]


def shape(header="outlet,date,text", head=HEAD, delimiter=","):
    return RowShape(header.split(delimiter), delimiter, head)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("AFP,2018-11-02,Six", True),
        ("AFP,,Six", True),
        ("Tallis,2018-11-02,Six", True),
        ('AFP,2018-11-02,"Six', True),
        ('"AFP","2018-11-02","Six"', True),
        ('AFP,2018-11-02,Six" dead', True),
        ('AFP,"2018-11-02,Six', True),
        ("AFP,2018-11-02,Six,,", True),
        # once may be the line itself
        ("Post,,Six", False),
        ("AFP,soon,Six", False),
        ("AFP, 2018-11-02, Six", False),
        ("AFP,2018-11-02", False),
        ("AFP,2018-11-02,Six,seven", False),
        ("a" * 90 + ",2018-11-02,Six", False),
        # what follows the mark that closes the cell is no part of its line
        ('the end",2018-11-02,AFP', False),
        ('",2018-11-02,AFP', False),
        ("", False),
    ],
)
def test_lines_that_are_rows(line, expected):
    assert shape().is_row(line) == expected


@pytest.mark.parametrize("line", ["1,200 more died", "AFP,"])
def test_lines_of_text_in_a_narrow_table(line):
    narrow = shape("outlet,text", ["AFP,One", "AFP,Two", "1,200 died", "1,300 fled"])
    assert narrow.is_row("AFP,Six")
    assert not narrow.is_row(line)


def test_names_in_rows_that_were_read_are_known():
    rows = shape()
    rows.learn(["Post", "", "Four"])
    rows.learn(["Wire", "2018-11-02"])
    assert rows.is_row("Post,,Six")
    assert not rows.is_row("Wire,,Six")


def test_blanks_after_delimiters_are_expected_if_the_header_has_them():
    spaced = shape("outlet, date, text", [line.replace(",", ", ") for line in HEAD])
    assert spaced.is_row("AFP, 2018-11-02, Six")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('"Five,2018-11-02,SANA', True),
        ('"Five,soon,SANA', False),
        ('"Five, six,2018-11-02,SANA', False),
        ('"Five"" six,2018-11-02,AFP', True),
        ('"Five",2018-11-02,"SANA', False),
        ("Five,2018-11-02,SANA", False),
    ],
)
def test_lines_that_are_whole_rows_but_for_their_mark(line, expected):
    head = ["One,2018-11-01,SANA", "Two,2018-11-01,AFP", "Three,2018-11-02,AFP"]
    assert shape("text,date,outlet", head).is_complete(line) == expected


@pytest.mark.parametrize(
    ("line", "inside", "expected"),
    [
        ("Tallis,soon,Six", True, True),
        ("Tallis, soon, Six", True, False),
        ("The toll,rose to 1,200", True, False),
        ('the end",http://a,b', True, False),
        ('the end",http://a,b', False, True),
        (",soon,Six", True, False),
    ],
)
def test_lines_that_may_be_rows(line, inside, expected):
    assert shape().may_be_row(line, inside=inside) == expected


def test_a_table_of_one_column_has_no_lines_that_look_like_rows():
    single = shape("text", ["One", "One"])
    assert not single.is_row("One")
    assert not single.may_be_row("One", inside=True)


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('a,"b', ["a", '"b']),
        ('"a,b', ['"a', "b"]),
        ('a,"b,c",d', ["a", "b,c", "d"]),
        ('"a,b","c', ["a,b", '"c']),
        ('a,"b ""c"", d', ["a", '"b ""c""', " d"]),
        ('a"b,c', ['a"b', "c"]),
        ('"', ['"']),
        ("", [""]),
    ],
)
def test_an_open_mark_is_a_character(line, cells):
    assert cells_with_literal_quote(line + "\n", ",") == cells


def test_an_open_cell_ends_with_its_line():
    assert split_line('a,"b\r\n', ",") == ["a", "b"]
