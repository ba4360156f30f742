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


class _WithoutTypes(ast.NodeTransformer):
    """Drop what is imported for type checkers only: at run time it is not imported."""

    def visit_If(self, node):
        return None if ast.unparse(node.test) == "TYPE_CHECKING" else self.generic_visit(node)


def imported_by(source, *, for_types=False):
    """Yield every module of the package that some code imports, at any depth of its functions."""
    tree = ast.parse(source)
    for node in ast.walk(tree if for_types else _WithoutTypes().visit(tree)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("analysis"):
            for alias in node.names:
                name = f"{node.module}.{alias.name}"
                yield name if name in MODULES else node.module


@cache
def imports(module, *, for_types=False):
    """Return the modules of the package that a module imports itself, at run time or also not."""
    source = MODULES[module].read_text(encoding="utf8")
    return frozenset(imported_by(source, for_types=for_types))


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
    return set(imported_by("\n".join(code)))
