"""
Write a candidate: two printed figures, what may have become of the first, and why.

In: reports and their ties. Out: a row of ``CANDIDATES``, whose ``why`` is one sentence.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analysis.compare.number_words import number_in_words
from analysis.compare.propagation.dated_reports import DatedReport
from analysis.compare.reports import NullableText
from analysis.core.partial_dates import in_words
from analysis.core.plain_values import text_or_none
from analysis.core.tables import CANDIDATE_KINDS

__all__ = ["candidate_row", "printed_number"]


def candidate_row(
    kind: str,
    before: Sequence[DatedReport],
    after: Sequence[DatedReport],
    ties: Mapping[str, str],
) -> dict[str, object]:
    """
    Return a row of ``CANDIDATES``.

    Parameters
    ----------
    kind : str
        A key of ``CANDIDATE_KINDS``.
    before, after : sequence of DatedReport
        Figures of the statement, and of another text; at least one each.
    ties : dict of str to str
        What connects the two, in words.

    Returns
    -------
    dict
        By column.
    """
    first, last = before[0], after[0]
    return {
        "kind": kind,
        "statement_ids": " + ".join(report["report_id"] for report in before),
        "other_ids": " + ".join(report["report_id"] for report in after),
        "statement_outlet": first["outlet"],
        "outlet": last["outlet"],
        "statement_published": first["published"],
        "published": last["published"],
        "published_given": last["published_given"],
        "statement_value": sum(report["value"] for report in before),
        "value": sum(report["value"] for report in after),
        "statement_words": " + ".join(printed_number(report) for report in before),
        "words": " + ".join(printed_number(report) for report in after),
        "meaning": text_or_none(last["meaning"]),
        "statement_passage": " / ".join(report["passage"] for report in before),
        "passage": " / ".join(report["passage"] for report in after),
        "ties": "; ".join(ties.values()) or None,
        "why": _reasons(kind, before, after, ties),
    }


def printed_number(report: Mapping[str, Any]) -> str:
    """
    Return the number of a report as it is read: "more than 4,000", "2%".

    Parameters
    ----------
    report : mapping
        A row of ``REPORTS``. If it has ``words``, these are returned: a row made from ``figures``
        knows its currency.

    Returns
    -------
    str
        For a vague figure, the words of the text, or what the coder wrote.
    """
    if isinstance(report.get("words"), str):
        return report["words"]
    text = text_or_none(report["text"])
    if text is None:
        text = report["counted"]
    return number_in_words({**report, "text": text, "unit_text": None})


def _reasons(
    kind: str,
    before: Sequence[DatedReport],
    after: Sequence[DatedReport],
    ties: Mapping[str, str],
) -> str:
    """Return the judgement and its reasons in words."""
    reasons = f"Candidate: {_in_words(before)}; {_in_words(after)}: {CANDIDATE_KINDS[kind]}."
    if ties:
        reasons += f" Tied by: {'; '.join(ties.values())}."
    return reasons


def _in_words(reports: Sequence[DatedReport]) -> str:
    """Return what a text printed, in words."""
    first = reports[0]
    day = ""
    if pd.notna(first["last"]):
        day = f" ({in_words(first['first'], first['last'])})"
    numbers = " + ".join(_number_with_meaning(report) for report in reports)
    return f"{first['outlet']}{day} has {numbers}"


def _number_with_meaning(report: Mapping[str, Any]) -> str:
    """Return a number with its qualifier and outcome."""
    meaning: NullableText = report["meaning"]
    if not isinstance(meaning, str):
        return printed_number(report)
    return f"{printed_number(report)} ({meaning.replace('_', ' ')})"
