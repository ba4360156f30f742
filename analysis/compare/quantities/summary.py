"""
Summarise the quantities of a story: who states them, when, and between which numbers.

In: the statements of one story with the quantity of each. Out: a row of ``quantities`` for each.
Plain dicts rather than frames, because most quantities have one or two statements.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from analysis.compare.quantities.labels import label_quantities, usual_outcome

__all__ = ["summarise"]

Statement = Mapping[str, Any]


def summarise(stated: Sequence[Statement]) -> list[dict[str, Any]]:
    """
    Return the rows of the quantities of one story.

    Parameters
    ----------
    stated : sequence of dict
        Rows of ``Statements`` in reading order, with ``quantity_id``; missing values are None.

    Returns
    -------
    list of dict
        Columns of ``quantities``, in order of the first statement.
    """
    groups: dict[str, list[Statement]] = {}
    for row in stated:
        groups.setdefault(row["quantity_id"], []).append(row)
    total_of = _totals(stated, groups)
    labels = label_quantities(groups, total_of)
    rows = []
    for quantity_id, group in groups.items():
        days = [row["published"] for row in group if row["published"] is not None]
        rows.append(
            {
                "quantity_id": quantity_id,
                "story_id": group[0]["story_id"],
                "label": labels[quantity_id],
                "outcome": usual_outcome(group),
                "part_of": total_of[quantity_id],
                "n_outlets": len({row["outlet"] for row in group} - {None}),
                "n_articles": len({row["article_id"] for row in group}),
                "first": min(days, default=None),
                "last": max(days, default=None),
                **_range_in_usual_unit(group),
            }
        )
    return rows


def _totals(
    stated: Iterable[Statement], groups: Mapping[str, Sequence[Statement]]
) -> dict[str, str | None]:
    """Return the quantity of which each is a part; no quantity is a part of its own part."""
    quantity_of = {row["figure_id"]: row["quantity_id"] for row in stated}
    total_of: dict[str, str | None] = {}
    for quantity_id, group in groups.items():
        totals = (quantity_of.get(row["part_of"]) for row in group)
        total = _most_frequent(name for name in totals if name != quantity_id)
        above = total
        while above is not None and above != quantity_id:
            above = total_of.get(above)
        total_of[quantity_id] = total if above is None else None
    return total_of


def _range_in_usual_unit(group: Sequence[Statement]) -> dict[str, Any]:
    """Return the unit stated most often, and the smallest and largest number in it."""
    is_of_harm = usual_outcome(group) is not None
    harmed = [row for row in group if row["outcome"] is not None and is_of_harm]
    numbered = [row for row in group if row["value"] is not None]
    usual = _most_frequent(row["unit_text"] for row in numbered or group)
    of_unit = [row for row in group if usual is None or row["unit_text"] == usual]
    stated = [row for row in of_unit if row["value"] is not None]
    return {
        "unit": _most_frequent(row["unit"] for row in harmed or group),
        "unit_text": usual,
        "currency": _most_frequent(row["currency"] for row in of_unit),
        "low": min((_either(row, "low", "high") for row in stated), default=None),
        "high": max((_either(row, "high", "low") for row in stated), default=None),
    }


def _either(row: Statement, name: str, other: str) -> float:
    return row[other] if row[name] is None else row[name]


def _most_frequent(values: Iterable[str | None]) -> str | None:
    """Return the most frequent value; of several, the one stated first; None without values."""
    counts = Counter(value for value in values if value is not None)
    return counts.most_common(1)[0][0] if counts else None
