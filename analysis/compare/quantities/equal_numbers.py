"""
Join equal numbers that are too odd to be equal by chance: 412 plaintiffs, and 412 people.

In: statements. Out: pairs of rows. In other words two outlets print one number of one thing:
"houses" and "homes", "the verdict" and "to families". A number of three digits that count, or a sum
of two, is hardly ever printed of two things in one story. Of labelled pairs of equal numbers from
two articles of a story, these held one thing: counts of three digits 100 of 102, sums of two 93 of
94, shares of three other than thirds 46 of 46, measures of three 4 of 4; of counts of two digits
680 of 726 (86 of 86 from a thousand on, with other nouns or none), and of one 502 of 1,185. Counts
from ten on of one noun held one thing in all 104 pairs of invented news and in 7 of 9 of spring
2019, where the others were seats of two parties. Numbers of people harmed in one way are less often
equal by chance: from ten on 462 of 482 held one thing, and the others were of another group, of a
part or of another event.
"""

from typing import Any

import numpy as np
import pandas as pd

from analysis.compare.quantities.amounts import MONEY
from analysis.compare.quantities.contradicted import contradict
from analysis.compare.quantities.statements import Statements

__all__ = ["equal_pairs", "n_digits"]

_FEWEST_DIGITS = 3
_FEWEST_DIGITS_OF_SUMS = 2
_MANY = 1000  # from which two digits are enough
_COUNT = "count"
_KEYS = ["story", "measured", "amount"]
_KEYS_OF_HARM = ["story", "outcome", "group", "scope", "amount"]
_FEWEST_HARMED = 10
_KEYS_OF_NOUN = ["story", "amount", "noun"]
_FEWEST_OF_NOUN = 10
_OF_RIVALS = ("seat", "vote", "mandate", "point", "goal")  # two sides may well have as many


def equal_pairs(statements: Statements) -> list[tuple[int, int]]:
    """
    Return pairs of statements of one odd number.

    Parameters
    ----------
    statements : Statements

    Returns
    -------
    list of (int, int)
        The first statement of each number in a story with those of other articles, in one unit or
        of people of one group who came to one harm; none that say themselves that they are of
        different things, and none of a number in words ("two thirds") but of people harmed and of
        one noun.
    """
    rows: Any = statements.rows
    is_number = rows["mention"].eq("numeral") & rows["amount"].notna()
    is_number &= rows["low"].eq(rows["high"])
    exact = rows.loc[is_number.to_numpy(bool)]
    in_digits = exact.loc[exact["text"].str.contains(r"\d", regex=True).to_numpy(bool)]
    odd = in_digits.loc[
        [
            _is_odd(value, of, noun)
            for value, of, noun in zip(
                *(in_digits[name] for name in ("low", "measured", "noun")), strict=True
            )
        ]
    ]
    is_of_many = exact["outcome"].notna() & exact["low"].ge(_FEWEST_HARMED)
    harmed = exact.loc[is_of_many.to_numpy(bool)]
    of_noun = exact.loc[_counts_a_noun(exact)]
    chosen_by = ((odd, _KEYS), (harmed, _KEYS_OF_HARM), (of_noun, _KEYS_OF_NOUN))
    pairs = [
        pair
        for chosen, keys in chosen_by
        for _, own in chosen.groupby(keys, sort=False, dropna=False)
        for pair in _with_first(own)
    ]
    if not pairs:
        return []
    first, second = np.array(pairs, dtype=int).T
    kept = ~contradict(statements, first, second)
    return list(zip(first[kept].tolist(), second[kept].tolist(), strict=True))


def n_digits(value: float) -> int:
    """
    Return how many digits of a number count: none of its zeros at either end.

    Examples
    --------
    >>> n_digits(412.0), n_digits(1_900_000_000.0), n_digits(0.05), n_digits(40.5)
    (3, 2, 1, 3)
    """
    digits, _, _ = f"{abs(value):.12e}".partition("e")
    return len(digits.replace(".", "").rstrip("0"))


def _is_odd(value: float, measured: str, noun: str | None) -> bool:
    """Return whether a number is hardly ever equal to another by chance."""
    is_many = measured == _COUNT and value >= _MANY and noun not in _OF_RIVALS
    fewest = _FEWEST_DIGITS_OF_SUMS if is_many or measured == MONEY else _FEWEST_DIGITS
    return n_digits(value) >= fewest


def _counts_a_noun(exact: pd.DataFrame) -> np.ndarray:
    """Return which numbers count ten or more of what has a name, and nobody who came to harm."""
    is_plain = exact["measured"].eq(_COUNT) & exact["outcome"].isna() & exact["noun"].notna()
    is_plain &= exact["low"].ge(_FEWEST_OF_NOUN) & ~exact["noun"].isin(_OF_RIVALS)
    return is_plain.to_numpy(bool)


def _with_first(own: pd.DataFrame) -> list[tuple[int, int]]:
    """Return the first of some rows with each of those of other articles."""
    articles = own["article_id"].tolist()
    first, *others = own.index.tolist()
    return [
        (first, other)
        for other, article in zip(others, articles[1:], strict=True)
        if article != articles[0]
    ]
