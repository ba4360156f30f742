"""
Name two persons who speak as one: "Quist and Roth" are Ada Quist and Emil Roth.

In: the text and the words of a source. Out: the names of both, without their offices.
"""

import re

from analysis.extract.attributions.entities import person_named
from analysis.extract.attributions.people import gender
from analysis.extract.attributions.proper_names import (
    NAME,
    distinctive_words,
    is_person,
    names_several,
    trimmed_name,
)

__all__ = ["joint_name"]

_AND = re.compile(r",?\sand\s(?=[A-ZÀ-Þ])")
_MARK = re.compile(r",?\s\(?[DRI]-[A-Z][\w.-]*\)?,?")  # the party and state of a lawmaker
_NAME_PARTS = 3


def joint_name(text: str, words: str) -> tuple[str, str] | None:
    """
    Return the names of two persons who are one source.

    Parameters
    ----------
    text : str
        The article.
    words : str
        The source as printed.

    Returns
    -------
    tuple of str or None
        None unless both parts are names of persons.

    Examples
    --------
    >>> text = "Ada Quist and Emil Roth met. Quist and Roth agreed."
    >>> joint_name(text, "Quist and Roth")
    ('Ada Quist', 'Emil Roth')
    """
    plain = _MARK.sub("", words).strip(" ,")
    if not names_several(trimmed_name(plain)):
        return None
    for link in reversed(list(_AND.finditer(plain))):
        first = _person(text, plain[: link.start()])
        second = _person(text, plain[link.end() :])
        if first is not None and second is not None:
            return first, second
    return None


def _person(text: str, words: str) -> str | None:
    """Return the name of a person without office, with the given name if the article has it."""
    own = distinctive_words(words)
    found = NAME.search(words)
    if not own or found is None or not is_person(words):
        return None
    if " ".join(own[-2:]) not in re.sub(r"\s+", " ", words):
        return None  # "Committee on Crime, Terrorism" ends in two topics
    person = person_named(text, own[-1])
    if person is not None and len(distinctive_words(person.name)) > 1:
        own = distinctive_words(person.name)
    elif len(own) > 1 and gender(words) is None:
        return None
    return " ".join(_given_and_surname(own))


def _given_and_surname(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the end of a name that is not what it is an officer of: "Harbour Board Ada Quist"."""
    for start in range(max(len(words) - _NAME_PARTS, 0), len(words) - 1):
        if gender(" ".join(words[start:])) is not None and gender(words[start] + " X") is not None:
            return words[start:]
    return words[-2:]
