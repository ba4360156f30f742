"""
Join a number with the one that replaced it: "rose to 91,000 from 84,000", "1,460, up from 1,214".

In: statements. Out: pairs of rows. By value the new number is far from the old one, which other
articles of the story still print; without the pair the old one would stand as this article's
number. "From 58 percent in 2022" is another time, and no pair.
"""

import re
from collections.abc import Mapping
from typing import Any

from analysis.compare.quantities.statements import Statements
from analysis.core.calendar_words import MONTH

__all__ = ["revised_pairs"]

_LONGEST_GAP = 160  # characters between the two numbers
_SIGN = r"(?:(?-i:[A-Z])[A-Za-z]{0,2}\.?)?\W?$"  # "Sh", "Rs.", "$"
# "Up from an original estimate of £95m": the estimate was of the same thing
_ESTIMATE_OF = (
    r"(?:an?|the|its|their)\s+(?:original|earlier|initial|previous|first)\s+(?:[\w-]+\s+)?"
    r"(?:estimate|figure|forecast|count|tally|toll|budget|price|cost|projection)\s+of\s+"
)
# "1,460 cases, up from 1,214"
_UP_FROM = re.compile(
    rf"[^.;:\n]{{0,140}}?\b(?:above|over|exceeding|instead\s+of|against|compared\s+with)\s+"
    rf"{_ESTIMATE_OF}{_SIGN}"
    r"|[^.;:\n]{0,140}?\b(?:up|down|higher|lower|rising|revised"
    rf"|corrected|increased|reduced)\s+from\s+(?:{_ESTIMATE_OF}"
    r"|(?:(?:an?\s+)?(?:earlier|initial|previous|first|about|some|at\s+least|the)\s+){0,3})"
    rf"{_SIGN}",
    re.IGNORECASE,
)
# "rose to 91,000 from 84,000"
_FROM = re.compile(
    r"[^.;:,\n]{0,40}?,?\s*\bfrom\s+(?:(?:an?\s+)?(?:earlier|initial"
    rf"|previous|first|about|some)\s+){{0,2}}{_SIGN}",
    re.IGNORECASE,
)
_TO_BEFORE = re.compile(
    r"\b(?:r[io]s|climb|jump|gr[eo]w|f[ae]ll|drop|increas|rais|lower|revis"
    r"|correct|updat|bring|brought|widen|extend|expand|broaden"
    r"|put)\w*[^.;:\n]{0,50}?\bto\s+(?:(?:about|some|at\s+least|more\s+than|nearly)\s+)?"
    rf"{_SIGN}",
    re.IGNORECASE,
)
# "The number has risen, from 210,000 to about 340,000"
_RISEN_FROM_BEFORE = re.compile(
    r"\b(?:r[io]s|climb|jump|gr[eo]w|f[ae]ll|drop|increas|rais|lower|revis|correct|updat|widen"
    r"|extend|expand|broaden|up|down)\w*[^.;:\n]{0,50}?\bfrom\s+"
    rf"(?:(?:about|some|at\s+least|more\s+than|nearly)\s+)?{_SIGN}",
    re.IGNORECASE,
)
_TO = re.compile(
    r"[^.;:,\n]{0,30}?\s+to\s+(?:(?:about|some|at\s+least|more\s+than|nearly|almost|well|over)"
    rf"\s+){{0,2}}{_SIGN}",
    re.IGNORECASE,
)
# "Up from the 1.4 million it announced on Tuesday": the number that was told before
_TOLD_AFTER = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:it|they|he|she|officials|police|(?:the|its)\s+\w+)?\s*"
    r"(?:(?:had|have|has|was|were)\s+)?(?:first\s+|initially\s+|originally\s+|previously\s+)?"
    r"(?:announced|reported|disclosed|stated|given|gave|admitted|said|told|estimated)\b",
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
_REVISION = re.compile(
    r"\b(?:(?:revis|correct|updat|recount|restat)\w*"
    r"|(?:number|total|count|toll|tally|figure)\b[^.;:\n]{0,80}?\b(?:has|have)\s+(?:\w+\s+)?"
    r"(?:risen|grown|climbed|increased|gone\s+up|fallen|dropped)"
    r"|(?:widen|extend|expand|broaden)\w*\s+(?:its|the|their|a)\s+(?:[\w-]+\s+)?"
    r"(?:recall|search|warning|alert|evacuation|ban|closure)s?)\b",
    re.IGNORECASE,
)
_WAS_ESTIMATED = re.compile(
    rf"\b(?:from|above|over|exceeding|of|against|with)\s+{_ESTIMATE_OF}{_SIGN}", re.IGNORECASE
)
_COUNTED_ON = frozenset("case infection complaint death victim".split())
_BEFORE = 80  # characters read before the first number
_Place = tuple[int, int, int]  # row, first character and the one after the last


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
        story states the old number, and both count harm, or the words call it a revision: it was
        told before, or the number of something has risen; or else all others that state the old
        number did so on an earlier day ("the charge drops from $80 to $72").
    """
    rows: Any = statements.rows
    columns = [
        *("story", "article_id", "sentence_id", "start", "end", "measured", "amount", "outcome"),
        *("noun", "published"),
    ]
    records = rows.loc[rows["amount"].notna(), columns].to_dict("index")
    stated: dict[tuple[int, float], dict[str, Any]] = {}
    for record in records.values():
        own = stated.setdefault((record["story"], record["amount"]), {})
        own[record["article_id"]] = record["published"]
    places = sorted(records, key=lambda n: (records[n]["article_id"], records[n]["start"]))
    found = []
    for pair in zip(places, places[1:], strict=False):
        one, other = (records[n] for n in pair)
        if any(one[name] != other[name] for name in ("article_id", "sentence_id", "measured")):
            continue
        text = statements.texts[one["article_id"]]
        ordered = _new_and_old(text, *((n, records[n]["start"], records[n]["end"]) for n in pair))
        if ordered is None:
            continue
        new, old = (records[n] for n in ordered)
        if len(stated[old["story"], old["amount"]]) < 2:
            continue
        # where others print the new number as well, the old one is no news of theirs
        is_alone = len(stated[new["story"], new["amount"]]) == 1
        others = stated[old["story"], old["amount"]]
        if _is_news(old, others) or _tells_of_one_count(text, new, old, is_alone):
            found.append(ordered)
    return found


def _is_news(old: Any, days: Mapping[str, Any]) -> bool:
    """Return whether every other article that states the old number is of an earlier day."""
    others = [day for article, day in days.items() if article != old["article_id"]]
    known = [day for day in (old["published"], *others) if day is not None]
    return len(known) == len(days) and all(day < old["published"] for day in others)


def _tells_of_one_count(text: str, new: Any, old: Any, is_alone: bool) -> bool:
    """Return whether both are counts of one thing and not its state at two times."""
    if new["outcome"] is not None or new["noun"] in _COUNTED_ON:
        return True
    first, last = sorted((new, old), key=lambda record: record["start"])
    around = text[max(0, first["start"] - _BEFORE) : last["start"]]
    if _REVISION.search(around) is not None:
        return True
    if not is_alone:
        return False
    if _WAS_ESTIMATED.search(around) is not None:
        return True
    return _TOLD_AFTER.match(text, old["end"]) is not None


def _new_and_old(text: str, first: _Place, second: _Place) -> tuple[int, int] | None:
    """Return the rows of two numbers of which one replaced the other, the new one first."""
    (number, start, end), (other, other_start, other_end) = first, second
    between, before = text[end:other_start], text[max(0, start - _BEFORE) : start]
    if not 0 < len(between) <= _LONGEST_GAP:
        return None
    if _OTHER_TIME.match(text, end) or _OTHER_TIME.match(text, other_end):
        return None
    if _UP_FROM.fullmatch(between):
        return number, other
    if _FROM.fullmatch(between) is not None and _TO_BEFORE.search(before) is not None:
        return number, other
    if _TO.fullmatch(between) is not None and _RISEN_FROM_BEFORE.search(before) is not None:
        return other, number
    return None
