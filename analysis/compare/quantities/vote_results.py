"""
Join the votes of one candidate, and those against something whose votes for it are the same.

In: the statements of a story. Out: pairs of rows. "Osei had 64,571 votes" in one article and "Osei:
27,318" in an earlier one answer one question. "By 31 votes to 14" and "voted 31 to 13" tell one
result, of which one outlet has another number; by themselves 14 and 13 votes may be of anything.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Any, NamedTuple

import numpy as np

from analysis.compare.quantities.contradicted import contradict
from analysis.compare.quantities.pair_tests import differ
from analysis.compare.quantities.statements import Statements

__all__ = ["vote_pairs"]

_VOTES = "vote"
_WON = ("vote", "seat")
_OF_PARTIES = frozenset(
    "party alliance front union movement democrats coalition league bloc group list".split()
)
_BOTH = 2  # numbers of a result
_CHARACTERS_BETWEEN = 25  # "31 votes to 14", "31 for and 14 against"


class _Vote(NamedTuple):
    row: int
    start: int
    amount: float


class _Result(NamedTuple):
    """A vote that a sentence tells: for, and against."""

    article_id: str
    for_it: _Vote
    against: _Vote


def vote_pairs(statements: Statements) -> list[tuple[int, int]]:
    """
    Return pairs of statements that tell one side of one vote.

    Parameters
    ----------
    statements : Statements

    Returns
    -------
    list of (int, int)
        Of two articles whose sentences tell two counts of votes beside each other, of which the
        first or the second is the same; and the first votes, and the first share of them, of a
        candidate or party in each article of one event, unless they say that they are of two
        things or their sentences name other places.
    """
    found = _of_candidates(statements)
    measured = statements.rows["measured"].tolist()
    for results in _results(statements).values():
        for one, other in combinations(results, 2):
            if one.article_id != other.article_id and _is_one_vote(one, other):
                found.append((one.for_it.row, other.for_it.row))
                found.append((one.against.row, other.against.row))
    # "41% of the vote, 412 votes ahead" and "41% and Labour 39%": no share is a count
    return [(one, other) for one, other in found if measured[one] == measured[other]]


def _of_candidates(statements: Statements) -> list[tuple[int, int]]:
    """Return the first votes of each candidate in a story with those in the other articles."""
    rows: Any = statements.rows
    is_vote = rows["noun"].isin(_WON) & rows["amount"].notna() & rows["whose"].notna()
    votes = rows.loc[is_vote.to_numpy(bool), ["story", "article_id", "measured", "noun", "whose"]]
    surname = [_key(str(whose)) for whose in votes["whose"]]
    first_told = votes.assign(surname=surname).drop_duplicates(
        ["story", "article_id", "measured", "noun", "surname"]
    )
    keys = ["story", "measured", "noun", "surname"]
    groups = first_told.groupby(keys, sort=True).groups.values()
    pairs = [(int(group[0]), int(row)) for group in groups for row in group[1:]]
    if not pairs:
        return []
    first, second = np.array(pairs, dtype=int).T
    kept = ~contradict(statements, first, second)
    kept &= ~differ(rows["event_id"], first, second)  # a primary of another day
    kept &= ~_are_of_other_places(rows, first, second)
    return list(zip(first[kept].tolist(), second[kept].tolist(), strict=True))


def _are_of_other_places(rows: Any, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return pairs whose sentences name places, and no common one: two states."""
    places = rows["places"].to_numpy()
    pairs = zip(places[first], places[second], strict=True)
    return np.array([bool(a and b and a.isdisjoint(b)) for a, b in pairs], dtype=bool)


def _key(whose: str) -> str:
    """Return a surname, or the last words of a party: "Civic Alliance" is no other alliance."""
    plain = re.sub(r"['’]s$|,?\s+(?:Jr|Sr)\.?$|\s+Party$", "", whose).casefold()
    words = plain.split() or [whose]
    n_words = 2 if words[-1].lower() in _OF_PARTIES else 1
    return " ".join(words[-n_words:])


def _is_one_vote(one: _Result, other: _Result) -> bool:
    """Return whether two results have one side in common."""
    is_for = one.for_it.amount == other.for_it.amount
    return is_for or one.against.amount == other.against.amount


def _results(statements: Statements) -> dict[int, list[_Result]]:
    """Return the votes of each story, by the sentences that tell two counts."""
    rows: Any = statements.rows
    told: dict[tuple[int, str, int], list[_Vote]] = defaultdict(list)
    is_vote = rows["noun"].eq(_VOTES) & rows["amount"].notna()
    columns = ["story", "article_id", "sentence_id", "start", "amount"]
    for row, *values in rows.loc[is_vote.to_numpy(bool), columns].itertuples():
        story, article_id, sentence_id, start, amount = values
        told[story, article_id, sentence_id].append(_Vote(row, start, amount))
    found: dict[int, list[_Result]] = defaultdict(list)
    for story, result in _beside_each_other(told):
        found[story].append(result)
    return found


def _beside_each_other(
    told: dict[tuple[int, str, int], list[_Vote]],
) -> Iterator[tuple[int, _Result]]:
    """Yield the sentences that tell two counts of votes, right beside each other."""
    for (story, article_id, _), votes in told.items():
        if len(votes) == _BOTH and votes[1].start - votes[0].start <= _CHARACTERS_BETWEEN:
            yield story, _Result(article_id, *votes)
