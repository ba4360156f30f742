"""
Rank the happenings of a group of articles.

A wrong happening next to a name is worse than none. What one outlet reports must be in its headline
or first sentence, and a grave happening (violence, a crime) next to a name that is no place needs
two outlets.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
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
    main: Counter[str] = Counter()
    for evidence in outlets:
        for noun, weight in evidence.nouns.items():
            total[noun] += weight
        support.update(evidence.nouns.keys())
        main.update(noun for noun, weight in evidence.nouns.items() if weight > _LOWEST_NOUN_WEIGHT)
        plain.update(evidence.headline.keys() | evidence.first_sentence.keys())
    lowest = _LOWEST_NOUN_WEIGHT * (1 + len(outlets)) / 2
    is_shared = {noun: support[noun] >= _FEWEST_OUTLETS for noun in support}
    if len(outlets) == _FEWEST_OUTLETS:
        is_shared = {noun: is_shared[noun] or plain[noun] > 0 for noun in support}
    kept = {noun: total[noun] for noun in total if total[noun] >= lowest and is_shared[noun]}
    ranked = _specific_first(_rank(kept, main, rarity), support, len(outlets))
    ranked = _causes_first(ranked, outlets)
    doubted: set[str] = set()
    for evidence in outlets:
        doubted |= evidence.title_doubts
    doubtful = {noun for noun in doubted if not plain[noun]}
    ranked.sort(key=lambda noun: noun in doubtful)
    half = _HALF * len(outlets)
    if not is_of_place:
        ranked = _accusing_nobody(ranked, plain, half)
    certain = [noun for noun in ranked if plain[noun] and support[noun] >= half]
    ranked = _phrases_first(_harm_first(ranked, certain), total)
    return ranked[:_LONGEST_LIST]


def _rank_of_one(outlet: Evidence, rarity: Mapping[Any, float], is_of_place: bool) -> list[str]:
    """Return what one outlet says plainly, best first."""
    lexicon = happening_lexicon()
    headline, text = outlet.headline, outlet.first_sentence
    first = {}
    if headline and lexicon.general.issuperset(headline):
        # A headline that says only what followed leaves it to the text to say of what.
        first = {noun: weight for noun, weight in text.items() if noun in lexicon.harm}
    for weights in (first, headline, text):
        support = Counter(weights.keys())
        ranked = _specific_first(_rank(weights, support, rarity), support, 1)
        if not is_of_place:
            ranked = _without_grave(ranked, Counter())
        ranked = _phrases_first(_harm_first(ranked, ranked), weights)
        if ranked:
            return ranked
    return []


def printed_form(noun: str, outlets: Sequence[Evidence]) -> str:
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
    """Return nouns, best first; equal ones in reading order."""

    def weight_of(noun: str) -> float:
        return total[noun] * support[noun] * rarity[noun] ** _HALF

    return sorted(total, key=weight_of, reverse=True)


def _phrases_first(ranked: list[str], total: Mapping[str, float]) -> list[str]:
    """Put a phrase before its last noun, if that leads: a bus crash before the crash."""
    if not ranked:
        return []
    fewest = _HALF * total.get(ranked[0], 0.0)
    for noun in ranked:
        if noun.endswith(" " + ranked[0]) and total.get(noun, 0.0) >= fewest:
            return _moved_to_front([noun], ranked)
    return ranked


def _moved_to_front(first: list[str], ranked: list[str]) -> list[str]:
    """Return some nouns, and after them the others in their order."""
    return [*first, *(noun for noun in ranked if noun not in first)]


def _harm_first(ranked: list[str], certain: list[str]) -> list[str]:
    """Put the harm done at an occasion before the occasion: a crush before its festival."""
    lexicon = happening_lexicon()
    if not ranked or ranked[0] not in lexicon.settings:
        return ranked
    harm = [noun for noun in ranked if noun in lexicon.harm and noun in certain]
    return _moved_to_front(harm, ranked)


def _specific_first(ranked: list[str], support: Counter[str], n_outlets: int) -> list[str]:
    """Put what happened before what followed: a collision before its deaths, in enough outlets."""
    general = happening_lexicon().general
    fewest = n_outlets * _SHARE_OF_SPECIFIC
    first = [noun for noun in ranked if noun not in general and support[noun] >= fewest]
    return _moved_to_front(first, ranked)


def _causes_first(ranked: list[str], outlets: list[Evidence]) -> list[str]:
    """
    Put what some headlines say that deaths came of before the deaths that most outlets tell.

    What would accuse somebody is not taken from one outlet.
    """
    lexicon = happening_lexicon()
    if not ranked or ranked[0] not in lexicon.outcomes:
        return ranked
    headlines = Counter(noun for evidence in outlets for noun in evidence.headline)
    fewest = len(outlets) * _SHARE_OF_SPECIFIC
    harmless_to_say = lexicon.harm - lexicon.grave.keys()
    causes = [noun for noun in harmless_to_say if headlines[noun] >= fewest]
    causes.sort(key=lambda noun: (-headlines[noun], noun))
    return _moved_to_front(causes[:1], ranked)


def _accusing_nobody(ranked: list[str], plain: Counter[str], half: float) -> list[str]:
    """Return what may be next to the name of a person or a firm."""
    kept = _without_grave(ranked, plain)
    if kept[:1] == ranked[:1]:
        return kept
    # What is next best is often background.
    return [noun for noun in kept if plain[noun] >= half]


def _without_grave(ranked: list[str], plain: Counter[str]) -> list[str]:
    """Replace or remove grave happenings that fewer than two outlets say plainly."""
    grave = happening_lexicon().grave
    kept: list[str] = []
    for noun in ranked:
        neutral = noun
        if noun in grave and plain[noun] < _FEWEST_OUTLETS:
            neutral = grave[noun]
        if neutral and neutral not in kept:
            kept.append(neutral)
    return kept
