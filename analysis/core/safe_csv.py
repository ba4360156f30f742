"""
Write tables as CSV files that spreadsheets open without running anything.

In: any table. Out: a UTF-8 file with a byte-order mark, so that Excel shows every script.
A cell of text that a spreadsheet would read as a formula gets an apostrophe in front, and controls become signs, so
that a terminal shows the file as it is; numbers stay numbers.
Reading files that people bring is not done here, see ``analysis.load``.
After OWASP, "CSV Injection".
"""

from pathlib import Path

from analysis.core.control_characters import replace_control_characters

__all__ = ["escape_formula", "escape_cell", "unescape_formula", "write_csv"]

# The wide forms count too: some spreadsheets read them as the plain ones.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def escape_formula(value):
    """
    Make one cell safe: text that looks like a formula gets an apostrophe in front.

    Parameters
    ----------
    value : object
        Only ``str`` is ever changed.

    Returns
    -------
    object

    Examples
    --------
    >>> escape_formula("=1+1"), escape_formula("SANA"), escape_formula(-0.5)
    ("'=1+1", 'SANA', -0.5)
    """
    # An apostrophe before such a start is doubled, so that unescape_formula gives back the very same text.
    if isinstance(value, str) and value.lstrip("' ").startswith(_FORMULA):
        return "'" + value
    return value


def escape_cell(value):
    r"""
    Make one cell safe for spreadsheets and terminals: no formula, no control or bidirectional override.

    Parameters
    ----------
    value : object
        Only ``str`` is ever changed.

    Returns
    -------
    object

    Examples
    --------
    >>> escape_cell("=1+1"), escape_cell("\x1b[2Jgone")
    ("'=1+1", '␛[2Jgone')
    """
    return (
        escape_formula(replace_control_characters(value.replace("\r\n", "\n")))
        if isinstance(value, str)
        else value
    )


def unescape_formula(value):
    """
    Take back what ``escape_formula`` did.

    Parameters
    ----------
    value : object

    Returns
    -------
    object

    Examples
    --------
    >>> unescape_formula(escape_formula("-5 to 5"))
    '-5 to 5'
    """
    if isinstance(value, str) and value.startswith("'") and value.lstrip("' ").startswith(_FORMULA):
        return value[1:]
    return value


def write_csv(table, path):
    """
    Write a table as CSV, each text cell and column name made safe.

    Parameters
    ----------
    table : DataFrame
        Not changed. Its index is left out. Missing is an empty cell; days are written as 2018-11-02.
    path : str or Path
        Its folder must exist.

    Returns
    -------
    Path
        The file.
    """
    import pandas as pd

    path = Path(path)
    cells = {escape_cell(str(name)): _cells(table[name]) for name in table}
    text = pd.DataFrame(cells, index=table.index).to_csv(index=False, lineterminator="\n")
    path.write_bytes(text.encode("utf-8-sig", errors="replace"))
    return path


def _cells(values):
    import pandas as pd

    if pd.api.types.is_numeric_dtype(values):
        return values
    if pd.api.types.is_datetime64_any_dtype(values):
        return values.dt.strftime("%Y-%m-%d")
    return values.astype(object).map(escape_cell, na_action="ignore")
