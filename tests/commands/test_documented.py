"""Every command line in the documents and the help is run, in a folder with inputs so named."""

import re
import shlex
import shutil

import pytest
import small_project
import typer

from analysis import cli
from analysis.commands import (
    accuracy,
    adjudicate,
    batch,
    compare_coders,
    corrections,
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
from analysis.core.errors import ParameterError
from analysis.core.paths import ROOT
from analysis.notebook_runs import scheduler
from analysis.report import write_stories

DOCS = ["README.md", "notebooks/README.md", "docs/scale.md", "docs/coding.md"]
DOCS += ["docs/tutorial.md", "docs/methods.md", "docs/questions.md", "CONTRIBUTING.md"]
DOCS += ["data/README.md", "data/sample/README.md"]
DOCS += [path.relative_to(ROOT).as_posix() for path in ROOT.glob("data/models/*/*.md")]
COMMANDS = typer.main.get_command(cli.app).commands
NAMES = "|".join(COMMANDS)
LINE = re.compile(rf"(?:^|[`/ ])(?:parallax|python -m analysis) ((?:{NAMES})\b[^`#\n]*)")


def documented():
    """Yield where a command line is written, and its words."""
    for name in DOCS:
        for line in (ROOT / name).read_text("utf8").splitlines():
            for call in LINE.findall(line):
                yield name, call.strip()
    for name, command in COMMANDS.items():
        for line in (command.epilog or "").splitlines():
            yield f"{name} --help", LINE.fullmatch(line)[1]


CALLS = sorted({call: where for where, call in documented()}.items())


def is_quick(call):
    """Whether a command line runs without other processes, an outside corpus or a model."""
    return not re.search(r"fa-kes|tcp:|accuracy|labels|--prefill|--processes", call)


COMPARE = "compare-coders ada.xlsx bob.xlsx --corpus articles.csv --out compared"
DECIDE = "adjudicate compared/disagreements.xlsx ada.xlsx bob.xlsx --corpus articles.csv"


def needed_before(call):
    """Return the command lines that write what a command line reads; the last word is where."""
    if call.startswith("adjudicate"):
        return [COMPARE]
    return [COMPARE, f"{DECIDE} --out agreed.csv"] if "agreed.csv" in call else []


@pytest.fixture(scope="module")
def kept_batches(tmp_path_factory):
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="module")
def inputs(tmp_path_factory):
    """Return a folder with the inputs that the documents name, to be copied."""
    folder = tmp_path_factory.mktemp("inputs")
    small_project.build(folder)
    return folder


@pytest.fixture
def project(tmp_path, inputs, kept_batches, monkeypatch):
    shutil.copytree(inputs, tmp_path, dirs_exist_ok=True)
    small_project.replace_models(monkeypatch, tmp_path)
    monkeypatch.setattr(write_stories, "MAX_CHARTS", 0)  # they take half of the time of a report
    # most command lines read the same articles, which need not be processed again for each
    (tmp_path / "default_reports").mkdir()
    (tmp_path / "default_reports" / ".batches").symlink_to(kept_batches)
    monkeypatch.setattr(scheduler, "NotebookRunner", small_project.NoKernel)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_there_are_command_lines_of_every_command():
    assert {call.split()[0] for call, _ in CALLS} == set(COMMANDS)
    assert len(CALLS) >= 15
    assert "report articles.csv --out reports/mine" in dict(CALLS)


@pytest.mark.parametrize(("call", "where"), CALLS)
def test_a_documented_command_line_is_understood(call, where, project, capsys, monkeypatch):
    reached = []

    def reach(*args, **kwargs):
        reached.append((args, kwargs))
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
        (corrections, "check"),
        (corrections, "queue"),
    ):
        monkeypatch.setattr(module, name, reach)
    status, _, errors = small_project.run(capsys, *shlex.split(call))
    if call.startswith("notebooks"):
        assert status == 0, where
    else:
        assert reached, f"{where}: {errors}"


@pytest.fixture(scope="module")
def written_before(tmp_path_factory):
    """Return a folder for what command lines write that others read, made once and copied."""
    return tmp_path_factory.mktemp("written")


def make_available(needed, project, capsys, written_before):
    """Run a command line in a project, or copy what it wrote in another one."""
    words = shlex.split(needed)
    target, kept = project / words[-1], written_before / words[-1]
    if not kept.exists():
        assert small_project.run(capsys, *words)[0] == 0
        copied_from, copied_to = target, kept
    else:
        copied_from, copied_to = kept, target
    if copied_from.is_dir():
        shutil.copytree(copied_from, copied_to)
    else:
        shutil.copy(copied_from, copied_to)


@pytest.mark.parametrize(("call", "where"), [pair for pair in CALLS if is_quick(pair[0])])
def test_a_documented_command_line_runs(call, where, project, capsys, written_before):
    for needed in needed_before(call):
        make_available(needed, project, capsys, written_before)
    status, printed, errors = small_project.run(capsys, *shlex.split(call))
    assert status == 0, f"{where}: {printed}{errors}"
    labels = "report|tables|index|spreadsheet|corpus|queue|marks|deposit|corrections|agreement"
    shown = re.findall(rf"(?m)^(?:{labels}): (\S+)$", printed)
    assert bool(shown) is not call.startswith(("notebooks", "rules", "corrections"))
    for path in shown:
        assert (project / path).exists()
        assert str(path).startswith(str(project))
