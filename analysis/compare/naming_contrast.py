"""
Find the clearest difference between outlets in what they call somebody.

In: shares of naming choices by outlet and referent. Out: the choice in which two outlets differ
most, and a sentence about it. Outlets with few mentions or articles are not compared, and that a
difference is large does not say that it was tested.
"""

from collections.abc import Collection
from typing import NamedTuple, cast

import pandas as pd

from analysis.compare.shares import category_shares

__all__ = [
    "Contrast",
    "clearest_contrast",
    "contrast_sentence",
    "naming_choices",
    "party_counts",
    "referents_to_show",
]

LEAST_MENTIONS = 10
"""Mentions of a referent by an outlet, below which its choices are not compared."""

LEAST_ARTICLES = 5
"""Articles that these mentions come from, at least."""


class Contrast(NamedTuple):
    """Two outlets that differ in one choice: the one that makes it more often comes first."""

    referent: str
    choice: str
    more: str
    share_more: float
    n_more: int
    less: str
    share_less: float
    n_less: int


def referents_to_show(names: pd.DataFrame, articles: pd.DataFrame, most: int = 4) -> list[str]:
    """
    Return the referents that a corpus names most, among those for which outlets choose.

    Parameters
    ----------
    names : DataFrame
        The ``names`` table; names that are not counted are left out. Not changed.
    articles : DataFrame
        The ``articles`` table, for the outlets.
    most : int
        How many referents.

    Returns
    -------
    list of str
        First those that two outlets or more name, in two ways or more, by the number of mentions;
        others only if there are none such.
    """
    counted = names.loc[names["counted"]].merge(articles[["article_id", "outlet"]], on="article_id")
    summary = counted.groupby("referent").agg(
        mentions=("article_id", "size"),
        choices=("choice", "nunique"),
        outlets=("outlet", "nunique"),
    )
    ordered = summary.sort_values("mentions", ascending=False, kind="stable")
    compared = ordered.loc[(ordered["choices"] > 1) & (ordered["outlets"] > 1)]
    shown = compared if len(compared) else ordered
    return shown.index[:most].tolist()


def naming_choices(
    names: pd.DataFrame, articles: pd.DataFrame, referents: Collection[str]
) -> pd.DataFrame:
    """
    Return which names each outlet chooses for some referents.

    Parameters
    ----------
    names : DataFrame
        The ``names`` table. Not changed.
    articles : DataFrame
        The ``articles`` table.
    referents : collection of str

    Returns
    -------
    DataFrame
        ``outlet``, ``referent``, ``choice``, ``n``, ``share`` (0 to 1, of the outlet's mentions of
        the referent). Choices that nobody makes are left out.
    """
    chosen = names.loc[names["referent"].isin(list(referents))]
    choices = category_shares(chosen, "choice", articles, by=("outlet", "referent"))
    made = choices.groupby(["referent", "choice"])["n"].transform("sum").to_numpy() > 0
    return choices.loc[made]


def party_counts(parties: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """
    Count the parties that a corpus speaks of by generic names.

    Parameters
    ----------
    parties : DataFrame
        The ``parties`` table. Not changed.
    articles : DataFrame
        The ``articles`` table, for the outlets.

    Returns
    -------
    DataFrame
        ``party``, ``mentions``, ``articles``, ``outlets``; the most mentioned first. Names whose
        party is not known are left out.
    """
    known = parties.loc[parties["party"].notna()]
    mentions = known.merge(articles[["article_id", "outlet"]], on="article_id", how="left")
    counts = mentions.groupby("party").agg(
        mentions=("article_id", "size"),
        articles=("article_id", "nunique"),
        outlets=("outlet", "nunique"),
    )
    return counts.sort_values("mentions", ascending=False, kind="stable").reset_index()


def clearest_contrast(
    names: pd.DataFrame, articles: pd.DataFrame, choices: pd.DataFrame
) -> Contrast | None:
    """
    Return the choice in which two outlets differ most.

    Parameters
    ----------
    names : DataFrame
        The names behind ``choices``. Not changed.
    articles : DataFrame
        The ``articles`` table.
    choices : DataFrame
        ``outlet``, ``referent``, ``choice``, ``n``, ``share`` (0 to 1). Not changed.

    Returns
    -------
    Contrast or None
        None if no two outlets have enough mentions of one referent in enough articles.
    """
    if choices.empty:
        return None
    enough = _outlets_with_enough(names, articles)
    totals = choices.groupby(["outlet", "referent"])["n"].transform("sum")
    kept = choices.assign(total=totals).merge(enough, on=["outlet", "referent"])
    best = None
    for key, rows in kept.groupby(["referent", "choice"]):
        referent, choice = cast("tuple[str, str]", key)
        ordered = rows.sort_values(["share", "outlet"], ascending=[False, True])
        more, less = ordered.iloc[0], ordered.iloc[-1]
        found = Contrast(
            str(referent),
            str(choice),
            more["outlet"],
            float(more["share"]),
            int(more["total"]),
            less["outlet"],
            float(less["share"]),
            int(less["total"]),
        )
        if found.share_more > found.share_less and (best is None or _size(found) > _size(best)):
            best = found
    return best


def _outlets_with_enough(names: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs of outlet and referent that are compared."""
    mentions = names.merge(articles[["article_id", "outlet"]], on="article_id", how="left")
    counts = mentions.groupby(["outlet", "referent"], as_index=False).agg(
        n=("article_id", "size"), n_articles=("article_id", "nunique")
    )
    enough = (counts["n"] >= LEAST_MENTIONS) & (counts["n_articles"] >= LEAST_ARTICLES)
    return counts.loc[enough, ["outlet", "referent"]]


def _size(contrast: Contrast) -> tuple[float, float]:
    """Return what orders contrasts: the difference, then the larger share."""
    return round(contrast.share_more - contrast.share_less, 9), contrast.share_more


def contrast_sentence(contrast: Contrast | None, n_referents: int) -> str:
    """
    Say a contrast as a claim about this corpus.

    Parameters
    ----------
    contrast : Contrast or None
    n_referents : int
        Referents with a choice of names, for the sentence where nothing can be compared.

    Returns
    -------
    str
        With both outlets, shares and numbers of mentions.
    """
    if contrast is None:
        if not n_referents:
            return "No article names anybody for whom there is a choice of names."
        return (
            f"No two outlets have {LEAST_MENTIONS} mentions of one referent in {LEAST_ARTICLES} "
            "articles or more, so none are compared."
        )
    referent = contrast.referent.replace("_", " ")
    choice = contrast.choice.replace("_", " ")
    return (
        f"For {referent}, {contrast.more} uses {choice!r} in {contrast.share_more:.0%} of "
        f"{contrast.n_more:,} mentions, {contrast.less} in {contrast.share_less:.0%} of "
        f"{contrast.n_less:,}; not tested."
    )
