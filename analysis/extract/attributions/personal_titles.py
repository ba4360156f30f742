"""
Tell whether words printed next to a name say what its bearer is.

In: words before or after the name of a person. Out: a truth value. "ISIL, Emil Roth said" makes
nobody a fighter, and in "For Ada Quist, the worst terrorist attack in years was a test" the words
after the comma begin the next clause: only a noun for one person says what somebody is.
"""

import re

from analysis.extract.attributions.people import names_one_person
from analysis.extract.attributions.proper_names import distinctive_words
from analysis.extract.attributions.sentence_subjects import BODY_NOUNS
from analysis.extract.attributions.source_types import TypeMatch, type_matches

__all__ = ["ends_in_person", "is_of_bearer", "is_others"]

# where the phrase that "an economist at Velm Bank" begins with has its last word
_PHRASE_END = re.compile(
    r"\s(?:of|for|at|in|on|from|with|by|to|who|whose|whom|which|that|and|or|as|under|near|behind"
    r"|because|was|is|were|are|has|had|will|would|said|says)\b|[,(—–]"
)
# nouns for one person that the word lists, made for those who are sources, leave out
_PERSON_HEADS = frozenset("appointee dean fellow aide member deputy adviser advisor".split())
_KIN = ("resident_or_witness",)
_VERB_BEFORE = re.compile(r"\bto\s$")  # "a crowd came to witness Ada Quist"


def ends_in_person(words: str) -> bool:
    """
    Whether the first phrase of an apposition ends in a noun for one person.

    Parameters
    ----------
    words : str
        What follows a name and a comma: "the harbour minister of Velm".

    Returns
    -------
    bool

    Examples
    --------
    >>> ends_in_person("an economist at Velm Bank"), ends_in_person("the worst attack in years")
    (True, False)
    """
    phrase = _PHRASE_END.split(words, maxsplit=1)[0].strip()
    if not phrase:
        return False
    head = phrase.split()[-1]
    if names_one_person(head.lower()) or head.lower() in _PERSON_HEADS:
        return True
    if head[:1].isupper() or is_others(head):
        return False
    return any(match.end == len(phrase) for match in type_matches(phrase))


def is_of_bearer(before: str, title: TypeMatch, between: str, name: str) -> bool:
    """
    Whether a title that stands before a name is that of the person so called.

    Parameters
    ----------
    before : str
        The words up to the mention of the surname.
    title : TypeMatch
        The words of a type that stand last in them.
    between : str
        What stands between the title and the surname: a given name, or nothing.
    name : str
        The person's name.

    Returns
    -------
    bool
        False for a body before a comma ("ISIL, Emil Roth"), a verb ("to witness Ada Quist") and the
        relatives of the person ("his wife, Ada Quist" says nothing of Emil Quist).
    """
    words = before[title.start : title.end]
    last = words.split()[-1].lower()
    if "," in between and not names_one_person(last) and words != words.lower():
        return False
    if last == "witness" and _VERB_BEFORE.search(before[: title.start]) is not None:
        return False
    given = distinctive_words(between)
    if title.source_type in _KIN and given:
        own = distinctive_words(name)
        return len(own) < 2 or not set(given).isdisjoint(own)
    return True


def is_others(noun: str) -> bool:
    """
    Return whether a noun in small letters is that of a body or of several, no title of one person.

    Examples
    --------
    >>> is_others("police"), is_others("lawmakers"), is_others("minister")
    (True, True, False)
    """
    if names_one_person(noun):
        return False
    return noun in BODY_NOUNS or noun == "police" or noun.endswith("s")
