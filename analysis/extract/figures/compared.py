"""
Find the number with which another is compared: "44 deaths, up from 16", "from 37 to 14 votes".

In: a text and the numbers of the grammar. Out: the place of the number that tells what both count,
or None. A number without a noun of its own counts what the other does: hens stay hens, and the 16
are dead as the 44 are.
"""

import re
from collections.abc import Sequence

from analysis.core.change_words import VALUE_MOVES
from analysis.extract.figures.bare_counts import has_own_noun
from analysis.extract.numbers.parse import Number
from analysis.extract.numbers.word_patterns import ANY_CASE
from analysis.extract.numbers.word_patterns import qualifier_words as _qualifiers

__all__ = ["compared_with", "elided_money", "is_another_sum", "is_denied"]

_MOST_BETWEEN = 3
_RATES = ("percent", "points")
LONGEST_GAP = 200  # characters between two compared numbers

_QUALIFIERS = rf"(?:(?:{_qualifiers()}|just|only|the|a\s+mere|its|previous|earlier)\s+)*"
_PREPOSITION_BEFORE = re.compile(rf"\b(?:on|in|across|near|around)\s+{_QUALIFIERS}$", ANY_CASE)
_INCLUDING_BEFORE = re.compile(
    rf"\b(?:including|among\s+them|among\s+whom|of\s+them|of\s+whom)\s+{_QUALIFIERS}$", ANY_CASE
)
_SCALE = re.compile(r"(?P<scale>million|billion|trillion|crore|lakh|mn|bn|tn|m|b)s?$", ANY_CASE)
_PUT = r"""
    (?: \b(?:said|says?|claims?|claimed|estimate[sd]?|reckons?|reckoned|counted|counts|calculate[sd]
        | (?:spoke|speaks?|talked|talks)\s+of
        | (?:put|puts|putting)\s+(?:it|that|this|the\s+[\w\s]{1,30}?)\s+at
        | at|of|to|from|by|than|and|or|was|is|not|v|vs\.?|versus|against|instead|only
        | below|above|under|over|beating|missing )
      | , )
"""
_PUT_BEFORE = re.compile(rf"{_PUT}\s+{_QUALIFIERS}$", ANY_CASE)
_SPEECH_BEFORE = re.compile(
    rf"(?:said|says?|claims?|claimed|estimates?|estimated|\bof|\bat)\s+{_QUALIFIERS}$", ANY_CASE
)
_SENTENCE_ENDS = re.compile(r"[.!?]['\"”’)]*\s|\n")
# What separates a later number from the one that it is compared with.
_COMPARED_BETWEEN = re.compile(
    rf"""
    [^.;:\n]{{0,160}}?
    (?: \b(?:up|down|higher|lower|rising|falling|increas\w+|decreas\w+)\s+from
      | \b(?:rise|increase|jump|drop|fall|decline|decrease)\s+from
      | \bcompared\s+(?:with|to|against) | \bin\s+comparison\s+(?:with|to)
      | ,\s+(?:as\s+)?(?:against|versus|vs\.?)
      | \bversus | \bvs\.? )
    \s+(?:(?-i:[A-Z])[\w.-]+['’]s?\s+)?{_QUALIFIERS}[$€£]?\s*$
    """,
    ANY_CASE,
)
# "Rose to 31,000 from 28,000"
_FROM_BETWEEN = re.compile(
    rf"(?:\s+(?!from\b)[\w%’'-]+){{0,4}}?,?\s+from\s+{_QUALIFIERS}[$€£]?\s*$", ANY_CASE
)
_TO_BEFORE = re.compile(
    rf"\b(?:{VALUE_MOVES}|went|gone|cut)\b[^.;:\n]{{0,40}}?\bto\s+{_QUALIFIERS}[$€£]?\s*$", ANY_CASE
)
# "Fell from 37 to 14 votes": the noun follows the second.
_FROM_BEFORE = re.compile(rf"\bfrom\s+{_QUALIFIERS}[$€£]?\s*$", ANY_CASE)
_TO_BETWEEN = re.compile(rf"\s+to\s+{_QUALIFIERS}[$€£]?\s*$", ANY_CASE)
# "Paid shareholders 19 million", "defence would cost 165 billion": a sum by its verb
_PAID_BEFORE = re.compile(
    rf"""
    \b(?: includ\w+ | pay(?:s|ing)? | paid | spen[dt](?:s|ing)? | costs? | costing
      | ow(?:e[sd]?|ing) | borrow(?:s|ed|ing)? | lent | lends? | allocat\w+ | earmark\w*
      | invest\w* | set(?:s|ting)?\s+aside | ask(?:s|ed|ing)?\s+for | got | gets? | receiv\w+
      | sought | seek(?:s|ing)? | want(?:s|ed)? | demand(?:s|ed|ing)? | promis\w+ | pledg\w+
      | offer(?:s|ed|ing)? )\s+
    (?:(?:its|the|their|his|her)\s+)?(?:[a-z]+\s+)?{_QUALIFIERS}$
    """,
    ANY_CASE,
)
_AND_BEFORE = re.compile(
    rf"(?:,\s+|\b)(?:and|but|or|plus|with)\s+(?:[a-z]+\s+(?:at|of|to)\s+)?{_QUALIFIERS}$", ANY_CASE
)
_OF_THE = re.compile(r"\s+of\s+(?:(?:the|its|their|this|that)\s+)?", ANY_CASE)
_DENIED_BETWEEN = re.compile(
    r"(?:\s+\w+)?,\s+(?:and\s+)?not\s+(?:the\s+)?(?:about\s+|around\s+|some\s+)?[$€£]?", ANY_CASE
)


def compared_with(text: str, numbers: Sequence[Number], place: int) -> int | None:
    """
    Return the place of the number that tells what another counts.

    Parameters
    ----------
    text : str
    numbers : sequence of Number
        Those of the article, in reading order.
    place : int
        Of a number of kind "count".

    Returns
    -------
    int or None
        None for a number with a noun or a unit of its own, and for one that is compared with none.

    Examples
    --------
    >>> from analysis.extract.numbers.parse import parse_numbers
    >>> text = "Some 900 hens were culled, up from 600 on Friday."
    >>> compared_with(text, parse_numbers(text), 1)
    0
    """
    number = numbers[place]
    if number.kind != "count" or has_own_noun(text, number):
        return None
    if place > 0:
        if _COMPARED_BETWEEN.fullmatch(_between(text, numbers, place - 1, place)):
            return _of_like_kind(text, numbers, place, _main_number(text, numbers, place))
        previous = numbers[place - 1]
        before = text[max(0, previous.start - LONGEST_GAP) : previous.start]
        between = _between(text, numbers, place - 1, place)
        if _FROM_BETWEEN.fullmatch(between) and _TO_BEFORE.search(before):
            return place - 1
    if place + 1 < len(numbers):
        following = numbers[place + 1]
        before = text[max(0, number.start - LONGEST_GAP) : number.start]
        if _FROM_BEFORE.search(before) and _TO_BETWEEN.fullmatch(
            text[number.end : following.start]
        ):
            return place + 1
    return None


def _between(text: str, numbers: Sequence[Number], first: int, second: int) -> str:
    """Return the words between the unit of a number and a later number."""
    unit = numbers[first].unit
    end = numbers[first].end if unit is None else max(numbers[first].end, unit.end)
    return text[end : numbers[second].start]


def _main_number(text: str, numbers: Sequence[Number], place: int) -> int:
    """Return the number before another that is in no phrase of place: "900 hens on six farms"."""
    before = numbers[place - 1]
    words = text[max(0, before.start - 40) : before.start]
    if place >= 2 and _INCLUDING_BEFORE.search(words) is not None:
        return place - 2  # "18 people, including two children, up from 13"
    is_place = _PREPOSITION_BEFORE.search(text[max(0, before.start - 30) : before.start])
    if place < 2 or is_place is None:
        return place - 1
    if _COMPARED_BETWEEN.fullmatch(_between(text, numbers, place - 2, place)):
        return place - 2
    return place - 1


def _of_like_kind(text: str, numbers: Sequence[Number], place: int, other: int) -> int | None:
    """Return a number or the one before it: "6.5 million people, or 34%, up from 4.6 million"."""
    is_large = _SCALE.search(numbers[place].text) is not None
    if not is_large or numbers[other].kind not in _RATES:
        return other
    before = other - 1
    if before < 0 or _SENTENCE_ENDS.search(text, numbers[before].end, numbers[other].start):
        return None
    is_like = numbers[before].kind == "count" and _SCALE.search(numbers[before].text) is not None
    return before if is_like else None


def is_denied(text: str, previous: Number, number: Number) -> bool:
    """
    Return whether a number is the one that the number before it is said not to be.

    Parameters
    ----------
    text : str
    previous, number : Number
        Two numbers of the article, in reading order.

    Returns
    -------
    bool

    Examples
    --------
    >>> from analysis.extract.numbers.parse import parse_numbers
    >>> text = "The offer was 5.5 percent, not 6 percent."
    >>> is_denied(text, *parse_numbers(text))
    True
    """
    if previous.kind != number.kind:
        return False
    start = previous.end if previous.unit is None else previous.unit.end
    stop = number.start if number.unit is None else number.unit.start
    return _DENIED_BETWEEN.fullmatch(text, start, max(start, stop)) is not None


def elided_money(text: str, numbers: Sequence[Number], place: int) -> int | None:
    """
    Return the place of the sum whose currency a bare number shares: "$9 billion v 13 billion".

    Parameters
    ----------
    text : str
    numbers : sequence of Number
        Those of the article, in reading order.
    place : int

    Returns
    -------
    int or None
        The last sum of money of the same scale in the sentence or the one before, or the next in
        the sentence if the number is what somebody says; None for a number with a noun or a unit,
        and for one without a word that tells a sum: "$5 million to vaccinate 3 million".

    Examples
    --------
    >>> from analysis.extract.numbers.parse import parse_numbers
    >>> text = "It cost $9 billion; auditors put it at 13 billion."
    >>> elided_money(text, parse_numbers(text), 1)
    0
    """
    number = numbers[place]
    scale = _SCALE.search(number.text)
    if number.kind == "count" and scale is not None and place + 1 < len(numbers):
        following = numbers[place + 1]
        begins = following.start if following.unit is None else following.unit.start
        of = _OF_THE.fullmatch(text, number.end, max(begins, number.end))
        if of is not None and _is_sum(following, scale["scale"]):
            return place + 1  # "19 million of the 23 million euros"
    if number.kind != "count" or scale is None or has_own_noun(text, number):
        return None
    before = text[max(0, number.start - LONGEST_GAP) : number.start]
    if _AND_BEFORE.search(before):
        return _sum_in_sentence(text, numbers, place, scale["scale"])
    if _PAID_BEFORE.search(before):
        return _sum_right_before(text, numbers, place, scale["scale"])
    if not _PUT_BEFORE.search(before):
        return None
    earlier = _sum_before(text, numbers, place, scale["scale"])
    if earlier is not None:
        return earlier
    if place + 1 < len(numbers) and _SPEECH_BEFORE.search(before):
        following = numbers[place + 1]
        gap = text[number.end : following.start]
        if _is_sum(following, scale["scale"]) and not _SENTENCE_ENDS.search(gap):
            return place + 1
    return None


def is_another_sum(text: str, start: int) -> bool:
    """
    Return whether a sum without its currency is one of its own: "outlays of $2bn include 1bn".

    Parameters
    ----------
    text : str
    start : int
        First character of the number.

    Returns
    -------
    bool
        Such a number shares the currency of the sum before it, but not what it measures.
    """
    return _PAID_BEFORE.search(text[max(0, start - LONGEST_GAP) : start]) is not None


def _sum_before(text: str, numbers: Sequence[Number], place: int, scale: str) -> int | None:
    """Return the place of the sum before a number; numbers of that scale may stand between."""
    for other in range(place - 1, max(-1, place - 1 - _MOST_BETWEEN), -1):
        gap = text[numbers[other].end : numbers[place].start]
        if len(_SENTENCE_ENDS.findall(gap)) > 1 or "\n" in gap:
            return None
        if _is_sum(numbers[other], scale):
            if _SENTENCE_ENDS.search(gap) and _of_several(numbers, other):
                return None  # "Britain gave £2m and Italy €3m. Spain gave 4 million."
            # "47bn crowns (€4bn), against 34bn": in crowns
            converted = _is_in_brackets(text, numbers[other]) and other > 0
            return other - 1 if converted and numbers[other - 1].kind == "money" else other
        if _SCALE.search(numbers[other].text) is None:
            return None
    return None


def _of_several(numbers: Sequence[Number], place: int) -> bool:
    """Return whether the last sums up to a number are of two currencies."""
    units = [number.unit for number in numbers[max(0, place - _MOST_BETWEEN) : place + 1]]
    return len({unit.currency for unit in units if unit is not None and unit.currency}) > 1


def _sum_in_sentence(text: str, numbers: Sequence[Number], place: int, scale: str) -> int | None:
    """Return the place of the sum before a number in its own sentence."""
    earlier = _sum_before(text, numbers, place, scale)
    if earlier is None or _SENTENCE_ENDS.search(text[numbers[earlier].end : numbers[place].start]):
        return None
    return earlier


def _sum_right_before(text: str, numbers: Sequence[Number], place: int, scale: str) -> int | None:
    """
    Return the place of the sum that is the last number of its scale before another.

    "The drive cost $5m and reached 9 million, including 3 million pupils' homes": no sum.
    """
    earlier = _sum_before(text, numbers, place, scale)
    if earlier is None:
        return None
    between = numbers[earlier + 1 : place]
    return earlier if all(number.kind == "money" for number in between) else None


def _is_in_brackets(text: str, number: Number) -> bool:
    start = number.start if number.unit is None else number.unit.start
    return text[:start].rstrip().endswith("(")


def _is_sum(number: Number, scale: str) -> bool:
    """Return whether a number is a sum of money of a scale, its currency before or after it."""
    written = _SCALE.search(number.text)
    if number.kind != "money" or written is None:
        return False
    return written["scale"][0].lower() == scale[0].lower()
