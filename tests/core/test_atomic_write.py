"""Files are written completely or not at all."""

import pandas as pd
import pytest

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
