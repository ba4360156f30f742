"""
Read and check the parameters that a notebook declares in its tagged cell.

A parameter is declared once, as ``name: type = value  # help``. papermill itself accepts unknown
names and values of the wrong type without complaint; here both are refused before a kernel starts,
and so are invalid days and missing files. A notebook
that is started without these checks begins with ``validate``. What the corpus allows is checked by
``allowed_values``.
"""

import ast
import io
import json
import tokenize
from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path

from analysis.core import paths
from analysis.core.errors import ParameterError, unknown_value_message
from analysis.notebook_runs.allowed_values import allowed_everywhere
from analysis.notebook_runs.parsed_code import statements_of

__all__ = [
    "FILES",
    "RENAMED",
    "TYPES",
    "Parameter",
    "check",
    "declared",
    "hint",
    "unknown_parameter",
    "validate",
]

TYPES = {
    "str": str,
    "int": int,
    "float": float,
    "bool": bool,
    "list[str]": list[str],
    "list[int]": list[int],
    "dict[str, str]": dict[str, str],
}
"""Types that a parameter may have, by the words that declare them."""

FILES = ("overrides", "labels", "sheets", "queue", "corrections")
"""Parameters that name files."""

RENAMED = {
    "start": "since",
    "end": "until",
    "minimum": "min_events",
    "top": "lead_sentences",
    "errors": "n_errors",
}
"""Former names of parameters, and what they are called now."""

_DAYS = ("since", "until")
_COUNTS = ("limit", "seed", "min_events", "lead_sentences", "n_errors", "entities", "min_documents")


@dataclass(frozen=True)
class Parameter:
    """
    One parameter of a notebook.

    Attributes
    ----------
    name : str
    kind : str
        Its type, a key of ``TYPES``.
    default : object
    help : str
        What it is for.
    """

    name: str
    kind: str
    default: object
    help: str


def declared(notebook: str | Path) -> dict[str, Parameter]:
    """
    Read the parameters of a notebook.

    Parameters
    ----------
    notebook : str or Path

    Returns
    -------
    dict of str to Parameter
        In the order of the cell.

    Raises
    ------
    ParameterError
        If the notebook has no parameters cell, a line lacks its type or help, or a default does
        not fit its type.
    """
    # papermill can read this cell too, but importing it takes longer than all else in a run where
    # nothing has changed
    notebook = Path(notebook)
    source = _parameters_cell(notebook)
    helps = _comments(source)
    found = {}
    for statement in statements_of(source):
        parameter = _parameter(statement, helps.get(statement.end_lineno or 0, ""), notebook)
        found[parameter.name] = parameter
    return found


def _parameters_cell(notebook: Path) -> str:
    """Return the source of the cell tagged 'parameters'."""
    cells = json.loads(notebook.read_text(encoding="utf8"))["cells"]
    tagged = [cell for cell in cells if "parameters" in cell["metadata"].get("tags", ())]
    source = "".join(tagged[0]["source"]) if tagged else ""
    if not source.strip():
        raise ParameterError(f"{notebook.name} has no cell tagged 'parameters', or an empty one.")
    return source


def _comments(source: str) -> dict[int, str]:
    """Return the comments of some code by line number, which starts at 1."""
    return {
        token.start[0]: token.string.lstrip("# ").strip()
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT
    }


def _parameter(statement: ast.stmt, description: str, notebook: Path) -> Parameter:
    if isinstance(statement, ast.AnnAssign) and statement.value is not None:
        name = ast.unparse(statement.target)
        kind = ast.unparse(statement.annotation)
        if kind in TYPES and description:
            value = ast.literal_eval(statement.value)
            return Parameter(name, kind, _converted(name, kind, value, notebook), description)
    name = _assigned_name(statement)
    raise ParameterError(
        f"{notebook.name}: parameter {name} should read '{name}: type = value  # help', "
        f"with a type among {', '.join(TYPES)}."
    )


def _assigned_name(statement: ast.stmt) -> str:
    """Return what a statement assigns to, or the whole statement if it assigns nothing."""
    if isinstance(statement, ast.AnnAssign | ast.AugAssign):
        return ast.unparse(statement.target)
    if isinstance(statement, ast.Assign):
        return ast.unparse(statement.targets[0])
    return ast.unparse(statement)


def check(
    notebook: str | Path,
    values: Mapping[str, object],
    *,
    ignore_unknown: bool = False,
    base: Path | None = None,
) -> dict[str, object]:
    """
    Check values for the parameters of a notebook, and convert text to the declared types.

    Parameters
    ----------
    notebook : str or Path
    values : mapping of str to object
        Values by name; text is read as the declared type ("3" as 3, "a,b" as ["a", "b"]).
    ignore_unknown : bool
        Leave out names that this notebook does not declare, for values meant for several
        notebooks.
    base : Path, optional
        Folder in which files are looked for first, before the folder of the notebooks; by default
        the current one.

    Returns
    -------
    dict of str to object
        Only the names in ``values`` that the notebook declares; files with their absolute path.

    Raises
    ------
    ParameterError
        If a name is unknown (the closest is suggested; for a former name, the new one), or a value
        does not fit its type, is not a day, is negative where it counts something, names a file
        that does not exist, or is not one of the few values that there are.
    """
    notebook = Path(notebook)
    known = declared(notebook)
    unknown = [name for name in values if name not in known]
    if unknown and not ignore_unknown:
        raise ParameterError(unknown_parameter(unknown[0], known, hint(notebook)))
    checked = {}
    for name, value in values.items():
        if name in known:
            converted = _converted(name, known[name].kind, value, notebook)
            checked[name] = _validated(name, converted, notebook, base or Path())
    return checked


def validate(notebook: str, variables: MutableMapping[str, object]) -> None:
    """
    Check the parameters of a notebook that is running, before it reads anything.

    papermill and JupyterLab start a notebook without ``check``, so each begins with this. A list
    that was given as text, as papermill's ``-p outlets Reuters`` gives it, becomes a list.

    Parameters
    ----------
    notebook : str
        Name of the notebook.
    variables : mutable mapping of str to object
        The variables of the notebook: ``vars()``. Lists given as text are replaced.

    Raises
    ------
    ParameterError
        See ``check``.
    """
    path = paths.NOTEBOOKS / f"{notebook}.ipynb"
    known = declared(path)
    given = {name: value for name, value in variables.items() if name in known}
    for name, value in check(path, given).items():
        if isinstance(value, list) and isinstance(given[name], str):
            variables[name] = value


def unknown_parameter(name: str, known: Iterable[str], next_step: str = "") -> str:
    """
    Return the message for a parameter that no notebook declares.

    Parameters
    ----------
    name : str
        The unknown name.
    known : iterable of str
        The declared names.
    next_step : str
        The next command, or where to look.

    Returns
    -------
    str
        Suggests the closest name; for a former name of a parameter, names the new one.

    Examples
    --------
    >>> unknown_parameter("start", ["since", "until"])
    "Parameter 'start' is now called 'since'."
    """
    known = list(known)
    new_name = RENAMED.get(name)
    if new_name in known:
        return f"Parameter {name!r} is now called {new_name!r}. {next_step}".strip()
    return unknown_value_message("parameter", name, known, next_step)


def _converted(name: str, kind: str, value: object, notebook: Path) -> object:
    """Convert a value to the declared type."""
    from pydantic import TypeAdapter, ValidationError

    if isinstance(value, str) and kind.startswith("list"):
        value = [part.strip() for part in value.split(",") if part.strip()]
    strict = not isinstance(value, str | list)
    try:
        return TypeAdapter(TYPES[kind]).validate_python(value, strict=strict)
    except ValidationError:
        raise ParameterError(
            f"{notebook.stem}: parameter {name} should be {kind}, but is {value!r}. "
            f"{hint(notebook)}"
        ) from None


def _validated(name: str, value: object, notebook: Path, base: Path) -> object:
    """Check what the type alone does not decide; return the value, files with absolute paths."""
    where = f"{notebook.stem}: parameter {name}"
    if not value:
        return value
    if name in FILES:
        if isinstance(value, list):
            return [_absolute_path(item, where, base) for item in value]
        return _absolute_path(str(value), where, base)
    if name in _COUNTS and isinstance(value, int) and value < 0:
        raise ParameterError(f"{where} should be 0 or more, but is {value}. {hint(notebook)}")
    if name in _DAYS:
        _validate_day(value, where)
    if name == "query":
        _validate_query(str(value), where)
    known = allowed_everywhere(name)
    if known is not None and value not in known:
        raise ParameterError(unknown_value_message(name, value, known, hint(notebook)))
    return value


def _validate_day(value: object, where: str) -> None:
    from analysis.load.dates import parse_day

    if parse_day(value) is None:
        raise ParameterError(f"{where} should be a day such as 2018-11-02, but is {value!r}.")


def _validate_query(query: str, where: str) -> None:
    from analysis.core.selection import Selection
    from analysis.load.text_query import validate_query

    try:
        validate_query(Selection(query=query))
    except ParameterError as error:
        raise ParameterError(f"{where}: {error}") from None


def _absolute_path(file: str, where: str, base: Path) -> str:
    for folder in (base, paths.NOTEBOOKS):
        path = folder / Path(file).expanduser()
        if path.is_file():
            return str(path.resolve())
    raise ParameterError(
        f"{where} names {file!r}, which is not a file in {base.resolve()}. Give its absolute path."
    )


def hint(notebook: str | Path) -> str:
    """Return a sentence with the command that lists the parameters of a notebook."""
    return f"See: parallax notebooks {Path(notebook).stem}"
