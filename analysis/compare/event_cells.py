"""
The cell of each outlet and event: sums over the outlet's articles about that event.

In: a tidy table with one number per article. Out: a checked copy of it, and its sums. Nothing is
estimated or tested here; see ``analysis.compare.estimates``.
"""

from typing import Literal

import pandas as pd

from analysis.core.errors import TableError

__all__ = ["Unit", "checked_values", "is_non_negative", "is_share", "sum_by_event"]

Unit = Literal["event", "article"]

_COLUMNS = ("metric", "article_id", "event_id", "outlet", "value")


def checked_values(values: pd.DataFrame, metric: str | None) -> pd.DataFrame:
    """
    Check a table of values, and add the columns that it may lack.

    Parameters
    ----------
    values : DataFrame
        As ``estimates.compare_outlets``. Not changed.
    metric : str, optional
        Name of the metric, if there is no such column.

    Returns
    -------
    DataFrame
        The articles with an outlet. ``has_denominator`` says whether ``denominator`` was passed;
        without it, it is 1.

    Raises
    ------
    TableError
        If a column is missing, an article occurs twice for a metric, or a denominator is negative.
    """
    checked = pd.DataFrame(values).copy()
    if metric is not None:
        checked["metric"] = metric
    missing = [name for name in _COLUMNS if name not in checked]
    if missing:
        raise TableError(
            f"values has no column {', '.join(missing)}; pass metric= or add the missing column."
        )
    repeated = checked.loc[checked.duplicated(["metric", "article_id"])]
    if len(repeated):
        article_id, name = repeated[["article_id", "metric"]].iloc[0]
        raise TableError(
            f"Article {article_id!r} occurs twice for metric {name!r}; "
            "expected one row per article."
        )
    checked["value"] = checked["value"].astype(float)
    checked["has_denominator"] = "denominator" in checked
    if "denominator" not in checked:
        checked["denominator"] = 1.0
    checked["denominator"] = checked["denominator"].astype(float)
    negative = checked.query("denominator < 0")
    if len(negative):
        lowest = negative["denominator"].min()
        raise TableError(f"denominator is negative ({lowest}); it should be 0 or more.")
    return checked.loc[checked["outlet"].notna()]


def is_share(values: pd.DataFrame) -> bool:
    """
    Return whether a metric is always between 0 and 1.

    Parameters
    ----------
    values : DataFrame
        Rows of one metric, as ``checked_values`` returns them.

    Returns
    -------
    bool
        A metric without denominators is a share only if all its values are 0 or 1.
    """
    used = values.dropna(subset=["value", "denominator"])
    if not used["value"].between(0, used["denominator"]).all():
        return False
    return bool(values["has_denominator"].any() or used["value"].isin([0, 1]).all())


def is_non_negative(values: pd.DataFrame) -> bool:
    """
    Return whether a metric is never below 0.

    Parameters
    ----------
    values : DataFrame
        Rows of one metric, of all outlets, as ``checked_values`` returns them.
    """
    return bool((values["value"].dropna() >= 0).all())


def sum_by_event(values: pd.DataFrame, unit: Unit) -> pd.DataFrame:
    """
    Sum the articles of each outlet about each event.

    Parameters
    ----------
    values : DataFrame
        Rows of one metric, as ``checked_values`` returns them. Not changed.
    unit : {"event", "article"}
        With "article", and for an article without event, the article is its own event.

    Returns
    -------
    DataFrame
        ``outlet``, ``event``, ``value``, ``denominator``, ``n_articles`` and ``ratio``, by outlet
        and event. Articles without a value, or with denominator 0, are left out.
    """
    used = values.dropna(subset=["value", "denominator"])
    used = used.loc[used["denominator"] > 0]
    event = "article " + used["article_id"].astype(str)
    if unit == "event":
        event = used["event_id"].where(used["event_id"].notna(), event)
    cells = used.assign(event=event.astype(str)).groupby(["outlet", "event"], sort=True)
    cells = cells.agg(
        value=("value", "sum"),
        denominator=("denominator", "sum"),
        n_articles=("article_id", "size"),
    ).reset_index()
    return cells.assign(ratio=cells["value"] / cells["denominator"])
