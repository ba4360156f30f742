"""The docstring of a large folder is a map of it: it names every module, and none that is gone."""

import ast
import re

import pytest

from analysis.core.paths import CODE, ROOT

MOST_WITHOUT_A_MAP = 14
ROWS = [line for line in (ROOT / "CONTRIBUTING.md").read_text("utf8").splitlines() if "|" in line]


def modules_in(folder):
    """Return the names of the modules of a folder."""
    return {path.stem for path in folder.glob("*.py")} - {"__init__"}


def map_of(folder):
    """Return the docstring of a folder."""
    source = (folder / "__init__.py").read_text(encoding="utf8")
    return ast.get_docstring(ast.parse(source)) or ""


def named_in_contributing(folder):
    """Return the names in code of the rows of CONTRIBUTING.md that name a folder."""
    path = folder.relative_to(ROOT).as_posix()
    codes = {code for row in ROWS if f"`{path}/" in row for code in re.findall("`([^`]+)`", row)}
    return {code.rpartition("/")[2].removesuffix(".py") for code in codes}


FOLDERS = {
    path.parent.relative_to(CODE).as_posix(): path.parent
    for path in sorted(CODE.rglob("__init__.py"))
}
LARGE = [name for name in FOLDERS if len(modules_in(FOLDERS[name])) > MOST_WITHOUT_A_MAP]


@pytest.mark.parametrize("name", LARGE)
def test_every_module_of_a_large_folder_is_on_its_map(name):
    folder = FOLDERS[name]
    named = set(re.findall(r"``(\w+)``", map_of(folder))) | named_in_contributing(folder)
    assert modules_in(folder) - named == set()


@pytest.mark.parametrize("name", FOLDERS)
def test_a_map_lists_no_module_that_is_gone(name):
    folder = FOLDERS[name]
    entries = re.findall(r"^- (.+?)(?:: |$)", map_of(folder), re.M)
    listed = {module for entry in entries for module in re.findall(r"``(\w+)``", entry)}
    there = modules_in(folder) | {path.name for path in folder.iterdir() if path.is_dir()}
    assert listed - there == set()
