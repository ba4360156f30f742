"""
Decide whether a text denies, fears, averts or only intends the harm to the people of a number.

In: a text and the characters of a number, or of persons without one. Out: a truth value, or the id
of the rule that says so. One module for all outcomes and for all kinds of mention. Rules:
``data/rules/figures/polarity.toml``.
"""

import re

from analysis.extract.figures.rules import first_rule
from analysis.extract.numbers.parse import Number, parse_numbers
from analysis.extract.numbers.word_patterns import ANY_CASE

__all__ = [
    "denial",
    "dispute",
    "intention",
    "is_negated_or_hypothetical",
    "is_retracted",
    "retracted_numbers",
]

# A word of each rule that takes a number back; a text without any is not parsed again.
_MAY_RETRACT = re.compile(
    r"""
    \b(?: lies? | false | fakes? | baseless | unfounded | groundless | invent\w*
      | fabricat\w* | nonsense | propaganda | fantas\w+ | wrong\w* | (?:incorrect|inaccura)\w*
      | mistak\w*
      | erroneous\w*
      | errors? | correct\w* | amend\w* | fix\w* | lower\w* | (?:original|earlier|previous|initial
      |first|prior)\s+version | made\s+up | inflated | (?:was|were|is|are|proved)\s+not
      | no\s+(?:reason|evidence|indication|sign|proof|basis) | not\s+(?:true|correct|accurate)
      | no\s+confirmation | (?:dismiss|reject|ridicul|rubbish|refut|debunk)\w*
      | fairy\s+tales? | fiction | absurd | ridiculous | untrue | den(?:y|ies|ied|ying)
      | give\s+or\s+take | plus\s+or\s+minus
      | as\s+(?:\w+\s+){0,4}(?:stated|said|reported|announced|given|claimed|told|published|thought)
    )\b
    """,
    ANY_CASE,
)

# "400,000 hens gassed? Rumours fly"
_ASKED_AFTER = re.compile(r"[^.!?\n]{0,80}\?")


def denial(text: str, start: int, end: int) -> str | None:
    """
    Return the rule by which people were not harmed, or only might be; None if there is none.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number, without its qualifier.

    Returns
    -------
    str or None

    Examples
    --------
    >>> denial("None of the 40 hostages was hurt.", 12, 14)
    'denied.none_of'
    >>> denial("The toll rose to 200.", 17, 20) is None
    True
    """
    return first_rule("denied", text, start, end) or _retraction(text, start, end)


def is_retracted(text: str, start: int, end: int) -> bool:
    """
    Return whether a number is one that its text takes back or calls false, whatever it counts.

    So is one that its sentence asks about, if the text takes back the same number elsewhere: "400
    dead? … Rumours of 400 dead are wrong."

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number, without its qualifier.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_retracted("We said 300 jobs would go. That was wrong.", 8, 11)
    True
    """
    return _retraction(text, start, end) is not None


def _retraction(text: str, start: int, end: int) -> str | None:
    """Return the rule that takes a number back, or the same number that its sentence asks about."""
    own = first_rule("retracted", text, start, end)
    if own is not None or _ASKED_AFTER.match(text, end) is None:
        return own
    if _MAY_RETRACT.search(text) is None:
        return None
    numbers = parse_numbers(text)
    asked = {(number.low, number.high) for number in numbers if start <= number.start < end}
    for number in numbers:
        if (number.low, number.high) in asked and not start <= number.start < end:
            told = first_rule("retracted", text, number.start, number.end)
            if told is not None:
                return told
    return None


def dispute(text: str, start: int, end: int) -> str | None:
    """
    Return the rule by which an article prints a number only to dispute it; None if there is none.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number, without its qualifier.

    Returns
    -------
    str or None

    Examples
    --------
    >>> dispute("It cost 9 jobs, not the 4 that the firm admits to.", 24, 25)
    'disputed.not_the'
    """
    return first_rule("disputed", text, start, end)


def retracted_numbers(text: str) -> list[Number]:
    """
    Return the numbers that a text takes back or calls false, which are no figures of anybody.

    Parameters
    ----------
    text : str

    Returns
    -------
    list of Number
        In reading order; empty for nearly every text.

    Examples
    --------
    >>> [number.text for number in retracted_numbers("Reports of 12 soldiers killed are a lie.")]
    ['12']
    """
    if _MAY_RETRACT.search(text) is None:
        return []
    numbers = parse_numbers(text)
    return [number for number in numbers if is_retracted(text, number.start, number.end)]


def intention(text: str, start: int, end: int) -> str | None:
    """
    Return the rule by which harm was only tried, threatened or possible; None if there is none.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number, without its qualifier.

    Returns
    -------
    str or None

    Examples
    --------
    >>> intention("They tried to arrest two men.", 21, 24)
    'intended.plan'
    """
    return first_rule("intended", text, start, end)


def is_negated_or_hypothetical(text: str, start: int, end: int) -> bool:
    """
    Return whether the harm to some people is denied, feared, averted or intended.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number, without its qualifier, or of the persons.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_negated_or_hypothetical("Two passengers were not injured.", 0, 3)
    True
    """
    return bool(denial(text, start, end) or intention(text, start, end))
