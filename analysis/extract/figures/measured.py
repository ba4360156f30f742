"""
Find what a percentage, a sum of money or a measure is of, whose it is, and whether it is a change.

In: a text, a number and the sentence that holds it. Out: the words for what is measured, for whom it
belongs to, and "up" or "down" where the number is itself a difference. It needs no parser: what is
measured follows the unit ("$100 million in aid", "25% tariffs", "500 tons of wood"), or is the
subject of the verb before it ("shares fell 5%"), or is that verb ("spent $160,000").
"""

import re
from functools import lru_cache
from typing import NamedTuple

from analysis.extract.numbers.units import Unit
from analysis.extract.numbers.word_patterns import ANY_CASE, AS_WRITTEN, one_of, quantifier_lists
from analysis.extract.numbers.word_patterns import qualifier_words as _qualifiers

__all__ = ["Measured", "change_of", "measured_by", "owner_of"]

CHARACTERS_BEFORE = 160
MOST_WORDS = 6

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_][\w’'&.-]*[\w’']|[^\W\d_]|\d+s\b", AS_WRITTEN)
_RISE = one_of(
    r"""
    r(?:ise|ose|isen|ises|ising) increas\w+ gr(?:ow|ew|own|ows|owing) climb\w* jump\w* surg\w+ soar\w*
    gain\w* add(?:s|ed|ing)? spik\w+ skyrocket\w* rall(?:y|ies|ied) advanc\w+ expand\w* swell\w* swelled
    rebound\w* leap\w* leapt balloon\w* up higher rais\w+ boost\w* more
    """
)
_FALL = one_of(
    r"""
    f(?:all|ell|alls|alling|allen) drop\w* declin\w+ decreas\w+ slid\w* slip\w* dip(?:s|ped|ping)? tumbl\w+
    plung\w+ plummet\w* sank sink\w* slump\w* shed shav\w+ los(?:e|es|t|ing) shr[aiu]nk\w* contract(?:s|ed)
    cut(?:s|ting)? trim\w* slash\w* reduc\w+ lower\w* down fewer less eas(?:ed|es) dwindl\w+ crash(?:es|ed)
    retreat\w* shr?ank
    """
)
_QUALIFIER = rf"(?:(?:{_qualifiers()}|nearly|almost|another|an?|a\s+further|some)\s+)"
_CHANGE_BEFORE = re.compile(
    rf"""
    \b(?: (?P<up>{_RISE}) | (?P<down>{_FALL}) )
    (?:\s+(?:back|again|further|sharply|slightly|by|of|off|more|up|down|at\s+one\s+point
       |as\s+much|as|in\s+\w+))*
    \s+ {_QUALIFIER}{{0,3}} $
    """,
    ANY_CASE,
)
_CHANGE_AFTER = re.compile(
    r"""
    [\s-]*(?: (?P<up>higher|rise|increase|jump|gain|hike|surge|growth|spike|more|rally|raise|boost)
    | (?P<down>lower|drop|fall|decline|decrease|cut|plunge|reduction|slump|dip|less|fewer|off) )\b
    """,
    ANY_CASE,
)
_PER = re.compile(
    r"(?:\s+(?:an?|per|each|every)\s+\w+|\s+(?:annually|yearly|monthly|daily))(?=\s+(?:in|of|to|for)\b)",
    ANY_CASE,
)
_LINK_AFTER = re.compile(r"\s+(?P<link>worth\s+of|of|in|for|to|from|off)\s+", ANY_CASE)
_OTHER_SUM = re.compile(r"\s*\([^()]{1,40}\)")
_WHEN = re.compile(
    r"""
    (?:the\s+|its\s+|their\s+|this\s+|that\s+|each\s+)?
    (?:\d | (?:first|second|third|fourth|last|next|past|previous|same|coming|final|current|fiscal)\b
     | (?:year|month|week|day|quarter|morning|afternoon|trading|total|all|cash|case|court|addition
        |January|February|March|April|May|June|July|August|September|October|November|December
        |Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|which|order|response|each)\b)
    """,
    AS_WRITTEN,
)
_COPULA = one_of("is was are were be been at to stands? stood reach\\w* hit total\\w* below above")
_SUBJECT_VERB = re.compile(
    rf"\b(?:{_RISE}|{_FALL}|{_COPULA}|passes|pays|makes|made|has|have|had|clos\w+|spread)\b",
    ANY_CASE,
)
_AUXILIARY = frozenset(
    """
    is are was were has have had be been being also still will would could can may might should must
    not just only now already closed close currently expected likely projected forecast set to
    that which who it they he she we this there then when as nearly almost ultimately
    """.split()
)
_CLAUSE_END = re.compile(r"[.;:!?\n—–]\s|[,]\s(?=(?:and|but|while|which|who|with)\b)|,\s")
_BRACKETS = re.compile(r"\s*\([^()]{1,30}\)\s*")
_POSSESSIVE = re.compile(r"^(?P<owner>.+?)(?:['’]s|(?<=s)['’])\s+(?P<thing>.+)$")
_OWNER_BEFORE = re.compile(
    rf"(?P<owner>(?:\b(?:[Tt]he|[Aa]n?|[A-Z][\w.&-]*)\s+){{0,3}}[\w.&-]+)(?:['’]s|(?<=s)['’])\s+{_QUALIFIER}?$",
    AS_WRITTEN,
)
_HAVING = one_of(
    r"""
    ha(?:s|ve|d) runs? owns? operat\w+ employs? plans? will posted posts reported reports lost billed
    open(?:s|ed) cut(?:s)? sold sells raised spent made makes earned builds? built received notched
    won pledged donated added draws? drew said
    """
)
_SUBJECT_OF_HAVING = re.compile(
    rf"(?:^|[.;:,—–\n]\s*|\b(?:and|but|that|as|when|while|because)\s+)(?P<owner>(?:[Tt]he\s+|[Aa]n?\s+)?(?:[A-Z][\w’'.&-]*\s+){{1,4}}|[Tt]he\s+[a-z]+\s+)"
    rf"(?:\([^()]{{1,20}}\)\s+)?(?:also\s+|still\s+|now\s+|currently\s+)?{_HAVING}\b[^.;:,]{{0,70}}$",
    AS_WRITTEN,
)
_PRONOUNS = frozenset("it its he she they we i you this that there who which".split())


class Measured(NamedTuple):
    """Characters of what is measured, and the words for whose it is; None where not told."""

    span: tuple[int, int] | None
    owner: str | None


@lru_cache(maxsize=1)
def _ends_noun() -> frozenset[str]:
    return frozenset(quantifier_lists()["ends_noun"]["words"])


def measured_by(text: str, unit: Unit, sentence: tuple[int, int]) -> Measured:
    """
    Find what a percentage, a sum or a measure is of.

    Parameters
    ----------
    text : str
    unit : Unit
        The unit of the number, with the characters of both.
    sentence : (int, int)
        Characters of the sentence.

    Returns
    -------
    Measured
    """
    after = _after(text, unit, sentence[1])
    if after is not None:
        return Measured(after, None)
    return _before(text, unit, sentence[0])


def _after(text: str, unit: Unit, stop: int) -> tuple[int, int] | None:
    """Find what is measured in the words after the unit."""
    position = unit.end
    aside = _OTHER_SUM.match(text, position, stop)
    if aside is not None:
        position = aside.end()
    joined = text[position : position + 1] == "-"
    position += joined
    noun_start = position
    while text[noun_start : noun_start + 1] == " ":
        noun_start += 1
    direct = _noun_phrase(text, noun_start, stop, determiners=False)
    if direct is not None and not _CHANGE_AFTER.match(text, unit.end):
        return direct
    per = _PER.match(text, position, stop)
    if per is not None:
        position = per.end()
    link = _LINK_AFTER.match(text, position, stop)
    if link is None:
        changed = _CHANGE_AFTER.match(text, unit.end, stop)
        if changed is not None:
            return _after_change(text, changed, stop)
        return None
    word = link["link"].lower()
    if word == "from" and unit.kind != "measure":
        return None
    if word == "to" and unit.kind not in ("money", "measure"):
        return None
    if word == "off" and unit.kind == "percent":
        return None
    if word in ("in", "for", "to") and _WHEN.match(text, link.end(), stop):
        return None
    phrase = _noun_phrase(text, link.end(), stop, determiners=True)
    if phrase is None or (word == "in" and _is_place(text, phrase, unit)):
        return None
    return phrase


def _after_change(text: str, changed: re.Match[str], stop: int) -> tuple[int, int] | None:
    """Find what a noun of change is of: "a $1bn drop in revenues"."""
    link = re.compile(r"\s+(?:in|of|to)\s+").match(text, changed.end(), stop)
    if link is None or _WHEN.match(text, link.end(), stop):
        return None
    return _noun_phrase(text, link.end(), stop, determiners=True)


def _is_place(text: str, phrase: tuple[int, int], unit: Unit) -> bool:
    """Return whether a phrase after "in" is a name, and so a place: "5% in Texas"."""
    words = text[slice(*phrase)]
    return words[0].isupper() and (unit.kind != "money" or words.split()[-1][0].isupper())


def _noun_phrase(
    text: str, start: int, stop: int, *, determiners: bool
) -> tuple[int, int] | None:
    """Return the noun phrase that starts at a character, without its determiner."""
    position = start
    first: int | None = None
    end = start
    for _ in range(MOST_WORDS):
        word = _WORD.match(text, position, stop)
        if word is None:
            break
        plain = word[0].lower()
        if plain in _ends_noun() or plain in _AUXILIARY:
            if determiners and first is None and plain in ("the", "a", "an", "its", "their", "all"):
                position = word.end() + 1
                continue
            break
        if first is None and not determiners and (plain.endswith("ly") or plain in _NO_NOUN):
            return None
        first = word.start() if first is None else first
        end = word.end()
        if text[end : end + 1] != " ":
            break
        position = end + 1
    return None if first is None else (first, end)


_NO_NOUN = frozenset(
    """
    compared higher lower ago annually overall respectively while amid thanks versus vs plus such
    based depending following owned off year-on-year year-over-year per total sure yes because
    early late earlier compared against toward towards through throughout across beyond
    """.split()
)


def _before(text: str, unit: Unit, start: int) -> Measured:
    """Find what is measured before the number: the subject of its verb, or the verb."""
    begin = max(start, unit.start - CHARACTERS_BEFORE)
    clause = _BRACKETS.sub(lambda match: " " * len(match[0]), text[begin : unit.start])
    ends = list(_CLAUSE_END.finditer(clause))
    for end in reversed([0, *(match.end() for match in ends)]):
        found = _in_clause(text, clause[end:], begin + end, unit)
        if found is not None:
            return found
    return Measured(None, None)


def _in_clause(text: str, clause: str, offset: int, unit: Unit) -> Measured | None:
    """Find what is measured in one clause before the number."""
    verbs = list(_SUBJECT_VERB.finditer(clause))
    for verb in reversed(verbs):
        subject = _phrase_before(clause, verb.start())
        if subject is not None:
            return _with_owner(clause, offset, subject)
    if unit.kind == "percent" and not verbs:
        return None
    stripped = re.sub(rf"{_QUALIFIER}+$", "", clause, flags=ANY_CASE)
    words = list(_WORD.finditer(stripped))
    while words and words[-1][0].lower() in ("of", "by", "up", "to", "for", "at", "a", "an"):
        words.pop()
    if not words or words[-1][0].lower() in _ends_noun():
        return None
    last = words[-1]
    return Measured((offset + last.start(), offset + last.end()), None)


def _phrase_before(clause: str, stop: int) -> tuple[int, int] | None:
    """Return the noun phrase that ends before a verb; its head comes before "of"."""
    words = list(_WORD.finditer(clause, 0, stop))
    while words and words[-1][0].lower() in _AUXILIARY | {"by", "up", "down", "back"}:
        words.pop()
    chosen: list[re.Match[str]] = []
    for word in reversed(words):
        plain = word[0].lower()
        if plain in ("of", "in", "for", "at") and chosen:
            chosen = []
            continue
        if plain in _ends_noun() or plain in _AUXILIARY:
            if not chosen and plain not in ("the", "a", "an", "its", "their", "last"):
                return None
            break
        chosen.append(word)
    if not chosen:
        return None
    return chosen[-1].start(), chosen[0].end()


def _with_owner(clause: str, offset: int, subject: tuple[int, int]) -> Measured:
    """Split the owner off a subject: "American Airlines' shares"."""
    start, end = subject
    possessive = _POSSESSIVE.match(clause[start:end])
    if possessive is not None:
        owner = possessive["owner"]
        return Measured((offset + start + possessive.start("thing"), offset + end), owner)
    rest = re.match(r"\s+(?:of|in|at|across)\s+((?:the\s+)?(?:[A-Z][\w&.-]*\s?)+)", clause[end:])
    owner = None if rest is None else rest[1].strip()
    return Measured((offset + start, offset + end), owner)


def change_of(text: str, unit: Unit, start: int) -> str | None:
    """
    Return whether a number is a rise or a fall.

    Parameters
    ----------
    text : str
    unit : Unit
        The unit of the number, with the characters of both.
    start : int
        First character of the sentence.

    Returns
    -------
    {"up", "down", None}
        None for a level: "rose to 5%".
    """
    if unit.kind == "measure" and (unit.text or "").lower() not in ("points", "point"):
        return None
    before = _CHANGE_BEFORE.search(text[max(start, unit.start - 60) : unit.start])
    if before is not None and unit.kind != "count":
        if unit.kind == "money" and before["up"] and before["up"].lower().startswith(("rais", "add")):
            return None
        if unit.kind == "money" and (before["down"] or "").lower().startswith("los"):
            return None
        return "up" if before["up"] else "down"
    if unit.kind == "count":
        return None
    after = _CHANGE_AFTER.match(text, unit.end)
    if after is None:
        return None
    return "up" if after["up"] else "down"


def owner_of(text: str, start: int, sentence_start: int) -> str | None:
    """
    Return whose a number is, by the words before it: "the airline's 117 aircraft".

    Parameters
    ----------
    text : str
    start : int
        First character of the number or of its sign.
    sentence_start : int
        First character of the sentence.

    Returns
    -------
    str or None
        The possessor, or the subject of a verb of having or doing.
    """
    before = text[max(sentence_start, start - CHARACTERS_BEFORE) : start]
    owner = _OWNER_BEFORE.search(before) or _SUBJECT_OF_HAVING.search(before)
    if owner is None:
        return None
    words = owner["owner"].strip()
    return None if words.lower() in _PRONOUNS else words
