"""
Choose what a number measures where the rules of ``measured`` are often wrong.

In: the tokens of a sentence, a number of it, and what a rule found. Out: the noun phrase or verb
that is most probably right. A logistic regression over grammar, words and the tagger's vectors of
words; its weights are in ``data/models/measured`` and come from ``analysis.train.measured``.
"""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import Generic, NamedTuple, TypeVar

import numpy as np

from analysis.core import paths
from analysis.core.checked_files import read_checked
from analysis.extract.figures.head_vectors import head_vector
from analysis.extract.figures.measured import UNSURE, Measured
from analysis.extract.figures.measured_candidates import Token, candidates_of, place_of
from analysis.extract.figures.measured_features import MeasuredNumber, describe
from analysis.extract.numbers.units import Unit

__all__ = [
    "LEAST_PROBABILITY",
    "WEIGHTS",
    "WORD",
    "Ranking",
    "described",
    "likeliest",
    "most_probable",
    "read_ranking",
]

_Answer = TypeVar("_Answer")

WEIGHTS = paths.MODELS / "measured" / "weights.json"
WORD = "vector of the last word"
"""The feature that ``Ranking.score_of_word`` tells."""

_FINITE = frozenset(("VBZ", "VBD", "VBP", "MD"))

LEAST_PROBABILITY = 0.15
"""Below it the rule stands, if it found anything; chosen by folds."""


class Choice(NamedTuple, Generic[_Answer]):
    """
    What a number measures, and how sure that is.

    Attributes
    ----------
    answer : characters, words or None
        None where the sentence does not tell.
    p : float or None
        Probability that it is right, 0 to 1; None of a rule that no labelled number shows.
    """

    answer: _Answer | None
    p: float | None


class Ranking(NamedTuple):
    """
    Weights of the features of a candidate, in log odds.

    Attributes
    ----------
    intercept : float
    weights : dict of str to float
        By the name of a feature; others count nothing.
    word_weights : sequence of float
        Of the vector of a candidate's last word; none count nothing.
    right_by_rule : dict of str to float
        Share of the labelled numbers of which a rule that is sure names what is measured.
    """

    intercept: float
    weights: Mapping[str, float]
    word_weights: Sequence[float] = ()
    right_by_rule: Mapping[str, float] = MappingProxyType({})

    def score_of_word(self, word: str) -> float:
        """Return what the last word of a candidate adds to its log odds."""
        if not len(self.word_weights):
            return 0.0
        return float(head_vector(word) @ np.asarray(self.word_weights))

    def probability(self, features: Mapping[str, float]) -> float:
        """Return the probability that a candidate is what the number measures."""
        weighed = (self.weights.get(name, 0.0) * value for name, value in features.items())
        return 1 / (1 + math.exp(-self.intercept - sum(weighed)))


@lru_cache(maxsize=1)
def read_ranking() -> Ranking:
    """
    Return the weights of the project; read once.

    Raises
    ------
    MissingResourceError
        If the file is missing or its hash is wrong.
    """
    return Ranking(**json.loads(read_checked(WEIGHTS)))


def described(
    tokens: Sequence[Token],
    unit: Unit,
    change: str | None,
    measured: Measured,
    taken: Sequence[tuple[int, int]] = (),
) -> list[tuple[tuple[int, int], dict[str, float]]]:
    """
    Return the characters and the features of each candidate.

    Parameters
    ----------
    tokens : sequence of Token
        Of the sentence.
    unit : Unit
        Of the number, with the characters of both.
    change : {"up", "down"} or None
    measured : Measured
        What the rules say.
    taken : sequence of (int, int)
        Characters of the sentence's numbers with their units.

    Returns
    -------
    list of ((int, int), dict of str to float)
        In reading order.
    """
    place = place_of(tokens, unit.start, unit.end)
    candidates = candidates_of(tokens, place, taken)
    number = MeasuredNumber(place, unit.kind, change is not None, measured.rule, measured.span)
    spans = [(tokens[one.first].start, tokens[one.last - 1].end) for one in candidates]
    return list(zip(spans, describe(tokens, candidates, number), strict=True))


def most_probable(
    tokens: Sequence[Token],
    unit: Unit,
    change: str | None,
    measured: Measured,
    taken: Sequence[tuple[int, int]] = (),
) -> Choice[tuple[int, int]]:
    """
    Return what a number measures.

    Parameters
    ----------
    tokens, unit, change, measured, taken
        As for ``described``.

    Returns
    -------
    Choice
        Characters; those of the rule if it is sure, the sentence has no tokens or no candidate is
        probable. None where the sentence does not tell.

    Notes
    -----
    How often it is right: ``data/models/measured/CARD.md``.
    """
    ranking = read_ranking()
    if measured.rule not in UNSURE or not tokens:
        span = measured.span
        if measured.rule == "following" and span is not None:
            span = _without_predicate(tokens, span)
        return Choice(span, ranking.right_by_rule.get(measured.rule))
    word_at = {token.end: token.text for token in tokens}
    candidates = [
        (span, {**features, WORD: ranking.score_of_word(word_at[span[1]])})
        for span, features in described(tokens, unit, change, measured, taken)
    ]
    return likeliest(candidates, ranking, measured.span)


def _without_predicate(tokens: Sequence[Token], span: tuple[int, int]) -> tuple[int, int]:
    """Return a noun phrase without the verb of which it is the subject: "plan keeps"."""
    own = [token for token in tokens if span[0] <= token.start and token.end <= span[1]]
    for before, token in pairwise(own):
        if token.tag in _FINITE:
            return span[0], before.end
    return span


def likeliest(
    candidates: Iterable[tuple[_Answer, Mapping[str, float]]],
    ranking: Ranking,
    otherwise: _Answer | None,
) -> Choice[_Answer]:
    """Return the candidate with the highest probability; another answer if all are improbable."""
    best = otherwise
    highest = LEAST_PROBABILITY
    for candidate, features in candidates:
        probability = ranking.probability(features)
        if probability >= highest:
            best, highest = candidate, probability
    return Choice(best, highest)
