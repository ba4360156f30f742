"""
Resolve the sources of one article to the fullest name that the article gives them.

In: the text and the characters of its sources. Out: for each source a name ("the group" ->
"Syrian Observatory for Human Rights") or None, and a description: every way in which the article
refers to it. Rules look at one article and only at its sources: surnames and acronyms are matched
with the longer form, pronouns and definite nouns with the latest source that agrees, and "a
monitor" in the lead with the one named further down. This is no general coreference
resolution: pronouns inside quotations are left alone.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from analysis.extract.attributions.entities import (
    Entity,
    find_by_name,
    latest,
    names_in,
    new_entity,
    person_named,
)
from analysis.extract.attributions.inserted_links import inserted_links, without_links
from analysis.extract.attributions.introduced_below import introduced_below
from analysis.extract.attributions.joint_names import joint_name
from analysis.extract.attributions.named_bodies import body_named_before
from analysis.extract.attributions.office_holders import (
    NATION_WORD,
    head_of_nation,
    heads_by_surname,
)
from analysis.extract.attributions.people import (
    AGE_AFTER,
    WHO_AFTER,
    Person,
    gender,
    latest_person,
    names_one_person,
    people_in,
    person_with_role,
)
from analysis.extract.attributions.proper_names import (
    INSTITUTION_NOUNS,
    LEADING_WORDS,
    NAME,
    OFFICE_NOUNS,
    PERSON_NOUNS,
    ROLE_NOUN,
    TYPES_BY_NOUN,
    completeness,
    distinctive_words,
    is_nation,
    is_person,
    names_several,
    trimmed_name,
)
from analysis.extract.attributions.sentence_subjects import (
    BODY_NOUNS,
    FIRM_NOUNS,
    Subject,
    firm_named_before,
    subject_before,
)
from analysis.extract.attributions.source_types import is_country, source_type
from analysis.extract.attributions.spoken_for import body_spoken_for

__all__ = ["SourceName", "resolve_names"]

# what each pronoun can refer to
_PRONOUNS = {
    "he": "m",
    "she": "f",
    "him": "m",
    "her": "f",
    "his": "m",
    "who": "name_before",
    "which": "name_before",
    "that": "name_before",
    "it": "group",
    "its": "group",
    "they": "any",
    "them": "any",
    "their": "any",
    "both": "any",
    "one of them": "any",
}
_UNRESOLVABLE = frozenset("i we you me us one this what my our".split())
_NO_PRONOUNS = frozenset({"US", "WHO", "IT"})
_DETERMINER = re.compile(r"(?:the|this|that|its|their|his|her)\s", re.IGNORECASE)
_OWNED = re.compile(r"(?:its|their|his|her)\s", re.IGNORECASE)
_TWO = re.compile(r"[Tt]he\s(?:two\b|pair$|duo$|couple$)|[Bb]oth\b")
_NO_FIRM = re.compile(
    r"\b(?:union|association|federation|confederation|league|party|council|ministry|government"
    r"|police"
    r"|army|court|club|watchdog|regulator|university|hospital)\b",
    re.IGNORECASE,
)
_TWO_BODIES = re.compile(r"\sand\s(?:the|an?|its|their)\s")
_AGED = re.compile(r"[Tt]he\s(?P<years>[1-9]\d)-year-old\b")
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
# bodies that are told apart by the word before: "the weather service", "the relief agency"
_DESCRIBED = frozenset(
    """
    service agency channel station network charity authority regulator office institute bank bureau
    brigade chamber federation association inspectorate mission
    """.split()
)
_INDISTINCT_ADJECTIVES = frozenset({"same", "latter", "former", "official", "local", "new"})
_THE_INSTITUTION = re.compile(r"[Tt]h(?:e|at|is)\s+(?:[\w’-]+-based\s+)?(?P<noun>\w+)")
_OFFICER = rf"(?:{ROLE_NOUN}|secretary|manager|officer|commander|treasurer|captain|lawyer)"
_EMPLOYER = r"group|organi[sz]ation|charity|team|agency|network|ministry|coalition|council"
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
_SPEAKS_FOR = re.compile(
    r"[Tt]he\s(?:[a-z-]+\s)?[Ss]pokes(?:man|woman|person)\s(?:of|for)\s(?:[\w’'-]+\s)*"
    r"(?P<noun>[\w’-]+)"
)
# an editor's note in a quotation: "It [the ministry]"
_NAME_IN_BRACKETS = re.compile(
    r"(?:it|he|she|they|we|who)\s*\[(?P<name>[^\[\]]{2,60})\]", re.IGNORECASE
)
_NOUN_COMPLEMENT = re.compile(r"\s(?:of|in|at|from|for|by|who|which)\s")
# source types that say too little for a source to belong to one of them
_VAGUE_TYPES = ("other", "unnamed", "resident_or_witness")
# who or what "the report" can refer to: itself, or the body that issued it
_REPORT_TYPES = ("document", "monitoring_group", "un_or_igo", "aid_group", "expert")
_OF_PEOPLE = ("unnamed", "resident_or_witness")
# of those who may be persons, though no word tells
_TYPES_OF_PEOPLE = ("other", "unnamed", "resident_or_witness", "expert")
_MOST_ENTITIES = 200  # latest mentioned ones, among which a source is looked for
_MOST_LATER_SOURCES = 500
# a plural or an owned noun right before "who": "local activists who", "the firm's lawyer, who"
_NOUN_BEFORE = re.compile(
    r"\b(?P<noun>(?:(?:[A-Z][\w.]*|[\w.]+['’]s|local|other|several|many|some)\s)*(?!others\b)"
    r"(?:[a-z]+|[A-Z]\w+)(?<!s)s"
    r"|[\w.]+['’]s\s[a-z]+)$"
)
_MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_PARTY_MARK = re.compile(r"[DRI]-[A-Z][\w.]*|[JS]r\.?|I{2,3}")
_GENDERS = {"he": "m", "she": "f"}
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozens scores tens hundreds "
    "thousands millions".split()
)
_SUBJECT_REACH = 4  # characters: a name that begins its sentence, after "The", is its subject
# "Its leader, ", "Velmar CEO ": an office before the name that is a sentence's subject
_OFFICE_BEFORE = re.compile(
    r"(?:(?!(?:of|in|on|at|for|to|from|with|by|and|that|when|as|said|says|told|was|is|has|had|after"
    r"|before)\s)[\w’'.-]+,?\s){1,5}"
)
# "Now, ", "HOST: ": what may be before the subject of a sentence
_BEFORE_SUBJECT = re.compile(r"^(?:.*:\s)?(?:[A-Z][a-z]+,\s)?")
# "House Ways and " before "Means Committee Chairman Emil Roth"
_SAME_NAME = re.compile(
    r"(?:[A-Z][\w.’'-]*\s){1,6}(?:(?:and|of|on)\s(?:[A-Z][\w.’'-]*\s){0,4}){1,2}"
)
_ACRONYM = re.compile(r"[A-Z]{2,6}")
# of a transcript, "EMIL ROTH, HOST: ": what follows is a sentence of its own
_LABEL = re.compile(r"(?<![^\s])[A-ZÀ-Þ]{2}[A-ZÀ-Þ .,’'-]{0,60}:\s{1,4}(?=\S)")
_TRAILING = re.compile(r",\s$")  # "The council has offered more, it said"
_PARENT_BEFORE = re.compile(
    r"(?:Father|Mother|Dad|Mum|Mom|Grandmother|Grandfather)\s+of\s+[\w-]+,?\s"
)
_CHIEFS = ("ceo", "cfo", "coo")
_HEADS_OF_NATIONS = frozenset("president minister premier chancellor leader".split())
# who holds one of these is not whoever holds another: "the mayor" is not the governor
_ONE_OFFICE = frozenset("mayor governor minister premier president king queen pope bishop".split())
_CALLED_REACH = 5_000  # characters in which a body was called by more than its noun
_NEAR = 3  # sentences in which other words for a person who was quoted are understood
_OF_OFFICE = ("state_official", "local_authority")
_POLITICIANS = frozenset(
    """lawmaker senator congressman congresswoman politician democrat republican legislator
    candidate hopeful frontrunner nominee premier chancellor""".split()
)
# what papers call a person of note the second time
_OTHER_WORDS_FOR_PERSONS = frozenset(
    """comedian actor actress singer rapper musician star superstar evangelist billionaire mogul
    entrepreneur lawmaker senator congressman congresswoman politician democrat republican
    legislator author writer novelist host candidate hopeful frontrunner nominee striker
    midfielder goalkeeper quarterback golfer champion prince princess duke duchess pontiff
    founder director filmmaker activist attorney professor economist scientist researcher
    historian pastor bishop cardinal premier chancellor designer chef photographer artist poet
    playwright composer""".split()
)
_LEAD = 2  # sentences of the report in which someone may be left for later
_FAR = 6  # sentences, after which "they" may be one person
_RECENT = 3  # sentences; a source said something so lately that "he" means the source
# what a page prints before its text: "CLOSE President Quist"
_SHOUTED_BEFORE = re.compile(
    r"^(?:CLOSE|WATCH|READ|MORE|BREAKING|VIDEO|PHOTOS|UPDATED?|LIVE|EXCLUSIVE)\s"
)
_AGE_AT_END = re.compile(r",\s(?:aged\s)?\d{1,3}$")
_QUOTATION_REACH = 400  # characters
_QUOTATION_BEFORE = re.compile(r"(?:“[^“”]+”|\"[^\"]+\")\s*(?:[\w’'-]+\s+){0,2}$")
_RELATIVE_REACH = 90  # characters before "who" or "which"
_MAX_GAP_TO_NAME = 40  # characters between a name and "who" or "which"


@dataclass(frozen=True)
class SourceName:
    """
    What an article calls a source.

    Attributes
    ----------
    name : str or None
        Its fullest name.
    description : str or None
        All its names, and titles found next to them, separated by " / ".
    body : str or None
        For whom it speaks, where only its office is named: "spokesman Emil Roth".
    """

    name: str | None
    description: str | None
    body: str | None = None


def resolve_names(
    text: str,
    spans: Sequence[tuple[int, int]],
    title_end: int = 0,
    sentence_starts: Sequence[int] = (0,),
    published: date | pd.Timestamp | None = None,
) -> list[SourceName]:
    """
    Return the fullest name of each source in the article.

    Parameters
    ----------
    text : str
        The article.
    spans : sequence of (int, int)
        Characters of the sources, in reading order; the end is not included.
    title_end : int
        Where the title ends, if the text begins with it. Names in headline case are not taken from
        there.
    sentence_starts : sequence of int
        Where each sentence begins; a pronoun refers to the nearest one that names a person.
    published : date, optional
        The day that tells who was "the president" then.

    Returns
    -------
    list of SourceName
        In the order of ``spans``. Both attributes are None for a pronoun that refers to no source,
        and for "we" and "you".

    Examples
    --------
    >>> text = "Mayor Ines Duarte spoke first. Duarte said so. She added more."
    >>> [source.name for source in resolve_names(text, [(0, 17), (31, 37), (47, 50)])]
    ['Mayor Ines Duarte', 'Mayor Ines Duarte', 'Mayor Ines Duarte']
    """
    printed = text
    text = without_links(printed)
    names_in(text, title_end)
    people = people_in(text, title_end)
    starts = sorted({*sentence_starts, *(label.end() for label in _LABEL.finditer(text))})
    article = _Article(text, people, starts, published, title_end)
    entities: list[Entity] = []
    resolved: list[Entity | None] = []
    for number, (start, end) in enumerate(spans):
        words = _in_brackets(_printed(printed, start, end))
        later = spans[number + 1 : number + 1 + _MOST_LATER_SOURCES]
        entity = _resolve(article, start, words, entities, later)
        if entity is not None:
            entity.place = start
            entity.called = entity.called or _GENDERS.get(words.lower())
            if not _is_pronoun(words):
                entity.add_mention(words)
            # the latest mentioned comes last
            entities = [other for other in entities if other is not entity]
            entities.append(entity)
            del entities[:-_MOST_ENTITIES]
        resolved.append(entity)
    return [_source_name(entity) for entity in resolved]


def _in_brackets(words: str) -> str:
    """Return the name that an editor put after a pronoun, or the words: "It [the ministry]"."""
    found = _NAME_IN_BRACKETS.fullmatch(words.strip())
    return words if found is None else found["name"]


def _printed(text: str, start: int, end: int) -> str:
    """Return a source as printed; a box of links stands for the name that it explains."""
    for box in inserted_links(text):
        if box.end - len("MORE") <= start < box.end:
            return box.name + text[box.end : end]
    return text[start:end]


def _source_name(entity: Entity | None) -> SourceName:
    """Return the names of an entity once all its mentions are known."""
    if entity is None:
        return SourceName(None, None)
    name = _AGE_AT_END.sub("", max(entity.names, key=completeness))
    name = _SHOUTED_BEFORE.sub("", name)
    return SourceName(name, entity.description, entity.body)


class _Article(NamedTuple):
    """One article: its text, the persons it names, where its sentences begin, its day."""

    text: str
    people: Sequence[Person]
    sentence_starts: Sequence[int]
    published: date | pd.Timestamp | None
    title_end: int


def _is_pronoun(words: str) -> bool:
    lowered = _pronoun(words)
    return lowered in _PRONOUNS or lowered in _UNRESOLVABLE


def _pronoun(words: str) -> str:
    """Return words in small letters, except names that look like pronouns: "US", "WHO"."""
    return words if words.strip() in _NO_PRONOUNS else words.lower().strip()


def _resolve(
    article: _Article,
    start: int,
    words: str,
    entities: list[Entity],
    later: Sequence[tuple[int, int]],
) -> Entity | None:
    """Return the entity that a source refers to; a new one at the first mention."""
    text = article.text
    lowered = _pronoun(words)
    if lowered in _UNRESOLVABLE:
        return None
    if lowered in _PRONOUNS:
        return _by_pronoun(article, start, _PRONOUNS[lowered], entities)
    if distinctive_words(words):
        known = find_by_name(words, entities) or _by_acronym(text, words, entities)
        if known is None and _DETERMINER.match(words) and not _OWNED.match(words):
            known = _by_role(article, start, _head(words), entities)
    else:
        known = _by_common_noun(article, start, words, entities, later)
    if known is not None:
        return known
    joint = joint_name(text, words)
    if joint is not None:
        return _joint_entity(text, joint, words, entities)
    introduced = _introduction(article, start, words, later)
    if introduced is not None:
        return new_entity(text, introduced)
    entity = new_entity(text, words)
    _describe_by_owner(entity, words, entities)
    _describe_by_subject(entity, words, article, start)
    return entity


def _by_acronym(text: str, words: str, entities: list[Entity]) -> Entity | None:
    """Return who was called by the long form of an acronym: "the VPA official"."""
    own = distinctive_words(words)
    if len(own) != 1 or _ACRONYM.fullmatch(own[0]) is None or words.endswith(own[0]):
        return None
    long_form = names_in(text).with_initials(own[0])
    if long_form is None:
        return None
    name = trimmed_name(re.sub(rf"\b{own[0]}\b", long_form, words)).lower()
    return latest(entities, lambda entity: name in _lowered_names(entity))


def _joint_entity(
    text: str, persons: tuple[str, str], words: str, entities: list[Entity]
) -> Entity:
    """Return two persons who speak as one, with what the article says of the first of them."""
    name = " and ".join(persons)
    known = _same_words(name, entities)
    if known is not None:
        return known
    entity = Entity([name], source_type=source_type(words))
    first = find_by_name(persons[0], entities) or new_entity(text, persons[0])
    if entity.source_type == "other":
        entity.titles += [title for title in first.description.split(" / ") if title != name]
        entity.source_type = source_type(words, entity.description)
    return entity


def _introduction(
    article: _Article, start: int, words: str, later: Sequence[tuple[int, int]]
) -> str | None:
    """Return the words that name further down whom a title or lead leaves without a name."""
    in_title = start < article.title_end
    sentence = bisect_right(article.sentence_starts, start)
    first = bisect_right(article.sentence_starts, article.title_end)
    if not in_title and sentence > first + _LEAD:
        return None
    below = [span for span in later if span[0] >= article.title_end]
    return introduced_below(article.text, (start, start + len(words)), below, in_title)


def _by_pronoun(
    article: _Article, start: int, refers_to: str, entities: list[Entity]
) -> Entity | None:
    """Return the latest entity that a pronoun can refer to."""
    if refers_to == "any":
        return _by_they(article, start, entities)
    if refers_to == "name_before":
        return _by_relative_pronoun(article.text, start, entities)
    if refers_to == "group":
        return _by_it(article, start, entities)
    return _by_personal_pronoun(article, start, refers_to, entities)


def _by_they(article: _Article, start: int, entities: list[Entity]) -> Entity | None:
    """Return what "they" refers to: the latest who are several or a body, else anyone."""
    known = latest(entities, lambda entity: _is_plural(entity.names[0]) or not entity.person)
    before = latest(entities)
    if known is None or before is None:
        return before
    said = bisect_right(article.sentence_starts, known.place)
    is_far = bisect_right(article.sentence_starts, start) - said > _FAR
    return before if is_far else known


def _by_it(article: _Article, start: int, entities: list[Entity]) -> Entity | None:
    """Return what "it" refers to: the latest body, or one that a nearer sentence begins with."""
    known = latest(
        entities,
        lambda entity: (
            not _is_plural(entity.names[0]) and (not entity.person or _may_be_body(article, entity))
        ),
    )
    subject = subject_before(
        article.text, article.sentence_starts, start, lambda *name: _is_body(article, *name)
    )
    own = _own_subject(article, start)
    if own is not None:
        return _by_subject(article, own, entities)
    if subject is not None and _is_nearer(article, subject, known):
        return _by_subject(article, subject, entities)
    return known or latest(entities, lambda entity: not entity.person)


def _own_subject(article: _Article, start: int) -> Subject | None:
    """Return the body that the sentence of a trailing "it said" begins with: "The council has"."""
    if _TRAILING.search(article.text[max(0, start - 3) : start]) is None:
        return None
    before = article.sentence_starts[: bisect_right(article.sentence_starts, start)]
    return subject_before(article.text, [*before, start], start, lambda _, noun: noun in BODY_NOUNS)


def _is_body(article: _Article, words: str, noun: str) -> bool:
    """Whether a subject can be a body: by its noun, or by a name that is no person's."""
    if noun:
        return noun in BODY_NOUNS
    if gender(words) is not None or any(words in person.names for person in article.people):
        return False
    return " " not in words or not is_person(words)


def _is_plural(name: str) -> bool:
    """Whether a source is several: "analysts", "Quist and Moe"."""
    head = _NOUN_COMPLEMENT.split(name)[0].split()[-1]
    is_common = head.islower() or not distinctive_words(name)
    is_plural_noun = head.endswith("s") and not head.endswith("ss")
    return (is_common and is_plural_noun) or names_several(name)


def _is_nearer(
    article: _Article, subject: Subject, known: Entity | None, n_sentences: int = 0
) -> bool:
    """Whether a subject is some sentences after the one in which a source last spoke."""
    if known is None:
        return True
    return bisect_right(article.sentence_starts, known.place) < subject.sentence - n_sentences


def _by_subject(article: _Article, subject: Subject, entities: list[Entity]) -> Entity | None:
    """Return the entity that a sentence begins with; for "the company" the one it is on."""
    known = _resolve(article, subject.start, subject.words, entities, ())
    is_new = known is not None and all(known is not entity for entity in entities)
    firm = _by_firm_noun(article, subject.start, subject.words, entities) if is_new else None
    return firm or known


def _may_be_body(article: _Article, entity: Entity) -> bool:
    """Whether one name that was taken for a person may be a firm or party: "Velmar"."""
    name = entity.names[0]
    if len(name.split()) > 1 or entity.titles or gender(name) is not None:
        return False
    return all(name not in person.name.split() for person in article.people)


def _by_personal_pronoun(
    article: _Article, start: int, wanted: str, entities: list[Entity]
) -> Entity | None:
    """Return whom "he" or "she" refers to: the latest source, or a person named since."""

    def agrees(entity: Entity) -> bool:
        found = next(filter(None, map(gender, [*entity.names, *entity.titles])), None)
        return (found or entity.called) in (None, wanted)

    source = latest(entities, lambda entity: entity.person and agrees(entity))
    named = latest_person(
        article.people, start, article.sentence_starts, lambda p: p.gender in (None, wanted)
    )
    if named is not None and not _is_quoted(article.text, named[0], start):
        place, person = named
        since = bisect_right(article.sentence_starts, place)
        said = bisect_right(article.sentence_starts, source.place) if source is not None else -9
        is_new = said < since and _is_subject(article, place, person, since, wanted)
        if said < since - _RECENT or is_new:
            name = person.name
            return find_by_name(name, entities) or new_entity(article.text, name)
    subject = subject_before(
        article.text,
        article.sentence_starts,
        start,
        lambda words, noun: names_one_person(noun) and gender(words) in (None, wanted),
    )
    if subject is not None and _is_nearer(article, subject, source, _RECENT):
        return _by_subject(article, subject, entities)
    if source is not None:
        return source
    return latest(
        entities,
        lambda entity: (
            agrees(entity)
            and entity.source_type in _TYPES_OF_PEOPLE
            and bool(distinctive_words(entity.names[0]))
        ),
    )


def _is_quoted(text: str, place: int, pronoun: int) -> bool:
    """Whether a name is inside the quotation that "he said" follows: he did not name himself."""
    quotation = _QUOTATION_BEFORE.search(text, max(0, pronoun - _QUOTATION_REACH), pronoun)
    return quotation is not None and quotation.start() < place


def _is_subject(article: _Article, place: int, person: Person, sentence: int, wanted: str) -> bool:
    """Whether a sentence begins with a person of the wanted gender, or with an age or office."""
    before = article.text[article.sentence_starts[sentence - 1] : place]
    before = LEADING_WORDS.sub("", _BEFORE_SUBJECT.sub("", before))
    has_office = _is_office(before)
    is_first = len(before) <= _SUBJECT_REACH or _SAME_NAME.fullmatch(before) is not None
    if not is_first and not has_office:
        return False
    if _MONTH.search(person.name) is not None:
        return False  # a byline: "Ada Quist April 7"
    name = next((name for name in person.names if article.text.startswith(name, place)), "")
    end = place + len(name)
    is_introduced = has_office or any(
        pattern.match(article.text, end) is not None for pattern in (AGE_AFTER, WHO_AFTER)
    )
    return person.gender == wanted or is_introduced


def _is_office(words: str) -> bool:
    """Whether words before a name are an office and nothing else: "Its leader, "."""
    if _PARENT_BEFORE.fullmatch(words) is not None:
        return True
    if _OFFICE_BEFORE.fullmatch(words) is None:
        return False
    last = words.split()[-1].strip(",").lower()
    return names_one_person(last) or last in _CHIEFS


def _by_relative_pronoun(text: str, start: int, entities: Sequence[Entity]) -> Entity | None:
    """Return the source named right before "who" or "which", else the latest one."""
    before = re.sub(r"[\s,]+$", "", text[max(0, start - _RELATIVE_REACH) : start])
    noun = _NOUN_BEFORE.search(before)
    if noun is not None:
        known = _same_words(noun["noun"], entities)
        return known or new_entity(text, noun["noun"])
    for match in reversed(list(NAME.finditer(before))):
        name = LEADING_WORDS.sub("", f"{match[0]} ").strip()
        if name.lower() in _PRONOUNS or name.lower() in _UNRESOLVABLE:
            continue
        if _PARTY_MARK.fullmatch(name):
            continue
        if len(before) - match.end() < _MAX_GAP_TO_NAME and distinctive_words(name):
            return find_by_name(name, entities) or new_entity(text, name)
    return latest(entities)


def _same_words(words: str, entities: Sequence[Entity]) -> Entity | None:
    """Return the latest entity that the article has called by the same words."""
    name = trimmed_name(words).lower()
    return latest(entities, lambda entity: name in _lowered_names(entity))


def _by_common_noun(
    article: _Article,
    start: int,
    words: str,
    entities: Sequence[Entity],
    later: Sequence[tuple[int, int]],
) -> Entity | None:
    """Return the entity that a source without a name refers to: "the group", "a monitor"."""
    text = article.text
    if _TWO_BODIES.search(words):
        return _same_words(words, entities)  # "the union and the operator" are neither of them
    known = None
    if _UNNAMED_ORGANISATION.match(words.lower().strip()):
        known = _named_source_of_type(source_type(words), text, entities, later)
    known = known or _both(words, entities) or _of_age(article, words, entities)
    known = known or _by_noun(article, start, words, entities)
    known = known or _by_institution_noun(text, start, words, entities)
    return known or _by_firm_noun(article, start, words, entities)


def _both(words: str, entities: Sequence[Entity]) -> Entity | None:
    """Return the latest two who spoke as one: "Quist and Moe ... the two senators"."""
    if _TWO.match(words) is None:
        return None
    return latest(entities, lambda entity: names_several(entity.names[0]))


def _of_age(article: _Article, words: str, entities: Sequence[Entity]) -> Entity | None:
    """Return the person whose age the article states, for "the 50-year-old"."""
    age = _AGED.match(words)
    if age is None:
        return None
    stated = re.compile(rf",\s(?:aged\s)?{age['years']}\b(?![,.]?\d)")
    for person in article.people:
        for name in person.names:
            ends = (place + len(name) for place in person.places)
            if any(stated.match(article.text, end) for end in ends):
                return find_by_name(person.name, entities) or new_entity(article.text, person.name)
    return None


def _by_firm_noun(
    article: _Article, start: int, words: str, entities: Sequence[Entity]
) -> Entity | None:
    """Return the firm named before "the bank", else what the nearest sentence begins with."""
    if _DETERMINER.match(words) is None or _OWNED.match(words) is not None:
        return None
    noun = _head(words)
    if noun not in FIRM_NOUNS:
        return None

    def is_firm(name: str, common_noun: str) -> bool:
        if name.lower() in _NUMBERS:
            return False  # "Two die" names nobody
        if _is_surname(article, name):
            return False  # "Saal stuns markets" names the governor
        return source_type(name) == "other" and _is_body(article, name, common_noun)

    name = _named_with(noun, article.text, start)
    if name is None:
        firm = firm_named_before(article.text, article.sentence_starts, start, is_firm)
        name = None if firm is None else firm.words
    if name is None:
        return None
    known = find_by_name(name, entities)
    if known is None:
        return new_entity(article.text, name)
    if known.person and not _may_be_body(article, known):
        return None  # "Helixa's chief" is no firm
    return None if _NO_FIRM.search(known.description) else known


def _is_surname(article: _Article, name: str) -> bool:
    """Return whether a name is the surname of a person of the article."""
    own = distinctive_words(name)
    return len(own) == 1 and person_named(article.text, own[0]) is not None


def _named_with(noun: str, text: str, position: int) -> str | None:
    """Return the nearest name before a place that holds a noun: "Karsk Bank"."""
    holds = re.compile(rf"\b{noun.capitalize()}s?\b")
    for name in names_in(text).before(position):
        if holds.search(name) and len(name.split()) > 1:
            return LEADING_WORDS.sub("", name)
    return None


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


def _by_noun(
    article: _Article, start: int, words: str, entities: Sequence[Entity]
) -> Entity | None:
    """Return the entity with the same head noun: "the military source", "activists"."""
    name = trimmed_name(words).lower()
    phrase = _NOUN_COMPLEMENT.split(name)[0].split()
    definite = _DETERMINER.match(words) is not None
    if not phrase or (not definite and len(phrase) > 1) or is_country(words):
        return latest(entities, lambda entity: name in _lowered_names(entity))
    head = phrase[-1]
    candidates = _sharing_adjectives(words, phrase, _spoken_for(words, entities))
    whole_head = re.compile(rf"\b{re.escape(head)}\b")
    one_person = head in PERSON_NOUNS or head in OFFICE_NOUNS

    def same_head(entity: Entity) -> bool:
        if entity.person != one_person:
            return False
        names = _lowered_names(entity)
        if entity.source_type == "document":  # "the results published by the office" are no office
            names = [_NOUN_COMPLEMENT.split(other)[0] for other in names]
        return any(whole_head.search(other) for other in names)

    if definite and head in _HEADS_OF_NATIONS and NATION_WORD.search(words[4:]):
        known = _head_of_nation(article, words, entities)
        if known is not None:
            return known
    known = latest(candidates, same_head)
    if _OWNED.match(words) is not None:
        return known  # "his lawyer" is not he
    if known is None and definite:
        known = _by_role(article, start, head, entities)
    if known is None and definite and head in _HEADS_OF_NATIONS and "’s" not in words:
        known = _head_of_nation(article, words, entities)
    if known is None and definite:
        called = _called_before(article.text, start, head) if len(phrase) == 1 else None
        if called is not None:
            return _same_words(called, entities) or new_entity(article.text, called)
        known = _by_type_of_noun(head, words, candidates)
        known = known or _named_in_sentence(article, start, head, entities)
        known = known or _named_body(article, start, words, head, entities)
        return known or _called_otherwise(article, start, words, head, entities)
    return known


def _named_body(
    article: _Article, start: int, words: str, head: str, entities: Sequence[Entity]
) -> Entity | None:
    """Return the body named before "the organization"."""
    if len(words.split()) > 2:
        return None  # "the weather service" tells itself which
    name = body_named_before(article.text, start, head, article.title_end)
    if name is None:
        return None
    return find_by_name(name, entities) or new_entity(article.text, name)


def _called_otherwise(
    article: _Article, start: int, words: str, head: str, entities: Sequence[Entity]
) -> Entity | None:
    """Return the person just quoted, whom "the comedian" or "the Velm Democrat" can mean."""
    if head not in _OTHER_WORDS_FOR_PERSONS:
        return None
    types = {"other", source_type(words)} | ({*_OF_OFFICE} if head in _POLITICIANS else set())

    def suits(entity: Entity) -> bool:
        name = entity.names[0]
        is_one = entity.person and bool(distinctive_words(name)) and not _is_plural(name)
        return is_one and entity.source_type in types

    known = latest(entities, suits)
    if known is None:
        return None
    here = bisect_right(article.sentence_starts, start)
    is_near = here - bisect_right(article.sentence_starts, known.place) <= _NEAR
    return known if is_near else None


def _named_in_sentence(
    article: _Article, start: int, head: str, entities: Sequence[Entity]
) -> Entity | None:
    """Return the body that the sentence names before "the agency": "No levy, says the EPA, ..."."""
    types = TYPES_BY_NOUN.get(head)
    if types is None:
        return None
    first = article.sentence_starts[max(bisect_right(article.sentence_starts, start) - 1, 0)]
    for found in reversed(list(NAME.finditer(article.text, first, start))):
        name = LEADING_WORDS.sub("", found[0])
        if source_type(name) in types and source_type(name) != "other" and not is_person(name):
            return find_by_name(name, entities) or new_entity(article.text, name)
    return None


@lru_cache(maxsize=1)
def _heads_in(text: str) -> list[str]:
    """Return the well-known heads of states whom an article calls by surname."""
    return [name for name in heads_by_surname() if re.search(rf"\b{name}\b", text)]


def _head_of_nation(article: _Article, words: str, entities: Sequence[Entity]) -> Entity | None:
    """Return whom "the French president" refers to, where the article names such a person."""
    names = [person.name for person in article.people]
    names += _heads_in(article.text)
    name = head_of_nation(words, names, article.published)
    if name is None:
        return None
    return find_by_name(name, entities) or new_entity(article.text, name)


def _called_before(text: str, start: int, head: str) -> str | None:
    """Return what the article last called by a noun and a word before it: "the weather service"."""
    if head not in _DESCRIBED:
        return None
    phrase = re.compile(
        rf"(?:\b(?:[Tt]he|[Aa]n?|its|their)|\w['’]s)\s(?P<name>(?:[a-z-]+\s){{1,2}}{head})\b"
    )
    found = [match["name"] for match in phrase.finditer(text, max(0, start - _CALLED_REACH), start)]
    return found[-1] if found else None


def _spoken_for(words: str, entities: Sequence[Entity]) -> Sequence[Entity]:
    """Return the entities that "the spokesman of the dockers" can be: those called after them."""
    client = _SPEAKS_FOR.fullmatch(words.strip(" ,"))
    if client is None or client["noun"].lower() in BODY_NOUNS:
        return entities
    noun = re.compile(rf"\b{re.escape(client['noun'].lower().rstrip('s'))}")
    return [one for one in entities if any(noun.search(name) for name in _lowered_names(one))]


def _head(words: str) -> str:
    """Return the head noun of a source in small letters: "democrat" of "the Ohio Democrat"."""
    return _NOUN_COMPLEMENT.split(trimmed_name(words))[0].split()[-1].lower()


def _by_role(article: _Article, start: int, head: str, entities: Sequence[Entity]) -> Entity | None:
    """Return the person whom the article calls so: "the senator", "the defence lawyer"."""
    person = person_with_role(article.people, head, start)
    if person is None:
        return None
    return find_by_name(person.name, entities) or new_entity(article.text, person.name)


def _lowered_names(entity: Entity) -> list[str]:
    return [name.lower() for name in entity.names]


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
        if is_of_type and not _is_of_other_field(entity, head):
            return True
        return any(distinctive <= set(name.split()) for name in _lowered_names(entity))

    return [entity for entity in entities if allowed(entity)]


def _is_of_other_field(entity: Entity, head: str) -> bool:
    """Whether an entity is a ministry or department that is named by its field."""
    if head not in ("ministry", "department"):
        return False
    for name in _lowered_names(entity):
        before, _, after = name.partition(f" {head}")
        fields = [word for word in before.split() if not is_nation(word)]
        if not after and fields and before != name:
            return True
    return False


def _by_type_of_noun(head: str, words: str, entities: Sequence[Entity]) -> Entity | None:
    """Return the latest entity of a type that a noun can refer to."""
    if head in TYPES_BY_NOUN:
        types = TYPES_BY_NOUN[head]
        if types is None and head == "report":
            return latest(entities, lambda entity: entity.source_type in _REPORT_TYPES)
        if types is None:
            return latest(entities)
        return latest(entities, lambda entity: entity.source_type in types and not entity.person)
    if head in PERSON_NOUNS and head not in _ONE_OFFICE:
        wanted = source_type(words)
        return latest(entities, lambda entity: entity.person and entity.source_type == wanted)
    return None


def _by_institution_noun(
    text: str, start: int, words: str, entities: Sequence[Entity]
) -> Entity | None:
    """Return the latest body named before "the ministry", "that council" that ends in the noun."""
    match = _THE_INSTITUTION.fullmatch(words)
    if not match or match["noun"].lower() not in INSTITUTION_NOUNS:
        return None
    name = _named_with(match["noun"].lower(), text, start)
    if name is None:
        return None
    return find_by_name(name, entities) or new_entity(text, name)


def _describe_by_owner(entity: Entity, words: str, entities: Sequence[Entity]) -> None:
    """Describe a source by whom it belongs to: "its director", "the group's spokesman"."""
    match = _BELONGS_TO.search(words)
    if match is not None and match["owned"] and _LAWYER.search(words) is not None:
        return  # a lawyer is not the client
    if match is not None and match["owned"]:
        _describe_by_latest_body(entity, words, entities)
        return
    if match is None or entity.source_type not in ("other", "state_official"):
        return
    noun = (match["body"] or match["employer"] or "").lower()
    owner = next(_possible_owners(noun, entities), None)
    if owner is not None:
        entity.titles += [name for name in owner.names if name not in entity.titles]
        entity.source_type = source_type(words, entity.description)


def _describe_by_latest_body(entity: Entity, words: str, entities: Sequence[Entity]) -> None:
    """Describe "its general secretary" by the body that was quoted last, of whatever type."""
    owner = latest(entities, lambda other: not other.person and other.source_type not in _OF_PEOPLE)
    if owner is None:
        return
    entity.titles += [name for name in owner.names if name not in entity.titles]
    entity.body = max(owner.names, key=completeness)
    entity.source_type = source_type(words, entity.description)


def _describe_by_subject(entity: Entity, words: str, article: _Article, start: int) -> None:
    """Describe a spokesperson, or "the movement", by the body that its sentence or title is on."""
    if entity.source_type not in ("other", "state_official", "local_authority"):
        return
    body = body_spoken_for(article.text, article.sentence_starts, start, words)
    if body is not None and body not in entity.titles:
        entity.titles.append(body)
        entity.body = body
        entity.source_type = source_type(words, entity.description)


def _possible_owners(noun: str, entities: Sequence[Entity]) -> Iterator[Entity]:
    """Find organisations that a noun can refer to, the best first; any of them without a noun."""
    organisations = [
        entity
        for entity in reversed(entities)
        if not entity.person and entity.source_type not in _VAGUE_TYPES
    ]
    for entity in organisations:
        if any(noun in name for name in _lowered_names(entity)):
            yield entity
    types = TYPES_BY_NOUN.get(noun) or ()
    for entity in organisations:
        if entity.source_type in types:
            yield entity
