"""Data flows one way: no stage imports another, no import is circular, importing is cheap."""

import subprocess
import sys
from graphlib import CycleError, TopologicalSorter

import pytest
from module_graph import MODULES, folder_of, imports

from analysis.core.paths import CODE

STAGES = ("load", "annotate", "extract", "measure", "compare", "chart")
GROUND = {"core": {"core"}, "neural": {"core", "neural"}}
ALLOWED = GROUND | {stage: {"core", "neural", stage} for stage in STAGES}
HEAVY = {"pandas", "nltk", "matplotlib", "onnxruntime", "torch", "papermill"}


def wrong_imports(is_wrong):
    return [
        (module, imported)
        for module in MODULES
        for imported in imports(module, for_types=True)
        if is_wrong(folder_of(module), folder_of(imported))
    ]


@pytest.mark.parametrize("folder", ALLOWED)
def test_a_stage_imports_only_the_ground_and_itself(folder):
    assert (CODE / folder).is_dir()
    wrong = wrong_imports(
        lambda importing, imported: importing == folder and imported not in ALLOWED[folder]
    )
    assert wrong == []


@pytest.mark.parametrize(
    ("folder", "may_import"),
    [("train", {"train"}), ("commands", {"commands", ""}), ("report", {"report", "commands"})],
)
def test_what_is_at_the_end_is_imported_only_by_what_follows(folder, may_import):
    wrong = wrong_imports(
        lambda importing, imported: imported == folder and importing not in may_import
    )
    assert wrong == []


def test_no_import_is_circular():
    graph = {module: imports(module) - {module} for module in MODULES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def test_only_the_command_line_lies_flat():
    assert {path.name for path in CODE.glob("*.py")} == {"__init__.py", "__main__.py", "cli.py"}


@pytest.mark.parametrize(
    "modules",
    [
        "analysis, analysis.core.paths, analysis.cli",
        "analysis.run.execution, analysis.run.manifest, analysis.run.cache_keys",
        "analysis.commands.extract, analysis.commands.report, analysis.commands.batch",
        "analysis.commands.accuracy, analysis.commands.sample_for_coding",
        "analysis.commands.notebooks",
    ],
)
def test_importing_what_a_command_needs_first_loads_nothing_heavy(modules):
    code = f"import sys, {modules}; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert HEAVY & set(done.stdout.split()) == set()
