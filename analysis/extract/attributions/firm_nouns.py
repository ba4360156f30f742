"""
Find the firm that "the company" or "the bank" refers to.

In: the article, and a source whose head noun is one for a firm. Out: the firm that the sentence
right before ends on ("files at Velmar Works. The company said"), else the firm that is introduced
with the noun ("the insurer Velmar") or holds it in its name, else the one that the nearest sentence
begins with, else the one last introduced with another such noun ("the chip giant Velmar").
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

from analysis.core.given_names import is_given_name
from analysis.extract.attributions.article_context import Article
from analysis.extract.attributions.body_or_person import is_body, may_be_body
from analysis.extract.attributions.entities import (
    Entity,
    find_by_name,
    new_entity,
    person_named,
)
from analysis.extract.attributions.first_words import body_called
from analysis.extract.attributions.institution_nouns import name_with_noun
from analysis.extract.attributions.people import own_words
from analysis.extract.attributions.proper_names import (
    NAME,
    distinctive_words,
    firm_endings,
    names_a_firm,
)
from analysis.extract.attributions.sentence_subjects import FIRM_NOUNS, firm_named_before
from analysis.extract.attributions.source_phrases import DETERMINER, OWNED, head_noun
from analysis.extract.attributions.source_types import (
    countries_by_adjective,
    is_country,
    source_type,
)

__all__ = ["by_firm_noun", "firm_right_before"]

_NO_FIRM = re.compile(
    r"\b(?:union|association|federation|confederation|league|party|council|ministry|government"
    r"|police"
    r"|army|court|club|watchdog|regulator|university|hospital)\b",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"\b(?:ministry|department|board|agency|authority|service|office|council|commission|minister"
    r"|secretary|trust|hospital|clinic|officials?|nhs)\b",
    re.IGNORECASE,
)
# with which papers introduce a firm of any trade: "the pump giant Velmar"
_ANY_FIRM = rf"(?:{'|'.join(sorted(FIRM_NOUNS))}|giant|titan|group|contractor|designer|brand)"
_THE_FIRM = re.compile(r"(?:[Tt]he|[Tt]hat)\s(?:company|firm|business)")
_AFTER_LINK = re.compile(r"\b(?:at|from|by|of|against|with|to|for|on)\s(?:the\s)?$")
# last words of the names of places, at which something may be without being theirs
_PLACES = frozenset(
    """Airport Street Road Avenue Lane Bridge Park Square Station Stadium Hospital School College
    University Court Church Cathedral Mosque Hall Hotel Palace Tower Prison Museum Island Islands
    River Lake Bay Beach Coast Valley County City Town Village Harbour Harbor Port House Forest
    Mountain Mountains Hills Sea Ocean East West North South Centre Center Mall Council Committee
    Ministry Department""".split()
)
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozens scores tens hundreds "
    "thousands millions".split()
)


def by_firm_noun(
    article: Article, start: int, words: str, entities: Sequence[Entity]
) -> Entity | None:
    """
    Return the firm named before "the bank", else what the nearest sentence begins with.

    A headline may call it "insurer", without an article, and name it below.

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
        None where its noun is none of a firm, and where only a person, a union or a public body is
        named.
    """
    in_title = start < article.title_end and " " not in words
    if not in_title and (DETERMINER.match(words) is None or OWNED.match(words) is not None):
        return None
    noun = head_noun(words)
    if noun not in FIRM_NOUNS:
        return None

    of_nation = _of_nation(words, entities)
    if of_nation is not None:
        return of_nation

    def is_firm(name: str, common_noun: str) -> bool:
        if name.lower() in _NUMBERS:
            return False  # "Two die" names nobody
        if _is_surname(article, name):
            return False  # "Saal stuns markets" names the governor
        return _may_be_of_firm(name) and is_body(article, name, common_noun)

    before = article.text[:start]
    name = name_with_noun(noun, article.text, start)
    name = name or _introduced(article.text if in_title else before, noun, is_firm)
    if name is None and not in_title:
        firm = firm_named_before(article.text, article.sentence_starts, start, is_firm)
        name = _introduced(before, _ANY_FIRM, is_firm) if firm is None else firm.words
    if name is None and _THE_FIRM.fullmatch(words) is not None:
        name = _only_firm(before)
    if name is None:
        return None
    known = find_by_name(name, entities) or body_called(article, name, entities)
    if known is None:
        return new_entity(article.text, name)
    if known.person and not (may_be_body(article, known) or is_body(article, name, "")):
        return None  # "Helixa's chief" is no firm
    return None if _NO_FIRM.search(known.description) else known


def _of_nation(words: str, entities: Sequence[Entity]) -> Entity | None:
    """Return the latest body called a country's: "Japan's Tokyo Gas" of "the Japanese company"."""
    country = next(filter(None, map(countries_by_adjective().get, words.split())), None)
    if country is None:
        return None
    its = re.compile(rf"\b{re.escape(country)}\s?['’]s\b")
    called = [
        entity
        for entity in entities
        if not entity.person
        and entity.source_type == "other"
        and its.search(entity.description)
        and not _NO_FIRM.search(entity.description)
    ]
    return max(called, key=lambda entity: entity.place, default=None)


def _may_be_of_firm(name: str) -> bool:
    """Whether a name is of no public body: "Velm Health" may be a firm, "Velm Health Board" not."""
    kind = source_type(name)
    return kind == "other" or (kind == "health_authority" and _PUBLIC.search(name) is None)


def firm_right_before(
    article: Article, start: int, words: str, entities: Sequence[Entity]
) -> Entity | None:
    """
    Return the firm that ends the sentence before "the company", which begins its own.

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
        None where that sentence is in another paragraph or does not end on a name of two words
        that can be a firm's, and where a body speaks in it.
    """
    if _THE_FIRM.fullmatch(words) is None or start not in article.sentence_starts:
        return None
    before = article.sentence_starts[bisect_left(article.sentence_starts, start) - 1]
    text = article.text[before:start].rstrip(" .")
    if before >= start or "\n" in text:
        return None
    if any(entity.place >= before and not entity.person for entity in entities):
        return None  # "the company" may well be the body that spoke there
    names = [name for name in NAME.finditer(text) if name.end() == len(text)]
    if not names or _AFTER_LINK.search(text[: names[-1].start()]) is None:
        return None
    name = names[-1][0]
    parts = name.split()
    if len(parts) < 2 or parts[-1] in _PLACES or is_given_name(parts[0]) or is_country(name):
        return None
    if source_type(name) != "other" or person_named(article.text, parts[-1]) is not None:
        return None
    return find_by_name(name, entities) or new_entity(article.text, name)


def _introduced(text: str, noun: str, is_firm: Callable[[str, str], bool]) -> str | None:
    """Return the last name that a noun for a firm is before: "the Dutch insurer Velmar"."""
    found = None
    for noun_at in re.finditer(rf"\b(?i:{noun})(?:,\s|\s)(?=[A-ZÀ-Þ])", text):
        name = NAME.match(text, noun_at.end())
        if name is not None and is_firm(own_words(name[0]), ""):
            found = own_words(name[0])
    return found


def _only_firm(text: str) -> str | None:
    """Return the only name of a text that ends like a firm's: "files at Velmar Industries"."""
    names = {own_words(found[0]) for found in NAME.finditer(text)}
    firms = {name for name in names if names_a_firm(name) and name.split()[-1] in firm_endings()}
    return firms.pop() if len(firms) == 1 else None


def _is_surname(article: Article, name: str) -> bool:
    """Return whether a name is the surname of a person of the article."""
    own = distinctive_words(name)
    return len(own) == 1 and person_named(article.text, own[0]) is not None
