"""
Find the source that a pronoun refers to: "he", "she", "it", "they", "who".

In: the article, a pronoun and the sources so far. Out: the latest source that agrees, or a person
or body that a nearer sentence begins with, quoted or not; None for "we" and "you". Pronouns inside
quotations are left alone.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from analysis.core.given_names import is_given_name
from analysis.core.pronoun_words import (
    REFERS_TO,
    UNRESOLVABLE,
    is_pronoun,
    pronoun_of,
)
from analysis.extract.attributions.article_context import Article
from analysis.extract.attributions.asked_about import without_asked_about
from analysis.extract.attributions.body_or_person import is_body, is_unsexed, may_be_body
from analysis.extract.attributions.entities import Entity, entity_named, latest
from analysis.extract.attributions.firm_nouns import by_firm_noun
from analysis.extract.attributions.lead_pronouns import own_person, person_for_lead
from analysis.extract.attributions.names_and_nouns import by_name_or_noun
from analysis.extract.attributions.opening_persons import person_opening
from analysis.extract.attributions.people import gender, latest_person, names_one_person
from analysis.extract.attributions.person_subjects import begins_with_person, introduces_speaker
from analysis.extract.attributions.proper_names import (
    COURTESY,
    completeness,
    distinctive_words,
    is_person,
    names_several_people,
)
from analysis.extract.attributions.relative_pronouns import by_relative_pronoun
from analysis.extract.attributions.sentence_subjects import (
    BODY_NOUNS,
    Subject,
    own_subject,
    people_before,
    subject_before,
)
from analysis.extract.attributions.source_phrases import is_plural
from analysis.extract.attributions.source_types import source_type

__all__ = ["by_pronoun"]

# of those who may be persons, though no word tells
_TYPES_OF_PEOPLE = ("other", "unnamed", "resident_or_witness", "expert")
# of whom "she" is none
_BODIES = BODY_NOUNS.union("campaign camp house democratic republican".split())
_ONE = "One"  # "One said it rained, another that it snowed"; "one" in small letters is anybody
_ONE_OF_THEM = "one of them"
_SEVERAL = ("police", "sides", "parties")
_FAR = 6  # sentences, after which "they" may be one person
_RECENT = 3  # sentences; a source said something so lately that "he" means the source
# "a source close to the probe", who hides whether it is a man or a woman
_ANY_SOURCE = re.compile(r"sources?\b")
# "One of the officers": an officer
_ONE_OF = re.compile(r"(?:[Oo]ne|[Aa]nother)\sof\s(?:the|its|their|his|her)\s(?P<noun>[a-z-]+)s\b")
_POSSESSIVE = re.compile(r"['’]s?$")
_OF_WHOM = re.compile(r",\s(?:of|from|for|with)\s(?:the\s|an?\s)?[A-Z]|,\swho\s|,\s\d\d,")
_COMPLEMENT = re.compile(r",|\s(?:of|from|at|for|in|with|to|by)\s")
_QUOTATION_REACH = 400  # characters
_QUOTATION_BEFORE = re.compile(r"(?:“[^“”]+”|\"[^\"]+\")\s*(?:[\w’'-]+\s+){0,2}$")
_TEXT_BY = re.compile(
    r"(?:[\w-]+\s){0,2}(?:post|letter|tweet|statement|article|memo|column|e-?mail|essay|op-ed|blog"
    r"|message|speech|book)\s(?:from|by|of)\s(?P<who>[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){1,3})"
)
# "By her own admission, Mrs. Quist had not asked"
_BY_OWN = re.compile(
    r"[Bb]y\s(?:his|her|its|their)\sown\s[a-z]+,\s(?P<name>(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.\s)?"
    r"[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3})"
)


def by_pronoun(article: Article, start: int, words: str, entities: list[Entity]) -> Entity | None:
    """
    Return the latest entity that a pronoun can refer to.

    Parameters
    ----------
    article : Article
    start : int
        Where the pronoun begins.
    words : str
        The pronoun, as printed.
    entities : list of Entity
        Sources so far, the latest last; none is added.

    Returns
    -------
    Entity or None
        A new one for a person or body that was not quoted; None for "we", and where no one agrees.
    """
    pronoun = pronoun_of(words)
    if words.strip() == _ONE or REFERS_TO.get(pronoun) == "one_of_several":
        return latest(entities, _are_several_people)
    if pronoun in UNRESOLVABLE:
        return None
    if pronoun == _ONE_OF_THEM:
        return latest(entities, _are_several_people)  # nobody who was named
    refers_to = REFERS_TO[pronoun]
    ahead = _BY_OWN.match(article.text, max(0, start - len("By ")))
    if ahead is not None:
        return entity_named(ahead["name"], entities, article.text)
    if refers_to == "any":
        return _by_they(article, start, entities)
    if refers_to == "name_before":
        return by_relative_pronoun(article.text, start, entities)
    if refers_to == "group":
        return _by_it(article, start, entities)
    return _by_personal_pronoun(article, start, refers_to, entities)


def _by_they(article: Article, start: int, entities: list[Entity]) -> Entity | None:
    """Return what "they" refers to: the latest who are several or a body, else anyone."""
    people = people_before(article.text, article.sentence_starts, start, _are_people)
    if people is not None and _is_nearer(article, people, latest(entities)):
        return by_name_or_noun(article, people.start, people.words, entities, ())
    known = latest(entities, lambda entity: is_plural(entity.names[0]) or not entity.person)
    before = latest(entities)
    if known is None or before is None:
        return before
    said = bisect_right(article.sentence_starts, known.place)
    is_far = bisect_right(article.sentence_starts, start) - said > _FAR
    return before if is_far else known


def _are_people(noun: str) -> bool:
    """Whether a plural noun is one for persons: "dockers", "prosecutors", "police"."""
    if noun in _SEVERAL or names_one_person(noun.removesuffix("s")):
        return True
    return source_type(f"the {noun}") not in ("other", "document", "unnamed", "media")


def _by_it(article: Article, start: int, entities: list[Entity]) -> Entity | None:
    """Return what "it" refers to: the latest body, or one that a nearer sentence begins with."""
    known = latest(
        entities,
        lambda entity: (
            not is_plural(entity.names[0]) and (not entity.person or may_be_body(article, entity))
        ),
    )
    subject = subject_before(
        article.text, article.sentence_starts, start, lambda *name: is_body(article, *name)
    )
    own = own_subject(
        article.text, article.sentence_starts, start, lambda *name: is_body(article, *name)
    )
    if own is not None and (_begins_with_noun(own) or _is_nearer(article, own, known, 1)):
        return _by_subject(article, own, entities)
    if subject is not None and _is_nearer(article, subject, known):
        return _by_subject(article, subject, entities)
    return (
        known or latest(entities, lambda entity: not entity.person) or latest(entities, is_unsexed)
    )


def _begins_with_noun(subject: Subject) -> bool:
    """Whether a subject is "the council"; a name alone may be whom the speaker before speaks of."""
    return subject.words.split()[-1].islower()


def _is_nearer(
    article: Article, subject: Subject, known: Entity | None, n_sentences: int = 0
) -> bool:
    """Whether a subject is some sentences after the one in which a source last spoke."""
    if known is None:
        return True
    return bisect_right(article.sentence_starts, known.place) < subject.sentence - n_sentences


def _by_subject(article: Article, subject: Subject, entities: list[Entity]) -> Entity | None:
    """Return the entity that a sentence begins with; for "the company" the one it is on."""
    if is_pronoun(subject.words):
        return by_pronoun(article, subject.start, subject.words, entities)
    known = by_name_or_noun(article, subject.start, subject.words, entities, ())
    is_new = all(known is not entity for entity in entities)
    firm = by_firm_noun(article, subject.start, subject.words, entities) if is_new else None
    return firm or known


def _by_personal_pronoun(
    article: Article, start: int, wanted: str, entities: list[Entity]
) -> Entity | None:
    """Return whom "he" or "she" refers to: the latest source, or a person named since."""
    here = bisect_right(article.sentence_starts, start)
    entities = without_asked_about(article, here, start, entities)
    author = _author_before(article, here, wanted, entities)
    if author is not None:
        return entity_named(author, entities, article.text)
    source = _latest_source(article, here, wanted, entities)
    if source is not None and _ANY_SOURCE.match(source.names[0]):
        visible = _named_near(article, start, here, wanted)
        if visible is not None:
            return entity_named(visible, entities, article.text)
    opened = person_opening(article, start, wanted, source, entities)
    if opened is not None:
        return entity_named(opened, entities, article.text)
    unnamed = _unnamed_speaker(article, here, wanted, source, entities)
    if unnamed is not None:
        return unnamed
    named = _named_since(article, start, wanted, source)
    if named is not None:
        return entity_named(named, entities, article.text)
    subject = subject_before(
        article.text,
        article.sentence_starts,
        start,
        lambda words, noun: names_one_person(noun) and gender(words) in (None, wanted),
    )
    if subject is not None:
        reach = 0 if introduces_speaker(article, subject, start) else _RECENT
        if _is_nearer(article, subject, source, reach):
            return _by_subject(article, subject, entities)
    introduced = _introduced_since(article, start, wanted, source)
    if introduced is not None:
        return entity_named(introduced.words, entities, article.text)
    if source is not None:
        return source
    own = own_person(article, start, wanted)
    if own is not None:
        return entity_named(own.words, entities, article.text)
    alone = _only_person(article, start, entities)
    if alone is not None:
        return alone
    known = latest(
        entities,
        lambda entity: (
            _agrees(entity, wanted)
            and entity.source_type in _TYPES_OF_PEOPLE
            and bool(distinctive_words(entity.names[0]))
        ),
    )
    if known is not None or entities:
        return known
    person = person_for_lead(article, start, wanted)
    return None if person is None else entity_named(person.name, entities, article.text)


def _agrees(entity: Entity, wanted: str) -> bool:
    """Return whether "he" or "she" may be this entity: no body, no two people, and no other sex."""
    first = _POSSESSIVE.sub("", entity.names[0])
    if names_several_people(first) or is_plural(first):
        return False
    fullest = _POSSESSIVE.sub("", max(entity.names, key=completeness))
    if any(map(_is_named_body, (first, fullest, *entity.names))):
        return False  # "Velmar", which the article calls "the firm" too
    found = next(filter(None, map(gender, [*entity.names, *entity.titles])), None)
    return (found or entity.called) in (None, wanted)


def _latest_source(
    article: Article, here: int, wanted: str, entities: list[Entity]
) -> Entity | None:
    """Return the latest source who may be meant; one that may be a firm only without another."""
    people = [entity for entity in entities if entity.person and _agrees(entity, wanted)]
    sure = latest(people, lambda entity: not _may_be_firm(article, entity, here))
    return sure or latest(people, lambda _: True)


def _named_since(article: Article, start: int, wanted: str, source: Entity | None) -> str | None:
    """Return who was named after the last source spoke, if it is long ago or opens a sentence."""
    named = latest_person(
        article.people, start, article.sentence_starts, lambda p: p.gender in (None, wanted)
    )
    if named is None or _is_quoted(article.text, named[0], start):
        return None
    place, person = named
    since = bisect_right(article.sentence_starts, place)
    said = bisect_right(article.sentence_starts, source.place) if source is not None else -9
    is_new = said < since and begins_with_person(article, place, person, start, wanted)
    return person.name if said < since - _RECENT or is_new else None


def _named_near(article: Article, start: int, here: int, wanted: str) -> str | None:
    """Return whom a sentence shortly before names, if the name tells that it is "he" or "she"."""
    named = latest_person(
        article.people, start, article.sentence_starts, lambda p: p.gender == wanted
    )
    if named is None or _is_quoted(article.text, named[0], start):
        return None
    place, person = named
    is_near = here - bisect_right(article.sentence_starts, place) <= _RECENT
    return person.name if is_near else None


def _introduced_since(
    article: Article, start: int, wanted: str, source: Entity | None
) -> Subject | None:
    """
    Return who was introduced by the sentence before, after the last source spoke.

    "Emil Roth, of the dockers' union, came out. He told them so": no list has to know the name.
    """
    if start < article.title_end:
        return None
    subject = subject_before(
        article.text,
        article.sentence_starts,
        start,
        lambda words, noun: not noun and is_person(words) and gender(words) in (None, wanted),
    )
    if subject is None or not _is_nearer(article, subject, source):
        return None
    end = subject.start + len(subject.words)
    is_told = _OF_WHOM.match(article.text, end) is not None and " " in subject.words
    return subject if is_told else None


def _unnamed_speaker(
    article: Article, here: int, wanted: str, source: Entity | None, entities: Sequence[Entity]
) -> Entity | None:
    """
    Return the person without a name who spoke last, in the sentences right before: "a nurse".

    None if somebody with a name spoke later.
    """
    last = latest(entities)
    if last is None or last is source or last.person:
        return None
    several = _ONE_OF.match(last.names[0])
    words = last.names[0] if several is None else several["noun"]
    spoke_before = here - bisect_right(article.sentence_starts, last.place) <= 1
    may_be_meant = spoke_before and not (source is not None and _is_called(source, wanted))
    is_somebody = several is not None or _COMPLEMENT.search(words) is not None
    if not is_somebody and not may_be_meant:
        return None  # a bystander; "a nurse at the clinic" is somebody
    noun = _COMPLEMENT.split(words)[0].split()[-1:]
    if not noun or not noun[0].islower() or not names_one_person(noun[0]):
        return None
    said = bisect_right(article.sentence_starts, last.place)
    is_near = here - said <= _RECENT
    return last if is_near and gender(words) in (None, wanted) else None


def _is_called(entity: Entity, wanted: str) -> bool:
    """Whether the article has called a person "he" or "she" before, or the name tells."""
    told = next(filter(None, map(gender, [*entity.names, *entity.titles])), None)
    return (entity.called or told) == wanted


def _author_before(article: Article, here: int, wanted: str, entities: list[Entity]) -> str | None:
    """Return who wrote the text that spoke last: "according to a post from Ada Quist"."""
    last = latest(entities)
    text = None if last is None else _TEXT_BY.fullmatch(last.names[0])
    if last is None or text is None:
        return None
    is_near = here - bisect_right(article.sentence_starts, last.place) <= 1
    is_one = is_person(text["who"]) and gender(text["who"]) in (None, wanted)
    return text["who"] if is_near and is_one else None


def _is_named_body(name: str) -> bool:
    """Whether a name ends in a noun for a body: "White House", "Quist's administration"."""
    head = _COMPLEMENT.split(name)[0]
    is_whole = head == name or head.islower()  # "activist from the Harbour Movement" is a person
    return is_whole and head.split()[-1].lower() in _BODIES


def _are_several_people(entity: Entity) -> bool:
    """Whether a source is several persons: "lawmakers", but no "review of clinics"."""
    return entity.source_type != "document" and is_plural(entity.names[0].lower())


def _only_person(article: Article, start: int, entities: list[Entity]) -> Entity | None:
    """
    Return the only person of an article so far, who spoke in the sentence before or this one.

    A given name of men or women does not tell then: Evan may be a woman.
    """
    people = [entity for entity in entities if entity.person]
    if len(people) != 1 or people[0].called is not None:
        return None
    here = bisect_right(article.sentence_starts, start)
    said = bisect_right(article.sentence_starts, people[0].place)
    name = people[0].names[0]
    is_told = COURTESY.match(name) is not None or len(distinctive_words(name)) < 2
    return None if is_told or here - said > 1 else people[0]


def _may_be_firm(article: Article, entity: Entity, here: int) -> bool:
    """
    Whether a source is one word that no "he" or "she" has meant so far: "Velmar".

    Not if it spoke in this sentence or the one before: then it is taken for a surname.
    """
    is_near = here - bisect_right(article.sentence_starts, entity.place) <= 1
    if is_near or entity.called is not None or is_given_name(entity.names[0]):
        return False
    return may_be_body(article, entity)


def _is_quoted(text: str, place: int, pronoun: int) -> bool:
    """Whether a name is inside the quotation that "he said" follows: he did not name himself."""
    quotation = _QUOTATION_BEFORE.search(text, max(0, pronoun - _QUOTATION_REACH), pronoun)
    return quotation is not None and quotation.start() < place
