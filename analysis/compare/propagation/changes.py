"""
Name what changed between a figure and an earlier one: number, qualifier, source and blame.

In: two rows of ``REPORTS``. Out: names of changes, which are kinds of candidates. Equal numbers can
be chance, and a changed number can be news.
"""

import math

from analysis.compare.documents import names_no_body
from analysis.compare.propagation.ties import (
    Match,
    compare_outcomes,
    compare_scopes,
)
from analysis.compare.reports import Report, same_source
from analysis.compare.responsible import same_party
from analysis.core.plain_values import text_or_none

__all__ = ["ALIKE", "blame_changes", "number_changes", "significant_digits", "source_changes"]

ALIKE = 0.1  # largest relative difference at which a number can be a rounding of another


def significant_digits(value: float) -> int:
    """
    Count the significant digits of a number.

    Parameters
    ----------
    value : float

    Returns
    -------
    int
        0 for 0.

    Examples
    --------
    >>> significant_digits(2500), significant_digits(516)
    (2, 3)
    """
    if not value:
        return 0
    mantissa = f"{value:g}".replace(".", "").lstrip("0").split("e")[0]
    return len(mantissa.rstrip("0"))


def number_changes(statement: Report, other: Report) -> list[str]:
    """
    Name what became of a number, if the other number can be the same.

    Parameters
    ----------
    statement, other : Report
        A figure of the statement, and a figure that can be compared with it.

    Returns
    -------
    list of str
        Empty if the numbers are not alike; ["kept"] if nothing about the number changed.
    """
    before, after = statement["value"], other["value"]
    if not (before > 0 and after > 0):
        return []
    if not math.isclose(before, after):
        return ["rounded"] if _is_rounded(before, after, other["qualifier"]) else []
    changes = _qualifier_changes(statement["qualifier"], other["qualifier"])
    if compare_outcomes(statement, other) is Match.SIMILAR:
        changes.append("outcome_changed")
    if compare_scopes(statement, other) is Match.SIMILAR:
        changes.append("scope_changed")
    return changes or ["kept"]


def _is_rounded(before: float, after: float, qualifier: str) -> bool:
    """Return whether a number is a rounding of another."""
    digits = f"{after:.0f}"
    step = 10 ** (len(digits) - len(digits.rstrip("0")))
    # "more than 500" can be 560, but 500 and "about 500" are between 450 and 550
    largest = step / 2 if qualifier in ("exact", "approx") else step
    if abs(after - before) > min(largest, ALIKE * before):
        return False
    return significant_digits(after) < significant_digits(before)


def _qualifier_changes(before: str, after: str) -> list[str]:
    """Name what became of a qualifier."""
    if before == after:
        return []
    if after == "exact":
        return ["qualifier_dropped"]
    if before == "exact":
        return ["qualifier_added"]
    return ["qualifier_changed"]


def source_changes(statement: Report, other: Report) -> list[str]:
    """
    Name what became of the source.

    Parameters
    ----------
    statement, other : Report
        Two figures with the same number.

    Returns
    -------
    list of str
        One of source_kept, source_replaced, source_dropped and source_added; empty if neither
        figure has a source, or one source is a poll, study or report that does not say whose
        it is.
    """
    before, after = text_or_none(statement["source"]), text_or_none(other["source"])
    if before is None:
        return [] if after is None else ["source_added"]
    if after is None:
        return ["source_dropped"]
    if names_no_body(before) or names_no_body(after):
        return []  # "the survey" may be that of the institute that the other one names
    if same_source(before, after):
        return ["source_kept"]
    return ["source_replaced"]


def blame_changes(statement: Report, other: Report) -> list[str]:
    """
    Name what became of the responsible party.

    Parameters
    ----------
    statement, other : Report
        Two figures with the same number.

    Returns
    -------
    list of str
        Of blame_changed, blame_added, blame_dropped and blame_to_own_voice (attributed before, in
        the outlet's own voice now).
    """
    before, after = text_or_none(statement["side"]), text_or_none(other["side"])
    if before is None:
        return [] if after is None else ["blame_added"]
    if after is None:
        return ["blame_dropped"]
    changes = []
    if not same_party(before, after):
        changes.append("blame_changed")
    if statement["voice"] == "attributed" and other["voice"] == "own":
        changes.append("blame_to_own_voice")
    return changes
