"""
Say what changed from one printed figure to a later one: the number, its qualifier, its source, who is blamed.

In: two rows of ``REPORTS``. Out: names of changes. Equal numbers can be chance, and a changed number can be news.
"""

import math

from analysis.compare.propagation.ties import same_outcome, same_scope, text_or_none
from analysis.compare.reports import same_source
from analysis.compare.responsible import same_party

__all__ = ["ALIKE", "blame_changes", "digits", "number_changes", "source_changes"]
ALIKE = 0.1  # relative difference up to which a number can be a rounding of another


def digits(value):
    """Count significant digits: 2,500 has 2, 516 has 3."""
    return len(f"{value:g}".replace(".", "").lstrip("0").split("e")[0].rstrip("0")) if value else 0


def number_changes(s, o):
    """
    Name what became of a number, if the other can be the same number.

    Parameters
    ----------
    s, o : Series
        Comparable rows of ``REPORTS``.

    Returns
    -------
    list of str
        Empty if the numbers are not alike; ["kept"] if nothing about the number changed.
    """
    if not (s["value"] > 0 and o["value"] > 0):
        return []
    if not math.isclose(s["value"], o["value"]):
        return ["rounded"] if _rounded(s["value"], o["value"], o["qualifier"]) else []
    changes = [*_qualifier(s["qualifier"], o["qualifier"])]
    changes += ["outcome_changed"] if same_outcome(s, o) is False else []
    changes += ["scope_changed"] if same_scope(s, o) is False else []
    return changes or ["kept"]


def _rounded(before, after, qualifier):
    step = 10 ** (len(f"{after:.0f}") - len(f"{after:.0f}".rstrip("0")))
    # "more than 500" may be 560, but a bare 500 is 450 to 550
    far = step / 2 if qualifier == "exact" else step
    return abs(after - before) <= min(far, ALIKE * before) and digits(after) < digits(before)


def _qualifier(before, after):
    if before == after:
        return []
    if after == "exact":
        return ["qualifier_dropped"]
    return ["qualifier_added"] if before == "exact" else ["qualifier_changed"]


def source_changes(s, o):
    """
    Name what became of the source.

    Parameters
    ----------
    s, o : Series
        Rows of ``REPORTS`` that hold the same number.

    Returns
    -------
    list of str
        One of source_kept, source_replaced, source_dropped, source_added; empty if neither has a source.
    """
    before, after = text_or_none(s["source"]), text_or_none(o["source"])
    if before is None:
        return ["source_added"] if after else []
    if after is None:
        return ["source_dropped"]
    return ["source_kept"] if same_source(before, after) else ["source_replaced"]


def blame_changes(s, o):
    """
    Name what became of who is called responsible.

    Parameters
    ----------
    s, o : Series
        Rows of ``REPORTS`` that hold the same number.

    Returns
    -------
    list of str
        Of blame_changed, blame_added, blame_dropped, and blame_to_own_voice: attributed before, now the outlet's
        own words.
    """
    before, after = text_or_none(s["side"]), text_or_none(o["side"])
    changes = []
    if before and after and not same_party(before, after):
        changes.append("blame_changed")
    if (before is None) != (after is None):
        changes.append("blame_added" if after else "blame_dropped")
    if before and after and s["voice"] == "attributed" and o["voice"] == "own":
        changes.append("blame_to_own_voice")
    return changes
