"""
Tell whether numbers that differ may well be of two things, which a page then marks ≠?.

In: the numbers that outlets print for one quantity, and how probable it is that they are of one
thing. Out: a truth value. Outlets seldom contradict each other, so that a row in which they do is
often two things that look like one: another group, a part, a forecast, or an attack of the same
kind in one place, a few days before.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import pandas as pd

from analysis.compare.number_words import open_end, same_unit, tells_number

__all__ = [
    "FAR_APART",
    "MANY",
    "SURE_OF_ONE_THING",
    "are_far_apart",
    "are_in_doubt",
    "have_fallen",
    "is_unsure",
    "n_printing",
]

SURE_OF_ONE_THING = 0.8
"""
Probability that a row is of one thing (``p`` of ``quantities``), from which a page says that its
numbers differ.

On invented corpora that nobody had read, rows of two or three outlets in which numbers differed
held one thing in 4 of 5 cases from there on, and in every second case below
(``data/models/one_thing/CARD.md``).
"""

MANY = 4
"""
Outlets that print a number for a row, from which its probability says nothing.

Of such rows as many hold one thing whatever their probability, which is that of the number that
fits the others least.
"""

FAR_APART = 20
"""Times a number, from which another one is rather of another thing."""

_SEVERAL = 2
_HALF = 0.5
_DAYS_OF_A_FALL = 3


def are_in_doubt(cells: Sequence[Mapping], p: float | None) -> bool:
    """
    Return whether numbers that differ may well be of two things.

    Parameters
    ----------
    cells : sequence of mapping
        What each outlet prints for one quantity, as ``have_fallen`` reads it, in which some numbers
        differ.
    p : float or None
        Probability that they are of one thing; None where a person put them together.

    Returns
    -------
    bool
    """
    if is_unsure(p, n_printing(cells)):
        return True
    return have_fallen(cells) or are_far_apart(cells)


def are_far_apart(cells: Sequence[Mapping]) -> bool:
    """
    Return whether one number is ``FAR_APART`` times another that nothing overtook.

    The hectares that burn in a country are not those of one fire. A slip in the scale, "2.2
    billion" for "2.2 million", has the same digits and is a difference.

    Parameters
    ----------
    cells : sequence of mapping
        Figures of one quantity with ``low``, ``unit``, ``unit_text``, ``currency`` and
        ``outcome``; ``overtaken`` where it is known.

    Returns
    -------
    bool
        False for people harmed, held or moved, of whom two sides may claim anything. Numbers in two
        units are not compared.
    """
    known = [
        cell
        for cell in cells
        if cell["outcome"] is None and not cell.get("overtaken") and not pd.isna(cell["low"])
    ]
    return any(_is_far_from(*pair) for pair in combinations(known, _SEVERAL))


def _is_far_from(one: Mapping, other: Mapping) -> bool:
    lower, higher = sorted((float(one["low"]), float(other["low"])))
    if lower <= 0 or higher < FAR_APART * lower or not same_unit(one, other):
        return False
    return _digits(lower) != _digits(higher)


def _digits(value: float) -> str:
    """Return the digits of a number without its scale: "2.5" of 2,500 and of 2.5 million."""
    return f"{value:.5e}".partition("e")[0]


def is_unsure(p: float | None, n_outlets: int) -> bool:
    """
    Return whether a row may be of two things by its probability.

    Parameters
    ----------
    p : float or None
        As in ``are_in_doubt``.
    n_outlets : int
        Outlets that print a number for it.

    Returns
    -------
    bool
        False for ``MANY`` outlets.
    """
    if p is None or pd.isna(p) or n_outlets >= MANY:
        return False
    return p < SURE_OF_ONE_THING


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
