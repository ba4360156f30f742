"""
Find the person with whom the sentences before "he" or "she" open: who is on the stage.

In: the article, and where the pronoun stands. Out: the full name that the nearest sentence of their
own opens with, after at most a few words that describe the person. "Fisherman Ousmane Camara lost
his mother. 'The well is near the latrines,' he says": whoever spoke before him has left. What leads
on from a person, "The 72-year-old", another "she" or a quotation, is passed over. "Her colleague
Jane Moor left" is about her whose colleague that is.
"""

import re
from bisect import bisect_right

from analysis.core.given_names import is_given_name
from analysis.extract.attributions.article_context import Article
from analysis.extract.attributions.entities import Entity
from analysis.extract.attributions.people import gender, names_one_person
from analysis.extract.attributions.proper_names import distinctive_words, has_common_word, is_person

__all__ = ["person_opening"]

_MOST_BACK = 5  # sentences
_NAME_WORD = r"[A-ZÀ-Þ][\w’'-]*[\w]"
_PARTICLE = r"(?:de|da|del|della|van|von|der|den|bin|ibn|al|el|la|le|du|dos|[A-Z]\.)"
_FULL_NAME = rf"{_NAME_WORD}(?:\s(?:{_PARTICLE}\s)*{_NAME_WORD}){{1,3}}"
_NO_DESCRIPTION = (
    r"(?:of|in|on|at|for|to|from|with|by|and|or|but|that|which|who|when|as|if|while|after|before"
    r"|since|until|than|not|he|she|it|they|we|you|i|this|these|there|here|said|says|told)\b"
)
_PARENT_OF = r"(?:[Mm]other|[Ff]ather|mum|mom|dad|grandmother|grandfather)\sof\s[\w-]+\s"
# "Renmark orchardist [Neville Schirmer] was", "Their mother, [Ulrike Eberling], wept"
_OPENS = re.compile(
    rf"(?P<before>(?:(?!(?i:{_NO_DESCRIPTION}))[\w’'-]+\s){{0,4}}?"
    rf"(?:{_PARENT_OF}|(?:(?!(?i:{_NO_DESCRIPTION}))[a-z’'-]+,\s))?)"
    rf"(?P<name>{_FULL_NAME})(?=\s[a-z(]|,\s)"
)
_PASSED_OVER = re.compile(
    r"[“\"‘'„«]|(?:He|She|His|Her|They|Their)\b|The\s(?:[\w-]+\s){0,3}\d\d-year-old\b"
    r"|The\s\d\d-year-old\b"
)
_OWNERS = {"her ": "f", "his ": "m"}
_ONE_NAME = re.compile(
    rf"(?P<name>{_NAME_WORD})(?=\s(?:has|had|is|was|will|would|also|[a-z]+(?:ed|s))\b)"
)
_AGE_OR_WHO = re.compile(r",\s(?:\d\d\b|who\b|an?\s|the\s|whose\b)")


def person_opening(
    article: Article,
    start: int,
    wanted: str,
    source: Entity | None,
    entities: list[Entity],
) -> str | None:
    """
    Return the name that the sentences before a pronoun open with.

    Parameters
    ----------
    article : Article
    start : int
        Where the pronoun stands.
    wanted : {"m", "f"}
        Its gender.
    source : Entity or None
        The latest source who may be meant.
    entities : list of Entity
        All sources so far.

    Returns
    -------
    str or None
        None where that sentence opens otherwise, where its person is of the other gender, and where
        somebody has spoken since.
    """
    number = bisect_right(article.sentence_starts, start)
    for sentence in range(number - 1, max(number - 1 - _MOST_BACK, 0), -1):
        first, stop = article.sentence_starts[sentence - 1], article.sentence_starts[sentence]
        if source is not None and source.place >= first:
            return None
        if source is not None and _OWNERS.get(article.text[first : first + 4].lower()) == wanted:
            return source.names[0] if distinctive_words(source.names[0]) else None
        name = _opening_name(article.text, first, stop, wanted, entities)
        if name is not None or not _PASSED_OVER.match(article.text, first, stop):
            return name
    return None


def _opening_name(
    text: str, first: int, stop: int, wanted: str, entities: list[Entity]
) -> str | None:
    """Return the person whom a sentence opens with."""
    found = _OPENS.match(text, first, stop)
    if found is not None:
        name = _without_title(found["name"])
        is_known = _is_described(found["before"] + found["name"].removesuffix(name))
        is_known = is_known or is_given_name(name.split()[0]) or not has_common_word(name)
        is_known = is_known or _AGE_OR_WHO.match(text, found.end()) is not None
        is_one = is_known and " " in name and is_person(name) and gender(name) in (None, wanted)
        if not is_one or not _only_describes(found["before"]):
            return None
        title = found["name"].removesuffix(name).split()
        has_title = len(title) == 1 or (bool(title) and names_one_person(title[-1].lower()))
        return found["name"] if has_title else name  # "Survivor Ada Moe", "Prime Minister Al Roth"
    alone = _ONE_NAME.match(text, first, stop)
    return None if alone is None else _known_by_surname(alone["name"], wanted, entities)


def _known_by_surname(surname: str, wanted: str, entities: list[Entity]) -> str | None:
    """Return the full name of the only source with a surname, if "he" or "she" may be it."""
    named = [
        entity
        for entity in entities
        if entity.person and distinctive_words(entity.names[0])[-1:] == (surname,)
    ]
    if len(named) != 1 or len(distinctive_words(named[0].names[0])) < len(("given", "surname")):
        return None
    told = named[0].called or gender(named[0].names[0])
    return named[0].names[0] if told in (None, wanted) else None


def _without_title(name: str) -> str:
    """Return a name without what stands before it: "Cr Philippa Grigor", "Fisherman Al Roth"."""
    words = name.split()
    for place, word in enumerate(words[:-1]):
        if is_given_name(word):
            return " ".join(words[place:])
    while len(words) > 1 and names_one_person(words[0].lower()):
        words = words[1:]
    return " ".join(words)


def _is_described(before: str) -> bool:
    """Whether the words before a name end with a noun for a person: "Their mother,"."""
    words = before.replace(",", "").split()
    return bool(words) and names_one_person(words[-1].lower())


def _only_describes(before: str) -> bool:
    """Whether the words before a name end with no verb: "orchardist", but not "nobody met"."""
    from lemminflect import getAllLemmas

    words = before.replace(",", "").split()
    return not words or getAllLemmas(words[-1].lower()).keys() != {"VERB"}
