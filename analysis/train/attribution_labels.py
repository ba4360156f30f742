"""
Read the labels of attributions that the project had found, and the articles that they are of.

In: ``data/labels/attributions_read.csv`` and a gold folder, which has the texts. Out: tables.
"""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from analysis.core import paths
from analysis.train.evaluate import gold as read_gold

__all__ = ["LABELS", "labelled_articles", "read_labels"]

LABELS = "labels/attributions_read"
"""Name of the labels in the accuracy that notebooks show."""

_FILES = (
    *("attributions/train", "attributions/dev", "frames/dev", "frames/other_topics"),
    *("stories/dev", "events/dev", "parties/train", "other_news/train", "quantities/train"),
)


def read_labels() -> pd.DataFrame:
    """
    Return the labels.

    Returns
    -------
    DataFrame
        ``article_id``; ``start`` and ``end`` of the cue, or of the content where ``part`` says so;
        ``is_attribution``: 1 or 0. Where it is 1: ``source_right`` (whether the marked source is
        the one), ``name_start`` and ``name_end`` (its fullest name, null where none is printed),
        ``name_right`` (whether the name that was read then is that source's), ``source_type`` and
        ``cue_stance``. ``read_source_type`` is what was read then.
    """
    return pd.read_csv(paths.DATA / f"{LABELS}.csv")


def labelled_articles(gold: Path) -> Iterator[tuple[str, list[dict]]]:
    """
    Yield each gold file with labelled attributions, and its rows that have some.

    An article that stands in two files comes with the first.
    """
    left = set(read_labels()["article_id"])
    for file in _FILES:
        rows = [row for row in read_gold(gold, file) if row["article_id"] in left]
        left -= {row["article_id"] for row in rows}
        yield file, rows
