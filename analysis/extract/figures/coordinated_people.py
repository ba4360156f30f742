"""
Find persons who stand in a row, each of whom counts as one: "a man, woman and child died".

In: a text. Out: the characters of each person's article, or of the noun without one, and the outcome that the words
after the row say. Only the first needs an article. A row may be two words for one person ("a nurse and mother died"):
without an article the last has to be a word that is no occupation, unless the verb says that they are many.
Word lists: ``data/lexicons/outcomes.toml``.
"""

import re
from functools import lru_cache

from analysis.extract.figures.patterns import DONE, HARMED, befell, outcome_words, suffered
from analysis.extract.numbers.qualifiers import alternatives

__all__ = ["persons_in_rows"]

_ARTICLE = r"(?i:an?|another|one)"
# no word of the noun phrase of a person who is one of many and whom nobody knows
_STOP = (
    r"(?i:an?|another|one|and|or|but|the|his|her|their|its|my|our|your|this|that|every|each|no|former|late|it|with|of|in|"
    r"by)"
)
_BETWEEN = re.compile(r",?\s+and\s+|,\s+")
_PERSON = re.compile(rf"(?s)(?:(?P<article>{_ARTICLE})\s+)?(?P<noun>.+)")
# "man woman" are two whose comma is lost, "baby girl" is one
_TOGETHER = re.compile(
    r"(?i)(?:(?:man|woman|boy|girl)\s+)+(?:man|woman|boy|girl|child|baby|toddler|infant)"
)
_ROLES = frozenset(
    {"man", "woman", "militant", "gunman", "insurgent"}
)  # who may be named by a second word
_LONGEST = 8  # persons; a longer row is a list of words


@lru_cache(maxsize=1)
def _pieces():
    """Compose the patterns of one person and of a row."""
    # each word once: two ways to read each of nine persons are five hundred ways to read a row
    noun = alternatives(
        {word for name in ("plain_person", "person") for word in outcome_words()[name]["words"]}
    )
    one = rf"(?:\b{_ARTICLE}\s+)?(?:\b(?!{_STOP}\b)[\w-]+\s+){{0,3}}?\b(?i:{noun})\b(?![-'’])"
    row = rf"{one}(?:(?:,\s+|\s+and\s+){one}){{0,{_LONGEST}}}?,?\s+and\s+{one}"
    return one, row


@lru_cache(maxsize=1)
def _rows():
    """Compose the patterns of persons in a row who were harmed, by outcome."""
    one, row = _pieces()
    patterns = []
    for name in HARMED:
        after = rf"(?!(?:was|is|has)\b){befell(name)}"
        patterns.append((name, re.compile(rf"\b(?P<row>(?={_ARTICLE}\s){row})\s+{after}")))
    for name, words in (("killed", "dead"), ("injured", "injured|wounded|hurt")):
        left = rf"{DONE}\b(?P<be>(?i:leav(?:es?|ing)|left))"
        patterns.append((name, re.compile(rf"{left}\s+(?P<row>{row}|{one})\s+(?P<harm>{words})\b")))
    return patterns


def _nouns(text, start, end):
    """Give each person of a row: characters of the article or the last word, whether it has an article, the word."""
    breaks = list(_BETWEEN.finditer(text, start, end))
    for begin, stop in zip(
        [start, *(b.end() for b in breaks)], [*(b.start() for b in breaks), end], strict=True
    ):
        one = _PERSON.match(text, begin, stop)
        words = list(re.finditer(r"\S+", one["noun"]))
        together = _TOGETHER.fullmatch(one["noun"]) is not None
        for i, word in enumerate(words if together else words[-1:]):
            at = one.start("noun") + word.start()
            with_article = one["article"] is not None and not i
            span = one.span("article") if with_article else (at, at + len(word.group()))
            yield span, with_article, words[-1].group().lower()


def _are_many(nouns, be):
    """Judge whether a row is several persons, not two words for one."""
    plain, (_, _, first), (_, with_article, last) = (
        outcome_words()["plain_person"]["words"],
        nouns[0],
        nouns[-1],
    )
    apart = last in plain or first in plain and first not in _ROLES
    return (
        len(nouns) != 2
        or with_article
        or apart
        or re.match(r"(?i)(?:were|are|have)\b", be) is not None
    )


def persons_in_rows(text):
    """
    Find persons in a row who were killed or injured.

    Parameters
    ----------
    text : str

    Returns
    -------
    list of ((int, int), str)
        Characters of the article, or of the noun where there is none, and the outcome. "One" is a number and is left
        out.

    Examples
    --------
    >>> persons_in_rows("A man and woman died. A nurse and mother died.")
    [((0, 1), 'killed'), ((10, 15), 'killed')]
    """
    found = []
    for outcome, pattern in _rows():
        for row in pattern.finditer(text):
            nouns = list(_nouns(text, *row.span("row")))
            if _are_many(nouns, row["be"]) and suffered(row, text):
                found += [
                    (span, outcome) for span, *_ in nouns if text[slice(*span)].lower() != "one"
                ]
    return found
