"""
Sum up the polarity towards those that outlets name.

In: the ``targets`` table and ``articles``. Out: one row an outlet and entity. The judging is done in ``targets``.
"""

__all__ = ["polarity_by_outlet"]

_VALUE = {"negative": -1.0, "neutral": 0.0, "positive": 1.0}


def polarity_by_outlet(targets, articles, most=8):
    """
    Average the polarity of mentions, for each outlet and entity.

    Parameters
    ----------
    targets, articles : DataFrame
        The tables of those names. Not changed.
    most : int
        Entities to keep: those with most mentions, then by name.

    Returns
    -------
    DataFrame
        ``outlet``, ``entity``, ``estimate`` (mean over mentions of -1 negative, 0 neutral, 1 positive) and ``n``
        (mentions). A pair without mentions has no row.
    """
    counts = (
        targets["entity"].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    )
    held = targets[targets["entity"].isin(counts.index[:most])]
    held = held.merge(
        articles[["article_id", "outlet"]], on="article_id", how="inner", validate="many_to_one"
    )
    held = held.assign(value=held["polarity"].map(_VALUE).astype(float)).dropna(subset=["outlet"])
    return held.groupby(["outlet", "entity"])["value"].agg(estimate="mean", n="size").reset_index()
