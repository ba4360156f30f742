"""
Write tables as CSV files that are safe to open in a spreadsheet or print on a terminal.

In: any table. Out: a UTF-8 file with a byte-order mark, so that Excel shows every script.
Text that a spreadsheet would take for a formula gets a leading apostrophe, and control characters
become visible; numbers stay numbers. User files are read in ``analysis.load``, not here.
Follows OWASP, "CSV Injection".
"""

from pathlib import Path
from typing import TYPE_CHECKING, overload

from analysis.core.control_characters import replace_control_characters
from analysis.core.owned_files import claim

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["csv_text", "escape_cell", "escape_formula", "unescape_formula", "write_csv"]

_MARK = "\ufeff"  # without it, Excel does not read UTF-8
# Some spreadsheets treat the full-width forms like the plain ones.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def escape_formula(value: object) -> object:
    """
    Put an apostrophe before text that looks like a formula.

    Parameters
    ----------
    value : object
        A value that is not a ``str`` is returned as it is.

    Returns
    -------
    object

    Examples
    --------
    >>> escape_formula("=1+1"), escape_formula("SANA"), escape_formula(-0.5)
    ("'=1+1", 'SANA', -0.5)
    """
    if isinstance(value, str) and _looks_like_formula(value):
        return "'" + value
    return value


def _looks_like_formula(text: str) -> bool:
    # Leading apostrophes are skipped, so that unescape_formula restores exactly the same text.
    return text.lstrip("' ").startswith(_FORMULA_STARTS)


def escape_cell(value: object) -> object:
    r"""
    Escape formulas, and make control characters and bidirectional overrides visible.

    Parameters
    ----------
    value : object
        A value that is not a ``str`` is returned as it is.

    Returns
    -------
    object

    Examples
    --------
    >>> escape_cell("=1+1"), escape_cell("\x1b[2Jgone")
    ("'=1+1", '␛[2Jgone')
    """
    if not isinstance(value, str):
        return value
    return escape_formula(replace_control_characters(value.replace("\r\n", "\n")))


@overload
def unescape_formula(value: str) -> str: ...
@overload
def unescape_formula(value: object) -> object: ...
def unescape_formula(value: object) -> object:
    """
    Undo ``escape_formula``.

    Parameters
    ----------
    value : object
        A value that is not a ``str`` is returned as it is.

    Returns
    -------
    object

    Examples
    --------
    >>> unescape_formula(escape_formula("-5 to 5"))
    '-5 to 5'
    """
    if isinstance(value, str) and value.startswith("'") and _looks_like_formula(value):
        return value[1:]
    return value


def csv_text(table: "pd.DataFrame") -> str:
    """
    Return a table as the text of a CSV file, with every text cell and column name escaped.

    Parameters
    ----------
    table : DataFrame
        Any table. Not changed. The index is left out, missing values are empty cells, and days
        have the form 2018-11-02.

    Returns
    -------
    str
        Begins with a byte-order mark. What UTF-8 cannot hold is "?".
    """
    import pandas as pd

    columns = {}
    for name in table:
        column = table[name]
        header = escape_cell(str(name))
        columns[header] = _safe_column(column)  # pyright: ignore[reportArgumentType]
    text = pd.DataFrame(columns, index=table.index).to_csv(index=False, lineterminator="\n")
    return _MARK + text.encode("utf-8", errors="replace").decode("utf-8")


def write_csv(table: "pd.DataFrame", path: str | Path) -> Path:
    """
    Write a table as a CSV file, as ``csv_text`` returns it.

    Parameters
    ----------
    table : DataFrame
        Not changed.
    path : str or Path
        The folder must exist.

    Returns
    -------
    Path
        The file.
    """
    path = Path(path)
    text = csv_text(table)
    claim(path)
    path.write_bytes(text.encode("utf-8"))
    return path


def _safe_column(values: "pd.Series") -> "pd.Series":
    import pandas as pd

    if pd.api.types.is_numeric_dtype(values):
        return values
    if pd.api.types.is_datetime64_any_dtype(values):
        return values.dt.strftime("%Y-%m-%d")
    return values.astype(object).map(escape_cell, na_action="ignore")
