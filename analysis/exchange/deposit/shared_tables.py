"""
Choose what of the tables is deposited.

In: the tables of a run. Out: the same tables with hashes of texts, and on request without the texts
and passages that may not be shared: whoever has the articles can verify them and cut the passages
out again by their offsets.
"""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

import pandas as pd

from analysis.core import tables
from analysis.core.schema import Column, Table

__all__ = ["MOST_WORDS", "SharedTable", "shared_tables"]

MOST_WORDS = 30
"""Words of the longest passage that stays in a deposit without texts."""

_HASHED = {
    "articles": ("text", "text_sha256", "SHA-256 of text in UTF-8"),
    "attributions": ("content", "content_sha256", "SHA-256 of content in UTF-8"),
}
_LEFT_OUT = {
    "articles": ("text",),
    "attributions": ("content",),
    "corrections": ("why",),
}
_LEFT_OUT_WORDS = "left out of the deposit: it may not be shared"


class SharedTable(NamedTuple):
    """
    A table of the deposit.

    Attributes
    ----------
    table : Table
        Its definition, with the columns that the deposit adds.
    frame : DataFrame
    n_shortened : int
        Further cells that were left out, because they hold a passage.
    """

    table: Table
    frame: pd.DataFrame
    n_shortened: int


def shared_tables(frames: Mapping[str, pd.DataFrame], *, no_texts: bool) -> list[SharedTable]:
    """
    Return the tables as they are deposited.

    Parameters
    ----------
    frames : mapping of str to DataFrame
        All tables of a run. Not changed.
    no_texts : bool
        Leave out texts of articles, contents of attributions, the words of places in corrections
        and every other cell of more than ``MOST_WORDS`` words. Headlines, numbers, names and short
        phrases such as "12 miners" stay.

    Returns
    -------
    list of SharedTable
        In the order of the codebook.
    """
    found = []
    for name, frame in frames.items():
        table, hashed = _with_hashes(tables.ALL[name], frame)
        if no_texts:
            found.append(_without_texts(table, hashed))
        else:
            found.append(SharedTable(table, hashed, 0))
    return found


def _with_hashes(table: Table, frame: pd.DataFrame) -> tuple[Table, pd.DataFrame]:
    if table.name not in _HASHED:
        return table, frame
    column, name, description = _HASHED[table.name]
    hashes = frame[column].map(_sha256, na_action="ignore").astype("str")
    columns = {**table.columns, name: Column(description)}
    return replace(table, columns=columns), frame.assign(**{name: hashes})


def _sha256(text: str) -> str:
    return sha256(text.encode("utf8", "surrogatepass")).hexdigest()


def _without_texts(table: Table, frame: pd.DataFrame) -> SharedTable:
    columns = dict(table.columns)
    values = {}
    for name in _LEFT_OUT.get(table.name, ()):
        values[name] = pd.Series(None, index=frame.index, dtype="str")
        columns[name] = replace(columns[name], null=_LEFT_OUT_WORDS)
    if table.name == "corrections":
        values["key"] = frame["key"].str.replace(r"(\[\d+:\d+\])[^|]*", r"\1 ", regex=True)
        values["key"] = values["key"].str.strip()
    n_shortened = 0
    for name, column in table.columns.items():
        if column.dtype != "str" or column.allowed or name in values:
            continue
        is_long = frame[name].str.count(r"\S+").gt(MOST_WORDS)
        n_shortened += int(is_long.sum())
        if is_long.to_numpy().any():
            values[name] = frame[name].mask(is_long, None)
            columns[name] = replace(column, null=f"{column.null or 'never'}; or a passage left out")
    return SharedTable(replace(table, columns=columns), frame.assign(**values), n_shortened)
