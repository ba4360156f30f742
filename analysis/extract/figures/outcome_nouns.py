"""
Read numbers that are told as tolls or counted in nouns of harm: "the toll rose to 12", "12 deaths", "cost 12 lives".

In: the words before and after a number. Out: an outcome, or None. "The law would have averted 12 deaths" tells none.
"""

import re

from analysis.extract.figures.patterns import MORE

__all__ = ["told_as_count"]

_REACHED = (
    r"[^.;]{0,110}?\b(?:to|at|reached|surpass(?:es|ed)|exceed(?:s|ed)|of|is|be|was|hit|hits|passed|passes|topped|tops)\s+"
    r"(?:[\w]+\s+){0,3}$"
)
_TOLL = re.compile(
    r"(?i)\b(?:(?:death|total|the|a)\s+toll|number\s+of\s+(?:people\s+)?(?:deaths|dead|killed|fatalities))\b"
    + _REACHED
)
_INJURED_TOLL = re.compile(
    r"(?i)\bnumber\s+of\s+(?:the\s+|people\s+)?(?:injured|wounded|injuries)\b" + _REACHED
)
_AVERTED = re.compile(r"(?i)\b(?:avert|avoid|prevent|spare)\w*\s+(?:[\w]+\s+){0,3}$")
_COUNTED_DEAD = re.compile(r"(?i)\s+(?:[\w-]+\s+){0,2}?(?:deaths|fatalities|martyrs)\b")
_TAKEN_TOLL = re.compile(
    r"(?i)\bnumber\s+of\s+(?:[\w-]+\s+){0,6}?(?:abducted|kidnapped|captured|detained|arrested)\b"
    + _REACHED
)
_CASES = re.compile(
    r"(?i)\s+cases\s+of\s+(?:\w+\s+)?(?:suffocation|asphyxiation|poisoning|dyspnea)\b"
)
_ARRESTS = re.compile(r"(?i)\s+(?:[\w-]+\s+){0,1}?(?:arrests|detentions|abductions|kidnappings)\b")
_CASUALTIES = re.compile(r"(?i)(?:\s+of)?\s+(?:[\w-]+\s+){0,1}?casualties\b")
_DEAD_WERE = re.compile(
    r"(?i)\b(?:those\s+(?:killed|dead)|the\s+(?:dead|victims|fatalities|deceased))\s+"
    r"(?:include[sd]?|including|were|are|was|comprised)\s+" + MORE + "$"
)
_DEATHS_AND = re.compile(r"(?i)\b(?:deaths|fatalities|dead|killed)(?:\s+and|,)\s+$")
_LIVES = re.compile(
    r"(?i)\b(?:claim\w*|cost|costs|lost|tak(?:e|es|en|ing)|took)\s+(?:[\w]+\s+){0,3}$"
)
_AMONG_DEAD = re.compile(
    r"(?i)(?:\s+[\w’'-]+){1,6}?\s+(?:were|was|are)\s+among\s+"
    r"(?:the\s+(?:dead|killed|victims)|those\s+killed|(?:at\s+least\s+)?\d+\s+people\s+killed)"
)
_FREED = re.compile(
    r"(?i)\s+(?:[\w.-]+\s+){0,2}?hostages\s+(?:(?:who|were|have|had|are|been|being)\s+)*(?:released|freed)\b"
)
_FREES = re.compile(
    r"(?i)(?<!to )\b(?:releas(?:e[sd]?|ing)|free(?:[sd]|ing)?)\s+(?:of\s+)?(?:the\s+)?$"
)
_HOSTAGES = re.compile(r"(?i)\s+(?:[\w.-]+\s+){0,2}?hostages\b")


def told_as_count(left, near):
    """
    Find the outcome that a toll or a noun of harm gives a number.

    Parameters
    ----------
    left, near : str
        The words before the number, and those after it.

    Returns
    -------
    str or None
        One of ``analysis.core.tables.OUTCOMES``.

    Examples
    --------
    >>> told_as_count("The death toll rose to ", "."), told_as_count("It had ", " rooms.")
    ('killed', None)
    """
    if _INJURED_TOLL.search(left):
        return "injured"
    dead = _COUNTED_DEAD.match(near) and not _AVERTED.search(left)
    if _TOLL.search(left) or dead or _AMONG_DEAD.match(near) or _DEAD_WERE.search(left):
        return "killed"
    if _DEATHS_AND.search(left) and re.match(r"\s+(?:other\s+)?injuries\b", near):
        return "injured"
    if _CASES.match(near):
        return "injured"
    if _ARRESTS.match(near) or _TAKEN_TOLL.search(left):
        return "captured"
    if re.match(r"(?i)\s+(?:[\w-]+\s+){0,1}?lives\b", near) and _LIVES.search(left):
        return "killed"
    if _CASUALTIES.match(near):
        return "killed_or_injured"
    if _HOSTAGES.match(near):
        return "other" if _FREED.match(near) or _FREES.search(left) else "captured"
    return None
