"""
Join the tolls with which the articles of a story open.

In: the statements of a story. Out: pairs of rows. However far apart the numbers are, "at least 5
killed" in one headline and "death toll reaches 20" in another answer one question, and it is the
question for which the table of a story is read; so it is with the missing, the injured and the ill.
By words and values alone the two may look unlike, and a toll may look like another number that
happens to be equal.
"""

import numpy as np
import pandas as pd

from analysis.compare.quantities.barred import barred
from analysis.compare.quantities.statements import Statements

__all__ = ["toll_pairs"]

_KILLED = "killed"
# The last sentence of the opening: the headline, perhaps a byline, and the first sentence; the
# missing and the hurt come after the dead.
_LAST_SENTENCE = {_KILLED: 2, "missing": 4, "injured": 4, "ill": 3}
_SEX = {
    **dict.fromkeys(("man", "boy", "father", "son", "husband", "brother"), "male"),
    **dict.fromkeys(("woman", "girl", "mother", "daughter", "wife", "sister"), "female"),
}
_WHOLE = "unspecified"  # the group of a toll that is not one of soldiers or children
_CIVILIANS = "civilians"
_WHO_FIGHT = ("soldiers", "fighters")


def toll_pairs(statements: Statements) -> list[tuple[int, int]]:
    """
    Return pairs of statements that are the tolls of one outcome with which two articles open.

    Parameters
    ----------
    statements : Statements

    Returns
    -------
    list of (int, int)
        For each outcome the first toll of the story with that of each other article, unless they
        say themselves that they are of different things. Tolls of a group ("12 soldiers"), of a
        part, of a background or of a stated year, and those in words alone are none.
    """
    found: list[tuple[int, int]] = []
    groups = _groups_of_all(statements.rows)
    for outcome, last_sentence in _LAST_SENTENCE.items():
        tolls = _opening_tolls(statements.rows, outcome, last_sentence)
        if len(tolls) < 2:
            continue
        is_count = tolls["mention"].eq("numeral") & tolls["group"].isin(groups)
        counts = tolls.loc[is_count].drop_duplicates("article_id")
        found += _first_with_others(statements, counts)
        if outcome == _KILLED:
            found += _first_with_others(statements, _single_victims(tolls))
    return found


def _opening_tolls(rows: pd.DataFrame, outcome: str, last_sentence: int) -> pd.DataFrame:
    """Return the statements of an outcome with which articles open, of the whole event."""
    is_toll = rows["outcome"].eq(outcome) & rows["amount"].notna() & rows["scope"].eq("event")
    is_toll &= rows["in_title"].astype(bool) | rows["sentence_id"].le(last_sentence)
    is_toll &= rows["part_of"].isna() & rows["year"].isna()
    return rows.loc[is_toll]


def _groups_of_all(rows: pd.DataFrame) -> tuple[str, ...]:
    """
    Return the groups of a toll of all people.

    Miners and passengers are civilians, and all who were there, unless a story tells civilians from
    those who fight.
    """
    groups, nouns = set(rows["group"]), set(rows["noun"])
    tells_apart = "civilian" in nouns or not groups.isdisjoint(_WHO_FIGHT)
    return (_WHOLE,) if tells_apart else (_WHOLE, _CIVILIANS)


def _single_victims(tolls: pd.DataFrame) -> pd.DataFrame:
    """Return the one victim of each article; none if a man and a woman are among them."""
    is_one = tolls["mention"].eq("indefinite") & tolls["amount"].eq(1)
    single = tolls.loc[is_one & tolls["group"].eq(_WHOLE)]
    single = single.drop_duplicates(["article_id", "in_title"])
    sexes = single["noun"].map(_SEX)
    return single.iloc[:0] if len(sexes.dropna().unique()) > 1 else single


def _first_with_others(statements: Statements, chosen: pd.DataFrame) -> list[tuple[int, int]]:
    """Return the first of some statements with each of the others."""
    opening = chosen.index.to_numpy()
    if len(opening) < 2:
        return []
    first, second = np.full(len(opening) - 1, opening[0]), opening[1:]
    kept = ~barred(statements, first, second)
    return list(zip(first[kept].tolist(), second[kept].tolist(), strict=True))
