"""
Join the number of a headline with the same number in the text below it.

In: statements. Out: pairs of rows. A headline repeats what its article tells, in fewer words:
"Fire jumps to 1,900 acres" and "the blaze was estimated at 1,900 acres". The two sentences may have
no word in common ("31 pieces", "31 objects"), and only the longer one may name the source. In
invented news and that of spring 2019 all 61 counts and sums from 20 on that a headline and the text
below it print with two nouns are of one thing; those that end in zeros ("40 homes", "40 engines")
are not trusted all the same.
"""

from typing import Any

import numpy as np
import pandas as pd

from analysis.compare.quantities.amounts import MONEY
from analysis.compare.quantities.contradicted import contradict
from analysis.compare.quantities.equal_numbers import n_digits
from analysis.compare.quantities.pair_tests import both_and_differ
from analysis.compare.quantities.statements import Statements

__all__ = ["headline_repeats"]

_TOLD_BY_NOUN = ("count", MONEY)  # an area burnt is told by its unit
_SHARE = "percent"
_NO_CHANCE = 20  # two equal numbers of one article, from which they are of one thing


def headline_repeats(statements: Statements) -> list[tuple[int, int]]:
    """
    Return pairs of a number in a headline and its first repetition in the article.

    Parameters
    ----------
    statements : Statements

    Returns
    -------
    list of (int, int)
        Of one outcome and scope, or both of none; numbers below 20 only of people harmed. None of
        two owners, of pairs that say themselves that they are of two things, or, of shares, numbers
        below 20 and those of one digit before zeros, of two nouns.
    """
    rows: Any = statements.rows
    is_known = rows["amount"].ge(_NO_CHANCE) | (rows["amount"].notna() & rows["outcome"].notna())
    told = rows.loc[is_known.to_numpy(bool) & rows["mention"].eq("numeral").to_numpy(bool)]
    told = told.assign(outcome=told["outcome"].fillna("none"))
    keys = ["article_id", "measured", "unit_text", "outcome", "scope", "part_of", "amount"]
    pairs: list[tuple[int, int]] = []
    for _, same in told.groupby(keys, sort=True, dropna=False):
        in_title = same["in_title"].to_numpy(bool)
        titles, body = same.index[in_title], same.index[~in_title]
        if len(titles) and len(body):
            pairs += [(int(title), int(body[0])) for title in titles]
    if not pairs:
        return []
    first, second = np.array(pairs, dtype=int).T
    kept = ~contradict(statements, first, second)
    amounts, measured = rows["amount"].to_numpy(float)[first], rows["measured"].to_numpy()[first]
    is_common = np.array([value < _NO_CHANCE or n_digits(value) == 1 for value in amounts])
    is_noun_told = np.isin(measured, _TOLD_BY_NOUN) & is_common | (measured == _SHARE)
    kept &= ~(is_noun_told & both_and_differ(pd.Series(rows["noun"]), first, second))
    kept &= ~both_and_differ(pd.Series(rows["whose"]), first, second)
    return list(zip(first[kept].tolist(), second[kept].tolist(), strict=True))
