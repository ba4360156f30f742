"""
Find the body that an article names before "the ministry", "the agency" or "the service".

In: the article, and a source that is a noun for an institution. Out: the entity of the nearest
name, or words of the article, that the noun refers to. "The company" is in
``analysis.extract.attributions.firm_nouns``.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from analysis.extract.attributions.article_context import Article
from analysis.extract.attributions.entities import Entity, entity_named, names_in
from analysis.extract.attributions.named_bodies import body_named_before
from analysis.extract.attributions.proper_names import (
    INSTITUTION_NOUNS,
    LEADING_WORDS,
    NAME,
    TYPES_BY_NOUN,
    is_nation,
    is_person,
)
from analysis.extract.attributions.source_types import is_country, source_type

__all__ = [
    "by_institution_noun",
    "called_before",
    "name_with_noun",
    "named_by_any_noun",
    "named_in_sentence",
    "named_with_word",
]

# bodies that are told apart by the word before: "the weather service", "the relief agency"
_DESCRIBED = frozenset(
    """
    service agency channel station network charity authority regulator office institute bank bureau
    brigade chamber federation association inspectorate mission commission watchdog
    ministry department
    """.split()
)
_THE_INSTITUTION = re.compile(r"[Tt]h(?:e|at|is)\s+(?:[\w’-]+-based\s+)?(?P<noun>\w+)")
_MINISTER = re.compile(
    r"\b(?!(?:[Pp]rime|[Ff]irst|[Cc]hief|[Dd]eputy|[Jj]unior|[Ff]ormer|[Ss]enior|[Tt]he|[Aa]n?"
    r"|[Nn]ew"
    r"|[Cc]abinet|[Gg]overnment|[Ss]tate)\s)(?P<field>[A-Za-z]+)\s[Mm]inister\b(?!['’]s)"
)
_CALLED_REACH = 5_000  # characters in which a body was called by more than its noun
_OF_COUNTRIES = frozenset("government country nation state authorities".split())


def by_institution_noun(
    text: str, start: int, words: str, entities: Sequence[Entity]
) -> Entity | None:
    """
    Return the latest body named before "the ministry", "that council" that ends in the noun.

    Parameters
    ----------
    text : str
    start : int
        Where the source begins.
    words : str
        The source.
    entities : sequence of Entity
        Sources so far.

    Returns
    -------
    Entity or None
    """
    match = _THE_INSTITUTION.fullmatch(words)
    if not match or match["noun"].lower() not in INSTITUTION_NOUNS:
        return None
    name = name_with_noun(match["noun"].lower(), text, start)
    if name is None:
        return None
    return entity_named(name, entities, text)


def name_with_noun(noun: str, text: str, position: int) -> str | None:
    """
    Return the nearest name before a place that holds a noun: "Karsk Bank".

    Parameters
    ----------
    noun : str
        In small letters.
    text : str
    position : int

    Returns
    -------
    str or None
        Without the words that lead it; None where no name of two words holds the noun.
    """
    holds = re.compile(rf"\b{noun.capitalize()}s?\b")
    for name in names_in(text).before(position):
        if holds.search(name) and len(name.split()) > 1:
            return LEADING_WORDS.sub("", name)
    return None


def named_in_sentence(
    article: Article, start: int, head: str, entities: Sequence[Entity]
) -> Entity | None:
    """
    Return the body that the sentence names before "the agency": "No levy, says the EPA, ...".

    Parameters
    ----------
    article : Article
    start : int
        Where the source begins.
    head : str
        Its head noun.
    entities : sequence of Entity
        Sources so far.

    Returns
    -------
    Entity or None
        None where the noun tells no type of source, or no name of that type is in the sentence.
    """
    types = TYPES_BY_NOUN.get(head)
    if types is None:
        return None
    first = article.sentence_starts[max(bisect_right(article.sentence_starts, start) - 1, 0)]
    for found in reversed(list(NAME.finditer(article.text, first, start))):
        name = LEADING_WORDS.sub("", found[0])
        if is_country(name) and head not in _OF_COUNTRIES:
            continue  # "off Indonesia, the rescue agency said"
        if found.start() == first and " " not in name and not name.isupper():
            continue  # a capital that a sentence begins with: "Rescuers found it, the service said"
        if source_type(name) in types and source_type(name) != "other" and not is_person(name):
            return entity_named(name, entities, article.text)
    return None


def named_by_any_noun(
    article: Article, start: int, words: str, head: str, entities: Sequence[Entity]
) -> Entity | None:
    """
    Return the body named before "the organization".

    Parameters
    ----------
    article : Article
    start : int
        Where the source begins.
    words, head : str
        The source and its head noun.
    entities : sequence of Entity
        Sources so far.

    Returns
    -------
    Entity or None
        None for a noun with an adjective, which is told apart by it.
    """
    if len(words.split()) > 2:
        return None  # "the weather service" tells itself which
    name = body_named_before(article.text, start, head, article.title_end)
    if name is None:
        return None
    return entity_named(name, entities, article.text)


def called_before(text: str, start: int, head: str) -> str | None:
    """
    Return what the article last called by a noun and a word before it: "the weather service".

    Parameters
    ----------
    text : str
    start : int
        Where the source begins.
    head : str
        The noun.

    Returns
    -------
    str or None
        Without its determiner.
    """
    if head not in _DESCRIBED:
        return None
    called = named_with_word(text, start, head)
    if called is None and head == "ministry":
        return _ministry_of_minister(text, start)
    return called


def _ministry_of_minister(text: str, start: int) -> str | None:
    """Return the ministry of the only kind of minister that the article has named."""
    if re.search(r"\b(?:Ministry|ministry of)\b", text[:start]) is not None:
        return None
    found = _MINISTER.finditer(text, max(0, start - _CALLED_REACH), start)
    fields = {match["field"].lower() for match in found}
    fields = {field for field in fields if not is_nation(field)}
    return f"{fields.pop()} ministry" if len(fields) == 1 else None


def named_with_word(text: str, start: int, head: str) -> str | None:
    """
    Return the last phrase before a place that is a noun with a word before it: "water board".

    Parameters
    ----------
    text : str
    start : int
    head : str
        The noun, of any kind.

    Returns
    -------
    str or None
        Without its determiner.
    """
    phrase = re.compile(
        rf"(?:\b(?:[Tt]he|[Aa]n?|its|their|to)|\w['’]s|,)\s"
        rf"(?P<name>(?:(?!(?:the|an?|to|and)\b)[a-z-]+\s){{1,2}}{head})\b"
    )
    found = [match["name"] for match in phrase.finditer(text, max(0, start - _CALLED_REACH), start)]
    return found[-1] if found else None
