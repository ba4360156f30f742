"""
Tell whether a name can be that of a body, although it might be a person's.

One word, as "Velmar", is a firm or a surname; the persons that the article names decide.
"""

import re

from analysis.core.given_names import is_given_name
from analysis.extract.attributions.article_context import Article
from analysis.extract.attributions.entities import Entity
from analysis.extract.attributions.people import gender
from analysis.extract.attributions.proper_names import is_person
from analysis.extract.attributions.sentence_subjects import BODY_NOUNS

__all__ = [
    "is_body",
    "is_unsexed",
    "may_be_body",
]

_WORDS_BEFORE = r"(?:[\w’'-]+\s){0,5}?"
_A_BODY = (
    rf"(?:{'|'.join(sorted(BODY_NOUNS))}|companies|firms|makers?|producers?|systems?|chains?|groups"
    r"|providers?|operators?|owners\sof)"
    # the head of its words, unlike "Emil Roth, the fire service's director"
    r"(?=[,.;]|\s(?:of|in|on|for|from|with|near|that|which|whose|based|owned|run)\b)"
)


def is_body(article: Article, words: str, noun: str) -> bool:
    """
    Return whether a subject can be a body: by its noun, or by a name that is no person's.

    Parameters
    ----------
    article : Article
    words : str
    noun : str
        Its common noun; "" for a name.

    Returns
    -------
    bool
    """
    if noun:
        return noun in BODY_NOUNS
    if gender(words) is not None or any(words in person.names for person in article.people):
        return False
    return " " not in words or not is_person(words) or _is_told_as_body(article.text, words)


def _is_told_as_body(text: str, name: str) -> bool:
    """Whether two words that look like a person are a body's: "Velm Health, the largest chain"."""
    parts = name.split()
    if is_given_name(parts[0]) or not all(part[0].isupper() for part in parts):
        return False
    apposition = rf"\b{re.escape(name)},\s(?:an?|the|one\sof)\s{_WORDS_BEFORE}{_A_BODY}"
    return re.search(apposition, text) is not None


def may_be_body(article: Article, entity: Entity) -> bool:
    """
    Return whether one name that was taken for a person may be a firm or party: "Velmar".

    Parameters
    ----------
    article : Article
    entity : Entity

    Returns
    -------
    bool
        False for two words, for a name with a title or gender, and for part of a person's name.
    """
    name = entity.names[0]
    if len(name.split()) > 1 or entity.titles or gender(name) is not None:
        return False
    return all(name not in person.name.split() for person in article.people)


def is_unsexed(entity: Entity) -> bool:
    """Return whether nothing tells that a name is a person's: "Norwick Gold" may be a firm."""
    is_told = entity.called is not None or entity.titles or any(map(gender, entity.names))
    return not is_told and entity.source_type == "other" and entity.names[0][:1].isupper()
