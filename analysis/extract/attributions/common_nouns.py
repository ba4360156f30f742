"""
Find the source that a common noun refers to: "the group", "the military source", "a monitor".

In: the article, a source without a name, and the sources so far. Out: one of them, or a body or
person that the article names; None at the first mention. Nouns for persons, institutions and firms
have modules of their own (``person_nouns``, ``institution_nouns``, ``firm_nouns``), and this one
says in which order they are asked.
"""

import re
from collections.abc import Sequence

from analysis.core.followers import is_follower
from analysis.extract.attributions.article_context import Article
from analysis.extract.attributions.body_nearby import body_nearby
from analysis.extract.attributions.body_or_person import may_be_body
from analysis.extract.attributions.entities import (
    Entity,
    find_by_same_words,
    latest,
    lowered_names,
    new_entity,
)
from analysis.extract.attributions.firm_nouns import by_firm_noun, firm_right_before
from analysis.extract.attributions.institution_nouns import (
    by_institution_noun,
    called_before,
    named_by_any_noun,
    named_in_sentence,
)
from analysis.extract.attributions.office_holders import NATION_WORD
from analysis.extract.attributions.people import names_one_person, role_noun
from analysis.extract.attributions.person_nouns import (
    by_age,
    by_nation,
    by_role,
    called_otherwise,
)
from analysis.extract.attributions.proper_names import (
    OFFICE_NOUNS,
    PERSON_NOUNS,
    TYPES_BY_NOUN,
    distinctive_words,
    is_nation,
    is_person,
    names_several,
    trimmed_name,
)
from analysis.extract.attributions.sentence_subjects import BODY_NOUNS
from analysis.extract.attributions.source_phrases import (
    DETERMINER,
    NOUN_COMPLEMENT,
    OWNED,
    head_noun,
    is_plural,
)
from analysis.extract.attributions.source_types import is_country, source_type

__all__ = ["by_common_noun"]

_TWO = re.compile(r"[Tt]he\s(?:two\b|pair$|duo$|couple$)|[Bb]oth\b")
_TWO_BODIES = re.compile(r"\sand\s(?:the|an?|its|their)\s")
# "police and organisers", "The union and the operator"
_JOINED_NOUNS = re.compile(r"(?:[Tt]he\s)?\w[a-z-]+s?\sand\s(?:the\s)?[a-z-]+$")
# "a monitor", "a British war monitoring group": named only further down
_UNNAMED_ORGANISATION = re.compile(
    r"""
    (?:(?:a|an|one|the)\s)?
    (?:[a-z-]+\s){0,2}
    (?:monitor|watchdog|monitoring\ group|observatory|rights\ group|rescue\ service
        |rescue\ workers)$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ARMY = re.compile(r"(?:the\s)?(?:army|military)", re.IGNORECASE)
_INDISTINCT_ADJECTIVES = frozenset({"same", "latter", "former", "official", "local", "new"})
_SPEAKS_FOR = re.compile(
    r"[Tt]he\s(?:[a-z-]+\s)?[Ss]pokes(?:man|woman|person)\s(?:of|for)\s(?:[\w’'-]+\s)*"
    r"(?P<noun>[\w’-]+)"
)
# who or what "the report" can refer to: itself, or the body that issued it
_REPORT_TYPES = ("document", "monitoring_group", "un_or_igo", "aid_group", "expert")
_OWNER = re.compile(r"(?:[Tt]he|[Tt]his|[Tt]hat)\s(?:[\w-]+\s)?[\w-]+['’]s?\s")
_NO_DEPUTY = r"(?<!\bvice )(?<!\bdeputy )(?<!\blieutenant )(?<!\bshadow )"
_NOT_IN_OFFICE = r"(?<!\bformer )(?<!\bex-)"  # who was chancellor is not "the chancellor"
_NO_BODY = frozenset("the a an its their his her new former vice deputy chief".split())
# "one person familiar with the lies told to prosecutors" is none of them
_FAMILIAR = re.compile(r"\s(?:familiar\swith|briefed\son|close\sto|with\sknowledge\sof)\s")
# "messages obtained by the board", "number of members"
_SEVERAL = re.compile(r"(?:number|majority|handful|couple|dozens?)\sof\s|[a-z-]+(?<!s)s\s")
_LIKE = re.compile(r"\s(?:like|such\sas)\s")
_ONE_BODY = frozenset("organisation organization agency body charity watchdog".split())
_HEADS_OF_NATIONS = frozenset("president minister premier chancellor leader".split())
# bodies and offices that are told apart by their field
_HEADS_OF_FIELDS = frozenset("ministry department minister secretary".split())
_FIELDS = frozenset(
    """prime foreign finance interior home defence defense health education transport justice trade
    energy environment agriculture farm economy labour labor culture housing treasury press homeland
    welfare tourism industry sports science water oil interior planning information""".split()
)
# who holds one of these is not whoever holds another: "the mayor" is not the governor
_DISTINCT_OFFICES = frozenset(
    """minister secretary senator director governor mayor ambassador envoy spokesman spokeswoman
    commander general colonel president congressman congresswoman archbishop bishop""".split()
)
_ONE_OFFICE = frozenset("mayor governor minister premier president king queen pope bishop".split())


def by_common_noun(
    article: Article,
    start: int,
    words: str,
    entities: Sequence[Entity],
    later: Sequence[tuple[int, int]],
) -> Entity | None:
    """
    Return the entity that a source without a name refers to: "the group", "a monitor".

    Parameters
    ----------
    article : Article
    start : int
        Where the source begins.
    words : str
        The source.
    entities : sequence of Entity
        Sources so far, the latest last.
    later : sequence of (int, int)
        Characters of the sources further down, where "a monitor" may be named.

    Returns
    -------
    Entity or None
    """
    text = article.text
    if _TWO_BODIES.search(words):
        # "the union and the operator" are neither of them
        return find_by_same_words(words, entities)
    known = firm_right_before(article, start, words, entities)
    if known is None and _UNNAMED_ORGANISATION.match(words.lower().strip()):
        known = _named_source_of_type(source_type(words), text, entities, later)
    known = known or _both(words, entities) or by_age(article, words, entities)
    known = known or _by_noun(article, start, words, entities)
    known = known or by_institution_noun(text, start, words, entities)
    known = known or by_firm_noun(article, start, words, entities)
    known = known or body_nearby(article, start, words, entities)
    return None if known is not None and _is_rebels_for_state(words, known) else known


def _is_rebels_for_state(words: str, known: Entity) -> bool:
    """Whether "the army" or "the military" is taken for an armed group: a Liberation Army."""
    if _ARMY.fullmatch(words) is None:
        return False
    return any(source_type(name) == "armed_group" for name in known.names)


def _both(words: str, entities: Sequence[Entity]) -> Entity | None:
    """Return the latest two who spoke as one: "Quist and Moe ... the two senators"."""
    if _TWO.match(words) is None:
        return None
    known = latest(entities, lambda entity: names_several(entity.names[0]))
    noun = head_noun(words).removesuffix("s")
    is_body = noun in BODY_NOUNS or f"{noun.removesuffix('ie')}y" in BODY_NOUNS
    is_other = known is not None and is_body and known.source_type != source_type(words)
    return None if is_other else known


def _named_source_of_type(
    wanted: str, text: str, entities: Sequence[Entity], later: Sequence[tuple[int, int]]
) -> Entity | None:
    """Return the organisation of a type that the article names, so far or further down."""

    def suits(entity: Entity) -> bool:
        named = bool(distinctive_words(entity.names[0]))
        return entity.source_type == wanted and named and not entity.person

    known = latest(entities, suits)
    if known is not None:
        return known
    for start, end in later:
        words = text[start:end]
        if len(distinctive_words(words)) < 2 or is_person(words):
            continue
        if source_type(words) == wanted:
            return new_entity(text, words)
    return None


def _by_noun(article: Article, start: int, words: str, entities: Sequence[Entity]) -> Entity | None:
    """Return the entity with the same head noun: "the military source", "activists"."""
    name = trimmed_name(words).lower()
    phrase = NOUN_COMPLEMENT.split(name)[0].split()
    definite = DETERMINER.match(words) is not None
    if not phrase or (not definite and len(phrase) > 1) or is_country(words):
        return latest(entities, lambda entity: name in lowered_names(entity))
    head = phrase[-1].split("/")[0]  # "singer/songwriter"
    candidates = _sharing_adjectives(words, phrase, _spoken_for(words, entities))
    # residents are not their alliance, nor is the president the vice president
    role = role_noun([*phrase[:-1], head])
    no_deputy = _NO_DEPUTY if role == head else ""
    if head in OFFICE_NOUNS:
        no_deputy += _NOT_IN_OFFICE
    whole_head = re.compile(rf"{no_deputy}\b{re.escape(role)}\b(?!['’])")
    one_person = head in PERSON_NOUNS or head in OFFICE_NOUNS

    def same_head(entity: Entity) -> bool:
        if entity.person != one_person:
            return False
        if not head.endswith("s") and names_several(entity.names[0]):
            return False  # "the speaker" is one of "Ada Quist and Speaker Emil Roth"
        if _JOINED_NOUNS.match(entity.names[0]) is not None and " and " not in words:
            return False  # "the police" are one of "police and organisers"
        names = [_FAMILIAR.split(other)[0] for other in lowered_names(entity)]
        if entity.source_type == "document":  # "the results published by the office" are no office
            names = [NOUN_COMPLEMENT.split(other)[0] for other in names]
        return any(whole_head.search(other) for other in names)

    if definite and head in _HEADS_OF_NATIONS and NATION_WORD.search(words[4:]):
        known = by_nation(article, words, entities)
        if known is not None:
            return known
    known = latest(candidates, same_head)
    if OWNED.match(words) is not None:
        return known  # "his lawyer" is not he
    if known is None and definite:
        known = by_role(_of_same_field(article, phrase), start, [*phrase[:-1], head], entities)
        known = None if known is not None and _is_of_another(words, head, known) else known
    if known is None and definite and head in _HEADS_OF_NATIONS and "’s" not in words:
        known = by_nation(article, words, entities)
    if known is None and definite:
        called = called_before(article.text, start, head) if len(phrase) == 1 else None
        if called is not None:
            return find_by_same_words(called, entities) or new_entity(article.text, called)
        known = _by_type_of_noun(article, head, words, candidates)
        if known is not None and _is_of_other_nation(phrase, known):
            known = None
        known = known or named_in_sentence(article, start, head, entities)
        known = known or named_by_any_noun(article, start, words, head, entities)
        return known or _called_otherwise(article, start, words, head, entities)
    return known


def _is_of_other_nation(phrase: Sequence[str], entity: Entity) -> bool:
    """
    Whether "the Egyptian team" is none of which the article says that it is Egyptian.

    Any body has a team, but "the British newspaper" is the Guardian, whatever the article says.
    """
    if phrase[-1] not in ("team", "side", "crew"):
        return False
    nations = [word for word in phrase[:-1] if is_nation(word)]
    told = entity.description.lower()
    return bool(nations) and not any(nation[:4] in told for nation in nations)


def _is_of_another(words: str, head: str, entity: Entity) -> bool:
    """Whether "the faction's spokesman" is none whom the article calls "police spokesman"."""
    owner = _OWNER.match(words)
    if owner is None:
        return False
    own = set(words.lower().replace("’s", "").replace("'s", "").split())
    called = re.findall(rf"\b([\w-]+)\s{re.escape(head)}\b", entity.description.lower())
    return bool(called) and not any(word in own or word in _NO_BODY for word in called)


def _spoken_for(words: str, entities: Sequence[Entity]) -> Sequence[Entity]:
    """Return the entities that "the spokesman of the dockers" can be: those called after them."""
    client = _SPEAKS_FOR.fullmatch(words.strip(" ,"))
    if client is None or client["noun"].lower() in BODY_NOUNS:
        return entities
    noun = re.compile(rf"\b{re.escape(client['noun'].lower().rstrip('s'))}")
    return [one for one in entities if any(noun.search(name) for name in lowered_names(one))]


def _sharing_adjectives(
    words: str, phrase: Sequence[str], entities: Sequence[Entity]
) -> Sequence[Entity]:
    """
    Return entities that distinctive adjectives allow.

    A weather service rescues no one, and the justice ministry is not the interior ministry.
    """
    *adjectives, head = phrase
    distinctive = {
        word
        for word in adjectives
        if word not in _INDISTINCT_ADJECTIVES and "-" not in word and not is_nation(word)
    }
    wanted = source_type(words)

    def allowed(entity: Entity) -> bool:
        is_of_type = entity.source_type == wanted and wanted != "other"
        if head == "service" and distinctive and not entity.person:
            is_of_type = False  # "the ambulance service" is told by what it does
        if is_of_type and not _is_of_other_field(entity, head):
            return True
        return any(distinctive <= set(name.split()) for name in lowered_names(entity))

    return [entity for entity in entities if allowed(entity)]


def _of_same_field(article: Article, phrase: Sequence[str]) -> Article:
    """Return an article with the persons whom "the prime minister" allows: no trade minister."""
    *adjectives, head = phrase
    fields = {word for word in adjectives if word in _FIELDS}
    if head not in _HEADS_OF_FIELDS or not fields:
        return article
    return article._replace(people=[one for one in article.people if fields <= one.roles])


def _is_of_other_field(entity: Entity, head: str) -> bool:
    """Whether an entity is a ministry, department or minister that is named by its field."""
    if head not in _HEADS_OF_FIELDS:
        return False
    for name in lowered_names(entity):
        before, _, after = name.partition(f" {head}")
        fields = [word for word in before.split() if not is_nation(word)]
        is_whole = not after or head in ("minister", "secretary")  # a holder's name may follow
        if is_whole and fields and before != name:
            return True
    return False


def _is_several_or_party(name: str) -> bool:
    """Whether a source is no "organisation": "emails", "Republicans", "the GOP"."""
    is_common = name[:1].islower()  # "Fish and Wildlife Service" is one
    is_several = is_common and (is_plural(name) or _SEVERAL.match(name) is not None)
    head = _LIKE.split(NOUN_COMPLEMENT.split(name)[0])[0].split()[-1].lower()
    one = head.removesuffix("s")
    # "Members of Congress", "Lawmaker" of a headline, "Ada Quist and Emil Roth"
    is_people = one == "member" or names_one_person(one) or is_follower(one)
    is_several |= is_people or names_several(name)
    return is_several or name in ("GOP", "Democrats", "Republicans")


def _by_type_of_noun(
    article: Article, head: str, words: str, entities: Sequence[Entity]
) -> Entity | None:
    """Return the latest entity of a type that a noun can refer to."""
    if head in TYPES_BY_NOUN:
        types = TYPES_BY_NOUN[head]
        if types is None and head == "report":
            return latest(entities, lambda entity: entity.source_type in _REPORT_TYPES)
        if types is None:
            return latest(entities)
        return latest(
            entities,
            lambda entity: (
                entity.source_type in types
                and (not entity.person or (head in _ONE_BODY and may_be_body(article, entity)))
                and not (head in _ONE_BODY and _is_several_or_party(entity.names[0]))
            ),
        )
    if head in PERSON_NOUNS and head not in _ONE_OFFICE:
        wanted = source_type(words)
        return latest(
            entities,
            lambda entity: (
                entity.person
                and entity.source_type == wanted
                and not _has_other_office(head, entity)
            ),
        )
    return None


def _called_otherwise(
    article: Article, start: int, words: str, head: str, entities: Sequence[Entity]
) -> Entity | None:
    """Return the person just quoted, unless in another office."""
    known = called_otherwise(article, start, words, head, entities)
    return None if known is None or _has_other_office(head, known) else known


def _has_other_office(head: str, entity: Entity) -> bool:
    """Whether "the budget director" is none whom the article calls a secretary."""
    told = {*re.findall(r"[a-z]+", entity.description.lower())} & _DISTINCT_OFFICES
    return head in _DISTINCT_OFFICES and bool(told) and head not in told
