"""
Find the clearest difference between outlets in what they call somebody.

In: names by outlet and referent. Out: shares of naming choices, values for a test, and the choice
in which two outlets differ most. Outlets with few mentions or articles are not compared, and that a
difference is large does not say that it was tested.
"""

from collections.abc import Collection
from typing import NamedTuple, cast

import pandas as pd

from analysis.compare.over_articles import pair_test_over_articles
from analysis.compare.shares import article_counts, category_shares
from analysis.core.finding import LEAST_ARTICLES, LEAST_MENTIONS
from analysis.core.printed_names import printed_name

__all__ = [
    "Contrast",
    "clearest_contrast",
    "naming_choices",
    "naming_values",
    "party_counts",
    "referents_to_show",
    "with_article_test",
]


# p is multiplied by the number of candidates, so it must be able to be small
_PERMUTATIONS = 20_000


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
    printed: str


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
        the referent), ``n_mentions`` (those), ``n_articles`` (that they are from) and ``printed``
        (the most frequent form of the choice in the articles). Choices that no outlet makes are
        left out.
    """
    chosen = names.loc[names["referent"].isin(list(referents))]
    choices = category_shares(chosen, "choice", articles, by=("outlet", "referent"))
    made = choices.groupby(["referent", "choice"])["n"].transform("sum").to_numpy() > 0
    mentions = chosen.merge(articles[["article_id", "outlet"]], on="article_id", how="left")
    counts = mentions.groupby(["outlet", "referent"], as_index=False).agg(
        n_mentions=("article_id", "size"), n_articles=("article_id", "nunique")
    )
    choices = choices.loc[made].merge(counts, on=["outlet", "referent"], how="left")
    forms = chosen.groupby(["referent", "choice"])["text"].agg(_most_frequent).rename("printed")
    return choices.merge(forms.reset_index(), on=["referent", "choice"], how="left")


def _most_frequent(texts: pd.Series) -> str:
    counts = texts.value_counts().sort_index()
    return str(counts.idxmax())


def naming_values(
    names: pd.DataFrame, articles: pd.DataFrame, referents: Collection[str]
) -> pd.DataFrame:
    """
    Return for each article how often it makes each choice, to test outlets against each other.

    Parameters
    ----------
    names, articles, referents
        As for ``naming_choices``.

    Returns
    -------
    DataFrame
        As ``shares.article_counts``; ``metric`` is "name: REFERENT = CHOICE". Of a referent with
        two choices only the rarer one is included, because the other is its complement. Choices
        that are made fewer than ten times are left out.
    """
    parts = []
    for referent in referents:
        own = names.loc[names["referent"].eq(referent)]
        counts = own["choice"].value_counts()
        tested = counts.loc[counts >= LEAST_MENTIONS].index.tolist()
        if len(counts) == 2:
            tested = [choice for choice in tested if choice == counts.index[-1]]
        for choice in tested:
            metric = f"name: {printed_name(referent)} = {printed_name(choice)}"
            parts.append(
                article_counts(
                    own,
                    pd.Series(own["choice"].eq(choice).to_numpy(), index=own.index),
                    articles,
                    metric,
                )
            )
    if not parts:
        return article_counts(
            names.head(0), pd.Series(names.head(0)["choice"].eq("")), articles, "name"
        )
    return pd.concat(parts, ignore_index=True)


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


def clearest_contrast(choices: pd.DataFrame) -> Contrast | None:
    """
    Return the choice in which two outlets differ most.

    Parameters
    ----------
    choices : DataFrame
        From ``naming_choices``. Not changed.

    Returns
    -------
    Contrast or None
        None if no two outlets have enough mentions of one referent in enough articles.
    """
    enough = choices["n_mentions"].ge(LEAST_MENTIONS) & choices["n_articles"].ge(LEAST_ARTICLES)
    best = None
    for key, rows in choices.loc[enough].groupby(["referent", "choice"]):
        referent, choice = cast("tuple[str, str]", key)
        ordered = rows.sort_values(["share", "outlet"], ascending=[False, True])
        more, less = ordered.iloc[0], ordered.iloc[-1]
        found = Contrast(
            str(referent),
            str(choice),
            more["outlet"],
            float(more["share"]),
            int(more["n_mentions"]),
            less["outlet"],
            float(less["share"]),
            int(less["n_mentions"]),
            str(more["printed"]),
        )
        if found.share_more > found.share_less and (best is None or _size(found) > _size(best)):
            best = found
    return best


def with_article_test(
    choices: pd.DataFrame,
    names: pd.DataFrame,
    articles: pd.DataFrame,
    seed: int = 0,
) -> pd.DataFrame:
    """
    Test the widest gap between two outlets over their articles.

    For outlets that share too few events: a test over articles cannot tell a choice of words from
    a choice of news, so it is said with the result.

    Parameters
    ----------
    choices : DataFrame
        From ``naming_choices``. Not changed.
    names, articles : DataFrame
        What ``choices`` was made from. Not changed.
    seed : int
        Random seed of the permutations.

    Returns
    -------
    DataFrame
        ``choices`` with ``p_articles``: in the two rows of ``clearest_contrast`` the p-value of
        their difference with outlets permuted over articles, times the number of pairs of outlets
        and choices that could have been the widest (Bonferroni); null elsewhere.
    """
    contrast = clearest_contrast(choices)
    tested = choices.assign(p_articles=float("nan"))
    if contrast is None:
        return tested
    own = names.loc[names["referent"].eq(contrast.referent)]
    is_choice = pd.Series(own["choice"].eq(contrast.choice).to_numpy(), index=own.index)
    values = article_counts(own, is_choice, articles, "name")
    cells = values.loc[values["outlet"].isin([contrast.more, contrast.less])]
    p = pair_test_over_articles(
        cells["value"].to_numpy(float),
        cells["denominator"].to_numpy(float),
        cells["outlet"].eq(contrast.more).to_numpy(),
        _PERMUTATIONS,
        seed,
    )
    is_pair = tested["referent"].eq(contrast.referent) & tested["choice"].eq(contrast.choice)
    is_pair &= tested["outlet"].isin([contrast.more, contrast.less])
    tested.loc[is_pair, "p_articles"] = min(1.0, p * _n_candidates(choices))
    return tested


def _n_candidates(choices: pd.DataFrame) -> int:
    """Return how many pairs of outlets and choices could have been the clearest contrast."""
    enough = choices["n_mentions"].ge(LEAST_MENTIONS) & choices["n_articles"].ge(LEAST_ARTICLES)
    sizes = choices.loc[enough].groupby(["referent", "choice"]).size()
    return int((sizes * (sizes - 1) // 2).to_numpy().sum())


def _size(contrast: Contrast) -> tuple[float, float]:
    """Return what orders contrasts: the difference, then the larger share."""
    return round(contrast.share_more - contrast.share_less, 9), contrast.share_more
