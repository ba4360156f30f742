"""Files of the user: never replaced, never removed, whatever a run writes next to them."""

import json
import os
import subprocess
import sys

import pandas as pd
import pytest

from analysis.core import atomic_write, owned_files
from analysis.core.errors import ParameterError, RunError
from analysis.core.safe_csv import write_csv


@pytest.fixture
def folder(tmp_path):
    """A folder with a mark, one file of Parallax and one of the user."""
    path = tmp_path / "out"
    path.mkdir()
    owned_files.own(path, "t")
    atomic_write.write_text("ours", path / "evidence" / "ours.html")
    (path / "evidence" / "mine.txt").write_text("mine")
    return path


def written_in_another_process(path):
    code = "import sys; from analysis.core import atomic_write as a; a.write_text('x', sys.argv[1])"
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)


def test_the_mark_says_version_corpus_and_files(folder):
    owned_files.settle(folder)
    mark = json.loads((folder / ".parallax.json").read_text())
    assert mark["corpus"] == "t"
    assert mark["files"] == ["evidence/ours.html"]
    assert mark["parallax"]
    assert not (folder / owned_files.JOURNAL).exists()


def test_a_file_is_listed_before_it_is_written(folder):
    owned_files.claim(folder / "later.txt")
    assert "later.txt" in owned_files.listed(folder)
    (folder / "later.txt").write_text("half")  # and here the process is killed
    atomic_write.write_text("whole", folder / "later.txt")
    assert (folder / "later.txt").read_text() == "whole"


def test_what_another_process_writes_is_listed_too(folder):
    assert "notebooks/a.ipynb" not in owned_files.listed(folder)
    written_in_another_process(folder / "notebooks" / "a.ipynb")
    atomic_write.write_text("again", folder / "notebooks" / "a.ipynb")
    assert (folder / "notebooks" / "a.ipynb").read_text() == "again"


TABLE = pd.DataFrame({"a": [1]})


@pytest.mark.parametrize(
    "write",
    [
        lambda path: atomic_write.write_text("ours", path),
        lambda path: atomic_write.write_parquet(TABLE, path),
        lambda path: write_csv(TABLE, path),
    ],
)
def test_a_file_of_the_user_is_never_replaced(folder, write):
    mine = folder / "evidence" / "mine.txt"
    with pytest.raises(RunError, match="mine.txt was not written by Parallax.*--out"):
        write(mine)
    assert mine.read_text() == "mine"


def test_only_listed_files_are_removed(folder):
    owned_files.remove(folder / "evidence")
    assert owned_files.files_in(folder) == ["evidence/mine.txt"]
    (folder / "evidence" / "mine.txt").unlink()
    atomic_write.write_text("ours", folder / "evidence" / "a" / "b.html")
    owned_files.remove(folder / "evidence")
    assert not (folder / "evidence").exists()


def test_nothing_is_removed_in_a_folder_without_a_mark(tmp_path):
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence" / "a.html").write_text("mine")
    owned_files.remove(tmp_path / "evidence")
    owned_files.remove(tmp_path / "evidence" / "a.html")
    assert (tmp_path / "evidence" / "a.html").read_text() == "mine"


def test_a_file_that_the_user_put_where_ours_was_removed_is_the_users(folder):
    owned_files.remove(folder / "evidence" / "ours.html")
    owned_files.settle(folder)
    (folder / "evidence" / "ours.html").write_text("mine")
    with pytest.raises(RunError, match="not written by Parallax"):
        owned_files.claim(folder / "evidence" / "ours.html")


def test_nothing_is_written_through_a_link_that_leads_out_of_the_folder(folder, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (folder / "pages").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(RunError, match="is a link to a folder outside"):
        atomic_write.write_text("ours", folder / "pages" / "a.html")
    (folder / "index.html").symlink_to(tmp_path / "gone.html")
    with pytest.raises(RunError, match="not written by Parallax"):
        atomic_write.write_text("ours", folder / "index.html")
    owned_files.remove(folder / "pages")
    assert os.listdir(tmp_path / "elsewhere") == []


@pytest.mark.parametrize(
    ("files", "recognised", "refused"),
    [
        ([], (), False),
        (["a/b.txt"], (), True),
        (["a.txt"], ("a.txt",), False),
        (["a.txt", "b.txt"], ("a.txt",), True),
    ],
)
def test_a_folder_of_the_user_is_refused_with_the_next_command(
    files, recognised, refused, tmp_path
):
    out = tmp_path / "mine"
    out.mkdir()
    (tmp_path / "mine-2").mkdir()
    for name in files:
        (out / name).parent.mkdir(exist_ok=True)
        (out / name).write_text("mine")
    if refused:
        with pytest.raises(ParameterError, match=f"holds .*--out {tmp_path}/mine-3$"):
            owned_files.own(out, "t", recognised)
        assert owned_files.files_in(out) == sorted(files)
        assert not owned_files.has_mark(out)
    else:
        owned_files.own(out, "t", recognised)
        assert owned_files.listed(out) == set(recognised)


def test_a_folder_of_the_user_in_a_folder_of_ours_is_refused_too(folder):
    (folder / "notes").mkdir()
    (folder / "notes" / "a.txt").write_text("mine")
    with pytest.raises(ParameterError, match="holds a.txt"):
        owned_files.own(folder / "notes", "t")
    owned_files.own(folder / "evidence", "t")
    assert not owned_files.has_mark(folder / "evidence")


@pytest.mark.parametrize("text", ["", "[]", '{"files": 1}', "\x00"])
def test_a_mark_that_cannot_be_read_is_an_error_not_a_free_hand(text, tmp_path):
    (tmp_path / ".parallax.json").write_text(text)
    (tmp_path / "a.txt").write_text("mine")
    with pytest.raises(ParameterError, match="cannot be read.*--out reports/mine"):
        owned_files.claim(tmp_path / "a.txt")


def test_temporary_files_of_a_killed_run_are_cleared(folder):
    left = folder / ".a.parquet.123.part"
    owned_files.claim(left)
    left.touch()
    (folder / ".mine.part").touch()
    owned_files.settle(folder)
    assert not left.exists()
    assert (folder / ".mine.part").exists()
