"""
Rank the happenings of a group of articles.

A wrong happening next to a name is worse than none. What one outlet reports must be in its headline
or first sentence, and a grave happening (violence, a crime) next to a name that is no place needs
two outlets.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from analysis.compare.events.labels.evidence import Evidence
from analysis.compare.events.labels.happening_lexicon import happening_lexicon

_FEWEST_OUTLETS = 2  # that must share a noun, where there are more
_LOWEST_NOUN_WEIGHT = 0.2  # of one outlet; a noun that is only in passing has less
_HALF = 0.5
_SHARE_OF_SPECIFIC = 1 / 3  # of the outlets, that say what the deaths came of
_LONGEST_LIST = 8  # alternatives kept to tell groups apart


def rank_happenings(
    outlets: list[Evidence], rarity: Mapping[Any, float], is_of_place: bool
) -> list[str]:
    """
    Return the happenings of a group, best first; none that is only in passing.

    Parameters
    ----------
    outlets : list of Evidence
        What each outlet of the group prints.
    rarity : mapping of float
        How rare each noun is in other groups.
    is_of_place : bool
        Whether the label's name is a place, or the label has none; else grave happenings need two
        outlets.

    Returns
    -------
    list of str
        Keys of the lexicon.
    """
    if len(outlets) == 1:
        return _rank_of_one(outlets[0], rarity, is_of_place)[:_LONGEST_LIST]
    total: dict[str, float] = defaultdict(float)
    plain: Counter[str] = Counter()
    support: Counter[str] = Counter()
    for evidence in outlets:
        for noun, weight in evidence.nouns.items():
            total[noun] += weight
        support.update(evidence.nouns.keys())
        plain.update(evidence.headline.keys() | evidence.first_sentence.keys())
    lowest = _LOWEST_NOUN_WEIGHT * (1 + len(outlets)) / 2
    is_shared = {noun: support[noun] >= _FEWEST_OUTLETS for noun in support}
    if len(outlets) == _FEWEST_OUTLETS:
        is_shared = {noun: is_shared[noun] or plain[noun] > 0 for noun in support}
    kept = {noun: total[noun] for noun in total if total[noun] >= lowest and is_shared[noun]}
    ranked = _specific_first(_rank(kept, support, rarity), support, len(outlets))
    if ranked and not is_of_place:
        kept_nouns = _without_grave(ranked, plain)
        if kept_nouns[:1] != ranked[:1]:
            # What is next best is often background.
            fewest = _HALF * len(outlets)
            kept_nouns = [noun for noun in kept_nouns if plain[noun] >= fewest]
        ranked = kept_nouns
    return ranked[:_LONGEST_LIST]


def _rank_of_one(outlet: Evidence, rarity: Mapping[Any, float], is_of_place: bool) -> list[str]:
    """Return what one outlet says plainly, best first."""
    for weights in (outlet.headline, outlet.first_sentence):
        support = Counter(weights.keys())
        ranked = _specific_first(_rank(weights, support, rarity), support, 1)
        if not is_of_place:
            ranked = _without_grave(ranked, Counter())
        if ranked:
            return ranked
    return []


def printed_form(noun: str, outlets: list[Evidence]) -> str:
    """Return the form of a noun that the outlets print most."""
    forms: Counter[str] = Counter()
    for evidence in outlets:
        for (key, form), count in evidence.forms.items():
            if key == noun:
                forms[form] += count
    return min(forms, key=lambda form: (-forms[form], form), default=noun)


def _rank(
    total: Mapping[str, float], support: Counter[str], rarity: Mapping[Any, float]
) -> list[str]:
    """Return nouns, best first; a phrase goes before its last noun."""
    ranked = sorted(
        total, key=lambda noun: (-total[noun] * support[noun] * rarity[noun] ** _HALF, noun)
    )
    if not ranked:
        return []
    fewest = _HALF * total[ranked[0]]
    for noun in ranked:
        if noun.endswith(" " + ranked[0]) and total[noun] >= fewest:
            return [noun, *(other for other in ranked if other != noun)]
    return ranked


def _specific_first(ranked: list[str], support: Counter[str], n_outlets: int) -> list[str]:
    """Put what happened before what followed: a collision before its deaths, in enough outlets."""
    general = happening_lexicon().general
    fewest = n_outlets * _SHARE_OF_SPECIFIC
    first = [noun for noun in ranked if noun not in general and support[noun] >= fewest]
    return [*first, *(noun for noun in ranked if noun not in first)]


def _without_grave(ranked: list[str], plain: Counter[str]) -> list[str]:
    """Replace or remove grave happenings that fewer than two outlets say plainly."""
    grave = happening_lexicon().grave
    kept: list[str] = []
    for noun in ranked:
        is_kept = noun not in grave or plain[noun] >= _FEWEST_OUTLETS
        neutral = noun if is_kept else grave[noun]
        if neutral and neutral not in kept:
            kept.append(neutral)
    return kept
