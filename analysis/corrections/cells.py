"""
Decide between corrections of one cell, and set the values of those that hold.

In: corrections with the row of the table that each is about. Out: the table with new values. The
later day wins, of one day the later row of the file; both are told. All rows of a column are set at
once: ten thousand corrections take seconds.
"""

import pandas as pd

from analysis.core.errors import InputError
from analysis.core.schema import Column
from analysis.core.tables import ALL
from analysis.corrections.kinds import parse_value
from analysis.corrections.ledger import Ledger

__all__ = ["set_cells", "settle_cells"]


def settle_cells(sets: pd.DataFrame, ledger: Ledger) -> pd.DataFrame:
    """
    Return the correction that holds for each cell.

    Parameters
    ----------
    sets : DataFrame
        ``row`` (label in the table), ``column``, ``value``, ``order``, ``correction_id``, indexed
        like the corrections; one of several columns has several rows with one index.
    ledger : Ledger
        Is told which are applied and which are superseded.

    Returns
    -------
    DataFrame
        The last of each cell by ``order``.
    """
    ordered = sets.sort_values("order")
    cell = ["row", "column"]
    holds = ~ordered.duplicated(cell, keep="last")
    winners = ordered.loc[holds]
    losers = ordered.loc[~holds]
    ledger.settle(winners.index, "applied")
    if losers.empty:
        return winners
    named = winners[[*cell, "value", "correction_id"]].rename_axis("winner").reset_index()
    pairs = losers.rename_axis("index").reset_index().merge(named, on=cell, suffixes=("", "_of"))
    for pair in pairs.itertuples(index=False):
        if pair.value == pair.value_of:
            ledger.settle([pair.index], "applied")
            continue
        words = f"sets {pair.column} of the same row to another value"
        later = f"{pair.correction_id_of} is later and holds"
        ledger.settle([pair.index], "superseded", f"{pair.correction_id_of} {words}; {later}")
        ledger.tell(pair.winner, f"{pair.correction_id} {words}; this one is later and holds")
    return winners


def set_cells(
    frame: pd.DataFrame,
    table: str,
    winners: pd.DataFrame,
    ledger: Ledger,
) -> pd.DataFrame:
    """
    Set the values of cells.

    Parameters
    ----------
    frame : DataFrame
        The table. Not changed.
    table : str
        Its name.
    winners : DataFrame
        As returned by ``settle_cells``; with ``old``, the value that the coder saw.
    ledger : Ledger
        Is told where ``old`` is not what is there.

    Returns
    -------
    DataFrame
        With the same index.
    """
    changed = {}
    for name, of_column in winners.groupby("column", sort=False):
        column = str(name)
        _compare_old(frame, table, column, of_column, ledger)
        values = pd.Series(frame[column].astype(object))
        values.loc[of_column["row"].to_numpy()] = of_column["value"].to_numpy(dtype=object)
        changed[column] = _typed(values, ALL[table].columns[column])
    return frame.assign(**changed)


def _typed(values: pd.Series, column: Column) -> pd.Series:
    if column.dtype == "date":
        return pd.to_datetime(values).astype("datetime64[us]")
    if column.dtype == "str":
        return values.where(values.notna(), None).astype("str")
    return values.astype({"float": "float64", "bool": "bool", "int": "int64"}[column.dtype])


def _compare_old(
    frame: pd.DataFrame,
    table: str,
    column: str,
    winners: pd.DataFrame,
    ledger: Ledger,
) -> None:
    """Tell which corrections saw another value than the one that is there."""
    seen = winners.loc[winners["old"].notna()]
    there = frame[column].reindex(seen["row"])
    for index, old, value, new in zip(seen.index, seen["old"], there, seen["value"], strict=True):
        if not _is_equal(table, column, old, value) and not _same(value, new):
            shown = "none" if pd.isna(value) else value
            ledger.tell(index, f"the coder saw {column} {old}, and this run has {shown}")


def _is_equal(table: str, column: str, old: str, value: object) -> bool:
    try:
        parsed = parse_value(table, column, old)
    except InputError:
        return False
    return _same(parsed, value)


def _same(first: object, second: object) -> bool:
    are_missing = [value is None or value != value or value is pd.NaT for value in (first, second)]
    return all(are_missing) if any(are_missing) else first == second
