"""
Join rival counts of one thing: "36,000 according to police, over 200,000 according to organisers".

In: the statements of a story, their texts. Out: pairs of statements in one article that an outlet
puts beside each other as answers to the same question. By words and values alone such counts look
like different things, since they differ widely and the second one seldom repeats what is counted
("the company put the number at 900"). That they are rivals is said by grammar: other sources, and
words for a count.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from analysis.compare.quantities.contradicted import contradict
from analysis.compare.quantities.contrasted import contrasted_pairs
from analysis.compare.quantities.rival_pairs import (
    ANYBODY,
    LARGEST_RATIO,
    LEAD,
    POSTS,
    answers_the_toll,
    are_of_two_extents,
    are_rivals,
    counts_the_same,
    have_two_sources,
    is_of_event,
    ratio,
    source,
)
from analysis.compare.quantities.rival_words import (
    CHARACTERS,
    PART_OF_TOTAL_BEFORE,
    PARTICIPANTS,
    REAL_FIGURE,
    TOTAL_BEFORE,
    counts_a_crowd,
    is_of_loss,
    takes_part,
)
from analysis.compare.quantities.scenes import attack_scenes
from analysis.compare.quantities.sides import ENEMY
from analysis.compare.quantities.statements import Statements
from analysis.compare.quantities.within_article import (
    APART,
    LEAST_PROBABILITY,
    NO_PAIRS,
    SURE,
    JudgedPairs,
)

__all__ = ["join_rivals", "rival_pairs"]

_READ = [
    *("article_id", "sentence_id", "start", "end", "measured", "amount", "counted", "noun"),
    *("outcome", "part_of", "scope", "source", "is_additional", "places", "sentence_text"),
    *("whose", "side", "is_in_hospital"),
]
_MOST_ADDENDS = 6  # rows around a number in which others of its sum are looked for
_MOST_BACK_TO_A_SUM = 200  # rows, more than a report has
_LEAD_WITH_TOLLS = 6  # sentences, from 0, in which another source may answer the opening toll
_TOLD_AT_ONCE = ("killed", "injured", "missing")
_TOLD_ONCE = ("rescued", "other")  # an event frees its captives but once
_FIGHTERS, _CIVILIANS = "fighters", "civilians"
_LEAD_WITH_LOSSES = 3  # sentences, from 0, in which a firm says what it cuts
_LEAD_WITH_POSTS = 20  # in which a report on a firm says how many posts it cuts
_MOST_ROWS_BETWEEN = 30  # a list in one sentence may have thousands of numbers
_MOST_OPENING_ROWS = 30
_MOST_ROWS_OF_CROWDS = 400
SENTENCES_BETWEEN = 1
SENTENCES_APART = 2  # where both say what they count


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
    first = 0  # row of the article
    for row, other in enumerate(records):
        if other["article_id"] != records[first]["article_id"]:
            first = row
        text = texts[other["article_id"]]
        if _is_addend(records, first, row):
            continue
        before = _answered_near(records, first, row, text)
        if before is None:
            before = _answered_by_a_crowd(records, first, row, text)
        if before is None:
            before = _answered_at_the_opening(records, first, row, text)
        if before is not None:
            yield before, row


def _is_addend(records: Sequence[Mapping[str, Any]], first: int, row: int) -> bool:
    """
    Return whether a number is a part of a sum: "three children and one adult" of a toll of four.

    The numbers of its sentence with the same outcome add up to one that the article states before.
    """
    other = records[row]
    if other["outcome"] is None:
        return False
    same = [
        record["amount"]
        for record in records[max(first, row - _MOST_ADDENDS) : row + _MOST_ADDENDS]
        if record["article_id"] == other["article_id"]
        and record["sentence_id"] == other["sentence_id"]
        and record["outcome"] == other["outcome"]
    ]
    if len(same) == 1:
        return False
    total = sum(same)
    return any(
        record["amount"] == total and record["outcome"] == other["outcome"]
        for record in records[max(first, row - _MOST_BACK_TO_A_SUM) : row]
    )


def _answered_near(
    records: Sequence[Mapping[str, Any]], first: int, row: int, text: str
) -> int | None:
    """Return the row of the statement near by that another one answers."""
    other = records[row]
    is_next, is_beside = True, True
    for before in range(row - 1, max(first, row - _MOST_ROWS_BETWEEN) - 1, -1):
        one = records[before]
        if not _is_near(one, other, SENTENCES_APART):
            return None
        if one["measured"] != other["measured"]:
            is_beside = False
            continue
        words_before = text[max(0, one["start"] - CHARACTERS) : one["start"]]
        if counts_the_same(one, other, text):
            if PART_OF_TOTAL_BEFORE.search(words_before):
                continue  # in "2,300 of its 2,800 workers" the first is the count
            return _opening_toll(records, first, before, row, text)
        if counts_a_crowd(other, text) and one["noun"] not in PARTICIPANTS:
            continue  # a turnout is none of tractors
        if not is_next or not _is_near(one, other, SENTENCES_BETWEEN):
            continue
        if TOTAL_BEFORE.search(words_before):
            continue
        if takes_part(other, text) and one["noun"] not in PARTICIPANTS:
            continue  # in "18,000 protesters and 4,200 tractors" the first is the count
        if (is_beside or source(one)) and are_rivals(one, other, text):
            return before
        is_next = False
    return None


def _answered_by_a_crowd(
    records: Sequence[Mapping[str, Any]], first: int, row: int, text: str
) -> int | None:
    """Return the row of the crowd that another source counts elsewhere in an article."""
    other = records[row]
    if not takes_part(other, text) and not counts_a_crowd(other, text):
        return None
    for before in range(row - 1, max(first, row - _MOST_ROWS_OF_CROWDS) - 1, -1):
        one = records[before]
        is_crowd = takes_part(one, text) or counts_a_crowd(one, text)
        if not is_crowd or one["measured"] != other["measured"]:
            continue
        if one["amount"] == other["amount"] or not have_two_sources(one, other):
            continue
        if are_of_two_extents(one, other):
            continue
        if ratio(one, other) <= LARGEST_RATIO and is_of_event(one) and is_of_event(other):
            return before
    return None


def _answered_at_the_opening(
    records: Sequence[Mapping[str, Any]], first: int, row: int, text: str
) -> int | None:
    """Return the row of the number that an article opens with, if a "real number" answers it."""
    other = records[row]
    before_it = text[max(0, other["start"] - CHARACTERS) : other["start"]]
    # "nine of its soldiers", and far below "14 Indian soldiers": who is counted is said
    is_sided = isinstance(other["side"], str)
    is_toll = other["outcome"] in _TOLD_AT_ONCE and (
        is_sided or other["sentence_id"] <= _LEAD_WITH_TOLLS
    )
    is_toll |= other["outcome"] in _TOLD_ONCE
    is_loss = other["outcome"] is None and is_of_loss(other, text)
    is_real = REAL_FIGURE.search(before_it) is not None
    if not (is_real or is_toll or is_loss):
        return None
    opening = _LEAD_WITH_LOSSES if is_loss else LEAD
    if is_loss and other["noun"] in POSTS:
        opening = _LEAD_WITH_POSTS
    for before in range(first, min(row, first + _MOST_OPENING_ROWS)):
        one = records[before]
        if one["sentence_id"] > (_LEAD_WITH_TOLLS if is_sided else opening):
            return None
        is_opening = one["measured"] == other["measured"] and one["outcome"] == other["outcome"]
        is_opening &= one["amount"] != other["amount"] and ratio(one, other) <= LARGEST_RATIO
        if is_toll and not is_real:
            is_opening &= answers_the_toll(one, other, text)
        if is_loss and not is_real:
            is_opening &= counts_the_same(one, other, text)
        if is_opening and source(one) != source(other) != "":
            return before
    return None


def _is_near(one: Mapping[str, Any], other: Mapping[str, Any], most: int) -> bool:
    return other["sentence_id"] - one["sentence_id"] <= most


def _opening_toll(
    records: Sequence[Mapping[str, Any]], first: int, near: int, row: int, text: str
) -> int:
    """Return the row of the toll that an article opens with, if a rival may answer that as well."""
    one, other = records[near], records[row]
    if one["outcome"] is None:
        return near
    found = near
    for before in range(min(near, first + _MOST_OPENING_ROWS) - 1, first - 1, -1):
        toll = records[before]
        is_opening = toll["sentence_id"] <= LEAD and toll["amount"] > one["amount"]
        is_opening &= toll["noun"] == one["noun"] or one["noun"] in (None, *ANYBODY)
        if is_opening and answers_the_toll(toll, other, text):
            found = before
    return found


def join_rivals(
    statements: Statements, group: np.ndarray, judged: JudgedPairs = NO_PAIRS
) -> np.ndarray:
    """
    Return the groups of statements with those of rival and of contrasted counts merged.

    Parameters
    ----------
    statements : Statements
    group : array of int
        Group of each row: the first row of the group. Not changed.
    judged : JudgedPairs
        Different numbers of one article. Those that are probable enough are joined beside the
        rivals that rules find, the most probable first.

    Returns
    -------
    array of int
        Rivals that say themselves that they are of different things stay apart, and so do groups
        which in other articles count those harmed in two attacks, groups that count the losses of
        two sides, groups of fighters and of civilians, and groups of which two numbers of one
        article are surely of two things (``APART``).
    """
    pairs = _pairs_to_join(statements, judged)
    if not len(pairs):
        return group.copy()
    merged = group.copy()
    scenes = attack_scenes(statements)
    articles = statements.rows["article_id"].to_numpy(object)
    kinds = statements.rows["group"].to_numpy(object)
    side = statements.rows["side"].where(statements.rows["side"].ne(ENEMY)).to_numpy(object)
    has_side = ~pd.isna(side)
    apart = np.array(judged.taken(judged.probability < APART), dtype=int)
    apart = apart.reshape(-1, 2)
    for row, other in pairs[~contradict(statements, pairs[:, 0], pairs[:, 1])]:
        low, high = sorted((int(merged[row]), int(merged[other])))
        elsewhere = articles != articles[row]
        attacks = [set(scenes[(merged == name) & elsewhere]) - {""} for name in (low, high)]
        sides = [set(side[(merged == name) & has_side]) for name in (low, high)]
        if any(all(two) and two[0].isdisjoint(two[1]) for two in (attacks, sides)):
            continue
        if _fight_and_do_not(set(kinds[merged == low]), set(kinds[merged == high])):
            continue
        if low != high and (np.sort(merged[apart], axis=1) == (low, high)).all(axis=1).any():
            continue
        merged[merged == high] = low
    return merged


def _fight_and_do_not(one: set[str | None], other: set[str | None]) -> bool:
    """Return whether one of two groups is of fighters alone, and the other of civilians too."""
    return any(
        kinds == {_FIGHTERS} and _CIVILIANS in rest for kinds, rest in ((one, other), (other, one))
    )


def _pairs_to_join(statements: Statements, judged: JudgedPairs) -> np.ndarray:
    """Return the rivals of the rules and of the model, shape (n_pairs, 2), likeliest first."""
    by_rule = [*rival_pairs(statements.rows, statements.texts), *contrasted_pairs(statements)]
    found = dict.fromkeys(by_rule, 1.0)  # a rule decides of numbers that are not judged
    every = judged.taken(np.arange(len(judged.first)))
    p_of = dict(zip(every, judged.probability.tolist(), strict=True))
    found |= {pair: p_of[pair] for pair in by_rule if pair in p_of}
    found |= {pair: p for pair, p in p_of.items() if p >= SURE}
    kept = [pair for pair, p in found.items() if p >= LEAST_PROBABILITY]
    kept.sort(key=lambda pair: (-found[pair], pair))
    return np.array(kept, dtype=int).reshape(-1, 2)
