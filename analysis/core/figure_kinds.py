"""
Tell counts of people from persons who are only named.

In: the ``figures`` table, or tables made from it. Out: some of its rows. A row with ``mention``
"named" ("Officer Liu was killed") states no toll: it is shown apart, and counted, compared and
scored nowhere. Every module that compares figures chooses them with ``counted_figures``.
"""

import pandas as pd

__all__ = ["NAMED", "counted_figures", "named_persons"]

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
