"""
Count what outlets do with the numbers that a story's outlets share.

In: a run. Out: for each outlet how many of the shared quantities of its stories it prints, rounds,
attributes and prints first. Which number is right is not considered, and an omission may be a
figure that was not found.
"""

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.compare.number_words import agree, comparable, same_unit
from analysis.compare.quantity_matrix import quantity_matrix
from analysis.core.records import records_of
from analysis.core.run_tables import RunTables

__all__ = ["COLUMNS", "number_habits"]

COLUMNS = (
    "outlet",
    "n_shared",
    "prints",
    "omits",
    "rounds",
    "attributes",
    "first",
    "n_dated",
)
_SEVERAL = 2  # outlets that share a quantity
_COUNTED = ("outcome", "noun")  # an outlet that prints 149 rescued does not omit the 147 of others


def number_habits(run: RunTables) -> pd.DataFrame:
    """
    Count the shared quantities that each outlet prints, omits, rounds, attributes and has first.

    Parameters
    ----------
    run : RunTables

    Returns
    -------
    DataFrame
        ``COLUMNS``, by outlet. ``n_shared``: quantities that two or more outlets print, in stories
        of which the outlet has an article; ``prints`` and ``omits`` add up to it. Where an outlet
        prints one of the numbers, but as it seems of another thing, or another number with the same
        noun or outcome, it is not said to omit it, and the quantity is left out of its counts. Of
        those that it prints: ``rounds``, its number is that of another outlet with fewer digits;
        ``attributes``, it names a source; ``first``, no outlet printed one on an earlier day
        (several can be first on one day). ``n_dated``: those it prints of which all days are known,
        the base of ``first``. Quantities that are part of another one count too.
    """
    counts: dict[str, dict[str, int]] = {}
    for _, articles in run.articles.dropna(subset=["story_id"]).groupby("story_id"):
        outlets = articles["outlet"].dropna().unique().tolist()
        if len(outlets) < _SEVERAL:
            continue
        figures = run.figures.loc[run.figures["article_id"].isin(articles["article_id"])]
        rows, cells = quantity_matrix(figures, articles, run.quantities)
        cells = cells.merge(figures[["figure_id", *_COUNTED]], on="figure_id", how="left")
        shared = rows.loc[rows["n_outlets"] >= _SEVERAL, "quantity_id"]
        stated = _stated_by_outlet(figures, articles)
        for _, of_quantity in cells.loc[cells["quantity_id"].isin(shared)].groupby("quantity_id"):
            _count(counts, outlets, records_of(of_quantity), stated)
    rows = [{"outlet": outlet, **counts[outlet]} for outlet in sorted(counts)]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _stated_by_outlet(figures: pd.DataFrame, articles: pd.DataFrame) -> dict[str, list[Mapping]]:
    """Return all numbers that each outlet prints in a story, whatever they seem to be of."""
    outlet_of = dict(zip(articles["article_id"], articles["outlet"], strict=True))
    found: dict[str, list[Mapping]] = {}
    for figure in records_of(figures):
        if figure["low"] is not None or figure["high"] is not None:
            found.setdefault(outlet_of[figure["article_id"]], []).append(figure)
    return found


def _count(
    counts: dict[str, dict[str, int]],
    outlets: Sequence[str],
    cells: Sequence[Mapping],
    stated: Mapping[str, Sequence[Mapping]],
) -> None:
    """Add one quantity to the counts of the outlets of its story."""
    cell_of = {cell["outlet"]: cell for cell in cells}
    days = [cell["first_published"] for cell in cells]
    all_dated = all(pd.notna(day) for day in days)
    for outlet in outlets:
        own = counts.setdefault(outlet, dict.fromkeys(COLUMNS[1:], 0))
        cell = cell_of.get(outlet)
        if cell is None and _is_printed(cells, stated.get(outlet, ())):
            continue
        own["n_shared"] += 1
        if cell is None:
            own["omits"] += 1
            continue
        own["prints"] += 1
        own["rounds"] += any(_rounds(cell, other) for other in cells)
        own["attributes"] += isinstance(cell["source"], str)
        if all_dated:
            own["n_dated"] += 1
            own["first"] += cell["first_published"] == min(days)


def _is_printed(cells: Sequence[Mapping], stated: Sequence[Mapping]) -> bool:
    """Return whether an outlet prints a number of a quantity, or one that may be of it."""
    return any(_may_be_of(figure, cell) for cell in cells for figure in stated)


def _may_be_of(figure: Mapping, cell: Mapping) -> bool:
    """Return whether a number agrees with a printed one, or counts what it counts."""
    if not comparable(cell, figure):
        return False
    if agree(cell, figure):
        return True
    return any(figure[name] is not None and figure[name] == cell[name] for name in _COUNTED)


def _rounds(cell: Mapping, other: Mapping) -> bool:
    """Return whether a number is another one with fewer digits."""
    low, other_low = cell["low"], other["low"]
    if low is None or other_low is None or low == other_low or not same_unit(cell, other):
        return False
    is_exact = cell["low"] == cell["high"] and other["low"] == other["high"]
    return is_exact and agree(cell, other) and _zeros(low) > _zeros(other_low)


def _zeros(value: float) -> int:
    """Return how many zeros a whole number ends with; 0 for a fraction."""
    digits = f"{value:.0f}" if value == int(value) else ""
    return len(digits) - len(digits.rstrip("0"))
