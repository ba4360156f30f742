"""
Find whose the two shares of a lead are: "Orr leads Bell, 46 percent to 44".

In: a text, a number with its unit, and the sentence that holds it. Out: which of two sides the
number is of. The first number is of whoever leads and the second of the other one. The name nearest
to the first number is that of the other one, and names neither.
"""

import re
from typing import NamedTuple

from analysis.extract.figures.nearest_owners import begins_no_owner
from analysis.extract.numbers.units import Unit
from analysis.extract.numbers.word_patterns import AS_WRITTEN

__all__ = ["Side", "side_of_lead"]

CHARACTERS_BEFORE = 200
_TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep)\.?\s+)?"
_NO_NAME = r"(?!(?:The|An?|Th[ei]s|Its|His|Her|Their|Our|My|But|And|Nobody|Who|What)\b)"
_NAME = (
    rf"(?:[Tt]he\s+)?{_TITLE}{_NO_NAME}[A-Z][\w’'-]*"
    r"(?:\s+(?:(?:de|van|von|al)\s+)?[A-Z][\w’'.-]*){0,3}"
)
_PERCENT = r"(?:\s?%|\s+per\s?cent)?"
_NUMBER = r"\d[\d.,]*"
# "In towns that Orr won, turnout rose from 46 percent to 48"
_ANOTHER_CLAUSE = r"\b(?:from|who|which|that|as|and|but|while|after|when|where|rose|fell|grew)\b"
_STOP_OF_TITLE = r"(?:(?<=\bM[rs])|(?<=\bMrs)|(?<=\bDr))\."
_SECOND_AFTER = re.compile(rf"(?:\s+to\s+|[-–]){_NUMBER}", AS_WRITTEN)
_FIRST_BEFORE = re.compile(rf"(?P<first>{_NUMBER}){_PERCENT}(?:\s+to\s+|[-–])$", AS_WRITTEN)
_LEADS = re.compile(
    rf"""
    (?P<leader>{_NAME}|\b[Ss]?[Hh]e|\b[Tt]hey) (?:,\s[^,]{{1,60}},)? \s+
    (?: (?:is|was|are|were|has\s+been|still|now|also|narrowly|easily|currently)\s+ ){{0,3}}
    (?: (?:with|has|had|having|holds?|held|holding|enjoys?|enjoyed) \s+
        (?:[\w-]+\s+){{0,4}}? (?:lead|edge|advantage|margin|win|victory)
      | lead(?:s|ing)? | led | beat(?:s|en|ing)? | defeat(?:s|ed|ing)? | won | wins | winning
      | carr(?:y|ies|ied)
      | edg(?:es|ed|ing)(?:\s+out)? | topp?(?:s|ed|ing) | best(?:s|ed|ing) | ahead )
    \b (?P<rest> (?: (?!{_ANOTHER_CLAUSE}) [^.;!?] | {_STOP_OF_TITLE} ){{0,100}} )$
    """,
    AS_WRITTEN,
)
_OTHER = re.compile(
    rf"^,?\s*(?:of|over|against|with)?\s*(?P<name>{_NAME}|her|him|them|it)\b", AS_WRITTEN
)
_PRONOUNS = frozenset(("her", "him", "them", "it", "he", "she", "they"))


class Side(NamedTuple):
    """The words for one of two sides; None where the sentence names it by a pronoun or not."""

    owner: str | None


def side_of_lead(text: str, unit: Unit, sentence: tuple[int, int]) -> Side | None:
    """
    Return whose a number is that is one of the two shares of a lead.

    Parameters
    ----------
    text : str
    unit : Unit
        The unit of the number, with the characters of both.
    sentence : (int, int)
        Characters of the sentence.

    Returns
    -------
    Side or None
        None for a number that is no share of a lead.
    """
    if unit.kind not in ("percent", "count"):
        return None
    before = text[max(sentence[0], unit.start - CHARACTERS_BEFORE) : unit.start]
    first = _FIRST_BEFORE.search(before)
    if first is None and not _SECOND_AFTER.match(text, unit.end, sentence[1]):
        return None
    led = _LEADS.search(before[: first.start("first")] if first is not None else before)
    if led is None:
        return None
    if led["leader"].lower() not in _PRONOUNS and begins_no_owner(led["leader"]):
        return None
    if first is None:
        return _side(led["leader"])
    other = _OTHER.match(led["rest"])
    return Side(None) if other is None else _side(other["name"])


def _side(words: str) -> Side:
    return Side(None if words.lower() in _PRONOUNS else words)
