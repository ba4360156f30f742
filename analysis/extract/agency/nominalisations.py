"""
Recognise harm in nouns: "the killing of two men by gunmen", "rebel attacks on the convoy".

In: the tagged words of a sentence. Out: a noun of harm with its agent and patient. A noun without a
patient ("after the attack") is no clause of harm.
"""

from analysis.extract.agency.noun_phrases import Phrase, Sentence, Word, left_phrase, right_phrase
from analysis.extract.agency.predicates import (
    Clause,
    Entry,
    agent_after_by,
    find_entry,
    is_time,
    names_no_victim,
    read_harm_lexicon,
)

__all__ = ["nominal_clause"]

_MODIFIER_TAGS = ("JJ", "NN", "NNS", "CD")
# nouns right before "casualties" that say who was harmed
_VICTIMS = frozenset("civilian civilians child soldier militant military police combatant".split())
# lower-case nouns right before "attack" that say whose it is
_PARTIES = frozenset(
    "government rebel regime militant army coalition militia insurgent police".split()
)


def nominal_clause(words: Sentence, i: int) -> Clause | None:
    """
    Read word ``i`` as a noun of harm.

    Parameters
    ----------
    words : Sentence
    i : int

    Returns
    -------
    Clause or None
        None if the word is no noun of harm, or has no patient.
    """
    entry = _noun_entry(words, i)
    if entry is None:
        return None
    stop = i + len(entry)
    if stop < len(words) and words[stop].tag in ("NN", "NNS"):  # "death toll", "bombing campaign"
        return None
    patient, after = _patient(words, i, stop, entry)
    if entry == ("loss",) and not _is_of_life(words, patient):
        return None
    owner = _owner(words, i)
    agent = agent_after_by(words, after)
    if patient is None and owner is not None and _is_patient(words, owner, entry, agent):
        patient = owner
        owner = None
    if patient is None or names_no_victim(words, patient):
        return None
    return Clause(entry, "nominal", agent or owner, patient)


def _noun_entry(words: Sentence, i: int) -> Entry | None:
    """Return the lexicon entry of a noun or gerund."""
    word = words[i]
    is_gerund = word.lower.endswith("ing") and _is_in_place_of_noun(words, i)
    if not is_gerund and word.tag not in ("NN", "NNS", "NNP", "NNPS"):
        return None
    return find_entry(words, i, "nouns", "NNS" if word.lower.endswith("s") else "NN")


def _is_in_place_of_noun(words: Sentence, i: int) -> bool:
    """Whether a word follows a determiner, possessive or adjective, or precedes "of" or "by"."""
    if i + 1 < len(words) and words[i + 1].lower in ("of", "by"):
        return True
    return i > 0 and words[i - 1].tag in ("DT", "PRP$", "POS", "JJ")


def _is_of_life(words: Sentence, patient: Phrase | None) -> bool:
    """Whether what was lost is life: "the loss of ten lives"."""
    return patient is not None and words[patient.stop - 1].lower in ("life", "lives")


def _is_patient(words: Sentence, owner: Phrase, entry: Entry, agent: Phrase | None) -> bool:
    """Whether a possessive is the patient: "his death", "their killing by rebels"."""
    if entry in read_harm_lexicon()["among"] or words[owner.first].tag == "PRP$":
        return True
    return agent is not None


def _patient(words: Sentence, i: int, stop: int, entry: Entry) -> tuple[Phrase | None, int]:
    """Return the patient of a noun of harm, and the word after noun and patient."""
    if stop < len(words) and words[stop].lower in _patient_prepositions(entry):
        phrase = right_phrase(words, stop + 1)
        if phrase is not None and not is_time(words[phrase.first]):
            return phrase, phrase.stop
    if i > 0 and entry in read_harm_lexicon()["among"]:
        before = words[i - 1]
        if before.tag in ("JJ", "NN", "NNS") and before.lower in _VICTIMS:
            return Phrase(i - 1, i), stop
    return None, stop


def _patient_prepositions(entry: Entry) -> set[str]:
    """Return the prepositions that introduce the patient of a noun of harm."""
    prepositions = {"of"}
    if entry in read_harm_lexicon()["on_target"]:
        prepositions |= {"on", "upon", "against"}
    if entry in read_harm_lexicon()["among"]:
        prepositions.add("among")
    return prepositions


def _owner(words: Sentence, i: int) -> Phrase | None:
    """Return whose a noun is: "their", "the army's", or a party right before it."""
    modifiers = _modifiers_start(words, i)
    if modifiers > 0:
        before = words[modifiers - 1]
        if before.tag == "PRP$":
            return Phrase(modifiers - 1, modifiers)
        if before.tag == "POS" or before.lower in ("'s", "’s", "'"):
            owner = left_phrase(words, modifiers - 1)
            return None if owner is None else Phrase(owner.first, modifiers)
    if i > 0 and _is_party(words[i - 1]):
        return Phrase(_name_start(words, i - 1), i)
    return None


def _modifiers_start(words: Sentence, i: int) -> int:
    """Return where the lower-case modifiers of a noun begin."""
    while i > 0 and words[i - 1].tag in _MODIFIER_TAGS and not words[i - 1].text[:1].isupper():
        i -= 1
    return i


def _is_party(word: Word) -> bool:
    """Whether a modifier names a party: "Russian", "rebel"."""
    if word.tag not in ("JJ", "NNP", "NN", "NNS"):
        return False
    return word.text[:1].isupper() or word.lower in _PARTIES


def _name_start(words: Sentence, i: int) -> int:
    """Return where the proper name begins that ends with word ``i``."""
    while i > 0 and words[i - 1].tag == "NNP":
        i -= 1
    return i
