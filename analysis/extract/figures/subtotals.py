"""
Link a subtotal to its total: "126 people, among them 68 children".

In: the figures of one article in reading order, and its text. Out: for each figure its total, or
none. A subtotal follows its total in the same sentence after a word of inclusion, or in the next
sentence after "the dead included"; it is no larger than its total, and has the same outcome. It may
also come first: "two Britons among 12 killed". What an article calls some of a toll ("six of the
eight lived there") is a subtotal wherever else it says that number.
"""

import math
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from analysis.extract.figures.record import Figure
from analysis.extract.figures.some_of_a_toll import told_as_some
from analysis.extract.figures.stated_counts import count_of
from analysis.extract.numbers.word_patterns import ANY_CASE, one_of

__all__ = ["totals_of"]

LEAST_FOR_VAGUE = 20  # dozens cannot be a subtotal of three

_INCLUSION = re.compile(
    r"""
    \b(?: including | includ(?:es|ed|e)
        | among\s+(?:them|whom|which|those)
        | of\s+(?:them|whom|which|those)
        | at\s+least\s+\w+\s+of\s+them
        | amongst\s+(?:them|whom)
        | comprising | counting )\b
    """,
    ANY_CASE,
)
_OF_THEM_AFTER = re.compile(
    r"""
    \s+(?:\w+\s+)?
    of\s+(?: them | whom | which
      | (?:the|those)\s+(?:dead|deceased|deaths|victims|killed|injured|wounded) )\b
    """,
    ANY_CASE,
)
_AMONG = re.compile(
    r"[^.;:\d]{0,60}\bamong\s+(?:the\s+)?(?:(?:about|some|at\s+least|nearly|more\s+than|over)\s+)*",
    ANY_CASE,
)
# "4,900 hectares of the 7,450 hectares burnt"
_OF_THE = re.compile(
    r"\s+[\w ]{0,20}?\bof\s+(?:the|its|their|all)\s+(?:about\s+|some\s+)?", ANY_CASE
)
_DONE_AFTER = re.compile(
    r"\s+(?:[\w]+\s+){0,2}?(?:burnt|burned|scorched|charred|consumed|destroyed|damaged|flooded|lost"
    r"|affected|spent|raised|pledged|promised|invested)\b",
    ANY_CASE,
)
_HARMED = one_of("killed dead victims casualties injured wounded toll deaths fatalities")
_THE_DEAD_INCLUDED = re.compile(rf"\b{_HARMED}\b [^.]{{0,40}} \binclud(?:ed?|es|ing)\b", ANY_CASE)
_VERB = re.compile(
    r"\b(?:were|was|have|has|had|said|says|killed|injured|wounded|died|adding|reported)\b", ANY_CASE
)


def totals_of(
    figures: Sequence[Figure], text: str, sentences: Mapping[int, tuple[int, int]]
) -> list[str | None]:
    """
    Find the total of each subtotal.

    Parameters
    ----------
    figures : sequence of Figure
        Those of one article, in reading order.
    text : str
    sentences : mapping of int to (int, int)
        Characters of each sentence by its number.

    Returns
    -------
    list of (str or None)
        For each figure the ``figure_id`` of its total; None if it is no subtotal.
    """
    totals = []
    some = told_as_some(text)
    inclusions: dict[int, list[tuple[int, int]]] = {}
    first = 0  # figure of the sentence before: no earlier one can be the total
    for position, figure in enumerate(figures):
        number = figure.sentence_id
        while figures[first].sentence_id < number - 1:
            first += 1
        if number not in inclusions:
            inclusions = {number: _inclusions(text, *sentences[number])}
        sentence = _Sentence(sentences[number][0], inclusions[number])
        total = _total_of(figure, figures[first:position], text, sentence)
        total = total or _total_after(figure, figures[position + 1 : position + 2], text)
        total = total or _whole_after(figure, figures[position + 1 : position + 2], text)
        total = total or _total_told(figure, figures, some)
        totals.append(None if total is None else total.figure_id)
    return totals


class _Sentence(NamedTuple):
    """Where a sentence starts, and its words of inclusion."""

    start: int
    inclusions: list[tuple[int, int]]


def _inclusions(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the characters of the words of inclusion of a sentence."""
    return [match.span() for match in _INCLUSION.finditer(text, start, end)]


def _total_of(
    figure: Figure, earlier: Sequence[Figure], text: str, sentence: _Sentence
) -> Figure | None:
    """Return the total of a figure, or None if it is no subtotal."""
    if _OF_THEM_AFTER.match(text, figure.end):
        # "fourteen, twelve of them prisoners and two of them guards": no part of the twelve
        earlier = [total for total in earlier if not _OF_THEM_AFTER.match(text, total.end)]
    n_before = bisect_right(sentence.inclusions, figure.start, key=lambda inclusion: inclusion[1])
    if n_before:
        start, end = sentence.inclusions[n_before - 1]
        if not _is_in_list_after(end, earlier, figure, text):
            return None
        return _total_before_inclusion(start, earlier, figure, text[sentence.start : figure.start])
    if _OF_THEM_AFTER.match(text, figure.end):
        possible = _possible_totals(earlier, figure)
        near = [total for total in possible if total.sentence_id >= figure.sentence_id - 1]
        return near[-1] if near else None
    return None


def _total_after(figure: Figure, following: Sequence[Figure], text: str) -> Figure | None:
    """Return the total that follows right after "among": "Two Britons among [12] killed"."""
    for total in following:
        is_less = figure.low is not None and total.low is not None and figure.low < total.low
        if is_less and _can_include(total, figure) and total.sentence_id == figure.sentence_id:
            between = text[figure.end : total.start]
            return total if _AMONG.fullmatch(between) is not None else None
    return None


def _whole_after(figure: Figure, following: Sequence[Figure], text: str) -> Figure | None:
    """Return the whole after a part of it: "4,900 hectares of the [7,450] hectares burnt"."""
    for whole in following:
        is_alike = figure.unit in ("measure", "money") and figure.unit_text == whole.unit_text
        if not is_alike or figure.low is None or whole.low is None or figure.low >= whole.low:
            continue
        is_of = _OF_THE.fullmatch(text, figure.end, whole.start) is not None
        if is_of and _DONE_AFTER.match(text, whole.end) is not None:
            return whole
    return None


def _total_told(
    figure: Figure, figures: Sequence[Figure], some: frozenset[tuple[float, float]]
) -> Figure | None:
    """Return the toll of which the article calls such a number some: "six of the eight"."""
    count = count_of(figure)
    wholes = {whole for part, whole in some if part == count}
    if figure.outcome is None or not wholes:
        return None
    return next(
        (one for one in figures if one.outcome == figure.outcome and count_of(one) in wholes), None
    )


def _total_before_inclusion(
    inclusion: int, earlier: Sequence[Figure], figure: Figure, sentence_before: str
) -> Figure | None:
    """Return the last possible total of the sentence, or the first one of the sentence before."""
    possible = _possible_totals(earlier, figure)
    in_sentence = [
        total
        for total in possible
        if total.sentence_id == figure.sentence_id and total.end <= inclusion
    ]
    if in_sentence:
        return in_sentence[-1]
    if not _THE_DEAD_INCLUDED.search(sentence_before):
        return None
    previous = [total for total in possible if total.sentence_id == figure.sentence_id - 1]
    return previous[0] if previous else None


def _is_in_list_after(
    inclusion_end: int, earlier: Sequence[Figure], figure: Figure, text: str
) -> bool:
    """Return whether only other subtotals come between the word of inclusion and a figure."""
    for other in earlier:
        if other.start >= inclusion_end and other.outcome != figure.outcome:
            return False
    return _VERB.search(text[inclusion_end : figure.start]) is None


def _possible_totals(earlier: Sequence[Figure], subtotal: Figure) -> list[Figure]:
    return [total for total in earlier if _can_include(total, subtotal)]


def _can_include(total: Figure, subtotal: Figure) -> bool:
    """Return whether a figure is large enough and of the right kind to be the total of another."""
    if subtotal.outcome is None or total.outcome != subtotal.outcome:
        return False
    largest = math.inf if total.high is None else total.high
    if subtotal.low is None and subtotal.high is None:
        return largest >= LEAST_FOR_VAGUE
    return (subtotal.low or 0) <= largest
