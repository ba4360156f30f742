"""
Summarise the polarity of each outlet towards the persons and groups it mentions.

In: the ``targets`` table and ``articles``. Out: one row per outlet and entity. Polarity itself is
classified in ``analysis.measure.target_sentiment.score``.
"""

import pandas as pd

__all__ = ["polarity_by_outlet", "polarity_values"]

_VALUES = {"negative": -1.0, "neutral": 0.0, "positive": 1.0}


def polarity_by_outlet(
    targets: pd.DataFrame, articles: pd.DataFrame, n_entities: int = 8
) -> pd.DataFrame:
    """
    Return the mean polarity of mentions by outlet and entity.

    Parameters
    ----------
    targets, articles : DataFrame
        The ``targets`` and ``articles`` tables. Not changed.
    n_entities : int
        Number of entities to include: those with most mentions, ties broken by name.

    Returns
    -------
    DataFrame
        ``outlet``, ``entity``, ``estimate`` (mean over mentions of -1 for negative, 0 for neutral
        and 1 for positive) and ``n`` (mentions). A pair without mentions has no row.
    """
    selected = _of_most_named(targets, n_entities)
    outlets = articles[["article_id", "outlet"]]
    selected = selected.merge(outlets, on="article_id", how="inner", validate="many_to_one")
    selected = selected.assign(value=selected["polarity"].map(_VALUES.get).astype(float))
    grouped = selected.dropna(subset=["outlet"]).groupby(["outlet", "entity"])
    return grouped["value"].agg(estimate="mean", n="size").reset_index()


def polarity_values(
    targets: pd.DataFrame, articles: pd.DataFrame, n_entities: int = 8
) -> pd.DataFrame:
    """
    Return the polarity of each article towards each entity, to test outlets against each other.

    Parameters
    ----------
    targets, articles, n_entities
        As for ``polarity_by_outlet``.

    Returns
    -------
    DataFrame
        ``metric`` ("towards: ENTITY"), ``article_id``, ``event_id``, ``outlet``, ``value`` (the sum
        of -1, 0 and 1 over the mentions) and ``denominator`` (mentions). An article that does not
        mention an entity has no row for it.
    """
    selected = _of_most_named(targets, n_entities)
    selected = selected.assign(
        value=selected["polarity"].map(_VALUES.get).astype(float),
        metric="towards: " + selected["entity"].astype(str),
    )
    counts = selected.dropna(subset=["value"]).groupby(["metric", "article_id"], as_index=False)
    values = counts.agg(value=("value", "sum"), denominator=("value", "size"))
    context = articles[["article_id", "event_id", "outlet"]]
    return values.merge(context, on="article_id", how="inner", validate="many_to_one")


def _of_most_named(targets: pd.DataFrame, n_entities: int) -> pd.DataFrame:
    """Return the mentions of the entities that are mentioned most, ties broken by name."""
    mentions = targets["entity"].value_counts().sort_index()
    mentions = mentions.sort_values(ascending=False, kind="stable")
    return targets.loc[targets["entity"].isin(mentions.index[:n_entities].tolist())]
