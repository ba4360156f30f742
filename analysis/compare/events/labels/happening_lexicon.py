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
from analysis.core.plurals import plural

_KIND_WEIGHTS = {
    "happenings": 1.0,
    "general": 0.45,
    "other_words": 1.0,
    "loaded": 0.6,
    "verbs": 1.0,
    "speaking": 0.2,
}
# words that say what happened only beside others: the kind that they count as
_IN_CONTEXT = {"nouns_in_context": "other_words", "verbs_in_context": "verbs"}
NO_LABEL = "none"  # noun of words that are never a label
VERB_KINDS = frozenset({"verbs", "speaking"})
_GROUPS = (
    *_KIND_WEIGHTS,
    *_IN_CONTEXT,
    "titles",
    "not_names",
    "not_in_names",
    "peoples",
    "grave",
    "harm",
    "outcomes",
    "settings",
    "of_places",
    "spelled",
)

Unit = tuple[str, ...]


class Happening(NamedTuple):
    """What a word of the lexicon stands for."""

    key: str  # noun in one number
    noun: str  # noun as it is printed
    kind: str  # group of the lexicon
    weight: float


class InContext(NamedTuple):
    """What a phrase stands for in an article that has some other words too."""

    happening: Happening
    words: frozenset[str]
    fewest: int  # of the words that the article must have


@dataclass(frozen=True)
class Lexicon:
    """
    The lexicon of happenings, indexed.

    Attributes
    ----------
    phrases : dict of str to list of (tuple of str, Happening)
        Phrases by their first word, longest first.
    in_context : dict of tuple of str to list of InContext
        What a phrase means in articles that have other words too.
    verbs : dict of str to Happening
        Single verbs.
    grave : dict of str to str
        Happenings that can accuse whoever is named next to them, and the noun that does not, or an
        empty text.
    general : frozenset of str
        Happenings that say little alone, or follow from another one: deaths, damage, a report.
    harm : frozenset of str
        Happenings by which people come to harm, diseases too.
    outcomes : frozenset of str
        Happenings that are only what another one came to: deaths.
    settings : frozenset of str
        Occasions, at which something graver can happen: a festival.
    of_places : frozenset of str
        Happenings that are of a place before they are of a person or a party: an election.
    loaded, adjectives, offices, titles, not_names, not_in_names, peoples : frozenset of str
        ``titles`` contains ``offices``, ``not_names`` contains ``peoples``.
    """

    phrases: Mapping[str, list[tuple[Unit, Happening]]]
    in_context: Mapping[Unit, list[InContext]]
    verbs: Mapping[str, Happening]
    grave: Mapping[str, str]
    general: frozenset[str]
    harm: frozenset[str]
    outcomes: frozenset[str]
    settings: frozenset[str]
    of_places: frozenset[str]
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
        ("words", "unchanged", "adjectives", "offices", "nouns", "with", "fewest"),
    )
    diseases = lexicons.load(paths.LEXICONS / "diseases.toml", allowed_keys=("words",))
    disease_names = diseases["disease"]["words"]
    phrases: dict[str, dict[Unit, Happening]] = defaultdict(dict)
    verbs = {}
    spelled = {name.lower(): name for name in groups["spelled"]["words"]}
    for words, happening in (*_entries(groups), *_of_diseases(disease_names, spelled)):
        parts = _parts(words)
        phrases[parts[0]].setdefault(parts, happening)
        if happening.kind in VERB_KINDS:
            verbs.setdefault(words, happening)
    offices = frozenset(groups["titles"]["offices"])
    harm = frozenset(groups["harm"]["words"]) | frozenset(disease_names)
    peoples = frozenset(groups["peoples"]["words"])
    return Lexicon(
        {first: sorted(found.items(), key=_longest_first) for first, found in phrases.items()},
        _in_context(groups),
        verbs,
        _grave(groups["grave"]["nouns"]) | dict.fromkeys(disease_names, ""),
        frozenset(_general(groups)),
        harm,
        frozenset(groups["outcomes"]["words"]),
        frozenset(groups["settings"]["words"]),
        frozenset(groups["of_places"]["words"]),
        _loaded(groups["loaded"]["nouns"]),
        frozenset(groups["happenings"]["adjectives"]),
        offices,
        offices | frozenset(groups["titles"]["words"]),
        frozenset(groups["not_names"]["words"]) | peoples | spelled.keys(),
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
            for form in (singular, plural(singular)):
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


def _of_diseases(names: list[str], spelled: Mapping[str, str]) -> Iterator[tuple[str, Happening]]:
    for name in names:
        noun = spelled.get(name, name)
        yield name, Happening(name, noun, "happenings", _KIND_WEIGHTS["happenings"])


def _parts(words: str) -> Unit:
    """Return the words of a phrase as a text is split: "E. coli" has no full stop."""
    return tuple(re.split(r"[ -]", words.replace(". ", " ")))


def _in_context(groups: dict[str, dict[str, Any]]) -> dict[Unit, list[InContext]]:
    """Return what phrases mean in articles that have other words too."""
    weak = _general(groups)
    found: dict[Unit, list[InContext]] = defaultdict(list)
    for group, kind in _IN_CONTEXT.items():
        of_group = groups[group]
        for noun, phrases in of_group["nouns"].items():
            weight = _KIND_WEIGHTS["general" if noun in weak else kind]
            happening = Happening(_singular(noun), noun, kind, weight)
            words = frozenset(of_group["with"][noun])
            meaning = InContext(happening, words, of_group["fewest"].get(noun, 1))
            for phrase in phrases:
                found[_parts(phrase)].append(meaning)
    return dict(found)


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
