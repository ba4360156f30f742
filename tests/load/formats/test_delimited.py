"""Reading of CSV and TSV: ragged rows, quote marks, delimiters."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import load
from analysis.core.errors import InputError
from analysis.load import encodings
from analysis.load.formats import delimited
from analysis.load.formats.delimited import (
    read_csv,
    read_delimited,
    read_tsv,
    stream_csv,
    validate_header,
)

LITERAL = "a quote mark opens a cell that would run over the next row; read as a character"

# in this line the last cell is opened, at its beginning as well as inside an open cell
OPENS_A_CELL = 'a",b,"c\n'


def values_of(text, delimiter=None):
    return [record.values for record in read_delimited(text, "x.csv", delimiter)[1]]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a,b\n1,2\n", [{"a": "1", "b": "2"}]),
        ("a;b\n1,5;2\n", [{"a": "1,5", "b": "2"}]),
        ("a|b\n1;5|2\n", [{"a": "1;5", "b": "2"}]),
        ("a;b;c,d\n1;2;3\n", [{"a": "1", "b": "2", "c,d": "3"}]),
        ("a\tb\r\n1\t2\r\n", [{"a": "1", "b": "2"}]),
        ("\n \na;b\n1;2\n", [{"a": "1", "b": "2"}]),
        ('a,b\n"1\n1",2\n\n3,4', [{"a": "1\n1", "b": "2"}, {"a": "3", "b": "4"}]),
        ("a,b\n , \n,,\n1,2", [{"a": "1", "b": "2"}]),
        ("a,b\n1,\u20282\n", [{"a": "1", "b": "\u20282"}]),
        ("a,b,\n1,2,\n", [{"a": "1", "b": "2"}]),
        ("a,,b\n1,2,3\n", [{"a": "1", "b": "3"}]),
        (" a , b\n1, 2\n", [{"a": "1", "b": " 2"}]),
        ('a,b\n1,say "no" now\n', [{"a": "1", "b": 'say "no" now'}]),
        ('a,b\n1,"say ""no"""\n', [{"a": "1", "b": 'say "no"'}]),
        ("a\n1\n", [{"a": "1"}]),
    ],
)
def test_rows(text, values):
    assert values_of(text) == values


def test_a_given_delimiter_is_used():
    assert values_of("a,x\tb\n1\t2\n", delimiter="\t") == [{"a,x": "1", "b": "2"}]
    assert values_of("a;b,c,d\n1;2\n", delimiter=";") == [{"a": "1", "b,c,d": "2"}]


def test_columns_without_a_name_are_left_out():
    assert read_delimited("a,, b \n1,2,3", "x.csv")[0] == ("a", "b")


@pytest.mark.parametrize(
    ("row", "values", "fault", "notes"),
    [
        (
            "1",
            {"a": "1"},
            None,
            ("has 1 cells where the header has 2; the last 1 read as missing",),
        ),
        ("1,2", {"a": "1", "b": "2"}, None, ()),
        ("1,2,", {"a": "1", "b": "2"}, None, ()),
        ("1,2, ,", {"a": "1", "b": "2"}, None, ()),
        (
            "1,2,3",
            {},
            "has 3 cells where the header has 2; a quote mark or delimiter may be missing",
            (),
        ),
    ],
)
def test_rows_that_do_not_fit_the_header(row, values, fault, notes):
    [record] = read_delimited(f"a,b\n{row}\n", "x.csv")[1]
    assert (record.values, record.fault, record.notes) == (values, fault, notes)


def test_rows_are_named_by_their_first_line():
    _, records = read_delimited('a,b\n\n1,2\n"3\n3",4\n5,6\n', "x.csv")
    places = [record.where for record in records]
    assert places == ["x.csv, line 3", "x.csv, line 4", "x.csv, line 6"]


def test_an_open_quote_mark_before_other_rows_is_a_character():
    _, records = read_delimited('a,b\n1,2\n"3,4\n5,6\n7,8\n', "x.csv")
    assert [record.values.get("a") for record in records] == ["1", '"3', "5", "7"]
    assert records[1].notes == (LITERAL,)
    assert [record.where[-1] for record in records] == ["2", "3", "4", "5"]


def test_an_open_quote_mark_in_the_last_line_ends_with_the_file():
    _, records = read_delimited('a,b\n1,2\n3,"4\n', "x.csv")
    assert [record.values for record in records] == [{"a": "1", "b": "2"}, {"a": "3", "b": "4\n"}]
    assert records[1].notes == ("a quote mark opens a cell and never closes",)


def test_a_quote_mark_that_closes_in_the_last_line_is_not_open():
    assert values_of('a,b\n1,"2\n3"\n') == [{"a": "1", "b": "2\n3"}]


@pytest.mark.parametrize("n_open", [2, 49, 60])
def test_rows_that_all_open_a_cell(n_open):
    text = "x,y,z\n" + OPENS_A_CELL * n_open + "1,2,3\n4,5,6\n"
    records = read_delimited(text, "x.csv")[1]
    assert [record.values for record in records[:n_open]] == [
        {"x": 'a"', "y": "b", "z": '"c'}
    ] * n_open
    assert [record.values for record in records[n_open:]] == [
        {"x": "1", "y": "2", "z": "3"},
        {"x": "4", "y": "5", "z": "6"},
    ]


# rows around those that are looked at: outlets and days as they recur in a file
BEFORE = "outlet,date,text\nSANA,2018-11-01,One\nReuters,2018-11-01,Two\nAFP,2018-11-01,Three\n"
AFTER = "AFP,2018-11-09,Last\n"


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        # the second mark at the end, the beginning and the middle of a cell
        (
            'SANA,2018-11-02,"Five\nReuters,2018-11-02,Six\nAFP,2018-11-02,Seven"\n',
            {"SANA": '"Five', "Reuters": "Six", "AFP": 'Seven"'},
        ),
        (
            'SANA,2018-11-02,"Five\nReuters,2018-11-02,"Six\nAFP,2018-11-02,Seven\n',
            {"SANA": '"Five', "Reuters": '"Six', "AFP": "Seven"},
        ),
        (
            'SANA,2018-11-02,"Five\nReuters,2018-11-02,Six" dead\nAFP,2018-11-02,Seven\n',
            {"SANA": '"Five', "Reuters": 'Six" dead', "AFP": "Seven"},
        ),
        # no second mark
        (
            'SANA,2018-11-02,"Five\nReuters,2018-11-02,Six\nAFP,2018-11-02,Seven\n',
            {"SANA": '"Five', "Reuters": "Six", "AFP": "Seven"},
        ),
        # in other columns, and before cells that are quoted with reason
        (
            '"SANA,2018-11-02,Five\nReuters,2018-11-02,Six"\nAFP,2018-11-02,Seven\n',
            {'"SANA': "Five", "Reuters": 'Six"', "AFP": "Seven"},
        ),
        (
            'SANA,"2018-11-02,Five\nReuters,2018-11-02,Six"\nAFP,2018-11-02,Seven\n',
            {"SANA": "Five", "Reuters": 'Six"', "AFP": "Seven"},
        ),
        (
            'SANA,2018-11-02,"Five\nReuters,"November 2, 2018",Six\nAFP,2018-11-02,Seven\n',
            {"SANA": '"Five', "Reuters": "Six", "AFP": "Seven"},
        ),
        # rows that are quoted throughout
        (
            '"SANA","2018-11-02","Five\n"Reuters","2018-11-02","Six"\n"AFP","2018-11-02","7"\n',
            {"SANA": '"Five', "Reuters": "Six", "AFP": "7"},
        ),
        # an outlet that no other row has, with a day
        (
            'SANA,2018-11-02,"Five\nTallis Post,2018-11-02,Six\nAFP,2018-11-02,Seven"\n',
            {"SANA": '"Five', "Tallis Post": "Six", "AFP": 'Seven"'},
        ),
        # a blank line between
        (
            'SANA,2018-11-02,"Five\n\nReuters,2018-11-02,Six\nAFP,2018-11-02,Seven"\n',
            {"SANA": '"Five', "Reuters": "Six", "AFP": 'Seven"'},
        ),
    ],
)
def test_stray_quote_marks_do_not_merge_rows(lines, texts):
    records = read_delimited(BEFORE + lines + AFTER, "x.csv")[1][3:]
    found = {record.values["outlet"]: record.values["text"] for record in records}
    assert found == {**texts, "AFP": "Last"}
    assert {record.values["outlet"]: record.values["text"] for record in records[:-1]} == texts
    assert any(LITERAL in record.notes for record in records)


@pytest.mark.parametrize(
    ("header", "lines", "values"),
    [
        # the cell with the mark comes first, and its own line is the proof
        (
            "text,date,outlet",
            ["One,2018-11-01,SANA", '"Two,2018-11-02,SANA', 'Three" dead,2018-11-02,AFP'],
            ["One", '"Two', 'Three" dead'],
        ),
        # no dates: a name that the column has elsewhere is enough
        (
            "outlet,text",
            ["SANA,One", "AFP,Two", "AFP,Three", 'SANA,"Four', "AFP,Five", 'SANA,Six" dead'],
            ["One", "Two", "Three", '"Four', "Five", 'Six" dead'],
        ),
        # no column that is known by its name: values that recur
        (
            "who;what",
            ["SANA;One", "AFP;Two", "AFP;Three", "SANA;Four", 'SANA;"Five', "AFP;Six", 'AFP;"'],
            ["One", "Two", "Three", "Four", '"Five', "Six", ""],
        ),
    ],
)
def test_stray_quote_marks_in_other_tables(header, lines, values):
    columns, records = read_delimited("\n".join([header, *lines]), "x.csv")
    text = columns[0] if header.startswith("text") else columns[-1]
    assert [record.values.get(text) for record in records] == values


@pytest.mark.parametrize(
    "text",
    [
        "Five dead\nSix, seven dead, 2018-11-02, they said",
        "Reuters, 2018-11-02, said five died",
        "Five dead.\n\nReuters, 2 November 2018, said: six\n1,200,300 died",
        "Five dead.\n1,200 people fled\n",
        'He said ""no"", left\nand ""yes, 2018-11-02, AFP"" too',
        "Reuters\nAFP\n2018-11-02",
        "A table:\noutlet dead\nSANA 5\nAFP 6",
        "\n".join(["A paragraph, with a comma, and 2018-11-02"] * 500),
    ],
)
@pytest.mark.parametrize(
    "order", [("outlet", "date", "text"), ("text", "date", "outlet"), ("text", "outlet")]
)
def test_paragraphs_in_a_cell_stay_one_article(text, order):
    rows = [("SANA", "2018-11-01", "One"), ("AFP", "2018-11-01", "Two"), ("AFP", "2018-11-02", "T")]
    rows.append(("SANA", "2018-11-02", f'"{text}"'))
    rows.append(("AFP", "2018-11-03", "Last"))
    lines = [",".join(order)]
    for row in rows:
        cells = dict(zip(("outlet", "date", "text"), row, strict=True))
        lines.append(",".join(cells[column] for column in order))
    _, records = read_delimited("\n".join(lines), "x.csv")
    assert [record.values["outlet"] for record in records] == ["SANA", "AFP", "AFP", "SANA", "AFP"]
    assert records[3].values["text"] == text.replace('""', '"')
    assert all(record.fault is None and not record.notes for record in records)


@pytest.mark.parametrize(
    ("lines", "where", "last", "why"),
    [
        # whose words the lines between are is not to be seen
        ('SANA,2018-11-02,"Five\n\nSix\n', 5, 7, "never closes before the next row or the end"),
        ('SANA,2018-11-02,"Five\nSix\nAFP,2018-11-02,7\n', 5, 6, "before the next row"),
    ],
)
def test_lines_that_cannot_be_told_apart_are_left_out(lines, where, last, why):
    _, records = read_delimited(BEFORE + lines, "x.csv")
    assert records[3].where == f"x.csv, line {where}"
    assert records[3].fault.startswith(f"a cell runs over lines {where} to {last}, which are left")
    assert why in records[3].fault
    assert (records[3].values, records[3].n_lines) == ({}, last - where + 1)


def test_lines_of_a_closed_cell_that_may_all_be_rows_are_left_out():
    text = 'outlet,text\nSANA,One\nXinhua,"Five\nTass,Six\nKUNA,Seven"\nAFP,x\n'
    _, records = read_delimited(text, "x.csv")
    assert [record.values.get("outlet") for record in records] == ["SANA", None, "AFP"]
    assert "lines 3 to 5, which are left out: may be rows of their own" in records[1].fault


@pytest.mark.parametrize(("name", "value"), [("MAX_CELL_LINES", 4), ("MAX_CELL", 60)])
def test_a_cell_has_a_bound(monkeypatch, name, value):
    monkeypatch.setattr(delimited, name, value)
    text = 'outlet,text\nSANA,"' + "a line without end\n" * 6 + "AFP,Two\n"
    _, records = read_delimited(text, "x.csv")
    assert "a quote mark opens a cell and never closes within" in records[0].fault
    assert records[-1].values == {"outlet": "AFP", "text": "Two"}


def test_a_line_has_a_bound(monkeypatch):
    monkeypatch.setattr(encodings, "MAX_LINE", 50)
    monkeypatch.setattr(delimited, "MAX_LINE", 50)
    _, records = read_delimited("outlet,text\nSANA," + "a" * 60 + "\nAFP,Two\n", "x.csv")
    assert records[0].fault == "is a line of over 50 characters"
    assert records[1].values["outlet"] == "AFP"


FILES = {
    "plain.csv": ("outlet,text\nSANA,One\nAFP,Two\n", 3, 2),
    "blank.csv": ("\noutlet,text\n\nSANA,One\n\n\nAFP,Two", 7, 2),
    "cells.csv": ('outlet,text\nSANA,"One\n\ntwo"\nAFP,"Two\nthree"\n', 6, 5),
    "stray.csv": (BEFORE + 'SANA,2018-11-02,"Five\nReuters,2018-11-02,Six\n' + AFTER, 7, 6),
    "open.csv": (BEFORE + 'SANA,2018-11-02,"Five\nmore\n\n' + AFTER, 8, 7),
    "wide.csv": ("outlet,text\nSANA,One,two\nAFP\nAFP,Two\n", 4, 3),
    "returns.csv": ("outlet,text\rSANA,One\rAFP,Two", 3, 2),
}


@pytest.mark.parametrize("name", FILES)
def test_lines_records_and_articles_add_up(tmp_path, name):
    text, _, n_of_rows = FILES[name]
    path = tmp_path / name
    path.write_bytes((text + "\n" + "Tallis Post,,\n" * (name == "open.csv")).encode())
    n_lines = len(list(io.StringIO(path.read_bytes().decode(), newline="")))
    loaded = load.read(path)
    counts = loaded.counts
    assert counts["rows_in"] == len(loaded.articles) + counts["dropped"] + counts["filtered"]
    assert (~loaded.problems["kept"]).sum() == counts["dropped"]
    assert counts["lines_in"] == n_lines
    assert counts["lines_of_rows"] == n_of_rows + (name == "open.csv")
    assert counts["lines_header_or_blank"] == n_lines - counts["lines_of_rows"]
    at_once = read_csv(path.read_bytes(), name)
    streamed = stream_csv(path, [path], [], 2)
    batches = list(streamed.batches())
    assert [record for batch in batches for record in batch] == at_once.records
    assert max(map(len, batches)) <= 2
    assert (streamed.columns, streamed.n_lines) == (at_once.columns, at_once.n_lines)
    cells = [record.values["outlet"] for record in at_once.records if not record.fault]
    assert list(streamed.cells("outlet")) == cells


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (",,\n,\n", "x.csv has no header line with column names. Add one"),
        ("\n \n", "no header line"),
        ("a,b,a\n1,2,3\n", "x.csv has two columns named 'a'. Rename one. Found: a, b, a."),
        ("b,a, a,b\n1,2,3\n", "two columns named 'a', 'b'"),
        ("a,b\n\n", "x.csv has a header and no rows"),
    ],
)
def test_headers_that_cannot_be_used(text, message):
    with pytest.raises(InputError, match=message):
        read_delimited(text, "x.csv")


def test_a_header_may_have_several_columns_without_a_name():
    validate_header(["a", "", ""], "x.csv")


def test_bytes_are_decoded_and_their_encoding_remarked():
    columns, records, notes, _ = read_csv("a;b\n1;un café\n".encode("cp1252"), "x.csv")
    assert (columns, records[0].values) == (("a", "b"), {"a": "1", "b": "un café"})
    assert notes[0].startswith("is not UTF-8")


def test_cells_of_a_tsv_are_separated_by_tabs_only():
    columns, records, notes, _ = read_tsv(b"a,x,y\tb\n1\t2\n", "x.tsv")
    assert (columns, records[0].values, notes) == (("a,x,y", "b"), {"a,x,y": "1", "b": "2"}, [])


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
    rows = [cells for cells in rows if any(cell.strip() for cell in cells)] or [("x", "y")]
    out = io.StringIO(newline="")
    csv.writer(out).writerows([("a", "b"), *rows])
    assert [(values["a"], values["b"]) for values in values_of(out.getvalue())] == rows
