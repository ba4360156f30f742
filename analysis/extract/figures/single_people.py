"""
Find singular persons that count as one without a number: "a child was killed", "Girl killed in blast".

In: a text. Out: the characters of the article, or of a noun without one, and the outcome that the words beside it say.
Named or definite persons ("his son", "Captain X") never count. Word lists: ``data/lexicons/outcomes.toml``.
"""

import re
from functools import lru_cache

from analysis.extract.figures.coordinated_people import persons_in_rows
from analysis.extract.figures.patterns import DONE, ENDS, HARMED, befell, outcome_words, suffered
from analysis.extract.numbers.qualifiers import alternatives, lists

__all__ = ["mentions_of_one", "singular_persons"]

# a headline with such a word names somebody, or many
_DEFINITE = frozenset(
    "the his her their its my our your this that every each no one former late a an another it".split()
)


def _person():
    return alternatives(outcome_words()["person"]["words"])


@lru_cache(maxsize=1)
def _one():
    """Compose the patterns of a singular person who was harmed, by outcome, with the article in a group ``a``."""
    who = rf"(?P<a>\b(?:[Aa]n?|[Aa]nother))\s+(?P<between>(?:[\w-]+\s+){{0,3}}?)(?i:{_person()})\b(?!['’]s|,\s+[A-Z])"
    other = r"(?:\s+and\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}\w+)?"
    patterns = []
    for name in HARMED:
        before = alternatives(outcome_words()[name]["before"])
        patterns.append((name, re.compile(rf"{who}{other}\s+{befell(name)}")))
        for first in ("", r"(?i:(?:an?|\w+)\s+\w+\s+and\s+)"):
            patterns.append((name, re.compile(rf"{DONE}\b(?i:{before})\s+{first}{who}")))
    return patterns


@lru_cache(maxsize=1)
def _bare():
    """Compose the patterns of a headline's person without an article: "Girl killed in blast"."""
    begin = r"(?:^|\n\s*|[.!?;]\s+|(?<=\d{4})\s+)"
    who = r"(?P<a>(?=[A-Z])[\w-]+(?:\s[\w-]+){0,3}?)"
    verbs = {
        "killed": "killed|dead|dies|slain|drowned|beheaded|executed|hanged",
        "injured": "injured|wounded|hurt",
        "captured": "kidnapped|abducted|arrested|detained|taken\\s+hostage",
        "missing": "missing",
    }
    adverb = r"(?i:(?:shot|found|stabbed|reportedly|purportedly|feared|still|also)\s+)?"
    return [
        (name, re.compile(rf"{begin}{who}\s+{adverb}(?i:{v}){ENDS}")) for name, v in verbs.items()
    ]


def singular_persons(text):
    """
    Find singular persons without a number word who were killed or injured: "a child was killed".

    Parameters
    ----------
    text : str

    Returns
    -------
    list of (int, int, str)
        Characters of the article ("a", "another"), or of a noun without one ("Child killed", "a man and woman died"),
        and the outcome. Each counts one person.

    Examples
    --------
    >>> singular_persons("A young farmer was killed. Later his son was hurt.")
    [(0, 1, 'killed')]
    """
    ends, found = lists()["ends_noun"]["words"], dict(persons_in_rows(text))
    for outcome, pattern in _bare():
        for match in pattern.finditer(text):
            words, (start, end) = match["a"].lower().split(), match.span("a")
            one = words[-1] in outcome_words()["person"]["words"] and not _DEFINITE & set(words)
            if one and not any(start < last and first < end for first, last in found):
                found.setdefault((start, end), outcome)
    for outcome, pattern in _one():
        for match in pattern.finditer(text):
            between = {
                w if w.isupper() and len(w) > 1 else w.lower() for w in match["between"].split()
            }  # US is not us
            if not between & set(ends) and (
                "harm" not in pattern.groupindex or suffered(match, text)
            ):
                found.setdefault(match.span("a"), outcome)
    return sorted((*span, outcome) for span, outcome in found.items())


@lru_cache(maxsize=1)
def _any_person():
    return re.compile(
        rf"\b(?P<a>an?|another)\s+(?:[\w-]+\s+){{0,2}}?(?i:{_person()})\b(?!['’]s|,\s+[A-Z])"
    )


def mentions_of_one(text):
    """Give the characters of each article before a singular person, harmed or not: "a child"."""
    return [match.span("a") for match in _any_person().finditer(text)]
