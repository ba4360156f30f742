"""
Read what happened to the people that a number counts, from the words right beside the number.

In: a text and where a number lies. Out: an outcome, or None where the words beside it do not say. "killed 12", "12
people were killed" and "left 12 dead" say it, "a man was killed" counts one without a number; anything farther off is
the reader's work. On the training articles 99 in 100 numbers with such words are casualties with that outcome, and
60 in 62 such singular persons. Word lists: ``data/lexicons/outcomes.toml``.
"""

import re
from functools import lru_cache

from analysis import lexicon, paths
from analysis.extract.figure_nouns import counted_phrase
from analysis.extract.numbers_context import QUALIFYING, alternatives, lists

_PEOPLE = (
    r"(?:(?i:people|persons?|civilians?|children|child|kids|women|woman|men|man|girls?|boys?|students?|soldiers?|troops|"
    r"fighters?|militants?|rebels?|terrorists?|policemen|officers?|others|passengers|workers|villagers|residents|"
    r"protesters|jihadists?|insurgents?|gunmen)|[A-Z][a-z]+(?:ians|ans|is|ese))"
)
_BE = (
    r"(?:(?:were|was|are|is|be|have|has|had|been|being|feared|confirmed|reported|reportedly|also|left|still|remain)\s+)*"
)


@lru_cache(maxsize=1)
def _lists():
    return lexicon.load(paths.LEXICONS / "outcomes.toml", allowed_keys=("before", "after", "words"))


@lru_cache(maxsize=1)
def _one():
    """Compose the patterns of a singular person who was harmed, by outcome, with the article in a group ``a``."""
    person = alternatives(_lists()["person"]["words"])
    who = rf"(?P<a>\b(?:[Aa]n?|[Aa]nother))\s+(?P<between>(?:[\w-]+\s+){{0,3}}?)(?i:{person})\b(?!['’]s|,\s+[A-Z])"
    other = r"(?:\s+and\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}\w+)?"
    patterns = []
    for name in ("killed", "injured"):
        before, after = (alternatives(_lists()[name][key]) for key in ("before", "after"))
        patterns.append((name, re.compile(rf"{who}{other}\s+(?i:{_BE}(?:{after}))\b")))
        patterns.append((name, re.compile(rf"\b(?i:{before})\s+(?i:(?:an?|\w+)\s+\w+\s+and\s+)?{who}")))
    return patterns


def singular_persons(text):
    """
    Find singular persons without a number word who were killed or injured: "a child was killed".

    Parameters
    ----------
    text : str

    Returns
    -------
    list of (int, int, str)
        Characters of the article ("a", "another"), and the outcome. Each counts one person.

    Examples
    --------
    >>> singular_persons("A young farmer was killed. Later his son was hurt.")
    [(0, 1, 'killed')]
    """
    ends, found = lists()["ends_noun"]["words"], {}
    for outcome, pattern in _one():
        for match in pattern.finditer(text):
            if not set(match["between"].lower().split()) & set(ends):
                found.setdefault(match.span("a"), outcome)
    return sorted((*span, outcome) for span, outcome in found.items())


@lru_cache(maxsize=1)
def _patterns():
    groups = {name: g for name, g in _lists().items() if name != "person"}
    qualifiers = alternatives(w for name in QUALIFYING for w in lists()[name].get("before", ()))
    before = {
        name: re.compile(
            rf"(?i)(?<!to )(?<!would )(?<!will )(?<!not )\b(?:{alternatives(g['before'])})\s+"
            rf"(?:(?:{qualifiers}|another|a\s+further|the|all)\s+)*$",
        )
        for name, g in groups.items() if g["before"]
    }
    after = {
        name: re.compile(
            rf"(?:\s+(?i:other\s+|more\s+)?(?:[\w-]+\s+){{0,2}}{_PEOPLE})?\s+(?i:{_BE}(?:{alternatives(g['after'])}))"
            r"\b(?!-|\s+(?:people|civilians|families|persons)\b)",
        )
        for name, g in groups.items()
    }
    # two outcomes together are more than either: look for them first
    first = ["killed_or_injured", *(name for name in after if name != "killed_or_injured")]
    return before, {name: after[name] for name in first}


def outcome_beside(text, start, end):
    """
    Find the outcome that stands beside a number.

    Parameters
    ----------
    text : str
    start, end : int
        The number's characters, without its qualifier.

    Returns
    -------
    str or None
        One of ``analysis.tables.OUTCOMES``. Words after the number win over words before it ("killed 3, 5 wounded").

    Examples
    --------
    >>> outcome_beside("The raid killed at least 12 people.", 25, 27)
    'killed'
    >>> outcome_beside("The raid hit 12 houses.", 13, 15) is None
    True
    """
    before, after = _patterns()
    left, near = text[max(0, start - 70):start], text[end:end + 90]
    if before["bodies_found"].search(left):
        return "bodies_found"  # even where the words after say how they died
    for outcome, pattern in after.items():
        if (match := pattern.match(near)) and not _describes(near[match.end():]):
            return outcome
    if outcome := _after_noun(text, end):
        return outcome
    return next((outcome for outcome, pattern in before.items() if pattern.search(left)), None)


def _after_noun(text, end):
    """Read "12 miners were killed": any counted noun, but with a form of be ("12 strikes killed" is no outcome)."""
    phrase = counted_phrase(text, end)
    if phrase is None:
        return None
    near = text[phrase[1]:phrase[1] + 60]
    return next((outcome for outcome, pattern in _passive().items() if pattern.match(near)), None)


@lru_cache(maxsize=1)
def _passive():
    return {
        name: re.compile(
            rf"(?i)\s+(?:(?:were|was|are|have\s+been|had\s+been)\s+{_BE}(?:{alternatives(g['after'])})|died)\b",
        )
        for name, g in _lists().items() if name in ("killed", "injured")
    }


def _describes(after):
    """Judge whether the word of harm describes a thing that follows: "dead trees"."""
    word = re.match(r"\s([a-z]{3,}s)\b", after)
    return word is not None and word[1] not in lists()["ends_noun"]["words"]
