"""
Take numbers out of a row that are more probably of another thing.

In: how probable it is that the numbers which outlets put forward for a quantity are of one thing,
and which of them fits the others least (``one_thing``). Out: the quantities without the outlet
whose number that is. What joined them looked at pairs of statements; the trees that look back at a
whole row were fitted on rows that a person judged. A row in doubt is kept and marked
(``analysis.compare.doubtful_numbers``); one that is mostly wrong would only mislead.
"""

from collections.abc import Collection, Mapping

from analysis.compare.quantities.one_thing import Fit

__all__ = ["LEAST_PROBABILITY", "misfits", "without_misfits"]

LEAST_PROBABILITY = 0.3
"""
Probability that a row is of one thing, below which a number leaves it.

Of 23 such rows of two or three outlets in invented corpora that nobody had read, 4 held one thing
(``data/models/one_thing/CARD.md``).
"""

_MANY = 4  # outlets, from which the probability of the number that fits least says nothing


def misfits(fits: Mapping[str, Fit], never: Collection[str] = ()) -> dict[str, str]:
    """
    Return the number that leaves each quantity.

    Parameters
    ----------
    fits : mapping of str to Fit
        By quantity.
    never : collection of str
        Figures that leave none: the crowds of one march, which police and organisers count so
        differently that they look like two things.

    Returns
    -------
    dict of str to str
        ``figure_id`` by quantity; none of a quantity that is probable enough or has four outlets.
    """
    return {
        name: fit.least
        for name, fit in fits.items()
        if fit.p < LEAST_PROBABILITY and fit.n_cells < _MANY and fit.least not in never
    }


def without_misfits(
    quantity_of: Mapping[str, str], leaving: Mapping[str, str], outlet_of: Mapping[str, str | None]
) -> dict[str, str]:
    """
    Return the quantities of figures after some left theirs, with all others of their outlet.

    Parameters
    ----------
    quantity_of : mapping of str to str
        Quantity of each figure, in reading order.
    leaving : mapping of str to str
        From ``misfits``.
    outlet_of : mapping of str to (str or None)
        Outlet of each figure.

    Returns
    -------
    dict of str to str
        In the same order. Both parts of a quantity are called after their earliest figure.
    """
    name_of: dict[tuple[str, bool], str] = {}
    found = {}
    for figure_id, name in quantity_of.items():
        if name in leaving:
            leaves = outlet_of[figure_id] == outlet_of[leaving[name]]
            found[figure_id] = name_of.setdefault((name, leaves), f"quantity-{figure_id}")
        else:
            found[figure_id] = name
    return found
