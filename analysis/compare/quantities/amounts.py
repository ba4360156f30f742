"""
Make the values of statements comparable: one unit for each dimension, and sizes of vague words.

In: units and numbers as written. Out: what a number measures ("count", "percent", "length"), and
the factor to one unit of it: miles and kilometres have a fixed ratio. Sums of money are converted
in ``currencies``.
"""

import re

__all__ = [
    "MONEY",
    "is_additional",
    "is_each",
    "is_needed",
    "is_one_more",
    "is_of_other_harm",
    "vague_range",
    "what_is_measured",
]

MONEY = "money"
COUNT = "count"
COUNTS = ("people", "bodies", "things")

_DIMENSIONS: dict[str, dict[str, float]] = {
    "length": {
        "nm": 1852.0,
        "nautical mile": 1852.0,
        "mile": 1609.344,
        "kilometer": 1000.0,
        "kilometre": 1000.0,
        "km": 1000.0,
        "meter": 1.0,
        "metre": 1.0,
        "m": 1.0,
        "yard": 0.9144,
        "foot": 0.3048,
        "feet": 0.3048,
        "ft": 0.3048,
        "inch": 0.0254,
        "inche": 0.0254,
        "centimeter": 0.01,
        "centimetre": 0.01,
        "cm": 0.01,
        "millimeter": 0.001,
        "millimetre": 0.001,
        "mm": 0.001,
    },
    "speed": {
        "mph": 1.609344,
        "mile per hour": 1.609344,
        "mile an hour": 1.609344,
        "kph": 1.0,
        "kmh": 1.0,
        "kmph": 1.0,
        "km/h": 1.0,
        "km per hour": 1.0,
        "km an hour": 1.0,
        "kilometer per hour": 1.0,
        "kilometre per hour": 1.0,
        "kilometer an hour": 1.0,
        "kilometre an hour": 1.0,
        "knot": 1.852,
    },
    "area": {
        "square mile": 258.9988,
        "square kilometer": 100.0,
        "square kilometre": 100.0,
        "square km": 100.0,
        "sq km": 100.0,
        "sq mile": 258.9988,
        "km2": 100.0,
        "km²": 100.0,
        "hectare": 1.0,
        "acre": 0.404686,
        "square meter": 0.0001,
        "square metre": 0.0001,
        "square foot": 0.0000092903,
        "square feet": 0.0000092903,
        "sqft": 0.0000092903,
    },
    "weight": {
        "tonne": 1000.0,
        "metric ton": 1000.0,
        "ton": 1000.0,
        "kilogram": 1.0,
        "kilo": 1.0,
        "kg": 1.0,
        "pound": 0.453592,
        "lb": 0.453592,
        "ounce": 0.0283495,
        "oz": 0.0283495,
        "gram": 0.001,
    },
    "volume": {
        "litre": 1.0,
        "liter": 1.0,
        "gallon": 3.78541,
        "barrel": 158.987,
        "cubic meter": 1000.0,
        "cubic metre": 1000.0,
    },
    "time": {
        "second": 1 / 86400,
        "sec": 1 / 86400,
        "minute": 1 / 1440,
        "min": 1 / 1440,
        "hour": 1 / 24,
        "hr": 1 / 24,
        "day": 1.0,
        "night": 1.0,
        "week": 7.0,
        "fortnight": 14.0,
        "month": 30.4375,
        "year": 365.25,
        "yr": 365.25,
        "decade": 3652.5,
        "century": 36525.0,
        "centurie": 36525.0,
    },
}
_UNITS = {
    unit: (dimension, factor)
    for dimension, units in _DIMENSIONS.items()
    for unit, factor in units.items()
}
_MODIFIER = re.compile(r"^(?:consecutive|straight|more|full|fiscal|calendar)\s+")
_VAGUE = {
    "couple": (2.0, 3.0),
    "few": (2.0, 10.0),
    "handful": (2.0, 10.0),
    "several": (3.0, 12.0),
    "tens": (10.0, 200.0),
    "dozens": (20.0, 200.0),
    "scores": (30.0, 200.0),
    "hundreds": (100.0, 2e3),
    "thousand": (1e3, 1e3),
    "thousands": (1e3, 1e5),
    "million": (1e6, 1e6),
    "millions": (1e6, 2e8),
    "billion": (1e9, 1e9),
    "billions": (1e9, 2e11),
}
_MORE_BEFORE = re.compile(
    r"\b(?:another|an?\s+(?:additional|extra|further|other)|additional|other|remaining"
    r"|(?:killed|died|dead|injured|hurt|wounded)\s+(?:(?:along|together)\s+with|alongside))\s+\W?$",
    re.IGNORECASE,
)
# "9 percent more pay" is a rise, and comes on top of no other number
_MORE_AFTER = re.compile(
    r"(?!\s+percent\b)\s+(?:\w+\s+)?(?:more|others?|additional|further|extra)\b(?!\s+than)",
    re.IGNORECASE,
)
# "Two passengers died of their injuries overnight": two more
_DIED_LATER_AFTER = re.compile(
    r"(?:\s+\w+){0,2}?\s+(?:ha(?:s|ve|d|ving)\s+(?:since\s+)?)?(?:die[ds]?|succumbed)\s+"
    r"(?:(?:of|from|to)\s+(?:their|his|her)\s+(?:injuries|wounds|burns)|overnight|since)\b",
    re.IGNORECASE,
)
_DEAD = re.compile(r"\b(?:killed|kills?|killing|dead|died|deaths?|lives)\b", re.IGNORECASE)
_HURT = re.compile(r"\b(?:injur\w+|wound\w+|hurt)\b", re.IGNORECASE)
_OPENS = re.compile(r"\W*(?:(?:at\s+least|another|a\s+further|some|about)\s+)?", re.IGNORECASE)
_DEAD_BEFORE = re.compile(
    r"\b(?:killed|kills?|killing|dead|died|deaths?|lives)\b(?![^.;]*\b(?:injured|wounded|hurt)\b)"
    r"[^.;]{0,80}?\b(?:another|an?\s+(?:additional|further))\s+$",
    re.IGNORECASE,
)
_HURT_AFTER = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?(?:injured|wounded|hurt|missing|unaccounted)\b", re.IGNORECASE
)
# "22 are dead. Another 21 are missing"
_MISSING_AFTER = re.compile(
    r"\s+(?:people\s+|others\s+)?(?:are|were|remain(?:ed)?)\s+(?:still\s+)?"
    r"(?:missing|unaccounted)\b",
    re.IGNORECASE,
)
_LONGEST_LIST = 160  # characters

_BESIDE = 40  # characters next to a number
_EACH_BEFORE = re.compile(r"\b(?:each|apiece)\s+(?:[\w-]+\s+){0,3}\W?$", re.IGNORECASE)
_EACH_AFTER = re.compile(
    r"(?:\s+[\w’'-]+){0,3}?\s+(?:each\b|apiece\b|(?:on|from|by)\s+(?:each|either)\s+side\b|per"
    r"\s+side\b)",
    re.IGNORECASE,
)
_NEEDED_BEFORE = re.compile(
    r"\b(?:need(?:s|ed|ing)?|requir(?:e[sd]?|ing)|short\s+of|threshold\s+of|goal\s+of"
    r"|(?:need\w*|short\s+of|for|reach\w*|secur\w+)\s+(?:an?|the)\s+(?:\w+\s+)?majority\s+of"
    r"|target\s+of|minimum\s+of|quorum\s+of"
    # "it should keep at least $110 million on hand"
    r"|(?:should|must|ought\s+to|ha(?:s|d|ve)\s+to)\s+(?:keep|hold|have|maintain|retain|reserve)"
    r"\s+(?:at\s+least|no\s+less\s+than))\s+(?:[\w-]+\s+){0,2}\W?$",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|another|\d+(?:nd|rd|th))\s",
    re.IGNORECASE,
)
_NEEDED_AFTER = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:(?:were|was|are|is)\s+)?(?:needed|required|necessary)\b"
    # those who "needed hospital treatment" were counted
    r"(?!\s+(?:\w+\s+)?(?:treatment|care|surgery|attention|help|stitches|rescuing))"
    # "against the $1.6 billion that the UN has asked for"
    r"|(?:\s+[a-z]+)?\s+(?:that\s+)?"
    r"(?:(?:the|an?|its)\s+[\w-]+|it|they|(?:the\s+)?(?-i:[A-Z])[\w.]+(?:\s+(?-i:[A-Z])[\w.]+)*)\s+"
    r"(?:(?:has|have|had|is|are|was|were|says?|said)\s+)*"
    r"(?:asked\s+for|asking\s+for|appealed\s+for|appealing\s+for|called\s+for|needs?|needed"
    r"|requires?|required|requested|seeks|sought)\b",
    re.IGNORECASE,
)


def what_is_measured(unit: str, unit_text: str | None) -> tuple[str, float]:
    """
    Return what a number measures, and the factor that takes it to the common unit.

    Parameters
    ----------
    unit : str
        One of ``UNITS`` of ``analysis.core.tables``.
    unit_text : str or None
        Unit as written.

    Returns
    -------
    measured : str
        Two numbers can be the same only if this is equal. People, bodies and things are one count,
        because an outlet writes "5 arrests" where another writes "5 arrested". A unit without a
        fixed ratio to others measures itself ("degrees").
    factor : float
        1 if it is not converted.

    Examples
    --------
    >>> what_is_measured("measure", "miles")
    ('length', 1609.344)
    >>> what_is_measured("things", None)
    ('count', 1.0)
    """
    if unit in COUNTS:
        return COUNT, 1.0
    if unit != "measure":
        return unit, 1.0
    name = re.sub(r"[\s.-]+", " ", (unit_text or "").casefold()).strip()
    name = _MODIFIER.sub("", name)
    for form in (name, name.removesuffix("s"), name.replace("s ", " ", 1)):
        if form in _UNITS:
            return _UNITS[form]
    return f"measure {name.removesuffix('s')}", 1.0


def vague_range(words: str) -> tuple[float, float] | tuple[None, None]:
    """
    Return the numbers that a vague word may stand for.

    Parameters
    ----------
    words : str
        Such as "dozens" or "hundreds of thousands".

    Returns
    -------
    (float, float) or (None, None)
        Smallest and largest, generous; None for words of any size ("many").

    Examples
    --------
    >>> vague_range("tens of thousands")
    (10000.0, 200000.0)
    """
    low, high = 1.0, 1.0
    found = False
    for word in re.findall(r"[a-z]+", words.casefold()):
        bounds = _VAGUE.get(word)
        if bounds is not None:
            scale = bounds if not found else (bounds[0], bounds[0])
            low, high, found = low * scale[0], high * scale[1], True
    return (low, high) if found else (None, None)


def is_additional(sentence: str, start: int, end: int, previous: str = "") -> bool:
    """
    Return whether a number comes on top of another one: "another 5 billion", "two more".

    So do those who died later: "two died of their injuries". "Forty-four more were hurt" after the
    dead alone comes on top of no other number of those hurt.

    Parameters
    ----------
    sentence : str
    start, end : int
        Characters of the number in the sentence.
    previous : str
        The sentence before.

    Returns
    -------
    bool
    """
    if is_of_other_harm(sentence, start, end) or _follows_dead(previous, sentence, start, end):
        return False
    before, after = _beside(sentence, start, end)
    if _DIED_LATER_AFTER.match(sentence, end):
        return True
    return _MORE_BEFORE.search(before) is not None or _MORE_AFTER.match(after) is not None


def _follows_dead(previous: str, sentence: str, start: int, end: int) -> bool:
    """Return whether a number opens a sentence on those hurt, after one on the dead alone."""
    if _OPENS.fullmatch(sentence[:start]) is None or _HURT_AFTER.match(sentence, end) is None:
        return False
    return _DEAD.search(previous) is not None and _HURT.search(previous) is None


def is_of_other_harm(sentence: str, start: int, end: int) -> bool:
    """
    Return whether "another" only tells other people: "41 were killed and another 67 injured".

    Parameters
    ----------
    sentence : str
    start, end : int
        Characters of the number in the sentence.

    Returns
    -------
    bool
    """
    if _MISSING_AFTER.match(sentence, end) is not None:
        return True
    if _HURT_AFTER.match(sentence, end) is None:
        return False
    return _DEAD_BEFORE.search(sentence[max(0, start - _LONGEST_LIST) : start]) is not None


def is_needed(sentence: str, start: int, end: int) -> bool:
    """
    Return whether a number is one that is needed, not counted: "it would need 288 votes".

    Parameters
    ----------
    sentence : str
    start, end : int
        Characters of the number in the sentence.

    Returns
    -------
    bool
    """
    before, after = _beside(sentence, start, end)
    return _NEEDED_BEFORE.search(before) is not None or _NEEDED_AFTER.match(after) is not None


def is_one_more(counted: str | None) -> bool:
    """
    Return whether one person is told of by place in a count: "a third person has died".

    Such a number says 1, and the toll is 3: it is no count beside others.

    Parameters
    ----------
    counted : str or None
        Words for who is counted.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_one_more("second victim"), is_one_more("victims")
    (True, False)
    """
    return counted is not None and _ORDINAL.match(counted) is not None


def is_each(sentence: str, start: int, end: int) -> bool:
    """
    Return whether a number is one of several sides alone: "each side freed 103 prisoners".

    Parameters
    ----------
    sentence : str
    start, end : int
        Characters of the number in the sentence.

    Returns
    -------
    bool
    """
    before, after = _beside(sentence, start, end)
    return _EACH_BEFORE.search(before) is not None or _EACH_AFTER.match(after) is not None


def _beside(sentence: str, start: int, end: int) -> tuple[str, str]:
    """Return the characters next to a number, before and after it."""
    return sentence[max(0, start - _BESIDE) : start], sentence[end : end + _BESIDE]
