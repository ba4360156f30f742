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


def feared_dead(marked: pd.DataFrame) -> dict[str, Mapping[str, Any]]:
    """
    Return the number of people feared dead of each article that has one.

    Parameters
    ----------
    marked : DataFrame
        From ``headline_figures``. Not changed.

    Returns
    -------
    dict of str to mapping
        Of several in an article the first that names a source, or else the first.
    """
    if "rules" not in marked:
        return {}
    is_feared = marked["rules"].str.contains(_RULE, regex=False, na=False).astype(bool)
    found: dict[str, Mapping[str, Any]] = {}
    for figure in records_of(marked.loc[is_feared].sort_values(["article_id", "start"])):
        known = found.get(figure["article_id"])
        if known is None or (known["source"] is None and figure["source"] is not None):
            found[figure["article_id"]] = figure
    return found


def with_feared_dead(
    cell: Mapping[str, Any], feared_of: Mapping[str, Mapping[str, Any]]
) -> str | None:
    """
    Return the rivals of a cell with those that its article says are feared dead.

    Parameters
    ----------
    cell : mapping
        Of ``quantity_matrix``.
    feared_of : mapping of str to mapping
        From ``feared_dead``.

    Returns
    -------
    str or None
        The rivals as they are, if the cell is no toll of all the dead, or if both agree.
    """
    feared = feared_of.get(cell["article_id"])
    if feared is None or cell["outcome"] != "killed" or cell.get("part_of") is not None:
        return cell["rivals"]
    toll, number = cell["low"], feared["low"] or feared["high"]
    if not toll or not number or agree(cell, feared):
        return cell["rivals"]
    if not toll < number <= _MOST_TIMES * toll:
        return cell["rivals"]
    source = feared["source"]
    who = f" ({source.strip(' ,;')})" if source is not None else ""
    told = f"{number_in_words(feared)} feared dead{who}"
    return told if cell["rivals"] is None else f"{cell['rivals']}; {told}"
