"""The commands ``compare-coders`` and ``adjudicate``: from two sheets to a file that is applied."""

import csv

import pytest
import small_project
from openpyxl import load_workbook

from analysis.commands.adjudicate import adjudicate
from analysis.commands.compare_coders import compare_coders
from analysis.core.errors import ParameterError

COMPARE = ("compare-coders", "ada.xlsx", "bob.xlsx", "--corpus", "articles.csv", "--out", "both")
DECIDE = ("adjudicate", "both/disagreements.xlsx", "ada.xlsx", "bob.xlsx", "--corpus")
DECIDE += ("articles.csv", "--coder", "Cyd", "--out", "agreed.csv")


@pytest.fixture
def project(tmp_path, monkeypatch):
    small_project.build(tmp_path)
    small_project.replace_models(monkeypatch, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_from_two_sheets_to_corrections_that_are_applied(project, capsys):
    status, printed, _ = small_project.run(capsys, *COMPARE)
    assert status == 0
    assert "rows of figures that several coders filled in: 2" in printed
    assert "Values on which they differ: 1. Choose a value in the column decision" in printed
    assert "adjudicate both/disagreements.xlsx ada.xlsx bob.xlsx --corpus articles.csv" in (
        printed.replace(f"{project}/", "")
    )
    agreement = {row["variable"]: row for row in read("both/agreement.csv")}
    assert agreement["outcome"]["percent_agreement"] == "50.0"
    assert agreement["number_text"]["measure"] == "unitised"
    assert agreement["number_text"]["alpha"] == "1.0"

    status, printed, _ = small_project.run(capsys, *DECIDE)
    assert status == 0
    assert "undecided: articles-0001 [" in printed
    assert "] 14: outcome" in printed
    made = {row["key"][-2:]: row["column"] for row in read("agreed.csv")}
    assert made["14"] != "outcome"

    book = load_workbook("both/disagreements.xlsx")
    page = book["code here"]
    names = [cell.value for cell in page[1]]
    row = dict(zip(names, (cell.value for cell in page[2]), strict=True))
    assert (row["variable"], row["ada"], row["bob"]) == ("outcome", "killed", "injured")
    assert row["decision"] is None
    assert [str(rule.sqref)[-1] for rule in page.data_validations.dataValidation] == ["2"]
    page.cell(2, names.index("decision") + 1).value = "injured"
    book.save("both/disagreements.xlsx")
    (project / "agreed.csv").unlink()
    status, printed, _ = small_project.run(capsys, *DECIDE)
    assert (status, "0 undecided" in printed) == (0, True)
    rows = read("agreed.csv")
    assert {row["coder"] for row in rows} == {"ada; bob; Cyd"}
    assert {row["note"] for row in rows} == {"coded by ada; bob"}
    assert rows[0]["correction_id"] == "agreed-0001"
    assert all(row["day"] for row in rows)
    status, printed, _ = small_project.run(
        capsys, "corrections", "check", "agreed.csv", "articles.csv"
    )
    assert status == 0, printed
    assert "bad" not in printed


def test_files_of_a_person_are_never_replaced(project):
    with pytest.raises(ParameterError, match="is not empty, so nothing is written there"):
        compare_coders([], "no-such-file.csv", project)
    (project / "agreed.csv").write_text("mine")
    with pytest.raises(ParameterError, match="agreed-2.csv"):
        adjudicate(project / "d.xlsx", [], "no-such-file.csv", project / "agreed.csv")


def test_errors_end_with_status_2_and_what_to_do(project, capsys):
    status, _, errors = small_project.run(capsys, "compare-coders", "ada.xlsx", "--corpus", "x.csv")
    assert status == 2
    assert "x.csv" in errors
    words = ("compare-coders", "ada.xlsx", "--corpus", "articles.csv", "--out", "both")
    status, _, errors = small_project.run(capsys, *words)
    assert (status, "One sheet cannot be compared" in errors) == (2, True)
