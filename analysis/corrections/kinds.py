"""
What can be corrected: the columns of each table, and what else may be said of a row.

In: a table, a column and a cell of a file of corrections. Out: the typed value, or the words for
what is allowed.
"""

from datetime import date
from typing import Final

import pandas as pd

from analysis.core import tables
from analysis.core.errors import InputError, unknown_value_message
from analysis.core.schema import Column
from analysis.load.dates import parse_day

__all__ = [
    "ACTIONS",
    "COLUMNS",
    "GROUPED",
    "NOTHING",
    "SPANS",
    "VERDICTS",
    "allowed_columns",
    "parse_day_cell",
    "parse_missing",
    "parse_value",
]

NOTHING: Final = "none"
"""What a coder writes for no value: no source is named, the wording sets no upper bound."""

VERDICTS = ("right", "wrong")
"""What a coder may find in a check."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "articles": ("outlet", "published", "place"),
    "figures": (
        *("low", "high", "qualifier", "unit", "unit_text", "currency", "outcome", "counted"),
        *("noun", "whose", "change", "mention", "group", "source", "agent", "agent_party", "scope"),
    ),
    "attributions": (
        *("kind", "source", "source_name", "carrier", "cue", "source_type", "anonymous"),
        "cue_stance",
    ),
    "parties": ("party", "kind"),
    "names": ("referent", "choice", "party", "counted", "scare"),
    "agency": ("construction", "agent", "agent_party", "patient", "patient_party"),
    "targets": ("entity", "polarity"),
    "frames": ("present",),
}
"""The columns of each table whose values may be set."""

ACTIONS: dict[str, tuple[str, ...]] = {
    "figures": ("wrong", "missing", "checked"),
    "attributions": ("wrong", "missing", "checked"),
    "parties": ("wrong", "alias"),
    "names": ("wrong",),
    "agency": ("wrong",),
    "targets": ("wrong",),
    "events": ("merge", "part"),
    "stories": ("merge", "part"),
    "quantities": ("merge", "part"),
    "outlets": ("alias", "part"),
}
"""What else may stand in ``column``."""

SPANS = ("figures", "attributions", "parties", "names", "agency", "targets")
"""Tables whose rows are spans of a text."""

GROUPED = ("events", "stories", "quantities")
"""Tables whose rows are groups, which are put together or apart."""


def allowed_columns(table: str) -> tuple[str, ...]:
    """Return what may stand in ``column`` for a table: its columns, then the actions."""
    return (*COLUMNS.get(table, ()), *ACTIONS.get(table, ()))


def parse_value(table: str, column: str, cell: str) -> object:
    """
    Read the value of a column.

    Parameters
    ----------
    table, column : str
        A table and one of its ``COLUMNS``.
    cell : str
        As written; ``NOTHING`` for no value.

    Returns
    -------
    object
        A str, float, bool or Timestamp; None for no value.

    Raises
    ------
    InputError
        If the value has the wrong type, is not one of the allowed ones, or may not be missing.
    """
    spec = tables.ALL[table].columns[column]
    if cell == NOTHING:
        if not spec.null:
            raise InputError(f"{column} may not be none; {_allowed_words(spec)}")
        return None
    if spec.allowed and cell not in spec.allowed:
        raise InputError(unknown_value_message(column, cell, spec.allowed))
    if spec.dtype == "bool":
        return _parse_bool(column, cell)
    if spec.dtype in ("float", "int"):
        return _parse_number(column, cell, spec)
    if spec.dtype == "date":
        return parse_day_cell(column, cell)
    return cell


def _allowed_words(spec: Column) -> str:
    if spec.allowed:
        return f"allowed: {', '.join(spec.allowed)}"
    return f"allowed: {spec.dtype}"


def _parse_bool(column: str, cell: str) -> bool:
    words = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
    if cell.lower() not in words:
        raise InputError(f"{column}={cell!r} is not true or false")
    return words[cell.lower()]


def _parse_number(column: str, cell: str, spec: Column) -> float:
    try:
        value = float(cell.replace(",", "") if _has_thousands(cell) else cell)
    except ValueError:
        raise InputError(
            f"{column}={cell!r} is not a number; write 29 or 4000, or none for no bound"
        ) from None
    if pd.isna(value) or value in (float("inf"), float("-inf")):
        raise InputError(f"{column}={cell!r} is not a number; write 29, or none for no bound")
    if spec.low is not None and value < spec.low:
        raise InputError(f"{column}={cell!r} is below {spec.low:g}")
    return value


def _has_thousands(cell: str) -> bool:
    """Return whether commas separate groups of three digits: 4,000 but not 4,5."""
    groups = cell.lstrip("-").split(",")
    return len(groups) > 1 and all(len(group.partition(".")[0]) == 3 for group in groups[1:])


def parse_day_cell(column: str, cell: str) -> pd.Timestamp:
    """
    Read a day.

    Raises
    ------
    InputError
        If it is not a day of the form 2024-03-05. Other orders of day and month are refused: a
        spreadsheet may have swapped them.
    """
    day = cell.removesuffix(" 00:00:00").removesuffix("T00:00:00")
    is_iso = len(day) == 10 and day[4] == "-" and day[7] == "-"
    found = parse_day(day) if is_iso else None
    if found is None:
        raise InputError(f"{column}={cell!r} is not a day; write it as 2024-03-05")
    return pd.to_datetime(date.fromisoformat(day))


def parse_missing(table: str, cell: str) -> dict[str, object]:
    """
    Read several values of a row, of one that is added or checked: ``low=29; outcome=killed``.

    Parameters
    ----------
    table : str
    cell : str
        Empty if the words of the span say it all.

    Returns
    -------
    dict of str to object
        Typed values by column.

    Raises
    ------
    InputError
        If a part has no "=", or its column or value is not allowed.
    """
    values: dict[str, object] = {}
    for part in filter(None, (part.strip() for part in cell.split(";"))):
        name, equals, value = (piece.strip() for piece in part.partition("="))
        if not equals or not value:
            raise InputError(f"{part!r} should read column=value; several are separated by ';'")
        if name not in COLUMNS[table]:
            raise InputError(unknown_value_message("column", name, COLUMNS[table]))
        values[name] = parse_value(table, name, value)
    return values
