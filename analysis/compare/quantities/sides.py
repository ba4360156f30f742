"""
Tell whose people a casualty figure counts: "48 Eritreans", "its soldiers killed".

In: a figure and its sentence; countries and armed groups in ``data/gazetteer/parties.csv``. Out: a
country or an armed group, or None. The dead of two sides of one clash are two quantities, however
alike their sentences are.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import pandas as pd

from analysis.core import paths

__all__ = ["BOTH", "ENEMY", "parties_named", "party_named", "side_of"]

_KINDS = ("country", "armed_group")
_FORMS = ("name", "adjective", "capital")
# "[Ethiopia] raised the number of its soldiers killed to 11"
_OWN_BEFORE = re.compile(
    r"\b(?:its|their|his)\s+(?:own\s+)?(?:\w+\s+)?"
    r"(?:soldiers|troops|forces|fighters|men|servicemen|personnel|officers|citizens|nationals"
    r"|sailors|crew(?:men)?|marines|pilots|airmen|guards)\b",
    re.IGNORECASE,
)
_ACT_AFTER = re.compile(
    r"\s+(?:(?:had|have|has)\s+(?:also\s+)?(?!died\b)(?:\w+ed|struck|hit|shot|captured)"
    r"|targeted|attacked|struck|shelled|bombed|ambushed|stormed|raided|repelled|destroyed)\b",
    re.IGNORECASE,
)
_SAYS = r"\bthat\b|\bsaid\b|\bsays\b"
_OWN_PEOPLE = (
    r"(?:soldiers|troops|forces|fighters|men|servicemen|personnel|officers|citizens|nationals"
    r"|people|civilians|residents|villagers|guards|border\s+guards)"
)
# "[Tajikistan] said nine of its people died", "30 were hurt on its side"
_OWN_AFTER = re.compile(
    rf"\d*\w*\s+of\s+(?:its|their)\s+(?:own\s+)?{_OWN_PEOPLE}\b|[^.;:]{{0,60}}\bon\s+its\s+side\b",
    re.IGNORECASE,
)
# "The army broke the assault of the militia, [killing] 82 of its fighters": of the militia's
_HARMS_BEFORE = re.compile(
    r"\b(?:kill|wound|injur|captur|arrest|destroy|eliminat|seiz|liquidat|neutrali[sz])\w*\s+"
    r"(?:(?:at\s+least|more\s+than|about|some|over|up\s+to|another)\s+)?$",
    re.IGNORECASE,
)
# "bringing its toll to 10"
_OWN_TOLL = re.compile(
    r"\b(?:its|their)\s+(?:own\s+)?(?:death\s+)?toll\s+(?:to|at)\s+$", re.IGNORECASE
)
# "[Kyrgyzstan] reported 13 dead", "Tajikistan, which had reported nine deaths"
_REPORTED_BEFORE = re.compile(
    r"(?:,\s+which)?\s+(?:has\s+|had\s+)?reported\s+(?:at\s+least\s+|only\s+|about\s+)?$",
    re.IGNORECASE,
)
_LOSS_AFTER = re.compile(
    r"\S*\s+(?:dead|deaths|killed|wounded|injured|casualties|fatalities)\b", re.IGNORECASE
)
# "three of the dead were from Ukraine", "six were Slovak citizens"
_IS_OF_AFTER = re.compile(
    r"\S*\s+(?:of\s+[a-z\s]{3,25}?\s)?(?:was|were|are|is|came)\s+(?:all\s+)?(?:from\s+|an?\s+)?"
    r"(?:the\s+)?(?P<place>(?-i:[A-Z])\w+(?:\s(?-i:[A-Z])\w+)?)\b(?=\s?(?:[,.;)]|$"
    r"|and\b|citizens?\b|nationals?\b|passport))",
    re.IGNORECASE,
)
_BOTH_SIDES = re.compile(
    r"[^.;:]{0,60}\bon\s+both\s+sides\b"
    r"|(?!\S*\s+of\s+its\b)[^.;:]*\bfigures?\b[^.;:]*\beach\b[^.;:]*\bits\s+own\s+side\b",
    re.IGNORECASE,
)
_HARMED = r"(?:dead|died|killed|wounded|injured|hurt)\b"
# "[India] said five had been killed on its side of the line and 22 wounded"
_ON_ITS_SIDE_BEFORE = re.compile(
    rf"\b{_HARMED}\s+on\s+its\s+side\b[^.;:]{{0,50}}\band\s+(?:another\s+|at\s+least\s+)?$",
    re.IGNORECASE,
)
_ALSO_HARMED_AFTER = re.compile(
    rf"\S*\s+(?:(?:people|others|more)\s+)?(?:(?:was|were)\s+)?{_HARMED}(?!\s+in\b)", re.IGNORECASE
)
# "On the [Indian] side, 24 people were hurt", "24 were hurt on the Indian side"
_SIDE = r"\bon\s+the\s+(?P<name>(?-i:[A-Z])[a-z]+)(?:-held|-controlled)?\s+side\b"
_ON_SIDE_BEFORE = re.compile(
    rf"(?:^|[,;:]\s|\b(?:and|but|while|that)\s)\W*{_SIDE}(?:\s+of\s+the\s+\w+)?,?\s+"
    r"(?:(?:at\s+least|more\s+than|about|some|another|there\s+were)\s+)?$",
    re.IGNORECASE,
)
# no doer on that side, no other number, no other clause between
_BETWEEN = (
    r"(?!(?:and|but|while|as|when|by|from|without|no|none|on|after|before|two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve|dozens)\b)[a-z’'-]+"
)
_ON_SIDE_AFTER = re.compile(rf"\S*(?:\s+{_BETWEEN}){{0,6}}\s+{_SIDE}", re.IGNORECASE)
BOTH = "both sides"
ENEMY = "the enemy"
# "[Ukraine] had lost up to 1,340 servicemen", "[Russian] losses came to 1,080"
_LOST_BEFORE = re.compile(
    r"\s(?:(?:has|have|had|also|already)\s+)*(?:lost|loses|lose|losing|loss"
    r"|losses)\b[^.;,\d]{0,50}$",
    re.IGNORECASE,
)
_LOST = re.compile(r"\s(?:(?:has|have|had|also)\s+)*(?:lost|loses|lose|losing)\b", re.IGNORECASE)
# "Five [Armenian] soldiers were killed and 12 wounded"
_JOINED_BEFORE = re.compile(
    r"\s(?:was|were|been)\s+(?:killed|wounded|injured|hurt)\s+and\s+(?:another\s+|at\s+least\s+)?$",
    re.IGNORECASE,
)
_ADMITS_BEFORE = re.compile(
    r"\s(?:(?:has|have|had)\s+)?(?:admit\w*|acknowledg\w+|conced\w+|confirm\w*|puts?)"
    r"\s+(?:to\s+)?(?:the|its|their)(?:\s+own)?$",
    re.IGNORECASE,
)
# "[Pakistan] acknowledged the deaths of three soldiers": its own, unless a strike killed them
_ADMITS_DEATHS = re.compile(
    r"\s(?:(?:has|have|had)\s+)?(?:admit(?:s|ted)?|acknowledge[sd]?|conceded)\s+(?:to\s+)?"
    r"(?:the\s+)?deaths?\s+of\s+(?:at\s+least\s+|only\s+)?$",
    re.IGNORECASE,
)
_BY_ITS_DEED = re.compile(
    r"\b(?:its\s+(?:own\s+)?(?:attack|fire)|strikes?|raids?|mistak\w+|errors?|apologi\w+)\b",
    re.IGNORECASE,
)
_IN_PLACE = re.compile(r"\b(?:in|near|at|from)\s+(?:the\s+)?(?-i:[A-Z])\w+")
_SOLDIERS = "soldiers"
# "Seventy Morvan soldiers", and those whom one side calls the enemy.
_OF_ARMY = re.compile(
    r"(?:of\s+|the\s+)*(?P<name>(?-i:[A-Z])[a-z]{3,}|enemy)\s+(?:[a-z]+\s+)?"
    r"(?:soldiers|troops|servicemen|fighters|forces|gunners|conscripts|militants|rebels|marines"
    r"|sailors|airmen)\b",
    re.IGNORECASE,
)
_PRONOUNS = ("it", "they")
_SUBJECT_WORDS = 2
_WORD = re.compile(r"[^\W\d_][\w-]*")


def side_of(figure: Mapping[str, Any], sentence: str, start: int, previous: str = "") -> str | None:
    """
    Return whose people were harmed, where the words say so.

    Parameters
    ----------
    figure : mapping
        A row of ``figures``.
    sentence : str
    start : int
        First character of the number in the sentence.
    previous : str
        The sentence before, which tells who lost something where this one says "it also lost".

    Returns
    -------
    str or None
        Name of a country or an armed group, or ``BOTH`` ("22 dead on both sides"); None without a
        harm or a loss, or where no word tells.

    Examples
    --------
    >>> side_of({"outcome": "killed", "counted": "Eritreans"}, "48 Eritreans died.", 0)
    'Eritrea'
    """
    lost = _LOST_BEFORE.search(sentence, 0, start)
    if figure["outcome"] is None and lost is None:
        return None
    named = party_named(figure["counted"] or "") or _adjective(figure["counted"] or "")
    if named is not None:
        return named
    if lost is not None:
        before = sentence[: lost.start()]
        named = party_named(_who_lost(before, previous)) or _who_admits(before)
        if named is not None:
            return named
    admits = _ADMITS_DEATHS.search(sentence, 0, start)
    if admits is not None and figure.get("group") == _SOLDIERS:
        who = _IN_PLACE.sub("", _clause_of(sentence[: admits.start()]))
        return None if _BY_ITS_DEED.search(sentence, start) else party_named(who)
    told = _told_beside(sentence, start)
    if told is not None:
        return told[0]
    is_joined = _ON_ITS_SIDE_BEFORE.search(sentence, 0, start)
    is_own = is_joined and _ALSO_HARMED_AFTER.match(sentence, start)
    is_own = is_own or _OWN_AFTER.match(sentence, start)
    is_own = is_own and not _HARMS_BEFORE.search(sentence, 0, start)
    if is_own or _OWN_TOLL.search(sentence, 0, start):
        return party_named(sentence[:start])
    reported = _REPORTED_BEFORE.search(sentence, 0, start)
    if reported is not None and _LOSS_AFTER.match(sentence, start):
        return party_named(_subject(sentence[: reported.start()]))
    own = list(_OWN_BEFORE.finditer(sentence, 0, start))
    if not own or _ACT_AFTER.match(sentence, own[-1].end()):
        return None  # "The rebels said their fighters had killed 120 soldiers"
    return party_named(sentence[: own[-1].start()])


def _told_beside(sentence: str, start: int) -> tuple[str | None] | None:
    """Return the side that the clause of a number tells, which may be none known, in a tuple."""
    if _BOTH_SIDES.match(sentence, start):
        return (BOTH,)
    on_side = _ON_SIDE_AFTER.match(sentence, start) or _ON_SIDE_BEFORE.search(sentence, 0, start)
    if on_side is not None:
        return (party_named(on_side["name"]),)
    joined = _JOINED_BEFORE.search(sentence, 0, start)
    if joined is not None:
        return (party_named(re.split(_SAYS, sentence[: joined.start()])[-1]),)
    place = _IS_OF_AFTER.match(sentence, start)
    return None if place is None else (party_named(place["place"]),)


def _adjective(counted: str) -> str | None:
    """Return the name in front of a word for those who fight: "Morvan" of "Morvan soldiers"."""
    named = _OF_ARMY.match(counted)
    if named is None:
        return None
    return ENEMY if named["name"].lower() == "enemy" else named["name"]


def _who_lost(before: str, previous: str) -> str:
    """Return the subject of a loss; for a pronoun who speaks, or who lost before."""
    subject = _subject(before)
    if subject.lower() not in _PRONOUNS:
        return subject
    if party_named(before) is not None:
        return before  # "Eritrea repeated that it had lost two men"
    earlier = _LOST.search(previous)
    return "" if earlier is None else _subject(previous[: earlier.start()])


def _who_admits(before: str) -> str | None:
    """Return who tells of a loss of its own: "[Serbia] has admitted the" loss of three."""
    admits = _ADMITS_BEFORE.search(before)
    return None if admits is None else party_named(before[: admits.start()])


def _subject(before: str) -> str:
    """Return the last words of a clause, with which its subject ends: "the Ukrainian army"."""
    return " ".join(_clause_of(before).split()[-_SUBJECT_WORDS:])


def _clause_of(before: str) -> str:
    """Return the last clause of some words, without who says it: "30 civilians"."""
    return re.split(rf"[,;:.]\s|{_SAYS}", before)[-1]


def party_named(words: str) -> str | None:
    """
    Return the last country or armed group that some words name.

    Examples
    --------
    >>> party_named("Israeli officials"), party_named("a hospital director")
    ('Israel', None)
    """
    parties = parties_named(words)
    return parties[-1] if parties else None


def parties_named(words: str) -> list[str]:
    """
    Return the countries and armed groups that some words name, in their order, each once.

    Of names inside each other the longest counts: "South Sudan" names no Sudan.

    Examples
    --------
    >>> parties_named("Indian and Pakistani troops")
    ['India', 'Pakistan']
    """
    names, longest = _names()
    found = _keys(words)
    parties = []
    last = len(found)
    while last > 0:
        starts = range(max(0, last - longest), last)
        first = next((place for place in starts if " ".join(found[place:last]) in names), None)
        if first is None:
            last -= 1
            continue
        parties.append(names[" ".join(found[first:last])])
        last = first
    return list(dict.fromkeys(reversed(parties)))


@lru_cache(maxsize=1)
def _names() -> tuple[dict[str, str], int]:
    """Return the party of each name in lower case, and the words of the longest name."""
    table = pd.read_csv(paths.GAZETTEER / "parties.csv", dtype="str")
    chosen = table.loc[table["kind"].isin(_KINDS) & table["form"].isin(_FORMS)]
    names = {}
    for words, party in zip(chosen["words"], chosen["party"], strict=True):
        names[" ".join(_keys(words))] = party
    return names, max(len(name.split()) for name in names)


def _keys(words: str) -> list[str]:
    """Return words in lower case but for acronyms: "US" is no "us"."""
    return [word if word.isupper() else word.lower() for word in _WORD.findall(words)]
