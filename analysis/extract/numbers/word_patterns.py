"""
Turn word lists into pieces of regular expressions.

In: the lists of ``data/lexicons/quantifiers.toml``, and lists written in the code. Out:
alternations that other patterns are composed of. They hold no literal white space, so they work
with and without ``re.VERBOSE``.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from analysis.core import lexicon, paths

__all__ = [
    "ANY_CASE",
    "AS_WRITTEN",
    "QUALIFYING",
    "alternatives",
    "one_of",
    "qualifier_words",
    "quantifier_lists",
]

ANY_CASE = re.VERBOSE | re.IGNORECASE
AS_WRITTEN = re.VERBOSE
QUALIFYING = ("at_least", "more_than", "at_most", "less_than", "approx")


@lru_cache(maxsize=1)
def quantifier_lists() -> dict[str, dict[str, list[str]]]:
    """Return the groups of ``quantifiers.toml``, each with its lists of words."""
    return lexicon.load(paths.LEXICONS / "quantifiers.toml")


def alternatives(words: Iterable[str]) -> str:
    r"""
    Return an alternation of literal words, longest first.

    A space in a phrase matches any white space. The alternation has no group around it.

    Examples
    --------
    >>> alternatives(["over", "well over"])
    'well\\s+over|over'
    """
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


def one_of(forms: str) -> str:
    """
    Return a group that matches one of several forms.

    Parameters
    ----------
    forms : str
        Words or regular expressions, separated by white space. They are tried in this order.

    Examples
    --------
    >>> one_of("boys? girls?")
    '(?:boys?|girls?)'
    """
    return f"(?:{'|'.join(forms.split())})"


@lru_cache(maxsize=1)
def qualifier_words() -> str:
    """Return an alternation of all words that qualify the number after them ("at least")."""
    words: list[str] = []
    for name in QUALIFYING:
        words += quantifier_lists()[name].get("before", ())
    return alternatives(words)
