"""
Find the firm that "the company" or "the bank" refers to.

In: the article, and a source whose head noun is one for a firm. Out: the firm whose name holds the
noun, else the one that the nearest sentence begins with.
"""

import re
from collections.abc import Sequence

from analysis.extract.attributions.article_context import Article
from analysis.extract.attributions.body_or_person import is_body, may_be_body
from analysis.extract.attributions.entities import (
    Entity,
    find_by_name,
    new_entity,
    person_named,
)
from analysis.extract.attributions.institution_nouns import name_with_noun
from analysis.extract.attributions.proper_names import distinctive_words
from analysis.extract.attributions.sentence_subjects import FIRM_NOUNS, firm_named_before
from analysis.extract.attributions.source_phrases import DETERMINER, OWNED, head_noun
from analysis.extract.attributions.source_types import source_type

__all__ = ["by_firm_noun"]

_NO_FIRM = re.compile(
    r"\b(?:union|association|federation|confederation|league|party|council|ministry|government"
    r"|police"
    r"|army|court|club|watchdog|regulator|university|hospital)\b",
    re.IGNORECASE,
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
    if DETERMINER.match(words) is None or OWNED.match(words) is not None:
        return None
    noun = head_noun(words)
    if noun not in FIRM_NOUNS:
        return None

    def is_firm(name: str, common_noun: str) -> bool:
        if name.lower() in _NUMBERS:
            return False  # "Two die" names nobody
        if _is_surname(article, name):
            return False  # "Saal stuns markets" names the governor
        return source_type(name) == "other" and is_body(article, name, common_noun)

    name = name_with_noun(noun, article.text, start)
    if name is None:
        firm = firm_named_before(article.text, article.sentence_starts, start, is_firm)
        name = None if firm is None else firm.words
    if name is None:
        return None
    known = find_by_name(name, entities)
    if known is None:
        return new_entity(article.text, name)
    if known.person and not may_be_body(article, known):
        return None  # "Helixa's chief" is no firm
    return None if _NO_FIRM.search(known.description) else known


def _is_surname(article: Article, name: str) -> bool:
    """Return whether a name is the surname of a person of the article."""
    own = distinctive_words(name)
    return len(own) == 1 and person_named(article.text, own[0]) is not None
