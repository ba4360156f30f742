"""The folder of a run: made, marked, locked; refused where it is the user's or another run's."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from analysis.core import atomic_write, owned_files
from analysis.core.errors import ParameterError, RunError
from analysis.run import pipeline, table_store
from analysis.run.output_folder import opened

HOLD = """
import sys, time
from analysis.core import atomic_write
from analysis.run.output_folder import opened
with opened(sys.argv[1], "t") as folder:
    atomic_write.write_text("half", folder / "half.txt")
    print("open", flush=True)
    time.sleep(120)
"""


@pytest.fixture
def holder(tmp_path):
    """Start a process that holds the folder ``out``."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "out")], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "open\n"
    yield process
    process.kill()
    process.wait()


def test_a_second_run_is_refused_with_who_holds_the_folder(holder, tmp_path):
    message = rf"(?s)Another run is writing to .*process {holder.pid} on .* since 2.*: -c .*--out"
    with pytest.raises(RunError, match=message), opened(tmp_path / "out", "t"):
        pytest.fail("opened twice")
    holder.terminate()
    holder.wait()


@pytest.mark.skipif(os.name != "posix", reason="signals of Unix")
def test_a_killed_process_keeps_no_lock_and_its_files_are_ours(holder, tmp_path):
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    start = time.monotonic()
    with opened(tmp_path / "out", "t", ["half.txt"]) as folder:
        atomic_write.write_text("whole", folder / "half.txt")
    assert time.monotonic() - start < 5
    assert sorted(os.listdir(tmp_path / "out")) == [".parallax.json", "half.txt"]


def test_opening_again_in_the_same_run_does_nothing(tmp_path):
    with opened(tmp_path / "out", "a") as folder:
        with opened(tmp_path / "out" / "tables", "b") as inner:
            atomic_write.write_text("{}", inner / "a.json")
        assert (folder / owned_files.LOCK).exists()
    assert json.loads((folder / owned_files.MARK).read_text())["files"] == ["tables/a.json"]
    assert not owned_files.has_mark(folder / "tables")


def test_a_run_that_writes_nothing_leaves_nothing(tmp_path):
    with pytest.raises(ZeroDivisionError), opened(tmp_path / "reports" / "mine", "t"):
        _ = 1 / 0
    assert os.listdir(tmp_path) == []
    (tmp_path / "empty").mkdir()
    with opened(tmp_path / "empty", "t"):
        pass
    assert os.listdir(tmp_path / "empty") == []


@pytest.mark.parametrize("name", ["file.txt", "file.txt/below", "x" * 300, "loop/a", "sealed/a"])
def test_a_folder_that_cannot_be_made_is_one_line(name, tmp_path, monkeypatch):
    (tmp_path / "file.txt").write_text("mine")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    make = Path.mkdir

    def refuse(self, *args, **kwargs):
        if "sealed" in self.parts:
            raise PermissionError(13, "Permission denied")
        make(self, *args, **kwargs)

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(ParameterError) as caught, opened(tmp_path / name, "t"):
        pytest.fail("opened")
    assert str(caught.value).startswith("Cannot write to ")
    assert str(caught.value).endswith("for example --out reports/mine")
    assert "\n" not in str(caught.value)
    assert (tmp_path / "file.txt").read_text() == "mine"


def test_a_folder_that_cannot_be_written_to_is_one_line(tmp_path, monkeypatch):
    def refuse(self, *args, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_text", refuse)
    with pytest.raises(ParameterError) as caught, opened(tmp_path / "out", "t"):
        pytest.fail("opened")
    assert "Permission denied" in str(caught.value)


def test_a_file_of_the_user_in_the_place_of_one_of_ours_is_refused_at_once(tmp_path):
    with opened(tmp_path / "out", "t") as folder:
        atomic_write.write_text("ours", folder / "index.html")
    (tmp_path / "out" / "pages").mkdir()
    (tmp_path / "out" / "pages" / "a.html").write_text("mine")
    with (
        pytest.raises(ParameterError, match="pages/a.html was not written by Parallax"),
        opened(tmp_path / "out", "t", ["index.html", "pages/a.html"]),
    ):
        pytest.fail("opened")
    with opened(tmp_path / "out", "t", ["index.html"]):
        pass
    assert (tmp_path / "out" / "pages" / "a.html").read_text() == "mine"


def old_tables(folder, *others):
    """Write what an older version without marks wrote, and other files."""
    folder.mkdir(parents=True)
    for name in ("articles.parquet", "figures.parquet", *others):
        (folder / name).write_text("x")
    manifest = {"corpus": "t", "rows": {"articles": 1, "figures": 2}}
    (folder / "manifest.json").write_text(json.dumps(manifest))


@pytest.mark.parametrize("place", ["", "tables"])
def test_tables_of_a_version_without_marks_are_recognised(place, tmp_path):
    old_tables(tmp_path / "out" / place)
    with opened(tmp_path / "out", "t") as folder:
        table_store.clear(folder / place, ["articles"], single_files=True)
        assert not (folder / place / "articles.parquet").exists()


@pytest.mark.parametrize("others", [["notes.txt"], ["names.parquet"]])
def test_tables_next_to_a_file_that_their_manifest_does_not_name_are_not(others, tmp_path):
    old_tables(tmp_path / "out", *others)
    with pytest.raises(ParameterError, match=others[0]), opened(tmp_path / "out", "t"):
        pytest.fail("opened")


def test_a_manifest_of_another_program_proves_nothing(tmp_path):
    (tmp_path / "manifest.json").write_text('{"rows": {"sales": 3}}')
    (tmp_path / "sales.parquet").write_text("mine")
    with pytest.raises(ParameterError, match="holds manifest.json"), opened(tmp_path, "t"):
        pytest.fail("opened")


def test_a_report_takes_in_the_tables_that_extract_wrote_before(tmp_path):
    with opened(tmp_path / "out" / "tables", "t") as tables:
        atomic_write.write_text("x", tables / "articles.parquet")
    with opened(tmp_path / "out", "t") as report:
        atomic_write.write_text("y", report / "tables" / "articles.parquet")
    assert owned_files.listed(tmp_path / "out") == {"tables/articles.parquet"}
    assert not owned_files.has_mark(tmp_path / "out" / "tables")
    with opened(tmp_path / "out" / "tables", "t"):  # extract again
        assert (tmp_path / "out" / owned_files.LOCK).exists()


def test_tables_are_never_saved_over_files_of_the_user(tmp_path):
    (tmp_path / "articles.parquet").write_text("mine")
    run = pipeline.Run({}, {"corpus": "t"})
    with pytest.raises(ParameterError, match="holds articles.parquet"):
        run.save(tmp_path)
    assert owned_files.files_in(tmp_path) == ["articles.parquet"]
