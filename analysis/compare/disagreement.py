"""
How much outlets disagree in a story: what the index ranks stories by, and notebooks open first.

In: the rows of ``compare.quantity_matrix``. Out: the number of pairs of outlets that print
different numbers, the range of the quantity shown first, and the story in which outlets disagree
most. Which outlet is right is not considered.
"""

from typing import NamedTuple

import pandas as pd

from analysis.compare.headline_figures import headline_figures
from analysis.compare.quantity_matrix import busiest_story, marked_matrix
from analysis.compare.shown_quantities import quantity_to_show
from analysis.compare.story_doubt import unsure_stories

__all__ = ["Disagreement", "disagreement_of", "most_disputed_story"]

_SEVERAL = 2  # outlets that can disagree


class Disagreement(NamedTuple):
    """
    How far the outlets of one story disagree; more pairs, then a wider range, is more.

    Attributes
    ----------
    n_pairs : int
        Pairs of outlets that print different numbers for one quantity, over all quantities but
        those ``in_doubt``.
    ratio : float
        How many times the lowest number of the quantity shown first its highest is; 1 if no two
        outlets differ in it, or if that is not known.
    """

    n_pairs: int
    ratio: float


def disagreement_of(rows: pd.DataFrame) -> Disagreement:
    """
    Return how far the outlets of one story disagree.

    Parameters
    ----------
    rows : DataFrame
        From ``quantity_matrix``. Not changed.

    Returns
    -------
    Disagreement
        Zero pairs and a ratio of 1 for a story without a number.
    """
    shared = rows.loc[rows["n_outlets"].to_numpy() > 1]
    surely = shared.loc[~shared["in_doubt"].to_numpy(bool)]
    n_pairs = int(surely["n_disagree"].to_numpy().sum() + shared["n_rivals"].to_numpy().sum())
    if not n_pairs:
        return Disagreement(0, 1.0)
    first = rows.loc[rows["quantity_id"].eq(quantity_to_show(rows))].iloc[0]
    lowest, highest = first["lowest"], first["highest"]
    if pd.isna(lowest) or lowest <= 0:
        return Disagreement(n_pairs, 1.0)
    return Disagreement(n_pairs, float(highest / lowest))


def most_disputed_story(
    figures: pd.DataFrame,
    articles: pd.DataFrame,
    quantities: pd.DataFrame,
    stories: pd.DataFrame,
    quantity: str = "",
) -> str:
    """
    Return the story in which outlets disagree most, of those that two or more outlets report.

    Parameters
    ----------
    figures, articles, quantities, stories : DataFrame
        The tables of those names, with ``quantity_id`` and ``story_id``. Not changed.
    quantity : str
        A ``quantity_id``: its story is returned, if it has one.

    Returns
    -------
    str
        By ``Disagreement``, then outlets, then articles, then name. Where no two outlets disagree,
        the story in which they share most numbers (``busiest_story``). One that may be two stories
        only where no other has a number of two outlets. Empty if no article is in a story.
    """
    marked = headline_figures(figures, articles).dropna(subset=["story_id"])
    own = marked.loc[marked["quantity_id"].eq(quantity), "story_id"]
    if len(own):
        return str(own.iloc[0])
    is_sure = ~articles["story_id"].isin(list(unsure_stories(stories)))
    sure = articles.loc[is_sure]
    if _has_shared_number(marked, sure):
        articles = sure
        marked = marked.loc[marked["story_id"].isin(sure["story_id"])]
        figures = figures.loc[figures["article_id"].isin(sure["article_id"])]
    found = []
    for story in _with_several_numbers(marked):
        of_story = articles.loc[articles["story_id"].eq(story)]
        rows, _ = marked_matrix(
            marked.loc[marked["story_id"].eq(story)],
            of_story,
            quantities.loc[quantities["story_id"].eq(story)],
        )
        pairs, ratio = disagreement_of(rows)
        if pairs:
            n_outlets = of_story["outlet"].nunique()
            found.append((-pairs, -ratio, -n_outlets, -len(of_story), str(story)))
    if not found:
        return busiest_story(figures, articles)
    return min(found)[-1]


def _has_shared_number(marked: pd.DataFrame, articles: pd.DataFrame) -> bool:
    """Return whether two outlets put a number forward for one quantity in these articles."""
    own = marked.loc[marked["story_id"].isin(articles["story_id"]) & marked["is_headline"]]
    return bool(own.groupby("quantity_id")["outlet"].nunique().ge(_SEVERAL).any())


def _with_several_numbers(marked: pd.DataFrame) -> list[str]:
    """
    Return the stories with a quantity of two outlets that is printed with more than one number.

    The second number may be a rival one that both print beside the first.
    """
    printed = marked.dropna(subset=["outlet"])
    stated = printed.loc[printed["is_headline"]]
    can_differ = printed["is_headline"] | printed["source"].notna()
    numbers = printed.loc[can_differ].drop_duplicates(["story_id", "quantity_id", "low", "high"])
    keys = ["story_id", "quantity_id"]
    is_several = stated.groupby(keys)["outlet"].nunique().ge(_SEVERAL)
    is_several &= numbers.groupby(keys).size().ge(_SEVERAL)
    return sorted(set(is_several.index[is_several].get_level_values("story_id")))
