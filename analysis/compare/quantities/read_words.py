"""
Weigh what the words around two numbers say of whether they are of one thing.

In: pairs of statements with log-odds that trees give them. Out: log-odds. Trees compare which words
two statements have in common; the model of numbers reads them: "1,150 shots" and "1,420 doses" of a
clinic have none.
"""

from collections.abc import Sequence

import numpy as np

from analysis.compare.quantities.statements import Statements
from analysis.neural.number_model import NumberModel
from analysis.neural.number_questions import words_with_title

__all__ = ["LEAST_IN_DOUBT", "MOST_IN_DOUBT", "odds_with_words", "read_doubtful"]

LEAST_IN_DOUBT = 0.15
MOST_IN_DOUBT = 0.9
"""Probabilities by the trees, beyond which the words of a pair are not read."""

_SHARE_OF_PAIR = 0.35  # of the log-odds, the part of the model that reads the words
_LEAST_READ = 0.001  # probability of the model, beyond which it is no surer


def odds_with_words(
    statements: Statements,
    pairs: Sequence[tuple[int, int]],
    odds: np.ndarray,
    model: NumberModel,
    share: float,
) -> np.ndarray:
    """
    Return how probable it is that pairs are of one thing, with what their words say.

    Parameters
    ----------
    statements : Statements
    pairs : sequence of (int, int)
        Rows.
    odds : array of float, shape (n_pairs,)
        Log-odds by what the statements have in common.
    model : NumberModel
    share : float
        Weight of the model, 0 to 1.

    Returns
    -------
    array of float, shape (n_pairs,)
        Weighted means of the two log-odds; those of the model are bounded.
    """
    words = _words(statements, sorted({place for pair in pairs for place in pair}))
    p = np.array([model.are_of_one_thing(words[one], words[other]) for one, other in pairs])
    p = np.clip(p, _LEAST_READ, 1 - _LEAST_READ)
    return (1 - share) * odds + share * np.log(p / (1 - p))


def _words(statements: Statements, places: Sequence[int]) -> dict[int, str]:
    columns = [statements.rows[name] for name in ("article_id", "start", "end")]
    words = {}
    for place in places:
        article_id, start, end = (column.iloc[place] for column in columns)
        words[place] = words_with_title(statements.texts[article_id], int(start), int(end))
    return words


def read_doubtful(
    statements: Statements,
    first: np.ndarray,
    second: np.ndarray,
    probability: np.ndarray,
    model: NumberModel,
) -> np.ndarray:
    """
    Return the probabilities of pairs after the words of those in doubt are read.

    Parameters
    ----------
    statements : Statements
    first, second : arrays of int
        Rows of each pair.
    probability : array of float
        By the trees.
    model : NumberModel

    Returns
    -------
    array of float
        Unchanged below ``LEAST_IN_DOUBT``, above ``MOST_IN_DOUBT``, and of pairs that state one
        number or a vague word: no difference is told of them, and each reading takes time.
    """
    amount = statements.rows["amount"].to_numpy(float)
    differ = np.abs(amount[first] - amount[second]) > 0
    in_doubt = (probability >= LEAST_IN_DOUBT) & (probability <= MOST_IN_DOUBT)
    places = np.flatnonzero(differ & in_doubt)
    if not len(places):
        return probability
    odds = np.log(probability[places] / (1 - probability[places]))
    pairs = list(zip(first[places].tolist(), second[places].tolist(), strict=True))
    read = odds_with_words(statements, pairs, odds, model, _SHARE_OF_PAIR)
    found = probability.copy()
    # The last digits of a sum depend on the machine; groups should not.
    found[places] = (1 / (1 + np.exp(-read))).round(6)
    return found
