"""
Recognise numbers of set phrases, which measure nothing: "100 percent sure", "too clever by half".

In: a text, and a number with its unit. Out: True or False. The words that follow "100 percent" are
in ``data/lexicons/quantifiers.toml``.
"""

import re
from functools import lru_cache

from analysis.extract.numbers.word_patterns import ANY_CASE, alternatives, quantifier_lists

__all__ = ["is_all_of_it", "is_by_half", "is_exchange_rate", "is_name_of_class", "is_set_sum"]

_ALL = 100  # percent
_LONGEST_PHRASE = 40  # characters before a number
_RICHEST = (1, 99)  # percent: "the 1 percent", and the others
_THE_BEFORE = re.compile(r"(?<!\btop\s)\bthe\s+$", ANY_CASE)
_NOTHING_AFTER = re.compile(r"\s*(?:[.,;:!?)”\"’'\n]|$|(?:and|or|who|but|at)\b)", ANY_CASE)
_QUESTION_AFTER = re.compile(r"\s+question\b", ANY_CASE)
_OF_QUESTION = (64, 64_000)  # dollars
# "($1 = 3.6725 UAE dirham)": with which an agency converts its sums
_CURRENCY = r"\s(?:[A-Z]\S*\s)?(?:dollar|euro|pound|yuan|yen)"
_RATE_BEFORE = re.compile(
    rf"(?:[A-Z]{{0,3}}[$€£¥]\s?1|1(?:\.0+)?{_CURRENCY})\s*=\s*[^\d\s]*\s?$", ANY_CASE
)
_RATE_AFTER = re.compile(rf"(?:{_CURRENCY})?\s*=\s*[^\d\s]*\s?\d")
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


def is_name_of_class(text: str, value: float, start: int, end: int) -> bool:
    """
    Return whether a percentage only names the rich, or the others: "working for the 1%".

    Parameters
    ----------
    text : str
    value : float
        The percentage.
    start, end : int
        Its characters, with the unit.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_name_of_class("It works for the 1%.", 1, 17, 19)
    True
    >>> is_name_of_class("It gave the 1 percent of sales.", 1, 12, 21)
    False
    """
    if value not in _RICHEST or _NOTHING_AFTER.match(text, end) is None:
        return False
    return _THE_BEFORE.search(text, max(0, start - _LONGEST_PHRASE), start) is not None


def is_exchange_rate(text: str, start: int, end: int) -> bool:
    """
    Return whether a number is one side of an exchange rate: "($1 = 3.67 dirham)".

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number, without its unit.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_exchange_rate("($1 = 3.67 dirham)", 6, 10), is_exchange_rate("It paid $1 a day", 9, 10)
    (True, False)
    """
    if text[start:end] == "1" and _RATE_AFTER.match(text, end) is not None:
        return True
    return _RATE_BEFORE.search(text, max(0, start - _LONGEST_PHRASE), start) is not None


def is_set_sum(text: str, value: float, end: int) -> bool:
    """
    Return whether a sum of money is that of a set phrase: "the $64,000 question".

    Parameters
    ----------
    text : str
    value : float
    end : int
        Character after the sum.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_set_sum("It is the $64,000 question.", 64_000, 17)
    True
    """
    return value in _OF_QUESTION and _QUESTION_AFTER.match(text, end) is not None
