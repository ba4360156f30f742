"""Compare two folders of tables: are they equal to the last value?

    python benchmarks/compare_tables.py reports/before/tables reports/after/tables

Compares every Parquet file of both folders, byte for byte. Prints a line for each table, which says
what differs in columns, types, rows or values, and ends with status 1 where any file differs.
"""

import sys
from pathlib import Path

import pandas as pd


def difference(before, after):
    """
    Say how two tables differ.

    Parameters
    ----------
    before, after : DataFrame

    Returns
    -------
    str
        Empty if they are equal in columns, types, rows and values.
    """
    if list(before.columns) != list(after.columns):
        return f"columns {list(before.columns)} became {list(after.columns)}"
    if len(before) != len(after):
        return f"{len(before)} rows became {len(after)}"
    try:
        pd.testing.assert_frame_equal(before, after, check_exact=True)
    except AssertionError as error:
        return " ".join(str(error).split())[:300]
    return ""


def compare(before, after):
    """
    Compare two folders table by table.

    Parameters
    ----------
    before, after : Path

    Returns
    -------
    dict of str to str
        By file name: what differs, or "" where the bytes are the same.

    Raises
    ------
    SystemExit
        If a folder holds no table.
    """
    found = {}
    for folder in (before, after):
        if not sorted(folder.glob("*.parquet")):
            sys.exit(f"No tables (*.parquet) in {folder}. Make them: python -m analysis extract")
    for name in sorted(
        {path.name for path in [*before.glob("*.parquet"), *after.glob("*.parquet")]}
    ):
        missing = [str(folder) for folder in (before, after) if not (folder / name).exists()]
        if missing:
            found[name] = f"not in {missing[0]}"
            continue
        if (before / name).read_bytes() == (after / name).read_bytes():
            found[name] = ""
            continue
        fault = difference(pd.read_parquet(before / name), pd.read_parquet(after / name))
        found[name] = fault or "equal values in files of other bytes"
    return found


def main(arguments):
    """Print a line for each table; the exit status is 1 where any differs."""
    if len(arguments) != 2:
        sys.exit(__doc__)
    found = compare(*map(Path, arguments))
    for name, fault in found.items():
        print(f"{name}: {fault or 'equal'}")
    return int(any(found.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
