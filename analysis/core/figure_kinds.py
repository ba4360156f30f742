"""
Choose figures by how they are stated and by what they cover.

In: the ``figures`` table, or tables made from it. Out: some of its rows. A row with ``mention``
"named" ("Officer Liu was killed") states no toll: it is shown apart, and counted, compared and
scored nowhere. Every module that compares figures chooses them with ``counted_figures``, and every
chart of one event's numbers with ``event_figures``: the dead of a war stand on no bomb's axis.
"""

import pandas as pd

__all__ = ["DOUBTFUL", "NAMED", "counted_figures", "event_figures", "named_persons"]

DOUBTFUL = 0.6
"""Charts draw figures faint whose probability ``p`` of being right is lower."""

NAMED = "named"
"""The ``mention`` of named or definite persons, see ``analysis.core.tables.MENTIONS``."""


def counted_figures(figures: pd.DataFrame) -> pd.DataFrame:
    """
    Return the figures that state a number, in words or digits, or one indefinite person.

    Parameters
    ----------
    figures : DataFrame
        The ``figures`` table. Not changed. A table without the column ``mention`` has no named
        persons.

    Returns
    -------
    DataFrame
        Rows of every unit, in the same order.
    """
    if "mention" not in figures:
        return figures
    return figures.loc[figures["mention"].ne(NAMED)]


def event_figures(figures: pd.DataFrame, subtotals: bool = False) -> pd.DataFrame:
    """
    Return the figures of the event that an article reports.

    Parameters
    ----------
    figures : DataFrame
        The ``figures`` table. Not changed. Without the columns ``scope`` and ``part_of``, all
        counted figures are returned.
    subtotals : bool
        Whether figures of a part are returned too.

    Returns
    -------
    DataFrame
        Rows of ``counted_figures`` in the same order, without those of a background or of another
        event. Figures whose scope is null, such as sums of money, stay.
    """
    kept = counted_figures(figures)
    if "scope" in kept:
        set_aside = ["background", "other_event"]
        if not subtotals:
            set_aside.append("part")
        kept = kept.loc[~kept["scope"].isin(set_aside)]
    if not subtotals and "part_of" in kept:
        kept = kept.loc[kept["part_of"].isna()]
    return kept


def named_persons(figures: pd.DataFrame) -> pd.DataFrame:
    """
    Return the named and definite persons.

    Parameters
    ----------
    figures : DataFrame
        As for ``counted_figures``.

    Returns
    -------
    DataFrame
        ``low`` and ``high`` are how many persons the words name.
    """
    if "mention" not in figures:
        return figures.iloc[:0]
    return figures.loc[figures["mention"].eq(NAMED)]
