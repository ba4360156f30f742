"""
Reports with the days on which they can have been published.

In: ``REPORTS``. Out: the same rows as dicts, with a first and a last day: a report of which only
the month is known can be from any day of it.
"""

from collections.abc import Iterable
from typing import cast

import pandas as pd

from analysis.compare.reports import Report, to_records
from analysis.core.moments import minutes_of, minutes_of_both, moment_of
from analysis.core.partial_dates import day_bounds

__all__ = [
    "DatedReport",
    "by_document",
    "can_follow",
    "dated_reports",
    "is_after",
    "moment",
    "order_is_known",
    "ordinal_day",
    "report_day_bounds",
]


class DatedReport(Report):
    """A report with the first and last day on which it can have been published."""

    first: pd.Timestamp
    last: pd.Timestamp


def dated_reports(reports: pd.DataFrame) -> list[DatedReport]:
    """
    Return reports as dicts, with the bounds of their days.

    Parameters
    ----------
    reports : DataFrame
        The ``REPORTS`` table. Not changed.

    Returns
    -------
    list of DatedReport
    """
    return cast(list[DatedReport], to_records(reports.join(report_day_bounds(reports))))


def report_day_bounds(rows: pd.DataFrame) -> pd.DataFrame:
    """
    Return the first and last day on which each row can have been published.

    Parameters
    ----------
    rows : DataFrame
        Columns ``published`` and ``published_given``. Not changed.

    Returns
    -------
    DataFrame
        Columns ``first`` and ``last``; null if there is no date.
    """
    published, given = pd.Series(rows["published"]), pd.Series(rows["published_given"])
    return day_bounds(published, given)


def by_document(reports: Iterable[DatedReport]) -> list[list[DatedReport]]:
    """
    Return the reports of each document.

    Parameters
    ----------
    reports : iterable of DatedReport

    Returns
    -------
    list of list of DatedReport
        Documents in the order of their first report.
    """
    documents: dict[str, list[DatedReport]] = {}
    for report in reports:
        documents.setdefault(report["document"], []).append(report)
    return list(documents.values())


def ordinal_day(report: DatedReport) -> int:
    """
    Return the number of the first possible day; 0 if there is no date.

    Parameters
    ----------
    report : DatedReport

    Returns
    -------
    int
        Days since 1 January of the year 1.
    """
    if pd.isna(report["first"]):
        return 0
    return report["first"].toordinal()


def moment(report: DatedReport) -> int:
    """
    Return the first possible moment, to be compared with others.

    Parameters
    ----------
    report : DatedReport

    Returns
    -------
    int
        Minutes, as ``minutes_of``: an unknown time is before any of its day.
    """
    return minutes_of(moment_of(report, "first"))


def _minutes(one: DatedReport, other: DatedReport) -> tuple[int, int] | None:
    """Return the moments of two reports in minutes, None if days or zones do not tell them."""
    if any(report["first"] != report["last"] for report in (one, other)):
        return None
    return minutes_of_both(moment_of(one, "first"), moment_of(other, "first"))


def is_after(later: DatedReport, earlier: DatedReport) -> bool:
    """
    Return whether a report is known to have been published after another.

    Parameters
    ----------
    later, earlier : DatedReport

    Returns
    -------
    bool
        On a later day, or at a later time, where the zones of both tell.
    """
    if pd.isna(earlier["last"]) or pd.isna(later["first"]):
        return False
    minutes = _minutes(earlier, later)
    if minutes is not None:
        return minutes[0] < minutes[1]
    return bool(later["first"] > earlier["last"])


def order_is_known(one: DatedReport, other: DatedReport) -> bool:
    """
    Return whether days or times tell which of two reports was published first.

    Parameters
    ----------
    one, other : DatedReport

    Returns
    -------
    bool
        False if one of them has no date, or if their days overlap and a time is not known, or
        nothing tells how the zones of the times differ.
    """
    if any(pd.isna(report[end]) for report in (one, other) for end in ("first", "last")):
        return False
    minutes = _minutes(one, other)
    if minutes is not None:
        return minutes[0] != minutes[1]
    return bool(one["last"] < other["first"] or other["last"] < one["first"])


def can_follow(later: DatedReport, earlier: DatedReport) -> bool:
    """
    Return whether a report can have been published after another, or on the same day.

    Parameters
    ----------
    later, earlier : DatedReport

    Returns
    -------
    bool
        True if one of them has no date. The times decide if both are known, and their zones.
    """
    if pd.isna(earlier["first"]) or pd.isna(later["last"]):
        return True
    minutes = _minutes(earlier, later)
    if minutes is not None:
        return minutes[1] >= minutes[0]
    return bool(later["last"] >= earlier["first"])
