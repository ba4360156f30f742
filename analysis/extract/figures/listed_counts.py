"""
Find what a bare number counts that stands in a list of parties or teams.

In: a text and a number without a noun. Out: the noun of the list. "Unity won 81 seats, its allies
nine. The Greens have 14": whoever prints a result says "seats" once.
"""

import re

from analysis.extract.numbers.parse import Number
from analysis.extract.numbers.values import NUMBER
from analysis.extract.numbers.word_patterns import ANY_CASE, AS_WRITTEN

__all__ = ["noun_of_list"]

REACH = 250  # characters before a number in which the noun of its list stands

_NOUN = re.compile(
    rf"(?:\b{NUMBER}|\d)\s+(?:of\s+(?:the\s+)?\d+\s+)?(?:more\s+|fewer\s+)?"
    r"(?P<noun>seats|votes|mandates|deputies|councillors|medals|goals)\b",
    ANY_CASE,
)
# "The Greens have [14]", "and Homeland [23]"
_NAMED_BEFORE = re.compile(
    r"""
    (?:^|[.;,:]\s+|\b(?:and|but|while)\s+)
    (?:[Tt]he\s+|[Ii]ts\s+(?:[a-z]+\s+){0,3}?(?:in\s+the\s+)?)?
    (?:[A-Z][\w’'-]+\s+(?:of\s+|for\s+|and\s+)?){1,4}
    (?:(?:has|have|had|won|wins|took|takes|got|gets|holds?|held|on|with|gained)\s+)?
    (?:only\s+|just\s+)?$
    """,
    AS_WRITTEN,
)
_ENDS = re.compile(r"\s*(?:[,.;:)]|and\b|$)")
_PARAGRAPH = re.compile(r"\n\s*\n")


def noun_of_list(text: str, number: Number) -> tuple[int, int] | None:
    """
    Return the noun of the list in which a bare number stands.

    Parameters
    ----------
    text : str
    number : Number
        A count without a noun.

    Returns
    -------
    (int, int) or None
        Characters of "seats", "votes", "medals" or their like, in the paragraph; None if no name
        stands right before the number, or something else follows it.

    Examples
    --------
    >>> from analysis.extract.numbers.parse import parse_numbers
    >>> text = "Unity won 81 seats. The Greens have 14."
    >>> noun_of_list(text, parse_numbers(text)[1]), text[13:18]
    ((13, 18), 'seats')
    """
    if number.kind != "count" or number.qualifier == "vague" or not _ENDS.match(text, number.end):
        return None
    start = max(0, number.start - REACH)
    before = text[start : number.start]
    paragraphs = list(_PARAGRAPH.finditer(before))
    if paragraphs:
        start += paragraphs[-1].end()
        before = text[start : number.start]
    if not _NAMED_BEFORE.search(before):
        return None
    nouns = list(_NOUN.finditer(before))
    if not nouns:
        return None
    return start + nouns[-1].start("noun"), start + nouns[-1].end("noun")
