"""
Count what articles hold, outlet by outlet: shares of categories, and counts that estimates can rest on.

In: any table with ``article_id``, and ``articles``. Out: tidy frames for ``estimates.compare_outlets`` and for charts.
"""

import pandas as pd

from analysis.core.errors import TableError

__all__ = ["article_counts", "article_values", "category_shares"]


def category_shares(rows, category, articles, by=("outlet",)):
    """
    Count the categories of an outlet's rows.

    Parameters
    ----------
    rows : DataFrame
        Columns ``article_id`` and the one named by ``category``. Not changed.
    category : str
    articles : DataFrame
        The ``articles`` table.
    by : sequence of str
        Columns within which shares add up to 1; ``outlet`` comes from ``articles``.

    Returns
    -------
    DataFrame
        Columns of ``by``, ``category``, ``n`` (rows) and ``share`` (0 to 1), categories without rows included
        with n 0, so that an absent one is seen. Rows of articles without outlet are left out.
    """
    by = list(by)
    held = _with_outlet(rows, articles).dropna(subset=[*by, category])
    counts = held.groupby([*by, category]).size().unstack(fill_value=0)  # noqa: PD010 - counts, nothing to aggregate
    out = counts.stack().rename("n").reset_index()  # noqa: PD013 - back from the wide form
    total = out.groupby(by)["n"].transform("sum")
    return out.assign(share=out["n"] / total)


def article_counts(rows, flag, articles, metric):
    """
    Count in each article how many of its rows have a property, for a share with an interval.

    Parameters
    ----------
    rows : DataFrame
        Any table with ``article_id``. Not changed.
    flag : Series of bool, index of ``rows``
        The property.
    articles : DataFrame
        The ``articles`` table.
    metric : str
        Name of the share.

    Returns
    -------
    DataFrame
        ``article_id``, ``event_id``, ``outlet``, ``metric``, ``value`` (rows with the property) and ``denominator``
        (rows). Articles without rows are not there: they have nothing to take a share of.
    """
    marked = pd.DataFrame({"article_id": rows["article_id"], "flag": flag.astype(float)})
    counts = marked.groupby("article_id")["flag"].agg(value="sum", denominator="size").reset_index()
    return _shaped(counts.assign(metric=metric), articles)


def article_values(rows, value, articles, metric):
    """
    Shape one number an article for an estimate by outlet.

    Parameters
    ----------
    rows : DataFrame
        One row an article, or an article and ``metric``. Not changed.
    value : str
        Column of the number.
    articles : DataFrame
        The ``articles`` table.
    metric : str
        Column that names the metric, or, where there is none of that name, the metric's name.

    Returns
    -------
    DataFrame
        ``article_id``, ``event_id``, ``outlet``, ``metric``, ``value``.
    """
    names = rows.get(metric, metric)
    return _shaped(rows[["article_id"]].assign(metric=names, value=rows[value]), articles)


def _shaped(values, articles):
    facts = articles[["article_id", "event_id", "outlet"]].dropna(subset=["outlet"])
    lost = set(values["article_id"]) - set(articles["article_id"])
    if lost:
        raise TableError(
            f"{len(lost)} article_ids are not in articles, among them {sorted(lost)[0]!r}."
        )
    return values.merge(facts, on="article_id", how="inner", validate="many_to_one")


def _with_outlet(rows, articles):
    if "outlet" in rows:
        return rows
    return rows.merge(
        articles[["article_id", "outlet"]], on="article_id", how="left", validate="many_to_one"
    )
