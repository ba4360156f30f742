"""
Tell measures that state a quantity from times that only locate something, and from ages.

In: a text, a number in it and its unit. Out: True or False. "A nine-hour battle" and "closed for
six months" state durations; "two days ago", "within five months" and "the past 40 days" say when.
"""

import re

from analysis.extract.numbers.units import Unit, is_duration
from analysis.extract.numbers.word_patterns import ANY_CASE, qualifier_words

__all__ = ["is_no_quantity", "over_is_preposition"]

OLDEST_AGE = 110
CHARACTERS_BEFORE = 60

_WHEN_BEFORE = re.compile(
    rf"""
    \b(?: in | within | after | before | until | since | every | each | by | at
        | (?:(?:in|over|during|for|of|from)\s+)? (?:the\s+|these\s+|this\s+)?
          (?: past | last | next | previous | first | final | coming | recent | following | early
            | latest | preceding | another )
      )
    (?:\s+(?:just|only|the|as\s+little\s+as|those|a\s+further))*
    (?:\s+(?:{qualifier_words()}))?
    \s+$
    """,
    ANY_CASE,
)
# "She finished in 9.87 seconds", "won the race in two hours": the time that it took.
_TIME_OF_RACE_BEFORE = re.compile(
    rf"""
    \b(?: finish\w* | r[au]n | complet\w+ | clock\w* | w[io]n(?:ning)? | swam | swim
        | cover\w* | sprint\w* | cross\w* | lapp?\w* | climbed | sold\s+out | built | landed )\b
    [^.;]{{0,40}}? \s in \s+ (?:(?:{qualifier_words()}|just|only)\s+){{0,2}} $
    """,
    ANY_CASE,
)
_WHEN_AFTER = re.compile(
    r"""
    (?:\s+\d+\s+(?:min|mins|minutes|sec|seconds|hours|days|months)\b)?
    [\s,]+(?: ago | later | earlier | after | before | prior | since | hence | from\s+now
    | or\s+so\s+ago
    | into | on\s+from | apart | previously | beforehand | afterwards? | and\s+counting | running
    | to\s+the\s+day | past )\b
    """,
    ANY_CASE,
)
_OLD_AFTER = re.compile(r"[\s-]+(?:olds?|of\s+age)\b", ANY_CASE)
CHARACTERS_OF_WEAPON = 20
# "A 122mm rocket" is the name of a kind of rocket.
_CALIBRE_AFTER = re.compile(
    r"""
    [\d.]+ [\s-]* (?:mm | millimet(?:er|re)s? | calib(?:er|re)) [\s-]+ (?:\w+\s+)?
    (?:rocket | shell | mortar | gun | rifle | pistol | handgun | cannon | howitzer | round | bullet
      | missile | artillery | ammunition | automatic | weapon | lens | film )s?\b
    """,
    ANY_CASE,
)
_LENGTH_BEFORE = re.compile(
    r"\b(?:for|than|least|about|nearly|almost|exactly|lasted)\s+$", ANY_CASE
)
# "Delays of up to 90 minutes after a signal failure"
_LASTING_BEFORE = re.compile(
    r"\b(?:delays?|waits?|sentences?|terms?|stays?|jail|journeys?|trips?|strikes?|bans?|gaps?|lead)"
    r"\s+of\s+"
    rf"(?:(?:{qualifier_words()}|just|only)\s+){{0,2}}$",
    ANY_CASE,
)
_INTO_AFTER = re.compile(r"\s+in\s+to\b", ANY_CASE)
_FOR_BEFORE = re.compile(
    r"\b(?:for|of|last(?:s|ed|ing)?|well|just|took|takes?|taking|spent|spend|to|a|after)\s+$",
    ANY_CASE,
)
_OVER = re.compile(r"over", re.IGNORECASE)
# "At 04:30 hours", "06.15hrs" is a time of day.
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[:.][0-5]\d\s?(?:hours|hrs)\b", re.IGNORECASE)
_HOUR = 3  # characters of "04:", before the number


def is_no_quantity(text: str, start: int, value: float, unit: Unit) -> bool:
    """
    Return whether a number with a unit of measure says when, or how old a person is.

    Parameters
    ----------
    text : str
    start : int
        First character of the number.
    value : float
    unit : Unit
        Its unit, of kind "measure".

    Returns
    -------
    bool
        False for the age of a thing ("an 850-year-old cathedral"), which is older than people get.
    """
    if value == 0:
        return True
    if _CLOCK.match(text, max(0, start - _HOUR)):
        return True
    if not is_duration(unit):
        return _CALIBRE_AFTER.match(text, start, unit.end + CHARACTERS_OF_WEAPON) is not None
    if text[start : start + 3].lower() == "one" and not _LENGTH_BEFORE.search(text[:start][-20:]):
        return text[start + 3 : start + 4] != "-"  # "one day they came back"
    if _OLD_AFTER.match(text, unit.end):
        return value < OLDEST_AGE
    if _INTO_AFTER.match(text, unit.end):
        return True
    before = text[max(0, start - CHARACTERS_BEFORE) : start]
    if _LASTING_BEFORE.search(before):
        return False
    if _WHEN_AFTER.match(text, unit.end):
        return True
    if _TIME_OF_RACE_BEFORE.search(before):
        return False
    return _WHEN_BEFORE.search(before) is not None


def over_is_preposition(text: str, start: int, end: int) -> bool:
    """
    Return whether the "over" before a duration means during: "costs rose over six months".

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the qualifier.

    Returns
    -------
    bool
        False for other qualifiers, and for "for over six months".
    """
    if _OVER.fullmatch(text[start:end]) is None:
        return False
    return _FOR_BEFORE.search(text[max(0, start - 20) : start]) is None
