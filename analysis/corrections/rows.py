"""
Find the row that each correction is about, and add or remove rows.

In: corrections of one table of spans, and the tables. Out: the label of the row that each means;
which rows are added (``missing``) and which are removed (``wrong``).
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.corrections import places
from analysis.corrections.ledger import Ledger

__all__ = ["AddedSpan", "added_spans", "find_rows", "find_spans", "settle_removed"]

_SPAN = ["article_id", "start", "end"]


class AddedSpan(NamedTuple):
    """A span that a person added, with its values and the sentences of its article."""

    index: Any
    article_id: str
    start: int
    end: int
    values: dict[str, Any]
    sentences: pd.DataFrame | None


def added_spans(missing: pd.DataFrame, sentences: pd.DataFrame) -> Iterator[AddedSpan]:
    """
    Yield the spans that a person added.

    Parameters
    ----------
    missing : DataFrame
        Rows of a file of corrections with ``article_id``, ``start``, ``end`` and ``value``. Not
        changed.
    sentences : DataFrame
        The ``sentences`` table. Not changed.

    Yields
    ------
    AddedSpan
        ``sentences`` is None for an article without any.
    """
    of_articles = sentences.loc[sentences["article_id"].isin(missing["article_id"].tolist())]
    sentences_of = dict(iter(of_articles.groupby("article_id")))
    columns = [missing[name] for name in ("article_id", "start", "end", "value")]
    for index, article_id, start, end, values in zip(missing.index, *columns, strict=True):
        yield AddedSpan(index, article_id, start, end, values, sentences_of.get(article_id))


def find_spans(rows: pd.DataFrame, texts: Mapping[str, str], ledger: Ledger) -> pd.DataFrame:
    """
    Find the characters that corrections name in the texts of this run.

    Parameters
    ----------
    rows : DataFrame
        Corrections of spans, in articles that are all there.
    texts : mapping of str to str
        The text of each article by its id.
    ledger : Ledger
        Is told which words are not found, and which have moved.

    Returns
    -------
    DataFrame
        The corrections that are found, with the characters of this run.
    """
    found = []
    columns = [rows[name] for name in places.Place._fields]
    for index, *place in zip(rows.index, *columns, strict=True):
        given = places.Place(*place)
        span = places.find_place(given, texts[given.article_id])
        if isinstance(span, str):
            ledger.settle([index], "not_found", span)
            continue
        if span != (given.start, given.end):
            ledger.explain(index, f"its words are now at characters {span[0]} to {span[1]}")
        found.append((index, *span))
    spans = pd.DataFrame(found, columns=["index", "start", "end"]).set_index("index")
    return rows.loc[spans.index].assign(start=spans["start"], end=spans["end"])


def find_rows(
    table: str,
    spans: pd.DataFrame,
    rows_at: pd.DataFrame,
    ledger: Ledger,
) -> pd.DataFrame:
    """
    Return corrections with the label of the row of a table that each is about.

    Parameters
    ----------
    table : str
        Its name, for messages.
    spans : DataFrame
        Corrections as returned by ``find_spans``.
    rows_at : DataFrame
        The characters of each row, see ``places.spans_of``.
    ledger : Ledger
        Is told where the words are there but no row is, and where there are several.

    Returns
    -------
    DataFrame
        The corrections that mean a row, with ``row``. Those that remove a row which is not there
        are settled: what they say is so.
    """
    labelled = rows_at.assign(row=rows_at.index)
    several = labelled.duplicated(_SPAN, keep=False)
    unique = labelled.loc[~labelled.duplicated(_SPAN)].astype({"start": "Int64", "end": "Int64"})
    wanted = spans.astype({"start": "Int64", "end": "Int64"}).rename_axis("index").reset_index()
    merged = wanted.merge(unique, on=_SPAN, how="left").set_index("index")
    is_absent = merged["row"].isna().to_numpy()
    removes = _says_wrong(merged)
    ledger.settle(
        merged.index[is_absent & removes], "applied", f"this run reads none of the {table} there"
    )
    ledger.settle(
        merged.index[is_absent & ~removes],
        "not_found",
        f"the words are there, but this run reads none of the {table} in them; to add it, write "
        "missing in the column",
    )
    is_double = merged["row"].isin(labelled.loc[several, "row"].tolist()).to_numpy()
    ledger.settle(merged.index[is_double], "not_found", f"several {table} have these characters")
    return merged.loc[~is_absent & ~is_double]


def _says_wrong(rows: pd.DataFrame) -> np.ndarray:
    """Return which corrections say that there is no such thing, in either of the two ways."""
    return rows["column"].eq("wrong").to_numpy() | rows["value"].eq("wrong").to_numpy()


def settle_removed(named: pd.DataFrame, ledger: Ledger) -> tuple[pd.Index, pd.DataFrame]:
    """
    Decide which rows are removed, and which corrections of removed rows are superseded.

    Parameters
    ----------
    named : DataFrame
        Corrections with ``row``, as returned by ``find_rows``.
    ledger : Ledger

    Returns
    -------
    removed : Index
        Labels of the rows that are no such thing.
    others : DataFrame
        The corrections of rows that stay.
    """
    removes = _says_wrong(named)
    last_wrong = named.loc[removes].groupby("row")["order"].max()
    last_other = named.loc[~removes].groupby("row")["order"].max()
    both = pd.concat({"wrong": last_wrong, "other": last_other}, axis=1)
    is_kept_row = both["wrong"].isna().to_numpy() | both["other"].gt(both["wrong"]).to_numpy()
    stays = both.index[is_kept_row]
    is_kept = named["row"].isin(stays.tolist()).to_numpy()
    disputed = both.dropna().index.tolist()
    is_disputed = named["row"].isin(disputed).to_numpy()
    ledger.settle(named.index[removes & ~is_kept], "applied")
    words = "another correction says that the row {}, which is later and holds"
    ledger.settle(named.index[removes & is_kept], "superseded", words.format("is right or changed"))
    ledger.settle(named.index[~removes & ~is_kept], "superseded", words.format("is wrong"))
    for index in named.index[is_disputed & removes & ~is_kept]:
        ledger.tell(index, "an earlier correction keeps the row; this one is later and holds")
    for index in named.index[is_disputed & ~removes & is_kept]:
        ledger.tell(index, "another correction says that the row is wrong; this one is later")
    removed = pd.Index(named.loc[~is_kept, "row"].unique())
    return removed, named.loc[is_kept & ~removes]
