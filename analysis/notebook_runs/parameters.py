"""
Read and check the parameters that a notebook declares in its tagged cell.

A parameter is declared once, as ``name: type = value  # help``. papermill itself passes unknown names and
values of the wrong type on in silence; here both are refused before a kernel starts, and so are days that are none and
files that are not there. What the corpus allows is checked by ``choices``.
"""

import ast
import io
import json
import tokenize
from dataclasses import dataclass
from pathlib import Path

from analysis.core import paths
from analysis.core.errors import ParameterError, unknown_value_message

__all__ = ["FILES", "TYPES", "Parameter", "check", "declared", "hint"]

TYPES = {
    "str": str,
    "int": int,
    "float": float,
    "bool": bool,
    "list[str]": list[str],
    "list[int]": list[int],
    "dict[str, str]": dict[str, str],
}
"""Types that a parameter may have."""
FILES = ("overrides", "labels", "sheets")
"""Parameters that name files."""
_DAYS = ("since", "until")
_COUNTS = ("limit", "seed", "min_events", "lead_sentences", "n_errors", "entities", "min_documents")


@dataclass(frozen=True)
class Parameter:
    """One parameter of a notebook: its name, type, default value and what it is for."""

    name: str
    kind: str
    default: object
    help: str


def declared(notebook):
    """
    Read the parameters of a notebook.

    Parameters
    ----------
    notebook : Path

    Returns
    -------
    dict of str to Parameter
        In the order of the cell.

    Raises
    ------
    ParameterError
        If the notebook has no parameters cell, or a line lacks its type or help, or its default does not fit its type.
    """
    # papermill reads this cell too, but loading it takes longer than all else that a run does where nothing changed
    source = _cell(Path(notebook))
    helps = {
        token.start[0]: token.string.lstrip("# ").strip()
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT
    }
    found = [
        _parameter(node, helps.get(node.end_lineno, ""), notebook)
        for node in ast.parse(source).body
    ]
    return {p.name: p for p in found}


def _cell(notebook):
    cells = json.loads(notebook.read_text(encoding="utf8"))["cells"]
    tagged = [c for c in cells if "parameters" in c["metadata"].get("tags", ())]
    source = "".join(tagged[0]["source"]) if tagged else ""
    if not source.strip():
        raise ParameterError(f"{notebook.name} has no cell tagged 'parameters', or an empty one.")
    return source


def _parameter(node, about, notebook):
    target = getattr(node, "target", None) or getattr(node, "targets", [node])[0]
    name = ast.unparse(target)
    kind = ast.unparse(node.annotation) if isinstance(node, ast.AnnAssign) and node.value else ""
    if kind not in TYPES or not about:
        raise ParameterError(
            f"{Path(notebook).name}: parameter {name} should read '{name}: type = value  # help', "
            f"with a type among {', '.join(TYPES)}."
        )
    return Parameter(name, kind, _fits(name, kind, ast.literal_eval(node.value), notebook), about)


def check(notebook, values, *, ignore_unknown=False, base=None):
    """
    Check values for a notebook's parameters, turning text into the declared types.

    Parameters
    ----------
    notebook : Path
    values : dict
        Name to value; text is read as the declared type ("3" as 3, "a,b" as ["a", "b"]).
    ignore_unknown : bool
        Leave out names that this notebook does not declare, for values meant for several notebooks.
    base : Path, optional
        Folder that files are looked for in, then the notebooks' own; default the current one.

    Returns
    -------
    dict
        Only the names in ``values`` that the notebook declares; files with their whole path.

    Raises
    ------
    ParameterError
        If a name is unknown (the nearest is named), or a value does not fit its type, is no day, is negative where it
        counts, or names a file that is not there.
    """
    known = declared(notebook)
    strange = [name for name in values if name not in known]
    if strange and not ignore_unknown:
        raise ParameterError(unknown_value_message("parameter", strange[0], known, hint(notebook)))
    typed = {
        name: _fits(name, known[name].kind, value, notebook)
        for name, value in values.items()
        if name in known
    }
    return {name: _sound(name, value, notebook, Path(base or ".")) for name, value in typed.items()}


def _fits(name, kind, value, notebook):
    from pydantic import TypeAdapter, ValidationError

    if isinstance(value, str) and kind.startswith("list"):
        value = [part.strip() for part in value.split(",") if part.strip()]
    try:
        return TypeAdapter(TYPES[kind]).validate_python(
            value, strict=not isinstance(value, str | list)
        )
    except ValidationError:
        raise ParameterError(
            f"{Path(notebook).stem}: parameter {name} should be {kind}, but is {value!r}. {hint(notebook)}"
        ) from None


def _sound(name, value, notebook, base):
    """Check what the type alone does not tell."""
    if not value:
        return value
    where = f"{Path(notebook).stem}: parameter {name}"
    if name in FILES:
        return (
            [_file(v, where, base) for v in value]
            if isinstance(value, list)
            else _file(value, where, base)
        )
    if name in _COUNTS and isinstance(value, int) and value < 0:
        raise ParameterError(f"{where} should be 0 or more, but is {value}. {hint(notebook)}")
    if name in _DAYS:
        from analysis.load.dates import parse_day

        if parse_day(value) is None:
            raise ParameterError(f"{where} should be a day as 2018-11-02, but is {value!r}.")
    return value


def _file(value, where, base):
    found = [
        path
        for folder in (base, paths.NOTEBOOKS)
        if (path := folder / Path(value).expanduser()).is_file()
    ]
    if not found:
        raise ParameterError(
            f"{where} names {value!r}, which is not a file in {base.resolve()}. Give its whole path."
        )
    return str(found[0].resolve())


def hint(notebook):
    """Give the command that shows a notebook's parameters."""
    return f"See: python -m analysis notebooks {Path(notebook).stem}"
