"""
Find the body that "the company" or "the university" is short for in the same breath.

In: the article, and "the" with a noun for a body that no name in it holds or introduces. Out: the
body that is the subject of a clause right before: "After Velmar was fined, the company said so", if
the article shows that it is such a body ("Velmar shares"). Where another body is named beside it,
neither is taken. "The agency" beside a firm is whoever watches it, and keeps its words.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from analysis.core.pronoun_words import is_pronoun
from analysis.extract.attributions.article_context import Article
from analysis.extract.attributions.body_or_person import is_body
from analysis.extract.attributions.entities import Entity, entity_named, person_named
from analysis.extract.attributions.people import own_words
from analysis.extract.attributions.proper_names import (
    LEADING_WORDS,
    NAME,
    distinctive_words,
    firm_endings,
    is_nation,
    names_a_firm,
)
from analysis.extract.attributions.sentence_subjects import FIRM_NOUNS
from analysis.extract.attributions.source_types import is_country, source_type

__all__ = ["body_nearby"]

_THE_BODY = re.compile(
    r"[Tt]h(?:e|at)\s(?P<noun>company|firm|business|retailer|organi[sz]ation|agency|university"
    r"|charity|network|museum|hospital)"
)
_SUBJECT = re.compile(
    rf"(?:^|,\s|;\s|\b(?:[Aa]fter|[Ww]hen|[Ww]hile|[Aa]s|[Ss]ince|[Bb]efore|and|that|but|because"
    rf"|time)\s)(?:[Tt]he\s)?(?P<name>{NAME.pattern})\s"
    r"(?=(?:was|is|has|had|will|would|also|later|[a-z]{2,}ed|said|[a-z]{3,}(?<!s)s)\b)"
)
_FIRMS = frozenset("company firm business retailer".split())
# words in the name of a body that others than firms are called by
_OWN_NOUNS = {
    "organi": r"\b(?:Organi[sz]ation|Association|Federation)\b",
    "agency": r"\b(?:Agency|Administration|Bureau|Authority)\b",
    "university": r"\b(?:University|College|Institute)\b",
    "charity": r"\b(?:Charity|Foundation|Trust)\b",
    "network": r"\b(?:Network|Broadcasting|Television|TV|News)\b",
    "museum": r"\b(?:Museum|Gallery)\b",
    "hospital": r"\b(?:Hospital|Clinic|Infirmary)\b",
}
# source types that are enough for a noun; a ministry is no agency
_OWN_TYPES = {"network": "media", "charity": "aid_group"}
# what only a firm has: "Velmar shares", "Velmar's profit"
_OF_A_FIRM = (
    r"(?:['’]s?)?\s(?:[a-z-]+\s)?(?:shares?|shareholders?|stock|profits?|revenues?|earnings|stores?"
    r"|factory|factories|customers|dealers|subsidiary|subsidiaries|Inc|Corp|Ltd|plc|PLC|AG|SE|NV)\b"
)
_FIRM_NOUN = rf"(?:{'|'.join(sorted(FIRM_NOUNS))}|business|giant|group|subsidiary)"
_NEVER = ("armed_group", "military", "document", "unnamed", "resident_or_witness", "expert")


def body_nearby(
    article: Article, start: int, words: str, entities: Sequence[Entity]
) -> Entity | None:
    """
    Return the only body that is the subject of a clause right before "the company".

    Parameters
    ----------
    article : Article
    start : int
        Where the source begins.
    words : str
        The source.
    entities : sequence of Entity
        Sources so far.

    Returns
    -------
    Entity or None
        None for other nouns and with a word before the noun, and where its own sentence, or, if it
        begins one, the sentence before, has no such subject or names another body.
    """
    found = _THE_BODY.fullmatch(words)
    if found is None or start < article.title_end:
        return None
    number = bisect_right(article.sentence_starts, start) - 1
    if start in article.sentence_starts:
        number -= 1
    if number < 0:
        return None
    first = max(article.sentence_starts[number], article.title_end)
    text = article.text[first:start]
    subjects = {own_words(one["name"]) for one in _SUBJECT.finditer(text)}
    printed = {LEADING_WORDS.sub("", f"{one[0]} ").strip() for one in NAME.finditer(text)}
    names = {own_words(name) for name in printed if name}
    bodies = {name for name in names if _can_be(article, name, found["noun"])}
    if len(bodies) != 1 or bodies.isdisjoint(subjects):
        return None
    return entity_named(bodies.pop(), entities, article.text)


def _can_be(article: Article, name: str, noun: str) -> bool:
    """Whether a name can be that of a body that a noun means: no person, place or paper."""
    own = distinctive_words(name)
    if (
        is_pronoun(name)
        or not own
        or not re.search(r"\w\w", own[0])
        or is_country(name)
        or is_nation(name.lower())
        or not is_body(article, name, "")
    ):
        return False
    if person_named(article.text, own[-1]) is not None:
        return False
    kind = source_type(name)
    if kind in _NEVER:
        return False
    if noun in _FIRMS:
        return kind == "other" and _is_shown_as_firm(article.text, name)
    if kind == _OWN_TYPES.get(noun):
        return True
    own_noun = next(found for start, found in _OWN_NOUNS.items() if noun.startswith(start))
    return re.search(own_noun, name) is not None


def _is_shown_as_firm(text: str, name: str) -> bool:
    """Whether a name ends like a firm's, or the article calls it one or tells of its shares."""
    if names_a_firm(name) and name.split()[-1] in firm_endings():
        return True
    own = rf"\b{re.escape(name)}\b"
    appositive = rf",\s(?:an?|the)\s(?:[\w-]+\s){{0,3}}?{_FIRM_NOUN}\b"
    told = rf"{own}(?:{_OF_A_FIRM}|{appositive})|\b(?:{_FIRM_NOUN}|shares\s(?:in|of)),?\s{own}"
    return re.search(told, text) is not None
