"""
What of a story's quantities a chart shows, and in which unit.

In: the rows of ``compare.quantity_matrix``. Out: rows, and the words of an axis.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd

__all__ = ["axis_unit", "quantity_to_show", "shared_quantities"]


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
        The first ``quantity_id`` in which outlets differ, or else the first; empty without one.
    """
    if rows.empty:
        return ""
    differing = rows.loc[[differ is True for differ in rows["differ"].astype(object)]]
    chosen = differing if len(differing) else rows
    return str(chosen["quantity_id"].iloc[0])


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
