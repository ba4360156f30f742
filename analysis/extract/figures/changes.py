"""
Decide whether a number is itself a rise or a fall: "fell 5%", "cut 20 jobs", "$1.50 more than".

In: a text, the unit of a number with the characters of both, and where its sentence starts. Out:
"up", "down" or None for a level ("rose to 5%"). Of counts only those right after a verb of change
are differences; "raised $5 million" and "lost $5 million" are sums.
"""

import re

from analysis.extract.numbers.units import Unit, is_duration, is_index_points
from analysis.extract.numbers.word_patterns import ANY_CASE, AS_WRITTEN, one_of
from analysis.extract.numbers.word_patterns import qualifier_words as _qualifiers

__all__ = ["CHANGE_AFTER", "FALL", "QUALIFIER", "RISE", "change_of"]

CHARACTERS_BEFORE = 60

RISE = one_of(
    r"""
    r(?:ise|ose|isen|ises|ising) increas\w+ gr(?:ow|ew|own|ows|owing) climb\w* jump\w* surg\w+
    soar\w*
    gain\w* add(?:s|ed|ing)? spik\w+ (?:sky)?rocket\w* hik\w+ rall(?:y|ies|ied)
    advanc\w+ expand\w* swell\w* swelled accelerat\w+ appreciat\w+ edg(?:e|es|ed|ing)\s+up
    widen\w* strengthen\w* warm(?:s|ed|ing)? improv\w+ ris\w+\s+up
    lift(?:s|ed|ing)? rebound\w* leap\w* leapt balloon\w* up higher rais\w+ boost\w* more
    """
)
FALL = one_of(
    r"""
    f(?:all|ell|alls|alling|allen) drop\w* declin\w+ decreas\w+ slid\w* slip\w*
    dip(?:s|ped|ping)? tumbl\w+
    plung\w+ plummet\w* sank sink\w* slump\w* shed shav\w+ los(?:e|es|t|ing) shr[aiu]nk\w*
    contract(?:ed|ing) (?<=\bwill\s)contract (?<=\bwould\s)contract (?<=\bcould\s)contract
    (?<=\bmay\s)contract (?<=\bmight\s)contract (?<=\bto\s)contract(?=\s+(?:by|at)\b)
    contracts(?=\s+(?:by|at)\b) depreciat\w+ weaken\w* (?<!\ba\s)cool(?:s|ed|ing)?
    narrow(?:s|ed|ing)? div(?:es|ed)
    cut(?:s|ting)? trim\w* slash\w* reduc\w+ lower\w* down fewer less eas(?:ed|es) dwindl\w+
    crash(?:es|ed)
    retreat\w* shr?ank wip(?:e|es|ed|ing) par(?:ed|es) tank(?:s|ed)
    """
)
QUALIFIER = rf"(?:(?:{_qualifiers()}|nearly|almost|another|an?|a\s+further|some|an?\s+extra)\s+)"
_ADVERB = (
    r"(?:back|again|further|sharply|slightly|steadily|overall|only|just|by|of|off|more|up|down)"
)
_CHANGE_BEFORE = re.compile(
    rf"""
    \b(?: (?P<up>{RISE}) | (?P<down>{FALL}) )
    (?:\s+(?:{_ADVERB}|at\s+one\s+point|as\s+much|as|in\s+\w+))*
    \s+ {QUALIFIER}{{0,3}} $
    """,
    ANY_CASE,
)
_CHANGED_BY = re.compile(
    rf"\b(?!(?:more|less|fewer)\s+than\b)(?:(?P<up>{RISE})|(?P<down>{FALL}))"
    rf"\s+(?:[\w’'-]+\s+){{0,8}}?by\s+{QUALIFIER}{{0,3}}$",
    ANY_CASE,
)
CHANGE_AFTER = re.compile(
    r"""
    [\s-]*(?:
      (?P<up>higher|rise|increase|jump|gain|hike|surge|growth|spike|more|rally|raise|boost
      |above(?=\s+(?:[12]\d{3}|pre-|last|normal|average|a\s+year)))
    | (?P<down>lower|drop|fall|decline|decrease|cut|plunge|reduction|slump|dip|less|fewer|off
      |below(?=\s+(?:[12]\d{3}|pre-|last|normal|average|a\s+year))) )\b
    """,
    ANY_CASE,
)
_VOTED_DOWN = re.compile(r"\bvot(?:ed?|es|ing)\s+down\b[^.;,]{0,30}\bby\s+$", ANY_CASE)
# "Women make up 12 percent" tells a level, who coughs up 5 million pays them, and who turns down
# 3.5 percent refuses it.
_MAKE_UP = re.compile(
    r"\b(?:(?:mak(?:e[sd]?|ing)|made|cough\w*|stump\w*|pay(?:s|ing)?|paid|put(?:s|ting)?"
    r"|g[ai]v(?:e[sn]?|ing)|rack(?:s|ed|ing)?|turn(?:s|ed|ing)?|end(?:s|ed|ing)?"
    r"|add(?:s|ed|ing)?|tak(?:e[sn]?|ing)|took)\s+up"
    r"|(?:turn(?:s|ed|ing)?|vot(?:e[sd]?|ing)|put(?:s|ting)?|sh(?:oo|o)t(?:s|ing)?|lay(?:s|ing)?"
    r"|laid)\s+down)\s+"
    rf"(?:with\s+|to\s+)?(?:only\s+|just\s+)?{QUALIFIER}{{0,3}}$",
    ANY_CASE,
)
# "A plan to add a 7 percent tax", "gave an improved 5.5 percent": levels
_NEW_LEVEL = re.compile(r"\b(?:add(?:s|ed|ing)?|impos\w+)\s+an?\s+$", ANY_CASE)
_DESCRIBED = re.compile(r"\ban?\s+(?:improv|increas|reduc|revis|rais|enhanc|lower)ed\s+$", ANY_CASE)
_NOUN_AFTER = re.compile(r"\s+[a-z]+", AS_WRITTEN)
# Verbs of which a count is the object or the amount: "added 263,000 jobs", "cut 20 jobs".
_COUNT_BEFORE = re.compile(
    rf"""
    (?<!\bto\ be\ )\b(?:
      (?P<up> add(?:s|ed|ing)? | creat(?:e|es|ed|ing) (?=\s+(?:\S+\s+){{0,3}}$)
        | r(?:ise|ose|isen|ises|ising) | gain(?:s|ed|ing)? | increas(?:e|es|ed|ing)
        | climb(?:s|ed|ing)? | jump(?:s|ed|ing)? | surg(?:e|es|ed|ing) )
    | (?P<down> cut(?:s|ting)? | shed(?:s|ding)? | ax(?:e|es|ed|ing) | slash(?:es|ed|ing)?
        | eliminat(?:e|es|ed|ing) | los(?:e|es|t|ing) | fell | f(?:all|alls|alling|allen)
        | drop(?:s|ped|ping)? | declin(?:e|es|ed|ing) | trim(?:s|med|ming)? ) )
    \s+ {QUALIFIER}{{0,3}} $
    """,
    ANY_CASE,
)
# "picked up 94 percent of cases" found them
_PICKED_UP = re.compile(rf"\bpick(?:s|ed|ing)?\s+up\s+{QUALIFIER}{{0,3}}$", ANY_CASE)
# "The state grows almost a third of the country's crop"
_GROWS = re.compile(rf"\bgr(?:ow|ows|ew|own|owing)\s+{QUALIFIER}{{0,3}}$", ANY_CASE)
_OF_AFTER = re.compile(r"\s+of\s", ANY_CASE)
# What is created or lost by the number: "created 500 jobs", but not "created two paintings".
_STOCK_AFTER = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:jobs|posts|positions|roles|seats|subscribers|customers|users"
    r"|members)\b",
    ANY_CASE,
)
_THAN_BEFORE = (
    r"\s+than\s+(?:(?:in|during)\s+)?(?:last\s|a\s+year|the\s+(?:previous|same|year)\b|[12]\d{3}\b)"
)
# "4 million lower than in 2019", "1.6 million more than a year ago"; "up 120 million"
_COMPARED_AFTER = re.compile(
    rf"\s+(?:(?P<up>higher|more(?={_THAN_BEFORE}))"
    rf"|(?P<down>lower|(?:fewer|less)(?={_THAN_BEFORE})))\s+than\b",
    ANY_CASE,
)
_UP_BEFORE = re.compile(
    rf"\b(?:(?P<up>up)|(?P<down>down))\s+(?:by\s+)?{QUALIFIER}{{0,2}}$", ANY_CASE
)
# "fell below 1 percent", "climbed past $5 billion": levels
_LEVEL_BEFORE = re.compile(
    r"\b(?:f[ae]ll|fallen|falls|falling|drop\w*|sank|sunk|slipped|rose|rises?|risen|rising"
    r"|climb\w*|soar\w*|jump\w*|grew|grown?|grows|went|goes|moved)\s+(?:back\s+|to\s+)?"
    r"(?:below|under|above|past|beyond)\s+$",
    ANY_CASE,
)
# "raise 38 per cent fewer chicks"
_THINGS_AFTER = re.compile(
    r"[\s-]*(?:(?P<up>more)|(?P<down>fewer|less))\s+(?!than\b)[a-z]", AS_WRITTEN
)
_INTO_AFTER = re.compile(r"\s+into\b", ANY_CASE)
_BETWEEN = re.compile(r"\bbetween\s+$", ANY_CASE)  # "rose by between 3 and 4 percent"
_AMOUNT_ENDS = re.compile(r"\s*(?:[.,;:)]|$)|\s+(?:from|on|over|compared|year|versus)\b", ANY_CASE)
_NEEDS_STOCK = ("creat", "lo", "gain", "eliminat", "trim", "slash", "shed", "ax")
# "71 more cases than", "78 new cases since last week"
_MORE_OF_AFTER = re.compile(
    r"""
    \s+ (?: (?P<up>more|additional|extra|new) | (?P<down>fewer|less) )
    (?:\s+[\w-]+){1,3}? \s+
    (?: than | since | reported | recorded | confirmed | were\s+(?:reported|recorded|confirmed) )\b
    """,
    ANY_CASE,
)


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
    near = _BETWEEN.sub("", text[max(start, unit.start - CHARACTERS_BEFORE) : unit.start])
    if _MAKE_UP.search(near) or _DESCRIBED.search(near) or _VOTED_DOWN.search(near):
        return None
    is_act = _PICKED_UP.search(near) or _GROWS.search(near)
    if is_act and _OF_AFTER.match(text, unit.end):
        return None
    if _NEW_LEVEL.search(near) and _NOUN_AFTER.match(text, unit.end):
        return _direction(CHANGE_AFTER.match(text, unit.end))
    by = _CHANGED_BY.search(near)
    if unit.kind == "count":
        return _direction(by) or _change_of_count(text, unit, near)
    if unit.kind == "measure" and not is_index_points(unit):
        return None if is_duration(unit) else _direction(by)
    if by is not None:
        return _direction(by)
    of_things = _THINGS_AFTER.match(text, unit.end)
    if of_things is not None:
        return _direction(of_things)
    before = None if _LEVEL_BEFORE.search(near) else _CHANGE_BEFORE.search(near)
    if before is not None:
        verb = (before["up"] or before["down"]).lower()
        if unit.kind == "money" and verb.startswith(("rais", "add", "los", "gain")):
            return None  # "raised $5 million", "lost $5 million" are sums
        if unit.kind == "money" and _INTO_AFTER.match(text, unit.end):
            return None  # "sink $5 million into the region"
        return _direction(before)
    if text[unit.start : unit.start + 5].lower().startswith(("-", "minus")):
        return "down"
    return _direction(CHANGE_AFTER.match(text, unit.end))


def _direction(found: re.Match[str] | None) -> str | None:
    """Return the direction of a word of change; None without one."""
    if found is None:
        return None
    return "up" if found["up"] else "down"


def _change_of_count(text: str, unit: Unit, near: str) -> str | None:
    """Return whether a count is a difference: "added 263,000 jobs", "71 more cases than"."""
    verb = _COUNT_BEFORE.search(near)
    if verb is not None:
        word = (verb["up"] or verb["down"]).lower()
        if not word.startswith(_NEEDS_STOCK) or _STOCK_AFTER.match(text, unit.end):
            return _direction(verb)
    moved = _UP_BEFORE.search(near)
    if moved is not None and _AMOUNT_ENDS.match(text, unit.end):
        return _direction(moved)
    for pattern in (_MORE_OF_AFTER, _COMPARED_AFTER):
        found = pattern.match(text, unit.end)
        if found is not None:
            return _direction(found)
    return None
