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

# Sought from their middle: a number would be searched at every word of a text.
_OF = re.compile(r"\sof\s+(?:the|those|its|their)\s+", ANY_CASE)
_SOME_BEFORE = re.compile(rf"\b(?P<some>{NUMBER})$", ANY_CASE)
_ALL_AFTER = re.compile(
    rf"(?P<all>{NUMBER})\b(?!\s*(?:per\s?cent|%|percent))(?:\s+(?P<noun>[a-z]+s)\b)?", ANY_CASE
)
_REACH = 40  # characters of a number and its noun
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
    for match in _OF.finditer(text):
        before = _SOME_BEFORE.search(text[max(0, match.start() - _REACH) : match.start()])
        after = _ALL_AFTER.match(text[match.end() : match.end() + _REACH])
        if before is None or after is None:
            continue
        some, whole, noun = parse_value(before["some"]), parse_value(after["all"]), after["noun"]
        if noun is not None and noun.lower() not in _NO_NOUN and not names_people(noun.lower()):
            continue
        if some is not None and whole is not None and some < whole and whole >= _FEWEST:
            pairs.add((some, whole))
    return frozenset(pairs)
