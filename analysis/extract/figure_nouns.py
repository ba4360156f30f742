"""
Find the noun that a number counts, by the words after it.

In: a text and where a number ends. Out: the counted words with their characters, and the noun's lemma. For numbers
that are not casualties, and for casualties where the reader found no counted words. It needs no tags: a
counted noun stands close after its number and is plural in nearly all cases.
"""

import re
from functools import lru_cache

from analysis import resources
from analysis.extract.numbers_context import lists

_IRREGULAR = {"people", "men", "women", "children", "police", "troops", "personnel", "aircraft", "sheep", "cattle",
              "crew", "staff", "media", "data", "criteria", "families", "lives", "policemen", "gunmen", "militiamen"}
_WORD = re.compile(r"[A-Za-z][\w’'-]*")
_SPACE = re.compile(r"[ \u00a0\n]")
_LEAD = re.compile(
    r"\s*(?:(?P<percent>%|percent\b|per\s+cent\b|pct\b)\s*)?(?:of\s+(?:the|these|those|its|their|his|her|our|all)?\s*)?"
    r"(?:(?:other|more|additional|further|new)\s+)?"
)


@lru_cache(maxsize=1)
def _ends():
    return frozenset(lists()["ends_noun"]["words"])


def counted_phrase(text, end, longest=6):
    """
    Find the words that a number counts.

    Parameters
    ----------
    text : str
    end : int
        Character after the number.
    longest : int
        Words to look at.

    Returns
    -------
    (int, int) or None
        Characters of the phrase, which ends with its plural noun, or after a percentage with any word; None
        where no plural noun follows.
    """
    lead = _LEAD.match(text, end)
    at, first, last = lead.end(), lead.end(), None
    for _ in range(longest):
        word = _WORD.match(text, at)
        if word is None or word[0].lower() in _ends():
            break
        if lead["percent"] or is_plural(word[0]):
            last = word.end()
        space = _SPACE.match(text, word.end())
        if space is None:
            break
        at = space.end()
    return None if last is None else (first, last)


def is_plural(word):
    """Judge by its form whether a word is a plural noun."""
    word = word.lower()
    return word in _IRREGULAR or re.search(r"(?<![sui'’])s$", word) is not None and len(word) > 3


def lemma_of(phrase):
    """
    Give the lemma of a phrase's last word.

    Examples
    --------
    >>> lemma_of("mass graves"), lemma_of("young women")
    ('grave', 'woman')
    """
    last = _WORD.findall(phrase)[-1]
    return "person" if last.lower() == "people" else resources.lemma(last, "NNS")
