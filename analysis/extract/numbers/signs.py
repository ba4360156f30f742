"""
Decide whether a number has a minus: "minus 5C", "-0.3%".

In: a text, the position of a number and its unit. Out: where the minus starts. A dash that touches
the digits is a minus before a percentage or a temperature only; before people it is a list's mark.
"""

import re

from analysis.extract.numbers.units import Unit, is_temperature
from analysis.extract.numbers.word_patterns import ANY_CASE

__all__ = ["may_be_negative", "minus_start"]

LONGEST_MINUS = 20
_WORD = re.compile(r"(?<!\bplus\sor\s)(?<!\bplus-or-)\bminus\s+$", ANY_CASE)


def may_be_negative(text: str, start: int) -> bool:
    """
    Return whether a dash with no digit or letter before it touches a number.

    Parameters
    ----------
    text : str
    start : int
        First character of the number.

    Returns
    -------
    bool
    """
    if text[start - 1 : start] != "-":
        return False
    return start == 1 or text[start - 2] in " \n\t\u00a0("


def minus_start(text: str, start: int, unit: Unit) -> int | None:
    """
    Return where the minus of a number starts.

    Parameters
    ----------
    text : str
    start : int
        First character of the number.
    unit : Unit
        Its unit.

    Returns
    -------
    int or None
        None if the number has no minus.
    """
    if unit.kind not in ("percent", "points") and not is_temperature(unit):
        return None
    if may_be_negative(text, start):
        return start - 1
    word = _WORD.search(text[max(0, start - LONGEST_MINUS) : start])
    return None if word is None else start - len(word[0])
