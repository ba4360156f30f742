"""
Join the numbers that stand at one place of two lists: "R$3.2 million in cash, 27 vehicles, four
aircraft" and "R$2.3 million in cash, 27 cars, four planes".

In: the statements of a story. Out: pairs of rows. By value the two sums are of two things; that all
else in the two sentences is equal tells that one outlet, or its source, has another number.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any, NamedTuple

import numpy as np

from analysis.compare.quantities.barred import barred
from analysis.compare.quantities.statements import Statements

__all__ = ["aligned_pairs"]

_LEAST_SHARED = 2  # other numbers that both sentences state
_LARGEST_RATIO = 10  # between two numbers of one thing
_MOST_SENTENCES = 400  # of a story; in a longer one, only the first are compared
_MOST_NUMBERS = 30  # of a sentence; a longer one is a table

_Sentence = tuple[str, int]


class _Number(NamedTuple):
    row: int
    measured: str
    amount: float
    noun: str | None
    outcome: str | None


def aligned_pairs(statements: Statements) -> list[tuple[int, int]]:
    """
    Return pairs of statements that differ in two sentences whose other numbers are the same.

    Parameters
    ----------
    statements : Statements

    Returns
    -------
    list of (int, int)
        Of two articles; both count or measure the same noun, or the same harm, alone in their
        sentences, differ by ten times at most, and are not barred. Two numbers, at least, are in
        both sentences.
    """
    found = list(_pairs(statements))
    if not found:
        return []
    first, second = np.array(found, dtype=int).T
    kept = ~barred(statements, first, second)
    return list(zip(first[kept].tolist(), second[kept].tolist(), strict=True))


def _pairs(statements: Statements) -> Iterator[tuple[int, int]]:
    for sentences in _sentences_by_story(statements).values():
        for one, other in combinations(list(sentences)[:_MOST_SENTENCES], 2):
            if one[0] != other[0]:
                yield from _aligned(sentences[one], sentences[other])


def _sentences_by_story(statements: Statements) -> dict[int, dict[_Sentence, list[_Number]]]:
    """Return the sentences of each story that state three numbers or more."""
    rows: Any = statements.rows
    names = ["story", "article_id", "sentence_id", "measured", "amount", "noun", "outcome"]
    found: dict[int, dict[_Sentence, list[_Number]]] = defaultdict(lambda: defaultdict(list))
    for row, record in rows.loc[rows["amount"].notna(), names].to_dict("index").items():
        sentence = record["article_id"], record["sentence_id"]
        number = _Number(row, *(record[name] for name in names[3:]))
        found[record["story"]][sentence].append(number)
    return {
        story: {
            sentence: numbers
            for sentence, numbers in sentences.items()
            if _LEAST_SHARED < len(numbers) <= _MOST_NUMBERS
        }
        for story, sentences in found.items()
    }


def _aligned(one: Sequence[_Number], other: Sequence[_Number]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of two sentences that differ, where enough others are the same."""
    values = [{(number.measured, number.amount) for number in numbers} for numbers in (one, other)]
    shared = values[0] & values[1]
    if len(shared) < _LEAST_SHARED:
        return
    rest = [
        [number for number in numbers if (number.measured, number.amount) not in shared]
        for numbers in (one, other)
    ]
    for number in rest[0]:
        same = [candidate for candidate in rest[1] if _is_same_thing(number, candidate)]
        back = [candidate for candidate in rest[0] if _is_same_thing(candidate, number)]
        if len(same) == 1 and len(back) == 1:
            yield number.row, same[0].row


def _is_same_thing(one: _Number, other: _Number) -> bool:
    """Return whether two numbers count, or measure, what one noun or one harm names."""
    if one.measured != other.measured or one.outcome != other.outcome:
        return False
    if one.outcome is None and (one.noun is None or one.noun != other.noun):
        return False
    low, high = sorted((abs(one.amount), abs(other.amount)))
    return low > 0 and high / low <= _LARGEST_RATIO
