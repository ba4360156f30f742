"""
What a table is: columns with types and allowed values, and how a frame is built and checked against them.

The definitions themselves are in ``analysis.core.tables``.
"""

from dataclasses import dataclass, field

import pandas as pd

from analysis.core.errors import TableError

__all__ = ["Column", "Table", "check", "empty", "make"]


@dataclass(frozen=True)
class Column:
    """
    One column: what it holds, its type, and what may stand in it.

    ``null`` is False where nothing may be missing, else what it means that something is (or True).
    """

    about: str
    dtype: str = "str"  # str, int, float, bool, date
    null: bool | str = False
    allowed: tuple = ()
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Table:
    """A table's name, its key (unique together) and its columns in order."""

    name: str
    about: str
    columns: dict = field(repr=False)
    key: tuple = ()


_DTYPES = {
    "str": "str",
    "int": "int64",
    "float": "float64",
    "bool": "bool",
    "date": "datetime64[us]",
}


def make(rows, table):
    """
    Build a table from rows, with the columns in order and of the right type, and check it.

    Parameters
    ----------
    rows : list of dict, or DataFrame
        Missing columns become null; columns that the table does not have are refused by ``check``.
    table : Table

    Returns
    -------
    DataFrame
        Columns in the table's order; its index counts from 0.

    Raises
    ------
    TableError
        As ``check``.

    Examples
    --------
    >>> from analysis.core.tables import EVENTS
    >>> make([], EVENTS).shape
    (0, 7)
    """
    frame = pd.DataFrame(rows).reset_index(drop=True)
    for name in table.columns:
        if name not in frame:
            frame[name] = None
    extra = [c for c in frame if c not in table.columns]
    if extra:
        raise TableError(f"Table {table.name} has no column {', '.join(map(repr, extra))}.")
    faults = []
    typed = {name: _typed(frame[name], column, faults) for name, column in table.columns.items()}
    if faults:
        raise TableError(f"Table {table.name}: " + "; ".join(faults))
    return check(pd.DataFrame(typed, index=frame.index), table)


def _typed(values, column, faults):
    try:
        if column.dtype == "date":
            return pd.to_datetime(values, errors="raise").astype(_DTYPES["date"])
        if column.dtype == "str":
            return values.astype(object).where(values.notna(), None).astype("str")
        return values.astype(_DTYPES[column.dtype])
    except (TypeError, ValueError) as error:
        faults.append(f"column {values.name!r} should be {column.dtype} ({error})")
        return values


def check(frame, table):
    """
    Refuse a table that breaks its definition, naming all faults together.

    Parameters
    ----------
    frame : DataFrame
        Not changed.
    table : Table

    Returns
    -------
    DataFrame
        The same frame.

    Raises
    ------
    TableError
        If a column is missing, of another type, null where it may not be, out of range or not
        among the allowed values, or if the key is not unique. Up to three bad rows are shown for each.
    """
    import pandera.errors

    try:
        _schema(table).validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as error:
        raise TableError(_faults(table, error.failure_cases)) from None
    return frame


_SCHEMAS = {}


def _schema(table):
    import pandera.pandas as pa

    if table.name not in _SCHEMAS:
        columns = {}
        for name, column in table.columns.items():
            checks = [pa.Check.isin(column.allowed)] if column.allowed else []
            checks += [pa.Check.ge(column.low)] if column.low is not None else []
            checks += [pa.Check.le(column.high)] if column.high is not None else []
            columns[name] = pa.Column(_DTYPES[column.dtype], checks, nullable=bool(column.null))
        _SCHEMAS[table.name] = pa.DataFrameSchema(
            columns, strict=True, unique=list(table.key) or None
        )
    return _SCHEMAS[table.name]


def _faults(table, cases):
    lines = []
    for (column, fault), rows in cases.groupby(["column", "check"], dropna=False, sort=False):
        shown = ", ".join(
            f"row {i}: {v!r}"
            for i, v in zip(rows["index"][:3], rows["failure_case"][:3], strict=True)
        )
        lines.append(f"  {column}: {fault} ({len(rows)} rows; {shown})")
    return (
        f"Table {table.name} breaks its definition (data/README.md has the codebook):\n"
        + "\n".join(lines)
    )


def empty(table):
    """Give a frame of no rows with the table's columns and types."""
    return make([], table)
