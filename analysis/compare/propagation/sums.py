"""
Find figures of one text that add up to another figure.

In: reports, and a total. Out: sets of reports. Sums of small or many numbers are often chance, and
are not searched; nor are sums of different things: 23,000 lives saved and 73,000 deaths are not
96,000 of anything.
"""

import math
from collections.abc import Iterable, Sequence
from itertools import combinations

from analysis.compare.propagation.dated_reports import DatedReport, by_document
from analysis.compare.reports import Report, same_source
from analysis.core.plain_values import text_or_none

__all__ = ["sets_with_sum"]

_HARMED = "killed_or_injured"
_SHARES = ("percent", "points")  # a table of an election has sums of any size
_KINDS_OF_HARM = frozenset({"killed", "injured", _HARMED})
_MAX_PARTS = 4
_MAX_FIGURES = 12  # figures of a document among which sums are searched
_MIN_PART = 0.05  # smaller shares of a total make sums by chance
_MIN_SUM = 20  # so do smaller sums


def sets_with_sum(reports: Iterable[DatedReport], whole: Report) -> list[list[DatedReport]]:
    """
    Return the sets of figures of one document that add up to a total.

    Parameters
    ----------
    reports : iterable of DatedReport
    whole : Report
        The total.

    Returns
    -------
    list of list of DatedReport
        Two to four figures each, smallest sets first. None for a total below 20. The figures of a
        set have one unit, outcome and source. If they were found in a text, they also have the
        outcome of the total (those killed and those injured add up to those killed or injured),
        count things of one name, and are in one passage or said to be the total's parts: numbers
        from anywhere in a text add up by chance.
    """
    total = whole["value"]
    if not total >= _MIN_SUM:
        return []
    found = []
    for document in by_document(reports):
        parts = [report for report in document if _MIN_PART * total <= report["value"] < total]
        parts = parts[:_MAX_FIGURES]
        for size in range(2, _MAX_PARTS + 1):
            for candidate in combinations(parts, size):
                if _adds_up(candidate, total) and _is_one_sum(candidate, whole):
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


def _is_one_sum(parts: Sequence[Report], whole: Report) -> bool:
    """Return whether figures count things of one kind, and their text puts them together."""
    if len({part["unit"] for part in parts}) > 1 or whole["unit"] in _SHARES:
        return False
    if not any(isinstance(part["extent"], str) for part in parts):
        return len({text_or_none(part["outcome"]) for part in parts}) == 1
    if any(part["extent"] in ("background", "other_event") for part in parts):
        return False
    nouns = {noun for report in (*parts, whole) if (noun := text_or_none(report["noun"]))}
    if len(nouns) > 1 or not _have_outcome_of(whole, parts):
        return False
    is_said = all(part["part_of"] == whole["report_id"] for part in parts)
    return is_said or len({part["passage"] for part in parts}) == 1


def _have_outcome_of(whole: Report, parts: Sequence[Report]) -> bool:
    """Return whether parts have the outcome of the total; the killed and injured are its parts."""
    # a report of a quantity has the quantity's label for an outcome
    expected = text_or_none(whole["meaning"])
    outcomes = {text_or_none(part["meaning"]) for part in parts}
    return outcomes == {expected} or (expected == _HARMED and outcomes <= _KINDS_OF_HARM)
