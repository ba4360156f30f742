"""
Find the earlier number that a bare number answers: "It cuts 740 jobs. The union says 610".

In: a text, the numbers of the grammar and the place of the bare one. Out: the place of the number
that it answers, or None.
"""

import re
from collections.abc import Iterator, Sequence

from analysis.extract.figures.counted import counted_phrase, names_people, noun_of
from analysis.extract.numbers.parse import Number
from analysis.extract.numbers.word_patterns import ANY_CASE

__all__ = [
    "REACH",
    "is_far_above",
    "is_of_one_size",
    "last_new",
    "last_of_noun",
    "last_of_people",
    "says_of_whom",
]

REACH = 400
"""Characters before a number in which the counted noun is looked for."""

_MOST_NUMBERS = 4  # in which one of people is looked for
_MOST_TIMES = 5  # that a bare number may be another one without a word for a power of ten
_OF_SIZE = re.compile(
    r"hectare|acre|square|sq\b|cubic|tons?\b|tonne|litre|liter|gallon|barrel|km2|m3", ANY_CASE
)
_SCALE = re.compile(r"(?:million|billion|trillion|crore|lakh|mn|bn|tn|m|b)s?$", ANY_CASE)
_MANY_TIMES = 50  # beyond it, two numbers are no two answers to one question
# "52 were aboard, which would leave [21] missing. The survivors say 61": aboard
_LEFT_BEFORE = re.compile(r"\b(?:which|that)\s+(?:would\s+)?(?:leaves?|means?|left)\s+\Z")
_REACH_OF_LEFT = 25  # characters
# "Two died. Police put the number of injured at [11], while the hospital counts 14"
_NUMBER_OF_BEFORE = re.compile(
    r"\b(?:number|count|tally)\s+of\s+(?:the\s+)?(?:people\s+)?(?:injured|wounded|hurt|dead|deaths"
    r"|killed|missing|victims|casualties|arrested|detained|displaced)\b[^.;\d]{0,20}\Z",
    ANY_CASE,
)
_REACH_OF_NUMBER = 60  # characters
_REAL = re.compile(r"\b(?:real|true|actual)\s+(?:number|figure|total|count|toll)\b", ANY_CASE)
_THE_BEFORE = re.compile(r"\bthe\s+$", ANY_CASE)


def says_of_whom(text: str, start: int) -> bool:
    """
    Return whether the words before a number say whom it counts, so that it answers none.

    Parameters
    ----------
    text : str
    start : int
        First character of the number.

    Returns
    -------
    bool

    Examples
    --------
    >>> says_of_whom("Police put the number of injured at 11.", 36)
    True
    """
    return _NUMBER_OF_BEFORE.search(text, max(0, start - _REACH_OF_NUMBER), start) is not None


def _is_left(text: str, start: int) -> bool:
    """Return whether a number is what a sum leaves: "which would leave 21"."""
    return _LEFT_BEFORE.search(text, max(0, start - _REACH_OF_LEFT), start) is not None


def last_new(text: str, numbers: Sequence[Number], place: int, clause: int) -> int | None:
    """
    Return the place of the last number before a clause that is not known: no "the 110".

    In "two teachers said the real number was 30" the two are who says it.

    Parameters
    ----------
    text : str
    numbers : sequence of Number
        Those of the article, in reading order.
    place : int
        Of the bare number.
    clause : int
        The first character of the clause that says the bare number.

    Returns
    -------
    int or None
        None if there is none near enough. "The real figure" answers a count alone.
    """
    is_real = numbers[place].kind == "count" and _REAL.search(text, clause, numbers[place].start)
    for other in _nearest_first(numbers, place):
        if numbers[other].start >= clause or _is_left(text, numbers[other].start):
            continue
        if is_real and numbers[other].kind != "count":
            continue  # "1200 jobs would save $4m over four years. The true figure is 1900."
        if not _THE_BEFORE.search(text, max(0, numbers[other].start - 6), numbers[other].start):
            return other
    return None


def last_of_people(text: str, numbers: Sequence[Number], place: int) -> int | None:
    """
    Return the place of the last number of people before another, as a crowd is one of them.

    Parameters
    ----------
    text : str
    numbers : sequence of Number
        Those of the article, in reading order.
    place : int
        Of the bare number.

    Returns
    -------
    int or None
    """
    for other in _nearest_first(numbers, place):
        phrase = counted_phrase(text, numbers[other].end)
        if phrase is not None and names_people(text[slice(*phrase)]):
            return other
    return None


def last_of_noun(text: str, numbers: Sequence[Number], place: int, noun: str) -> int | None:
    """
    Return the place of the last number of a noun before another: "number of homes" of homes.

    Parameters
    ----------
    text : str
    numbers : sequence of Number
        Those of the article, in reading order.
    place : int
        Of the bare number.
    noun : str

    Returns
    -------
    int or None
    """
    for other in _nearest_first(numbers, place):
        phrase = counted_phrase(text, numbers[other].end)
        if phrase is not None and noun_of(text[slice(*phrase)]) == noun_of(noun):
            return other
    return None


def _nearest_first(numbers: Sequence[Number], place: int) -> Iterator[int]:
    """Yield the places of a few numbers before another, up to ``REACH`` characters before it."""
    for other in range(place - 1, max(-1, place - 1 - _MOST_NUMBERS), -1):
        if numbers[place].start - numbers[other].end > REACH:
            return
        yield other


def is_far_above(bare: Number, number: Number) -> bool:
    """
    Return whether one is many times the other: no crowd of 5,000 answers "you have 34 kids".

    Parameters
    ----------
    bare, number : Number

    Returns
    -------
    bool
        False where one of them has no value, and where the bare one is the smaller: "it has 1.5
        million shops; the union says two".
    """
    highest = bare.high if bare.low is None else bare.low
    lowest = number.low if number.high is None else number.high
    if highest is None or not lowest:
        return False
    return highest > _MANY_TIMES * lowest


def is_of_one_size(number: Number, bare: Number) -> bool:
    """
    Return whether a bare number may be an amount of the unit of another one.

    Parameters
    ----------
    number : Number
        A sum of money or a measure.
    bare : Number

    Returns
    -------
    bool
        Both have a word for a power of ten, or neither has one and the larger is at most five
        times the other: "50,000 pesos, and increased this to 150,000", "90,000 cubic metres; the
        agency says 140,000". Of measures only areas, volumes and weights: after "ten kilometres off
        the coast" a bare number counts people.
    """
    if (_SCALE.search(number.text) is None) != (_SCALE.search(bare.text) is None):
        return False
    if number.kind == "measure" and (
        number.unit is None or not _OF_SIZE.search(number.unit.text or "")
    ):
        return False
    if _SCALE.search(bare.text) is not None:
        return True
    if not number.low or not bare.low:
        return False
    return 1 / _MOST_TIMES <= bare.low / number.low <= _MOST_TIMES
