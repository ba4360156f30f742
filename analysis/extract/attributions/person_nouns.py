"""
Find the person whom "the senator", "the French president" or "the 50-year-old" refers to.

In: the article, and a source without a name. Out: a person whom the article names with that role,
nation or age, or one who was just quoted and may be called so.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from analysis.extract.attributions.article_context import Article
from analysis.extract.attributions.entities import Entity, entity_named, latest
from analysis.extract.attributions.office_holders import head_of_nation, heads_by_surname
from analysis.extract.attributions.people import gender, person_with_role, role_noun
from analysis.extract.attributions.proper_names import completeness, distinctive_words
from analysis.extract.attributions.source_phrases import is_plural
from analysis.extract.attributions.source_types import source_type

__all__ = [
    "by_age",
    "by_nation",
    "by_role",
    "called_otherwise",
]

_AGED = re.compile(r"[Tt]he\s(?P<years>[1-9]\d)-year-old\b")
_POSSESSIVE = re.compile(r"['’]s?$")  # of an owner: "the board's chief" need not be told so
_DETERMINERS = frozenset("the this that a an new".split())
_NEAR = 3  # sentences in which other words for a person who was quoted are understood
_OF_OFFICE = ("state_official", "local_authority")
_POLITICIANS = frozenset(
    """lawmaker senator congressman congresswoman politician democrat republican legislator
    candidate hopeful frontrunner nominee premier chancellor""".split()
)
_LAWMEN = frozenset("lawman lawmen cop copper".split())
# "the dad of two": who was just quoted, while "the mother" may be another's
_OF_CHILDREN = re.compile(
    r"[Tt]he\s(?:[\w’'-]+\s){0,2}(?:dad|mum|mom|mother|father|gran|granny|grandmother|grandfather"
    r"|grandad|granddad|parent)[\s-]of[\s-](?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b"
)
_SEXES = {
    **dict.fromkeys("dad father grandfather grandad granddad".split(), "m"),
    **dict.fromkeys("mum mom mother gran granny grandmother".split(), "f"),
}
# what papers call a person of note the second time
_OTHER_WORDS_FOR_PERSONS = frozenset(
    """comedian actor actress singer rapper musician star superstar evangelist billionaire mogul
    entrepreneur lawmaker senator congressman congresswoman politician democrat republican
    legislator author writer novelist host candidate hopeful frontrunner nominee striker
    midfielder goalkeeper quarterback golfer champion prince princess duke duchess pontiff
    founder director filmmaker activist attorney professor economist scientist researcher
    historian pastor bishop cardinal premier chancellor designer chef photographer artist poet
    playwright composer neurosurgeon surgeon physician businessman businesswoman developer tycoon
    magnate financier socialist lawman cop""".split()
)


def by_role(
    article: Article,
    start: int,
    phrase: Sequence[str],
    entities: Sequence[Entity],
) -> Entity | None:
    """
    Return the person whom the article calls so: "the senator", "the defence lawyer".

    Parameters
    ----------
    article : Article
    start : int
        Where the source begins.
    phrase : sequence of str
        The words of the source in small letters, up to its head noun.
    entities : sequence of Entity
        Sources so far.

    Returns
    -------
    Entity or None
    """
    told = {word for word in phrase[:-1] if _POSSESSIVE.search(word) is None} - _DETERMINERS
    words = " ".join(phrase)
    others = [person for person in article.people if person.name.lower() not in words]
    person = person_with_role(others, role_noun(phrase), start, told)
    if person is None:
        return None
    return entity_named(person.name, entities, article.text)


def by_age(article: Article, words: str, entities: Sequence[Entity]) -> Entity | None:
    """
    Return the person whose age the article states, for "the 50-year-old".

    Parameters
    ----------
    article : Article
    words : str
        The source.
    entities : sequence of Entity
        Sources so far.

    Returns
    -------
    Entity or None
    """
    age = _AGED.match(words)
    if age is None:
        return None
    stated = re.compile(rf",\s(?:aged?\s)?{age['years']}\b(?![,.]?\d)")
    for person in article.people:
        for name in person.names:
            ends = (place + len(name) for place in person.places)
            if any(stated.match(article.text, end) for end in ends):
                return entity_named(person.name, entities, article.text)
    return None


def by_nation(article: Article, words: str, entities: Sequence[Entity]) -> Entity | None:
    """
    Return whom "the French president" refers to, where the article names such a person.

    Parameters
    ----------
    article : Article
    words : str
        The source.
    entities : sequence of Entity
        Sources so far.

    Returns
    -------
    Entity or None
    """
    names = [person.name for person in article.people]
    names += _heads_in(article.text)
    name = head_of_nation(words, names, article.published)
    if name is None:
        return None
    return entity_named(name, entities, article.text)


@lru_cache(maxsize=1)
def _heads_in(text: str) -> list[str]:
    """Return the well-known heads of states whom an article calls by surname."""
    return [name for name in heads_by_surname() if re.search(rf"\b{name}\b", text)]


def called_otherwise(
    article: Article, start: int, words: str, head: str, entities: Sequence[Entity]
) -> Entity | None:
    """
    Return the person just quoted, whom "the comedian" or "the Velm Democrat" can mean.

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
        None where nobody was quoted in the three sentences before.
    """
    of_children = _OF_CHILDREN.match(words)
    if head not in _OTHER_WORDS_FOR_PERSONS and of_children is None:
        return None
    types = {"other", source_type(words)} | ({*_OF_OFFICE} if head in _POLITICIANS else set())
    types |= {"military"} if head in _LAWMEN else set()

    def suits(entity: Entity) -> bool:
        name = entity.names[0]
        is_several = is_plural(name) and gender(name) is None
        is_one = entity.person and bool(distinctive_words(name)) and not is_several
        fullest = max(entity.names, key=completeness)
        is_of_sex = of_children is None or gender(fullest) in (None, _SEXES.get(head))
        return is_one and is_of_sex and entity.source_type in types

    known = latest(entities, suits)
    if known is None:
        return None
    here = bisect_right(article.sentence_starts, start)
    is_near = here - bisect_right(article.sentence_starts, known.place) <= _NEAR
    return known if is_near else None
