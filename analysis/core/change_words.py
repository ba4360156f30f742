"""
The verbs with which a number moves: "rose from 27 to 41", "trimmed to 2.5 percent".

Out: groups of a regular expression. Which way they move is told by
``analysis.extract.figures.changes``.
"""

__all__ = ["MOVES", "VALUE_MOVES"]

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
