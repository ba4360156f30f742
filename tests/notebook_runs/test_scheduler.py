"""The suite: a failed notebook is kept and named, the others go on, and nothing unchanged runs twice."""

import json
import os
import signal
import subprocess
import sys
import time

import nbformat
import pytest
from small_notebooks import build

from analysis.core.errors import ParameterError
from analysis.notebook_runs import scheduler


@pytest.fixture(scope="module", autouse=True)
def _same_code():
    """Take the code for unchanged, since it may be edited while the tests run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scheduler, "_shared_key", lambda: {"code": "same"})
        yield


@pytest.fixture(scope="module")
def first_run(tmp_path_factory):
    folder = tmp_path_factory.mktemp("suite")
    notebooks = build(folder / "in", "01_works", "02_raises", "03_dies")
    return (
        folder,
        notebooks,
        scheduler.run_notebooks(
            notebooks, {"n": "3", "names": "x,y"}, folder / "out", workers=3, limit_s=120
        ),
    )


def test_each_ends_as_it_should(first_run):
    _, _, outcomes = first_run
    assert [(o.notebook, o.status) for o in outcomes] == [
        ("01_works", "done"),
        ("02_raises", "failed"),
        ("03_dies", "failed"),
    ]
    assert [o.ok for o in outcomes] == [True, False, False]
    assert "ZeroDivisionError" in outcomes[1].reason


def test_values_reach_the_notebook(first_run):
    folder, _, _ = first_run
    assert (folder / "out/outputs/01_works/said.txt").read_text() == "3 ['x', 'y']"


def test_a_failed_notebook_is_kept_with_its_error(first_run):
    folder, _, _ = first_run
    nb = nbformat.read(folder / "out/notebooks/02_raises.ipynb", 4)
    assert any(
        o.get("ename") == "ZeroDivisionError" for c in nb.cells for o in c.get("outputs", [])
    )


def test_second_run_skips_what_is_good_and_says_why(first_run):
    folder, notebooks, _ = first_run
    again = scheduler.run_notebooks(
        notebooks[:2], {"n": "3", "names": "x,y"}, folder / "out", limit_s=60
    )
    assert [(o.status, o.reason) for o in again][0] == ("skipped", "nothing changed")
    assert again[1].status == "failed"
    assert set(json.loads((folder / "out/runs.json").read_text())) == {
        "01_works",
        "02_raises",
        "03_dies",
    }


def test_a_changed_parameter_runs_it_again_and_is_named(first_run):
    folder, notebooks, _ = first_run
    (outcome,) = scheduler.run_notebooks(notebooks[:1], {"n": 4}, folder / "out")
    assert (outcome.status, outcome.reason) == ("done", "parameters changed")


def test_a_notebook_that_hangs_is_ended_and_says_so(tmp_path):
    (outcome,) = scheduler.run_notebooks(
        build(tmp_path / "in", "04_hangs"), {}, tmp_path / "out", limit_s=4
    )
    assert (outcome.status, outcome.ok) == ("timed out", False)
    assert "longer than 4 s" in outcome.reason


def test_with_one_notebook_changed_only_that_one_runs(tmp_path):
    notebooks = build(tmp_path / "in", "01_works", "08_event")
    left = tmp_path / "out/outputs/08_event/left.json"  # by an older run
    left.parent.mkdir(parents=True)
    left.touch()
    assert [o.status for o in scheduler.run_notebooks(notebooks, {}, tmp_path / "out")] == [
        "done",
        "done",
    ]
    assert [p.name for p in left.parent.iterdir()] == ["said.json"]
    nb = nbformat.read(notebooks[0], 4)
    nb.cells.append(nbformat.v4.new_markdown_cell("One more."))
    nbformat.write(nb, notebooks[0])
    again = scheduler.run_notebooks(notebooks, {}, tmp_path / "out")
    assert [(o.status, o.reason) for o in again] == [
        ("done", "notebook changed"),
        ("skipped", "nothing changed"),
    ]


def test_a_file_that_a_parameter_names_is_watched(tmp_path):
    (notebook,), sheet = build(tmp_path / "in", "08_event"), tmp_path / "sheet.xlsx"
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
scheduler._shared_key = lambda: {"code": "same"}
try:
    scheduler.run_notebooks(sorted(Path(sys.argv[1]).glob("*.ipynb")), {}, Path(sys.argv[2]))
except StoppedError as error:
    sys.exit(str(error))
"""


def start_and_wait(tmp_path):
    """Start a run of one notebook that ends and one that never does; give it when the first is done."""
    build(tmp_path / "in", "01_works", "04_hangs")
    # a background job of a shell ignores SIGINT, and so would what it starts
    process = subprocess.Popen(
        [sys.executable, "-c", STARTED, str(tmp_path / "in"), str(tmp_path / "out")],
        text=True,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    for _ in range(600):
        if status(tmp_path).get("01_works") == "done":
            return process
        time.sleep(0.1)
    raise AssertionError("nothing was done within a minute")


def status(tmp_path):
    path = tmp_path / "out" / "runs.json"
    return (
        {k: v["status"] for k, v in json.loads(path.read_text()).items()} if path.is_file() else {}
    )


@pytest.mark.skipif(os.name != "posix", reason="signals of Unix")
def test_ctrl_c_leaves_what_is_done_says_so_and_ends_what_runs(tmp_path):
    process = start_and_wait(tmp_path)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=120)  # seconds, unless the machine is busy
    assert process.returncode == 1
    assert (
        "Stopped. 1 of 2 notebooks are done and kept: 01_works. The same command goes on from there."
        in said
    )
    assert status(tmp_path) == {"01_works": "done", "04_hangs": "running"}
    done, hangs = scheduler.run_notebooks(
        sorted((tmp_path / "in").glob("*")), {}, tmp_path / "out", limit_s=4
    )
    assert (done.status, hangs.status) == ("skipped", "timed out")


@pytest.mark.skipif(os.name != "posix", reason="signals of Unix")
def test_a_run_that_is_killed_goes_on_where_it_was_and_leaves_no_kernel(tmp_path):
    process = start_and_wait(tmp_path)
    workers = children_of(process.pid)
    assert workers
    process.kill()
    process.communicate()
    for _ in range(100):
        if not any(map(alive, workers)):
            break
        time.sleep(0.1)
    assert not any(map(alive, workers))
    assert [
        o.reason
        for o in scheduler.run_notebooks([tmp_path / "in/01_works.ipynb"], {}, tmp_path / "out")
    ] == ["nothing changed"]


def children_of(pid):
    """Give the processes below one, kernels too."""
    listed = subprocess.run(
        ["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True
    ).stdout
    pairs = [tuple(map(int, line.split())) for line in listed.splitlines()]
    found, todo = set(), {pid}
    while todo:
        todo = {child for child, parent in pairs if parent in todo} - found
        found |= todo
    return found


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{pid}/stat") as file:
        return file.read().rsplit(")", 1)[1].split()[0] != "Z"


def test_a_half_written_result_is_not_taken_for_one(tmp_path):
    """A process that ends while it writes leaves a part, which must not stand where a result belongs."""
    (outcome,) = scheduler.run_notebooks(
        build(tmp_path / "in", "04_hangs"), {}, tmp_path / "out", limit_s=0.01
    )
    assert outcome.status == "timed out"
    assert not list((tmp_path / "out/notebooks").glob("*.ipynb"))


def test_an_unknown_value_stops_everything_before_a_kernel_starts(tmp_path):
    notebooks = build(tmp_path / "in", "01_works")
    with pytest.raises(ParameterError, match="No parameter 'nams'; did you mean 'names'"):
        scheduler.run_notebooks(notebooks, {"nams": "x"}, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], ["01_works", "02_raises"]),
        (["02"], ["02_raises"]),
        (["01_works.ipynb"], ["01_works"]),
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
        assert [p.stem for p in scheduler.find_notebooks(names, tmp_path)] == expected
