"""A sample for coding: options reach the draw, and the spreadsheet is written."""

import pytest
import small_project
from openpyxl import load_workbook

from analysis.commands.sample_for_coding import sample_for_coding
from analysis.core.errors import ParameterError


@pytest.fixture
def project(tmp_path, monkeypatch):
    small_project.build(tmp_path)
    small_project.replace_models(monkeypatch, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_options_reach_the_draw(project):
    path = project / "new" / "coding.xlsx"
    sample = sample_for_coding("articles.csv", path, n_items=2, seed=3)
    assert (sample.n_rows, sample.noun, sample.path) == (2, "sentences", path)
    assert load_workbook(path)["code here"].max_row == 3
    pairs = project / "pairs.xlsx"
    sample = sample_for_coding("articles.csv", pairs, layer="stories", prefill=True)
    assert (sample.n_rows, sample.noun) == (3, "pairs of articles")
    page = load_workbook(pairs)["code here"]
    assert [cell.value for cell in page[2]][-2] in ("yes", "no")


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
