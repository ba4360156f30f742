"""
Score the rows of the matrix that say that outlets differ: do they print numbers for one thing?

In: tables of runs, and rows of earlier ones that a person judged (``data/labels``). Out: how many
of the rows in which numbers differ hold one thing, apart for those without and with a mark of
doubt. Rows that nobody judged are counted apart, since how figures are read and joined changes.

    parallax extract fa-kes --out TABLES/fa-kes
    python -m analysis.evaluate.differing_rows TABLES/fa-kes

With ``--store`` the share is written to the accuracy that notebooks show: give all tables then.
"""

import argparse
import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from analysis.compare.story_doubt import unsure_stories
from analysis.core import paths
from analysis.core.records import records_of
from analysis.evaluate.accuracy import COLUMNS as ACCURACY_COLUMNS
from analysis.evaluate.accuracy import write_accuracy
from analysis.evaluate.nearest_labels import TOLD_AS_DIFFERENT
from analysis.evaluate.story_matrices import story_matrices
from analysis.run import pipeline

__all__ = ["COLUMNS", "differing_rows", "main", "read_labels", "score", "verdict_of"]

log = logging.getLogger(__name__)
COLUMNS = ("story_id", "label", "in_doubt", "in_unsure_story", "verdict")
"""Columns of the rows in which outlets differ."""

ONE_THING = ("one", "update", "same")
"""Verdicts on rows that hold one thing: its numbers differ, were counted later, or hardly differ.
"""

DIFFERS = ("one", "update")
_Place = tuple[str, int]  # article and first character of a number


def read_labels() -> dict[frozenset[_Place], str]:
    """Return the verdict on each judged row, by where its numbers stand."""
    table = pd.read_csv(paths.DATA / "labels" / "differing_rows.csv")
    rows = table.groupby("row", sort=False)
    return {
        frozenset(zip(own["article_id"], own["start"], strict=True)): str(own["verdict"].iloc[0])
        for _, own in rows
    }


def verdict_of(places: frozenset[_Place], labels: Mapping[frozenset[_Place], str]) -> str | None:
    """
    Return what a person said of a row.

    Parameters
    ----------
    places : frozenset of (str, int)
        Article and first character of each of its numbers.
    labels : mapping
        From ``read_labels``.

    Returns
    -------
    str or None
        "one", "update", "same" or "two" of the same row; of a part of a row that holds one thing,
        that row's; None for a row that nobody judged, and for a part of one that mixes things.
    """
    if places in labels:
        return labels[places]
    for judged, verdict in labels.items():
        if places < judged and verdict in ONE_THING:
            return verdict
    return None


def differing_rows(run: pipeline.Run, labels: Mapping[frozenset[_Place], str]) -> pd.DataFrame:
    """
    Return the rows of the matrix of each story in which outlets differ.

    Parameters
    ----------
    run : Run
    labels : mapping
        From ``read_labels``.

    Returns
    -------
    DataFrame
        ``COLUMNS``. ``in_unsure_story``: whether the story may be two. ``verdict`` is null for a
        row that nobody judged.
    """
    unsure = unsure_stories(run.stories)
    rows = []
    for story in story_matrices(run):
        figures = story.run.figures
        start_of = dict(zip(figures["figure_id"], figures["start"], strict=True))
        for row in records_of(story.rows.loc[story.rows["differ"].eq(True)]):
            own = story.cells_of(row["quantity_id"])
            places = frozenset(
                (article, int(start_of[figure]))
                for article, figure in zip(own["article_id"], own["figure_id"], strict=True)
            )
            rows.append(
                {
                    "story_id": story.story_id,
                    "label": row["label"],
                    "in_doubt": bool(row["in_doubt"]),
                    "in_unsure_story": story.story_id in unsure,
                    "verdict": verdict_of(places, labels),
                }
            )
    return pd.DataFrame(rows, columns=list(COLUMNS))


def score(rows: pd.DataFrame) -> dict[str, tuple[int, int, int]]:
    """
    Return of each kind of row how many differ in one thing, how many were judged, and all.

    Parameters
    ----------
    rows : DataFrame
        From ``differing_rows``.

    Returns
    -------
    dict of str to (int, int, int)
        For ``all``, those ``told`` as different, these of ``sure`` stories, and those ``in_doubt``.
    """
    in_doubt = rows["in_doubt"].astype(bool)
    is_sure = ~rows["in_unsure_story"].astype(bool)
    kinds = {
        "all": pd.Series(True, index=rows.index),
        "told": ~in_doubt,
        "sure": ~in_doubt & is_sure,
        "in_doubt": in_doubt,
    }
    counts = {}
    for name, is_own in kinds.items():
        verdicts = Counter(rows.loc[is_own, "verdict"].dropna())
        n_right = sum(verdicts[verdict] for verdict in DIFFERS)
        counts[name] = n_right, sum(verdicts.values()), int(is_own.sum())
    return counts


def main(arguments: Sequence[str] | None = None) -> None:
    """Tell the scores of the tables of one or more runs."""
    parser = argparse.ArgumentParser(description="Score the rows in which outlets differ.")
    parser.add_argument("tables", type=Path, nargs="+", help="folders of tables")
    parser.add_argument("--store", action="store_true", help="write what notebooks show")
    options = parser.parse_args(arguments)
    labels = read_labels()
    runs = [differing_rows(pipeline.open_tables(folder), labels) for folder in options.tables]
    scores = score(pd.concat(runs, ignore_index=True))
    for kind, (n_right, n_judged, n_rows) in scores.items():
        log.info(
            "%s: %d of %d judged rows differ in one thing (%d rows)",
            *(kind, n_right, n_judged, n_rows),
        )
    if options.store:
        write_accuracy(_measured(scores, labels))


def _measured(
    scores: Mapping[str, tuple[int, int, int]], labels: Mapping[frozenset[_Place], str]
) -> pd.DataFrame:
    """Return the share of rows told as different that are so, as a row of the accuracy."""
    n_right, n_judged, _ = scores["sure"]
    row = {
        "task": "differences",
        "measure": TOLD_AS_DIFFERENT,
        "value": round(n_right / max(n_judged, 1), 3),
        "articles": len({article for places in labels for article, _ in places}),
        "labels": "labels/differing_rows",
        "date": datetime.now(UTC).date().isoformat(),
    }
    return pd.DataFrame([row]).reindex(columns=list(ACCURACY_COLUMNS))


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
