"""
Recognise harm in nouns: "the killing of two men by gunmen", "rebel attacks on the convoy".

In: the tagged words of a sentence. Out: a noun of harm with its agent and patient. A noun without a
patient ("after the attack") is no clause of harm.
"""

from analysis.extract.agency.noun_phrases import (
    Phrase,
    Sentence,
    right_phrase,
    simple_phrase_start,
)
from analysis.extract.agency.party_words import is_party_word, party_before
from analysis.extract.agency.predicates import (
    Clause,
    Entry,
    agent_after_by,
    find_entry,
    is_cause,
    is_in_group,
    is_no_real_harm,
    is_time,
    names_no_victim,
    read_harm_lexicon,
)

__all__ = ["nominal_clause"]

_MODIFIER_TAGS = ("JJ", "NN", "NNS", "CD")
# nouns right before "casualties" that say who was harmed
_CASUALTIES = (("casualty",), ("fatality",), ("injury",))
_VICTIMS = frozenset("civilian civilians child soldier militant military police combatant".split())


def nominal_clause(words: Sentence, index: int) -> Clause | None:
    """
    Read word ``index`` as a noun of harm.

    Parameters
    ----------
    words : Sentence
    index : int

    Returns
    -------
    Clause or None
        None if the word is no noun of harm, or has no patient.
    """
    entry = _noun_entry(words, index)
    if entry is None:
        return None
    if is_no_real_harm(words, index, entry):
        return None
    if index > 0 and is_in_group(words[index - 1], "in_words"):
        return None  # "a racist attack on", "heart attack"
    stop = index + len(entry)
    if entry == ("strike",) and stop < len(words) and words[stop].lower == "of":
        return None  # "the strike of dock workers"; an attack is "on" somebody
    if stop < len(words) and words[stop].tag in ("NN", "NNS"):  # "death toll", "bombing campaign"
        return None
    patient, after = _patient(words, index, stop, entry)
    agent = agent_after_by(words, after)
    if patient is None and agent is not None:
        patient = _patient_after_agent(words, agent.stop, entry)
    if entry == ("loss",) and not _is_of_life(words, patient):
        return None
    owner = _owner(words, index)
    is_plural = words[index].tag in ("NNS", "NNPS")
    if owner is not None and patient is None and _is_patient(words, owner, entry, agent, is_plural):
        patient = owner
        owner = None
    if patient is None or names_no_victim(words, patient):
        return None
    return Clause(entry, "nominal", agent or owner, patient)


def _noun_entry(words: Sentence, index: int) -> Entry | None:
    """Return the lexicon entry of a noun or gerund."""
    word = words[index]
    is_gerund = word.lower.endswith("ing") and _is_in_place_of_noun(words, index)
    if not is_gerund and word.tag not in ("NN", "NNS", "NNP", "NNPS"):
        return None
    return find_entry(words, index, "nouns", "NNS" if word.lower.endswith("s") else "NN")


def _is_in_place_of_noun(words: Sentence, index: int) -> bool:
    """Whether a word follows a determiner, possessive or adjective, or precedes "of" or "by"."""
    if index + 1 < len(words) and words[index + 1].lower in ("of", "by"):
        return True
    return index > 0 and words[index - 1].tag in ("DT", "PRP$", "POS", "JJ")


def _is_of_life(words: Sentence, patient: Phrase | None) -> bool:
    """Whether what was lost is life: "the loss of ten lives"."""
    return patient is not None and words[patient.stop - 1].lower in ("life", "lives")


def _is_patient(
    words: Sentence,
    owner: Phrase,
    entry: Entry,
    agent: Phrase | None,
    is_plural: bool,
) -> bool:
    """Whether a possessive is the patient: "his death", "their killing by rebels"."""
    if _is_pronoun_of_patient(words, owner, entry):
        return True
    last = words[owner.stop - 1]
    if last.tag != "POS" and last.lower not in ("'s", "’s"):
        return False
    if is_plural and entry in read_harm_lexicon()["among"]:
        return False  # "Alzheimer's deaths"
    return agent is not None or entry in read_harm_lexicon()["among"]


def _is_pronoun_of_patient(words: Sentence, owner: Phrase, entry: Entry) -> bool:
    """Whether a possessive pronoun is whom it is done to: "his killing", not "their raids"."""
    owned = words[owner.first]
    if owned.tag != "PRP$" or owned.lower == "its":
        return False
    return entry not in read_harm_lexicon()["on_target"]


def _patient(words: Sentence, index: int, stop: int, entry: Entry) -> tuple[Phrase | None, int]:
    """Return the patient of a noun of harm, and the word after noun and patient."""
    if stop < len(words) and words[stop].lower in _patient_prepositions(entry):
        phrase = right_phrase(words, stop + 1)
        is_doer = words[stop].lower == "of" and entry in read_harm_lexicon()["of_doer"]
        if is_doer and phrase is not None and _can_do_harm(words, phrase):
            return None, stop
        if phrase is not None and not is_time(words[phrase.first]):
            return phrase, phrase.stop
    if index > 0 and entry in read_harm_lexicon()["among"]:
        before = words[index - 1]
        if before.tag in ("JJ", "NN", "NNS") and before.lower in _VICTIMS:
            return Phrase(index - 1, index), stop
    return None, stop


def _can_do_harm(words: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase holds the name of a party or weapon: "the strikes of the air force"."""
    return any(is_party_word(word) or is_cause(word) for word in words[slice(*phrase)])


def _patient_after_agent(words: Sentence, stop: int, entry: Entry) -> Phrase | None:
    """Return the patient after the agent: "strikes by the regime on a town"."""
    if stop >= len(words) or words[stop].lower not in _patient_prepositions(entry) - {"of"}:
        return None
    phrase = right_phrase(words, stop + 1)
    if phrase is None or is_time(words[phrase.first]):
        return None
    return phrase


def _patient_prepositions(entry: Entry) -> set[str]:
    """Return the prepositions that introduce the patient of a noun of harm."""
    prepositions = {"of"}
    if entry in _CASUALTIES:
        prepositions.clear()  # "casualties of war"
    if entry in read_harm_lexicon()["on_target"]:
        prepositions |= {"on", "upon", "against"}
    if entry in read_harm_lexicon()["among"]:
        prepositions.add("among")
    return prepositions


def _owner(words: Sentence, index: int) -> Phrase | None:
    """Return whose a noun is: "their", "the army's", or a party right before it."""
    modifiers = _modifiers_start(words, index)
    if modifiers > 0:
        before = words[modifiers - 1]
        if before.tag == "PRP$":
            return Phrase(modifiers - 1, modifiers)
        if before.tag == "POS" or before.lower in ("'s", "’s", "'"):
            first = simple_phrase_start(words, modifiers - 1)
            return None if first is None else Phrase(first, modifiers)
    stop = index
    while stop > 0 and is_in_group(words[stop - 1], "attack_kinds"):
        stop -= 1
    return party_before(words, stop)


def _modifiers_start(words: Sentence, index: int) -> int:
    """Return where the lower-case modifiers of a noun begin."""
    while (
        index > 0
        and words[index - 1].tag in _MODIFIER_TAGS
        and not words[index - 1].text[:1].isupper()
    ):
        index -= 1
    return index
