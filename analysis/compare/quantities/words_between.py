"""
Write down the words around two numbers of one article, by which the second may answer the first.

In: a text and the places of two numbers in it. Out: names of words, each with the place at which it
stands: before the second number, after it, before the first. "Put", "claims" and "instead" before a
number say that it is somebody's answer; "and", "of whom" and "another" that it is not.
"""

import re

__all__ = ["words_of_pair"]

_BEFORE, _AFTER, _BEFORE_FIRST = 90, 45, 60  # characters
_MOST_BEFORE, _PAIRED_BEFORE, _MOST_AFTER = 14, 5, 5  # words that are read
_MOST_BEFORE_FIRST, _MOST_AFTER_FIRST = 6, 4
_WORD = re.compile(r"[\w’']+|[.;:,\"“”]")
_DIGITS = re.compile(r"\d[\d.,]*")


def words_of_pair(text: str, one: tuple[int, int], other: tuple[int, int]) -> list[str]:
    """
    Return the words around two numbers.

    Parameters
    ----------
    text : str
    one, other : (int, int)
        Characters of the numbers, ``one`` first.

    Returns
    -------
    list of str
        Lower case, digits as "#"; with the side on which each stands. Two words in a row before
        ``other`` are also named together. Nothing before ``one`` counts as before ``other``.

    Examples
    --------
    >>> words_of_pair("Police counted 9. The union said 25.", (15, 16), (33, 35))[:4]
    ['before .', 'before the', 'before union', 'before said']
    """
    before = _words(text[max(one[1], other[0] - _BEFORE) : other[0]])
    after = _words(text[other[1] : other[1] + _AFTER])
    before_first = _words(text[max(0, one[0] - _BEFORE_FIRST) : one[0]])
    after_first = _words(text[one[1] : one[1] + _AFTER])
    last = before[-_PAIRED_BEFORE:]
    return [
        *(f"before {word}" for word in before[-_MOST_BEFORE:]),
        *(f"before {word} {following}" for word, following in zip(last, last[1:], strict=False)),
        *(f"after {word}" for word in after[:_MOST_AFTER]),
        *(f"before first {word}" for word in before_first[-_MOST_BEFORE_FIRST:]),
        *(f"after first {word}" for word in after_first[:_MOST_AFTER_FIRST]),
    ]


def _words(text: str) -> list[str]:
    return [_DIGITS.sub("#", word) for word in _WORD.findall(text.lower())]
