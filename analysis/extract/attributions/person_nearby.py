"""
Find the only person named right before "the Karsk senator" or "the former ferry minister".

In: the article, and a definite noun for one person that nothing the article says of anybody
explains. Out: the person whom its own sentence names before it, else the sentence before, if that
is one person, is its subject, and can be called so. Papers use such words for somebody just named,
so that they need not repeat the name; "the spokesman" and "the judge" may well be new, and so is
"the author" after a book on somebody, and "the former officer" after somebody was shot.
"""

import re
from bisect import bisect_right

from analysis.extract.attributions.article_context import Article
from analysis.extract.attributions.people import (
    Person,
    gender,
    is_role,
    names_one_person,
)
from analysis.extract.attributions.proper_names import distinctive_words
from analysis.extract.attributions.source_phrases import head_phrase

__all__ = ["person_nearby"]

# what papers call a person of note the second time
_SECOND_WORDS = frozenset(
    """senator congressman congresswoman lawmaker politician democrat republican legislator
    representative candidate hopeful frontrunner nominee comedian actor actress singer rapper
    musician star author novelist host pontiff filmmaker economist historian billionaire mogul
    tycoon entrepreneur businessman businesswoman evangelist philanthropist megadonor chef artist
    poet playwright designer golfer midfielder striker goalkeeper quarterback socialist""".split()
)
_POLITICS = frozenset(
    """senator congressman congresswoman lawmaker politician democrat republican legislator
    representative candidate hopeful frontrunner nominee contender socialist""".split()
)
_OF_A_HOUSE = frozenset({"host"})
# "the former adviser": who had an office is somebody of note; who has it may be new
_PAST = re.compile(
    r"[Tt]he\s(?:[\w-]+\s)?(?:former|ex-|then-|retired|presumptive|longtime|veteran)\s?"
)
_FORMER = re.compile(r"[Tt]he\s(?:[\w-]+\s)?(?:former|ex-|then-|retired)")
# what happens to those whom others speak of
_HARMED = re.compile(
    r"\b(?:kill|shot|murder|die[ds]?\b|dead\b|death\b|stabb|charg|accus|indict|convict|sentenc|jail"
    r"|arrest|detain|freed\b|fired\b|sack|dismiss|oust|mourn|buried\b|bury|sued\b|attack)"
)
# what may stand before a subject in its sentence: "In May, ", "..., after the "
_BEFORE_SUBJECT = re.compile(
    r"(?:[^\n]*[,;:]\s|[^\n]*\b(?:[Aa]fter|[Ww]hen|[Ww]hile|[Aa]s|[Ss]ince|[Bb]efore|and|that|but"
    r"|because)\s)?(?:[Tt]he\s|[Bb]ut\s|[Aa]nd\s)?(?:[\w.-]+\s){0,2}"
)
_OF_AT_END = re.compile(
    r"\b(?:of|about|on|stars?|starring|by|with|for|to|from|against|over|at|in|[a-z]+ed)\s"
    r"(?:(?:the|a)\s)?(?:[\w.-]+\s){0,2}$"
)
_OWNER = re.compile(r"\w['’]s?\s")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_MOST_BACK = 2  # sentences before the own one
# offices of which one holds one: a senator is no governor
_OFFICES = frozenset(
    """senator governor mayor president minister premier chancellor congressman congresswoman
    representative secretary judge prosecutor sheriff spokesman spokeswoman ambassador general
    bishop king queen prince princess coach host anchor reporter correspondent""".split()
) | {"vice president"}


def person_nearby(article: Article, start: int, words: str) -> Person | None:
    """
    Return the only person named right before a definite noun, if the noun can mean that person.

    Parameters
    ----------
    article : Article
    start : int
        Where the source begins.
    words : str
        The source, with "the".

    Returns
    -------
    Person or None
        None for nouns that may introduce somebody new, where several persons are named or nobody
        is, and for a person who holds another office or is of another sex.
    """
    phrase = head_phrase(words)
    if not words.lower().startswith("the ") or not phrase or _OWNER.search(words) is not None:
        return None
    noun = phrase[-1]
    is_past = _PAST.match(words) is not None and names_one_person(noun)
    if noun not in _SECOND_WORDS and not is_past:
        return None
    named = _named_before(article, start)
    if len(named) != 1:
        return None
    person = named[0]
    if set(distinctive_words(person.name)) & set(words.split()):
        return None
    if noun in _OF_A_HOUSE and not set(map(str.lower, distinctive_words(words))) <= person.roles:
        return None  # "the KVB host" is nobody of another channel
    is_meant = _can_be(person, noun) and not _holds_office_still(person, words)
    return person if is_meant and _is_subject(article, start, person) else None


def _named_before(article: Article, start: int) -> list[Person]:
    """Return whom the own sentence names before a place, else the nearest sentence before."""
    starts = article.sentence_starts
    end = start
    own = bisect_right(starts, start) - 1
    for number in range(own, max(own - _MOST_BACK, 0) - 1, -1):
        first = max(starts[number], article.title_end)
        quoted = [found.span() for found in _QUOTED.finditer(article.text, first, end)]
        named = [
            person
            for person in article.people
            if any(first <= at < end and not _is_inside(at, quoted) for at in person.places)
        ]
        if named or first <= article.title_end:
            return named
        end = first
    return []


def _is_inside(place: int, spans: list[tuple[int, int]]) -> bool:
    """Whether a place is in one of some spans, as of what somebody says of another person."""
    return any(start <= place < end for start, end in spans)


def _holds_office_still(person: Person, words: str) -> bool:
    """Whether somebody in office is called a former holder of one: "the former police chief"."""
    is_sitting = bool(person.roles & _OFFICES) and "former" not in person.roles
    return is_sitting and _FORMER.match(words) is not None


def _is_subject(article: Article, start: int, person: Person) -> bool:
    """Whether a person begins a clause of the nearest sentence, to whom nothing was done there."""
    place = max(at for at in person.places if at < start)
    number = bisect_right(article.sentence_starts, place)
    first = article.sentence_starts[number - 1]
    end = min([start, *article.sentence_starts[number : number + 1]])
    if _HARMED.search(article.text, first, end) is not None:
        return False
    before = article.text[first:place]
    return _BEFORE_SUBJECT.fullmatch(before) is not None and _OF_AT_END.search(before) is None


def _can_be(person: Person, noun: str) -> bool:
    """Whether a person can be called by a noun: of the same sex, and in no other office."""
    if None not in (gender(noun), person.gender) and gender(noun) != person.gender:
        return False
    told = {role for role in person.roles if names_one_person(role)}
    if noun in _POLITICS and told and told.isdisjoint(_POLITICS | _OFFICES):
        return False  # a chef is no senator
    offices = person.roles & _OFFICES
    return not offices or noun in offices or is_role(noun, offices)
