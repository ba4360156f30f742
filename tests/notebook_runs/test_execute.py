"""One notebook in a process of its own: time limits, half-written results, a second attempt."""

import json

import pytest
from small_notebooks import build

from analysis.core.errors import RunError
from analysis.notebook_runs import execute
from analysis.notebook_runs.execute import NotebookRunner


def run(tmp_path, name, time_limit):
    (notebook,) = build(tmp_path / "in", name)
    target = tmp_path / "out" / f"{name}.ipynb"
    return NotebookRunner().run(notebook, target, {}, time_limit), target


def test_a_notebook_that_hangs_is_ended_and_says_so(tmp_path):
    (status, reason), _ = run(tmp_path, "04_hangs", 4)
    assert status == "timed out"
    assert "took longer than 4 s; raise --time-limit" in reason


def test_a_half_written_result_is_not_mistaken_for_one(tmp_path):
    (status, _), target = run(tmp_path, "04_hangs", 0.01)
    assert status == "timed out"
    assert not list(target.parent.glob("*.ipynb"))


@pytest.mark.parametrize(
    ("written", "expected"), [('{"cells": []}', "new"), ('{"cells": [', None), (None, None)]
)
def test_a_result_replaces_an_older_one_only_if_it_is_whole(written, expected, tmp_path):
    partial, target = tmp_path / ".one.partial.ipynb", tmp_path / "one.ipynb"
    target.write_text("old")
    if written:
        partial.write_text(written)
    execute._replace_if_whole(partial, target)
    assert not partial.exists()
    assert target.exists() is (expected == "new")
    if expected:
        assert target.read_text() == written


class Attempts(NotebookRunner):
    """A runner whose processes end as a test says."""

    def __init__(self, *ends):
        super().__init__()
        self.ends = list(ends)

    def _run_process(self, notebook, target, values, time_limit):
        return self.ends.pop(0)


NOT_STARTED = (1, "RuntimeError: Kernel didn't respond in 120 seconds")
DIED = (1, "RuntimeError: Kernel died before replying to kernel_info")


@pytest.mark.parametrize(
    ("ends", "expected", "n_left"),
    [
        ([(0, "")], ("done", ""), 0),
        ([(0, "a warning")], ("done", ""), 0),
        ([NOT_STARTED, (0, "")], ("done", ""), 0),
        ([DIED, (0, "")], ("done", ""), 0),
        ([NOT_STARTED, DIED, (0, "")], ("failed", DIED[1]), 1),
        ([(1, "KeyError: 'n'"), (0, "")], ("failed", "KeyError: 'n'"), 1),
        ([NOT_STARTED, (1, "KeyError: 'n'")], ("failed", "KeyError: 'n'"), 0),
    ],
)
def test_a_kernel_that_does_not_start_gets_a_second_attempt(
    ends, expected, n_left, tmp_path, caplog
):
    runner = Attempts(*ends)
    target = tmp_path / "out" / "one.ipynb"
    assert runner.run(tmp_path / "one.ipynb", target, {}, 60) == expected
    assert len(runner.ends) == n_left
    n_attempts = len(ends) - n_left
    assert caplog.text.count("trying again") == n_attempts - 1


def test_no_notebook_starts_after_a_stop(tmp_path):
    runner = NotebookRunner()
    runner.stop()
    assert runner.stopped
    with pytest.raises(RunError, match="stopped before it started"):
        runner.run(tmp_path / "one.ipynb", tmp_path / "out" / "one.ipynb", {}, 60)


@pytest.mark.parametrize(
    ("errors", "expected"),
    [
        ("", "the process ended without an error message"),
        ("\n \n", "the process ended without an error message"),
        ("first\nKeyError: 'n'\n\n", "KeyError: 'n'"),
        ("x" * 600, "x" * 500),
    ],
)
def test_the_reason_is_the_last_line_of_the_errors(errors, expected):
    assert execute._last_line(errors) == expected


def executed(*counts):
    cells = [
        {
            "cell_type": "code",
            "execution_count": count,
            "metadata": {},
            "outputs": [],
            "source": "n",
        }
        for count in counts
    ]
    remark = {"cell_type": "markdown", "metadata": {}, "source": "n"}
    empty = {**cells[0], "execution_count": None, "source": " "}
    notebook = {"cells": [remark, empty, *cells], "metadata": {}, "nbformat": 4}
    return json.dumps({**notebook, "nbformat_minor": 4})


@pytest.mark.parametrize(
    ("counts", "message"),
    [([1, 2], None), ([1, None, None], "one.ipynb: 2 code cells have no result, the first is.*1")],
)
def test_a_cell_without_a_result_is_an_error(counts, message, tmp_path):
    path = tmp_path / "one.ipynb"
    path.write_text(executed(*counts))
    if message is None:
        execute._validate_finished(path, path)
    else:
        with pytest.raises(RunError, match=message):
            execute._validate_finished(path, path)
