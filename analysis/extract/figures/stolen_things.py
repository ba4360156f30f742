"""
Find the stolen things that a number without a noun counts: "nine are still missing".

In: an article, and where such a number begins. Out: the characters of what the number before it
counts, where a theft is told there and these are no people.
"""

import re
from bisect import bisect_left

from analysis.extract.figures import counted
from analysis.extract.figures.article_context import Article

__all__ = ["stolen_things_before"]

_NEAR_NUMBER = 160  # characters
_STOLEN = re.compile(
    r"\b(?:stolen|stole|theft|thieves|looted|robbed|heist|recovered|retrieved)\b", re.IGNORECASE
)


def stolen_things_before(article: Article, start: int) -> tuple[int, int] | None:
    """
    Return what the number before counts, where a theft is told: "nine are missing".

    Parameters
    ----------
    article : Article
    start : int
        Where the number without a noun begins.

    Returns
    -------
    (int, int) or None
    """
    place = bisect_left(article.stated, start, key=lambda number: number.start)
    near = max(0, start - _NEAR_NUMBER)
    if place == 0 or _STOLEN.search(article.text, near, start) is None:
        return None
    end = article.stated[place - 1].end
    if end < near:
        return None
    return (
        counted.counted_phrase(article.text, end)
        if counted.counts_no_people(article.text, end)
        else None
    )
