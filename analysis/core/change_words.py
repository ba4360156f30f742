"""
The verbs with which a number moves: "rose from 27 to 41", "trimmed to 2.5 percent".

Out: one group of a regular expression. Which way they move is told by
``analysis.extract.figures.changes``.
"""

__all__ = ["MOVES"]

_VERBS = r"""
    r[io]s(?:e|es|ing|en) increas\w+ decreas\w+ gr[eo]w\w* climb\w* jump\w* went gone? f[ae]ll\w*
    drop\w* declin\w+ revis\w+ soar\w* updat\w+ surg\w+ shr[aiu]nk\w* cut up down rais\w+ lower\w*
    reduc\w+ lengthen\w* extend\w* shorten\w* prolong\w* escalat\w+ hik\w+ lift\w* boost\w* widen\w*
    narrow\w* doubl\w+ tripl\w+ trim\w* slash\w* slow\w* chang\w+ mov\w+ improv\w+ shift\w* push\w*
    bring\w* brought expan\w+ swell\w* plung\w+ tumbl\w+ slid\w* s[au]nk sink\w* slump\w* spik\w+
    \w*rocket\w* balloon\w* slip\w* dip\w* edg\w+ dwindl\w+ halv\w+ gain\w* los[et]\w* add\w*
    correct\w*
"""
MOVES = f"(?:{'|'.join(_VERBS.split())})"
"""A group that matches each verb in its forms, and "up" and "down"; write a ``\\b`` around it."""
