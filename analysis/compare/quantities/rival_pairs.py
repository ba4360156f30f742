"""
Tell whether two statements of one article are rival counts of one thing.

In: two statements, and the text. Out: truth values. They have two sources and one noun, or one
harm, and no word says that they are of two places, two sides, a part, or another time. Which
statements are compared is told in ``rivals``.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import pandas as pd

from analysis.compare.quantities.contradicted import outcomes_agree
from analysis.compare.quantities.named_places import NATIONAL
from analysis.compare.quantities.rival_words import (
    BOTH_SIDES,
    CHARACTERS,
    COUNTED_BEFORE,
    EARLIER_FIGURE,
    ELSEWHERE,
    FIGURE_OF,
    PART_BEFORE,
    PARTICIPANTS,
    both_sourced,
    has_own_noun,
    is_of_loss,
    is_said_alone,
    takes_part,
    takes_part_alone,
)
from analysis.core import paths

__all__ = [
    "ANYBODY",
    "LARGEST_RATIO",
    "LEAD",
    "POSTS",
    "answers_the_toll",
    "are_of_two_extents",
    "are_rivals",
    "counts_the_same",
    "have_two_sources",
    "is_of_event",
    "ratio",
    "source",
]

LEAD = 2  # sentences, from 0, in which an article states its toll, with its headline and a byline
_SMALLEST_TOLL = 3  # "one in 20", "one person was counted twice"
_LARGEST_RATIO_OF_HARMED = 20
_LARGEST_RATIO_OF_NOUN = 1.5  # "3,000 workers" and "200 workers" are of two things
_LARGEST_RATIO_OF_LOSS = 3  # "to cut 3,100 jobs", "5,000 jobs would be lost"
_LONGEST_SENTENCE = 250  # characters before a number
_RATES = ("percent", "points")
_LIVING = ("ill", "injured")
_LARGEST_RATIO_OF_RATES = 10  # "turnout was 54 percent", "turnout had been 31 percent"
LARGEST_RATIO = 50  # between two counts of one thing, however far apart their sources are
ANYBODY = frozenset("person people human victim casualty life death body other".split())
# A source that counts its own hurt does not count the others: "three officers", "25 people".
_ON_DUTY = frozenset(
    """
    officer policeman soldier trooper troop guard firefighter agent rebel militant fighter gunman
    insurgent terrorist militiaman serviceman
    """.split()
)
# People whom one may call by another's word, but for their age and sex, which tell parts.
_CIVILIANS = PARTICIPANTS - {"man", "woman", "member"} | {
    "civilian",
    "passenger",
    "aspirant",
    "picket",
}
# "A monitor said", and then "the Observatory": one source by two names.
_MONITOR = "monitor"
_MONITORS = frozenset(
    "monitor monitors monitoring observatory observatorys observatory's observers watchdog".split()
)
# "Sources said that 23 were buried there"
_BURIED_AFTER = re.compile(
    r"(?:\s+[\w-]+){0,3}?\s+(?:were|was|had\s+been|have\s+been)\s+(?:buried|laid\s+to\s+rest)\b",
    re.IGNORECASE,
)
POSTS = frozenset("job post position role".split())  # that a firm cuts
_TROOPS = frozenset("soldier serviceman servicewoman troop trooper recruit conscript".split())
# "Two members wanted to leave the rate at 6.5%" reports no rate.
_WANTED_BEFORE = re.compile(
    r"\b(?:want(?:s|ed)?|prefer(?:s|red)?|favou?r(?:s|ed)?|propos(?:e[sd]?|ing)|demand(?:s|ed|ing)?"
    r"|call(?:s|ed|ing)?\s+for|urg(?:e[sd]?|ing)|ask(?:s|ed)?\s+for|seek(?:s|ing)?|sought"
    r"|vot(?:e[sd]?|ing)\s+(?:to|for)|argue[sd]?\s+for|back(?:s|ed))\b[^.;]*$",
    re.IGNORECASE,
)
# A number of something further, or of before.
_FURTHER_BEFORE = re.compile(
    r"\b(?:also|another|separate(?:ly)?|elsewhere|earlier|meanwhile|alone|further)\b[^.;]*$",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset(
    """
    the a an of for in at on and or to by from with its his her their some many official officials
    source sources spokesman spokeswoman spokesperson head chief
    """.split()
)


def answers_the_toll(one: Mapping[str, Any], other: Mapping[str, Any], text: str) -> bool:
    """Return whether a number far from an opening toll is another count of all those killed."""
    if min(one["amount"], other["amount"]) < _SMALLEST_TOLL or not _may_be_one_side(one, other):
        return False
    if other["places"] and not one["places"]:
        return False
    return counts_the_same(one, other, text)


def counts_the_same(one: Mapping[str, Any], other: Mapping[str, Any], text: str) -> bool:
    """Return whether another source gives another number of the same noun, or of the same harm."""
    if one["measured"] != other["measured"]:
        return False
    if pd.isna(one["amount"]) or pd.isna(other["amount"]) or one["amount"] == other["amount"]:
        return False
    if one["part_of"] or other["part_of"]:
        return False
    is_own = not source(one) and (one["sentence_id"] <= LEAD or one["noun"] in POSTS)
    of_loss = is_of_loss(one, text) and is_of_loss(other, text)
    is_answer = is_own and of_loss and source(other)  # what the outlet says in its own voice
    if not (is_answer or have_two_sources(one, other) or both_sourced(one, other, text)):
        return False
    if not is_of_event(one) or not is_of_event(other) or other["is_additional"]:
        return False
    if one["places"] and other["places"] and one["places"].isdisjoint(other["places"]):
        return False
    if one["places"] and not other["places"] and ELSEWHERE.search(other["sentence_text"]):
        return False
    if other["noun"] in POSTS and other["places"] and not one["places"]:
        return False  # "850 are at stake in Karsk"
    before = text[max(0, other["start"] - CHARACTERS) : other["start"]]
    if PART_BEFORE.search(before) or _WANTED_BEFORE.search(before):
        return False
    if one["outcome"] is not None or other["outcome"] is not None:
        return _count_the_same_harm(one, other, text)
    is_counted_so = COUNTED_BEFORE.search(before) or is_said_alone(other, text)
    largest = _LARGEST_RATIO_OF_NOUN
    if one["measured"] in _RATES and not _have_two_owners(one, other):
        largest = _LARGEST_RATIO_OF_RATES
    elif is_counted_so:
        largest = LARGEST_RATIO
    elif of_loss:
        largest = _LARGEST_RATIO_OF_LOSS
    return _same_noun(one, other) and ratio(one, other) <= largest


def _count_the_same_harm(one: Mapping[str, Any], other: Mapping[str, Any], text: str) -> bool:
    """Return whether two counts of the harmed may be of the same people, who came to one harm."""
    if one["outcome"] != other["outcome"] or not _may_be_one_side(one, other):
        return False
    if not _same_people(one, other) or not _may_be_one_place(one, other, text):
        return False
    if any(_is_burial(row, text) for row in (one, other)):
        return False
    # "12 died in hospital" is a rival of "27 died"
    if one["outcome"] in _LIVING and one["is_in_hospital"] != other["is_in_hospital"]:
        return False
    return ratio(one, other) <= _LARGEST_RATIO_OF_HARMED


def _is_burial(statement: Mapping[str, Any], text: str) -> bool:
    """Return whether people are told as buried, which is no count of those who died."""
    is_killed = statement["outcome"] == "killed"
    return is_killed and _BURIED_AFTER.match(text, statement["end"]) is not None


def _have_two_owners(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Return whether two numbers are said to be of two owners: Acme's sales, Bolt's sales."""
    owners = [frozenset((row["whose"] or "").lower().split()) for row in (one, other)]
    return all(owners) and owners[0].isdisjoint(owners[1])


def have_two_sources(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """
    Return whether both have a source, and no word in common but articles and such.

    "The Indian Army" and "an Indian official" have but their nation in common, and are two.
    """
    first, second = _source_stems(one), _source_stems(other)
    if not first or not second:
        return False
    common = first & second
    if not common:
        return True
    return common <= _nationalities() and common != first and common != second


@lru_cache(maxsize=1)
def _nationalities() -> frozenset[str]:
    """Return the adjectives of countries, in lower case."""
    table = pd.read_csv(paths.GAZETTEER / "parties.csv", dtype="str")
    is_adjective = table["kind"].eq("country") & table["form"].eq("adjective")
    return frozenset(table.loc[is_adjective, "words"].str.lower())


def _source_stems(statement: Mapping[str, Any]) -> frozenset[str]:
    words = re.findall(r"[\w’'-]+", source(statement))
    return frozenset(_MONITOR if word in _MONITORS else word for word in words) - _SMALL_WORDS


def ratio(one: Mapping[str, Any], other: Mapping[str, Any]) -> float:
    """Return how many times the smaller of two numbers the larger is."""
    low, high = sorted((abs(one["amount"]), abs(other["amount"])))
    return high / low if low else float("inf")


def _same_people(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Return whether two statements count people by one noun, or one by a word for anybody."""
    nouns = one["noun"], other["noun"]
    if nouns[0] == nouns[1]:
        return True
    if all(noun in _TROOPS for noun in nouns):
        return True
    if all(noun in _CIVILIANS for noun in nouns):
        return True
    named = [noun for noun in nouns if noun is not None and noun not in ANYBODY]
    return len(named) < len(nouns) and not (named and named[0] in _ON_DUTY)


def _same_noun(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Return whether two statements count, or measure, what one noun names."""
    if one["noun"] is None or other["noun"] is None:
        return False
    are_posts = {one["noun"], other["noun"]} <= POSTS
    is_any = all(" " not in str(row["counted"]) for row in (one, other))  # no teachers' posts
    return one["noun"] == other["noun"] or (are_posts and is_any)


def are_rivals(one: Mapping[str, Any], other: Mapping[str, Any], text: str) -> bool:
    """Return whether the second of two neighbouring statements answers the first."""
    if one["measured"] != other["measured"] or one["amount"] == other["amount"]:
        return False
    if pd.isna(one["amount"]) or pd.isna(other["amount"]):
        return False
    low, high = sorted((abs(one["amount"]), abs(other["amount"])))
    if high > LARGEST_RATIO * low:
        return False
    are_harmed = one["outcome"] is not None and other["outcome"] is not None
    if are_harmed and not (_same_people(one, other) or is_said_alone(other, text)):
        return False  # nineteen soldiers, and the 33 bodies of villagers
    is_crowd = takes_part(other, text)
    if has_own_noun(other) and not is_crowd:
        return False
    if one["part_of"] is not None or other["part_of"] is not None:
        return False
    if (one["outcome"] is None) != (other["outcome"] is None):
        return False
    if not outcomes_agree(one["outcome"], other["outcome"]):
        return False
    if not is_of_event(one) or not is_of_event(other) or are_of_two_extents(one, other):
        return False
    before = text[max(0, other["start"] - CHARACTERS) : other["start"]]
    if FIGURE_OF.search(before):
        return not EARLIER_FIGURE.search(before)
    if source(one) == source(other) or not source(other):
        return False
    if is_crowd and not source(one) and not takes_part_alone(other, text):
        return False
    if is_crowd or COUNTED_BEFORE.search(before) or is_said_alone(other, text):
        return True
    return both_sourced(one, other, text)


def are_of_two_extents(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """
    Return whether one of two numbers alone is said to be of the whole country.

    "17,000 in the capital … Across the country 84,000 marched"; a number that names no place at
    all may answer either.
    """
    return bool(other["places"]) and (NATIONAL in one["places"]) != (NATIONAL in other["places"])


def is_of_event(statement: Mapping[str, Any]) -> bool:
    """Return whether a statement is of the event: last year's toll is no rival of this one's."""
    return statement["scope"] in (None, "event")


def _may_be_one_place(one: Mapping[str, Any], other: Mapping[str, Any], text: str) -> bool:
    """Return whether a second number is not said to be of a place of its own, or of more deaths."""
    sentence = text[max(0, other["start"] - _LONGEST_SENTENCE) : other["start"]]
    sentence = re.split(r"[.!?]\s|\n", sentence)[-1]
    if COUNTED_BEFORE.search(sentence):
        return True
    if _FURTHER_BEFORE.search(sentence):
        return False
    return not other["places"] or not one["places"].isdisjoint(other["places"])


def _may_be_one_side(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Return whether a second number is not one of other people, or of both sides."""
    sides = _side(one), _side(other)
    if sides[1] is not None and sides[0] != sides[1]:
        return False
    return not _speaks_of_both_sides(other["sentence_text"])


@lru_cache(maxsize=1_000)  # a number is put beside many others
def _speaks_of_both_sides(sentence: str) -> bool:
    return BOTH_SIDES.search(sentence) is not None


def _side(statement: Mapping[str, Any]) -> str | None:
    """Return whose people a statement counts; None where no word tells."""
    side = statement["side"]
    return side if isinstance(side, str) else None


def source(statement: Mapping[str, Any]) -> str:
    """Return the words for the source of a statement in lower case, empty without one."""
    return str(statement["source"] or "").lower()
