"""
Give each number of a list of shares its percent sign: "Orr 41 percent, Bell 30 and Dunn 12".

In: a text and its numbers. Out: the numbers, of which some counts are percentages. Whoever prints a
poll or a result says "percent" once; without this every candidate but the first or the last is
lost.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.extract.figures.bare_counts import has_own_noun
from analysis.extract.numbers.parse import Number
from analysis.extract.numbers.units import Unit
from analysis.extract.numbers.word_patterns import AS_WRITTEN
from analysis.extract.numbers.word_patterns import qualifier_words as _qualifiers

__all__ = ["with_listed_shares"]

_MOST = 100  # percent
# ", Bell at 30", " and the Greens 12", "; followed by Dunn with 9": all that stands between
_NEXT_NAME = re.compile(
    rf"""
    [^.;:,\n]{{0,40}}? (?:[,;]|\s(?:and|to|while|but)\b) \s* (?:and\s+|but\s+|while\s+|to\s+)?
    (?:(?:then|followed\s+by|ahead\s+of)\s+)?
    (?:(?:[Tt]he|[Mm]r\.?|[Mm]s\.?|[Mm]rs\.?|[Ss]en\.?|[Gg]ov\.?)\s+)?
    (?:[A-Z][\w’'-]+\s+){{1,3}}
    (?:(?:at|with|on|had|has|got|took|won|drew|polled)\s+)?(?:(?:{_qualifiers()}|only|just)\s+)*
    """,
    AS_WRITTEN,
)
_MONTH = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+$", AS_WRITTEN
)
_LONGEST_MONTH = 12  # characters
_AND = re.compile(r"\s*,?\s+(?:and|or)\s+|,\s+")
_ENDS = re.compile(r"\s*(?:[,.;:)\n]|(?:and|with|while|but)\b|$)")


# "60 percent backed the treaty, 29 opposed it and 11 were undecided"
_NEXT_CLAUSE = re.compile(
    rf"[^.;:\n\d]{{0,80}}?(?:[,;]\s+(?:and\s+|but\s+|while\s+)?|\s(?:and|but|while)\s+)"
    rf"(?:(?:{_qualifiers()}|only|just|another|a\s+further)\s+)*",
    AS_WRITTEN,
)
_OPINION = (
    r"(?:(?:were|are|remain(?:ed)?|was)\s+"
    r"(?:undecided|unsure|uncertain|against|in\s+favou?r|opposed)"
    r"|oppos\w+|favou?r\w*|support\w*|back(?:ed|s)?|approv\w+|disapprov\w+|agree\w*|disagree\w*"
    r"|disliked?|liked?|thought|think|prefer\w*|reject\w*|did\s+not\s+know|didn['’]t\s+know)\b"
)
_OPINION_AFTER = re.compile(rf"\s+{_OPINION}", AS_WRITTEN)
_OPINION_BETWEEN = re.compile(rf"\b{_OPINION}", AS_WRITTEN)


def with_listed_shares(text: str, numbers: Sequence[Number]) -> list[Number]:
    """
    Return the numbers of an article, those of a list of shares with the unit of its first.

    Parameters
    ----------
    text : str
    numbers : sequence of Number
        Those of the article, in reading order.

    Returns
    -------
    list of Number
        A count is changed that is at most 100, has no noun, and follows a percentage with only a
        name between them, or opens the next clause on who thinks what, or stands before one with
        only "and", "or" or a comma between.

    Examples
    --------
    >>> from analysis.extract.numbers.parse import parse_numbers
    >>> text = "Orr had 41 percent, Bell 30 and the Greens 12."
    >>> [number.kind for number in with_listed_shares(text, parse_numbers(text))]
    ['percent', 'percent', 'percent']
    """
    found: list[Number] = []
    for number in numbers:
        previous = found[-1] if found else None
        if previous is not None and _is_next_share(text, previous, number):
            unit = Unit("percent", _sign_of(previous), None, number.start, number.end)
            number = replace(number, kind="percent", unit=unit)
        found.append(number)
    for place in range(len(found) - 2, -1, -1):
        if _is_share_before(text, found[place], found[place + 1]):
            number = found[place]
            unit = Unit("percent", _sign_of(found[place + 1]), None, number.start, number.end)
            found[place] = replace(number, kind="percent", unit=unit)
    return found


def _is_share_before(text: str, number: Number, following: Number) -> bool:
    """Return whether a bare number is the share before another: "11 and 8 percent"."""
    if following.kind != "percent" or following.unit is None or not _may_be_share(number):
        return False
    if _MONTH.search(text[max(0, number.start - _LONGEST_MONTH) : number.start]):
        return False
    return _AND.fullmatch(text, number.end, following.unit.start) is not None


def _may_be_share(number: Number) -> bool:
    """Return whether a count may be a percentage by its value."""
    if number.kind != "count" or number.weak or number.qualifier == "vague":
        return False
    limits = [limit for limit in (number.low, number.high) if limit is not None]
    return bool(limits) and all(0 < limit <= _MOST for limit in limits)


def _sign_of(number: Number) -> str | None:
    """Return the percent sign of a share as written."""
    return None if number.unit is None else number.unit.text


def _is_next_opinion(text: str, between: str, number: Number) -> bool:
    """Return whether a number in digits tells how many think otherwise than those before it."""
    if not number.text[0].isdigit() or _OPINION_AFTER.match(text, number.end) is None:
        return False
    return _NEXT_CLAUSE.fullmatch(between) is not None and bool(_OPINION_BETWEEN.search(between))


def _is_next_share(text: str, previous: Number, number: Number) -> bool:
    """Return whether a bare number is the next share of a list."""
    if previous.kind != "percent" or previous.unit is None or not _may_be_share(number):
        return False
    between = text[previous.unit.end : number.start]
    if _is_next_opinion(text, between, number):
        return True
    if _NEXT_NAME.fullmatch(between) is None or _MONTH.search(between):
        return False
    return _ENDS.match(text, number.end) is not None and not has_own_noun(text, number)
