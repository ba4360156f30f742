"""A batch: one run for each row, bad rows named before anything runs, and an index of the runs."""

import csv
import json
import re

import lxml.html
import pytest
import small_report
from small_notebooks import build

from analysis.commands import batch
from analysis.commands.extract import Extraction
from analysis.core.errors import InputError, ParameterError
from analysis.notebook_runs import scheduler

CORPUS = Extraction("a.csv")
TABLE = """\
event;outcome;n
sample-flood;killed;2
sample-bridge;;0
sample-flood;killed;2
"""


def table(folder, text, name="events.csv"):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf8")
    return folder / name


@pytest.fixture(scope="module")
def event(tmp_path_factory):
    return build(tmp_path_factory.mktemp("notebooks"), "08_event")[0]


@pytest.fixture(scope="module")
def made(tmp_path_factory, event):
    """Run two sets of values, one of which fails, then one more, on tables that exist."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("batch") / "out"
        small_report.build(folder)
        patch.setattr(scheduler, "find_notebooks", lambda names: [event])
        patch.setattr(batch, "extract_if_changed", lambda *_, **__: None)
        patch.setattr(scheduler, "_common_key", dict)  # the code may be edited while this runs
        rows = table(folder.parent, TABLE)
        first = batch.batch(rows, CORPUS, folder, notebook_jobs=3)
        page = lxml.html.parse(folder / "index.html").getroot()
        longer = TABLE.replace("n\n", "n\nsample-flood;injured;5\n", 1)
        added = table(folder.parent, longer, "more.csv")
        yield folder, first, page, batch.batch(added, CORPUS, folder, notebook_jobs=3)


def test_a_failed_row_leaves_the_others(made):
    _, first, _, _ = made
    assert [(o.status, o.notebook[:-9]) for o in first.outcomes] == [
        ("done", "sample-flood-killed-2"),
        ("failed", "sample-bridge-0"),
    ]
    assert "ZeroDivisionError" in first.outcomes[1].reason


def test_rows_that_are_added_do_not_run_the_others_again(made):
    _, _, _, second = made
    assert [o.status for o in second.outcomes] == ["done", "skipped", "failed"]
    assert [o.reason for o in second.outcomes[:2]] == ["first run", "nothing changed"]


def test_the_index_names_parameters_status_seconds_and_files(made):
    folder, *_ = made
    with (folder / "index.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == [
        "row",
        "event",
        "outcome",
        "n",
        "status",
        "seconds",
        "why",
        "finding",
        "page",
        "notebook",
        "outputs",
    ]
    assert [r["row"] for r in rows] == [f"more.csv, line {n}" for n in (2, 3, 4, 5)]
    assert [r["status"] for r in rows] == ["done", "skipped", "failed", "skipped"]
    assert rows[2]["outcome"] == rows[2]["finding"] == ""
    assert rows[3]["why"] == "same values as more.csv, line 3"
    assert rows[0]["finding"] == "5 of sample-flood, injured"
    for row in rows:
        assert (folder / row["page"]).is_file()
        assert (folder / row["notebook"]).is_file()
    assert all(float(r["seconds"]) > 0 for r in rows)


def test_the_page_of_the_index_leads_to_every_run(made):
    folder, _, page, _ = made
    assert [a.text for a in page.xpath("//table//th/a")] == [
        f"events.csv, line {n}" for n in (2, 3, 4)
    ]
    assert all((folder / href).is_file() for href in page.xpath("//table//a/@href"))
    assert re.search("1 of 2 runs (?:failed|did not end well)", page.text_content())
    assert "ZeroDivisionError" in page.xpath("string(//table)")


def test_pages_of_a_batch_do_not_name_each_other_in_the_head(made):
    folder, first, *_ = made
    page = lxml.html.parse(folder / "pages" / f"{first.outcomes[0].notebook}.html").getroot()
    assert page.xpath("//nav[@aria-label='Pages']//li/a/text()") == ["evidence"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("evnt\nx\n", "events.csv: No parameter 'evnt'; did you mean 'event'"),
        ("n\nmany\n", r"events.csv, line 2: 08_event: parameter n should be int, but is 'many'"),
        (
            "event,limit\na,1\nb,-1\n",
            "events.csv, line 3: 08_event: parameter limit should be 0 or more",
        ),
        ("since\n2016-13-45\n", "line 2: .* should be a day"),
        ("outcome\nkilled\ningured\n", "line 3: No outcome 'ingured'; did you mean 'injured'"),
        ('sheets\n"one.xlsx, two.xlsx"\n', "line 2: .* names 'one.xlsx', which is not a file in"),
        ("start\n2016-01-02\n", "events.csv: Parameter 'start' is now called 'since'"),
        ("corpus\nembedded\n", "corpus is set by the command itself"),
        ("output_dir\nx\n", "output_dir is set by the command itself"),
        ("event,n\na,1,2\n", "events.csv, line 2: has 3 cells where the header has 2"),
    ],
)
def test_bad_rows_are_named_before_anything_runs(tmp_path, event, text, message):
    with pytest.raises(ParameterError, match=message):
        batch.read_rows(table(tmp_path, text), event)


@pytest.mark.parametrize(
    ("text", "message"), [("", "is empty"), ("event\n", "has a header and no rows")]
)
def test_a_table_without_rows_is_refused(tmp_path, event, text, message):
    with pytest.raises(InputError, match=message):
        batch.read_rows(table(tmp_path, text), event)


def test_all_bad_rows_are_named_together_and_ten_at_most(tmp_path, event):
    with pytest.raises(ParameterError) as caught:
        batch.read_rows(table(tmp_path, "n\n" + "x\n" * 12), event)
    assert str(caught.value).startswith(
        "No notebook was run. Fix these rows:\n  events.csv, line 2"
    )
    assert str(caught.value).count("should be int") == 10
    assert "and 2 more rows" in str(caught.value)


def test_what_the_corpus_lacks_is_refused_with_its_row(tmp_path, event, monkeypatch):
    small_report.build(tmp_path / "out")
    monkeypatch.setattr(scheduler, "find_notebooks", lambda names: [event])
    monkeypatch.setattr(batch, "extract_if_changed", lambda *_, **__: None)
    rows = table(tmp_path, "event,outcome\nsample-flod,\nsample-brige,\n")
    event_message = "line 2: No event 'sample-flod'; did you mean 'sample-flood'"
    with pytest.raises(ParameterError, match=f"(?s){event_message}.*line 3: No event"):
        batch.batch(rows, CORPUS, tmp_path / "out")
    assert not (tmp_path / "out" / "index.csv").exists()


def test_cells_become_values_and_empty_ones_are_left_out(tmp_path, event):
    (tmp_path / "one.xlsx").touch()
    rows = batch.read_rows(table(tmp_path, "event,n,sheets\n a ,3,\n,,one.xlsx\n"), event)
    assert [r.values for r in rows] == [
        {"event": "a", "n": 3},
        {"sheets": [str(tmp_path / "one.xlsx")]},
    ]
    assert [r.where for r in rows] == ["events.csv, line 2", "events.csv, line 3"]


def test_json_lines_are_read_too(tmp_path, event):
    rows = batch.read_rows(
        table(tmp_path, json.dumps({"event": "a", "n": 3}) + "\n", "events.jsonl"), event
    )
    assert [r.values for r in rows] == [{"event": "a", "n": 3}]


def test_a_run_is_named_after_its_values_in_letters_that_every_system_takes(tmp_path, event):
    first, second, third = batch.read_rows(
        table(tmp_path, "event\nA/b: ü\nA/b: o\n" + "x" * 80 + "\n"), event
    )
    assert first.name.startswith("a-b-")
    assert first.name != second.name
    assert len(third.name) < 60


def test_ten_bad_rows_are_all_named(tmp_path, event):
    with pytest.raises(ParameterError) as caught:
        batch.read_rows(table(tmp_path, "n\n" + "x\n" * 10), event)
    assert str(caught.value).count("should be int") == 10
    assert "more rows" not in str(caught.value)


def test_rows_without_values_are_named_after_the_defaults(tmp_path, event):
    (row,) = batch.read_rows(table(tmp_path, '{"event": null, "n": " "}\n', "a.jsonl"), event)
    assert row.values == {}
    assert row.name.startswith("defaults-")


def test_one_notebook_is_run_for_a_batch(tmp_path, monkeypatch):
    found = build(tmp_path, "01_works", "02_raises")
    monkeypatch.setattr(scheduler, "find_notebooks", lambda names: found)
    message = "'0' matches 2 notebooks: 01_works, 02_raises. Name one."
    with pytest.raises(ParameterError, match=message):
        batch.batch(table(tmp_path, "n\n1\n"), CORPUS, tmp_path / "out", notebook="0")


def test_values_for_all_rows_reach_each_and_a_cell_has_precedence(tmp_path, event, monkeypatch):
    small_report.build(tmp_path / "out")
    extractions = []
    ran = []

    def extract(extraction, folder, *, force):
        extractions.append((extraction, folder, force))

    def run_jobs(jobs, folder, **options):
        ran.append((jobs, options))
        return [scheduler.Outcome(job.name, "done", 1.0, "first run") for job in jobs]

    monkeypatch.setattr(scheduler, "find_notebooks", lambda names: [event])
    monkeypatch.setattr(scheduler, "run_jobs", run_jobs)
    monkeypatch.setattr(batch, "extract_if_changed", extract)
    monkeypatch.setattr("analysis.report.write.write_report", lambda folder, *_, **__: folder)
    batch.batch(
        table(tmp_path, "event,n\nsample-flood,4\nsample-flood,\n"),
        CORPUS,
        tmp_path / "out",
        values={"n": "2", "outcome": "injured"},
        notebook_jobs=5,
        time_limit=60,
        force=True,
    )
    (jobs, options), tables = ran[0], tmp_path / "out" / "tables"
    assert extractions == [(CORPUS, tables, True)]
    assert options == {"notebook_jobs": 5, "time_limit": 60, "force": True}
    assert [job.values["n"] for job in jobs] == [4, 2]
    for job in jobs:
        assert job.values["outcome"] == "injured"
        assert job.values["corpus"] == str(tables)
