"""
Judge the pairs of statements of a story: of one thing, of two, or not to be told.

In: statements. Out: pairs with a probability. Each pair is looked at by itself first
(``same_quantity``, ``doubts``); pairs of two articles against which little speaks are looked at
again beside each other (``across_articles``), and the words of those still in doubt are read
(``read_words``); two different numbers of one article have a probability of their own
(``within_article``).
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from analysis.compare.quantities.across_articles import (
    LEAST_ALONE,
    MOST_DOUBTS,
    Looked,
    across_articles,
)
from analysis.compare.quantities.barred import barred
from analysis.compare.quantities.candidates import candidate_pairs
from analysis.compare.quantities.doubts import DOUBTS, doubted, forbidden
from analysis.compare.quantities.features import pair_features
from analysis.compare.quantities.linked_groups import Pairs
from analysis.compare.quantities.read_words import read_doubtful
from analysis.compare.quantities.statements import Statements
from analysis.compare.quantities.within_article import (
    LEAST_PROBABILITY,
    JudgedPairs,
    differing_pairs,
    within_article,
)
from analysis.core.logistic_model import LogisticModel
from analysis.core.tree_model import TreeModel
from analysis.neural.number_model import NumberModel

__all__ = ["compare_statements", "judge_pairs", "look_at_pairs"]

_PAIRS_AT_ONCE = 50_000


def compare_statements(statements: Statements) -> tuple[np.ndarray, np.ndarray]:
    """
    Return the pairs against which no rule speaks.

    Parameters
    ----------
    statements : Statements

    Returns
    -------
    first, second : arrays of int
        Rows of each pair that is compared and not barred.
    """
    first, second = candidate_pairs(statements)
    allowed = np.zeros(len(first), dtype=bool)
    for block in _blocks_of_pairs(len(first)):
        allowed[block] = ~barred(statements, first[block], second[block])
    return first[allowed], second[allowed]


def _blocks_of_pairs(n_pairs: int) -> Iterator[slice]:
    for start in range(0, n_pairs, _PAIRS_AT_ONCE):
        yield slice(start, start + _PAIRS_AT_ONCE)


def look_at_pairs(
    statements: Statements, weights: LogisticModel
) -> tuple[Pairs, JudgedPairs, Looked]:
    """
    Return the pairs of stories with what each says by itself.

    Parameters
    ----------
    statements : Statements
    weights : LogisticModel
        Of ``same_quantity``.

    Returns
    -------
    pairs : Pairs
        With the probability of each by itself. A pair is compared unless it is forbidden, or more
        rules speak against it than ``MOST_DOUBTS``, or any if it is of one article.
    within : JudgedPairs
        Different numbers of one article.
    looked : Looked
        The pairs of two articles that are compared and may be of one thing.
    """
    first, second = candidate_pairs(statements)
    alone = np.zeros(len(first))
    is_compared = np.zeros(len(first), dtype=bool)
    keeps_apart = np.zeros(len(first), dtype=bool)
    doubts = np.zeros((len(first), len(DOUBTS)), dtype=bool)
    within = np.full(len(first), np.nan)
    articles = statements.rows["article_id"].to_numpy(object)
    is_across = articles[first] != articles[second]
    for block in _blocks_of_pairs(len(first)):
        one = first[block]
        other = second[block]
        differ = differing_pairs(statements, one, other)
        within[block][differ] = within_article(statements, one[differ], other[differ])
        apart = forbidden(statements, one, other) | (within[block] < LEAST_PROBABILITY)
        speaking = np.flatnonzero(~apart)
        doubts[block][speaking] = doubted(statements, one[speaking], other[speaking])
        most = np.where(is_across[block], MOST_DOUBTS, 0)
        compared = ~apart & (doubts[block].sum(axis=1) <= most)
        features = pair_features(statements, one[compared], other[compared])
        # The last digits of a sum depend on the machine; groups should not.
        alone[block][compared] = weights.probability(features).round(6)
        is_compared[block] = compared
        keeps_apart[block] = apart
    is_within = ~np.isnan(within)
    judged = JudgedPairs(first[is_within], second[is_within], within[is_within])
    places = np.flatnonzero(is_compared & is_across & (alone >= LEAST_ALONE))
    looked = Looked(
        places,
        first[places],
        second[places],
        alone[places],
        doubts[places],
    )
    pairs = Pairs(first, second, alone, is_compared, keeps_apart)
    return pairs, judged, looked


def judge_pairs(
    statements: Statements,
    weights: LogisticModel,
    trees: TreeModel,
    model: NumberModel | None = None,
) -> tuple[Pairs, JudgedPairs]:
    """
    Return the pairs of stories with the probability that each is of one thing.

    Parameters
    ----------
    statements : Statements
    weights : LogisticModel
        Of ``same_quantity``.
    trees : TreeModel
        Of ``across_articles``.
    model : NumberModel, optional
        Reads the words of pairs of two articles that the trees leave in doubt; by default nothing
        does.

    Returns
    -------
    pairs : Pairs
    within : JudgedPairs
        Different numbers of one article.
    """
    pairs, within, looked = look_at_pairs(statements, weights)
    articles = statements.rows["article_id"].to_numpy(object)
    is_across = articles[pairs.first] != articles[pairs.second]
    probability = np.where(is_across, 0.0, pairs.probability)
    found = across_articles(statements, looked, trees)
    if model is not None:
        found = read_doubtful(statements, looked.first, looked.second, found, model)
    probability[looked.places] = found
    return replace(pairs, probability=probability), within
