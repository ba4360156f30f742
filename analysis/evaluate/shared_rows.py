"""
Score the rows in which a story's numbers stand side by side: does each hold one measured thing?

In: tables of a run, and its articles with every statement that a person marked and the quantity
that each states. Out: one row for each quantity that two or more outlets print, with whether all
its cells state one quantity, as printed. A row that mixes two of them shows a difference that no
outlet printed, which is the worst that the matrix can do.

    python -m analysis.evaluate.shared_rows LABELS TABLES
"""

import argparse
import json
import logging
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pandas as pd

from analysis.core.records import records_of
from analysis.evaluate.joined_statements import count_pairs, pairs_in_words
from analysis.evaluate.story_matrices import story_matrices
from analysis.run import pipeline

__all__ = ["COLUMNS", "main", "score_shared_rows", "shared_rows"]

COLUMNS = ("story_id", "label", "n_outlets", "differ", "in_doubt", "is_one", "cells")
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
        whether the matrix says that outlets differ; ``in_doubt``: that they may. ``cells``: what
        each outlet prints, and the quantity that a person told; "?" where nobody marked that
        number.
    """
    told = {row["article_id"]: row for row in labels}
    rows = []
    for story in story_matrices(run):
        figures = {figure["figure_id"]: figure for figure in records_of(story.run.figures)}
        for row in records_of(story.rows.loc[story.rows["n_outlets"] >= _SEVERAL]):
            own = records_of(story.cells_of(row["quantity_id"]))
            quantities = [
                _quantity_told(figures[cell["figure_id"]], told.get(cell["article_id"], {}))
                for cell in own
            ]
            rows.append(
                {
                    "story_id": story.story_id,
                    "label": row["label"],
                    "n_outlets": row["n_outlets"],
                    "differ": bool(row["differ"]),
                    "in_doubt": bool(row["in_doubt"]),
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


def score_shared_rows(rows: pd.DataFrame) -> dict[str, tuple[int, int]]:
    """
    Return how many rows hold one quantity, of how many.

    Parameters
    ----------
    rows : DataFrame
        From ``shared_rows``.

    Returns
    -------
    dict of str to (int, int)
        For ``all`` rows, those in which outlets ``differ``, and of these those ``told`` as
        different and those ``in_doubt``: the rows that hold one quantity, and the rows.
    """
    counts = {"all": (0, 0), "differ": (0, 0), "told": (0, 0), "in_doubt": (0, 0)}
    for row in rows.to_dict("records"):
        kinds = ["all"]
        if row["differ"]:
            kinds += ["differ", "in_doubt" if row["in_doubt"] else "told"]
        for kind in kinds:
            n_right, n_rows = counts[kind]
            counts[kind] = n_right + bool(row["is_one"]), n_rows + 1
    return counts


def main(arguments: Sequence[str] | None = None) -> None:
    """Tell the rows that mix quantities, and the scores of all labelled files."""
    parser = argparse.ArgumentParser(description="Score the rows of the matrix of each story.")
    parser.add_argument("labels", type=Path, help="file of articles with statements, or a folder")
    parser.add_argument("tables", type=Path, help="their tables, or a folder of those of each file")
    options = parser.parse_args(arguments)
    found = []
    pairs: Counter[str] = Counter()
    for file, tables in _labelled_tables(options.labels, options.tables):
        labels = [json.loads(line) for line in file.read_text(encoding="utf8").splitlines()]
        run = pipeline.open_tables(tables)
        pairs.update(count_pairs(run, labels))
        rows = shared_rows(run, labels)
        for row in rows.loc[~rows["is_one"].astype(bool)].to_dict("records"):
            kind = "differ" if row["differ"] else "same"
            log.info("%s | %s | %s | %s", kind, file.stem, row["label"], row["cells"])
        found.append(rows)
    for kind, (n_right, n_rows) in score_shared_rows(pd.concat(found)).items():
        log.info("%s: %d of %d rows hold one quantity", kind, n_right, n_rows)
    log.info("%s", pairs_in_words(pairs))


def _labelled_tables(labels: Path, tables: Path) -> list[tuple[Path, Path]]:
    """Return each file of labels with the folder of its tables, which has its name."""
    if labels.is_file():
        return [(labels, tables)]
    return [(file, tables / file.stem) for file in sorted(labels.glob("*.jsonl"))]


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
