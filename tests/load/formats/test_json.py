"""Reading of JSON and JSON Lines."""

import json

import pytest

from analysis import load
from analysis.core.errors import InputError
from analysis.load.formats.json import read, read_lines, stream


def encoded(value):
    return json.dumps(value).encode()


@pytest.mark.parametrize(
    ("value", "records"),
    [
        ([{"a": 1}, {"b": 2}], [{"a": 1}, {"b": 2}]),
        ({"a": 1}, [{"a": 1}]),
        # an object around one list, as NewsAPI answers
        ({"status": "ok", "articles": [{"a": 1}, {"a": 2}]}, [{"a": 1}, {"a": 2}]),
        # two lists are values of one article
        ({"text": ["One.", "Two."], "tags": ["x"]}, [{"text": ["One.", "Two."], "tags": ["x"]}]),
        # objects inside are flattened, one level deep
        (
            [{"source": {"id": None, "name": "Daily"}}],
            [{"source.id": None, "source.name": "Daily"}],
        ),
        ([{"a": {"b": {"c": 1}}, "d": 2}], [{"a.b": {"c": 1}, "d": 2}]),
        ([{"a": {}}], [{}]),
    ],
)
def test_objects(value, records):
    assert [record.values for record in read(encoded(value), "x.json").records] == records


def test_columns_are_those_of_all_records_in_order():
    contents = read(encoded([{"a": 1, "b": 1}, 3, {"c": 1, "a": 2}]), "x.json")
    assert contents.columns == ("a", "b", "c")
    assert contents.notes == []


@pytest.mark.parametrize(
    ("item", "fault"),
    [
        (3, "is int, not an object with column names: '3'"),
        ("x" * 70, f"is str, not an object with column names: '{'x' * 60}'"),
        ([1], "is list, not an object with column names: '[1]'"),
        (None, "is NoneType, not an object with column names: 'None'"),
    ],
)
def test_items_that_are_no_objects_have_a_fault(item, fault):
    record = read(encoded([{"a": 1}, item]), "x.json").records[1]
    assert (record.where, record.fault) == ("x.json, item 1", fault)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"{",
            "x.json is not JSON: Expecting property name.*Give a list of objects, or JSON Lines",
        ),
        (b"[1] [2]", "x.json is not JSON: Extra data"),
        (b'"text"', "x.json contains a single str. Give a list of objects, or JSON Lines"),
        (b"null", "x.json contains a single NoneType"),
        (b"[" * 100_000, "x.json is nested more than 100 deep"),
    ],
)
def test_files_that_cannot_be_used(data, message):
    with pytest.raises(InputError, match=message):
        read(data, "x.json")


def test_lines_under_the_extension_json():
    records = read(b' {"a": 1}\n{"a": 2}\n', "x.json").records
    assert [(record.where, record.values) for record in records] == [
        ("x.json, line 1", {"a": 1}),
        ("x.json, line 2", {"a": 2}),
    ]


def test_line_ends_inside_a_string_are_accepted():
    assert read(b'[{"a": "one\ntwo"}]', "x.json").records[0].values == {"a": "one\ntwo"}


@pytest.mark.parametrize(
    ("data", "places"),
    [
        (b'{"a": 1}\n{"a": 2}', [1, 2]),
        (b'{"a": 1}\r\n\r\n{"a": 2}\r\n', [1, 3]),
        (b'{"a": 1}\r{"a": 2}', [1, 2]),
        (b'\n \n{"a": 1}\n', [3]),
        ('{"a": "one\u2028two\x0cthree"}\n{"a": 2}'.encode(), [1, 2]),
    ],
)
def test_lines(data, places):
    records = read_lines(data, "x.jsonl").records
    assert [record.where for record in records] == [f"x.jsonl, line {place}" for place in places]
    assert not any(record.fault for record in records)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{broken", "is not JSON (Expecting property name enclosed in double quotes): '{broken'"),
        ("x" * 70, f"is not JSON (Expecting value): '{'x' * 60}'"),
        ("[1]", "is list, not an object with column names: '[1]'"),
    ],
)
def test_lines_that_are_no_objects_have_a_fault(line, fault):
    contents = read_lines(f'{{"a": 1}}\n{line}\n'.encode(), "x.jsonl")
    assert contents.records[1].fault == fault
    assert contents.columns == ("a",)


def test_the_encoding_of_lines_is_remarked():
    contents = read_lines('{"a": "un café"}'.encode("cp1252"), "x.jsonl")
    assert contents.records[0].values == {"a": "un café"}
    assert contents.notes[0].startswith("is not UTF-8")


def test_an_answer_of_newsapi(tmp_path):
    article = {
        "source": {"id": None, "name": "Daily"},
        "publishedAt": "2018-11-02T10:00:00Z",
        "content": "Text.",
    }
    path = tmp_path / "answer.json"
    path.write_bytes(encoded({"status": "ok", "articles": [article]}))
    loaded = load.read(path)
    assert loaded.articles["outlet"].tolist() == ["Daily"]
    assert loaded.guesses["outlet"] == "source.name"


LINES = b'{"a": 1, "s": {"n": 2}}\n\n{broken\r\n{"a": 3, "b": 4}\r[1]\n{"b": 5}'


def open_lines(tmp_path, data, batch=2):
    path = tmp_path / "x.jsonl"
    path.write_bytes(data)
    return stream(path, [path], [("x.jsonl", "0" * 64)], batch)


def test_a_stream_has_the_records_of_the_whole_file(tmp_path):
    opened = open_lines(tmp_path, LINES)
    contents = read_lines(LINES, "x.jsonl")
    assert (opened.name, opened.columns) == ("x", contents.columns)
    assert opened.columns == ("a", "s.n", "b")
    for _ in range(2):  # from the start at every call
        batches = list(opened.batches())
        assert [len(batch) for batch in batches] == [2, 2, 1]
        assert sum(batches, []) == contents.records


def test_cells_of_a_stream_are_those_of_the_rows_that_can_be_read(tmp_path):
    opened = open_lines(tmp_path, LINES)
    assert list(opened.cells("a")) == [1, 3, None]
    assert list(opened.cells("b")) == [None, 4, 5]


def test_a_stream_may_begin_with_a_mark(tmp_path):
    opened = open_lines(tmp_path, b"\xef\xbb\xbf" + LINES)
    assert opened.columns[0] == "a"


def test_a_stream_of_faults_only_has_rows(tmp_path):
    opened = open_lines(tmp_path, b"{broken\n")
    assert opened.columns == ()
    assert len(next(opened.batches())) == 1


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\n \n", "x.jsonl is empty. Give a file"),
        (b"PAR1", "x.jsonl is a Parquet file, not text"),
    ],
)
def test_streams_that_cannot_be_used(tmp_path, data, message):
    with pytest.raises(InputError, match=message):
        open_lines(tmp_path, data)


def test_a_stream_in_another_encoding_is_read_and_remarked(tmp_path):
    text = "".join(f'{{"a": "un café dans la ville {number}"}}\n' for number in range(9))
    opened = open_lines(tmp_path, text.encode("cp1252"))
    *_, batch = opened.batches()
    assert batch[0].values == {"a": "un café dans la ville 8"}
    [(place, note)] = opened.notes
    assert place == "x.jsonl"
    assert note.startswith("x.jsonl: is not UTF-8; it was read as cp1252")
