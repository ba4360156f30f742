"""
Tell quickly that a text cannot match a pattern, by the words that every match must have.

In: phrases of a pattern; a text. Out: whether the text has the longest word of one of them. Most
texts have none, and a set of words is built far faster than a pattern of a hundred alternatives is
searched.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

__all__ = ["key_words", "words_of"]

_WORD = re.compile(r"\w+")


def key_words(phrases: Iterable[str]) -> frozenset[str]:
    """
    Return for each phrase its longest word, of which the first.

    Parameters
    ----------
    phrases : iterable of str
        As printed; a text that has a phrase has all its words.

    Returns
    -------
    frozenset of str
        In lower case.

    Examples
    --------
    >>> sorted(key_words(["claimed the lives of", "killed"]))
    ['claimed', 'killed']
    """
    return frozenset(max(_WORD.findall(phrase.lower()), key=len) for phrase in phrases)


@lru_cache(maxsize=16)
def words_of(text: str) -> frozenset[str]:
    """
    Return the words of a text in lower case; parts between hyphens are words too.

    Examples
    --------
    >>> sorted(words_of("Re-captured!"))
    ['captured', 're']
    """
    return frozenset(_WORD.findall(text.lower()))
