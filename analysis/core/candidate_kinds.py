"""
Sort the kinds of candidates: the number is the same, it changed, or it counts another thing.

In: a kind of ``CANDIDATE_KINDS``. Out: which of the three it is. Source and blame can change while
the number stays the same.
"""

from collections.abc import Sequence

import pandas as pd

__all__ = ["NUMBER_CHANGES", "OTHER_THINGS", "UNCHANGED", "follows_statement", "number_changed"]

UNCHANGED = ("kept", "source_kept")
"""Kinds that name no change."""

NUMBER_CHANGES = (
    "rounded",
    "qualifier_dropped",
    "qualifier_added",
    "qualifier_changed",
    "summed",
    "split",
    "revised_down",
    "revised_up",
    "raised",
    "lowered",
    "differs",
)
"""Kinds in which another number, or another qualifier, is printed for the same thing."""

OTHER_THINGS = (
    "total_of_parts",
    "lower_count",
    "higher_count",
    "part",
    "background",
    "other_quantity",
)
"""Kinds that compare the statement's number with a count of something else."""


def follows_statement(candidates: pd.DataFrame) -> pd.Series:
    """
    Return which candidates are about what the statement counts.

    Parameters
    ----------
    candidates : DataFrame
        Column ``kind``.

    Returns
    -------
    Series of bool
        False for a part, a background, another outcome, or what was found at one place later.
    """
    return ~candidates.loc[:, "kind"].isin(OTHER_THINGS)


def number_changed(candidates: pd.DataFrame, figure: Sequence[str] = ("other_ids",)) -> pd.Series:
    """
    Return which candidates are of a figure whose number or qualifier changed.

    Parameters
    ----------
    candidates : DataFrame
        The ``CANDIDATES`` table. Not changed.
    figure : sequence of str
        Columns that identify the other figure.

    Returns
    -------
    Series of bool
        True for every row of such a figure: if its source changed too, that row goes with it.
    """
    marked = candidates.assign(is_change=candidates["kind"].isin(NUMBER_CHANGES))
    changed = marked.groupby(list(figure), dropna=False)["is_change"].transform("any")
    return pd.Series(changed, index=candidates.index, dtype=bool)
