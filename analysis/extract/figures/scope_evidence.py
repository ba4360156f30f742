"""
Describe what tells whether a figure is of the event that its article reports.

In: the figures of one article with the scopes that rules gave them, its text, sentences and day.
Out: a row of numbers for each figure of people harmed, from which ``weighed_scopes`` decides. Most
words that set a toll apart ("in 2012", "the worst since") are rules; where they are silent it tells
how much of the article is about harm, where in it the figure stands, whether headline and lead
count people harmed and name who or what its sentence names, and whether the number is told again.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import numpy as np

from analysis.core.calendar_words import lower_names
from analysis.core.stop_words import english_stop_words
from analysis.extract.figures.record import Figure
from analysis.extract.figures.stated_counts import count_of
from analysis.extract.figures.told_causes import LEAD, tells_cause
from analysis.extract.numbers.word_patterns import ANY_CASE

__all__ = ["FEATURES", "OF_EVENT", "is_near_in_time", "scope_evidence"]

FEATURES = (
    "rule_event",
    "rule_part",
    "rule_background",
    "rule_other_event",
    "set_aside_in_sentence",
    "event_before",
    "size",
    "killed",
    "vague",
    "named",
    "at_least",
    "earlier_year",
    "near_in_time",
    "definite",
    "relative_clause",
    "quotation",
    "told_again",
    "own_name",
    "names_of_lead",
    "figures",
    "figures_in_sentence",
    "figure_in_lead",
    "harm_in_lead",
    "harm_in_opening",
    "harm_share",
    "sentence",
    "place_in_text",
    "length",
)
"""What each column of ``scope_evidence`` is; all are between 0 and 1."""

OF_EVENT = ("event", "part")
"""Scopes of figures that stand for the event of their article."""

_MOST_FIGURES = 8
_MOST_SENTENCES = 30
_OPENING = 6  # sentences
_LONGEST = 8_000  # characters
_LARGEST = 6  # powers of ten
_OFTEN = 3  # times that a number is told again
_OFTEN_NAMED = 6
_NAME = re.compile(r"\b[A-Z][a-z]{2,}(?:[’'-]\w+)?")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_NEAR_IN_TIME = re.compile(
    r"\b(?:today|yesterday|tonight|overnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|this\s+(?:morning|afternoon|evening|week|weekend)|(?:hours|days)\s+(?:ago|later|earlier)"
    r"|so\s+far|recent(?:ly)?)\b",
    ANY_CASE,
)
_DEFINITE_BEFORE = re.compile(r"\b(?:the|those|these)\s+(?:[\w’'-]+\s+){0,2}$", ANY_CASE)
_RELATIVE_BEFORE = re.compile(r"\b(?:that|which|who|whom|whose)\s+(?:[\w’'-]+\s+){0,3}$", ANY_CASE)
_QUOTATION = re.compile('["“”]')
_CALENDAR = lower_names()
_BEFORE = 80  # characters in which the words before a figure are sought


def is_near_in_time(words: str) -> bool:
    """Return whether words name a day or time of these days: "on Monday", "so far"."""
    return _NEAR_IN_TIME.search(words) is not None


def scope_evidence(
    figures: Sequence[Figure],
    text: str,
    sentences: Mapping[int, tuple[int, int]],
    published: date | None = None,
) -> np.ndarray:
    """
    Return what tells whether the figures of one article are of its event.

    Parameters
    ----------
    figures : sequence of Figure
        All of the article, in reading order, with the scopes of the rules. Not changed.
    text : str
    sentences : mapping of int to (int, int)
        Characters of each sentence by its number.
    published : date, optional
        Day of the article. Without it, no year of a sentence is an earlier one.

    Returns
    -------
    array of float, shape (n, n_features)
        A row for each figure with an outcome, in order; the columns are ``FEATURES``.
    """
    harmed = [figure for figure in figures if figure.outcome is not None]
    if not harmed:
        return np.zeros((0, len(FEATURES)))
    article = _ArticleEvidence(harmed, text, sentences, published)
    rows = [article.describe(figure) for figure in harmed]
    return np.array([[float(row[name]) for name in FEATURES] for row in rows])


class _ArticleEvidence:
    """What the figures of one article have in common, counted once."""

    def __init__(
        self,
        harmed: Sequence[Figure],
        text: str,
        sentences: Mapping[int, tuple[int, int]],
        published: date | None,
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.place = {number: place for place, number in enumerate(sorted(sentences))}
        self.year = None if published is None else published.year
        self.n_figures = len(harmed)
        self.told = Counter((figure.outcome, figure.low) for figure in harmed)
        self.in_sentence = Counter(figure.sentence_id for figure in harmed)
        self.apart = Counter(f.sentence_id for f in harmed if f.scope not in OF_EVENT)
        self.n_in_lead = sum(figure.start < LEAD for figure in harmed)
        of_event = [figure.start for figure in harmed if figure.scope in OF_EVENT]
        self.first_of_event = min(of_event, default=len(text))
        tells = [tells_cause(text[slice(*sentences[n])]) for n in sorted(sentences)]
        self.harm_share = sum(tells) / len(tells)
        self.harm_in_opening = sum(tells[:_OPENING]) / len(tells[:_OPENING])
        self.harm_in_lead = tells_cause(text[:LEAD])
        self.n_named = Counter(_names(text))
        self.names_of_lead = set(_names(text[:LEAD]))
        self._of_sentence: dict[int, dict[str, float]] = {}

    def describe(self, figure: Figure) -> dict[str, float]:
        """Return the value of each of ``FEATURES``."""
        number = figure.sentence_id
        if number not in self._of_sentence:
            self._of_sentence[number] = self._describe_sentence(number)
        before = self.text[max(self.sentences[number][0], figure.start - _BEFORE) : figure.start]
        is_apart = figure.scope not in OF_EVENT
        again = self.told[figure.outcome, figure.low] - 1
        return {
            **self._of_sentence[number],
            **{f"rule_{name}": 0.0 for name in ("event", "part", "background", "other_event")},
            f"rule_{figure.scope}": 1.0,
            "set_aside_in_sentence": self.apart[number] > is_apart,
            "event_before": self.first_of_event < figure.start,
            "size": min(math.log10(1 + count_of(figure)), _LARGEST) / _LARGEST,
            "killed": figure.outcome == "killed",
            "vague": figure.mention == "vague",
            "named": figure.mention == "named",
            "at_least": figure.qualifier == "at_least",
            "definite": _DEFINITE_BEFORE.search(before) is not None,
            "relative_clause": _RELATIVE_BEFORE.search(before) is not None,
            "told_again": min(again, _OFTEN) / _OFTEN,
            "own_name": self._own_name(figure),
            "figures": min(self.n_figures - 1, _MOST_FIGURES) / _MOST_FIGURES,
            "figures_in_sentence": self.in_sentence[number] > 1,
            "figure_in_lead": self.n_in_lead > (figure.start < LEAD),
            "harm_in_lead": self.harm_in_lead,
            "harm_in_opening": self.harm_in_opening,
            "harm_share": self.harm_share,
            "length": min(len(self.text), _LONGEST) / _LONGEST,
        }

    def _describe_sentence(self, number: int) -> dict[str, float]:
        """Return the features that all figures of a sentence share."""
        words = self.text[slice(*self.sentences[number])]
        names = set(_names(words))
        years = [int(year[0]) for year in _YEAR.finditer(words)]
        place = self.place[number]
        return {
            "earlier_year": self.year is not None and any(year < self.year for year in years),
            "near_in_time": is_near_in_time(words),
            "quotation": _QUOTATION.search(words) is not None,
            "names_of_lead": len(names & self.names_of_lead) / len(names) if names else 0.5,
            "sentence": min(place, _MOST_SENTENCES) / _MOST_SENTENCES,
            "place_in_text": place / len(self.place),
        }

    def _own_name(self, figure: Figure) -> float:
        """Return how often the article names the persons of a named figure, 0 to 1."""
        if figure.mention != "named":
            return 0.0
        times = [self.n_named[name] for name in _names(self.text[figure.start : figure.end])]
        return min(sum(times) / len(times), _OFTEN_NAMED) / _OFTEN_NAMED if times else 0.0


def _names(words: str) -> Iterator[str]:
    """Yield the capitalised words that are no function words, months or days."""
    for match in _NAME.finditer(words):
        word = match[0].lower()
        if word not in english_stop_words() and word not in _CALENDAR:
            yield match[0]
