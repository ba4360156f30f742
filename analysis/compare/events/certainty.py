"""
Say how sure it is that the articles of a story belong together.

In: groups of articles, and the probabilities of pairs. Out: the probability that two articles of a
group are of one story. That two texts are alike says less where others are alike as well: in a
corpus on one subject, an article that shares a person with three stories fits into each. So an
article's nearest one in its story is weighed against its nearest one elsewhere. The weights come
from ``analysis.train.story_certainty``.
"""

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from analysis.compare.events.link_model import WEIGHTS
from analysis.core.checked_files import read_checked

__all__ = [
    "CertaintyModel",
    "group_evidence",
    "group_probabilities",
    "read_certainty_model",
]

_LEAST, _MOST = 0.05, 0.995  # between which the mean of the nearest articles is told apart


class CertaintyModel(NamedTuple):
    """
    Weights of what tells that a group is of one story, in log odds.

    Attributes
    ----------
    base : float
    nearest : float
        For the log odds of ``nearest`` in ``group_evidence``.
    size : float
        For the logarithm of half of the number of articles.
    outside : float
        For ``outside``.
    """

    base: float
    nearest: float
    size: float
    outside: float

    def probability(self, evidence: pd.DataFrame) -> np.ndarray:
        """
        Return the probability that two articles of each group belong together.

        Parameters
        ----------
        evidence : DataFrame
            As ``group_evidence`` returns it.

        Returns
        -------
        array, shape (n_groups,)
            0 to 1; 1 where all articles are tied.
        """
        odds = self.base + self.terms(evidence) @ np.array(self[1:])
        found = 1 / (1 + np.exp(-odds))
        return np.where(evidence["is_tied"].to_numpy(bool), 1.0, found)

    @staticmethod
    def terms(evidence: pd.DataFrame) -> np.ndarray:
        """Return what the weights are for, in their order, shape (n_groups, 3)."""
        nearest = evidence["nearest"].clip(_LEAST, _MOST).to_numpy(float)
        size = np.log(evidence["n_articles"].to_numpy(float) / 2)
        outside = evidence["outside"].to_numpy(float)
        return np.stack([np.log(nearest / (1 - nearest)), size, outside], axis=1)


@lru_cache(maxsize=1)
def read_certainty_model() -> CertaintyModel:
    """
    Return the shipped model.

    Returns
    -------
    CertaintyModel

    Raises
    ------
    MissingResourceError
        If the file is missing or its hash is wrong.
    """
    return CertaintyModel(**json.loads(read_checked(WEIGHTS))["certainty"])


def group_probabilities(
    group: pd.Series, pairs: pd.DataFrame, ties: Iterable[tuple[int, int]]
) -> pd.Series:
    """
    Return how probable it is that two articles of a group are of one story.

    Parameters
    ----------
    group : Series of str, shape (n_articles,)
    pairs : DataFrame
        ``first`` and ``second`` (numbers of rows) and the probability ``story``. Not changed.
    ties : iterable of (int, int)
        Rows that surely belong together: versions of one text, and what a person put together.

    Returns
    -------
    Series of float
        By group, of those with two articles or more. 1 where all of them are tied.
    """
    codes, names = pd.factorize(group)
    columns = (pairs[name].to_numpy() for name in ("first", "second", "story"))
    evidence = group_evidence(codes, *columns, ties=ties)
    probabilities = read_certainty_model().probability(evidence)
    return pd.Series(probabilities, index=names[evidence["group"].to_numpy()])


def group_evidence(
    group: np.ndarray,
    first: np.ndarray,
    second: np.ndarray,
    probability: np.ndarray,
    ties: Iterable[tuple[int, int]] = (),
) -> pd.DataFrame:
    """
    Return what tells whether groups are of one story.

    Parameters
    ----------
    group : array of int, shape (n_rows,)
    first, second : arrays of int
        Pairs of rows, each listed once.
    probability : array of float
        Probability of each pair, 0 to 1.
    ties : iterable of (int, int)
        Pairs of rows whose probability is 1; of two groups, which a person parted, none.

    Returns
    -------
    DataFrame
        ``group`` and ``n_articles`` of groups with two rows or more; ``nearest`` and ``outside``:
        the mean over its rows of the most probable pair with another of its rows, and with one of
        another group (0 for none); ``is_tied``, whether ties join all of its rows.
    """
    tied = np.array(list(ties), dtype=int).reshape(-1, 2)
    tied = tied[group[tied[:, 0]] == group[tied[:, 1]]]
    first = np.concatenate([first, tied[:, 0]])
    second = np.concatenate([second, tied[:, 1]])
    probability = np.concatenate([probability, np.ones(len(tied))])
    is_inside = group[first] == group[second]
    rows = pd.DataFrame(
        {
            "group": group,
            "nearest": _strongest(len(group), first, second, np.where(is_inside, probability, 0)),
            "outside": _strongest(len(group), first, second, np.where(is_inside, 0, probability)),
            "text": _texts(len(group), tied),
        }
    )
    found = rows.groupby("group").agg(
        n_articles=("group", "size"),
        nearest=("nearest", "mean"),
        outside=("outside", "mean"),
        n_texts=("text", "nunique"),
    )
    found = found.loc[found["n_articles"] > 1].reset_index()
    return found.assign(is_tied=found["n_texts"] == 1).drop(columns="n_texts")


def _strongest(
    n_rows: int, first: np.ndarray, second: np.ndarray, probability: np.ndarray
) -> np.ndarray:
    """Return the highest probability of a pair of each row."""
    found = np.zeros(n_rows)
    np.maximum.at(found, first, probability)
    np.maximum.at(found, second, probability)
    return found


def _texts(n_rows: int, tied: np.ndarray) -> np.ndarray:
    """Return a number for each row, the same for rows that ties join."""
    links = coo_matrix((np.ones(len(tied)), (tied[:, 0], tied[:, 1])), shape=(n_rows, n_rows))
    return connected_components(links, directed=False)[1]
