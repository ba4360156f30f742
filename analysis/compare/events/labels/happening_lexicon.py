"""
Read the nouns of happenings, and the words that are no names.

In: ``data/lexicons/happenings.toml``, and ``diseases.toml``, since an outbreak is named by its
disease.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from analysis.core import lexicon as lexicons
from analysis.core import paths

_KIND_WEIGHTS = {
    "happenings": 1.0,
    "general": 0.45,
    "other_words": 1.0,
    "loaded": 0.6,
    "verbs": 1.0,
    "speaking": 0.2,
}
NO_LABEL = "none"  # noun of words that are never a label
VERB_KINDS = frozenset({"verbs", "speaking"})
_GROUPS = (*_KIND_WEIGHTS, "titles", "not_names", "not_in_names", "peoples", "grave")

Unit = tuple[str, ...]


class Happening(NamedTuple):
    """What a word of the lexicon stands for."""

    key: str  # noun in one number
    noun: str  # noun as it is printed
    kind: str  # group of the lexicon
    weight: float


@dataclass(frozen=True)
class Lexicon:
    """
    The lexicon of happenings, indexed.

    Attributes
    ----------
    phrases : dict of str to list of (tuple of str, Happening)
        Phrases by their first word, longest first.
    verbs : dict of str to Happening
        Single verbs.
    grave : dict of str to str
        Happenings that can accuse whoever is named next to them, and the noun that does not, or an
        empty text.
    general : frozenset of str
        Happenings that say little alone, or follow from another one: deaths, damage, a report.
    loaded, adjectives, offices, titles, not_names, not_in_names, peoples : frozenset of str
        ``titles`` contains ``offices``, ``not_names`` contains ``peoples``.
    """

    phrases: Mapping[str, list[tuple[Unit, Happening]]]
    verbs: Mapping[str, Happening]
    grave: Mapping[str, str]
    general: frozenset[str]
    loaded: frozenset[str]
    adjectives: frozenset[str]
    offices: frozenset[str]
    titles: frozenset[str]
    not_names: frozenset[str]
    not_in_names: frozenset[str]
    peoples: frozenset[str]


@cache
def happening_lexicon() -> Lexicon:
    """Return the lexicon of happenings; read once."""
    groups = lexicons.load(
        paths.LEXICONS / "happenings.toml",
        _GROUPS,
        ("words", "unchanged", "adjectives", "offices", "nouns"),
    )
    diseases = lexicons.load(paths.LEXICONS / "diseases.toml", allowed_keys=("words",))
    phrases: dict[str, dict[Unit, Happening]] = defaultdict(dict)
    verbs = {}
    for words, happening in (*_entries(groups), *_of_diseases(diseases["disease"]["words"])):
        parts = tuple(re.split(r"[ -]", words))
        phrases[parts[0]].setdefault(parts, happening)
        if happening.kind in VERB_KINDS:
            verbs.setdefault(words, happening)
    offices = frozenset(groups["titles"]["offices"])
    peoples = frozenset(groups["peoples"]["words"])
    return Lexicon(
        {first: sorted(found.items(), key=_longest_first) for first, found in phrases.items()},
        verbs,
        _grave(groups["grave"]["nouns"]) | dict.fromkeys(diseases["disease"]["words"], ""),
        frozenset(_general(groups)),
        _loaded(groups["loaded"]["nouns"]),
        frozenset(groups["happenings"]["adjectives"]),
        offices,
        offices | frozenset(groups["titles"]["words"]),
        frozenset(groups["not_names"]["words"]) | peoples,
        frozenset(groups["not_in_names"]["words"]),
        peoples,
    )


def _loaded(nouns: Mapping[str, list[str]]) -> frozenset[str]:
    """Return the words that judge; those of no noun are not all such ("facebook")."""
    return frozenset(word for noun in nouns if noun != NO_LABEL for word in nouns[noun])


def _grave(nouns: Mapping[str, list[str]]) -> dict[str, str]:
    """Return the neutral noun by the key of a grave one."""
    neutral_of = {}
    for neutral, words in nouns.items():
        for word in words:
            neutral_of[word] = "" if neutral == NO_LABEL else neutral
    return neutral_of


def _longest_first(entry: tuple[Unit, Happening]) -> tuple[int, Unit]:
    return -len(entry[0]), entry[0]


def _entries(groups: dict[str, dict[str, Any]]) -> Iterator[tuple[str, Happening]]:
    """Yield the phrases of the lexicon; of a phrase that occurs twice, the first is meant."""
    unchanged: set[str] = set()
    for kind in ("happenings", "general"):
        weight = _KIND_WEIGHTS[kind]
        unchanged.update(groups[kind]["unchanged"])
        for noun in groups[kind]["unchanged"]:
            yield noun, Happening(noun, noun, kind, weight)
        for noun in groups[kind]["words"]:
            singular = _singular(noun)
            for form in (singular, _plural(singular)):
                yield form, Happening(singular, form, kind, weight)
    weak = _general(groups)
    for kind in ("other_words", "loaded", "verbs", "speaking"):
        for noun, words in groups[kind]["nouns"].items():
            key = noun if noun in unchanged else _singular(noun)
            weight = _KIND_WEIGHTS[kind]
            if key in weak:
                weight *= _KIND_WEIGHTS["general"]
            for phrase in words:
                yield phrase, Happening(key, noun, kind, weight)


def _of_diseases(names: list[str]) -> Iterator[tuple[str, Happening]]:
    for name in names:
        yield name, Happening(name, name, "happenings", _KIND_WEIGHTS["happenings"])


def _general(groups: dict[str, dict[str, Any]]) -> set[str]:
    """Return the keys of happenings that say little alone."""
    return {*groups["general"]["unchanged"], *map(_singular, groups["general"]["words"])}


def _singular(noun: str) -> str:
    """Return the regular singular of a noun."""
    if noun.endswith(("ss", "sis", "us", "x")) or not noun.endswith("s"):
        return noun
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("shes", "ches", "sses", "xes")):
        return noun[:-2]
    return noun[:-1]


def _plural(noun: str) -> str:
    """Return the regular plural of a noun."""
    if noun.endswith(("s", "x", "sh", "ch")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"
