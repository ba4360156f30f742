"""
Find the persons that an article names, with their roles, whether or not they are sources.

In: the text of one article. Out: ``Person``, with every name and place, the roles printed next to
the names ("Senator", "a defence lawyer"), and whether "he" or "she" can refer to them. Which source
is which person is decided in ``analysis.extract.attributions.coreference``.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from analysis.core import lexicon, paths
from analysis.core.given_names import gender_of_given_name, is_given_name
from analysis.extract.attributions.named_inside import without_names_inside
from analysis.extract.attributions.namesakes import (
    are_namesakes,
    given_names,
    is_junior,
    is_named_as_kin,
)
from analysis.extract.attributions.office_holders import read_terms
from analysis.extract.attributions.proper_names import (
    BODY_AND_NAME,
    COURTESY,
    LEADING_WORDS,
    NAME,
    OFFICE_NOUNS,
    PERSON_NOUNS,
    TITLES,
    distinctive_words,
    is_nation,
    is_person,
)
from analysis.extract.attributions.source_types import read_source_lexicon

__all__ = [
    "AGE_AFTER",
    "SUBJECT_AND_VERB",
    "WHO_AFTER",
    "Person",
    "gender",
    "is_role",
    "latest_person",
    "names_one_person",
    "own_words",
    "people_in",
    "person_with_role",
    "role_noun",
]

_FEMALE_TITLES = frozenset(
    """mrs ms miss madam lady dame queen princess duchess baroness congresswoman spokeswoman
    chairwoman councilwoman policewoman businesswoman actress mother wife sister daughter girl woman
    aunt grandmother widow""".split()
)
_MALE_TITLES = frozenset(
    """mr sir lord king prince duke baron congressman councilman policeman businessman father
    husband brother son boy man uncle grandfather pope archbishop bishop cardinal imam""".split()
)
# trades of those whom papers quote without a name
_TRADES = frozenset(
    """driver farmer engineer pilot nurse teacher worker student man passenger protester resident
    villager fisherman shopkeeper neighbour neighbor commander captain officer soldier consultant
    assessor grazier rancher supremo rider cyclist renter cleaner barber""".split()
)
_ABBREVIATED_ROLES = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "gen": "general",
    "col": "colonel",
    "lt": "lieutenant",
    "capt": "captain",
    "sgt": "sergeant",
    "dr": "doctor",
    "prof": "professor",
    "pm": "minister",
}
# a lawmaker is a senator or a representative; the more general noun comes first
_MORE_GENERAL = {
    "lawmaker": ("senator", "representative", "congressman", "congresswoman", "legislator", "mp"),
    "congressman": ("representative",),
    "congresswoman": ("representative",),
    "attorney": ("lawyer", "defender"),
    "lawyer": ("attorney", "defender"),
    "presenter": ("host", "anchor"),
    "host": ("anchor", "presenter"),
    "anchor": ("host", "presenter"),
    "writer": ("author", "novelist", "columnist"),
    "author": ("writer", "novelist"),
    "official": ("secretary", "administrator", "director", "commissioner", "minister"),
}
_OF_STATE = frozenset({"assistant", "district", "general", "state", "county", "prosecuting"})
# "the Ohio Democrat" need not be called so elsewhere
_OFFICES = ("senator", "representative", "congressman", "congresswoman", "governor", "lawmaker")
_PARTIES = {"d": "democrat", "r": "republican", "i": "independent"}
_PARTY_AFTER = re.compile(r"\s*,?\s*\(?\b(?P<party>[DRI])-[A-Z]")
# "Rep. Ada Quist of Velm", "Rep. Ada Quist, R-Velm": from where a lawmaker is
_PLACE_AFTER = re.compile(r"(?:\sof\s|,?\s\(?[DRI]-)(?P<place>[A-ZÀ-Þ][\w.]+)")
_ROLE_BEFORE = re.compile(r"(?:[\w.’'-]+[ ,]{1,2}){1,6}$")
_ROLE_AFTER = re.compile(
    r"""
    ,\s+
    (?P<role>
        (?:(?:an?|the|his|her|its|their|one\ of\ the)\s)?
        [\w’'. -]{3,80}
    )
    """,
    re.VERBOSE,
)
_ROLE_REACH = 60  # characters
# words after which no title of the name that follows can stand
_NO_TITLE = re.compile(
    r"\b(?:met|told|said|says|praised|accused|called|asked|thanked|joined|ordered|sentenced|granted"
    r"|denied|convicted|charged|appointed|nominated|replaced|succeeded|interviewed|questioned|urged"
    r"|warned|blamed|backed|criticised|criticized|sued|defeated|beat|fired|arrested|shot|supported"
    r"|endorsed|gave|sent|about|with|against|by|that"
    r"|when|after|before|while|because|but|is|was|has|had|were|will|would|who|which)\s"
)
_SENTENCE_END = re.compile(r"(?<=[a-z]{3})\.\s")
# "The Democrat mentioned Quist", "when the man asks Quist": the subject is not what Quist is
_VERB_BEFORE = re.compile(r"\b(?P<verb>[a-z]{2,}(?:ed|ing|(?<!s)s))\s$")
_ROLE_RIGHT_BEFORE = re.compile(r"\b(?P<role>[a-z]+)\s$")
# "the programme coordinator of Velm, "
_ROLE_PHRASE_BEFORE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[\w-]+['’]s)\s(?:[\w’'-]+\s){0,3}?"
    r"(?P<role>[a-z]+)(?:\s(?:of|for|at|in)\s[^,.;:“”\"]{2,40})?,\s$"
)
# ", the army chief of staff,", ", a trader."
_ROLE_PHRASE_AFTER = re.compile(
    r",\s(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s(?:[\w’'-]+\s){0,4}?"
    r"|(?=(?:[a-z-]+\s){1,4}(?:of|for|at|in)\s)(?:[a-z-]+\s){0,3}?)(?P<role>[a-z]+)"
    r"(?:\s(?:of|for|at|in)\s[^,.;:“”\"]{2,40})?[,.]"
)
SUBJECT_AND_VERB = re.compile(
    r"(?:the|his|her|its|their)\s(?:[\w’'-]+\s){0,2}?[a-z]+\s"
    r"(?:said|says|told|tells|wrote|went|gave|did|has|had|was|is|will|would|could|made|took"
    r"|[a-z]{2,}ed)\b(?!\s(?:by|of|with|in|as|from)\b)"
)
"""Matches what is no apposition but the next clause: "To Ada Quist, the governor pointed out"."""
# an article is on one of them, and mentions others: "the tenure of Governor Moe"
_ONE_AT_A_TIME = frozenset("governor mayor president premier king queen pope".split())
_DEPUTIES = frozenset("vice deputy lieutenant assistant shadow".split())
_WITH_DEPUTIES = frozenset(
    """president chairman chairwoman chair chancellor governor mayor minister premier secretary
    director commissioner chief leader head speaker""".split()
)
# whose general is no officer
_GENERALS_OF_OFFICE = frozenset(
    """inspector attorney solicitor surgeon secretary director governor consul postmaster auditor
    comptroller prosecutor advocate registrar""".split()
)
_OF_FIRMS_TOO = frozenset("owner operator producer partner champion winner leader rival".split())
_WORD = re.compile(r"[A-Za-z]+")
# capitalised in headlines and captions, but no part of a name
_NO_NAME_WORDS = frozenset(
    """says say said tells told after before below above over under with for against who what when
    where why how whether but if by as from has have is was are will would launches slams
    blasts calls wants gets read more image images photo photos story continued should let angry
    one two three four five some many several most another other
    now while during share see gallery click related listen subscribe twitter facebook pinterest
    breaking watch video exclusive opinion analysis updated ceo cfo coo cto""".split()
)
_MIDDLE_INITIAL = re.compile(r"(?<=[a-z]{2}\s)[A-Z]\.\s(?=[A-ZÀ-Þ])")  # of "Ada B. Quist"
_PRONOUNS = frozenset("i he she it we you they".split())  # "on Climate Change He", "Had I"
_PERSONAL_TITLES = TITLES - frozenset(
    """prime foreign state of secretary chief head deputy vice the former general""".split()
)
_GIVEN_AND_SURNAME = re.compile(r"\b(?P<given>[A-Z][a-z]+)\s(?=(?P<surname>[A-Z][\w’'-]+))")
_CLAUSE_END = re.compile(r"[.;:!?\n\"“”()](?:\s|$)|[,\n]\s")
# initials and a surname: "V.D. Sudhakaran", but no "U.S. Steel"
_WITH_INITIALS = re.compile(r"(?!(?:U\.S|U\.K|U\.N|D\.C)\.)(?:[A-Z]\.\s?){2,4}[A-ZÀ-Þ][\w’'-]+")
# of the sentence before: "in Velm, N.Y. Mr. Quist"
_PLACE_BEFORE = re.compile(
    r"^(?:D\.C|N\.Y|N\.J|N\.C|S\.C|N\.M|N\.H|R\.I|N\.D|S\.D|W\.Va|[ap]\.m)\.\s(?=[A-ZÀ-Þ])"
)
# of the sentence or caption before, whose full stop was lost: "Roth Mr Quist", "Award The Karsk
# Book Fund"
_RUN_INTO = re.compile(
    r"^.*(?:\s(?=(?:Mr|Mrs|Ms)\.?\s[A-Z])|\sThe\s(?=(?:[A-Z][\w’'-]*\s){2}[A-Z]))"
)
_KEYS = ("words", "passive", "active", "intransitive", "noun", "of")  # of named_people.toml
_MOST_NAMES = 2_000
_JOINED = re.compile(r"\s(?:and|in|to|at|for|of|the)\s")
# "Ada Quist of Velm", "Gov. Ada Quist of Velm"
_OF_PLACE = re.compile(
    r"(?P<name>(?P<title>(?:(?:Sen|Gov|Rep|Dr|Lt|Gen|Col|Mr|Mrs|Ms)\.\s|(?:Senator"
    r"|(?:Lieutenant\s)?Governor|Mayor"
    r"|Representative|Congressman|Congresswoman|President|Justice|Judge|Sheriff|Bishop)\s)+)?"
    r"(?P<given>[A-ZÀ-Þ][\w’'-]+)\s(?:[A-ZÀ-Þ][\w.’'-]*\s)?[A-ZÀ-Þ][\w’'-]+)\sof\s"
)
_BEFORE_NAME = re.compile(r"^(?:(?:of|for|and|the|to|in)\s)+")
# "Secretary of State Emil Roth", "Minister of Trade Ada Quist"
_OFFICE_OF = re.compile(
    r"(?:Secretary|Minister|Chief|Director|Commissioner|Speaker|Undersecretary)\sof\s(?:the\s)?"
    r"(?:[A-Z][\w-]+\s){1,2}?(?=(?:[A-Z][\w.’'-]*\s){1,2}[A-Z][\w’'-]+$)"
)
_LINK = re.compile(r"\s+(?:and|in|at)\s+(?:the\s+)?|(?<=\w)['’]s\s+(?=[A-ZÀ-Þ])")
_POSSESSIVE = re.compile(r"['’]s?$")
WHO_AFTER = re.compile(r",\s+who(?:se)?\b")
# "Ada Quist, 34", "Ada Quist, six years old"
AGE_AFTER = re.compile(
    r",\s+(?:aged?\s)?(?:[1-9]\d\b(?!,?\d)|(?:[a-z]+|[1-9]\d?)[\s-]years?[\s-]old\b)"
)
_AFTER_REACH = 80  # characters


@dataclass
class Person:
    """
    A person whom an article names.

    Attributes
    ----------
    names : list of str
        As printed, each once.
    places : list of int
        Where the names begin, in reading order.
    roles : set of str
        Words in small letters that stand right before a name or in an apposition after it.
    in_full : int
        Where the person was last named with a given name, and not as somebody's relative.
    """

    names: list[str]
    places: list[int] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    in_full: int = -1

    @property
    def name(self) -> str:
        """Return the name by which the person is introduced: with a given name, if printed."""
        return max(self.names, key=self._introduces_best)

    def _introduces_best(self, name: str) -> tuple[bool, bool, int, bool, int]:
        n_parts = len(distinctive_words(_MIDDLE_INITIAL.sub("", name)))
        of_others = any(other in name and other != name for other in self.names if " " in other)
        of_others |= self._is_nickname(name)
        has_office = " " in name and COURTESY.match(name) is None and n_parts == 1
        earlier = -self.names.index(name)  # a son with the same surname comes later
        return n_parts > 1, not of_others, min(n_parts, 3), has_office, earlier

    def _is_nickname(self, name: str) -> bool:
        """Whether a name has a word too many: "Crazy Ada Quist", who is Mayor Ada Quist."""
        first, *own = distinctive_words(name)
        if len(own) < 2 or is_given_name(first) or not is_given_name(own[0]):
            return False
        return any(other != name and other.endswith(" ".join(own)) for other in self.names)

    @property
    def gender(self) -> str | None:
        """Return "f", "m", or None if the names do not tell."""
        return next(filter(None, map(gender, self.names)), None)


@lru_cache(maxsize=1)
def _person_nouns() -> frozenset[str]:
    """Return the nouns that can refer to one person, in small letters."""
    groups = lexicon.load(paths.LEXICONS / "named_people.toml", allowed_keys=_KEYS)
    return frozenset((*groups["person"]["words"], *PERSON_NOUNS, *OFFICE_NOUNS, *_PARTIES.values()))


def names_one_person(noun: str) -> bool:
    """Whether a noun in small letters can refer to one person: "driver", "minister"."""
    return noun in _person_nouns() or noun in _TRADES or noun.endswith("ologist")


@lru_cache(maxsize=20_000)
def gender(words: str) -> str | None:
    """
    Return whether "she" or "he" refers to someone so called.

    Parameters
    ----------
    words : str
        A name, with titles if the article prints them.

    Returns
    -------
    {"f", "m"} or None
        None if neither a title nor a given name tells.

    Examples
    --------
    >>> gender("Mrs Lind"), gender("Peter Lind"), gender("Minister Lind")
    ('f', 'm', None)
    """
    words = without_names_inside(words)
    *others, last = _WORD.findall(words) or [""]
    is_surname = last[:1].isupper() and (not others or is_given_name(others[-1]))
    titles = others if is_surname else [*others, last]  # "Duke", "Elaine Duke" are no duke
    lowered = {word.lower() for word in titles}
    if lowered & _FEMALE_TITLES:
        return "f"
    if lowered & _MALE_TITLES:
        return "m"
    distinctive = distinctive_words(words)
    known = map(gender_of_given_name, distinctive[:-1])
    found = next(filter(None, known), None)
    return found or (_gender_of_holder(distinctive[-1]) if distinctive else None)


@lru_cache(maxsize=20_000)
def _gender_of_holder(surname: str) -> str | None:
    """Return the gender of all listed holders of an office with a surname: "Trump"."""
    genders = {gender_of_given_name(term.name[0]) for term in read_terms().get(surname, [])}
    return genders.pop() if len(genders) == 1 else None


@lru_cache(maxsize=1)
def people_in(text: str, title_end: int = 0) -> list[Person]:
    """
    Return the persons that an article names.

    Parameters
    ----------
    text : str
    title_end : int
        Where the title ends. Its names count, but in headline case they join with other words, so
        only those that the report repeats are taken.

    Returns
    -------
    list of Person
        In the order of their first mention. A surname alone counts for the person who was last
        introduced with it; without such a person it is left out, as it may be a place.
    """
    people: list[Person] = []
    bearers: dict[str, list[Person]] = {}
    spans = list(islice(_names_apart(text, title_end), _MOST_NAMES))
    printed = {_POSSESSIVE.sub("", text[start:end]) for start, end in spans}
    for first, end in spans:
        name = own_words(text[first:end])
        parts = distinctive_words(name)
        if not parts or is_nation(parts[-1].lower()) or parts[-1].lower() in _PRONOUNS:
            continue
        start = first + max(text[first:end].find(name.split()[0]), 0)
        person = _bearer(bearers.get(parts[-1], ()), name)
        around = (text[max(0, start - _ROLE_REACH) : start], text[end : end + _AFTER_REACH])
        if person is None:
            if not _introduces(name, parts, printed, around):
                continue
            person = Person([])
            bearers.setdefault(parts[-1], []).append(person)
            people.append(person)
        if name not in person.names and (not person.names or not _is_joined(name)):
            person.names.append(name)
        if given_names(name) and not is_named_as_kin(around[0]):
            person.in_full = start
        person.places.append(start)
        person.roles |= _roles(text, start, end, name)
    _add_from_title(text[:title_end], people, bearers, printed)
    return people


def _bearer(bearers: Sequence[Person], name: str) -> Person | None:
    """
    Return which of the persons with a surname is so called.

    After "his son, Emil Quist" a bare "Quist" is the one whom the article named first, but "Mr.
    Quist" is whom it last named in full, unless only as somebody's relative, or as "Emil Quist
    Jr." after the father.
    """
    fitting = [
        person
        for person in bearers
        if not _is_relative(person, name)
        and not any(are_namesakes(name, known) for known in person.names)
    ]
    own = {*given_names(name)}
    called = [
        person
        for person in fitting
        if any(not own.isdisjoint(given_names(known)) for known in person.names)
    ]
    if called or not fitting:
        return called[0] if called else None
    if COURTESY.match(name) is not None:
        if not is_junior(fitting[0].name):
            fitting = [person for person in fitting if not is_junior(person.name)]
        return max(fitting, key=lambda person: person.in_full)
    return fitting[0]


def _is_joined(name: str) -> bool:
    """Whether a name joins others: "LNG to Tokyo Gas", but not "Ways and Means Committee Chair"."""
    joints = _JOINED.finditer(_OFFICE_OF.sub("", name))
    return any(BODY_AND_NAME.match(joint.string, joint.end()) is None for joint in joints)


def _is_relative(person: Person, name: str) -> bool:
    """Whether a name is that of a man where the known one is a woman, or the reverse."""
    known = person.gender
    other = gender(name)
    return None not in (known, other) and known != other


def _names_apart(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield where names stand, each of "Ada Quist and Emil Roth's Civic Union" for itself."""
    for match in NAME.finditer(text, start):
        first = match.start()
        for link in _LINK.finditer(text, match.start(), match.end()):
            if BODY_AND_NAME.match(text, link.end()) is not None:
                continue
            yield first, link.start()
            first = link.end()
        origin = _OF_PLACE.match(text, first, match.end())
        if origin is not None and (origin["title"] or is_given_name(origin["given"])):
            yield first, origin.end("name")
        else:
            yield first, match.end()


def own_words(name: str) -> str:
    """Return a name without words that only stand before it: "CLOSE President Trump"."""
    name = _PLACE_BEFORE.sub("", LEADING_WORDS.sub("", name))
    name = _RUN_INTO.sub("", name)
    words = _POSSESSIVE.sub("", name).split()
    for number in range(len(words) - 2, -1, -1):
        shouted = words[max(number - 1, 0) : number + 1]
        is_shouted = all(word.isupper() and "." not in word for word in shouted)
        is_shouted = is_shouted and sum(map(len, shouted)) > 3 and not words[-1].isupper()
        # of a headline: "Gentler Tone Of Ada Quist"
        is_of = words[number] == "Of" and is_given_name(words[number + 1])
        is_owner = words[number].endswith(("'s", "’s"))
        if words[number].lower() in _NO_NAME_WORDS or is_shouted or is_owner or is_of:
            return _BEFORE_NAME.sub("", " ".join(words[number + 1 :]))
    return " ".join(words)


def _introduces(
    name: str, parts: tuple[str, ...], printed: set[str], around: tuple[str, str]
) -> bool:
    """Whether a name is that of a person: by a title, a given name, an age, a surname alone."""
    before, after = around
    most_parts = 4 if " and " not in name else 7
    if len(parts) > 1 and is_given_name(parts[-2]):
        most_parts = 7  # "Homeland Security Advisor Peter Quist"
    if _is_joined(name) or not 0 < len(parts) <= most_parts or not is_person(name):
        return False
    if any(word.lower().strip(".") in _PERSONAL_TITLES for word in name.split()[:-1]):
        return True
    if _WITH_INITIALS.fullmatch(name) is not None:
        return True
    surname = parts[-1:]
    if surname == parts:
        return False
    by_name = gender(name) is not None or printed.issuperset(surname)
    told = AGE_AFTER.match(after) is not None or WHO_AFTER.match(after) is not None
    return by_name or told or _follows_role(before, after) or _is_told_after(after)


def _follows_role(before: str, after: str) -> bool:
    """Whether a name is after what someone is: "senator Emil Roth", "the head of Velm, Emil"."""
    role = _ROLE_RIGHT_BEFORE.search(before)
    if role is not None and names_one_person(role["role"]):
        return True
    if not after.startswith(","):
        return False
    role = _ROLE_PHRASE_BEFORE.search(before)
    return role is not None and names_one_person(role["role"])


def _is_told_after(after: str) -> bool:
    """Whether words after a name say what a person is: ", the army chief of staff,"."""
    role = _ROLE_PHRASE_AFTER.match(after)
    if role is None or role["role"] in _OF_FIRMS_TOO:
        return False
    return names_one_person(role["role"])


def _add_from_title(
    title: str, people: list[Person], bearers: dict[str, list[Person]], printed: set[str]
) -> None:
    """Add full names that only the title prints, of persons whom the report calls by surname."""
    for match in _GIVEN_AND_SURNAME.finditer(title):
        surname = _POSSESSIVE.sub("", match["surname"])
        if not is_given_name(match["given"]):
            continue
        if surname not in printed and surname not in bearers:
            continue
        name = f"{match['given']} {surname}"
        person = _bearer(bearers.get(surname, ()), name)
        if person is None:
            person = Person([], [match.start()])
            bearers.setdefault(surname, []).append(person)
            people.append(person)
        if all(len(distinctive_words(known)) < 2 for known in person.names):
            person.names.append(name)


def _roles(text: str, start: int, end: int, name: str) -> set[str]:
    """Return the words next to a name that may say who the person is."""
    nearby = text[max(0, start - _ROLE_REACH) : start]
    before = _NO_TITLE.split(_CLAUSE_END.split(nearby)[-1])[-1]
    words = None if _is_object(before) else _ROLE_BEFORE.search(before)
    found = _WORD.findall(name)
    if words:
        found += _WORD.findall(words[0])[-4:]
    introduced = _ROLE_PHRASE_BEFORE.search(nearby) if text.startswith(",", end) else None
    if introduced:
        found += _WORD.findall(introduced[0])
    after = _ROLE_AFTER.match(text, end)
    if after and SUBJECT_AND_VERB.match(after["role"]) is None:
        phrase = _SENTENCE_END.split(after["role"])[0]
        found += _WORD.findall(phrase.split(" who ")[0])[:9]
    roles = _with_deputies([word.lower() for word in found])
    roles |= {_ABBREVIATED_ROLES[role] for role in roles if role in _ABBREVIATED_ROLES}
    place = _PLACE_AFTER.match(text, end)
    if place:
        roles.add(place["place"].lower().rstrip("."))
    party = _PARTY_AFTER.match(text, end)
    if party:
        roles.add(_PARTIES[party["party"].lower()])
    return roles


def _is_object(before: str) -> bool:
    """Whether a verb is right before a name: "The Democrat also mentioned Quist"."""
    verb = _VERB_BEFORE.search(before)
    return verb is not None and not names_one_person(verb["verb"])


def _with_deputies(words: Sequence[str]) -> set[str]:
    """Return words as roles, where the vice president is no president but "vice president"."""
    roles: set[str] = set()
    for number, word in enumerate(words):
        before = words[number - 1] if number else ""
        is_deputy = before in _DEPUTIES and word in _WITH_DEPUTIES
        roles.add(f"{before} {word}" if is_deputy else word)
        if word == "general" and before in _GENERALS_OF_OFFICE:
            roles.add(f"{before} {word}")
    return roles


def role_noun(words: Sequence[str]) -> str:
    """
    Return the role that the words of a source end in: "president", "vice president", "inspector
    general".

    Parameters
    ----------
    words : sequence of str
        In small letters.

    Returns
    -------
    str
    """
    *before, noun = words
    if before and before[-1] in _DEPUTIES and noun in _WITH_DEPUTIES:
        return f"{before[-1]} {noun}"
    if before and noun == "general" and before[-1] in _GENERALS_OF_OFFICE:
        return f"{before[-1]} {noun}"
    return noun


def _mentions(people: Sequence[Person]) -> Iterator[tuple[int, Person]]:
    for person in people:
        for place in person.places:
            yield place, person


def latest_person(
    people: Sequence[Person],
    position: int,
    sentence_starts: Sequence[int],
    condition: Callable[[Person], bool],
) -> tuple[int, Person] | None:
    """
    Return whom a pronoun can refer to: the first person named in the nearest sentence before it.

    Parameters
    ----------
    people : sequence of Person
    position : int
        Where the pronoun stands.
    sentence_starts : sequence of int
        Where each sentence begins.
    condition : callable
        Whether the pronoun can refer to a person.

    Returns
    -------
    (int, Person) or None
        Where that person is named, and who it is.
    """
    found = None
    for place, person in sorted(_mentions(people), key=lambda mention: mention[0]):
        if place >= position:
            break
        if not condition(person):
            continue
        sentence = bisect_right(sentence_starts, place)
        if found is None or sentence > found[0]:
            found = (sentence, place, person)
    return found and (found[1], found[2])


def _prosecutes(person: Person, role: str) -> bool:
    """Whether "the lawyer" cannot mean a person, who is an attorney of the state."""
    return role in ("lawyer", "attorney") and not _OF_STATE.isdisjoint(person.roles)


def is_role(noun: str, roles: Collection[str]) -> bool:
    """Whether one of some roles is a noun, or of the same kind: "lawyer" for "attorney"."""
    return noun in roles or not set(_MORE_GENERAL.get(noun, ())).isdisjoint(roles)


def _is_general_of_office(person: Person) -> bool:
    """Whether a person is an attorney general or the like, and no officer."""
    return any(role.endswith(" general") for role in person.roles)


def _is_state(word: str) -> bool:
    """Whether a word in small letters is a state of a union: "vermont"."""
    states = read_source_lexicon()["states_of_a_union"].pattern
    return states.fullmatch(word.capitalize()) is not None


def _more_named(latest: Person, suitable: Sequence[Person], position: int) -> Person:
    """Return who is named more than once so far, where the latest is named only once."""
    counts = [sum(place < position for place in person.places) for person in suitable]
    most = max(counts)
    if most > 1 and sum(place < position for place in latest.places) == 1:
        return suitable[counts.index(most)]
    return latest


def person_with_role(
    people: Sequence[Person], role: str, position: int, modifiers: Collection[str] = ()
) -> Person | None:
    """
    Return the person whom a noun such as "senator" refers to.

    Parameters
    ----------
    people : sequence of Person
    role : str
        A singular noun in small letters, as ``role_noun`` returns it.
    position : int
        Where the noun stands.
    modifiers : collection of str
        Words before it in small letters, as of "the Ohio senator": who is told with all of them is
        meant before others; where one is a state, nobody who is told with another.

    Returns
    -------
    Person or None
        The one named last before it with that role, else the first one named after it.
    """
    if modifiers:
        told = [person for person in people if person.roles.issuperset(modifiers)]
        found = person_with_role(told, role, position)
        if found is not None:
            return found
    if any(map(_is_state, modifiers)):  # "the Vermont senator" is no senator of another state
        people = [person for person in people if not any(map(_is_state, person.roles))]
    if role.split()[-1] not in _person_nouns() and not role.endswith("ologist"):
        return None
    suitable = [person for person in people if role in person.roles]
    if role == "general":
        suitable = [person for person in suitable if not _is_general_of_office(person)]
    more_general = _OFFICES if role in _PARTIES.values() else _MORE_GENERAL.get(role, ())
    if not suitable:
        suitable = [
            person
            for person in people
            if person.roles & {*more_general} and not _prosecutes(person, role)
        ]
    if not suitable and role == "prosecutor":
        suitable = [
            person
            for person in people
            if "attorney" in person.roles and not _OF_STATE.isdisjoint(person.roles)
        ]
    before = [
        (max(place for place in person.places if place < position), number)
        for number, person in enumerate(suitable)
        if person.places[0] < position
    ]
    if before:
        latest = suitable[max(before)[1]]
        return _more_named(latest, suitable, position) if role in _ONE_AT_A_TIME else latest
    return suitable[0] if suitable else None
