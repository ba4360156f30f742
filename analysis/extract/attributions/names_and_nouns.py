"""
Find the source that a name or a noun refers to; a new one at the first mention.

In: the article, the words of a source that is no pronoun, and the sources so far. Out: one of
them, found by its name, by an acronym or by a common noun, else a new one with what the article
says of it at its first mention.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from analysis.extract.attributions.acronyms import spelled_out_office
from analysis.extract.attributions.article_context import Article
from analysis.extract.attributions.common_nouns import by_common_noun
from analysis.extract.attributions.entities import (
    Entity,
    entity_named,
    find_by_name,
    find_by_same_words,
    latest,
    lowered_names,
    names_holder,
    names_in,
    namesakes,
    new_entity,
)
from analysis.extract.attributions.first_words import body_called
from analysis.extract.attributions.introduced_below import introduced_below, named_next
from analysis.extract.attributions.joint_names import joint_name
from analysis.extract.attributions.misspelt_names import person_misspelt
from analysis.extract.attributions.named_inside import without_names_inside
from analysis.extract.attributions.people import Person, names_one_person
from analysis.extract.attributions.person_nearby import person_nearby
from analysis.extract.attributions.person_nouns import by_role, called_otherwise
from analysis.extract.attributions.proper_names import (
    OFFICE_NOUNS,
    PERSON_NOUNS,
    distinctive_words,
    trimmed_name,
)
from analysis.extract.attributions.source_owners import (
    describe_by_body,
    describe_by_owner,
    describe_by_subject,
)
from analysis.extract.attributions.source_phrases import DETERMINER, OWNED, head_noun, head_phrase
from analysis.extract.attributions.source_types import source_type
from analysis.extract.attributions.speaker_named_next import speaker_named_next

__all__ = ["by_name_or_noun"]

_ACRONYM = re.compile(r"[A-Z]{2,6}")
# "The Karsk tourist": where somebody is from who was just named
_EPITHET = re.compile(r"The\s(?:[A-Z][\w.’-]*\s){1,3}(?P<noun>[a-z]+(?<!s))")
_FIRM_ENDS_SO = re.compile(r"\b[A-Z][\w-]+\sAG\b")
_LEAD = 2  # sentences of the report in which someone may be left for later


def by_name_or_noun(
    article: Article,
    start: int,
    words: str,
    entities: list[Entity],
    later: Sequence[tuple[int, int]],
) -> Entity:
    """
    Return the entity that a name or noun refers to; a new one at the first mention.

    Parameters
    ----------
    article : Article
    start : int
        Where the source begins.
    words : str
        The source, which is no pronoun.
    entities : list of Entity
        Sources so far, the latest last; none is added.
    later : sequence of (int, int)
        Characters of the sources further down, where one without a name may be introduced.

    Returns
    -------
    Entity
    """
    text = article.text
    named = None
    if DETERMINER.match(words) is not None:
        named = _named_after_office(article, start, words)
    known = _by_short_office(article, start, words, entities, later)
    known = known or _known(article, start, words, entities, later, named)
    if known is not None:
        return known
    joint = joint_name(text, words)
    if joint is not None:
        return _joint_entity(text, joint, words, entities)
    introduced = _introduction(article, start, words, later)
    if introduced is not None:
        return new_entity(text, introduced)
    entity = new_entity(text, words)
    if named is not None:
        entity.person = True
        if not entity.names[0].endswith(named.name):
            entity.names.append(named.name)
    describe_by_owner(entity, words, entities, article, start)
    describe_by_subject(entity, words, article, start)
    describe_by_body(entity, words, article, start)
    return entity


def _known(
    article: Article,
    start: int,
    words: str,
    entities: list[Entity],
    later: Sequence[tuple[int, int]],
    named: Person | None,
) -> Entity | None:
    """Return who was named before, by the name in a source, its nouns, or what is around it."""
    is_definite = DETERMINER.match(words) is not None
    # "the envoy of the Union to the United Nations, Ada Quist": she, and not another envoy
    is_holder = names_holder(trimmed_name(words))
    if distinctive_words(words):
        known = _by_surname_of_several(article, start, words, entities)
        known = known or _by_name(article, words, entities)
        if known is None and named is not None:
            known = find_by_name(named.name, entities)
        elif known is None and is_definite and not OWNED.match(words) and not is_holder:
            known = by_role(article, start, head_phrase(words), entities)
            known = known or _by_employer(article, start, words, entities)
    elif (noted := _by_surname_of_note(article.text, words, entities)) is not None:
        known = noted
    else:
        known = by_common_noun(article, start, words, entities, later)
    known = known or _by_epithet(article, start, words, entities)
    if known is None and (nearby := person_nearby(article, start, words)) is not None:
        known = entity_named(nearby.name, entities, article.text)
    return known


def _by_name(article: Article, words: str, entities: list[Entity]) -> Entity | None:
    """Return who shares a name with a source, by an acronym or a first word too."""
    known = find_by_name(words, entities) or _by_acronym(article.text, words, entities)
    known = known or body_called(article, words, entities)
    if known is not None:
        return known
    person = person_misspelt(trimmed_name(words), article.people, article.text)
    if person is None or find_by_name(person.name, entities) is not None:
        return None  # who speaks too may be another: "Hansen" and "Hanson"
    return entity_named(person.name, entities, article.text)


def _by_short_office(
    article: Article,
    start: int,
    words: str,
    entities: list[Entity],
    later: Sequence[tuple[int, int]],
) -> Entity | None:
    """Return who holds the office that "the IG" is short for, if the article tells."""
    office = spelled_out_office(words)
    if office is not None and _FIRM_ENDS_SO.search(article.text) is not None:
        return None  # "the AG" beside "Velmar AG"
    return None if office is None else by_common_noun(article, start, office, entities, later)


def _by_surname_of_note(text: str, words: str, entities: Sequence[Entity]) -> Entity | None:
    """Return the person of a surname that the lists know as a leader's, or as an outlet's name."""
    called = namesakes(text, words)
    if len(called) != 1 or called[0].gender is None:
        return None  # "Senate Democrats" are not whom "Democrats" names
    return entity_named(called[0].name, entities, text)


def _by_surname_of_several(
    article: Article, start: int, words: str, entities: Sequence[Entity]
) -> Entity | None:
    """Return whom "Mr. Quist" means where the article names several persons with that surname."""
    own = distinctive_words(words)
    if len(own) != 1 or not trimmed_name(words).endswith(own[0]):
        return None
    if without_names_inside(words) != words:
        return None  # "allies of Mr. Quist"
    persons = namesakes(article.text, own[0])
    if len(persons) < 2:
        return None
    end = start + len(words)
    here = [one for one in persons if any(start <= place < end for place in one.places)]
    return entity_named(here[0].name, entities, article.text) if len(here) == 1 else None


def _named_after_office(article: Article, start: int, words: str) -> Person | None:
    """Return who is named at the end of "the board's chief, Senator Ada Quist, of Velm"."""
    own = without_names_inside(words)
    for person in article.people:
        for name in person.names:
            ends = [place + len(name) - start for place in person.places if place >= start]
            is_last = any(words[:end].endswith(f", {name}") for end in ends if end <= len(words))
            if is_last and name in own:
                return person
    return None


def _by_employer(
    article: Article, start: int, words: str, entities: Sequence[Entity]
) -> Entity | None:
    """Return who was just quoted as somebody of a house, as for "the KVB host"."""
    known = called_otherwise(article, start, words, head_noun(words), entities)
    if known is None:
        return None
    return known if set(distinctive_words(words)) <= set(_words_of(known)) else None


def _by_epithet(
    article: Article, start: int, words: str, entities: Sequence[Entity]
) -> Entity | None:
    """Return the only person whom the sentence before "The Karsk tourist" names."""
    epithet = _EPITHET.fullmatch(words)
    if epithet is None or start not in article.sentence_starts:
        return None
    noun = epithet["noun"]
    is_office = noun in PERSON_NOUNS or noun in OFFICE_NOUNS
    is_person = names_one_person(noun) or source_type(f"the {noun}") == "resident_or_witness"
    if is_office or not is_person:
        return None
    number = bisect_right(article.sentence_starts, start) - 1
    first = article.sentence_starts[max(number - 1, 0)]
    named = [
        person
        for person in article.people
        if any(first <= place < start for place in person.places)
        and f"{person.name}/" not in article.text[first:start]  # a picture is by Emil Roth/AP
    ]
    if len(named) != 1:
        return None
    return entity_named(named[0].name, entities, article.text)


def _words_of(entity: Entity) -> list[str]:
    """Return all words of names and titles of an entity, without possessives."""
    return re.sub(r"['’]s\b", "", entity.description).split()


def _by_acronym(text: str, words: str, entities: list[Entity]) -> Entity | None:
    """Return who was called by the long form of an acronym: "the VPA official"."""
    own = distinctive_words(words)
    if len(own) != 1 or _ACRONYM.fullmatch(own[0]) is None or words.endswith(own[0]):
        return None
    long_form = names_in(text).with_initials(own[0])
    if long_form is None:
        return None
    name = trimmed_name(re.sub(rf"\b{own[0]}\b", long_form, words)).lower()
    return latest(entities, lambda entity: name in lowered_names(entity))


def _joint_entity(
    text: str, persons: tuple[str, str], words: str, entities: list[Entity]
) -> Entity:
    """Return two persons who speak as one, with what the article says of the first of them."""
    name = " and ".join(persons)
    known = find_by_same_words(name, entities)
    if known is not None:
        return known
    entity = Entity([name], source_type=source_type(words))
    first = entity_named(persons[0], entities, text)
    if entity.source_type == "other":
        entity.titles += [title for title in first.description.split(" / ") if title != name]
        entity.source_type = source_type(words, entity.description)
    return entity


def _introduction(
    article: Article, start: int, words: str, later: Sequence[tuple[int, int]]
) -> str | None:
    """Return the words that name further down whom a title or lead leaves without a name."""
    in_title = start < article.title_end
    sentence = bisect_right(article.sentence_starts, start)
    first = bisect_right(article.sentence_starts, article.title_end)
    is_lead = in_title or sentence <= first + _LEAD
    below = [span for span in later if span[0] >= article.title_end]
    span = (start, start + len(words))
    if not is_lead:
        return None
    found = introduced_below(article.text, span, below, in_title, article.title_end)
    found = found or named_next(article, span, not in_title and sentence == first + 1)
    return found or speaker_named_next(article, span, below)
