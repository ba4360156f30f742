"""The commands ``corrections check`` and ``queue``: every row is told, no file is replaced."""

import csv

import pytest
import small_project

from analysis.commands import corrections
from analysis.core.errors import ParameterError
from analysis.run import pipeline

HEADER = "correction_id,table,key,column,old,new,coder,day,note"


@pytest.fixture
def project(tmp_path, monkeypatch):
    small_project.build(tmp_path)
    small_project.replace_models(monkeypatch, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_row_is_told_and_the_status_says_whether_all_is_well(project, capsys):
    status, printed, _ = small_project.run(capsys, "queue", "articles.csv", "--out", "queue.csv")
    assert status == 0
    assert "report articles.csv --corrections queue.csv" in printed
    with open("queue.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["column"] for row in rows} == {"checked"}
    assert all(row["text"] in row["sentence"] for row in rows)

    lines = [HEADER]
    lines.append(f"c1,figures,{rows[0]['key']},checked,,low=13; high=13,AB,2026-01-01,")
    lines.append("c2,figures,articles-0000 [0:2] 99,low,,13,AB,2026-01-01,")
    lines.append("c3,figures,articles-0000 [0:2] 99,low,,many,AB,2026-01-01,")
    (project / "mine.csv").write_text("\n".join(lines))
    command = ("corrections", "check", "mine.csv", "articles.csv")
    status, printed, _ = small_project.run(capsys, *command, "--all")
    assert status == 2
    assert "mine.csv, line 2: applied" in printed
    assert "mine.csv, line 3: not found: characters 0 to 2" in printed
    assert "mine.csv, line 4: bad: low='many' is not a number" in printed
    assert "3 corrections: 1 bad, 1 applied, 1 not found" in printed

    (project / "mine.csv").write_text("\n".join(lines[:3]))
    assert small_project.run(capsys, *command)[0] == 1
    (project / "mine.csv").write_text("\n".join(lines[:2]))
    status, printed, _ = small_project.run(capsys, *command)
    assert (status, "line 2" in printed) == (0, False)

    options = ("--corrections", "mine.csv", "--only-checked", "--out", "tables")
    assert small_project.run(capsys, "extract", "articles.csv", *options)[0] == 0
    run = pipeline.open_tables("tables")
    assert run.figures["low"].tolist() == [13]
    assert run.note == "1 of 1 figures checked by 1 coder, 1 changed."
    assert run.manifest["corrections"]["name"] == "mine.csv"


def test_a_filled_queue_is_never_replaced(tmp_path):
    (tmp_path / "queue.csv").write_text("filled in")
    with pytest.raises(ParameterError, match=r"a coder may have filled it in.*queue-2.csv"):
        corrections.queue("no-such-file.csv", tmp_path / "queue.csv")
    assert (tmp_path / "queue.csv").read_text() == "filled in"


def test_a_changed_file_of_corrections_makes_the_tables_again(project):
    from analysis.commands.extract import Extraction

    plain = Extraction("articles.csv")
    before = plain.key()
    (project / "corrections.csv").write_text("table,key,column,new\noutlets,SANA,alias,Sana\n")
    assert plain.key() != before
    assert Extraction("articles.csv", only_checked=True).key() != plain.key()
