"""
Describe a source by whom it belongs to or speaks for: "its director", "the group's spokesman".

In: a source at its first mention, and the sources so far. Out: nothing; the names of the owner, or
of the body that the source is of ("Ada Quist of Open Hands"), are added to the titles of the
source, which may change its type.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from analysis.extract.attributions.article_context import Article
from analysis.extract.attributions.entities import Entity, latest, lowered_names
from analysis.extract.attributions.institution_nouns import named_with_word
from analysis.extract.attributions.proper_names import (
    ROLE_NOUN,
    TYPES_BY_NOUN,
    completeness,
    trimmed_name,
)
from analysis.extract.attributions.sentence_subjects import BODY_NOUNS, subject_before
from analysis.extract.attributions.source_phrases import is_plural
from analysis.extract.attributions.source_types import source_type
from analysis.extract.attributions.spoken_for import body_spoken_for

__all__ = [
    "describe_by_body",
    "describe_by_owner",
    "describe_by_subject",
]

_OFFICER = rf"(?:{ROLE_NOUN}|secretary|manager|officer|commander|treasurer|captain|lawyer)"
_EMPLOYER = (
    r"group|organi[sz]ation|charity|team|agency|network|ministry|coalition|council|office|service"
    r"|institute|foundation|hospital|commission|authority"
)
# whom a source belongs to: "its director", "a spokeswoman for his office", "team leader"
_BELONGS_TO = re.compile(
    rf"""
    (?:^|,\s)(?P<owned>[Ii]ts|[Tt]heir)\s(?:[\w-]+\s){{0,3}}{_OFFICER}\b
    | \bfor\ (?:his|her|its|their)\ (?:office|party|group|team)\b
    | \b(?:[Tt]he|[Tt]hat|[Tt]his|at|with|\w+-based)\s(?:\w+-based\s)?
      (?P<body>{_EMPLOYER}|observatory)s?\b
    | ^(?:\w+-based\s)?(?P<employer>{_EMPLOYER})(?:['’]?s)?\s{ROLE_NOUN}\b
    """,
    re.VERBOSE,
)
_LAWYER = re.compile(
    r"^(?:[Ii]ts|[Tt]heir)\s(?:[\w-]+\s){0,3}(?:lawyers?|attorneys?|solicitors?|barristers?"
    r"|counsel)\b"
)
# "Ada Quist of Open Hands", "the board's chief engineer": of a body that the article names
_OF_BODY = re.compile(
    r"[A-ZÀ-Þ][\w.’'-]+(?:\s[A-ZÀ-Þ][\w.’'-]*){1,3},?\s(?:of|at|from|with)\s(?:the\s)?"
    r"(?P<body>[A-ZÀ-Þ][\w&’'-]*(?:\s[A-ZÀ-Þ&][\w&’'-]*){0,4})(?=$|,|\swho)"
)
_OF_NOUN = re.compile(
    r"[Tt]he\s(?P<noun>board|commission|service|office|agency|authority|institute|ministry"
    r"|department|council|bureau)['’]s\s"
)
# source types that say too little for a source to belong to one of them
_ITS = re.compile(r"(?:[Ii]ts)\s")
_VAGUE_TYPES = ("other", "unnamed", "resident_or_witness")
# '"It was a market day," said its director'
_QUOTATION = re.compile(r"[\"“].*[\"”],?(?:\s(?:said|says|added|told\s[^,\"“”]{2,30}))?", re.DOTALL)
_OF_PEOPLE = ("unnamed", "resident_or_witness")


def describe_by_owner(
    entity: Entity, words: str, entities: Sequence[Entity], article: Article, start: int
) -> None:
    """
    Describe a source by whom it belongs to: "its director", "the group's spokesman".

    Parameters
    ----------
    entity : Entity
        The source; changed in place.
    words : str
        As the article has it.
    entities : sequence of Entity
        Sources so far, the latest last.
    article : Article
    start : int
        Where the source begins.
    """
    match = _BELONGS_TO.search(words)
    if match is not None and match["owned"] and _LAWYER.search(words) is not None:
        return  # a lawyer is not the client
    if match is not None and match["owned"]:
        _describe_by_latest_body(entity, words, entities, article, start)
        return
    if match is None or entity.source_type not in ("other", "state_official"):
        return
    noun = (match["body"] or match["employer"] or "").lower()
    owner = next(_possible_owners(noun, entities), None)
    if owner is not None:
        entity.titles += [name for name in owner.names if name not in entity.titles]
        entity.source_type = source_type(words, entity.description)


def _describe_by_latest_body(
    entity: Entity, words: str, entities: Sequence[Entity], article: Article, start: int
) -> None:
    """Describe "its head" by the body that spoke last, or a nearer one that a sentence is on."""

    def is_one(other: Entity) -> bool:
        is_several = _ITS.match(words) is not None and is_plural(other.names[0])
        return not other.person and other.source_type not in _OF_PEOPLE and not is_several

    owner = latest(entities, is_one)
    subject = subject_before(
        article.text,
        article.sentence_starts,
        start,
        lambda name, noun: noun in BODY_NOUNS and source_type(name) not in _VAGUE_TYPES,
    )
    if subject is not None and _begins_sentence(article, start):
        spoken = -1
        if owner is not None:
            spoken = bisect_right(article.sentence_starts, owner.place)
        if spoken < subject.sentence:
            owner = Entity([trimmed_name(subject.words)])
    if owner is None:
        return
    entity.titles += [name for name in owner.names if name not in entity.titles]
    entity.body = max(owner.names, key=completeness)
    entity.source_type = source_type(words, entity.description)


def _begins_sentence(article: Article, start: int) -> bool:
    """Return whether a source begins its sentence, or nothing but a quotation is before it."""
    number = bisect_right(article.sentence_starts, start)
    if not number:
        return False
    before = article.text[article.sentence_starts[number - 1] : start].strip()
    return not before or _QUOTATION.fullmatch(before) is not None


def describe_by_body(entity: Entity, words: str, article: Article, start: int) -> None:
    """
    Describe a person by the body that the article has named: "Ada Quist of Open Hands".

    Parameters
    ----------
    entity : Entity
        The source; changed in place.
    words : str
        As the article has it.
    article : Article
    start : int
        Where the source begins.
    """
    if entity.source_type not in ("other", "expert") or not entity.person:
        return
    body = _body_in(words, article.text, start)
    if body is None or source_type(body) in _VAGUE_TYPES:
        return
    entity.titles.append(body)
    entity.source_type = source_type(words, entity.description)


def _body_in(words: str, text: str, start: int) -> str | None:
    """Return the fullest words by which the article names the body in the words of a source."""
    noun = _OF_NOUN.match(words)
    if noun is not None:
        return named_with_word(text, start, noun["noun"])
    named = _OF_BODY.match(words)
    if named is None:
        return None
    introduced = re.search(rf"\b(?:[a-z-]+\s){{1,3}}{re.escape(named['body'])}\b", text)
    return named["body"] if introduced is None else introduced[0]


def _possible_owners(noun: str, entities: Sequence[Entity]) -> Iterator[Entity]:
    """Find organisations that a noun can refer to, the best first; any of them without a noun."""
    organisations = [
        entity
        for entity in reversed(entities)
        if not entity.person and entity.source_type not in _VAGUE_TYPES
    ]
    for entity in organisations:
        if any(noun in name for name in lowered_names(entity)):
            yield entity
    types = TYPES_BY_NOUN.get(noun) or ()
    for entity in organisations:
        if entity.source_type in types:
            yield entity


def describe_by_subject(entity: Entity, words: str, article: Article, start: int) -> None:
    """
    Describe a spokesperson, or "the movement", by the body that its sentence or title is on.

    Parameters
    ----------
    entity : Entity
        The source; changed in place.
    words : str
        As the article has it.
    article : Article
    start : int
        Where the source begins.
    """
    if entity.source_type not in ("other", "state_official", "local_authority"):
        return
    body = body_spoken_for(article.text, article.sentence_starts, start, words)
    if body is not None and body not in entity.titles:
        entity.titles.append(body)
        entity.body = body
        entity.source_type = source_type(words, entity.description)
