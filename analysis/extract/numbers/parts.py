"""
Read numbers that only their unit shows: "half an hour", "6ft 3in", "two hours and ten minutes".

In: a text and a match of ``part_pattern``. Out: the value, and the unit with its characters.
"A" and "an" are numbers before a unit only where a qualifier or a direction says how much is
meant: "more than a week", "an hour away", but not "$5 a week". Where they occur in a text is found
by ``analysis.extract.numbers.parse``.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from analysis.extract.numbers.qualifiers import qualifier_of
from analysis.extract.numbers.units import Unit, unit_of
from analysis.extract.numbers.values import PLAIN, SMALL, parse_value
from analysis.extract.numbers.word_patterns import ANY_CASE, one_of

__all__ = ["Part", "part_of", "part_pattern"]

INCHES_PER_FOOT = 12

_FULL = r"(?:full\s+|whole\s+)?"
_MEASURES = one_of(
    r"""
    hour day week month year decade century mile inch foot yard acre hectare gallon degree
    kilomet(?:er|re) met(?:er|re) ton(?:ne)? lit(?:er|re) kilo(?:gram)? fortnight minute
    """
)
_POINT = r"(?:percentage[\s-]+)?points?\b"
_PERCENT = r"(?:one\s+)?(?:percent|per\s+cent)\b"
_PART_WORDS = r"(?:(?:an?[\s-]+|one[\s-]+)?(?:half|quarter)|three[\s-]+quarters)"
# Units of which "quarter" alone is a part: "a quarter mile", but not "the quarter year".
_AFTER_QUARTER = rf"(?:{_POINT}|{_PERCENT}|mile\b|hour\b|century\b|inch\b)"
_VALUES = {"half": 0.5, "quarter": 0.25, "quarters": 0.75}
_LAST_PART = re.compile(r"half|quarters?", re.IGNORECASE)
# "A third of 1 percent", "one-half of one percentage point"
_TENTHS = {
    "third": 3,
    "fourth": 4,
    "quarter": 4,
    "fifth": 5,
    "tenth": 10,
    "hundredth": 100,
    "half": 2,
}
_FRACTION_WORDS = (
    rf"(?:(?P<n_parts>an?|one|two|three)[\s-]+)?(?P<of_parts>{'|'.join(_TENTHS)})s?"
    r"\s+of\s+(?:an?|one|1)"
)
_FRACTION = re.compile(_FRACTION_WORDS, re.IGNORECASE)
_N_PARTS = {"two": 2, "three": 3}
_POINTS_AFTER = re.compile(rf"[\s-]+{_FULL}({_POINT})", ANY_CASE)
_PERCENT_AFTER = re.compile(rf"[\s-]+({_PERCENT})", ANY_CASE)
_AND_A_HALF_AFTER = re.compile(r"\s+\w+\s+and\s+a\s+half\b", ANY_CASE)
_PERCENTAGE_AFTER = re.compile(rf"\s+{_FULL}percentage\b", ANY_CASE)
_DIRECTION_AFTER = re.compile(
    rf"\s+{_FULL}\w+\s+(?:away|long|wide|deep|apart|tall|thick|and\s+a\s+half)\b", ANY_CASE
)
_FEET_AND_INCHES = re.compile(r"(\d{1,2})\D+(\d{1,2})")
# A plain count: a number of any length here would be searched at every word of a text.
_SMALL = "|".join(sorted(SMALL, key=len, reverse=True))
_COUNT = rf"(?:\d{{1,4}}(?:\.\d+)?|(?:{_SMALL})(?:-(?:{_SMALL}))?)"
# "Six years and four months"
_DAYS = {"year": 365.25, "month": 30.4375, "week": 7.0, "day": 1.0}
_DAYS |= {"hour": 1 / 24, "minute": 1 / 1440, "second": 1 / 86400}
_SHORTER = {
    "years": "(?:months?|weeks?|days?)",
    "months": "(?:weeks?|days?)",
    "weeks": "days?",
    "days": "hours?",
    "hours": "(?:minutes?|seconds?)",
    "minutes": "seconds?",
}
_THIRD = {"years": "days?", "days": "minutes?", "hours": "seconds?"}


def _durations() -> str:
    """Return the pattern of a duration told in a unit and in one or two shorter ones."""
    following = rf"(?:,?\s+and|,)?\s+{_COUNT}\s+"
    several = []
    for longer, shorter in _SHORTER.items():
        words = rf"{longer}?{following}{shorter}\b"
        if longer in _THIRD:
            words += rf"(?:{following}{_THIRD[longer]}\b)?"
        several.append(words)
    # "seven years, 18 months of it suspended" is no longer than seven
    is_part = r"(?!\s+(?:of\s+(?:it|them|which|that|those)|suspended)\b)"
    return rf"{_COUNT}\s+(?:{'|'.join(several)}){is_part}"


_EACH_DURATION = re.compile(rf"(?P<value>{_COUNT})\s+(?P<name>{'|'.join(_DAYS)})s?", ANY_CASE)
# "In just over a week" says when; "over a week" alone means during it.
_OVER = re.compile(r"over", re.IGNORECASE)


class Part(NamedTuple):
    """The value of a number that its unit shows, and that unit."""

    value: float
    unit: Unit


# as part of a larger pattern, which names its own groups
_WITHOUT_NAMES = re.sub(r"\?P<\w+>", "?:", _FRACTION_WORDS)


@lru_cache(maxsize=1)
def part_pattern() -> str:
    """Return the pattern of such numbers, as the group ``part``."""
    unit = rf"{_FULL}(?:{_POINT}|{_PERCENT}|{_MEASURES}\b)"
    return rf"""
        (?P<part>
          \d{{1,2}}-foot-\d{{1,2}}(?![\w.,]\d)
          | \d{{1,2}}\s?(?:ft|feet|foot)[\s,]{{0,2}}\d{{1,2}}[\s-]?(?:in|ins|inch|inches)\b
            (?!\s+(?:the|an?|his|her|its|\d))
          | \d['’]\s?\d{{1,2}}["”]
          | {_durations()}
          | {_WITHOUT_NAMES}(?=\s+(?:percent|per\s+cent|pct|percentage\s+points?)\b)
          | {_PART_WORDS}(?:\s+of)?\s+an?(?=\s+{unit})
          | (?:an?\s+)?half(?=[\s-]+(?:hour|mile|century|{_POINT}|{_PERCENT})(?!s)\b)
          | (?:an?\s+)?(?:quarter|three[\s-]quarters)(?=[\s-]+{_AFTER_QUARTER}(?!s))
          | (?:an?|another)(?=\s+{_FULL}(?:percentage\s+point\b|{_MEASURES}\b))
        )
    """


def part_of(text: str, start: int, end: int) -> Part | None:
    """
    Return the value and the unit of a number that its unit shows.

    Parameters
    ----------
    text : str
    start, end : int
        Characters that ``part_pattern`` matched.

    Returns
    -------
    Part or None
        None for an article that counts nothing.
    """
    words = text[start:end]
    durations = list(_EACH_DURATION.finditer(words.translate(PLAIN)))
    if durations:
        return _sum_of(durations, start, end)
    feet = _FEET_AND_INCHES.match(words)
    if feet is not None:
        value = int(feet[1]) + int(feet[2]) / INCHES_PER_FOOT
        return Part(value, Unit("measure", "ft", None, start, end))
    unit = _unit(text, start, end)
    fraction = _FRACTION.fullmatch(words)
    if fraction is not None and unit.kind in ("percent", "points"):
        n_parts = _N_PARTS.get((fraction["n_parts"] or "").lower(), 1)
        return Part(round(n_parts / _TENTHS[fraction["of_parts"].lower()], 3), unit)
    named = _LAST_PART.search(words)
    if named is not None:
        return Part(_VALUES[named[0].lower()], unit)
    if not _counts_one(text, start, end, unit):
        return None
    half = _AND_A_HALF_AFTER.match(text, end)
    if half is None:
        return Part(1.0, unit)
    return Part(1.5, unit._replace(end=half.end()))


def _sum_of(durations: Sequence[re.Match[str]], start: int, end: int) -> Part:
    """Return a duration in its first unit: "six years and six months" is 6.5 years."""
    days = 0.0
    for each in durations:
        days += (parse_value(each["value"]) or 0.0) * _DAYS[each["name"].lower()]
    first = durations[0]["name"].lower()
    return Part(round(days / _DAYS[first], 2), Unit("measure", f"{first}s", None, start, end))


def _unit(text: str, start: int, end: int) -> Unit:
    """Return the unit after a part: percentage points, percent or a measure."""
    points = _POINTS_AFTER.match(text, end)
    if points is not None:
        return Unit("points", points[1], None, start, points.end())
    percent = _PERCENT_AFTER.match(text, end)
    if percent is not None:
        return Unit("percent", percent[1], None, start, percent.end())
    return unit_of(text, start, end)


def _counts_one(text: str, start: int, end: int, unit: Unit) -> bool:
    """Return whether an article before a unit says how much."""
    if unit.kind not in ("measure", "points"):
        return False
    if _PERCENTAGE_AFTER.match(text, end) or _DIRECTION_AFTER.match(text, end):
        return True
    span = qualifier_of(text, start, end).span
    return span is not None and _OVER.fullmatch(text[slice(*span)]) is None
