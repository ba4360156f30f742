"""
Estimate whether two numbers of one article that differ are of one thing.

In: statements, and pairs of rows of one article. Out: probabilities. "The union said fewer than 100
came to work; the hospital put the number at 430" are two answers to one question, and so are a toll
and the one that it replaces; a part and its whole, two places, last year and this one are not. By
words and values alone the second look more alike. Boosted trees over the features of any pair, the
grammar of the two and the words between them, fitted by ``analysis.train.within_article`` on pairs
that people labelled.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.compare.quantities.contradicted import contradict
from analysis.compare.quantities.features import FEATURES as OF_ANY_PAIR
from analysis.compare.quantities.features import pair_features
from analysis.compare.quantities.pair_values import NEARLY
from analysis.compare.quantities.rival_pairs import (
    ANYBODY,
    have_two_sources,
    is_of_event,
    source,
)
from analysis.compare.quantities.rival_words import (
    CHARACTERS,
    COUNTED_BEFORE,
    EARLIER_FIGURE,
    PART_BEFORE,
    TOTAL_BEFORE,
    has_own_noun,
    is_of_loss,
    is_said_alone,
)
from analysis.compare.quantities.statements import Statements
from analysis.compare.quantities.words_between import words_of_pair
from analysis.core import paths
from analysis.core.checked_files import read_packed
from analysis.core.tree_model import TreeModel, tree_model

__all__ = [
    "APART",
    "FEATURES",
    "LEAST_PROBABILITY",
    "MODEL",
    "NO_PAIRS",
    "SURE",
    "JudgedPairs",
    "WithinArticle",
    "describe_pairs",
    "differing_pairs",
    "model_of",
    "read_model",
    "within_article",
    "words_of_pairs",
]

MODEL = paths.MODELS / "within_article" / "model.json.gz"

SURE = 0.85
"""Probability from which two numbers are joined."""

LEAST_PROBABILITY = 0.05
"""Below it two numbers are no rivals, and no link between their groups joins them."""

APART = 0.01
"""Below it no rivals among their groups join these."""

_MOST_RANKS = 12  # from a number to another of its dimension
_LEADING = 3  # numbers with which an article opens, which any other may answer
_MOST_BETWEEN = 400  # characters between two numbers that are told apart
_OF_ONE = (
    *("has_source", "has_own_noun", "is_of_event", "has_noun", "counts_anybody", "has_owner"),
    *("has_place", "is_bound", "is_part", "is_of_loss"),
)
_OF_SECOND = ("is_counted", "is_said_alone", "is_part_of", "is_of_earlier", "is_of_total")
_OF_BOTH = (
    *("ratio", "size", "is_larger", "sentences", "characters", "rank", "between"),
    *("same_harm", "other_harm", "same_source", "two_sources", "two_places", "same_unit"),
    *("contradicted", "words"),
)
FEATURES = (
    *OF_ANY_PAIR,
    *(f"{name} of first" for name in _OF_ONE),
    *(f"{name} of second" for name in (*_OF_ONE, *_OF_SECOND)),
    *_OF_BOTH,
)
"""Columns of ``describe_pairs``; the last is what the words between two numbers say."""


class JudgedPairs(NamedTuple):
    """
    Different numbers of one article, with the probability that they are of one thing.

    Attributes
    ----------
    first, second : arrays of int
        Rows of each pair, ``first`` below ``second``.
    probability : array of float
    """

    first: np.ndarray
    second: np.ndarray
    probability: np.ndarray

    def taken(self, places: np.ndarray) -> list[tuple[int, int]]:
        """Return the rows of some of the pairs."""
        rows = self.first[places].tolist(), self.second[places].tolist()
        return list(zip(*rows, strict=True))


NO_PAIRS = JudgedPairs(np.zeros(0, dtype=int), np.zeros(0, dtype=int), np.zeros(0))
"""Nothing was judged."""


class WithinArticle(NamedTuple):
    """
    The fitted model.

    Attributes
    ----------
    intercept : float
    words : mapping of str to float
        What each of ``words_of_pair`` adds to the log-odds that the words tell.
    trees : TreeModel
        Over ``FEATURES``.
    """

    intercept: float
    words: Mapping[str, float]
    trees: TreeModel

    def probability(self, features: np.ndarray, words: Sequence[Sequence[str]]) -> np.ndarray:
        """
        Return the probability of each pair.

        Parameters
        ----------
        features : array, shape (n_pairs, n_features)
            Of ``describe_pairs``. Not changed.
        words : sequence of sequence of str
            Of ``words_of_pair``.

        Returns
        -------
        array of float, shape (n_pairs,)
        """
        with_words = features.copy()
        with_words[:, -1] = [self._log_odds_of_words(own) for own in words]
        return 1 / (1 + np.exp(-self.trees.log_odds(with_words)))

    def _log_odds_of_words(self, words: Sequence[str]) -> float:
        return self.intercept + sum(self.words.get(word, 0.0) for word in sorted(set(words)))


@lru_cache(maxsize=1)
def read_model() -> WithinArticle:
    """
    Return the model of the project; read once.

    Raises
    ------
    MissingResourceError
        If the file is missing or changed.
    """
    return model_of(read_packed(MODEL))


def model_of(stored: Mapping[str, Any]) -> WithinArticle:
    """Return the model that ``analysis.train.within_article`` stored."""
    trees = tree_model(stored["trees"], FEATURES)
    return WithinArticle(stored["intercept"], stored["words"], trees)


def differing_pairs(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return which pairs are judged: two numbers of one article and dimension that differ.

    Parameters
    ----------
    statements : Statements
    first, second : arrays of int
        Rows of each pair.

    Returns
    -------
    array of bool
        False of vague numbers, whose value nobody knows, of what rounding makes, so of a measure in
        two units, and of two numbers with more than twelve of their dimension between them, unless
        the first is one of the first three: of 1,481 labelled pairs four are, and a long article
        has too many.
    """
    rows = statements.rows
    article, measured = rows["article_id"].to_numpy(object), rows["measured"].to_numpy(object)
    amount = rows["amount"].to_numpy(float)
    is_number = ~np.isnan(amount)
    same = (article[first] == article[second]) & (measured[first] == measured[second])
    larger = np.maximum(np.abs(amount[first]), np.abs(amount[second]))
    differ = np.abs(amount[first] - amount[second]) > NEARLY * larger
    rank = _rank(rows)
    is_near = (rank[second] - rank[first] <= _MOST_RANKS) | (rank[first] < _LEADING)
    return same & is_number[first] & is_number[second] & differ & is_near


def within_article(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return the probability that two different numbers of one article are of one thing.

    Parameters
    ----------
    statements : Statements
    first, second : arrays of int
        Rows of each pair, of which ``differing_pairs`` is true; ``first`` is stated first.

    Returns
    -------
    array of float, shape (n_pairs,)
        Accuracy: ``data/models/within_article/CARD.md``.
    """
    if not len(first):
        return np.zeros(0)
    features = describe_pairs(statements, first, second)
    words = words_of_pairs(statements, first, second)
    # The last digits of a sum depend on the machine; groups should not.
    return read_model().probability(features, words).round(6)


def words_of_pairs(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> list[list[str]]:
    """Return ``words_of_pair`` of each pair."""
    rows = statements.rows
    texts = [statements.texts[str(article_id)] for article_id in rows["article_id"]]
    start, end = rows["start"].to_numpy(int), rows["end"].to_numpy(int)
    return [
        words_of_pair(
            texts[one],
            (int(start[one]), int(end[one])),
            (int(start[other]), int(end[other])),
        )
        for one, other in zip(first, second, strict=True)
    ]


def describe_pairs(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return what the probability of each pair depends on.

    Parameters
    ----------
    statements : Statements
    first, second : arrays of int
        As for ``within_article``.

    Returns
    -------
    array of float, shape (n_pairs, n_features)
        In the order of ``FEATURES``; the last column is 0.
    """
    one, other = _of_statements(statements, first), _of_statements(statements, second)
    found = {f"{name} of first": one[name] for name in _OF_ONE}
    found |= {f"{name} of second": other[name] for name in (*_OF_ONE, *_OF_SECOND)}
    found |= _of_values(statements, first, second)
    found |= _of_pairs(statements, first, second)
    found["contradicted"] = contradict(statements, first, second)
    found["words"] = np.zeros(len(first))
    own = np.column_stack([found[name] for name in FEATURES[len(OF_ANY_PAIR) :]]).astype(float)
    return np.hstack([pair_features(statements, first, second), own])


def _of_statements(statements: Statements, places: np.ndarray) -> dict[str, np.ndarray]:
    """Return the features of one statement of each pair; each statement is read once."""
    unique, number = np.unique(places, return_inverse=True)
    records: Any = statements.rows.iloc[unique].to_dict("records")
    described = [_describe(record, statements.texts[record["article_id"]]) for record in records]
    table = pd.DataFrame(described, columns=[*_OF_ONE, *_OF_SECOND])
    return {name: table[name].to_numpy(bool)[number] for name in table}


def _describe(statement: Mapping[str, Any], text: str) -> dict[str, bool]:
    before = text[max(0, statement["start"] - CHARACTERS) : statement["start"]]
    return {
        "has_source": bool(source(statement)),
        "has_own_noun": has_own_noun(statement),
        "is_of_event": is_of_event(statement),
        "has_noun": statement["noun"] is not None,
        "counts_anybody": statement["noun"] in ANYBODY,
        "has_owner": bool(statement["whose"]),
        "has_place": bool(statement["places"]),
        "is_bound": bool(statement["is_bound"]),
        "is_part": statement["part_of"] is not None,
        "is_of_loss": is_of_loss(statement, text),
        "is_counted": COUNTED_BEFORE.search(before) is not None,
        "is_said_alone": is_said_alone(statement, text),
        "is_part_of": PART_BEFORE.search(before) is not None,
        "is_of_earlier": EARLIER_FIGURE.search(before) is not None,
        "is_of_total": TOTAL_BEFORE.search(before) is not None,
    }


def _of_values(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> dict[str, np.ndarray]:
    """Return how far two numbers lie apart, in value and in the text."""
    rows = statements.rows
    amount = rows["amount"].to_numpy(float)
    low, high = np.sort(np.abs([amount[first], amount[second]]), axis=0)
    sentence = rows["sentence_id"].to_numpy(int)
    start, end = rows["start"].to_numpy(int), rows["end"].to_numpy(int)
    rank = _rank(rows)
    unit = rows["unit_text"].fillna("").astype(str).str.lower().to_numpy(object)
    sentences = sentence[second] - sentence[first]
    between = np.minimum(start[second] - end[first], _MOST_BETWEEN)
    tiny = 1e-9
    return {
        "ratio": np.log((high + tiny) / (low + tiny)),
        "size": np.log10(low + tiny),
        "is_larger": amount[second] > amount[first],
        "sentences": sentences,
        "characters": np.where(sentences <= 1, between, _MOST_BETWEEN),
        "rank": rank[first],
        "between": rank[second] - rank[first] - 1,
        "same_unit": unit[first] == unit[second],
    }


def _rank(rows: pd.DataFrame) -> np.ndarray:
    """Return how many numbers of its dimension an article states before each."""
    return rows.groupby(["article_id", "measured"], sort=False).cumcount().to_numpy()


def _of_pairs(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> dict[str, np.ndarray]:
    """Return whether two statements have one harm, one source, one place."""
    read: Any = statements.rows[["outcome", "source", "places"]]  # columns are known
    records: list[dict[str, Any]] = read.to_dict("records")
    found = []
    for place, other_place in zip(first, second, strict=True):
        one, other = records[place], records[other_place]
        are_harmed = one["outcome"] is not None and other["outcome"] is not None
        is_same = one["outcome"] == other["outcome"]
        have_places = bool(one["places"]) and bool(other["places"])
        found.append(
            (
                are_harmed and is_same,
                are_harmed and not is_same,
                bool(source(one)) and source(one) == source(other),
                have_two_sources(one, other),
                have_places and one["places"].isdisjoint(other["places"]),
            )
        )
    columns = ("same_harm", "other_harm", "same_source", "two_sources", "two_places")
    values = np.array(found, dtype=bool).reshape(-1, len(columns))
    return dict(zip(columns, values.T, strict=True))
