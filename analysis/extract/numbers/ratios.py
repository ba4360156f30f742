"""
Read ratios of people or things as percentages: "one in five adults", "nine out of 10 teachers".

In: a text and a match of ``ratio_pattern``. Out: the value in percent, to one decimal. "In" needs
a noun of people or households after it, "of the" with a plural, or "every": "three in five minutes"
is no ratio; "one in five" needs any plural or a verb. Where ratios occur in a text is found by
``analysis.extract.numbers.parse``.
"""

import re
from functools import lru_cache

from analysis.extract.numbers.non_counts import HARM_BEFORE
from analysis.extract.numbers.values import NUMBER, PLAIN, parse_value
from analysis.extract.numbers.word_patterns import (
    ANY_CASE,
    AS_WRITTEN,
    alternatives,
    one_of,
    quantifier_lists,
)

__all__ = ["is_ratio", "ratio_pattern", "ratio_value"]

_LINK = r"\s+(?:out\s+of|in)\s+(?:every\s+)?"
_HOUSEHOLDS = one_of(
    r"""
    households families homes houses businesses companies firms jobs births deaths pregnancies
    marriages schools hospitals cases deals shops pubs restaurants stores cars
    """
)
_SERVED = one_of(
    r"""
    trains flights buses ferries sailings services appointments operations applications claims
    requests complaints
    """
)
_SERVED_AFTER = re.compile(rf"\s+(?:of\s+(?:all\s+|the\s+|its\s+)?)?{_SERVED}\b", ANY_CASE)
# "six trains in ten": what is counted stands between the two
_NOUN_BETWEEN = (
    rf"(?:\s+{_HOUSEHOLDS}|\s+{_SERVED}|\s+(?:people|adults|women|men|children"
    r"|voters?|workers?|patients?|person|adult|woman|man|child|pupils?|students?|drivers?|cases?))?"
)
_PARTS = re.compile(rf"(?P<upper>{NUMBER}){_NOUN_BETWEEN}{_LINK}(?P<lower>{NUMBER})", ANY_CASE)
_OUT_OF_OR_EVERY = re.compile(r"\bout\s+of\b|\bevery\b", ANY_CASE)
_PLURAL_AFTER = re.compile(r"\s+(?:[a-z-]+\s+){0,2}?(?:people|children|women|men|[a-z]{2,}s)\b")
# "one in seven of the polling stations", "one in three of those in hospital"
_OF_ALL_AFTER = re.compile(
    r"\s+of\s+(?:(?:all|the|its|their|his|her|our|these)\s+(?:[\w’'-]+\s+){0,3}?[a-z]{2,}s\b"
    r"|(?:the|its|their)\s+(?:sick|injured|wounded|dead|missing|unemployed|elderly|young|poor|ill"
    r"|homeless|displaced|disabled|total|population|electorate|workforce|vote)\b"
    r"|th(?:ose|em|ese)\b|us\b|which\b|whom\b)"
)
_COUNTED_BETWEEN = re.compile(r"[a-z\d]+\s+(?!out\b|in\b)[a-z]", ANY_CASE)
# "in ten", and not "in ten towns"
_ENDS_AFTER = re.compile(
    r"\s*(?:[.;:)!?”\"’]|$|\n|,(?!\s(?:\d|\w+\sand\b))"
    r"|\s(?:was|were|is|are|has|have|had|will|would|sa(?:id|ys?))\b)"
)
_ONE_IN = re.compile(r"one\s+in\s+(?:[a-z]+|\d{1,3})", ANY_CASE)
# "nine in every ten who were rostered", "three in four voted for it"
_SAID_OF_ALL_AFTER = re.compile(
    r"\s+(?:who|has|have|had|was|were|is|are|sa(?:id|ys?)|vot(?:ed?|es)|want(?:s|ed)?|live[sd]?"
    r"|will|would|could|should|can|cannot|must|may|now|still|already|never|ended|refused|joined"
    r"|believe[sd]?|support(?:s|ed)?|oppose[sd]?|agree[sd]?|back(?:s|ed)?|fear(?:s|ed)?)\b"
)
_BEFALLS_AFTER = re.compile(r"\s+(?:dies?|dead|surviv(?:es?|ed)|recovers?|falls?|gets?|lives?)\b")
_USUAL_WHOLES = (3, 4, 5, 10, 100)
_WHOLES = (3, 4, 5, 6, 8, 10, 20, 100)  # of which ratios tell a part
_NAMED_BEFORE = re.compile(r"\b(?:number|the|this|that|day|part|chapter)\s+$", ANY_CASE)
# "Nine in ten Bulgarians"
_NATION_AFTER = re.compile(r"\s+(?:[a-z]+\s+)?[A-Z][a-z’'-]{2,}s\b(?!['’])", AS_WRITTEN)
# "Two in ten farms have lost stock", "about three in five schools"
_OPENING_BEFORE = re.compile(
    r"(?:^|[.!?:;\n”\"“]\s*|\bthat\s+|\b(?:about|nearly|almost|roughly|around|some)\s+"
    r"|\b(?:more|fewer|less)\s+than\s+|\bat\s+least\s+)$",
    ANY_CASE,
)
# "That is three in five."
_AMOUNTING_BEFORE = re.compile(
    r"\b(?:is|was|are|were|or|to|by|at|maybe|about|nearly|almost|roughly|around|than)\s+$", ANY_CASE
)
# "One in eight borrowers", "one in ten has not been found"
_COUNTED_AFTER = re.compile(
    r"\s+(?:(?!(?:was|is|has|does|goes|this|his|its|as|us)\b)[a-z]+s\b"
    r"|(?:[a-z-]+\s+)(?!(?:was|is|has|does|goes|this|his|its|as|us)\b)[a-z]{3,}s\b"
    r"|(?:has|have|had|was|were|is|are)\b)"
)
# A time, a mark of a test, or a list: "7.5 out of 10", "five out of 10 minutes".
_TIME_AFTER = re.compile(
    r"\s+(?:\w+\s+)?(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|times?|decades?"
    r"|seasons?|games?|matches|starts|visits|attempts|sets|innings)\b",
    ANY_CASE,
)


@lru_cache(maxsize=1)
def ratio_pattern() -> str:
    """Return the pattern of two small numbers that may be a ratio, as the group ``ratio``."""
    small = (
        r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|hundred|\d{1,3})"
    )
    large = rf"(?:(?:an?|one)\s+(?:hundred|thousand|million)|\d{{1,3}}(?:,\d{{3}})+|{small})"
    return rf"(?P<ratio>{small}{_NOUN_BETWEEN}{_LINK}{large}\b)(?![\d.,:/-]\d)"


@lru_cache(maxsize=1)
def _people_after() -> re.Pattern[str]:
    people = alternatives(quantifier_lists()["persons"]["words"])
    pattern = (
        rf"\s+(?:of\s+(?:all\s+|the\s+|its\s+)?)?(?:[\w-]+\s+){{0,4}}?(?:{people}|{_HOUSEHOLDS})\b"
    )
    return re.compile(pattern, ANY_CASE)


def is_ratio(text: str, start: int, end: int) -> bool:
    """
    Return whether two linked numbers are a ratio, not a count and a place or time.

    Parameters
    ----------
    text : str
    start, end : int
        Characters that ``ratio_pattern`` matched.

    Returns
    -------
    bool
    """
    if HARM_BEFORE.search(text[max(0, start - 40) : start]):
        return False  # "killed three out of five gunmen" counts three
    if not 0 < ratio_value(text[start:end]) < 100 or _TIME_AFTER.match(text, end):
        return False
    if _COUNTED_BETWEEN.match(text, start, end):
        is_part = _whole(text[start:end]) in _USUAL_WHOLES
        ends = _ENDS_AFTER.match(text, end) or _BEFALLS_AFTER.match(text, end)
        return is_part and ends is not None
    is_named = _NAMED_BEFORE.search(text[max(0, start - 10) : start]) is not None
    is_of_all = not is_named and _SAID_OF_ALL_AFTER.match(text, end) is not None
    if _OUT_OF_OR_EVERY.search(text[start:end]):
        is_of_many = _PLURAL_AFTER.match(text, end) or _NATION_AFTER.match(text, end)
        return is_of_all or is_of_many is not None
    if is_of_all and _whole(text[start:end]) in _WHOLES:
        return True
    if _OF_ALL_AFTER.match(text, end) or _is_part_of_all(text, start, end):
        return True
    if _is_one_in(text, start, end):
        return True
    return (_people_after().match(text, end) or _SERVED_AFTER.match(text, end)) is not None


def _is_one_in(text: str, start: int, end: int) -> bool:
    """Return whether "one in ten" has what it counts behind it, or a verb: not "number one in"."""
    if _ONE_IN.fullmatch(text, start, end) is None or _COUNTED_AFTER.match(text, end) is None:
        return False
    return _NAMED_BEFORE.search(text[max(0, start - 10) : start]) is None


def _is_part_of_all(text: str, start: int, end: int) -> bool:
    """Return whether "nine in ten Bulgarians" or "two in ten farms" tells a part of all of them."""
    is_named = _NAMED_BEFORE.search(text[max(0, start - 10) : start]) is not None
    if is_named or _whole(text[start:end]) not in _USUAL_WHOLES:
        return False
    if _NATION_AFTER.match(text, end):
        return True
    before = text[max(0, start - 20) : start]
    if _AMOUNTING_BEFORE.search(before) and _ENDS_AFTER.match(text, end):
        return True
    return _OPENING_BEFORE.search(before) is not None and _PLURAL_AFTER.match(text, end) is not None


def _whole(words: str) -> float | None:
    """Return of how many a ratio is: 4 of "three in four"."""
    parts = _PARTS.fullmatch(words.translate(PLAIN))
    return None if parts is None else parse_value(parts["lower"])


def ratio_value(words: str) -> float:
    """
    Return a ratio in percent; 0 for other words.

    Parameters
    ----------
    words : str

    Returns
    -------
    float

    Examples
    --------
    >>> ratio_value("one in five"), ratio_value("nine out of 10"), ratio_value("five")
    (20.0, 90.0, 0.0)
    """
    parts = _PARTS.fullmatch(words.translate(PLAIN))
    if parts is None:
        return 0.0
    upper, lower = parse_value(parts["upper"]), parse_value(parts["lower"])
    if upper is None or not lower:
        return 0.0
    return round(100 * upper / lower, 1)
