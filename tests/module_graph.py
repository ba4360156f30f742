"""The modules of the package, and which of them import which, read from their syntax trees."""

import ast
import json
from functools import cache

from analysis.core.paths import CODE

MODULES = {
    ".".join(path.relative_to(CODE.parent).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(CODE.rglob("*.py"))
}


def folder_of(module):
    """Return the folder of ``analysis`` that a module is in; "" for those that lie flat."""
    parts = MODULES[module].relative_to(CODE).parts
    return parts[0] if len(parts) > 1 else ""


def _statements(node, *, for_types=False):
    """Yield the statements below a node, and whether each is for type checkers only."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):  # holds no import
            continue
        is_block = isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"
        yield child, for_types or is_block
        yield from _statements(child, for_types=for_types or is_block)


def _names_imported(node):
    """Yield the modules of the package that a statement imports."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names if alias.name in MODULES)
    elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("analysis"):
        for alias in node.names:
            name = f"{node.module}.{alias.name}"
            yield name if name in MODULES else node.module


def imported_by(source):
    """Return the modules of the package that some code imports: in all, and at run time."""
    found, at_run_time = set(), set()
    for node, is_for_types in _statements(ast.parse(source)):
        names = set(_names_imported(node))
        found |= names
        at_run_time |= set() if is_for_types else names
    return frozenset(found), frozenset(at_run_time)


@cache
def _imported_by_module(module):
    return imported_by(MODULES[module].read_text(encoding="utf8"))


def imports(module, *, for_types=False):
    """Return the modules of the package that a module imports itself, at run time or also not."""
    found, at_run_time = _imported_by_module(module)
    return found if for_types else at_run_time


def closure(modules):
    """Return modules, their packages, and all that these import, directly or not."""
    waiting, found = set(modules), set()
    while waiting:
        module = waiting.pop()
        found.add(module)
        package = module.rpartition(".")[0]
        waiting |= (imports(module) | ({package} if package else set())) - found
    return found


def imported_by_notebook(path):
    """Return the modules of the package that the cells of a notebook import."""
    cells = json.loads(path.read_text(encoding="utf8"))["cells"]
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    return imported_by("\n".join(code))[1]
