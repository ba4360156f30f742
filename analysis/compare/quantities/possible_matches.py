"""
Name the quantities that may be one thing, for a person to judge.

In: pairs of statements with their probabilities, and the quantity and outlet of each. Out: for a
quantity the other one that it most probably is. Record linkage keeps three piles: matches, possible
matches for a clerk to look at, and the rest (Fellegi and Sunter 1969). A row that mixes two things
shows a difference that nobody printed, so what is not sure enough stays apart; but a reader should
know where to look.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.compare.quantities.linked_groups import Pairs
from analysis.core.regrouping import Regrouping

__all__ = ["LEAST_PROBABILITY", "Match", "possible_matches"]

LEAST_PROBABILITY = 0.3
"""
Probability of the likeliest pair of two quantities, from which they may be one thing.

Of 25 such pairs in two invented corpora that nobody had read, 13 were.
"""


class Match(NamedTuple):
    """
    The quantity that another one may be.

    Attributes
    ----------
    quantity_id : str
    p : float
        Probability of the likeliest pair of their statements.
    """

    quantity_id: str
    p: float


def possible_matches(
    pairs: Pairs,
    figure_ids: Sequence[str],
    quantity_of: Mapping[str, str],
    outlet_of: Mapping[str, str | None],
    regrouped: Regrouping,
) -> dict[str, Match]:
    """
    Return the quantity that each most probably is, too.

    Parameters
    ----------
    pairs : Pairs
        Of ``judge_pairs``.
    figure_ids : sequence of str
        Figure of each row.
    quantity_of, outlet_of : mapping of str to str
        By figure; a figure may be in no quantity.
    regrouped : Regrouping
        What a person put apart matches nothing.

    Returns
    -------
    dict of str to Match
        Quantities of two known outlets of which no pair says that they are two things. Both name
        each other unless one of them has a likelier match.
    """
    named = [quantity_of.get(figure_id) for figure_id in figure_ids]
    number, names = pd.factorize(pd.Series(named, dtype=object))  # -1 where there is none
    printing = [outlet_of.get(figure_id) for figure_id in figure_ids]
    outlet, _ = pd.factorize(pd.Series(printing, dtype=object))
    one, other = number[pairs.first], number[pairs.second]
    low, high = np.minimum(one, other), np.maximum(one, other)
    code = low * (len(names) + 1) + high
    is_open = (low >= 0) & (low != high)
    apart = set(code[is_open & pairs.keeps_apart].tolist())
    by_hand = [{quantity_of.get(member) for member in members} for members in regrouped.parts]
    of_first, of_second = outlet[pairs.first], outlet[pairs.second]
    of_two = (of_first != of_second) & (np.minimum(of_first, of_second) >= 0)
    likely = pairs.is_compared & (pairs.probability >= LEAST_PROBABILITY)
    found: dict[str, Match] = {}
    places = np.flatnonzero(is_open & of_two & likely)
    for place in places[np.argsort(-pairs.probability[places], kind="stable")]:
        if int(code[place]) in apart:
            continue
        first, second = str(names[low[place]]), str(names[high[place]])
        if any({first, second} <= members for members in by_hand):
            continue
        p = float(pairs.probability[place])
        found.setdefault(first, Match(second, p))
        found.setdefault(second, Match(first, p))
    return found
