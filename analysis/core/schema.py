"""
Table definitions: columns with types and allowed values, and frames built and checked from them.

In: rows or frames, and a definition. Out: frames that follow it. The definitions themselves are in
``analysis.core.tables``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.core.errors import TableError

if TYPE_CHECKING:
    import pandera.pandas as pa

__all__ = ["Column", "Table", "check", "empty", "make"]

_MOST_ROWS_SHOWN = 3


@dataclass(frozen=True)
class Column:
    """
    Definition of one column.

    Parameters
    ----------
    description : str
        What the column contains, with its unit.
    dtype : {"str", "int", "float", "bool", "date"}
    null : bool or str
        False if values may not be missing; otherwise what a missing value means.
    allowed : tuple of str
        The allowed values; empty allows any.
    low, high : float, optional
        Smallest and largest allowed value, both included.
    """

    description: str
    dtype: str = "str"
    null: bool | str = False
    allowed: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Table:
    """
    Definition of one table.

    Parameters
    ----------
    name : str
    description : str
        What one row is, as a noun phrase: "one sentence".
    columns : mapping of str to Column
        In the order in which frames have them.
    key : tuple of str
        Columns that together identify a row; empty if there is no key.
    """

    name: str
    description: str
    columns: Mapping[str, Column] = field(repr=False)
    key: tuple[str, ...] = ()


_DTYPES = {
    "str": "str",
    "int": "int64",
    "float": "float64",
    "bool": "bool",
    "date": "datetime64[us]",
}
# As objects, since pandas takes longer to look up a type by its name than to convert a few values.
_PANDAS_DTYPES = {name: pd.api.types.pandas_dtype(dtype) for name, dtype in _DTYPES.items()}


def make(rows: Sequence[Mapping[str, object]] | pd.DataFrame, table: Table) -> pd.DataFrame:
    """
    Build a table from rows, with columns in order and of the right type, and check it.

    Parameters
    ----------
    rows : list of dict, or DataFrame
        Missing columns become null. Not changed.
    table : Table

    Returns
    -------
    DataFrame
        Columns in the order of the definition; the index counts from 0.

    Raises
    ------
    TableError
        If there is a column that the definition lacks, if values cannot be converted to the type
        of their column, or as for ``check``.

    Examples
    --------
    >>> from analysis.core.tables import EVENTS
    >>> make([], EVENTS).shape
    (0, 7)
    """
    if isinstance(rows, list) and not rows:
        return empty(table)
    return _make(rows, table)


def _make(rows: Sequence[Mapping[str, object]] | pd.DataFrame, table: Table) -> pd.DataFrame:
    frame = pd.DataFrame(rows).reset_index(drop=True)
    unknown = [repr(name) for name in frame if name not in table.columns]
    if unknown:
        raise TableError(f"Table {table.name} has no column {', '.join(unknown)}.")
    absent = _AbsentColumns(frame.index)
    converted = {}
    faults = []
    for name, column in table.columns.items():
        try:
            if name in frame:
                converted[name] = _convert(_column(frame, name), column.dtype)
            else:
                converted[name] = absent.of_type(column.dtype)
        except (TypeError, ValueError) as error:
            faults.append(f"column {name!r} should be {column.dtype} ({error})")
    if faults:
        raise TableError(f"Table {table.name}: " + "; ".join(faults))
    made = pd.DataFrame(converted, index=frame.index)
    if _are_valid(converted, table) and _is_unique(made, table):
        return made
    return check(made, table)


class _AbsentColumns:
    """Columns of nulls, one for each type: most tables lack many columns of a few types."""

    def __init__(self, index: pd.Index) -> None:
        self._nulls = pd.Series(None, index=index, dtype=object)
        self._made: dict[str, pd.Series] = {}

    def of_type(self, dtype: str) -> pd.Series:
        """Return nulls as a type; raise as ``_convert`` where it has none."""
        if dtype not in self._made:
            self._made[dtype] = _convert(self._nulls, dtype)
        return self._made[dtype]


def _column(frame: pd.DataFrame, name: str) -> pd.Series:
    """Return a column by its name, which no other column has."""
    column: Any = frame[name]
    return column


def _convert(values: pd.Series, dtype: str) -> pd.Series:
    wanted = _PANDAS_DTYPES[dtype]
    if values.dtype == wanted:
        return values
    if dtype == "date":
        return pd.to_datetime(values, errors="raise").astype(wanted)
    if dtype == "str":
        # missing values of any kind, which would otherwise become the words "None" and "nan"
        objects = values.to_numpy(dtype=object, copy=True)
        objects[pd.isna(objects)] = None
        return pd.Series(objects, index=values.index, dtype=wanted)
    return values.astype(wanted)


def check(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    """
    Raise an error that lists every fault of a frame, if it breaks the definition.

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
        If a column is missing, unknown or of the wrong type, if a value is null, out of range or
        not allowed, or if the key is not unique. The message shows up to three rows for each fault.
    """
    if _is_valid(frame, table):
        return frame
    import pandera.errors

    try:
        _schema(table).validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as error:
        raise TableError(_faults_message(table, error.failure_cases)) from None
    return frame


def _is_valid(frame: pd.DataFrame, table: Table) -> bool:
    """
    Whether a frame certainly follows its definition.

    Nearly every frame does, and this takes a tenth of pandera's time, which then need not even be
    imported. Where it is False, pandera decides, and tells the faults.
    """
    if len(frame.columns) != len(table.columns) or not frame.columns.is_unique:
        return False
    if not all(name in frame for name in table.columns):
        return False
    columns = {name: _column(frame, name) for name in table.columns}
    return _are_valid(columns, table) and _is_unique(frame, table)


def _are_valid(columns: Mapping[str, pd.Series], table: Table) -> bool:
    return all(_is_valid_column(columns[name], column) for name, column in table.columns.items())


def _is_unique(frame: pd.DataFrame, table: Table) -> bool:
    if not table.key or frame.empty:
        return True
    if len(table.key) == 1:
        return frame[table.key[0]].is_unique
    return not frame.duplicated(list(table.key)).any()


def _is_valid_column(values: pd.Series, column: Column) -> bool:
    if values.dtype != _PANDAS_DTYPES[column.dtype]:
        return False
    if values.empty:
        return True
    if not column.null and values.array.isna().any():
        return False
    if column.allowed:
        # a missing value, where one may be, is not asked for among the allowed ones
        given = [value for value in values.unique() if not pd.isna(value)]
        if not set(given) <= set(column.allowed):
            return False
    if column.low is None and column.high is None:
        return True
    numbers = values.to_numpy()
    if column.low is not None and (numbers < column.low).any():
        return False
    return column.high is None or not (numbers > column.high).any()


_SCHEMAS: "dict[str, pa.DataFrameSchema]" = {}


def _schema(table: Table) -> "pa.DataFrameSchema":
    """Return the pandera schema of a table, built once for each name."""
    import pandera.pandas as pa

    if table.name not in _SCHEMAS:
        columns = {
            name: pa.Column(_DTYPES[column.dtype], _checks(column), nullable=bool(column.null))
            for name, column in table.columns.items()
        }
        unique = list(table.key) or None
        _SCHEMAS[table.name] = pa.DataFrameSchema(columns, strict=True, unique=unique)
    return _SCHEMAS[table.name]


def _checks(column: Column) -> "list[pa.Check]":
    import pandera.pandas as pa

    checks = []
    if column.allowed:
        checks.append(pa.Check.isin(column.allowed))
    if column.low is not None:
        checks.append(pa.Check.ge(column.low))
    if column.high is not None:
        checks.append(pa.Check.le(column.high))
    return checks


def _faults_message(table: Table, cases: pd.DataFrame) -> str:
    lines = [f"Table {table.name} breaks its definition (see the codebook, data/README.md):"]
    faults = cases.groupby(["column", "check"], dropna=False, sort=False)
    for (column, fault), rows in faults:  # pyright: ignore[reportGeneralTypeIssues]
        first_rows = rows.head(_MOST_ROWS_SHOWN)
        examples = ", ".join(
            f"row {index}: {value!r}"
            for index, value in zip(first_rows["index"], first_rows["failure_case"], strict=True)
        )
        lines.append(f"  {column}: {fault} ({len(rows)} rows; {examples})")
    return "\n".join(lines)


_EMPTY: "dict[str, pd.DataFrame]" = {}


def empty(table: Table) -> pd.DataFrame:
    """Return a frame without rows that has the columns and types of a table."""
    if table.name not in _EMPTY:
        _EMPTY[table.name] = _make([], table)
    return _EMPTY[table.name].copy()
