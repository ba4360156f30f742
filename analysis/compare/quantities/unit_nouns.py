"""
Name what a unit measures, where no counted words do: a time, a distance, a height, rainfall.

In: a unit as it is printed and the statements of a quantity. Out: a noun for its label, or None.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

__all__ = ["LENGTHS", "SPEEDS", "TIMES", "around_number", "generic_noun", "is_time"]

TIMES = re.compile(r"(?:second|minute|hour|day|week|month|year|decade)s?", re.IGNORECASE)
LENGTHS = re.compile(
    r"(?:kilo|centi|milli)?met(?:er|re)s?|(?:nautical )?miles?|yards?|feet|foot|ft|inch(?:es)?"
    r"|k?m|cm|mm",
    re.IGNORECASE,
)
SPEEDS = re.compile(
    r"km/h|kmh|kmph|kph|mph|knots|(?:miles|kms?|kilomet(?:er|re)s) (?:an|per) hour", re.IGNORECASE
)
_DEGREES = re.compile(r"degrees?|°[CF]?|celsius|fahrenheit", re.IGNORECASE)
_FAR = re.compile(
    r"[\s\w]{0,16}?(?:\s\([^)]{1,20}\))?[\s\w]{0,24}?\b(?:from|away|off"
    r"|(?:north|south|east|west)\w*|inside|outside|out|between|apart|inland|offshore)\b",
    re.IGNORECASE,
)
_HIGH_BEFORE = re.compile(
    r"\b(?:altitude|elevation|gauge|height|crest\w*|(?:river|water|flood|sea|lake)\s+levels?)\b"
    r"[^.;,]{0,60}$"
    r"|\b(?:rivers?|creek|lake|reservoir|waters?|flood\s?waters?|flood)\s+"
    r"(?:(?-i:[A-Z])\w+\s+)?"
    r"(?:(?:had|has|have|later|then)\s+)?(?:peak|crest|rose|risen|dropp|fell|fallen|reach"
    r"|stood|swell|swollen)\w*\s+(?:by\s+|to\s+|at\s+)?"
    r"(?:about\s+|more\s+than\s+|nearly\s+|over\s+|almost\s+)?$"
    r"|\bpeak\s+of\s+$",
    re.IGNORECASE,
)
_HIGH_AFTER = re.compile(r"\s?[\w-]{1,12}\s+(?:high|tall|above\s+(?:the\s+)?sea)\b", re.IGNORECASE)
_WEATHER_OF_NO_RAIN = re.compile(
    r"\b(?:hail\w*|sea|seas|tide|bullets?|pistols?|guns?|cracks?|wide|tall|thick|ice)\b",
    re.IGNORECASE,
)
_WEATHER = re.compile(
    r"\b(?P<rain>rain\w*|downpours?|drizzle)|(?P<snow>snow\w*|blizzard)|\b(?:bureau|meteorolog\w+"
    r"|weather|gauges?|forecasters?)\b",
    re.IGNORECASE,
)
_DEPTHS_OF_RAIN = re.compile(
    r"mm|milli\s?met(?:er|re)s?|inch(?:es)?|cm|centimet(?:er|re)s?", re.IGNORECASE
)
_WITHIN = re.compile(r"\bwithin\s+(?:(?:about|some|just)\s+)?$", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:plung|f[ae]ll|drop|travel|walk|march|r[au]n|drag|sli?d|fl[eoy]w|mov|row|sw[ai]m|cycl"
    r"|climb"
    r"|tumbl|sank|sink|drift)\w*\s+"
    r"(?:(?:about|around|some|nearly|almost|more\s+than|over|up\s+to)\s+)?$",
    re.IGNORECASE,
)


def generic_noun(unit_text: str, rows: Iterable[Mapping[str, Any]]) -> str | None:
    """
    Return the noun for what a unit measures, where no counted words name it.

    Parameters
    ----------
    unit_text : str
    rows : iterable of dict
        The statements of the quantity.

    Returns
    -------
    str or None
        "time", "distance", "height", "length", "rainfall", "snowfall", "speed" or "temperature";
        None for other units.
    """
    if TIMES.fullmatch(unit_text):
        return "time"
    if SPEEDS.fullmatch(unit_text):
        return "speed"
    if _DEGREES.fullmatch(unit_text):
        return "temperature"
    if not LENGTHS.fullmatch(unit_text):
        return None
    rows = list(rows)
    fallen = _fallen(unit_text, rows)
    if fallen is not None:
        return fallen
    if any(_is_far(row) for row in rows):
        return "distance"
    return "height" if any(_is_high(row) for row in rows) else "length"


def _fallen(unit_text: str, rows: Iterable[Mapping[str, Any]]) -> str | None:
    """Return "rainfall" or "snowfall" where every sentence with a depth tells of the weather."""
    if _DEPTHS_OF_RAIN.fullmatch(unit_text) is None:
        return None
    told = [_WEATHER.search(row["sentence_text"]) for row in rows]
    others = (_WEATHER_OF_NO_RAIN.search(row["sentence_text"]) for row in rows)
    if any(found is None for found in told) or any(others):
        return None
    is_snow = any(found is not None and found["snow"] for found in told)
    is_rain = any(found is not None and found["rain"] for found in told)
    if is_snow:
        return None if is_rain else "snowfall"
    is_of_rain = is_rain or unit_text.casefold().startswith(("mm", "milli"))
    return "rainfall" if is_of_rain else None


def is_time(unit_text: str) -> bool:
    """Return whether a unit is one of time: "decades"."""
    return TIMES.fullmatch(unit_text) is not None


def _is_far(row: Mapping[str, Any]) -> bool:
    """Whether a number tells how far: "14 km from the site", "the bus plunged 25 metres"."""
    before, after = around_number(row)
    if _MOVED.search(before) or _WITHIN.search(before):
        return True
    return _FAR.match(after) is not None


def _is_high(row: Mapping[str, Any]) -> bool:
    """Whether a number tells how high: "a gauge of 6.8 metres", "4,600 m above sea level"."""
    before, after = around_number(row)
    return _HIGH_BEFORE.search(before) is not None or _HIGH_AFTER.match(after) is not None


def around_number(row: Mapping[str, Any]) -> tuple[str, str]:
    """Return the words of a sentence before and after its number; none if it stands elsewhere."""
    sentence = row["sentence_text"]
    number = re.search(rf"(?<!\w){re.escape(row['text'])}(?![A-Z])", sentence)
    if number is None:
        return "", ""
    return sentence[: number.start()], sentence[number.end() :]
