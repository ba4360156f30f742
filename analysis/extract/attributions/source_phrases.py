"""
Read the words of one source: its head noun, its determiner, and whether it is several.

In: "the senior member of the board", "his lawyer". Out: "member"; that somebody owns it.
"""

import re

from analysis.core.followers import is_follower
from analysis.extract.attributions.people import names_one_person
from analysis.extract.attributions.proper_names import (
    distinctive_words,
    names_several,
    trimmed_name,
)
from analysis.extract.attributions.sentence_subjects import FIRM_NOUNS

__all__ = [
    "DETERMINER",
    "NOUN_COMPLEMENT",
    "OWNED",
    "head_noun",
    "head_phrase",
    "is_plural",
]

DETERMINER = re.compile(r"(?:the|this|that|its|their|his|her)\s", re.IGNORECASE)
"""Words before a noun that was mentioned, or before what its owner has."""
OWNED = re.compile(r"(?:its|their|his|her)\s", re.IGNORECASE)
"""Words before what somebody owns, who is not the source."""
NOUN_COMPLEMENT = re.compile(r"\s(?:of|in|at|from|for|by|who|which)\s")
"""What follows a head noun and belongs to it."""


_OF_OFFICE = re.compile(r"(?<=[a-z]s)\s(?:general|in\scommand|in\schief)\b")  # "attorneys general"
_SEVERAL_OF = re.compile(
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|many|most|\d+)"
    r"\s+of\s",
    re.IGNORECASE,
)


def head_noun(words: str) -> str:
    """
    Return the head noun of a source in small letters.

    Parameters
    ----------
    words : str
        A source with at least one word beside its determiner.

    Returns
    -------
    str

    Examples
    --------
    >>> head_noun("the Ohio Democrat"), head_noun("a member of the board")
    ('democrat', 'member')
    """
    return head_phrase(words)[-1]


def head_phrase(words: str) -> list[str]:
    """
    Return the words of a source up to its head noun, in small letters and without article.

    Parameters
    ----------
    words : str
        A source with at least one word beside its determiner.

    Returns
    -------
    list of str

    Examples
    --------
    >>> head_phrase("the Ohio Democrat")
    ['ohio', 'democrat']
    """
    return NOUN_COMPLEMENT.split(trimmed_name(words))[0].lower().split()


def is_plural(name: str) -> bool:
    """
    Return whether a source is several.

    Parameters
    ----------
    name : str

    Returns
    -------
    bool

    Examples
    --------
    >>> is_plural("analysts"), is_plural("Ada Quist and Tova Moe"), is_plural("witness")
    (True, True, False)
    >>> is_plural("Insurers"), is_plural("Seven of 12 banks"), is_plural("Rogers")
    (True, True, False)
    """
    if _SEVERAL_OF.match(name):
        return True
    head = NOUN_COMPLEMENT.split(_OF_OFFICE.sub("", name))[0].split()[-1]
    is_common = head.islower() or not distinctive_words(name) or _begins_sentence(name)
    is_plural_noun = head.endswith("s") and not head.endswith("ss")
    return (is_common and is_plural_noun) or names_several(name)


def _begins_sentence(name: str) -> bool:
    """Return whether a word has its capital only because it comes first: "Insurers"."""
    one = name.removesuffix("s").lower()
    is_noun = one in FIRM_NOUNS or is_follower(one) or names_one_person(one)
    return one != name.lower() and is_noun
