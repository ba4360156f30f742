"""
Join sums that are one sum with fewer digits: a fine of 62.4 million, "62 million", "more than 60".

In: statements. Out: pairs of rows. The probability of a pair knows equal values and values that
are far apart; a rounded sum of the same noun in another article of the story is neither.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from analysis.compare.quantities.amounts import MONEY
from analysis.compare.quantities.barred import barred
from analysis.compare.quantities.pair_values import rounds
from analysis.compare.quantities.statements import Statements

__all__ = ["rounded_pairs"]

_NO_YEAR = -1.0  # equal to itself, as NaN is not
_KEYS = ("story", "money", "noun", "change", "year")


def rounded_pairs(statements: Statements) -> list[tuple[int, int]]:
    """
    Return pairs of statements of one sum of money, of which one has fewer digits.

    Parameters
    ----------
    statements : Statements

    Returns
    -------
    list of (int, int)
        Of two articles, in one currency, of one noun, rises with rises; none of pairs that are
        barred.
    """
    pairs = np.array(list(_alike(statements.rows)), dtype=int).reshape(-1, 2)
    if not len(pairs):
        return []
    first, second = pairs[:, 0], pairs[:, 1]
    kept = rounds(statements.rows, first, second) & ~barred(statements, first, second)
    return list(zip(first[kept].tolist(), second[kept].tolist(), strict=True))


def _alike(rows: pd.DataFrame) -> Iterator[tuple[int, int]]:
    """Yield the first statement of each sum of a noun with those of other sums and articles."""
    table: Any = rows
    is_sum = table["measured"].eq(MONEY) & table["amount"].notna() & table["noun"].notna()
    seen: dict[tuple[object, ...], list[tuple[int, str, float]]] = defaultdict(list)
    columns = [*_KEYS, "article_id", "amount"]
    sums = table.loc[is_sum.to_numpy(bool), columns]
    sums = sums.assign(year=sums["year"].astype(float).fillna(_NO_YEAR))
    for row, *values in sums.itertuples():
        *key, article_id, amount = values
        earlier = seen[tuple(key)]
        for other, other_article, other_amount in earlier:
            if other_article != article_id and other_amount != amount:
                yield other, row
        if all(amount != other_amount for _, _, other_amount in earlier):
            earlier.append((row, article_id, amount))
