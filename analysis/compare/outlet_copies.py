"""
Find the articles in which an outlet prints its own words again.

In: articles. Out: those whose text an earlier article of the same outlet has. Where it is counted
how often an outlet does something, they are left out; the same words in another outlet count there.
"""

import pandas as pd

__all__ = ["copies_of_one_outlet"]


def copies_of_one_outlet(articles: pd.DataFrame) -> frozenset[str]:
    """
    Return the articles that have the words of another one of their outlet.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table, or some of its rows. Not changed.

    Returns
    -------
    frozenset of str
        ``article_id`` of the copies. An article whose original is not among the rows is none.
    """
    columns = (articles[name] for name in ("article_id", "outlet"))
    outlet_of = dict(zip(*columns, strict=True))
    rows = zip(articles["article_id"], articles["outlet"], articles["duplicate_of"], strict=True)
    return frozenset(
        article_id
        for article_id, outlet, original in rows
        if not pd.isna(original) and outlet_of.get(original) == outlet
    )
