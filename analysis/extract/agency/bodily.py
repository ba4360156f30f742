"""
Tell attacks and blows that can hurt from those in words, in games, in trade and in feeling.

In: the tagged words of a sentence and a clause of harm. Out: whether its patient can be harmed by
it. "Attack", "hit", "target", "strike", "hurt" and "beat" are said of criticism, prices and
contests as often as of violence; they count only with a sign of bodily harm: a weapon, an injury,
armed people, or a patient that is a person, an animal, a place or a thing of the lists.
"""

import re
from functools import cache

from analysis.core import lexicon, paths
from analysis.core.given_names import is_given_name
from analysis.core.resources import lemma
from analysis.extract.agency.noun_phrases import (
    QUANTITIES,
    Phrase,
    Sentence,
    Word,
    right_phrase,
)
from analysis.extract.agency.party_words import is_party_word
from analysis.extract.agency.predicates import (
    Clause,
    is_cause,
    is_in_group,
    names_no_victim,
    read_harm_lexicon,
)
from analysis.extract.parties.gazetteer import read_names

__all__ = [
    "can_be_harmed",
    "can_do_harm",
    "is_bodily",
    "is_count_of_people",
    "is_living",
    "phrase_head",
    "without_place_of_people",
]

_FEELINGS = frozenset((verb,) for verb in "devastate wreck hurt destroy".split())
_PRONOUNS = frozenset("him her them himself herself themselves he she they".split())
_SPEAKERS = frozenset("i me we us you".split())
_SIGNS_IN_POLITICS = frozenset(
    """gun guns weapon weapons police officer officers military regime forces war army terror
    terrorist terrorists shooting shootings strike strikes raid raids attack attacks death deaths
    prison car charged murder 9/11 troops militia victim victims blood viciously brutally savagely
    badly severely""".split()
)
_TITLES = frozenset("mr mr. mrs mrs. ms ms. dr dr. sen sen. rep rep. gov gov. president".split())
_ABSTRACT_ENDINGS = ("ity", "ism", "cy", "ness", "ence", "ance")
_COUNTRY_FORMS = ("name", "adjective")
# causes that are as often no violence
_WEAK_SIGNS = frozenset("operation operations gas mine mines fire fires crash loss".split())
_BUILDINGS = ("house", "yard", "shop", "field", "room", "plant", "station")
_NAMES = ("NNP", "NNPS")
_CURRENCY_SIGNS = frozenset("$ £ € ¥ ₹ US$ A$ C$ S$ HK$".split())
_RATE_SIGNS = ("%", "°", "°C", "°F")
_RATES = frozenset(
    "percent cents cent dollars euros pounds yen rupees degrees points mph km/h".split()
)
_SUM = re.compile(
    r"(?:[A-Z]{0,2}[$£€¥₹])\d[\d.,]*(?:m|mn|bn|k|b|tn)?|\d+(?:,\d{3})*\.\d+|\d[\d.,]*%"
)
_DESTROYING = frozenset(
    (verb,)
    for verb in "destroy annihilate exterminate attack hit strike bombard destruction".split()
)
_KILLING = frozenset(
    (verb,) for verb in "kill slaughter shoot butcher wound execute crush burn bomb torture".split()
)
_WHERE = frozenset("on in at near outside inside along".split())
_EXPLODING = frozenset("mine mines landmine landmines ied ieds bomb explosive explosives".split())
_FUND_UNITS = frozenset("unit share token coin certificate fund".split())


@cache
def _living() -> frozenset[str]:
    """Return nouns of people and animals, in the singular and as printed in the lists."""
    outcomes = lexicon.load(paths.LEXICONS / "outcomes.toml")
    groups = lexicon.load(paths.LEXICONS / "groups.toml")
    found = set(outcomes["person"]["words"]) | set(outcomes["animal"]["words"])
    for group in groups.values():
        found.update(group["words"])
    for group in lexicon.load(paths.LEXICONS / "party_nouns.toml").values():
        found.update(group["words"])
    return frozenset(found)


_QUARRELS = frozenset((verb,) for verb in "attack target hit strike damage hurt offensive".split())
_QUARRELLING = frozenset("he she i you we".split())


def phrase_head(words: Sentence, phrase: Phrase) -> Word:
    """
    Return the head of a phrase: its last word before the first preposition.

    Parameters
    ----------
    words : Sentence
    phrase : Phrase

    Returns
    -------
    Word
    """
    for index in range(phrase.first + 1, phrase.stop):
        if words[index].tag == "IN" and words[index - 1].tag not in ("IN", "RB"):
            return words[index - 1]
    return words[phrase.stop - 1]


@cache
def _actors() -> frozenset[str]:
    """Return the nouns of parties that act: "coalition", "forces", "group"."""
    groups = lexicon.load(paths.LEXICONS / "attacks.toml", allowed_keys=("words",))
    return frozenset(groups["actor"]["words"])


def can_do_harm(words: Sentence, phrase: Phrase) -> bool:
    """
    Whether a phrase names a weapon, an attack, a disaster, a fight, a vehicle, people or a party.

    Parameters
    ----------
    words : Sentence
    phrase : Phrase

    Returns
    -------
    bool
        False for what the word lists do not know.
    """
    for word in words[phrase.first : phrase.stop]:
        if is_cause(word) or is_party_word(word) or word.lower in _actors():
            return True
        if is_in_group(word, "vehicles") or is_in_group(word, "fights") or is_living(word):
            return True
    return False


def can_be_harmed(words: Sentence, phrase: Phrase) -> bool:
    """
    Whether a phrase names people, animals, places or things that the word lists hold.

    Parameters
    ----------
    words : Sentence
    phrase : Phrase

    Returns
    -------
    bool
        False also for names of persons, who are as often attacked in words.
    """
    is_number = words[phrase.stop - 1].tag == "CD"
    if is_number and words[phrase.first].lower in ("a", "an"):
        return False  # "the golfer shot a 67"
    if is_number or words[phrase.first].tag == "CD":
        return True
    if phrase_head(words, phrase).lower in QUANTITIES | {"one", "everyone", "somebody", "someone"}:
        return True
    return any(_is_listed(word) for word in words[phrase.first : phrase.stop])


def _is_listed(word: Word) -> bool:
    """Whether a noun is one of people, animals, places or things of the lists."""
    form = lemma(word.text, "NNS")
    if is_living(word) or is_party_word(word) or form.endswith(_BUILDINGS):
        return True
    entries = read_harm_lexicon()
    return (form,) in entries["property"] or (form,) in entries["relatives"]


def is_living(word: Word) -> bool:
    """Whether a noun is one of people or animals, by its dictionary form or as printed."""
    return word.lower in _living() or lemma(word.text, "NNS") in _living()


def without_place_of_people(words: Sentence, phrase: Phrase) -> Phrase:
    """
    Return who is harmed, without where.

    Parameters
    ----------
    words : Sentence
    phrase : Phrase

    Returns
    -------
    Phrase
        "Two men" of "two men on the road to the mine"; the phrase itself if it is not of people.
    """
    if not is_living(phrase_head(words, phrase)):
        return phrase
    for index in range(phrase.first + 1, phrase.stop):
        if words[index].tag == "IN" and words[index].lower in _WHERE:
            return Phrase(phrase.first, index)
    return phrase


def is_count_of_people(words: Sentence, clause: Clause) -> bool:
    """
    Whether a clause tells of killing or wounding a number of people: "slaughtered 12 fans".

    Parameters
    ----------
    words : Sentence
    clause : Clause

    Returns
    -------
    bool
        False for verbs that are said of purses and feelings as well: "hurt 12 million savers".
    """
    if clause.patient is None or clause.entry not in _KILLING:
        return False
    first, stop = clause.patient
    if words[first].tag == "CD" and _is_listed(phrase_head(words, clause.patient)):
        return True
    return any(
        words[index].tag == "CD" and _is_listed(words[index + 1])
        for index in range(first, stop - 1)
    )


def is_bodily(words: Sentence, index: int, clause: Clause) -> bool:
    """
    Whether a clause of harm is about bodies or things, not words, games, trade or feelings.

    Parameters
    ----------
    words : Sentence
    index : int
        Number of the word of harm.
    clause : Clause

    Returns
    -------
    bool
        True for every word of harm that has no other common sense.
    """
    patient = clause.patient
    if patient is None:
        return clause.entry not in read_harm_lexicon()["bodily_or_not"]
    head = phrase_head(words, patient)
    if clause.entry in _FEELINGS and _is_person(words, patient):
        return _has_sign(words, index, clause)
    is_abstract = head.tag == "NN" and head.lower.endswith(_ABSTRACT_ENDINGS)
    is_event = clause.construction in ("nominal", "intransitive")
    if is_abstract and is_event and not can_be_harmed(words, patient):
        return False  # "the death of inevitability"
    if _is_thought(words, clause) or _is_sum(words, patient):
        return False
    if _is_of_no_body(words, clause) or _is_by_trouble(words, clause):
        return False
    if _is_on_mine(words, clause, head):
        return False
    if clause.entry == ("execute",) and words[patient.first].lower in ("it", "this", "that"):
        return False
    if clause.entry == ("die",) and head.lower in _SPEAKERS:
        return False  # "I'm dying"
    is_joined = any(word.tag == "CC" for word in words[patient.first : patient.stop])
    if is_cause(head) and not is_joined and not _is_listed(head):
        return False  # "a storm struck at noon", "executed the attack"
    if _is_harmless_noun(words, clause):
        return False
    entries = read_harm_lexicon()
    is_listed = can_be_harmed(words, patient)
    is_known = is_listed or _is_name(words, patient) or _is_by_attackers(words, index, clause)
    if clause.entry in entries["strict"] and not is_known:
        return False  # "struck his usual theme", "shot down the reports"
    if clause.entry == ("damage",) and (_is_person(words, patient) or _is_trader(head)):
        return False
    if _is_quarrel(words, clause):
        return _has_sign(words, index, clause, hard=True)
    if clause.entry not in entries["bodily_or_not"]:
        return True
    if _is_one_person(words, patient):
        return _is_by_attackers(words, index, clause) or _has_sign(words, index, clause, hard=True)
    if _has_sign(words, index, clause):
        return True
    if _is_by_attackers(words, index, clause):
        return True
    if clause.entry == ("target",) or _is_by_an_owner(words, clause):
        return False
    return is_listed


def _is_sum(words: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is a sum, a rate or a decimal number: "hitting $417.57", "hit 8%"."""
    named = words[phrase.first : phrase.stop]
    after = words[phrase.stop : phrase.stop + 1]
    if any(word.text in _CURRENCY_SIGNS for word in named[:-1]) and named[-1].tag == "CD":
        return True
    if any(word.text in _RATE_SIGNS or word.lower in _RATES for word in (*named[-1:], *after)):
        return True
    return _SUM.fullmatch(named[-1].text) is not None


def _is_of_no_body(words: Sentence, clause: Clause) -> bool:
    """Whether particles, germs or fund units destroy or are destroyed, beside no people."""
    if clause.patient is None:
        return False
    if clause.entry not in _DESTROYING and clause.entry not in read_harm_lexicon()["loose"]:
        return False
    if _is_lifeless(words, clause.patient):
        return True
    for phrase in (clause.agent, clause.patient):
        if phrase is not None and any(is_living(word) for word in words[slice(*phrase)]):
            return False
    if any(is_in_group(word, "science") for word in words):
        return not _is_property(words, clause.patient)
    named = words[clause.patient.first : clause.patient.stop]
    is_unit = any(lemma(word.text, "NNS") in _FUND_UNITS for word in named)
    return is_unit and any(is_in_group(word, "finance") for word in words)


def _is_lifeless(words: Sentence, phrase: Phrase) -> bool:
    """Whether a germ, a cell of a body or a device is harmed: not a cell of terrorists."""
    head = lemma(phrase_head(words, phrase).text, "NNS")
    if (head,) not in read_harm_lexicon()["lifeless"]:
        return False
    return not any(is_living(word) for word in words[phrase.first : phrase.stop])


def _is_by_trouble(words: Sentence, clause: Clause) -> bool:
    """Whether what hits harms no body: "hit by an outage", "hit with a fine"."""
    if clause.entry not in read_harm_lexicon()["bodily_or_not"]:
        return False
    agent = clause.agent
    if agent is None and clause.construction == "passive_agentless":
        agent = _after_with(words, clause)
    if agent is None:
        return False
    return any(is_in_group(word, "troubles") for word in words[agent.first : agent.stop])


def _after_with(words: Sentence, clause: Clause) -> Phrase | None:
    """Return the phrase after the first "with" on the right of a passive's patient."""
    start = 0 if clause.patient is None else clause.patient.stop
    for index in range(start, len(words) - 1):
        if words[index].lower == "with":
            return right_phrase(words, index + 1)
    return None


def _is_on_mine(words: Sentence, clause: Clause, head: Word) -> bool:
    """Whether somebody runs into what explodes: "their convoy hit a mine"."""
    if clause.entry not in (("hit",), ("strike",)) or head.lower not in _EXPLODING:
        return False
    if clause.agent is None or clause.construction != "active":
        return False
    return not is_cause(phrase_head(words, clause.agent))


def _is_property(words: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is a thing or place of the lists: an asteroid that destroys a town."""
    named = words[phrase.first : phrase.stop]
    return any((lemma(word.text, "NNS"),) in read_harm_lexicon()["property"] for word in named)


def _is_name(words: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is a name or a pronoun."""
    named = words[phrase.first : phrase.stop]
    if len(named) == 1 and named[0].tag in ("PRP", "PRP$"):
        return True
    return any(word.text != word.lower for word in named)


def _is_by_attackers(words: Sentence, index: int, clause: Clause) -> bool:
    """Whether an agent is armed or a weapon, or the noun of harm says so: "rocket attacks"."""
    named = [] if clause.agent is None else list(words[slice(*clause.agent)])
    if len(named) == 1 and is_party_word(named[0]) and named[0].lower not in _rulers():
        return True  # "Russian attacks", "rebels attacked"
    if clause.construction == "nominal" and index > 0:
        named.append(words[index - 1])
    return any(_is_armed(word) for word in named)


def _is_armed(word: Word) -> bool:
    if is_cause(word) or is_in_group(word, "attack_kinds"):
        return True
    return is_party_word(word) and word.text == word.lower and word.lower not in _rulers()


@cache
def _rulers() -> frozenset[str]:
    """Return the nouns of governments, who attack in words as well."""
    groups = lexicon.load(paths.LEXICONS / "party_nouns.toml")
    return frozenset(groups["government"]["words"])


def _is_thought(words: Sentence, clause: Clause) -> bool:
    """Whether an idea strikes somebody: "what struck me", "it struck her"."""
    if clause.entry != ("strike",) or clause.construction != "active":
        return False
    if clause.patient is None or words[clause.patient.first].tag != "PRP":
        return False
    if clause.agent is None:
        return True
    return words[clause.agent.first].lower in ("it", "this", "that", "what", "something")


def _is_harmless_noun(words: Sentence, clause: Clause) -> bool:
    return (
        clause.patient is not None
        and clause.entry in read_harm_lexicon()["loose"]
        and not is_count_of_people(words, clause)
        and names_no_victim(words, without_place_of_people(words, clause.patient))
    )


def _is_person(words: Sentence, phrase: Phrase) -> bool:
    if phrase.stop - phrase.first == 1 and words[phrase.first].lower in _PRONOUNS | _SPEAKERS:
        return True
    form = lemma(phrase_head(words, phrase).text, "NNS")
    return form in _living()


def _is_trader(head: Word) -> bool:
    """Whether a noun is one of people in trade: "damaging investors" hurts their purses."""
    return (lemma(head.text, "NNS"),) in read_harm_lexicon()["traders"]


def _is_quarrel(words: Sentence, clause: Clause) -> bool:
    """Whether one person goes for another by name: "he is damaging Vale"."""
    if clause.patient is None or clause.entry not in _QUARRELS:
        return False
    first, stop = clause.patient
    if stop - first > 1 or words[first].tag != "NNP" or words[first].text in _countries():
        return False
    if clause.agent is None:
        return clause.entry == ("offensive",)
    agent = words[clause.agent.first : clause.agent.stop]
    return len(agent) == 1 and agent[0].lower in _QUARRELLING


def _is_by_an_owner(words: Sentence, clause: Clause) -> bool:
    """Whether a person or office owns a noun of attack: "Trump's attacks on migrants"."""
    if clause.agent is None or clause.construction != "nominal":
        return False
    named = words[clause.agent.first : clause.agent.stop]
    if len(named) == 1 and named[0].tag == "PRP$":
        return False
    return not any(_is_armed(word) or word.text in _countries() for word in named)


@cache
def _countries() -> frozenset[str]:
    names = read_names(paths.GAZETTEER / "parties.csv")
    return frozenset(
        name.words for name in names if name.kind == "country" and name.form in _COUNTRY_FORMS
    )


def _is_one_person(words: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is one person, by name, pronoun or office: these are attacked in words."""
    head = phrase_head(words, phrase)
    if head.tag == "PRP":
        return head.lower not in ("it", "they", "them")
    if head.lower in _officers():
        return True
    if words[phrase.first].tag == "PRP$" and is_living(head) and not is_party_word(head):
        return True
    if any(_is_listed(word) for word in words[phrase.first : phrase.stop]):
        return False
    if head.tag != "NNP" or head.text in _countries():
        return False
    first = words[phrase.first]
    if first.lower in _TITLES or is_given_name(first.text):
        return True
    return any(is_in_group(word, "politics") for word in words)


@cache
def _officers() -> frozenset[str]:
    """Return the nouns of offices: "president", "senator"."""
    groups = lexicon.load(paths.LEXICONS / "party_nouns.toml")
    return frozenset(groups["person"]["words"]) | {"candidate", "nominee", "opponent", "rival"}


def _has_sign(words: Sentence, index: int, clause: Clause, hard: bool = False) -> bool:
    """
    Whether another word of the sentence is one of weapons, injuries or armed people.

    ``hard`` leaves out guns, police and armies, of which politics speaks as well.
    """
    for j, word in enumerate(words):
        if index <= j < index + len(clause.entry) or lemma(word.text, "NNS") == clause.entry[0]:
            continue
        if lemma(word.text, "VBD") == clause.entry[0]:
            continue
        if hard and word.lower in _SIGNS_IN_POLITICS:
            continue
        if is_in_group(word, "physical") or (is_cause(word) and word.lower not in _WEAK_SIGNS):
            return True
    if clause.agent is None:
        return False
    return any(is_in_group(word, "vehicles") for word in words[slice(*clause.agent)])
