"""
Leave out whom somebody is asked about: "Asked about a claim by the mayor, he said" is another.

In: the article, a pronoun and the sources so far. Out: the sources that the pronoun can mean.
"""

import re

from analysis.extract.attributions.article_context import Article
from analysis.extract.attributions.entities import Entity

__all__ = ["without_asked_about"]

_ASKED = re.compile(
    r"(?:When\s)?(?:Asked|Pressed|Questioned|Quizzed|Challenged|Responding|Reacting|Replying)\b"
    r"|In\s(?:response|reply|reaction)\sto\b|Confronted\swith\b"
)


def without_asked_about(
    article: Article, here: int, start: int, entities: list[Entity]
) -> list[Entity]:
    """
    Return the sources without those whose words the sentence of a pronoun asks about.

    Parameters
    ----------
    article : Article
    here : int
        The number of the sentence, from 1.
    start : int
        Where the pronoun begins.
    entities : list of Entity
        Sources so far. Not changed.

    Returns
    -------
    list of Entity
        All of them unless the sentence begins with "Asked about" or the like.
    """
    first = article.sentence_starts[max(here - 1, 0)]
    if first == start or _ASKED.match(article.text, first) is None:
        return entities
    return [entity for entity in entities if not first <= entity.place < start]
