"""
Find what a bare number counts that stands in a list of parties or teams, or is one of a vote.

In: a text and a number without a noun. Out: the noun of the list, and the name. "Unity won 81
seats, its allies nine. The Greens have 14": whoever prints a result says "seats" once.
"Councillors voted 31 to 13" counts votes.
"""

import re
from typing import NamedTuple

from analysis.extract.numbers.non_counts import is_vote
from analysis.extract.numbers.parse import Number
from analysis.extract.numbers.values import NUMBER
from analysis.extract.numbers.word_patterns import ANY_CASE, AS_WRITTEN

__all__ = ["Listed", "is_of_vote", "listed_count"]

REACH = 250  # characters before a number in which the noun of its list stands
REACH_OF_VOTE = 60  # characters before a number in which a vote is named

_NOUN = re.compile(
    rf"(?:\b{NUMBER}|\d)\s+(?:of\s+(?:the\s+)?\d+\s+)?(?:[a-z]+\s+)?"
    r"(?P<noun>seats|votes|mandates|deputies|councillors|delegates|superdelegates|electors|medals"
    r"|golds|goals|runs|wins|titles)\b",
    ANY_CASE,
)
# "The Greens have [14]", "and Homeland [23]"
_NAMED_BEFORE = re.compile(
    r"""
    (?:^|[.;,:]\s+|\b(?:and|but|while)\s+)
    (?:[Ii]ts\s+(?:[a-z]+\s+){0,3}?)?
    (?P<owner>(?:[Tt]he\s+)?(?:[A-Z][\w’'-]+\s+(?:of\s+|for\s+|and\s+)?){1,4})
    (?:(?:has|have|had|won|wins|took|takes|got|gets|holds?|held|on|with|gained)\s+)?
    (?:only\s+|just\s+)?$
    """,
    AS_WRITTEN,
)
# "Councillors voted [31] to [13]", "voted [3]-[2]"
_VOTE_BEFORE = re.compile(
    r"\b(?P<noun>vote)(?:d(?:\s+by)?|s?\s+(?:was|of))\s+(?:\d[\d,]*(?:\s+to\s+|[-–]))?$", ANY_CASE
)
# "in a [7]-[2] vote"
_BOTH_OF_VOTE = re.compile(r"\d{1,3}(?:\s+to\s+|[-–])\d{1,3}(?![\w,.]\d)")
_FIRST_OF_VOTE = re.compile(r"(?<![\w.,])\d{1,3}(?:\s+to\s+|[-–])$")
_LONGEST_FIRST = 8  # characters of "212 to "
_VOTE_AFTER = re.compile(r"(?:[-–]\d+)?\s+(?:[a-z-]+\s+)?(?P<noun>vote)\b", ANY_CASE)
# "42 votes for Orr, [18] for Bell and [16] for Dunn"
_FOR_AFTER = re.compile(
    r"\s+for\s+(?P<owner>(?:(?:the|Mr|Ms|Mrs|Sen)\.?\s+)?[A-Z][\w’'-]+)", AS_WRITTEN
)
_IN_LIST_BEFORE = re.compile(r"\bfor\s+[^.;\n]{1,40}?(?:,\s+|\s)(?:and\s+)?$", AS_WRITTEN)
_DASHES = frozenset("-–")
_ENDS = re.compile(r"\s*(?:[,.;:)]|and\b|$)")
_POSSESSIVE = re.compile(r"['’]s$")  # "and Kasich's [145]"
_PARAGRAPH = re.compile(r"\n\s*\n")


class Listed(NamedTuple):
    """Characters of the noun that a bare number of a list counts, and the words for whose it is."""

    noun: tuple[int, int]
    owner: str | None


def is_of_vote(text: str, number: Number) -> bool:
    """
    Return whether a number is one of the two of a vote that no word calls so: "passed, 58-41".

    Parameters
    ----------
    text : str
    number : Number

    Returns
    -------
    bool

    Examples
    --------
    >>> from analysis.extract.numbers.parse import parse_numbers
    >>> text = "The bill passed by 58 to 41, with 12 guests."
    >>> [is_of_vote(text, number) for number in parse_numbers(text)]
    [True, True, False]
    """
    both = _BOTH_OF_VOTE.match(text, number.start)
    if both is None:
        before = _FIRST_OF_VOTE.search(text, max(0, number.start - _LONGEST_FIRST), number.start)
        both = None if before is None else _BOTH_OF_VOTE.match(text, before.start())
    return both is not None and is_vote(text, *both.span())


def listed_count(text: str, number: Number) -> Listed | None:
    """
    Return what a bare number of a list counts, and whose it is.

    Parameters
    ----------
    text : str
    number : Number
        A count without a noun.

    Returns
    -------
    Listed or None
        The noun is "seats", "votes", "medals" or their like, in the paragraph before; None if no
        name stands right before the number, or something else follows it.

    Examples
    --------
    >>> from analysis.extract.numbers.parse import parse_numbers
    >>> text = "Unity won 81 seats. The Greens have 14."
    >>> listed_count(text, parse_numbers(text)[1])
    Listed(noun=(13, 18), owner='The Greens')
    """
    if number.kind != "count" or number.qualifier == "vague":
        return None
    vote = _VOTE_BEFORE.search(text, max(0, number.start - REACH_OF_VOTE), number.start)
    if vote is None and _is_beside_dash(text, number):
        vote = _VOTE_AFTER.match(text, number.end)
    if vote is not None:
        return Listed(vote.span("noun"), None)
    for_whom = _FOR_AFTER.match(text, number.end)
    if for_whom is None and not _ENDS.match(text, number.end):
        return None
    start = max(0, number.start - REACH)
    before = text[start : number.start]
    paragraphs = list(_PARAGRAPH.finditer(before))
    if paragraphs:
        start += paragraphs[-1].end()
        before = text[start : number.start]
    nouns = list(_NOUN.finditer(before))
    if for_whom is not None and nouns and _IN_LIST_BEFORE.search(before):
        return Listed(_span_of_noun(nouns[-1], start), for_whom["owner"])
    named = _NAMED_BEFORE.search(before)
    if for_whom is not None or named is None or not nouns:
        return None
    owner = _POSSESSIVE.sub("", named["owner"].strip())
    return Listed(_span_of_noun(nouns[-1], start), owner)


def _is_beside_dash(text: str, number: Number) -> bool:
    beside = text[number.start - 1 : number.start] + text[number.end : number.end + 1]
    return not _DASHES.isdisjoint(beside)


def _span_of_noun(noun: re.Match[str], offset: int) -> tuple[int, int]:
    return offset + noun.start("noun"), offset + noun.end("noun")
