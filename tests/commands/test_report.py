"""A report: values are checked before anything runs, and reach the notebooks."""

import shutil

import pytest
import small_report
from small_notebooks import build

from analysis.commands import report
from analysis.commands.extract import Extraction
from analysis.core.errors import ParameterError
from analysis.core.selection import Selection
from analysis.notebook_runs import scheduler

EXTRACTION = Extraction("a.csv", selection=Selection(seed=3))


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A folder of a report, which is not to be changed."""
    folder = tmp_path_factory.mktemp("built") / "out"
    small_report.build(folder)
    return folder


@pytest.fixture
def folder(tmp_path, built):
    """A folder of a report whose tables are current."""
    return shutil.copytree(built, tmp_path / "out")


@pytest.fixture
def calls(monkeypatch, tmp_path):
    """Replace the parts of a report; return what each was called with."""
    made = {}
    notebooks = build(tmp_path / "notebooks", "08_event")

    def find(names):
        made["names"] = names
        return notebooks

    def extract(extraction, folder, *, force):
        made["extraction"] = (extraction, folder, force)

    def run_notebooks(notebooks, values, folder, **options):
        made["run"] = (values, folder, options)
        return [scheduler.Outcome("08_event", "done", 1.0, "first run")]

    def write(folder, outcomes, code):
        made["code"] = code
        return folder / "index.html"

    monkeypatch.setattr(scheduler, "find_notebooks", find)
    monkeypatch.setattr(scheduler, "run_notebooks", run_notebooks)
    monkeypatch.setattr(report, "extract_if_changed", extract)
    monkeypatch.setattr("analysis.report.write.write_report", write)
    return made


def test_all_options_reach_their_places(calls, folder):
    result = report.report(
        EXTRACTION,
        folder,
        notebooks=["08"],
        values={"n": "2"},
        notebook_jobs=4,
        time_limit=60,
        force=True,
        show_code=True,
    )
    tables = folder / "tables"
    assert calls["names"] == ["08"]
    assert calls["extraction"] == (EXTRACTION, tables, True)
    values, out, options = calls["run"]
    assert values == {"corpus": str(tables), "seed": 3, "n": 2}
    assert out == folder
    assert options == {"notebook_jobs": 4, "time_limit": 60, "force": True}
    assert calls["code"] is True
    assert result.run is None
    assert result.index == folder / "index.html"
    assert [outcome.status for outcome in result.outcomes] == ["done"]


@pytest.mark.parametrize(
    ("values", "message", "reached"),
    [
        ({"corpus": "x"}, "corpus is set by the command itself; use the first argument", set()),
        ({"output_dir": "x"}, "output_dir is set by the command itself; use --out", set()),
        ({"outcom": "x"}, "No parameter 'outcom'; did you mean 'outcome'", set()),
        ({"start": "2018-11-02"}, "Parameter 'start' is now called 'since'", set()),
        ({"outcome": "kiled"}, "No outcome 'kiled'; did you mean 'killed'", set()),
    ],
)
def test_bad_values_stop_a_report_before_a_notebook_runs(calls, folder, values, message, reached):
    with pytest.raises(ParameterError, match=message):
        report.report(EXTRACTION, folder, values=values)
    assert set(calls) == {"names", *reached}


def test_notebooks_receive_the_tables_and_the_seed_of_the_selection(calls, folder):
    report.report(EXTRACTION, folder)
    assert calls["run"][0] == {"corpus": str(folder / "tables"), "seed": 3}
