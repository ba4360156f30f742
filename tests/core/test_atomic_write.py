"""Files are written completely or not at all."""

import os
import subprocess
import sys

import pandas as pd
import pytest

from analysis.core import atomic_write
from analysis.core.atomic_write import write_parquet, write_text
from analysis.core.errors import RunError


def test_a_table_is_written_without_its_index_and_parent_folders_are_created(tmp_path):
    path = tmp_path / "new" / "folder" / "table.parquet"
    write_parquet(pd.DataFrame({"a": [1, 2]}, index=[7, 8]), path)
    written = pd.read_parquet(path)
    assert written["a"].tolist() == [1, 2]
    assert written.index.tolist() == [0, 1]


def test_a_text_is_written_as_utf8_and_replaces_the_old_one(tmp_path):
    path = tmp_path / "text.txt"
    path.write_text("old and longer")
    write_text("Öst", str(path))
    assert path.read_bytes() == "Öst".encode()


def test_no_temporary_file_remains(tmp_path):
    write_text("text", tmp_path / "text.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["text.txt"]


def test_a_failed_write_keeps_the_old_file_and_says_what_to_do(tmp_path):
    path = tmp_path / "table.parquet"
    path.write_text("old")

    class FullDisk:
        def to_parquet(self, temporary, **options):
            temporary.write_text("half of the")
            raise OSError(28, "No space left on device")

    with pytest.raises(RunError, match=r"Cannot write .*table.parquet: No space left .*--out"):
        write_parquet(FullDisk(), path)
    assert [path.name for path in tmp_path.iterdir()] == ["table.parquet"]
    assert path.read_text() == "old"


@pytest.mark.parametrize("error", [OSError(28, "full"), ValueError("no such type"), MemoryError()])
@pytest.mark.parametrize("interrupt", [False, True])
def test_no_error_leaves_a_half_written_file(error, interrupt, tmp_path):
    path = tmp_path / "table.parquet"
    path.write_text("old")

    class Failing:
        def to_parquet(self, temporary, **options):
            temporary.write_text("half of the")
            raise KeyboardInterrupt if interrupt else error

    with pytest.raises((RunError, ValueError, MemoryError, KeyboardInterrupt)):
        write_parquet(Failing(), path)
    assert [path.name for path in tmp_path.iterdir()] == ["table.parquet"]
    assert path.read_text() == "old"


def ended_process():
    """Return the id of a process that has ended."""
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    return done.pid


@pytest.mark.parametrize(
    ("name", "is_removed"),
    [
        (".other.parquet.{host}.{ended}.part", True),
        (".text.txt.{host}.{ended}.part", True),
        (".a\nb.{host}.{ended}.part", True),
        (".text.txt.{host}.{running}.part", False),
        (".text.txt.{other}.{ended}.part", False),  # of another computer that shares the folder
        (".text.txt.{ended}.part", False),
        ("text.txt.{host}.{ended}.part", False),
        ("download.part", False),
        (".notes.part", False),
    ],
)
def test_what_a_killed_process_left_is_removed_and_nothing_else(name, is_removed, tmp_path):
    left = tmp_path / name.format(
        host=atomic_write._host(), ended=ended_process(), running=os.getppid(), other="0" * 8
    )
    left.write_text("half of the")
    write_text("text", tmp_path / "text.txt")
    assert left.exists() is not is_removed
