"""
Read the words around a number that answers another: "organisers put the crowd at [200,000]".

In: a statement and the text of its article. Out: patterns, and whether a number is told as a count,
one of a crowd, of a loss, or with its source behind it. Two numbers are compared in
``rival_pairs``.
"""

import re
from collections.abc import Mapping
from typing import Any

from analysis.core.calendar_words import WEEKDAY

__all__ = [
    "BOTH_SIDES",
    "CHARACTERS",
    "COUNTED_BEFORE",
    "EARLIER_FIGURE",
    "ELSEWHERE",
    "FIGURE_OF",
    "PARTICIPANTS",
    "PART_BEFORE",
    "PART_OF_TOTAL_BEFORE",
    "REAL_FIGURE",
    "TOTAL_BEFORE",
    "both_sourced",
    "counts_a_crowd",
    "has_own_noun",
    "is_of_loss",
    "is_said_alone",
    "takes_part",
    "takes_part_alone",
]

CHARACTERS = 70
_ANY_CASE = re.VERBOSE | re.IGNORECASE
_COUNT_NOUN = (
    "(?:number|figure|crowd|turnout|toll|total|count|tally|estimate|attendance|numbers|figures)"
)
# Nouns, as lemmas, of people who can take part in something.
PARTICIPANTS = frozenset(
    """
    person people man woman protester protestor demonstrator marcher supporter striker worker
    employee farmer student pupil teacher nurse doctor miner fan voter member resident villager
    citizen mourner worshipper pilgrim visitor spectator guest driver trader activist follower
    volunteer delegate local ratepayer parent
    """.split()
)
# "The company put the number at [900]", "police counted [36,000]", "organisers spoke of [200,000]".
COUNTED_BEFORE = re.compile(
    rf"""
    (?: \b(?:put|puts|putting|set|sets|placed|estimate[sd]?|gave|gives|said|says|say)\s+
          (?: (?:the|its|their|that)\s+(?:\w+\s+)?{_COUNT_NOUN}\s+(?:at|was|is|to\s+be|as|of)
            | (?:it|them)\s+(?:at|was|to\s+be)
            | (?:they\s+(?:were|had)|it\s+(?:was|is)|there\s+were) )
      | \b(?:said|says|say|argue[sd]?|insist(?:s|ed)?|maintain(?:s|ed)?|counter(?:s|ed)?
          |contend(?:s|ed)?|claim(?:s|ed)?)\s+(?:that\s+)?(?:it|they)\s+(?:was|is|were|are)
      | \b(?:disput|reject|contest|challeng|den)(?:e[sd]?|ies|ied|s|ed)\s+
          (?:that|this|it|the\s+(?:figure|number|claim|count|estimate|total))s?
          \s+and\s+(?:said|put|says|puts)
      | \b(?:count(?:s|ed)?|spoke\s+of|speaks\s+of|estimate[sd]?|cit(?:es|ed)|claim(?:s|ed)
          |st(?:ands?|ood)\s+by|st(?:icks?|uck)\s+(?:to|with))
      | ['’]s?\s+(?:own\s+)?{_COUNT_NOUN}\s+(?:was|is|stood\s+at)
      | \b(?:rais|lower|revis|updat|correct)(?:es|ed)\s+(?:its|their|his|her)\s+{_COUNT_NOUN}\s+to
    )\s+(?:only\s+|just\s+)?(?:(?!that\b)[\w-]+\s+){{0,4}}[$€£¥₹]?$
    """,
    _ANY_CASE,
)
BOTH_SIDES = re.compile(r"\b(?:both|all|either)\s+sides\b|\beach\s+side\b", re.IGNORECASE)
ELSEWHERE = re.compile(r"\bthere\b(?!\s+(?:was|were|is|are|had|have)\b)", re.IGNORECASE)
# "The missing included [eight] children": a part of others.
# "Of the 24 hurt, [four]"; but "a spokesman of the army said [14]" speaks of all
PART_BEFORE = re.compile(
    r"\b(?:includ\w+|among|of\s+(?:them|whom|which))\b[^.;]*$"
    r"|\bof\s+the\s+\w+\b(?![^.;]*\b(?:said|says?|saying|told|reported|reports)\s)[^.;]*$"
    r"|\b(?:executing|executed|another|others?)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_LOSS = re.compile(
    r"\b(?:cut(?:s|ting)?|los[et]\w*|lost|losing|go|going|gone|axe[sd]?|shed(?:s|ding)?|eliminat\w+"
    r"|destroy\w*"
    r"|burn\w*|damag\w+|clos(?:e[sd]?|ing)|shut|scrap\w*|laid\s+off|lay\s+off|at\s+risk)\b",
    re.IGNORECASE,
)
# "Police say [4,000]."
_SAYS_BEFORE = re.compile(
    r"(?<!\bthey\s)(?<!\bhe\s)(?<!\bshe\s)(?<!\bwe\s)(?<!\byou\s)"
    r"\b(?:sa(?:ys?|id)|(?:reckon|claim|count|insist)(?:s|ed)?"
    r"|sp(?:eaks?|oke)\s+of|talk(?:s|ed)\s+of)\s+"
    r"(?:(?:it|they|there)\s+(?:was|were|is|are)\s+)?(?:only\s+|just\s+)?"
    r"(?:(?:about|around|some|nearly|almost|close\s+to|at\s+least|more\s+than|over)\s+)?$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[ \t]*(?:[.;!?\n]|,\s|$)")
_NEXT_TO = 35  # characters
_CLAUSE_END = re.compile(r"[.;!?]\s|\n")
# "The real toll was more than [40]" answers the number with which an article opens.
REAL_FIGURE = re.compile(
    rf"\b(?:real|true|actual)\s+{_COUNT_NOUN}(?:\s+of\s+[\w-]+(?:\s+[\w-]+){{0,2}})?\s+(?:was|is"
    r"|were|may\s+be|could\s+be)\s+"
    r"(?:[\w-]+\s+){0,3}$",
    _ANY_CASE,
)
_CROWD_BEFORE = re.compile(
    r"\b(?:crowd|turnout|attendance)\s+(?:at|was|is|to\s+be|as|of)\s+(?:[\w-]+\s+){0,3}$", _ANY_CASE
)
# "More than double the official figure of [52]".
FIGURE_OF = re.compile(
    r"\b(?:than|double|twice|triple|half|times|much\s+as|again\s+as|many\s+as|above|below)"
    r"\s+(?:the\s+|its\s+|their\s+)?(?:[\w’'-]+"
    rf"\s+){{1,3}}{_COUNT_NOUN}"
    r"\s+of\s+$",
    _ANY_CASE,
)
# "More than last year's toll of [52]" is of another year.
EARLIER_FIGURE = re.compile(
    r"\b(?:last|previous|earlier|former|initial|first|year|month|week|season|day"
    rf"|{WEEKDAY}|yesterday)(?:['’]s|s['’])?\s",
    re.IGNORECASE,
)
# "[140,000] according to an independent monitor".
_SOURCE_AFTER = re.compile(
    r"\s*,?\s*(?:[\w-]+\s+){0,2}?(?:,\s*)?(?:according\s+to|by\s+the\s+count\s+of|on\s+the\s+count"
    r"\s+of)\b",
    _ANY_CASE,
)
_TOOK_PART = r"""
    \s+(?:had\s+|have\s+|were\s+|was\s+)?
    (?:took\s+part|taken\s+part|taking\s+part|marched|protested|demonstrated|rallied|gathered
      |attended|joined|c[ao]me|turned\s+out|walked\s+out|struck|on\s+strike|showed\s+up|took\s+to)\b
"""
_ALONE_TOOK_PART = re.compile(_TOOK_PART, _ANY_CASE)
_TOOK_PART_AFTER = re.compile(rf"(?:\s+(?!and\b|or\b)[\w’'-]+){{0,3}}?{_TOOK_PART}", _ANY_CASE)
TOTAL_BEFORE = re.compile(
    r"\b(?:hold|holds|held|seats?|capacity\s+of|room\s+for|permit\s+for|licen[cs]ed\s+for)\s+$|\b"
    r"(?:of|out\s+of)\s+(?:(?:the|its|their|his|her|all)\s+)?(?:[\w’'-]+\s+){0,3}$",
    _ANY_CASE,
)
PART_OF_TOTAL_BEFORE = re.compile(
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty"
    r"|dozen|hundred|thousand|million))\s+(?:out\s+)?of\s+(?:(?:the|its|their|his|her|all)\s+)?$",
    _ANY_CASE,
)
_SAME_AGAIN_BETWEEN = re.compile(r"[,;]|\b(?:and|but|while|whereas|or)\b", _ANY_CASE)


def is_of_loss(statement: Mapping[str, Any], text: str) -> bool:
    """Return whether a verb of loss stands next to a number and what it counts."""
    before = text[max(0, statement["start"] - _NEXT_TO) : statement["start"]]
    after = text[statement["end"] : statement["end"] + _NEXT_TO]
    own = f"{_CLAUSE_END.split(before)[-1]} {_CLAUSE_END.split(after)[0]}"
    return _LOSS.search(own) is not None


def has_own_noun(statement: Mapping[str, Any]) -> bool:
    """
    Return whether a statement says what it counts, in other words than "the number".

    A noun that its sentence does not have was taken over from the one before: "it is [60]".
    """
    counted = statement["counted"]
    if counted is None or statement["outcome"] is not None:
        return False
    if counted.lower() not in statement["sentence_text"].lower():
        return False
    return re.search(rf"\b{_COUNT_NOUN}\b", counted, re.IGNORECASE) is None


def is_said_alone(statement: Mapping[str, Any], text: str) -> bool:
    """Return whether somebody says a number and nothing else, as in "Police say [4,000]"."""
    before = text[max(0, statement["start"] - CHARACTERS) : statement["start"]]
    if _SAYS_BEFORE.search(before) is None:
        return False
    return _ENDS.match(text, statement["end"]) is not None


def takes_part(statement: Mapping[str, Any], text: str) -> bool:
    """Return whether a statement counts people who marched, struck or came."""
    if statement["outcome"] is not None or not _can_take_part(statement):
        return False
    return _TOOK_PART_AFTER.match(text, statement["end"]) is not None


def takes_part_alone(statement: Mapping[str, Any], text: str) -> bool:
    """Return whether a number without a noun is of those who came: "[60,000] had come"."""
    return takes_part(statement, text) and bool(_ALONE_TOOK_PART.match(text, statement["end"]))


def counts_a_crowd(statement: Mapping[str, Any], text: str) -> bool:
    """Return whether a number is one of a crowd: "organisers put the turnout at [20,000]"."""
    before = text[max(0, statement["start"] - CHARACTERS) : statement["start"]]
    return statement["outcome"] is None and _CROWD_BEFORE.search(before) is not None


def _can_take_part(statement: Mapping[str, Any]) -> bool:
    """Return whether a statement counts people, or does not say whom."""
    return statement["counted"] is None or statement["noun"] in PARTICIPANTS


def both_sourced(one: Mapping[str, Any], other: Mapping[str, Any], text: str) -> bool:
    """Return whether a source follows both: "[36] according to police, [200] according to us"."""
    between = text[one["end"] : other["start"]]
    is_after = _SOURCE_AFTER.match(text, one["end"]) and _SOURCE_AFTER.match(text, other["end"])
    return bool(is_after and _SAME_AGAIN_BETWEEN.search(between))
