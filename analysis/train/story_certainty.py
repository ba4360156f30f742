"""
Fit how probable it is that a story is one, given how its articles are tied.

In: labelled sets whose pairs have probabilities from weights that were fitted without them. Out: a
``CertaintyModel``, and a table of how often stories of each probability are one. Weights of what
speaks for a story are not below 0, and those of what speaks against it not above.
"""

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from analysis.compare.events.certainty import CertaintyModel, group_evidence
from analysis.train.signed_logistic import fit_signed

__all__ = ["GroupedSet", "fit_certainty", "reliability", "stories_of"]

STRENGTH = 1.0
SIGNS = np.array([1, 1, -1])  # nearest, size, outside
BOUNDS = (0.0, 0.5, 0.7, 0.8, 0.9, 1.0)
# Stories that were invented to be apart are more easily told than those of real news.
SET_WEIGHT = {"invented_news": 0.25, "invented_stories": 0.25}

GroupedSet = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]
"""Labelled group, found group, first and second row of each pair, and its probability."""


def stories_of(name: str, grouped: GroupedSet) -> pd.DataFrame:
    """
    Return the evidence of each story of two articles or more, and what share of it is right.

    Parameters
    ----------
    name : str
        Of the set.
    grouped : GroupedSet

    Returns
    -------
    DataFrame
        As ``group_evidence``, with ``set`` and ``right``: the share of pairs of its articles that
        are of one labelled story, 0 to 1.
    """
    label, found, first, second, probability = grouped
    evidence = group_evidence(found, first, second, probability)
    right = [_share_right(label[found == group]) for group in evidence["group"]]
    return evidence.assign(set=name, right=right)


def _share_right(labels: np.ndarray) -> float:
    first, second = np.triu_indices(len(labels), 1)
    return float(np.mean(labels[first] == labels[second]))


def fit_certainty(stories: pd.DataFrame) -> CertaintyModel:
    """
    Fit the weights on stories of several sets.

    Parameters
    ----------
    stories : DataFrame
        As ``stories_of`` returns it, of all sets.

    Returns
    -------
    CertaintyModel
    """
    terms = np.tile(CertaintyModel.terms(stories), (2, 1))
    answers = np.repeat([True, False], len(stories))
    right = stories["right"].to_numpy(float)
    weights = np.concatenate([right, 1 - right])
    weights *= np.tile([SET_WEIGHT.get(name, 1.0) for name in stories["set"]], 2)
    base, found = fit_signed(terms, answers, weights, SIGNS, STRENGTH)
    return CertaintyModel(round(base, 3), *(round(float(weight), 3) for weight in found))


def reliability(stories: pd.DataFrame) -> Iterator[Mapping[str, object]]:
    """
    Yield how often stories are right by their probability, from weights fitted on other sets.

    Parameters
    ----------
    stories : DataFrame
        As ``stories_of`` returns it, of all sets.

    Yields
    ------
    mapping
        ``set`` ("all" last), ``p`` (the bounds), ``stories`` and ``right``.
    """
    p = pd.Series(0.0, index=stories.index)
    for name in stories["set"].unique():
        is_own = stories["set"].eq(name)
        model = fit_certainty(stories.loc[~is_own])
        p[is_own] = model.probability(stories.loc[is_own])
    bins = pd.cut(p, list(BOUNDS), include_lowest=True)
    for name in [*stories["set"].unique(), "all"]:
        is_own = stories["set"].eq(name) | (name == "all")
        for interval, own in stories.loc[is_own].groupby(bins[is_own], observed=True):
            bounds = f"{max(interval.left, 0):g} to {interval.right:g}"
            right = round(float(own["right"].mean()), 2)
            yield {"set": name, "p": bounds, "stories": len(own), "right": right}
