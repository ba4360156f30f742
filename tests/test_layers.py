"""The data goes one way: no stage imports another, and importing the package loads nothing heavy."""

import ast
import subprocess
import sys

import pytest

from analysis.paths import ROOT

STAGES = ("load", "annotate", "extract", "measure", "compare", "chart")
JOINERS = {"pipeline", "partitions", "stages", "workers", "streaming", "stored", "suite", "job", "report", "cli", "outputs", "accuracy", "labels", "coding", "profile", "picker"}


def imports(path):
    """Yield every analysis module that a file imports, at any depth."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.Import):
            yield from (a.name for a in node.names if a.name.startswith("analysis"))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("analysis"):
            yield node.module
            yield from (f"{node.module}.{a.name}" for a in node.names)


@pytest.mark.parametrize("stage", STAGES)
def test_no_stage_imports_another_nor_what_joins_them(stage):
    forbidden = (set(STAGES) - {stage}) | JOINERS | {"train"}
    wrong = [(p.name, name) for p in (ROOT / "analysis" / stage).rglob("*.py") for name in imports(p)
             if len(name.split(".")) > 1 and name.split(".")[1] in forbidden]
    assert wrong == []


def test_nothing_but_training_imports_training():
    files = [p for p in (ROOT / "analysis").rglob("*.py") if "train" not in p.parts]
    assert [p.name for p in files for name in imports(p) if name.startswith("analysis.train")] == []


def test_importing_the_package_loads_nothing_heavy():
    code = "import sys, analysis, analysis.paths, analysis.cli; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {"pandas", "nltk", "matplotlib", "onnxruntime", "torch"} & set(loaded) == set()
