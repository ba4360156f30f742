"""
Join the number of a headline with the same number in the text below it.

In: statements. Out: pairs of rows. A headline repeats what its article tells, in fewer words:
"Fire jumps to 1,900 acres" and "the blaze was estimated at 1,900 acres". The two sentences may have
no word in common, and only the longer one may name the source.
"""

from typing import Any

import numpy as np
import pandas as pd

from analysis.compare.quantities.amounts import MONEY
from analysis.compare.quantities.contradicted import contradict
from analysis.compare.quantities.pair_tests import both_and_differ
from analysis.compare.quantities.statements import Statements

__all__ = ["headline_repeats"]

_TOLD_BY_NOUN = ("count", "percent", MONEY)  # an area burnt is told by its unit
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
        two nouns or owners, or of pairs that say themselves that they are of two things.
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
    is_noun_told = rows["measured"].isin(_TOLD_BY_NOUN).to_numpy(bool)[first]
    kept &= ~(is_noun_told & both_and_differ(pd.Series(rows["noun"]), first, second))
    kept &= ~both_and_differ(pd.Series(rows["whose"]), first, second)
    return list(zip(first[kept].tolist(), second[kept].tolist(), strict=True))
