"""
Defaults for charts: the event that most outlets report, its label, and shared sources.

In: ``REPORTS`` or ``articles``, and ``EVENTS``. Out: an ``event_id``, a label, or which reports
share a source.
"""

import pandas as pd

from analysis.compare.reports import chain_numbers
from analysis.compare.story_doubt import story_label
from analysis.core.errors import ParameterError, unknown_value_message

__all__ = [
    "busiest_event",
    "label_of",
    "most_shared_outlet",
    "reports_of_same_document",
    "shared_source",
]


def busiest_event(reports: pd.DataFrame) -> str:
    """
    Return the event that most outlets report.

    Parameters
    ----------
    reports : DataFrame
        Columns ``outlet`` and ``event`` (or ``event_id``): ``REPORTS``, or the ``articles`` table.

    Returns
    -------
    str
        If several events have as many outlets, the one with most rows, then the first by name.
        Empty if no row has an event: that is a property of the rows, not an error.
    """
    column = "event" if "event" in reports else "event_id"
    usable = reports.dropna(subset=[column])
    return _most_frequent(usable, column, "outlet")


def label_of(group: str, table: pd.DataFrame) -> str:
    """
    Return a readable label for an event, a story or a quantity.

    Parameters
    ----------
    group : str
        Its id.
    table : DataFrame
        The ``events``, ``stories`` or ``quantities`` table.

    Returns
    -------
    str
        Its id if it has no label; "No story" if there is none and none is asked for. A story that
        may be two is marked so.

    Raises
    ------
    ParameterError
        If it is not in the table.
    """
    key = next(name for name in ("quantity_id", "event_id", "story_id") if name in table)
    if not group and table.empty:
        return f"No {key.removesuffix('_id')}"
    rows = table.loc[table[key].eq(group)]
    if rows.empty:
        name = key.removesuffix("_id")
        raise ParameterError(unknown_value_message(name, group, table[key]))
    label = rows["label"].iloc[0]
    if pd.isna(label):
        label = group
    if key == "quantity_id" or "p" not in rows:
        return label  # the probability of a quantity is that of one thing, and of no story
    return story_label(label, rows["p"].iloc[0])


def shared_source(reports: pd.DataFrame) -> pd.Series:
    """
    Return whether each report rests on a source or text that another outlet also rests on.

    Parameters
    ----------
    reports : DataFrame
        The ``REPORTS`` table. Not changed.

    Returns
    -------
    Series of bool
        With the index of ``reports``.
    """
    chains = chain_numbers(reports)
    n_outlets = reports.groupby(chains)["outlet"].transform("nunique")
    return pd.Series(n_outlets.gt(1))


def reports_of_same_document(reports: pd.DataFrame, report_id: str) -> pd.DataFrame:
    """
    Return all figures in the document of a given figure.

    Parameters
    ----------
    reports : DataFrame
        The ``REPORTS`` table. Not changed.
    report_id : str
        The figure.

    Returns
    -------
    DataFrame
        The rows of that document, in order.

    Raises
    ------
    ParameterError
        If there is no such figure.
    """
    given = reports.loc[reports["report_id"].eq(report_id)]
    if given.empty:
        raise ParameterError(unknown_value_message("figure", report_id, reports["report_id"]))
    document = given["document"].iloc[0]
    return reports.loc[reports["document"].eq(document)].reset_index(drop=True)


def most_shared_outlet(articles: pd.DataFrame) -> str:
    """
    Return the outlet that shares most events with other outlets.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.

    Returns
    -------
    str
        If several outlets share as many events, the one with most articles, then the first by name.
        Empty if no two outlets share an event: that is a property of the corpus, not an error.
    """
    usable = articles.dropna(subset=["event_id", "outlet"])
    n_outlets = usable.groupby("event_id")["outlet"].transform("nunique")
    shared = usable.loc[n_outlets.gt(1)]
    return _most_frequent(shared, "outlet", "event_id")


def _most_frequent(rows: pd.DataFrame, column: str, counted: str) -> str:
    """
    Return the value of a column with most distinct ``counted``, then most rows, then by name.

    Empty if there are no rows.
    """
    if rows.empty:
        return ""
    sizes = rows.groupby(column).agg(distinct=(counted, "nunique"), rows=(counted, "size"))
    ranked = sizes.sort_index().sort_values(["distinct", "rows"], ascending=False, kind="stable")
    return ranked.index[0]
