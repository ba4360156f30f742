"""
Tell a whole from its parts by their sum: "some 3,150 violations: one army 1,840, the other 1,312".

In: statements, and pairs of their rows. Out: for each pair whether an article of its story gives
the two numbers as a whole and a part of it, or as two parts of one whole. Neither are rivals. Two
numbers may add up to a third by chance: the parts must stand in a row, near the whole, count the
same and not be small.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Any, NamedTuple

import numpy as np

from analysis.compare.quantities.pair_tests import COUNTS, same_amount
from analysis.compare.quantities.statements import Statements

__all__ = ["are_of_one_sum"]

_REACH = 400  # characters from the first of three numbers to the last
_MOST_ROWS = 20  # of numbers on each side, more than a sentence has that tells a sum
_LEAST_WHOLE = 12
_LEAST_SHARE = 0.1  # of the whole: smaller parts add up by chance
_SLACK = 0.02  # by which a sum of rounded numbers may miss its whole
_EXACT = "exact"
# "14 dead; five more died: 19" is an update, "a gap of 300" is no part
_NO_SUM = re.compile(
    r"\b(?:more\s(?!than)|(?<!one\s)another|further|additional|extra|since|later"
    r"|revised|raised|lowered|up\sfrom"
    r"|down\sfrom|corrected|adding|gap|difference|shortfall|discrepancy|earlier|previously|now)\b",
    re.IGNORECASE,
)
_AROUND = 100  # characters before the first number and after the last
_ANYBODY = frozenset({None, "person", "people", "case", "victim", "other"})
_COLUMNS = tuple("story article_id start end amount qualifier outcome noun source".split())


class _Sum(NamedTuple):
    """A whole and its two parts, each with the least and the most that it may be."""

    outcome: str | None
    whole: tuple[float, float]
    parts: tuple[tuple[float, float], tuple[float, float]]


def are_of_one_sum(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return which pairs are a whole and its part, or two parts, by the sum in an article.

    Parameters
    ----------
    statements : Statements
    first, second : arrays of int
        Rows of each pair.

    Returns
    -------
    array of bool
        Pairs of counts of one harm, or none, whose story has an article in which such numbers add
        up. False for equal numbers.
    """
    rows: Any = statements.rows
    found = np.zeros(len(first), dtype=bool)
    sums = _sums_of_stories(statements)
    if not sums:
        return found
    is_count = rows["unit"].isin(COUNTS).to_numpy(bool) & rows["amount"].notna().to_numpy(bool)
    stories, amounts, outcomes = (rows[name].to_numpy() for name in ("story", "amount", "outcome"))
    possible = is_count[first] & is_count[second] & ~same_amount(rows, first, second)
    possible &= np.isin(stories[first], list(sums))
    for place in np.flatnonzero(possible):
        one, two = first[place], second[place]
        if outcomes[one] == outcomes[two]:
            pair = (float(amounts[one]), float(amounts[two]))
            found[place] = _joins(sums[stories[one]], outcomes[one], pair)
    return found


def _joins(sums: Collection[_Sum], outcome: str | None, pair: tuple[float, float]) -> bool:
    """Return whether two different members of one sum are the two numbers of a pair."""
    for found in sums:
        if found.outcome != outcome:
            continue
        for one, two in combinations((found.whole, *found.parts), 2):
            if _fit(pair, (one, two)) or _fit(pair, (two, one)):
                return True
    return False


def _fit(
    amounts: tuple[float, float], spans: tuple[tuple[float, float], tuple[float, float]]
) -> bool:
    return all(low <= amount <= high for amount, (low, high) in zip(amounts, spans, strict=True))


def _sums_of_stories(statements: Statements) -> dict[int, set[_Sum]]:
    """Return the sums of each story that has some."""
    rows: Any = statements.rows
    is_count = rows["unit"].isin(COUNTS).to_numpy(bool) & rows["amount"].notna().to_numpy(bool)
    sums: defaultdict[int, set[_Sum]] = defaultdict(set)
    for article_id, own in rows.loc[is_count, list(_COLUMNS)].groupby("article_id", sort=False):
        text = statements.texts[str(article_id)]
        records = own.sort_values("start").to_dict("records")
        sums[records[0]["story"]].update(_sums_among(records, text))
    return {story: found for story, found in sums.items() if found}


def _sums_among(records: Sequence[Mapping[str, Any]], text: str) -> Iterator[_Sum]:
    """Yield the sums of two numbers in a row, with the whole before or after them."""
    for place, (one, two) in enumerate(pairwise(records)):
        for whole in _in_reach(records, place):
            if not _adds_up(whole, one, two):
                continue
            start, end = min(whole["start"], one["start"]), max(whole["end"], two["end"])
            if _NO_SUM.search(text, max(0, start - _AROUND), end + _AROUND) is None:
                yield _Sum(whole["outcome"], _span(whole), (_span(one), _span(two)))


def _in_reach(records: Sequence[Mapping[str, Any]], place: int) -> Iterator[Mapping[str, Any]]:
    """Yield the numbers around two in a row that stand near: a list may have thousands."""
    one, two = records[place], records[place + 1]
    for record in reversed(records[max(0, place - _MOST_ROWS) : place]):
        if two["end"] - record["start"] > _REACH:
            break
        yield record
    for record in records[place + 2 : place + 2 + _MOST_ROWS]:
        if record["end"] - one["start"] > _REACH:
            break
        yield record


def _adds_up(whole: Mapping[str, Any], one: Mapping[str, Any], two: Mapping[str, Any]) -> bool:
    """Return whether two numbers are the parts of a third by what they count and how many."""
    total = one["amount"] + two["amount"]
    if abs(total - whole["amount"]) > _SLACK * whole["amount"]:
        return False  # so it is with nearly all
    least = min(one["amount"], two["amount"])
    if whole["amount"] < _LEAST_WHOLE or least < _LEAST_SHARE * whole["amount"]:
        return False
    three = (whole, one, two)
    if not _count_the_same(three) or _are_rivals(whole, one, two):
        return False
    return total == whole["amount"] or any(row["qualifier"] != _EXACT for row in three)


def _are_rivals(whole: Mapping[str, Any], one: Mapping[str, Any], two: Mapping[str, Any]) -> bool:
    """Return whether a whole is given by another source than both of its parts."""
    sources = whole["source"], one["source"], two["source"]
    return None not in sources and sources[1] == sources[2] != sources[0]


def _count_the_same(three: Sequence[Mapping[str, Any]]) -> bool:
    """Return whether numbers are of one harm, and of one noun or none."""
    nouns = {row["noun"] for row in three} - _ANYBODY
    return len({row["outcome"] for row in three}) == 1 and len(nouns) <= 1


def _span(row: Mapping[str, Any]) -> tuple[float, float]:
    """Return what else a number may be printed as: "more than 1,800" as 1,846."""
    amount = float(row["amount"])
    if row["qualifier"] == _EXACT:
        return amount, amount
    margin = 1.5 * _SLACK * amount
    return amount - margin, amount + margin
