"""
Tell which words a text must hold for a regular expression to match, so that few are searched.

In: a pattern. Out: some pieces of text, one of which each of its matches holds. Whether a
text holds a word is told hundreds of times faster than whether a pattern matches in it, and most
rules need words that most sentences lack. ``re``'s own parser is asked: it belongs to no public
interface, but reads every pattern as ``re`` does.
"""

import re
from collections.abc import Iterable
from functools import cached_property
from importlib import import_module
from typing import Any

__all__ = ["Guarded", "needed_words"]

MOST_WORDS = 40
"""Of more words than these, the search for them would cost more than it saves."""

_parser: Any = import_module("re._parser")
_Words = frozenset[str]
_Step = tuple[Any, Any]


def needed_words(pattern: str, flags: int = 0) -> tuple[str, ...]:
    """
    Return pieces of text of which each match of a pattern, or what it looks at, holds one or more.

    Parameters
    ----------
    pattern : str
    flags : int
        Those of ``re``.

    Returns
    -------
    tuple of str
        Case-folded, in alphabetical order, at most ``MOST_WORDS``; empty where nothing can be told:
        a pattern that may match without any letter.

    Examples
    --------
    >>> needed_words(r"(?:not|never) (?:been )?hurt")
    ('hurt',)
    >>> needed_words(r"of them|none|no-?one")
    ('of them', 'one')
    >>> needed_words(r"[a-z]+ed")
    ('ed',)
    >>> needed_words(r"(?:hurt)?")
    ()
    """
    words = _of_steps(_parser.parse(pattern, flags))
    return tuple(sorted(words or ()))


class Guarded:
    """
    A pattern that is compiled and tried only for texts that hold a word which it needs.

    Parameters
    ----------
    pattern : str
    flags : int
        Those of ``re``.

    Attributes
    ----------
    words : tuple of str
        See ``needed_words``; empty if the pattern is always tried.

    Raises
    ------
    re.error
        If the pattern is no regular expression.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._source = (pattern, flags)
        self.words = needed_words(pattern, flags)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern, for texts that were found to hold a needed word."""
        return re.compile(*self._source)

    def may_match(self, folded: str) -> bool:
        """Return whether a case-folded text holds a needed word; if not, nothing matches in it."""
        if not self.words:
            return True
        for word in self.words:  # noqa: SIM110 - any() takes half as long again
            if word in folded:
                return True
        return False

    def search(self, text: str, folded: str | None = None) -> re.Match[str] | None:
        """
        Return the pattern's first match in a text, as ``re.Pattern.search`` does.

        Parameters
        ----------
        text : str
        folded : str or None
            The text, or a longer one, case-folded, where many patterns are tried on it.
        """
        if folded is None:
            folded = text.casefold()
        if not self.may_match(folded):
            return None
        return self.pattern.search(text)

    def match(self, text: str, folded: str | None = None) -> re.Match[str] | None:
        """Return the pattern's match at a text's start; parameters as of ``search``."""
        if folded is None:
            folded = text.casefold()
        if not self.may_match(folded):
            return None
        return self.pattern.match(text)


def _of_steps(steps: Iterable[_Step]) -> _Words | None:
    """Return the words of the most telling part of a sequence; None if no part tells anything."""
    best: _Words | None = None
    letters = ""
    for name, argument in steps:
        if str(name) == "LITERAL":
            letters += chr(argument).casefold()
            continue
        best = _better(best, _of_letters(letters))
        letters = ""
        best = _better(best, _of_step(str(name), argument))
    return _better(best, _of_letters(letters))


def _of_letters(letters: str) -> _Words | None:
    """Return a piece of text as the only word; None for blanks, which any text holds."""
    if not letters.strip():
        return None
    return frozenset((letters,))


def _of_step(name: str, argument: Any) -> _Words | None:
    """Return the words of one step of a pattern."""
    if name == "SUBPATTERN":
        return _of_steps(argument[-1])
    if name == "ATOMIC_GROUP":
        return _of_steps(argument)
    if name == "ASSERT":
        return _of_steps(argument[1])
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, _, repeated = argument
        if not least:
            return None
        return _of_steps(repeated)
    if name == "BRANCH":
        return _of_branches([_of_steps(branch) for branch in argument[1]])
    return None


def _of_branches(branches: list[_Words | None]) -> _Words | None:
    """Return the words of all alternatives; None if one of them needs none, or they are many."""
    words: set[str] = set()
    for branch in branches:
        if branch is None:
            return None
        words |= branch
    shortest = frozenset(word for word in words if not _holds_another(word, words))
    if len(shortest) > MOST_WORDS:
        return None
    return shortest


def _holds_another(word: str, words: set[str]) -> bool:
    """Return whether a word holds one of the other words, so that it tells nothing more."""
    return any(other in word for other in words if other != word)


def _better(one: _Words | None, other: _Words | None) -> _Words | None:
    """Return those words that fewer texts hold, as far as their lengths and number tell."""
    if one is None or other is None:
        return one or other
    return max(one, other, key=_telling)


def _telling(words: _Words) -> tuple[bool, float]:
    """Return how telling words are: single letters are in nearly every text; few are better."""
    shortest = min(len(word.strip()) for word in words)
    return shortest > 1, min(shortest, 5) - len(words) / 4
