"""
The two ends of what outlets print for one quantity, with who prints them and when.

In: figures of one quantity, one or more an outlet. Out: words such as "from 27 (Harbour Post,
3 Mar) to 41 (Alda News and 2 others, 5 Mar)". Where the two ends are of two sources, these are
named: what the police and the organisers count differs, and not what the outlets make of it.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

import pandas as pd

from analysis.compare.findings.who_prints import (
    of_words,
    one_source,
    who_prints,
    with_others,
)
from analysis.compare.headline_figures import (
    EARLIER_NUMBER,
    EARLIER_VERSION,
    INCREMENT,
    WISHED,
)
from analysis.compare.number_words import agree, in_usual_words, same_unit
from analysis.compare.numbers_beside import prints_beside
from analysis.compare.reports import same_source
from analysis.core.finding import listed
from analysis.core.records import records_of

__all__ = [
    "SIDE_BY_SIDE",
    "PrintedRange",
    "agreeing_words",
    "printed_range",
    "printed_words",
]

_UNIT = ("unit_text", "currency")
_MOST_WORDS = 3  # numbers that are told of those that agree


_EARLIER = (EARLIER_NUMBER, EARLIER_VERSION, INCREMENT, WISHED)
_Ends = tuple[Mapping[Hashable, Any], Mapping[Hashable, Any]]  # the smallest, the largest


SIDE_BY_SIDE = ", side by side"
"""What is said of numbers of which every outlet prints both."""


class PrintedRange(NamedTuple):
    """
    The words of a range, the outlets that they name, and its ends (None: only words).

    ``is_of_two_days`` where no outlet prints both ends on one day, so that the later may be an
    update: not a smaller one of another source.
    ``is_agreeing`` where the ends are two numbers that do not differ: 800 and more than 850 years.
    """

    words: str
    outlets: tuple[str, ...]
    low: float | None
    high: float | None
    is_of_two_days: bool = False
    is_agreeing: bool = False

    @property
    def words_of_days(self) -> str:
        """What is said of a range whose ends agree or are of two days, or an empty string."""
        if self.is_agreeing:
            return " (within rounding and open ends)"
        return " (of different days: the later may be an update)" if self.is_of_two_days else ""


def printed_range(figures: pd.DataFrame, beside: pd.DataFrame | None = None) -> PrintedRange:
    """
    Say which outlets print the smallest and the largest number of a quantity.

    Parameters
    ----------
    figures : DataFrame
        Cells of ``quantity_matrix``, or reports of ``reports_of_quantity`` (whose ``outcome`` names
        the unit). Rows without an outlet are left out. Not changed.
    beside : DataFrame, optional
        All reports of the quantity, with those that no outlet put forward: one article that prints
        both ends on the word of two sources tells of no update. Cells know what stands beside them.

    Returns
    -------
    PrintedRange
        With both ends in each unit. A number that all print has no days, and no outlets unless
        others print it in another unit; neither have two numbers that every outlet prints: which of
        them one puts forward is no difference.
    """
    stated = figures.dropna(subset=["outlet"]).dropna(subset=["low", "high"], how="all")
    if stated.empty:
        return PrintedRange("no number, only words", (), None, None)
    records = _in_one_wording(records_of(stated))
    parts: list[str] = []
    named: list[str] = []
    by_unit = _by_unit(records)
    for of_unit in by_unit:
        ends = _apart(of_unit)
        words, outlets = _ends(of_unit, ends, is_one_of_several=len(by_unit) > 1)
        parts.append(words)
        named += outlets
    if len(parts) > 1:
        return PrintedRange(listed(parts), tuple(dict.fromkeys(named)), None, None)
    ends = _apart(records)
    low, high = _low(ends[0]), _high(ends[1])
    named_once = tuple(dict.fromkeys(named))
    is_agreeing = ends[0]["words"] != ends[1]["words"] and agree(*map(_as_figure, ends))
    others: list[Any] = [] if beside is None else records_of(beside)
    if ends[0]["words"] != ends[1]["words"] and _all_print_both(records, others, ends):
        both = listed([str(end["words"]) for end in ends])
        return PrintedRange(f"{both}{SIDE_BY_SIDE} in each", (), low, high)
    of_two_days = _are_of_two_days(records, ends) and not _are_in_one_article(others, ends)
    return PrintedRange(listed(parts), named_once, low, high, of_two_days, is_agreeing)


def _are_of_two_days(records: Sequence[Mapping[Hashable, Any]], ends: _Ends) -> bool:
    """Return whether the ends are of two days, and the later one may be an update of the other."""
    smallest, largest = ends
    for one in records:
        if one["words"] == smallest["words"] and prints_beside(one, largest):
            return False
        if one["words"] == largest["words"] and prints_beside(one, smallest):
            return False
    printed = [of_words(records, end["words"]) for end in ends]
    of_low, of_high = ({one["published"] for one in own} for own in printed)
    if None in of_low | of_high or not of_low.isdisjoint(of_high):
        return False
    return min(of_low) < max(of_high) or not _are_of_two_sources(*printed)


def _are_of_two_sources(
    some: Iterable[Mapping[Hashable, Any]], others: Sequence[Mapping[Hashable, Any]]
) -> bool:
    """
    Return whether all name their sources, and no two the same.

    A smaller number a day later, of another source, contradicts the first and is no update.
    """
    return all(
        None not in (one.get("source"), other.get("source"))
        and not same_source(one["source"], other["source"])
        for one in some
        for other in others
    )


def _are_in_one_article(reports: Iterable[Mapping[Hashable, Any]], ends: _Ends) -> bool:
    """
    Return whether one article prints the smallest and the largest number, of two sources.

    Of one source the smaller one is what the toll was before.
    """
    low, high = ((end["low"], end["high"]) for end in ends)
    printed = [one for one in reports if one.get("set_aside") not in _EARLIER]
    of_low, of_high = (
        [one for one in printed if (one["low"], one["high"]) == wanted] for wanted in (low, high)
    )
    return any(
        one["document"] == other["document"]
        and None not in (one["source"], other["source"])
        and not same_source(one["source"], other["source"])
        for one in of_low
        for other in of_high
    )


def _all_print_both(
    records: Sequence[Mapping[Hashable, Any]],
    reports: Sequence[Mapping[Hashable, Any]],
    ends: _Ends,
) -> bool:
    """Return whether each outlet prints the smallest and the largest number in one article."""
    outlets = {record["outlet"] for record in records}
    return len(outlets) > 1 and all(
        _are_in_one_article([one for one in reports if one["outlet"] == outlet], ends)
        for outlet in outlets
    )


def printed_words(cells: pd.DataFrame) -> str:
    """
    Say between which numbers outlets print a quantity, without their names.

    Parameters
    ----------
    cells : DataFrame
        Those of one quantity, from ``quantity_matrix``. Not changed.

    Returns
    -------
    str
        "from 27 to 41", and "from 27 to 41 (of different days)" where no outlet prints both on one
        day; "41" if all print that; "dozens" if no outlet prints a number.
    """
    stated = cells.dropna(subset=["low", "high"], how="all")
    if stated.empty:
        return ", ".join(dict.fromkeys(cells["words"]))
    parts = []
    for of_unit in _by_unit(_in_one_wording(records_of(stated))):
        ends = min(of_unit, key=_low), max(of_unit, key=_high)
        smallest, largest = (end["words"] for end in ends)
        is_of_two = smallest != largest and _are_of_two_days(of_unit, ends)
        parts.append(_span(smallest, largest) + (" (of different days)" if is_of_two else ""))
    return listed(parts)


def agreeing_words(cells: pd.DataFrame) -> str:
    """
    Say which numbers outlets print for a quantity in which they do not differ.

    Parameters
    ----------
    cells : DataFrame
        Those of one quantity, from ``quantity_matrix``. Not changed.

    Returns
    -------
    str
        "41" if all print that, or "about 41"; otherwise the numbers with the reason why they are no
        range: "up to 40 and up to 50, within rounding and open ends", "2,500 and 6,000, side by
        side".
    """
    stated = cells.dropna(subset=["low", "high"], how="all")
    if stated.empty:
        return printed_words(cells)
    ordered = sorted(records_of(stated), key=lambda record: (_low(record), _high(record)))
    by_ends: dict[tuple[object, object], list[str]] = {}
    for record in ordered:
        by_ends.setdefault((record["low"], record["high"]), []).append(str(record["words"]))
    words = [min(same, key=len) for same in by_ends.values()]
    if len(words) == 1:
        return words[0]
    if not all(agree(one, other) for one, other in combinations(ordered, 2)):
        return f"{_few(words)}{SIDE_BY_SIDE}"  # each outlet prints the other's beside its own
    return f"{_few(words)}, within rounding and open ends"


def _few(words: Sequence[str]) -> str:
    """Return some numbers, smallest first, or the first and last of many."""
    if len(words) > _MOST_WORDS:
        return listed([words[0], words[-1], f"{len(words) - 2} between them"])
    return listed(words)


def _in_one_wording(records: Sequence[Mapping[Hashable, Any]]) -> list[dict[Hashable, Any]]:
    """Return records of which those that print one number, "almost 40" and "some 40", say so."""
    wordings: dict[str, set[str]] = {}
    usual = [in_usual_words(record) for record in records]
    for record, words in zip(records, usual, strict=True):
        wordings.setdefault(words, set()).add(str(record["words"]))
    return [
        {**record, "words": words if len(wordings[words]) > 1 else record["words"]}
        for record, words in zip(records, usual, strict=True)
    ]


def _span(smallest: str, largest: str) -> str:
    if smallest == largest:
        return smallest
    if " to " in f"{smallest} {largest}":  # "from 20 to 30 to 41" cannot be read
        return f"lowest {smallest}, highest {largest}"
    return f"from {smallest} to {largest}"


def _by_unit(records: Sequence[Mapping[Hashable, Any]]) -> list[list[Mapping[Hashable, Any]]]:
    """Return the figures of each unit, in the order of the first of each."""
    groups: list[list[Mapping[Hashable, Any]]] = []
    for record in records:
        group = next((group for group in groups if _is_one_unit(group[0], record)), None)
        if group is None:
            groups.append([record])
        else:
            group.append(record)
    return groups


def _is_one_unit(one: Mapping[Hashable, Any], other: Mapping[Hashable, Any]) -> bool:
    """Return whether two figures are in one unit; the panel of a report is one."""
    if "unit_text" in one:
        return same_unit(one, other)
    return one["outcome"] == other["outcome"]


def _low(record: Mapping[Hashable, Any]) -> float:
    if record["low"] is None:
        return record["high"]
    return record["low"]


def _high(record: Mapping[Hashable, Any]) -> float:
    if record["high"] is None:
        return record["low"]
    return record["high"]


def _apart(records: Sequence[Mapping[Hashable, Any]]) -> _Ends:
    """
    Return the smallest and the largest number, of those that differ if any do.

    Beside 27 and 38, "more than 24" is no end: 38 is more than 24 too.
    """
    distinct = {tuple(_as_figure(record).values()): record for record in reversed(records)}
    pairs = combinations(sorted(reversed(distinct.values()), key=_low), 2)
    told = [pair for pair in pairs if not agree(*map(_as_figure, pair))]
    if not told:
        # "below 60" beside 58 is no higher number
        reached = [record for record in records if record.get("qualifier") != "less_than"]
        return min(records, key=_low), max(reached or records, key=_high)
    return max(told, key=lambda pair: _high(pair[1]) - _low(pair[0]))


def _as_figure(record: Mapping[Hashable, Any]) -> dict[str, Any]:
    """Return what numbers are compared by; reports have one unit, and some no qualifier."""
    names = ("low", "high", "qualifier_text", *_UNIT, "change")
    figure = {name: record.get(name) for name in names}
    is_open = {"low": "at_most", "high": "at_least"}
    ends = [name for name in is_open if record[name] is None]
    qualifier = is_open[ends[0]] if ends else "exact"
    return figure | {
        "qualifier": record.get("qualifier") or qualifier,
        "unit": record.get("unit") or "people",
        "text": record["words"],
    }


def _ends(
    records: Sequence[Mapping[Hashable, Any]], ends: _Ends, is_one_of_several: bool
) -> tuple[str, list[str]]:
    """Say the ends of one unit, of several or the only one, and return the outlets named."""
    smallest, largest = ends
    if smallest["words"] == largest["words"]:
        if not is_one_of_several:
            return str(smallest["words"]), []
        who = who_prints(records, with_day=False, source=None)
        return f"{smallest['words']} ({who.words})", who.outlets
    at_low = of_words(records, smallest["words"])
    at_high = of_words(records, largest["words"])
    with_days = len({record["published"] for record in [*at_low, *at_high]}) > 1
    low_source, high_source = one_source(at_low), one_source(at_high)
    if low_source is None or high_source is None or same_source(low_source, high_source):
        low_source, high_source = None, None
    low = with_others(who_prints(at_low, with_days, low_source), at_low, records)
    high = with_others(who_prints(at_high, with_days, high_source), at_high, records)
    first = f"{smallest['words']} ({low.words})"
    last = f"{largest['words']} ({high.words})"
    words = f"from {first} to {last}"
    if " to " in f"{smallest['words']} {largest['words']}":
        words = f"lowest {first}, highest {last}"
    return words, [*low.outlets, *high.outlets]
