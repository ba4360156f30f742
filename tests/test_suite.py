"""The suite: a failed notebook is kept and named, the others go on, and nothing unchanged runs twice."""

import json

import nbformat
import pytest
from small_notebooks import build

from analysis import suite
from analysis.errors import ParameterError


@pytest.fixture(scope="module")
def first_run(tmp_path_factory):
    folder = tmp_path_factory.mktemp("suite")
    notebooks = build(folder / "in", "01_works", "02_raises", "03_dies")
    return folder, notebooks, suite.run(notebooks, {"n": "3", "names": "x,y"}, folder / "out", workers=3, limit_s=120)


def test_each_ends_as_it_should(first_run):
    _, _, outcomes = first_run
    assert [(o.notebook, o.status) for o in outcomes] == [
        ("01_works", "done"), ("02_raises", "failed"), ("03_dies", "failed")]
    assert [o.ok for o in outcomes] == [True, False, False]
    assert "ZeroDivisionError" in outcomes[1].reason


def test_values_reach_the_notebook(first_run):
    folder, _, _ = first_run
    assert (folder / "out/outputs/01_works/said.txt").read_text() == "3 ['x', 'y']"


def test_a_failed_notebook_is_kept_with_its_error(first_run):
    folder, _, _ = first_run
    nb = nbformat.read(folder / "out/notebooks/02_raises.ipynb", 4)
    assert any(o.get("ename") == "ZeroDivisionError" for c in nb.cells for o in c.get("outputs", []))


def test_second_run_skips_what_is_good_and_says_why(first_run):
    folder, notebooks, _ = first_run
    again = suite.run(notebooks[:2], {"n": "3", "names": "x,y"}, folder / "out", limit_s=60)
    assert [(o.status, o.reason) for o in again][0] == ("skipped", "nothing changed")
    assert again[1].status == "failed"
    assert set(json.loads((folder / "out/runs.json").read_text())) == {"01_works", "02_raises", "03_dies"}


def test_a_changed_parameter_runs_it_again_and_is_named(first_run):
    folder, notebooks, _ = first_run
    outcome, = suite.run(notebooks[:1], {"n": 4}, folder / "out")
    assert (outcome.status, outcome.reason) == ("done", "parameters changed")


def test_a_notebook_that_hangs_is_ended_and_says_so(tmp_path):
    outcome, = suite.run(build(tmp_path / "in", "04_hangs"), {}, tmp_path / "out", limit_s=4)
    assert (outcome.status, outcome.ok) == ("timed out", False)
    assert "longer than 4 s" in outcome.reason


def test_an_unknown_value_stops_everything_before_a_kernel_starts(tmp_path):
    notebooks = build(tmp_path / "in", "01_works")
    with pytest.raises(ParameterError, match="No parameter 'nams'; did you mean 'names'"):
        suite.run(notebooks, {"nams": "x"}, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("names", "expected"), [
    ([], ["01_works", "02_raises"]), (["02"], ["02_raises"]), (["01_works.ipynb"], ["01_works"]), (["2", "02"], None), (["03"], None)])
def test_notebooks_are_found_by_name_or_number(tmp_path, names, expected):
    build(tmp_path, "01_works", "02_raises")
    if expected is None:
        with pytest.raises(ParameterError, match="No notebook"):
            suite.find(names, tmp_path)
    else:
        assert [p.stem for p in suite.find(names, tmp_path)] == expected
