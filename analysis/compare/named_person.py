"""
Tell whether two sources are one by the name at their end: a person's, or a body's acronym.

In: the words of two sources. Out: a truth value. Outlets give one person different offices ("state
advocate", "prosecutor") and letters behind the name, and one body other words before its acronym.
"""

import re
from functools import lru_cache

from analysis.compare.events.labels.words import is_in_dictionary
from analysis.core.given_names import is_given_name

__all__ = ["have_one_acronym", "is_one_person"]

_LETTERS_AFTER = re.compile(
    r",?\s(?:SC|KC|QC|MP|MEP|MSP|MLA|TD|MD|PhD|OBE|MBE|CBE|Jr\.?|Sr\.?|Esq\.?)$"
)
_NAME_AT_END = re.compile(
    r"(?<!\S)(?P<given>[A-Z][\w’'-]{1,20})\s(?:[A-Z]\.\s)?(?P<surname>[A-Z][\w’'-]{1,30})$"
)
_LONGEST = 120  # characters of a source
# "an aide to Ilse Varga", "police in Ada County"
_OF_ANOTHER = re.compile(
    r"\b(?:of|for|from|to|in|at|on|near|by|with|and|or|who|whose|knew|against|about)\b|['’]s?\s"
)
_LONG_FORM = re.compile(
    r"(?:[Tt]he\s)?(?P<first>[A-Z])[\w’'-]+"
    r"(?:\s(?:(?:of|for|and|the|on|in)\s){0,2}[A-Z][\w’'-]+){0,7}"
    r"\s\((?P<acronym>[A-Z]{3,6})\)"
)
_BODY_AND_ACRONYM = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?)\s)?(?:[\w’'-]+\s){0,2}"
    r"(?:union|group|ministry|agency|network|party|association|charity|watchdog|organi[sz]ation"
    r"|regulator|company|institute|body|alliance|federation|monitor|broadcaster|lobby)"
    r"\s(?P<acronym>[A-Z]{3,6})"
)


def is_one_person(first: str, second: str) -> bool:
    """
    Return whether two sources end with one person's given name and surname.

    Parameters
    ----------
    first, second : str
        Sources as printed.

    Returns
    -------
    bool
        False of places and bodies ("Ada County Police"), and of whoever is only told by a person:
        "an aide to Ilse Varga".

    Examples
    --------
    >>> is_one_person("State advocate Ada Quist SC", "Prosecutor Ada Quist")
    True
    """
    name = _person(first)
    return name is not None and name == _person(second)


def have_one_acronym(first: str, second: str) -> bool:
    """
    Return whether a body with its acronym is a source that has a common word before it.

    Examples
    --------
    >>> have_one_acronym("The Medical Alliance of Orlo (MAO)", "doctors' union MAO")
    True
    """
    for one, other in ((first, second), (second, first)):
        long_form = _LONG_FORM.fullmatch(one.strip(" ,;"))
        short_form = _BODY_AND_ACRONYM.fullmatch(other.strip(" ,;"))
        if long_form is None or short_form is None:
            continue
        acronym = long_form["acronym"]
        if acronym == short_form["acronym"] and acronym[0] == long_form["first"]:
            return True
    return False


@lru_cache(maxsize=10_000)  # each source of a story is compared with all others
def _person(source: str) -> str | None:
    """Return the given name and the surname at the end of a source, if it has a person's."""
    words = _LETTERS_AFTER.sub("", source.strip(" ,;"))
    found = _NAME_AT_END.search(words) if len(words) <= _LONGEST else None
    if found is None or _OF_ANOTHER.search(words, 0, found.start()):
        return None
    given, surname = found["given"], found["surname"]
    is_name = is_given_name(given) or not is_in_dictionary(surname.lower())
    return f"{given} {surname}" if is_name else None
