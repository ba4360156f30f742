"""
Count the contents of articles by outlet: shares of categories, and counts for estimates.

In: any table with ``article_id``, and ``articles``. Out: tidy tables for
``estimates.compare_outlets`` and for charts.
"""

from collections.abc import Sequence

import pandas as pd

from analysis.core.errors import TableError

__all__ = ["article_counts", "article_values", "category_shares", "coverage_alone"]


def category_shares(
    rows: pd.DataFrame,
    category: str,
    articles: pd.DataFrame,
    by: Sequence[str] = ("outlet",),
) -> pd.DataFrame:
    """
    Return the share of each category in the rows of an outlet.

    Parameters
    ----------
    rows : DataFrame
        Columns ``article_id`` and the one named by ``category``. Not changed.
    category : str
        Column with the categories.
    articles : DataFrame
        The ``articles`` table.
    by : sequence of str
        Columns within which shares sum to 1; ``outlet`` is taken from ``articles``.

    Returns
    -------
    DataFrame
        Columns of ``by``, ``category``, ``n`` (rows) and ``share`` (0 to 1). A category without
        rows is included with ``n`` 0. Rows of articles without an outlet are left out.
    """
    groups = list(by)
    counted = _with_outlet(rows, articles).dropna(subset=[*groups, category])
    counts = counted.groupby([*groups, category]).size()
    # to the wide form and back, so that absent categories are filled in
    filled = counts.unstack(fill_value=0).stack()  # noqa: PD010, PD013
    found = filled.rename("n").reset_index()  # pyright: ignore[reportCallIssue, reportArgumentType]
    total = found.groupby(groups)["n"].transform("sum")
    return found.assign(share=found["n"] / total)


def article_counts(
    rows: pd.DataFrame,
    flag: pd.Series,
    articles: pd.DataFrame,
    metric: str,
) -> pd.DataFrame:
    """
    Count the rows of each article that have a property, for the estimate of a share.

    Parameters
    ----------
    rows : DataFrame
        Any table with ``article_id``. Not changed.
    flag : Series of bool, with the index of ``rows``
        Whether a row has the property.
    articles : DataFrame
        The ``articles`` table.
    metric : str
        Name of the share.

    Returns
    -------
    DataFrame
        ``article_id``, ``event_id``, ``outlet``, ``metric``, ``value`` (rows with the property) and
        ``denominator`` (rows). Articles without rows are left out, because they have no share.
    """
    flags = pd.DataFrame({"article_id": rows["article_id"], "flag": flag.astype(float)})
    counts = flags.groupby("article_id").agg(value=("flag", "sum"), denominator=("flag", "size"))
    return _with_event_and_outlet(counts.reset_index().assign(metric=metric), articles)


def article_values(
    rows: pd.DataFrame,
    value: str,
    articles: pd.DataFrame,
    metric: str,
) -> pd.DataFrame:
    """
    Reshape one number per article for estimates by outlet.

    Parameters
    ----------
    rows : DataFrame
        One row per article, or per article and ``metric``. Not changed.
    value : str
        Column with the number.
    articles : DataFrame
        The ``articles`` table.
    metric : str
        Column with the name of the metric; if there is no such column, the name itself.

    Returns
    -------
    DataFrame
        ``article_id``, ``event_id``, ``outlet``, ``metric``, ``value``.
    """
    names = rows.get(metric, metric)
    values = rows[["article_id"]].assign(metric=names, value=rows[value])
    return _with_event_and_outlet(values, articles)


def coverage_alone(articles: pd.DataFrame) -> pd.DataFrame:
    """
    Return how many of an outlet's articles are in stories that no other outlet reports.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.

    Returns
    -------
    DataFrame
        ``outlet``, ``articles``, ``alone`` (of these) and ``share`` (0 to 1), the highest first. A
        story holds the next steps of an event too: who reports the arrests only is not alone.
    """
    n_outlets = articles.groupby("story_id")["outlet"].transform("nunique")
    flagged = articles.assign(is_alone=n_outlets.eq(1)).dropna(subset=["outlet"])
    counts = flagged.groupby("outlet").agg(
        articles=("article_id", "size"), alone=("is_alone", "sum")
    )
    shares = counts.assign(share=counts["alone"] / counts["articles"])
    return shares.sort_values("share", ascending=False, kind="stable").reset_index()


def _with_event_and_outlet(values: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Add ``event_id`` and ``outlet``; rows of articles without an outlet are dropped."""
    unknown = set(values["article_id"]) - set(articles["article_id"])
    if unknown:
        raise TableError(
            f"{len(unknown)} article_ids are not in articles, among them {sorted(unknown)[0]!r}."
        )
    context = articles.loc[:, ["article_id", "event_id", "outlet"]].dropna(subset=["outlet"])
    return values.merge(context, on="article_id", how="inner", validate="many_to_one")


def _with_outlet(rows: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Add ``outlet`` if there is no such column."""
    if "outlet" in rows:
        return rows
    outlets = articles[["article_id", "outlet"]]
    return rows.merge(outlets, on="article_id", how="left", validate="many_to_one")
