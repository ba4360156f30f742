"""
Find whose a number is by the name beside it: "Barr got 5 percent", "compared to 18 for Nolan".

In: a text, a number with its unit, and the sentence that holds it. Out: the words for the owner. A
name beside the number is surer than the subject of the sentence: of "Weld earned 6 percent, Barr
got 5 percent" the second number is Barr's.
"""

import re

from analysis.core.calendar_words import MONTH, WEEKDAY
from analysis.extract.numbers.units import Unit
from analysis.extract.numbers.word_patterns import AS_WRITTEN, one_of

__all__ = ["begins_no_owner", "owner_beside"]

CHARACTERS_BEFORE = 120
_NAME = r"(?:the\s+)?(?:[A-Z][\w’'&.-]*)(?:\s+(?:of\s+|and\s+|de\s+)?[A-Z][\w’'&.-]*){0,3}"
_ABOUT = (
    r"(?:(?:only|just|about|around|some|nearly|almost|roughly|another|more\s+than|over|under"
    r"|fewer\s+than|less\s+than|at\s+least|up\s+to)\s+){0,2}"
)
_GOT = re.compile(
    rf"(?P<owner>{_NAME}),?\s+(?:also\s+|then\s+|now\s+)?"
    rf"(?:got|gets|won|wins|took|takes|received|receives|earned|earns|drew|polled|polls|scored)\s+"
    rf"{_ABOUT}$",
    AS_WRITTEN,
)
_RECORD_OF = re.compile(
    rf"(?P<owner>{_NAME})['’]s?\s+(?:[a-z-]+\s+){{0,2}}"
    rf"(?:record|total|tally|count|mark|haul)\s+of\s+{_ABOUT}$",
    AS_WRITTEN,
)
_COMPARED_TO = re.compile(
    rf"\b(?:compared\s+(?:to|with)|versus|vs\.?|against)\s+{_ABOUT}[$€£]?$", AS_WRITTEN
)
# "for Nolan", "for his challenger, former judge Lena Moravec"
_FOR = re.compile(
    r"\s+(?:[a-z]+\s+){0,2}?for\s+(?:(?:his|her|its|the)\s+(?:[a-z-]+\s+){0,2}[a-z-]+,?\s+"
    rf"(?:[a-z-]+\s+){{0,3}}?)?(?P<owner>{_NAME})",
    AS_WRITTEN,
)
# What only begins a sentence or a phrase is no part of a name.
_NO_OWNER = re.compile(
    one_of(
        """
        Like Unlike Despite Plus Combined Combining Compared Given Including Even Besides Beyond
        Under According Based Once Still Yet Also Together Alongside Meanwhile However Saying
        Adding Facing With Without For From In On At By After Before Since While Although Though
        Because If When Where He She It They We I You This That These Those There
        """
    )
    + rf"\b|(?:[Tt]he\s+)?(?:{MONTH}|{WEEKDAY})\b"
)


def owner_beside(text: str, unit: Unit, sentence: tuple[int, int]) -> str | None:
    """
    Return whose a number is by a name beside it.

    Parameters
    ----------
    text : str
    unit : Unit
        The unit of the number, with the characters of both.
    sentence : (int, int)
        Characters of the sentence.

    Returns
    -------
    str or None
        None where no name stands beside the number, or none that can own it.
    """
    if unit.kind not in ("count", "percent"):
        return None
    before = text[max(sentence[0], unit.start - CHARACTERS_BEFORE) : unit.start]
    found = _GOT.search(before) or _RECORD_OF.search(before)
    if found is None and _COMPARED_TO.search(before):
        found = _FOR.match(text, unit.end, sentence[1])
    if found is None or begins_no_owner(found["owner"]):
        return None
    return found["owner"].rstrip(".")


def begins_no_owner(words: str) -> bool:
    """
    Return whether words for an owner begin with one that is part of no name.

    Examples
    --------
    >>> begins_no_owner("Like Governor Weld"), begins_no_owner("Governor Weld")
    (True, False)
    """
    return _NO_OWNER.match(words) is not None
