"""Reading of Parquet files and folders of them."""

import pandas as pd
import pytest

from analysis import load
from analysis.core.errors import InputError
from analysis.load.formats.parquet import read, stream

FRAME = pd.DataFrame({"text": [f"t{number}" for number in range(5)], "n": range(5)})


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "news.parquet"
    FRAME.to_parquet(path, row_group_size=2)
    return path


def test_rows_of_all_groups(file):
    contents = read(file.read_bytes(), "news.parquet")
    assert contents.columns == ("text", "n")
    assert [record.values for record in contents.records] == FRAME.to_dict("records")
    places = [record.where for record in contents.records]
    assert places == [f"news.parquet, row {number}" for number in range(5)]
    assert contents.notes == []


def test_paragraphs_and_bytes_are_text(tmp_path):
    cells = {"list": ["One.", "Two."], "bytes": "Café.".encode()}
    for name, cell in cells.items():
        pd.DataFrame([{"outlet": "Daily", "text": cell}]).to_parquet(tmp_path / f"{name}.parquet")
    assert load.read(tmp_path / "list.parquet").articles["text"][0] == "One.\n\nTwo."
    assert load.read(tmp_path / "bytes.parquet").articles["text"][0] == "Café."


def test_a_damaged_file_is_named(tmp_path):
    message = "x.parquet is damaged or not Parquet: .*Export it again, or give CSV"
    with pytest.raises(InputError, match=message):
        read(b"PAR1 no", "x.parquet")
    path = tmp_path / "x.parquet"
    path.write_bytes(b"PAR1 no")
    with pytest.raises(InputError, match=message):
        stream(path, [path], [("x.parquet", "0" * 64)], 2)


def test_a_stream_has_the_records_of_the_whole_file(file):
    opened = stream(file, [file], [("news.parquet", "0" * 64)], 2)
    assert (opened.name, opened.columns) == ("news", ("text", "n"))
    for _ in range(2):  # from the start at every call
        batches = list(opened.batches())
        assert [len(batch) for batch in batches] == [2, 2, 1]
        assert sum(batches, []) == read(file.read_bytes(), "news.parquet").records
    assert list(opened.cells("n")) == [0, 1, 2, 3, 4]


def test_a_folder_is_one_stream_and_names_in_its_paths_are_columns(tmp_path):
    files = []
    for outlet in ("Daily", "Post"):
        path = tmp_path / "set" / f"outlet={outlet}" / "part.parquet"
        path.parent.mkdir(parents=True)
        FRAME.to_parquet(path)
        files.append(path)
    names = [path.relative_to(tmp_path / "set").as_posix() for path in files]
    inputs = [(name, "0" * 64) for name in names]
    opened = stream(tmp_path / "set", files, inputs, 3)
    assert (opened.name, opened.columns) == ("set", ("text", "n", "outlet"))
    batches = list(opened.batches())
    assert [len(batch) for batch in batches] == [3, 2, 3, 2]
    assert batches[1][1].where == f"{names[0]}, row 4"
    assert batches[2][0].where == f"{names[1]}, row 0"
    assert batches[2][0].values == {"text": "t0", "n": 0, "outlet": "Post"}
    assert list(opened.cells("outlet")) == ["Daily"] * 5 + ["Post"] * 5


def test_a_file_without_rows_has_no_batches(tmp_path):
    path = tmp_path / "x.parquet"
    FRAME.iloc[:0].to_parquet(path)
    assert list(stream(path, [path], [("x.parquet", "0" * 64)], 2).batches()) == []
