"""
Tell whether a name can be that of a body, although it might be a person's.

One word, as "Velmar", is a firm or a surname; the persons that the article names decide.
"""

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
    return " " not in words or not is_person(words)


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
