"""
Recognise numbers of set phrases, which measure nothing: "100 percent sure", "too clever by half".

In: a text, and a number with its unit. Out: True or False. The words that follow "100 percent" are
in ``data/lexicons/quantifiers.toml``.
"""

import re
from functools import lru_cache

from analysis.extract.numbers.word_patterns import ANY_CASE, alternatives, quantifier_lists

__all__ = ["is_all_of_it", "is_by_half"]

_ALL = 100  # percent
_LONGEST_PHRASE = 40  # characters before a number
_TOO_BY = re.compile(r"\btoo\s+[\w-]+\s+by\s+$", ANY_CASE)


def is_all_of_it(text: str, value: float, end: int) -> bool:
    """
    Return whether a percentage only says how sure or how much: "I 100 percent support it".

    Parameters
    ----------
    text : str
    value : float
        The percentage.
    end : int
        Character after its unit.

    Returns
    -------
    bool

    Examples
    --------
    >>> text = "He is 100 percent sure."
    >>> is_all_of_it(text, 100, text.index(" sure"))
    True
    """
    return value == _ALL and _all_of_it().match(text, end) is not None


@lru_cache(maxsize=1)
def _all_of_it() -> re.Pattern[str]:
    words = alternatives(quantifier_lists()["idiom"]["words"])
    return re.compile(rf"\s+(?:{words})\b", ANY_CASE)


def is_by_half(text: str, start: int) -> bool:
    """Return whether a "half" is that of "too clever by half"; ``start`` is its character."""
    return _TOO_BY.search(text, max(0, start - _LONGEST_PHRASE), start) is not None
