"""
Find casualties in a list with others: "killed 12, including 3 women".

In: a text, the figures found so far and the numbers of the grammar. Out: the figures with those of
the lists added. In many texts the commas were stripped, so "51 children 28 women" is a list too.
"""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from analysis.extract.figures.bare_counts import is_in_a_place
from analysis.extract.figures.counted import (
    counted_people,
    counted_phrase,
    counts_no_people,
    counts_people,
    names_people,
)
from analysis.extract.figures.outcomes import outcome_near
from analysis.extract.figures.patterns import OPTIONAL_QUALIFIER, PLAIN_WORD, WORD_OR_BRACKET
from analysis.extract.figures.record import Figure, make_figure, overlaps, start_of
from analysis.extract.figures.single_people import mentions_of_one
from analysis.extract.numbers.parse import Number, number_at
from analysis.extract.numbers.word_patterns import ANY_CASE, one_of

__all__ = ["add_coordinated", "is_of_them", "share_of_them", "share_outcomes"]

LONGEST_GAP = 90  # characters between two figures of a list
LONGEST_GAP_TO_CORRECTION = 200

# Before a subtotal: "including 3 women", "among them 3 women".
_INCLUDING_BEFORE = re.compile(
    rf"""
    \b(?:including|included|include|includes|among\s+(?:them|whom|which|those)|in\s+addition\s+to|
    as\s+well\s+as)
    \s+(?:(?:a|one|an\s+entire)\s+family\s+of\s+)?
    {OPTIONAL_QUALIFIER}$
    """,
    ANY_CASE,
)
# Before a number that corrects an earlier one: "but the ministry put the number at 40".
_CORRECTION_BEFORE = re.compile(
    rf"""
    \b(?:put(?:s|ting)?|revis(?:e[sd]?|ing)|rais(?:e[sd]?|ing)|lower(?:s|ed|ing)?|estimate[sd]?|
    correct(?:s|ed))
    \s+(?:the|that|its|their|this)
    \s+(?:number|figure|total|count|tally)
    \s+(?:at|to|as)
    \s+{OPTIONAL_QUALIFIER}$
    """,
    ANY_CASE,
)
# Between two single persons: "a [woman and] a child".
_AND_BETWEEN_PERSONS = re.compile(
    rf"^\s+{PLAIN_WORD}(?:\s+{PLAIN_WORD}){{0,3}}?\s+and\s+$", ANY_CASE
)
# "19 [wounded soldiers and] six civilians"
_HARMED_AND_BETWEEN = re.compile(
    rf"""
    \s+(?:\w+ly\s+)?(?:wounded|injured|dead|slain|captured|missing|displaced|kidnapped|arrested)
    \s+{PLAIN_WORD}(?:\s+{PLAIN_WORD})?\s+and\s+{OPTIONAL_QUALIFIER}
    """,
    ANY_CASE,
)
# Between two figures of one list: the noun of the first, and "and".
_NOT_IN_LIST = one_of(
    """
    were was have has had said when after killed killing injured injuring wounded wounding dead
    died by as to destroying destroyed captured seized targeted leaving burned
    """
)
_LIST_BETWEEN = re.compile(
    rf"""
    ^(?:\s+ (?!{_NOT_IN_LIST}\b) {WORD_OR_BRACKET} ){{0,5}}?
    (?:,|\s+and|\s+as\s+well\s+as)?
    \s+{OPTIONAL_QUALIFIER}$
    """,
    ANY_CASE,
)
# "33 bodies and 67 injured people": the adjective is that of its own number
_HARMED_AFTER = re.compile(
    rf"""
    \s+(?:\w+ly\s+)? (?: (?P<injured>injured|wounded|hurt) | (?P<killed>dead|slain)
      | (?P<missing>missing) ) \s+ {PLAIN_WORD}
    """,
    ANY_CASE,
)
_PLACE_AFTER = re.compile(r"\s+(?:in|when|who|from)\s")  # "including 10 in the north"
_SENTENCE_END = re.compile(r"[.;:!?]\s|\n")
_OF_THEM = re.compile(r"\s+of\s+(?:them|whom)\b", ANY_CASE)
# "Ten of whom are in hospital" says more than that they were rescued.
_IN_CARE_AFTER = re.compile(
    r"\s+of\s+(?:them|whom)\s+(?:are|were|is|was|remain(?:ed|s)?)\s+(?:still\s+|now\s+)?in\s+"
    r"(?:an?\s+|the\s+)?(?:hospitals?|clinics?|intensive\s+care|(?:critical|serious|grave)\s)",
    ANY_CASE,
)
_ONE_OF_THEM = re.compile(r"\bone(?=\s+of\s+(?:them|whom)\b)", ANY_CASE)
_COMMA_BETWEEN = re.compile(rf",\s+(?:and\s+)?{OPTIONAL_QUALIFIER}$", ANY_CASE)
_SEPARATOR = re.compile(r"(?:,|,?\s+and|\s+&)?\s+")


class _Candidate(NamedTuple):
    """A number that may be part of a list, or a single person without one."""

    start: int
    end: int
    number: Number | None


def add_coordinated(text: str, figures: Sequence[Figure], stated: Sequence[Number]) -> list[Figure]:
    """
    Add the people that are in a list with figures found before.

    Parameters
    ----------
    text : str
    figures : sequence of Figure
        In reading order. Not changed.
    stated : sequence of Number
        What the grammar finds in the text.

    Returns
    -------
    list of Figure
        In reading order, none overlapping.
    """
    return _add_before(text, _add_after(text, figures, stated), stated)


def share_outcomes(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """
    Return figures in which subtotals and corrections have the outcome of the figure before.

    A figure whose neighbouring words say what happened keeps its outcome.

    "They evacuated 4,200 people, including 900 children"; "hundreds were detained; the ministry put
    the number at 157".

    Parameters
    ----------
    text : str
    figures : sequence of Figure
        In reading order. Not changed.

    Returns
    -------
    list of Figure
    """
    shared = list(figures[:1])
    for figure in figures[1:]:
        previous = shared[-1]
        gap = text[previous.end : figure.start]
        if _refers_back(gap) and not _has_outcome_near(text, figure):
            figure = figure.with_outcome(previous.outcome)
            figure.is_casualty = previous.is_casualty
        shared.append(figure)
    return shared


def is_of_them(text: str, end: int) -> bool:
    """
    Return whether a number counts some of the people named before: "11 of them".

    Parameters
    ----------
    text : str
    end : int
        Character after the number.

    Returns
    -------
    bool
    """
    return _OF_THEM.match(text, end) is not None


def share_of_them(text: str, figures: Sequence[Figure], stated: Sequence[Number]) -> list[Figure]:
    """
    Return figures in which "11 of them" has the outcome of the nearest counted people before it.

    If nothing happened to those, nothing happened to the 11: "42 passengers went home, 11 of them
    children".

    Parameters
    ----------
    text : str
    figures : sequence of Figure
        In reading order. Not changed.
    stated : sequence of Number
        What the grammar finds in the text.

    Returns
    -------
    list of Figure
        A figure whose neighbouring words say what happened keeps its outcome.
    """
    shared: list[Figure] = []
    for figure in figures:
        has_own = _has_outcome_near(text, figure) or _IN_CARE_AFTER.match(text, figure.end)
        if is_of_them(text, figure.end) and not has_own:
            figure = _of_counted_before(text, figure, shared, stated)
        shared.append(figure)
    return shared


def _of_counted_before(
    text: str, figure: Figure, earlier: Sequence[Figure], stated: Sequence[Number]
) -> Figure:
    """Return a figure of "them" as one of the people counted right before it in its sentence."""
    n_before = bisect_left(stated, figure.start, key=_start_of)
    while n_before > 1 and _is_place(text, stated[n_before - 1]):
        n_before -= 1  # "37 men were seized in six towns, 11 of them": no towns
    if n_before == 0 or _SENTENCE_END.search(text, stated[n_before - 1].end, figure.start):
        return figure
    counted = stated[n_before - 1]
    total = next((other for other in earlier if other.start == counted.start), None)
    if total is None:
        if not _is_of_people(text, counted):
            is_of_things = counts_no_people(text, counted.end)
            return replace(figure, is_casualty=False) if is_of_things else figure
        outcome = outcome_near(text, counted.start, counted.end)
        if outcome is None:
            return replace(figure, is_casualty=False)
        return replace(figure.with_outcome(outcome), rules="outcome.of_them")
    figure = replace(figure.with_outcome(total.outcome), rules="outcome.of_them")
    return replace(figure, is_casualty=total.is_casualty)


def _is_place(text: str, number: Number) -> bool:
    """Return whether a number counts the places in which something is, and no people."""
    if number.kind != "count" or _is_of_people(text, number):
        return False
    return is_in_a_place(text, number) and counted_phrase(text, number.end) is not None


def _is_of_people(text: str, number: Number) -> bool:
    """Return whether a number counts people: "42 survivors", "40 wounded"."""
    if number.kind != "count":
        return False
    phrase = counted_people(text, number.start, number.end, implicit=False)
    return phrase is not None and names_people(text[slice(*phrase)])


def _start_of(number: Number) -> int:
    return number.start


def _refers_back(gap: str) -> bool:
    """Return whether a figure is a subtotal of the one before, goes on with it, or corrects it."""
    if _HARMED_AND_BETWEEN.fullmatch(gap):
        return True
    if _is_short(gap) and _is_inclusion(gap):
        return True
    return len(gap) <= LONGEST_GAP_TO_CORRECTION and bool(_CORRECTION_BEFORE.search(gap))


def _has_outcome_near(text: str, figure: Figure) -> bool:
    """Return whether the words next to a number, if there is one, say what happened."""
    return not figure.implicit and outcome_near(text, figure.start, figure.end) is not None


def _is_short(gap: str) -> bool:
    """Return whether two figures can be in one list, by the distance between them."""
    return len(gap) <= LONGEST_GAP and _SENTENCE_END.search(gap) is None


def _is_inclusion(gap: str) -> bool:
    return _INCLUDING_BEFORE.search(gap) is not None


def _add_after(text: str, figures: Sequence[Figure], stated: Sequence[Number]) -> list[Figure]:
    """Add the people that continue a list: "killed 12, including 3 women and a child"."""
    figures = list(figures)
    for candidate in _candidates_after(text, stated):
        if overlaps(candidate.start, candidate.end, figures):
            continue
        n_before = bisect_right(figures, candidate.start, key=_end_of)
        if n_before == 0:
            continue
        previous = figures[n_before - 1]
        if _OF_THEM.match(text, candidate.end) and counts_no_people(text, previous.end):
            continue  # "37 drones were shot down, 11 of them over the port"
        if previous.is_casualty and _continues(text, candidate, previous):
            _insert(text, figures, candidate, previous.outcome)
    return figures


def _candidates_after(text: str, stated: Sequence[Number]) -> list[_Candidate]:
    """Return the counts of a text, "one of them", and single persons, in reading order."""
    candidates = [_Candidate(number.start, number.end, number) for number in _counts(stated)]
    for match in _ONE_OF_THEM.finditer(text):
        candidates.append(_Candidate(*match.span(), number_at(text, *match.span())))
    for span in mentions_of_one(text):
        candidates.append(_Candidate(*span, None))
    return sorted(candidates, key=lambda candidate: candidate.start)


def _counts(stated: Sequence[Number]) -> list[Number]:
    """Return the numbers that certainly count something."""
    return [number for number in stated if number.kind == "count" and not number.weak]


def _continues(text: str, candidate: _Candidate, previous: Figure) -> bool:
    """Return whether a candidate is in a list with the figure before."""
    if candidate.start - previous.end > LONGEST_GAP:
        return False
    gap = text[previous.end : candidate.start]
    if not _is_short(gap):
        return False
    included = _is_inclusion(gap)
    if candidate.number is None:
        joined = previous.implicit and _AND_BETWEEN_PERSONS.match(gap) is not None
        return included or joined
    if _HARMED_AND_BETWEEN.fullmatch(gap):
        return counts_people(text, candidate.start, candidate.end, by_last_word=True)
    if candidate.number.text.lower() == "one" and _ONE_OF_THEM.match(text, candidate.start):
        return True
    if _COMMA_BETWEEN.search(gap) and _OF_THEM.match(text, candidate.end):
        return True  # "eleven of the wounded were in a grave state, two of them children"
    if included and _PLACE_AFTER.match(text, candidate.end):
        return True
    if not included and _LIST_BETWEEN.match(gap) is None:
        return False
    return counts_people(text, candidate.start, candidate.end, by_last_word=True)


def _add_before(text: str, figures: Sequence[Figure], stated: Sequence[Number]) -> list[Figure]:
    """Add the people at the start of a list with its verb at the end: "6 men, 10 women hurt"."""
    figures = list(figures)
    for number in reversed(_counts(stated)):
        if overlaps(number.start, number.end, figures):
            continue
        n_before = bisect_left(figures, number.end, key=start_of)
        if n_before == len(figures) or not figures[n_before].is_casualty:
            continue
        following = figures[n_before]
        if is_of_them(text, following.end):
            continue  # "the ward treated 40 people, six of whom died"
        if _leads_to(text, number, following.start):
            candidate = _Candidate(number.start, number.end, number)
            _insert(text, figures, candidate, following.outcome)
    return figures


def _leads_to(text: str, number: Number, following: int) -> bool:
    """Return whether only its people come between a number and the next one: "6 men, 10"."""
    phrase = counted_people(text, number.start, number.end, implicit=False)
    if phrase is None or phrase[1] > following:
        return False
    if not counts_people(text, number.start, number.end, by_last_word=True):
        return False
    return _SEPARATOR.fullmatch(text[phrase[1] : following]) is not None


def _insert(text: str, figures: list[Figure], candidate: _Candidate, outcome: str | None) -> None:
    """Add a figure at its place; an adjective of its own people goes before the list's outcome."""
    own = _HARMED_AFTER.match(text, candidate.end)
    if own is not None:
        outcome = own.lastgroup
    figure = make_figure(text, candidate.start, candidate.end, candidate.number, outcome)
    insort(figures, figure, key=start_of)


def _end_of(figure: Figure) -> int:
    return figure.end
