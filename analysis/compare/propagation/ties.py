"""
Find what ties one printed figure to an earlier one, and whether the two can be compared.

In: two rows of ``REPORTS``. Out: names of ties. Which pairs are compared is decided in
``analysis.compare.propagation.candidates``. Ties are not proof: equal numbers can be chance.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import TypeAlias

import pandas as pd

from analysis.compare.reports import NullableText, Report, names_upstream, same_source, to_records
from analysis.core.plain_values import text_or_none
from analysis.core.plurals import noun_for

__all__ = [
    "ENOUGH",
    "TIE_WEIGHTS",
    "Match",
    "Places",
    "Ties",
    "compare_outcomes",
    "compare_scopes",
    "find_ties",
    "is_comparable",
    "place_words",
    "total_weight",
]

Places: TypeAlias = Mapping[str, frozenset[str]]
"""Words of the place of each figure, by ``report_id``."""

Ties: TypeAlias = dict[str, str]
"""Names of ties (the keys of ``TIE_WEIGHTS``), with a description of each."""

NEAR_DAYS = 7
TIE_WEIGHTS = {"upstream": 4, "chain": 3, "source": 3, "place": 2, "days": 1}
ENOUGH = 4  # weight of ties and digits from which an equal number is taken to be the same number
_PEOPLE = frozenset({"people", "bodies"})
# outcomes that can be mistaken for one another
_NEIGHBOURS = frozenset(
    {
        frozenset({"killed_or_injured", "killed"}),
        frozenset({"killed_or_injured", "injured"}),
        frozenset({"bodies_found", "killed"}),
        frozenset({"other", "bodies_found"}),
        frozenset({"missing", "killed"}),
        frozenset({"missing", "bodies_found"}),
    }
)
_ARMED = frozenset({"fighters", "soldiers"})
_VAGUE_GROUPS = ("unspecified", "mixed")
# scopes that can be mistaken for one another
_WHOLE_SCOPES = ("cumulative", "multi_site", "single_site")
_GENERIC_PLACE_WORDS = frozenset(
    "near area around several various site sites city town three first".split()
)
# share of an event's figures from which a word of their places does not distinguish them
_COMMON = 0.35


class Match(Enum):
    """How well an attribute of two figures agrees."""

    SAME = "same, or unknown"
    SIMILAR = "different, but one can be mistaken for the other"
    DIFFERENT = "different"


def place_words(reports: pd.DataFrame) -> dict[str, frozenset[str]]:
    """
    Return the words of each figure's place that distinguish it from others of the event.

    Parameters
    ----------
    reports : DataFrame
        The ``REPORTS`` table. Not changed.

    Returns
    -------
    dict of str to frozenset of str
        By ``report_id``; empty if the place is that of the whole event, or is not given.
    """
    records = to_records(reports)
    n_figures: Counter[str | None] = Counter()
    counts: Counter[tuple[str | None, str]] = Counter()
    for report in records:
        event = text_or_none(report["event"])
        n_figures[event] += 1
        counts.update((event, word) for word in _words(report["place"]))
    places = {}
    for report in records:
        event = text_or_none(report["event"])
        limit = _COMMON * n_figures[event]
        words = _words(report["place"])
        places[report["report_id"]] = frozenset(
            word for word in words if counts[event, word] <= limit
        )
    return places


def _words(place: NullableText) -> set[str]:
    """Return the words of a place that name it, in lower case."""
    if not isinstance(place, str):
        return set()
    return set(re.findall(r"\w{4,}", place.lower())) - _GENERIC_PLACE_WORDS


def find_ties(statement: Report, other: Report, places: Places, chains: Mapping[str, int]) -> Ties:
    """
    Find what ties a figure to one of the statement.

    Parameters
    ----------
    statement, other : Report
        A figure of the statement, and another figure.
    places : dict
        From ``place_words``.
    chains : dict
        Chain number by ``report_id``, from ``reports.chain_numbers``.

    Returns
    -------
    dict of str to str
        Keys of ``TIE_WEIGHTS``, with a description of each tie.
    """
    ties: Ties = {}
    if _shares_upstream(statement, other):
        ties["upstream"] = f"text taken from {other['upstream']}"
    is_unnamed = "unnamed" in (statement["source_type"], other["source_type"])
    if same_source(statement["source"], other["source"]) and not is_unnamed:
        ties["source"] = f"same source ({other['source']})"
    elif _in_one_chain(statement, other, chains):
        ties["chain"] = "one chain of sources and texts"
    if places[statement["report_id"]] & places[other["report_id"]]:
        ties["place"] = f"same place ({other['place']})"
    if pd.notna(statement["published"]) and pd.notna(other["published"]):
        days = abs((other["published"] - statement["published"]).days)
        if days <= NEAR_DAYS:
            ties["days"] = f"{days} {noun_for(days, 'day')} apart"
    return ties


def _shares_upstream(statement: Report, other: Report) -> bool:
    """Return whether a text is taken from the statement, or from the same text as the statement."""
    if names_upstream(other["upstream"], statement):
        return True
    upstream = statement["upstream"]
    return isinstance(upstream, str) and upstream == other["upstream"]


def _in_one_chain(statement: Report, other: Report, chains: Mapping[str, int]) -> bool:
    """Return whether two figures are in the same chain."""
    chain = chains.get(statement["report_id"])
    return chain is not None and chain == chains.get(other["report_id"])


def total_weight(ties: Iterable[str]) -> int:
    """
    Return the total weight of ties, so that several weak ties can count as much as a strong one.

    Parameters
    ----------
    ties : iterable of str
        Keys of ``TIE_WEIGHTS``.

    Returns
    -------
    int
        0 or more; higher means more closely tied.
    """
    return sum(TIE_WEIGHTS[name] for name in ties)


def is_comparable(first: Report, second: Report, places: Places) -> bool:
    """
    Return whether two figures can be about the same thing.

    Parameters
    ----------
    first, second : Report
    places : dict
        From ``place_words``; a figure that is not listed has no place.

    Returns
    -------
    bool
        False if units, groups of people, places, outcomes or scopes exclude each other, or if one
        figure is of the event and the other of a background.
    """
    if _excludes(first["group"], second["group"]):
        return False
    if _is_aside(first) != _is_aside(second):
        return False
    if first["unit"] != second["unit"] and not {first["unit"], second["unit"]} <= _PEOPLE:
        return False
    here = places.get(first["report_id"], frozenset())
    there = places.get(second["report_id"], frozenset())
    if here and there and not here & there:
        return False
    return Match.DIFFERENT not in (compare_outcomes(first, second), compare_scopes(first, second))


def _is_aside(report: Report) -> bool:
    """Return whether a text gives a figure as a background, or as that of another event."""
    return report["extent"] in ("background", "other_event")


def _excludes(first: NullableText, second: NullableText) -> bool:
    """Return whether two groups exclude each other; one outlet's fighters can be soldiers."""
    for group in (first, second):
        if not isinstance(group, str) or group in _VAGUE_GROUPS:
            return False
    return first != second and not {first, second} <= _ARMED


def compare_outcomes(first: Report, second: Report) -> Match:
    """
    Compare the outcomes of two figures; if they are not of people, what they mean.

    Parameters
    ----------
    first, second : Report

    Returns
    -------
    Match
    """
    same_meaning = first["meaning"] == second["meaning"]
    if first["unit"] not in _PEOPLE:
        return Match.SAME if same_meaning else Match.DIFFERENT
    outcome, other_outcome = text_or_none(first["outcome"]), text_or_none(second["outcome"])
    if outcome == other_outcome:
        return Match.SAME if same_meaning or outcome != "other" else Match.DIFFERENT
    if frozenset({outcome, other_outcome}) in _NEIGHBOURS:
        return Match.SIMILAR
    return Match.DIFFERENT


def compare_scopes(first: Report, second: Report) -> Match:
    """
    Compare what two figures cover.

    Parameters
    ----------
    first, second : Report

    Returns
    -------
    Match
        ``SAME`` if either scope is unknown.
    """
    scope, other_scope = text_or_none(first["scope"]), text_or_none(second["scope"])
    if scope is None or other_scope is None or scope == other_scope:
        return Match.SAME
    if scope in _WHOLE_SCOPES and other_scope in _WHOLE_SCOPES:
        return Match.SIMILAR
    return Match.DIFFERENT
