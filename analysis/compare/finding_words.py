"""
Say in a sentence what outlets print for the quantities of a story.

In: the rows of ``compare.quantity_matrix``. Out: the title of a chart: a claim about this corpus
and not about what happened.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd

__all__ = ["axis_unit", "quantity_finding", "shared_quantities", "story_finding"]


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


def story_finding(label: str, rows: pd.DataFrame, n_outlets: int) -> str:
    """
    Say how many numbers outlets share in a story, and how many of these differ.

    Parameters
    ----------
    label : str
        Of the story.
    rows : DataFrame
        From ``quantity_matrix``. Not changed.
    n_outlets : int
        Outlets with an article in the story.

    Returns
    -------
    str
        Says so if there is one outlet, no number, or none that two outlets print.
    """
    if rows.empty:
        return f"{label}: no number is found in the articles of {_outlets(n_outlets)}."
    if n_outlets == 1:
        return f"{label}: one outlet only, with {_quantities(len(rows))}; nothing to compare."
    shared = rows.loc[rows["n_outlets"] >= 2]
    if shared.empty:
        return f"{label}: {_outlets(n_outlets)}, and no number that two of them print."
    n_differ = int(shared["differ"].fillna(False).sum())
    if len(shared) == 1:
        how = "differ by more than rounding" if n_differ else "agree, apart from rounding"
        if shared["differ"].isna().all():
            how = "are in several units, and not compared"
        several = f"two or more of {_outlets(n_outlets)}"
        return f"{label}: {several} print one quantity; their numbers {how}."
    how = "in none do they differ" if not n_differ else f"in {n_differ} they differ"
    return (
        f"{label}: two or more of {_outlets(n_outlets)} print {_quantities(len(shared))}; {how} "
        "by more than rounding."
    )


def quantity_finding(label: str, row: Mapping[str, Any], figures: pd.DataFrame) -> str:
    """
    Say between which numbers outlets print a quantity, and on how many origins.

    Parameters
    ----------
    label : str
        Of the story.
    row : mapping
        Of ``quantity_matrix``: ``label``, ``n_outlets``, ``n_origins``.
    figures : DataFrame
        Headline figures of the quantity, from ``reports_of_quantity``. Not changed.

    Returns
    -------
    str
    """
    n_outlets, n_origins = int(row["n_outlets"]), int(row["n_origins"])
    origins = ""
    if n_outlets > 1:
        origins = f", on at most {n_origins} independent origin{'s' if n_origins != 1 else ''}"
    return f"{label}: {row['label']}, {_numbers(figures)} in {_outlets(n_outlets)}{origins}."


def axis_unit(quantity: Mapping[str, Any]) -> str:
    """
    Return what an axis of a quantity shows.

    Parameters
    ----------
    quantity : mapping
        A row of ``quantities``: ``unit``, ``unit_text``, ``label``.

    Returns
    -------
    str
        "people" or "bodies"; otherwise the unit as written, or else the quantity's label.
    """
    if quantity["unit"] in ("people", "bodies"):
        return str(quantity["unit"])
    unit = quantity["unit_text"]
    return unit if isinstance(unit, str) and unit else str(quantity["label"])


def _numbers(figures: pd.DataFrame) -> str:
    """Return the smallest and the largest number as printed, in each unit."""
    stated = figures.dropna(subset=["low", "high"], how="all")
    if stated.empty:
        return "no number, only words,"
    parts = []
    for _, of_unit in stated.groupby("outcome", sort=False):
        smallest = of_unit["words"].loc[of_unit["low"].fillna(of_unit["high"]).idxmin()]
        largest = of_unit["words"].loc[of_unit["high"].fillna(of_unit["low"]).idxmax()]
        parts.append(smallest if smallest == largest else f"from {smallest} to {largest}")
    return " and ".join(parts)


def _outlets(count: int) -> str:
    return "1 outlet" if count == 1 else f"{count} outlets"


def _quantities(count: int) -> str:
    return "one quantity" if count == 1 else f"{count} quantities"
