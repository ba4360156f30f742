"""
Tell how many of the differences that a page tells are differences, and how many only updates.

In: tables of the corpora with judged rows (``data/labels/invented_rows``). Out: how often rows are
marked ≠, ≠? or not at all, by what a person said of the numbers in them.

    for file in data/labels/invented_rows/*.jsonl data/labels/invented_stories/*.jsonl; do
      parallax extract "$file" --out TABLES/"$(basename "$file" .jsonl)"
    done
    python -m analysis.evaluate.told_differences TABLES/*

A judged row is that of today which holds most of its numbers, two at least. Rules were corrected
by what was found in these corpora, so that the counts are no estimate for others.
"""

import argparse
import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from analysis.core import paths
from analysis.core.records import records_of
from analysis.evaluate.story_matrices import story_matrices
from analysis.run import pipeline

__all__ = ["MARKS", "VERDICTS", "Judged", "main", "read_judged", "told_differences"]

log = logging.getLogger(__name__)
MARKS = ("≠", "≠?", "=")
VERDICTS = ("real", "update", "none", "two things")
"""The numbers of a row differ, one was counted later, they hardly differ, or it mixes things."""

_SEVERAL = 2
_Place = tuple[str, int, int]  # article, first character of a number and the one after it
Judged = dict[str, tuple[str, list[_Place]]]


def read_judged(path: Path = paths.DATA / "labels" / "invented_rows" / "rows.csv") -> Judged:
    """
    Return the verdict on each judged row, and where its numbers stand.

    Parameters
    ----------
    path : Path

    Returns
    -------
    dict of str to (str, list of (str, int, int))
        One of ``VERDICTS``; "two things" also for a row of which a number was misread.
    """
    table = pd.read_csv(path)
    cells = table.loc[table["role"].eq("cell")]
    judged: Judged = {}
    for name, own in cells.groupby("row", sort=False):
        first = own.iloc[0]
        is_one = first["thing"] == "one" and first["cells"] != "misread"
        places = list(zip(own["article_id"], own["start"], own["end"], strict=True))
        judged[str(name)] = (str(first["differ"]) if is_one else VERDICTS[-1], places)
    return judged


def told_differences(run: pipeline.Run, judged: Judged) -> Counter[tuple[str, str]]:
    """
    Count the judged rows of a run by their mark and by what a person said of them.

    Parameters
    ----------
    run : Run
    judged : dict
        From ``read_judged``; rows of other corpora are left out.

    Returns
    -------
    Counter of (str, str)
        One of ``MARKS`` and one of ``VERDICTS``.
    """
    mark_of: dict[str, str] = {}
    for story in story_matrices(run):
        for row in records_of(story.rows.loc[story.rows["n_outlets"] >= _SEVERAL]):
            mark_of[str(row["quantity_id"])] = _mark(row)
    numbers = run.figures.dropna(subset=["quantity_id"])
    columns = [numbers[name] for name in ("article_id", "start", "end", "quantity_id")]
    of_article: dict[str, list[tuple[int, int, str]]] = {}
    for article_id, start, end, quantity_id in zip(*columns, strict=True):
        of_article.setdefault(article_id, []).append((start, end, quantity_id))
    found: Counter[tuple[str, str]] = Counter()
    for verdict, places in judged.values():
        name = _row_with_most(places, of_article)
        if name in mark_of:
            found[mark_of[name], verdict] += 1
    return found


def _mark(row: Mapping) -> str:
    if row["differ"] is not True:
        return MARKS[2]
    return MARKS[1] if row["in_doubt"] else MARKS[0]


def _row_with_most(
    places: Sequence[_Place], of_article: Mapping[str, Sequence[tuple[int, int, str]]]
) -> str | None:
    """Return the quantity that holds most of some numbers; None if none holds two."""
    held = Counter(
        name
        for article_id, start, end in places
        for own_start, own_end, name in of_article.get(article_id, ())
        if own_start < end and start < own_end
    )
    name, n_held = held.most_common(1)[0] if held else (None, 0)
    return name if n_held >= _SEVERAL else None


def main(arguments: Sequence[str] | None = None) -> None:
    """Tell the counts of the tables of one or more runs."""
    parser = argparse.ArgumentParser(description="Count the differences that pages tell.")
    parser.add_argument("tables", type=Path, nargs="+", help="folders of tables")
    options = parser.parse_args(arguments)
    judged = read_judged()
    total: Counter[tuple[str, str]] = Counter()
    for folder in options.tables:
        total += told_differences(pipeline.open_tables(folder), judged)
    for mark in MARKS:
        told = ", ".join(f"{total[mark, verdict]} {verdict}" for verdict in VERDICTS)
        log.info("%s: %s", mark, told)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
