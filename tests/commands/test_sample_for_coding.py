"""A sample for coding: options reach the draw, and the spreadsheet is written."""

import pandas as pd
import pytest

from analysis.commands.sample_for_coding import sample_for_coding
from analysis.core.errors import ParameterError
from analysis.evaluate import coding_sheets
from analysis.run import pipeline
from analysis.run.execution import Execution


def test_options_reach_the_draw(monkeypatch, tmp_path):
    calls = []

    def run(source, **options):
        calls.append((source, options))
        return "the run"

    def draw_sample(*options):
        calls.append(options)
        return pd.DataFrame({"item": [1, 2]})

    monkeypatch.setattr(pipeline, "run", run)
    monkeypatch.setattr(coding_sheets, "draw_sample", draw_sample)
    monkeypatch.setattr(coding_sheets, "write_sheet", lambda sheet, path: path)
    path = tmp_path / "coding.xlsx"
    sample = sample_for_coding("a.csv", path, n_sentences=7, seed=3, prefill=True, progress=True)
    assert calls == [
        ("a.csv", {"execution": Execution(progress=True)}),
        ("the run", 7, 3, True),
    ]
    assert (sample.n_rows, sample.path) == (2, path)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("coding.xlsx", "a coder may have filled it in.*--out coding-2.xlsx"),
        ("coding.csv", "is not the name of a spreadsheet. Use --out coding.xlsx"),
        ("coding.xlsx/below.xlsx", "Cannot write .*--out coding.xlsx"),
    ],
)
def test_a_filled_sheet_is_never_replaced_and_told_before_anything_is_read(name, message, tmp_path):
    (tmp_path / "coding.xlsx").write_text("filled in")
    with pytest.raises(ParameterError, match=message):
        sample_for_coding("no-such-file.csv", tmp_path / name)
    assert (tmp_path / "coding.xlsx").read_text() == "filled in"
