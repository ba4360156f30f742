"""A file that is not as it was written is recognised, and so is a changed index."""

import pytest

from analysis.core import kept_files

NAMES = ["a.txt", "sub/b.txt"]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sub").mkdir()
    for name in NAMES:
        (tmp_path / name).write_text(name)
    hashes = kept_files.hash_files([tmp_path / name for name in NAMES], tmp_path)
    kept_files.write_index(tmp_path / "index.json", hashes, "key")
    return tmp_path


def test_an_index_comes_back(folder):
    index = kept_files.read_index(folder / "index.json")
    assert index.key == "key"
    assert list(index.hashes) == NAMES
    assert kept_files.changed_files(folder, index.hashes, NAMES) == []


@pytest.mark.parametrize(
    "content",
    [
        None,
        b"",
        b"{",
        b"[]",
        b"7",
        b"\xff",
        b"{}",
        b'{"key": "k"}',
        b'{"key": "k", "sha256": 7}',
        b'{"key": "k", "sha256": "abc"}',
    ],
)
def test_what_is_no_index_is_none(content, folder):
    path = folder / "index.json"
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    assert kept_files.read_index(path) is None


def test_a_folder_is_no_index(folder):
    assert kept_files.read_index(folder / "sub") is None


@pytest.mark.parametrize("content", [None, b"", b"sub/b.txu", b"sub/b.txt "])
def test_a_file_without_its_hash_is_named(content, folder):
    hashes = kept_files.read_index(folder / "index.json").hashes
    (folder / "sub/b.txt").unlink()
    if content is not None:
        (folder / "sub/b.txt").write_bytes(content)
    assert kept_files.changed_files(folder, hashes) == ["sub/b.txt"]


@pytest.mark.parametrize(
    ("hashes", "expected", "changed"),
    [
        ({}, [], []),
        ({}, ["a.txt"], ["a.txt"]),
        ({"sub": "0"}, [], ["sub"]),
        ({"a\0": "0"}, [], ["a\0"]),
        ({"a.txt": 7}, [], ["a.txt"]),
    ],
)
def test_what_is_not_in_the_index_or_no_file_is_named(hashes, expected, changed, folder):
    assert kept_files.changed_files(folder, hashes, expected) == changed
