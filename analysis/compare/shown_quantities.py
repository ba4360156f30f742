"""
What of a story's quantities a chart shows, and in which unit.

In: the rows of ``compare.quantity_matrix``. Out: rows, and the words of an axis.
"""

import re
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from analysis.compare.quantities.amounts import what_is_measured

__all__ = [
    "QUANTITY_CHOICE",
    "axis_unit",
    "quantity_to_show",
    "shared_quantities",
    "telling_first",
    "told_label",
]

_PARTS = re.compile(r", | \(")
_FEW = 10
_STATED_AS = ", stated as"  # tells one of two equal labels from the other, and no unit
_HARM_OR_UNIT = re.compile(
    r", | (?:killed|dead|injured|ill|missing|detained|captured|arrested|rescued|displaced|evacuated"
    r"|found|trapped|surrendered|released|affected)\b"
)
_VAGUE = frozenset("number numbers people persons things names share total amount figure".split())

QUANTITY_CHOICE = (
    "Of the quantities in which outlets differ, the chart shows the one that most outlets print, "
    "of as many that of people killed; where they differ in none, the one that most outlets print "
    "of all. How long something lasts, a number of which it was not read what it counts, and a "
    "count of less than ten things come after what else they print."
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
        One that a single outlet prints only if no two print any. What ``telling_first`` puts last
        comes after what else outlets print, and one that is ``in_doubt`` after all others; empty
        without a row.
    """
    if rows.empty:
        return ""
    has_rivals = (rows["n_rivals"] > 0) & (rows["n_outlets"] > 1)
    differ = rows["differ"].eq(True) & (rows["n_outlets"] > 1)
    disputed = rows.loc[(rows["n_disagree"] > 0) | has_rivals | differ]
    shared = shared_quantities(rows)
    in_doubt = rows["in_doubt"].astype(bool)
    kinds = (disputed.loc[~in_doubt], shared.loc[~in_doubt], shared)
    chosen = telling_first(next(kept for kept in kinds if len(kept)))
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


def telling_first(rows: pd.DataFrame) -> pd.DataFrame:
    """
    Return rows with those at the end that are seldom what outlets dispute.

    Parameters
    ----------
    rows : DataFrame
        With ``label``, in which the unit of a measure follows a comma, and ``highest``, the largest
        number printed. Not changed.

    Returns
    -------
    DataFrame
        Durations ("24 hours" of a strike), numbers of which the label does not say what they count
        ("number", "people"), and counts of a few things, such as two towns and four, come last. The
        order is kept otherwise.
    """
    highest = rows["highest"] if "highest" in rows else [np.nan] * len(rows)
    is_last = [
        _is_vague(label) or _is_of_time(label) or _is_of_few(label, value)
        for label, value in zip(rows["label"], highest, strict=True)
    ]
    ordered = rows.assign(is_last=is_last).sort_values("is_last", kind="stable")
    return ordered.drop(columns="is_last")


def _is_of_few(label: str, highest: float) -> bool:
    """Return whether a label and a value are of a few things that were not harmed: four towns."""
    return highest < _FEW and _HARM_OR_UNIT.search(label.partition(_STATED_AS)[0]) is None


def _is_of_time(label: str) -> bool:
    """Return whether a part of a label is a unit of time: "weeks" of "time, weeks"."""
    return any(what_is_measured("measure", part)[0] == "time" for part in _PARTS.split(label))


def _is_vague(label: str) -> bool:
    return _PARTS.split(label)[0].lower() in _VAGUE


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
