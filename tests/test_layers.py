"""Data flows one way: no stage imports another, no import runs in a circle, importing is cheap."""

import ast
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter

import pytest

from analysis.core.paths import CODE

STAGES = ("load", "annotate", "extract", "measure", "compare", "chart")
GROUND = {"core": {"core"}, "neural": {"core", "neural"}}
ALLOWED = GROUND | {stage: {"core", "neural", stage} for stage in STAGES}
MODULES = {
    ".".join(path.relative_to(CODE.parent).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(CODE.rglob("*.py"))
}


def imports(path):
    """Yield every module of the package that a file imports, at any depth of its functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("analysis"):
            for alias in node.names:
                name = f"{node.module}.{alias.name}"
                yield name if name in MODULES else node.module


def folder_of(module):
    return module.split(".")[1] if "." in module else ""


@pytest.mark.parametrize("folder", ALLOWED)
def test_a_stage_imports_only_the_ground_and_itself(folder):
    assert (CODE / folder).is_dir()
    wrong = [
        (module, name)
        for module, path in MODULES.items()
        if folder_of(module) == folder
        for name in imports(path)
        if folder_of(name) not in ALLOWED[folder]
    ]
    assert wrong == []


def test_only_training_imports_training():
    wrong = [
        (module, name)
        for module, path in MODULES.items()
        if folder_of(module) != "train"
        for name in imports(path)
        if folder_of(name) == "train"
    ]
    assert wrong == []


def test_no_import_runs_in_a_circle():
    graph = {module: set(imports(path)) - {module} for module, path in MODULES.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def test_only_the_command_line_lies_flat():
    assert {p.name for p in CODE.glob("*.py")} == {"__init__.py", "__main__.py", "cli.py"}


def test_importing_the_package_loads_nothing_heavy():
    code = "import sys, analysis, analysis.core.paths, analysis.cli; print(*sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert {"pandas", "nltk", "matplotlib", "onnxruntime", "torch"} & set(loaded) == set()
