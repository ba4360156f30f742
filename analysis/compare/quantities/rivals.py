"""
Join rival counts of one thing: "36,000 according to police, over 200,000 according to organisers".

In: the statements of a story, their texts. Out: pairs of statements in one article that an outlet
puts beside each other as answers to the same question. By words and values alone such counts look
like different things, since they differ widely and the second one seldom repeats what is counted
("the company put the number at 900"). That they are rivals is said by grammar: other sources, and
words for a count.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd

from analysis.compare.quantities.barred import contradict
from analysis.compare.quantities.statements import Statements

__all__ = ["join_rivals", "rival_pairs"]

SENTENCES_BETWEEN = 1
_READ = [
    *("article_id", "sentence_id", "start", "end", "measured", "amount", "counted", "noun"),
    *("outcome", "part_of", "scope", "source"),
]
_CHARACTERS = 70
_LARGEST_RATIO = 50  # between two counts of one thing, however far apart their sources are

_ANY_CASE = re.VERBOSE | re.IGNORECASE
_COUNT_NOUN = (
    "(?:number|figure|crowd|turnout|toll|total|count|tally|estimate|attendance|numbers|figures)"
)
# Nouns, as lemmas, of people who can take part in something.
_PARTICIPANTS = frozenset(
    """
    person people man woman protester protestor demonstrator marcher supporter striker worker
    employee farmer student pupil teacher nurse doctor miner fan voter member resident villager
    citizen mourner worshipper pilgrim visitor spectator guest driver trader activist follower
    volunteer delegate
    """.split()
)
# "The company put the number at [900]", "police counted [36,000]", "organisers spoke of [200,000]".
_COUNTED_BEFORE = re.compile(
    rf"""
    (?: \b(?:put|puts|putting|set|sets|placed|estimate[sd]?|gave|gives|said|says)\s+
          (?: (?:the|its|their|that)\s+(?:\w+\s+)?{_COUNT_NOUN}\s+(?:at|was|is|to\s+be|as|of)
            | (?:it|them)\s+(?:at|was|to\s+be) | (?:they\s+(?:were|had)|it\s+was|there\s+were) )
      | \b(?:count(?:s|ed)?|spoke\s+of|speaks\s+of|estimate[sd]?|cit(?:es|ed)|claim(?:s|ed))
    )\s+(?:only\s+|just\s+)?(?:[\w-]+\s+){{0,3}}$
    """,
    _ANY_CASE,
)
# "More than double the official figure of [52]".
_FIGURE_OF = re.compile(
    rf"\b(?:than|double|twice|triple|half|times)\s+(?:the\s+|its\s+|their\s+)?(?:[\w’'-]+\s+){{1,3}}{_COUNT_NOUN}"
    r"\s+of\s+$",
    _ANY_CASE,
)
# "More than last year's toll of [52]" is of another year.
_EARLIER_FIGURE = re.compile(
    r"\b(?:last|previous|earlier|former|initial|first|year|month|week|season|day|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday)(?:['’]s|s['’])?\s",
    re.IGNORECASE,
)
# "[140,000] according to an independent monitor".
_SOURCE_AFTER = re.compile(
    r"\s*,?\s*(?:[\w-]+\s+){0,2}?(?:,\s*)?(?:according\s+to|by\s+the\s+count\s+of|on\s+the\s+count\s+of)\b",
    _ANY_CASE,
)
_TOOK_PART_AFTER = re.compile(
    r"""
    (?:\s+(?!and\b|or\b)[\w’'-]+){0,3}?\s+(?:had\s+|have\s+|were\s+|was\s+)?
    (?:took\s+part|taken\s+part|taking\s+part|marched|protested|demonstrated|rallied|gathered
      |attended|joined|came|turned\s+out|walked\s+out|struck|on\s+strike|showed\s+up|took\s+to)\b
    """,
    _ANY_CASE,
)
_TOTAL_BEFORE = re.compile(
    r"\b(?:hold|holds|held|seats?|capacity\s+of|room\s+for|permit\s+for|licen[cs]ed\s+for)\s+$|\b(?:of|out\s+of)\s+(?:(?:the|its|their|his|her|all)\s+)?(?:[\w’'-]+\s+){0,3}$",
    _ANY_CASE,
)
_SAME_AGAIN_BETWEEN = re.compile(r"[,;]|\b(?:and|but|while|whereas|or)\b", _ANY_CASE)


def rival_pairs(rows: pd.DataFrame, texts: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """
    Yield the rows of two statements of one article that are rival counts of one thing.

    Parameters
    ----------
    rows : DataFrame
        Of ``Statements``, in reading order. Not changed.
    texts : mapping of str to str
        Text of each article.

    Yields
    ------
    (int, int)
        The first row is stated first. Both have numbers of one dimension and differ in value and
        source; the second repeats no other noun than a word for a count.
    """
    read: Any = rows[_READ]  # columns are known
    records: list[dict[str, Any]] = read.to_dict("records")
    for row, other in enumerate(records):
        text = texts[other["article_id"]]
        for before in range(row - 1, -1, -1):
            one = records[before]
            if not _is_near(one, other):
                break
            if _TOTAL_BEFORE.search(text[max(0, one["start"] - _CHARACTERS) : one["start"]]):
                continue  # in "2,300 of its 2,800 workers" the first is the count
            if _takes_part(other, text) and one["noun"] not in _PARTICIPANTS:
                continue  # in "18,000 protesters and 4,200 tractors" the first is the count
            if _are_rivals(one, other, text):
                yield before, row
            break


def _is_near(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    if one["article_id"] != other["article_id"]:
        return False
    return other["sentence_id"] - one["sentence_id"] <= SENTENCES_BETWEEN


def _are_rivals(one: Mapping[str, Any], other: Mapping[str, Any], text: str) -> bool:
    """Return whether the second of two neighbouring statements answers the first."""
    if one["measured"] != other["measured"] or one["amount"] == other["amount"]:
        return False
    if pd.isna(one["amount"]) or pd.isna(other["amount"]):
        return False
    low, high = sorted((abs(one["amount"]), abs(other["amount"])))
    if high > _LARGEST_RATIO * low:
        return False
    takes_part = _takes_part(other, text)
    if _has_own_noun(other) and not takes_part:
        return False
    if one["part_of"] is not None or other["part_of"] is not None:
        return False
    if (one["outcome"] is None) != (other["outcome"] is None):
        return False
    if not _is_of_event(one) or not _is_of_event(other):
        return False
    before = text[max(0, other["start"] - _CHARACTERS) : other["start"]]
    if _FIGURE_OF.search(before):
        return not _EARLIER_FIGURE.search(before)
    if _source(one) == _source(other) or not _source(other):
        return False
    if takes_part and not _source(one):
        return False
    if takes_part or _COUNTED_BEFORE.search(before):
        return True
    between = text[one["end"] : other["start"]]
    both_sourced = _SOURCE_AFTER.match(text, one["end"]) and _SOURCE_AFTER.match(text, other["end"])
    return bool(both_sourced and _SAME_AGAIN_BETWEEN.search(between))


def _has_own_noun(statement: Mapping[str, Any]) -> bool:
    """Return whether a statement says what it counts, in other words than "the number"."""
    counted = statement["counted"]
    if counted is None or statement["outcome"] is not None:
        return False
    return re.search(rf"\b{_COUNT_NOUN}\b", counted, re.IGNORECASE) is None


def _takes_part(statement: Mapping[str, Any], text: str) -> bool:
    """Return whether a statement counts people who marched, struck or came."""
    if statement["outcome"] is not None or not _can_take_part(statement):
        return False
    return _TOOK_PART_AFTER.match(text, statement["end"]) is not None


def _can_take_part(statement: Mapping[str, Any]) -> bool:
    """Return whether a statement counts people, or does not say whom."""
    return statement["counted"] is None or statement["noun"] in _PARTICIPANTS


def _is_of_event(statement: Mapping[str, Any]) -> bool:
    """Return whether a statement is of the event: last year's toll is no rival of this one's."""
    return statement["scope"] in (None, "event")


def _source(statement: Mapping[str, Any]) -> str:
    return str(statement["source"] or "").lower()


def join_rivals(statements: Statements, group: np.ndarray) -> np.ndarray:
    """
    Return the groups of statements with those of rival counts merged.

    Parameters
    ----------
    statements : Statements
    group : array of int
        Group of each row: the first row of the group. Not changed.

    Returns
    -------
    array of int
        Rivals that say themselves that they are of different things stay apart.
    """
    pairs = np.array(list(rival_pairs(statements.rows, statements.texts)), dtype=int).reshape(-1, 2)
    if not len(pairs):
        return group.copy()
    first, second = pairs[:, 0], pairs[:, 1]
    merged = group.copy()
    for row, other in pairs[~contradict(statements, first, second)]:
        low, high = sorted((int(merged[row]), int(merged[other])))
        merged[merged == high] = low
    return merged
