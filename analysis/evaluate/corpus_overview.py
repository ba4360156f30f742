"""
What a corpus holds: articles by outlet and month, and which names were printed as one outlet's.

In: a run and its manifest. Out: tables for notebook 01.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis.core.languages import is_read

if TYPE_CHECKING:
    from analysis.run.pipeline import Run

__all__ = ["corpus_tables", "outlet_tables"]


def corpus_tables(run: Run) -> tuple[pd.DataFrame, pd.DataFrame]:
    """
    Count the articles of each outlet, and of each outlet and month.

    Parameters
    ----------
    run : Run

    Returns
    -------
    by_outlet : DataFrame
        ``outlet`` (null: not named), ``articles``, ``copies``, ``updates``, ``words``,
        ``not_read`` (in another language), ``first``, ``last``, ``undated``, ``country``,
        ``kind``; most articles first.
    by_month : DataFrame
        ``outlet``, ``month`` (its first day; null if undated) and ``n``.
    """
    articles = run.articles.assign(unread=~is_read(run.articles))
    by_outlet = articles.groupby("outlet", dropna=False).agg(
        articles=("article_id", "size"),
        copies=("duplicate_of", "count"),
        updates=("update_of", "count"),
        words=("n_words", "sum"),
        not_read=("unread", "sum"),
        first=("published", "min"),
        last=("published", "max"),
        undated=("published", lambda days: days.isna().sum()),
    )
    known = pd.DataFrame(
        run.manifest["outlets"]["known"], columns=["outlet", "country", "kind", "source"]
    ).set_index("outlet")
    by_outlet = by_outlet.join(known[["country", "kind"]].astype("str"))
    by_outlet = by_outlet.sort_values("articles", ascending=False, kind="stable").reset_index()
    month = articles["published"].dt.to_period("M").dt.to_timestamp()
    groups = articles.assign(month=month).groupby(["outlet", "month"], dropna=False)
    return by_outlet, groups["article_id"].agg(n="size").reset_index()


def outlet_tables(run: Run) -> tuple[pd.DataFrame, pd.DataFrame]:
    """
    Return which outlets were printed under another name, and which nearly equal ones were not.

    Parameters
    ----------
    run : Run

    Returns
    -------
    renamed : DataFrame
        ``given``, ``printed`` and ``articles``.
    near_equal : DataFrame
        ``one`` and ``other``.
    """
    naming = run.manifest["outlets"]
    renamed = pd.DataFrame(naming["renamed"], columns=["given", "printed", "articles"])
    return renamed, pd.DataFrame(naming["near_equal"], columns=["one", "other"])
