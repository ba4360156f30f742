"""Reading of CSV and TSV: ragged rows, quote marks, delimiters."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.core.errors import InputError
from analysis.load.formats.delimited import read_csv, read_delimited, read_tsv, validate_header

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


def test_an_open_quote_mark_costs_one_row():
    _, records = read_delimited('a,b\n1,2\n"3,4\n5,6\n7,8\n', "x.csv")
    assert [record.values.get("a") for record in records] == ["1", None, "5", "7"]
    assert records[1].fault == "a quote mark opens a cell and never closes"
    assert [record.where[-1] for record in records] == ["2", "3", "4", "5"]


def test_an_open_quote_mark_in_the_last_line_ends_with_the_file():
    assert values_of('a,b\n1,2\n3,"4\n') == [{"a": "1", "b": "2"}, {"a": "3", "b": "4\n"}]


def test_a_quote_mark_that_closes_in_the_last_line_is_not_open():
    assert values_of('a,b\n1,"2\n3"\n') == [{"a": "1", "b": "2\n3"}]


@pytest.mark.parametrize(
    ("n_open", "n_records"),
    # the rest of the file is given up at the fiftieth; the last line is a row in any case
    [(2, 2), (49, 49), (50, 50), (51, 50), (60, 50)],
)
def test_recoveries_from_open_quote_marks(n_open, n_records):
    _, records = read_delimited("x,y,z\n" + OPENS_A_CELL * n_open, "x.csv")
    faults = [record.fault for record in records if record.fault]
    assert len(records) == n_records
    assert [record.where for record in records][-1] == f"x.csv, line {n_records + 1}"
    if n_open <= 50:
        assert faults == ["a quote mark opens a cell and never closes"] * (n_open - 1)
        assert records[-1].values == {"x": 'a"', "y": "b", "z": "c\n"}
    else:
        assert faults[:-1] == ["a quote mark opens a cell and never closes"] * 49
        assert faults[-1] == (
            "a quote mark opens a cell and never closes; "
            "after 50 of them the rest of the file was not read"
        )


def test_what_follows_the_last_recovery_is_read():
    n_open = 49
    text = "x,y,z\n" + OPENS_A_CELL * n_open + "1,2,3\n4,5,6\n"
    records = read_delimited(text, "x.csv")[1]
    assert [record.values for record in records[n_open:]] == [
        {"x": "1", "y": "2", "z": "3"},
        {"x": "4", "y": "5", "z": "6"},
    ]
    records = read_delimited(text.replace("1,2,3\n", OPENS_A_CELL), "x.csv")[1]
    assert len(records) == 50


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
    columns, records, notes = read_csv("a;b\n1;un café\n".encode("cp1252"), "x.csv")
    assert (columns, records[0].values) == (("a", "b"), {"a": "1", "b": "un café"})
    assert notes[0].startswith("is not UTF-8")


def test_cells_of_a_tsv_are_separated_by_tabs_only():
    columns, records, notes = read_tsv(b"a,x,y\tb\n1\t2\n", "x.tsv")
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
