"""
Find whom a title or lead means that leaves the name for later: "Harbour chief quits".

In: the words of a source without a name, and those of the sources below it. Out: the words of the
one that is introduced with the same office ("Harbour chief Emil Roth"). In a title "official" may
stand for any office of the same source type; in a lead only the noun itself, or one of the same
kind ("a lawmaker" is a senator), decides. "A Karsk woman" is the first person below who is named
without any office, unless a man.
"""

import re
from collections.abc import Iterable
from itertools import islice

from analysis.core.pronoun_words import is_pronoun
from analysis.extract.attributions.article_context import Article
from analysis.extract.attributions.entities import new_entity
from analysis.extract.attributions.people import gender, is_role, names_one_person
from analysis.extract.attributions.proper_names import (
    NAME,
    completeness,
    distinctive_words,
    is_person,
    names_several,
    trimmed_name,
)
from analysis.extract.attributions.source_types import is_granted_anonymity, source_type

__all__ = ["introduced_below", "named_next"]

_INDEFINITE = re.compile(r"(?:[Aa]n?|[Oo]ne)\s")
_HEAD = re.compile(r"(?P<noun>[A-Za-z-]+)(?:\s(?:of|in|at|from|for|on|who|with)\s.*)?$")
_WORD = re.compile(r"[a-z]+")
# nouns that say only that someone holds an office
_ANY_OFFICE = frozenset("official officer chief boss head leader aide minister".split())
_ANOTHER = re.compile(r"\b(?:another|other|fellow)\b", re.IGNORECASE)
_MOST_BELOW = 12  # sources that are looked at
# of whom no office is told: "A Karsk woman has told how she swam"
_PRIVATE = frozenset(
    """woman man mother father mum mom dad girl boy teen teenager grandmother grandfather
    student""".split()
)
_LAWYERS = frozenset("lawyer attorney".split())
_OF_STATE = re.compile(
    r"\b(?:[Aa]ttorney [Gg]eneral|[Pp]rosecutor"
    r"|(?:U\.S\.|US|[Dd]istrict|[Cc]ounty|[Ss]tate|[Cc]ity|[Pp]rosecuting)(?:['’]s)? [Aa]ttorney)"
)
_LAWMAKERS = frozenset("lawmaker legislator congressman congresswoman politician".split())
_MEMBER_OF_HOUSE = re.compile(r"\b(?:House|Senate|Parliament|Congress)\s[Mm]ember$")
_OF_LAWMAKERS = re.compile(
    r"\b(?:Sen|Rep|Senator|Representative|Congress\w*|MP)\b|\b(?:House|Senate)\b.*\b[Cc]hair"
    r"|\b[DRI]-[A-Z]"
)


def introduced_below(
    text: str,
    span: tuple[int, int],
    below: Iterable[tuple[int, int]],
    in_title: bool,
    first: int = 0,
) -> str | None:
    """
    Return the words with which a source is introduced further down.

    Parameters
    ----------
    text : str
        The article.
    span : (int, int)
        Characters of a source without a name.
    below : iterable of (int, int)
        Characters of the sources after it, in reading order.
    in_title : bool
        Whether the source is in the title; elsewhere only an indefinite one ("a senator") can be
        introduced later.
    first : int
        Where the report begins. Whom it names before "a man" is not he.

    Returns
    -------
    str or None
        None for several persons, for one who asked not to be named, and where no source below has
        the same office.

    Examples
    --------
    >>> text = "A senator said so. Senator Emil Roth said more."
    >>> introduced_below(text, (0, 9), [(19, 36)], False)
    'Senator Emil Roth'
    """
    words = text[span[0] : span[1]]
    noun = _noun(words)
    if noun is None or not (in_title or _INDEFINITE.match(words)):
        return None
    if is_granted_anonymity(text, span[1]):
        return None
    others = [text[start:end] for start, end in islice(below, _MOST_BELOW)]
    if not in_title:
        others = [other for other in others if not _is_named_in(text[first : span[0]], other)]
    for other in others:
        if _fits(text, words, noun, other, in_title):
            return other
    return _private_person(text, noun, others)


def _is_named_in(before: str, words: str) -> bool:
    """Whether a report has named somebody before: "Quist was booed. A man told Quist so"."""
    own = distinctive_words(words)
    return bool(own) and re.search(rf"\b{re.escape(own[-1])}\b", before) is not None


def named_next(article: Article, span: tuple[int, int], is_first_sentence: bool) -> str | None:
    """
    Return the person of the title whom the second sentence names, for an office in the first.

    Parameters
    ----------
    article : Article
    span : (int, int)
        Characters of a source without a name.
    is_first_sentence : bool
        Whether it is in the first sentence of the report.

    Returns
    -------
    str or None
        None where the first sentence names a person, or the second does not begin with the full
        name of one whose surname the title has: "Media come for Lund", "Norland's bishop refused to
        go. Martin Lund, the favourite, was recorded".
    """
    text, starts = article.text, article.sentence_starts
    if not is_first_sentence or _noun(text[slice(*span)]) is None:
        return None
    following = [start for start in starts if start > span[0]]
    if not following:
        return None
    here = starts[starts.index(following[0]) - 1]
    title = text[: article.title_end]
    found = None
    for person in article.people:
        if any(here <= place < following[0] for place in person.places):
            return None
        surname = distinctive_words(person.name)[-1]
        is_full = len(distinctive_words(person.name)) > 1 and surname in title
        if is_full and following[0] in person.places:
            found = person.name
    return found


def _private_person(text: str, noun: str, others: Iterable[str]) -> str | None:
    """Return the first person named below, if without office, for "a woman" or "a student"."""
    if noun not in _PRIVATE:
        return None
    for other in others:
        entity = new_entity(text, other)
        name = max(entity.names, key=completeness)
        if not entity.person or len(distinctive_words(name)) < 2 or is_pronoun(other):
            continue
        if names_several(name) or gender(name) not in (None, gender(noun)):
            return None
        is_private = entity.source_type in ("other", "resident_or_witness")
        is_untold = is_private and set(entity.titles) <= {other}
        return other if is_untold else None
    return None


def _noun(words: str) -> str | None:
    """Return the noun for one person that a source without a name is called by."""
    name = trimmed_name(words)
    if names_several(name) or source_type(name) == "media":
        return None
    if _MEMBER_OF_HOUSE.search(name) is not None:
        return "lawmaker"
    head = _HEAD.search(name)
    noun = None if head is None else head["noun"].lower()
    return noun if noun is not None and names_one_person(noun) else None


def _fits(text: str, words: str, noun: str, other: str, in_title: bool) -> bool:
    """Whether a named source has the office that a source without a name is called by."""
    own = distinctive_words(other)
    if not own or not is_person(other) or names_several(trimmed_name(other)):
        return False
    if own[-1] in distinctive_words(words):
        return False  # "one Quist aide" is not Quist
    if source_type(other) == "media":
        return False  # "the official news agency" is no official
    if NAME.search(other) is None or _noun(other) == noun:
        return False
    if noun in _LAWYERS and _OF_STATE.search(other) is not None and not _OF_STATE.search(words):
        return False  # "a lawyer" of the defence is no "assistant district attorney"
    entity = new_entity(text, other)
    described = f"{other} {entity.description}"
    named = (word for word in distinctive_words(words) if not word.isupper())
    owners = {word for word in named if text.count(word) > 1}
    if _ANOTHER.search(other) or not owners <= set(described.split()):
        return False
    if noun in _LAWMAKERS and _OF_LAWMAKERS.search(described):
        return noun not in ("congressman", "congresswoman") or "Sen" not in described
    if noun == "prosecutor" and _OF_STATE.search(described) is not None:
        return True
    roles = set(_WORD.findall(described.lower()))
    if noun in roles:
        return True
    if is_role(noun, roles) and noun not in _ANY_OFFICE:
        return True
    is_same_type = entity.source_type == source_type(words) != "other"
    return in_title and noun in _ANY_OFFICE and is_same_type
