"""Whole runs next to files of the user: nothing of theirs is lost or told."""

import json
import os
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import nbformat
import pandas as pd
import pytest
import small_project
from small_notebooks import build as build_notebooks

from analysis.core import owned_files, paths
from analysis.notebook_runs import scheduler
from analysis.run import pipeline

pytestmark = pytest.mark.attack


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A folder with articles, in which commands run without models and with one small notebook."""
    place = tmp_path / "someone"
    small_project.build(place)
    small_project.replace_models(monkeypatch, place)
    notebooks = build_notebooks(tmp_path / "notebooks", "08_event")
    monkeypatch.setattr(scheduler, "find_notebooks", lambda names: notebooks)
    monkeypatch.chdir(place)
    return place


@pytest.fixture
def without_kernels(monkeypatch):
    monkeypatch.setattr(scheduler, "NotebookRunner", small_project.NoKernel)


def state(folder):
    """Return every file below a folder with the hash of its content."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and "default_reports" not in path.parts
    }


COMMANDS = [
    ["extract", "articles.csv"],
    ["extract", "articles.csv", "--stream"],
    ["extract", "embedded"],
    ["report", "articles.csv"],
    ["report", "articles.csv", "--force"],
    ["batch", "events.csv", "--corpus", "articles.csv", "--notebook", "08"],
]
FOREIGN = [
    "index.html",
    "evidence/photo.jpg",
    "outputs/08_event/chart.png",
    "tables/articles.parquet",
    "articles.parquet",
    "notes.txt",
    ".hidden",
]


@pytest.mark.usefixtures("without_kernels")
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_folder_of_the_user_is_refused_and_left_as_it_is(command, project, capsys):
    for number, name in enumerate(FOREIGN):
        out = project / f"mine{number}"
        (out / name).parent.mkdir(parents=True)
        (out / name).write_text("mine")
    before = state(project)
    for number in range(len(FOREIGN)):
        status, _, errors = small_project.run(capsys, *command, "--out", f"mine{number}")
        assert status == 2
        assert "was not made by Parallax" in errors
        assert f"--out {project}/mine{number}-2" in errors
        assert errors.count("\n") == 1
    assert state(project) == before


@pytest.mark.usefixtures("without_kernels")
@pytest.mark.parametrize(
    ("source", "out"),
    [
        ("articles.parquet", "."),
        ("articles.parquet", ".."),
        ("articles.parquet", "folder"),
        ("articles.parquet", "articles.parquet"),
        ("folder", "."),
        ("folder", "folder"),
        ("folder", "folder/reports"),
        ("folder/one.txt", "folder"),
    ],
)
def test_an_input_is_never_overwritten(source, out, project, capsys):
    pd.read_csv("articles.csv").to_parquet("articles.parquet")
    before = state(project)
    for command in ("extract", "report"):
        status, _, errors = small_project.run(capsys, command, source, "--out", out)
        assert status == 2
        assert errors.count("\n") == 1
    assert state(project) == before


@pytest.mark.usefixtures("without_kernels")
@pytest.mark.parametrize(
    "command",
    [
        ["extract", "articles.csv"],
        ["report", "articles.csv"],
        ["report", "articles.csv", "--force"],
    ],
    ids=" ".join,
)
def test_files_of_the_user_in_a_folder_of_ours_survive_every_run(command, project, capsys):
    status, _, errors = small_project.run(capsys, *command, "--out", "out")
    assert status == 0, errors
    mine = [f"out/{name}" for name in ("notes.txt", "evidence/photo.jpg", "evidence/a/mine.html")]
    mine += ["out/outputs/08_event/mine.png", "out/pages/mine.css", "out/tables/mine.csv"]
    for name in mine:
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text("mine")
    (project / "articles.csv").write_text(
        small_project.ARTICLES.replace("12 people", "13 people"), encoding="utf8"
    )
    status, _, errors = small_project.run(capsys, *command, "--out", "out")
    assert status == 0, errors
    for name in mine:
        assert (project / name).read_text() == "mine"
    listed = owned_files.listed(project / "out")
    assert not listed & {name.removeprefix("out/") for name in mine}
    assert {f"out/{name}" for name in listed} <= set(state(project))


@pytest.mark.usefixtures("without_kernels")
@pytest.mark.parametrize(
    "name",
    ["index.html", "tables/manifest.json", "runs.json", "notebooks/08_event.ipynb"],
)
def test_a_file_of_the_user_in_the_place_of_ours_is_told_before_anything_runs(
    name, project, capsys
):
    status, _, _ = small_project.run(capsys, "extract", "articles.csv", "--out", "out")
    shutil.rmtree(project / "out" / name, ignore_errors=True)
    (project / "out" / name).parent.mkdir(parents=True, exist_ok=True)
    (project / "out" / name).write_text("mine")
    before = state(project)
    status, _, errors = small_project.run(capsys, "report", "articles.csv", "--out", "out")
    assert status == 2
    assert f"out/{name} was not written by Parallax" in errors
    assert state(project) == before


@pytest.mark.usefixtures("without_kernels")
def test_the_default_folder_takes_extract_report_and_batch_in_any_order(project, capsys):
    for command in (["extract", "articles.csv"], ["report", "articles.csv"]) * 2:
        status, _, errors = small_project.run(capsys, *command)
        assert status == 0, errors
    out = project / "reports" / "articles"
    marks = [path.parent.relative_to(out).as_posix() for path in out.rglob(owned_files.MARK)]
    assert marks == ["."]


def test_a_run_that_was_killed_is_no_obstacle_to_the_next(project, capsys):
    code = (
        "import os, signal, sys, small_project, pytest\n"
        "from pathlib import Path\n"
        "from analysis.core import atomic_write\n"
        "from analysis import cli\n"
        "small_project.replace_models(pytest.MonkeyPatch(), Path.cwd())\n"
        "write = atomic_write.write_parquet\n"
        "def die(frame, path):\n"
        "    write(frame, path)\n"
        "    if Path(path).name == 'events.parquet':\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "atomic_write.write_parquet = die\n"
        "sys.argv = ['parallax', 'extract', 'articles.csv', '--out', 'out']\n"
        "cli.main()\n"
    )
    folders = os.pathsep.join([str(paths.ROOT), str(paths.ROOT / "tests")])
    environment = {**os.environ, "PYTHONPATH": folders}
    killed = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True)
    assert killed.returncode == -9, killed.stderr
    assert (project / "out" / "events.parquet").exists()
    assert not (project / "out" / "manifest.json").exists()
    status, _, errors = small_project.run(capsys, "extract", "articles.csv", "--out", "out")
    assert status == 0, errors
    assert (project / "out" / "manifest.json").exists()


def test_the_second_of_two_runs_is_refused_at_once_with_who_holds_the_folder(project, capsys):
    code = (
        "import sys, time\n"
        "from analysis.run.output_folder import opened\n"
        "sys.argv = ['parallax', 'report', 'articles.csv']\n"
        "with opened('out', 't'):\n"
        "    print('open', flush=True)\n"
        "    time.sleep(60)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(paths.ROOT)}
    first = subprocess.Popen(
        [sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        assert first.stdout.readline() == "open\n"
        for command in COMMANDS:
            status, _, errors = small_project.run(capsys, *command, "--out", "out")
            assert status == 2
            assert f"process {first.pid} on " in errors
            assert ": parallax report articles.csv)" in errors
    finally:
        first.kill()
        first.wait()
    status, _, errors = small_project.run(capsys, "extract", "articles.csv", "--out", "out")
    assert status == 0, errors


@pytest.mark.parametrize("out", ["articles.csv", "articles.csv/below", "x" * 300, "/proc/none"])
def test_a_folder_that_cannot_be_made_is_one_line(out, project, capsys):
    before = state(project)
    for command in COMMANDS[:1] + COMMANDS[3:4] + COMMANDS[5:]:
        status, printed, errors = small_project.run(capsys, *command, "--out", out)
        assert (status, errors.count("\n")) == (2, 1)
        assert printed == "" or printed.startswith("read as columns")  # printed before anything
        assert "--out reports/mine" in errors
    assert state(project) == before


def test_a_notebook_that_kept_nothing_is_a_failure(project, capsys, monkeypatch):
    class Nothing(small_project.NoKernel):
        def run(self, notebook, target, values, time_limit):
            small_project.copy(notebook, target)
            return "done", ""

    monkeypatch.setattr(scheduler, "NotebookRunner", Nothing)
    status, printed, _ = small_project.run(capsys, "report", "articles.csv", "--out", "out")
    assert status == 1
    assert "failed" in printed
    assert "kept no chart" in " ".join(printed.split())
    assert "kept no chart" in (project / "out" / "index.html").read_text()
    runs = json.loads((project / "out" / "runs.json").read_text())
    assert [run["status"] for run in runs.values()] == ["failed"]


@pytest.mark.parametrize("value", ["banana", "ingured", "", "Killed"])
def test_a_wrong_value_is_refused_before_anything_is_read(value, project, capsys):
    (project / "rows.csv").write_text(f"outcome,n\n{value},1\n")
    for command in (
        ["report", "no-such-file.csv", "--set", f"outcome={value}"],
        ["batch", "rows.csv", "--corpus", "no-such-file.csv"],
    ):
        status, _, errors = small_project.run(capsys, *command, "--out", "out")
        assert status == 2
        if value:
            assert f"No outcome '{value}'" in errors
            assert "Available: killed, injured, " in errors
        assert not (project / "out").exists()


def test_a_wrong_value_is_refused_by_plain_papermill_too(tmp_path):
    import papermill

    target = tmp_path / "done.ipynb"
    with pytest.raises(papermill.PapermillExecutionError, match="No outcome 'ingured'; did you"):
        papermill.execute_notebook(
            paths.NOTEBOOKS / "02_figures.ipynb",
            target,
            {"outcome": "ingured", "corpus": str(tmp_path / "no-such-file.csv")},
            kernel_name="python3",
            progress_bar=False,
        )
    codes = [cell for cell in nbformat.read(target, 4).cells if cell.cell_type == "code"]
    (reading,) = [place for place, cell in enumerate(codes) if "open_corpus(" in cell.source]
    assert {cell.execution_count for cell in codes[reading + 1 :]} == {None}


def test_a_folder_of_tables_in_the_home_folder_is_opened(project, capsys, monkeypatch):
    monkeypatch.setenv("HOME", str(project))
    small_project.run(capsys, "extract", "articles.csv", "--out", "~/tables")
    assert not (project / "~").exists()
    assert len(pipeline.run("~/tables").articles) == 3
    assert len(pipeline.open_tables("~/tables").articles) == 3


FOREIGN_PLACES = ("someone", "host-of-a-user", "/tmp/", f"{Path.home()}/", str(paths.ROOT))
PLACES = re.compile("|".join(map(re.escape, FOREIGN_PLACES)).encode())


def test_a_report_says_nothing_of_the_machine_it_was_made_on(project, capsys, monkeypatch):
    monkeypatch.setattr("platform.node", lambda: "host-of-a-user")
    (project / "coder1.xlsx").write_bytes(b"a sheet")
    (project / "rows.csv").write_text("n,sheets\n1,coder1.xlsx\n0,\n")
    command = ["batch", "rows.csv", "--corpus", project / "articles.csv", "--out", "out"]
    status, printed, _ = small_project.run(capsys, *command)
    assert status == 1  # 1 / 0 leaves a traceback, which names files
    assert "ZeroDivisionError" in printed
    told = {}
    for name in state(project / "out"):
        found = PLACES.search((project / "out" / name).read_bytes())
        if found:
            told[name] = found.group()
    assert told == {}
    notebooks = sorted((project / "out" / "notebooks").glob("*.ipynb"))
    assert len(notebooks) == 2
    for path in notebooks:
        values = nbformat.read(path, 4).metadata.papermill.parameters
        assert values["corpus"] == "../tables"
        assert values["output_dir"] == f"../outputs/{path.stem}"


def test_the_first_command_of_the_readme_leaves_its_charts_in_its_folder(tmp_path):
    """The real command with real models and kernels, for one notebook."""
    small_project.build(tmp_path)
    before = state(paths.NOTEBOOKS)
    command = [sys.executable, "-m", "analysis", "report", "articles.csv", "--out", "reports/mine"]
    done = subprocess.run(
        [*command, "--notebooks", "01"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(paths.ROOT)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    saved = list((tmp_path / "reports" / "mine" / "outputs" / "01_corpus").glob("*.png"))
    assert saved
    index = (tmp_path / "reports" / "mine" / "index.html").read_text()
    assert saved[0].with_suffix(".svg").name in index
    assert state(paths.NOTEBOOKS) == before
    manifest = json.loads((tmp_path / "reports/mine/tables/manifest.json").read_text())
    assert manifest["parameters"]["source"] == "articles.csv"
