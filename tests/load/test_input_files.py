"""Bytes, hashes and names of input files."""

import hashlib
import os
from pathlib import Path

import pytest

from analysis import load
from analysis.core.errors import InputError
from analysis.core.kept_files import hash_file
from analysis.load.input_files import corpus_name, read_bytes, sha256


@pytest.mark.parametrize("data", [b"", b"\n \t\r", b"\x00\x00", b"\xef\xbb\xbf\n"])
def test_a_blank_file_is_refused(tmp_path, data):
    path = tmp_path / "x.csv"
    path.write_bytes(data)
    with pytest.raises(InputError, match="x.csv is empty. Give a file with a header"):
        read_bytes(path)


def test_a_file_that_cannot_be_opened_is_named_with_the_reason(tmp_path):
    with pytest.raises(InputError, match="x.csv cannot be read: No such file.*ls -l x.csv"):
        read_bytes(tmp_path / "x.csv")


def test_bytes_are_returned_as_they_are(tmp_path):
    path = tmp_path / "x.csv"
    path.write_bytes(b" \xff\n")
    assert read_bytes(path) == b" \xff\n"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a b.csv", "a-b"),
        ("...csv", "articles"),
        ("x/été_2.jsonl", "été_2"),
        ("my news (2019).csv", "my-news-2019"),
        ("a-b.tar.gz", "a-b-tar"),
    ],
)
def test_corpus_name(path, name):
    assert corpus_name(Path(path)) == name


def test_the_name_of_a_folder_keeps_what_looks_like_an_extension(tmp_path):
    folder = tmp_path / "news.2019"
    folder.mkdir()
    assert corpus_name(folder) == "news-2019"


def test_both_hashes_are_sha256(tmp_path):
    path = tmp_path / "x"
    path.write_bytes(b"abc")
    expected = hashlib.sha256(b"abc").hexdigest()
    assert sha256(b"abc") == hash_file(path) == expected


@pytest.mark.parametrize("name", ["pipe.csv", "pipe.jsonl", "pipe.parquet", "zero.csv"])
def test_a_pipe_or_device_is_refused(tmp_path, name):
    path = tmp_path / name
    if name == "zero.csv":
        path.symlink_to("/dev/zero")
    else:
        os.mkfifo(path)
    kind = "a link to a device" if name == "zero.csv" else "a named pipe"
    with pytest.raises(InputError, match=f"{name} is {kind}. Give a regular file"):
        load.read(path)
