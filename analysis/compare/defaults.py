"""
Choose what a chart shows when nobody named it: the event that most outlets report, and its label.

In: REPORTS, or articles; EVENTS. Out: an ``event_id``, a label, or which reports rest on one source.
"""

import pandas as pd

from analysis.compare.reports import chains
from analysis.core.errors import ParameterError, unknown_value_message

__all__ = ["busiest_event", "document_of", "label_of", "most_shared_outlet", "shared_source"]


def busiest_event(reports):
    """
    Find the event that most outlets report.

    Parameters
    ----------
    reports : DataFrame
        Columns ``outlet`` and ``event`` (or ``event_id``): REPORTS, or the ``articles`` table.

    Returns
    -------
    str
        Of several with as many outlets, the one with most rows, then the first by name.

    Raises
    ------
    ParameterError
        If no row has an event.
    """
    column = "event" if "event" in reports else "event_id"
    held = reports.dropna(subset=[column])
    if held.empty:
        raise ParameterError(
            "No row has an event to choose. Try another outcome, or more articles."
        )
    sizes = held.groupby(column)["outlet"].agg(["nunique", "size"]).sort_index()
    return sizes.sort_values(["nunique", "size"], ascending=False, kind="stable").index[0]


def label_of(event, events):
    """
    Give the words for an event.

    Parameters
    ----------
    event : str
    events : DataFrame
        The ``events`` table.

    Returns
    -------
    str
        Its label and day; the id where it has no label.

    Raises
    ------
    ParameterError
        If there is no such event.
    """
    row = events[events["event_id"].eq(event)]
    if row.empty:
        raise ParameterError(unknown_value_message("event", event, events["event_id"]))
    label, first = row["label"].iloc[0], row["first"].iloc[0]
    words = event if pd.isna(label) else label.rstrip(".")
    return words if pd.isna(first) else f"{words} ({first:%-d %b %Y})"


def shared_source(reports):
    """
    Tell which reports rest on a source or text that another outlet rests on too.

    Parameters
    ----------
    reports : DataFrame
        REPORTS. Not changed.

    Returns
    -------
    Series of bool
        With the index of ``reports``.
    """
    chain = chains(reports)
    return reports.groupby(chain)["outlet"].transform("nunique").gt(1)


def document_of(reports, report_id):
    """
    Give all figures of the document that one figure stands in.

    Parameters
    ----------
    reports : DataFrame
        REPORTS. Not changed.
    report_id : str

    Returns
    -------
    DataFrame
        The rows of that document, in order.

    Raises
    ------
    ParameterError
        If there is no such figure.
    """
    one = reports[reports["report_id"].eq(report_id)]
    if one.empty:
        raise ParameterError(unknown_value_message("figure", report_id, reports["report_id"]))
    return reports[reports["document"].eq(one["document"].iloc[0])].reset_index(drop=True)


def most_shared_outlet(articles):
    """
    Find the outlet that shares most events with others.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.

    Returns
    -------
    str
        Of several with as many shared events, the one with most articles, then the first by name.

    Raises
    ------
    ParameterError
        If no two outlets share an event.
    """
    held = articles.dropna(subset=["event_id", "outlet"])
    shared = held[held.groupby("event_id")["outlet"].transform("nunique").gt(1)]
    if shared.empty:
        raise ParameterError(
            "No two outlets of this corpus share an event, so none can be set against the others."
        )
    sizes = shared.groupby("outlet")["event_id"].agg(["nunique", "size"]).sort_index()
    return sizes.sort_values(["nunique", "size"], ascending=False, kind="stable").index[0]
