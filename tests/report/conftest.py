"""The small report that the tests of the pages share."""

import pytest
import small_report

from analysis.report.write import write_report


@pytest.fixture(scope="session")
def small_run(tmp_path_factory):
    """Return the folder of a written report, and the outcomes of its notebooks."""
    folder = tmp_path_factory.mktemp("report") / "run"
    outcomes = small_report.build(folder)
    write_report(folder, outcomes)
    return folder, outcomes


@pytest.fixture
def folder(small_run):
    """Return the folder of the small report."""
    return small_run[0]
