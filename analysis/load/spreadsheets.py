"""
Write tables for people who open them in a spreadsheet.

In: a table. Out: a CSV file that Excel reads as UTF-8, and in which no text is taken for a formula.
"""

from pandas.api.types import is_string_dtype

__all__ = ["escape_formula", "write_csv"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(frame, path):
    """
    Write a table as CSV for spreadsheets.

    Parameters
    ----------
    frame : DataFrame
        Not changed. Texts and column names that a spreadsheet would run are escaped; numbers and days stay.
    path : Path or str

    Returns
    -------
    Path or str
        As given. The file is UTF-8 with a byte order mark; null is an empty cell; the index is not written.
    """
    safe = frame.rename(columns=escape_formula)
    for name in safe.columns:
        if is_string_dtype(safe[name].dtype) or safe[name].dtype == object:
            safe[name] = safe[name].map(escape_formula, na_action="ignore")
    safe.to_csv(path, index=False, encoding="utf-8-sig", lineterminator="\r\n")
    return path


def escape_formula(cell):
    """
    Put an apostrophe before a text that a spreadsheet would read as a formula.

    Examples
    --------
    >>> escape_formula("=1+1"), escape_formula("12 killed"), escape_formula(-3)
    ("'=1+1", '12 killed', -3)
    """
    if isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA):
        return "'" + cell
    return cell
