"""
Tell which numbers their article itself calls some of larger ones: "six of the eight lived there".

In: the text of an article. Out: pairs of numbers, some and all. Where a lead says "the park where
six people died" and a later sentence "six of the eight", the six are no toll of the event. Whether
the larger one is a toll is asked in ``subtotals``.
"""

import re

from analysis.extract.figures.counted import names_people
from analysis.extract.numbers.values import NUMBER, parse_value
from analysis.extract.numbers.word_patterns import ANY_CASE

__all__ = ["told_as_some"]

_SOME_OF_ALL = re.compile(
    rf"\b(?P<some>{NUMBER})\s+of\s+(?:the|those|its|their)\s+(?P<all>{NUMBER})\b"
    r"(?!\s*(?:per\s?cent|%|percent))(?:\s+(?P<noun>[a-z]+s)\b)?",
    ANY_CASE,
)
_FEWEST = 4  # "two of the three trains": small numbers are of many things
_NO_NOUN = frozenset("was has is lives dies deaths victims casualties fatalities".split())


def told_as_some(text: str) -> frozenset[tuple[float, float]]:
    """
    Return the numbers that a text calls some of a larger one, with that one.

    Parameters
    ----------
    text : str

    Returns
    -------
    frozenset of (float, float)
        The smaller number first; without pairs of which a noun says that they are no people, and
        those of which the larger is below four.

    Examples
    --------
    >>> sorted(told_as_some("Six of the eight lived there. Two of the 14 trains left."))
    [(6.0, 8.0)]
    """
    pairs = set()
    for match in _SOME_OF_ALL.finditer(text):
        some, whole = parse_value(match["some"]), parse_value(match["all"])
        noun = match["noun"]
        if noun is not None and noun.lower() not in _NO_NOUN and not names_people(noun.lower()):
            continue
        if some is not None and whole is not None and some < whole and whole >= _FEWEST:
            pairs.add((some, whole))
    return frozenset(pairs)
