"""Export: options reach the layout, the file is new, and the sheet is that of the run."""

from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.commands.export import export
from analysis.core.errors import ParameterError
from analysis.run import pipeline
from analysis.run.execution import Execution
from tests.compare.event_sheets.sheet_tables import DEFAULT_FIGURES, tables


@pytest.fixture
def calls(monkeypatch):
    """Let every source be the small run; note how it was opened."""
    made = []

    def run(source, **options):
        made.append((source, options))
        return SimpleNamespace(**tables()._asdict())

    monkeypatch.setattr(pipeline, "run", run)
    return made


def test_the_sheet_is_written_and_what_is_left_out_is_counted(calls, tmp_path):
    sheet = export("tables", tmp_path / "sheet.csv", layout="acled", progress=True)
    assert calls == [("tables", {"execution": Execution(progress=True)})]
    assert (sheet.dataset, sheet.n_rows, sheet.n_events) == ("ACLED", 2, 1)
    assert sheet.left_out == {"injured": 1}
    assert sheet.path.read_bytes().startswith(b"\xef\xbb\xbfevent_id_cnty,event_date")
    written = pd.read_csv(sheet.path)
    assert written["fatalities"].tolist() == [29, 40]
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.csv"]


@pytest.mark.usefixtures("calls")
def test_without_a_path_the_sheet_is_named_after_the_dataset(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert export("tables", None, layout="timemap").path == tmp_path / "events-timemap.csv"


@pytest.mark.parametrize(
    ("name", "layout", "message"),
    [
        ("mine.csv", "ucdp", "exists, so it is not replaced.*--out mine-2.csv"),
        ("sheet.csv", "ucpd", "No dataset 'ucpd'; did you mean 'ucdp'. Available: ucdp, acled"),
    ],
)
def test_bad_options_are_told_before_anything_is_read(calls, tmp_path, name, layout, message):
    (tmp_path / "mine.csv").write_text("mine")
    with pytest.raises(ParameterError, match=message):
        export("tables", tmp_path / name, layout=layout)
    assert calls == []
    assert (tmp_path / "mine.csv").read_text() == "mine"


def test_a_sheet_without_rows_is_not_written(monkeypatch, tmp_path):
    injured = SimpleNamespace(**tables([DEFAULT_FIGURES[1]])._asdict())
    monkeypatch.setattr(pipeline, "run", lambda source, **options: injured)
    with pytest.raises(ParameterError, match=r"no figure of an event that UCDP GED .*--as timemap"):
        export("tables", tmp_path / "sheet.csv", layout="ucdp")
    assert list(tmp_path.iterdir()) == []
