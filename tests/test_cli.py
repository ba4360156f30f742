"""The command line: known errors are one message and status 2, and what is asked for reaches the job."""

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from analysis import cli
from analysis.commands import batch, report
from analysis.core import paths
from analysis.core.errors import ParameterError
from analysis.core.selection import Selection


def run(*words, cwd=None):
    return subprocess.run(
        [sys.executable, "-m", "analysis", *words], capture_output=True, text=True, cwd=cwd
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["extract", "no-such-file.csv"], "no-such-file.csv"),
        (["report", "embedded", "--notebooks", "42"], "No notebook '42'"),
        (
            ["report", "embedded", "--set", "outcom=killed"],
            "No parameter 'outcom'; did you mean 'outcome'",
        ),
        (["report", "embedded", "--set", "outcome"], "--set should read name=value"),
        (["extract", "embedded", "--columns", "text"], "--columns should read"),
        (["notebooks", "figures"], "No notebook 'figures'"),
        (["batch", "no-such-file.csv"], "no-such-file.csv"),
        (["batch", "README.md"], "'.md' files cannot be read"),
        (["report", "embedded", "--set", "corpus=x"], "corpus is set by the command itself"),
        (["report", "embedded", "--set", "since=yesterday"], "should be a day"),
    ],
)
def test_a_known_error_is_one_message_and_status_2(words, message, tmp_path):
    done = run(*words, cwd=tmp_path)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_parameters_of_a_notebook_are_shown():
    done = run("notebooks", "02")
    assert done.returncode == 0
    assert "02_figures: Do outlets report the same counts?" in done.stdout
    assert "outcome: str = 'killed'  # what happened" in done.stdout


def test_options_reach_the_job(monkeypatch, tmp_path):
    given = {}

    def tables(source, folder, **options):
        given.update(options, source=source, folder=folder)
        raise ParameterError("enough")

    monkeypatch.setattr(report, "make_tables", tables)
    CliRunner().invoke(
        cli.app,
        [
            "extract",
            "a.csv",
            "--out",
            str(tmp_path),
            "--columns",
            "outlet=source, text=body",
            "--outlets",
            "A,B",
            "--since",
            "2016-01-02",
            "--limit",
            "5",
            "--as-is",
            "--seed",
            "3",
        ],
    )
    assert given == {
        "source": "a.csv",
        "folder": tmp_path,
        "columns": {"outlet": "source", "text": "body"},
        "selection": Selection(("A", "B"), "2016-01-02", None, 5, 3),
        "as_is": True,
        "threads": 2,
        "workers": 0,
        "scheduler": None,
        "stream": None,
    }


def test_options_reach_a_batch(monkeypatch, tmp_path):
    given = {}

    def run_batch(table, folder, **options):
        given.update(options, table=table, folder=folder)
        raise ParameterError("enough")

    monkeypatch.setattr(batch, "batch", run_batch)
    CliRunner().invoke(
        cli.app,
        [
            "batch",
            "events.csv",
            "--corpus",
            "a.csv",
            "--notebook",
            "02",
            "--set",
            "lead_sentences=3",
            "--workers",
            "4",
            "--time-limit",
            "60",
            "--force",
        ],
    )
    assert (given["table"].name, given["folder"]) == ("events.csv", paths.REPORTS / "events")
    assert {
        k: given[k] for k in ("source", "notebook", "values", "workers", "limit_s", "force")
    } == {
        "source": "a.csv",
        "notebook": "02",
        "values": {"lead_sentences": "3"},
        "workers": 4,
        "limit_s": 60,
        "force": True,
    }


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("embedded", "embedded"),
        ("some/where/articles 2018.csv", "articles-2018"),
        ("x/y/..", "x"),
        ("/", "corpus"),
        ("..hidden..csv", "hidden"),
    ],
)
def test_a_run_is_named_after_its_source(source, name):
    assert report.folder_for(source) == paths.REPORTS / name
