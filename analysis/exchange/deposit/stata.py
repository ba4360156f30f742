"""
Write tables for Stata (version 14 and later).

In: a table and its definition. Out: a ``.dta`` file with the first 80 characters of each column's
description as its label. Missing numbers and days are missing in Stata; it has no missing text, so
those are empty. Texts of more than 2,045 bytes are strL.
"""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from analysis.core.control_characters import replace_control_characters
from analysis.core.schema import Table

__all__ = ["stata_names", "write_stata"]

_LONGEST_NAME = 32
_LONGEST_LABEL = 80
_LONGEST_TEXT = 2045  # bytes of a str variable
_RESERVED = frozenset(
    "_all _b _coef _cons _n _N _pi _pred _rc _skip aggregate array boolean break byte case catch "
    "class colvector complex const continue default delegate delete do double else eltypedef end "
    "enum explicit export external float for friend function global goto if in inline int local "
    "long null pragma protected quad rowvector short typedef typename using virtual with".split()
)


def stata_names(names: Iterable[str]) -> dict[str, str]:
    """
    Return a name for each column that Stata allows.

    Parameters
    ----------
    names : iterable of str

    Returns
    -------
    dict of str to str
        At most 32 characters, all different, no word that Stata reserves.

    Examples
    --------
    >>> stata_names(["outlet", "in"])
    {'outlet': 'outlet', 'in': 'in_'}
    """
    found: dict[str, str] = {}
    for name in names:
        plain = "".join(sign if sign.isascii() and sign.isalnum() else "_" for sign in name)
        plain = f"_{plain}" if plain[:1].isdigit() or not plain else plain
        plain = f"{plain}_" if plain in _RESERVED else plain
        chosen = plain[:_LONGEST_NAME]
        number = 2
        while chosen in found.values():
            ending = f"_{number}"
            chosen = plain[: _LONGEST_NAME - len(ending)] + ending
            number += 1
        found[name] = chosen
    return found


def write_stata(frame: pd.DataFrame, table: Table, path: Path) -> None:
    """
    Write a table as a ``.dta`` file.

    Parameters
    ----------
    frame : DataFrame
        Not changed. Without rows, the file has the variables alone.
    table : Table
        Its columns are those of the frame.
    path : Path
        The folder must exist.
    """
    names = stata_names(table.columns)
    columns = {}
    days, long_texts, labels = {}, [], {}
    for name, column in table.columns.items():
        new = names[name]
        labels[new] = column.description[:_LONGEST_LABEL]
        columns[new] = _values(pd.Series(frame[name]), column.dtype)
        if column.dtype == "date":
            days[new] = "td"
        if column.dtype == "str" and _longest(columns[new]) > _LONGEST_TEXT:
            long_texts.append(new)
    pd.DataFrame(columns).to_stata(
        path,
        write_index=False,
        version=118,
        variable_labels=labels,
        data_label=f"A row is {table.description}"[:_LONGEST_LABEL],
        convert_dates=days,
        convert_strl=long_texts,
    )


def _values(values: pd.Series, dtype: str) -> pd.Series:
    if dtype == "str":
        texts = values.astype(object).where(values.notna(), "")
        return texts.map(replace_control_characters).astype(object)
    if dtype == "bool":
        return values.astype("int8")
    if dtype == "int":
        return values.astype("float64")
    return values


def _longest(texts: pd.Series) -> int:
    return max((len(text.encode("utf8")) for text in texts), default=0)
