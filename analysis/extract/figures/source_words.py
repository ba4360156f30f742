"""
Cut the words found for a source to its noun phrase, or reject them.

In: where a pattern found a source. Out: its characters, without words that lead it, or None for a
pronoun, a clause or a denial.
"""

import re

from analysis.core.calendar_words import WEEKDAY
from analysis.extract.figures.reporting_patterns import source_noun
from analysis.extract.numbers.values import NUMBER
from analysis.extract.numbers.word_patterns import ANY_CASE

__all__ = [
    "ESTIMATE",
    "LONGEST_PHRASE",
    "cleaned",
    "phrase_at",
]

ESTIMATE = r"(?:estimates?|counts?|reckoning|tall(?:y|ies)|calculations?|figures)"
"""Nouns of what a source works out: "the police's count", "by its own reckoning"."""

LONGEST_PHRASE = 110
"""Most characters that are read for a phrase."""
_LONGEST_SOURCE = 100  # characters
# The phrase of a source ends before these.
_END_OF_PHRASE = re.compile(
    rf"""
    [,.;:\"“”()\n]
    | \s(?:on\s+)?{WEEKDAY}\b
    | \s(?:and|but|while)\s+(?:\d|{NUMBER}\b)
    | \s(?:on|that|which|who|in\s+a|where|when|as|while|after|adding|and\s+\w+ed|told|says|said|
        was|were|is|are|has|have|had|citing|earlier|late|early)\s
    """,
    ANY_CASE,
)
_LEADING_PREPOSITION = re.compile(rf"(?:(?:of|in|for|and|from|at|on|by)\s+|{WEEKDAY}\s+|,\s*)")
_DETERMINER = re.compile(r"^(?:the|an?|at\s+least)(?:\s+|$)", ANY_CASE)
_PRONOUN = re.compile(r"(?:^|\s)(?:it|he|she|they|we|who|which|that|there)$ | ^I$", ANY_CASE)
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|have|has)\b", ANY_CASE)
# "Police first", of "Police first said about 180", which was another number
_ADVERB_AT_END = re.compile(r"\s+(?:first|now|initially|originally|earlier|later|then|still)$")
_JOINER_AT_END = re.compile(r"\b(?:and|or|but|nor|yet)$", ANY_CASE)
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)|dismiss(?:es|ed)|disput(?:es|ed)|refut(?:es|ed))\b",
    ANY_CASE,
)
# "The movement will leave, spokesman Roth" is a clause and a source
_VERB = re.compile(
    r"\b(?:will|would|could|can|may|might|must|shall|should|did|does|do|to)\b", ANY_CASE
)


def phrase_at(text: str, start: int, end: int) -> tuple[int, int] | None:
    """
    Return the noun phrase that starts at a character, unless it is a pronoun.

    Parameters
    ----------
    text : str
    start, end : int
        Where it starts, and where its sentence ends.

    Returns
    -------
    (int, int) or None
    """
    end = min(end, start + LONGEST_PHRASE)
    stop = _END_OF_PHRASE.search(text, start + 2, end)
    if stop is not None:
        end = stop.start()
    words = text[start:end].rstrip(" .,")
    if not words or _PRONOUN.match(words):
        return None
    return start, start + len(words)


def cleaned(text: str, match: re.Match[str], offset: int) -> tuple[int, int] | None:
    """
    Return a source without prepositions before it; None for a pronoun, clause or denial.

    Parameters
    ----------
    text : str
    match : re.Match
        With a group "source".
    offset : int
        Where in the text the match counts from.

    Returns
    -------
    (int, int) or None
    """
    start, end = offset + match.start("source"), offset + match.end("source")
    words = text[start:end]
    lead = _LEADING_PREPOSITION.match(words)
    while lead is not None:
        start += lead.end()
        words = words[lead.end() :]
        lead = _LEADING_PREPOSITION.match(words)
    words = _ADVERB_AT_END.sub("", words.rstrip(" ,"))
    last = words.rfind(", ")
    if last >= 0 and _VERB.search(words[:last]):
        start += last + 2  # what is before the comma is a clause of its own
        words = words[last + 2 :]
    if len(words) > _LONGEST_SOURCE:
        return None
    if _JOINER_AT_END.search(words) is not None:
        return None  # "nine civilians in Norland and says": the verb is that of another subject
    if _AUXILIARY.search(words) or _DENIAL.search(words) or _PRONOUN.search(words):
        return None
    if not source_noun().search(_DETERMINER.sub("", words)):
        return None
    return start, start + len(words)
