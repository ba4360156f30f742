"""
Recognise harm in verbs: "shells killed 12", "12 were killed by shells", "12 died".

In: the tagged words of a sentence. Out: a verb of harm with its agent, patient and construction.
Headlines drop auxiliaries and mislead the tagger, so that a verb form counts here even if its tag
is that of a noun or adjective.
"""

from analysis.core.resources import lemma
from analysis.extract.agency.noun_phrases import (
    Phrase,
    Sentence,
    Word,
    first_phrase,
    is_noun,
    right_phrase,
    subject,
    verb_group_start,
)
from analysis.extract.agency.predicates import (
    FINITE_TAGS,
    VERB_REACH,
    Clause,
    Entry,
    agent_after_by,
    find_entry,
    is_harmless_use,
    object_at,
    read_harm_lexicon,
)

__all__ = ["intransitive_clause", "transitive_clause"]

_BE = frozenset("be is are was were been being am 's 're ’s ’re get gets got getting".split())
_HAVE = frozenset("has have had having 've ’ve".split())
_IRREGULAR_PARTICIPLES = frozenset(
    "shot hit struck beat beaten hurt slain blown hung burnt".split()
)
_SAME_AS_PARTICIPLE = ("hit", "hurt", "beat", "shot")  # lemma and participle are alike
_BARE_VERBS = ("die", "kill", "wound", "injure")
_WITHOUT_SUBJECT_NO_HARM = {("starve",), ("drown",), ("suffocate",)}
# these verbs are read as passive in "the port attacked, officials said"
_OFTEN_REDUCED = frozenset((verb,) for verb in "attack strike hit burn target raid shoot".split())
_CONJUNCTIONS = frozenset("that as while before after when by since".split())
_SAYING = ("said", "says", "say", "told")


def intransitive_clause(words: Sentence, i: int) -> Clause | None:
    """Read word ``i`` as a verb of dying; None if it is not one."""
    if not _can_be_verb(words, i):
        return None
    entry = find_entry(words, i, "intransitive", "VBD")
    if entry is None or entry == ("collapse",) or _is_attributive(words, i):
        return None
    if words[i].lower == "dying" and i + 1 < len(words) and words[i + 1].lower == "to":
        return None  # "dying to know"
    patient = subject(words, i)
    if entry in _WITHOUT_SUBJECT_NO_HARM and (patient is None or _has_be(words, i)):
        return None
    if patient is None and words[i].tag != "VBG":
        return None
    if is_harmless_use(words, patient, entry):
        return None
    return Clause(entry, "intransitive", None, patient)


def transitive_clause(words: Sentence, i: int) -> Clause | None:
    """Read word ``i`` as a verb of harm with agent and patient; None if it is not one."""
    if not _can_be_verb(words, i):
        return None
    entry = find_entry(words, i, "verbs", "VBD")
    if entry is None or _is_attributive(words, i):
        return None
    stop = i + len(entry)
    clause = _clause_by_voice(words, i, stop, entry)
    if clause is None:
        return None
    if clause.construction == "passive_agentless" and _lacks_object(words, i, entry):
        return None
    if stop < len(words) and words[stop].tag == "IN":
        stop += 1
    for phrase in (clause.patient, clause.agent, right_phrase(words, stop)):
        if is_harmless_use(words, phrase, entry):
            return None
    return clause


def _can_be_verb(words: Sentence, i: int) -> bool:
    """Whether a word can be a verb form, whatever tag it was given."""
    word = words[i]
    if word.tag.startswith("VB"):
        return True
    form = word.lower
    if form.endswith("ed") or form in _IRREGULAR_PARTICIPLES:
        if form == "hit":
            return word.tag == "JJ"
        return word.tag in ("JJ", "NN", "NNP", "NNS", "RB")
    if i == 0:
        return False
    if form in _BARE_VERBS and word.tag in ("NN", "NNP", "NNS"):
        return True
    return _is_headline_verb(words, i)


def _is_headline_verb(words: Sentence, i: int) -> bool:
    """Whether a plural noun is a verb between subject and object: "Airstrike kills 12"."""
    if not words[i].lower.endswith("s") or words[i].tag not in ("NNS", "NNPS"):
        return False
    if any(word.tag in FINITE_TAGS for word in words) or not is_noun(words[i - 1]):
        return False
    return object_at(words, i + 1) is not None


def _verb_group(words: Sentence, i: int) -> set[str]:
    """Return the auxiliaries and adverbs right before a verb, in lower case."""
    return {word.lower for word in words[verb_group_start(words, i) : i]}


def _has_be(words: Sentence, i: int) -> bool:
    """Whether the verb group of word ``i`` holds a form of "be" or "get"."""
    return not _BE.isdisjoint(_verb_group(words, i))


def _lacks_object(words: Sentence, i: int, entry: Entry) -> bool:
    """Whether a verb is active but has no object: "the team attacked", "the bomber struck"."""
    if entry not in read_harm_lexicon()["loose"] or words[i].tag != "VBD" or _has_be(words, i):
        return False
    phrase = subject(words, i)
    if phrase is None or words[phrase.first].tag not in ("DT", "PRP$", "PRP"):
        return False
    if entry in _OFTEN_REDUCED:
        return True
    return not any(word.tag in FINITE_TAGS for j, word in enumerate(words) if j != i)


def _is_attributive(words: Sentence, i: int) -> bool:
    """Whether a participle modifies a noun or is one: "the wounded", "wounded civilians fled"."""
    tag = words[i].tag
    if tag not in ("VBN", "JJ", "VBD", "VBG") or i + 1 >= len(words):
        return False
    if i == 0:
        return tag != "VBG"
    before = words[i - 1]
    if before.lower in ("those", "all", "both", "some"):
        return False
    if before.tag == "JJ":
        return tag != "VBG"
    if before.tag not in ("DT", "PRP$", "POS", "IN") or before.lower in _CONJUNCTIONS:
        return False
    return tag != "VBG" or before.tag != "IN"


def _clause_by_voice(words: Sentence, i: int, stop: int, entry: Entry) -> Clause | None:
    """Tell active from passive, and find agent and patient; ``stop`` is the word after the verb."""
    group = _verb_group(words, i)
    if words[i].lower.endswith("ing"):
        if "being" in group:
            return _passive_clause(words, i, stop, entry)
        return _participle_clause(words, i, stop, entry)
    if group & _BE:
        return _passive_clause(words, i, stop, entry)
    if _is_present(words[i]) or group & _HAVE:
        return _active_clause(words, i, stop, entry)
    if object_at(words, stop) is not None and not _is_reduced_passive(words, i):
        return _active_clause(words, i, stop, entry)
    return _passive_clause(words, i, stop, entry)


def _is_present(word: Word) -> bool:
    """Whether a verb form can only be active: "kills", "kill"."""
    if word.tag in ("VBZ", "VBP", "VB") and not word.lower.endswith("ed"):
        return True
    return word.lower.endswith("s") and word.lower != "gas"


def _is_reduced_passive(words: Sentence, i: int) -> bool:
    """Whether a participle before a noun is passive all the same: "seven killed 37 injured"."""
    phrase = right_phrase(words, i + 1)
    if phrase is None:
        return True
    if i == 0 or phrase.stop >= len(words) or words[i + 1].tag != "CD":
        return False
    after = words[phrase.stop].lower
    return words[i - 1].tag in ("CD", "NNP") and after in ("injured", "wounded", "hurt", "killed")


def _active_clause(words: Sentence, i: int, stop: int, entry: Entry) -> Clause | None:
    """Return an active clause; None without an object."""
    patient = object_at(words, stop)
    if patient is None:
        return None
    return Clause(entry, "active", subject(words, i), patient)


def _participle_clause(words: Sentence, i: int, stop: int, entry: Entry) -> Clause | None:
    """Return the active clause of "were killing 12" or "a bomb exploded, killing 12"."""
    patient = object_at(words, stop)
    if patient is None:
        return None
    return Clause(entry, "active", _agent_of_participle(words, i), patient)


def _agent_of_participle(words: Sentence, i: int) -> Phrase | None:
    """Return the subject of the verb that a participle depends on."""
    if _has_be(words, i):
        return subject(words, i)
    for j in reversed(range(i)):
        if words[j].tag in ("VBD", "VBZ", "VBP") and words[j].lower not in _SAYING:
            return subject(words, j)
    return first_phrase(words, i)


def _passive_clause(words: Sentence, i: int, stop: int, entry: Entry) -> Clause | None:
    """Return a passive clause: the patient on the left, the agent after "by"."""
    patient = subject(words, i)
    if patient is None:
        return None
    form = words[i].lower
    if lemma(form, "VBD") == form and form not in _SAME_AS_PARTICIPLE:
        return None  # "raid" is no participle
    agent = agent_after_by(words, stop, VERB_REACH)
    construction = "passive_agentless" if agent is None else "passive_with_agent"
    return Clause(entry, construction, agent, patient)
