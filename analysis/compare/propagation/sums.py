"""
Find figures of one text that add up to another figure.

In: reports, and a total. Out: sets of reports. Sums of small or many numbers are often chance, and
are not searched.
"""

import math
from collections.abc import Iterable, Sequence
from itertools import combinations

from analysis.compare.propagation.dated_reports import DatedReport, by_document
from analysis.compare.reports import Report, same_source

__all__ = ["sets_with_sum"]

_MAX_PARTS = 4
_MAX_FIGURES = 12  # figures of a document among which sums are searched
_MIN_PART = 0.05  # smaller shares of a total make sums by chance
_MIN_SUM = 20  # so do smaller sums


def sets_with_sum(reports: Iterable[DatedReport], total: float) -> list[list[DatedReport]]:
    """
    Return the sets of figures of one document that have a given sum.

    Parameters
    ----------
    reports : iterable of DatedReport
    total : float

    Returns
    -------
    list of list of DatedReport
        Two to four figures each, smallest sets first. None for a total below 20.
    """
    if not total >= _MIN_SUM:
        return []
    found = []
    for document in by_document(reports):
        parts = [report for report in document if _MIN_PART * total <= report["value"] < total]
        parts = parts[:_MAX_FIGURES]
        for size in range(2, _MAX_PARTS + 1):
            for candidate in combinations(parts, size):
                if _adds_up(candidate, total):
                    found.append(list(candidate))
    return sorted(found, key=len)


def _adds_up(parts: Sequence[Report], total: float) -> bool:
    """Return whether figures of one source, none part of another, have a given sum."""
    # 8 children among 23 dead are not 8 more
    if {part["part_of"] for part in parts} & {part["report_id"] for part in parts}:
        return False
    # figures of different sources are alternatives, not parts of a whole
    first_source = parts[0]["source"]
    for part in parts:
        both_unnamed = not isinstance(part["source"], str) and not isinstance(first_source, str)
        if not both_unnamed and not same_source(first_source, part["source"]):
            return False
    return math.isclose(sum(part["value"] for part in parts), total)
