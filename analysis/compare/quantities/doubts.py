"""
Tell which rules forbid a pair of statements, and which only speak against it.

In: statements of one story, and pairs of their rows. Out: for each pair whether it is forbidden,
and which of ``DOUBTS`` speak against it. A rule that finds too little in common, or that reads a
whole and a part into the words, is right of most pairs and wrong of some: where other things are
alike, such a pair is of one thing after all (``across_articles``). A rule that finds two things
named is right of nearly all.
"""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from analysis.compare.quantities import barred, contradicted
from analysis.compare.quantities.pair_tests import Bar
from analysis.compare.quantities.statements import Statements

__all__ = ["DOUBTS", "doubted", "forbidden"]

_RULES: Mapping[str, Bar] = MappingProxyType(
    {
        bar.__name__.lstrip("_"): bar
        for bar in (
            *contradicted.BARS,
            *contradicted.BARS_OF_PARTS,
            *barred.BARS,
            *barred.SILENCES,
            barred.people_and_things,
        )
    }
)
DOUBTS = (
    *("other_things", "unlike_without_word", "unlike_without_outcome", "people_of_other_sentences"),
    *("equal_by_chance", "people_and_things", "few_of_other_things", "few_without_harm"),
    *("some_and_all", "part_beside_whole", "gravely_and_all", "cases_and_patients"),
    *("shares_of_other_things", "shares_of_two_owners", "owned_and_not", "of_an_earlier_year"),
    *("votes_of_nobody", "exit_polls_and_counts", "of_mixed_kinds", "of_no_kind"),
    *("of_fighters_told_apart", "bodies_of_a_part"),
)
"""
Rules that speak against a pair. Of the labelled pairs that these found and whose other features
look like one thing, more than half are; of those that the other rules found, fewer, or hardly any.
"""

_FORBIDDING = tuple(name for name in _RULES if name not in DOUBTS)


def forbidden(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return which pairs are of two things whatever else is alike.

    Parameters
    ----------
    statements : Statements
    first, second : arrays of int
        Rows of each pair.

    Returns
    -------
    array of bool
    """
    found = np.zeros(len(first), dtype=bool)
    for name in _FORBIDDING:
        found |= _RULES[name](statements, first, second)
    return found


def doubted(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return which rules speak against each pair.

    Parameters
    ----------
    statements : Statements
    first, second : arrays of int
        Rows of each pair.

    Returns
    -------
    array of bool, shape (n_pairs, n_doubts)
        In the order of ``DOUBTS``.
    """
    columns = [_RULES[name](statements, first, second) for name in DOUBTS]
    return np.column_stack(columns).reshape(len(first), len(DOUBTS))
