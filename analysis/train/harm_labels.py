"""
Read the labels of figures of people harmed, and the articles that they are of.

In: ``data/labels/outcomes_and_scopes.csv`` and a gold folder, which has the texts. Out: tables.
"""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from analysis.core import paths
from analysis.train.evaluate import gold as read_gold

__all__ = ["LABELS", "labelled_articles", "read_labels", "with_labels"]

LABELS = "labels/outcomes_and_scopes"
"""Name of the labels in the accuracy that notebooks show."""

_FILES = (
    *("attributions/train", "attributions/dev", "attributions/other_news"),
    *("frames/dev", "frames/other_topics", "stories/dev", "parties/train"),
)


def read_labels() -> pd.DataFrame:
    """
    Return the labels.

    Returns
    -------
    DataFrame
        ``article_id``, ``start``, ``end``, ``outcome``, ``scope`` (null where the words state no
        figure of people harmed), and ``read_outcome``, ``read_scope``: what was read at first.
    """
    return pd.read_csv(paths.DATA / f"{LABELS}.csv")


def labelled_articles(gold: Path) -> Iterator[tuple[str, list[dict]]]:
    """Yield each gold file with labelled figures, and its rows that have some."""
    named = set(read_labels()["article_id"])
    for file in _FILES:
        yield file, [row for row in read_gold(gold, file) if row["article_id"] in named]


def with_labels(rows: pd.DataFrame, labels: pd.DataFrame) -> pd.DataFrame:
    """
    Return the rows whose characters overlap those of a label, with its columns.

    Parameters
    ----------
    rows, labels : DataFrame
        With ``article_id``, ``start`` and ``end``. Not changed.

    Returns
    -------
    DataFrame
        Each row once, with its first label; columns of the label are named "..._told".
    """
    named = {name: f"{name}_told" for name in labels.columns if name != "article_id"}
    pairs = rows.merge(labels.rename(columns=named), on="article_id")
    overlap = pairs["start"].lt(pairs["end_told"]) & pairs["start_told"].lt(pairs["end"])
    return pairs.loc[overlap].drop_duplicates(["article_id", "start", "end"])
