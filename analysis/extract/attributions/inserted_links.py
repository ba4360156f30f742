"""
Blank out the boxes of links that some outlets' texts carry inside a sentence.

A page that links a name to a profile may come as "Sen. Ada Quist Ada Maria QuistHarbour bill fails
Quist backs levy MORE (D-Velm.) said": the name, the full name, headlines, "MORE". In: the text of
an article. Out: where the boxes are, and the text with spaces in their place, so that offsets stay.
"""

import re
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

__all__ = ["InsertedLinks", "inserted_links", "without_links"]

_MARK = "MORE"
_REACH = 700  # characters from the name to "MORE"
_WORD = r"[A-ZÀ-Þ][\w.’'-]*"
_NAMED_TWICE = re.compile(
    rf"(?P<name>(?:{_WORD}\s){{0,4}}(?P<surname>[A-ZÀ-Þ][\w’'-]+))\s"
    rf"(?P<full>(?:{_WORD}\s|\({_WORD}\)\s){{1,4}}(?P=surname)(?=[A-Z\s]))"
)
_END = re.compile(rf"\b{_MARK}\b")
_MOST_BOXES = 200


class InsertedLinks(NamedTuple):
    """
    A box of links: its characters, the end not included, and the name before it.

    ``headlines`` is where the first headline begins, right after the full name.
    """

    start: int
    end: int
    name: str
    headlines: int


@lru_cache(maxsize=1)
def inserted_links(text: str) -> tuple[InsertedLinks, ...]:
    """
    Find the boxes of links in an article.

    Parameters
    ----------
    text : str

    Returns
    -------
    tuple of InsertedLinks
        In reading order; empty for most articles.

    Examples
    --------
    >>> text = "Sen. Ada Quist Ada Maria QuistQuist backs levy MORE (D-Velm.) said no."
    >>> inserted_links(text)
    (InsertedLinks(start=15, end=51, name='Sen. Ada Quist', headlines=30),)
    """
    boxes: list[InsertedLinks] = []
    for mark in islice(_END.finditer(text), _MOST_BOXES):
        first = max(boxes[-1].end if boxes else 0, mark.start() - _REACH)
        found = _NAMED_TWICE.search(text, first, mark.start())
        if found is not None:
            place = (found.start("full"), mark.end())
            boxes.append(InsertedLinks(*place, found["name"], found.end("full")))
    return tuple(boxes)


def without_links(text: str) -> str:
    """
    Return a text with spaces in place of its boxes of links.

    Examples
    --------
    >>> without_links("Sen. Ada Quist Ada Maria QuistQuist backs levy MORE said no.").split()
    ['Sen.', 'Ada', 'Quist', 'said', 'no.']
    """
    for box in inserted_links(text):
        start, end = box.start, box.end
        text = text[:start] + " " * (end - start) + text[end:]
    return text
