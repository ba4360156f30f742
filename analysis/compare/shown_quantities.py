"""
What of a story's quantities a chart shows, and in which unit.

In: the rows of ``compare.quantity_matrix``. Out: rows, and the words of an axis.
"""

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.compare.quantities.amounts import what_is_measured

__all__ = [
    "QUANTITY_CHOICE",
    "axis_unit",
    "quantity_to_show",
    "shared_quantities",
    "times_last",
    "told_label",
]

_PARTS = re.compile(r", | \(")

QUANTITY_CHOICE = (
    "Of the quantities in which outlets differ, the chart shows the one that most outlets print; "
    "where they differ in none, the one that most outlets print of all. How long something lasts "
    "comes after what else they print."
)
"""How a quantity is chosen that no parameter names, for the note of a notebook."""


def shared_quantities(rows: pd.DataFrame) -> pd.DataFrame:
    """
    Return the quantities that two or more outlets print; all of them if there is none such.

    Parameters
    ----------
    rows : DataFrame
        From ``quantity_matrix``. Not changed.

    Returns
    -------
    DataFrame
    """
    shared = rows.loc[rows["n_outlets"] >= 2]
    return shared if len(shared) else rows


def quantity_to_show(rows: pd.DataFrame) -> str:
    """
    Return the quantity of a story that is shown over time, if no other is named.

    Parameters
    ----------
    rows : DataFrame
        From ``quantity_matrix``. Not changed.

    Returns
    -------
    str
        The first ``quantity_id`` of the table, which begins with what most outlets print, in which
        outlets differ, or one of several prints rival numbers; the first of all if there is none.
        One that a single outlet prints only if no two print any. How long something lasts ("a
        24-hour strike") comes after what else outlets print, and one that is ``in_doubt`` after all
        others; empty without a row.
    """
    if rows.empty:
        return ""
    has_rivals = (rows["n_rivals"] > 0) & (rows["n_outlets"] > 1)
    differ = rows["differ"].eq(True) & (rows["n_outlets"] > 1)
    disputed = rows.loc[(rows["n_disagree"] > 0) | has_rivals | differ]
    shared = shared_quantities(rows)
    in_doubt = rows["in_doubt"].astype(bool)
    kinds = (disputed.loc[~in_doubt], shared.loc[~in_doubt], shared)
    chosen = times_last(next(kept for kept in kinds if len(kept)))
    return str(chosen["quantity_id"].iloc[0])


def told_label(label: str, rows: pd.DataFrame, quantity: str) -> str:
    """
    Return the label of a quantity, with a mark if it may be of two things.

    Parameters
    ----------
    label : str
    rows : DataFrame
        From ``quantity_matrix``. Not changed.
    quantity : str
        Its ``quantity_id``.

    Returns
    -------
    str
        What the matrix marks with "≠?" is marked wherever else it is told.
    """
    own = rows.loc[rows["quantity_id"].eq(quantity), "in_doubt"]
    return f"{label} (≠?: perhaps of two things)" if own.astype(bool).any() else label


def times_last(rows: pd.DataFrame) -> pd.DataFrame:
    """
    Return rows with durations at the end: "24 hours" of a strike is seldom what outlets dispute.

    Parameters
    ----------
    rows : DataFrame
        With ``label``, in which the unit of a measure follows a comma. Not changed.

    Returns
    -------
    DataFrame
        The order is kept otherwise.
    """
    is_time = [any(map(_is_time, _PARTS.split(label))) for label in rows["label"]]
    return (
        rows.assign(is_time=is_time).sort_values("is_time", kind="stable").drop(columns="is_time")
    )


def _is_time(part: str) -> bool:
    """Return whether a part of a label is a unit of time: "weeks" of "time, weeks"."""
    return what_is_measured("measure", part)[0] == "time"


def axis_unit(quantity: Mapping[str, Any], reports: pd.DataFrame) -> str:
    """
    Return what an axis of a quantity shows.

    Parameters
    ----------
    quantity : mapping
        A row of ``quantities``: ``unit``, ``unit_text``, ``label``.
    reports : DataFrame
        What is drawn, from ``reports_of_quantity``; its ``outcome`` names the panels. Not changed.

    Returns
    -------
    str
        "people" or "bodies"; otherwise the unit as written, or else the quantity's label. Panels of
        several units share an axis, whose unit is then that of each panel.
    """
    if len(set(reports["outcome"])) > 1:
        return "in the unit of each panel"
    if quantity["unit"] in ("people", "bodies"):
        return str(quantity["unit"])
    unit = quantity["unit_text"]
    return unit if isinstance(unit, str) and unit else str(quantity["label"])
