"""
Correct the rows of one table of spans.

In: the tables, and the corrections of one of them. Out: the table with rows removed and added and
with values set, and which corrections hold. What follows from that in other columns and tables is
left to the module of each table.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.core import tables
from analysis.corrections import places
from analysis.corrections.cells import set_cells, settle_cells
from analysis.corrections.ledger import Ledger
from analysis.corrections.rows import find_rows, find_spans, settle_removed

__all__ = ["Corrected", "Frames", "correct_spans", "nearest_words"]

Frames = dict[str, pd.DataFrame]
"""Tables by name."""

WORDS_OF_THE_TEXT = {
    "figures": ("source", "agent"),
    "attributions": ("source", "cue"),
}
"""Columns whose words must be those of the article: a value is given only where words say it."""


@dataclass(frozen=True)
class Corrected:
    """
    A table after its corrections.

    Attributes
    ----------
    frame : DataFrame
        The table, with its old labels; rows that are added come last.
    removed : DataFrame
        Rows that are no such thing.
    added : Index
        Labels of the rows that were added.
    winners : DataFrame
        The corrections that hold, one a cell: ``row``, ``column``, ``value``, ``start`` of the row.
    """

    frame: pd.DataFrame
    removed: pd.DataFrame
    added: pd.Index
    winners: pd.DataFrame

    def rows_with(self, *columns: str) -> pd.Index:
        """Return the labels of the rows in which one of some columns was set."""
        is_set = self.winners["column"].isin(columns)
        return pd.Index(self.winners.loc[is_set, "row"].unique())

    @property
    def touched(self) -> pd.Index:
        """The articles in which a row changed."""
        changed = self.frame.loc[self.winners["row"].unique(), "article_id"]
        added = self.frame.loc[self.added, "article_id"]
        return pd.Index(pd.concat([changed, added, self.removed["article_id"]]).unique())


def correct_spans(
    table: str,
    frames: Mapping[str, pd.DataFrame],
    rows: pd.DataFrame,
    ledger: Ledger,
    texts: Mapping[str, str],
    add: Callable[[pd.DataFrame], pd.DataFrame] | None = None,
) -> Corrected:
    """
    Lay the corrections of a table of spans over it.

    Parameters
    ----------
    table : str
        One of ``kinds.SPANS``.
    frames : mapping of str to DataFrame
        The tables. Not changed.
    rows : DataFrame
        Corrections of this table, in articles that are all there, with something filled in.
    ledger : Ledger
    texts : mapping of str to str
        The text of each article by its id.
    add : callable, optional
        Takes the corrections with ``missing`` whose place has no row, and returns the new rows
        with the same index; those that it leaves out, it settles itself.

    Returns
    -------
    Corrected
    """
    frame = frames[table]
    spans = find_spans(rows, texts, ledger)
    rows_at = places.spans_of(table, frames)
    added = pd.Index([])
    if add is not None:
        new, left_out = _new_rows(spans, rows_at, add)
        spans = spans.drop(index=left_out)
        added = pd.RangeIndex(len(frame), len(frame) + len(new))
        frame = _with_rows(frame.reset_index(drop=True), new, table)
        new_at = new.loc[:, ["article_id", "start", "end"]].set_axis(added)
        rows_at = pd.concat([rows_at.reset_index(drop=True), new_at])
    named = find_rows(table, spans, rows_at, ledger)
    removed, others = settle_removed(named, ledger)
    winners = _set(table, _cells(others, ledger), ledger, texts)
    corrected = set_cells(frame, table, winners, ledger)
    is_held = [ledger.status_of(index) != "not_found" for index in others.index]
    others = others.loc[is_held]
    if "checked" in tables.ALL[table].columns:
        corrected = _mark_checked(frame, corrected, winners, others, added)
    return Corrected(
        corrected.drop(index=removed), frame.loc[removed], added.difference(removed), winners
    )


def _new_rows(
    spans: pd.DataFrame,
    rows_at: pd.DataFrame,
    add: Callable[[pd.DataFrame], pd.DataFrame],
) -> tuple[pd.DataFrame, pd.Index]:
    """Return the rows to add, and the corrections that could not be turned into one."""
    at = ["article_id", "start", "end"]
    missing = spans.loc[spans["column"].eq("missing")]
    there = pd.MultiIndex.from_frame(rows_at.loc[:, at])
    is_new = ~pd.MultiIndex.from_frame(missing.loc[:, at]).isin(there)
    wanted = missing.loc[is_new].sort_values("order")
    new = add(wanted)
    left_out = wanted.index.difference(new.index)
    return new.loc[~new.duplicated(at, keep="last")], left_out


def _with_rows(frame: pd.DataFrame, new: pd.DataFrame, table: str) -> pd.DataFrame:
    if new.empty:
        return frame
    columns = [name for name in tables.ALL[table].columns if name in new]
    made = tables.make(new.loc[:, columns], tables.ALL[table])
    return pd.concat([frame, made], ignore_index=True)


def _cells(others: pd.DataFrame, ledger: Ledger) -> pd.DataFrame:
    """Return a row for each cell that a correction sets; checks, which set none, are settled."""
    is_action = others["column"].isin(["checked", "missing"]).to_numpy()
    ledger.settle(others.index[is_action], "applied")
    positions: list[int] = []
    columns: list[str] = []
    values: list[object] = []
    for position, given in enumerate(others["value"]):
        if isinstance(given, dict):
            positions += [position] * len(given)
            columns += given.keys()
            values += given.values()
    expanded = others.iloc[positions]
    of_each = pd.Series(values, index=expanded.index, dtype=object)
    expanded = expanded.assign(column=columns, old=None).drop(columns="value")
    expanded["value"] = of_each.to_numpy()
    return pd.concat([others.loc[~is_action], expanded])


def _set(
    table: str,
    cells: pd.DataFrame,
    ledger: Ledger,
    texts: Mapping[str, str],
) -> pd.DataFrame:
    """Return the cells that hold, without words that the article does not have."""
    checked = cells.loc[cells["column"].isin(WORDS_OF_THE_TEXT.get(table, ()))]
    unsaid = []
    columns = [checked[name] for name in ("article_id", "column", "value", "start")]
    for index, article_id, column, words, start in zip(checked.index, *columns, strict=True):
        if words is not None and nearest_words(str(words), texts[article_id], start) is None:
            why = f"the article does not have the words {words!r}, which {column} is to be"
            ledger.settle([index], "not_found", why)
            unsaid.append((index, column))
    is_unsaid = pd.MultiIndex.from_arrays([cells.index, cells["column"]]).isin(unsaid)
    said = cells.loc[~is_unsaid] if unsaid else cells
    return settle_cells(said, ledger)


def nearest_words(words: str, text: str, near: int) -> tuple[int, int] | None:
    """
    Return where some words are in a text, as close to a character as possible.

    Parameters
    ----------
    words : str
        Whole words; any space between them matches any other.
    text : str
    near : int
        The character.

    Returns
    -------
    (int, int) or None
        None if they are nowhere.
    """
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = [matched.span() for matched in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)]
    return min(found, key=lambda span: abs(span[0] - near), default=None)


def _mark_checked(
    before: pd.DataFrame,
    after: pd.DataFrame,
    winners: pd.DataFrame,
    others: pd.DataFrame,
    added: pd.Index,
) -> pd.DataFrame:
    """Fill ``checked`` and ``checked_by`` of the rows that a correction is about."""
    if others.empty:
        return after
    rows = pd.Index(others["row"].unique())
    columns = winners["column"].unique().tolist()
    old = before.loc[rows, columns]
    new = after.loc[rows, columns]
    is_changed = ((old != new) & ~(old.isna() & new.isna())).any(axis=1)
    found = pd.Series("right", index=rows).mask(is_changed, "changed")
    found = found.mask(found.index.isin(added), "added")
    earlier = after.loc[rows, "checked"]
    found = found.mask(found.eq("right") & earlier.notna(), earlier)
    coders = others.dropna(subset=["coder"]).sort_values("order").groupby("row")["coder"]
    names = coders.agg(lambda coder: "; ".join(dict.fromkeys(coder)))
    checked = after["checked"].astype(object)
    checked.loc[rows] = found.astype(object)
    checked_by = after["checked_by"].astype(object)
    checked_by.loc[names.index] = names.astype(object)
    marked = after.assign(checked=checked.astype("str"), checked_by=checked_by.astype("str"))
    return marked.assign(
        checked=marked["checked"].where(checked.notna(), None),
        checked_by=marked["checked_by"].where(checked_by.notna(), None),
    )
