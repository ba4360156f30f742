"""
Tell which counted words can name a quantity in a label.

In: the words beside a number, its unit and its sentences. Out: words, or None. What is next to a
number is often only its neighbour: a verb ("expects output"), an adverb, a phrase of place ("from
the"), a name, or what a time or a length is not of ("a match ... 74 minutes").
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from analysis.compare.events.labels.words import parts_of_speech
from analysis.compare.quantities.unit_nouns import (
    LENGTHS,
    SPEEDS,
    TIMES,
    around_number,
)
from analysis.core import lexicon, paths
from analysis.core.resources import lemma
from analysis.core.stop_words import english_stop_words

__all__ = [
    "as_act",
    "is_currency",
    "is_said_of_them",
    "is_verb_here",
    "participle",
    "sensible_words",
]

# what has a duration, or a length, of its own
_LASTING = frozenset(
    """wait delay sentence prison jail term imprisonment custody detention ban suspension curfew
    ceasefire truce lockdown contract lease visa age duration career life lifetime lifespan journey
    drive flight trip walk march race run siege war conflict strike outage blackout closure deadline
    extension notice period leave break pregnancy standoff shift pause moratorium quarantine drought
    recession reign rule presidency tenure marriage experience gap lead captivity exile search
    silence session meeting talks hearing trial investigation chase pursuit wait hold visit
    stay ride swim crossing surgery operation mission storm battle fight film album song
    speech""".split()
)
_LONG = frozenset(
    """road border coast coastline fence wall tunnel pipeline crater wave surge tide snow rain
    rainfall depth height length width distance lead gap radius zone river canal bridge track
    railway line route queue tailback race range altitude front frontline stretch trench ditch hole
    pit boat ship vessel ferry plane tower mast building statue tree flood water walk march journey
    trip run jump throw pool ravine gorge cliff drop fall plume column ash snowfall crack crevasse
    yacht trawler asteroid whale shark fish snake crocodile swim ride drive flight level""".split()
)
_FINITE = frozenset(
    """was were is are has have had put said stayed did does will would can could hear told went
    came got gave took goes go gets makes""".split()
)
# where a sum goes, or how it is said, but not what it is
_NO_SUMS = frozenset(
    """home kin worth once each apiece away back up down just tune bit level swoop extent way mark
    whopping""".split()
)
_NO_HEADS_OF_SUMS = frozenset("table version".split())
# who pays or gets money is not what it is for: "the lender, $413 million"
_DOER = re.compile(r"(?P<verb>[a-z]{3,})(?:er|or)s?")
_NO_DOERS = frozenset("offer order tender transfer power cover dinner number matter".split())
# what is done with money, or to get it
_MONEY_VERBS = frozenset(
    """allocate award bank borrow collect commit contribute cost cut deduct demand deposit donate
    earn embezzle fine fund give grant inherit invest launder lend lose make offer owe pay pledge
    pocket promise raise receive recover refund repay return save secure seek seize set spend steal
    take transfer win withdraw withhold write""".split()
)
_PAID_IN = re.compile(r"\s+in\s+(?:cash|stock|shares|debt|kind|instal?lments)\b", re.IGNORECASE)
_PER = r"\s+(?:an?|per|each|every)\s+{word}\b"
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_ACRONYMS_OF_SUMS = frozenset("GDP GNP GNI VAT GST IPO FDI NAV EBIT EBITDA".split())
# "61% thought he should go", "46% return them": a verb, and not what the number is of
_AFTER_VERB = (
    r"\s(?:he|she|it|they|we|I|you|them|him|her|us|that|to|their|his|its|my|our|the|an?)\b"
)
_OF_THOSE = r"\b(?:who|which)\s(?:(?:\w+ly|have|had|has)\s){0,2}"
_BEFORE_VERB = r"(?:can|could|will|would|may|might|must|should|to|who|which|they|we|you|not)"
_COMPLEMENT = re.compile(r"\s(?:of|in|on|at|for|with|from|to|by|and)\s")
_NAME = re.compile(r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)+")
_AMOUNTS = frozenset(("money", "measure", "percent", "points"))


def sensible_words(
    words: str | None, unit: str, unit_text: str | None, rows: Sequence[Mapping[str, Any]]
) -> str | None:
    """
    Return the counted words that can name a quantity.

    Parameters
    ----------
    words : str or None
        The counted words, shortened.
    unit : str
        "things", "money", "percent", "points" or "measure".
    unit_text : str or None
        The unit as printed: "$", "km".
    rows : sequence of dict
        The statements of the quantity.

    Returns
    -------
    str or None
        None where they are only the neighbour of the number. Of "followers put Ukrainian losses"
        what is after the verb.
    """
    if words is None:
        return None
    if unit == "percent" and is_said_of_them(words, rows):
        return None
    sensible = _without_verbs(words, unit, rows)
    if sensible is None or _is_adverb(sensible.split()[-1]) or _says_nothing(sensible):
        return None
    if unit == "money" and (sensible.casefold() in _NO_SUMS or _is_how_it_is_paid(sensible, rows)):
        return None
    head = sensible.split()[-1].casefold()
    if unit == "money" and (head in _NO_HEADS_OF_SUMS or _is_doer(head)):
        return None
    if unit == "money" and _is_verb_of_no_money(sensible, rows):
        return None
    if unit == "money" and _ACRONYM.fullmatch(sensible) and sensible not in _ACRONYMS_OF_SUMS:
        return None  # "the agency values them at $5m"
    if unit in _AMOUNTS and _is_only_adjective(sensible):
        return None
    if unit in _AMOUNTS and _is_name(sensible, rows):
        return None
    if unit == "measure" and unit_text is not None:
        return sensible if _has(sensible, unit_text) else None
    return sensible


@cache
def _currencies() -> frozenset[str]:
    groups = lexicon.load(paths.LEXICONS / "currencies.toml")
    return frozenset(word.casefold() for group in groups.values() for word in group["words"])


def is_currency(words: str) -> bool:
    """Return whether words are the name of a currency: "kwanzas"."""
    return words.casefold() in _currencies()


def is_said_of_them(words: str, rows: Iterable[Mapping[str, Any]]) -> bool:
    """
    Return whether one word is a verb of those of whom a share is told, and not what it is of.

    Parameters
    ----------
    words : str
        The counted words.
    rows : iterable of dict
        The statements of the quantity.

    Returns
    -------
    bool
        True for "thought" of "61% thought he should go", "received" of "4% of those who received
        care".
    """
    return " " not in words and words.islower() and any(_is_verb_of(words, row) for row in rows)


def _is_verb_of(verb: str, row: Mapping[str, Any]) -> bool:
    word = re.escape(verb)
    if re.search(rf"{_OF_THOSE}{word}\b", row["sentence_text"]):
        return True
    _, after = around_number(row)
    unit = re.escape(row["unit_text"] or "")
    is_next = re.match(rf"\s?(?:{unit})?\s{word}{_AFTER_VERB}", after) is not None
    return is_next and "VERB" in parts_of_speech(lemma(verb, "VB"))


def participle(words: str) -> str | None:
    """
    Return the participle of a word that can only be a verb; None for other words.

    Examples
    --------
    >>> participle("receive"), participle("gave"), participle("cost")
    ('received', 'given', None)
    """
    word = words.casefold()
    return _past_participle(word) if parts_of_speech(word) == {"VERB"} else None


def as_act(words: str, rows: Sequence[Mapping[str, Any]]) -> str | None:
    """
    Return what a sum of money is for, or what becomes of it, where its words are a verb.

    Parameters
    ----------
    words : str
        The counted words.
    rows : sequence of dict
        The statements of the quantity.

    Returns
    -------
    str or None
        "money to rebuild" of "pledged $5m to rebuild it", "money raised" of "would raise $5m"; None
        for words that are no verb in every sentence, and for a cost.
    """
    verb = words.split()[0].casefold()
    if not words.islower() or lemma(verb, "VB") == "cost":
        return None
    pattern = re.compile(rf"\bto\s{re.escape(verb)}\b", re.IGNORECASE)
    if all(pattern.search(_after(row)) for row in rows):
        return f"money to {verb}"
    if " " in words or not is_verb_here(verb, rows):
        return None
    return f"money {_past_participle(verb)}"


def _after(row: Mapping[str, Any]) -> str:
    """Return the words of a sentence after its number."""
    return row["sentence_text"].partition(row["text"])[2]


def _past_participle(verb: str) -> str:
    from lemminflect import getInflection

    return next(iter(getInflection(lemma(verb, "VB"), "VBN")), verb)


def _without_verbs(words: str, unit: str, rows: Sequence[Mapping[str, Any]]) -> str | None:
    """Return words without the verb of their clause; None if nothing is left."""
    parts = words.split()
    if parts[0].casefold() in _FINITE:
        return None
    places = [place for place, word in enumerate(parts) if _is_finite(word)]
    if places:
        place = places[-1]
        after = parts[place + 1 :]
        if not after:
            return " ".join(parts[:place]) or None if unit == "percent" else None
        parts = after
    # "profit", "cost" and "pay" name a sum whichever they are
    if unit != "money" and parts[0].islower() and is_verb_here(parts[0], rows):
        parts = parts[1:]
    return " ".join(parts) or None


def _is_finite(word: str) -> bool:
    """Whether a word can only be a verb with a tense: "expects", "was"; not "trapped"."""
    lowered = word.casefold()
    if lowered in _FINITE:
        return True
    return word.islower() and lowered.endswith("s") and parts_of_speech(lowered) == {"VERB"}


def is_verb_here(word: str, rows: Sequence[Mapping[str, Any]]) -> bool:
    """
    Return whether a noun or verb follows "can", "who" or "to" in every sentence: "who buy".

    Parameters
    ----------
    word : str
        In lower case.
    rows : sequence of dict
        Statements; of none, False.

    Returns
    -------
    bool
    """
    if "VERB" not in parts_of_speech(word):
        return False
    pattern = re.compile(rf"\b{_BEFORE_VERB}\s(?:\w+ly\s)?{re.escape(word)}\b", re.IGNORECASE)
    return bool(rows) and all(pattern.search(row["sentence_text"]) for row in rows)


def _is_doer(noun: str) -> bool:
    """Return whether a noun is one for who does something: "lender", "winners"."""
    found = _DOER.fullmatch(noun)
    if found is None or noun.removesuffix("s") in _NO_DOERS:
        return False
    verb = found["verb"]
    verbs = (verb, f"{verb}e", verb[:-1] if verb[-1] == verb[-2] else verb)
    return any("VERB" in parts_of_speech(base) for base in verbs)


def _is_verb_of_no_money(words: str, rows: Sequence[Mapping[str, Any]]) -> bool:
    """Whether words are a verb of which a sum is no object: "a woman who suffered burns"."""
    if " " in words or not words.islower() or lemma(words, "VB") in _MONEY_VERBS:
        return False
    is_purpose = any(f" to {words}" in _after(row) for row in rows)
    return is_verb_here(words, rows) and not is_purpose


def _is_how_it_is_paid(words: str, rows: Sequence[Mapping[str, Any]]) -> bool:
    """Return whether words tell only in or for what a sum is paid: "in cash", "$5 a kilometre"."""
    per = re.compile(_PER.format(word=re.escape(words)), re.IGNORECASE)
    for row in rows:
        _, after = around_number(row)
        paid = _PAID_IN.match(after)
        if paid is not None and paid[0].casefold().endswith(words.casefold()):
            return True
        if per.match(after):
            return True
    return False


def _is_adverb(word: str) -> bool:
    return parts_of_speech(word.casefold()) == {"ADV"}


def _is_only_adjective(words: str) -> bool:
    """Whether words are one adjective or adverb: "fastest", of which a number is no measure."""
    found = parts_of_speech(words.casefold())
    return bool(found) and found <= {"ADJ", "ADV"}


def _says_nothing(words: str) -> bool:
    """Whether words are prepositions, articles and the like: "from the"."""
    return all(word.casefold() in english_stop_words() for word in words.split())


def _is_name(words: str, rows: Sequence[Mapping[str, Any]]) -> bool:
    """Whether words are the name of a person who only says the number, or stands beside it."""
    if _NAME.fullmatch(words) is None:
        return False
    if any(parts_of_speech(word.casefold()) for word in words.split()[-1:]):
        return False
    return not any(words.casefold() == (row["whose"] or "").casefold() for row in rows)


def _has(words: str, unit_text: str) -> bool:
    """Whether what is named can have a duration or a length, where those are the unit."""
    having = None
    if TIMES.fullmatch(unit_text):
        having = _LASTING
    elif LENGTHS.fullmatch(unit_text):
        having = _LONG
    elif SPEEDS.fullmatch(unit_text):
        having = frozenset(("wind", "winds", "gust", "gusts", "speed", "limit"))
    if having is None:
        return True
    head = _COMPLEMENT.split(words)[0].split()[-1].casefold()
    return head in having or head.removesuffix("s") in having or head.removesuffix("es") in having
