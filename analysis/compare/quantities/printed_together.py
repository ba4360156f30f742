"""
Weigh together what several articles of a story say of the same two numbers.

In: pairs of different numbers of one article, with the probability that both are of one thing
(``within_article``). Out: probabilities. A turnout of 28,000 and one of 110,000 are rivals in all
articles that print both, or in none; which of them says so clearly is chance.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.compare.quantities.statements import Statements

__all__ = ["Togetherness", "describe_together", "pairs_in_print", "weigh_together"]

_DIGITS = 3  # that two articles must print alike
_LEAST = 1e-5  # probability, and its distance from 1, of which log-odds are taken


class Togetherness(NamedTuple):
    """
    Weights of the log-odds of several articles.

    Attributes
    ----------
    intercept : float
        What it says by itself that other articles print both numbers, too.
    own, others : float
    """

    intercept: float
    own: float
    others: float


def pairs_in_print(statements: Statements, first: np.ndarray, second: np.ndarray) -> pd.DataFrame:
    """
    Return which pairs of a story are of the same two numbers.

    Parameters
    ----------
    statements : Statements
    first, second : arrays of int
        Rows of each pair, of one article and dimension.

    Returns
    -------
    DataFrame, shape (n_pairs, 5)
        ``story``, ``measured``, ``smaller`` and ``larger`` (to three digits), ``article``.
    """
    rows = statements.rows
    amount = np.abs(rows["amount"].to_numpy(float))
    return pd.DataFrame(
        {
            "story": rows["story_id"].to_numpy(object)[first],
            "measured": rows["measured"].to_numpy(object)[first],
            "smaller": _rounded(np.minimum(amount[first], amount[second])),
            "larger": _rounded(np.maximum(amount[first], amount[second])),
            "article": rows["article_id"].to_numpy(object)[first],
        }
    )


def describe_together(printed: pd.DataFrame, probability: np.ndarray) -> pd.DataFrame:
    """
    Return the log-odds of the same two numbers in the article of a pair and in the others.

    Parameters
    ----------
    printed : DataFrame
        Of ``pairs_in_print``. Not changed.
    probability : array of float, shape (n_pairs,)
        That both are of one thing, by their article alone.

    Returns
    -------
    DataFrame, shape (n_pairs, 2)
        ``own``: the highest log-odds of the two numbers in their article, which may print them
        several times; ``others``: the mean of the highest of each other article of the story, NaN
        if none prints both.
    """
    clipped = np.clip(probability, _LEAST, 1 - _LEAST)
    numbers = ["story", "measured", "smaller", "larger"]
    table = printed.assign(log_odds=np.log(clipped / (1 - clipped)))
    table["own"] = table.groupby([*numbers, "article"])["log_odds"].transform("max")
    by_article = table.drop_duplicates([*numbers, "article"]).groupby(numbers)["own"]
    sums = by_article.agg(["sum", "size"]).reset_index()
    told = table[numbers].merge(sums, on=numbers, how="left")
    n_others = told["size"].to_numpy(float) - 1
    rest = told["sum"].to_numpy(float) - table["own"].to_numpy(float)
    nothing = np.full(len(rest), np.nan)
    table["others"] = np.divide(rest, n_others, out=nothing, where=n_others > 0)
    return table.loc[:, ["own", "others"]]


def weigh_together(
    printed: pd.DataFrame, probability: np.ndarray, weights: Togetherness
) -> np.ndarray:
    """
    Return the probability of each pair with what the other articles say.

    Parameters
    ----------
    printed : DataFrame
        Of ``pairs_in_print``.
    probability : array of float, shape (n_pairs,)
        By each article alone.
    weights : Togetherness

    Returns
    -------
    array of float, shape (n_pairs,)
        Unchanged where no other article of the story prints both numbers.
    """
    found = describe_together(printed, probability)
    log_odds = weights.intercept + weights.own * found["own"] + weights.others * found["others"]
    together = 1 / (1 + np.exp(-log_odds.to_numpy(float)))
    # The last digits of a sum depend on the machine; groups should not.
    return np.where(found["others"].isna(), probability, together.round(6))


def _rounded(amounts: np.ndarray) -> np.ndarray:
    size = np.floor(np.log10(np.maximum(amounts, _LEAST)))
    unit = 10.0 ** (size - _DIGITS + 1)
    return np.round(amounts / unit) * unit
