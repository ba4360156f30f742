"""
Score the rows in which a story's numbers stand side by side: does each hold one measured thing?

In: tables of a run, and its articles with every statement that a person marked and the quantity
that each states. Out: one row for each quantity that two or more outlets print, with whether all
its cells state one quantity, as printed. A row that mixes two of them shows a difference that no
outlet printed, which is the worst that the matrix can do.

    python -m analysis.evaluate.shared_rows LABELS.jsonl TABLES
"""

import argparse
import json
import logging
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pandas as pd

from analysis.compare.quantity_matrix import quantity_matrix
from analysis.core.records import records_of
from analysis.run import pipeline

__all__ = ["COLUMNS", "main", "score_shared_rows", "shared_rows"]

COLUMNS = ("story_id", "label", "n_outlets", "differ", "is_one", "cells")
"""Columns of the scored rows."""

log = logging.getLogger(__name__)
_SEVERAL = 2


def shared_rows(run: pipeline.Run, labels: Sequence[Mapping]) -> pd.DataFrame:
    """
    Return which rows of the matrix of each story hold one quantity.

    Parameters
    ----------
    run : Run
        Tables of the labelled articles, read with their texts unchanged (``--as-is``).
    labels : sequence of mapping
        Articles with ``article_id`` and ``statements``, each with ``start``, ``end``, ``low``,
        ``high``, ``qualifier`` and ``quantity``: the id of what it states, the same in all articles
        of an ``event``.

    Returns
    -------
    DataFrame
        ``COLUMNS``, a row for each quantity that two or more outlets print. ``is_one``: whether a
        person marked the number of every cell, with its value, and as one quantity. ``differ``:
        whether the matrix says that outlets differ. ``cells``: what each outlet prints, and the
        quantity that a person told; "?" where nobody marked that number.
    """
    told = {row["article_id"]: row for row in labels}
    rows = []
    for story_id in run.stories["story_id"]:
        one = run.only_story(story_id)
        if len(set(one.articles["outlet"].dropna())) < _SEVERAL:
            continue
        matrix, cells = quantity_matrix(one.figures, one.articles, one.quantities)
        figures = {figure["figure_id"]: figure for figure in records_of(one.figures)}
        for row in records_of(matrix.loc[matrix["n_outlets"] >= _SEVERAL]):
            own = records_of(cells.loc[cells["quantity_id"].eq(row["quantity_id"])])
            quantities = [
                _quantity_told(figures[cell["figure_id"]], told.get(cell["article_id"], {}))
                for cell in own
            ]
            rows.append(
                {
                    "story_id": story_id,
                    "label": row["label"],
                    "n_outlets": row["n_outlets"],
                    "differ": bool(row["differ"]),
                    "is_one": None not in quantities and len(set(quantities)) == 1,
                    "cells": "; ".join(_cells(own, quantities)),
                }
            )
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _quantity_told(figure: Mapping, article: Mapping) -> tuple[str, str] | None:
    """Return the event and quantity of the statement that a person marked for a figure."""
    for label in article.get("statements", ()):
        overlaps = figure["start"] < label["end"] and label["start"] < figure["end"]
        if overlaps and label["quantity"] and _is_value(figure, label):
            return str(article.get("event")), str(label["quantity"])
    return None


def _is_value(figure: Mapping, label: Mapping) -> bool:
    """Return whether a figure has the value that a person read; vague words have none."""
    if label["qualifier"] == "vague":
        return True
    return all(figure[name] == label[name] for name in ("low", "high"))


def _cells(own: Sequence[Mapping], quantities: Sequence[tuple[str, str] | None]) -> Iterator[str]:
    for cell, quantity in zip(own, quantities, strict=True):
        yield f"{cell['outlet']}: {cell['words']} ({'?' if quantity is None else quantity[1]})"


def score_shared_rows(rows: pd.DataFrame) -> dict[str, float]:
    """
    Return the share of rows that hold one quantity.

    Parameters
    ----------
    rows : DataFrame
        From ``shared_rows``.

    Returns
    -------
    dict of str to float
        ``rows``, ``one`` (share of them that hold one quantity), ``differ`` (rows in which outlets
        differ) and ``differ_one`` (share of those); shares are 0 to 1, NaN of no rows.
    """
    are_one = [bool(is_one) for is_one in rows["is_one"]]
    of_differing = [
        is_one for is_one, differ in zip(are_one, rows["differ"], strict=True) if differ
    ]
    return {
        "rows": len(are_one),
        "one": _share(are_one),
        "differ": len(of_differing),
        "differ_one": _share(of_differing),
    }


def _share(holds: Sequence[bool]) -> float:
    return sum(holds) / len(holds) if holds else float("nan")


def main(arguments: Sequence[str] | None = None) -> None:
    """Tell the score of some tables, and the rows that mix quantities."""
    parser = argparse.ArgumentParser(description="Score the rows of the matrix of each story.")
    parser.add_argument("labels", type=Path, help="articles with marked statements, a line each")
    parser.add_argument("tables", type=Path, help="tables of these articles, read with --as-is")
    options = parser.parse_args(arguments)
    lines = options.labels.read_text(encoding="utf8").splitlines()
    rows = shared_rows(pipeline.open_tables(options.tables), [json.loads(line) for line in lines])
    for row in rows.loc[~rows["is_one"].astype(bool)].itertuples():
        kind = "differ" if row.differ else "same"
        log.info("%s | %s | %s | %s", kind, row.story_id, row.label, row.cells)
    scores = {name: round(value, 3) for name, value in score_shared_rows(rows).items()}
    log.info("%s", json.dumps(scores))


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
