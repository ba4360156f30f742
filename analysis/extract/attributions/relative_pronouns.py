"""
Find the source that "who" or "which" refers to: the one named right before it.
"""

import re
from collections.abc import Sequence

from analysis.core.followers import is_follower
from analysis.core.pronoun_words import REFERS_TO, UNRESOLVABLE
from analysis.extract.attributions.entities import (
    Entity,
    entity_named,
    find_by_same_words,
    latest,
    namesakes,
    new_entity,
)
from analysis.extract.attributions.nobody_words import names_nobody
from analysis.extract.attributions.people import names_one_person
from analysis.extract.attributions.proper_names import (
    LEADING_WORDS,
    NAME,
    distinctive_words,
    is_person,
)
from analysis.extract.attributions.sentence_subjects import BODY_NOUNS
from analysis.extract.attributions.source_types import is_country, source_type

__all__ = ["by_relative_pronoun"]

# a plural or an owned noun right before "who": "local activists who", "the firm's lawyer, who"
_NOUN_BEFORE = re.compile(
    r"\b(?P<noun>(?:(?:[A-Z][\w.]*|[\w.]+['’]s|local|other|several|many|some)\s)*(?!others\b)"
    r"(?:(?:[a-z]+|[A-Z]\w+)(?<!s)s|(?<!\bof\s)(?<!\bof\sthe\s)(?:(?:wo)?men|people|children))"
    r"|[\w.]+['’]s\s[a-z]+)$"
)
# bodies of people without a plural ending, which papers follow with "who"
_PEOPLE_BEFORE = re.compile(
    r"\b(?P<noun>(?:(?:[A-Z][\w.]*|local|riot|traffic|border|military|airport|state)\s){0,2}"
    r"(?:police|gendarmerie|gardai|coastguard|clergy|staff))$"
)
# "through a lawyer, who", "the corn lobby that": no apposition or predicate, whose name is before
_ONE_BEFORE = re.compile(
    r"(?<![,–—-]\s)(?<!\b(?:is|as)\s)(?<!\bwas\s)(?<!\bnow\s)"
    r"\b(?:an?|the|this|his|her|its|their|[A-Z][\w.-]+['’]s?)\s"
    r"(?:(?!(?:of|and|or|in|on|at|for|to|by|with|from|as|under|than)\b)[\w’'-]+\s){0,3}"
    r"(?P<head>[a-z]+)$"
)
# "Ines Roth, analyst at Bank Velm, who": the person, and not the bank
_PERSON_OF_A_BODY = re.compile(
    r"(?:[a-z][\w-]*\s){0,4}[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){1,3}"
    r"(?:,\s\d{1,3})?(?:,\s(?:an?\s|the\s)?[a-z][a-z’' -]*)?"
    r"\s(?:of|at|from|with|for)\s(?:the\s)?[A-Z][\w’'&.-]*(?:\s(?:of\s|for\s)?[A-Z][\w’'&.-]*)*"
)
# "Bob Roth, a Velm delegate and Quist supporter, who": the person, and not whom he supports
_APPOSED = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w.’'-]+(?:\s[A-ZÀ-Þ][\w.’'-]+){0,3})(?:\sof\s[A-ZÀ-Þ]\w+)?,\s"
    r"(?:(?:now|then|once|also|himself|herself)\s)?(?:an?|the|one\sof)\s"
    r"(?:(?!\b(?:who|which|that|said|says)\b)[^,.;:“”\"]){2,80}?\b(?P<head>[a-z]+)$"
)
# a noun for a person between a name and "who": "a Quist supporter who"
_PERSON_AFTER_NAME = re.compile(
    r"\s(?:(?!(?:is|was|as|an?|the|and|or|of|to|for|by|with|his|her|its|their)\s)"
    r"[a-z][\w-]*\s){0,2}(?P<head>[a-z]+)"
)
_WITH_NAME = re.compile(
    r"(?:\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother)\s(?:[a-z][\w-]*\s){0,3})?"
    r"(?:[A-ZÀ-Þ][\w.’'-]*\s){1,4}(?:[a-z][\w-]*\s){0,3}[a-z]+$"
)
# "those supporting Quist, who are"
_THOSE = re.compile(r"\b[Tt]hose\s[^.,;:“”\"]{3,60}$")
_OF_SEVERAL = re.compile(r"who\s(?:are|were|have|do)\b", re.IGNORECASE)
_BODIES = BODY_NOUNS | {"lobby", "campaign", "regime", "gang", "leadership", "elite"}
_PARTY_MARK = re.compile(r"[DRI]-[A-Z][\w.]*|[JS]r\.?|I{2,3}")
_AFTER_TOWN = re.compile(r"[A-ZÀ-Þ][\w-]+,\s$")
_RELATIVE_REACH = 90  # characters before "who" or "which"
_MAX_GAP_TO_NAME = 40  # characters between a name and "who" or "which"


def by_relative_pronoun(text: str, start: int, entities: Sequence[Entity]) -> Entity | None:
    """
    Return the source named right before "who" or "which", else the latest one.

    Parameters
    ----------
    text : str
    start : int
        Where the pronoun begins.
    entities : sequence of Entity
        Sources so far, the latest last.

    Returns
    -------
    Entity or None
        None where nothing is named before it and there is no source yet.
    """
    before = re.sub(r"[\s,–—-]+$", "", text[max(0, start - _RELATIVE_REACH) : start])
    speaker = _speaker_of_a_body(text, start, entities)
    if speaker is not None:
        return speaker
    is_who = text[start : start + 3].lower() == "who"
    apposed = _APPOSED.search(before) if is_who else None
    if apposed is not None and _is_of_person(apposed, text):
        return entity_named(apposed["name"], entities, text)
    those = _THOSE.search(before)
    if those is not None and _OF_SEVERAL.match(text, start):
        return find_by_same_words(those[0], entities) or new_entity(text, those[0])
    noun = _NOUN_BEFORE.search(before) or _PEOPLE_BEFORE.search(before)
    if noun is not None:
        known = find_by_same_words(noun["noun"], entities)
        return known or new_entity(text, noun["noun"])
    one = _ONE_BEFORE.search(before)
    if one is not None and _can_be_meant(one, text[start:]):
        return find_by_same_words(one[0], entities) or new_entity(text, one[0])
    for match in reversed(list(NAME.finditer(before))):
        name = LEADING_WORDS.sub("", f"{match[0]} ").strip()
        is_pronoun = name.lower() in REFERS_TO or name.lower() in UNRESOLVABLE
        if is_pronoun and not (name.isupper() and len(name) > 1):  # "the US", not "us" or "I"
            continue
        if _PARTY_MARK.fullmatch(name) or _is_state(match, before) or names_nobody(name):
            continue
        own = _PERSON_AFTER_NAME.fullmatch(before, match.end()) if is_who else None
        if own is not None and _is_person_noun(own["head"]):
            phrase = _WITH_NAME.search(before)
            words = before[match.start() :] if phrase is None else phrase[0]
            return find_by_same_words(words, entities) or new_entity(text, words)
        if not is_who and match.end() == len(before) and is_country(name):
            return entity_named(name, entities, text)  # "at odds with the US, which wants"
        if len(before) - match.end() < _MAX_GAP_TO_NAME and distinctive_words(name):
            return entity_named(name, entities, text)
    return latest(entities)


def _is_of_person(apposed: re.Match[str], text: str) -> bool:
    """Whether an apposition says what a person is, and not where: "In Velm, a man"."""
    name = apposed["name"]
    if not (_is_person_noun(apposed["head"]) and is_person(name)):
        return False
    if LEADING_WORDS.match(name) is not None:
        return False
    return " " in name or bool(namesakes(text, name))  # one word alone may be a town


def _is_person_noun(noun: str) -> bool:
    """Whether a noun in small letters is one for a person: "lawyer", "supporter"."""
    return names_one_person(noun) or is_follower(noun)


def _is_state(name: re.Match[str], before: str) -> bool:
    """Whether a word is a state, abbreviated after a town: "Ada Quist of Velm, Ariz., who"."""
    return (
        before.startswith(".", name.end())
        and _AFTER_TOWN.search(before[: name.start()]) is not None
    )


def _can_be_meant(one: re.Match[str], pronoun: str) -> bool:
    """Whether "who" can mean a noun for one person, or "which" one for a body or document."""
    if pronoun.lower().startswith("who"):
        return names_one_person(one["head"])
    return one["head"] in _BODIES or source_type(one[0]) == "document"


def _speaker_of_a_body(text: str, start: int, entities: Sequence[Entity]) -> Entity | None:
    """Return the person just quoted who is told with his firm or institute before "who"."""
    speaker = latest(entities)
    if speaker is None or not speaker.person or text[start : start + 3].lower() != "who":
        return None
    words = re.sub(r"[\s,]+$", "", text[speaker.place : start])
    is_near = len(words) <= _RELATIVE_REACH
    return speaker if is_near and _PERSON_OF_A_BODY.fullmatch(words) else None
