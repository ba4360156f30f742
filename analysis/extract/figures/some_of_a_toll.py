"""
Tell which numbers their article itself calls some of a toll: "six of the eight lived there".

In: the text of an article. Out: pairs of numbers, some and all. Where a lead says "the park where
six people died" and a later sentence "six of the eight", the six are no toll of the event.
"""

import re

from analysis.extract.numbers.values import NUMBER, parse_value
from analysis.extract.numbers.word_patterns import ANY_CASE

__all__ = ["told_as_some"]

_SOME_OF_ALL = re.compile(
    rf"\b(?P<some>{NUMBER})\s+of\s+(?:the|those|its|their)\s+(?P<all>{NUMBER})\b"
    r"(?!\s*(?:per\s?cent|%|percent))",
    ANY_CASE,
)


def told_as_some(text: str) -> frozenset[tuple[float, float]]:
    """
    Return the numbers that a text calls some of a larger one, with that one.

    Parameters
    ----------
    text : str

    Returns
    -------
    frozenset of (float, float)
        The smaller number first.

    Examples
    --------
    >>> sorted(told_as_some("Six of the eight lived there. Two of the 14 fled."))
    [(2.0, 14.0), (6.0, 8.0)]
    """
    pairs = set()
    for match in _SOME_OF_ALL.finditer(text):
        some, whole = parse_value(match["some"]), parse_value(match["all"])
        if some is not None and whole is not None and some < whole:
            pairs.add((some, whole))
    return frozenset(pairs)
