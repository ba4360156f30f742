"""
Put those who are feared dead beside the toll of an article: "17 feared dead; officially 14 died".

In: marked figures, and a cell of the matrix. Out: the rivals of the cell. Who is feared dead is no
toll, and is read as missing; but an outlet that prints such a number in its headline says something
else than the toll alone.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.compare.number_words import agree, number_in_words
from analysis.core.records import records_of

__all__ = ["feared_dead", "with_feared_dead"]

_RULE = "feared_dead"  # in the id of the rule that read it
_MOST_TIMES = 10  # the toll; more are of another place or time


def feared_dead(
    marked: pd.DataFrame, total_of: Mapping[str, Any]
) -> dict[tuple[str, str], Mapping[str, Any]]:
    """
    Return those feared dead in each article that has a toll of the event, too.

    Parameters
    ----------
    marked : DataFrame
        From ``headline_figures``. Not changed.
    total_of : mapping
        The whole of each quantity that is a part; null for the others.

    Returns
    -------
    dict of (str, str) to mapping
        By article and the quantity of its toll, the largest one below them that is no part: 17
        feared dead are no rival of the two children among 14, nor of 60 in five years. Of several
        numbers in an article the first that names a source, or else the first.
    """
    if "rules" not in marked:
        return {}
    of_event = marked.loc[marked["scope"].isna() | marked["scope"].eq("event")]
    is_feared = of_event["rules"].str.contains(_RULE, regex=False, na=False).astype(bool)
    feared: dict[str, Mapping[str, Any]] = {}
    for figure in records_of(of_event.loc[is_feared].sort_values(["article_id", "start"])):
        known = feared.get(figure["article_id"])
        if known is None or (known["source"] is None and figure["source"] is not None):
            feared[figure["article_id"]] = figure
    is_toll = of_event["outcome"].eq("killed") & of_event["is_headline"].astype(bool)
    is_toll &= of_event["part_of"].isna() & of_event["article_id"].isin(list(feared))
    tolls = of_event.loc[is_toll].dropna(subset=["low"]).sort_values("low", kind="stable")
    quantity_of = {
        toll["article_id"]: toll["quantity_id"]
        for toll in records_of(tolls)
        if not isinstance(total_of.get(toll["quantity_id"]), str)
        and toll["low"] < (_number(feared[toll["article_id"]]) or 0)
    }
    return {(name, quantity): feared[name] for name, quantity in quantity_of.items()}


def _number(figure: Mapping[str, Any]) -> float | None:
    return figure["low"] or figure["high"]


def with_feared_dead(
    cell: Mapping[str, Any], feared_of: Mapping[tuple[str, str], Mapping[str, Any]]
) -> str | None:
    """
    Return the rivals of a cell with those that its article says are feared dead.

    Parameters
    ----------
    cell : mapping
        Of ``quantity_matrix``.
    feared_of : mapping of (str, str) to mapping
        From ``feared_dead``.

    Returns
    -------
    str or None
        The rivals as they are, if the cell is not the toll of its article, or if both agree.
    """
    feared = feared_of.get((cell["article_id"], cell["quantity_id"]))
    if feared is None:
        return cell["rivals"]
    toll, number = cell["low"], _number(feared)
    if not toll or not number or agree(cell, feared):
        return cell["rivals"]
    if not toll < number <= _MOST_TIMES * toll:
        return cell["rivals"]
    source = feared["source"]
    who = f" ({source.strip(' ,;')})" if source is not None else ""
    told = f"{number_in_words(feared)} feared dead{who}"
    return told if cell["rivals"] is None else f"{cell['rivals']}; {told}"
