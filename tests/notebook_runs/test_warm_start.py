"""Notebooks start from a loaded process: they share nothing, and each ends alone."""

import logging
import subprocess
import sys

import nbformat
import pytest
from small_notebooks import PARAMETERS, build

from analysis.notebook_runs import warm_start
from analysis.notebook_runs.execute import NotebookRunner
from analysis.notebook_runs.warm_start import WarmStart

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux")


def written(path, *cells):
    """Write a notebook with these code cells."""
    made = [nbformat.v4.new_code_cell(source) for source in (PARAMETERS, *cells)]
    made[0].metadata["tags"] = ["parameters"]
    nbformat.write(nbformat.v4.new_notebook(cells=made), path)
    return path


def texts(path):
    """Return what the cells of an executed notebook printed."""
    cells = nbformat.read(path, 4).cells
    return "".join(output.get("text", "") for cell in cells for output in cell.get("outputs", []))


def run(runner, notebook, time_limit=60):
    target = notebook.with_name("out") / notebook.name
    return runner.run(notebook, target, {}, time_limit), target


@on_linux
def test_a_change_of_a_module_does_not_reach_another_notebook(tmp_path):
    source = "import pandas\nprint(getattr(pandas, 'mark', 'none'))\npandas.mark = 'changed'"
    notebooks = [written(tmp_path / f"{name}.ipynb", source) for name in ("one", "two")]
    with WarmStart(notebooks) as warm:
        runner = NotebookRunner(warm)
        ends = [run(runner, notebook) for notebook in notebooks]
    assert [end for end, _ in ends] == [("done", "")] * 2
    assert [texts(target) for _, target in ends] == ["none\n"] * 2


@on_linux
def test_what_a_notebook_imports_is_loaded_before_it_starts(tmp_path):
    source = "import sys\nprint('papermill' in sys.modules, sys.modules.get('rfc3987_syntax'))"
    source += "\nprint(__name__, __import__('os').getcwd())"
    notebook = written(tmp_path / "one.ipynb", source)
    with WarmStart([notebook]) as warm:
        _, target = run(NotebookRunner(warm), notebook)
    loaded, slow_part, name, folder = texts(target).split()
    assert (loaded, slow_part, name) == ("True", "None", "__main__")
    assert folder.endswith("notebooks")


@on_linux
def test_a_killed_kernel_ends_its_notebook_alone(tmp_path):
    source = "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)"  # as for want of memory
    killed = written(tmp_path / "killed.ipynb", source)
    good = written(tmp_path / "good.ipynb", "print('good')")
    with WarmStart([killed, good]) as warm:
        runner = NotebookRunner(warm)
        (status, reason), _ = run(runner, killed)
        end, target = run(runner, good)
    assert (status, reason) == ("failed", "DeadKernelError: Kernel died")
    assert (end, texts(target)) == (("done", ""), "good\n")


@on_linux
def test_a_killed_runner_ends_its_kernel(tmp_path):
    source = "import os, signal, time\nos.kill(os.getppid(), signal.SIGKILL)\ntime.sleep(600)"
    notebook = written(tmp_path / "one.ipynb", source)
    with WarmStart([notebook]) as warm:
        (status, reason), _ = run(NotebookRunner(warm), notebook)
    assert status == "failed"
    assert "Parent appears to have exited, shutting down" in reason


@on_linux
def test_a_loaded_process_that_ends_costs_no_notebook(tmp_path, caplog):
    notebook = written(tmp_path / "one.ipynb", "print('good')")
    with WarmStart([notebook]) as warm:
        runner = NotebookRunner(warm)
        first, _ = run(runner, notebook)
        warm._loaded.kill()
        warm._loaded.wait()
        again, target = run(runner, notebook)
    assert first == again == ("done", "")
    assert texts(target) == "good\n"
    assert "notebooks start from nothing" in caplog.text


@on_linux
def test_a_process_that_was_never_copied_is_killed_and_waited_for(tmp_path):
    with WarmStart(build(tmp_path, "01_works")) as warm:
        process = warm.start()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.01)
        process.terminate()
        process.kill()
        assert process.wait(60) == 1


def test_where_processes_cannot_be_forked_notebooks_start_from_nothing(monkeypatch, caplog):
    monkeypatch.setattr(warm_start.sys, "platform", "darwin")
    with caplog.at_level(logging.INFO), WarmStart([]) as warm:
        assert warm.start() is None
        assert warm.start() is None
    assert caplog.text.count("only Linux can copy a loaded process") == 1


def test_the_imports_of_notebooks_are_found(tmp_path):
    cells = ["%timeit 1\nfrom analysis.run import x", "import os\nfrom pandas import concat"]
    cells += ["from analysis.notebook import (bars,\n examples)", "import analysis.cli"]
    first = written(tmp_path / "one.ipynb", *cells)
    second = written(tmp_path / "two.ipynb", "from analysis.notebook import accuracy, bars")
    assert warm_start.imported_names([first, second]) == {
        "analysis.notebook": ["accuracy", "bars", "examples"]
    }
