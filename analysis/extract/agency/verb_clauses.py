"""
Recognise harm in verbs: "shells killed 12", "12 were killed by shells", "12 died".

In: the tagged words of a sentence. Out: a verb of harm with its agent, patient and construction.
Headlines drop auxiliaries and mislead the tagger, so that a verb form counts here even if its tag
is that of a noun or adjective.
"""

from analysis.core.resources import lemma
from analysis.extract.agency.bodily import is_count_of_people, without_place_of_people
from analysis.extract.agency.noun_phrases import (
    QUANTITIES,
    RELATIVE_PRONOUNS,
    Phrase,
    Sentence,
    Word,
    is_noun,
    left_phrase,
    right_phrase,
    simple_phrase_start,
    verb_group_start,
)
from analysis.extract.agency.party_words import is_party_word
from analysis.extract.agency.predicates import (
    FINITE_TAGS,
    VERB_REACH,
    Clause,
    Entry,
    agent_after_by,
    find_entry,
    is_cause,
    is_contest,
    is_harmless_use,
    is_in_group,
    is_no_real_harm,
    is_time,
    object_at,
    read_harm_lexicon,
)
from analysis.extract.agency.shots import is_shot_as_noun, is_shot_of_thing
from analysis.extract.agency.subjects import (
    agent_of_gerund,
    antecedent,
    before_times,
    is_finite,
    subject,
    without_place,
)

__all__ = ["intransitive_clause", "transitive_clause"]

_BE = frozenset("be is are was were been being am 's 're ’s ’re get gets got getting".split())
_HAVE = frozenset("has have had having 've ’ve".split())
_IRREGULAR_PARTICIPLES = frozenset(
    "shot hit struck beat beaten hurt slain blown blew hung burnt".split()
)
_HARMED = ("wounded", "injured", "hurt")
_THE_DEAD = frozenset("body bodies dead corpses deaths".split())
# "struck twice in the first half", "struck off for not answering"
_OF_NO_BLOW = ("twice", "thrice", "again", "early", "late", "first")
_AFTER_OFF = frozenset("for by after because and over when . , ;".split())
_WEAPONS = ("shells", "bombs", "targets")
_SAME_AS_PARTICIPLE = ("hit", "hurt", "beat", "shot")  # lemma and participle are alike
_BARE_VERBS = ("die", "kill", "wound", "injure")
_WITHOUT_SUBJECT_NO_HARM = {("starve",), ("drown",), ("suffocate",)}
# these verbs are read as passive in "the port attacked, officials said"
_OFTEN_REDUCED = frozenset((verb,) for verb in "attack strike hit burn target raid shoot".split())
_CRITICISE = frozenset((verb,) for verb in "attack strike hit target".split())
# what comes after "hit list", "shooting victims"
_NO_HARM_AFTER = frozenset(
    """list song songs show movie victim victims suspect suspects spree rampage range scene survivor
    survivors fields field comments remarks claims row debate probe inquiry case trial verdict
    allegations allegation charge report reports investigation response threat threats""".split()
)
_AFTER_KILL = frozenset(
    "site sites switch switches zone zones rate rates chain box fee shot count ratio team".split()
)
_ADJECTIVES = ("damaging", "devastating")  # "damaging information"
_BEFORE_ADJECTIVES = ("VB", "VBD", "VBP", "VBZ", "IN", "JJ", "TO")
_QUOTES = ('"', "“", "‘", "'")
_WHERE = frozenset("at near outside inside during after before".split())
_NAMES = ("NNP", "NNPS")
_PLURAL_AUXILIARIES = ("were", "are", "have")
_NOMINATIVES = frozenset("he she they we i".split())
_CONJUNCTIONS = frozenset("that as while before after when by since".split())


def intransitive_clause(words: Sentence, index: int) -> Clause | None:
    """Read word ``index`` as a verb of dying; None if it is not one."""
    if not _can_be_verb(words, index):
        return None
    entry = find_entry(words, index, "intransitive", "VBD")
    if entry is None or entry == ("collapse",) or _is_attributive(words, index):
        return None
    if words[index].lower == "dying" and index + 1 < len(words) and words[index + 1].lower == "to":
        return None  # "dying to know"
    after = words[index + 1].lower if index + 1 < len(words) else ""
    if entry == ("die",) and after in ("down", "out", "off", "hard"):
        return None
    if is_no_real_harm(words, index, entry) or _is_drowned_in_work(words, index, entry):
        return None
    if entry in _WITHOUT_SUBJECT_NO_HARM and _has_object(words, index):
        return None  # "the noise drowned everything"
    group = _verb_group(words, index)
    if "to" in group and group.isdisjoint(_HAVE):
        return None  # "wanted to die"
    patient = subject(words, index)
    if entry in _WITHOUT_SUBJECT_NO_HARM and (patient is None or _has_be(words, index)):
        return None
    if patient is None and words[index].tag != "VBG":
        return None
    if patient is not None and _disagrees(words, index, patient):
        return None
    if is_harmless_use(words, patient, entry):
        return None
    return Clause(entry, "intransitive", None, _counted_only(words, index, patient))


def _counted_only(words: Sentence, index: int, patient: Phrase | None) -> Phrase | None:
    """
    Return who is harmed, without a conjunction or bodies that are counted beside them.

    "51 people" of "he said that 51 people were wounded", "38" of "17 bodies and 38 wounded".
    """
    if patient is None or patient.stop - patient.first < 2:
        return patient
    first, stop = patient
    if words[first].lower == "that" and words[first + 1].tag == "CD":
        return Phrase(first + 1, stop)
    is_bare = stop == index and words[index].lower in _HARMED and words[stop - 1].tag == "CD"
    bodies = [word.lower for word in words[first : stop - 1]]
    if is_bare and words[stop - 2].lower == "and" and not _THE_DEAD.isdisjoint(bodies):
        return Phrase(stop - 1, stop)
    return patient


def _is_drowned_in_work(words: Sentence, index: int, entry: Entry) -> bool:
    """Whether somebody drowns in what is no water: "drowned in debt"."""
    if entry != ("drown",) or words[index + 1 : index + 2] == [] or words[index + 1].lower != "in":
        return False
    phrase = right_phrase(words, index + 2)
    return phrase is not None and any(
        is_in_group(word, "drowned_in") for word in words[phrase.first : phrase.stop]
    )


def _has_object(words: Sentence, index: int) -> bool:
    """Whether an object is right after a verb, with no particle or preposition between them."""
    if index + 1 >= len(words) or words[index + 1].tag in ("RP", "IN", "RB"):
        return False
    return object_at(words, index + 1) is not None


# "Shot themselves in the foot": a mistake
_IN_THE_FOOT = ("in the foot", "in the feet")


def transitive_clause(words: Sentence, index: int) -> Clause | None:
    """Read word ``index`` as a verb of harm with agent and patient; None if it is not one."""
    if not _can_be_verb(words, index):
        return None
    entry = find_entry(words, index, "verbs", "VBD")
    if entry is None or _is_attributive(words, index) or _is_other_sense(words, index, entry):
        return None
    stop = index + len(entry)
    clause = _clause_by_voice(words, index, stop, entry)
    if clause is None:
        return None
    clause = clause._replace(patient=_counted_only(words, index, clause.patient))
    if clause.construction == "passive_agentless" and _lacks_object(words, index, entry):
        return None
    if is_shot_of_thing(words, index, clause):
        return None
    is_agentless = clause.construction == "passive_agentless"
    if (
        entry == ("burn",)
        and is_agentless
        and words[index].tag == "VBD"
        and not _has_be(words, index)
    ):
        clause = clause._replace(construction="intransitive")  # "the church burned"
    if clause.construction == "active" and _is_in_words(words, clause):
        return None
    if not is_count_of_people(words, clause) and _is_of_what_is_unharmed(words, stop, clause):
        return None
    return clause


def _is_of_what_is_unharmed(words: Sentence, stop: int, clause: Clause) -> bool:
    """Whether patient, agent or what follows the verb is nothing that a body is: "hit a record"."""
    phrases = [clause.agent]
    if clause.patient is not None:
        phrases.append(without_place_of_people(words, clause.patient))
    if stop < len(words) and words[stop].lower not in _WHERE:
        phrases.append(right_phrase(words, stop + 1 if words[stop].tag == "IN" else stop))
    return any(is_harmless_use(words, phrase, clause.entry) for phrase in phrases)


def _is_other_sense(words: Sentence, index: int, entry: Entry) -> bool:
    """Whether a verb form harms no one: in a game, "shot up to 400", "hit back", "a shot"."""
    if is_contest(words, index, entry) or is_no_real_harm(words, index, entry):
        return True
    if _lacks_bodily_sense(words, index, entry):
        return True
    if is_shot_as_noun(words, index):
        return True
    if entry == ("target",) and not _is_of_attack(words):
        return True
    if entry in _CRITICISE and index > 0 and is_in_group(words[index - 1], "fraud"):
        return True  # "scams targeting customers"
    if (
        words[index].tag == "NN"
        and index > 0
        and words[index - 1].tag in ("DT", "JJ", "PRP$", "POS")
    ):
        return True
    after = words[index + 1].lower if index + 1 < len(words) else ""
    if entry == ("execute",) and after in ("it", "this", "that"):
        return True
    if entry == ("shoot",) and (after == "up" or after.endswith("ly")):
        return True
    if entry == ("kill",) and after == "off":
        return True  # "killed off the match"
    if entry == ("strike",) and _is_no_blow(words, index, after):
        return True
    if (
        entry == ("shoot",)
        and " ".join(word.lower for word in words[index + 2 : index + 5]) in _IN_THE_FOOT
    ):
        return True
    if entry == ("kill",) and words[index].lower == "kill" and after in _AFTER_KILL:
        return True  # "a bison kill site"
    if after in _NO_HARM_AFTER or (after == "by" and _asks(words, index + 2)):
        return True
    if _is_noun_after_article(words, index):
        return True
    return entry in _OFTEN_REDUCED and after in ("back", "out")


def _is_no_blow(words: Sentence, index: int, after: str) -> bool:
    """Whether a scorer struck twice, or members of a profession were struck off."""
    if not _has_be(words, index):
        return words[index].lower == "struck" and after in _OF_NO_BLOW
    following = words[index + 2].lower if index + 2 < len(words) else "."
    return after == "off" and following in _AFTER_OFF


def _lacks_bodily_sense(words: Sentence, index: int, entry: Entry) -> bool:
    """Whether "hurt" and "beat" are active, with no word of bodily harm beside them."""
    is_passive = _has_be(words, index) and words[index].tag != "VBG"
    if entry not in (("hurt",), ("beat",)) or is_passive or words[index].lower == "beaten":
        return False
    if object_at(words, index + 1) is None:
        return words[index + 1 : index + 2] != [] and words[index + 1].lower == "up"
    others = [word for j, word in enumerate(words) if j != index]
    return not any(is_cause(word) or is_in_group(word, "physical") for word in others)


def _is_in_words(words: Sentence, clause: Clause) -> bool:
    """Whether an attack is in words: "hit the channel over its report", "struck her as odd"."""
    if clause.patient is None:
        return False
    burnt = words[clause.patient.first : clause.patient.stop]
    if clause.entry == ("burn",) and any(is_in_group(word, "fuels") for word in burnt):
        return True
    if clause.entry == ("execute",) and words[clause.patient.first].lower == "it":
        return True
    if clause.patient.stop + 1 >= len(words):
        return False
    stop = clause.patient.stop
    if words[stop].lower in ("politically", "financially", "economically", "electorally"):
        return True
    after = words[stop + 1]
    if words[stop].lower == "as":
        if after.text in _QUOTES and stop + 2 < len(words):
            after = words[stop + 2]
        # "struck them as odd", "attacked it as unfair", not "struck it as they slept"
        return clause.entry in _CRITICISE and after.tag in ("JJ", "NN", "VBG", "VBN")
    if words[stop].lower == "for":
        is_for_deed = stop + 1 < len(words) and words[stop + 1].tag == "VBG"
        return clause.entry == ("attack",) or (is_for_deed and clause.entry in _CRITICISE)
    reason = right_phrase(words, stop + 1)
    if words[stop].lower != "over" or reason is None or clause.entry not in _CRITICISE:
        return False
    return not is_time(words[reason.stop - 1])  # "hit the town over the weekend"


def _asks(words: Sentence, index: int) -> bool:
    """Whether a question word follows: "she was struck by how small it was"."""
    return index < len(words) and words[index].tag in ("WRB", "WP")


def _is_noun_after_article(words: Sentence, index: int) -> bool:
    """Whether a verb form is a noun: "during a police raid a man fled"."""
    if index < 2 or words[index].tag not in ("VB", "VBP", "NN") or words[index - 1].tag != "NN":
        return False
    is_noun_too = find_entry(words, index, "nouns", "NN") is not None
    return is_noun_too and words[index - 2].lower in ("a", "an")


def _is_of_attack(words: Sentence) -> bool:
    """Whether a sentence has a word of attacks or armed people: not "the advert targets buyers"."""
    return any(is_cause(word) or is_party_word(word) for word in words)


def _can_be_verb(words: Sentence, index: int) -> bool:
    """Whether a word can be a verb form, whatever tag it was given."""
    word = words[index]
    if word.tag.startswith("VB"):
        return True
    form = word.lower
    if form.endswith("ed") or form in _IRREGULAR_PARTICIPLES:
        if form == "hit":
            return word.tag == "JJ"
        return word.tag in ("JJ", "NN", "NNP", "NNS", "RB")
    if index == 0:
        return False
    if form in _BARE_VERBS and word.tag in ("NN", "NNP", "NNS"):
        return form == "die" or object_at(words, index + 1) is not None
    return _is_headline_verb(words, index)


def _is_headline_verb(words: Sentence, index: int) -> bool:
    """Whether a plural noun is a verb between subject and object: "Airstrike kills 12"."""
    if not words[index].lower.endswith("s") or words[index].tag not in ("NNS", "NNPS", "NNP"):
        return False
    if any(word.tag in FINITE_TAGS for word in words) or not is_noun(words[index - 1]):
        return False
    found = object_at(words, index + 1)
    if found is None:
        return False
    if words[index].tag == "NNP" and words[found.first].tag != "CD":
        return False
    # "rocket shells fell" with a wrong tag
    is_noun_too = (
        find_entry(words, index, "nouns", "NNS") is not None or words[index].lower in _WEAPONS
    )
    return not is_noun_too or words[found.first].tag in ("CD", "DT", "NNP", "NNS")


def _verb_group(words: Sentence, index: int) -> set[str]:
    """Return the auxiliaries and adverbs right before a verb, in lower case."""
    return {word.lower for word in words[verb_group_start(words, index) : index]}


def _has_be(words: Sentence, index: int) -> bool:
    """Whether the verb group of word ``index`` holds a form of "be" or "get"."""
    return not _BE.isdisjoint(_verb_group(words, index))


def _lacks_object(words: Sentence, index: int, entry: Entry) -> bool:
    """Whether a verb is active but has no object: "the team attacked", "the bomber struck"."""
    if (
        entry not in read_harm_lexicon()["loose"]
        or words[index].tag != "VBD"
        or _has_be(words, index)
    ):
        return False
    phrase = subject(words, index)
    if phrase is None or words[phrase.first].tag not in ("DT", "PRP$", "PRP"):
        return False
    if entry in _OFTEN_REDUCED:
        return True
    return not any(word.tag in FINITE_TAGS for j, word in enumerate(words) if j != index)


def _is_attributive(words: Sentence, index: int) -> bool:
    """Whether a participle modifies a noun or is one: "the wounded", "wounded civilians fled"."""
    tag = words[index].tag
    if tag == "NNP" and 0 < index < len(words) - 1 and words[index - 1].tag == "DT":
        return words[index + 1].tag in _NAMES  # "the Wounded Warriors"
    if tag not in ("VBN", "JJ", "VBD", "VBG") or index + 1 >= len(words):
        return False
    if (
        words[index].lower == "burning"
        and words[index + 1].tag == "NNS"
        and not _has_be(words, index)
    ):
        return True  # "sore throats and burning eyes"
    is_before_noun = words[index + 1].tag in ("NN", "NNS") and not is_time(words[index + 1])
    if words[index].lower == "dying" and index > 0 and is_before_noun:
        return True  # "across dying glaciers"
    if index == 0:
        return tag != "VBG"
    before = words[index - 1]
    if _is_object_of_verb(words, index):
        return True
    if _is_inside_phrase(words, index) or _is_in_compound(words, index):
        return True
    pair = _pair_start(words, index)
    if pair is not None and words[pair - 1].lower == "both":
        return True  # "the figures count both killed and wounded"
    if before.lower == "and" and words[index - 2].lower in ("dead", "killed"):
        return words[index - 3].tag in (
            "DT",
            "IN",
        )  # "the dead and wounded", "numbers of killed and"
    if _is_second_participle(words, index):
        return True
    if before.lower in ("those", "all", "both", "some"):
        return False
    if before.tag == "JJ":
        return tag != "VBG"
    if before.tag not in ("DT", "PRP$", "POS", "IN") or before.lower in _CONJUNCTIONS:
        return False
    return tag != "VBG" or before.tag != "IN"


def _is_inside_phrase(words: Sentence, index: int) -> bool:
    """Whether a participle is between number and noun of a phrase: "755 badly injured persons"."""
    if index + 2 >= len(words) or words[index + 1].tag not in ("NN", "NNS"):
        return False
    start = index
    while start > 0 and words[start - 1].tag == "RB":
        start -= 1
    if words[index].lower in _ADJECTIVES and words[index - 1].tag in _BEFORE_ADJECTIVES:
        return True
    if start < index and words[start - 1].lower == "of" and words[index + 1].tag == "NNS":
        return True  # "dozens of badly injured children"
    if start == 0 or words[start - 1].tag not in ("CD", "DT", "PRP$", "JJR", "RBR"):
        return False
    if start < index and words[index].tag != "VBG":
        return True
    if (
        words[index].tag == "VBG"
        and words[start - 1].tag == "CD"
        and words[index + 1].lower != "others"
    ):
        return True  # "73 damaging storms"
    phrase = right_phrase(words, index + 1)
    return phrase is not None and phrase.stop < len(words) and _is_finite_tag(words[phrase.stop])


def _pair_start(words: Sentence, index: int) -> int | None:
    """Return where "killed and wounded" begins that a word is one of; None if it is no pair."""
    for first in (index, index - 2):
        if first < 1 or first + 2 >= len(words) or words[first + 1].lower not in ("and", "or"):
            continue
        if all(find_entry(words, j, "verbs", "VBD") is not None for j in (first, first + 2)):
            return first
    return None


def _object_before_pair(words: Sentence, index: int) -> Phrase | None:
    """Return who is lost before a pair in commas: "lost 80 men, killed and wounded,"."""
    first = _pair_start(words, index)
    if first is None or words[first - 1].text != ",":
        return None
    following = words[first + 3 : first + 4]
    if following and following[0].text not in (",", ".") and following[0].tag != "IN":
        return None
    return left_phrase(words, first - 1)


def _is_second_participle(words: Sentence, index: int) -> bool:
    """Whether two participles modify a noun: "of damaged and destroyed buildings"."""
    if index < 3 or words[index - 1].lower != "and" or words[index - 2].tag not in ("VBN", "JJ"):
        return False
    return words[index - 3].tag in ("IN", "DT") and words[index + 1].tag in ("NN", "NNS")


def _is_object_of_verb(words: Sentence, index: int) -> bool:
    """Whether a participle begins the object of a verb: "they treat injured players"."""
    verb = words[index - 1]
    if verb.tag not in ("VB", "VBP", "VBZ", "VBG") or verb.lower in _BE | _HAVE:
        return False
    if is_in_group(verb, "sayings") or words[index].tag == "VBG":
        return False
    return words[index + 1].tag in ("NNS", "NN")


def _is_in_compound(words: Sentence, index: int) -> bool:
    """Whether a gerund is the middle of a compound noun: "school shooting suspect"."""
    if words[index].tag != "VBG" or find_entry(words, index, "nouns", "NN") is None:
        return False
    after = words[index + 1]
    return is_noun(words[index - 1]) and (after.tag == "NN" or is_cause(after))


def _is_finite_tag(word: Word) -> bool:
    return word.tag in FINITE_TAGS and not word.lower.endswith("ed")


def _clause_by_voice(words: Sentence, index: int, stop: int, entry: Entry) -> Clause | None:
    """Tell active from passive, and find agent and patient; ``stop`` is the word after the verb."""
    group = _verb_group(words, index)
    if words[index].lower.endswith("ing"):
        if "being" in group:
            return _passive_clause(words, index, stop, entry)
        return _participle_clause(words, index, stop, entry)
    if group & _BE:
        return _passive_clause(words, index, stop, entry)
    if _is_present(words[index]) or group & _HAVE:
        return _active_clause(words, index, stop, entry)
    if _object(words, stop) is not None and not _is_reduced_passive(words, index, stop):
        return _active_clause(words, index, stop, entry)
    return _passive_clause(words, index, stop, entry)


def _is_present(word: Word) -> bool:
    """Whether a verb form can only be active: "kills", "kill"."""
    if word.tag in ("VBZ", "VBP", "VB") and not word.lower.endswith("ed"):
        return True
    return word.lower.endswith("s") and word.lower != "gas"


def _is_reduced_passive(words: Sentence, index: int, stop: int) -> bool:
    """Whether a participle before a noun is passive all the same: "seven killed 37 injured"."""
    phrase = right_phrase(words, stop)
    if phrase is None:
        return _object(words, stop) is None
    if index == 0 or phrase.stop >= len(words):
        return False
    if words[index - 1].lower in QUANTITIES and is_in_group(words[phrase.stop], "sayings"):
        return True  # "dozens injured state media reported"
    if words[stop].tag != "CD":
        return False
    after = words[phrase.stop].lower
    if after in ("injured", "wounded", "hurt") and words[phrase.stop - 1].lower == "others":
        return True  # "a child killed, two others injured" without its comma
    if after == "injured" and phrase.stop + 1 < len(words) and not is_cause(words[index - 1]):
        return words[phrase.stop + 1].tag == "IN"  # "a child killed, 7 injured in an attack"
    return words[index - 1].tag in ("CD", "NNP") and after in (
        "injured",
        "wounded",
        "hurt",
        "killed",
    )


def _object(words: Sentence, stop: int) -> Phrase | None:
    """Return the object after a verb, or the one that it shares: "shot and killed a man"."""
    found = object_at(words, stop)
    if found is not None or stop + 2 >= len(words) or words[stop].lower not in ("and", "or"):
        return found
    other = stop + 1
    while other + 1 < len(words) and words[other].tag == "RB":
        other += 1
    entry = find_entry(words, other, "verbs", "VBD")
    if entry is None or not words[other].tag.startswith("VB"):
        return None
    return object_at(words, other + len(entry))


def _active_clause(words: Sentence, index: int, stop: int, entry: Entry) -> Clause | None:
    """Return an active clause; None without an object."""
    patient = _object(words, stop)
    if patient is None:
        return None
    return Clause(entry, "active", without_place(words, subject(words, index)), patient)


def _participle_clause(words: Sentence, index: int, stop: int, entry: Entry) -> Clause | None:
    """Return the active clause of "were killing 12" or "a bomb exploded, killing 12"."""
    patient = _object(words, stop)
    if patient is None:
        return None
    agent = subject(words, index) if _has_be(words, index) else agent_of_gerund(words, index)
    return Clause(entry, "active", without_place(words, agent), patient)


def _passive_clause(words: Sentence, index: int, stop: int, entry: Entry) -> Clause | None:
    """Return a passive clause: the patient on the left, the agent after "by"."""
    patient = _passive_subject(words, index)
    doer = None if _has_be(words, index) else _doer_in_relative(words, patient)
    if doer is not None:
        meant = antecedent(words, doer.first - 1)
        return None if meant is None else Clause(entry, "active", doer, meant)
    if patient is None or _disagrees(words, index, patient):
        return None
    if not _has_be(words, index) and _is_active_without_object(words, index, stop, entry):
        return None
    form = words[index].lower
    if form == "blew":
        return None  # "the truck blew up"
    if lemma(form, "VBD") == form and form not in _SAME_AS_PARTICIPLE:
        return None  # "raid" is no participle
    agent = agent_after_by(words, stop, VERB_REACH)
    construction = "passive_agentless" if agent is None else "passive_with_agent"
    return Clause(entry, construction, agent, patient)


def _doer_in_relative(words: Sentence, phrase: Phrase | None) -> Phrase | None:
    """Return the subject of a relative clause about its object: "men whom soldiers shot"."""
    if phrase is None or phrase.first < 2:
        return None
    pronoun, noun = words[phrase.first - 1], words[phrase.first - 2]
    if pronoun.lower in ("whom", "who"):
        return phrase
    is_relative = pronoun.tag == "WDT" or pronoun.lower == "that"
    is_after_noun = noun.tag in ("NN", "NNS", "NNP", ",") and not _is_of_content(noun)
    return phrase if is_relative and is_after_noun else None


def _is_of_content(word: Word) -> bool:
    """Whether "that" after a noun says what it holds: "the report that two men wounded in"."""
    return any(is_in_group(word, group) for group in ("no_doers", "evidence", "stories", "denials"))


def _disagrees(words: Sentence, index: int, phrase: Phrase) -> bool:
    """Whether a plural auxiliary has one name for its subject: "his brother, Jace, 3, were"."""
    auxiliary = words[verb_group_start(words, index)].lower
    if auxiliary not in _PLURAL_AUXILIARIES:
        return False
    subject_words = words[phrase.first : phrase.stop]
    return all(word.tag == "NNP" and not word.text.isupper() for word in subject_words)


def _is_active_without_object(words: Sentence, index: int, stop: int, entry: Entry) -> bool:
    """
    Whether a past without auxiliary has lost its object, so that it is no passive.

    "The town he attacked", "the shops that day the army burned", "the fire, which began at noon,
    struck on Sunday".
    """
    before = words[index - 1]
    if before.tag == "PRP" and before.lower in _NOMINATIVES:
        return True
    if before.lower in RELATIVE_PRONOUNS and before.tag != "DT":
        return True  # "the storm, which struck at noon"
    is_with = stop < len(words) and words[stop].lower == "with"
    if is_with and entry == ("target",) and is_party_word(before):
        return True  # "rebels targeted with shells a town"
    if before.text == "," and entry in _OFTEN_REDUCED and words[index].tag == "VBD":
        return stop >= len(words) or words[stop].lower != "by"
    first = simple_phrase_start(words, index)
    if first is None or first == 0 or words[index].tag == "VBN":
        return False
    head = words[first - 1]
    is_after_noun = head.tag in ("NN", "NNS", "-RRB-") and not is_time(head)
    return is_after_noun and (words[first].lower == "the" or words[first].tag == "NNP")


def _passive_subject(words: Sentence, index: int) -> Phrase | None:
    """
    Return the patient of a passive verb.

    A participle right after its noun, in a sentence with another verb, belongs to the nearest noun
    that can be meant: of "families of those killed" those.
    """
    start = verb_group_start(words, index)
    lost = _object_before_pair(words, index)
    if lost is not None:
        return lost
    is_reduced = (
        index > 0 and is_noun(words[index - 1]) and start == before_times(words, index) == index
    )
    if words[start].lower in ("being", "getting"):
        return antecedent(words, start)  # "a video of a man being shot"
    if is_reduced and any(is_finite(words, j) for j in range(len(words)) if j != index):
        return antecedent(words, index)
    return subject(words, index)
