"""
Reports with the days on which they can have been published.

In: ``REPORTS``. Out: the same rows as dicts, with a first and a last day: a report of which only
the month is known can be from any day of it.
"""

from collections.abc import Iterable
from typing import cast

import pandas as pd

from analysis.compare.reports import Report, to_records
from analysis.core.partial_dates import day_bounds

__all__ = [
    "DatedReport",
    "by_document",
    "can_follow",
    "dated_reports",
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


def can_follow(later: DatedReport, earlier: DatedReport) -> bool:
    """
    Return whether a report can have been published after another, or on the same day.

    Parameters
    ----------
    later, earlier : DatedReport

    Returns
    -------
    bool
        True if one of them has no date. Of one day, the times decide if both are known.
    """
    if pd.isna(earlier["first"]) or pd.isna(later["last"]):
        return True
    before, after = earlier["published_time"], later["published_time"]
    is_one_day = earlier["first"] == earlier["last"] == later["first"] == later["last"]
    if is_one_day and isinstance(before, str) and isinstance(after, str):
        return after >= before
    return later["last"] >= earlier["first"]
