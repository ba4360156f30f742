"""
Join a number with the one that is set against it: "74 percent, less than the 78 stated".

In: the statements of a story. Out: pairs of rows. The first is what the article reports, the second
what somebody else had said of the same thing, which other outlets print: without the pair they
would seem to agree. So do the two of "they say 1,850; it is nearer 2,300". "Above the 3 percent
target" and "than the 16 of last year" are other things.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from analysis.compare.quantities.amounts import MONEY
from analysis.compare.quantities.statements import Statements, telling_stems
from analysis.core.contrasts import is_set_against

__all__ = ["contrasted_pairs"]

_LARGEST_RATIO = 4  # between a number and the one that it is set against
_LARGEST_RATIO_OF_REAL = 2  # beyond it, suppliers are counted as well
_LONGEST_GAP = 160  # characters between the two
_OTHER_THING_AFTER = re.compile(
    r"""
    (?:\s?%|\s+(?:percent|per\s+cent|million|billion|[\w-]+))?\s+
    (?: targets? | thresholds? | limits? | marks? | averages? | goals? | ceilings? | quotas?
      | (?:of|in|from|for)\s+(?:the\s+)?(?:last|previous|same|prior|first|second|third|fourth)\b
      | (?:in|of|from)\s+(?:\w+\s+)?(?:19|20)\d\d\b
      | (?:a\s+)?(?:year|month|quarter|decade|week)s?\s+(?:ago|earlier|before) )
    """,
    re.VERBOSE | re.IGNORECASE,
)


# "They say 1,850. It is nearer 2,300."
_ANSWERED = re.compile(
    r"\W{0,3}\s+(?:(?:But|No|Yet),?\s+)?(?:it|that|they)(?:['’]s|['’]re|\s+(?:is|was|are|were))\s+"
    r"(?:really\s+|actually\s+|in\s+fact\s+)?(?:nearer|closer|more\s+like)\s+(?:to\s+)?$",
    re.IGNORECASE,
)


# "The union argues the true figure is 1900", "making the real number 1,900", "closer to 2000"
_REALLY_BEFORE = re.compile(
    r"""
    (?: \b(?:real|true|actual)\s+(?:number|figure|total|count|toll|cost|bill|price|value|sum|loss)
        (?:\s+(?:is|was|stands\s+at|at|to\s+be))?
      | \b(?:is|are|was|were)\s+(?:really|actually|in\s+fact)\s+(?:closer\s+to|nearer(?:\s+to)?) )
    \s+(?:(?:about|around|nearer|closer\s+to|almost|at\s+least|over|more\s+than)\s+)?[$€£]?$
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "The office insists the figure is $46,500", "the club has given a lower figure of $15m"
_FIGURE_BEFORE = re.compile(
    r"""
    (?: \b(?:insist|say|said|maintain|claim|argue|put|estimate|counter)\w*\s+(?:that\s+)?
        (?:the|its|their)\s+(?:figure|sum|total|amount|bill|cost|price\s+tag|payout)\s+
        (?:is|was|at|to\s+be)
      | \ba\s+(?:much\s+|far\s+|slightly\s+)?(?:lower|higher|smaller|larger|bigger|different)\s+
        (?:figure|sum|total|estimate|amount|number|count)\s+of )
    \s+(?:(?:only|just|about|around|nearer|almost|at\s+least|over|more\s+than)\s+)?[$€£]?$
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "Museum bosses put the value of the hoard at just £4.2 million", below "£9m of treasures"
_PUT_AT_BEFORE = re.compile(
    r"""
    \b(?:puts?|putting|estimat(?:es?|ed|ing)|reckons?)\s+(?:the|its|their|that)\s+(?:[\w-]+\s+)?
    (?:value|worth|(?P<cost>cost|price(?:\s+tag)?|bill|damage)|figure|total|sum|number|crowd
      |turnout|size)
    (?:\s+of\s+(?P<of>(?:[\w’'-]+\s+){1,6}?))?\s*\bat
    \s+(?:(?:only|just|about|around|nearer|almost|at\s+least|over|more\s+than)\s+)?[$€£]?$
    """,
    re.VERBOSE | re.IGNORECASE,
)
# what a firm reports is no answer to what something is worth
_OF_ACCOUNTS = frozenset(
    "profit revenue sale debt loss earning dividend income turnover tax budget share stock".split()
)
_LARGEST_RATIO_OF_FIGURE = 3
_REACH_OF_FIGURE = 400  # characters in which the number is looked for that it answers
_MOST_BETWEEN = 12  # numbers before it among which it is looked for
_JOBS = ("job", "position", "post", "role", "cut", "layoff", "employee")
_REACH_BEFORE = 80  # characters that may hold such words
_REACH_OF_REAL = 2_500  # characters in which the number is looked for that somebody calls wrong


def contrasted_pairs(statements: Statements) -> list[tuple[int, int]]:
    """
    Return pairs of statements of which the second is set against the first.

    Parameters
    ----------
    statements : Statements

    Returns
    -------
    list of (int, int)
        Both stand in one sentence, or the second answers the first in the next, or somebody calls
        the second the real number, or the figure, or puts at it what a headline put at the first;
        they have one unit and differ, by four times at most. Of several numbers that may be wrong
        it is the nearest in size, and the last that a figure can answer.
    """
    rows: Any = statements.rows
    columns = ["article_id", "sentence_id", "start", "end", "measured", "amount", "outcome", "noun"]
    columns.append("in_title")
    records = rows.loc[rows["amount"].notna(), columns].to_dict("index")
    places = sorted(records, key=lambda n: (records[n]["article_id"], records[n]["start"]))
    found = []
    for number, other in zip(places, places[1:], strict=False):
        new, old = records[number], records[other]
        if any(new[name] != old[name] for name in ("article_id", "measured")):
            continue
        text = statements.texts[new["article_id"]]
        if not 0 < old["start"] - new["end"] <= _LONGEST_GAP:
            continue
        is_answer = _ANSWERED.fullmatch(text, new["end"], old["start"]) is not None
        is_beside = new["sentence_id"] == old["sentence_id"] and is_set_against(text, old["start"])
        if not (is_answer or is_beside) or _OTHER_THING_AFTER.match(text, old["end"]):
            continue
        low, high = sorted((abs(new["amount"]), abs(old["amount"])))
        if low and low != high and high / low <= _LARGEST_RATIO:
            found.append((number, other))
    found += _called_wrong(records, places, statements.texts)
    found += _headline_answered(records, places, statements.texts)
    return found + _answered_by_figure(records, places, statements.texts)


def _called_wrong(
    records: Mapping[int, Any], places: Sequence[int], texts: Mapping[str, str]
) -> list[tuple[int, int]]:
    """Return what an article counts with the number that somebody says is the real one."""
    found = []
    for rank in _told_as(_REALLY_BEFORE, records, places, texts):
        number = places[rank]
        new = records[number]
        nearest = min(
            (_ratio(records[other], new), other)
            for other in [*places[max(0, rank - _MOST_BETWEEN) : rank], number]
        )
        if nearest[0] <= _LARGEST_RATIO_OF_REAL:
            found.append((nearest[1], number))
    return found


def _answered_by_figure(
    records: Mapping[int, Any], places: Sequence[int], texts: Mapping[str, str]
) -> list[tuple[int, int]]:
    """Return the last number in one unit before one that is told as "the figure", and that one."""
    found = []
    for rank in _told_as(_FIGURE_BEFORE, records, places, texts):
        number = places[rank]
        new = records[number]
        before = reversed(places[max(0, rank - _MOST_BETWEEN) : rank])
        last = next((n for n in before if _is_in_reach(records[n], new)), None)
        if last is not None and _ratio(records[last], new) <= _LARGEST_RATIO_OF_FIGURE:
            found.append((last, number))
    return found


def _headline_answered(
    records: Mapping[int, Any], places: Sequence[int], texts: Mapping[str, str]
) -> list[tuple[int, int]]:
    """Return a headline's only number in one unit with another one at which its text puts it."""
    found = []
    for rank in _told_as(_PUT_AT_BEFORE, records, places, texts):
        number = places[rank]
        new = records[number]
        if _is_cost_of_another(new, texts[new["article_id"]]):
            continue
        names = ("article_id", "measured")
        own = [n for n in places[:rank] if all(records[n][name] == new[name] for name in names)]
        titles = [n for n in own if records[n]["in_title"]]
        if len(titles) != 1 or records[titles[0]]["noun"] in _OF_ACCOUNTS:
            continue
        if _size_ratio(records[titles[0]], new) <= _LARGEST_RATIO_OF_FIGURE:
            found.append((titles[0], number))
    return found


def _is_cost_of_another(new: Mapping[str, Any], text: str) -> bool:
    """Return whether a number is told as the cost of what the headline does not name."""
    found = _PUT_AT_BEFORE.search(text[max(0, new["start"] - _REACH_BEFORE) : new["start"]])
    if found is None or not found["cost"] or not found["of"]:
        return False
    headline, _, _ = text.partition("\n")
    return telling_stems(found["of"]).isdisjoint(telling_stems(headline))


def _told_as(
    pattern: re.Pattern[str],
    records: Mapping[int, Any],
    places: Sequence[int],
    texts: Mapping[str, str],
) -> Iterator[int]:
    """Yield the rank among ``places`` of each number right before which a pattern ends."""
    for rank, number in enumerate(places):
        start = records[number]["start"]
        text = texts[records[number]["article_id"]]
        if pattern.search(text[max(0, start - _REACH_BEFORE) : start]):
            yield rank


def _is_in_reach(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Return whether a number stands shortly before another of its unit."""
    is_one_unit = all(old[name] == new[name] for name in ("article_id", "measured"))
    return is_one_unit and new["start"] - old["end"] <= _REACH_OF_FIGURE


def _may_count_one(noun: str | None, other: str | None) -> bool:
    """Return whether two nouns may be of one thing: 38 cameras are no toll."""
    return None in (noun, other) or noun == other or (noun in _JOBS and other in _JOBS)


def _ratio(old: Mapping[str, Any], new: Mapping[str, Any]) -> float:
    """Return how many times one number is the other, infinite if they cannot be of one thing."""
    is_one = all(old[name] == new[name] for name in ("article_id", "measured", "outcome"))
    is_one &= old["measured"] == MONEY or _may_count_one(old["noun"], new["noun"])
    if not is_one or new["start"] - old["end"] > _REACH_OF_REAL:
        return math.inf
    return _size_ratio(old, new)


def _size_ratio(old: Mapping[str, Any], new: Mapping[str, Any]) -> float:
    """Return how many times one number is the other, infinite if they are equal or one is 0."""
    low, high = sorted((abs(new["amount"]), abs(old["amount"])))
    return high / low if low and low != high else math.inf
