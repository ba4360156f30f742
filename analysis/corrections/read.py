"""
Read a file of corrections, and check every row as far as the file alone allows.

In: a CSV, TSV or Excel file. Out: ``Corrections``, one row each, with typed values and parsed
places; and a ``Fault`` for each row that is wrong in itself, with what is allowed. The file is only
read, never written.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.core import tables
from analysis.core.errors import InputError, unknown_value_message
from analysis.core.safe_csv import unescape_formula
from analysis.core.tables import CORRECTED_TABLES
from analysis.corrections import kinds, places

__all__ = [
    "FILE_COLUMNS",
    "Corrections",
    "Fault",
    "corrections_of_table",
    "read_corrections",
    "scan_corrections",
]

FILE_COLUMNS = (
    *("correction_id", "table", "key", "column", "old", "new"),
    *("coder", "day", "note", "drawn"),
)
"""Columns of the user's file; others are left alone, such as the sentence in a queue."""

_REQUIRED = ("table", "key", "column", "new")
_PARSED = ("article_id", "start", "end", "words", "value", "members", "where", "order")
_MOST_FAULTS = 10
_SEPARATOR = " | "


@dataclass(frozen=True)
class Fault:
    """
    A row that is wrong in itself.

    Attributes
    ----------
    where : str
        File and line or row.
    reason : str
        The bad value, and what is allowed.
    """

    where: str
    reason: str


@dataclass(frozen=True)
class Corrections:
    """
    The corrections of one file.

    Attributes
    ----------
    name : str
        Name of the file; empty if there is none.
    sha256 : str
        Hash of its bytes.
    rows : DataFrame
        ``FILE_COLUMNS`` as text (``day`` as a day), and what was parsed: ``article_id`` (null if
        not of one article), ``start``, ``end`` and ``words`` of a span, ``value`` (typed; a dict
        of values if ``column`` is missing), ``members`` (keys of a merge or part), ``where``, and
        ``order``: the rank by day and then by row, the last of which holds.
    """

    name: str = ""
    sha256: str = ""
    rows: pd.DataFrame = field(default_factory=lambda: _frame([]), repr=False)

    def __bool__(self) -> bool:
        """Return whether there is a file."""
        return bool(self.name)


def read_corrections(path: str | Path) -> Corrections:
    """
    Read a file of corrections.

    Parameters
    ----------
    path : str or Path

    Returns
    -------
    Corrections

    Raises
    ------
    InputError
        If the file cannot be read or lacks a column, or if rows are wrong in themselves: up to ten
        are named, with what is allowed and the command that checks the whole file.
    """
    corrections, faults = scan_corrections(path)
    if faults:
        raise InputError(_faults_message(Path(path), faults))
    return corrections


def _faults_message(path: Path, faults: list[Fault]) -> str:
    lines = [f"{path.name}: nothing was corrected. Fix these rows:"]
    lines += [f"{fault.where}: {fault.reason}" for fault in faults[:_MOST_FAULTS]]
    if len(faults) > _MOST_FAULTS:
        lines.append(f"and {len(faults) - _MOST_FAULTS} more rows")
    lines.append(f"See all: parallax corrections check {path} SOURCE")
    return "\n  ".join(lines)


def scan_corrections(path: str | Path) -> tuple[Corrections, list[Fault]]:
    """
    Read a file of corrections whose rows may be wrong.

    Parameters
    ----------
    path : str or Path
        CSV (with commas or semicolons, with a byte-order mark or without), TSV or Excel.

    Returns
    -------
    corrections : Corrections
        The rows that are right in themselves.
    faults : list of Fault
        The others.

    Raises
    ------
    InputError
        If the file cannot be read, is empty, or lacks a column.
    """
    from analysis.load.formats import open_file

    path = Path(path).expanduser()
    opened = open_file(path)
    _validate_columns(path, [name.strip().lower() for name in opened.columns])
    rows, faults = [], []
    first_with: dict[str, str] = {}
    for number, record in enumerate(opened.records):
        if record.fault:
            faults.append(Fault(record.where, record.fault))
            continue
        cells = _cells(record.values)
        if not any(cells.values()):
            continue
        cells["correction_id"] = cells["correction_id"] or f"row-{number + 1}"
        try:
            _validate_id(cells["correction_id"], record.where, first_with)
            rows.append(_parsed(cells, record.where))
        except InputError as error:
            faults.append(Fault(record.where, str(error)))
    digest = sha256(path.read_bytes()).hexdigest()
    return Corrections(path.name, digest, _frame(rows)), faults


def corrections_of_table(table: pd.DataFrame, name: str) -> Corrections:
    """
    Return corrections that a run has stored.

    Parameters
    ----------
    table : DataFrame
        The ``corrections`` table.
    name : str
        Name of their file.

    Returns
    -------
    Corrections
        Without a hash.
    """
    days = table["day"].dt.strftime("%Y-%m-%d")
    rows = []
    for number, values in enumerate(table.assign(day=days).to_dict("records")):
        rows.append(_parsed(_cells(values), f"{name}, row {number + 1}"))
    return Corrections(name, "", _frame(rows))


def _validate_columns(path: Path, columns: list[str]) -> None:
    missing = [name for name in _REQUIRED if name not in columns]
    if missing:
        raise InputError(
            f"{path.name} has no column {', '.join(missing)}; have: {', '.join(columns)}. "
            f"A file of corrections has the columns {', '.join(FILE_COLUMNS)}. "
            f"Make one to fill in: parallax queue SOURCE --out queue.csv"
        )


def _cells(values: Mapping[str, Any]) -> dict[str, str]:
    """Return the cells of a row by the names of our columns, as stripped text."""
    found = {name.strip().lower(): value for name, value in values.items()}
    cells = {}
    for name in FILE_COLUMNS:
        value = found.get(name)
        text = "" if value is None or value != value else str(value).strip()
        cells[name] = text
    return cells


def _validate_id(name: str, where: str, first_with: dict[str, str]) -> None:
    if name in first_with:
        raise InputError(f"correction_id {name!r} is that of {first_with[name]} too")
    first_with[name] = where


def _parsed(cells: dict[str, str], where: str) -> dict[str, object]:
    """Return a row with its values and place; cells that a spreadsheet would compute are bad."""
    for name, cell in cells.items():
        if cell.startswith(("=", "@")):
            raise InputError(f"{name}={cell[:60]!r} is a spreadsheet formula; write its value")
        cells[name] = unescape_formula(cell)
    table, column = cells["table"], cells["column"]
    if table not in CORRECTED_TABLES:
        raise InputError(unknown_value_message("table", table, CORRECTED_TABLES))
    allowed = kinds.allowed_columns(table)
    if column not in allowed:
        raise InputError(unknown_value_message(f"column of {table}", column, allowed))
    row: dict[str, object] = {name: None for name in _PARSED}
    row |= {name: cell or None for name, cell in cells.items()}
    row |= {"where": where, "key": cells["key"], "day": pd.NaT}
    # a file that no queue made may use the name for something else
    row["drawn"] = cells["drawn"] if cells["drawn"] in tables.DRAWN else None
    if cells["day"]:
        row["day"] = kinds.parse_day_cell("day", cells["day"])
    return row | _place(table, column, cells["key"]) | _value(table, column, cells)


def _place(table: str, column: str, key: str) -> dict[str, object]:
    """Return what a key names: a span, an article, or members of a group."""
    if not key:
        raise InputError("key is empty; it says which row is meant")
    if table == "articles":
        return {"article_id": key}
    if table == "outlets" or column == "alias":
        return {}
    if table in kinds.GROUPED:
        return {"members": _members(table, column, key)}
    if table == "frames":
        article_id, bracket, frame = key.removesuffix("]").rpartition(" [")
        if not bracket or not frame or not key.endswith("]"):
            raise InputError(f"key={key!r} should read article_id [frame]")
        return {"article_id": article_id, "words": frame}
    place = places.parse_place(key)
    if place is None:
        raise InputError(f"key={key[:80]!r} should read article_id [start:end] words of the span")
    return place._asdict()


def _members(table: str, column: str, key: str) -> tuple[str, ...]:
    members = tuple(dict.fromkeys(part.strip() for part in key.split(_SEPARATOR) if part.strip()))
    if column == "merge" and len(members) < 2:
        raise InputError(f"key={key[:80]!r} names one member; a merge needs two, joined by ' | '")
    if table == "quantities":
        bad = [member for member in members if places.parse_place(member) is None]
        if bad:
            raise InputError(
                f"{bad[0][:80]!r} in key should read article_id [start:end] words of a figure"
            )
    return members


def _value(table: str, column: str, cells: Mapping[str, str]) -> dict[str, object]:
    """Return the typed value; null where nothing is filled in yet."""
    new = cells["new"]
    if column == "missing":
        return {"value": kinds.parse_missing(table, new)}
    if column == "checked":
        if "=" in new:
            return {"value": kinds.parse_missing(table, new)}
        verdict = new.lower() or None
        if verdict is not None and verdict not in kinds.VERDICTS:
            raise InputError(unknown_value_message("check", new, kinds.VERDICTS))
        return {"value": verdict}
    if column == "alias":
        if not new:
            raise InputError("new is empty; it says under which name the alias is shown")
        return {"value": new}
    if column in kinds.ACTIONS.get(table, ()):
        return {"value": new or None}
    return {"value": kinds.parse_value(table, column, new) if new else None}


def _frame(rows: list[dict[str, object]]) -> pd.DataFrame:
    """Return the rows with their order: the last of two for one cell holds."""
    frame = pd.DataFrame(rows, columns=[*FILE_COLUMNS, *_PARSED], dtype=object)
    frame["day"] = pd.to_datetime(frame["day"]).astype("datetime64[us]")
    by_day = frame.sort_values("day", kind="stable", na_position="first")
    return frame.assign(order=pd.Series(range(len(frame)), index=by_day.index, dtype="int64"))
