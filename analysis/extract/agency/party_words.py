"""
Recognise a party right before a noun of harm: "Israeli strikes", "rebel attacks", "US raids".

In: the words of a sentence. Out: the phrase that says whose an attack is. The words are those of
the gazetteer and of the lexicon of parties; the name of a country or place alone is where an attack
was ("the Sri Lanka bombings"), unless it is an acronym that news uses as an adjective.
"""

from functools import cache

from analysis.core import lexicon, paths
from analysis.extract.agency.noun_phrases import Phrase, Sentence, Word
from analysis.extract.parties.gazetteer import read_names

__all__ = ["is_party_word", "party_before"]

_ACTORS = ("armed_group", "military", "government", "organisation", "opposition", "party")
_DOING_GROUPS = ("government", "military", "police_security", "armed_group", "attacker")
_DOING_TIE = "-led"
_MAX_WORDS = 4


@cache
def _names() -> frozenset[str]:
    """Return the names in the gazetteer that say who does something, not where."""
    found = set()
    for name in read_names(paths.GAZETTEER / "parties.csv"):
        is_acronym = name.form == "name" and name.words.replace(".", "").isupper()
        if name.form == "adjective" or name.kind in _ACTORS or is_acronym:
            found.add(name.words)
    return frozenset(found)


@cache
def _nouns() -> frozenset[str]:
    """Return the generic nouns of parties: "army", "rebels"; with and without their "s"."""
    groups = lexicon.load(paths.LEXICONS / "party_nouns.toml")
    found = set()
    for name in _DOING_GROUPS:
        for entry in groups[name]["words"]:
            found.add(entry)
            found.add(entry.removesuffix("s"))
    return frozenset(found)


def is_party_word(word: Word) -> bool:
    """Whether a word alone names a party: "army", "rebels", "attacker", "Russian", "Hamas"."""
    return word.lower in _nouns() or word.text in _names()


def party_before(words: Sentence, stop: int) -> Phrase | None:
    """
    Return the party that ends right before a word.

    Parameters
    ----------
    words : Sentence
    stop : int
        Number of the noun of harm, or of the first word that says of what kind it is.

    Returns
    -------
    Phrase or None
        None also for names of countries and places, which may say where.
    """
    if stop == 0:
        return None
    before = words[stop - 1]
    if before.lower in _nouns():
        first = _names_start(words, stop - 1)
        # "a military strike" does not say whose; "the Israeli military strike" does
        return None if before.lower == "military" and first == stop - 1 else Phrase(first, stop)
    first = _name_start(words, stop)
    if first is None:
        return None
    if first > 1 and words[first - 1].lower == "and":
        other = _name_start(words, first - 1)
        first = first if other is None else other
    return Phrase(first, stop)


def _name_start(words: Sentence, stop: int) -> int | None:
    """Return where the longest name of the gazetteer begins that ends before a word."""
    for first in range(max(0, stop - _MAX_WORDS), stop):
        printed = " ".join(word.text for word in words[first:stop])
        if printed in _names() or _is_led(words[first:stop]):
            return first
    return None


def _is_led(words: Sentence) -> bool:
    """Whether a single word names who leads: "US-led"; "US-backed" does not name who does it."""
    return len(words) == 1 and words[0].lower.endswith(_DOING_TIE)


def _names_start(words: Sentence, index: int) -> int:
    """Return where the names before a generic noun begin: "Sri Lanka police"."""
    while index > 0 and _can_be_name(words[index - 1]):
        index -= 1
    return index


def _can_be_name(word: Word) -> bool:
    return word.tag in ("NNP", "JJ") and word.text[:1].isupper()
