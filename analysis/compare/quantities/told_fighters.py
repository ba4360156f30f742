"""
Tell a number of dead fighters and a toll of an article that counts its fighters apart.

In: statements. Out: which pairs. "The army said that it had killed 38 militants" is not the 38 dead
of an article that prints, beside these, another number of militants.
"""

from typing import Any

import numpy as np

from analysis.compare.quantities.pair_tests import differ
from analysis.compare.quantities.statements import Statements

__all__ = ["of_fighters_told_apart"]


def of_fighters_told_apart(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """
    Return pairs of which one alone is of fighters, where the other's article has its own of these.

    Parameters
    ----------
    statements : Statements
    first, second : arrays of int
        Rows of each pair.

    Returns
    -------
    array of bool
        Equal numbers too. False within an article, where the article's fighters are printed by the
        same number, and where they met with another outcome.
    """
    rows: Any = statements.rows
    fights = rows["group"].eq("fighters").to_numpy(bool)
    keys = list(zip(rows["article_id"], rows["outcome"], strict=True))
    amounts = rows["amount"].tolist()
    of_article: dict[tuple[str, str], set[float]] = {}
    for i in np.flatnonzero(fights & rows["amount"].notna().to_numpy()):
        of_article.setdefault(keys[i], set()).add(amounts[i])
    told = [
        key in of_article and n not in of_article[key] for key, n in zip(keys, amounts, strict=True)
    ]
    has_others = rows["group"].eq("unspecified").to_numpy(bool) & np.array(told, dtype=bool)
    unlike = (fights[first] & has_others[second]) | (fights[second] & has_others[first])
    return unlike & differ(rows["article_id"], first, second)
