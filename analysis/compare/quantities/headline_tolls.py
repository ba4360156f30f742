"""
Join the death tolls with which the articles of a story open.

In: the statements of a story. Out: pairs of rows. However far apart the numbers are, "at least 5
killed" in one headline and "death toll reaches 20" in another answer one question, and it is the
question for which the table of a story is read. By words and values alone the two may look unlike,
and a toll may look like another number that happens to be equal.
"""

from typing import Any

import numpy as np
import pandas as pd

from analysis.compare.quantities.barred import barred
from analysis.compare.quantities.statements import Statements

__all__ = ["toll_pairs"]

_OUTCOME = "killed"
_LAST_SENTENCE = 2  # of the opening: the headline, perhaps a byline, and the first sentence
_SEX = {
    **dict.fromkeys(("man", "boy", "father", "son", "husband", "brother"), "male"),
    **dict.fromkeys(("woman", "girl", "mother", "daughter", "wife", "sister"), "female"),
}
_WHOLE = "unspecified"  # the group of a toll that is not one of soldiers or children


def toll_pairs(statements: Statements) -> list[tuple[int, int]]:
    """
    Return pairs of statements that are the tolls with which two articles open.

    Parameters
    ----------
    statements : Statements

    Returns
    -------
    list of (int, int)
        The first toll of the story with that of each other article, unless they say themselves that
        they are of different things. Tolls of a group ("12 soldiers"), of a part, of a background
        or of a stated year, and those in words alone are none.
    """
    rows: Any = statements.rows
    is_toll = rows["outcome"].eq(_OUTCOME) & rows["amount"].notna() & rows["scope"].eq("event")
    if is_toll.sum() < 2:
        return []
    is_toll &= rows["in_title"].astype(bool) | rows["sentence_id"].le(_LAST_SENTENCE)
    is_toll &= rows["part_of"].isna() & rows["year"].isna()
    is_count = rows["mention"].eq("numeral") & rows["group"].eq(_WHOLE)
    is_one = rows["mention"].eq("indefinite") & rows["amount"].eq(1)
    tolls = rows.loc[is_toll & is_count].drop_duplicates("article_id")
    single = rows.loc[is_toll & is_one].drop_duplicates(["article_id", "in_title"])
    sexes = single["noun"].map(_SEX)
    if len(sexes.dropna().unique()) > 1:
        single = single.iloc[:0]  # "a man" and "a woman" are two victims
    return [*_first_with_others(statements, tolls), *_first_with_others(statements, single)]


def _first_with_others(statements: Statements, chosen: pd.DataFrame) -> list[tuple[int, int]]:
    """Return the first of some statements with each of the others."""
    opening = chosen.index.to_numpy()
    if len(opening) < 2:
        return []
    first, second = np.full(len(opening) - 1, opening[0]), opening[1:]
    kept = ~barred(statements, first, second)
    return list(zip(first[kept].tolist(), second[kept].tolist(), strict=True))
