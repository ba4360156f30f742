"""
Tell which names of sources are one person's or one body's.

In: the names of the sources of one story. Out: for each one name to count it by. "Transport
Minister Ilse Varga" of one outlet is the "Ilse Varga" of another, the "interior ministry" the
"Ministry of the Interior".
"""

import re
from collections.abc import Iterable, Sequence

from analysis.compare.documents import names_no_body
from analysis.compare.events.labels.words import is_in_dictionary
from analysis.compare.origins import names_of_one_source
from analysis.core.given_names import is_given_name

__all__ = ["keys_of_sources", "one_name_of_each", "shortest_names"]

_FEWEST_WORDS, _MOST_WORDS = 2, 4
# "coast guard chief Ilan Petrak", but not "mayor of New Orlo", who is not its police chief
_AFTER_OFFICE = re.compile(
    r"\b(?!(?:of|for|from|in|at|on|near|the|an?|and|by|with|to)\s)[a-z]+\s"
    r"(?P<name>[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){1,3})$"
)

_PERSON_AT_END = re.compile(
    r"(?:^|\s)(?P<given>[A-Z][\w’'-]+)\s(?:[A-Z][\w.’'-]*\s)?(?P<surname>[A-Z][\w’'-]+)$"
)
# "Ilan Petrak and Olga Moe", "Petrak, Moe"
_NAME = r"[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2}"
_SEVERAL = re.compile(rf"{_NAME}(?:,|\sand)\s{_NAME}")
# "supporters of Ilse Vargan", "Olga Moe and Ilse Vargan", "Olga Moe, Ilse Vargan"
_OTHERS_BEFORE = re.compile(
    r"(?:\b(?:of|for|from|to|in|inside|within|with|by|at|on|near|around|behind|under|against|about"
    r"|and|or|the|an?|his|her|its|their|both)|&|,|['’]s?)$"
)


def one_name_of_each(names: Iterable[str]) -> dict[str, str]:
    """
    Return one name for all names of a source, to count it once.

    Parameters
    ----------
    names : iterable of str
        Of the sources of one story.

    Returns
    -------
    dict of str to str
        Each name to its shortest form, or to the first that is of the same source. A single common
        noun ("police", "group") is joined with no name: it may be that of another. So is a poll or
        study that does not say whose it is. A minister is not joined with the ministry.

    Examples
    --------
    >>> one_name_of_each(["interior ministry", "Ministry of the Interior"])["interior ministry"]
    'interior ministry'
    """
    form_of = shortest_names(names)
    told = [form for form in form_of.values() if " " in form or not form.islower()]
    told = [form for form in told if not names_no_body(form)]
    surname_of = {form: _surname(form) for form in told}
    surnames = set(surname_of.values())
    persons = {
        form
        for form in told
        if surname_of[form] is not None or form in surnames or _SEVERAL.fullmatch(form)
    }
    # the minister has the ministry's words, but one is no name of the other
    bodies = [form for form in told if form not in persons]
    one_name = names_of_one_source(bodies)
    one_name |= names_of_one_source(form for form in told if form in persons)
    return {name: one_name.get(form, form) for name, form in form_of.items()}


def keys_of_sources(names: Sequence[str], article_ids: Sequence[str]) -> list[tuple[str, str]]:
    """
    Return by what the sources of one story are counted, one key for each attribution.

    Parameters
    ----------
    names, article_ids : sequence of str
        The name of each attribution's source, and its article.

    Returns
    -------
    list of (str, str)
        The one name of the source, and "". "A new poll", "the study" and others that do not say
        whose they are count as one within an article only: the article is in their key.

    Examples
    --------
    >>> keys_of_sources(["new poll", "new poll", "police", "police"], ["a", "b", "a", "b"])
    [('new poll', 'a'), ('new poll', 'b'), ('police', ''), ('police', '')]
    """
    one_name = one_name_of_each(names)
    return [
        (one_name[name], article_id if names_no_body(name) else "")
        for name, article_id in zip(names, article_ids, strict=True)
    ]


def shortest_names(names: Iterable[str]) -> dict[str, str]:
    """
    Return the shortest form of each name: of a person, the name without the office.

    Parameters
    ----------
    names : iterable of str
        Of the sources of one story.

    Returns
    -------
    dict of str to str
        A name that ends with another one of two to four words, all with a capital and the last one
        no common noun, has that as its form, and so does one that follows an office in small
        letters ("coast guard chief Ilan Petrak"); all others their own. "New York Police
        Department" stays apart from "Police Department", which may be that of another town, and
        "aides of Ilse Varga" from her.

    Examples
    --------
    >>> shortest_names(["Ilse Varga", "Transport Minister Ilse Varga", "the Post"])["Ilse Varga"]
    'Ilse Varga'
    >>> shortest_names(["Ilse Varga", "Transport Minister Ilse Varga"])[
    ...     "Transport Minister Ilse Varga"
    ... ]
    'Ilse Varga'
    """
    known = list(dict.fromkeys(names))
    personal = {name for name in known if _is_personal(name.split())}
    personal |= {found for found in map(_after_office, known) if found is not None}
    return {name: _shortest(name, personal) for name in known}


def _surname(form: str) -> str | None:
    """Return the surname of a name that ends with a person's, given name and surname."""
    found = _PERSON_AT_END.search(form)
    if found is None:
        return None
    is_name = is_given_name(found["given"]) or not is_in_dictionary(found["surname"].lower())
    return found["surname"] if is_name else None


def _after_office(name: str) -> str | None:
    """Return the personal name behind an office in small letters, or None."""
    found = _AFTER_OFFICE.search(name)
    if found is None or not _is_personal(found["name"].split()):
        return None
    return found["name"]


def _is_personal(words: list[str]) -> bool:
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS:
        return False
    has_capitals = all(word[0].isupper() for word in words)
    return has_capitals and not is_in_dictionary(words[-1].lower())


def _shortest(name: str, personal: set[str]) -> str:
    words = name.split()
    for n_words in range(_FEWEST_WORDS, len(words)):
        ending = " ".join(words[-n_words:])
        if ending in personal and _OTHERS_BEFORE.search(" ".join(words[:-n_words])) is None:
            return ending
    return name
