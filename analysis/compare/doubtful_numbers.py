"""
Tell whether numbers that differ may well be of two things, which a page then marks ≠?.

In: the numbers that outlets print for one quantity. Out: a truth value. Real reports that were read
(81 rows of reports on a war and of US news in which numbers differed) are where most of this was
learned: outlets seldom contradict each other, so that a row in which they do is often two things
that look like one, above all two attacks of one kind in one place, a few days apart.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import pandas as pd

from analysis.compare.number_words import open_end, tells_number

__all__ = ["are_in_doubt", "have_fallen", "is_of_few", "n_printing"]

_SEVERAL = 2
_HALF = 0.5
_DAYS_OF_A_FALL = 3


def are_in_doubt(cells: Sequence[Mapping], n_outlets: int) -> bool:
    """
    Return whether numbers that differ may well be of two things.

    Parameters
    ----------
    cells : sequence of mapping
        What each outlet prints for one quantity, as ``have_fallen`` reads it, in which some numbers
        differ.
    n_outlets : int
        Outlets that report the story.

    Returns
    -------
    bool
    """
    if is_of_few(n_printing(cells), n_outlets):
        return True
    return have_fallen(cells)


def n_printing(figures: Iterable[Mapping]) -> int:
    """
    Return how many outlets print a number for a quantity.

    Parameters
    ----------
    figures : iterable of mapping
        Rows of ``figures`` with ``outlet``, all of one quantity.

    Returns
    -------
    int
        "Many" beside another outlet's 49 is no number, and prints nothing that it shares. Where no
        outlet prints a number, all count that print such a word.
    """
    rows = list(figures)
    with_number = {row["outlet"] for row in rows if tells_number(row)}
    return len(with_number or {row["outlet"] for row in rows})


def is_of_few(n_printing: int, n_outlets: int) -> bool:
    """
    Return whether only two outlets print a quantity, of more that report its story.

    Numbers that only two of them print are more often of two things that look like one: on
    invented articles labelled statement by statement, 49 of 58 such rows in which the numbers
    differ held one quantity, and 106 of 112 of the others.

    Parameters
    ----------
    n_printing : int
        Outlets that print the quantity.
    n_outlets : int
        Outlets that report the story.

    Returns
    -------
    bool
    """
    return n_printing == _SEVERAL and n_outlets > _SEVERAL


def have_fallen(cells: Sequence[Mapping]) -> bool:
    """
    Return whether an outlet counts at most half of those whom another counted days before.

    People harmed in an event are found one after the other, and rival counts of it are mostly
    printed within a day or two. Of five such rows of real reports that were read none was of one
    thing.

    Parameters
    ----------
    cells : sequence of mapping
        Figures of one quantity, one an outlet, with ``outcome``, ``low``, ``high`` and
        ``published``; None for what is missing.

    Returns
    -------
    bool
        False for counts within three days, and for those of whom nobody was killed or injured: the
        missing become fewer.
    """
    dated = [
        cell
        for cell in cells
        if cell["outcome"] in ("killed", "injured")
        and not pd.isna(cell["low"])
        and not pd.isna(cell["published"])
    ]
    return any(_falls(*pair) or _falls(*reversed(pair)) for pair in combinations(dated, _SEVERAL))


def _falls(earlier: Mapping, later: Mapping) -> bool:
    days = (later["published"].normalize() - earlier["published"].normalize()).days
    most = open_end(later["low"]) if pd.isna(later["high"]) else later["high"]
    return days >= _DAYS_OF_A_FALL and most <= _HALF * earlier["low"]
