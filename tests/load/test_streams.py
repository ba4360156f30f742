"""Which inputs are read in batches."""

import os

import pandas as pd
import pytest

from analysis.core.errors import InputError
from analysis.load.input_files import sha256
from analysis.load.streams import can_stream, is_dataset, open_stream, size_of

FRAME = pd.DataFrame({"outlet": ["Daily", "Post", "Post"], "text": ["a", "b", "c"]})


@pytest.fixture
def folder(tmp_path):
    """Return a dataset of two files, with files that are skipped."""
    path = tmp_path / "set.jsonl"  # the extension of a folder says nothing
    for name in ("b.parquet", "sub/a.PARQUET"):
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        FRAME.to_parquet(path / name)
    for name in ("_SUCCESS", ".crc", "_meta/x.csv"):
        (path / name).parent.mkdir(exist_ok=True)
        (path / name).write_text("skipped")
    return path


def test_a_folder_of_parquet_files_only_is_a_dataset(folder, tmp_path):
    assert is_dataset(folder)
    assert not is_dataset(folder / "b.parquet")
    assert not is_dataset(tmp_path / "missing")
    (tmp_path / "empty").mkdir()
    assert not is_dataset(tmp_path / "empty")
    (folder / "index.csv").write_text("file\n")
    assert not is_dataset(folder)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("x.jsonl", True),
        ("x.NDJSON", True),
        ("x.parquet", True),
        ("x.json", False),
        ("x.csv", True),
        ("x.TSV", True),
        ("x.xlsx", False),
        ("x", False),
    ],
)
def test_files_that_can_be_read_in_batches(tmp_path, name, expected):
    path = tmp_path / name
    assert not can_stream(path)
    path.write_text("x")
    assert can_stream(path) == can_stream(str(path)) == expected


def test_a_dataset_can_be_read_in_batches_and_other_folders_cannot(folder):
    assert can_stream(folder)
    (folder / "index.csv").write_text("file\n")
    assert not can_stream(folder)


def test_the_size_of_a_dataset_is_that_of_its_files(folder):
    sizes = [size_of(folder / name) for name in ("b.parquet", "sub/a.PARQUET")]
    assert sizes[0] == (folder / "b.parquet").stat().st_size
    assert size_of(folder) == size_of(str(folder)) == sum(sizes)


def test_files_of_a_dataset_are_inputs_in_the_order_of_their_names(folder):
    opened = open_stream(folder, batch=2)
    data = (folder / "b.parquet").read_bytes()
    assert opened.inputs[0] == ("b.parquet", sha256(data))
    assert opened.inputs[1][0] == "sub/a.PARQUET"
    assert [len(batch) for batch in opened.batches()] == [2, 1, 2, 1]
    assert opened.name == "set-jsonl"


def test_a_file_is_its_own_input(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_bytes(b'{"text": "a"}\n' * 5)
    opened = open_stream(str(path), batch=2)
    assert opened.inputs == [("x.jsonl", sha256(path.read_bytes()))]
    assert [len(batch) for batch in opened.batches()] == [2, 2, 1]


def test_another_kind_of_file_is_refused(tmp_path):
    path = tmp_path / "x.json"
    path.write_text("[]")
    with pytest.raises(InputError, match="x.json cannot be read in batches.*leave --stream out"):
        open_stream(path)


def test_only_regular_files_inside_a_dataset_are_read(folder, tmp_path):
    outside = tmp_path / "outside.parquet"
    FRAME.to_parquet(outside)
    (folder / "out.parquet").symlink_to(outside)
    os.mkfifo(folder / "pipe.parquet")
    opened = open_stream(folder)
    assert [name for name, _ in opened.inputs] == ["b.parquet", "sub/a.PARQUET"]
    *batches, left_out = opened.batches()
    assert [len(batch) for batch in batches] == [3, 3]
    assert [record.where for record in left_out] == ["out.parquet", "pipe.parquet"]
    assert "leads out of the folder" in left_out[0].fault
    assert left_out[1].fault.startswith("is a named pipe")
