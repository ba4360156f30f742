"""
Join sums that are one sum with fewer digits: a fine of 62.4 million, "62 million", "more than 60".

In: statements. Out: pairs of rows. The probability of a pair knows equal values and values that
are far apart; a rounded sum of the same noun in another article of the story is neither.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.compare.quantities.amounts import MONEY
from analysis.compare.quantities.barred import barred
from analysis.compare.quantities.pair_values import rounds
from analysis.compare.quantities.statements import Statements

__all__ = ["rounded_pairs"]

_NO_YEAR = -1.0  # equal to itself, as NaN is not
_KEYS = ("story", "money", "change", "year")
_COSTS = frozenset({"cost", "price", "bill"})  # of whatever the other article names


def rounded_pairs(statements: Statements) -> list[tuple[int, int]]:
    """
    Return pairs of statements of one sum of money, of which one has fewer digits.

    Parameters
    ----------
    statements : Statements

    Returns
    -------
    list of (int, int)
        Of two articles, in one currency, of one noun or of a thing and its cost, rises with rises;
        none of pairs that are barred.
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
    seen: dict[tuple[object, ...], list[_Sum]] = defaultdict(list)
    columns = [*_KEYS, "article_id", "noun", "amount"]
    sums = table.loc[is_sum.to_numpy(bool), columns]
    sums = sums.assign(year=sums["year"].astype(float).fillna(_NO_YEAR))
    for row, *values in sums.itertuples():
        *key, article_id, noun, amount = values
        own = _Sum(row, article_id, noun, amount)
        earlier = seen[tuple(key)]
        for other in earlier:
            if other.is_of_another_article(own) and other.may_be_of_one_thing(own):
                yield other.row, row
        if all(own.noun != other.noun or own.amount != other.amount for other in earlier):
            earlier.append(own)


class _Sum(NamedTuple):
    """A statement of a sum."""

    row: int
    article_id: str
    noun: str
    amount: float

    def is_of_another_article(self, other: "_Sum") -> bool:
        """Return whether another article states another sum."""
        return self.article_id != other.article_id and self.amount != other.amount

    def may_be_of_one_thing(self, other: "_Sum") -> bool:
        """Return whether both are of one noun, or one is of a cost: "the cost", "the line"."""
        return self.noun == other.noun or not _COSTS.isdisjoint((self.noun, other.noun))
