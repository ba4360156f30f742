"""
The verbs with which a number moves: "rose from 27 to 41", "trimmed to 2.5 percent".

Out: groups of a regular expression. Which way they move is told by
``analysis.extract.figures.changes``.
"""

import re

__all__ = ["MOVES", "VALUE_MOVES", "is_moved_to"]

_OF_VALUES = r"""
    r[io]s(?:e|es|ing|en) increas\w+ decreas\w+ gr[eo]w\w* climb\w* jump\w* f[ae]ll\w* drop\w*
    declin\w+ revis\w+ soar\w* updat\w+ surg\w+ shr[aiu]nk\w* up down rais\w+ lower\w* reduc\w+
    escalat\w+ hik\w+ boost\w* widen\w* narrow\w* doubl\w+ tripl\w+ trim\w* slash\w* chang\w+
    improv\w+ swell\w* plung\w+ tumbl\w+ slid\w* s[au]nk sink\w* slump\w* spik\w+ \w*rocket\w*
    balloon\w* lift(?:s|ed|ing) slip\w* dip\w* edg\w+ dwindl\w+ halv\w+ correct\w*
"""
_OF_THINGS_TOO = r"""
    went gone? cut lengthen\w* extend\w* shorten\w* prolong\w* lift slow\w* mov\w+ shift\w*
    push\w* bring\w* brought expan\w+ gain\w* los[et]\w* add\w*
"""
VALUE_MOVES = f"(?:{'|'.join(_OF_VALUES.split())})"
"""Verbs in their forms, "up" and "down", of what only a number does; write ``\\b`` around it."""

MOVES = f"(?:{'|'.join((_OF_VALUES + _OF_THINGS_TOO).split())})"
"""The same, with verbs of people and things too: "moved 40 people from two camps"."""

_CHARACTERS = 60  # before a number
# "the toll has risen to 29", "raised to 16 the number", "lifted its count from 20 to nearly 29"
_MOVED_TO = re.compile(
    rf"\b(?!up\b|down\b){VALUE_MOVES}\s+(?:(?:the|its|their|his|her|that)\s(?:[\w-]+\s){{0,2}}?"
    r"(?:toll|number|count|figure|tally|total|estimate)\s|(?:sharply|again|further|overnight)\s)?"
    r"(?:from\s(?:\w+\s){0,2}?\d[\d,.]*\s(?:\w+\s)?)?"
    r"to\s(?:(?:at\sleast|more\sthan|about|nearly|almost|around|some|as\smany\sas|over)\s)?$",
    re.IGNORECASE,
)


def is_moved_to(text: str, start: int) -> bool:
    """
    Return whether a text tells a number as what another became.

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
    >>> text = "The ministry raised its count from 56 to 61."
    >>> is_moved_to(text, text.index("61")), is_moved_to(text, text.index("56"))
    (True, False)
    """
    return _MOVED_TO.search(text, max(0, start - _CHARACTERS), start) is not None
