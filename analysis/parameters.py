"""
Read and check the parameters that a notebook declares in its tagged cell.

A parameter is declared once, as ``name: type = value  # help``. papermill itself passes unknown names and
values of the wrong type on in silence; here both are refused before a kernel starts.
"""

from dataclasses import dataclass
from pathlib import Path

from analysis.errors import ParameterError, unknown

__all__ = ["TYPES", "Parameter", "check", "declared"]

TYPES = {"str": str, "int": int, "float": float, "bool": bool, "list[str]": list[str], "list[int]": list[int],
         "dict[str, str]": dict[str, str]}
"""Types that a parameter may have."""


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
    import ast

    import papermill

    found = papermill.inspect_notebook(str(notebook))
    if not found:
        raise ParameterError(f"{Path(notebook).name} has no cell tagged 'parameters', or an empty one.")
    out = {}
    for name, facts in found.items():
        kind, about = facts["inferred_type_name"], facts["help"]
        if kind not in TYPES or not about:
            raise ParameterError(
                f"{Path(notebook).name}: parameter {name} should read '{name}: type = value  # help', "
                f"with a type among {', '.join(TYPES)}."
            )
        default = ast.literal_eval(facts["default"])
        out[name] = Parameter(name, kind, _fits(name, kind, default, notebook), about)
    return out


def check(notebook, values, *, ignore_unknown=False):
    """
    Check values for a notebook's parameters, turning text into the declared types.

    Parameters
    ----------
    notebook : Path
    values : dict
        Name to value; text is read as the declared type ("3" as 3, "a,b" as ["a", "b"]).
    ignore_unknown : bool
        Leave out names that this notebook does not declare, for values meant for several notebooks.

    Returns
    -------
    dict
        Only the names in ``values`` that the notebook declares.

    Raises
    ------
    ParameterError
        If a name is unknown (the nearest is named), or a value does not fit its type.
    """
    known = declared(notebook)
    strange = [name for name in values if name not in known]
    if strange and not ignore_unknown:
        hint = f"See: python -m analysis notebooks {_stem(notebook)}"
        raise ParameterError(unknown("parameter", strange[0], known, hint))
    return {name: _fits(name, known[name].kind, value, notebook) for name, value in values.items() if name in known}


def _fits(name, kind, value, notebook):
    from pydantic import TypeAdapter, ValidationError

    if isinstance(value, str) and kind.startswith("list"):
        value = [part.strip() for part in value.split(",") if part.strip()]
    try:
        return TypeAdapter(TYPES[kind]).validate_python(value, strict=not isinstance(value, str | list))
    except ValidationError:
        raise ParameterError(
            f"{_stem(notebook)}: parameter {name} should be {kind}, but is {value!r}. "
            f"See: python -m analysis notebooks {_stem(notebook)}"
        ) from None


def _stem(notebook):
    return Path(notebook).stem
