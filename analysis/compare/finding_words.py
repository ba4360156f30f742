"""
Say in a sentence what outlets print for the quantities of a story.

In: the rows of ``compare.quantity_matrix``. Out: the title of a chart: a claim about this corpus
and not about what happened.
"""

from collections.abc import Mapping
from itertools import combinations
from typing import Any

import pandas as pd

from analysis.compare.number_words import same_unit

__all__ = [
    "axis_unit",
    "printed_range",
    "quantity_finding",
    "shared_quantities",
    "story_finding",
]


_ALLOWED = "rounding and open ends"


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
    n_differ = int(shared["differ"].eq(True).sum())
    n_unknown = int(shared["differ"].isna().sum())
    if len(shared) == 1:
        how = f"differ by more than {_ALLOWED}" if n_differ else f"agree, apart from {_ALLOWED}"
        if n_unknown:
            how = "are in several units, and not compared"
        several = f"two or more of {_outlets(n_outlets)}"
        return f"{label}: {several} print one quantity; their numbers {how}."
    how = "in no row do they differ" if not n_differ else f"in {n_differ} they differ"
    unknown = f"; {n_unknown} in several units, not compared" if n_unknown else ""
    return (
        f"{label}: two or more of {_outlets(n_outlets)} print {_quantities(len(shared))}; {how} "
        f"by more than {_ALLOWED}{unknown}."
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
        Headline figures of the quantity, from ``reports_of_quantity``. Those without an outlet are
        left out. Not changed.

    Returns
    -------
    str
    """
    n_outlets, n_origins = int(row["n_outlets"]), int(row["n_origins"])
    origins = ""
    if n_outlets > 1:
        origins = f", on at most {n_origins} independent origin{'s' if n_origins != 1 else ''}"
    numbers = _numbers(figures.dropna(subset=["outlet"]))
    return f"{label}: {row['label']}, {numbers} in {_outlets(n_outlets)}{origins}."


def printed_range(cells: pd.DataFrame) -> str:
    """
    Say between which numbers outlets print a quantity: the last number of each outlet.

    Parameters
    ----------
    cells : DataFrame
        Those of one quantity, from ``quantity_matrix``. Not changed.

    Returns
    -------
    str
        "from 27 to 41", "41" if all print that, "$5 and from €4 to €6" of several units, "dozens"
        if no outlet prints a number.
    """
    is_one_unit = all(same_unit(*pair) for pair in combinations(cells.to_dict("records"), 2))
    panel = "" if is_one_unit else cells["unit_text"].fillna("")
    numbers = cells.assign(outcome=panel)
    if numbers.loc[:, ["low", "high"]].isna().all(axis=None):
        return ", ".join(dict.fromkeys(cells["words"]))
    return _numbers(numbers).removesuffix(",")


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


def _numbers(figures: pd.DataFrame) -> str:
    """Return the smallest and the largest number as printed, in each unit."""
    stated = figures.dropna(subset=["low", "high"], how="all")
    if stated.empty:
        return "no number, only words,"
    parts = []
    for _, of_unit in stated.groupby("outcome", sort=False):
        smallest = of_unit["words"].loc[of_unit["low"].fillna(of_unit["high"]).idxmin()]
        largest = of_unit["words"].loc[of_unit["high"].fillna(of_unit["low"]).idxmax()]
        parts.append(_span(smallest, largest))
    return " and ".join(parts)


def _span(smallest: str, largest: str) -> str:
    if smallest == largest:
        return smallest
    if " to " in smallest + largest:  # "from 20 to 30 to 41" cannot be read
        return f"lowest {smallest}, highest {largest},"
    return f"from {smallest} to {largest}"


def _outlets(count: int) -> str:
    return "1 outlet" if count == 1 else f"{count} outlets"


def _quantities(count: int) -> str:
    return "one quantity" if count == 1 else f"{count} quantities"
