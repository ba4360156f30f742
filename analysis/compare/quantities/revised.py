"""
Join a number with the one that replaced it: "rose to 91,000 from 84,000", "1,460, up from 1,214".

In: statements. Out: pairs of rows. By value the new number is far from the old one, which other
articles of the story still print; without the pair the old one would stand as this article's
number. "From 58 percent in 2022" is another time, and no pair.
"""

import re
from typing import Any

from analysis.compare.quantities.statements import Statements
from analysis.core.calendar_words import MONTH

__all__ = ["revised_pairs"]

_LONGEST_GAP = 160  # characters between the two numbers
# "Up from an original estimate of £95m": the estimate was of the same thing
_ESTIMATE_OF = (
    r"(?:an?|the|its|their)\s+(?:original|earlier|initial|previous|first)\s+(?:[\w-]+\s+)?"
    r"(?:estimate|figure|forecast|count|tally|toll|budget|price|cost|projection)\s+of\s+"
)
# "1,460 cases, up from 1,214"
_UP_FROM = re.compile(
    rf"[^.;:\n]{{0,140}}?\b(?:above|over|exceeding|instead\s+of|against|compared\s+with)\s+"
    rf"{_ESTIMATE_OF}\W?$"
    r"|[^.;:\n]{0,140}?\b(?:up|down|higher|lower|rising|revised"
    rf"|corrected|increased|reduced)\s+from\s+(?:{_ESTIMATE_OF}"
    r"|(?:(?:an?\s+)?(?:earlier|initial|previous|first|about|some|at\s+least|the)\s+){0,3})\W?$",
    re.IGNORECASE,
)
# "rose to 91,000 from 84,000"
_FROM = re.compile(
    r"[^.;:,\n]{0,40}?\bfrom\s+(?:(?:an?\s+)?(?:earlier|initial"
    r"|previous|first|about|some)\s+){0,2}\W?$",
    re.IGNORECASE,
)
_TO_BEFORE = re.compile(
    r"\b(?:r[io]s|climb|jump|gr[eo]w|f[ae]ll|drop|increas|rais|lower|revis"
    r"|correct|updat|bring|brought"
    r"|put)\w*[^.;:\n]{0,50}?\bto\s+(?:(?:about|some|at\s+least|more\s+than|nearly)\s+)?\W?$",
    re.IGNORECASE,
)
# what makes the old number one of another time
_OTHER_TIME = re.compile(
    r"[^.;\n]{0,30}?\b(?:in\s+(?:the\s+)?(?:previous|prior|last|same|first|second"
    r"|third|fourth|19\d\d"
    rf"|20\d\d|{MONTH})"
    r"|a\s+(?:year|month|quarter|decade)\s+(?:ago|earlier|before)"
    r"|last\s+(?:year|month|quarter|season)"
    r"|the\s+(?:year|month|quarter)\s+before)\b",
    re.IGNORECASE,
)
# Output that is cut to 42 from 52 is another output; a toll that rises is counted further.
_REVISION = re.compile(r"\b(?:revis|correct|updat|recount|restat)\w*", re.IGNORECASE)
_WAS_ESTIMATED = re.compile(
    rf"\b(?:from|above|over|exceeding|of|against|with)\s+{_ESTIMATE_OF}\W?$", re.IGNORECASE
)
_COUNTED_ON = frozenset("case infection complaint death victim".split())
_BEFORE = 80  # characters read before the new number


def revised_pairs(statements: Statements) -> list[tuple[int, int]]:
    """
    Return pairs of statements of which the second is the number that the first replaced.

    Parameters
    ----------
    statements : Statements

    Returns
    -------
    list of (int, int)
        Both stand in one sentence and have one unit, no other time is told, another article of the
        story states the old number, and both count harm, or the words call it a revision.
    """
    rows: Any = statements.rows
    columns = [
        *("story", "article_id", "sentence_id", "start", "end", "measured", "amount", "outcome"),
        "noun",
    ]
    records = rows.loc[rows["amount"].notna(), columns].to_dict("index")
    stated: dict[tuple[int, float], set[str]] = {}
    for record in records.values():
        stated.setdefault((record["story"], record["amount"]), set()).add(record["article_id"])
    places = sorted(records, key=lambda n: (records[n]["article_id"], records[n]["start"]))
    found = []
    for number, other in zip(places, places[1:], strict=False):
        new, old = records[number], records[other]
        same = all(new[name] == old[name] for name in ("article_id", "sentence_id", "measured"))
        if not same or len(stated[old["story"], old["amount"]]) < 2:
            continue
        text = statements.texts[new["article_id"]]
        if not _is_replaced(text, new["start"], new["end"], old["start"], old["end"]):
            continue
        around = text[max(0, new["start"] - _BEFORE) : old["start"]]
        # where others print the new number as well, the old one is no news of theirs
        is_alone = len(stated[new["story"], new["amount"]]) == 1
        was_estimated = is_alone and _WAS_ESTIMATED.search(around) is not None
        is_count_of_harm = new["outcome"] is not None or new["noun"] in _COUNTED_ON
        if is_count_of_harm or was_estimated or _REVISION.search(around) is not None:
            found.append((number, other))
    return found


def _is_replaced(text: str, start: int, end: int, old_start: int, old_end: int) -> bool:
    """Return whether the words say that a number replaced the one after it."""
    between = text[end:old_start]
    if not 0 < len(between) <= _LONGEST_GAP or _OTHER_TIME.match(text, old_end):
        return False
    if _UP_FROM.fullmatch(between):
        return True
    before = text[max(0, start - _BEFORE) : start]
    return _FROM.fullmatch(between) is not None and _TO_BEFORE.search(before) is not None
