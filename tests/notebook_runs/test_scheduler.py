"""A failed notebook is saved and named, the others go on, and nothing unchanged runs twice."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time

import nbformat
import pytest
from small_notebooks import build

from analysis.core import atomic_write
from analysis.core.errors import ParameterError
from analysis.notebook_runs import outputs, scheduler
from analysis.notebook_runs.scheduler import Outcome
from analysis.run import output_folder

VALUES = {"n": "3", "names": "x,y"}


@pytest.fixture(scope="module", autouse=True)
def _same_code():
    """Take the code for unchanged, since it may be edited while the tests run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scheduler, "_common_key", lambda: {"code": "same"})
        yield


@pytest.fixture(scope="module")
def first_run(tmp_path_factory):
    folder = tmp_path_factory.mktemp("scheduler")
    notebooks = build(folder / "in", "01_works", "02_raises", "03_dies")
    outcomes = scheduler.run_notebooks(
        notebooks, VALUES, folder / "out", notebook_jobs=3, time_limit=120
    )
    return folder, notebooks, outcomes


class FakeRunner:
    """A runner that runs nothing: every notebook ends as ``end`` says."""

    end = ("done", "")
    ran = []
    keeps = True

    def __init__(self, warm):
        self.stopped = False

    def run(self, notebook, target, values, time_limit):
        self.ran.append((target.stem, time_limit))
        atomic_write.write_text("{}", target)
        if values.get("output_dir") and self.keeps:
            outputs.save_outputs(values["output_dir"], "said", finding="So it is.")
        return self.end


@pytest.fixture
def runner(monkeypatch):
    monkeypatch.setattr(scheduler, "NotebookRunner", FakeRunner)
    monkeypatch.setattr(FakeRunner, "ran", [])
    return FakeRunner


def statuses(outcomes):
    return [(outcome.notebook, outcome.status) for outcome in outcomes]


def test_each_ends_as_it_should(first_run):
    _, _, outcomes = first_run
    assert statuses(outcomes) == [
        ("01_works", "done"),
        ("02_raises", "failed"),
        ("03_dies", "failed"),
    ]
    assert [outcome.ok for outcome in outcomes] == [True, False, False]
    assert "ZeroDivisionError" in outcomes[1].reason
    assert outcomes[0].reason == "first run"


def test_values_reach_the_notebook(first_run):
    folder, _, _ = first_run
    saved = json.loads((folder / "out/outputs/01_works/said.json").read_text())
    assert saved["finding"] == "3 ['x', 'y']"


def test_a_failed_notebook_is_saved_with_its_error(first_run):
    folder, _, _ = first_run
    cells = nbformat.read(folder / "out/notebooks/02_raises.ipynb", 4).cells
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    assert "ZeroDivisionError" in [output.get("ename") for output in outputs]


@pytest.fixture
def out(first_run, tmp_path):
    """Return the folder of the first run, to be changed: it is put back, in its place."""
    folder, kept = first_run[0] / "out", tmp_path / "kept"
    shutil.copytree(folder, kept)
    yield folder
    shutil.rmtree(folder)
    shutil.copytree(kept, folder)


def test_a_second_run_skips_what_succeeded_and_says_why(first_run, out, runner, monkeypatch):
    monkeypatch.setattr(runner, "end", ("failed", "ZeroDivisionError"))
    _, notebooks, first = first_run
    again = scheduler.run_notebooks(notebooks[:2], VALUES, out, time_limit=60)
    assert (again[0].status, again[0].reason) == ("skipped", "nothing changed")
    assert again[0].seconds == first[0].seconds
    assert again[1].status == "failed"
    assert [name for name, _ in runner.ran] == ["02_raises"]
    runs = json.loads((out / "runs.json").read_text())
    assert set(runs) == {"01_works", "02_raises", "03_dies"}


def test_a_changed_parameter_runs_it_again_and_is_named(first_run, out, runner):
    _, notebooks, _ = first_run
    (outcome,) = scheduler.run_notebooks(notebooks[:1], {"n": 4}, out)
    assert (outcome.status, outcome.reason) == ("done", "parameters changed")
    assert [name for name, _ in runner.ran] == ["01_works"]


def test_with_one_notebook_changed_only_that_one_runs(runner, tmp_path):
    notebooks = build(tmp_path / "in", "01_works", "08_event")
    with output_folder.opened(tmp_path / "out", "t") as out:  # an older run
        left_over = out / "outputs/08_event/left.json"
        atomic_write.write_text("{}", left_over)
    first = scheduler.run_notebooks(notebooks, {}, tmp_path / "out")
    assert [outcome.status for outcome in first] == ["done", "done"]
    assert [path.name for path in left_over.parent.iterdir()] == ["said.json"]
    notebook = nbformat.read(notebooks[0], 4)
    notebook.cells.append(nbformat.v4.new_markdown_cell("One more."))
    nbformat.write(notebook, notebooks[0])
    again = scheduler.run_notebooks(notebooks, {}, tmp_path / "out")
    assert [(outcome.status, outcome.reason) for outcome in again] == [
        ("done", "notebook changed"),
        ("skipped", "nothing changed"),
    ]


@pytest.mark.parametrize(
    ("earlier", "force", "reason"),
    [
        (None, False, "first run"),
        ("done", False, None),
        ("skipped", False, None),
        ("done", True, "forced"),
        ("failed", False, "failed before"),
        ("timed out", False, "failed before"),
        ("running", False, "was interrupted"),
    ],
)
def test_a_job_runs_again_for_a_reason(earlier, force, reason, runner, tmp_path):
    job = scheduler.Job("one", *build(tmp_path / "in", "01_works"), {})
    if earlier:
        scheduler.run_jobs([job], tmp_path / "out")
        runs = json.loads((tmp_path / "out" / "runs.json").read_text())
        runs["one"]["status"] = earlier
        (tmp_path / "out" / "runs.json").write_text(json.dumps(runs))
        runner.ran.clear()
    (outcome,) = scheduler.run_jobs([job], tmp_path / "out", time_limit=7, force=force)
    assert outcome.reason == (reason or "nothing changed")
    assert runner.ran == ([("one", 7)] if reason else [])


@pytest.mark.parametrize("name", ["notebooks/one.ipynb", "outputs/one/said.json"])
@pytest.mark.parametrize("content", [None, "", "{]", "{}, edited"])
def test_a_result_that_has_changed_or_was_deleted_is_made_again(name, content, runner, tmp_path):
    job = scheduler.Job("one", *build(tmp_path / "in", "01_works"), {})
    scheduler.run_jobs([job], tmp_path / "out")
    (outcome,) = scheduler.run_jobs([job], tmp_path / "out")
    assert outcome.reason == "nothing changed"
    path = tmp_path / "out" / name
    before = path.read_text()
    path.unlink()
    if content is not None:
        path.write_text(content)
    (outcome,) = scheduler.run_jobs([job], tmp_path / "out")
    assert (outcome.status, outcome.reason) == ("done", f"{name} changed")
    assert path.read_text() == before
    assert len(runner.ran) == 2
    kept = tmp_path / "out" / "notebooks" / "one.changed.ipynb"
    if path.suffix == ".ipynb" and content is not None:  # a person may have written into it
        assert kept.read_text() == content
    else:
        assert not kept.exists()
    (outcome,) = scheduler.run_jobs([job], tmp_path / "out")
    assert outcome.reason == "nothing changed"


@pytest.mark.parametrize("content", ["", "{", "[7]", "{}", '{"one": {}}', '{"one": {"statut": 1}}'])
def test_changed_outcomes_of_earlier_runs_make_every_notebook_run(content, runner, tmp_path):
    job = scheduler.Job("one", *build(tmp_path / "in", "01_works"), {})
    scheduler.run_jobs([job], tmp_path / "out")
    (tmp_path / "out" / "runs.json").write_text(content)
    (outcome,) = scheduler.run_jobs([job], tmp_path / "out")
    assert (outcome.status, outcome.reason) == ("done", "first run")


def test_a_finished_notebook_that_kept_nothing_has_failed(runner, monkeypatch, tmp_path):
    monkeypatch.setattr(FakeRunner, "keeps", False)
    job = scheduler.Job("one", *build(tmp_path / "in", "01_works"), {})
    (outcome,) = scheduler.run_jobs([job], tmp_path / "out")
    assert (outcome.status, outcome.ok) == ("failed", False)
    assert "kept no chart, no table and no finding" in outcome.reason
    runs = json.loads((tmp_path / "out" / "runs.json").read_text())
    assert runs["one"]["status"] == "failed"
    (again,) = scheduler.run_jobs([job], tmp_path / "out")
    assert again.status == "failed"


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"rows": {"figures": 8}}, "tables"),
        ({"key": "b"}, "tables"),
        ({"inputs": []}, "tables"),
        ({"parameters": {"limit": 3}}, "tables"),
        ({"seconds": 9.0}, None),
    ],
)
def test_other_tables_run_a_notebook_again(change, kind, runner, tmp_path):
    manifest = {"key": "a", "inputs": [1], "parameters": {}, "rows": {"figures": 7}, "seconds": 1}
    (tmp_path / "tables").mkdir()
    path = tmp_path / "tables" / "manifest.json"
    path.write_text(json.dumps(manifest))
    values = {"corpus": str(tmp_path / "tables")}
    job = scheduler.Job("one", *build(tmp_path / "in", "08_event"), values)
    scheduler.run_jobs([job], tmp_path / "out")
    path.write_text(json.dumps({**manifest, **change}))
    (outcome,) = scheduler.run_jobs([job], tmp_path / "out")
    assert outcome.reason == (f"{kind} changed" if kind else "nothing changed")


def test_a_file_that_a_parameter_names_is_watched(tmp_path):
    (notebook,) = build(tmp_path / "in", "08_event")
    sheet = tmp_path / "sheet.xlsx"
    keys = []
    for text in ("one", "one", "two"):
        sheet.write_text(text)
        keys.append(scheduler._key(notebook, {"sheets": [str(sheet)]}, {}))
    assert keys[0] == keys[1]
    assert [kind for kind in keys[0] if keys[0][kind] != keys[2][kind]] == ["files"]


STARTED = """
import sys
from pathlib import Path
from analysis.core.errors import StoppedError
from analysis.notebook_runs import scheduler
scheduler._common_key = lambda: {"code": "same"}
try:
    scheduler.run_notebooks(sorted(Path(sys.argv[1]).glob("*.ipynb")), {}, Path(sys.argv[2]))
except StoppedError as error:
    sys.exit(str(error))
"""


def start_and_wait(tmp_path):
    """Start a notebook that ends and one that never does; return once the first is done."""
    build(tmp_path / "in", "01_works", "04_hangs")
    # A background job of a shell ignores SIGINT, and so would what it starts.
    process = subprocess.Popen(
        [sys.executable, "-c", STARTED, str(tmp_path / "in"), str(tmp_path / "out")],
        text=True,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    for _ in range(600):
        if saved_statuses(tmp_path).get("01_works") == "done":
            return process
        time.sleep(0.1)
    raise AssertionError("nothing was done within a minute")


def saved_statuses(tmp_path):
    path = tmp_path / "out" / "runs.json"
    if not path.is_file():
        return {}
    return {name: run["status"] for name, run in json.loads(path.read_text()).items()}


@pytest.mark.skipif(os.name != "posix", reason="signals of Unix")
def test_ctrl_c_keeps_what_is_done_says_so_and_ends_what_runs(tmp_path):
    process = start_and_wait(tmp_path)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=120)  # seconds, unless the machine is busy
    assert process.returncode == 1
    assert "Stopped. 1 of 2 notebooks are done and kept: 01_works. The same command" in errors
    assert saved_statuses(tmp_path) == {"01_works": "done", "04_hangs": "running"}
    notebooks = sorted((tmp_path / "in").glob("*"))
    done, hangs = scheduler.run_notebooks(notebooks, {}, tmp_path / "out", time_limit=4)
    assert (done.status, hangs.status) == ("skipped", "timed out")


@pytest.mark.skipif(os.name != "posix", reason="signals of Unix")
def test_a_killed_run_resumes_and_leaves_no_kernel(tmp_path):
    process = start_and_wait(tmp_path)
    started = children_of(process.pid)
    assert started
    process.kill()
    process.communicate()
    for _ in range(100):
        if not any(map(is_alive, started)):
            break
        time.sleep(0.1)
    assert not any(map(is_alive, started))
    (outcome,) = scheduler.run_notebooks([tmp_path / "in/01_works.ipynb"], {}, tmp_path / "out")
    assert outcome.reason == "nothing changed"


def children_of(pid):
    """Return the processes below one, kernels too."""
    command = ["ps", "-eo", "pid=,ppid="]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    pairs = [tuple(map(int, line.split())) for line in listed.splitlines()]
    found, parents = set(), {pid}
    while parents:
        parents = {child for child, parent in pairs if parent in parents} - found
        found |= parents
    return found


def is_alive(pid):
    """Return whether a process runs; one that nobody has waited for yet has ended."""
    command = ["ps", "-o", "stat=", "-p", str(pid)]
    state = subprocess.run(command, capture_output=True, text=True).stdout.strip()
    return bool(state) and not state.startswith("Z")


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"nams": "x"}, "No parameter 'nams'; did you mean 'names'"),
        ({"n": "many"}, "n should be int, but is 'many'"),
    ],
)
def test_a_bad_value_stops_everything_before_a_kernel_starts(values, message, tmp_path):
    notebooks = build(tmp_path / "in", "01_works")
    with pytest.raises(ParameterError, match=message):
        scheduler.run_notebooks(notebooks, values, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_value_is_known_if_one_notebook_declares_it(tmp_path):
    notebooks = build(tmp_path, "01_works", "08_event")
    values = {"names": "x,y", "event": "flood", "n": "3"}
    converted = scheduler.validate_parameters(notebooks, values)
    assert converted == {"names": ["x", "y"], "event": "flood", "n": 3}
    with pytest.raises(ParameterError, match="'start' is now called 'since'"):
        scheduler.validate_parameters(notebooks, {"start": "2018-11-02"})


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], ["01_works", "02_raises"]),
        (["02"], ["02_raises"]),
        (["01_works.ipynb"], ["01_works"]),
        (["02", "01", "02_raises"], ["01_works", "02_raises"]),
        (["2", "02"], None),
        (["03"], None),
    ],
)
def test_notebooks_are_found_by_name_or_number(tmp_path, names, expected):
    build(tmp_path, "01_works", "02_raises")
    if expected is None:
        with pytest.raises(ParameterError, match="No notebook"):
            scheduler.find_notebooks(names, tmp_path)
    else:
        assert [path.stem for path in scheduler.find_notebooks(names, tmp_path)] == expected


@pytest.mark.parametrize(
    ("status", "ok"),
    [
        ("done", True),
        ("skipped", True),
        ("failed", False),
        ("timed out", False),
        ("running", False),
    ],
)
def test_an_outcome_is_good_if_there_is_a_result(status, ok):
    assert Outcome("one", status, 1.0, "").ok is ok
