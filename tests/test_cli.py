"""The command line: options reach the commands, errors are one message, and help is whole."""

import logging
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest
import small_project
import typer
from typer.testing import CliRunner

import analysis
from analysis import cli
from analysis.commands import (
    accuracy,
    adjudicate,
    batch,
    compare_coders,
    export,
    export_deposit,
    export_marks,
    extract,
    fetch,
    import_labels,
    report,
    rules,
    sample_for_coding,
)
from analysis.commands.extract import Extraction
from analysis.core import paths
from analysis.core.errors import ParameterError, StoppedError
from analysis.core.selection import Selection
from analysis.notebook_runs.scheduler import Outcome
from analysis.run.execution import Execution

COMMANDS = typer.main.get_command(cli.app).commands
AS_SCRIPT = "import sys; sys.argv[0] = 'parallax'; from analysis.cli import main; main()"


@pytest.fixture(autouse=True)
def _log_level_stays():
    level = logging.getLogger().level
    yield
    logging.getLogger().setLevel(level)


def run(*words, cwd=None):
    command = [sys.executable, "-m", "analysis", *words]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd)


def invoke(*words):
    return CliRunner().invoke(cli.app, [str(word) for word in words])


def help_of(command):
    """Return the help of a command in one line."""
    return " ".join(invoke(command, "--help").output.split())


ERRORS = [
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
    (["report", "embedded", "--set", "query=a AND"], "SQLite says: fts5: syntax error"),
    (["extract", "embedded", "--query", "(a"], "query '(a' cannot be read. SQLite says: "),
    (["extract", "embedded", "--query", "zeppelin*"], "matches 0 of 31 articles"),
    (["report", "embedded", "--set", "start=2016-01-02"], "'start' is now called 'since'"),
    (["export", "embedded", "--as", "ucpd"], "No format 'ucpd'; did you mean 'ucdp'"),
    (["export", "--as", "brat", "--no-texts"], "--no-texts has no effect with --as brat"),
    (["export", "--as", "acled", "--licence", "MIT"], "--licence has no effect with --as acl"),
    (["export", "--as", "ucdp", "--corrections", "c.csv"], "--corrections has no effect with"),
    (["import-labels", "no-such-folder"], "There is no file or folder no-such-folder"),
    (["extract", "--processes", "2", "--scheduler", "tcp://a:1"], "has no effect"),
]


def first_of_each_command(errors):
    firsts = {}
    for words, message in errors:
        firsts.setdefault(words[0], (words, message))
    return list(firsts.values())


@pytest.mark.parametrize(("words", "message"), first_of_each_command(ERRORS))
def test_a_known_error_is_one_message_and_status_2(words, message, tmp_path):
    done = run(*words, cwd=tmp_path)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("words", "message"), ERRORS)
def test_a_known_error_says_what_is_wrong(words, message, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    status, _, errors = small_project.run(capsys, *words)
    assert status == 2
    assert message in errors
    assert "Traceback" not in errors


def test_parameters_of_a_notebook_are_shown():
    done = run("notebooks", "02")
    assert done.returncode == 0
    assert "02_figures: Which numbers do outlets share, and where do they differ?" in done.stdout
    assert "outcome: str = ''  # " in done.stdout


SHARED = ["--columns", "outlet=source, text=body", "--outlets", "A,B", "--since", "2016-01-02"]
SHARED += ["--limit", "5", "--seed", "3", "--as-is", "--processes", "4", "--threads", "6"]
SHARED += ["--no-stream", "--query", "a OR b", "--query-in", "title"]


def extraction(source):
    """Return what the options in SHARED ask for."""
    return Extraction(
        source=source,
        columns={"outlet": "source", "text": "body"},
        as_is=True,
        selection=Selection(("A", "B"), "2016-01-02", None, 5, 3, "a OR b", "title"),
        execution=Execution(processes=4, threads=6, progress=True),
        stream=False,
    )


@pytest.fixture
def calls(monkeypatch):
    """Replace the commands by ones that note what they are called with."""
    made = []

    def note(*args, **kwargs):
        made.append((args, kwargs))
        raise ParameterError("enough")

    for module, name in (
        (extract, "extract"),
        (report, "report"),
        (batch, "batch"),
        (sample_for_coding, "sample_for_coding"),
        (compare_coders, "compare_coders"),
        (adjudicate, "adjudicate"),
        (export, "export"),
        (export_marks, "export_marks"),
        (export_deposit, "export_deposit"),
        (import_labels, "import_labels"),
        (fetch, "fetch"),
        (accuracy, "measure"),
        (rules, "count"),
    ):
        monkeypatch.setattr(module, name, note)
    return made


def test_options_reach_extract(calls, tmp_path):
    invoke("extract", "a.csv", "--out", tmp_path, *SHARED)
    assert calls == [((extraction("a.csv"), tmp_path), {})]


def test_a_seed_without_a_sample_is_refused_where_nothing_draws_with_it(calls):
    done = invoke("extract", "a.csv", "--seed", "3")
    assert "--seed 3 has no effect without --limit" in str(done.exception)
    assert calls == []
    invoke("report", "a.csv", "--seed", "3")  # its notebooks draw with it
    assert len(calls) == 1


def test_options_reach_report(calls, tmp_path):
    words = ["--notebooks", "02, 07", "--set", "n=3", "--set", "event=a=b", "--notebook-jobs", "4"]
    words += ["--time-limit", "60", "--code", "--force"]
    invoke("report", "a.csv", "--out", tmp_path, *SHARED, *words)
    expected = {
        "notebooks": ("02", "07"),
        "values": {"n": "3", "event": "a=b"},
        "notebook_jobs": 4,
        "time_limit": 60,
        "force": True,
        "show_code": True,
    }
    assert calls == [((extraction("a.csv"), tmp_path), expected)]


def test_options_reach_batch(calls):
    words = ["--corpus", "a.csv", "--notebook", "06", "--set", "lead_sentences=3", "--code"]
    words += ["--notebook-jobs", "4", "--time-limit", "60", "--force"]
    invoke("batch", "events.csv", *words, *SHARED)
    expected = {
        "notebook": "06",
        "values": {"lead_sentences": "3"},
        "notebook_jobs": 4,
        "time_limit": 60,
        "force": True,
        "show_code": True,
    }
    args = (Path("events.csv"), extraction("a.csv"), Path.cwd() / "reports" / "events")
    assert calls == [(args, expected)]


def test_options_reach_the_commands_for_coding(calls, tmp_path):
    invoke("sample-for-coding", "a.csv", "--layer", "stories", "--items", "9", "--seed", "2")
    options = {"layer": "stories", "n_items": 9, "seed": 2, "prefill": False, "progress": True}
    assert calls == [(("a.csv", Path("coding.xlsx")), options)]
    sheets = ["ada.xlsx", "bob.xlsx"]
    invoke("compare-coders", *sheets, "--corpus", "a.csv", "--out", tmp_path / "x")
    paths = [Path(sheet) for sheet in sheets]
    assert calls[1] == ((paths, "a.csv", tmp_path / "x"), {"progress": True})
    words = ["--corpus", "a.csv", "--out", "c.csv", "--coder", "Cyd"]
    invoke("adjudicate", "d.xlsx", *sheets, *words)
    given = (Path("d.xlsx"), paths, "a.csv", Path("c.csv"))
    assert calls[2] == (given, {"coder": "Cyd", "progress": True})


def test_an_unknown_layer_is_told_before_anything_is_read(calls):
    done = invoke("sample-for-coding", "a.csv", "--layer", "figure")
    assert "No layer 'figure'; did you mean 'figures'?" in str(done.exception)
    assert calls == []


def test_options_reach_the_other_commands(calls, tmp_path):
    invoke("sample-for-coding", "a.csv", "--out", "c.xlsx", "--sentences", "7", "--prefill")
    invoke("accuracy", "a.jsonl", "b.jsonl", "--write", "--threads", "3")
    options = {"layer": "figures", "n_items": 7, "seed": 0, "prefill": True, "progress": True}
    assert calls[0] == (("a.csv", Path("c.xlsx")), options)
    labels = [Path("a.jsonl"), Path("b.jsonl")]
    assert calls[1] == ((labels,), {"keep": True, "threads": 3})
    invoke("rules", "a.jsonl", "b.jsonl")
    assert calls[2] == ((labels,), {})
    invoke("export", "a.csv", "--as", "acled", "--out", "a/b.csv")
    assert calls[3] == (("a.csv", Path("a/b.csv")), {"layout": "acled", "progress": True})
    invoke("fetch", "list.txt", "--out", tmp_path / "c.jsonl")
    assert calls[4] == (("list.txt", tmp_path / "c.jsonl"), {"progress": True})


def test_options_reach_the_exchange(calls, tmp_path):
    shared = {"corrections": tmp_path / "c.csv", "progress": True}
    with_corrections = ("--corrections", tmp_path / "c.csv")
    invoke("export", "tables", "--as", "brat", "--out", "marks", *with_corrections)
    assert calls[0] == (("tables", Path("marks")), {"layout": "brat", **shared})
    invoke("export", "tables", "--as", "deposit", "--no-texts", "--licence", "MIT")
    options = {"no_texts": True, "licence": "MIT", "corrections": None, "progress": True}
    assert calls[1] == (("tables", None), options)
    invoke(
        "import-labels", "coded", "tables", "--coder", "Ada", "--out", "a.csv", *with_corrections
    )
    assert calls[2] == ((Path("coded"), "tables", Path("a.csv")), {"coder": "Ada", **shared})


def test_the_names_of_formats_are_those_of_the_layouts_and_the_registry():
    from analysis.compare.event_sheets.layouts import LAYOUTS
    from analysis.exchange.registry import FORMATS

    assert tuple(LAYOUTS) == cli._SHEETS
    assert tuple(FORMATS) == cli._MARKS


@pytest.mark.parametrize("command", ["extract", "report", "batch"])
def test_defaults_choose_processes_and_stream_by_size(calls, command):
    invoke(command, "a.csv")
    made = next(arg for arg in calls[0][0] if isinstance(arg, Extraction))
    source = "embedded" if command == "batch" else "a.csv"
    assert made == Extraction(source, execution=Execution(processes=0, progress=True))


def test_the_scheduler_reaches_the_execution(calls):
    invoke("report", "--scheduler", "tcp://a:1")
    assert calls[0][0][0].execution == Execution(scheduler="tcp://a:1", progress=True)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["extract", "--workers", "2"], "--workers is now called --processes."),
        (["report", "--workers=2"], "--workers is now called --processes or --notebook-jobs."),
        (["batch", "a.csv", "--workers", "2"], "called --processes or --notebook-jobs."),
        (["sample-for-coding", "--machine"], "--machine is now called --prefill."),
        (["report", "--quiet"], "--quiet goes before the command: "),
        (["extract", "--notebook-jobs", "2"], "No such option: --notebook-jobs"),
    ],
)
def test_renamed_and_misplaced_options_are_refused(words, message):
    done = invoke(*words)
    assert done.exit_code == 2
    assert message in done.output


def test_what_follows_two_dashes_is_no_option(calls):
    invoke("extract", "--", "--workers")
    assert calls[0][0][0].source == "--workers"


GROUPS = ("corrections",)
N_BRACKETED = {"extract": 5, "report": 5, "batch": 5, "export": 1, "import-labels": 1, "queue": 1}


@pytest.mark.parametrize("command", COMMANDS)
def test_no_bracketed_default_is_lost_in_help(command):
    shown = "".join(help_of(command).split())  # lines break after hyphens too
    for parameter in COMMANDS[command].params:
        if getattr(parameter, "help", None):
            assert "".join(parameter.help.split()) in shown
    bracketed = [p.help for p in COMMANDS[command].params if "[" in (getattr(p, "help", "") or "")]
    assert len(bracketed) == N_BRACKETED.get(command, 0)


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in GROUPS])
def test_help_ends_with_two_examples_that_can_be_run(command):
    shown = invoke(command, "--help").output
    examples = shown.split("Examples:\n")[1].strip().splitlines()
    assert len(examples) == 2
    for example in examples:
        words = example.split()
        assert words[:2] == ["parallax", command]
        options = {option for p in COMMANDS[command].params for option in p.opts}
        assert {word for word in words if word.startswith("--")} <= options


@pytest.mark.parametrize(
    ("start", "name"), [(["-m", "analysis"], "python -m analysis"), (["-c", AS_SCRIPT], "parallax")]
)
def test_help_names_the_program_as_it_was_called(start, name):
    def shown(*words):
        command = [sys.executable, *start, *words]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    assert shown("--help").startswith(f"Usage: {name} [OPTIONS] COMMAND")
    of_command = shown("report", "--help")
    assert of_command.startswith(f"Usage: {name} report [OPTIONS]")
    assert f"\n  {name} report articles.csv --out reports/mine\n" in of_command


def test_every_command_is_summarised_in_one_line():
    shown = invoke("--help").output
    assert "..." not in shown.split("Commands:")[1]
    modules = {path.stem.replace("_", "-") for path in command_modules()}
    no_commands = {"export-marks", "export-deposit", "manual"}  # two kinds of export, a document
    assert set(COMMANDS) - {"queue"} == modules - no_commands


def command_modules():
    return [path for path in (paths.CODE / "commands").glob("*.py") if path.stem != "__init__"]


def test_the_version_is_that_of_the_package():
    assert run("--version").stdout == f"parallax {analysis.__version__}\n"
    project = tomllib.loads((paths.ROOT / "pyproject.toml").read_text())["project"]
    assert project["version"] == analysis.__version__
    assert project["scripts"] == {"parallax": "analysis.cli:main"}


@pytest.fixture
def made_run():
    """Return what a command prints of a run: counts, guesses, tables and seconds."""
    tables = {name: pd.DataFrame({"n": [1, 2]}) for name in ("figures", "attributions", "events")}
    problems = pd.DataFrame({"kept": [True, False, False]})
    counts = {"load": {"rows_in": 1200, "dropped": 2}}
    return SimpleNamespace(
        tables=tables,
        problems=problems,
        guesses={"text": "body"},
        manifest={"counts": counts, "seconds": 1.5},
    )


def test_extract_says_what_was_read_and_found(made_run, monkeypatch, tmp_path):
    monkeypatch.setattr(extract, "extract", lambda *_: made_run)
    assert invoke("extract", "--out", tmp_path).output.splitlines() == [
        "read: 1,200 rows in, 2 dropped",
        "columns guessed: text=body  (to choose others: --columns)",
        "found: 2 figures, 2 attributions, 2 events, in 1.5 s",
        "3 problems; 2 articles could not be read",
        f"tables: {tmp_path}",
    ]
    assert invoke("--quiet", "extract", "--out", tmp_path).output == f"{tmp_path}\n"


OUTCOMES = [
    Outcome("01_corpus", "done", 2.0, "first run"),
    Outcome("02_figures", "failed", 1.0, "KeyError: '[outlet]'"),
]


@pytest.mark.parametrize(("n_outcomes", "status"), [(1, 0), (2, 1)])
@pytest.mark.parametrize("quiet", [True, False])
def test_the_outcome_of_each_notebook_is_shown(
    n_outcomes, status, quiet, made_run, monkeypatch, tmp_path
):
    index = tmp_path / "index.html"
    result = report.ReportResult(made_run, OUTCOMES[:n_outcomes], index)
    monkeypatch.setattr(report, "report", lambda *_, **__: result)
    done = invoke(*(["--quiet"] if quiet else []), "report")
    assert done.exit_code == status
    failed = "02_figures: failed: KeyError: '[outlet]'\n" if status else ""
    if quiet:
        assert (done.stdout, done.stderr) == (f"{index}\n", failed)
    else:
        assert "01_corpus" in done.stdout
        assert ("'[outlet]'" in done.stdout) is bool(status)
        assert re.search(r"report:\s+\S*index.html", done.stdout)


def test_unchanged_tables_are_not_described(monkeypatch, tmp_path):
    result = report.ReportResult(None, OUTCOMES[:1], tmp_path / "index.html")
    monkeypatch.setattr(report, "report", lambda *_, **__: result)
    assert "found:" not in invoke("report").output


def test_quiet_shows_no_progress(calls):
    invoke("--quiet", "extract")
    invoke("--quiet", "sample-for-coding")
    assert calls[0][0][0].execution.progress is False
    assert calls[1][1]["progress"] is False


@pytest.mark.parametrize(
    ("error", "status", "message"),
    [
        (ParameterError("bad value"), 2, "ParameterError: bad value\n"),
        (StoppedError("1 of 2 done"), 130, "\n1 of 2 done\n"),
        (SystemExit(130), 130, "\nStopped. What is finished is kept; the same command goes on"),
        (SystemExit(0), 0, ""),
    ],
)
def test_errors_become_a_message_and_a_status(error, status, message, monkeypatch, capsys):
    def app():
        raise error

    monkeypatch.setattr(cli, "app", app)
    with pytest.raises(SystemExit) as caught:
        cli.main()
    assert caught.value.code == status
    assert capsys.readouterr().err.startswith(message)


def test_fetch_says_what_was_fetched_and_what_is_left(monkeypatch, tmp_path):
    files = [tmp_path / name for name in ("c.jsonl", "c.warc.gz", "c.problems.csv")]
    results = [fetch.FetchResult(*files, 1200, 3, 2, 10, 1100, 90, 5)]
    results.append(fetch.FetchResult(*files, 1, 0, 0, 0, 1, 0, 0))
    monkeypatch.setattr(fetch, "fetch", lambda *_, **__: results[0])
    places = [f"corpus: {files[0]}", f"pages: {files[1]}", f"problems: {files[2]}"]
    assert invoke("fetch", "list.txt").output.splitlines() == [
        "1,200 addresses; 3 more are repeated; 2 that are no address; 10 were done before",
        "fetched: 1,100 articles; 90 failed; run the command again to retry 5",
        *places,
    ]
    assert invoke("--quiet", "fetch", "list.txt").output == f"{files[0]}\n"
    del results[0]
    said = ["1 address", "fetched: 1 article; 0 failed", *places]
    assert invoke("fetch", "list.txt").output.splitlines() == said


@pytest.fixture
def two_outlets(made_run, monkeypatch, tmp_path):
    """Return a file with two columns that could be the outlet, and the columns it is read with."""
    path = tmp_path / "two.csv"
    path.write_text("source,publisher,body\nDaily,Tallis Media,Twelve people died.\n")
    used = []

    def extract_with(extraction, *_):
        used.append(extraction.columns)
        return made_run

    monkeypatch.setattr(extract, "extract", extract_with)
    return path, used


FIRST = "read as columns by their names: outlet=source, text=body"


@pytest.mark.parametrize("options", [(), ("--yes",)])
def test_the_reading_is_printed_first_and_others_are_told(two_outlets, tmp_path, options):
    path, used = two_outlets
    lines = invoke("extract", path, "--out", tmp_path / "out", *options).output.splitlines()
    assert lines[0] == FIRST
    assert lines[1] == (
        "possible too: columns by their names, but outlet from 'publisher'  "
        "(to choose it: --columns provider=columns,outlet=publisher)"
    )
    assert used == [None]


def test_on_a_terminal_the_user_chooses(two_outlets, monkeypatch, tmp_path):
    path, used = two_outlets
    monkeypatch.setattr(cli, "_is_terminal", lambda: True)
    words = ["extract", str(path), "--out", str(tmp_path / "out")]
    result = CliRunner().invoke(cli.app, words, input="3\n2\n")
    assert "  2  columns by their names, but outlet from 'publisher': outlet=publisher" in (
        result.output
    )
    assert result.output.count("Which? 1 to 2") == 2
    assert used == [{"provider": "columns", "outlet": "publisher"}]
    CliRunner().invoke(cli.app, [*words, "--yes"])
    assert used[1] is None


def test_quiet_neither_prints_nor_asks(two_outlets, monkeypatch, tmp_path):
    path, used = two_outlets
    monkeypatch.setattr(cli, "_is_terminal", lambda: True)
    out = tmp_path / "out"
    assert invoke("--quiet", "extract", path, "--out", out).output == f"{out}\n"
    assert used == [None]
