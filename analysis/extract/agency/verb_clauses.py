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
    survivors fields field""".split()
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


def intransitive_clause(words: Sentence, i: int) -> Clause | None:
    """Read word ``i`` as a verb of dying; None if it is not one."""
    if not _can_be_verb(words, i):
        return None
    entry = find_entry(words, i, "intransitive", "VBD")
    if entry is None or entry == ("collapse",) or _is_attributive(words, i):
        return None
    if words[i].lower == "dying" and i + 1 < len(words) and words[i + 1].lower == "to":
        return None  # "dying to know"
    after = words[i + 1].lower if i + 1 < len(words) else ""
    if entry == ("die",) and after in ("down", "out", "off", "hard"):
        return None
    if is_no_real_harm(words, i, entry) or _is_drowned_in_work(words, i, entry):
        return None
    if entry in _WITHOUT_SUBJECT_NO_HARM and _has_object(words, i):
        return None  # "the noise drowned everything"
    group = _verb_group(words, i)
    if "to" in group and group.isdisjoint(_HAVE):
        return None  # "wanted to die"
    patient = subject(words, i)
    if entry in _WITHOUT_SUBJECT_NO_HARM and (patient is None or _has_be(words, i)):
        return None
    if patient is None and words[i].tag != "VBG":
        return None
    if patient is not None and _disagrees(words, i, patient):
        return None
    if is_harmless_use(words, patient, entry):
        return None
    return Clause(entry, "intransitive", None, _counted_only(words, i, patient))


def _counted_only(words: Sentence, i: int, patient: Phrase | None) -> Phrase | None:
    """
    Return who is harmed, without a conjunction or bodies that are counted beside them.

    "51 people" of "he said that 51 people were wounded", "38" of "17 bodies and 38 wounded".
    """
    if patient is None or patient.stop - patient.first < 2:
        return patient
    first, stop = patient
    if words[first].lower == "that" and words[first + 1].tag == "CD":
        return Phrase(first + 1, stop)
    is_bare = stop == i and words[i].lower in _HARMED and words[stop - 1].tag == "CD"
    bodies = [word.lower for word in words[first : stop - 1]]
    if is_bare and words[stop - 2].lower == "and" and not _THE_DEAD.isdisjoint(bodies):
        return Phrase(stop - 1, stop)
    return patient


def _is_drowned_in_work(words: Sentence, i: int, entry: Entry) -> bool:
    """Whether somebody drowns in what is no water: "drowned in debt"."""
    if entry != ("drown",) or words[i + 1 : i + 2] == [] or words[i + 1].lower != "in":
        return False
    phrase = right_phrase(words, i + 2)
    return phrase is not None and any(
        is_in_group(word, "drowned_in") for word in words[phrase.first : phrase.stop]
    )


def _has_object(words: Sentence, i: int) -> bool:
    """Whether an object is right after a verb, with no particle or preposition between them."""
    if i + 1 >= len(words) or words[i + 1].tag in ("RP", "IN", "RB"):
        return False
    return object_at(words, i + 1) is not None


# "Shot themselves in the foot": a mistake
_IN_THE_FOOT = ("in the foot", "in the feet")


def transitive_clause(words: Sentence, i: int) -> Clause | None:
    """Read word ``i`` as a verb of harm with agent and patient; None if it is not one."""
    if not _can_be_verb(words, i):
        return None
    entry = find_entry(words, i, "verbs", "VBD")
    if entry is None or _is_attributive(words, i) or _is_other_sense(words, i, entry):
        return None
    stop = i + len(entry)
    clause = _clause_by_voice(words, i, stop, entry)
    if clause is None:
        return None
    clause = clause._replace(patient=_counted_only(words, i, clause.patient))
    if clause.construction == "passive_agentless" and _lacks_object(words, i, entry):
        return None
    if is_shot_of_thing(words, i, clause):
        return None
    is_agentless = clause.construction == "passive_agentless"
    if entry == ("burn",) and is_agentless and words[i].tag == "VBD" and not _has_be(words, i):
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


def _is_other_sense(words: Sentence, i: int, entry: Entry) -> bool:
    """Whether a verb form harms no one: in a game, "shot up to 400", "hit back", "a shot"."""
    if is_contest(words, i, entry) or is_no_real_harm(words, i, entry):
        return True
    if _lacks_bodily_sense(words, i, entry):
        return True
    if is_shot_as_noun(words, i):
        return True
    if entry == ("target",) and not _is_of_attack(words):
        return True
    if entry in _CRITICISE and i > 0 and is_in_group(words[i - 1], "fraud"):
        return True  # "scams targeting customers"
    if words[i].tag == "NN" and i > 0 and words[i - 1].tag in ("DT", "JJ", "PRP$", "POS"):
        return True
    after = words[i + 1].lower if i + 1 < len(words) else ""
    if entry == ("execute",) and after in ("it", "this", "that"):
        return True
    if entry == ("shoot",) and (after == "up" or after.endswith("ly")):
        return True
    if entry == ("kill",) and after == "off":
        return True  # "killed off the match"
    if entry == ("strike",) and _is_no_blow(words, i, after):
        return True
    if (
        entry == ("shoot",)
        and " ".join(word.lower for word in words[i + 2 : i + 5]) in _IN_THE_FOOT
    ):
        return True
    if entry == ("kill",) and words[i].lower == "kill" and after in _AFTER_KILL:
        return True  # "a bison kill site"
    if after in _NO_HARM_AFTER or (after == "by" and _asks(words, i + 2)):
        return True
    if _is_noun_after_article(words, i):
        return True
    return entry in _OFTEN_REDUCED and after in ("back", "out")


def _is_no_blow(words: Sentence, i: int, after: str) -> bool:
    """Whether a scorer struck twice, or members of a profession were struck off."""
    if not _has_be(words, i):
        return words[i].lower == "struck" and after in _OF_NO_BLOW
    following = words[i + 2].lower if i + 2 < len(words) else "."
    return after == "off" and following in _AFTER_OFF


def _lacks_bodily_sense(words: Sentence, i: int, entry: Entry) -> bool:
    """Whether "hurt" and "beat" are active, with no word of bodily harm beside them."""
    is_passive = _has_be(words, i) and words[i].tag != "VBG"
    if entry not in (("hurt",), ("beat",)) or is_passive or words[i].lower == "beaten":
        return False
    if object_at(words, i + 1) is None:
        return words[i + 1 : i + 2] != [] and words[i + 1].lower == "up"
    others = [word for j, word in enumerate(words) if j != i]
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
        return clause.entry == ("attack",)
    reason = right_phrase(words, stop + 1)
    if words[stop].lower != "over" or reason is None or clause.entry not in _CRITICISE:
        return False
    return not is_time(words[reason.stop - 1])  # "hit the town over the weekend"


def _asks(words: Sentence, i: int) -> bool:
    """Whether a question word follows: "she was struck by how small it was"."""
    return i < len(words) and words[i].tag in ("WRB", "WP")


def _is_noun_after_article(words: Sentence, i: int) -> bool:
    """Whether a verb form is a noun: "during a police raid a man fled"."""
    if i < 2 or words[i].tag not in ("VB", "VBP", "NN") or words[i - 1].tag != "NN":
        return False
    is_noun_too = find_entry(words, i, "nouns", "NN") is not None
    return is_noun_too and words[i - 2].lower in ("a", "an")


def _is_of_attack(words: Sentence) -> bool:
    """Whether a sentence has a word of attacks or armed people: not "the advert targets buyers"."""
    return any(is_cause(word) or is_party_word(word) for word in words)


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
        return form == "die" or object_at(words, i + 1) is not None
    return _is_headline_verb(words, i)


def _is_headline_verb(words: Sentence, i: int) -> bool:
    """Whether a plural noun is a verb between subject and object: "Airstrike kills 12"."""
    if not words[i].lower.endswith("s") or words[i].tag not in ("NNS", "NNPS", "NNP"):
        return False
    if any(word.tag in FINITE_TAGS for word in words) or not is_noun(words[i - 1]):
        return False
    found = object_at(words, i + 1)
    if found is None:
        return False
    if words[i].tag == "NNP" and words[found.first].tag != "CD":
        return False
    # "rocket shells fell" with a wrong tag
    is_noun_too = find_entry(words, i, "nouns", "NNS") is not None or words[i].lower in _WEAPONS
    return not is_noun_too or words[found.first].tag in ("CD", "DT", "NNP", "NNS")


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
    if tag == "NNP" and 0 < i < len(words) - 1 and words[i - 1].tag == "DT":
        return words[i + 1].tag in _NAMES  # "the Wounded Warriors"
    if tag not in ("VBN", "JJ", "VBD", "VBG") or i + 1 >= len(words):
        return False
    if words[i].lower == "burning" and words[i + 1].tag == "NNS" and not _has_be(words, i):
        return True  # "sore throats and burning eyes"
    is_before_noun = words[i + 1].tag in ("NN", "NNS") and not is_time(words[i + 1])
    if words[i].lower == "dying" and i > 0 and is_before_noun:
        return True  # "across dying glaciers"
    if i == 0:
        return tag != "VBG"
    before = words[i - 1]
    if _is_object_of_verb(words, i):
        return True
    if _is_inside_phrase(words, i) or _is_in_compound(words, i):
        return True
    pair = _pair_start(words, i)
    if pair is not None and words[pair - 1].lower == "both":
        return True  # "the figures count both killed and wounded"
    if before.lower == "and" and words[i - 2].lower in ("dead", "killed"):
        return words[i - 3].tag in ("DT", "IN")  # "the dead and wounded", "numbers of killed and"
    if _is_second_participle(words, i):
        return True
    if before.lower in ("those", "all", "both", "some"):
        return False
    if before.tag == "JJ":
        return tag != "VBG"
    if before.tag not in ("DT", "PRP$", "POS", "IN") or before.lower in _CONJUNCTIONS:
        return False
    return tag != "VBG" or before.tag != "IN"


def _is_inside_phrase(words: Sentence, i: int) -> bool:
    """Whether a participle is between number and noun of a phrase: "755 badly injured persons"."""
    if i + 2 >= len(words) or words[i + 1].tag not in ("NN", "NNS"):
        return False
    start = i
    while start > 0 and words[start - 1].tag == "RB":
        start -= 1
    if words[i].lower in _ADJECTIVES and words[i - 1].tag in _BEFORE_ADJECTIVES:
        return True
    if start < i and words[start - 1].lower == "of" and words[i + 1].tag == "NNS":
        return True  # "dozens of badly injured children"
    if start == 0 or words[start - 1].tag not in ("CD", "DT", "PRP$", "JJR", "RBR"):
        return False
    if start < i and words[i].tag != "VBG":
        return True
    if words[i].tag == "VBG" and words[start - 1].tag == "CD" and words[i + 1].lower != "others":
        return True  # "73 damaging storms"
    phrase = right_phrase(words, i + 1)
    return phrase is not None and phrase.stop < len(words) and _is_finite_tag(words[phrase.stop])


def _pair_start(words: Sentence, i: int) -> int | None:
    """Return where "killed and wounded" begins that word ``i`` is one of; None if it is no pair."""
    for first in (i, i - 2):
        if first < 1 or first + 2 >= len(words) or words[first + 1].lower not in ("and", "or"):
            continue
        if all(find_entry(words, j, "verbs", "VBD") is not None for j in (first, first + 2)):
            return first
    return None


def _object_before_pair(words: Sentence, i: int) -> Phrase | None:
    """Return who is lost before a pair in commas: "lost 80 men, killed and wounded,"."""
    first = _pair_start(words, i)
    if first is None or words[first - 1].text != ",":
        return None
    following = words[first + 3 : first + 4]
    if following and following[0].text not in (",", ".") and following[0].tag != "IN":
        return None
    return left_phrase(words, first - 1)


def _is_second_participle(words: Sentence, i: int) -> bool:
    """Whether two participles modify a noun: "of damaged and destroyed buildings"."""
    if i < 3 or words[i - 1].lower != "and" or words[i - 2].tag not in ("VBN", "JJ"):
        return False
    return words[i - 3].tag in ("IN", "DT") and words[i + 1].tag in ("NN", "NNS")


def _is_object_of_verb(words: Sentence, i: int) -> bool:
    """Whether a participle begins the object of a verb: "they treat injured players"."""
    verb = words[i - 1]
    if verb.tag not in ("VB", "VBP", "VBZ", "VBG") or verb.lower in _BE | _HAVE:
        return False
    if is_in_group(verb, "sayings") or words[i].tag == "VBG":
        return False
    return words[i + 1].tag in ("NNS", "NN")


def _is_in_compound(words: Sentence, i: int) -> bool:
    """Whether a gerund is the middle of a compound noun: "school shooting suspect"."""
    if words[i].tag != "VBG" or find_entry(words, i, "nouns", "NN") is None:
        return False
    after = words[i + 1]
    return is_noun(words[i - 1]) and (after.tag == "NN" or is_cause(after))


def _is_finite_tag(word: Word) -> bool:
    return word.tag in FINITE_TAGS and not word.lower.endswith("ed")


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
    if _object(words, stop) is not None and not _is_reduced_passive(words, i, stop):
        return _active_clause(words, i, stop, entry)
    return _passive_clause(words, i, stop, entry)


def _is_present(word: Word) -> bool:
    """Whether a verb form can only be active: "kills", "kill"."""
    if word.tag in ("VBZ", "VBP", "VB") and not word.lower.endswith("ed"):
        return True
    return word.lower.endswith("s") and word.lower != "gas"


def _is_reduced_passive(words: Sentence, i: int, stop: int) -> bool:
    """Whether a participle before a noun is passive all the same: "seven killed 37 injured"."""
    phrase = right_phrase(words, stop)
    if phrase is None:
        return _object(words, stop) is None
    if i == 0 or phrase.stop >= len(words):
        return False
    if words[i - 1].lower in QUANTITIES and is_in_group(words[phrase.stop], "sayings"):
        return True  # "dozens injured state media reported"
    if words[stop].tag != "CD":
        return False
    after = words[phrase.stop].lower
    if after in ("injured", "wounded", "hurt") and words[phrase.stop - 1].lower == "others":
        return True  # "a child killed, two others injured" without its comma
    if after == "injured" and phrase.stop + 1 < len(words) and not is_cause(words[i - 1]):
        return words[phrase.stop + 1].tag == "IN"  # "a child killed, 7 injured in an attack"
    return words[i - 1].tag in ("CD", "NNP") and after in ("injured", "wounded", "hurt", "killed")


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


def _active_clause(words: Sentence, i: int, stop: int, entry: Entry) -> Clause | None:
    """Return an active clause; None without an object."""
    patient = _object(words, stop)
    if patient is None:
        return None
    return Clause(entry, "active", without_place(words, subject(words, i)), patient)


def _participle_clause(words: Sentence, i: int, stop: int, entry: Entry) -> Clause | None:
    """Return the active clause of "were killing 12" or "a bomb exploded, killing 12"."""
    patient = _object(words, stop)
    if patient is None:
        return None
    agent = subject(words, i) if _has_be(words, i) else agent_of_gerund(words, i)
    return Clause(entry, "active", without_place(words, agent), patient)


def _passive_clause(words: Sentence, i: int, stop: int, entry: Entry) -> Clause | None:
    """Return a passive clause: the patient on the left, the agent after "by"."""
    patient = _passive_subject(words, i)
    doer = None if _has_be(words, i) else _doer_in_relative(words, patient)
    if doer is not None:
        meant = antecedent(words, doer.first - 1)
        return None if meant is None else Clause(entry, "active", doer, meant)
    if patient is None or _disagrees(words, i, patient):
        return None
    if not _has_be(words, i) and _is_active_without_object(words, i, stop, entry):
        return None
    form = words[i].lower
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


def _disagrees(words: Sentence, i: int, phrase: Phrase) -> bool:
    """Whether a plural auxiliary has one name for its subject: "his brother, Jace, 3, were"."""
    auxiliary = words[verb_group_start(words, i)].lower
    if auxiliary not in _PLURAL_AUXILIARIES:
        return False
    subject_words = words[phrase.first : phrase.stop]
    return all(word.tag == "NNP" and not word.text.isupper() for word in subject_words)


def _is_active_without_object(words: Sentence, i: int, stop: int, entry: Entry) -> bool:
    """
    Whether a past without auxiliary has lost its object, so that it is no passive.

    "The town he attacked", "the shops that day the army burned", "the fire, which began at noon,
    struck on Sunday".
    """
    before = words[i - 1]
    if before.tag == "PRP" and before.lower in _NOMINATIVES:
        return True
    if before.lower in RELATIVE_PRONOUNS and before.tag != "DT":
        return True  # "the storm, which struck at noon"
    is_with = stop < len(words) and words[stop].lower == "with"
    if is_with and entry == ("target",) and is_party_word(before):
        return True  # "rebels targeted with shells a town"
    if before.text == "," and entry in _OFTEN_REDUCED and words[i].tag == "VBD":
        return stop >= len(words) or words[stop].lower != "by"
    first = simple_phrase_start(words, i)
    if first is None or first == 0 or words[i].tag == "VBN":
        return False
    head = words[first - 1]
    is_after_noun = head.tag in ("NN", "NNS", "-RRB-") and not is_time(head)
    return is_after_noun and (words[first].lower == "the" or words[first].tag == "NNP")


def _passive_subject(words: Sentence, i: int) -> Phrase | None:
    """
    Return the patient of a passive verb.

    A participle right after its noun, in a sentence with another verb, belongs to the nearest noun
    that can be meant: of "families of those killed" those.
    """
    start = verb_group_start(words, i)
    lost = _object_before_pair(words, i)
    if lost is not None:
        return lost
    is_reduced = i > 0 and is_noun(words[i - 1]) and start == before_times(words, i) == i
    if words[start].lower in ("being", "getting"):
        return antecedent(words, start)  # "a video of a man being shot"
    if is_reduced and any(is_finite(words, j) for j in range(len(words)) if j != i):
        return antecedent(words, i)
    return subject(words, i)
