"""
Join rival counts of one thing: "36,000 according to police, over 200,000 according to organisers".

In: the statements of a story, their texts. Out: pairs of statements in one article that an outlet
puts beside each other as answers to the same question. By words and values alone such counts look
like different things, since they differ widely and the second one seldom repeats what is counted
("the company put the number at 900"). That they are rivals is said by grammar: other sources, and
words for a count.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from analysis.compare.quantities.barred import contradict, outcomes_agree
from analysis.compare.quantities.statements import Statements

__all__ = ["join_rivals", "rival_pairs"]

SENTENCES_BETWEEN = 1
_READ = [
    *("article_id", "sentence_id", "start", "end", "measured", "amount", "counted", "noun"),
    *(
        "outcome",
        "part_of",
        "scope",
        "source",
        "is_additional",
        "places",
        "sentence_text",
        "whose",
        "side",
    ),
]
_CHARACTERS = 70
_LEAD = 1  # sentences, from 0, in which an article states its toll
_SMALLEST_TOLL = 3  # "one in 20", "one person was counted twice"
_LEAD_WITH_TOLLS = 6  # sentences, from 0, in which another source may answer the opening toll
SENTENCES_APART = 2  # where both say what they count
_LARGEST_RATIO_OF_HARMED = 20
_LARGEST_RATIO_OF_NOUN = 1.5  # "3,000 workers" and "200 workers" are of two things
_LARGEST_RATIO_OF_LOSS = 3  # "to cut 3,100 jobs", "5,000 jobs would be lost"
_RATES = ("percent", "points")
_LARGEST_RATIO_OF_RATES = 10  # "turnout was 54 percent", "turnout had been 31 percent"
_SMALL_COUNT = 10  # below it, two numbers of one noun may well be of two things
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
_ANYBODY = frozenset("person people human victim casualty life death body other".split())
# A source that counts its own hurt does not count the others: "three officers", "25 people".
_ON_DUTY = frozenset(
    """
    officer policeman soldier trooper troop guard firefighter agent rebel militant fighter gunman
    insurgent terrorist militiaman serviceman
    """.split()
)
# People whom one may call by another's word, but for their age and sex, which tell parts.
_CIVILIANS = _PARTICIPANTS - {"man", "woman", "member"} | {
    "civilian",
    "passenger",
    "aspirant",
    "picket",
}
_SMALL_WORDS = frozenset(
    """
    the a an of for in at on and or to by from with its his her their some many official officials
    source sources spokesman spokeswoman spokesperson head chief
    """.split()
)
# "The company put the number at [900]", "police counted [36,000]", "organisers spoke of [200,000]".
_COUNTED_BEFORE = re.compile(
    rf"""
    (?: \b(?:put|puts|putting|set|sets|placed|estimate[sd]?|gave|gives|said|says|say)\s+
          (?: (?:the|its|their|that)\s+(?:\w+\s+)?{_COUNT_NOUN}\s+(?:at|was|is|to\s+be|as|of)
            | (?:it|them)\s+(?:at|was|to\s+be)
            | (?:they\s+(?:were|had)|it\s+(?:was|is)|there\s+were) )
      | \b(?:count(?:s|ed)?|spoke\s+of|speaks\s+of|estimate[sd]?|cit(?:es|ed)|claim(?:s|ed))
    )\s+(?:only\s+|just\s+)?(?:(?!that\b)[\w-]+\s+){{0,3}}[$€£¥₹]?$
    """,
    _ANY_CASE,
)
_BOTH_SIDES = re.compile(r"\b(?:both|all|either)\s+sides\b|\beach\s+side\b", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\bthere\b(?!\s+(?:was|were|is|are|had|have)\b)", re.IGNORECASE)
# "The missing included [eight] children": a part of others.
_PART_BEFORE = re.compile(
    r"\b(?:includ\w+|among|of\s+(?:them|whom|which|the\s+\w+))\b[^.;]*$"
    r"|\b(?:executing|executed|another|others?)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_LOSS = re.compile(
    r"\b(?:cut(?:s|ting)?|los[et]\w*|lost|losing|go|gone|axe[sd]?|shed(?:s|ding)?|eliminat\w+|destroy\w*"
    r"|burn\w*|damag\w+|clos(?:e[sd]?|ing)|shut|scrap\w*|laid\s+off|lay\s+off|at\s+risk)\b",
    re.IGNORECASE,
)
_NEXT_TO = 35  # characters
_CLAUSE_END = re.compile(r"[.;!?]\s|\n")
# "The real toll was more than [40]" answers the number with which an article opens.
_REAL_FIGURE = re.compile(
    rf"\b(?:real|true|actual)\s+{_COUNT_NOUN}(?:\s+of\s+[\w-]+(?:\s+[\w-]+){{0,2}})?\s+(?:was|is|were|may\s+be|could\s+be)\s+"
    r"(?:[\w-]+\s+){0,3}$",
    _ANY_CASE,
)
_CROWD_BEFORE = re.compile(
    r"\b(?:crowd|turnout|attendance)\s+(?:at|was|is|to\s+be|as|of)\s+(?:[\w-]+\s+){0,3}$", _ANY_CASE
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
    first = 0  # row of the article
    for row, other in enumerate(records):
        if other["article_id"] != records[first]["article_id"]:
            first = row
        text = texts[other["article_id"]]
        before = _answered_near(records, row, text)
        if before is None:
            before = _answered_by_a_crowd(records, row, text)
        if before is None:
            before = _answered_at_the_opening(records, first, row, text)
        if before is not None:
            yield before, row


def _answered_near(records: Sequence[Mapping[str, Any]], row: int, text: str) -> int | None:
    """Return the row of the statement near by that another one answers."""
    other = records[row]
    is_next, is_beside = True, True
    for before in range(row - 1, -1, -1):
        one = records[before]
        if not _is_near(one, other, SENTENCES_APART):
            return None
        if one["measured"] != other["measured"]:
            is_beside = False
            continue
        if _counts_the_same(one, other, text):
            return _opening_toll(records, before, row, text)
        if _counts_a_crowd(other, text) and one["noun"] not in _PARTICIPANTS:
            continue  # a turnout is none of tractors
        if not is_next or not _is_near(one, other, SENTENCES_BETWEEN):
            continue
        if _TOTAL_BEFORE.search(text[max(0, one["start"] - _CHARACTERS) : one["start"]]):
            continue  # in "2,300 of its 2,800 workers" the first is the count
        if _takes_part(other, text) and one["noun"] not in _PARTICIPANTS:
            continue  # in "18,000 protesters and 4,200 tractors" the first is the count
        if (is_beside or _source(one)) and _are_rivals(one, other, text):
            return before
        is_next = False
    return None


def _answered_by_a_crowd(records: Sequence[Mapping[str, Any]], row: int, text: str) -> int | None:
    """Return the row of the crowd that another source counts elsewhere in an article."""
    other = records[row]
    if not _takes_part(other, text) and not _counts_a_crowd(other, text):
        return None
    for before in range(row - 1, -1, -1):
        one = records[before]
        if one["article_id"] != other["article_id"]:
            return None
        is_crowd = _takes_part(one, text) or _counts_a_crowd(one, text)
        if not is_crowd or one["measured"] != other["measured"]:
            continue
        if one["amount"] == other["amount"] or not _have_two_sources(one, other):
            continue
        if _ratio(one, other) <= _LARGEST_RATIO and _is_of_event(one) and _is_of_event(other):
            return before
    return None


def _answered_at_the_opening(
    records: Sequence[Mapping[str, Any]], first: int, row: int, text: str
) -> int | None:
    """Return the row of the number that an article opens with, if a "real number" answers it."""
    other = records[row]
    before_it = text[max(0, other["start"] - _CHARACTERS) : other["start"]]
    is_toll = other["outcome"] == "killed" and other["sentence_id"] <= _LEAD_WITH_TOLLS
    is_loss = other["outcome"] is None and _is_of_loss(other, text)
    is_real = _REAL_FIGURE.search(before_it) is not None
    if not (is_real or is_toll or is_loss):
        return None
    for before in range(first, row):
        one = records[before]
        if one["sentence_id"] > _LEAD:
            return None
        is_opening = one["measured"] == other["measured"] and one["outcome"] == other["outcome"]
        is_opening &= one["amount"] != other["amount"] and _ratio(one, other) <= _LARGEST_RATIO
        if is_toll and not is_real:
            is_opening &= _answers_the_toll(one, other, text)
        if is_loss and not is_real:
            is_opening &= _counts_the_same(one, other, text)
        if is_opening and _source(one) != _source(other) != "":
            return before
    return None


def _is_near(one: Mapping[str, Any], other: Mapping[str, Any], most: int) -> bool:
    if one["article_id"] != other["article_id"]:
        return False
    return other["sentence_id"] - one["sentence_id"] <= most


def _opening_toll(records: Sequence[Mapping[str, Any]], near: int, row: int, text: str) -> int:
    """Return the row of the toll that an article opens with, if a rival may answer that as well."""
    one, other = records[near], records[row]
    if one["outcome"] is None:
        return near
    found = near
    for before in range(near - 1, -1, -1):
        toll = records[before]
        if toll["article_id"] != other["article_id"]:
            break
        is_opening = toll["sentence_id"] <= _LEAD and toll["amount"] > one["amount"]
        is_opening &= toll["noun"] == one["noun"] or one["noun"] in (None, *_ANYBODY)
        if is_opening and _answers_the_toll(toll, other, text):
            found = before
    return found


def _answers_the_toll(one: Mapping[str, Any], other: Mapping[str, Any], text: str) -> bool:
    """Return whether a number far from an opening toll is another count of all those killed."""
    if min(one["amount"], other["amount"]) < _SMALLEST_TOLL or not _may_be_one_side(one, other):
        return False
    if other["places"] and not one["places"]:
        return False
    return _counts_the_same(one, other, text)


def _counts_the_same(one: Mapping[str, Any], other: Mapping[str, Any], text: str) -> bool:
    """Return whether another source gives another number of the same noun, or of the same harm."""
    if one["measured"] != other["measured"]:
        return False
    if pd.isna(one["amount"]) or pd.isna(other["amount"]) or one["amount"] == other["amount"]:
        return False
    if one["part_of"] or other["part_of"]:
        return False
    is_own = not _source(one) and one["sentence_id"] <= _LEAD
    is_of_loss = _is_of_loss(one, text) and _is_of_loss(other, text)
    is_answer = is_own and is_of_loss and _source(other)  # what the outlet says in its own voice
    if not (is_answer or _have_two_sources(one, other) or _both_sourced(one, other, text)):
        return False
    if not _is_of_event(one) or not _is_of_event(other) or other["is_additional"]:
        return False
    if one["places"] and other["places"] and one["places"].isdisjoint(other["places"]):
        return False
    if one["places"] and not other["places"] and _ELSEWHERE.search(other["sentence_text"]):
        return False
    before = text[max(0, other["start"] - _CHARACTERS) : other["start"]]
    if _PART_BEFORE.search(before):
        return False
    if one["outcome"] is not None or other["outcome"] is not None:
        is_same = one["outcome"] == other["outcome"] and _may_be_one_side(one, other)
        is_same &= _same_people(one, other)
        return is_same and _ratio(one, other) <= _LARGEST_RATIO_OF_HARMED
    is_counted_so = _COUNTED_BEFORE.search(
        text[max(0, other["start"] - _CHARACTERS) : other["start"]]
    )
    largest = _LARGEST_RATIO_OF_NOUN
    if one["measured"] in _RATES and not _have_two_owners(one, other):
        largest = _LARGEST_RATIO_OF_RATES
    elif is_counted_so:
        largest = _LARGEST_RATIO
    elif is_of_loss:
        largest = _LARGEST_RATIO_OF_LOSS
    return _same_noun(one, other) and _ratio(one, other) <= largest


def _is_of_loss(statement: Mapping[str, Any], text: str) -> bool:
    """Return whether a verb of loss stands next to a number and what it counts."""
    before = text[max(0, statement["start"] - _NEXT_TO) : statement["start"]]
    after = text[statement["end"] : statement["end"] + _NEXT_TO]
    own = f"{_CLAUSE_END.split(before)[-1]} {_CLAUSE_END.split(after)[0]}"
    return _LOSS.search(own) is not None


def _have_two_owners(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Return whether two numbers are said to be of two owners: Acme's sales, Bolt's sales."""
    owners = [frozenset((row["whose"] or "").lower().split()) for row in (one, other)]
    return all(owners) and owners[0].isdisjoint(owners[1])


def _have_two_sources(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Return whether both have a source, and no word in common but articles and such."""
    first, second = _source_stems(one), _source_stems(other)
    return bool(first and second and first.isdisjoint(second))


def _source_stems(statement: Mapping[str, Any]) -> frozenset[str]:
    words = re.findall(r"[\w’'-]+", _source(statement))
    return frozenset(word for word in words if word not in _SMALL_WORDS)


def _ratio(one: Mapping[str, Any], other: Mapping[str, Any]) -> float:
    low, high = sorted((abs(one["amount"]), abs(other["amount"])))
    return high / low if low else float("inf")


def _same_people(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Return whether two statements count people by one noun, or one by a word for anybody."""
    nouns = one["noun"], other["noun"]
    if nouns[0] == nouns[1]:
        return True
    if all(noun in _CIVILIANS for noun in nouns):
        return True
    named = [noun for noun in nouns if noun is not None and noun not in _ANYBODY]
    return len(named) < len(nouns) and not (named and named[0] in _ON_DUTY)


def _same_noun(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Return whether two statements count, or measure, what one noun names."""
    if one["noun"] is None or other["noun"] is None:
        return False
    return one["noun"] == other["noun"]


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
    if not outcomes_agree(one["outcome"], other["outcome"]):
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
    return _both_sourced(one, other, text)


def _both_sourced(one: Mapping[str, Any], other: Mapping[str, Any], text: str) -> bool:
    """Return whether a source follows both: "[36] according to police, [200] according to us"."""
    between = text[one["end"] : other["start"]]
    is_after = _SOURCE_AFTER.match(text, one["end"]) and _SOURCE_AFTER.match(text, other["end"])
    return bool(is_after and _SAME_AGAIN_BETWEEN.search(between))


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


def _counts_a_crowd(statement: Mapping[str, Any], text: str) -> bool:
    """Return whether a number is one of a crowd: "organisers put the turnout at [20,000]"."""
    before = text[max(0, statement["start"] - _CHARACTERS) : statement["start"]]
    return statement["outcome"] is None and _CROWD_BEFORE.search(before) is not None


def _can_take_part(statement: Mapping[str, Any]) -> bool:
    """Return whether a statement counts people, or does not say whom."""
    return statement["counted"] is None or statement["noun"] in _PARTICIPANTS


def _is_of_event(statement: Mapping[str, Any]) -> bool:
    """Return whether a statement is of the event: last year's toll is no rival of this one's."""
    return statement["scope"] in (None, "event")


def _may_be_one_side(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Return whether a second number is not one of other people, or of both sides."""
    sides = _side(one), _side(other)
    if _BOTH_SIDES.search(other["sentence_text"]):
        return False
    return sides[1] is None or sides[0] == sides[1]


def _side(statement: Mapping[str, Any]) -> str | None:
    """Return whose people a statement counts; None where no word tells."""
    side = statement["side"]
    return side if isinstance(side, str) else None


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
