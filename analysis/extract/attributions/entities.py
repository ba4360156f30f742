"""
Record what an article calls each of its sources, and match names with them.

In: the text, and the words of one source. Out: an ``Entity`` with its names, titles and type, or
the known one that the name refers to. Pronouns and common nouns are resolved in
``analysis.extract.attributions.pronouns`` and ``common_nouns``.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from analysis.core.followers import is_follower
from analysis.core.given_names import is_given_name
from analysis.core.whole_words import whole_words
from analysis.extract.attributions.acronyms import body_of, initials_of
from analysis.extract.attributions.named_inside import without_names_inside
from analysis.extract.attributions.namesakes import are_namesakes
from analysis.extract.attributions.people import (
    SUBJECT_AND_VERB,
    Person,
    gender,
    names_one_person,
    own_words,
    people_in,
)
from analysis.extract.attributions.personal_titles import (
    ends_in_person,
    is_of_bearer,
    is_others,
)
from analysis.extract.attributions.proper_names import (
    COURTESY,
    EMPLOYER,
    INSTITUTION_NOUNS,
    LEADING_WORDS,
    NAME,
    ROLE_NOUN,
    TYPES_BY_NOUN,
    completeness,
    distinctive_words,
    is_person,
    names_several,
    trimmed_name,
)
from analysis.extract.attributions.sentence_subjects import BODY_NOUNS
from analysis.extract.attributions.source_phrases import head_noun
from analysis.extract.attributions.source_types import (
    NAMED_ORGANISATION,
    TypeMatch,
    source_type,
    type_matches,
)

__all__ = [
    "ArticleNames",
    "Entity",
    "can_be_called",
    "entity_named",
    "find_by_name",
    "find_by_same_words",
    "latest",
    "lowered_names",
    "names_holder",
    "names_in",
    "namesakes",
    "new_entity",
    "person_named",
]

# "Oskar Lind, the harbour minister", "Oskar Lind, spokesman for the port"
_APPOSITION = re.compile(
    rf"""
    (?: ,\s+ | \s+[—–]\s+
      | \s+(?=The\s|(?:[a-z]+\s){{0,2}}{ROLE_NOUN}\s(?:of|for|at)\s) )  # a comma was lost
    (?P<title>
        (?:
            (?:[Aa]n?|[Tt]he)\s
            | (?=(?:[a-z]+\s){{0,2}}{ROLE_NOUN}\s(?:of|for|at)\s)
        )
        [^.;:,\n"“”]{{3,70}}
    )
    """,
    re.VERBOSE,
)
# "Oskar Lind is a professor at Velm University"
_COPULA = re.compile(r"\s(?:is|is\scurrently|is\snow)\s(?P<title>(?:an?|the)\s[^.;:,\n\"“”]{3,70})")
_HEAD_ENDS = re.compile(r"\s(?:of|for|to|than|at|in|on|from|who|whom|whose|with|and|running)\b")
# "Oskar Lind, the man whose levy": what follows tells who he is, and these words do not
_ONLY_A_PERSON = re.compile(r"(?:the|a)\s(?:man|woman|person)\s(?:who|whose|behind|that)\b")
# "Oskar Lind (D-Velm)", "Oskar Lind, R-Velm"
_PARTY_AFTER = re.compile(r",?\s\(?(?P<title>[DRI]-[A-Z][A-Za-z.]+)")
# "Oskar Lind, 34, who lost his boat", but not "who leads in polls of voters"
_PRIVATE = re.compile(
    r"(?:,\s[1-9]\d)?,\s(?P<clause>who(?:se)?\s"
    r"(?!(?:runs?|heads?|leads?|directs?|chairs?|commands?|edits?|founded)\b)[^.;:\n\"“”]{3,60})"
)
_AGE = re.compile(r",\s(?:aged?\s)?[1-9]\d,?$")  # at the end of a source
_DESCRIBES = re.compile(r"(?:the|an?|this|that|his|her|its|their)\s.*[a-z]$", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.;:\n\"“”]")
# "Adm. Emil B. Roth": these end no clause
_SHORTENED = re.compile(
    r"(\b(?:Adm|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Det|Supt|Brig|Sen|Sens|Rep|Reps|Gov|Prof|Rev|Dr|Mr|Mrs"
    r"|Ms|Atty|Asst|Dep)|(?<=[a-z]\s)[A-Z])\.(?=\s*(?:[A-Z][a-z]|[A-Z]\.\s|$))"
)
_FORMER_BEFORE = re.compile(r"\b(?:[Ff]ormer|[Ee]x-|[Rr]etired)\s?(?:\S+\s){0,3}$")
_FORMER_RIGHT_BEFORE = re.compile(r"\b(?:[Ff]ormer|[Ee]x-|[Tt]hen)[\s-]?(?:[A-Z][\w.]*\s){0,3}$")
_FORMER_IN = re.compile(r"\b(?:[Ff]ormer|[Ee]x-|[Tt]hen-)")
_HOLDER = re.compile(r"\s(?P<name>[A-ZÀ-Þ][\w.’'-]+(?:\s[A-ZÀ-Þ][\w.’'-]+){1,4})")
_GENERATION = re.compile(r"\s(?:Jr|Sr|II|III|IV)\.?$")
_ACRONYM = re.compile(r"[A-Z]{2,6}s?")
_ACRONYM_AFTER = re.compile(r"\s*\(\s*[A-Z]{2,6}\s*\)")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_OTHERS_WITH = re.compile(
    r"(?:[\w-]+\s)?[\w-]+s\s(?:under|of|for|with|around|from|working\sfor|close\sto|loyal\sto)\s"
)
_FROM_WHERE = re.compile(r",|\s(?:of|from|at|with)\s")
# "LNG to Tokyo Gas" is no name, "Ambassador to Norland Emil Roth" is
_JOINED = re.compile(
    r"\sand\s|(?<!Ambassador)(?<!Envoy)(?<!Adviser)(?<!Advisor)(?<!Assistant)(?<!Counsel)\sto\s"
)
# "Judge Emil Roth in Karsk": where someone is belongs to no name
_AND_WHERE = re.compile(r"\s(?:in|at)\s(?:the\s)?")
_COMMON_NOUN_AND_NAME = re.compile(
    r"(?:(?:One|Two|Some|Several|Many|Most|Other|Another|Senior|Top)\s)?(?:[a-z-]+\s)*"
    r"(?P<head>[a-z-]+|Critics|Supporters|Opponents|Allies|Members|Fans|Friends"
    r"|Victims|Relatives|Residents|Leaders|Officials|Sources)"
    r"\s(?:in|of|at|from|near|inside|within|outside|around)\s(?:the\s)?[A-Z]"
)
# "Ambassador to Norland Emil Roth", "Minister of Trade Ada Quist"
_IN_BODY = re.compile(r"\b(?:[Aa]t|[Ii]n|[Ff]rom|[Tt]o|[Nn]ear|[Oo]utside)\s(?:the\s|an?\s)?$")
_OF_WHAT = re.compile(r"^\s(?:to|of|for|at|in)\s(?:the\s)?(?=[A-Z])")
_NAME_START = re.compile(r"^|[\s-]")
_POSSESSIVE_END = re.compile(r"['’]s?$")
_FOREIGN = re.compile(
    r"\bforeign\s(?:ministry|department)\b|\b(?:ministry|department)\sof\sforeign\b"
)
# "the defence ministry", "Ministry of Defence"; not "the ministry"
_FIELD = re.compile(
    r"\b(?!the\b)[\w-]+\s(?:ministry|department)\b|\b(?:ministry|department)\sof\s[\w-]"
)
_PEOPLE = frozenset(
    """members officials residents relatives families workers officers employees supporters critics
    investigators leaders lawmakers voters activists witnesses""".split()
)
_FOLLOWINGS = frozenset("gang team camp campaign crew family administration".split())
_BODIES = BODY_NOUNS | INSTITUTION_NOUNS | {*TYPES_BY_NOUN}
_MOST_NAME_WORDS = 20
_MOST_NAMES_BEFORE = 2_000  # that are looked at
_MOST_NAMESAKES = 20  # more are a list of names
_BETWEEN_CAPITALS = frozenset("al bin , of the for".split())
_MAX_TITLES = 2
_MOST_MENTIONS = 200  # of one name that are looked at
_ACRONYM_REACH = 400  # characters before an acronym in brackets
_TITLE_REACH = 70  # characters before a name
_MIN_DROPPED = 5  # characters; what a trimmed name lost must be this long to describe the source


@dataclass
class Entity:
    """
    A source of the article: its names and titles, its type, whether it is one person.

    ``place`` is where it was last mentioned, in characters; ``body`` is for whom it speaks, where
    only its office is named; ``called`` is "m" or "f" once "he" or "she" meant it; ``author`` is
    who wrote or issued a text.
    """

    names: list[str]
    person: bool = False
    source_type: str = "other"
    titles: list[str] = field(default_factory=list)
    place: int = 0
    body: str | None = None
    called: str | None = None
    author: "Entity | None" = None

    @property
    def description(self) -> str:
        """Return names and titles, separated by " / "."""
        return " / ".join([*self.names, *self.titles])

    def add_mention(self, words: str) -> None:
        """Record one more way in which the article refers to this source."""
        name = trimmed_name(words)
        if self.person and _DESCRIBES.match(words) and len(distinctive_words(self.names[0])) > 1:
            self.titles += [] if name in self.titles else [name]
            return
        if name not in self.names:
            self.names.append(name)
        if _is_title(words, name) and words not in self.titles:
            self.titles.append(words)


class ArticleNames:
    """
    The names that an article prints, found once and looked up by their place or ending.

    Parameters
    ----------
    text : str
    title_end : int
        Where the title ends.
    """

    def __init__(self, text: str, title_end: int = 0) -> None:
        self.title_end = title_end
        self._spans = [match.span() for match in NAME.finditer(text)]
        self._text = text
        self._by_initials: dict[str, str] | None = None
        self._by_ending: dict[str, list[str]] = {}
        for start, end in self._spans:
            for name in _AND_WHERE.split(text[start:end]):
                for separator in islice(_NAME_START.finditer(name), _MOST_NAME_WORDS):
                    self._by_ending.setdefault(name[separator.end() :], []).append(name)

    def ending_in(self, words: str) -> list[str]:
        """Return the names that end in some whole words, in reading order."""
        return self._by_ending.get(words, [])

    def with_initials(self, acronym: str) -> str | None:
        """Return the first name whose capital initials are an acronym: "Port Safety Agency"."""
        if self._by_initials is None:
            self._by_initials = self._find_initials()
        return self._by_initials.get(acronym)

    def _find_initials(self) -> dict[str, str]:
        """Return the first name of all initials, those without an acronym of their own after."""
        found: dict[str, str] = {}
        for start, end in self._spans:
            if _ACRONYM_AFTER.match(self._text, end) is not None:
                continue
            _, _, printed = self._text[start:end].rpartition(" The ")  # after an outlet's name
            name = body_of(LEADING_WORDS.sub("", printed))
            for initials in initials_of(name):
                found.setdefault(initials, name)
        return found

    def before(self, position: int) -> Iterator[str]:
        """Yield the names that start before a character, the nearest first."""
        n_before = bisect_left(self._spans, (position, 0))
        for start, end in reversed(self._spans[max(0, n_before - _MOST_NAMES_BEFORE) : n_before]):
            yield self._text[start : min(end, position)]


_latest_names: dict[str, ArticleNames] = {}


def names_in(text: str, title_end: int | None = None) -> ArticleNames:
    """Return the names of an article; the latest article is remembered, with its title's end."""
    known = _latest_names.get(text)
    if known is None or title_end not in (None, known.title_end):
        _latest_names.clear()
        known = _latest_names.setdefault(text, ArticleNames(text, title_end or 0))
    return known


def latest(
    entities: Sequence[Entity], condition: Callable[[Entity], bool] = lambda entity: True
) -> Entity | None:
    """Return the latest mentioned entity that meets a condition."""
    return next((entity for entity in reversed(entities) if condition(entity)), None)


def entity_named(name: str, entities: Sequence[Entity], text: str) -> Entity:
    """
    Return the latest source that a name can mean, or a new one.

    Parameters
    ----------
    name : str
    entities : sequence of Entity
        Sources so far; none is added.
    text : str
        The article.

    Returns
    -------
    Entity
    """
    return find_by_name(name, entities) or new_entity(text, name)


def new_entity(text: str, words: str) -> Entity:
    """Return an entity for a first mention, with long form and titles from the article."""
    name = _with_former(text, trimmed_name(words))
    entity = Entity([name], is_person(words), source_type(words))
    if _is_title(words, name):
        entity.titles.append(words)
    longer = _long_form(text, name)
    if longer:
        entity.names.append(longer)
        entity.person = entity.person or is_person(longer)
    # the long form may hold nothing but a nation's name
    surname = _surname(longer or name) or _surname(name)
    is_untold = entity.source_type == "other" or source_type(_AGE.sub("", words)) == "other"
    if is_untold and surname is not None:
        entity.titles += _titles_near(text, surname, longer or name)
        entity.source_type = source_type(words, entity.description)
    if entity.source_type == "other" and entity.person and surname is not None:
        entity.titles += _privately_told(text, surname, longer or name)
        entity.source_type = source_type(words, entity.description)
    return entity


def _surname(name: str) -> str | None:
    """Return the last word of a name; None where it belongs to another: "Velm spokesman"."""
    own = _FROM_WHERE.split(without_names_inside(name), maxsplit=1)[0]
    without_suffix = _GENERATION.sub("", own)
    if without_suffix != own:
        return " ".join(without_suffix.split()[-2:])  # his father has the same surname
    own = _POSSESSIVE_END.sub("", own.rstrip(" )"))
    words = distinctive_words(own)
    return words[-1] if words and own.rstrip(".").endswith(words[-1]) else None


def _is_title(words: str, name: str) -> bool:
    """Whether the words that trimming removed from a name are long enough to describe it."""
    return len(words) - len(name) >= _MIN_DROPPED


def _long_form(text: str, name: str) -> str | None:
    """Search the article for the long form of a surname or an acronym."""
    if _ACRONYM.fullmatch(name):
        return _holder_of_acronym(text, name) or _long_form_of_acronym(text, name)
    holder = _holder_of_office(text, name)
    if holder is not None:
        return holder
    name = EMPLOYER.sub("", name)
    distinctive = distinctive_words(name)
    if len(distinctive) != 1 or not NAME.fullmatch(name) or _is_organisation(name):
        return None
    if not name.endswith(distinctive[0]):
        return None  # "House Democrats" are no other house
    if distinctive[0].lower() in INSTITUTION_NOUNS:
        return None  # "State Department" is no other department
    person = person_named(text, distinctive[0], name)
    if person is not None and completeness(person.name) > completeness(name):
        genders = {gender(name), gender(person.name)}
        return None if genders == {"f", "m"} else _with_former(text, person.name)
    is_surname = any(name not in one.names for one in namesakes(text, distinctive[0]))
    given = None if is_surname else _person_called(text, distinctive[0])
    if given is not None and not _is_addressed_before(text, name, given):
        return given.name
    for longer in names_in(text).ending_in(distinctive[0]):
        candidate = own_words(longer)
        if _COMMON_NOUN_AND_NAME.match(candidate) or not can_be_called([name], candidate):
            continue
        if len(distinctive_words(candidate)) > 1 and _JOINED.search(candidate) is None:
            return candidate
    return None


def _with_former(text: str, name: str) -> str:
    """Return a name with an office, with "former" where the article never prints it without."""
    if not type_matches(name) or not is_person(name) or _FORMER_IN.search(name):
        return name
    is_former = False
    for at in islice(whole_words(text, name), _MOST_MENTIONS):
        before = text[max(0, at.start() - _TITLE_REACH) : at.start()]
        if _FORMER_RIGHT_BEFORE.search(before) is None:
            return name
        is_former = True
    return f"former {name}" if is_former else name


def person_named(text: str, surname: str, name: str = "") -> Person | None:
    """
    Return the person whom the report names with a surname, if it is one person.

    Parameters
    ----------
    text : str
        The article.
    surname : str
    name : str, optional
        The whole name, which tells of several with the surname who is meant.

    Returns
    -------
    Person or None
        The first named of those whom the name can mean.
    """
    persons = namesakes(text, surname)
    return next((one for one in persons if not name or can_be_called(one.names, name)), None)


def namesakes(text: str, surname: str) -> list[Person]:
    """
    Return the persons whom the report names with a surname.

    Parameters
    ----------
    text : str
        The article.
    surname : str

    Returns
    -------
    list of Person
        In the order of their first mention.
    """
    return _people_by_name(text, names_in(text).title_end).by_surname.get(surname, [])


def can_be_called(names: Sequence[str], name: str) -> bool:
    """
    Whether somebody known by some names can have another: no other given name, no other gender.

    Parameters
    ----------
    names : sequence of str
    name : str
        With the same surname.

    Returns
    -------
    bool
    """
    if _are_two_genders(name, names):
        return False
    return not any(are_namesakes(name, known) for known in names)


def _is_of_namesake(text: str, mention: re.Match[str], name: str) -> bool:
    """Whether a surname is printed where the article names another person with it."""
    persons = namesakes(text, mention[0])
    if not 2 <= len(persons) <= _MOST_NAMESAKES:
        return False
    return any(
        place <= mention.start() and text.startswith(printed, place)
        for person in persons
        if not can_be_called(person.names, name)
        for printed in person.names
        for place in person.places
        if mention.end() <= place + len(printed)
    )


class _PeopleByName(NamedTuple):
    """The persons of each surname, the first named first, and those of each first word."""

    by_surname: dict[str, list[Person]]
    by_first: dict[str, list[Person]]


@lru_cache(maxsize=1)
def _people_by_name(text: str, title_end: int) -> _PeopleByName:
    """Index the persons of an article."""
    index = _PeopleByName({}, {})
    for person in people_in(text, title_end):
        words = distinctive_words(person.name)
        index.by_surname.setdefault(words[-1], []).append(person)
        if _begins_with(person.name, words[0]):
            index.by_first.setdefault(words[0], []).append(person)
    return index


def _person_called(text: str, given: str) -> Person | None:
    """Return the one person whom the report names with a given name first, if it is one."""
    found = _people_by_name(text, names_in(text).title_end).by_first.get(given, [])
    return found[0] if len(found) == 1 else None


def _is_addressed_before(text: str, name: str, person: Person) -> bool:
    """Whether "Mr Philippe" stands before any "Philippe Moe", and so is a surname."""
    place = text.find(name, names_in(text).title_end)
    return COURTESY.match(name) is not None and 0 <= place < min(person.places)


def _holder_of_acronym(text: str, acronym: str) -> str | None:
    """Return who is named after an office with its acronym: "Chief Minister (CM) Ada Quist"."""
    for bracket in islice(re.finditer(rf"\({acronym}\)", text), _MOST_MENTIONS):
        if not _spells_out(text, bracket.start(), acronym):
            continue  # of "KARSK (KNN) Emil Roth" KNN is no office
        holder = _HOLDER.match(text, bracket.end())
        if holder is not None and is_person(holder["name"]):
            return holder["name"]
    return None


def _spells_out(text: str, end: int, acronym: str) -> bool:
    """Whether the words right before a place have the initials of an acronym."""
    words = r"\s(?:of\s|the\s|and\s|for\s){0,2}".join(rf"{letter}[\w’'-]*" for letter in acronym)
    before = text[max(0, end - _ACRONYM_REACH) : end]
    return re.search(rf"\b{words}\s$", before, re.IGNORECASE) is not None


def _holder_of_office(text: str, office: str) -> str | None:
    """Return who is named after the words of a headline for one person: "Port Board Chief"."""
    if " " not in office or not office.lstrip("‘“'\"")[0].isupper():
        return None
    *body, noun = office.split()
    if not names_one_person(noun.lower()):
        return None
    either = f"{re.escape(noun)}|{re.escape(noun.lower())}"
    before = rf"(?<!\w){re.escape(' '.join(body))}\s(?:{either})"
    for found in islice(re.finditer(before, text[names_in(text).title_end :]), _MOST_MENTIONS):
        holder = _HOLDER.match(found.string, found.end())
        if holder is not None and is_given_name(holder["name"].split()[0]):
            return f"{found[0]} {holder['name']}"
    return None


def _long_form_of_acronym(text: str, acronym: str) -> str | None:
    """Search the article for the name before an acronym in brackets, or with its initials."""
    in_brackets = re.compile(rf"\(\s*{re.escape(acronym)}\s*\)")
    with_name = re.compile(rf"({NAME.pattern})\s*{in_brackets.pattern}")
    other = re.compile(rf",\s(?:or|known\sas)\s(?:the\s)?{re.escape(acronym)}\b").search(text)
    if other is not None:
        reach = max(0, other.start() - _ACRONYM_REACH)
        for name in NAME.finditer(text, reach, other.start()):
            if name.end() == other.start():
                return trimmed_name(name[0])
    for bracket in islice(in_brackets.finditer(text), _MOST_MENTIONS):
        if source_type(acronym) == "media" and not _spells_out(text, bracket.start(), acronym):
            continue  # a dateline: "KARSK (CNN)"
        start = max(0, bracket.start() - _ACRONYM_REACH)
        found = with_name.search(text, start, bracket.end())
        if found is not None:
            return trimmed_name(found[0])
    return names_in(text).with_initials(acronym)


def _is_organisation(name: str) -> bool:
    """Whether a name holds a known organisation."""
    return any(match.rank >= NAMED_ORGANISATION for match in type_matches(name))


def _titles_near(text: str, surname: str, name: str) -> list[str]:
    """Return the first titles right before or after a name, wherever the article prints it."""
    titles: list[str] = []
    for match in islice(whole_words(text, surname), _MOST_MENTIONS):
        if _is_of_namesake(text, match, name):
            continue
        before = text[max(0, match.start() - _TITLE_REACH) : match.start()]
        title = _title_before(_CLAUSE_END.split(_SHORTENED.sub(r"\1", before))[-1], name)
        if title:
            titles.append(title)
        after = _APPOSITION.match(text, match.end())
        is_told = _COPULA.match(text, match.end())
        party = _PARTY_AFTER.match(text, match.end())
        if party is not None and _FORMER_IN.search(name) is None:
            titles.append(party["title"])
        elif after and _says_what_one_is(after["title"]):
            titles.append(after["title"])
        elif is_told and _is_of_own(is_told["title"]):
            titles.append(is_told["title"])
        if len(titles) >= _MAX_TITLES:
            break
    return titles[:_MAX_TITLES]


def _says_what_one_is(words: str) -> bool:
    """Whether words after a name are an office, and not the subject of the next clause."""
    if SUBJECT_AND_VERB.match(words) is not None or _ONLY_A_PERSON.match(words) is not None:
        return False
    return ends_in_person(words) and bool(type_matches(words))


def _is_of_own(words: str) -> bool:
    """Whether the noun itself tells a kind, as of a professor, and no critic of the police."""
    if _ONLY_A_PERSON.match(words) is not None:
        return False
    noun = _HEAD_ENDS.split(words)[0]
    return bool(type_matches(noun)) and source_type(noun) == source_type(words)


def _privately_told(text: str, surname: str, name: str) -> list[str]:
    """Return what the article tells only of a private person: "Quist, who lost her house"."""
    for match in islice(whole_words(text, surname), _MOST_MENTIONS):
        told = _PRIVATE.match(text, match.end())
        if told is not None and not _is_of_namesake(text, match, name):
            return [f"{surname}, {told['clause']}"]
    return []


def _title_before(words: str, name: str) -> str | None:
    """Return the title at the end of words if only parts of a name separate it from the end."""
    matches = [
        match
        for match in type_matches(words)
        if match.source_type not in ("document", "unnamed") and not _is_outlet(words, match)
    ]
    if not matches:
        return None
    between = _OF_WHAT.sub("", words[matches[-1].end :])
    for word in between.split():
        if not word[:1].isupper() and word not in _BETWEEN_CAPITALS:
            return None
    if not is_of_bearer(words, matches[-1], between, name):
        return None
    start = matches[-1].start
    title = words[start : matches[-1].end]
    if "," in between and (title.endswith("s") or _IN_BODY.search(words[:start])):
        return None  # "it holds 13 workers, Velmar said", "At the hospital, Quist"
    if title == title.lower() and is_others(title.split()[-1]):
        return None  # "told the court Quist had left", "told lawmakers Quist"
    former = _FORMER_BEFORE.search(words[:start])
    return words[former.start() if former else start :]


def _is_outlet(words: str, match: TypeMatch) -> bool:
    """Whether a match names an outlet: "told The Hill. Ola Lind" says nothing of her."""
    name = words[match.start : match.end]
    return match.source_type == "media" and name != name.lower()


def find_by_name(words: str, entities: Sequence[Entity]) -> Entity | None:
    """
    Return the latest entity that shares a name, a surname or an acronym with a source.

    None for a source without a name of its own: "the government".
    """
    distinctive = distinctive_words(words)
    if not distinctive:
        return None
    name = trimmed_name(words)
    inner = without_names_inside(name)
    own = distinctive if inner == name else distinctive_words(inner)
    person = is_person(words) or names_holder(name)
    mention = _Mention(name, own or distinctive, person, bool(own))
    keys = {mention.name.lower(), *distinctive}

    def is_same(entity: Entity) -> bool:
        return any(
            not keys.isdisjoint(_keys(name)) and _has_name(entity, name, mention)
            for name in entity.names
        )

    return latest(entities, is_same) or _by_first_name(mention, entities)


def names_holder(name: str) -> bool:
    """Whether a name ends in who holds an office: "coordinator for Karsk, Ada Quist"."""
    office, comma, holder = name.rpartition(", ")
    noun = head_noun(office) if comma else ""
    return names_one_person(noun) and NAME.fullmatch(holder) is not None and is_person(holder)


def find_by_same_words(words: str, entities: Sequence[Entity]) -> Entity | None:
    """
    Return the latest entity that the article has called by the same words.

    Parameters
    ----------
    words : str
        A source; determiners and capitals make no difference.
    entities : sequence of Entity
        Sources so far, the latest last.

    Returns
    -------
    Entity or None
    """
    name = trimmed_name(words).lower()
    return latest(entities, lambda entity: name in lowered_names(entity))


def lowered_names(entity: Entity) -> list[str]:
    """Return the names of an entity in small letters."""
    return [name.lower() for name in entity.names]


def _by_first_name(mention: "_Mention", entities: Sequence[Entity]) -> Entity | None:
    """Return the one person whose names begin with a single word: "Sara", "Gao" of "Gao Feng"."""
    if len(mention.distinctive) != 1 or mention.name != mention.distinctive[0]:
        return None
    if mention.name.isupper():
        return None
    found = [
        entity
        for entity in entities
        if entity.person and any(_is_first_of(mention.name, name) for name in entity.names)
    ]
    return found[0] if len(found) == 1 else None


def _is_first_of(word: str, name: str) -> bool:
    """Whether a word begins a name, also after a title: "finance chief Seo Min-kyung"."""
    surname_first = rf".*\s{re.escape(word)}\s[A-Z][a-z]+-[a-z]+"
    return _begins_with(name, word) or re.fullmatch(surname_first, name) is not None


def _begins_with(name: str, word: str) -> bool:
    words = distinctive_words(without_names_inside(name))
    if len(words) not in (2, 3) or words[0] != word or names_several(name):
        return False
    if _COMMON_NOUN_AND_NAME.match(name) is not None:
        return False  # "One operative inside Quist Tower" is not Quist
    if _is_owned(name, word):
        return False
    last = words[-1].lower()
    return not names_one_person(last) and last not in _FOLLOWINGS  # "Quist Lawyer" is not Quist


@lru_cache(maxsize=50_000)
def _keys(name: str) -> frozenset[str]:
    """
    Return by what a mention can have a name: the whole, its words of its own, or those in brackets.

    Most sources of a long article have none in common, which is quickly told.
    """
    brackets = [words.strip().lower() for words in _IN_BRACKETS.findall(name)]
    own = _without_origin(name) or ""
    return frozenset((name.lower(), *brackets, *distinctive_words(name), *distinctive_words(own)))


def _without_origin(person: str) -> str | None:
    """Return the name of a person without where she is from: "Ada Quist of Velm Bank"."""
    own = _FROM_WHERE.split(person, maxsplit=1)[0]
    words = distinctive_words(own)
    if own == person or not words or not own.endswith(words[-1]) or " for " in own:
        return None
    return own


def _is_of_people(name: str, other: str) -> bool:
    """Whether a name ends in a noun for people that another name does not hold."""
    last = name.split()[-1]
    is_people = last.lower() in _PEOPLE
    is_people |= last.islower() and any(map(names_one_person, (last, last.removesuffix("s"))))
    return is_people and last.lower() not in other.lower()


def _is_of_leader(name: str, leader: str) -> bool:
    """Whether a name is that of a campaign or government that is called after another name."""
    owner, _, noun = name.rpartition(" ")
    leader = COURTESY.sub("", leader)
    if name.lower() == f"team {leader.lower()}":
        return True
    is_leader = owner.lower().endswith(leader.lower()) and " " not in leader
    return is_leader and noun in ("campaign", "administration", "camp", "team", "family")


def _is_owned(name: str, owner: str) -> bool:
    """Whether a name says only to whom a person belongs: "Quist's lawyer"."""
    own = _FROM_WHERE.split(name, maxsplit=1)[0]
    return re.search(rf"\b{re.escape(owner)}\s?['’]s?\s", own) is not None


def _are_two_ministries(name: str, other: str) -> bool:
    """
    Whether one name is of the foreign ministry and the other of another.

    "Foreign" is no word of anybody's own, and "ministry" would be all that the two have.
    """
    one, two = name.lower(), other.lower()
    is_foreign = [_FOREIGN.search(words) is not None for words in (one, two)]
    return is_foreign[0] != is_foreign[1] and all(map(_FIELD.search, (one, two)))


def _are_two_genders(name: str, names: Sequence[str]) -> bool:
    """Whether one name is a woman's and the others a man's, or the reverse."""
    one = gender(name)
    other = next(filter(None, map(gender, names)), None)
    return None not in (one, other) and one != other


@lru_cache(maxsize=50_000)
def _is_document(name: str) -> bool:
    return source_type(name) == "document"


def _is_other_body_of_place(name: str, mention: "_Mention") -> bool:
    """Whether a name ends in a common noun that a longer name with the same first word lacks."""
    own = distinctive_words(name)
    n_shared = len(own)
    if not own or n_shared == len(mention.distinctive) or mention.distinctive[:n_shared] != own:
        return False
    head = name.split()[-1]
    return head.islower() and head.rstrip("s") not in mention.name.lower()


class _Mention(NamedTuple):
    """
    A source as mentioned once: its trimmed name, the distinctive words, whether one person.

    ``named`` is false of "allies of Mr. Quist": no word is the source's own.
    """

    name: str
    distinctive: Sequence[str]
    person: bool
    named: bool = True


def _has_name(entity: Entity, name: str, mention: _Mention) -> bool:
    """Whether a source refers to an entity because of one of the entity's names."""
    if mention.name.lower() == name.lower():
        return True
    if re.search(rf"\(\s*{re.escape(mention.name)}\s*\)", name):
        return True
    if mention.name.lower().startswith(f"{name.lower()}, "):
        return True  # "a lawyer for Mrs. Quist": "the lawyer for Mrs. Quist, Emil Roth"
    if _are_two_ministries(mention.name, name):
        return False
    if names_several(mention.name) or names_several(name):
        return False  # two people are not one of them
    if entity.person and not can_be_called(entity.names, mention.name):
        return False  # "Ms Vargas" is not "Mr Vargas", nor "Anna Vargas" she
    is_modifier = not mention.name.rstrip(")").endswith(mention.distinctive[-1])
    head = mention.name.split()[-1].lower()
    somewhere = _COMMON_NOUN_AND_NAME.match(mention.name)
    if somewhere is not None and not mention.person:
        # "the institute in Velm" is not "the Velm Miners' Union", nor "the army of Velm" Velm
        is_modifier, head = True, somewhere["head"].lower()
    of_name = _COMMON_NOUN_AND_NAME.match(name)
    of_head = "" if of_name is None else of_name["head"]
    is_of_name = bool(of_head) and (
        not entity.person or of_head[0].isupper() or is_follower(of_head)
    )
    if is_of_name and of_head.lower() not in mention.name.lower():
        return False  # "Critics of Quist" are not she
    if not is_modifier and (not mention.named or _is_owned(name, mention.distinctive[-1])):
        return False  # "allies of Quist" and "Quist's lawyer" are not Quist
    if is_modifier and (entity.person or head not in name.lower()):
        return False  # "the Clinton campaign" is not Clinton
    if entity.person and _OTHERS_WITH.match(mention.name) is not None:
        return False  # "prosecutors under Quist" are not she
    if not entity.person and _is_of_leader(name, mention.name):
        return False  # "Quist" is not "the Quist campaign"
    if not is_modifier and _is_of_people(name, mention.name):
        return False  # "Karsk police officials" are not "the Karsk police"
    if not entity.person and not mention.person and _is_other_body_of_place(name, mention):
        return False  # "Karsk Ferries" are not "the Karsk fire service"
    if not is_modifier and _is_document(name) and not _is_document(mention.name):
        return False  # "the USDA" is not "USDA Study", "those under Quist" not "Quist's report"
    if not entity.person and not is_modifier and _is_thing_of(name, mention):
        return False  # "Quist" is not "one Quist text"
    known = distinctive_words(without_names_inside(name))
    if _agree(mention, _Mention(name, known, entity.person)):
        return True
    own = _without_origin(name) if entity.person else None
    return own is not None and _agree(mention, _Mention(own, distinctive_words(own), True))


def _is_thing_of(name: str, mention: "_Mention") -> bool:
    """Whether a name ends in a noun for a thing that belongs to whom a mention names."""
    last = name.split()[-1]
    if not (mention.person and last.islower()) or last in mention.name.lower():
        return False
    nouns = (last, last.removesuffix("s"), last.replace("-", ""))
    return not any(noun in _BODIES or names_one_person(noun) for noun in nouns)


def _are_two_bodies(new: "_Mention", known: "_Mention") -> bool:
    """Whether two names share only the noun for a body: "State" and "Justice Department"."""
    shared = {word.lower() for word in {*new.distinctive} & {*known.distinctive}}
    if not shared <= INSTITUTION_NOUNS:
        return False
    one, two = new.name.lower().split(), known.name.lower().split()
    return not (set(one) <= set(two) or set(two) <= set(one))


def _agree(new: _Mention, known: _Mention) -> bool:
    """Whether one name holds the distinctive words of the other; persons must share the last."""
    if not known.distinctive:
        return False
    short, long = sorted((new.distinctive, known.distinctive), key=len)
    if not set(short) <= set(long) or _are_two_bodies(new, known):
        return False
    if not new.person and not known.person:
        return True
    if short[-1] != long[-1]:
        return False
    return new.person == known.person or len(short) == 1
